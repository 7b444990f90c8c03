"""In brief: who lives here and what is known of the house, what waits, and the timeline."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.access import TEAM
from app.services.families import Event, FamilyFile, Member
from app.services.typed import Place
from ui import formatting, trade
from ui.screens import family_words
from ui.screens.family.presenter import FAMILY_FIELDS, FamilyPresenter, FamilyState
from ui.widgets.buttons import Button
from ui.widgets.card import Card, stretch_card
from ui.widgets.facts import clear, fact_line
from ui.widgets.fields import Field, LineField
from ui.widgets.half_typed_line import HalfTypedLine
from ui.widgets.panes import EDGE, Scroll, column
from ui.widgets.records import Column, RecordTableModel
from ui.widgets.rows import Row, RowList
from ui.widgets.text import Text
from ui.widgets.timeline import Moment, Timeline

translate = QCoreApplication.translate
TIMELINE_WIDTH = 340
TWO_COLUMNS = 760
ICON_OF = {
    "visit": "home",
    "note": "note",
    "registered": "person",
    "imported": "download",
    "changed": "pencil",
}


class Brief(QWidget):
    """``member_opened`` (None: a new one) and ``event_opened`` lead to the other tabs."""

    member_opened = Signal(object)
    event_opened = Signal(object)
    note_wanted = Signal()

    def __init__(
        self,
        presenter: FamilyPresenter,
        go: Callable[..., None],
        screens: frozenset[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter, self._go, self._screens = presenter, go, screens
        self._day = presenter.state.today
        self._place: Place | None = None
        self._house_wanted = False
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 16, EDGE, 0)
        row.setSpacing(14)
        self.work = Scroll(
            column(self._clear_up_card(), self._members_card(), self._house_card(), spacing=14),
            translate("family", "In brief"),
        )
        row.addWidget(self.work, 1)
        self._timeline_card = self._build_timeline()
        row.addWidget(self._timeline_card)

    def _members_card(self) -> Card:
        self._members: RecordTableModel[Member] = RecordTableModel(
            [Column[Member]("", lambda one: self._member_row(one).title)],
            lambda one: self._member_row(one).sentence(),
        )
        self._member_list = RowList(
            translate("family", "Members"), self._members, self._member_row, tall=True
        )
        self._member_list.opened.connect(lambda member: self.member_opened.emit(member.person.id))
        card = Card(translate("family", "Who lives here"), padding=0)
        add = Button(translate("family", "Add a member"), "text", icon="plus")
        add.clicked.connect(lambda: self.member_opened.emit(None))
        card.add_to_head(add)
        card.body.addWidget(self._member_list)
        return card

    def _house_card(self) -> Card:
        card = Card(translate("family", "House and contact"), padding=16, spacing=10)
        self._edit = Button(translate("family", "Change"), "text", icon="pencil")
        self._edit.clicked.connect(self._begin)
        card.add_to_head(self._edit)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(8)
        card.body.addLayout(self._facts)
        self._form = QWidget()
        lines = QVBoxLayout(self._form)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(10)
        words = {
            "name": translate("family", "Name in lists"),
            "phone": translate("family", "Phone"),
            "village": translate("family", "Village"),
            "street": translate("family", "Street and number"),
            "directions": translate("family", "How to find the house"),
        }
        self._fields = {name: LineField(words[name]) for name in FAMILY_FIELDS}
        half_typed = HalfTypedLine()
        half_typed.thrown_away.connect(self._throw_away)
        self._presenter.house.changed.connect(half_typed.tell)
        lines.addWidget(half_typed)
        for name, field in self._fields.items():
            field.returnPressed.connect(self._save)
            field.textEdited.connect(self._typed)
            lines.addWidget(Field(words[name], field))
        acts = QHBoxLayout()
        acts.addStretch(1)
        cancel = Button(translate("family", "Cancel"), "text")
        cancel.clicked.connect(lambda: self._presenter.edit_family(False))
        save = Button(translate("family", "Save changes"), "plain", keys="Enter")
        save.clicked.connect(self._save)
        acts.addWidget(cancel)
        acts.addWidget(save)
        lines.addLayout(acts)
        card.body.addWidget(self._form)
        self._form.hide()
        return card

    def _clear_up_card(self) -> Card:
        self._clear_up = Card(padding=12)
        row = QHBoxLayout()
        row.setSpacing(12)
        self._clear_up_words = Text("", "body", "medium", wrap=True)
        row.addWidget(self._clear_up_words, 1)
        look = Button(translate("family", "Look at both"), "plain", small=True)
        look.clicked.connect(lambda: self._go("clear_up"))
        if "clear_up" not in self._screens:
            look.hide()
        row.addWidget(look)
        self._clear_up.body.addLayout(row)
        self._clear_up.hide()
        return self._clear_up

    def _build_timeline(self) -> Card:
        self._events: RecordTableModel[Event] = RecordTableModel(
            [Column[Event]("", lambda one: event_moment(one).title)], lambda one: event_moment(one).sentence()
        )
        self.timeline = Timeline(translate("family", "Timeline"), self._events, event_moment)
        self.timeline.opened.connect(self.event_opened)
        card = stretch_card(Card(translate("family", "Timeline"), padding=0))
        note = Button(translate("family", "Note"), "text", icon="note")
        note.clicked.connect(self.note_wanted)
        card.add_to_head(note)
        card.body.addWidget(self.timeline, 1)
        card.setFixedWidth(TIMELINE_WIDTH)
        return card

    def show_state(self, state: FamilyState) -> None:
        """Members, facts and events of the family."""
        file = state.file
        if file is None:
            return
        self._day = state.today
        self._members.set_records(file.members)
        self._events.set_records(file.timeline)
        self._show_house(file)
        self._edit.setVisible(not state.editing_family)
        if not state.editing_family and self._form.isAncestorOf(QApplication.focusWidget() or self):
            self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        if state.editing_family and (self._form.isHidden() or self._presenter.house.place != self._place):
            self._fill(file)
        self._form.setVisible(state.editing_family)
        if self._house_wanted:
            self._house_wanted = False
            # What was just shown has no place before the layout is done.
            QTimer.singleShot(0, self._form, lambda: self.work.ensureWidgetVisible(self._form))
        count = len(file.conflicts)
        self._clear_up.setVisible(count > 0)
        self._clear_up_words.setText(
            translate("family", "%n facts have two versions. Somebody has to say which one holds.", "", count)
        )

    def go_to_house(self) -> None:
        """Bring house and contact into view, as soon as they are there."""
        self._house_wanted = True

    def _show_house(self, file: FamilyFile) -> None:
        clear(self._facts)
        if not self._presenter.state.editing_family:
            for label, value in house_facts(file):
                self._facts.addWidget(fact_line(label, value))

    def _begin(self) -> None:
        self._presenter.edit_family(True)
        self._fields["phone"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, file: FamilyFile) -> None:
        """What the record has, and over it what is half typed."""
        self._place = self._presenter.house.place
        typed = self._presenter.house.open(self._place)
        for name, field in self._fields.items():
            field.setText(str(typed.get(name, getattr(file.family, name) or "")))

    def _typed(self) -> None:
        file = self._presenter.state.file
        if file is not None:
            stands = {name: field.text() for name, field in self._fields.items()}
            self._presenter.house.edit(
                {name: text for name, text in stands.items() if text != (getattr(file.family, name) or "")}
            )

    def _throw_away(self) -> None:
        self._presenter.edit_family(False)

    def _save(self) -> None:
        self._presenter.save_family(**{name: field.text() for name, field in self._fields.items()})

    def _member_row(self, member: Member) -> Row:
        return member_row(member, self._presenter.state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._timeline_card.setVisible(self.width() >= TWO_COLUMNS)
        self._timeline_card.setFixedWidth(TIMELINE_WIDTH if self.width() >= 1000 else 280)


def member_row(member: Member, state: FamilyState) -> Row:
    """Name, age, role; school or occupation at the right."""
    person = member.person
    age = formatting.age(person.age_on(state.today)) if person.birth else translate("family", "age not known")
    role = trade.role(member.membership.role) or member.membership.role_text or ""
    note = person.school or person.occupation or ""
    chip = family_words.clear_up_chip() if person.conflicts else None
    return Row(
        person.full_name, f"· {age}" if age else "", second=role or " ", icon="person", note=note, chip=chip
    )


def house_facts(file: FamilyFile) -> tuple[tuple[str, str], ...]:
    """What is known of house and contact; what is not is left out."""
    family, line = file.family, file.line
    facts = [
        (translate("family", "Village"), line.village or ""),
        (translate("family", "Street"), family.street or ""),
        (translate("family", "How to find"), family.directions or ""),
        (translate("family", "Phone"), family.phone or ""),
        (translate("family", "Reasons of help"), ", ".join(family.flags)),
        (
            translate("family", "Last visit"),
            formatting.day(line.last_visit_on)
            if line.last_visit_on
            else translate("families", "never visited"),
        ),
        (
            translate("family", "Next visit"),
            formatting.day(line.next_visit_on)
            if line.next_visit_on
            else translate("families", "no day agreed"),
        ),
        (translate("family", "Came by import"), family.import_source or ""),
    ]
    return tuple((label, value) for label, value in facts if value)


def event_moment(event: Event) -> Moment:
    """An event of the timeline in words."""
    titles = {
        "note": translate("family", "Note"),
        "registered": translate("family", "Family registered"),
        "imported": translate("family", "Came by import"),
        "changed": translate("family", "Changed"),
    }
    title = (
        trade.visit_result(event.title)
        if event.what == "visit"
        else titles.get(event.what, event.title or "")
    )
    if event.kept_in != TEAM:
        title = translate("family", "%1, %2").replace("%1", title).replace("%2", trade.readers(event.kept_in))
    day = formatting.day(event.on) if event.on else ""
    when = f"{day}, {formatting.clock(event.at)}" if event.at and event.what != "visit" else day
    author = " · ".join(part for part in (when, event.author or "") if part)
    text = "\n".join(part for part in (author, event.text or "") if part)
    return Moment(title, text, ICON_OF.get(event.what, "info"), trade.sync_mark(event.sync))
