"""Gate and desk in one window and one process: for tests, the demo's day and the benchmarks.

The program itself keeps the two in processes of their own (``app.bootstrap``), from the same parts.
"""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.services import session
from ui.appearance import Appearance
from ui.frame import Frame
from ui.gate import Gate
from ui.main_window import MainWindow
from ui.navigation import SCREENS, Screen
from ui.page import Desk
from ui.preferences import Preferences
from ui.tasks import Tasks
from ui.workplace import Workplace


class Door(QObject):
    """``begin`` shows the window; locking closes the vault and shows the tiles again."""

    def __init__(
        self,
        app: QApplication,
        folder: Path,
        tasks: Tasks,
        preferences_path: Path,
        screens: tuple[Screen, ...] = SCREENS,
    ) -> None:
        super().__init__(app)
        self._appearance = Appearance(app, preferences_path)
        self.window = MainWindow()
        self.workplace = Workplace(self.window, tasks, self._appearance, screens)
        self._gate = Gate(
            folder, self.window, tasks, self._appearance, lambda keys: session.open_desk(folder, keys)
        )
        self.enter = self.workplace.enter
        self._gate.passed.connect(self.workplace.enter)
        self.window.text_size_asked.connect(self._appearance.change_text_size)
        self.window.lock_asked.connect(self._lock)
        self.workplace.locked.connect(self._ask_again)
        self._appearance.language_changed.connect(self._speak_anew)

    @property
    def desk(self) -> Desk | None:
        return self.workplace.desk

    @property
    def frame(self) -> Frame | None:
        return self.workplace.frame

    @property
    def preferences(self) -> Preferences:
        return self._appearance.preferences

    def prefer(self, wanted: Preferences) -> None:
        """As the settings do."""
        self._appearance.prefer(wanted)

    def begin(self) -> None:
        """Set-up on a new laptop, the tiles on one that has a vault."""
        self._gate.show()
        self.window.show()

    def show_gate(self) -> None:
        """Look at the folder again."""
        self._gate.show()

    def _ask_again(self) -> None:
        self._gate.problem = self.workplace.ended_by
        self._gate.show()

    def _lock(self) -> None:
        if self.desk is None:
            self._gate.show()
        else:
            self.workplace.lock()

    def _speak_anew(self) -> None:
        if self.desk is None:
            self._gate.show()
        else:
            self.workplace.rebuild()
