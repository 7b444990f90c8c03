"""The timeline: dots on a line, newest on top, each with the word for how far it has come."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import icons, theme
from ui.widgets import paint
from ui.widgets.records import RECORD, RecordTableModel

MOST_TEXT_LINES = 3
LEFT = 52


@dataclass(frozen=True)
class Moment:
    """One event: icon in the dot, title, a line or three of text, and ``state`` = (icon, word, token) at the right."""

    title: str
    text: str = ""
    icon: str = "note"
    state: tuple[str, str, str] | None = None
    attention: bool = False

    def sentence(self) -> str:
        return ", ".join(
            part for part in (self.title, self.text, self.state[1] if self.state else "") if part
        )


class _MomentDelegate(QStyledItemDelegate):
    def __init__(self, look: Callable[[Any], Moment], parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look

    def _text_height(self, text: str, width: float) -> float:
        if not text:
            return 0
        metrics = QFontMetricsF(theme.font("small"))
        needed = metrics.boundingRect(
            QRectF(0, 0, width, 10_000), int(Qt.TextFlag.TextWordWrap), text
        ).height()
        return min(needed, metrics.lineSpacing() * MOST_TEXT_LINES)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        moment = self.look(index.data(RECORD))
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else 300
        return QSize(120, round(theme.scaled(20) + self._text_height(moment.text, width - LEFT - 16) + 18))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        state: QStyle.StateFlag = option.state
        rect = QRectF(option.rect)
        moment = self.look(index.data(RECORD))
        painter.save()
        if state & (QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_MouseOver):
            focused = bool(state & QStyle.StateFlag.State_HasFocus)
            painter.fillRect(rect, theme.colour("accent_tint" if focused else "hover"))
            if focused:
                painter.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height()), theme.colour("accent"))
        self._spine(painter, rect, index)
        dot = QRectF(rect.x() + 16, rect.y() + 8, 20, 20)
        paint.box(
            painter,
            dot,
            "medium_tint" if moment.attention else "surface",
            "medium" if moment.attention else "line_mid",
            radius=10,
        )
        icons.paint(
            painter,
            dot.x() + 4,
            dot.y() + 4,
            moment.icon,
            "medium" if moment.attention else "text_2",
            12,
            1.8,
        )
        line = theme.scaled(20)
        right = rect.right() - 14
        first = QRectF(rect.x() + LEFT - 8, rect.y() + 8, right - rect.x() - LEFT + 8, line)
        if moment.state:
            icon, word, token = moment.state
            width = paint.width_of(word, "small") + 20
            paint.words(painter, QRectF(right - width + 20, first.y(), width, line), word, "small", token)
            icons.paint(painter, right - width, first.center().y() - 7, icon, token, 14)
            first.setRight(right - width - 8)
        paint.words(painter, first, moment.title, "strong" if moment.attention else "body", "text")
        if moment.text:
            text = QRectF(
                first.x(),
                first.bottom(),
                right - first.x(),
                self._text_height(moment.text, rect.width() - LEFT - 16) + 1,
            )
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("text_2"))
            painter.setClipRect(text)
            painter.drawText(
                text,
                int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop),
                moment.text,
            )
        painter.restore()

    def _spine(self, painter: QPainter, rect: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        top = rect.y() + (18 if index.row() == 0 else 0)
        bottom = rect.y() + 18 if index.row() == index.model().rowCount() - 1 else rect.bottom()
        painter.fillRect(QRectF(rect.x() + 25, top, 2, bottom - top), theme.colour("line"))


class Timeline(QListView):
    """Events of a ``RecordTableModel``; ``opened`` with the event on Enter or a click."""

    opened = Signal(object)

    def __init__(
        self,
        name: str,
        model: RecordTableModel[Any],
        look: Callable[[Any], Moment],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setItemDelegate(_MomentDelegate(look, self))
        self.setModel(model)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(120)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers()
            and self.currentIndex().isValid()
        ):
            self.opened.emit(self.currentIndex().data(RECORD))
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(index.data(RECORD))
