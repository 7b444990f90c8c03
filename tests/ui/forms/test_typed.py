"""Days and hours as people type them."""

import datetime as dt

import pytest

from ui.forms.typed import read_day, read_time

TODAY = dt.date(2026, 11, 21)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("t", "2026-11-21"),
        ("azi", "2026-11-21"),
        ("Dziś", "2026-11-21"),
        ("y", "2026-11-20"),
        ("-3", "2026-11-18"),
        ("+7", "2026-11-28"),
        ("3.9.15", "2015-09-03"),
        ("03.09.2015", "2015-09-03"),
        ("3/9/2015", "2015-09-03"),
        ("3.9", "2026-09-03"),
        ("3 9", "2026-09-03"),
        ("030915", "2015-09-03"),
        ("03092015", "2015-09-03"),
        ("3 sept 2015", "2015-09-03"),
        ("3 septembrie 2015", "2015-09-03"),
        ("3 wrz 2015", "2015-09-03"),
        ("3 września", "2026-09-03"),
        ("3. szeptember 2015", "2015-09-03"),
        ("12 mai", "2026-05-12"),
        ("2015-09-03", "2015-09-03"),
        ("2026. 11. 21.", "2026-11-21"),
        ("1.1.36", "2036-01-01"),
        ("1.1.37", "1937-01-01"),
        (" 21.11.2026 ", "2026-11-21"),
    ],
)
def test_a_day_is_read_as_people_type_it(typed: str, meant: str) -> None:
    assert read_day(typed, TODAY) == dt.date.fromisoformat(meant)


@pytest.mark.parametrize(
    "typed", ["", "30.2.2026", "13.13.2026", "3 ma 2015", "soon", "3.9.15.2", "99", "1.2.345", "+9999"]
)
def test_what_is_no_day_is_none(typed: str) -> None:
    assert read_day(typed, TODAY) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9", "09:00"),
        ("940", "09:40"),
        ("0940", "09:40"),
        ("9:40", "09:40"),
        ("9.40", "09:40"),
        ("21h05", "21:05"),
        ("23:59", "23:59"),
    ],
)
def test_an_hour_is_read_as_people_type_it(typed: str, meant: str) -> None:
    assert read_time(typed) == meant


@pytest.mark.parametrize("typed", ["", "24:00", "9:60", "nine", "12345", "9:5"])
def test_what_is_no_hour_is_none(typed: str) -> None:
    assert read_time(typed) is None
