"""The sections of a form with how far each is: check, arc or empty ring, words, answered of asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from ui import icons, theme
from ui.widgets import paint
from ui.widgets.text import Text

ROW, CHILD_ROW, INDENT = 32, 28, 28


@dataclass(frozen=True)
class Entry:
    """A page of the form; ``child`` pages stand indented below their section. ``said`` is for screen readers."""

    words: str
    answered: int
    of: int
    child: bool = False
    head: bool = False
    """A section title above its children: not a page of its own."""
    said: str = ""


class _Line(QAbstractButton):
    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(not entry.head)
        self.setEnabled(not entry.head)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if entry.head else Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._shown: Entry | None = None
        self.show_entry(entry)

    def show_entry(self, entry: Entry) -> None:
        if entry == self._shown:
            return
        self._entry = self._shown = entry
        self.setAccessibleName(entry.said or entry.words)
        self.setToolTip(entry.words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(180, theme.scaled(CHILD_ROW if self._entry.child else ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, entry = QPainter(self), self._entry
        whole = QRectF(self.rect())
        if self.isChecked():
            paint.box(painter, whole.adjusted(0, 1, 0, -1), "surface", "line_mid")
        elif self.underMouse() and self.isEnabled():
            paint.box(painter, whole.adjusted(0, 1, 0, -1), "hover")
        x = 12.0 + (INDENT if entry.child else 0)
        self._mark(painter, QRectF(x, whole.center().y() - 7, 14, 14))
        complete = entry.of > 0 and entry.answered >= entry.of
        count = (
            ""
            if entry.head or not entry.of
            else str(entry.of)
            if complete
            else f"{entry.answered}/{entry.of}"
        )
        width = paint.width_of(count, "caption")
        style = "strong" if self.isChecked() else "body"
        paint.words(
            painter,
            QRectF(x + 26, 0, whole.width() - x - 26 - width - 16, whole.height()),
            entry.words,
            style,
            "text",
        )
        paint.words(
            painter,
            QRectF(whole.width() - width - 9, 0, width + 2, whole.height()),
            count,
            "caption",
            "text_2",
        )

    def _mark(self, painter: QPainter, place: QRectF) -> None:
        entry = self._entry
        if entry.head:
            return
        if entry.of and entry.answered >= entry.of:
            icons.paint(painter, place.x() - 1, place.y() - 1, "check", "low", 16)
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = place.adjusted(1, 1, -1, -1)
        painter.setPen(QPen(theme.colour("line_strong"), 1.5))
        painter.drawEllipse(ring)
        if entry.answered:
            painter.setPen(QPen(theme.colour("accent"), 3))
            painter.drawArc(ring, 90 * 16, round(-360 * 16 * entry.answered / entry.of))
        painter.restore()


class Outline(QWidget):
    """``chosen(index)`` of an entry; Up, Down and Enter inside."""

    chosen = Signal(int)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[_Line] = []
        self._entries: tuple[Entry, ...] = ()
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 10, 8, 10)
        self._column.setSpacing(0)
        heading = Text(title, "strong")
        heading.setMinimumHeight(theme.scaled(26))
        self._column.addWidget(heading)
        self._column.addSpacing(4)
        self._column.addStretch(1)

    def show_entries(self, entries: Sequence[Entry], current: int) -> None:
        """Show these pages; lines are kept while their number and kind stay."""
        kinds = [(entry.child, entry.head) for entry in entries]
        if kinds != [(entry.child, entry.head) for entry in self._entries]:
            for line in self._lines:
                self._group.removeButton(line)
                self._column.removeWidget(line)
                line.hide()
                line.deleteLater()
            self._lines = [_Line(entry) for entry in entries]
            for number, line in enumerate(self._lines):
                self._group.addButton(line, number)
                self._column.insertWidget(2 + number, line)
        for line, entry in zip(self._lines, entries, strict=True):
            line.show_entry(entry)
        self._entries = tuple(entries)
        if 0 <= current < len(self._lines):
            self._lines[current].setChecked(True)

    def take_focus(self) -> None:
        line = self._group.checkedButton()
        if line is not None:
            line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        lines = [line for line in self._lines if line.isEnabled()]
        here = next((at for at, line in enumerate(lines) if line.hasFocus()), None)
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if here is not None and step is not None:
            lines[(here + step) % len(lines)].setFocus(Qt.FocusReason.TabFocusReason)
        elif here is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            lines[here].click()
        else:
            super().keyPressEvent(event)
