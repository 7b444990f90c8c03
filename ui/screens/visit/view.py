"""The visit form: sections at the left, one current question in the middle, last visit and family at the right.

At 1366 px all three columns; narrower, the sections fold into a button over the questions (Ctrl+J) and the facts lie over
the work (F7). Everything is reached by keys; a digit chooses only where focus is.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.countries.phones import EmergencyPhone, emergency_phones
from app.forms.questions import said
from ui import languages
from ui.attachments.presenter import AttachmentsPresenter
from ui.forms import sentences
from ui.forms.editors import Editor
from ui.forms.form_view import FormView
from ui.page import Desk, Heading, Page
from ui.screens.visit import rows, words
from ui.screens.visit.below import Below
from ui.screens.visit.facts import Facts
from ui.screens.visit.presenter import VisitPresenter
from ui.screens.visit.state import VisitState

translate = QCoreApplication.translate


def make(desk: Desk) -> Page:
    """The screen for this desk."""
    presenter = VisitPresenter(desk.vault, desk.tasks)
    pictures = AttachmentsPresenter(desk.vault, desk.tasks)
    signer = (desk.who.name, desk.who.profession)
    phones = emergency_phones(desk.who.country)
    view = VisitView(presenter, pictures, signer, phones, desk.navigator.back, desk.navigator.replace)
    for one in (presenter, pictures):
        one.setParent(view)
    return view


class VisitView(FormView[VisitState]):
    """``back`` leaves the draft; ``replace("family", id)`` is where a recorded visit ends."""

    def __init__(
        self,
        presenter: VisitPresenter,
        pictures: AttachmentsPresenter,
        signer: tuple[str, str],
        phones: Sequence[EmergencyPhone],
        back: Callable[[], None],
        replace: Callable[[str, object], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(presenter, phones, back, replace, parent)
        self._presenter, self._signer = presenter, signer
        self.below = Below(pictures)
        self.below.asked_for.connect(presenter.go_to)
        self.form.put_below(self.below)
        self.facts = Facts()
        self.build(self.form, self.facts, translate("visit", "Which child"), self._go_on)
        presenter.changed.connect(self.show_state)
        presenter.finished.connect(self._recorded)
        presenter.failed.connect(self.failed)

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
            self.put_in_tab_order()
        self.form.set_current(state.current)
        self.show_pages(words.listed(state), state.index)
        self.below.show_state(state)
        self._show_bar(state)
        self.facts.show_state(state)
        self.tell_notice()
        if part_before != state.part_name:
            self._scroll.verticalScrollBar().setValue(0)
        self.show_current(state.current)
        if new:
            self.heading_changed.emit()

    def _make_editor(self, key: str) -> Editor:
        state = self._state
        assert state is not None
        asked = next(one for one in state.part.asked if one.key == key)
        return rows.make_editor(asked, state, self._signer, self._presenter.clock)

    def _show_bar(self, state: VisitState) -> None:
        self._bar.say(sentences.saved(state))
        if not state.on_last_part:
            self.show_next(translate("visit", "Next section"), "PgDn")
        elif state.to_answer:
            self.show_next(translate("visit", "Answer %n questions", "", len(state.to_answer)), "F8")
        else:
            self.show_next(translate("visit", "Finish visit"), "Ctrl ⏎")

    def _go_on(self) -> None:
        if self._state is not None and self._state.on_last_part:
            self._presenter.finish()
        else:
            self._presenter.step_page(1)

    def recorded_danger(self) -> str:
        return translate("visit", "Danger sign recorded.")

    def _recorded(self, family_id: bytes) -> None:
        self.ended(family_id, translate("visit", "The visit is recorded."))
