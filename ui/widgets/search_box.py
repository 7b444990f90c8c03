"""The search box: a field and a list under it. Results come while typing; the last row offers to register.

The box knows nothing of families: it tells what was typed (``asked``), is given ``Found`` rows and tells which was taken.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui import icons, theme
from ui.widgets import paint
from ui.widgets.banner import announce
from ui.widgets.records import RECORD, Column, RecordTableModel

FULL_WIDTH, POPUP_WIDTH, WAIT_MS, LEAST_LETTERS = 340, 560, 60, 2


@dataclass(frozen=True)
class Found:
    """A result: ``parts`` is its first line in pieces (text, matched); ``value`` is handed back when it is taken."""

    value: object
    parts: tuple[tuple[str, bool], ...]
    second: str = ""
    note: str = ""
    icon: str = ""

    def sentence(self) -> str:
        return ", ".join(
            part for part in ("".join(text for text, _ in self.parts), self.second, self.note) if part
        )


class _FoundDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, theme.scaled(51 if index.data(RECORD).second else 40))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        found: Found = index.data(RECORD)
        rect = QRectF(option.rect)
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.fillRect(rect, theme.colour("accent_tint"))
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height()), theme.colour("accent"))
        left, right = rect.x() + 16, rect.right() - 16
        if found.icon:
            icons.paint(painter, left, rect.center().y() - 9, found.icon, "accent", 18)
            left += 28
        if found.note:
            width = min(paint.width_of(found.note, "small"), 180.0)
            paint.words(
                painter,
                QRectF(right - width, rect.y(), width + 1, rect.height()),
                found.note,
                "small",
                "text_2",
            )
            right -= width + 12
        line = theme.scaled(20)
        top = rect.y() + (rect.height() - (2 * line if found.second else line)) / 2
        parts = [(text, "strong" if matched else "body", "text") for text, matched in found.parts]
        paint.highlighted(painter, QRectF(left, top, right - left, line), parts)
        if found.second:
            paint.words(
                painter, QRectF(left, top + line, right - left, line), found.second, "small", "text_2"
            )
        if index.row() < index.model().rowCount() - 1:
            paint.line(painter, rect.x(), rect.bottom(), rect.width())
        painter.restore()


class SearchBox(QLineEdit):
    """``asked(text)`` 60 ms after the last letter; ``taken(value)`` with Enter, ``taken_to_start(value)`` with Shift+Enter."""

    asked = Signal(str)
    taken = Signal(object)
    taken_to_start = Signal(object)

    def __init__(
        self, name: str, placeholder: str, short: str, keys: str, parent: QWidget | None = None
    ) -> None:
        """``short`` is the placeholder where the long one has no room."""
        super().__init__(parent)
        theme.set_type(self, "body")
        self.setAccessibleName(name)
        self._keys = keys
        self._placeholder, self._short = placeholder, short
        self._before: QWidget | None = None
        self.setPlaceholderText(placeholder)
        self.setTextMargins(28, 0, 0, 0)
        self.setMinimumWidth(140)
        self.setMaximumWidth(theme.scaled(FULL_WIDTH))
        self.setFixedHeight(theme.scaled(theme.CONTROL))
        self._results: RecordTableModel[Found] = RecordTableModel(
            [Column[Found]("", Found.sentence)], Found.sentence
        )
        self._popup: QFrame | None = None
        self._list: QListView | None = None
        self._pause = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._pause.timeout.connect(self._ask)
        self.textEdited.connect(self._typed)

    def remember_focus(self, before: QWidget | None) -> None:
        """Where Esc goes back to."""
        self._before = before if before is not self else self._before

    def show_results(self, text: str, found: Sequence[Found], said: str) -> None:
        """Show results for ``text`` if that is still what stands in the box; ``said`` is the count for screen readers."""
        if text != self.text().strip() or not self.hasFocus():
            return
        self._results.set_records(found)
        popup, results = self._overlay()
        results.setCurrentIndex(self._results.index(0, 0) if found else QModelIndex())
        height = sum(theme.scaled(51 if one.second else 40) for one in found)
        self._place(popup, height + 10)
        popup.setVisible(bool(found))
        popup.raise_()
        announce(self, said)

    def close_results(self) -> None:
        if self._popup is not None:
            self._popup.hide()

    def results_shown(self) -> bool:
        return self._popup is not None and self._popup.isVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._list is not None and self.results_shown():
            row = self._list.currentIndex().row() + (1 if key == Qt.Key.Key_Down else -1)
            self._list.setCurrentIndex(self._results.index(max(0, min(row, self._results.rowCount() - 1)), 0))
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(start=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
            return
        if key == Qt.Key.Key_Escape:
            self._leave()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.WindowDeactivate):
            self.close_results()
        return super().eventFilter(watched, event)

    def focusOutEvent(self, event: Any) -> None:
        super().focusOutEvent(event)
        QTimer.singleShot(0, self, self._close_if_left)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A short word rather than half a sentence when the top bar is narrow.
        room = self.width() - 56 - paint.key_cap_width(self._keys)
        fits = paint.width_of(self._placeholder, "body") <= room
        self.setPlaceholderText(self._placeholder if fits else self._short)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        icons.paint(painter, 10, (self.height() - 18) / 2, "search", "text_2", 18)
        if not self.text():
            paint.key_cap(painter, self.width() - 9, self.height() / 2, self._keys)

    def _typed(self, _text: str) -> None:
        self._pause.start()

    def _ask(self) -> None:
        text = self.text().strip()
        if len(text) >= LEAST_LETTERS:
            self.asked.emit(text)
        else:
            self.close_results()

    def _take(self, *, start: bool) -> None:
        if not self.results_shown() or self._list is None or not self._list.currentIndex().isValid():
            return
        self._hand_over(self._list.currentIndex().data(RECORD), start=start)

    def _hand_over(self, found: Found, *, start: bool) -> None:
        self.close_results()
        self.clear()
        (self.taken_to_start if start else self.taken).emit(found.value)

    def _leave(self) -> None:
        self.close_results()
        self.clear()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_if_left(self) -> None:
        if not self.hasFocus():
            self.close_results()

    def _overlay(self) -> tuple[QFrame, QListView]:
        if self._popup is None or self._list is None:
            popup = QFrame(self.window())
            popup.setProperty("plane", "overlay")
            column = QVBoxLayout(popup)
            column.setContentsMargins(1, 5, 1, 5)
            results = QListView()
            results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            results.setAccessibleName(self.accessibleName())
            results.setMouseTracking(True)
            results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            results.setItemDelegate(_FoundDelegate(results))
            results.setModel(self._results)
            results.clicked.connect(lambda index: self._hand_over(index.data(RECORD), start=False))
            column.addWidget(results)
            self.window().installEventFilter(self)
            self._popup, self._list = popup, results
        return self._popup, self._list

    def _place(self, popup: QFrame, height: int) -> None:
        window = self.window()
        corner = self.mapTo(window, QPoint(0, self.height() + 6))
        width = min(POPUP_WIDTH, window.width() - 32)
        left = max(
            16,
            min(
                corner.x() + self.width() - width if width > self.width() else corner.x(),
                window.width() - width - 16,
            ),
        )
        popup.setGeometry(left, corner.y(), width, min(height, window.height() - corner.y() - 16))
