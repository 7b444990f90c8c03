"""Dates as people type and say them."""

import datetime as dt

import pytest
from PySide6.QtWidgets import QApplication

from ui import formatting, languages
from ui.preferences import Language
from ui.typed_dates import read_date

TODAY = dt.date(2026, 11, 18)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3.9.15", "2015-09-03"),
        ("03.09.2015", "2015-09-03"),
        ("3 sept 2015", "2015-09-03"),
        ("12 listopada 1987", "1987-11-12"),
        ("12 noiembrie 1987", "1987-11-12"),
        ("szept. 3 2011", "2011-09-03"),
        ("1987. 08. 03.", "1987-08-03"),
        ("2019-08-03", "2019-08-03"),
        ("2019", "2019"),
        ("9.2019", "2019-09"),
        ("martie 2001", "2001-03"),
        ("1.1.41", "1941-01-01"),
        ("t", "2026-11-18"),
        ("ieri", "2026-11-17"),
        ("-3", "2026-11-15"),
    ],
)
def test_what_people_type_is_understood(typed: str, meant: str) -> None:
    assert str(read_date(typed, TODAY)) == meant


@pytest.mark.parametrize(
    "typed", ["", "abc", "31.2.2020", "13.13.2020", "5", "1.2.3.4", "3 xx 2015", "0.1.2000", "12-"]
)
def test_what_cannot_be_a_date_is_none(typed: str) -> None:
    assert read_date(typed, TODAY) is None


@pytest.mark.usefixtures("translations")
@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            [
                "today",
                "yesterday",
                "Monday 16 Nov",
                "2 Sep",
                "1 Dec 2025",
                "Wednesday 18 November",
                "36 years",
            ],
        ),
        (
            "ro",
            ["azi", "ieri", "luni, 16 nov.", "2 sept.", "1 dec. 2025", "miercuri, 18 noiembrie", "36 de ani"],
        ),
        (
            "pl",
            [
                "dzisiaj",
                "wczoraj",
                "poniedziałek, 16 lis",
                "2 wrz",
                "1 gru 2025",
                "środa, 18 listopada",
                "36 lat",
            ],
        ),
        (
            "hu",
            [
                "ma",
                "tegnap",
                "nov. 16., hétfő",
                "szept. 2.",
                "2025. dec. 1.",
                "november 18., szerda",
                "36 éves",
            ],
        ),
    ],
)
def test_days_are_said_as_people_say_them(qapp: QApplication, language: Language, said: list[str]) -> None:
    assert languages.use(qapp, language)
    days = [
        TODAY,
        TODAY - dt.timedelta(days=1),
        dt.date(2026, 11, 16),
        dt.date(2026, 9, 2),
        dt.date(2025, 12, 1),
    ]
    heard = [formatting.day(day, TODAY) for day in days]
    heard += [formatting.long_day(TODAY), formatting.age(36)]
    languages.use(qapp, "en")
    assert heard == said


def test_a_date_is_said_as_precisely_as_it_is_known(qapp: QApplication) -> None:
    languages.use(qapp, "en")
    assert formatting.day("1987", TODAY) == "1987"
    assert formatting.day("1987-08", TODAY) == "August 1987"
    assert formatting.exact_day("1987-08") == "08.1987"
    assert formatting.exact_day("1987-08-03") == "03.08.1987"
    assert formatting.number(12345) == "12\u202f345"
