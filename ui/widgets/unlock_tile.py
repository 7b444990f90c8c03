"""A worker on the unlock screen: initials, first name, profession, and the digit that chooses them."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from ui import theme
from ui.widgets import paint

TileSize = Literal["tall", "low", "small"]
WIDTH = 196
_HEIGHTS: dict[TileSize, int] = {"tall": 148, "low": 60, "small": 50}
SMALL_WIDTH = 164
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class UnlockTile(QRadioButton):
    """A real radio button for screen readers. ``tall`` is 196 x 148; ``low`` has the initials beside the name, and ``small``
    lets the profession give way, so that a dozen people fit on a low screen. The name is never cut.

    ``clicked`` by mouse, Space or Enter; ``steered(key)`` by an arrow, ``typed(letter)`` by a letter.
    """

    steered = Signal(int)
    typed = Signal(str)

    def __init__(self, name: str, role: str, digit: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._role, self._digit = name, role, digit
        self._size: TileSize = "tall"
        self.setAccessibleName(f"{name}, {role}" if role else name)
        self.setToolTip(role)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_size(self, size: TileSize) -> None:
        if self._size != size:
            self._size = size
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        name, role = paint.width_of(self._name, "strong"), paint.width_of(self._role, "small")
        height = theme.scaled(_HEIGHTS[self._size])
        if self._size == "tall":
            return QSize(round(max(WIDTH, role + 28, name + 28)), height)
        if self._size == "low":
            return QSize(round(max(WIDTH, role + 92, name + 92)), height)
        return QSize(round(max(SMALL_WIDTH, name + 64)), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, pos: object) -> bool:
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if plain and event.key() in _ARROWS:
            self.steered.emit(event.key())
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif plain and event.text().isalpha():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        chosen = self.isChecked()
        whole = QRectF(self.rect())
        fill = "accent_tint" if chosen else "hover" if self.underMouse() else "surface"
        paint.box(
            painter, whole, fill, "accent" if chosen else "line_mid", radius=8, width=2 if chosen else 1
        )
        if self._size == "tall":
            self._paint_tall(painter, whole)
        else:
            self._paint_low(painter, whole)

    def _paint_tall(self, painter: QPainter, whole: QRectF) -> None:
        if self._digit is not None:
            paint.key_cap(painter, 12 + paint.key_cap_width(str(self._digit)), 21, str(self._digit))
        mark = QRectF(whole.width() / 2 - 28, 19, 56, 56)
        paint.initials(painter, mark, self._name, filled=self.isChecked(), style="title")
        name = QRectF(8, 86, whole.width() - 16, theme.scaled(22))
        paint.words(painter, name, self._name, "strong", "text", paint.CENTRE)
        role = QRectF(8, 86 + theme.scaled(23), whole.width() - 16, theme.scaled(20))
        paint.words(painter, role, self._role, "small", "text_2", paint.CENTRE)

    def _paint_low(self, painter: QPainter, whole: QRectF) -> None:
        small = self._size == "small"
        side, left = (30, 10) if small else (36, 12)
        mark = QRectF(left, (whole.height() - side) / 2, side, side)
        paint.initials(painter, mark, self._name, filled=self.isChecked())
        x, line = left + side + 10, theme.scaled(20)
        top = whole.height() / 2 - line
        # The digit stands beside what may give way: beside the profession of a small tile.
        cap = 0.0
        if self._digit is not None:
            middle = top + 1.5 * line if small else theme.scaled(16)
            paint.key_cap(painter, whole.right() - 10, middle, str(self._digit))
            cap = paint.key_cap_width(str(self._digit)) + 6
        beside_name, beside_role = (0.0, cap) if small else (cap, 0.0)
        name = QRectF(x, top, whole.width() - x - 10 - beside_name, line)
        paint.words(painter, name, self._name, "strong", "text")
        role = QRectF(x, top + line, whole.width() - x - 8 - beside_role, theme.scaled(18))
        paint.words(painter, role, self._role, "caption" if small else "small", "text_2")
