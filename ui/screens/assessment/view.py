"""The assessment form: pages at the left, one current question in the middle, family and level at the right; the result last.

Everything is reached by keys; a digit chooses only where focus is. A finished one is shown the same way, to be read.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.countries.phones import EmergencyPhone, emergency_phones
from app.services.assessment_papers import Prints
from app.services.typed import Place
from ui import formatting
from ui.forms.editors import Editor
from ui.forms.form_state import Listed
from ui.forms.form_view import FormView
from ui.page import Desk, Heading, Page
from ui.print_dialog import PrintDialog
from ui.screens.assessment import rows, words
from ui.screens.assessment.facts import Facts
from ui.screens.assessment.keeping import InVault
from ui.screens.assessment.presenter import AssessmentPresenter
from ui.screens.assessment.result import ResultPage
from ui.screens.assessment.state import AssessmentState
from ui.screens.assessment_places import Amend, Begin, Sealed
from ui.widgets.banner import Notice
from ui.widgets.buttons import Button
from ui.widgets.text import Text

translate = QCoreApplication.translate


def make(desk: Desk) -> Page:
    """The screen for this desk."""
    presenter = AssessmentPresenter(InVault(desk.vault), desk.tasks)
    signer = (desk.who.name, desk.who.profession)
    view = AssessmentView(
        presenter,
        signer,
        emergency_phones(desk.who.country),
        desk.navigator.back,
        desk.navigator.replace,
        desk.navigator.go,
    )
    presenter.setParent(view)
    return view


class AssessmentView(FormView[AssessmentState]):
    """``back`` leaves the draft; ``replace("family", id)`` is where a sealed one ends; ``go("family", ...)`` is where somebody
    who is missing is added (None: nowhere)."""

    def __init__(
        self,
        presenter: AssessmentPresenter,
        signer: tuple[str, str],
        phones: Sequence[EmergencyPhone],
        back: Callable[[], None],
        replace: Callable[[str, object], None],
        go: Callable[[str, object], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(presenter, phones, back, replace, parent)
        self._presenter, self._signer, self._go = presenter, signer, go
        self.facts = Facts()
        inside, acts = self._build_inside(), self._build_acts()
        self.build(inside, self.facts, translate("assessment", "Which of them"), self._go_on, acts)
        self.on("Ctrl+P", presenter.prepare_print)
        presenter.changed.connect(self.show_state)
        presenter.finished.connect(self._finished)
        presenter.failed.connect(self.failed)
        presenter.prints_ready.connect(self._offer_prints)
        presenter.level_given.connect(self._level_given)
        presenter.taken_back.connect(lambda: self.done.emit(translate("family", "Taken back."), None))

    # building

    def _build_inside(self) -> QWidget:
        self.result = ResultPage()
        self.result.asked_for.connect(self._presenter.go_to)
        self.result.decided.connect(self._presenter.decide)
        self.result.left_out.connect(self._presenter.leave_out)
        self.result.moved.connect(self._presenter.step_page)
        self.aside = Text("", "small", "text_2", wrap=True)
        self.aside.setContentsMargins(58, 8, 22, 8)
        inside = QWidget()
        pages = QVBoxLayout(inside)
        pages.setContentsMargins(0, 0, 0, 0)
        pages.setSpacing(0)
        for widget in (self.form, self.aside, self.result):
            pages.addWidget(widget)
        pages.addStretch(1)
        return inside

    def _build_acts(self) -> QWidget:
        """What can be done with the page as a whole, on a line of its own: the head is full of names."""
        self._add_member = Button(
            translate("assessment", "Somebody is missing"), "text", icon="plus", small=True
        )
        self._add_member.clicked.connect(self._to_members)
        self._add_row = Button(translate("assessment", "Add a row"), "plain", icon="plus", small=True)
        self._add_row.clicked.connect(self._presenter.add_row)
        self._remove_row = Button(translate("assessment", "Remove this row"), "text", small=True)
        self._remove_row.clicked.connect(self._presenter.remove_row)
        self._acts = QWidget()
        row = QHBoxLayout(self._acts)
        row.setContentsMargins(24, 6, 22, 0)
        row.addStretch(1)
        self._correct_it = Button(
            translate("assessment", "Correct this assessment"), "text", icon="pencil", small=True
        )
        self._correct_it.clicked.connect(self._correct)
        self._other_level = Button("", "text", small=True)
        self._other_level.clicked.connect(self._reconsider)
        for button in (
            self._add_member,
            self._other_level,
            self._correct_it,
            self._remove_row,
            self._add_row,
        ):
            row.addWidget(button)
        return self._acts

    # what every page is

    def heading(self) -> Heading:
        state = self._state
        if state is None:
            name = translate("screens", "Assessment")
            return Heading(name, back=True, window=name)
        name = words.title(state)
        window = " — ".join(part for part in (name, state.file.line.number or "") if part)
        return Heading(name, words.subtitle(state), back=True, window=window)

    def arrive(self, what: object) -> None:
        self._trouble = None
        if isinstance(what, (Begin, Amend, Sealed)):
            if self._state is None or what != self._presenter.wanted:
                self._state = self._shown_current = None
                self._presenter.open(what)
            else:
                self._shown_current = None
                self.show_state(self._state)
                self._presenter.come_back()

    # showing

    def show_state(self, state: AssessmentState) -> None:
        """Draw what is asked now; rows that stay keep their widgets."""
        before, self._state = self._state, state
        page = (state.act, state.file.family.id, state.page.key if state.page else "result")
        looks = [rows.look_of(one, state) for one in state.questions]
        rows_before = self.form.rows()
        self.form.show_rows(page, looks, self._make_editor)
        if self.form.rows() != rows_before:
            self.put_in_tab_order()
        self.form.set_current(state.current if state.act == "fill" else None)
        self.form.setVisible(not state.on_result)
        self.result.setVisible(state.on_result)
        if state.on_result:
            self.result.show_state(state)
        self._show_pages(state)
        self._show_aside(state)
        self._show_bar(state)
        self.facts.show_state(state)
        self.tell_notice()
        moved = before is None or before.index != state.index
        if moved:
            self._scroll.verticalScrollBar().setValue(0)
        if state.on_result and moved:
            self._shown_current = None
            QTimer.singleShot(0, self.result, self.result.take_focus)
        elif state.act == "fill":
            self.show_current(state.current)
        if before is None or before.file is not state.file:
            self.heading_changed.emit()

    def _make_editor(self, key: str) -> Editor:
        state = self._state
        assert state is not None
        question = next(one for one in state.questions if one.key == key)
        return rows.make_editor(question, self._signer, self._presenter.clock)

    def _show_pages(self, state: AssessmentState) -> None:
        pages = [words.listed(page) for page in state.pages]
        result = Listed(translate("assessment", "Level and result"), "result")
        self.show_pages([*pages, result], min(state.index, len(pages)))
        self._add_row.setVisible("added" in state.row_can_be)
        self._remove_row.setVisible("removed" in state.row_can_be)
        about = state.page is not None and bool(state.page.person)
        missing = self._go is not None and state.act == "fill" and about and not state.corrects
        self._add_member.setVisible(missing)
        to_correct = self._go is not None and state.act == "read" and state.correction is None
        self._correct_it.setVisible(to_correct)
        stay, another = (
            translate("assessment", "Leave the level as it is"),
            translate("assessment", "Confirm another level"),
        )
        self._other_level.setText(stay if state.anew is not None else another)
        self._other_level.setVisible(state.may_confirm)
        self._acts.setVisible(missing or to_correct or state.may_confirm or bool(state.row_can_be))

    def _show_aside(self, state: AssessmentState) -> None:
        shown = bool(state.set_aside) and state.act == "fill" and not state.on_result
        if shown:
            sentence = translate(
                "assessment",
                "%n answers are set aside; they come back if you change your answer back.",
                "",
                state.set_aside,
            )
            self.aside.setText(sentence)
        self.aside.setVisible(shown)

    def _show_bar(self, state: AssessmentState) -> None:
        self._bar.say(words.saved_line(state))
        self._danger.setVisible(state.act == "fill")
        self.show_next(*self._next_words(state))

    def _next_words(self, state: AssessmentState) -> tuple[str, str]:
        if not state.on_result:
            return translate("assessment", "Next section"), "PgDn"
        if state.anew is not None:
            if not state.chose_anew:
                return translate("assessment", "Choose a level"), ""
            if not state.can_confirm:
                return translate("assessment", "Write the reason"), ""
            return translate("assessment", "Keep this level"), "Ctrl ⏎"
        if state.act == "read":
            return translate("assessment", "Print"), "Ctrl P"
        if state.to_answer:
            return translate("assessment", "Answer %n questions", "", len(state.to_answer)), "F8"
        if state.result.needs_reason:
            return translate("assessment", "Write the reason"), ""
        return translate("assessment", "Finish and seal"), "Ctrl ⏎"

    def _go_on(self) -> None:
        state = self._state
        if state is None:
            return
        if not state.on_result:
            self._presenter.step_page(1)
        elif state.anew is not None:
            if state.can_confirm:
                self._presenter.confirm_level()
            else:
                (self.result.reason if state.chose_anew else self.result.keys).setFocus()
        elif state.act == "read":
            self._presenter.prepare_print()
        elif not state.to_answer and state.result.needs_reason:
            self.result.reason.setFocus()
        else:
            self._presenter.seal()

    def _to_members(self) -> None:
        """A child who is not in the file yet becomes a member of the family; the form then has its pages."""
        if self._state is not None and self._go is not None:
            self._go("family", Place("member", self._state.file.family.id))

    # notices

    def can_be_filled(self, state: AssessmentState) -> bool:
        return state.act == "fill"

    def recorded_danger(self) -> str:
        return translate("assessment", "Danger sign recorded, the supervisor gets a task.")

    def told_by_state(self, state: AssessmentState) -> Notice | None:
        if state.correction is not None:
            day = formatting.moment(state.correction.sealed_at)
            told = translate("assessment", "A correction of this assessment was sealed %1.")
            counts = translate("assessment", "The correction is what counts.")
            return Notice("amber", told.replace("%1", day), counts)
        if state.part_missing:
            return Notice("amber", *words.part_missing())
        disputed = state.given is not None and state.given.others
        return Notice("amber", *words.two_levels()) if disputed else None

    def _finished(self, family_id: bytes) -> None:
        self.ended(family_id, translate("assessment", "The assessment is sealed."))

    # printing and correcting

    def _offer_prints(self, prints: Prints) -> None:
        ways = [(translate("assessment", "The whole assessment"), prints.whole)]
        if prints.changes is not None:
            ways.append((translate("assessment", "What has changed since last time"), prints.changes))
        ways.append((translate("assessment", "Anonymous copy"), prints.anonymous))
        PrintDialog(prints.whole, self._presenter.let_out, self, ways).open()

    def _reconsider(self) -> None:
        self._presenter.reconsider()
        if self._state is not None and self._state.anew is not None:
            self.result.take_focus()

    def _level_given(self) -> None:
        self._next.setFocus()  # Ctrl+Z is about the level now, not about the text of the reason
        self.done.emit(translate("assessment", "The level is kept."), self._presenter.undo)

    def _correct(self) -> None:
        if self._state is not None and self._state.sealed is not None and self._go is not None:
            self._go("assessment", Amend(self._state.sealed.id))
