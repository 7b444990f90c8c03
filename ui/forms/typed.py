"""Days and hours as people type them: ``3.9.15``, ``3 sept 2015``, ``t``, ``y``, ``-3``; ``940``, ``9:40``, ``9.40``.

What is meant is never guessed between two readings: day before month, as in all our countries. A year of two digits is the
nearest one that is not more than ten years ahead.
"""

import datetime as dt
import re
from functools import lru_cache

from PySide6.QtCore import QLocale

from app.domain.folding import fold

_NUMBERS = re.compile(r"(\d{1,2})[./\- ]+(\d{1,2})(?:[./\- ]+(\d{2}|\d{4}))?\.?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_HUNGARIAN = re.compile(r"(\d{4})\. ?(\d{1,2})\. ?(\d{1,2})\.?")
_NAMED = re.compile(r"(\d{1,2})\.? *([^\W\d]+)\.? *(\d{2}|\d{4})?")
_AWAY = re.compile(r"([+-]) ?(\d{1,3})")
_COMPACT = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})")
_TIME = re.compile(r"(\d{1,2})(?:[:.,h ]+(\d{2}))?|(\d{1,2})(\d{2})")
_TODAY = frozenset({"t", "today", "azi", "dzis", "dzisiaj", "ma"})
_YESTERDAY = frozenset({"y", "yesterday", "ieri", "wczoraj", "tegnap"})
LANGUAGES = ("en", "ro", "pl", "hu")
AHEAD_YEARS = 10


def read_day(text: str, today: dt.date) -> dt.date | None:
    """The day that is meant, or None when it is none."""
    said = fold(text.strip())
    if said in _TODAY:
        return today
    if said in _YESTERDAY:
        return today - dt.timedelta(days=1)
    if away := _AWAY.fullmatch(said):
        return today + dt.timedelta(days=int(away[1] + away[2]))
    if found := _ISO.fullmatch(said) or _HUNGARIAN.fullmatch(said):
        return _day(found[1], int(found[2]), found[3], today)
    if found := _NUMBERS.fullmatch(said) or _COMPACT.fullmatch(said):
        return _day(found[3], int(found[2]), found[1], today)
    if (found := _NAMED.fullmatch(said)) and (month := _month(found[2])):
        return _day(found[3], month, found[1], today)
    return None


def read_time(text: str) -> str | None:
    """``HH:MM``, or None: ``9`` -> ``09:00``, ``940`` -> ``09:40``, ``9.40`` -> ``09:40``."""
    found = _TIME.fullmatch(text.strip().lower())
    if found is None:
        return None
    hour, minute = int(found[1] or found[3]), int(found[2] or found[4] or 0)
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def _day(year: str | None, month: int, day: str, today: dt.date) -> dt.date | None:
    try:
        return dt.date(_year(year, today), month, int(day))
    except ValueError:
        return None


def _year(year: str | None, today: dt.date) -> int:
    if year is None:
        return today.year
    if len(year) == 4:
        return int(year)
    full = today.year // 100 * 100 + int(year)
    return full if full <= today.year + AHEAD_YEARS else full - 100


def _month(name: str) -> int | None:
    """The month whose name, in any of our languages, begins with what was typed (three letters at least)."""
    if len(name) < 3:
        return None
    found = {month for known, month in _month_names() if known.startswith(name)}
    return found.pop() if len(found) == 1 else None


@lru_cache
def _month_names() -> tuple[tuple[str, int], ...]:
    names = set()
    for language in LANGUAGES:
        locale = QLocale(language)
        for month in range(1, 13):
            for form in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat):
                names.add((fold(locale.monthName(month, form)).strip("."), month))
                names.add((fold(locale.standaloneMonthName(month, form)).strip("."), month))
    return tuple(sorted(names))
