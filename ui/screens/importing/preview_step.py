"""Step 3: the rows as they would be kept, each problem beside its cell in shape and words; filters; the way to bring in."""

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui import formatting, theme, trade
from ui.screens.importing import words
from ui.screens.importing.columns_step import figures_line
from ui.screens.importing.presenter import PAGE_ROWS
from ui.screens.importing.preview import (
    BORN,
    FAMILY,
    IDENTITY,
    PERSON,
    PHONE,
    PLACE,
    REMARKS,
    ROW,
    Figures,
    PreviewRow,
)
from ui.widgets import paint
from ui.widgets.action_bar import ActionBar
from ui.widgets.answer_keys import AnswerKeys, Option
from ui.widgets.banner import Banner, Notice
from ui.widgets.buttons import Button
from ui.widgets.card import Card, stretch_card
from ui.widgets.empty_state import EmptyState
from ui.widgets.panes import EDGE
from ui.widgets.records import RECORD, Column, Index, RecordTableModel

translate = QCoreApplication.translate
ROW_HEIGHT = 40
FIXED = {ROW: "00000", BORN: "00.00.0000", IDENTITY: "0000000000000", PHONE: "0000000000"}
"""Columns whose content has a known width, and a text that is as wide."""
SHARES = {FAMILY: 5, PERSON: 6, PLACE: 5, REMARKS: 9}
LEFT_OUT_BELOW = {PHONE: 1200, PLACE: 1000}
"""Columns that make room in a narrow window; what is to look at in them stands in the last column too."""
MARK = 18


def cell_words(row: PreviewRow, place: int) -> str:
    """The text of one cell, in the language of the window."""
    if place == REMARKS:
        return "; ".join(_remark_words(row))
    text = row.cells[place]
    if place == BORN and text:
        return formatting.exact_day(text)
    if place == PERSON and row.role == "visit":
        visit = translate("importing", "visit")
        return f"{visit}: {text}" if text else visit
    if place == PERSON and row.role == "aside":
        return text
    if place == PERSON and row.role:
        return f"{text}, {trade.role(row.role)}"
    return text


def _remark_words(row: PreviewRow, place: int | None = None) -> list[str]:
    found: list[str] = []
    for remark in row.remarks:
        if place is not None and remark.place != place:
            continue
        if remark.aside:
            reason = words.aside(remark.code)
            found.append(translate("importing", "set aside: %1").replace("%1", reason))
        else:
            found.append(words.problem(remark.code, remark.value))
    return found


class PreviewModel(RecordTableModel[PreviewRow]):
    """The lazy table of rows; a cell's tool tip says what is to look at in it."""

    def __init__(self, parent: QObject | None = None) -> None:
        titles = (
            translate("importing", "Row"),
            translate("importing", "Family"),
            translate("importing", "Person or visit"),
            translate("importing", "Date"),
            translate("importing", "Identity number"),
            translate("importing", "Where"),
            translate("importing", "Phone"),
            translate("importing", "To look at"),
        )

        def column(place: int, title: str) -> Column[PreviewRow]:
            return Column(title, lambda row: cell_words(row, place), right=place == ROW)

        super().__init__(
            [column(place, title) for place, title in enumerate(titles)],
            lambda row: ", ".join(text for place in range(8) if (text := cell_words(row, place))),
            parent,
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid():
            row = self.record(index.row())
            lines = [cell_words(row, index.column())]
            if index.column() != REMARKS:
                lines += _remark_words(row, index.column())
            return "\n".join(line for line in lines if line)
        return super().data(index, role)


class _CellDelegate(QStyledItemDelegate):
    """Paints a cell: the amber triangle before what is to look at, the words behind it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(60, theme.scaled(ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        state: QStyle.StateFlag = option.state
        rect = QRectF(option.rect)
        row: PreviewRow = index.data(RECORD)
        place = index.column()
        painter.save()
        painter.setClipRect(rect)
        aside = row.role == "aside"
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("accent_tint"))
            if place == ROW:
                painter.fillRect(QRectF(rect.x(), rect.y(), 3, rect.height()), theme.colour("accent"))
        elif aside:
            painter.fillRect(rect, theme.colour("sunken"))
        paint.line(painter, rect.x(), rect.bottom() - 1, rect.width())
        marked = place != REMARKS and any(remark.place == place for remark in row.remarks)
        inner = rect.adjusted(10, 0, -8, -1)
        if marked or (place == REMARKS and row.remarks):
            shape = QRectF(inner.x(), inner.center().y() - 6, 12, 12)
            paint.risk_shape(painter, shape, "medium", theme.colour("medium"))
            inner.setLeft(inner.x() + MARK)
        token = "text_2" if aside or place in (ROW, REMARKS) else "text"
        style = "small_strong" if place == PERSON and row.role == "head" else "small"
        align = paint.RIGHT if place == ROW else paint.LEFT
        paint.words(painter, inner, cell_words(row, place), style, token, align)
        painter.restore()


class PreviewTable(QTableView):
    """Rows are chosen whole; Tab leaves the table; its columns share the width, the less needed go when it is narrow."""

    def __init__(self, model: PreviewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("importing", "Rows of the list"))
        self.setModel(model)
        self.setItemDelegate(_CellDelegate(self))
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme.scaled(ROW_HEIGHT))
        columns.setHighlightSections(False)
        columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        columns.setMinimumSectionSize(36)
        theme.set_type(columns, "small")
        columns.setFixedHeight(theme.scaled(44))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width()
        for place, least in LEFT_OUT_BELOW.items():
            self.setColumnHidden(place, room < least)
        for place, widest in FIXED.items():
            if not self.isColumnHidden(place):
                mark = 0 if place == ROW else MARK
                title = str(self.model().headerData(place, Qt.Orientation.Horizontal))
                content = paint.width_of(widest, "small") + mark
                width = round(max(content, paint.width_of(title, "body"))) + 22
                self.setColumnWidth(place, width)
                room -= width
        shown = {place: share for place, share in SHARES.items() if not self.isColumnHidden(place)}
        for place, share in shown.items():
            self.setColumnWidth(place, room * share // sum(shown.values()))


class PreviewStep(QWidget):
    """``bring_in`` and ``back``; ``filtered(which)`` asks for the rows under another filter."""

    bring_in = Signal()
    back = Signal()
    filtered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[PreviewRow, ...] = ()
        self._model = PreviewModel(self)
        self._model.more_wanted.connect(
            lambda offset: self._model.add_records(self._all[offset : offset + PAGE_ROWS])
        )
        self.table = PreviewTable(self._model)
        self._filter_place = QHBoxLayout()
        self._filter_place.setContentsMargins(EDGE, 16, EDGE, 0)
        self._filter: AnswerKeys | None = None
        self.refusal = Banner(translate("importing", "Close this message"))
        self.refusal.closed.connect(lambda: self.refuse(""))
        self._card = stretch_card(Card(padding=0))
        self._card.body.addWidget(self.table, 1)
        self._nothing = EmptyState("check", translate("importing", "Nothing to look at"))
        self._card.body.addWidget(self._nothing)
        inset = QVBoxLayout()
        inset.setContentsMargins(EDGE, 12, EDGE, 16)
        inset.setSpacing(12)
        inset.addWidget(self.refusal)
        inset.addWidget(self._card, 1)
        self._back = Button(translate("importing", "Back"), "text")
        self._back.clicked.connect(self.back)
        self._go = Button("", "filled", keys="Ctrl Enter")
        self._go.clicked.connect(self.bring_in)
        self._bar = ActionBar(self._back, self._go)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._filter_place)
        whole.addLayout(inset, 1)
        whole.addWidget(self._bar)

    def first_focus(self) -> QWidget:
        return self._go

    def show_figures(self, figures: Figures) -> None:
        """The filter with its counts, and how many families the filled button brings in."""
        if self._filter is not None:
            self._filter_place.removeWidget(self._filter)
            self._filter.hide()
            self._filter.deleteLater()
        else:
            self._filter_place.addStretch(1)
        self._filter = AnswerKeys(
            translate("importing", "Which rows"),
            [
                Option("all", translate("importing", "All rows")),
                Option("to_look_at", _counted(translate("importing", "To look at"), figures.to_look_at)),
                Option("doubles", _counted(translate("importing", "Perhaps twice"), figures.doubles)),
            ],
        )
        self._filter.set_value("all")
        self._filter.changed.connect(self._filtered)
        self._filter_place.insertWidget(0, self._filter)
        self._go.setText(translate("importing", "Bring in %n families", "", figures.families))
        self._go.updateGeometry()
        self._bar.say(figures_line(figures))

    def show_rows(self, rows: tuple[PreviewRow, ...]) -> None:
        """The rows under the filter, a page at a time."""
        self._all = rows
        self._model.set_records(rows[:PAGE_ROWS], len(rows))
        self.table.setVisible(bool(rows))
        self._nothing.setVisible(not rows)

    def refuse(self, sentence: str) -> None:
        """Why nothing was brought in; "" takes it away."""
        bold = translate("importing", "Nothing was brought in.")
        self.refusal.show_notice(Notice("amber", bold, sentence, closable=True) if sentence else None)

    def _filtered(self) -> None:
        assert self._filter is not None
        if self._filter.value() is None:
            self._filter.set_value("all")
        self.filtered.emit(self._filter.value() or "all")


def _counted(word: str, count: int) -> str:
    return f"{word} · {formatting.number(count)}"
