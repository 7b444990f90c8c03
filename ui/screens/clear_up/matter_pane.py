"""The right side of the conflict desk: what it is about, the cards, something else, and how one knows."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui import formatting, trade
from ui.screens.clear_up.cards import ChoiceCard
from ui.screens.clear_up.compared import ComparedText
from ui.screens.clear_up.faces import LONG_TEXT, Face, faces_of, group_name
from ui.screens.clear_up.presenter import Choice, Matter, choices_of
from ui.screens.clear_up.writing import WritingPane
from ui.widgets.banner import Banner, Notice
from ui.widgets.buttons import Button
from ui.widgets.fields import Field, LineField
from ui.widgets.half_typed_line import HalfTypedLine
from ui.widgets.text import Text

if TYPE_CHECKING:
    from app.services.conflicts import Version

translate = QCoreApplication.translate
SIDE_BY_SIDE = 760
NAME_WIDTH = 130


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
        can_write = bool(self._faces) and all(face.editor is not None for face in self._faces)
        self._choices = choices_of(matter, can_write=can_write)
        self._chosen: Choice | None = None
        self._writing: WritingPane | None = None
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
        if can_write and line.may_settle and not matter.is_void:
            self._writing = WritingPane(self._faces, matter.longest().values)
            self._writing.changed.connect(self.changed)
            self._writing.hide()
            whole.addWidget(self._writing)
        self.reason = LineField(translate("clear_up", "How do you know?"))
        self.reason.textChanged.connect(lambda _text: self.changed.emit())
        self._why = Field(
            translate("clear_up", "How do you know?"),
            self.reason,
            hint=translate("clear_up", "One sentence; it stays with the family and the others see it."),
            strong=True,
            above=True,
        )
        self._why.setVisible(line.may_settle)
        whole.addWidget(self._why)
        whole.addStretch(1)
        self._lay_cards(True)

    def _head(self) -> QHBoxLayout:
        line = self.matter.view.line
        head = QHBoxLayout()
        head.setSpacing(12)
        who = line.person_name or (line.family_line.name if line.family_line else "")
        about = group_name(line.kind, line.group, self.matter.question)
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
                translate(
                    "clear_up",
                    "Whoever wrote one of the versions or the social worker of the commune may decide. Tell them what you know.",
                ),
            )
        )
        whole.addWidget(banner)

    # cards

    def _card(self, number: int, choice: Choice) -> ChoiceCard:
        short = choice.what in ("stand", "write")
        card = ChoiceCard(self._card_title(choice), number + 1, short=short)
        self._group.addButton(card.radio, number)
        card.radio.setEnabled(self.matter.view.line.may_settle)
        card.chosen.connect(lambda: self._choose(choice))
        if choice.version is not None:
            if choice.what == "version":
                self._add_values(card, choice.version)
            card.add_facts(_facts(choice.version))
            card.body.addStretch(1)
            card.radio.setAccessibleName(self._spoken(number + 1, choice))
        return card

    def _card_title(self, choice: Choice) -> str:
        if choice.what == "write":
            return translate("clear_up", "Something else, I write it")
        if choice.what == "stand":
            return translate("clear_up", "It stands, with everything written since")
        if choice.what == "take_back":
            return translate("clear_up", "It is taken back")
        assert choice.version is not None
        if choice.version.own:
            return translate("clear_up", "You wrote")
        return translate("clear_up", "Written by %1").replace(
            "%1", choice.version.author or translate("clear_up", "not known")
        )

    def _spoken(self, number: int, choice: Choice) -> str:
        assert choice.version is not None
        values = "; ".join(
            f"{face.name}: {_said(face, choice.version.values)}"
            if len(self._faces) > 1
            else _said(face, choice.version.values)
            for face in self._faces
        )
        version = translate("clear_up", "Version %1").replace("%1", str(number))
        when = formatting.moment(choice.version.at)
        return f"{version}, {self._card_title(choice)}, {when}: {values}"

    def _add_values(self, card: ChoiceCard, version: "Version") -> None:
        others = [one for one in self.matter.view.versions if one is not version]
        for face in self._faces:
            said = _said(face, version.values)
            differing = [_said(face, one.values) for one in others]
            is_long = len(said) > LONG_TEXT or any(len(other) > LONG_TEXT for other in differing)
            differs = any(other != said for other in differing)
            if is_long and differs:
                value: QWidget = ComparedText(said, differing[0])
            elif len(self._faces) == 1:
                value = Text(said, "body" if is_long else "title", wrap=True)
            else:
                value = Text(
                    said, "strong" if differs else "body", "text" if differs else "text_2", wrap=True
                )
            if len(self._faces) == 1:
                card.body.addWidget(value)
                continue
            row = QHBoxLayout()
            row.setSpacing(12)
            name = Text(face.name, "small", "text_2", wrap=True)
            name.setFixedWidth(NAME_WIDTH)
            row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(value, 1)
            card.body.addLayout(row)

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
        if self._choices[number - 1].what != "write":
            radio.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.look_at.emit(self._cards[number - 1])
        return True

    def _choose(self, choice: Choice) -> None:
        self._chosen = choice
        if self._writing is not None:
            self._writing.setVisible(choice.what == "write")
            first = self._writing.first()
            if choice.what == "write" and first is not None and not self._going_on:
                first.setFocus(Qt.FocusReason.OtherFocusReason)
                self.look_at.emit(first)
        self.changed.emit()

    def typed(self) -> dict[str, Any]:
        """What would be lost without a decision: the third text and the reason."""
        written = self._writing.typed() if self._writing is not None else {}
        reason = self.reason.text()
        return {"written": written, "reason": reason} if written or reason.strip() else {}

    def go_on(self, typed: Mapping[str, Any]) -> None:
        """Put back what ``typed`` gave earlier; the cursor stays where it is."""
        self._going_on = True
        written = typed.get("written", {})
        if self._writing is not None and written:
            self._writing.go_on(written)
            self._cards[-1].radio.setChecked(True)
        self.reason.setText(str(typed.get("reason", "")))
        self._going_on = False

    def choices(self) -> tuple[Choice, ...]:
        return self._choices

    def decision(self) -> tuple[Mapping[str, Any], str] | None:
        """(values, reason) once something is chosen and the reason given."""
        values, reason = self._values(), self.reason.text().strip()
        return (values, reason) if values is not None and reason else None

    def _values(self) -> Mapping[str, Any] | None:
        if self._chosen is None:
            return None
        if self._chosen.what == "write":
            return self._writing.values() if self._writing is not None else None
        return self._chosen.values

    def act_words(self) -> str:
        """What the filled button does now."""
        chosen = self._chosen
        if chosen is None:
            return translate("clear_up", "Decide")
        if chosen.what == "version":
            number = self._choices.index(chosen) + 1
            return translate("clear_up", "Keep version %1").replace("%1", str(number))
        if chosen.what == "stand":
            return translate("clear_up", "Let it stand")
        if chosen.what == "take_back":
            return translate("clear_up", "Take it back")
        return translate("clear_up", "Keep what I wrote")

    def missing_words(self) -> str:
        """What is still needed before it can be decided."""
        if not self.matter.view.line.may_settle:
            return translate("clear_up", "Another person decides this.")
        if self._chosen is None:
            return translate("clear_up", "Choose a version with its digit.")
        if self._values() is None:
            return translate("clear_up", "Correct what is marked.")
        if not self.reason.text().strip():
            return translate("clear_up", "Write how you know.")
        return translate("clear_up", "Nothing is deleted: the other version stays in the history.")


def _said(face: Face, values: Mapping[str, Any]) -> str:
    value = values.get(face.field)
    if value is None or value in ("", [], ()):
        return translate("clear_up", "left empty")
    return face.say(value)


def _facts(version: "Version") -> list[tuple[str, str]]:
    who = ", ".join(
        part for part in (version.author, trade.profession(version.author_profession)) if part
    ) or translate("clear_up", "not known")
    facts = [("person", who), ("calendar", formatting.moment(version.at))]
    if version.csn is None:
        facts.append(("disk", translate("clear_up", "this laptop, still to send")))
    elif version.device:
        facts.append(("disk", translate("clear_up", "laptop %1").replace("%1", version.device)))
    if version.shown:
        facts.append(("eye", translate("clear_up", "shown everywhere until this is decided")))
    return facts
