"""The bar at the bottom of forms: a quiet line at the left, the acts at the right, the filled one last."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import Button
from ui.widgets.text import ElidedText

HEIGHT = 56


class ActionBar(QFrame):
    """``say`` sets the quiet line ("Saved 2 seconds ago")."""

    def __init__(self, *buttons: Button, line: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("plane", "bottom")
        self.setFixedHeight(theme.scaled(HEIGHT) + 4)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 1, 24, 0)
        row.setSpacing(12)
        self._line = ElidedText(line, "small", "text_2")
        row.addWidget(self._line, 1)
        self._buttons = buttons
        for button in buttons:
            row.addWidget(button)

    def say(self, line: str) -> None:
        self._line.setText(line)

    def minimumSizeHint(self) -> QSize:
        shown = [button for button in self._buttons if not button.isHidden()]
        width = sum(button.width_with_keys(False) for button in shown) + 12 * len(shown) + 72
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shown = [button for button in self._buttons if not button.isHidden()]
        needed = sum(button.width_with_keys(True) for button in shown) + 12 * len(shown) + 72
        for button in self._buttons:
            button.show_keys(needed <= self.width())
