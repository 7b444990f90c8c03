"""The column beside the questions: the last visit, the family, and the suggested level, folded because the family looks on."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.records import Visit
from app.forms.questions import said
from app.reports.wording import word
from ui import languages, trade
from ui.screens.visit import words
from ui.screens.visit.state import VisitState
from ui.widgets.badges import RiskBadge
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.text import Text

translate = QCoreApplication.translate
TOLD = ("v_agreed", "v_why", "v_next")
"""What of the last visit is worth having before one's eyes."""


class Facts(QWidget):
    """``show_state`` fills it; nothing here is changed by the worker."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file: object = None
        self._state: VisitState | None = None
        self._level_shown = False
        self._level = Card(translate("visit", "Suggested level"))
        self._fold = Button(translate("visit", "Show"), "text", small=True)
        self._fold.setAccessibleDescription(translate("visit", "Suggested level"))
        self._fold.clicked.connect(self._toggle_level)
        self._level.add_to_head(self._fold)
        self._level_body = QWidget()
        self._level_row = QHBoxLayout(self._level_body)
        self._level_row.setContentsMargins(0, 0, 0, 0)
        self._level_row.setSpacing(10)
        self._level_remark = Text("", "small", "text_2", wrap=True)
        self._level.body.addWidget(self._level_body)
        self._level.body.addWidget(self._level_remark)
        self._last = _Facts(translate("visit", "Last visit"))
        self._family = _Facts(translate("visit", "The family"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 16)
        column.setSpacing(12)
        for card in (self._last, self._family, self._level):
            # As high as its wrapped text needs: a card's own policy stops at the height of one wide line.
            card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            column.addWidget(card)
        column.addStretch(1)

    def show_state(self, state: VisitState) -> None:
        self._state = state
        if state.file is not self._file:
            self._file = state.file
            self._show_last(state)
            self._show_family(state)
        self._show_level(state)

    def _show_last(self, state: VisitState) -> None:
        self._last.clear()
        if not state.file.visits:
            self._last.say(translate("visit", "No visit is recorded yet."))
            return
        last = state.file.visits[0]
        self._last.say(words.past_visit(last), strong=True)
        for line in _told(last, state):
            self._last.tell(*line)

    def _show_family(self, state: VisitState) -> None:
        self._family.clear()
        for member in state.file.members:
            role = trade.role(member.membership.role) or member.membership.role_text
            self._family.person(words.person_with_age(member.person, state), role or "")
        family = state.file.family
        self._family.tell(translate("visit", "How to find the house"), family.directions or "")
        self._family.tell(translate("visit", "Phone"), family.phone or "")

    def _show_level(self, state: VisitState) -> None:
        inside = self._level_body.parentWidget()
        if inside is not None:
            inside.setVisible(self._level_shown)
        if not self._level_shown:
            return
        language = languages.current()
        level = state.filled.computed("level")
        while (item := self._level_row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        name = word(f"level_{level}", language)
        self._level_row.addWidget(RiskBadge(level, name, f"{word('suggested_level', language)}: {name}"))
        self._level_row.addStretch(1)
        points = translate("visit", "%n points", "", int(state.filled.computed("score") or 0))
        remark = word("level_provisional" if state.filled.missing else "level_remark", language)
        self._level_remark.setText(f"{points}. {remark}")

    def _toggle_level(self) -> None:
        self._level_shown = not self._level_shown
        self._fold.setText(translate("visit", "Hide") if self._level_shown else translate("visit", "Show"))
        self._fold.updateGeometry()
        if self._state is not None:
            self._show_level(self._state)


class _Facts(Card):
    """A card of label and text lines."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, padding=14, spacing=4, parent=parent)

    def clear(self) -> None:
        while (item := self.body.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()

    def say(self, sentence: str, *, strong: bool = False) -> None:
        self.body.addWidget(Text(sentence, "strong" if strong else "body", wrap=True))

    def person(self, name: str, role: str) -> None:
        """A member of the household: name and age, role behind them."""
        self.body.addWidget(Text(" · ".join(part for part in (name, role) if part), "body", wrap=True))

    def tell(self, label: str, text: str) -> None:
        """A line with its label above it; nothing when there is no text."""
        if not text:
            return
        pair = QVBoxLayout()
        pair.setSpacing(0)
        pair.addWidget(Text(label, "caption", "text_2", wrap=True))
        pair.addWidget(Text(text, "body", wrap=True))
        holder = QWidget()
        holder.setLayout(pair)
        pair.setContentsMargins(0, 2, 0, 0)
        self.body.addWidget(holder)


def _told(last: Visit, state: VisitState) -> list[tuple[str, str]]:
    """The lines about the last visit: agreed, missing, next; of an imported one its findings and measures."""
    lines = []
    for question_id in TOLD:
        question = state.form.question(question_id)
        value = last.answers.get(question_id)
        if question is not None and value:
            lines.append((said(question.label, languages.current()), words.answer(question, value, state)))
    for heading, text in (
        (translate("visit", "Found"), last.findings),
        (translate("visit", "Done"), last.measures),
    ):
        if text:
            lines.append((heading, text))
    return lines
