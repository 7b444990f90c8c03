"""Families: filter chips over one long list, a short card of the chosen family beside it."""

from collections.abc import Callable
from typing import get_args

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.families import FamilyLine, Only
from ui import formatting
from ui.page import Desk, Heading, Page
from ui.screens import family_words
from ui.screens.families.presenter import FamiliesPresenter, FamiliesState
from ui.widgets.badges import ChipButton
from ui.widgets.buttons import Button
from ui.widgets.card import Card, Rule, stretch_card
from ui.widgets.empty_state import EmptyState
from ui.widgets.facts import clear, fact_line
from ui.widgets.fields import Choice
from ui.widgets.flow import Flow
from ui.widgets.paint import ChipLook
from ui.widgets.panes import EDGE, TwoPanes, column
from ui.widgets.records import Column, RecordTableModel
from ui.widgets.rows import Row, RowList
from ui.widgets.text import Text

translate = QCoreApplication.translate


def make(desk: Desk) -> Page:
    """The screen for this desk."""
    presenter = FamiliesPresenter(desk.vault, desk.tasks)
    view = FamiliesView(presenter, desk.navigator.go, desk.screens)
    presenter.setParent(view)
    return view


class FamiliesView(Page):
    """Enter opens the chosen family; "New family" is the one filled button."""

    def __init__(
        self,
        presenter: FamiliesPresenter,
        go: Callable[..., None],
        screens: frozenset[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter, self._go, self._screens = presenter, go, screens
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._build_head())
        self._panes = TwoPanes(
            self._build_list(),
            self._build_card(),
            translate("families", "List of families"),
            translate("families", "Chosen family"),
        )
        self._panes.facts_hidden_changed.connect(self.facts_hidden_changed)
        whole.addWidget(self._panes, 1)
        presenter.changed.connect(self.show_state)
        presenter.page_came.connect(self._show_page)
        self.show_state(presenter.state)

    def _build_head(self) -> QWidget:
        self._head = head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(EDGE, 0, EDGE, 0)
        row.setSpacing(8)
        self._village = Choice(translate("families", "Village"))
        self._village.setFixedHeight(28)
        self._village.setMinimumWidth(180)
        self._village.activated.connect(lambda _number: self._filter())
        row.addWidget(self._village)
        words = {
            "overdue": translate("families", "Overdue"),
            "never_visited": translate("families", "Never visited"),
            "to_clear_up": translate("families", "To clear up"),
        }
        self._chips: dict[Only, ChipButton] = {}
        for only in get_args(Only):
            chip = ChipButton(ChipLook(words[only]), checkable=True)
            chip.clicked.connect(lambda _on=False, only=only: self._filter(only))
            self._chips[only] = chip
            row.addWidget(chip)
        row.addStretch(1)
        self._import = Button(translate("families", "Import a list"), "plain", icon="download")
        self._import.clicked.connect(lambda: self._go("importing"))
        if "importing" not in self._screens:
            self._import.hide()
        row.addWidget(self._import)
        self._new = Button(translate("families", "New family"), "filled", icon="plus")
        self._new.clicked.connect(lambda: self._go("new_family"))
        row.addWidget(self._new)
        return head

    def _build_list(self) -> QWidget:
        self._model: RecordTableModel[FamilyLine] = RecordTableModel(
            [Column[FamilyLine]("", lambda line: line.name)], lambda line: family_row(line).sentence()
        )
        self._model.more_wanted.connect(self._presenter.read_more)
        self._list = RowList(
            translate("families", "List of families"), self._model, family_row, opens_on_click=False
        )
        self._list.setUniformItemSizes(True)
        self._list.opened.connect(lambda line: self._go("family", line.id))
        self._list.doubleClicked.connect(lambda _index: self._open())
        self._list.current_changed.connect(self._show_card)
        self._list_card = stretch_card(Card(padding=0))
        self._list_card.body.addWidget(self._list, 1)
        self._empty = EmptyState(
            "families",
            translate("families", "No families yet"),
            button=translate("families", "Import a list"),
        )
        self._empty.pressed.connect(self._empty_pressed)
        self._list_card.body.addWidget(self._empty)
        return column(self._list_card, bottom=20, stretch=False)

    def _build_card(self) -> QWidget:
        self._card = Card(padding=16, spacing=10)
        self._name = Text("", "heading", wrap=True)
        self._number = Text("", "small", "text_2", wrap=True)
        self._card.body.addWidget(self._name)
        self._card.body.addWidget(self._number)
        self._card.body.addWidget(Rule())
        self._facts = QVBoxLayout()
        self._facts.setSpacing(8)
        self._card.body.addLayout(self._facts)
        acts = Flow(gap=8, line_gap=8)
        self._open_button = Button(translate("families", "Open"), "plain", keys="Enter")
        self._open_button.clicked.connect(self._open)
        acts.addWidget(self._open_button)
        self._visit_button = Button(translate("families", "Start visit"), "plain", keys="Ctrl N")
        self._visit_button.clicked.connect(self._visit)
        acts.addWidget(self._visit_button)
        self._card.body.addSpacing(4)
        self._card.body.addLayout(acts)
        self._card.hide()
        return column(self._card)

    # state -> widgets

    def show_state(self, state: FamiliesState) -> None:
        """Filters and counts."""
        self._fill_villages(state)
        for only, chip in self._chips.items():
            chip.setChecked(state.only == only)
            chip.updateGeometry()
        nothing = state.loaded and state.total == 0
        self._list.setVisible(not nothing)
        self._empty.setVisible(nothing)
        if state.filtered:
            self._empty.say(
                translate("families", "No family fits"),
                translate("families", "Take a filter away to see the others."),
            )
            self._say_on_button(translate("families", "Show all families"))
        else:
            self._empty.say(
                translate("families", "No families yet"),
                translate("families", "Register the first one or import a list."),
            )
            self._say_on_button(
                translate("families", "Import a list") if "importing" in self._screens else ""
            )
        self.heading_changed.emit()

    def _say_on_button(self, words: str) -> None:
        self._empty.button.setText(words)
        self._empty.button.setVisible(bool(words))
        self._empty.button.updateGeometry()

    def _fill_villages(self, state: FamiliesState) -> None:
        known = [(name, f"{name} · {count}") for name, count in state.villages if name]
        if self._village.count() != len(known) + 1 or [
            self._village.itemText(number + 1) for number in range(len(known))
        ] != [words for _, words in known]:
            self._village.clear()
            self._village.addItem(translate("families", "All villages"), None)
            for name, words in known:
                self._village.addItem(words, name)
        self._village.setCurrentIndex(max(0, self._village.findData(state.village)))

    def _show_page(self, lines: tuple[FamilyLine, ...], offset: int) -> None:
        if offset:
            self._model.add_records(lines)
            return
        current: FamilyLine | None = self._list.current_record()
        chosen = current.id if current else None
        self._model.set_records(lines, self._presenter.state.total)
        row = next((number for number, line in enumerate(lines) if line.id == chosen), 0)
        if lines:
            self._list.choose(row)
        else:
            self._show_card(None)

    def _show_card(self, line: FamilyLine | None) -> None:
        self._card.setVisible(line is not None)
        if line is None:
            return
        self._name.setText(line.name)
        self._number.setText(" · ".join(part for part in (line.number, house_words(line)) if part))
        clear(self._facts)
        for label, value in short_facts(line):
            self._facts.addWidget(fact_line(label, value))
        self._visit_button.setVisible("visit" in self._screens)

    # acts

    def _filter(self, only: Only | None = None) -> None:
        state = self._presenter.state
        chosen = state.only if only is None else (None if state.only == only else only)
        self._presenter.filter_by(village=self._village.currentData(), only=chosen)

    def _empty_pressed(self) -> None:
        if self._presenter.state.filtered:
            self._presenter.filter_by()
        else:
            self._go("importing")

    def _open(self) -> None:
        line = self._list.current_record()
        if line is not None:
            self._go("family", line.id)

    def _visit(self) -> None:
        line = self._list.current_record()
        if line is not None:
            self._go("visit", line.id)

    # page

    def heading(self) -> Heading:
        title = translate("screens", "Families")
        total = self._presenter.state.total
        return Heading(title, translate("families", "%n families", "", total) if total else "", window=title)

    def arrive(self, what: object) -> None:
        if what in get_args(Only):
            self._presenter.filter_by(only=what)  # type: ignore[arg-type]
        else:
            self._presenter.read()

    def family_on_screen(self) -> bytes | None:
        line = self._list.current_record()
        return line.id if line is not None else None

    def first_focus(self) -> QWidget | None:
        return self._list

    def panes(self) -> tuple[QWidget, ...]:
        return (self._head, self._panes.work, self._panes.facts)

    def toggle_facts(self) -> None:
        self._panes.toggle_facts()

    def facts_hidden(self) -> bool:
        return self._panes.facts_hidden


def family_row(line: FamilyLine) -> Row:
    """A family as a row: name, children, house; at the right when it was last seen, and what waits."""
    surname, rest = family_words.with_children(line)
    chip = None
    if line.conflicts:
        chip = family_words.clear_up_chip()
    elif line.pending:
        chip = family_words.to_send_chip()
    second = " · ".join(part for part in (family_words.house(line), line.number or "") if part) or " "
    return Row(surname, rest, second=second, note=family_words.last_seen(line), chip=chip)


def house_words(line: FamilyLine) -> str:
    return " · ".join(part for part in (line.village, line.street) if part)


def short_facts(line: FamilyLine) -> tuple[tuple[str, str], ...]:
    """What one wants to know before driving there; only what is known."""
    facts = [
        (translate("families", "How to find"), line.directions or ""),
        (translate("families", "Phone"), line.phone or ""),
        (translate("families", "Members"), str(line.members) if line.members else ""),
        (translate("families", "Children"), str(line.children) if line.children else ""),
        (
            translate("families", "Last visit"),
            formatting.day(line.last_visit_on)
            if line.last_visit_on
            else translate("families", "never visited"),
        ),
        (
            translate("families", "Next visit"),
            formatting.day(line.next_visit_on) if line.next_visit_on else "",
        ),
    ]
    return tuple((label, value) for label, value in facts if value)
