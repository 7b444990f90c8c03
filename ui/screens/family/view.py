"""The family page: a header with the next step, and tabs. Everything about a family hangs here."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.domain.records import Assessment
from app.forms.instruments import Named
from app.services.families import Event, FamilyFile
from app.services.typed import Place
from ui import messages
from ui.attachments import words as attachment_words
from ui.attachments.presenter import AttachmentsPresenter
from ui.navigator import Navigator
from ui.page import Desk, Heading, Page
from ui.print_dialog import PrintDialog
from ui.screens import family_words
from ui.screens.assessment_places import Begin, Sealed
from ui.screens.family import meanwhile_words
from ui.screens.family.assessments import Assessments, FamilyAssessments
from ui.screens.family.brief import Brief
from ui.screens.family.looks import WhoLooked
from ui.screens.family.members import Members
from ui.screens.family.notes import Notes
from ui.screens.family.pictures import Pictures
from ui.screens.family.presenter import Act, FamilyPresenter, FamilyState, Tab
from ui.screens.family.visits import Visits
from ui.widgets.badges import Chip, DeadlineChip, DeadlineState
from ui.widgets.banner import Banner, Notice
from ui.widgets.buttons import Button
from ui.widgets.panes import EDGE
from ui.widgets.tabs import Tabs
from ui.widgets.text import Text

translate = QCoreApplication.translate


def make(desk: Desk) -> Page:
    """The screen for this desk."""
    presenter = FamilyPresenter(desk.vault, desk.tasks)
    assessments = FamilyAssessments(desk.vault, desk.tasks)
    send_now = desk.courier.go if desk.courier is not None else None
    pictures = AttachmentsPresenter(desk.vault, desk.tasks, send_now)
    of_visit = AttachmentsPresenter(desk.vault, desk.tasks, send_now)
    view = FamilyView(presenter, assessments, (pictures, of_visit), desk.navigator, desk.screens)
    for one in (presenter, assessments, pictures, of_visit):
        one.setParent(view)
    return view


class FamilyView(Page):
    """Keys: V start visit, A assessments, Ctrl+M note, Ctrl+Tab next tab, Ctrl+Z takes the last save back.

    ``attachments`` are those of the whole family, and those of the visit that is chosen.
    """

    def __init__(
        self,
        presenter: FamilyPresenter,
        assessments: FamilyAssessments,
        attachments: tuple[AttachmentsPresenter, AttachmentsPresenter],
        navigator: Navigator,
        screens: frozenset[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._presenter, self._navigator, self._screens = presenter, navigator, screens
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._build_header())
        self._meanwhile = Banner(translate("family", "I have read it"))
        self._meanwhile.closed.connect(presenter.noticed)
        beside = QVBoxLayout()
        beside.setContentsMargins(EDGE, 0, EDGE, 0)
        beside.addWidget(self._meanwhile)
        whole.addLayout(beside)
        words: dict[Tab, str] = {
            "brief": translate("family", "In brief"),
            "members": translate("family", "Members"),
            "visits": translate("family", "Visits"),
            "pictures": translate("family", "Pictures"),
            "assessments": translate("family", "Assessments"),
            "notes": translate("family", "Notes"),
            "looks": translate("family", "Who looked"),
        }
        self._tabs = Tabs(translate("family", "Parts of the file"), list(words.items()))
        self._tabs.chosen.connect(presenter.choose_tab)
        whole.addWidget(self._tabs)
        self._brief = Brief(presenter, navigator.go, screens)
        of_family, of_visit = attachments
        self._members, self._visits = Members(presenter), Visits(presenter, of_visit)
        self._pictures, self._notes = Pictures(of_family), Notes(presenter)
        self._looks = WhoLooked()
        self._assessments = Assessments(assessments)
        self._file: FamilyFile | None = None
        self._parts: dict[str, QWidget] = {
            "brief": self._brief,
            "members": self._members,
            "visits": self._visits,
            "pictures": self._pictures,
            "assessments": self._assessments,
            "notes": self._notes,
            "looks": self._looks,
        }
        self._stack = QStackedWidget()
        for part in self._parts.values():
            self._stack.addWidget(part)
        whole.addWidget(self._stack, 1)
        self._brief.member_opened.connect(self._open_member)
        self._brief.event_opened.connect(self._open_event)
        self._brief.note_wanted.connect(self.begin_note)
        self._visits.print_wanted.connect(presenter.prepare_print)
        self._assessments.begun.connect(self._begin_assessment)
        self._assessments.opened.connect(self._open_assessment)
        self._assessments.danger_changed.connect(self._assessments_came)
        self._assessments.check_asked.connect(self._check_statement)
        presenter.document_ready.connect(
            lambda ready: PrintDialog(ready.document, partial(presenter.let_out, ready), self).open()
        )
        self._print_key = QShortcut(QKeySequence("Ctrl+P"), self)
        self._print_key.activated.connect(self._print_latest)
        QShortcut(QKeySequence("Ctrl+M"), self).activated.connect(self.begin_note)
        presenter.changed.connect(self.show_state)
        presenter.done.connect(self._saved)
        of_family.changed.connect(lambda shown: self._tabs.set_count("pictures", len(shown)))
        for one in attachments:
            one.done.connect(partial(self._picture_done, one))

    def _build_header(self) -> QWidget:
        header = QFrame()
        header.setAccessibleName(translate("family", "Family header"))
        row = QHBoxLayout(header)
        row.setContentsMargins(EDGE, 8, EDGE, 4)
        row.setSpacing(10)
        self._where = Text("", "small", "text_2", wrap=True)
        row.addWidget(self._where, 1)
        self._start = Button(translate("family", "Start visit"), "filled")
        self._start.clicked.connect(self._start_visit)
        if "visit" not in self._screens:
            self._start.hide()
        row.addWidget(self._start)
        assess = Button(translate("family", "Assessment"), "plain")
        assess.clicked.connect(self.begin_assessment)
        if "assessment" not in self._screens:
            assess.hide()
        row.addWidget(assess)
        note = Button(translate("family", "Note"), "plain", keys="Ctrl M")
        note.clicked.connect(self.begin_note)
        row.addWidget(note)
        return header

    # state -> widgets

    def show_state(self, state: FamilyState) -> None:
        """Header, tabs and the part in view."""
        file = state.file
        if file is not None:
            parts = (file.line.number, family_words.house(file.line), file.line.phone)
            self._where.setText(" · ".join(part for part in parts if part))
            self._tabs.set_count("members", len(file.members))
            self._tabs.set_count("visits", len(file.visits))
            self._tabs.set_count("notes", len(file.notes))
            if file is not self._file:
                self._file = file
                self._assessments.show_family(file)
                self._pictures.show_family(file)
        told = meanwhile_words.sentence(state.meanwhile)
        self._meanwhile.show_notice(Notice("blue", told, closable=True) if told else None)
        self._tabs.choose(state.tab)
        self._stack.setCurrentWidget(self._parts[state.tab])
        self._brief.show_state(state)
        self._members.show_state(state)
        self._visits.show_state(state)
        self._notes.show_state(state)
        self._looks.show_state(state)
        self.heading_changed.emit()
        self.notice_changed.emit(self.notice())

    def _saved(self, act: Act) -> None:
        words: dict[Act, str] = {
            "family": translate("family", "House and contact changed."),
            "person": translate("family", "Details changed."),
            "member_added": translate("family", "Member added."),
            "member_left": translate("family", "Noted that the person does not live here any more."),
            "note": translate("family", "Note kept."),
            "undone": translate("family", "Taken back."),
        }
        self.done.emit(words[act], None if act == "undone" else self._presenter.undo)

    def _picture_done(self, presenter: AttachmentsPresenter, act: str) -> None:
        told = attachment_words.done(act)
        if told:
            self.done.emit(told, None if act in ("undone", "asked_for", "copied") else presenter.undo)

    # acts

    def begin_note(self) -> None:
        """Ctrl+M: the notes, with the cursor in the field."""
        self._presenter.choose_tab("notes")
        self._notes.field.setFocus()

    def begin_assessment(self) -> None:
        """A: the forms there are, with the keyboard on the first."""
        self._presenter.choose_tab("assessments")
        self._assessments.take_focus()

    def _begin_assessment(self, form: Named) -> None:
        family_id = self._presenter.state.family_id
        if family_id is not None and "assessment" in self._screens:
            self._navigator.go("assessment", Begin(family_id, form.id))

    def _open_assessment(self, one: Assessment) -> None:
        if "assessment" in self._screens:
            self._navigator.go("assessment", Sealed(one.id))

    def _check_statement(self) -> None:
        if "statement" in self._screens:
            self._navigator.go("statement")

    def _assessments_came(self) -> None:
        self._tabs.set_count("assessments", self._assessments.count())
        self.notice_changed.emit(self.notice())

    def _start_visit(self) -> None:
        if self._presenter.state.family_id is not None:
            self._navigator.go("visit", self._presenter.state.family_id)

    def _print_latest(self) -> None:
        visit = self._presenter.state.chosen_visit
        if visit is not None:
            self._presenter.prepare_print(visit)

    def _open_member(self, person_id: bytes | None) -> None:
        self._presenter.choose_tab("members")
        if person_id is None:
            self._members.add()
        else:
            self._presenter.choose_member(person_id)

    def _open_event(self, event: Event) -> None:
        if event.what == "visit":
            self._presenter.choose_visit(event.record)
            self._presenter.choose_tab("visits")
        elif event.what == "note":
            self._presenter.choose_tab("notes")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().lower() == "v" and not event.modifiers() and "visit" in self._screens:
            self._start_visit()
            return
        if event.text().lower() == "a" and not event.modifiers() and "assessment" in self._screens:
            self.begin_assessment()
            return
        super().keyPressEvent(event)

    # page

    def heading(self) -> Heading:
        state = self._presenter.state
        line = state.file.line if state.file else None
        if line is None:
            return Heading(
                translate("family", "Opening the family…"), back=True, window=translate("screens", "Family")
            )
        chips: list[QWidget] = []
        if line.next_visit_on:
            urgency: DeadlineState = (
                "late" if state.days_late > 0 else "soon" if state.days_late >= -2 else "far"
            )
            chips.append(
                DeadlineChip(urgency, family_words.deadline_words(line.next_visit_on, state.days_late))
            )
        if line.pending:
            chips.append(Chip(family_words.to_send_chip()))
        window = " ".join(part for part in (translate("screens", "Family"), line.number or "") if part)
        return Heading(line.name, "", tuple(chips), back=True, window=window)

    def notice(self) -> Notice | None:
        problem = self._presenter.state.problem
        danger = self._assessments.danger()
        if problem is None and danger:
            return Notice("red", danger)
        return Notice("amber", messages.sentence(problem)) if problem else None

    def arrive(self, what: object) -> None:
        self._file = None  # drafts may have come or gone meanwhile
        if isinstance(what, bytes):
            self._presenter.open(what)
        elif isinstance(what, Place) and what.family is not None:
            if what.form == "house":
                self._brief.go_to_house()
            self._presenter.open(what.family, what.form)
            if what.form == "member":
                self._members.add()

    def leave(self) -> None:
        self._presenter.leave()

    def family_on_screen(self) -> bytes | None:
        return self._presenter.state.family_id

    def undo(self) -> bool:
        self._presenter.undo()
        return True

    def panes(self) -> tuple[QWidget, ...]:
        part = self._stack.currentWidget()
        inner: tuple[QWidget, ...] = ()
        if part is self._brief:
            inner = (self._brief.work, self._brief.timeline)
        elif part is self._members:
            inner = (self._members.people, self._members.details)
        elif part is self._visits:
            inner = (self._visits.all, self._visits.details)
        elif part is self._assessments:
            inner = (self._assessments.forms, self._assessments.all)
        elif part is self._pictures:
            inner = (self._pictures.all,)
        elif part is self._notes:
            inner = (self._notes.all,)
        elif part is self._looks:
            inner = (self._looks.all,)
        return (self._tabs, *inner)
