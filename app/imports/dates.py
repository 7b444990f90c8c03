"""Dates as offices write them: real dates, spreadsheet serials, numbers with dots, words, Roman months, a bare year.

`read_date` never guesses a precision that is not written: "2009" is a year, "sept. 2015" a month. The order of day and
month is day first, as in all our countries, unless a whole column can only be read the other way (`month_first`).
"""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from app.domain.folding import fold
from app.domain.partial_date import PartialDate
from app.imports.vocabulary import vocabulary

EARLIEST_YEAR = 1880
_SERIAL_EPOCH = date(1899, 12, 30)
_SERIALS = range(4_000, 80_000)  # 1910 .. 2119
_ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
    "xi": 11,
    "xii": 12,
}
_TIME_OF_DAY = re.compile(r"[t ]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[ap]m|z)?$")
_YEAR_WORDS = re.compile(
    r"(?:\b|(?<=\d))(r|g|an|anul|rok|roku|ev|cca|circa|ca|aprox|ok|year|nasc|ur|szul)\b\.?"
)
_WEEKDAYS = re.compile(
    r"^(luni|marti|miercuri|joi|vineri|sambata|duminica|poniedzialek|wtorek|sroda|czwartek|piatek|sobota|niedziela"
    r"|hetfo|kedd|szerda|csutortok|pentek|szombat|vasarnap|monday|tuesday|wednesday|thursday|friday|saturday|sunday)[, ]+"
)
_CUT_CENTURY = re.compile(r"['\u2018\u2019](?=\d{2}\b)")  # 12.05.'87
_NUMBERS = re.compile(r"\d+")
_WHOLE_DATE = re.compile(r"(?<![\d./\-])(?:\d{1,2}([./\-])\d{1,2}\1\d{4}|\d{4}-\d{2}-\d{2})(?![./\-]?\d)")
_ALL_NUMBERS = re.compile(r"^\d{1,4}([\s./,\-–]+\d{1,4}){1,2}[\s./,]*$")
_WORDY = re.compile(r"^(?:(\d{1,2})[\s./,\-]*)?([a-z]+)[\s./,\-']*(\d{4}|\d{2})\.?$")
_MONTH_FIRST_WORDY = re.compile(r"^([a-z]+)[\s./,]*(\d{1,2})(?:st|nd|rd|th)?[\s,./]+(\d{4})\.?$")
_YEAR_FIRST_WORDY = re.compile(r"^(\d{4})[\s./,\-]*([a-z]+)[\s./,\-]*(\d{1,2})?(?:-?[aeien]{1,2})?\.?$")


def read_date(value: object, *, today: date, month_first: bool = False) -> PartialDate | None:
    """A date cell with its precision, or None when it is no date. Two-digit years lie before `today`."""
    if isinstance(value, datetime):
        return PartialDate.of(value.date())
    if isinstance(value, date):
        return PartialDate.of(value)
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _of_number(value)
    if not isinstance(value, str):
        return None
    return _of_text(value, today, month_first)


def date_within(value: object, *, today: date, month_first: bool = False) -> PartialDate | None:
    """The one whole date in a text that says more: "12.03.1990, Colonești", "4.2.2026 ora 10". None where there are two."""
    found = [match[0] for match in _WHOLE_DATE.finditer(value)] if isinstance(value, str) else []
    return _of_text(found[0], today, month_first) if len(found) == 1 else None


def is_month_first(values: Iterable[object]) -> bool:
    """Whether a column writes the month before the day: some cell can only be read so, and none only the usual way."""
    only_month_first = only_day_first = 0
    for value in values:
        if isinstance(value, str) and (numbers := _three_numbers(value)):
            first, second, _ = numbers
            only_day_first += first > 12
            only_month_first += second > 12 and first <= 12
    return only_month_first > 0 and not only_day_first


def _of_number(value: int | float) -> PartialDate | None:
    if value == int(value) and EARLIEST_YEAR <= value <= 2100:
        return PartialDate(int(value))
    if int(value) in _SERIALS:
        return PartialDate.of(_SERIAL_EPOCH + timedelta(days=int(value)))
    if value == int(value) and 1_000_000 <= value <= 31_129_999:  # ddmmyyyy as a number
        text = str(int(value)).zfill(8)
        return _checked(int(text[4:]), int(text[2:4]), int(text[:2])) or _checked(
            int(text[:4]), int(text[4:6]), int(text[6:])
        )
    if 1 <= value <= 12.2200 and value != int(value):  # 9.2015 typed as a month and a year
        month, _, year = f"{value:.4f}".partition(".")
        return _checked(int(year), int(month))
    return None


def _of_text(text: str, today: date, month_first: bool) -> PartialDate | None:
    plain = " ".join(fold(text).strip(" '\u2019*?()[]~").split())
    plain = _CUT_CENTURY.sub(" ", plain)
    plain = _WEEKDAYS.sub("", _TIME_OF_DAY.sub("", plain))
    plain = " ".join(_YEAR_WORDS.sub(" ", plain).split()).strip(" .,")
    if plain.isdigit():
        return _of_digits(plain)
    if _ALL_NUMBERS.match(plain):
        return _of_numbers([int(part) for part in _NUMBERS.findall(plain)], plain, today, month_first)
    return _of_words(plain, today)


def _of_digits(digits: str) -> PartialDate | None:
    if len(digits) == 4:
        return _checked(int(digits))
    if len(digits) == 5:
        return _of_number(int(digits))
    if len(digits) == 8:
        return _checked(int(digits[4:]), int(digits[2:4]), int(digits[:2])) or _checked(
            int(digits[:4]), int(digits[4:6]), int(digits[6:])
        )
    return None


def _of_numbers(parts: list[int], plain: str, today: date, month_first: bool) -> PartialDate | None:
    if len(parts) == 2:
        first, second = parts
        if first >= 1000:
            return _checked(first, second)
        return _checked(second, first) if second >= 1000 else None
    first, second, third = parts
    if first >= 1000:
        return _checked(first, second, third)
    year_text = _NUMBERS.findall(plain)[2]
    if len(year_text) not in (2, 4):
        return None
    year = _full_year(third, today) if len(year_text) == 2 else third
    if month_first:
        return _checked(year, first, second) or _checked(year, second, first)
    return _checked(year, second, first) or _checked(year, first, second)


def _of_words(plain: str, today: date) -> PartialDate | None:
    if match := _WORDY.match(plain):
        month = month_named(match[2])
        year = int(match[3]) if len(match[3]) == 4 else _full_year(int(match[3]), today)
        return _checked(year, month, int(match[1]) if match[1] else None) if month else None
    if match := _YEAR_FIRST_WORDY.match(plain):
        month = month_named(match[2])
        return _checked(int(match[1]), month, int(match[3]) if match[3] else None) if month else None
    if match := _MONTH_FIRST_WORDY.match(plain):
        month = month_named(match[1])
        return _checked(int(match[3]), month, int(match[2])) if month else None
    return None


def month_named(word: str) -> int | None:
    """1..12 for a month's name in any of our languages, its beginning (at least three letters) or a Roman numeral."""
    if word in _ROMAN:
        return _ROMAN[word]
    months = vocabulary().months
    if word in months:
        return months[word]
    if len(word) < 3:
        return None
    found = {number for name, number in months.items() if name.startswith(word)}
    # Without a last letter or with an ending: "septembre", "sierpien'", "iunie-iulie" stay apart.
    return found.pop() if len(found) == 1 else None


def _full_year(two_digits: int, today: date) -> int:
    century = today.year // 100 * 100
    return century + two_digits if century + two_digits <= today.year else century - 100 + two_digits


def _three_numbers(text: str) -> tuple[int, int, int] | None:
    plain = text.strip()
    if not _ALL_NUMBERS.match(plain):
        return None
    parts = [int(part) for part in _NUMBERS.findall(plain)]
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 and parts[0] < 1000 else None


def _checked(year: int, month: int | None = None, day: int | None = None) -> PartialDate | None:
    if not EARLIEST_YEAR <= year <= 2100:
        return None
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    if month == 0 or day == 0:
        return None
    return PartialDate(year, month, day)
