"""Days, hours and counts as people say them, in the language of the window.

``today``, ``yesterday``, ``Monday 16 Nov``; the year only if it is not this one; 24 hours. What it is given: ``date``,
ISO text of a whole or partial date, or a moment in seconds since 1970 (shown in the laptop's time zone).
"""

import datetime as dt

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app.domain.partial_date import PartialDate
from ui.languages import current

translate = QCoreApplication.translate

_LONG = {"en": "dddd d MMMM", "ro": "dddd, d MMMM", "pl": "dddd, d MMMM", "hu": "MMMM d., dddd"}
_SHORT = {"en": "d MMM", "ro": "d MMM", "pl": "d MMM", "hu": "MMM d."}
_WEEKDAY = {"en": "dddd d MMM", "ro": "dddd, d MMM", "pl": "dddd, d MMM", "hu": "MMM d., dddd"}
_YEAR = {"en": "d MMM yyyy", "ro": "d MMM yyyy", "pl": "d MMM yyyy", "hu": "yyyy. MMM d."}
_MONTH = {"en": "MMMM yyyy", "ro": "MMMM yyyy", "pl": "LLLL yyyy", "hu": "yyyy. MMMM"}


def today_on() -> dt.date:
    """The day on the laptop's wall clock."""
    return dt.datetime.now().astimezone().date()


def local(at: int) -> dt.datetime:
    """A moment in seconds since 1970 as the laptop's local time."""
    return dt.datetime.fromtimestamp(at, dt.UTC).astimezone()


def long_day(day: dt.date) -> str:
    """``Wednesday 18 November``."""
    return _text(day, _LONG)


def short_day(day: dt.date, today: dt.date | None = None) -> str:
    """``16 Nov``, with the year if it is not this one."""
    return _text(day, _SHORT if day.year == (today or today_on()).year else _YEAR)


def day(when: dt.date | str, today: dt.date | None = None) -> str:
    """``today``, ``yesterday``, ``tomorrow``, ``Monday 16 Nov`` within a week, else the short day; partial dates as known."""
    if isinstance(when, str):
        known = PartialDate.parse(when[:10])
        if known.month is None:
            return str(known.year)
        if known.day is None:
            return QLocale(current()).toString(
                QDate(known.year, known.month, 1), _MONTH[current()].replace("LLLL", "MMMM")
            )
        when = dt.date(known.year, known.month, known.day)
    now = today or today_on()
    away = (when - now).days
    if away == 0:
        return translate("formatting", "today")
    if away == -1:
        return translate("formatting", "yesterday")
    if away == 1:
        return translate("formatting", "tomorrow")
    if abs(away) < 7:
        return _text(when, _WEEKDAY)
    return short_day(when, now)


def weekday(day: dt.date) -> str:
    """``Monday``, as it stands beside a typed date."""
    return QLocale(current()).standaloneDayName(day.isoweekday())


def exact_day(when: str) -> str:
    """``16.11.2026`` as forms print it, or the part of the date that is known."""
    known = PartialDate.parse(when[:10])
    if known.month is None:
        return str(known.year)
    if known.day is None:
        return f"{known.month:02d}.{known.year}" if current() != "hu" else f"{known.year}. {known.month:02d}."
    if current() == "hu":
        return f"{known.year}. {known.month:02d}. {known.day:02d}."
    return f"{known.day:02d}.{known.month:02d}.{known.year}"


def clock(at: int) -> str:
    """``16:42``."""
    return f"{local(at):%H:%M}"


def moment(at: int, today: dt.date | None = None) -> str:
    """``today 16:42``, ``Monday 16 Nov 16:42``."""
    return f"{day(local(at).date(), today)} {clock(at)}"


def age(years: int | None) -> str:
    """``9 years``, or that it is not known."""
    if years is None:
        return translate("formatting", "age not known")
    return translate("formatting", "%n years", "", years)


def number(value: int) -> str:
    """With thousands set apart by a narrow no-break space."""
    return f"{value:,}".replace(",", "\u202f")


def sentence_case(text: str) -> str:
    """First letter large, for a line that begins with a day."""
    return text[:1].upper() + text[1:]


def _text(day: dt.date, patterns: dict[str, str]) -> str:
    language = current()
    return QLocale(language).toString(QDate(day.year, day.month, day.day), patterns[language])
