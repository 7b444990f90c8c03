"""Functions of dates and times."""

import math
from collections.abc import Mapping, Sequence
from typing import Final

from app.forms.xform.dates import (
    date_text,
    day_fraction,
    days,
    formatted,
    iso,
    moment,
    moment_of,
    padded,
)
from app.forms.xform.xpath.function import Function, text_of
from app.forms.xform.xpath.scene import Place, Run
from app.forms.xform.xpath.values import INVALID_DATE, Value, text, text_number


def _date(place: Place, arguments: Sequence[Run]) -> Value:
    value, zone = arguments[0](place), place.scene.zone
    if isinstance(value, bool):
        return ""
    if isinstance(value, float):
        at = moment_of(value, zone)
        return INVALID_DATE if at is None else date_text(at)
    written = text(value).strip()
    if not written:
        return ""
    at = moment(padded(written), zone)
    if at is None:
        at = moment_of(text_number(written, zone), zone)
    return INVALID_DATE if at is None else date_text(at)


def _format(place: Place, arguments: Sequence[Run]) -> Value:
    value, zone = arguments[0](place), place.scene.zone
    at = moment_of(value, zone) if isinstance(value, float) else moment(text(value).strip(), zone)
    return "" if at is None else formatted(at, text_of(place, arguments[1]), place.scene.language)


def _decimal_date_time(place: Place, arguments: Sequence[Run]) -> Value:
    value, zone = arguments[0](place), place.scene.zone
    if isinstance(value, float):
        return value
    return math.nan if isinstance(value, bool) else days(padded(text(value).strip()), zone)


def _decimal_time(place: Place, arguments: Sequence[Run]) -> Value:
    return day_fraction(text_of(place, arguments[0]).strip(), place.scene.zone)


DATE_FUNCTIONS: Final[Mapping[str, Function]] = {
    "today": lambda place, a: place.scene.now().date().isoformat(),
    "now": lambda place, a: iso(place.scene.now()),
    "date": _date,
    "date-time": _date,
    "format-date": _format,
    "format-date-time": _format,
    "decimal-date-time": _decimal_date_time,
    "decimal-time": _decimal_time,
}
