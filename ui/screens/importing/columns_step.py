"""Step 2: for every sheet what it is, for every column where it goes; beside it the live figures."""

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.screens.importing import words
from ui.screens.importing.presenter import ColumnLine, SheetLine
from ui.screens.importing.preview import Figures
from ui.theme import TypeStyle
from ui.widgets.action_bar import ActionBar
from ui.widgets.answer_keys import AnswerKeys, Option
from ui.widgets.buttons import Button
from ui.widgets.card import Card, Rule
from ui.widgets.fields import Choice
from ui.widgets.panes import TwoPanes, column
from ui.widgets.tabs import Tabs
from ui.widgets.text import ElidedText, Text

translate = QCoreApplication.translate
KINDS = ("people", "households", "visits", "ignored")
MOST_COLUMNS = 120
"""More columns than this are kept as notes without a row of their own: no office's list has them, a broken file may."""
MOST_TABS = 6


class FieldChoice(Choice):
    """A list of fields that a turn of the wheel over the page does not change."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class SheetPane(QWidget):
    """One sheet: its kind, and a row per column of the file."""

    field_changed = Signal(str, int, object)
    kind_changed = Signal(str, str)

    def __init__(self, sheet: SheetLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = sheet
        self._choices: dict[int, FieldChoice] = {}
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self._kind_row())
        if sheet.kind != "ignored":
            whole.addWidget(self._column_card())
        else:
            why = translate("importing", "Its rows are not read as records; the report lists them all.")
            whole.addWidget(Text(why, "body", "text_2", wrap=True))
        whole.addStretch(1)

    def _kind_row(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self._kind = AnswerKeys(
            translate("importing", "What this sheet is"), [Option(kind, words.kind(kind)) for kind in KINDS]
        )
        self._kind.set_value(self.sheet.kind)
        self._kind.changed.connect(self._chose_kind)
        row.addWidget(self._kind)
        about = translate("importing", "%n filled rows", "", self.sheet.rows)
        if self.sheet.village:
            village = translate("importing", "village: %1").replace("%1", self.sheet.village)
            about = f"{about} · {village}"
        row.addWidget(ElidedText(about, "small", "text_2"), 1)
        return holder

    def focus_kind(self) -> None:
        """Focus on what the sheet is: the widgets of the former kind are gone."""
        self._kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chose_kind(self) -> None:
        kind = self._kind.value()
        if kind is None:
            self._kind.set_value(self.sheet.kind)
        else:
            self.kind_changed.emit(self.sheet.name, kind)

    def _column_card(self) -> Card:
        card = Card(padding=0, spacing=0)
        card.body.addWidget(
            _row(
                Text(translate("importing", "Column of the file"), "small", "text_2"),
                Text(translate("importing", "for example"), "small", "text_2"),
                Text(translate("importing", "goes to"), "small", "text_2"),
                low=True,
            )
        )
        shown = self.sheet.columns[:MOST_COLUMNS]
        for line in shown:
            card.body.addWidget(Rule())
            card.body.addWidget(
                _row(
                    ElidedText(line.header, "strong"),
                    ElidedText(" · ".join(line.examples), "small", "text_2"),
                    self._choice(line),
                )
            )
        if len(self.sheet.columns) > len(shown):
            more = translate(
                "importing", "%n more columns are kept as notes.", "", len(self.sheet.columns) - len(shown)
            )
            card.body.addWidget(Rule())
            card.body.addWidget(_row(Text(more, "small", "text_2"), QWidget(), QWidget(), low=True))
        return card

    def _choice(self, line: ColumnLine) -> FieldChoice:
        options = [("", words.field(None)), *((field, words.field(field)) for field in self.sheet.fields)]
        choice = FieldChoice(translate("importing", "%1: goes to").replace("%1", line.header), options)
        choice.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        choice.setCurrentIndex(choice.findData(line.field or ""))
        choice.activated.connect(
            lambda _number: self.field_changed.emit(self.sheet.name, line.index, choice.value() or None)
        )
        self._choices[line.index] = choice
        return choice

    def show_fields(self, sheet: SheetLine) -> None:
        """The same sheet with other fields: a field belongs to one column only."""
        self.sheet = sheet
        for line in sheet.columns:
            choice = self._choices.get(line.index)
            if choice is not None and choice.value() != (line.field or ""):
                with QSignalBlocker(choice):
                    choice.setCurrentIndex(choice.findData(line.field or ""))


def _row(first: QWidget, second: QWidget, third: QWidget, *, low: bool = False) -> QWidget:
    holder = QWidget()
    holder.setMinimumHeight(theme.scaled(32 if low else 46))
    grid = QGridLayout(holder)
    grid.setContentsMargins(16, 4, 8, 4)
    grid.setHorizontalSpacing(12)
    for place, (widget, stretch) in enumerate(((first, 5), (second, 6), (third, 6))):
        widget.setMinimumWidth(1)
        grid.addWidget(widget, 0, place)
        grid.setColumnStretch(place, stretch)
        grid.setColumnMinimumWidth(place, 40)
    return holder


class FiguresCard(Card):
    """What would be brought in; the figures stay, paler, while they are counted anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("importing", "What Vatra found"), spacing=8, parent=parent)
        self._counting = self.head_note("")
        styles: tuple[TypeStyle, ...] = ("heading", "heading", "heading", "body", "body")
        self._lines = [Text("", style, wrap=True) for style in styles]
        for line in self._lines:
            self.body.addWidget(line)

    def show_figures(self, figures: Figures | None) -> None:
        """None: they are being counted."""
        self._counting.setText("" if figures else translate("importing", "counting…"))
        for line in self._lines:
            line.set_tone("text" if figures else "text_3")
        if figures is None:
            return
        said = (
            translate("importing", "%n families", "", figures.families),
            translate("importing", "%n people", "", figures.people),
            translate("importing", "%n visits", "", figures.visits),
            translate("importing", "%n rows to look at", "", figures.to_look_at),
            translate("importing", "%n rows set aside", "", figures.set_aside),
        )
        for line, words_of_it in zip(self._lines, said, strict=True):
            line.setText(words_of_it)


class ColumnsStep(QWidget):
    """``field_changed``, ``kind_changed``, ``on`` and ``back``."""

    field_changed = Signal(str, int, object)
    kind_changed = Signal(str, str)
    on = Signal()
    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheets: tuple[SheetLine, ...] = ()
        self._panes: dict[str, SheetPane] = {}
        self._stack = QStackedWidget()
        self._tab_place = QVBoxLayout()
        self._tab_place.setContentsMargins(0, 0, 0, 0)
        self._figures = FiguresCard()
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 4, 24)
        inside.setSpacing(0)
        inside.addLayout(self._tab_place)
        inside.addWidget(self._stack, 1)
        notes = Card(translate("importing", "Nothing is left out"), spacing=8)
        notes.body.addWidget(
            Text(
                translate(
                    "importing",
                    "A column that has no place of its own is kept word for word as a note of the family or person.",
                ),
                "body",
                "text_2",
                wrap=True,
            )
        )
        self.panes = TwoPanes(
            holder,
            column(self._figures, notes),
            translate("importing", "Columns of the file"),
            translate("importing", "What Vatra found"),
        )
        self._back = Button(translate("importing", "Back"), "text")
        self._back.clicked.connect(self.back)
        self._on = Button(translate("importing", "Look at the rows"), "filled", keys="Ctrl Enter")
        self._on.clicked.connect(self.on)
        self._bar = ActionBar(self._back, self._on)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.panes, 1)
        whole.addWidget(self._bar)

    def show_sheets(self, sheets: tuple[SheetLine, ...]) -> None:
        """All sheets; those whose columns only changed their field keep their widgets, focus and scroll."""
        fresh = [sheet.name for sheet in sheets] != [sheet.name for sheet in self._sheets]
        before = {sheet.name: sheet for sheet in self._sheets}
        self._sheets = sheets
        if fresh:
            self._clear()
            self._build_tabs()
        for place, sheet in enumerate(sheets):
            known = before.get(sheet.name)
            pane = self._panes.get(sheet.name)
            if pane is not None and known is not None and _same_columns(known, sheet):
                pane.show_fields(sheet)
            else:
                self._put(place, sheet)

    def first_focus(self) -> QWidget:
        return self._on

    def _build_tabs(self) -> None:
        if len(self._sheets) < 2:
            return
        name = translate("importing", "Sheets of the file")
        if len(self._sheets) <= MOST_TABS:
            tabs = Tabs(name, [(sheet.name, sheet.name) for sheet in self._sheets])
            tabs.chosen.connect(self._show_sheet)
            self._tab_place.addWidget(tabs)
        else:
            choice = Choice(name, [(sheet.name, sheet.name) for sheet in self._sheets])
            choice.activated.connect(lambda _number: self._show_sheet(choice.value()))
            self._tab_place.addWidget(choice)

    def _show_sheet(self, name: str) -> None:
        self._stack.setCurrentWidget(self._panes[name])

    def _put(self, place: int, sheet: SheetLine) -> None:
        shown = self._stack.currentIndex()
        old = self._panes.pop(sheet.name, None)
        focused = QApplication.focusWidget()
        had_focus = old is not None and focused is not None and old.isAncestorOf(focused)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        pane = SheetPane(sheet)
        pane.field_changed.connect(self.field_changed)
        pane.kind_changed.connect(self.kind_changed)
        self._panes[sheet.name] = pane
        self._stack.insertWidget(place, pane)
        self._stack.setCurrentIndex(max(0, shown))
        if had_focus:
            pane.focus_kind()

    def _clear(self) -> None:
        while (item := self._tab_place.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for pane in self._panes.values():
            self._stack.removeWidget(pane)
            pane.deleteLater()
        self._panes.clear()

    def show_figures(self, figures: Figures | None) -> None:
        """The live figures; the way on opens when they are counted."""
        self._figures.show_figures(figures)
        self._on.setEnabled(figures is not None and figures.families > 0)
        if self._on.isEnabled() and self._back.hasFocus():
            # Focus fell to Back while the way on was closed for counting.
            self._on.setFocus(Qt.FocusReason.OtherFocusReason)
        if figures is None:
            self._bar.say(translate("importing", "Counting…"))
        elif figures.families == 0:
            self._bar.say(translate("importing", "No family yet: say which column has the names."))
        else:
            self._bar.say(figures_line(figures))


def figures_line(figures: Figures) -> str:
    """``62 families, 187 people, 40 visits``."""
    parts = [
        translate("importing", "%n families", "", figures.families),
        translate("importing", "%n people", "", figures.people),
        translate("importing", "%n visits", "", figures.visits),
    ]
    return ", ".join(parts)


def _same_columns(one: SheetLine, other: SheetLine) -> bool:
    return one.kind == other.kind and [line.index for line in one.columns] == [
        line.index for line in other.columns
    ]
