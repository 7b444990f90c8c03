"""The banner: a state that lasts, told in the page near its cause. Blue = state, amber = needs you, red = danger."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import icons, theme
from ui.widgets import paint
from ui.widgets.buttons import Button, IconButton
from ui.widgets.text import Text

Tone = Literal["blue", "amber", "red"]
_LOOK: dict[str, tuple[str, str, str]] = {
    # tone: fill, edge, icon or level shape
    "blue": ("accent_tint", "accent_line", "info"),
    "amber": ("medium_tint", "medium", "medium"),
    "red": ("urgent_tint", "urgent", "urgent"),
}


@dataclass(frozen=True)
class Notice:
    """What a banner says: a bold sentence, a plain one, at most one button."""

    tone: Tone
    bold: str
    plain: str = ""
    button: str = ""
    closable: bool = False


class Banner(QWidget):
    """Shows one notice; hidden when there is none. ``pressed`` is its button, ``closed`` its cross."""

    pressed = Signal()
    closed = Signal()

    def __init__(self, close_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice: Notice | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(46, 10, 10, 10)
        row.setSpacing(12)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        self._bold, self._plain = Text("", "strong", wrap=True), Text("", "body", wrap=True)
        texts.addWidget(self._bold)
        texts.addWidget(self._plain)
        row.addLayout(texts, 1)
        self._button = Button("", "plain", small=True)
        self._button.clicked.connect(self.pressed)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._close = IconButton("x", close_name, size=28)
        self._close.clicked.connect(self.closed)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    def show_notice(self, notice: Notice | None) -> None:
        """Put a notice in place, or take it away with None. Announced once."""
        if notice == self._notice:
            return
        self._notice = notice
        self.setVisible(notice is not None)
        if notice is None:
            return
        self._bold.setText(notice.bold)
        self._plain.setText(notice.plain)
        self._plain.setVisible(bool(notice.plain))
        self._button.setText(notice.button)
        self._button.setVisible(bool(notice.button))
        self._button.updateGeometry()
        self._close.setVisible(notice.closable)
        self.setAccessibleName(f"{notice.bold} {notice.plain}".strip())
        announce(self, self.accessibleName(), assertive=notice.tone == "red")
        self.update()

    def notice(self) -> Notice | None:
        return self._notice

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._notice is None:
            return
        painter = QPainter(self)
        fill, edge, mark = _LOOK[self._notice.tone]
        paint.box(painter, QRectF(self.rect()), fill, edge)
        top = self._bold.geometry().center().y()
        if mark == "info":
            icons.paint(painter, 14, top - 9, mark, "accent", 18)
        else:
            paint.risk_shape(painter, QRectF(16, top - 7, 14, 14), mark, theme.colour(edge))


def announce(widget: QWidget, text: str, *, assertive: bool = False) -> None:
    """Let a screen reader say this now (assertive) or after what it is saying."""
    event = QAccessibleAnnouncementEvent(widget, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if assertive else politeness.Polite)
    QAccessible.updateAccessibility(event)
