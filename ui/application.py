"""The Qt application object, and what a process of the window does when our own code fails."""

import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from ui import theme
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
    theme.register_fonts()
    return app


def watch_for_crashes(tasks: Tasks) -> None:
    """Tell the person about every exception that is our bug, wherever it was raised."""
    tasks.crashed.connect(_tell_crash)
    sys.excepthook = _last_resort


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
