"""Functions of dates and times."""

import calendar
import datetime as dt
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
from app.forms.xform.xpath.values import INVALID_DATE, Value, number, text, text_number


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


def _moment(place: Place, argument: Run) -> dt.datetime | None:
    value, zone = argument(place), place.scene.zone
    return moment_of(value, zone) if isinstance(value, float) else moment(padded(text(value).strip()), zone)


def _add_date(place: Place, arguments: Sequence[Run]) -> Value:
    """Years, months, days, hours and minutes later; a day the month does not have is its last."""
    at = _moment(place, arguments[0])
    added = [number(argument(place), place.scene.zone) for argument in arguments[1:]]
    if at is None or not all(math.isfinite(one) for one in added):
        return ""
    years, months, days_, hours, minutes = [*(int(one) for one in added), 0, 0, 0, 0][:5]
    try:
        month = at.year * 12 + at.month - 1 + years * 12 + months
        year, month = month // 12, month % 12 + 1
        at = at.replace(year=year, month=month, day=min(at.day, calendar.monthrange(year, month)[1]))
        return date_text(at + dt.timedelta(days=days_, hours=hours, minutes=minutes))
    except (ValueError, OverflowError):
        return ""


def _months_between(place: Place, arguments: Sequence[Run]) -> Value:
    """Whole months from the first date to the second."""
    first, second = (_moment(place, argument) for argument in arguments)
    if first is None or second is None:
        return math.nan
    months = (second.year - first.year) * 12 + second.month - first.month
    return float(months - (second.day < first.day))


DATE_FUNCTIONS: Final[Mapping[str, Function]] = {
    "today": lambda place, a: place.scene.now().date().isoformat(),
    "now": lambda place, a: iso(place.scene.now()),
    "date": _date,
    "date-time": _date,
    "format-date": _format,
    "format-date-time": _format,
    "decimal-date-time": _decimal_date_time,
    "decimal-time": _decimal_time,
    "add-date": _add_date,
    "difference-in-months": _months_between,
}
