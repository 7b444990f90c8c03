"""The assessments of a family: which forms there are, what is left half done, the finished ones with their levels, and danger
signs that wait for the supervisor."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.records import Assessment, Task
from app.errors import ExportRefused, VatraError
from app.forms.instruments import Named
from app.forms.questions import said
from app.services import assessment_papers, assessments, audit
from app.services.assessments import AssessmentDraft, OfFamily
from app.services.families import FamilyFile
from app.services.saving import Changed
from ui import formatting, languages, messages, trade
from ui.print_dialog import PrintDialog, without_note
from ui.tasks import Tasks
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.facts import clear
from ui.widgets.paint import ChipLook
from ui.widgets.panes import EDGE, Scroll, column
from ui.widgets.records import Column, RecordTableModel
from ui.widgets.rows import Row, RowList
from ui.widgets.text import Text

if TYPE_CHECKING:
    from storage.vault import Vault

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Offer:
    """A form that can be begun, or gone on with."""

    form: Named
    draft: AssessmentDraft | None


class FamilyAssessments(QObject):
    """Reads and acts; ``changed`` carries an ``OfFamily``."""

    changed = Signal(object)
    failed = Signal(object)
    document_ready = Signal(object)
    exported = Signal(int)
    """How many files were written."""

    def __init__(self, vault: "Vault", tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vault, self._tasks = vault, tasks
        self.family_id: bytes | None = None
        self.found: OfFamily | None = None

    def read(self, family_id: bytes) -> None:
        """All about the assessments of this family, anew."""
        if family_id != self.family_id:
            self.family_id, self.found = family_id, None
        self._tasks.records.run(
            lambda: (family_id, assessments.of_family(self._vault, family_id)), self._came, self.failed.emit
        )

    def _came(self, answer: tuple[bytes, OfFamily]) -> None:
        family_id, found = answer
        if family_id == self.family_id:
            self.found = found
            self.changed.emit(found)

    def finish_task(self, task: Task) -> None:
        """The supervisor knows and acts."""
        self._tasks.records.run(
            lambda: assessments.finish_task(self._vault, task.id), self._saved, self.failed.emit
        )

    def discard(self, draft: AssessmentDraft) -> None:
        """Throw a half done one away."""
        self._tasks.records.run(
            lambda: assessments.discard_draft(self._vault, draft), self._saved, self.failed.emit
        )

    def _saved(self, change: Changed) -> None:
        if change.kinds:
            self._tasks.data_changed.emit(change)
        if self.family_id is not None:
            self.read(self.family_id)

    def export(self, form_id: str, folder: Path) -> None:
        """All finished ones with this form, of every family of this laptop, as files in a folder; noted before they leave."""

        def write() -> int:
            for compartment in assessment_papers.exported_from(self._vault, form_id):
                audit.note_going_out(self._vault, "export", "assessments", compartment=compartment)
            files = assessment_papers.export_answers(self._vault, form_id)
            for name, text in files.items():
                target = folder / name
                try:
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_text(text, encoding="utf-8", newline="")
                except OSError as problem:
                    raise ExportRefused() from problem
            return len(files)

        self._tasks.records.run(write, self.exported.emit, self.failed.emit)

    def prepare_blank(self, form: Named) -> None:
        """The empty form for the printer; ``document_ready`` brings it."""
        language = languages.current()
        self._tasks.records.run(
            lambda: assessment_papers.blank_form(self._vault, form.id, language),
            self.document_ready.emit,
            self.failed.emit,
        )


class Assessments(QWidget):
    """``begin(form)`` and ``opened(assessment)`` lead to the form; ``danger_changed`` when its signs are others;
    ``check_asked`` leads to where a printed one is checked."""

    begun = Signal(object)
    opened = Signal(object)
    danger_changed = Signal()
    check_asked = Signal()

    def __init__(self, presenter: FamilyAssessments, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 16, EDGE, 0)
        row.setSpacing(14)
        self._danger = Card(padding=14, spacing=8)
        self._danger.hide()
        self.forms = Scroll(
            column(self._danger, self._forms_card(), spacing=14), translate("family", "Assessments to begin")
        )
        self.all = Scroll(column(self._list_card()), translate("family", "Finished assessments"))
        row.addWidget(self.forms, 5)
        row.addWidget(self.all, 6)
        presenter.changed.connect(self.show_found)
        presenter.exported.connect(self._exported)
        presenter.failed.connect(self._failed)
        presenter.document_ready.connect(lambda document: PrintDialog(document, without_note, self).open())

    def _forms_card(self) -> Card:
        card = Card(translate("family", "Begin or go on"), padding=0)
        self._offers: RecordTableModel[Offer] = RecordTableModel(
            [Column[Offer]("", lambda one: offer_row(one).title)], lambda one: offer_row(one).sentence()
        )
        self.offers = RowList(translate("family", "Begin or go on"), self._offers, offer_row, tall=True)
        self.offers.opened.connect(lambda offer: self.begun.emit(offer.form))
        self.offers.current_changed.connect(self._show_acts)
        card.body.addWidget(self.offers)
        acts = QHBoxLayout()
        acts.setContentsMargins(12, 6, 12, 10)
        self._discard = Button(translate("family", "Throw the draft away"), "text", small=True)
        self._discard.clicked.connect(self._throw_away)
        self._blank = Button(translate("family", "Print empty"), "plain", icon="print", small=True)
        self._blank.clicked.connect(self._print_blank)
        acts.addStretch(1)
        acts.addWidget(self._discard)
        acts.addWidget(self._blank)
        card.body.addLayout(acts)
        return card

    def _list_card(self) -> Card:
        card = Card(translate("family", "Finished"), padding=0)
        self._sealed: RecordTableModel[Assessment] = RecordTableModel(
            [Column[Assessment]("", lambda one: self._row(one).title)], lambda one: self._row(one).sentence()
        )
        self.sealed = RowList(translate("family", "Finished assessments"), self._sealed, self._row, tall=True)
        self.sealed.opened.connect(self.opened)
        self._empty = EmptyState(
            "list",
            translate("family", "No assessments yet"),
            translate("family", "Choose a form at the left; what is begun can be left and gone on with."),
        )
        card.body.addWidget(self.sealed)
        card.body.addWidget(self._empty)
        self._export = Button(
            translate("family", "Save answers for analysis"), "text", icon="download", small=True
        )
        self._export.clicked.connect(self._choose_folder)
        self.told = Text(
            translate(
                "family", "The files leave the protection of Vatra: keep them where only you can open them."
            ),
            "small",
            "text_2",
            wrap=True,
        )
        self._check = Button(translate("screens", "Check a printed statement"), "text", small=True)
        self._check.clicked.connect(self.check_asked)
        acts = QHBoxLayout()
        acts.addWidget(self._export)
        acts.addWidget(self._check)
        acts.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(14, 6, 14, 10)
        foot.addLayout(acts)
        foot.addWidget(self.told)
        card.body.addLayout(foot)
        return card

    def _row(self, one: Assessment) -> Row:
        found = self._presenter.found
        return sealed_row(one, found) if found is not None else Row(one.form_id)

    # showing

    def show_family(self, file: FamilyFile) -> None:
        """The file was read: so are its assessments."""
        self._presenter.read(file.family.id)

    def show_found(self, found: OfFamily) -> None:
        drafts = {draft.form_id: draft for draft in reversed(found.drafts) if draft.amends is None}
        chosen: Offer | None = self.offers.current_record()
        self._offers.set_records(tuple(Offer(form, drafts.get(form.id)) for form in found.forms))
        ids = [form.id for form in found.forms]
        if ids:
            before = chosen.form.id if chosen is not None else ids[0]
            self.offers.choose(ids.index(before) if before in ids else 0)
        self._sealed.set_records(found.sealed)
        self.sealed.setVisible(bool(found.sealed))
        self._empty.setVisible(not found.sealed)
        self._export.setVisible(bool(found.sealed))
        self.told.setVisible(bool(found.sealed))
        self._show_acts(self.offers.current_record())
        self._show_danger(found.tasks)

    def _show_acts(self, offer: Offer | None) -> None:
        self._discard.setVisible(offer is not None and offer.draft is not None)
        self._blank.setVisible(offer is not None)

    def _show_danger(self, tasks: tuple[Task, ...]) -> None:
        clear(self._danger.body)
        for task in tasks:
            self._danger.body.addWidget(Text(danger_words(task), "body", "urgent", wrap=True))
            done = Button(translate("family", "The supervisor knows and acts"), "plain", small=True)
            done.clicked.connect(lambda _checked=False, task=task: self._presenter.finish_task(task))
            self._danger.body.addWidget(done)
        self._danger.setVisible(bool(tasks))
        self.danger_changed.emit()

    def danger(self) -> str:
        """The danger signs that wait, in a sentence; "" for none."""
        found = self._presenter.found
        return danger_words(found.tasks[0]) if found is not None and found.tasks else ""

    def count(self) -> int | None:
        """How many count: a corrected one does not, beside its correction."""
        found = self._presenter.found
        return sum(one.id not in found.corrected for one in found.sealed) if found is not None else None

    def take_focus(self) -> None:
        self.offers.setFocus()

    # acts

    def _choose_folder(self) -> None:
        chosen: Assessment | None = self.sealed.current_record() or next(iter(self._sealed.records()), None)
        folder = QFileDialog.getExistingDirectory(self, translate("family", "Save answers for analysis"))
        if chosen is not None and folder:
            self._presenter.export(chosen.form_id, Path(folder))

    def _exported(self, files: int) -> None:
        self.told.setText(translate("family", "%n files were written.", "", files))

    def _failed(self, error: VatraError) -> None:
        self.told.setText(messages.sentence(error))
        self.told.show()

    def _print_blank(self) -> None:
        offer: Offer | None = self.offers.current_record()
        if offer is not None:
            self._presenter.prepare_blank(offer.form)

    def _throw_away(self) -> None:
        offer: Offer | None = self.offers.current_record()
        if offer is not None and offer.draft is not None:
            self._presenter.discard(offer.draft)


def offer_row(offer: Offer) -> Row:
    """The form by name, and what is left half done in it."""
    name = said(offer.form.title, languages.current())
    if offer.draft is None or offer.draft.saved_at is None:
        return Row(name, second=translate("family", "not begun"), icon="list")
    when = formatting.moment(offer.draft.saved_at)
    answered = translate("family", "%n answers", "", offer.draft.answered)
    chip = ChipLook(translate("family", "draft"), "pencil", "amber")
    return Row(name, second=f"{answered} · {when}", icon="list", chip=chip)


def sealed_row(one: Assessment, found: OfFamily) -> Row:
    """Day, form, level, and how far it has come; of a corrected one that it is, and no level any more."""
    titles = found.titles
    icon, word, _token = trade.sync_mark("to_send" if one.pending else "at_county")
    day = formatting.sentence_case(formatting.day(one.on)) if one.on else ""
    title = said(titles[one.form_id], languages.current()) if one.form_id in titles else one.form_id
    badge = (one.level, trade.level(one.level)) if one.level else None
    chip = ChipLook(word, icon, "blue" if one.pending else "green")
    if one.id in found.corrected:
        badge, chip = None, ChipLook(translate("family", "corrected"), "pencil")
    elif any(draft.amends == one.id for draft in found.drafts):
        chip = ChipLook(translate("family", "correction begun"), "pencil", "amber")
    if one.amends is not None:
        title = translate("family", "Correction: %1").replace("%1", title)
    return Row(title, second=day or " ", icon="list", badge=badge, chip=chip)


def danger_words(task: Task) -> str:
    """``Danger sign noticed on 21 Nov, 9:30: the supervisor has to act.``"""
    sentence = translate("family", "Danger sign noticed %1: the supervisor has to act.")
    return sentence.replace("%1", formatting.moment(task.noticed_at))
