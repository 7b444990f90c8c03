"""New family: a short form at the left, "Is it one of these?" at the right, filled while typing."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.countries.identity import Finding
from app.services.registering import Similar
from ui import messages
from ui.navigator import Navigator
from ui.page import Desk, Heading, Page
from ui.screens import family_words
from ui.screens.families.register_presenter import Draft, RegisterPresenter, RegisterState
from ui.widgets.action_bar import ActionBar
from ui.widgets.answer_keys import AnswerKeys, Option
from ui.widgets.buttons import Button
from ui.widgets.card import Card, Rule
from ui.widgets.facts import clear
from ui.widgets.fields import Choice, Field, LineField
from ui.widgets.half_typed_line import HalfTypedLine
from ui.widgets.panes import TwoPanes, column
from ui.widgets.text import ElidedText, Text

translate = QCoreApplication.translate


def make(desk: Desk) -> Page:
    """The screen for this desk."""
    presenter = RegisterPresenter(desk.vault, desk.tasks, desk.country)
    view = RegisterView(presenter, desk.navigator)
    presenter.setParent(view)
    return view


class RegisterView(Page):
    """Enter goes on to the next field, Ctrl+Enter registers, Alt+S says "it is this one"."""

    def __init__(
        self, presenter: RegisterPresenter, navigator: Navigator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter, self._navigator = presenter, navigator
        self._filling = False
        self._build_fields()
        self._panes = TwoPanes(
            column(self._form_card()),
            self._facts(),
            translate("register", "New family"),
            translate("register", "Is it one of these?"),
        )
        self._panes.facts_hidden_changed.connect(self.facts_hidden_changed)
        cancel = Button(translate("register", "Cancel"), "text")
        cancel.clicked.connect(self._cancel)
        self._register = Button(translate("register", "Register the family"), "filled", keys="Ctrl Enter")
        self._register.clicked.connect(presenter.register)
        self._bar = ActionBar(
            cancel,
            self._register,
            line=translate("register", "Stays on the laptop and goes to the county with the next sending."),
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._panes, 1)
        whole.addWidget(self._bar)
        QShortcut(QKeySequence("Alt+S"), self).activated.connect(self._take_first)
        presenter.changed.connect(self.show_state)
        presenter.registered.connect(lambda family_id: navigator.replace("family", family_id))
        self.show_state(presenter.state)

    def _build_fields(self) -> None:
        surname, given = translate("register", "surname"), translate("register", "given names")
        self._surname, self._given = (
            LineField(surname, placeholder=surname),
            LineField(given, placeholder=given),
        )
        self._sex = AnswerKeys(
            translate("register", "Female or male"),
            [
                Option("female", translate("register", "Female")),
                Option("male", translate("register", "Male")),
                Option("", translate("register", "Not known")),
            ],
        )
        self._birth = LineField(
            translate("register", "Date of birth"),
            placeholder=translate("register", "day month year"),
            width=190,
        )
        kind = self._presenter.identity_kind.upper()
        self._papers = AnswerKeys(
            translate("register", "Papers"),
            [
                Option("has", translate("register", "Has a %1").replace("%1", kind)),
                Option("none", translate("register", "No papers")),
                Option("unknown", translate("register", "Not known")),
            ],
        )
        self._identity = LineField(kind, width=190)
        self._village = Choice(translate("register", "Village"), editable=True)
        self._street = LineField(translate("register", "Street and number"))
        self._directions = LineField(translate("register", "How to find the house"))
        self._phone = LineField(translate("register", "Phone"), width=220)
        for field in (
            self._surname,
            self._given,
            self._birth,
            self._identity,
            self._street,
            self._directions,
            self._phone,
        ):
            field.textEdited.connect(lambda _text: self._edited())
            field.editingFinished.connect(self._presenter.check)
            field.returnPressed.connect(self.focusNextChild)
        self._village.editTextChanged.connect(lambda _text: self._edited())
        self._sex.changed.connect(self._edited)
        self._papers.changed.connect(self._edited)

    def _form_card(self) -> Card:
        card = Card(padding=24, spacing=13)
        half_typed = HalfTypedLine()
        half_typed.thrown_away.connect(self._begin_anew)
        self._presenter.half_typed.changed.connect(half_typed.tell)
        card.body.addWidget(half_typed)
        self._birth_field = Field(translate("register", "Date of birth"), self._birth, hint="")
        self._identity_field = Field(self._presenter.identity_kind.upper(), self._identity)
        for field in (
            Field(translate("register", "Who it is about"), self._surname, self._given, strong=True),
            Field(translate("register", "Female or male"), self._sex),
            self._birth_field,
            Field(translate("register", "Papers"), self._papers),
            self._identity_field,
        ):
            card.body.addWidget(field)
        card.body.addWidget(Rule())
        for field in (
            Field(translate("register", "Village"), self._village),
            Field(translate("register", "Street and number"), self._street),
            Field(translate("register", "How to find the house"), self._directions),
            Field(
                translate("register", "Phone"),
                self._phone,
                hint=translate("register", "a neighbour's is enough"),
            ),
        ):
            card.body.addWidget(field)
        self._problem = Text("", "small", "urgent", wrap=True)
        card.body.addWidget(self._problem)
        return card

    def _facts(self) -> QWidget:
        self._similar_card = Card(translate("register", "Is it one of these?"), padding=0, spacing=0)
        self._found = self._similar_card.head_note("")
        return column(self._similar_card)

    # state -> widgets

    def show_state(self, state: RegisterState) -> None:
        """Fields only when they differ from what is typed, so that the cursor never jumps."""
        self._filling = True
        draft = state.draft
        for field, text in (
            (self._surname, draft.family_name),
            (self._given, draft.given_names),
            (self._birth, draft.birth),
            (self._identity, draft.identity_number),
            (self._street, draft.street),
            (self._directions, draft.directions),
            (self._phone, draft.phone),
        ):
            if field.text() != text:
                field.setText(text)
        if (self._sex.value() or None) != draft.sex and not (self._sex.value() == "" and draft.sex is None):
            self._sex.set_value(draft.sex)
        if self._papers.value() != draft.papers:
            self._papers.set_value(draft.papers)
        self._fill_villages(state)
        self._filling = False
        self._identity_field.setVisible(draft.papers == "has")
        self._birth_field.set_problem(_birth_words(state))
        self._birth_field.set_hint(translate("register", "the year alone is enough, or month and year"))
        self._identity_field.set_hint(
            _identity_words(state.identity_finding, self._presenter.identity_kind.upper())
        )
        self._problem.setText(messages.sentence(state.problem) if state.problem else "")
        self._problem.setVisible(state.problem is not None)
        self._register.setEnabled(state.may_register)
        self._register.setToolTip("" if state.may_register else translate("register", "Enter a name first."))
        self._show_similar(state.similar)

    def _fill_villages(self, state: RegisterState) -> None:
        known = [self._village.itemText(number) for number in range(self._village.count())]
        if known != list(state.villages):
            self._village.clear()
            self._village.addItems(list(state.villages))
        if self._village.currentText() != state.draft.village:
            self._village.setEditText(state.draft.village)

    def _show_similar(self, similar: tuple[Similar, ...]) -> None:
        self._similar_card.setVisible(bool(similar))
        self._found.setText(translate("register", "%n found", "", len(similar)))
        body = self._similar_card.body
        clear(body)
        for number, one in enumerate(similar):
            if number:
                body.addWidget(Rule())
            body.addWidget(self._similar_row(one, first=number == 0))

    def _similar_row(self, one: Similar, *, first: bool) -> QWidget:
        likely = one.strength == "very_likely"
        row = QFrame()
        row.setProperty("likely", likely)
        row.setAccessibleName(one.line.name)
        lines = QVBoxLayout(row)
        lines.setContentsMargins(16, 12, 16, 12)
        lines.setSpacing(2)
        top = QHBoxLayout()
        top.addWidget(ElidedText(one.line.name, "strong"), 1)
        strength = translate("register", "very likely") if likely else translate("register", "possible")
        top.addWidget(Text(strength, "small_strong" if likely else "small", "medium" if likely else "text_2"))
        lines.addLayout(top)
        for text in (
            family_words.house(one.line),
            ", ".join(reason_words(one.reasons)),
            family_words.last_seen(one.line),
        ):
            if text:
                lines.addWidget(Text(text, "small", "text_2", wrap=True))
        acts = QHBoxLayout()
        acts.setSpacing(8)
        yes = Button(
            translate("register", "It is this one"), "plain", small=True, keys="Alt S" if first else ""
        )
        yes.clicked.connect(lambda: self._take(one.line.id))
        no = Button(translate("register", "Another one"), "plain", small=True)
        no.setAccessibleName(translate("register", "Another one, not %1").replace("%1", one.line.name))
        yes.setAccessibleName(translate("register", "It is this one: %1").replace("%1", one.line.name))
        no.clicked.connect(lambda: self._presenter.say_no(one.line.id))
        acts.addWidget(yes)
        acts.addWidget(no)
        acts.addStretch(1)
        lines.addSpacing(6)
        lines.addLayout(acts)
        return row

    # acts

    def _edited(self) -> None:
        if self._filling:
            return
        papers = self._papers.value()
        self._presenter.edit(
            Draft(
                family_name=self._surname.text(),
                given_names=self._given.text(),
                sex=self._sex.value() or None,
                birth=self._birth.text(),
                papers=papers if papers in ("has", "none", "unknown") else None,  # type: ignore[arg-type]
                identity_number=self._identity.text(),
                village=self._village.currentText(),
                street=self._street.text(),
                directions=self._directions.text(),
                phone=self._phone.text(),
            )
        )

    def _take_first(self) -> None:
        if self._presenter.state.similar:
            self._take(self._presenter.state.similar[0].line.id)

    def _take(self, family_id: bytes) -> None:
        self._presenter.took(family_id)
        self._presenter.give_up()
        self._navigator.replace("family", family_id)

    def _cancel(self) -> None:
        self._presenter.give_up()
        self._navigator.back()

    def _begin_anew(self) -> None:
        self._presenter.give_up()
        self._surname.setFocus()

    # page

    def heading(self) -> Heading:
        title = translate("screens", "New family")
        return Heading(
            title, translate("register", "a name is enough, the rest at the visit"), back=True, window=title
        )

    def arrive(self, what: object) -> None:
        self._presenter.begin(what if isinstance(what, str) else "")

    def leave(self) -> None:
        self._presenter.leave()

    def first_focus(self) -> QWidget | None:
        return self._given if self._surname.text() else self._surname

    def panes(self) -> tuple[QWidget, ...]:
        return (self._panes.work, self._panes.facts, self._bar)

    def toggle_facts(self) -> None:
        self._panes.toggle_facts()

    def facts_hidden(self) -> bool:
        return self._panes.facts_hidden


def reason_words(reasons: tuple[str, ...]) -> list[str]:
    """Why two families look alike, in words."""
    words = {
        "same_name": translate("register", "same surname"),
        "same_village": translate("register", "same village"),
        "same_person_name": translate("register", "same given name"),
        "same_birth": translate("register", "born in the same year"),
        "same_phone": translate("register", "same phone"),
        "same_identity": translate("register", "same identity number"),
    }
    return [words[reason] for reason in words if reason in reasons]


def _birth_words(state: RegisterState) -> str:
    if state.birth_problem == "unreadable":
        return translate(
            "register", "Enter the date as day, month, year, for example 3.9.2015, or only the year."
        )
    if state.birth_problem == "future":
        return translate("register", "This date is in the future. Enter the day of birth.")
    return ""


def _identity_words(finding: Finding | None, kind: str) -> str:
    if finding is None:
        return ""
    words = {
        Finding.LENGTH: translate(
            "register", "This number has too few or too many digits for a %1. You may keep it as it is."
        ),
        Finding.LETTERS: translate("register", "A %1 has only digits. You may keep it as it is."),
        Finding.CHECK_DIGIT: translate(
            "register",
            "The check digit of the %1 does not fit. Compare with the document. You may keep it as it is.",
        ),
    }
    general = translate(
        "register",
        "The %1 names a day or county that does not exist. Compare with the document. You may keep it as it is.",
    )
    return words.get(finding, general).replace("%1", kind)
