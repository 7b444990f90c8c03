"""Chips and badges: meaning is shape, word and colour, in that order of reliability."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.widgets import paint
from ui.widgets.paint import ChipLook

DeadlineState = Literal["far", "soon", "late", "met", "unsure"]
_DEADLINE_LOOK: dict[str, tuple[str, str]] = {
    "far": ("clock", "quiet"),
    "soon": ("clock", "amber"),
    "late": ("flag", "red"),
    "met": ("check", "green"),
    "unsure": ("clock", "amber"),
}


def deadline_look(state: DeadlineState, text: str) -> ChipLook:
    """How a deadline looks: clock or flag, quiet, amber or red."""
    icon, tone = _DEADLINE_LOOK[state]
    return ChipLook(text, icon, tone)


class Chip(QWidget):
    """A chip that only tells."""

    def __init__(self, look: ChipLook, said: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_look(look, said)

    def set_look(self, look: ChipLook, said: str = "") -> None:
        """Show another chip; ``said`` is the full sentence for screen readers."""
        self._look = look
        self.setAccessibleName(said or look.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(paint.chip_width(self._look) + 0.5), paint.chip_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.chip(QPainter(self), 0, self.height() / 2, self._look, self.width())


class DeadlineChip(Chip):
    """What remains until a deadline: far, soon, late, met, or unsure because the clock jumped."""

    def __init__(
        self, state: DeadlineState, text: str, said: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(deadline_look(state, text), said, parent)


class RiskBadge(QWidget):
    """Level as shape, word and weight of fill; ``level`` is none, low, medium, high or urgent."""

    def __init__(self, level: str, word: str, said: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level, self._word = level, word
        self.setAccessibleName(said)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(round(paint.badge_width(self._word) + 0.5), paint.chip_height())

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.badge(QPainter(self), 0, self.height() / 2, self._level, self._word)


class ChipButton(QAbstractButton):
    """A chip that can be pressed: the sync chip of the top bar, a filter chip (``checkable``)."""

    def __init__(self, look: ChipLook, *, checkable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_look(look)

    def set_look(self, look: ChipLook, said: str = "") -> None:
        self._look = look
        self.setAccessibleName(said or look.text)
        self.setText(look.text.replace("&", "&&"))
        self.updateGeometry()
        self.update()

    def look(self) -> ChipLook:
        return self._shown()

    def _shown(self) -> ChipLook:
        if not self.isCheckable():
            return self._look
        return ChipLook(
            self._look.text,
            "check" if self.isChecked() else self._look.icon,
            "blue" if self.isChecked() else "quiet",
        )

    def sizeHint(self) -> QSize:
        return QSize(round(paint.chip_width(self._shown()) + 0.5), max(28, paint.chip_height() + 4))

    def nextCheckState(self) -> None:
        super().nextCheckState()
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse():
            height = paint.chip_height()
            paint.box(
                painter,
                QRectF(0, (self.height() - height) / 2, self.width(), height),
                "hover",
                radius=height / 2,
            )
        paint.chip(painter, 0, self.height() / 2, self._shown(), self.width())


class SyncChip(ChipButton):
    """Always in view at the top right: what has not reached the county. Pressing opens the Sync screen."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ChipLook("", "receipt"), parent=parent)
        self.clicked.connect(self.opened)
