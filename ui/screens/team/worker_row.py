"""One worker in the list: who, what they read, what they wait for, and what the worker at the keyboard can do about it."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.services.workers import WorkerHere
from ui import formatting, trade
from ui.screens import team_words
from ui.widgets.avatar import Avatar
from ui.widgets.buttons import Button
from ui.widgets.text import Text

translate = QCoreApplication.translate


class WorkerRow(QWidget):
    """``asked(act)`` with ``hand_over``, ``let_go`` or ``passphrase``."""

    asked = Signal(str)

    def __init__(self, worker: WorkerHere, *, may_let_go: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.worker = worker
        self.buttons: dict[str, Button] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(14)
        row.addWidget(Avatar(worker.name, 40), 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        name = translate("team", "%1 (you)").replace("%1", worker.name) if worker.is_me else worker.name
        lines.addWidget(Text(name, "strong", wrap=True))
        profession = formatting.sentence_case(trade.profession(worker.profession))
        lines.addWidget(Text(profession, "body", "text_2", wrap=True))
        lines.addWidget(Text(team_words.reads(worker), "small", "text_2", wrap=True))
        if waits := team_words.waits(worker):
            lines.addWidget(Text(waits, "small", "medium", wrap=True))
        if not worker.confirmed:
            lines.addWidget(
                Text(
                    translate("team", "Not confirmed by the county yet."),
                    "small",
                    "text_2",
                    wrap=True,
                )
            )
        row.addLayout(lines, 1)
        self._add_buttons(row, may_let_go=may_let_go)

    def _add_buttons(self, row: QHBoxLayout, *, may_let_go: bool) -> None:
        if self.worker.is_me:
            self._offer("passphrase", translate("team", "Change my passphrase"))
        if self.worker.i_can_hand_over:
            self._offer("hand_over", translate("team", "Hand over"))
        if may_let_go and not self.worker.is_me:
            self._offer("let_go", translate("team", "Let go"))
        acts = QVBoxLayout()
        acts.setSpacing(8)
        for button in self.buttons.values():
            acts.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        acts.addStretch(1)
        row.addLayout(acts)

    def _offer(self, act: str, words_of_it: str) -> None:
        button = Button(words_of_it, "plain", small=True)
        if not self.worker.is_me:
            button.setAccessibleName(f"{words_of_it}: {self.worker.name}")
        button.clicked.connect(lambda: self.asked.emit(act))
        self.buttons[act] = button
