"""The four kinds of value and how each turns into the others: XPath 1.0, with ODK's dates.

Text, numbers (floats, nan being "no number"), truth and lists of nodes in document order. A date is text; in arithmetic
and comparison text that looks like a date counts as days since 1970.
"""

import datetime as dt
import math
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final

from app.forms.xform.dates import days, looks_like_date
from app.forms.xform.document import Node

Value = str | float | bool | list[Node]

_NUMBER = re.compile(r"-?(?:\d+(?:\.\d*)?|\.\d+)")
_BLANKS: Final = " \t\r\n"


class InvalidDate(str):
    """What ``date()`` gives for text that is no date: a text, but not true."""

    __slots__ = ()


INVALID_DATE: Final = InvalidDate("Invalid Date")


def text(value: Value) -> str:
    """XPath's string()."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return value[0].value() if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return number_text(value)


def number_text(value: float) -> str:
    """A number as XPath prints it: no exponent, no point behind a whole number."""
    if value == int(value) if math.isfinite(value) else False:
        return str(int(value))
    if math.isnan(value):
        return "NaN"
    if math.isinf(value):
        return "Infinity" if value > 0 else "-Infinity"
    written = repr(value)
    return format(Decimal(written), "f") if "e" in written else written


def truth(value: Value) -> bool:
    """XPath's boolean()."""
    if isinstance(value, bool):
        return value
    if isinstance(value, float):
        return value == value and value != 0
    if isinstance(value, InvalidDate):
        return False
    return bool(value)


def number(value: Value, zone: dt.tzinfo) -> float:
    """XPath's number(), extended by dates."""
    if isinstance(value, bool):
        return 1.0 if value else 0.0
    if isinstance(value, float):
        return value
    if isinstance(value, list):
        if not value:
            return math.nan
        value = value[0].value()
    return text_number(value, zone)


def text_number(written: str, zone: dt.tzinfo) -> float:
    if not written:
        return math.nan
    written = written.strip(_BLANKS)
    if _NUMBER.fullmatch(written):
        return float(written)
    return days(written, zone) if looks_like_date(written) else math.nan


Comparison = Callable[[Any, Any], bool]


def compare(symbol: str, operate: Comparison, left: Value, right: Value, zone: dt.tzinfo) -> bool:
    """XPath 1.0's comparison: a node set compares true if any of its nodes does."""
    if isinstance(left, list):
        if isinstance(right, bool):
            return operate(float(bool(left)), float(right))
        return any(compare(symbol, operate, node.value(), right, zone) for node in left)
    if isinstance(right, list):
        if isinstance(left, bool):
            return operate(float(left), float(bool(right)))
        return any(compare(symbol, operate, left, node.value(), zone) for node in right)
    if symbol in ("=", "!="):
        if isinstance(left, bool) or isinstance(right, bool):
            return operate(truth(left), truth(right))
        if isinstance(left, str) and isinstance(right, str):
            if left != right and looks_like_date(left) and looks_like_date(right):
                return operate(days(left, zone), days(right, zone))
            return operate(left, right)
    return operate(number(left, zone), number(right, zone))
