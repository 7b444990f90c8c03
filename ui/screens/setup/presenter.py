"""First start: the county's card, the code for this laptop, a passphrase; then the county is asked and the vault made."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from app.errors import VatraError
from app.services import session, setup
from app.services.setup import CardShown, CardSource
from ui import languages
from ui.screens.passphrase_offer import Fault, Offer
from ui.tasks import Tasks

if TYPE_CHECKING:
    from storage.vault import Unlocked

Step = Literal["card", "laptop", "passphrase"]
STEPS: tuple[Step, ...] = ("card", "laptop", "passphrase")


@dataclass(frozen=True)
class SetupState:
    """What is known so far; ``asking`` while the county is asked."""

    step: Step = "card"
    source: CardSource | None = None
    """Where the card is: its file, or what was fetched."""
    fetching: bool = False
    card: CardShown | None = None
    code: str = ""
    laptop: str = ""
    offered: str = ""
    """Four words for the passphrase."""
    fault: Fault | None = None
    """What stands against the passphrase that was typed."""
    asking: bool = False
    problem: VatraError | None = None

    @property
    def may_go_on(self) -> bool:
        """Whether this step has what it needs."""
        if self.step == "card":
            return self.card is not None
        if self.step == "laptop":
            return bool(self.code.strip() and self.laptop.strip())
        return not self.asking


class SetupPresenter(QObject):
    """``enrolled`` at the end, when ``enter`` took the keys; it carries what that gave back."""

    changed = Signal(object)
    enrolled = Signal(object)

    def __init__(
        self,
        folder: Path,
        tasks: Tasks,
        enter: Callable[["Unlocked"], object],
        parent: QObject | None = None,
    ) -> None:
        """``enter`` as for ``UnlockPresenter``."""
        super().__init__(parent)
        self._folder, self._tasks, self._enter = folder, tasks, enter
        self.state = SetupState(laptop=setup.laptop_name())

    def take_card(self, path: Path) -> None:
        """Read a county card; its fingerprint is for the worker to compare."""
        self._tasks.records.run(
            lambda: (path, setup.look_at_card(path)),
            self._card_read,
            lambda error: self._show(card=None, source=None, problem=error),
        )

    def fetch_card(self, address: str, signs: str) -> None:
        """Get the card from the county's address; it is taken when its fingerprint is what was typed from paper."""
        if self.state.fetching:
            return
        self._show(fetching=True, card=None, source=None, problem=None)

        def fetch() -> tuple[CardSource, CardShown]:
            content = setup.fetch_card(address, signs)
            return content, setup.look_at_card(content)

        self._tasks.network.run(
            fetch, self._card_read, lambda error: self._show(fetching=False, problem=error)
        )

    def set_laptop(self, code: str, laptop: str) -> None:
        """The one-time code (it says which commune and which worker) and what to call this laptop."""
        self._show(code=code, laptop=laptop, problem=None)

    def go_on(self) -> None:
        """The next step; after the last one the county is asked."""
        if not self.state.may_go_on:
            return
        if self.state.step == "card":
            self._show(step="laptop", problem=None)
        elif self.state.step == "laptop":
            self._show(
                step="passphrase",
                offered=self.state.offered or Offer.new(languages.current()).words,
                problem=None,
            )

    def go_back(self) -> None:
        """The step before; nothing typed is lost."""
        number = STEPS.index(self.state.step)
        if number and not self.state.asking:
            self._show(step=STEPS[number - 1], problem=None, fault=None)

    def another_passphrase(self) -> None:
        """Offer other words."""
        self._show(offered=Offer.new(languages.current()).words, problem=None, fault=None)

    def forget_problem(self) -> None:
        """Somebody types again."""
        if self.state.problem is not None or self.state.fault is not None:
            self._show(problem=None, fault=None)

    def enrol(self, passphrase: str, again: str) -> None:
        """Ask the county to take this laptop, then make the vault and enter; when nothing stands against the passphrase."""
        state = self.state
        if state.source is None or state.asking:
            return
        places = (state.card.county_name if state.card else "", state.laptop)
        fault = Offer(state.offered, places).fault(passphrase, again)
        if fault is not None:
            self._show(fault=fault, problem=None)
            return
        self._show(asking=True, problem=None, fault=None)
        source = state.source

        def set_up_and_enter() -> object:
            worker = setup.set_up(self._folder, source, state.code, state.laptop.strip(), passphrase)
            return self._enter(session.find_keys(self._folder, worker, passphrase))

        # On the records lane: a vault that comes back belongs to the thread that opened it.
        self._tasks.records.run(
            set_up_and_enter,
            self._enrolled,
            lambda error: self._show(asking=False, problem=error),
        )

    def _card_read(self, answer: tuple[CardSource, CardShown]) -> None:
        self._show(source=answer[0], card=answer[1], fetching=False, problem=None)

    def _enrolled(self, entered: object) -> None:
        self._show(asking=False)
        self.enrolled.emit(entered)

    def _show(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]
        self.changed.emit(self.state)
