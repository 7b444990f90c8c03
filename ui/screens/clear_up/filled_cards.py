"""A card of the conflict desk with what it offers: a version with its values and facts, both together, or a short line."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.screens.clear_up import card_words
from ui.screens.clear_up.cards import ChoiceCard
from ui.screens.clear_up.compared import ComparedText
from ui.screens.clear_up.faces import LONG_TEXT, Face
from ui.screens.clear_up.presenter import Choice, Matter
from ui.widgets.text import Text

if TYPE_CHECKING:
    from app.services.conflicts import Version

NAME_WIDTH = 130


def filled_card(digit: int, choice: Choice, matter: Matter, faces: Sequence[Face]) -> ChoiceCard:
    """The card that ``digit`` chooses; it cannot be chosen by whoever may not decide."""
    title = card_words.title(choice)
    card = ChoiceCard(title, digit, short=choice.what in ("stand", "write", "in_turn"))
    card.radio.setEnabled(matter.view.line.may_settle)
    if choice.version is not None:
        if choice.what == "version":
            _add_values(card, choice.version, matter, faces)
        card.add_facts(card_words.facts(choice.version))
        card.body.addStretch(1)
        card.radio.setAccessibleName(card_words.spoken(digit, choice, faces))
    if choice.what == "together" and choice.values is not None:
        together = "\n".join(card_words.said(face, choice.values) for face in faces)
        card.body.addWidget(Text(together, "body", wrap=True))
        card.radio.setAccessibleName(f"{title}: {together}")
    return card


def _add_values(card: ChoiceCard, version: "Version", matter: Matter, faces: Sequence[Face]) -> None:
    others = [one for one in matter.view.versions if one is not version]
    for face in faces:
        said = card_words.said(face, version.values)
        value = _value(said, [card_words.said(face, one.values) for one in others], alone=len(faces) == 1)
        if len(faces) == 1:
            card.body.addWidget(value)
            continue
        row = QHBoxLayout()
        row.setSpacing(12)
        name = Text(face.name, "small", "text_2", wrap=True)
        name.setFixedWidth(NAME_WIDTH)
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(value, 1)
        card.body.addLayout(row)


def _value(said: str, others: Sequence[str], *, alone: bool) -> QWidget:
    """A long text with its differences marked; a short one large when it stands alone, and strong where it differs."""
    is_long = any(len(one) > LONG_TEXT for one in (said, *others))
    differs = any(other != said for other in others)
    if is_long and differs:
        return ComparedText(said, others[0])
    if alone:
        return Text(said, "body" if is_long else "title", wrap=True)
    return Text(said, "strong" if differs else "body", "text" if differs else "text_2", wrap=True)
