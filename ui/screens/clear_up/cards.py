"""The cards of the conflict desk: a version, and the short ones for "it stands" and "something else"."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.widgets import paint
from ui.widgets.empty_state import IconPicture
from ui.widgets.text import Text

RADIO = 18


class CardRadio(QRadioButton):
    """A real radio button with its words and its digit, painted."""

    def __init__(self, words: str, digit: int | None, *, strong: bool, parent: QWidget | None = None) -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self._words, self._digit, self._style = words, digit, "strong" if strong else "body"
        self.setAutoExclusive(False)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        width = RADIO + 8 + paint.width_of(self._words, self._style)
        width += paint.key_cap_width(str(self._digit)) + 12 if self._digit else 0
        return QSize(round(width) + 2, max(28, theme.scaled(28)))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 160), self.sizeHint().height())

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = self.height() / 2
        ring = QRectF(0, middle - RADIO / 2, RADIO, RADIO)
        enabled = self.isEnabled()
        edge = "accent" if self.isChecked() else "line_strong" if enabled else "line_mid"
        paint.box(painter, ring, "surface", edge, radius=RADIO / 2, width=6 if self.isChecked() else 1)
        right = float(self.width())
        if self._digit and enabled:
            right -= paint.key_cap(painter, right, middle, str(self._digit)) + 8
        room = QRectF(RADIO + 8, 0, right - RADIO - 8, self.height())
        paint.words(painter, room, self._words, self._style, "text")


class ChoiceCard(QFrame):
    """A card around a radio button: chosen it has the accent edge and its tint; a click anywhere chooses it."""

    chosen = Signal()

    def __init__(
        self, words: str, digit: int | None, *, short: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.radio = CardRadio(words, digit, strong=not short)
        self.radio.toggled.connect(self._toggled)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(16, 8 if short else 10, 16, 8 if short else 14)
        self.body.setSpacing(8)
        self.body.addWidget(self.radio)

    def add_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Lines of (icon, words): who, when, where."""
        for icon, words in facts:
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(IconPicture(icon, 16), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Text(words, "small", "text_2", wrap=True), 1)
            self.body.addLayout(row)

    def _toggled(self, on: bool) -> None:
        self.update()
        if on:
            self.chosen.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.radio.isEnabled():
            self.radio.click()
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        on = self.radio.isChecked()
        paint.box(
            QPainter(self),
            QRectF(self.rect()),
            "accent_tint" if on else "surface",
            "accent" if on else "line_mid",
            radius=theme.RADIUS_BOX,
            width=2 if on else 1,
        )
