"""Gate and desk in one process and without an event loop of its own: for whoever drives the window.

Tests, the demo's day and the benchmarks do. The program itself is ``app.supervisor`` with ``app.asking`` and
``app.working``; all are made of the same parts.
"""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from ui import preferences
from ui.application import make_application as make_application
from ui.door import Door
from ui.tasks import Tasks


class Vatra:
    """One window over one vault folder. ``close`` ends both lanes; the vault is closed with a verified backup."""

    def __init__(self, app: QApplication, folder: Path, preferences_path: Path | None = None) -> None:
        self.tasks = Tasks()
        self.door = Door(app, folder, self.tasks, preferences_path or preferences.default_path())
        self.window = self.door.window

    def begin(self) -> None:
        """Show the window."""
        self.door.begin()

    def close(self) -> None:
        """Close the window and wait until the vault is closed."""
        self.window.close()
        self.tasks.close()
        self.door.deleteLater()
        self.window.deleteLater()
