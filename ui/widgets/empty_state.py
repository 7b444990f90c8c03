"""Nothing yet, nothing found, or not for you: icon, heading, one sentence, one button."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui import icons
from ui.widgets.buttons import Button, Kind
from ui.widgets.text import Text


class IconPicture(QWidget):
    """An icon as part of a page, silent for screen readers."""

    def __init__(self, icon: str, size: int = 20, ink: str = "text_2", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._ink = icon, ink
        self.setFixedSize(size, size)

    def set_icon(self, icon: str, ink: str | None = None) -> None:
        self._icon, self._ink = icon, ink or self._ink
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        place = QRectF(self.rect())
        icons.paint(
            QPainter(self),
            place.x(),
            place.y(),
            self._icon,
            self._ink,
            self.width(),
            1.2 if self.width() > 30 else 1.5,
        )


class EmptyState(QWidget):
    """``pressed`` when its one button is."""

    pressed = Signal()

    def __init__(
        self,
        icon: str,
        heading: str,
        sentence: str = "",
        button: str = "",
        kind: Kind = "plain",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 32, 24, 32)
        column.setSpacing(8)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(IconPicture(icon, 40, "text_3"), 0, centre)
        self._heading = Text(heading, "heading", wrap=True)
        self._sentence = Text(sentence, "body", "text_2", wrap=True)
        for text in (self._heading, self._sentence):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(text)
        self._sentence.setVisible(bool(sentence))
        self.button = Button(button, kind)
        self.button.clicked.connect(self.pressed)
        column.addSpacing(8)
        column.addWidget(self.button, 0, centre)
        self.button.setVisible(bool(button))

    def say(self, heading: str, sentence: str = "") -> None:
        """Other words in the same place."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
