"""The assessment form: pages at the left, one current question in the middle, family and level at the right; the result last.

Everything is reached by keys; a digit chooses only where focus is. A finished one is shown the same way, to be read.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.countries.phones import EmergencyPhone, emergency_phones
from app.errors import VatraError
from app.forms.questions import said
from app.services.assessment_papers import Prints
from app.services.typed import Place
from ui import formatting, languages, messages
from ui.forms.editors import Editor
from ui.forms.form_desk import FormDesk, WorkPane
from ui.forms.form_page import FormPage
from ui.forms.outline import Entry, Outline
from ui.forms.section_head import HeadPage, SectionHead
from ui.page import Desk, Heading, Page
from ui.print_dialog import PrintDialog
from ui.screens.assessment import rows, words
from ui.screens.assessment.facts import Facts
from ui.screens.assessment.keeping import InVault
from ui.screens.assessment.presenter import AssessmentPresenter
from ui.screens.assessment.result import ResultPage
from ui.screens.assessment.state import AssessmentState
from ui.screens.assessment_places import Amend, Begin, Sealed
from ui.widgets.action_bar import ActionBar
from ui.widgets.banner import Notice
from ui.widgets.buttons import Button
from ui.widgets.panes import Scroll
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


class AssessmentView(FormDesk):
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
        super().__init__(parent)
        self._presenter, self._signer, self._phones = presenter, signer, phones
        self._back, self._replace, self._go = back, replace, go
        self._state: AssessmentState | None = None
        self._trouble: VatraError | None = None
        self._notice: Notice | None = None
        self._shown_current: str | None = None
        self._entry_pages: list[int | None] = []
        self.facts = Facts()
        outline = Outline(translate("assessment", "Sections"))
        outline.chosen.connect(self._entry_chosen)
        names = (translate("assessment", "Sections"), translate("assessment", "Facts"))
        self.lay_out(outline, self._build_work(), self.facts, names)
        self._keys()
        presenter.changed.connect(self.show_state)
        presenter.finished.connect(self._finished)
        presenter.failed.connect(self._failed)
        presenter.prints_ready.connect(self._offer_prints)

    # building

    def _build_work(self) -> QWidget:
        work = WorkPane()
        self.form = FormPage()
        self.form.answered.connect(self._presenter.answer)
        self.form.current_changed.connect(self._focus_came)
        self.form.confirmed.connect(self._presenter.confirm)
        self.form.proposal_taken.connect(self._presenter.take_proposal)
        self.form.moved.connect(self._presenter.step)
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
        pages.addWidget(self.form)
        pages.addWidget(self.aside)
        pages.addWidget(self.result)
        pages.addStretch(1)
        self._scroll = Scroll(inside, translate("assessment", "Questions"))
        # A banner that comes or a row that grows must not push the current question out of sight.
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_current_in_sight)
        self.head = SectionHead(translate("assessment", "Which of them"))
        self.head.page_chosen.connect(self._page_chosen)
        self.head.pages_pressed.connect(self._open_pages)
        column = QVBoxLayout(work)
        column.setContentsMargins(1, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._build_acts())
        column.addWidget(self._scroll, 1)
        column.addWidget(self._build_bar())
        return work

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
        for button in (self._add_member, self._correct_it, self._remove_row, self._add_row):
            row.addWidget(button)
        return self._acts

    def _build_bar(self) -> QWidget:
        self._danger = Button(translate("assessment", "Immediate danger"), "danger", icon="phone", keys="F9")
        self._danger.clicked.connect(self._presenter.ask_danger)
        self._previous = Button(translate("assessment", "Back"), "plain", keys="PgUp")
        self._previous.clicked.connect(lambda: self._presenter.step_page(-1))
        self._next = Button("", "filled", keys="PgDn")
        self._next.clicked.connect(self._go_on)
        self._bar = ActionBar(self._danger, self._previous, self._next)
        return self._bar

    def _keys(self) -> None:
        presenter = self._presenter
        self.on("PgDown", lambda: presenter.step_page(1))
        self.on("PgUp", lambda: presenter.step_page(-1))
        self.on("F8", lambda: presenter.step_unanswered(1))
        self.on("Shift+F8", lambda: presenter.step_unanswered(-1))
        self.on("F9", presenter.ask_danger)
        self.on("Ctrl+Tab", presenter.step_child)
        self.on("Ctrl+J", self._open_pages)
        self.on("Ctrl+S", presenter.save)
        self.on("Ctrl+P", presenter.prepare_print)

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

    def leave(self) -> None:
        self._presenter.leave()

    def keep_now(self) -> None:
        self._presenter.leave()

    def go_back(self) -> None:
        self._back()

    def first_focus(self) -> QWidget | None:
        row = self.form.row(self._state.current or "") if self._state else None
        return row.editor if row else None

    def filled_button(self) -> Button | None:
        return self._next

    def family_on_screen(self) -> bytes | None:
        return self._state.file.family.id if self._state else None

    def notice(self) -> Notice | None:
        return self._notice

    # showing

    def show_state(self, state: AssessmentState) -> None:
        """Draw what is asked now; rows that stay keep their widgets."""
        before, self._state = self._state, state
        page = (state.act, state.file.family.id, state.page.key if state.page else "result")
        looks = [rows.look_of(one, state) for one in state.questions]
        rows_before = self.form.rows()
        self.form.show_rows(page, looks, self._make_editor)
        if self.form.rows() != rows_before:
            self.form.put_in_tab_order(self.head.pages, self._danger, self._previous, self._next)
        self.form.set_current(state.current if state.act == "fill" else None)
        self.form.setVisible(not state.on_result)
        self.result.setVisible(state.on_result)
        if state.on_result:
            self.result.show_state(state)
        self._show_head(state)
        self._show_aside(state)
        self._show_bar(state)
        self.facts.show_state(state)
        self._tell_notice()
        moved = before is None or before.index != state.index
        if moved:
            self._scroll.verticalScrollBar().setValue(0)
        if state.on_result and moved:
            self._shown_current = None
            QTimer.singleShot(0, self.result, self.result.take_focus)
        elif state.current != self._shown_current and state.act == "fill":
            self._shown_current = state.current
            self._move_focus(state.current)
        if before is None or before.file is not state.file:
            self.heading_changed.emit()

    def _make_editor(self, key: str) -> Editor:
        state = self._state
        assert state is not None
        question = next(one for one in state.questions if one.key == key)
        return rows.make_editor(question, self._signer, self._presenter.clock)

    def _show_head(self, state: AssessmentState) -> None:
        entries: list[Entry] = []
        heads: list[HeadPage] = []
        self._entry_pages = []
        current = 0
        for index, page in enumerate(state.pages):
            name = words.page_name(page)
            first = bool(name) and (index == 0 or state.pages[index - 1].section != page.section)
            if first:
                entries.append(Entry(page.title, 0, 0, head=True))
                self._entry_pages.append(None)
            if index == state.index:
                current = len(entries)
            entries.append(
                Entry(name or page.title, page.answered, page.of, child=bool(name), said=words.said_of(page))
            )
            self._entry_pages.append(index)
            count = f"{page.answered}/{page.of}" if page.of else ""
            heads.append(HeadPage(page.title, count, page.section, name, words.readers(page)))
        result = translate("assessment", "Level and result")
        if state.on_result:
            current = len(entries)
        entries.append(Entry(result, 0, 0))
        self._entry_pages.append(len(state.pages))
        heads.append(HeadPage(result, "", "result"))
        self.outline.show_entries(entries, current)
        self.head.show_pages(heads, state.index)
        self._add_row.setVisible("added" in state.row_can_be)
        self._remove_row.setVisible("removed" in state.row_can_be)
        about = state.page is not None and bool(state.page.person)
        missing = self._go is not None and state.act == "fill" and about and not state.corrects
        self._add_member.setVisible(missing)
        to_correct = self._go is not None and state.act == "read" and state.correction is None
        self._correct_it.setVisible(to_correct)
        self._acts.setVisible(missing or to_correct or bool(state.row_can_be))

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
        self._previous.setEnabled(state.index > 0)
        self._danger.setVisible(state.act == "fill")
        text, keys = self._next_words(state)
        if (self._next.text(), self._next.keys) != (text, keys):
            self._next.setText(text)
            self._next.keys = keys
            self._next.updateGeometry()
            self._next.update()

    def _next_words(self, state: AssessmentState) -> tuple[str, str]:
        if not state.on_result:
            return translate("assessment", "Next section"), "PgDn"
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

    def _entry_chosen(self, entry: int) -> None:
        page = self._entry_pages[entry]
        if page is not None:
            self._page_chosen(page)

    def _page_chosen(self, index: int) -> None:
        """Also when it is the page in view: focus returns to its questions."""
        self._shown_current = None
        self._presenter.go_to_page(index)

    def _open_pages(self) -> None:
        """Ctrl+J: focus in the outline, or the pages as a menu where the outline has no room."""
        if self.outline_in_view():
            self.outline.take_focus()
        else:
            self.head.open_menu()

    # notices

    def _tell_notice(self) -> None:
        notice = self._notice_now()
        if notice != self._notice:
            self._notice = notice
            self.notice_changed.emit(notice)

    def _notice_now(self) -> Notice | None:
        state = self._state
        if state is None:
            return Notice("red", messages.sentence(self._trouble)) if self._trouble else None
        unsaved = messages.sentence(state.trouble) if state.trouble else ""
        if state.act == "fill" and (state.in_danger or state.danger_asked):
            first, *others = self._phones
            bold = (
                translate("assessment", "Danger sign recorded, the supervisor gets a task.")
                if state.in_danger
                else translate("assessment", "Is somebody in danger?")
            )
            call = translate("assessment", "Call now: %1. Do not wait for the sending of data.")
            more = " · ".join(f"{phone.number} {said(phone.what, languages.current())}" for phone in others)
            second = " ".join(part for part in (more, unsaved) if part)
            return Notice("red", f"{bold} {call.replace('%1', first.number)}", second)
        if not unsaved and state.correction is not None:
            day = formatting.moment(state.correction.sealed_at)
            told = translate("assessment", "A correction of this assessment was sealed %1.")
            return Notice(
                "amber", told.replace("%1", day), translate("assessment", "The correction is what counts.")
            )
        if not unsaved and state.part_missing:
            return Notice("amber", *words.part_missing())
        if not unsaved:
            return None
        again = translate("assessment", "What you typed stays on the screen. Press Ctrl+S to try again.")
        return Notice("red", unsaved, again)

    def _failed(self, error: VatraError) -> None:
        self._trouble = error
        self._tell_notice()

    def _finished(self, family_id: bytes) -> None:
        self._state = self._shown_current = self._notice = None
        self.notice_changed.emit(None)
        self._replace("family", family_id)
        self.done.emit(translate("assessment", "The assessment is sealed."), None)

    # printing and correcting

    def _offer_prints(self, prints: Prints) -> None:
        ways = [(translate("assessment", "The whole assessment"), prints.whole)]
        if prints.changes is not None:
            ways.append((translate("assessment", "What has changed since last time"), prints.changes))
        ways.append((translate("assessment", "Anonymous copy"), prints.anonymous))
        PrintDialog(prints.whole, self._presenter.let_out, self, ways).open()

    def _correct(self) -> None:
        if self._state is not None and self._state.sealed is not None and self._go is not None:
            self._go("assessment", Amend(self._state.sealed.id))

    # focus and size

    def _focus_came(self, key: str) -> None:
        if self._state is not None and key != self._state.current and self._state.act == "fill":
            self._shown_current = key
            self._presenter.go_to(key)
        self._keep_current_in_sight()

    def _move_focus(self, key: str | None) -> None:
        row = self.form.row(key or "")
        if row is not None and self.isVisible():
            row.take_focus()
            # Not before the new rows have their places.
            QTimer.singleShot(0, self._keep_current_in_sight)

    def _keep_current_in_sight(self) -> None:
        row = self.form.row(self._shown_current or "")
        if row is not None and row.isAncestorOf(QApplication.focusWidget() or self):
            self._scroll.ensureWidgetVisible(row)

    def fitted(self, *, wide: bool, low: bool) -> None:
        self.form.set_dense(low)
        self.head.fit(wide=wide, low=low)
