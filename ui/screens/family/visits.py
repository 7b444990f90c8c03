"""Visits: all of them, newest first; the chosen one in short, with "Print"."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.kinds import VISIT
from app.domain.records import Visit
from ui import formatting, trade
from ui.attachments.presenter import AttachmentsPresenter, Subject
from ui.attachments.strip import AttachmentStrip
from ui.screens.family.presenter import FamilyPresenter, FamilyState
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.facts import clear, fact_line
from ui.widgets.paint import ChipLook
from ui.widgets.panes import EDGE, Scroll, column
from ui.widgets.records import Column, RecordTableModel
from ui.widgets.rows import Row, RowList
from ui.widgets.text import Text

translate = QCoreApplication.translate


class Visits(QWidget):
    """``print_wanted(visit)`` for the chosen one."""

    print_wanted = Signal(object)

    def __init__(
        self, presenter: FamilyPresenter, pictures: AttachmentsPresenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter, self._pictures = presenter, pictures
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 16, EDGE, 0)
        row.setSpacing(14)
        self._model: RecordTableModel[Visit] = RecordTableModel(
            [Column[Visit]("", lambda one: visit_row(one).title)], lambda one: visit_row(one).sentence()
        )
        self._list = RowList(
            translate("family", "Visits"), self._model, visit_row, tall=True, opens_on_click=False
        )
        self._list.current_changed.connect(self._choose)
        self._list_card = Card(padding=0)
        self._list_card.body.addWidget(self._list)
        self._empty = EmptyState(
            "home",
            translate("family", "No visits yet"),
            translate("family", "The first visit begins with “Start visit”."),
        )
        self._list_card.body.addWidget(self._empty)
        self.all = Scroll(column(self._list_card), translate("family", "Visits"))
        self.details = Scroll(column(self._details_card()), translate("family", "Details of the visit"))
        row.addWidget(self.all, 5)
        row.addWidget(self.details, 6)

    def _details_card(self) -> Card:
        self._card = Card(padding=20, spacing=10)
        self._title = Text("", "heading", wrap=True)
        self._card.body.addWidget(self._title)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(8)
        self._card.body.addLayout(self._facts)
        acts = QHBoxLayout()
        acts.addStretch(1)
        self._print = Button(translate("family", "Print this visit"), "plain", icon="print", keys="Ctrl P")
        self._print.clicked.connect(self._wants_print)
        acts.addWidget(self._print)
        self._card.body.addLayout(acts)
        self.strip = AttachmentStrip(
            self._pictures, translate("family", "Nothing yet. What is added here belongs to this visit.")
        )
        self._card.body.addWidget(self.strip)
        return self._card

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.all.setFixedWidth(
            max(240, min(520, round((self.width() - 62) * 0.42) if self.width() > 900 else 240))
        )

    def show_state(self, state: FamilyState) -> None:
        """The list, and the chosen visit in short."""
        if state.file is None:
            return
        visits = state.file.visits
        if self._model.records() != visits:
            self._model.set_records(visits)
        self._empty.setVisible(not visits)
        self._list.setVisible(bool(visits))
        visit = state.chosen_visit
        self._card.setVisible(visit is not None)
        if visit is None:
            self._pictures.show(None)
            return
        at_visit = Subject(state.file.family.id, visit.id, VISIT.name)
        if at_visit != self._pictures.subject:
            self._pictures.show(at_visit)
        current: Visit | None = self._list.current_record()
        if current is None or current.id != visit.id:
            self._list.choose(visits.index(visit))
        self._title.setText(
            formatting.sentence_case(formatting.day(visit.visited_on))
            if visit.visited_on
            else translate("family", "Day not known")
        )
        clear(self._facts)
        for label, value in visit_facts(visit):
            self._facts.addWidget(fact_line(label, value))

    def _choose(self, visit: Visit | None) -> None:
        if visit is not None and visit.id != self._presenter.state.visit:
            self._presenter.choose_visit(visit.id)

    def _wants_print(self) -> None:
        visit = self._presenter.state.chosen_visit
        if visit is not None:
            self.print_wanted.emit(visit)


def visit_row(visit: Visit) -> Row:
    """Day, result, who went, and how far it has come."""
    icon, word, _token = trade.sync_mark("to_send" if visit.pending else "at_county")
    day = (
        formatting.sentence_case(formatting.day(visit.visited_on))
        if visit.visited_on
        else translate("family", "Day not known")
    )
    result = (
        trade.visit_result(str(visit.answers.get("v_result") or visit.purpose or ""))
        if visit.answers or visit.purpose
        else ""
    )
    second = " · ".join(part for part in (result, visit.by_text or "") if part) or " "
    return Row(
        day, second=second, icon="home", chip=ChipLook(word, icon, "blue" if visit.pending else "green")
    )


def visit_facts(visit: Visit) -> tuple[tuple[str, str], ...]:
    """What an imported row said, or the main answers of the form."""
    answers = visit.answers
    hours = " – ".join(str(answers[key]) for key in ("v_from", "v_to") if answers.get(key))
    following = str(answers.get("v_next") or "")
    facts = [
        (
            translate("family", "Result"),
            trade.visit_result(str(answers["v_result"])) if answers.get("v_result") else "",
        ),
        (translate("family", "Hours"), hours),
        (translate("family", "Who went"), visit.by_text or ""),
        (translate("family", "Purpose"), visit.purpose or ""),
        (translate("family", "Found"), visit.findings or ""),
        (translate("family", "Agreed"), visit.measures or str(answers.get("v_agreed") or "")),
        (translate("family", "Next visit"), formatting.day(following) if following else ""),
        *visit.cells,
    ]
    return tuple((label, value) for label, value in facts if value)
