"""Dates and times as text, as numbers of days, and as their author wants them printed.

A moment is a count of days since 1970-01-01T00:00Z. A date without a time stands for local midnight, so away from UTC its
count has a fraction. Text is ISO 8601; a moment that is not a local midnight prints with milliseconds and offset.
"""

import datetime as dt
import math
import re
from collections.abc import Callable, Mapping
from typing import Final

_DAY_S: Final = 86_400
_EPOCH: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)

_DATE_TIME = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})"
    r"(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?)?"
)
_LOOSE_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(T.*)?")
_TIME = re.compile(r"(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}(?::?\d{2})?)?")


def looks_like_date(text: str) -> bool:
    """Whether text may be a date or a date with time; cheap, and not a promise that the calendar has it."""
    return len(text) >= 10 and text[4] == "-" and text[7] == "-" and _DATE_TIME.fullmatch(text) is not None


def _zone(text: str) -> dt.timezone | None:
    if text == "Z":
        return dt.UTC
    hours, minutes = int(text[1:3]), int(text[-2:]) if len(text) > 3 else 0
    if hours > 23 or minutes > 59:
        return None
    offset = dt.timedelta(hours=hours, minutes=minutes)
    return dt.timezone(-offset if text[0] == "-" else offset)


def moment(text: str, zone: dt.tzinfo) -> dt.datetime | None:
    """ISO text as a moment in ``zone``; None if it is no date of the calendar."""
    found = _DATE_TIME.fullmatch(text)
    if found is None:
        return None
    year, month, day, hour, minute, second, fraction, offset = found.groups()
    at = _zone(offset) if offset else zone
    if at is None:
        return None
    try:
        read = dt.datetime(
            int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0),
            int((fraction or "")[:6].ljust(6, "0")), tzinfo=at,
        )  # fmt: skip
        return read.astimezone(zone)
    except (ValueError, OverflowError):
        return None


def days(text: str, zone: dt.tzinfo) -> float:
    """Days since 1970 of ISO text; nan for anything else."""
    read = moment(text, zone)
    return math.nan if read is None else (read - _EPOCH) / dt.timedelta(days=1)


def moment_of(count: float, zone: dt.tzinfo) -> dt.datetime | None:
    """The moment ``count`` days after 1970, to the millisecond; None beyond the calendar."""
    if not math.isfinite(count):
        return None
    try:
        return (_EPOCH + dt.timedelta(milliseconds=round(count * _DAY_S * 1000))).astimezone(zone)
    except (ValueError, OverflowError):
        return None


def iso(at: dt.datetime) -> str:
    """``2026-11-21T09:30:00.000+02:00``"""
    return at.isoformat(timespec="milliseconds")


def date_text(at: dt.datetime) -> str:
    """A local midnight prints as a date, any other moment with its time."""
    midnight = not (at.hour or at.minute or at.second or at.microsecond)
    return at.date().isoformat() if midnight else iso(at)


def padded(text: str) -> str:
    """``1970-1-2`` -> ``1970-01-02``; anything else unchanged."""
    found = _LOOSE_DATE.fullmatch(text)
    if found is None:
        return text
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}{found[4] or ''}"


def is_date(text: str) -> bool:
    """A calendar date without a time."""
    try:
        return len(text) == 10 and dt.date.fromisoformat(text) is not None
    except ValueError:
        return False


def is_time(text: str) -> bool:
    return _seconds(text) is not None


def _seconds(text: str) -> tuple[float, dt.timezone | None] | None:
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    zone = _zone(found[5]) if found[5] else None
    if hour > 23 or minute > 59 or second > 59 or (found[5] and zone is None):
        return None
    return hour * 3600 + minute * 60 + second + float(f"0.{found[4] or 0}"), zone


def day_fraction(text: str, zone: dt.tzinfo) -> float:
    """``12:00`` -> 0.5; a time with an offset is first told in ``zone``; nan for anything else."""
    read = _seconds(text)
    if read is None:
        return math.nan
    seconds, offset = read
    if offset is not None:
        local = dt.datetime(1970, 1, 1, tzinfo=dt.UTC).astimezone(zone).utcoffset() or dt.timedelta()
        seconds = (seconds - offset.utcoffset(None).total_seconds() + local.total_seconds()) % _DAY_S
    return seconds / _DAY_S


# printing

_ENGLISH: Final = (
    "January February March April May June July August September October November December",
    "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "Mon Tue Wed Thu Fri Sat Sun",
)
_NAMES: Final[Mapping[str, tuple[str, str, str, str]]] = {
    "en": _ENGLISH,
    "ro": (
        "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
        "ian. feb. mar. apr. mai iun. iul. aug. sept. oct. nov. dec.",
        "luni marți miercuri joi vineri sâmbătă duminică",
        "lun. mar. mie. joi vin. sâm. dum.",
    ),
    "pl": (
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "sty lut mar kwi maj cze lip sie wrz paź lis gru",
        "poniedziałek wtorek środa czwartek piątek sobota niedziela",
        "pon. wt. śr. czw. pt. sob. niedz.",
    ),
    "hu": (
        "január február március április május június július augusztus szeptember október november december",
        "jan. febr. márc. ápr. máj. jún. júl. aug. szept. okt. nov. dec.",
        "hétfő kedd szerda csütörtök péntek szombat vasárnap",
        "H K Sze Cs P Szo V",
    ),
}
_LANGUAGE_NAMES: Final[Mapping[str, str]] = {
    "română": "ro", "romana": "ro", "romanian": "ro", "polski": "pl", "polish": "pl", "magyar": "hu", "hungarian": "hu",
}  # fmt: skip
_IN_BRACKETS = re.compile(r"\(([a-zA-Z]{2,3})\)\s*$")


def language_code(language: str | None) -> str:
    """``Română (ro)``, ``română`` and ``ro`` -> ``ro``; ``en`` when the name says nothing we know."""
    if not language:
        return "en"
    found = _IN_BRACKETS.search(language)
    code = found[1].lower() if found else language.strip().lower()
    code = _LANGUAGE_NAMES.get(code, code)
    return code if code in _NAMES else "en"


def _named(kind: int, index: Callable[[dt.datetime], int]) -> Callable[[dt.datetime, str], str]:
    return lambda at, language: _NAMES[language][kind].split()[index(at)]


_FORMATS: Final[Mapping[str, Callable[[dt.datetime, str], str]]] = {
    "%Y": lambda at, _: f"{at.year:04}",
    "%y": lambda at, _: f"{at.year:04}"[2:],
    "%m": lambda at, _: f"{at.month:02}",
    "%n": lambda at, _: str(at.month),
    "%B": _named(0, lambda at: at.month - 1),
    "%b": _named(1, lambda at: at.month - 1),
    "%d": lambda at, _: f"{at.day:02}",
    "%e": lambda at, _: str(at.day),
    "%A": _named(2, lambda at: at.weekday()),
    "%a": _named(3, lambda at: at.weekday()),
    "%W": lambda at, _: f"{at.isocalendar().week:02}",
    "%w": lambda at, _: str(at.isoweekday() % 7),
    "%H": lambda at, _: f"{at.hour:02}",
    "%h": lambda at, _: str(at.hour),
    "%M": lambda at, _: f"{at.minute:02}",
    "%S": lambda at, _: f"{at.second:02}",
    "%3": lambda at, _: f"{at.microsecond // 1000:03}",
    "%Z": lambda at, _: at.isoformat()[-6:],
    "%%": lambda _at, _: "%",
}
_CODE = re.compile(r"%[A-Za-z0-9%]")


def formatted(at: dt.datetime, pattern: str, language: str | None) -> str:
    """The codes of ODK's format-date-time filled in; a code it does not know stays as it is."""
    code = language_code(language)

    def fill(found: re.Match[str]) -> str:
        write = _FORMATS.get(found[0])
        return write(at, code) if write else found[0]

    return _CODE.sub(fill, pattern)
