"""The right side of the conflict desk: what it is about, the cards, something else, and how one knows."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui import formatting
from ui.screens.clear_up import card_words
from ui.screens.clear_up.cards import ChoiceCard
from ui.screens.clear_up.faces import faces_of
from ui.screens.clear_up.filled_cards import filled_card
from ui.screens.clear_up.presenter import Choice, Matter, choices_of
from ui.screens.clear_up.rules import RulesCard
from ui.screens.clear_up.turn import TurnPane
from ui.screens.clear_up.writing import WritingPane
from ui.widgets.banner import Banner, Notice
from ui.widgets.buttons import Button
from ui.widgets.fields import Field, LineField
from ui.widgets.half_typed_line import HalfTypedLine
from ui.widgets.text import LongText, Text

translate = QCoreApplication.translate
SIDE_BY_SIDE = 760


class MatterPane(QWidget):
    """Built anew for each conflict; ``changed`` when what would be decided changes, ``open_family(bytes)``."""

    changed = Signal()
    open_family = Signal(object)
    look_at = Signal(object)
    """A part of this pane that should be in view now."""

    def __init__(self, matter: Matter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matter = matter
        line = matter.view.line
        self._faces = faces_of(matter.fields(), matter.questions, matter.people)
        self._choices = choices_of(matter, self._faces)
        self._chosen: Choice | None = None
        self._writing: WritingPane | None = None
        self._turn: TurnPane | None = None
        self._going_on = False
        self._group = QButtonGroup(self)
        self._cards = [self._card(number, choice) for number, choice in enumerate(self._choices)]
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 4, 24)
        whole.setSpacing(12)
        whole.addLayout(self._head())
        whole.addWidget(Text(self._explained(), "body", "text_2", wrap=True))
        if not line.may_settle:
            self._only_read(whole)
        self.half_typed = HalfTypedLine()
        whole.addWidget(self.half_typed)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        whole.addLayout(self._grid)
        if line.may_settle:
            self._add_panes(whole)
        asked = (
            translate("clear_up", "How do you know?")
            if line.may_settle
            else translate("clear_up", "What do you know about it?")
        )
        self.reason = LineField(asked)
        self.reason.textChanged.connect(lambda _text: self.changed.emit())
        hint = translate("clear_up", "One sentence; it stays with the family and the others see it.")
        whole.addWidget(Field(asked, self.reason, hint=hint, strong=True, above=True))
        self._add_said(whole)
        whole.addWidget(RulesCard(line.entry, line.settlers))
        whole.addStretch(1)
        self._lay_cards(True)

    def _add_panes(self, whole: QVBoxLayout) -> None:
        """What unfolds under a card that asks for more."""
        whats = {choice.what for choice in self._choices}
        if "write" in whats:
            self._writing = WritingPane(self._faces, self.matter.longest().values)
        if "in_turn" in whats:
            self._turn = TurnPane(
                [card_words.in_one_line(one, self._faces) for one in self.matter.view.versions]
            )
        for pane in (self._turn, self._writing):
            if pane is not None:
                pane.changed.connect(self.changed)
                pane.hide()
                whole.addWidget(pane)

    def _add_said(self, whole: QVBoxLayout) -> None:
        """What others know about it, and why it was decided so before."""
        for one in self.matter.view.said:
            about = " · ".join(part for part in (formatting.moment(one.at), one.author) if part)
            whole.addWidget(LongText(formatting.sentence_case(about), "small", "text_2"))
            whole.addWidget(LongText(one.text))

    def _head(self) -> QHBoxLayout:
        line = self.matter.view.line
        head = QHBoxLayout()
        head.setSpacing(12)
        who = line.person_name or (line.family_line.name if line.family_line else "")
        about = self.matter.about()
        head.addWidget(Text(f"{who}: {about}" if who else about, "title", wrap=True), 1)
        if line.family_line is not None:
            family = line.family_line
            open_family = Button(translate("clear_up", "Open the family"), "text")
            open_family.clicked.connect(lambda: self.open_family.emit(family.id))
            head.addWidget(open_family, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _explained(self) -> str:
        if self.matter.is_void:
            return translate(
                "clear_up",
                "One person took this record back while another went on writing in it, without seeing each other. It stays in view until you decide.",
            )
        writers = max(2, len(self.matter.view.line.authors))
        return translate(
            "clear_up",
            "%n people wrote this without seeing each other's notes. Vatra does not choose by itself, and both versions stay in the history.",
            "",
            writers,
        )

    def _only_read(self, whole: QVBoxLayout) -> None:
        banner = Banner("")
        banner.show_notice(
            Notice(
                "blue",
                translate("clear_up", "You can read this, another person decides."),
                translate("clear_up", "Below stands who may. Tell them what you know."),
            )
        )
        whole.addWidget(banner)

    # cards

    def _card(self, number: int, choice: Choice) -> ChoiceCard:
        card = filled_card(number + 1, choice, self.matter, self._faces)
        self._group.addButton(card.radio, number)
        card.chosen.connect(lambda: self._choose(choice))
        return card

    def _lay_cards(self, side_by_side: bool) -> None:
        columns = 2 if side_by_side else 1
        for place, card in enumerate(self._cards):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, place // columns, place % columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if side_by_side else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_cards(self.width() >= SIDE_BY_SIDE)

    # deciding

    def choose_number(self, number: int) -> bool:
        """The digit of a card; False when there is no such card or it is not ours to decide."""
        if not (1 <= number <= len(self._cards) and self.matter.view.line.may_settle):
            return False
        radio = self._cards[number - 1].radio
        radio.setChecked(True)
        if self._choices[number - 1].what not in ("write", "in_turn"):
            radio.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.look_at.emit(self._cards[number - 1])
        return True

    def _choose(self, choice: Choice) -> None:
        self._chosen = choice
        for what, pane in (("in_turn", self._turn), ("write", self._writing)):
            if pane is None:
                continue
            pane.setVisible(choice.what == what)
            first = pane.first()
            if choice.what == what and first is not None and not self._going_on:
                first.setFocus(Qt.FocusReason.OtherFocusReason)
                self.look_at.emit(first)
        self.changed.emit()

    def typed(self) -> dict[str, Any]:
        """What would be lost without a decision: the third text, what was true when, and the reason."""
        said = {
            "written": self._writing.typed() if self._writing is not None else {},
            "turn": self._turn.typed() if self._turn is not None else {},
            "reason": self.reason.text(),
        }
        begun = said["written"] or said["turn"] or self.reason.text().strip()
        return {name: one for name, one in said.items() if one or name == "reason"} if begun else {}

    def go_on(self, typed: Mapping[str, Any]) -> None:
        """Put back what ``typed`` gave earlier; the cursor stays where it is."""
        self._going_on = True
        for what, name, pane in (("in_turn", "turn", self._turn), ("write", "written", self._writing)):
            if pane is not None and typed.get(name):
                pane.go_on(typed[name])
                place = next(n for n, one in enumerate(self._choices) if one.what == what)
                self._cards[place].radio.setChecked(True)
        self.reason.setText(str(typed.get("reason", "")))
        self._going_on = False

    def choices(self) -> tuple[Choice, ...]:
        return self._choices

    def decision(self) -> tuple[Mapping[str, Any], str] | None:
        """(values, reason) once something is chosen and the reason given; the reason tells also what was before."""
        values, reason = self._values(), self.reason.text().strip()
        if values is None or not reason:
            return None
        before = (
            self._turn.told()
            if self._chosen is not None and self._chosen.what == "in_turn" and self._turn
            else ""
        )
        return values, f"{reason}\n{before}".strip()

    def can_act(self) -> bool:
        """Whether it can be decided; by whoever may not, whether there is something to tell."""
        if not self.matter.view.line.may_settle:
            return bool(self.reason.text().strip())
        return self.decision() is not None

    def _values(self) -> Mapping[str, Any] | None:
        if self._chosen is None:
            return None
        if self._chosen.what == "write":
            return self._writing.values() if self._writing is not None else None
        if self._chosen.what == "in_turn":
            now = self._turn.now() if self._turn is not None else None
            return self.matter.view.versions[now].values if now is not None else None
        return self._chosen.values

    def act_words(self) -> str:
        """What the filled button does now."""
        chosen = self._chosen
        if not self.matter.view.line.may_settle:
            return translate("clear_up", "Tell what you know")
        if chosen is None:
            return translate("clear_up", "Decide")
        if chosen.what == "version":
            number = self._choices.index(chosen) + 1
            return translate("clear_up", "Keep version %1").replace("%1", str(number))
        if chosen.what == "stand":
            return translate("clear_up", "Let it stand")
        if chosen.what == "take_back":
            return translate("clear_up", "Take it back")
        if chosen.what in ("together", "in_turn"):
            return translate("clear_up", "Keep both")
        return translate("clear_up", "Keep what I wrote")

    def missing_words(self) -> str:
        """What is still needed before it can be decided."""
        if not self.matter.view.line.may_settle:
            return translate("clear_up", "Another person decides this.")
        if self._chosen is None:
            return translate("clear_up", "Choose a version with its digit.")
        if self._values() is None:
            if self._chosen.what == "in_turn":
                return translate("clear_up", "Say what is true now, and since when.")
            return translate("clear_up", "Correct what is marked.")
        if not self.reason.text().strip():
            return translate("clear_up", "Write how you know.")
        return translate("clear_up", "Nothing is deleted: the other version stays in the history.")
