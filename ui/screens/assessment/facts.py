"""The column beside the questions: the suggested level with its reasons, folded because the family looks on, and the last one."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.reports.wording import word
from ui import formatting, languages
from ui.forms.links import Links
from ui.screens.assessment import words
from ui.screens.assessment.state import AssessmentState
from ui.widgets.badges import RiskBadge
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.facts import clear, fact_line
from ui.widgets.text import Text

translate = QCoreApplication.translate


class LevelWords(QWidget):
    """A level as badge, the sentence why, the points of the domains and the questions behind them as links."""

    asked_for = Signal(str)

    def __init__(self, *, narrow: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow = narrow
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._badge = QHBoxLayout()
        self._badge.setContentsMargins(0, 0, 0, 0)
        self.because = Text("", "body", wrap=True)
        self._domains = QVBoxLayout()
        self._domains.setSpacing(2)
        self.links = Links(pressable=not narrow)
        self.links.asked_for.connect(self.asked_for)
        self._remark = Text("", "small", "text_2", wrap=True)
        column.addLayout(self._badge)
        column.addWidget(self.because)
        column.addLayout(self._domains)
        column.addWidget(self.links)
        column.addWidget(self._remark)

    def show_state(self, state: AssessmentState) -> None:
        language, result = languages.current(), state.result
        clear(self._badge)
        if result.level is not None:
            name = words.level(result.level)
            if result.provisional and state.act == "fill":
                name = translate("assessment", "%1 · provisional").replace("%1", name)
            spoken = f"{word('suggested_level', language)}: {name}"
            self._badge.addWidget(RiskBadge(result.level, name, spoken))
        self._badge.addStretch(1)
        self.because.setText(words.because(state))
        clear(self._domains)
        for domain, points in result.domains:
            self._domains.addWidget(fact_line(words.domain(domain), f"{points:g}", label_width=180))
        self.links.show_lines(words.links(result.reasons))
        key = "level_provisional" if result.provisional and state.act == "fill" else "level_remark"
        self._remark.setText(word(key, language) if result.level is not None else "")


class Facts(QWidget):
    """``show_state`` fills it; nothing here is changed by the worker."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: AssessmentState | None = None
        self._open = False
        self._level = Card(translate("assessment", "Suggested level"))
        self._fold = Button(translate("assessment", "Show"), "text", small=True)
        self._fold.setAccessibleDescription(translate("assessment", "Suggested level"))
        self._fold.clicked.connect(self.toggle_level)
        self._level.add_to_head(self._fold)
        self.level = LevelWords(narrow=True)
        self._level.body.addWidget(self.level)
        self._show_level()
        self._people = Card(translate("assessment", "The family"), padding=14, spacing=4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 16)
        column.setSpacing(12)
        for card in (self._people, self._level):
            # As high as its wrapped text needs: a card's own policy stops at the height of one wide line.
            card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            column.addWidget(card)
        column.addStretch(1)

    def show_state(self, state: AssessmentState) -> None:
        before, self._state = self._state, state
        if before is None or before.file is not state.file:
            self._show_people(state)
        if self._open:
            self.level.show_state(state)

    def _show_people(self, state: AssessmentState) -> None:
        clear(self._people.body)
        for member in state.file.members:
            age = formatting.age(member.person.age_on(state.now.date()))
            line = " · ".join(part for part in (member.person.full_name, age) if part)
            self._people.body.addWidget(Text(line, "body", wrap=True))

    def toggle_level(self) -> None:
        """The score is folded away at first, because the family can see the screen."""
        self._open = not self._open
        self._fold.setText(translate("assessment", "Hide") if self._open else translate("assessment", "Show"))
        self._fold.updateGeometry()
        self._show_level()
        if self._open and self._state is not None:
            self.level.show_state(self._state)

    def _show_level(self) -> None:
        """With the space around it: a folded card is its head alone."""
        inside = self.level.parentWidget()
        if inside is not None:
            inside.setVisible(self._open)
