"""Members: the household at the left, the chosen person's details at the right, changed in place."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.records import Person
from app.services.alike import Alike, Described
from app.services.families import Member
from ui import trade
from ui.formatting import exact_day
from ui.screens.families.register_presenter import birth_problem
from ui.screens.family.alike import AlikeLines
from ui.screens.family.brief import member_row
from ui.screens.family.presenter import PERSON_FIELDS, FamilyPresenter, FamilyState
from ui.typed_dates import read_date
from ui.widgets.answer_keys import AnswerKeys, Option
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.fields import Choice, Field, LineField
from ui.widgets.half_typed_line import HalfTypedLine
from ui.widgets.panes import EDGE, Scroll, column
from ui.widgets.records import Column, RecordTableModel
from ui.widgets.rows import RowList
from ui.widgets.text import Text

translate = QCoreApplication.translate


class Members(QWidget):
    """The details follow the arrows; Save keeps what was changed."""

    def __init__(self, presenter: FamilyPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._shown: tuple[bytes | None, bool] | None = None
        self._recorded: dict[str, str] = {}
        self._to_compare = False
        """Somebody alike was found and not looked at yet."""
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 16, EDGE, 0)
        row.setSpacing(14)
        self.people = Scroll(column(self._list_card()), translate("family", "Members"))
        self.details = Scroll(column(self._details_card()), translate("family", "Details of the person"))
        row.addWidget(self.people, 5)
        row.addWidget(self.details, 6)

    def _list_card(self) -> Card:
        self._model: RecordTableModel[Member] = RecordTableModel(
            [Column[Member]("", lambda one: one.person.full_name)],
            lambda one: member_row(one, self._presenter.state).sentence(),
        )
        self._list = RowList(
            translate("family", "Members"),
            self._model,
            lambda one: member_row(one, self._presenter.state),
            tall=True,
            opens_on_click=False,
        )
        self._list.current_changed.connect(self._choose)
        card = Card(translate("family", "Who lives here"), padding=0)
        add = Button(translate("family", "Add a member"), "text", icon="plus")
        add.clicked.connect(self.add)
        card.add_to_head(add)
        card.body.addWidget(self._list)
        return card

    def _details_card(self) -> Card:
        card = Card(padding=20, spacing=10)
        self._title = Text("", "heading", wrap=True)
        card.body.addWidget(self._title)
        half_typed = HalfTypedLine()
        half_typed.thrown_away.connect(self._throw_away)
        self._presenter.person.changed.connect(half_typed.tell)
        card.body.addWidget(half_typed)
        words = {
            "family_name": translate("family", "Surname"),
            "given_names": translate("family", "Given names"),
            "birth": translate("family", "Date of birth"),
            "identity_number": translate("family", "Identity number"),
            "phone": translate("family", "Phone"),
            "occupation": translate("family", "Occupation"),
            "school": translate("family", "School and class"),
        }
        self._fields = {name: LineField(word) for name, word in words.items()}
        self._sex = AnswerKeys(
            translate("family", "Female or male"),
            [
                Option("female", translate("register", "Female")),
                Option("male", translate("register", "Male")),
                Option("", translate("register", "Not known")),
            ],
        )
        self._role = Choice(
            translate("family", "Place in the household"),
            [("", ""), *((code, trade.role(code)) for code in trade.ROLES)],
        )
        self._rows = {name: Field(words[name], field) for name, field in self._fields.items()}
        role_field = Field(translate("family", "Place in the household"), self._role)
        self._role_field = role_field
        for part in (
            self._rows["family_name"],
            self._rows["given_names"],
            Field(translate("family", "Female or male"), self._sex),
            self._rows["birth"],
            role_field,
        ):
            card.body.addWidget(part)
        for name in ("identity_number", "phone", "occupation", "school"):
            card.body.addWidget(self._rows[name])
        self._alike = AlikeLines()
        self._alike.taken.connect(lambda person: self._presenter.take_in(self._role.value() or None, person))
        self._presenter.alike.found.connect(self._show_alike)
        card.body.addWidget(self._alike)
        acts = QHBoxLayout()
        self._left = Button(translate("family", "Does not live here any more"), "text")
        self._left.clicked.connect(self._has_left)
        self._cancel = Button(translate("family", "Cancel"), "text")
        self._cancel.clicked.connect(lambda: self._presenter.add(False))
        self._save_button = Button(translate("family", "Save changes"), "plain")
        self._save_button.clicked.connect(self._save)
        acts.addWidget(self._left)
        acts.addStretch(1)
        acts.addWidget(self._cancel)
        acts.addWidget(self._save_button)
        card.body.addSpacing(4)
        card.body.addLayout(acts)
        for field in self._fields.values():
            field.textEdited.connect(lambda _text: self._changed())
            field.returnPressed.connect(self._save)
        self._sex.changed.connect(self._changed)
        self._role.activated.connect(self._changed)
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.people.setFixedWidth(
            max(240, min(520, round((self.width() - 62) * 0.42) if self.width() > 900 else 240))
        )

    def show_state(self, state: FamilyState) -> None:
        """The household; the details only when another person was chosen or a save came back."""
        if state.file is None:
            self._shown = None
            return
        people = state.file.members
        if self._model.records() != people:
            self._model.set_records(people)
            self._shown = None
        member = state.chosen_member
        current: Member | None = self._list.current_record()
        if member is not None and (current is None or current.person.id != member.person.id):
            self._list.choose(people.index(member))
        now = (member.person.id if member else None, state.adding)
        if now != self._shown:
            self._shown = now
            self._fill(member)

    def _fill(self, member: Member | None) -> None:
        adding = self._presenter.state.adding
        person = member.person if member else Person(id=b"")
        typed = self._presenter.open_details()
        self._title.setText(translate("family", "New member") if adding else person.full_name)
        self._recorded = self._record(member)
        stands = {**self._recorded, **typed}
        for name, field in self._fields.items():
            if field.text() != stands[name]:
                field.setText(str(stands[name]))
        self._sex.set_value(stands["sex"] or None)
        self._role.setCurrentIndex(max(0, self._role.findData(stands["role"])))
        self._role_field.setVisible(adding)
        self._rows["birth"].set_problem("")
        self._left.setVisible(member is not None)
        self._cancel.setVisible(adding)
        self._say_what_is_saved()
        self._save_button.setEnabled(bool(typed) and self._named())
        self._look_for_alike()

    def _surname(self) -> str:
        file = self._presenter.state.file
        return file.members[0].person.family_name if file and file.members else ""

    def _record(self, member: Member | None) -> dict[str, str]:
        """What the fields show before anything is typed."""
        person = member.person if member else Person(id=b"", family_name=self._surname())
        shown = {name: str(getattr(person, name) or "") for name in PERSON_FIELDS}
        role = (member.membership.role if member else None) or ""
        return {**shown, "birth": exact_day(shown["birth"]) if shown["birth"] else "", "role": role}

    def _stands(self) -> dict[str, str]:
        texts = {name: field.text() for name, field in self._fields.items()}
        return {**texts, "sex": self._sex.value() or "", "role": self._role.value()}

    def _named(self) -> bool:
        return bool(self._fields["family_name"].text().strip() or self._fields["given_names"].text().strip())

    def _changed(self) -> None:
        self._save_button.setEnabled(self._named())
        typed = {name: text for name, text in self._stands().items() if text != self._recorded[name]}
        self._presenter.person.edit(typed)
        self._look_for_alike()

    def _look_for_alike(self) -> None:
        state = self._presenter.state
        if not state.adding or state.family_id is None:
            self._presenter.alike.forget()
            return
        name = (self._fields["family_name"].text(), self._fields["given_names"].text())
        born = read_date(self._fields["birth"].text(), state.today)
        self._presenter.alike.look_for(state.family_id, Described(*name, born))

    def _show_alike(self, people: tuple[Alike, ...]) -> None:
        self._alike.show_people(people)
        self._to_compare = bool(people)
        self._say_what_is_saved()

    def _say_what_is_saved(self) -> None:
        text = translate("family", "Save changes")
        if self._presenter.state.adding:
            text = translate("family", "Add to the family")
            if not self._alike.isHidden():
                text = translate("family", "Add as another person")
        self._save_button.setText(text)
        self._save_button.updateGeometry()

    def _throw_away(self) -> None:
        self._presenter.person.throw_away()
        self._fill(self._presenter.state.chosen_member)

    def add(self) -> None:
        """The form for a new member, with the cursor in it."""
        self._presenter.add(True)
        self._fields["given_names"].setFocus()

    def _choose(self, member: Member | None) -> None:
        if member is not None and member.person.id != self._presenter.state.member:
            self._presenter.choose_member(member.person.id)

    def _save(self) -> None:
        if not self._save_button.isEnabled():
            return
        if self._to_compare:  # once: the eyes have to come by before a second record is made
            self._to_compare = False
            self.details.ensureWidgetVisible(self._alike)
            self._save_button.setFocus()
            return
        state = self._presenter.state
        if birth_problem(self._fields["birth"].text(), state.today):
            self._rows["birth"].set_problem(
                translate(
                    "register", "Enter the date as day, month, year, for example 3.9.2015, or only the year."
                )
            )
            return
        self._rows["birth"].set_problem("")
        fields: dict[str, str | None] = {
            name: self._fields[name].text() for name in PERSON_FIELDS if name in self._fields
        }
        fields["sex"] = self._sex.value() or None
        born = read_date(self._fields["birth"].text(), state.today)
        fields["birth"] = str(born) if born else None
        if state.adding:
            self._presenter.add_member(self._role.value() or None, **fields)
        elif (member := state.chosen_member) is not None:
            self._presenter.save_person(member.person.id, **fields)

    def _has_left(self) -> None:
        member = self._presenter.state.chosen_member
        if member is not None:
            self._presenter.member_left(member)
