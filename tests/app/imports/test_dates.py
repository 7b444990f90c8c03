"""Dates as offices write them: real dates, serials, text in many styles, and a bare year."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.partial_date import PartialDate
from app.imports.dates import is_month_first, month_named, read_date

TODAY = dt.date(2026, 11, 21)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("13/05/1950", "1950-05-13"),
        ("3.9.2015", "2015-09-03"),
        ("3-9-2015", "2015-09-03"),
        ("3 . 9 . 2015", "2015-09-03"),
        ("2015-09-03", "2015-09-03"),
        ("2015-09-03 00:00:00", "2015-09-03"),
        ("2015-09-03T10:20:00", "2015-09-03"),
        ("2015.09.03.", "2015-09-03"),
        ("1987. 11. 21.", "1987-11-21"),
        ("12.25.2015", "2015-12-25"),
        ("5/6/87", "1987-06-05"),
        ("01.02.26", "2026-02-01"),
        ("01.02.27", "1927-02-01"),
        ("3 sept. 2015", "2015-09-03"),
        ("3 septembrie 2015", "2015-09-03"),
        ("luni, 3 august 2015", "2015-08-03"),
        ("12 października 1999", "1999-10-12"),
        ("3 paź 2001", "2001-10-03"),
        ("2015. szeptember 3.", "2015-09-03"),
        ("May 5, 2010", "2010-05-05"),
        ("5 May 2010", "2010-05-05"),
        ("3.IX.2015", "2015-09-03"),
        ("03 V 2001", "2001-05-03"),
        ("12.03.2001 r.", "2001-03-12"),
        ("1.05.2020r.", "2020-05-01"),
        ("03092015", "2015-09-03"),
        ("20150903", "2015-09-03"),
        ("42250", "2015-09-03"),
        (42250, "2015-09-03"),
        (42250.5, "2015-09-03"),
        (dt.date(2015, 9, 3), "2015-09-03"),
        (dt.datetime.fromisoformat("2015-09-03 10:00"), "2015-09-03"),
        ("sept. 2015", "2015-09"),
        ("IX 2015", "2015-09"),
        ("09.2015", "2015-09"),
        ("2015-09", "2015-09"),
        ("październik 2015", "2015-10"),
        (2009, "2009"),
        ("2009", "2009"),
        ("anul 2009", "2009"),
        ("2009 r.", "2009"),
    ],
)
def test_a_date_keeps_the_precision_it_was_written_with(written: object, read: str) -> None:
    assert str(read_date(written, today=TODAY)) == read


@pytest.mark.parametrize(
    "written",
    [
        "prin mai",
        "31.02.2010",
        "0.0.2010",
        "necunoscut",
        "1,4",
        "9,13",
        "12",
        12,
        True,
        None,
        "-",
        "1.1.1500",
        "2010-13-01",
    ],
)
def test_what_is_no_date_is_not_guessed(written: object) -> None:
    assert read_date(written, today=TODAY) is None


@given(
    st.dates(dt.date(1900, 1, 1), dt.date(2026, 11, 20)),
    st.sampled_from(["{d:02d}.{m:02d}.{y}", "{d}/{m}/{y}", "{y}-{m:02d}-{d:02d}", "{d}.{m}.{y} r."]),
)
def test_every_day_is_read_back(day: dt.date, form: str) -> None:
    assert read_date(form.format(d=day.day, m=day.month, y=day.year), today=TODAY) == PartialDate.of(day)


def test_a_column_written_month_first_is_read_so_throughout() -> None:
    assert is_month_first(["05/13/1950", "01/02/1990"])
    assert not is_month_first(["13/05/1950", "01/02/1990"])
    assert not is_month_first(["01/02/1990"])
    assert str(read_date("01/02/1990", today=TODAY, month_first=True)) == "1990-01-02"


def test_months_are_known_by_their_beginning_but_not_by_a_letter() -> None:
    assert [month_named(word) for word in ("sept", "wrzesnia", "maj", "x", "ma", "iu", "iul")] == [
        9,
        9,
        5,
        10,
        None,
        None,
        7,
    ]
