"""The process that works: it waits for keys, opens the vault, shows the desk, and ends when the vault is locked.

Everything it read from the vault ends with it. A lock that does not come to its end in time - a disk that hangs, a
bug - is no reason to stay: the process ends anyway, as a power cut would end it, and nothing saved is lost by that.
"""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from app import window_process
from app.errors import DeskRevoked, VatraError
from app.services import session
from app.supervisor import Ended
from storage.handover import Pipes
from ui import preferences
from ui.appearance import Appearance
from ui.application import make_application, watch_for_crashes
from ui.desktop_events import IN_A_HURRY, DesktopEvents
from ui.main_window import MainWindow
from ui.tasks import Tasks
from ui.workplace import LOCKED_WITHIN_S, Workplace

if TYPE_CHECKING:
    from storage.vault import Vault

HURRY_S = 1.0
"""From the announcement of a sleep to an ended process."""
MARGIN_S = 0.2
"""A process that must be gone within two seconds is ended this long before."""


def main(folder: Path, preferences_path: Path | None = None) -> int:
    """Wait for keys, work, lock. Ends the process with a code of ``Ended``."""
    pipes = window_process.begin()
    app = make_application()
    tasks = Tasks()
    watch_for_crashes(tasks)
    window = MainWindow()
    appearance = Appearance(app, preferences_path or preferences.default_path())
    workplace = Workplace(window, tasks, appearance)

    def enter(vault: "Vault | None") -> None:
        if vault is None:
            window_process.end(Ended.CLOSED)
        appearance.read()
        appearance.place(window)
        workplace.enter(vault)

    def show() -> None:
        _Painted(window, pipes.tell_shown)
        window.show()
        window.activateWindow()

    workplace.opened.connect(show)
    workplace.leaving.connect(lambda _within_s: appearance.keep_place(window))
    workplace.leaving.connect(_end_in_time)
    workplace.locked.connect(
        lambda: window_process.end(
            Ended.REVOKED if isinstance(workplace.ended_by, DeskRevoked) else Ended.LOCKED
        )
    )
    workplace.closed.connect(lambda: window_process.end(Ended.CLOSED))
    window.lock_asked.connect(workplace.lock)
    events = DesktopEvents(window)
    events.away.connect(lambda why: workplace.lock(HURRY_S if why in IN_A_HURRY else LOCKED_WITHIN_S))
    workplace.opened.connect(lambda _desk: events.listen())
    window_process.on_end_signal(lambda: workplace.lock(HURRY_S))
    window.text_size_asked.connect(appearance.change_text_size)
    appearance.language_changed.connect(workplace.rebuild)
    app.setQuitOnLastWindowClosed(False)
    tasks.records.run(
        lambda: _open_handed_over(folder, pipes), enter, lambda _lost: window_process.end(Ended.CLOSED)
    )
    return app.exec()


def _open_handed_over(folder: Path, pipes: Pipes) -> "Vault | None":
    """On the records lane: the vault of the first keys that open it; None when nobody asks any more."""
    while (keys := pipes.receive()) is not None:
        try:
            return session.open_desk(folder, keys)
        except VatraError as problem:
            pipes.tell_problem(problem)
    return None


class _Painted(QObject):
    """Calls ``then`` once, after the window was painted: the window that asked may go, and nobody sees a gap."""

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._then: Callable[[], None] | None = then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._then is not None:
            QTimer.singleShot(0, self._then)
            self._then = None
        return False


def _end_in_time(within_s: float | None) -> None:
    if within_s is not None:
        watch = threading.Timer(within_s - MARGIN_S, window_process.end, (Ended.LOCKED,))
        watch.daemon = True
        watch.start()
