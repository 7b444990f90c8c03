"""When a Windows laptop sleeps, is locked, switched to somebody else or shut down: read from the messages of its windows.

Not tried on Windows yet; the reading of a message is. A closed lid is seen as the sleep that follows it.
"""

import ctypes
import sys
from ctypes import wintypes

from PySide6.QtCore import (
    QAbstractNativeEventFilter,
    QByteArray,
    QCoreApplication,
    QEventLoop,
    QObject,
    QTimer,
    Signal,
)

WM_QUERYENDSESSION, WM_POWERBROADCAST, WM_WTSSESSION_CHANGE = 0x0011, 0x0218, 0x02B1
_AWAY = {
    (WM_POWERBROADCAST, 4): "sleep",  # PBT_APMSUSPEND
    (WM_WTSSESSION_CHANGE, 2): "switched",  # WTS_CONSOLE_DISCONNECT
    (WM_WTSSESSION_CHANGE, 4): "switched",  # WTS_REMOTE_DISCONNECT
    (WM_WTSSESSION_CHANGE, 6): "shutdown",  # WTS_SESSION_LOGOFF
    (WM_WTSSESSION_CHANGE, 7): "screen_locked",  # WTS_SESSION_LOCK
}
HELD_MS = 1500
"""Windows sleeps as soon as every window has answered: ours answers when the process has ended, or after this time."""


def away_by(message: int) -> str:
    """What the message at this address says; empty when it is about something else."""
    told = wintypes.MSG.from_address(message)
    if told.message == WM_QUERYENDSESSION:
        return "shutdown"
    return _AWAY.get((told.message, told.wParam), "")


class _Messages(QAbstractNativeEventFilter):
    def __init__(self, owner: "DesktopEvents") -> None:
        super().__init__()
        self._owner = owner

    def nativeEventFilter(
        self, event_type: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        if QByteArray(event_type) == b"windows_generic_MSG":
            self._owner.hear(int(message))
        return False, 0


class DesktopEvents(QObject):
    """``away`` with ``sleep``, ``shutdown``, ``screen_locked`` or ``switched``. ``listen`` while a desk is open."""

    away = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = _Messages(self)

    def listen(self) -> None:
        """Begin, for the windows there are."""
        app = QCoreApplication.instance()
        if app is not None:
            app.installNativeEventFilter(self._messages)
        if sys.platform == "win32":
            window = ctypes.windll.user32.GetActiveWindow()
            if window:
                ctypes.windll.wtsapi32.WTSRegisterSessionNotification(window, 0)

    def hear(self, message: int) -> None:
        """Pass on what concerns the desk, and hold the answer while it is put away."""
        why = away_by(message)
        if why:
            self.away.emit(why)
        if why in ("sleep", "shutdown"):
            held = QEventLoop(self)
            QTimer.singleShot(HELD_MS, held.quit)
            held.exec()
