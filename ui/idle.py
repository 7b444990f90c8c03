"""Nobody at the laptop: tells when a desk was left alone, first quietly, then for good.

What counts is a key, the mouse or a finger in any window of this process. The clock also runs while the laptop sleeps; a
sleep that no system announced shows as a gap, and a desk that slept is left, too.
"""

import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent, QWindow

SHORTEST_MIN, LONGEST_MIN = 1, 15
WARNED_S = 20
LOOKS_EVERY_MS = 1000
SLEPT_S = 60
"""Longer than the window ever stands still by itself."""
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)


def seconds() -> float:
    """A clock that is never set and does not stop while the laptop sleeps."""
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    else:  # noqa: RET505 - which of the two is there, the type checker reads from the branches
        return time.monotonic()


class IdleWatch(QObject):
    """``start`` it with the desk. ``warned`` some seconds before ``expired``; ``back`` when somebody moved after all."""

    warned = Signal(int)
    """Seconds that are left."""
    back = Signal()
    expired = Signal()

    def __init__(
        self, minutes: int, parent: QObject | None = None, clock: Callable[[], float] = seconds
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._limit_s = 0.0
        self._moved_at = self._looked_at = clock()
        self._is_warned = False
        self._cursor: QPointF | None = None
        self._windows: list[QWindow] = []
        self._timer = QTimer(self, interval=LOOKS_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self.set_minutes(minutes)

    @property
    def idle_s(self) -> float:
        """Since the last sign of life."""
        return self._clock() - self._moved_at

    def set_minutes(self, minutes: int) -> None:
        self._limit_s = 60.0 * max(SHORTEST_MIN, min(LONGEST_MIN, minutes))

    def start(self) -> None:
        """Somebody is there now."""
        self._moved_at = self._looked_at = self._clock()
        self._is_warned = False
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def look(self) -> None:
        """What the clock says now; also finds windows that were opened meanwhile."""
        for window in QGuiApplication.allWindows():
            if window not in self._windows:
                # On windows, not on the application: its filter would run in Python for each paint of each widget.
                window.installEventFilter(self)
                self._windows.append(window)
                window.destroyed.connect(self._forget_windows)
        now = self._clock()
        slept, self._looked_at = now - self._looked_at > SLEPT_S, now
        left_s = self._limit_s - self.idle_s
        if slept or left_s <= 0:
            self.stop()
            self.expired.emit()
        elif left_s <= WARNED_S and not self._is_warned:
            self._is_warned = True
            self.warned.emit(round(left_s))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            # A window that comes up under a mouse at rest is told of it as if it had moved.
            before, self._cursor = self._cursor, event.globalPosition()
            if before is not None and before != self._cursor:
                self._alive()
        elif kind in _SIGNS_OF_LIFE:
            self._alive()
        return False

    def _alive(self) -> None:
        self._moved_at = self._clock()
        if self._is_warned:
            self._is_warned = False
            self.back.emit()

    def _forget_windows(self) -> None:
        # Each still open one is found again at the next look; a filter that is installed twice runs once.
        self._windows.clear()
