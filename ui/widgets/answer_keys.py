"""Answer keys: real radio buttons (or check boxes), painted as segments or boxes, each with its digit.

The digit works only while a key of the group has focus; Left and Right move and choose, Del clears. Enter, Up, Down and
everything else are left to whoever holds the question. Screen readers get ordinary radio buttons.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QRadioButton,
    QSizePolicy,
    QWidget,
)

from ui import theme
from ui.widgets import paint

Place = Literal["only", "first", "middle", "last", "box"]
# A mixin beside QRadioButton and QCheckBox: a second Qt base cannot be inherited at run time.
if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object
MOVES_ON = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


@dataclass(frozen=True)
class Option:
    """One answer; ``red`` marks an answer that raises a danger sign, ``alone`` one that excludes all others."""

    value: str
    label: str
    red: bool = False
    alone: bool = False


class _KeyPainting(_Button):
    """What a radio key and a check key share: size, look, digits handed to the group."""

    def dress(self, owner: "AnswerKeys", option: Option, digit: int | None, place: Place) -> None:
        self._owner, self._option, self._digit, self._place = owner, option, digit, place
        theme.set_type(self, "body")
        self.setText(option.label.replace("&", "&&"))
        self.setAccessibleName(option.label)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy.Policy.Expanding if place == "box" else QSizePolicy.Policy.Preferred
        self.setSizePolicy(policy, QSizePolicy.Policy.Fixed)

    def focus_ring_target(self) -> QWidget:
        return self._owner if self._place != "box" else self

    def sizeHint(self) -> QSize:
        width = (
            paint.width_of(self._option.label, "strong")
            + 28
            + (17 if self._digit else 0)
            + (22 if self._option.red else 0)
        )
        return QSize(round(width) + 2, theme.scaled(theme.CONTROL))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in MOVES_ON or self._owner.key_pressed(self, event):
            if event.key() in MOVES_ON:
                event.ignore()
            return
        super().keyPressEvent(event)

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = QRectF(self.rect())
        chosen, over = self.isChecked(), self.underMouse() and self.isEnabled()
        fill = "accent" if chosen else "hover" if over else "surface"
        edge = "accent" if chosen else "line_strong" if self.isEnabled() else "line_mid"
        self._shape(painter, whole, fill, edge)
        x = 12.0
        if self._digit:
            paint.words(
                painter,
                whole.adjusted(x, 0, 0, 0),
                str(self._digit),
                "caption",
                "on_accent" if chosen else "text_3",
            )
            x += 17
        ink = "on_accent" if chosen else "text" if self.isEnabled() else "text_off"
        if self._option.red:
            mark = theme.colour("on_accent" if chosen else "urgent")
            paint.risk_shape(painter, QRectF(x, whole.center().y() - 7, 14, 14), "urgent", mark)
            x += 22
        room = whole.adjusted(x, 0, -8, 0)
        paint.words(painter, room, self._option.label, "strong" if chosen else "body", ink)

    def _shape(self, painter: QPainter, whole: QRectF, fill: str, edge: str) -> None:
        """Neighbouring segments share one line: each but the first is drawn one pixel further left, clipped."""
        if self._place in ("only", "box"):
            paint.box(painter, whole, fill, edge)
            return
        painter.save()
        painter.setClipRect(whole)
        left = 0 if self._place == "first" else -8
        right = 0 if self._place == "last" else 8
        paint.box(painter, whole.adjusted(left, 0, right, 0), fill, edge)
        if self._place != "first":
            painter.fillRect(
                QRectF(0, 0, 1, whole.height()), theme.colour(edge if edge == "accent" else "line_strong")
            )
        painter.restore()


class _RadioKey(_KeyPainting, QRadioButton):
    pass


class _CheckKey(_KeyPainting, QCheckBox):
    pass


class AnswerKeys(QWidget):
    """One question's answers. ``many`` = check boxes; ``columns`` > 0 = boxes in a grid instead of one row of segments."""

    changed = Signal()

    def __init__(
        self,
        name: str,
        options: Sequence[Option],
        *,
        many: bool = False,
        columns: int = 0,
        digits: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._many = many
        self._options = tuple(options)
        self._group = QButtonGroup(self)
        self._group.setExclusive(not many)
        self._keys: list[_KeyPainting] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8 if columns else 0)
        for number, option in enumerate(self._options):
            key: _KeyPainting = _CheckKey() if many else _RadioKey()
            key.dress(
                self,
                option,
                number + 1 if digits and number < 9 else None,
                "box" if columns else self._place(number),
            )
            key.setAccessibleDescription(name)
            self._group.addButton(key, number)
            self._keys.append(key)
            across = columns or len(self._options)
            grid.addWidget(key, number // across, number % across)
        if not columns:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group.buttonClicked.connect(self._clicked)
        if self._keys:
            self.setFocusProxy(self._keys[0])

    def value(self) -> str | None:
        """The chosen answer of a one-of group; None when nothing is chosen yet."""
        number = self._group.checkedId()
        return self._options[number].value if number >= 0 and not self._many else None

    def values(self) -> tuple[str, ...]:
        """All chosen answers, in the order of the options."""
        return tuple(
            option.value for option, key in zip(self._options, self._keys, strict=True) if key.isChecked()
        )

    def set_values(self, values: Sequence[str]) -> None:
        """Show these answers, without telling anybody."""
        self._group.setExclusive(False)
        for option, key in zip(self._options, self._keys, strict=True):
            key.setChecked(option.value in values)
        self._group.setExclusive(not self._many)
        self._aim_focus()

    def set_value(self, value: str | None) -> None:
        self.set_values(() if value is None else (value,))

    def key_pressed(self, key: QAbstractButton, event: QKeyEvent) -> bool:
        """A digit chooses, Del clears; True when the key was used. Called only by a key that has focus."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < min(9, len(self._keys)):
            chosen = self._keys[number]
            chosen.setFocus(Qt.FocusReason.ShortcutFocusReason)
            chosen.click()
            return True
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if self.values():
                self.set_values(())
                self.changed.emit()
            return True
        return False

    def _clicked(self, clicked: QAbstractButton) -> None:
        if self._many and clicked.isChecked():
            alone = self._options[self._group.id(clicked)].alone
            for option, key in zip(self._options, self._keys, strict=True):
                if key is not clicked and (alone or option.alone):
                    key.setChecked(False)
        self._aim_focus()
        self.changed.emit()

    def _aim_focus(self) -> None:
        number = self._group.checkedId()
        if self._keys:
            self.setFocusProxy(self._keys[max(0, number) if not self._many else 0])

    def _place(self, number: int) -> Place:
        if len(self._options) == 1:
            return "only"
        return "first" if number == 0 else "last" if number == len(self._options) - 1 else "middle"
