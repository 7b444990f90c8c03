"""The visit form: sections at the left, one current question in the middle, last visit and family at the right.

At 1366 px all three columns; narrower, the sections fold into a button over the questions (Ctrl+J) and the facts lie over
the work (F7). Everything is reached by keys; a digit chooses only where focus is.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.countries.phones import EmergencyPhone, emergency_phones
from app.errors import VatraError
from app.forms.questions import said
from ui import languages, messages
from ui.forms.editors import Editor
from ui.forms.form_desk import FormDesk, WorkPane
from ui.forms.form_page import FormPage
from ui.forms.outline import Entry, Outline
from ui.forms.section_head import SectionHead
from ui.page import Desk, Heading, Page
from ui.screens.visit import rows, words
from ui.screens.visit.below import Below
from ui.screens.visit.facts import Facts
from ui.screens.visit.presenter import VisitPresenter
from ui.screens.visit.state import VisitState
from ui.widgets.action_bar import ActionBar
from ui.widgets.banner import Notice
from ui.widgets.buttons import Button
from ui.widgets.panes import Scroll

translate = QCoreApplication.translate


def make(desk: Desk) -> Page:
    """The screen for this desk."""
    presenter = VisitPresenter(desk.vault, desk.tasks)
    signer = (desk.who.name, desk.who.profession)
    view = VisitView(
        presenter, signer, emergency_phones(desk.who.country), desk.navigator.back, desk.navigator.replace
    )
    presenter.setParent(view)
    return view


class VisitView(FormDesk):
    """``back`` leaves the draft; ``replace("family", id)`` is where a recorded visit ends."""

    def __init__(
        self,
        presenter: VisitPresenter,
        signer: tuple[str, str],
        phones: Sequence[EmergencyPhone],
        back: Callable[[], None],
        replace: Callable[[str, object], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter, self._signer, self._phones = presenter, signer, phones
        self._back, self._replace = back, replace
        self._state: VisitState | None = None
        self._trouble: VatraError | None = None
        self._notice: Notice | None = None
        self._shown_current: str | None = None
        self._build()
        self._keys()
        presenter.changed.connect(self.show_state)
        presenter.recorded.connect(self._recorded)
        presenter.failed.connect(self._failed)

    # building

    def _build(self) -> None:
        outline = Outline(translate("visit", "Sections"))
        outline.chosen.connect(self._entry_chosen)
        self.facts = Facts()
        names = (translate("visit", "Sections"), translate("visit", "Facts"))
        self.lay_out(outline, self._build_work(), self.facts, names)

    def _build_work(self) -> QWidget:
        work = WorkPane()
        self.form = FormPage()
        self.form.answered.connect(self._presenter.answer)
        self.form.current_changed.connect(self._focus_came)
        self.form.confirmed.connect(self._presenter.confirm)
        self.form.proposal_taken.connect(self._presenter.take_proposal)
        self.form.moved.connect(self._presenter.step)
        self.below = Below()
        self.below.asked_for.connect(self._presenter.go_to)
        self.form.put_below(self.below)
        self._scroll = Scroll(self.form, translate("visit", "Questions"))
        # A banner that comes or a row that grows must not push the current question out of sight.
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_current_in_sight)
        column = QVBoxLayout(work)
        column.setContentsMargins(1, 0, 1, 0)
        column.setSpacing(0)
        self.head = SectionHead(translate("visit", "Which child"))
        self.head.page_chosen.connect(self._part_chosen)
        self.head.pages_pressed.connect(self._open_sections)
        column.addWidget(self.head)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._build_bar())
        return work

    def _build_bar(self) -> QWidget:
        self._danger = Button(translate("visit", "Immediate danger"), "danger", icon="phone", keys="F9")
        self._danger.clicked.connect(self._presenter.ask_danger)
        self._previous = Button(translate("visit", "Back"), "plain", keys="PgUp")
        self._previous.clicked.connect(lambda: self._presenter.step_part(-1))
        self._next = Button("", "filled", keys="PgDn")
        self._next.clicked.connect(self._go_on)
        self._bar = ActionBar(self._danger, self._previous, self._next)
        return self._bar

    def _keys(self) -> None:
        presenter = self._presenter
        self.on("PgDown", lambda: presenter.step_part(1))
        self.on("PgUp", lambda: presenter.step_part(-1))
        self.on("F8", lambda: presenter.step_unanswered(1))
        self.on("Shift+F8", lambda: presenter.step_unanswered(-1))
        self.on("F9", presenter.ask_danger)
        self.on("Ctrl+Tab", presenter.step_child)
        self.on("Ctrl+J", self._open_sections)
        self.on("Ctrl+S", presenter.save)

    # what every page is

    def heading(self) -> Heading:
        state = self._state
        if state is None:
            return Heading(
                translate("visit", "Home visit"), back=True, window=translate("visit", "Home visit")
            )
        title = said(state.form.title, languages.current())
        number = state.file.line.number or ""
        window = " — ".join(part for part in (title, number) if part)
        return Heading(title, words.subtitle(state), back=True, window=window)

    def arrive(self, what: object) -> None:
        state = self._state
        self._trouble = None
        if isinstance(what, bytes) and (state is None or state.file.family.id != what):
            self._state = None
            self._shown_current = None
            self._presenter.open(what)
        elif state is not None:
            self._shown_current = None
            self.show_state(state)

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

    def show_state(self, state: VisitState) -> None:
        """Draw what is asked now; rows that stay keep their widgets."""
        new = self._state is None or self._state.file is not state.file
        part_before = self._state.part_name if self._state else None
        self._state = state
        looks = [rows.look_of(asked, state) for asked in state.part.asked]
        rows_before = self.form.rows()
        self.form.show_rows((state.draft.draft_id, state.part_name), looks, self._make_editor)
        if self.form.rows() != rows_before:
            self.form.put_in_tab_order(self.head.pages, self._danger, self._previous, self._next)
        self.form.set_current(state.current)
        self.head.show_pages(words.head_pages(state), state.index)
        self._show_outline(state)
        self.below.show_state(state)
        self._show_bar(state)
        self.facts.show_state(state)
        self._tell_notice()
        if part_before != state.part_name:
            self._scroll.verticalScrollBar().setValue(0)
        if state.current != self._shown_current:
            self._shown_current = state.current
            self._move_focus(state.current)
        if new:
            self.heading_changed.emit()

    def _make_editor(self, key: str) -> Editor:
        state = self._state
        assert state is not None
        asked = next(one for one in state.part.asked if one.key == key)
        return rows.make_editor(asked, state, self._signer, self._presenter.clock)

    def _show_outline(self, state: VisitState) -> None:
        entries: list[Entry] = []
        self._entry_parts: list[int | None] = []
        current = 0
        for index, part in enumerate(state.parts):
            first_child = part.person is not None and (
                index == 0 or state.parts[index - 1].section.id != part.section.id
            )
            if first_child:
                entries.append(Entry(words.part_title(part, state), 0, 0, head=True))
                self._entry_parts.append(None)
            name = words.child_name(part.person, state) if part.person else words.part_title(part, state)
            done, of = state.answered_in(part), len(part.asked)
            spoken = (
                translate("visit", "%1, %2 of %3 answered")
                .replace("%1", name)
                .replace("%2", str(done))
                .replace("%3", str(of))
            )
            if index == state.index:
                current = len(entries)
            entries.append(Entry(name, done, of, child=part.person is not None, said=spoken))
            self._entry_parts.append(index)
        self.outline.show_entries(entries, current)

    def _entry_chosen(self, entry: int) -> None:
        part = self._entry_parts[entry]
        if part is not None:
            self._part_chosen(part)

    def _part_chosen(self, index: int) -> None:
        """Also when it is the page in view: focus returns to its questions."""
        self._shown_current = None
        self._presenter.go_to_part(index)

    def _show_bar(self, state: VisitState) -> None:
        self._bar.say(words.saved_line(state))
        self._previous.setEnabled(state.index > 0)
        if not state.on_last_part:
            self._next.setText(translate("visit", "Next section"))
            self._next.keys = "PgDn"
        elif state.to_answer:
            self._next.setText(translate("visit", "Answer %n questions", "", len(state.to_answer)))
            self._next.keys = "F8"
        else:
            self._next.setText(translate("visit", "Finish visit"))
            self._next.keys = "Ctrl ⏎"
        self._next.updateGeometry()
        self._next.update()

    def _go_on(self) -> None:
        if self._state is not None and self._state.on_last_part:
            self._presenter.finish()
        else:
            self._presenter.step_part(1)

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
        if state.in_danger or state.danger_asked:
            first, *others = self._phones
            bold = (
                translate("visit", "Danger sign recorded.")
                if state.in_danger
                else translate("visit", "Is somebody in danger?")
            )
            call = translate("visit", "Call now: %1. Do not wait for the sending of data.").replace(
                "%1", first.number
            )
            more = " · ".join(f"{phone.number} {said(phone.what, languages.current())}" for phone in others)
            return Notice("red", f"{bold} {call}", " ".join(part for part in (more, unsaved) if part))
        return (
            Notice(
                "red",
                unsaved,
                translate("visit", "What you typed stays on the screen. Press Ctrl+S to try again."),
            )
            if unsaved
            else None
        )

    def _failed(self, error: VatraError) -> None:
        self._trouble = error
        self._tell_notice()

    def _recorded(self, family_id: bytes) -> None:
        self._state = None
        self._shown_current = None
        self._notice = None
        self.notice_changed.emit(None)
        self._replace("family", family_id)
        self.done.emit(translate("visit", "The visit is recorded."), None)

    # focus and size

    def _focus_came(self, key: str) -> None:
        if self._state is not None and key != self._state.current:
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

    def _open_sections(self) -> None:
        """Ctrl+J: focus in the outline, or the sections as a menu where the outline has no room."""
        if self.outline_in_view():
            self.outline.take_focus()
        else:
            self.head.open_menu()

    def fitted(self, *, wide: bool, low: bool) -> None:
        self.form.set_dense(low)
        self.head.fit(wide=wide, low=low)
