"""Dates: text outside, days inside, told in the zone of whoever fills in the form."""

import math

import pytest

from tests.app.forms.xform.xpath.evaluating import Document, in_phoenix


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("today()", "2026-11-21"),
        ("now()", "2026-11-21T09:30:00.000-07:00"),
        ("date('1970-01-01')", "1970-01-01"),
        ("date('1970-1-2')", "1970-01-02"),
        ("date('')", ""),
        ("date('nonsense')", "Invalid Date"),
        ("date(number('x'))", "Invalid Date"),
        ("date(0)", "1969-12-31T17:00:00.000-07:00"),
        ("date(1.5)", "1970-01-02T05:00:00.000-07:00"),
        ("date('2018-01-01' + 1)", "2018-01-02"),
        ("date(today() + 10)", "2026-12-01"),
        ("date-time('1970-01-01T21:50:49Z')", "1970-01-01T14:50:49.000-07:00"),
        ("date(decimal-date-time('2003-10-20T08:00:00.000-07:00'))", "2003-10-20T08:00:00.000-07:00"),
        ("'2021-11-30' - '2021-11-29'", "1"),
        ("date('2001-12-26') + 5", "11687.291666666666"),
    ],
)
def test_dates_as_text(expression: str, expected: str) -> None:
    assert in_phoenix().text(expression) == expected


@pytest.mark.parametrize("expression", ["date('not a date')", "date-time('opv_3')", "date(true())"])
def test_what_is_no_date_is_not_true(expression: str) -> None:
    assert not in_phoenix().holds(expression)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("decimal-date-time('1970-01-01T00:00:00Z')", 0),
        ("decimal-date-time('1969-12-31T00:00:00Z')", -1),
        ("decimal-date-time('2018-01-01')", 17532.291667),
        ("decimal-date-time(5.25)", 5.25),
        ("number(date('2008-09-05'))", 14127.291667),
        ("decimal-time('06:00:00.000-07:00')", 0.25),
        ("decimal-time('06:00:00.000-01:00')", 0),
        ("decimal-time('23:59:00.000-13:00')", 0.24930555555555556),
        ("decimal-time('12:00')", 0.5),
        ("decimal-time('18:30:00.000')", 0.7708333333333334),
        ("decimal-time('12:00') - decimal-time('06:00')", 0.25),
        ("difference-in-months('2005-12-12', '2012-01-15')", 73),
    ],
)
def test_dates_as_numbers(expression: str, expected: float) -> None:
    assert in_phoenix().number(expression) == pytest.approx(expected)


@pytest.mark.parametrize(
    "text",
    [
        "a",
        "24:00:00.000-07:00",
        "06:00:00.000-24:00",
        "06:60:00",
        "06:00:60.000-07:00",
        "23:59:00.000-07:60",
        "6:00",
    ],
)
def test_no_time_of_day(text: str) -> None:
    assert math.isnan(in_phoenix().number(f"decimal-time('{text}')"))


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("date(0) = date('1970-01-01T00:00:00.000Z')", True),
        ("date(14127) = date('2008-09-05T00:00:00.000Z')", True),
        ("date('2100-01-02') > today()", True),
        ("date('1970-01-02') < 3", True),
        ("10 + date('2012-07-24') = date('2012-08-03')", True),
        ("'string' != date('1999-09-09')", True),
        ("true() != date('1999-09-09')", False),
    ],
)
def test_comparing_dates(expression: str, expected: bool) -> None:
    assert in_phoenix().holds(expression) is expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("format-date('2001-12-31', '%b %e, %Y')", "Dec 31, 2001"),
        ("format-date('2012-07-03', '%Y/%n | %y/%m | %b | %d | %e')", "2012/7 | 12/07 | Jul | 03 | 3"),
        ("format-date('2017-05-26T23:59:59-07:00', '%a %A %B')", "Fri Friday May"),
        ("format-date('2012-08-20T00:00:00.00+00:00', '%Y-%m-%d')", "2012-08-19"),
        ("format-date-time('2026-11-21T06:07:08.123-07:00', '%H %h %M %S %3')", "06 6 07 08 123"),
        ("format-date-time('2026-12-01T10:30Z', '%H:%M')", "03:30"),
        ("format-date(0.291666666666667, '%Y-%m-%d')", "1970-01-01"),
        ("format-date('2001-12-31', '100%%')", "100%"),
        ("format-date('not a date', '%M')", ""),
        ("format-date('2026-04-31', '%Y')", ""),
        ("format-date('2026-12-01T24:00:00Z', '%Y')", ""),
        ("format-date('26-12-12', '%Y')", ""),
        ("add-date('2020-01-31', 0, 1)", "2020-02-29"),
    ],
)
def test_printing_dates(expression: str, expected: str) -> None:
    assert in_phoenix().text(expression) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("Română (ro)", "21 noiembrie"),
        ("polski", "21 listopada"),
        ("fr", "21 November"),
        (None, "21 November"),
    ],
)
def test_months_are_named_in_the_language_of_the_form(language: str | None, expected: str) -> None:
    document = Document()
    document.scene.language = language
    assert document.text("format-date(today(), '%e %B')") == expected


def test_midnight_is_told_in_the_zone() -> None:
    assert Document().number("'2018-01-01' + 1") == 17533
