"""What every screen is for the window: a page with a heading, panes, one filled button, and a way to arrive at it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.navigator import Navigator
from ui.preferences import Preferences
from ui.tasks import Tasks
from ui.widgets.banner import Notice
from ui.widgets.buttons import Button

if TYPE_CHECKING:
    from app.services.session import SignedIn
    from storage.vault import Vault
    from ui.courier import Courier


@dataclass(frozen=True)
class Desk:
    """What a screen may ask for when it is made: the open vault, the lanes, who works, where to go, how they like it."""

    vault: "Vault"
    tasks: Tasks
    who: "SignedIn"
    navigator: Navigator
    preferences: Preferences
    prefer: Callable[[Preferences], None]
    """Keep other preferences and show them at once."""
    country: str = "ro"
    screens: frozenset[str] = frozenset()
    """Keys of the screens there are: nothing offers a way to one that is not."""
    courier: "Courier | None" = None
    """Who carries work to the county and back; None at a desk that sends nothing."""


@dataclass(frozen=True)
class Heading:
    """The top bar of a screen. ``chips`` stand beside the title; ``back`` shows the arrow; ``window`` is for the title
    bar of the operating system: a screen and perhaps a family number, never a person's name."""

    title: str
    subtitle: str = ""
    chips: tuple[QWidget, ...] = field(default=())
    back: bool = False
    window: str = ""


class Page(QWidget):
    """Base of all screens inside the frame."""

    heading_changed = Signal()
    notice_changed = Signal(object)
    """Notice or None: the banner of this page."""
    facts_hidden_changed = Signal(bool)
    done = Signal(str, object)
    """An act that is not visible otherwise: words for the toast, and what Undo does (or None)."""

    search_wanted = Signal()
    """Put the cursor into the search box: a family has to be chosen first."""

    compact_rail = False
    """Forms fold the rail to icons."""
    has_search = True

    def heading(self) -> Heading:
        """Title, subtitle, chips; called on ``heading_changed`` and on arrival."""
        raise NotImplementedError

    def arrive(self, what: object) -> None:
        """The page comes into view; ``what`` is what the navigator was given (a family id, a text, None)."""

    def leave(self) -> None:
        """Another page comes into view: keep what is not kept yet."""

    def panes(self) -> tuple[QWidget, ...]:
        """For F6, in reading order."""
        return (self,)

    def first_focus(self) -> QWidget | None:
        """What has focus on arrival; None leaves it to the page."""
        return self.filled_button()

    def filled_button(self) -> Button | None:
        """The one filled button that shows now: Ctrl+Enter presses it."""
        shown = [
            button
            for button in self.findChildren(Button)
            if button.kind == "filled" and button.isVisibleTo(self)
        ]
        return shown[0] if shown else None

    def family_on_screen(self) -> bytes | None:
        """The family that Ctrl+N starts a visit for."""
        return None

    def undo(self) -> bool:
        """Ctrl+Z on this page, when no toast is open; False when there is nothing to take back."""
        return False

    def toggle_facts(self) -> None:
        """F7: fold or open the fact column."""

    def facts_hidden(self) -> bool:
        """Whether the fact column needs the Facts button."""
        return False

    def notice(self) -> Notice | None:
        """The banner this page wants on arrival."""
        return None
