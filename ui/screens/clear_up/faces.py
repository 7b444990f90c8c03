"""How a field of a record or an answer of a form is called, said and edited on the conflict desk.

``faces_of`` gives the faces of a group of fields in reading order; fields that only link records (ids) have no face and
travel with the version that is kept.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.kinds import LEVELS
from app.domain.partial_date import PartialDate
from app.forms.questions import Question, said
from ui import formatting, languages, trade
from ui.field_words import field_name

translate = QCoreApplication.translate
Editor = Literal["line", "long", "date", "number", "choice"]
LONG_TEXT = 60
_SEXES: dict[str, object] = {
    "female": QT_TRANSLATE_NOOP("clear_up", "female"),
    "male": QT_TRANSLATE_NOOP("clear_up", "male"),
}
_STATES: dict[str, object] = {
    "open": QT_TRANSLATE_NOOP("clear_up", "open"),
    "closed": QT_TRANSLATE_NOOP("clear_up", "closed"),
}
_IDENTITIES: dict[str, object] = {
    "cnp": QT_TRANSLATE_NOOP("clear_up", "CNP"),
    "pesel": QT_TRANSLATE_NOOP("clear_up", "PESEL"),
    "none": QT_TRANSLATE_NOOP("clear_up", "no papers"),
}
_EDITORS: dict[str, Editor] = {
    "last_contact_on": "date",
    "birth": "date",
    "since_on": "date",
    "until_on": "date",
    "declared_members": "number",
    "sex": "choice",
    "status": "choice",
    "role": "choice",
    "identity_kind": "choice",
    "confirmed_level": "choice",
}
_LINKS = frozenset(
    {"person", "commune", "income_currency", "about", "cells", "void_reason", "voided_at", "done_by"}
)
_MOMENTS = frozenset({"done_at", "withdrawn_at"})
_QUESTION_EDITORS: dict[str, Editor] = {
    "yn": "choice",
    "ynu": "choice",
    "one": "choice",
    "int": "number",
    "date": "date",
    "time": "line",
    "text": "line",
    "long": "long",
}


@dataclass(frozen=True)
class Face:
    """One field: its name, how a value is said, and what edits it (None: it can only be kept as one version has it)."""

    field: str
    name: str
    say: Callable[[Any], str]
    editor: Editor | None = None
    options: tuple[tuple[str, str], ...] = ()


def faces_of(
    fields: Sequence[str], questions: Mapping[str, Question], people: Mapping[str, str]
) -> tuple[Face, ...]:
    """The faces of these fields; ``questions`` by id, ``people`` are names of the household by id as hex."""
    return tuple(
        _question_face(questions[field], people) if field in questions else _field_face(field)
        for field in fields
        if field not in _LINKS
    )


def _field_face(field: str) -> Face:
    name = field_name(field)
    choices = {
        "sex": _translated(_SEXES),
        "status": _translated(_STATES),
        "identity_kind": _translated(_IDENTITIES),
        "role": {role: trade.role(role) for role in trade.ROLES},
        "confirmed_level": {level: trade.level(level) for level in LEVELS},
    }
    editor = _EDITORS.get(field, "line")
    if field in choices:
        words = choices[field]
        return Face(
            field, name, lambda value: words.get(str(value), str(value)), "choice", tuple(words.items())
        )
    if editor == "date":
        return Face(field, name, _said_date, "date")
    if editor == "number":
        return Face(field, name, str, "number")
    if field in _MOMENTS:
        return Face(field, name, lambda value: formatting.moment(int(value)))
    if field == "income_minor":
        return Face(field, name, lambda value: formatting.number(int(value) // 100))
    return Face(field, name, _said_text, "line")


def _question_face(question: Question, people: Mapping[str, str]) -> Face:
    language = languages.current()
    labels = {option.value: said(option.label, language) for option in question.options}

    def say(value: Any) -> str:
        if isinstance(value, Mapping):
            return str(value.get("name", ""))
        if isinstance(value, (list, tuple)):
            return ", ".join(say(one) for one in value)
        if question.type in ("people", "person"):
            return people.get(str(value), str(value))
        if question.type == "date":
            return _said_date(value)
        return labels.get(str(value), str(value))

    options = tuple(labels.items())
    return Face(
        question.id, said(question.label, language), say, _QUESTION_EDITORS.get(question.type), options
    )


def _said_date(value: Any) -> str:
    try:
        return formatting.exact_day(str(PartialDate.parse(str(value))))
    except ValueError:
        return str(value)


def _said_text(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)


def _translated(words: dict[str, object]) -> dict[str, str]:
    return {code: translate("clear_up", str(word)) for code, word in words.items()}
