"""Notes: a field to write one, and those written before. A note is never changed afterwards.

What is half typed waits where the note will be kept. As long as nobody chose who reads it, that is the writer's own
compartment: it may become a confidential one, and must not have lain in the team's file until then.
"""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.access import TEAM
from app.domain.records import Note
from app.services.typed import Place
from ui import formatting, trade
from ui.screens.family.presenter import FamilyPresenter, FamilyState
from ui.widgets.buttons import Button
from ui.widgets.card import Card, Rule
from ui.widgets.facts import clear
from ui.widgets.fields import Choice, LongField
from ui.widgets.half_typed_line import HalfTypedLine
from ui.widgets.panes import EDGE, Scroll, column
from ui.widgets.text import LongText, Text

translate = QCoreApplication.translate
LINE_WIDTH = 720


class Notes(QWidget):
    """Tab leaves the field, the button keeps the note."""

    def __init__(self, presenter: FamilyPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._authors: dict[bytes, str] = {}
        self._notes: tuple[Note, ...] | None = None
        self._kept_apart: Mapping[bytes, str] = {}
        self._sent = ""
        self._own: tuple[str, ...] = ()
        self._chosen = ""
        """Who reads it, once the worker has said so."""
        self._place: Place | None = None
        self._filling = False
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 16, EDGE, 0)
        card = Card(padding=20, spacing=10)
        card.body.addWidget(Text(translate("family", "New note"), "strong"))
        self._half_typed = HalfTypedLine()
        self._half_typed.thrown_away.connect(self._throw_away)
        presenter.note.changed.connect(self._half_typed.tell)
        card.body.addWidget(self._half_typed)
        self.field = LongField(translate("family", "New note"), lines=4)
        self.field.setReadOnly(True)
        self.field.setPlaceholderText(translate("family", "Facts, not opinions"))
        self.field.textChanged.connect(self._typed)
        card.body.addWidget(self.field)
        self._readers = Choice(translate("family", "Who reads the note"))
        self._readers.currentIndexChanged.connect(self._tell_readers)
        self._readers.activated.connect(self._choose_readers)
        self._readers_row = QWidget()
        readers = QHBoxLayout(self._readers_row)
        readers.setContentsMargins(0, 0, 0, 0)
        readers.addWidget(Text(translate("family", "Who reads the note"), "small", "text_2"))
        readers.addWidget(self._readers, 1)
        self._readers_row.setVisible(False)
        card.body.addWidget(self._readers_row)
        self._apart = Text("", "small", "text_2", wrap=True)
        self._apart.setVisible(False)
        card.body.addWidget(self._apart)
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
        presenter.done.connect(self._kept)
        self.all = Scroll(inside, translate("family", "Notes"))
        row.addWidget(self.all)

    def show_state(self, state: FamilyState) -> None:
        """All notes with day and author."""
        if state.problem is not None:
            self._allow()
        self.field.setReadOnly(state.file is None)
        if state.file is None:
            self._place = None
            self._fill({})
            return
        self._offer_readers(state.file.own_compartments)
        if self._presenter.note.place != self._place:
            self._place = self._presenter.note.place
            self._fill(self._presenter.note.open(self._place))
        if state.file.notes == self._notes:
            return
        self._kept_apart = state.file.kept_apart
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
        apart = self._kept_apart.get(note.id)
        told = (
            formatting.sentence_case(when),
            self._authors.get(note.id, ""),
            trade.readers(apart) if apart else "",
        )
        about = " · ".join(part for part in told if part)
        lines.addWidget(LongText(about, "small", "text_2"))
        lines.addWidget(LongText(note.text))
        return holder

    def _fill(self, typed: Mapping[str, Any]) -> None:
        self._filling = True
        self.field.setPlainText(str(typed.get("text", "")))
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        chosen = str(typed.get("readers", ""))
        self._chosen = chosen if self._readers.findData(chosen) >= 0 else ""
        self._readers.setCurrentIndex(max(0, self._readers.findData(self._chosen)))
        self._filling = False
        self._allow()

    def _typed(self) -> None:
        self._allow()
        if self._filling:
            return
        text = self.field.toPlainText()
        kept_in = self._chosen or next(iter(self._own), TEAM)
        self._presenter.note.edit({"text": text, "readers": self._chosen} if text.strip() else {}, kept_in)

    def _allow(self) -> None:
        self._keep.setEnabled(bool(self.field.toPlainText().strip()))

    def _throw_away(self) -> None:
        self._presenter.note.throw_away()
        self._fill({})
        self.field.setFocus()

    def _choose_readers(self) -> None:
        self._chosen = self._readers.value()
        self._typed()

    def _offer_readers(self, own: tuple[str, ...]) -> None:
        self._own = own
        offered = (TEAM, *own)
        if [self._readers.itemData(place) for place in range(self._readers.count())] == list(offered):
            return
        self._readers.clear()
        for name in offered:
            self._readers.addItem(formatting.sentence_case(trade.readers(name)), name)
        self._readers_row.setVisible(bool(own))

    def _tell_readers(self) -> None:
        apart = self._readers.value() not in ("", TEAM)
        self._apart.setVisible(apart)
        self._apart.setText(
            translate(
                "family",
                "It is kept under a key of its own. Others on this laptop and in the commune do not see that it is there.",
            )
            if apart
            else ""
        )

    def _write(self) -> None:
        self._keep.setEnabled(False)
        self._sent = self.field.toPlainText()
        self._presenter.write_note(self._sent, self._readers.value() or TEAM)

    def _kept(self, act: str) -> None:
        """What is kept leaves the field; what the disk refused stays in it."""
        if act == "note" and self.field.toPlainText() == self._sent:
            self._fill({})
        self._allow()
