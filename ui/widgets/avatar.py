"""A round mark with initials, for workers; no photographs of anyone."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.widgets import paint


class Avatar(QWidget):
    """32 px unless told; says nothing to screen readers beyond the name beside it."""

    def __init__(self, name: str, size: int = 32, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.setFixedSize(size, size)
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.initials(QPainter(self), QRectF(self.rect()), self._name)
