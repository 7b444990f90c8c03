"""Answers by the type of their question: does a value fit, how does it stand in the record, what does record text mean."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from app.forms.questions import Question

_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_PERSON = re.compile(r"[0-9a-f]{32}")
_LISTS = frozenset({"many", "people"})


def fits(question: Question, value: object) -> bool:
    """Whether an answered question's value has the shape of its type; options are checked elsewhere."""
    if question.type in _LISTS:
        return isinstance(value, list | tuple) and all(isinstance(one, str) for one in value)
    if question.type == "int":
        return isinstance(value, int) and not isinstance(value, bool)
    if question.type == "sign":
        return isinstance(value, Mapping) and all(
            isinstance(value.get(part), str) for part in ("name", "role", "on")
        )
    if not isinstance(value, str):
        return False
    if question.type == "date":
        return _is_day(value)
    if question.type == "time":
        return _TIME.fullmatch(value) is not None
    return question.type != "person" or _PERSON.fullmatch(value) is not None


def record_text(question: Question, value: object) -> str:
    """The answer as the record writes it: several options separated by a blank, a signature as its parts."""
    if value is None:
        return ""
    if question.type in _LISTS and isinstance(value, list | tuple):
        return " ".join(str(one) for one in value)
    if question.type == "sign" and isinstance(value, Mapping):
        return ", ".join(str(value[part]) for part in ("name", "role", "on") if value.get(part))
    return str(value)


def typed(question: Question, written: str) -> Any:
    """The answer that record text stands for; None for an empty text or a number that is none."""
    if not written:
        return None
    if question.type in _LISTS:
        return written.split()
    if question.type == "int":
        return int(written) if re.fullmatch(r"-?\d+", written) else None
    return written


def _is_day(value: str) -> bool:
    if len(value) != 10:
        return False
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        return False
    return True
