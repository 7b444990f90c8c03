"""The values expressions work on, and how one kind turns into another.

A record is a small tree of nodes with text. Numbers are floats and ``nan`` is "no number"; dates are ISO text and count
as days since 1970-01-01T00:00Z, a date alone standing for local midnight. The clock and the zone come from the scene.
"""

import datetime as dt
import math
import re
from collections.abc import Mapping

import msgspec

_NUMBER = re.compile(r"-?(\d+(\.\d*)?|\.\d+)")
_DATE_LIKE = re.compile(r"\d{4}-\d{2}-\d{2}(T.+)?")
_TIME = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(:([0-5]\d)(\.\d+)?)?")
_DAY_S = 86_400


class Node:
    """An element of a record: name, text, children."""

    __slots__ = ("children", "name", "parent", "text")

    def __init__(self, name: str, text: str = "", parent: "Node | None" = None) -> None:
        self.name = name
        self.text = text
        self.parent = parent
        self.children: list[Node] = []
        if parent is not None:
            parent.children.append(self)


class Scene(msgspec.Struct, frozen=True):
    """What an expression can see: the record, lists such as the household, and the moment.

    ``now`` has one fixed offset, so that seven days later is the same hour also when summer time ends in between.
    """

    document: Node
    instances: Mapping[str, Node]
    now: dt.datetime


Value = str | float | bool | list[Node]


def text(value: Value) -> str:
    """XPath's string(): the first node's text; whole numbers without a point."""
    if isinstance(value, list):
        return value[0].text if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _number_text(value)
    return value


def _number_text(value: float) -> str:
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    return str(int(value)) if value == int(value) else repr(value)


def truth(value: Value) -> bool:
    if isinstance(value, float):
        return value != 0 and not math.isnan(value)
    return bool(value)


def number(value: Value | Node, scene: Scene) -> float:
    if isinstance(value, bool):
        return float(value)
    if isinstance(value, float):
        return value
    written = value.text if isinstance(value, Node) else text(value)
    written = written.strip()
    if _NUMBER.fullmatch(written):
        return float(written)
    return days(written, scene)


def days(written: str, scene: Scene) -> float:
    """Days since 1970 of ISO text, with the time of day as fraction; nan for anything else."""
    if not _DATE_LIKE.fullmatch(written):
        return math.nan
    try:
        moment = dt.datetime.fromisoformat(written)
    except ValueError:
        return math.nan
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=scene.now.tzinfo)
    return moment.timestamp() / _DAY_S


def date_from_days(count: float, scene: Scene) -> str:
    """The local day that lies ``count`` days after 1970; "" for nan or a day no calendar has."""
    try:
        return dt.datetime.fromtimestamp(round(count * _DAY_S), tz=scene.now.tzinfo).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return ""


def day_fraction(written: str) -> float:
    """``09:00`` -> 0.375; nan for anything else."""
    found = _TIME.fullmatch(written.strip())
    if found is None:
        return math.nan
    return (int(found[1]) * 3600 + int(found[2]) * 60 + int(found[4] or 0)) / _DAY_S


_FORMATS = {
    "%Y": "{0:%Y}",
    "%m": "{0:%m}",
    "%d": "{0:%d}",
    "%H": "{0:%H}",
    "%M": "{0:%M}",
    "%n": "{0.month}",
    "%e": "{0.day}",
}


def formatted(written: str, pattern: str, scene: Scene) -> str:
    """ODK's format-date-time for ISO text; letters it does not know stay as they are, "" when it is no date."""
    count = days(written, scene)
    if math.isnan(count):
        return ""
    moment = dt.datetime.fromtimestamp(round(count * _DAY_S), tz=scene.now.tzinfo)
    return re.sub("%[a-zA-Z]", lambda code: _FORMATS.get(code[0], code[0]).format(moment), pattern)
