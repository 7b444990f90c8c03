"""The visit form: sections at the left, one current question in the middle, last visit and family at the right.

At 1366 px all three columns; narrower, the sections fold into a button over the questions (Ctrl+J) and the facts lie over
the work (F7). Everything is reached by keys; a digit chooses only where focus is.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.countries.phones import EmergencyPhone, emergency_phones
from app.errors import VatraError
from app.forms.questions import Asked, said
from ui import languages, messages, theme, trade
from ui.forms import editors
from ui.forms.editors import Editor
from ui.forms.form_page import FormPage, RowLook
from ui.forms.outline import Entry, Outline
from ui.page import Desk, Heading, Page
from ui.screens.visit import words
from ui.screens.visit.facts import Facts
from ui.screens.visit.presenter import FormPart, VisitPresenter, VisitState
from ui.widgets.action_bar import ActionBar
from ui.widgets.answer_keys import AnswerKeys, Option
from ui.widgets.banner import Notice
from ui.widgets.buttons import Button
from ui.widgets.panes import Scroll
from ui.widgets.text import Text

translate = QCoreApplication.translate
WIDE, MIDDLE, LOW = 1184, 944, 500
"""Page widths from which the outline, and from which the facts, have a column of their own; the height below which rows
stand closer."""
OUTLINE_WIDTH, FACTS_WIDTH, FACTS_NARROW, DRAWER_WIDTH = 250, 300, 280, 320


def make(desk: Desk) -> Page:
    """The screen for this desk."""
    presenter = VisitPresenter(desk.vault, desk.tasks, desk.who.country)
    signer = (desk.who.name, desk.who.profession)
    view = VisitView(
        presenter, signer, emergency_phones(desk.who.country), desk.navigator.back, desk.navigator.replace
    )
    presenter.setParent(view)
    return view


class _Surface(QWidget):
    """The plane of the questions: a line at both sides, or one below (its head)."""

    def __init__(self, *, sides: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sides = sides

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        if self._sides:
            for x in (0, self.width() - 1):
                painter.fillRect(x, 0, 1, self.height(), theme.colour("line"))
        else:
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))


class VisitView(Page):
    """``back`` leaves the draft; ``replace("family", id)`` is where a recorded visit ends."""

    compact_rail = True
    has_search = False

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
        self.outline = Outline(translate("visit", "Sections"))
        self.outline.chosen.connect(self._entry_chosen)
        self._outline_pane = Scroll(self.outline, translate("visit", "Sections"))
        self._outline_pane.setFixedWidth(theme.scaled(OUTLINE_WIDTH))
        self.facts = Facts()
        self._facts_pane = Scroll(self.facts, translate("visit", "Facts"))
        self._facts_folded = False
        self._work = self._build_work()
        self._drawer = QFrame(self)
        self._drawer.setProperty("plane", "overlay")
        drawer = QVBoxLayout(self._drawer)
        drawer.setContentsMargins(12, 12, 8, 0)
        self._drawer.hide()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._outline_pane)
        self._row.addWidget(self._work, 1)
        self._facts_holder = QWidget()
        holder = QVBoxLayout(self._facts_holder)
        holder.setContentsMargins(15, 12, 12, 0)
        holder.addWidget(self._facts_pane)
        self._row.addWidget(self._facts_holder)

    def _build_work(self) -> QWidget:
        work = _Surface(sides=True)
        self.form = FormPage()
        self.form.answered.connect(self._presenter.answer)
        self.form.current_changed.connect(self._focus_came)
        self.form.confirmed.connect(self._presenter.confirm)
        self.form.proposal_taken.connect(self._presenter.take_proposal)
        self.form.moved.connect(self._presenter.step)
        self._aside = Text("", "small", "text_2", wrap=True)
        self._aside.setContentsMargins(58, 12, 22, 4)
        self._missing = QWidget()
        self._missing_column = QVBoxLayout(self._missing)
        self._missing_column.setContentsMargins(48, 14, 22, 14)
        self._missing_column.setSpacing(0)
        self.form.put_below(self._aside)
        self.form.put_below(self._missing)
        self._scroll = Scroll(self.form, translate("visit", "Questions"))
        # A banner that comes or a row that grows must not push the current question out of sight.
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_current_in_sight)
        column = QVBoxLayout(work)
        column.setContentsMargins(1, 0, 1, 0)
        column.setSpacing(0)
        column.addWidget(self._build_head())
        column.addWidget(self._scroll, 1)
        column.addWidget(self._build_bar())
        return work

    def _build_head(self) -> QWidget:
        head = _Surface(sides=False)
        row = QHBoxLayout(head)
        self._head, self._head_row = head, row
        row.setSpacing(12)
        self._title = Text("", "heading", wrap=True)
        self._sections = Button("", "plain", icon="list", keys="Ctrl J")
        self._sections.clicked.connect(self._open_sections)
        row.addWidget(self._title, 1)
        row.addWidget(self._sections)
        row.addStretch(0)
        self._switch_place = QHBoxLayout()
        row.addLayout(self._switch_place)
        self._switch: AnswerKeys | None = None
        self._switch_people: tuple[bytes | None, ...] = ()
        return head

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
        def on(keys: str, act: Callable[[], object]) -> None:
            shortcut = QShortcut(
                QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
            )
            shortcut.activated.connect(act)

        presenter = self._presenter
        on("PgDown", lambda: presenter.step_part(1))
        on("PgUp", lambda: presenter.step_part(-1))
        on("F8", lambda: presenter.step_unanswered(1))
        on("Shift+F8", lambda: presenter.step_unanswered(-1))
        on("F9", presenter.ask_danger)
        on("Ctrl+Tab", presenter.step_child)
        on("Ctrl+J", self._open_sections)
        on("Ctrl+S", presenter.save)

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

    def panes(self) -> tuple[QWidget, ...]:
        return (self._outline_pane, self._work, self._facts_pane)

    def first_focus(self) -> QWidget | None:
        row = self.form.row(self._state.current or "") if self._state else None
        return row.editor if row else None

    def filled_button(self) -> Button | None:
        return self._next

    def family_on_screen(self) -> bytes | None:
        return self._state.file.family.id if self._state else None

    def notice(self) -> Notice | None:
        return self._notice

    def facts_hidden(self) -> bool:
        return self.width() < MIDDLE

    def toggle_facts(self) -> None:
        if self.facts_hidden():
            self._drawer.setVisible(not self._drawer.isVisible())
            self._place_drawer()
            self._drawer.raise_()
        else:
            self._facts_folded = not self._facts_folded
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self._drawer.isVisible():
                self._drawer.hide()
            else:
                self._back()
            return
        super().keyPressEvent(event)

    # showing

    def show_state(self, state: VisitState) -> None:
        """Draw what is asked now; rows that stay keep their widgets."""
        new = self._state is None or self._state.file is not state.file
        part_before = self._state.part_name if self._state else None
        self._state = state
        looks = [self._look(asked, state) for asked in state.part.asked]
        rows_before = self.form.rows()
        self.form.show_rows((state.draft.draft_id, state.part_name), looks, self._make_editor)
        if self.form.rows() != rows_before:
            self.form.put_in_tab_order(self._sections, self._danger, self._previous, self._next)
        self.form.set_current(state.current)
        self._show_head(state)
        self._show_outline(state)
        self._show_below(state)
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

    def _look(self, asked: Asked, state: VisitState) -> RowLook:
        problem = state.problems.get(asked.key)
        told = problem is not None and (asked.key != state.current or state.finishing)
        return RowLook(
            key=asked.key,
            words=words.label(asked.question),
            answer=state.answers.get(asked.key),
            hint=said(asked.question.hint, languages.current()),
            extra_hint=words.last_time(asked, state),
            proposal=words.proposal(asked, state),
            message=words.problem(problem) if problem is not None and told else "",
            soft=problem is not None and problem.soft,
        )

    def _make_editor(self, key: str) -> Editor:
        state = self._state
        assert state is not None
        question = next(asked.question for asked in state.part.asked if asked.key == key)
        name = words.label(question)
        if editors.is_keys(question):
            options = words.options_of(question, state.file.members, state)
            return editors.KeysEditor(name, options, many=question.type in ("many", "people"))
        if question.type == "sign":
            return editors.SignatureEditor(name, self._signer, trade.profession, self._presenter.clock)
        if question.type == "long":
            return editors.LongEditor(name)
        editor = self._line_editor(question.type, name)
        if question.rules.suggest is not None:
            editor.takes_proposals()
        return editor

    def _line_editor(self, kind: str, name: str) -> editors.LineEditor:
        if kind == "date":
            return editors.DayEditor(name, self._presenter.clock)
        if kind == "time":
            return editors.time_editor(name)
        return editors.number_editor(name) if kind == "int" else editors.text_editor(name)

    def _show_head(self, state: VisitState) -> None:
        title = words.part_title(state.part, state)
        self._title.setText(title)
        done = f"{state.answered_in(state.part)}/{len(state.part.asked)}"
        self._sections.setText(f"{title} · {done}")
        self._sections.updateGeometry()
        siblings = [part for part in state.parts if part.section.id == state.part.section.id and part.person]
        people = tuple(part.person for part in siblings)
        if people != self._switch_people:
            self._make_switch(siblings, state)
            self._switch_people = people
        if self._switch is not None and state.part.person is not None:
            self._switch.set_value(state.part.person.hex())

    def _make_switch(self, siblings: Sequence[FormPart], state: VisitState) -> None:
        if self._switch is not None:
            self._switch.hide()
            self._switch_place.removeWidget(self._switch)
            self._switch.deleteLater()
            self._switch = None
        if siblings:
            options = [
                Option((part.person or b"").hex(), words.child_name(part.person, state)) for part in siblings
            ]
            self._switch = AnswerKeys(translate("visit", "Which child"), options)
            self._switch.changed.connect(self._child_chosen)
            self._switch_place.addWidget(self._switch)

    def _child_chosen(self) -> None:
        state, switch = self._state, self._switch
        if state is not None and switch is not None:
            chosen = bytes.fromhex(switch.value() or "")
            section = state.part.section.id
            index = next(at for at, part in enumerate(state.parts) if part.name == (section, chosen))
            self._presenter.go_to_part(index)

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
            self._shown_current = None
            self._presenter.go_to_part(part)

    def _show_below(self, state: VisitState) -> None:
        aside = len(state.filled.set_aside)
        self._aside.setText(
            translate(
                "visit", "%n answers are set aside; they come back if you change your answer back.", "", aside
            )
            if aside
            else ""
        )
        self._aside.setVisible(bool(aside))
        while (item := self._missing_column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        shown = bool(state.to_answer) and (state.on_last_part or state.finishing)
        self._missing.setVisible(shown)
        if shown:
            self._list_missing(state)

    def _list_missing(self, state: VisitState) -> None:
        heading = Text(translate("visit", "Still to answer"), "strong")
        heading.setContentsMargins(10, 0, 0, 6)
        self._missing_column.addWidget(heading)
        for asked in state.to_answer:
            where = (
                words.child_name(asked.person, state)
                if asked.person
                else said(asked.section.title, languages.current())
            )
            link = Button(
                f"{where} · {said(asked.question.label, languages.current())}".replace("&", "&&"),
                "text",
                small=True,
            )
            link.clicked.connect(lambda _checked=False, key=asked.key: self._presenter.go_to(key))
            self._missing_column.addWidget(link)

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
        if self._outline_pane.isVisible():
            self.outline.take_focus()
            return
        state = self._state
        if state is None:
            return
        menu = QMenu(self)
        for index, part in enumerate(state.parts):
            name = words.part_title(part, state)
            if part.person is not None:
                name = f"{name} · {words.child_name(part.person, state)}"
            action = menu.addAction(
                f"{name}   {state.answered_in(part)}/{len(part.asked)}".replace("&", "&&")
            )
            action.triggered.connect(lambda _checked=False, index=index: self._presenter.go_to_part(index))
        menu.popup(self._sections.mapToGlobal(QPoint(0, self._sections.height())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.width()
        wide, narrow = width >= WIDE, width < MIDDLE
        low = self.height() < LOW
        self.form.set_dense(low)
        self._head_row.setContentsMargins(24, 4 if low else 8, 22, 5 if low else 9)
        self._head.setMinimumHeight(theme.scaled(theme.CONTROL) + (10 if low else 22))
        self._outline_pane.setVisible(wide)
        self._title.setVisible(wide)
        self._sections.setVisible(not wide)
        home = self._drawer.layout() if narrow else self._facts_holder.layout()
        if home is not None and self._facts_pane.parentWidget() is not home.parentWidget():
            home.addWidget(self._facts_pane)
            self._facts_pane.show()
            self.facts_hidden_changed.emit(narrow)
        self._facts_holder.setVisible(not narrow and not self._facts_folded)
        self._facts_holder.setFixedWidth(theme.scaled(FACTS_WIDTH if wide else FACTS_NARROW))
        if not narrow:
            self._drawer.hide()
        self._place_drawer()

    def _place_drawer(self) -> None:
        width = min(theme.scaled(DRAWER_WIDTH), self.width())
        self._drawer.setGeometry(self.width() - width, 0, width, self.height())
