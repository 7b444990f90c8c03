"""Notes: a field to write one, and those written before. A note is never changed afterwards."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.records import Note
from ui import formatting
from ui.screens.family.presenter import FamilyPresenter, FamilyState
from ui.widgets.buttons import Button
from ui.widgets.card import Card, Rule
from ui.widgets.facts import clear
from ui.widgets.fields import LongField
from ui.widgets.panes import EDGE, Scroll, column
from ui.widgets.text import Text

translate = QCoreApplication.translate
LINE_WIDTH = 720


class Notes(QWidget):
    """Tab leaves the field, the button keeps the note."""

    def __init__(self, presenter: FamilyPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._authors: dict[bytes, str] = {}
        self._notes: tuple[Note, ...] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 16, EDGE, 0)
        card = Card(padding=20, spacing=10)
        card.body.addWidget(Text(translate("family", "New note"), "strong"))
        self.field = LongField(translate("family", "New note"), lines=4)
        self.field.setPlaceholderText(translate("family", "Facts, not opinions"))
        self.field.textChanged.connect(self._typed)
        card.body.addWidget(self.field)
        acts = QHBoxLayout()
        acts.addWidget(
            Text(
                translate("family", "A note cannot be changed later, only completed by another."),
                "small",
                "text_2",
                wrap=True,
            ),
            1,
        )
        self._keep: Button = Button(translate("family", "Keep the note"), "plain")
        self._keep.setEnabled(False)
        self._keep.clicked.connect(self._write)
        acts.addWidget(self._keep)
        card.body.addLayout(acts)
        self._card = Card(padding=0, spacing=0)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._card.body.addLayout(self._lines)
        inside = column(card, self._card, spacing=14)
        inside.setMaximumWidth(LINE_WIDTH + 80)
        self.all = Scroll(inside, translate("family", "Notes"))
        row.addWidget(self.all)

    def show_state(self, state: FamilyState) -> None:
        """All notes with day and author."""
        if state.file is None or state.file.notes == self._notes:
            return
        self._notes = state.file.notes
        self._authors = {
            event.record: event.author or "" for event in state.file.timeline if event.what == "note"
        }
        clear(self._lines)
        self._card.setVisible(bool(state.file.notes))
        for number, note in enumerate(state.file.notes):
            if number:
                self._lines.addWidget(Rule())
            self._lines.addWidget(self._note(note))

    def _note(self, note: Note) -> QWidget:
        holder = QWidget()
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(20, 12, 20, 12)
        lines.setSpacing(2)
        when = formatting.moment(note.written_at) if note.written_at else ""
        about = " · ".join(
            part for part in (formatting.sentence_case(when), self._authors.get(note.id, "")) if part
        )
        lines.addWidget(Text(about, "small", "text_2", wrap=True))
        lines.addWidget(Text(note.text, "body", wrap=True))
        return holder

    def _typed(self) -> None:
        self._keep.setEnabled(bool(self.field.toPlainText().strip()))

    def _write(self) -> None:
        text = self.field.toPlainText()
        self.field.clear()
        self._presenter.write_note(text)
