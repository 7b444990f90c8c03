"""Today: deadlines and route at the left, what was left half done and what to check at the right."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.forms.questions import said
from app.services.today import Counts, DraftLine, Due, Stop
from app.services.typed import Form
from app.services.workers import WorkerHere
from ui import formatting, icons, languages, theme
from ui.page import Desk, Heading, Page
from ui.screens import family_words, team_words
from ui.screens.assessment_places import Amend, Begin
from ui.screens.today.presenter import Check, TodayPresenter, TodayState, deadline_state
from ui.widgets import paint
from ui.widgets.badges import DeadlineChip
from ui.widgets.buttons import Button
from ui.widgets.card import Card, Rule
from ui.widgets.empty_state import EmptyState, IconPicture
from ui.widgets.facts import clear
from ui.widgets.panes import TwoPanes, column
from ui.widgets.records import Column, RecordTableModel
from ui.widgets.rows import Row, RowList
from ui.widgets.text import ElidedText, Text

translate = QCoreApplication.translate


def make(desk: Desk) -> Page:
    """The screen for this desk."""
    presenter = TodayPresenter(desk.vault, desk.tasks)
    view = TodayView(presenter, desk.navigator.go, desk.screens)
    presenter.setParent(view)
    return view


class DeadlineRow(QWidget):
    """A family that cannot wait: who, where, how late, and the next step."""

    pressed = Signal(object)

    def __init__(self, due: Due, *, first: bool, can_visit: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        names = QVBoxLayout()
        names.setSpacing(0)
        surname, rest = family_words.with_children(due.line)
        names.addWidget(TwoTone(surname, rest))
        second = " · ".join(
            part for part in (family_words.house(due.line), family_words.last_seen(due.line)) if part
        )
        names.addWidget(ElidedText(second, "small", "text_2"))
        row.addLayout(names, 1)
        row.addWidget(
            DeadlineChip(deadline_state(due), family_words.deadline_words(due.due_on, due.days_late)),
            0,
            Qt.AlignmentFlag.AlignVCenter,
        )
        words = translate("today", "Start visit") if first and can_visit else translate("today", "Open")
        self.button = Button(words, "filled" if first else "plain")
        self.button.setAccessibleName(f"{words}: {due.line.name}")
        self.button.clicked.connect(lambda: self.pressed.emit(due.line.id))
        row.addWidget(self.button)


class TwoTone(QWidget):
    """A semibold word and regular ones behind it, in one line that gives way."""

    def __init__(self, first: str, rest: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = [(first, "strong", "text"), (f" {rest}" if rest else "", "body", "text_2")]
        self.setAccessibleName(f"{first} {rest}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, theme.scaled(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint.highlighted(QPainter(self), QRectF(self.rect()), self._parts)


class WaitingLine(QWidget):
    """A colleague who waits for something that the worker can hand over: one quiet line."""

    pressed = Signal()

    def __init__(self, waiting: WorkerHere, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(IconPicture("key", 18))
        row.addWidget(Text(team_words.waits_today(waiting), "body", wrap=True), 1)
        button = Button(translate("team", "Hand over"), "text")
        button.setAccessibleName(f"{button.text()}: {waiting.name}")
        button.clicked.connect(self.pressed)
        row.addWidget(button)


class CheckLine(QWidget):
    """A line of the check list: tick or a mark that needs a look, and the words."""

    def __init__(self, good: bool, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._good = good
        row = QHBoxLayout(self)
        row.setContentsMargins(26, 3, 0, 3)
        self._words = Text(words, "body", "text" if good else "medium", wrap=True)
        row.addWidget(self._words)

    def paintEvent(self, event: QPaintEvent) -> None:
        top = 3 + theme.scaled(20) / 2 - 8
        icons.paint(
            QPainter(self), 0, top, "check" if self._good else "flag", "low" if self._good else "medium", 16
        )


class TodayView(Page):
    """Focus begins on the filled button: the visit that cannot wait."""

    def __init__(
        self,
        presenter: TodayPresenter,
        go: Callable[..., None],
        screens: frozenset[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter, self._go, self._screens = presenter, go, screens
        self._arriving = False
        self._build()
        presenter.changed.connect(self.show_state)
        self.show_state(presenter.state)

    def _build(self) -> None:
        self._deadline_title = Text(translate("today", "Deadlines that cannot wait"), "heading")
        self._deadlines = Card(padding=0, spacing=0)
        self._all_late = Button("", "text")
        self._all_late.clicked.connect(lambda: self._go("families", "overdue"))
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(4)
        head.addWidget(Text(translate("today", "Today's route"), "heading"))
        head.addStretch(1)
        new_visit = Button(translate("today", "New visit"), "plain", icon="plus", keys="Ctrl N", small=True)
        new_visit.clicked.connect(self.search_wanted)
        if "visit" not in self._screens:
            new_visit.hide()
        head.addWidget(new_visit)
        route_head = QWidget()
        route_head.setMinimumHeight(theme.scaled(36))
        route_head.setLayout(head)
        self._stops: RecordTableModel[Stop | Due] = RecordTableModel(
            [Column[Stop | Due]("", lambda one: route_row(one).title)], lambda one: route_row(one).sentence()
        )
        self._route_list = RowList(translate("today", "Today's route"), self._stops, route_row, tall=True)
        self._route_list.opened.connect(lambda due: self._go("family", due.line.id))
        self._route = Card(padding=0)
        self._route.body.addWidget(self._route_list)
        self._nothing = EmptyState(
            "today",
            translate("today", "No visits planned"),
            button=translate("today", "Look at the families"),
        )
        self._nothing.pressed.connect(lambda: self._go("families"))
        self._route.body.addWidget(self._nothing)
        self._waiting = Card(padding=0, spacing=0)
        work = column(
            self._waiting, self._deadline_title, self._deadlines, self._all_late, route_head, self._route
        )
        self._panes = TwoPanes(
            work, self._build_facts(), translate("today", "Deadlines and route"), translate("today", "Facts")
        )
        self._panes.facts_hidden_changed.connect(self.facts_hidden_changed)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._panes)

    def _build_facts(self) -> QWidget:
        self._drafts: RecordTableModel[DraftLine] = RecordTableModel(
            [Column[DraftLine]("", lambda one: draft_row(one).title)], lambda one: draft_row(one).sentence()
        )
        self._draft_list = RowList(translate("today", "To finish"), self._drafts, draft_row, tall=True)
        self._draft_list.opened.connect(self._open_draft)
        self._draft_card = Card(translate("today", "To finish"), padding=0)
        self._draft_card.head_note(translate("today", "saved automatically"))
        self._draft_card.body.addWidget(self._draft_list)
        self._checks = Card(translate("today", "Before you leave"), padding=16, spacing=0)
        again = Button(translate("today", "Check again"), "text")
        again.clicked.connect(self._presenter.read)
        self._checks.add_to_head(again)
        self._figures = Card(translate("today", "This laptop"), padding=16, spacing=6)
        return column(self._draft_card, self._checks, self._figures)

    # state -> widgets

    def show_state(self, state: TodayState) -> None:
        """Deadlines, route, drafts and checks of the day."""
        today = state.today
        self._show_deadlines(state)
        self._show_waiting(state.waiting)
        if today is None:
            return
        self._arriving = False
        lines: list[Stop | Due] = []
        for stop in today.route:
            lines += [stop, *stop.stops]
        self._stops.set_records(lines)
        self._route_list.setVisible(bool(today.route))
        self._nothing.setVisible(not today.route)
        if not today.counts.families:
            self._nothing.say(
                translate("today", "No families yet"),
                translate("today", "Register the first one or import a list."),
            )
        else:
            self._nothing.say(translate("today", "No visits planned"))
        self._drafts.set_records(today.drafts)
        self._draft_card.setVisible(bool(today.drafts))
        _refill(
            self._checks,
            [CheckLine(check.good, check_words(check)) for check in state.checks(int(time.time()))],
        )
        _refill(self._figures, [figure_line(words, value) for words, value in figures(today.counts)])
        self.heading_changed.emit()

    def _show_deadlines(self, state: TodayState) -> None:
        old = self._deadlines.findChildren(DeadlineRow)
        focused = next((number for number, row in enumerate(old) if row.button.hasFocus()), None)
        rows: list[QWidget] = []
        for number, due in enumerate(state.deadlines):
            if number:
                rows.append(Rule())
            row = DeadlineRow(due, first=number == 0, can_visit="visit" in self._screens)
            target = "visit" if number == 0 and "visit" in self._screens else "family"
            row.pressed.connect(lambda family, target=target: self._go(target, family))
            rows.append(row)
        _refill(self._deadlines, rows)
        buttons = [row.button for row in rows if isinstance(row, DeadlineRow)]
        if focused is not None and buttons:
            buttons[min(focused, len(buttons) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._arriving and buttons:
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self._deadline_title.setVisible(bool(rows))
        self._deadlines.setVisible(bool(rows))
        self._all_late.setVisible(state.more_deadlines > 0)
        total = len(state.today.deadlines) if state.today else 0
        self._all_late.setText(translate("today", "See all %n deadlines", "", total))
        self._all_late.updateGeometry()

    def _show_waiting(self, waiting: tuple[WorkerHere, ...]) -> None:
        lines = []
        for one in waiting:
            line = WaitingLine(one)
            line.pressed.connect(lambda worker_id=one.id: self._go("team", worker_id))
            lines.append(line)
        _refill(self._waiting, lines)
        self._waiting.setVisible(bool(lines) and "team" in self._screens)

    def _open_draft(self, draft: DraftLine) -> None:
        if draft.place is not None and draft.place.form == "new_family":
            self._go("new_family")
        elif draft.place is not None and draft.family_line is not None:
            self._go("family", draft.place)
        elif draft.family_line is not None and draft.form is not None:
            begun = Begin(draft.family_line.id, draft.form.id)
            self._go("assessment", begun if draft.amends is None else Amend(draft.amends))
        elif draft.family_line is not None and "visit" in self._screens:
            self._go("visit", draft.family_line.id)

    # page

    def heading(self) -> Heading:
        title = translate("screens", "Today")
        return Heading(title, formatting.long_day(self._presenter.state.day), window=title)

    def arrive(self, what: object) -> None:
        self._arriving = True
        self._presenter.read()

    def panes(self) -> tuple[QWidget, ...]:
        return (self._panes.work, self._panes.facts)

    def first_focus(self) -> QWidget | None:
        return self.filled_button() or self._route_list

    def toggle_facts(self) -> None:
        self._panes.toggle_facts()

    def facts_hidden(self) -> bool:
        return self._panes.facts_hidden


def route_row(one: "Stop | Due") -> Row:
    """A village as a group header, a family as a row."""
    if isinstance(one, Stop):
        visits = translate("today", "%n families", "", len(one.stops))
        return Row(one.name or translate("today", "Village not known"), visits, group=True, group_icon="pin")
    surname, rest = family_words.with_children(one.line)
    chip = family_words.deadline_chip(deadline_state(one), one.due_on, one.days_late) if one.due_on else None
    second = (
        family_words.house(one.line, village=False)
        or one.line.phone
        or one.line.number
        or family_words.last_seen(one.line)
    )
    return Row(surname, rest, second=second, note=family_words.last_seen(one.line), chip=chip)


def draft_row(draft: DraftLine) -> Row:
    """What was left half done, of whom, and how far or since when."""
    titles: dict[Form, str] = {
        "note": translate("family", "Note"),
        "house": translate("family", "House and contact"),
        "person": translate("family", "Details of the person"),
        "member": translate("family", "New member"),
        "new_family": translate("screens", "New family"),
    }
    if draft.place is None:
        title, far = translate("today", "Home visit"), translate("today", "%n answers", "", draft.answered)
        if draft.form is not None:
            title = said(draft.form.title, languages.current())
        if draft.amends is not None:
            title = translate("today", "Correction: %1").replace("%1", title)
    else:
        title, far = titles[draft.place.form], formatting.moment(draft.saved_at)
    name = draft.family_line.name if draft.family_line else draft.name
    if not name and (draft.place is None or draft.place.family is not None):
        name = translate("today", "Family not on this laptop")
    return Row(title, second=" · ".join(part for part in (name, far) if part), icon="draft")


def check_words(check: Check) -> str:
    """One sentence for a line of the check list."""
    if check.name == "county_data":
        if check.at is None:
            return translate("today", "Nothing received from the county yet")
        return translate("today", "County data of %1").replace("%1", formatting.moment(check.at))
    if check.name == "clock":
        if check.at is None:
            return translate("today", "The clock was not compared with the county yet")
        if not check.good:
            return translate(
                "today",
                "The laptop's clock is off by %n minutes. Check it: deadlines depend on it.",
                "",
                check.minutes,
            )
        return translate("today", "The laptop's clock is right")
    if check.at is None:
        return translate("today", "No safety copy yet")
    return translate("today", "Safety copy of %1").replace("%1", formatting.moment(check.at))


def figures(counts: Counts) -> tuple[tuple[str, int], ...]:
    """What this laptop holds."""
    return (
        (translate("today", "Families"), counts.families),
        (translate("today", "People"), counts.people),
        (translate("today", "Children"), counts.children),
        (translate("today", "Visits this month"), counts.visits_this_month),
    )


def figure_line(words: str, value: int) -> QWidget:
    """Words at the left, the number at the right."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(Text(words, "body", "text_2"), 1)
    row.addWidget(Text(formatting.number(value), "strong"))
    return line


def _refill(card: Card, widgets: Sequence[QWidget]) -> None:
    clear(card.body)
    for widget in widgets:
        card.body.addWidget(widget)
