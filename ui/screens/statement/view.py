"""Check a printed statement: one field for the checksum, below it what it says, and the way to the record to compare."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import VatraError
from app.services.statements import Verdict
from ui import messages
from ui.page import Desk, Heading, Page
from ui.screens.assessment_places import Sealed
from ui.screens.statement import words
from ui.screens.statement.presenter import StatementPresenter
from ui.widgets.banner import announce
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.facts import clear, fact_line
from ui.widgets.fields import Field, LineField
from ui.widgets.panes import EDGE, Scroll, column
from ui.widgets.text import Text

translate = QCoreApplication.translate
WIDTH = 760


def make(desk: Desk) -> Page:
    """The screen for this desk."""
    presenter = StatementPresenter(desk.vault, desk.tasks)
    view = StatementView(presenter, desk.navigator.go)
    presenter.setParent(view)
    return view


class StatementView(Page):
    """Enter checks; a checksum that the search box was given is checked at once."""

    def __init__(
        self, presenter: StatementPresenter, go: Callable[[str, object], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter, self._go = presenter, go
        name = translate("statement", "Checksum at the foot of the page")
        self.typed = LineField(name, placeholder="0000 0000 0000 0000 0000 0000 0000 0000")
        self.typed.returnPressed.connect(self._check)
        self._act = Button(translate("statement", "Check"), "filled", keys="⏎")
        self._act.clicked.connect(self._check)
        self._open = Button(translate("statement", "Open it to compare"), "plain")
        self._open.clicked.connect(self._open_it)
        self.told = Text("", "strong", wrap=True)
        self.remark = Text("", "body", wrap=True)
        self._facts = QVBoxLayout()
        card = Card(padding=24, spacing=14)
        explained = translate(
            "statement",
            "Type the checksum as it stands, with or without gaps; the first three groups are enough. Vatra tells which sealed "
            "assessment it belongs to, on this laptop and without a line.",
        )
        card.body.addWidget(Text(explained, "body", wrap=True))
        card.body.addWidget(Field(name, self.typed))
        acts = QHBoxLayout()
        acts.setSpacing(12)
        acts.addWidget(self._act)
        acts.addWidget(self._open)
        acts.addStretch(1)
        card.body.addLayout(acts)
        card.body.addWidget(self.told)
        card.body.addLayout(self._facts)
        card.body.addWidget(self.remark)
        inside = column(card)
        inside.setMaximumWidth(WIDTH)
        self._scroll = Scroll(inside, translate("screens", "Check a printed statement"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(EDGE, 16, EDGE, 0)
        whole.addWidget(self._scroll)
        presenter.changed.connect(self.show_verdict)
        presenter.failed.connect(self._failed)
        self.show_verdict(None)

    def heading(self) -> Heading:
        title = translate("screens", "Check a printed statement")
        return Heading(title, back=True, window=title)

    def arrive(self, what: object) -> None:
        if isinstance(what, str):
            self.typed.setText(what)
            self._check()

    def leave(self) -> None:
        self.typed.clear()
        self._presenter.forget()

    def first_focus(self) -> QWidget | None:
        return self.typed

    def panes(self) -> tuple[QWidget, ...]:
        return (self._scroll,)

    def show_verdict(self, verdict: Verdict | None) -> None:
        """What the checksum says; nothing before it was asked."""
        self.told.setText(words.told(verdict) if verdict is not None else "")
        self.told.set_tone(words.tone(verdict))
        self.told.setVisible(verdict is not None)
        found = verdict.found if verdict is not None else None
        clear(self._facts)
        for label, text in words.facts(found) if found is not None else ():
            self._facts.addWidget(fact_line(label, text, label_width=180))
        self.remark.setText(words.remark(found) if found is not None else "")
        self.remark.setVisible(found is not None)
        self._open.setVisible(found is not None)
        if verdict is not None:
            announce(self, self.told.text())

    def _check(self) -> None:
        self._presenter.check(self.typed.text())

    def _open_it(self) -> None:
        verdict = self._presenter.verdict
        if verdict is not None and verdict.found is not None:
            self._go("assessment", Sealed(verdict.found.assessment.id))

    def _failed(self, error: VatraError) -> None:
        self.told.setText(messages.sentence(error))
        self.told.set_tone("urgent")
        self.told.show()
