"""Progress: a 4 px bar with a known share, and the thin line under the top bar for waits without one."""

from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.widgets import paint

STEP_MS = 100


class ProgressLine(QWidget):
    """``set_share(done, of)``; the accessible name says what is measured, the value is in its description."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, done: int, of: int) -> None:
        self._share = min(1.0, done / of) if of else 0.0
        self.setAccessibleDescription(f"{done} / {of}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = (self.height() - 4) / 2
        paint.box(painter, QRectF(0, top, self.width(), 4), "track", radius=2)
        if self._share > 0:
            paint.box(painter, QRectF(0, top, max(4.0, self.width() * self._share), 4), "accent", radius=2)


class WaitLine(QWidget):
    """A 4 px bar that moves while something takes longer than a second. Hidden otherwise."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFixedHeight(4)
        self._at = 0.0
        self._timer = QTimer(self, interval=STEP_MS)
        self._timer.timeout.connect(self._step)
        self.hide()

    def _step(self) -> None:
        self._at = (self._at + 0.04) % 1.3
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint.box(painter, QRectF(self.rect()), "track", radius=0)
        paint.box(
            painter, QRectF((self._at - 0.3) * self.width(), 0, 0.3 * self.width(), 4), "accent", radius=2
        )
