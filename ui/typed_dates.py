"""Dates as people type them: ``3.9.15``, ``3 sept 2015``, ``9.2015``, ``2015``, ``t`` today, ``y`` yesterday, ``-3``.

Forgiving on input, strict on meaning: a day that does not exist is no date, and nothing is guessed beyond what was typed.
"""

import datetime as dt
import re

from PySide6.QtCore import QLocale

from app.domain.folding import fold
from app.domain.partial_date import PartialDate
from ui.preferences import LANGUAGES

_TODAY = {"t", "azi", "dzis", "ma", "today"}
_YESTERDAY = {"y", "ieri", "wczoraj", "tegnap", "yesterday"}
CENTURY_TURN = 10
"""Two-digit years up to this many years ahead belong to this century, the others to the last one."""


def read_date(typed: str, today: dt.date) -> PartialDate | None:
    """The date that was meant, as precise as it was typed; None if it cannot be one."""
    text = fold(typed.strip())
    if text in _TODAY:
        return PartialDate.of(today)
    if text in _YESTERDAY:
        return PartialDate.of(today - dt.timedelta(days=1))
    if re.fullmatch(r"-\d{1,3}", text):
        return PartialDate.of(today - dt.timedelta(days=int(text[1:])))
    typed_parts = re.findall(r"\d+|[a-z]+", text)
    numbers = [part for part in map(_part, typed_parts) if part is not None]
    if not numbers or len(numbers) != len(typed_parts):
        return None
    if len(numbers) == 3 and typed_parts[0].isalpha():
        numbers[:2] = reversed(numbers[:2])
    try:
        return _of_parts(numbers, today)
    except ValueError:
        return None


def _of_parts(numbers: list[int], today: dt.date) -> PartialDate | None:
    if len(numbers) == 1:
        return PartialDate.parse(f"{numbers[0]:04d}") if numbers[0] >= 1000 else None
    if len(numbers) == 2:
        month, year = numbers if numbers[1] >= 1000 else (numbers[1], numbers[0])
        return PartialDate.parse(f"{year:04d}-{month:02d}") if year >= 1000 else None
    if len(numbers) != 3:
        return None
    day, month, year = numbers if numbers[0] < 1000 else reversed(numbers)
    return PartialDate.parse(f"{_whole_year(year, today):04d}-{month:02d}-{day:02d}")


def _whole_year(year: int, today: dt.date) -> int:
    if year >= 100:
        return year
    century = today.year - today.year % 100
    return century + year if century + year <= today.year + CENTURY_TURN else century - 100 + year


def _part(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    if len(word) < 3:
        return None
    for language in LANGUAGES:
        locale = QLocale(language)
        for month in range(1, 13):
            for form in (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat):
                for name in (locale.monthName(month, form), locale.standaloneMonthName(month, form)):
                    known = fold(name).strip(".")
                    if known.startswith(word) or (len(known) >= 3 and word.startswith(known)):
                        return month
    return None
