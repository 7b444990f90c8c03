"""Puts the layers together: the only module that sees all of them.

``run`` is the window over one vault folder. ``Vatra`` is the same without the event loop, for whoever drives the window
(tests, the demo's day).
"""

import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from ui import preferences, theme
from ui.door import Door
from ui.tasks import Tasks

translate = QCoreApplication.translate


def make_application(arguments: list[str] | None = None) -> QApplication:
    """The Qt application with Vatra's fonts and scaling; the one there is, when there is one."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    theme.prepare_application()
    app = QApplication(arguments if arguments is not None else sys.argv[:1])
    app.setApplicationName("Vatra")
    app.setApplicationDisplayName("Vatra")
    theme.register_fonts()
    return app


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


def run(folder: Path) -> int:
    """Open the window and stay until it is closed; returns the exit code."""
    app = make_application()
    vatra = Vatra(app, folder)
    vatra.tasks.crashed.connect(_tell_crash)
    sys.excepthook = _last_resort
    vatra.begin()
    code = app.exec()
    vatra.tasks.close()
    return code


def _tell_crash(problem: Exception) -> None:
    """Our bug: everything kept so far is safe; the trace goes to stderr without values of records."""
    _last_resort(type(problem), problem, problem.__traceback__)


def _last_resort(kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
    # Only places in the code: the text of an exception may quote what somebody typed.
    for frame in traceback.extract_tb(trace):
        print(f"{frame.filename}:{frame.lineno} {frame.name}", file=sys.stderr)
    print(kind.__name__, file=sys.stderr)
    QMessageBox.critical(
        None,
        "Vatra",
        translate(
            "crash",
            "Something in Vatra did not work. What was saved is safe. Close Vatra and open it again; if this comes back, tell the "
            "person who looks after this laptop.",
        ),
    )
