"""The gate: set-up on a new laptop, the tiles on one that has a vault. What a passphrase opened goes to ``enter``.

The gate does not know whether the desk is in this window or in another process: ``enter`` takes the keys on the records
lane and returns when the desk can be seen, or raises what the gate then tells.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.countries.phones import emergency_phones
from app.errors import KeyringDamaged, VatraError, VaultMissing
from app.services import session
from ui import languages
from ui.appearance import Appearance
from ui.main_window import MainWindow
from ui.screens.setup.presenter import SetupPresenter
from ui.screens.setup.view import SetupView
from ui.screens.unlock.presenter import UnlockPresenter
from ui.screens.unlock.view import UnlockView
from ui.tasks import Tasks

if TYPE_CHECKING:
    from storage.vault import Unlocked


class Gate(QObject):
    """``show`` puts unlock or set-up into the window; ``passed`` carries what ``enter`` gave back."""

    passed = Signal(object)

    def __init__(
        self,
        folder: Path,
        window: MainWindow,
        tasks: Tasks,
        appearance: Appearance,
        enter: Callable[["Unlocked"], object],
    ) -> None:
        super().__init__(window)
        self._folder, self._window, self._tasks, self._appearance = folder, window, tasks, appearance
        self._enter = enter
        self.problem: VatraError | None = None
        """What ended the desk before; told under the passphrase."""

    def show(self) -> None:
        """Unlock or set-up, with fresh words."""
        if session.is_set_up(self._folder):
            unlock = UnlockPresenter(self._folder, self._tasks, self._enter, self.problem)
            unlock.opened.connect(self.passed)
            view: UnlockView | SetupView = UnlockView(unlock, _phones(self._folder))
            unlock.setParent(view)
            unlock.read()
        else:
            setup = SetupPresenter(self._folder, self._tasks, self._enter)
            setup.enrolled.connect(self.passed)
            view = SetupView(setup)
            setup.setParent(view)
        view.language_chosen.connect(self._appearance.choose_language)
        self._window.show_gate(view)


def _phones(folder: Path) -> tuple[tuple[str, str], ...]:
    """Emergency phones of this vault's country, in the window's language, for the foot of the locked screen."""
    try:
        country = session.vault_heading(folder).country
    except (VaultMissing, KeyringDamaged):
        return ()
    language = languages.current()
    return tuple(
        (phone.what.get(language, phone.what["en"]), phone.number) for phone in emergency_phones(country)
    )
