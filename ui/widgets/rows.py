"""List rows: two lines, badge, chip, note, chevron, and the group headers between them, painted by one delegate.

A list is a ``RecordTableModel`` plus a function that says how a record looks (``Row``). 20,000 rows scroll as twenty do.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import icons, theme
from ui.widgets import paint
from ui.widgets.paint import ChipLook
from ui.widgets.records import RECORD, RecordTableModel

TWO_LINES, ONE_LINE, GROUP = 51, 40, 28
NARROW, NOTE_SHARE = 520, 0.24
"""Below this width the note column goes: the row keeps its name and its chip."""


@dataclass(frozen=True)
class Row:
    """How one record looks in a list. Only ``title`` is needed.

    ``title`` is semibold, ``rest`` regular behind it, ``second`` the second line; ``lead`` stands at the left (an hour),
    ``note`` in a column at the right; ``badge`` is (level, word); ``marked`` are the parts of the title that matched.
    """

    title: str
    rest: str = ""
    second: str = ""
    lead: str = ""
    icon: str = ""
    note: str = ""
    note_tone: str = "text_2"
    badge: tuple[str, str] | None = None
    chip: ChipLook | None = None
    chevron: bool = True
    group: bool = False
    group_icon: str = ""
    said: str = ""

    def sentence(self) -> str:
        """The whole row as one sentence for screen readers."""
        if self.said:
            return self.said
        parts = [
            self.lead,
            f"{self.title} {self.rest}".strip(),
            self.second,
            self.badge[1] if self.badge else "",
            self.chip.text if self.chip else "",
            self.note,
        ]
        return ", ".join(part for part in parts if part)


def row_height(row: Row) -> int:
    return theme.scaled(GROUP if row.group else TWO_LINES if row.second else ONE_LINE)


class RowDelegate(QStyledItemDelegate):
    """Paints a ``Row``; ``look`` turns the record of the model into one."""

    def __init__(self, look: Callable[[Any], Row], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look

    def row(self, index: QModelIndex | QPersistentModelIndex) -> Row:
        return self.look(index.data(RECORD))

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, row_height(self.row(index)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        state: QStyle.StateFlag = option.state
        rect = QRectF(option.rect)
        row = self.row(index)
        painter.save()
        if row.group:
            _paint_group(painter, rect, row)
        else:
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            focused = bool(state & QStyle.StateFlag.State_HasFocus)
            over = bool(state & QStyle.StateFlag.State_MouseOver)
            _paint_row(painter, rect, row, chosen=chosen or focused, over=over)
        last = index.row() == index.model().rowCount() - 1
        if not last:
            paint.line(painter, rect.x(), rect.bottom() - 1, rect.width())
        painter.restore()


def _paint_group(painter: QPainter, rect: QRectF, row: Row) -> None:
    painter.fillRect(rect.adjusted(0, 0, 0, -1), theme.colour("sunken"))
    x = rect.x() + 16
    if row.group_icon:
        icons.paint(painter, x, rect.center().y() - 8, row.group_icon, "text_2", 16)
        x += 22
    parts = [(row.title, "small_strong", "text")]
    if row.rest:
        parts.append((f"  · {row.rest}", "small", "text_2"))
    paint.highlighted(painter, QRectF(x, rect.y(), rect.right() - x - 16, rect.height()), parts)


def _paint_row(painter: QPainter, rect: QRectF, row: Row, *, chosen: bool, over: bool) -> None:
    if chosen or over:
        painter.fillRect(rect.adjusted(0, 0, 0, -1), theme.colour("accent_tint" if chosen else "hover"))
    if chosen:
        painter.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height() - 1), theme.colour("accent"))
    middle = rect.center().y() - 0.5
    left, right = rect.x() + 16, rect.right() - 16
    if row.lead:
        paint.words(painter, QRectF(left, rect.y(), 56, rect.height()), row.lead, "strong", "text")
        left += 64
    if row.icon:
        icons.paint(painter, left, middle - 10, row.icon, "text_2", 20)
        left += 32
    if row.chevron:
        icons.paint(painter, right - 16, middle - 8, "chevr", "text_2", 16)
        right -= 28
    if row.note and rect.width() >= NARROW:
        width = min(max(120.0, rect.width() * NOTE_SHARE), 200.0)
        paint.words(
            painter, QRectF(right - width, rect.y(), width, rect.height()), row.note, "small", row.note_tone
        )
        right -= width + 16
    if row.chip:
        width = min(paint.chip_width(row.chip), rect.width() * 0.42)
        paint.chip(painter, right - width, middle, row.chip, width)
        right -= width + 12
    if row.badge:
        width = max(112.0, paint.badge_width(row.badge[1]))
        paint.badge(painter, right - width, middle, *row.badge)
        right -= width + 12
    _paint_lines(painter, QRectF(left, rect.y(), max(40.0, right - left), rect.height() - 1), row)


def _paint_lines(painter: QPainter, rect: QRectF, row: Row) -> None:
    first = [(row.title, "strong", "text")]
    if row.rest:
        first.append((f" {row.rest}", "body", "text"))
    if not row.second:
        paint.highlighted(painter, rect, first)
        return
    line = theme.scaled(20)
    top = rect.y() + (rect.height() - 2 * line + 1) / 2
    paint.highlighted(painter, QRectF(rect.x(), top, rect.width(), line), first)
    paint.words(painter, QRectF(rect.x(), top + line, rect.width(), line), row.second, "small", "text_2")


class RowList(QListView):
    """A list whose rows open with Enter or one click; letters jump by name. ``current_changed`` follows the arrows.

    ``tall`` lets the list be as high as its rows, inside a scrolled page; otherwise it scrolls by itself.
    """

    opened = Signal(object)
    current_changed = Signal(object)

    def __init__(
        self,
        name: str,
        model: RecordTableModel[Any],
        look: Callable[[Any], Row],
        *,
        tall: bool = False,
        opens_on_click: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._tall = tall
        self._opens_on_click = opens_on_click
        self._delegate = RowDelegate(look, self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QListView.SelectionMode.SingleSelection)
        self.selectionModel().currentChanged.connect(self._moved)
        if tall:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            model.modelReset.connect(self._fit)
            self._fit()
        else:
            self.setMinimumHeight(theme.scaled(TWO_LINES) * 2)

    def row_model(self) -> RecordTableModel[Any]:
        model = self.model()
        assert isinstance(model, RecordTableModel)
        return model

    def current_record(self) -> Any | None:
        index = self.currentIndex()
        return index.data(RECORD) if index.isValid() else None

    def choose(self, row: int) -> None:
        """Make a row the current one, without opening it."""
        self.setCurrentIndex(self.row_model().index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._opens_on_click and event.button() == Qt.MouseButton.LeftButton:
            self._open(self.indexAt(event.position().toPoint()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._tall:
            self._fit()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and not self._delegate.row(index).group:
            self.opened.emit(index.data(RECORD))

    def _moved(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.current_changed.emit(current.data(RECORD) if current.isValid() else None)

    def _fit(self) -> None:
        model = self.row_model()
        height = sum(row_height(self._delegate.look(record)) for record in model.records())
        self.setFixedHeight(max(1, height))
