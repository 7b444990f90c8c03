"""Answers and computed values as the record holds them, by the type of their field.

An answer that does not fit its type is not stored; a computed value is brought into the form its type asks for.
"""

import datetime as dt
import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any, Final

from app.forms.xform.dates import is_date, is_time, iso, looks_like_date, moment, moment_of
from app.forms.xform.xpath.geo_functions import read_point
from app.forms.xform.xpath.values import Value, number_text, text, text_number

_WHOLE = re.compile(r"[+-]?\d{1,20}")
_DECIMAL = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)")
_INT_RANGE: Final = range(-(2**31), 2**31)
LONGEST_ANSWER: Final = 1_000_000
# A cell of a workbook that holds a date, as text.
_CELL = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}")
_ZONED = re.compile(r".*T.*(?:Z|[+-]\d{2}(?::?\d{2})?)")


class Unfit(Exception):
    """The answer does not fit the type of its field."""


def composed(written: str) -> str:
    """Letters and their accents as one sign, so that the same word is the same text."""
    return unicodedata.normalize("NFC", written)


def stored_answer(value: Any, kind: str, control: str | None) -> str:
    """Text for the record; "" clears. ``value`` is text, a number, a boolean, a list or None. Raises Unfit."""
    if value is None or value == "" or value == []:
        return ""
    if control == "trigger":
        return ("OK" if value else "") if isinstance(value, bool) else str(value)
    if isinstance(value, bool):
        written = "true" if value else "false"
    elif isinstance(value, int | float):
        written = number_text(float(value))
        if not math.isfinite(value):
            raise Unfit
    elif isinstance(value, list):
        written = " ".join(composed(stored_answer(one, "string", None)) for one in value)
    elif isinstance(value, str):
        written = composed(value)
    else:
        raise Unfit
    if len(written) > LONGEST_ANSWER:
        raise Unfit
    if control in ("select", "rank"):
        return " ".join(written.split())
    read = _READERS.get(kind)
    return read(written.strip()) if read is not None else written


def _whole(written: str) -> str:
    if _WHOLE.fullmatch(written) is None or int(written) not in _INT_RANGE:
        raise Unfit
    return str(int(written))


def _decimal(written: str) -> str:
    if _DECIMAL.fullmatch(written) is None:
        raise Unfit
    return number_text(float(written))


def _boolean(written: str) -> str:
    known = {"true": "1", "1": "1", "false": "0", "0": "0"}.get(written)
    if known is None:
        raise Unfit
    return known


def _date(written: str) -> str:
    if is_date(written):
        return written
    if _ZONED.fullmatch(written) is None and looks_like_date(written) and moment(written, dt.UTC) is not None:
        return written[:10]
    raise Unfit


def _date_time(written: str) -> str:
    if not looks_like_date(written) or moment(written, dt.UTC) is None:
        raise Unfit
    return written


def _time(written: str) -> str:
    if not is_time(written):
        raise Unfit
    return written


def _point(written: str) -> str:
    if read_point(written) is None:
        raise Unfit
    return " ".join(written.split())


def _line(written: str, least: int) -> list[str]:
    points = [point.strip() for point in written.rstrip("; ").split(";")]
    if len(points) < least or any(read_point(point) is None for point in points):
        raise Unfit
    return points


def _trace(written: str) -> str:
    return ";".join(_line(written, 2))


def _shape(written: str) -> str:
    points = _line(written, 3)
    if read_point(points[0]) != read_point(points[-1]):
        raise Unfit
    return ";".join(points)


_READERS: Final[Mapping[str, Callable[[str], str]]] = {
    "int": _whole,
    "integer": _whole,
    "decimal": _decimal,
    "boolean": _boolean,
    "date": _date,
    "dateTime": _date_time,
    "time": _time,
    "geopoint": _point,
    "geotrace": _trace,
    "geoshape": _shape,
}


def computed_value(value: Value, kind: str, zone: dt.tzinfo) -> str:
    """The result of a calculation or a default, as its field holds it. What is no number or date there is nothing."""
    if isinstance(value, float) and math.isnan(value):
        return ""
    if kind in ("int", "integer", "decimal"):
        if isinstance(value, bool):
            return "1" if value else "0"
        count = value if isinstance(value, float) else text_number(text(value), zone)
        if math.isnan(count):
            return ""
        if kind != "decimal" and math.isfinite(count):
            count = float(math.trunc(count))
        return number_text(count)
    if kind == "boolean" and isinstance(value, bool):
        return "1" if value else "0"
    if kind in ("date", "dateTime"):
        return _computed_date(value, kind, zone)
    if kind == "time":
        return _computed_time(text(value).strip(), zone)
    return text(value)


def _computed_time(written: str, zone: dt.tzinfo) -> str:
    """Of a moment its time of day."""
    at = moment(written, zone) if looks_like_date(written) and "T" in written else None
    return written if at is None else iso(at).partition("T")[2]


def _computed_date(value: Value, kind: str, zone: dt.tzinfo) -> str:
    written = "" if isinstance(value, float) else text(value).strip()
    if _CELL.fullmatch(written) is not None:
        written = written.replace(" ", "T")
    if written and not looks_like_date(written):
        return written
    if (kind == "date" and is_date(written)) or (not written and not isinstance(value, float)):
        return written
    at = moment_of(value, zone) if isinstance(value, float) else moment(written, zone)
    if at is None:
        return written
    if kind == "date":
        return at.date().isoformat()
    return iso(at) if isinstance(value, float) else written
