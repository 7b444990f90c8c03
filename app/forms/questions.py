"""What a form consists of: sections, questions, options, and the rules that stand beside them.

Texts are by language code. A question's ``type`` decides the shape of its answer:

=============  ====================================================================
yn, ynu, one   the value of an option
many           list of option values
int            whole number
date, time     ``2026-11-21``, ``09:40``
text, long     text
person         id of a member of the household, as hex
people         list of such ids
sign           ``{"name": ..., "role": ..., "on": "2026-11-21"}``
=============  ====================================================================
"""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple, Protocol

import msgspec

from app.domain.access import TEAM
from app.domain.records import Membership, Person
from app.forms.xpath import Expression

Text = Mapping[str, str]
"""Language code -> text; an empty mapping means there is none."""

QuestionType = Literal[
    "yn", "ynu", "one", "many", "int", "date", "time", "text", "long", "people", "person", "sign"
]

FALLBACK_LANGUAGE = "en"


def said(text: Text, language: str) -> str:
    """The text in ``language``, else in English, else in the language the author wrote; "" when there is none."""
    return text.get(language) or text.get(FALLBACK_LANGUAGE) or next(iter(text.values()), "")


class Option(msgspec.Struct, frozen=True):
    """One possible answer. ``red``: a danger sign. ``exclusive``: excludes all other options of the question."""

    value: str
    label: Text
    red: bool = False
    exclusive: bool = False


class Rules(msgspec.Struct, frozen=True):
    """Expressions of one question; None where the author wrote none."""

    relevant: Expression | None = None
    required: Expression | None = None
    constraint: Expression | None = None
    suggest: Expression | None = None


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """One question. ``group`` names the answers that must not be mixed from two authors (None: its own group)."""

    id: str
    type: QuestionType
    label: Text
    hint: Text = {}
    options: tuple[Option, ...] = ()
    group: str | None = None
    soft: bool = False
    """A broken constraint is asked about, and may stand."""
    constraint_message: Text = {}
    rules: Rules = Rules()

    @property
    def required(self) -> bool:
        """Must be answered (if it is asked at all) before the form is complete; a draft may always be kept."""
        return self.rules.required is not None

    @property
    def red(self) -> bool:
        """Whether one of its answers is a danger sign."""
        return any(option.red for option in self.options)

    def option(self, value: object) -> Option | None:
        return next((option for option in self.options if option.value == value), None)


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """Questions under one title; with ``repeat`` asked once per member of that kind.

    ``compartment`` says who is asked and who reads the answers; they are kept there and nowhere else.
    """

    id: str
    title: Text
    questions: tuple[Question, ...]
    repeat: Literal["child"] | None = None
    person_question: str | None = None
    """In a repeat: the field that holds the member's id, filled from the household, never asked."""
    relevant: Expression | None = None
    compartment: str = TEAM


class Calculation(msgspec.Struct, frozen=True):
    """A value computed from answers, never stored; in a section that repeats, one per repetition."""

    id: str
    section: str | None
    expression: Expression


class Asked(NamedTuple):
    """A question as it is asked now: ``key`` is where its answer is kept, ``person`` the child it is asked of."""

    section: Section
    question: Question
    key: str
    person: bytes | None


class Problem(NamedTuple):
    """``code`` is ``type`` (the answer does not fit the question), ``option`` (unknown option) or ``constraint``."""

    asked: Asked
    code: Literal["type", "option", "constraint"]
    soft: bool


class Member(Protocol):
    """A member of the household as the file of a family lists them."""

    @property
    def person(self) -> Person: ...

    @property
    def membership(self) -> Membership: ...


Answers = Mapping[str, Any]


def answer_key(question_id: str, person: bytes | None = None) -> str:
    return question_id if person is None else f"{person.hex()}/{question_id}"


def question_of(key: str) -> str:
    """The question an answer belongs to: the inverse of ``answer_key``."""
    return key.rpartition("/")[2]


def is_answered(value: object) -> bool:
    """Neither missing nor empty; a signature counts once it has a name. ``no`` and ``unknown`` are answers."""
    if isinstance(value, Mapping):
        return bool(value.get("name"))
    return value is not None and value != "" and value != [] and value != ()
