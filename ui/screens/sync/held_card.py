"""What the county keeps aside: each save with its reason, the office's sentence, and what its author can do about it."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.held_back import Held
from ui import formatting
from ui.screens.sync import words
from ui.widgets.buttons import Button
from ui.widgets.card import Card, Rule
from ui.widgets.facts import clear
from ui.widgets.flow import Flow
from ui.widgets.text import Text

translate = QCoreApplication.translate
MOST_HELD = 30


class HeldCard(Card):
    """Hidden while nothing is held back. The signals carry the ``Held``."""

    sent_again = Signal(object)
    written_anew = Signal(object)
    put_away = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("sync", "Held back at the county"), padding=0, spacing=0, parent=parent)
        self._held: tuple[Held, ...] = ()
        self.hide()

    def show_held(self, held: tuple[Held, ...]) -> None:
        """Built anew only when it is another list, so that the focus stays."""
        self.setVisible(bool(held))
        if held == self._held:
            return
        self._held = held
        clear(self.body)
        for number, one in enumerate(held[:MOST_HELD]):
            if number:
                self.body.addWidget(Rule())
            self.body.addWidget(self._row(one))

    def _row(self, held: Held) -> QWidget:
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(16, 10, 16, 10)
        inside.setSpacing(2)
        what = words.held_name(held)
        inside.addWidget(Text(what, "strong", wrap=True))
        told = (formatting.sentence_case(formatting.moment(held.at)), "" if held.own else held.author)
        inside.addWidget(Text(" · ".join(filter(None, told)), "small", "text_2", wrap=True))
        inside.addWidget(Text(words.reason(held.reason), "body", wrap=True))
        if held.answer:
            inside.addWidget(Text(words.office_answer(held), "strong", wrap=True))
        if held.returned:
            inside.addSpacing(6)
            inside.addLayout(self._acts(held, what))
        return holder

    def _acts(self, held: Held, what: str) -> Flow:
        again = Button(translate("sync", "Send again"), "plain", icon="upload", small=True)
        again.clicked.connect(lambda: self.sent_again.emit(held))
        anew = Button(translate("sync", "Write anew"), "plain", small=True)
        anew.clicked.connect(lambda: self.written_anew.emit(held))
        away = Button(translate("sync", "Put away"), "text", small=True)
        away.setToolTip(translate("sync", "The county keeps it; here nothing waits for it any more."))
        away.clicked.connect(lambda: self.put_away.emit(held))
        acts = Flow(gap=8)
        for button in (again, *((anew,) if held.is_note else ()), away):
            button.setAccessibleName(f"{button.text()}: {what}")
            acts.addWidget(button)
        return acts
