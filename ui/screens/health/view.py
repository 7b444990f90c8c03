"""How this laptop stands: each thing with its standing and what to do at the left, numbers and versions at the right."""

import datetime as dt

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.reports.laptop import Told, laptop_document
from app.services.laptop_health import Health, Level, What
from app.services.session import SignedIn
from ui import languages
from ui.page import Desk, Heading, Page
from ui.print_dialog import PrintDialog, without_note
from ui.screens.health import words
from ui.screens.health.presenter import HealthPage, HealthPresenter
from ui.widgets.action_bar import ActionBar
from ui.widgets.badges import Chip
from ui.widgets.buttons import Button
from ui.widgets.card import Card, Rule
from ui.widgets.facts import clear, fact_line
from ui.widgets.panes import TwoPanes, column
from ui.widgets.text import Text

translate = QCoreApplication.translate
LABEL_WIDTH = 150


def make(desk: Desk) -> Page:
    """The screen for this desk."""
    presenter = HealthPresenter(desk.vault, desk.tasks)
    view = HealthView(presenter, desk.who)
    presenter.setParent(view)
    return view


class HealthView(Page):
    """The filled button prints the page; nothing here can be changed."""

    def __init__(self, presenter: HealthPresenter, who: SignedIn, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter, self._who = presenter, who
        self._things = Card(padding=0, spacing=0)
        self._facts = Card(translate("health", "Numbers and versions"), spacing=6)
        self._panes = TwoPanes(
            column(self._things),
            column(self._facts),
            translate("screens", "How this laptop stands"),
            translate("health", "Numbers and versions"),
        )
        self._panes.facts_hidden_changed.connect(self.facts_hidden_changed)
        self._print = Button(
            translate("health", "Print this page"), "filled", icon="print", keys="Ctrl Enter"
        )
        self._print.clicked.connect(self._print_page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._panes, 1)
        whole.addWidget(
            ActionBar(self._print, line=translate("health", "Nobody is named on the printed page."))
        )
        presenter.changed.connect(self.show_page)

    # what the frame asks

    def heading(self) -> Heading:
        title = translate("screens", "How this laptop stands")
        return Heading(title, self._who.laptop_name, back=True, window=title)

    def arrive(self, what: object) -> None:
        self._presenter.read()

    def panes(self) -> tuple[QWidget, ...]:
        return (self._panes.work, self._panes.facts)

    def toggle_facts(self) -> None:
        self._panes.toggle_facts()

    def facts_hidden(self) -> bool:
        return self._panes.facts_hidden

    # what the presenter tells

    def show_page(self, page: HealthPage) -> None:
        """All lines anew: they are few."""
        if page.health is None:
            return
        clear(self._things.body)
        for number, (what, level) in enumerate(page.levels.items()):
            if number:
                self._things.body.addWidget(Rule())
            self._things.body.addWidget(_line(what, level, page.health))
        clear(self._facts.body)
        for label, value in words.facts(page.health):
            self._facts.body.addWidget(fact_line(label, value, label_width=LABEL_WIDTH))

    def _print_page(self) -> None:
        page = self._presenter.page
        if page.health is None:
            return
        told = [
            Told(
                words.label(what),
                words.standing(level),
                words.value(what, page.health),
                words.advice(what, level),
            )
            for what, level in page.levels.items()
        ]
        document = laptop_document(
            told,
            words.facts(page.health),
            language=languages.current(),
            office=self._who.commune_name,
            laptop=self._who.laptop_name,
            printed_at=dt.datetime.now().astimezone(),
        )
        PrintDialog(document, without_note, self).open()


def _line(what: What, level: Level, health: Health) -> QWidget:
    """Name and value, the standing at the right; below what to do."""
    line = QWidget()
    inside = QVBoxLayout(line)
    inside.setContentsMargins(16, 10, 16, 10)
    inside.setSpacing(2)
    head = QHBoxLayout()
    head.setSpacing(12)
    texts = QVBoxLayout()
    texts.setSpacing(0)
    texts.addWidget(Text(words.label(what), "strong", wrap=True))
    texts.addWidget(Text(words.value(what, health), "body", wrap=True))
    head.addLayout(texts, 1)
    head.addWidget(Chip(words.chip(level)), 0, Qt.AlignmentFlag.AlignTop)
    inside.addLayout(head)
    to_do = words.advice(what, level)
    if to_do:
        inside.addWidget(Text(to_do, "small", "text_2", wrap=True))
    return line
