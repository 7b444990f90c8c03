"""What the screens of all forms have in common: rows under a head, acts at the bottom, keys, focus, and what the banner says.

A screen gives its presenter, builds its own rows and facts, and draws its state; moving about, leaving, the phones in danger
and what could not be saved are the same here for whatever form is filled in.
"""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.countries.phones import EmergencyPhone
from app.errors import VatraError
from app.forms.questions import said
from ui import languages, messages
from ui.forms.form_desk import FormDesk, WorkPane
from ui.forms.form_page import FormPage
from ui.forms.form_state import Filling, FormState, Listed
from ui.forms.outline import Entry, Outline
from ui.forms.section_head import HeadPage, SectionHead
from ui.widgets.action_bar import ActionBar
from ui.widgets.banner import Notice
from ui.widgets.buttons import Button
from ui.widgets.panes import Scroll

translate = QCoreApplication.translate


State = TypeVar("State", bound=FormState)


class FormView(FormDesk, Generic[State]):
    """Call ``build`` once. ``back`` leaves the draft; ``replace("family", id)`` is where a finished form ends."""

    def __init__(
        self,
        filling: Filling,
        phones: Sequence[EmergencyPhone],
        back: Callable[[], None],
        replace: Callable[[str, object], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._filling, self._phones = filling, phones
        self._back, self._replace = back, replace
        self._state: State | None = None
        self._trouble: VatraError | None = None
        self._notice: Notice | None = None
        self._shown_current: str | None = None
        self._entry_pages: list[int | None] = []
        """The page of each entry of the outline; None for a heading."""
        self.form = FormPage()
        self.form.answered.connect(filling.answer)
        self.form.current_changed.connect(self._focus_came)
        self.form.confirmed.connect(filling.confirm)
        self.form.proposal_taken.connect(filling.take_proposal)
        self.form.moved.connect(filling.step)

    # building

    def build(
        self,
        inside: QWidget,
        facts: QWidget,
        which: str,
        go_on: Callable[[], None],
        acts: QWidget | None = None,
    ) -> None:
        """``inside`` holds the rows and what stands under them, ``acts`` stands over it; ``which`` names the switch between the
        pages of one section; ``go_on`` is the filled button."""
        work = WorkPane()
        self._scroll = Scroll(inside, translate("forms", "Questions"))
        # A banner that comes or a row that grows must not push the current question out of sight.
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_current_in_sight)
        self.head = SectionHead(which)
        self.head.page_chosen.connect(self._page_chosen)
        self.head.pages_pressed.connect(self._open_pages)
        column = QVBoxLayout(work)
        column.setContentsMargins(1, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        if acts is not None:
            column.addWidget(acts)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._build_bar(go_on))
        sections = translate("forms", "Sections")
        outline = Outline(sections)
        outline.chosen.connect(self._entry_chosen)
        self.lay_out(outline, work, facts, (sections, translate("forms", "Facts")))
        self._keys()

    def _build_bar(self, go_on: Callable[[], None]) -> QWidget:
        self._danger = Button(translate("forms", "Immediate danger"), "danger", icon="phone", keys="F9")
        self._danger.clicked.connect(self._filling.ask_danger)
        self._previous = Button(translate("forms", "Back"), "plain", keys="PgUp")
        self._previous.clicked.connect(lambda: self._filling.step_page(-1))
        self._next = Button("", "filled", keys="PgDn")
        self._next.clicked.connect(go_on)
        self._bar = ActionBar(self._danger, self._previous, self._next)
        return self._bar

    def _keys(self) -> None:
        filling = self._filling
        self.on("PgDown", lambda: filling.step_page(1))
        self.on("PgUp", lambda: filling.step_page(-1))
        self.on("F8", lambda: filling.step_unanswered(1))
        self.on("Shift+F8", lambda: filling.step_unanswered(-1))
        self.on("F9", filling.ask_danger)
        self.on("Ctrl+Tab", filling.step_child)
        self.on("Ctrl+J", self._open_pages)
        self.on("Ctrl+S", filling.save)

    # what every page is

    def leave(self) -> None:
        self._filling.leave()

    def keep_now(self) -> None:
        self._filling.leave()

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

    def show_pages(self, pages: Sequence[Listed], index: int) -> None:
        """All pages, with a heading over those of one section, and which of them is in view."""
        entries: list[Entry] = []
        self._entry_pages = []
        chosen = 0
        for at, page in enumerate(pages):
            if page.name and (at == 0 or pages[at - 1].section != page.section):
                entries.append(Entry(page.title, 0, 0, head=True))
                self._entry_pages.append(None)
            if at == index:
                chosen = len(entries)
            own = page.name or page.title
            entries.append(Entry(own, page.answered, page.of, child=bool(page.name), said=_spoken(page)))
            self._entry_pages.append(at)
        self.outline.show_entries(entries, chosen)
        self.head.show_pages([_in_head(page) for page in pages], index)
        self._previous.setEnabled(index > 0)

    def show_next(self, text: str, keys: str) -> None:
        """What the filled button does now."""
        if (self._next.text(), self._next.keys) != (text, keys):
            self._next.setText(text)
            self._next.keys = keys
            self._next.updateGeometry()
            self._next.update()

    def put_in_tab_order(self) -> None:
        """After rows came or went."""
        self.form.put_in_tab_order(self.head.pages, self._danger, self._previous, self._next)

    def show_current(self, key: str | None) -> None:
        """Bring the current question into focus, unless it is there already."""
        if key != self._shown_current:
            self._shown_current = key
            self._move_focus(key)

    def ended(self, family_id: bytes, sentence: str) -> None:
        """The form is finished: back to the family."""
        self._state = self._shown_current = self._notice = None
        self.notice_changed.emit(None)
        self._replace("family", family_id)
        self.done.emit(sentence, None)

    def _entry_chosen(self, entry: int) -> None:
        page = self._entry_pages[entry]
        if page is not None:
            self._page_chosen(page)

    def _page_chosen(self, index: int) -> None:
        """Also when it is the page in view: focus returns to its questions."""
        self._shown_current = None
        self._filling.go_to_page(index)

    def _open_pages(self) -> None:
        """Ctrl+J: focus in the outline, or the pages as a menu where the outline has no room."""
        if self.outline_in_view():
            self.outline.take_focus()
        else:
            self.head.open_menu()

    # notices

    def recorded_danger(self) -> str:
        """What happened with a danger sign, as a sentence."""
        raise NotImplementedError

    def told_by_state(self, _state: State) -> Notice | None:
        """What else the banner has to say, when nobody is in danger and everything is saved."""
        return None

    def can_be_filled(self, _state: State) -> bool:
        """Not when a finished form is read."""
        return True

    def tell_notice(self) -> None:
        notice = self._notice_now()
        if notice != self._notice:
            self._notice = notice
            self.notice_changed.emit(notice)

    def _notice_now(self) -> Notice | None:
        state = self._state
        if state is None:
            return Notice("red", messages.sentence(self._trouble)) if self._trouble else None
        unsaved = messages.sentence(state.trouble) if state.trouble else ""
        if self.can_be_filled(state) and (state.in_danger or state.danger_asked):
            asked = translate("forms", "Is somebody in danger?")
            return self._phones_notice(self.recorded_danger() if state.in_danger else asked, unsaved)
        if not unsaved:
            return self.told_by_state(state)
        again = translate("forms", "What you typed stays on the screen. Press Ctrl+S to try again.")
        return Notice("red", unsaved, again)

    def _phones_notice(self, bold: str, unsaved: str) -> Notice:
        first, *others = self._phones
        call = translate("forms", "Call now: %1. Do not wait for the sending of data.")
        more = " · ".join(f"{phone.number} {said(phone.what, languages.current())}" for phone in others)
        second = " ".join(part for part in (more, unsaved) if part)
        return Notice("red", f"{bold} {call.replace('%1', first.number)}", second)

    def failed(self, error: VatraError) -> None:
        """Nothing can be shown."""
        self._trouble = error
        self.tell_notice()

    # focus and size

    def _focus_came(self, key: str) -> None:
        state = self._state
        if state is not None and key != state.current and self.can_be_filled(state):
            self._shown_current = key
            self._filling.go_to(key)
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


def _spoken(page: Listed) -> str:
    """For screen readers: ``Housing, 2 of 6 answered``."""
    if not page.of:
        return ""
    name = ", ".join(part for part in (page.title, page.name) if part)
    sentence = translate("forms", "%1, %2 of %3 answered").replace("%1", name)
    return sentence.replace("%2", str(page.answered)).replace("%3", str(page.of))


def _in_head(page: Listed) -> HeadPage:
    count = f"{page.answered}/{page.of}" if page.of else ""
    return HeadPage(page.title, count, page.section, page.name, page.readers)
