"""Looking at a window as a person would: what is cut off, what has no name, what is pressed by Ctrl+Enter."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from ui.widgets.badges import Chip, ChipButton, RiskBadge
from ui.widgets.buttons import Button, KeyCap

SMALLEST_TEXT_PX = 12
SMALLEST_TARGET_PX = 24
PAINTED = (Button, Chip, ChipButton, RiskBadge, KeyCap)


def visible_widgets(root: QWidget) -> Iterator[QWidget]:
    """Everything in view or reachable by scrolling."""
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.isVisible():
            yield widget


def cut_texts(root: QWidget) -> list[str]:
    """Texts that do not fit their widget, and controls that stick out of what surrounds them."""
    found = []
    for widget in visible_widgets(root):
        if isinstance(widget, QLabel):
            found += _cut_label(widget)
        elif isinstance(widget, QAbstractButton | Chip | RiskBadge | KeyCap):
            needed = widget.sizeHint()
            if needed.width() > widget.width() + 1 or needed.height() > widget.height() + 1:
                found.append(
                    f"{_name(widget)} needs {needed.width()}x{needed.height()}, has {widget.width()}x{widget.height()}"
                )
        elif isinstance(widget, QComboBox) and not widget.isEditable() and _cut_choice(widget):
            found.append(f"{_name(widget)}: {widget.currentText()}")
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox | Chip) and _sticks_out(
            widget
        ):
            found.append(f"{_name(widget)} sticks out at the side")
    return found


def small_texts(root: QWidget) -> list[str]:
    """Visible text below 12 px."""
    return [
        f"{_name(widget)}: {widget.font().pixelSize()} px"
        for widget in visible_widgets(root)
        if widget.property("type_style") and widget.font().pixelSize() < SMALLEST_TEXT_PX
    ]


def nameless(root: QWidget) -> list[str]:
    """What Tab reaches but a screen reader cannot name."""
    return [
        _name(widget)
        for widget in visible_widgets(root)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
        and widget.focusProxy() is None
    ]


def small_targets(root: QWidget) -> list[str]:
    """Controls smaller than 24 x 24."""
    return [
        f"{_name(widget)}: {widget.width()}x{widget.height()}"
        for widget in visible_widgets(root)
        if isinstance(widget, QAbstractButton | QLineEdit | QComboBox)
        and widget.parentWidget() is not None
        and not isinstance(widget.parentWidget(), QComboBox)
        and min(widget.width(), widget.height()) < SMALLEST_TARGET_PX
    ]


def filled_buttons(root: QWidget) -> list[Button]:
    return [
        widget for widget in visible_widgets(root) if isinstance(widget, Button) and widget.kind == "filled"
    ]


def _cut_label(label: QLabel) -> list[str]:
    room = label.contentsRect()
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if needed > label.height() + 1:
            return [f"{label.text()!r} needs height {needed}, has {label.height()}"]
        longest = max(
            (label.fontMetrics().horizontalAdvance(word) for word in label.text().split()), default=0
        )
        return [f"{label.text()!r}: a word is wider than the label"] if longest > room.width() + 1 else []
    needed = label.fontMetrics().horizontalAdvance(label.text())
    return [f"{label.text()!r} needs {needed}, has {room.width()}"] if needed > room.width() + 1 else []


def _cut_choice(choice: QComboBox) -> bool:
    return choice.fontMetrics().horizontalAdvance(choice.currentText()) > choice.width() - 44


def _sticks_out(widget: QWidget) -> bool:
    """Beyond the left or right edge of the window or of the column that scrolls it (columns scroll only up and down)."""
    step = widget.parentWidget()
    while step is not None:
        if isinstance(step, QAbstractScrollArea):
            if not isinstance(step, QScrollArea) or step.horizontalScrollBar().maximum() > 0:
                return False
            edge = step.viewport()
            return not _within(widget, edge)
        step = step.parentWidget()
    return not _within(widget, widget.window())


def _within(widget: QWidget, around: QWidget) -> bool:
    place = QRect(widget.mapTo(around, QPoint(0, 0)), widget.size())
    return place.left() >= -1 and place.right() <= around.width() + 1


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} {widget.accessibleName() or text!r}"
