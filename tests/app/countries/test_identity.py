"""Identity numbers of Romania and Poland: check digits, dates, sexes, and findings that warn but never block."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.countries.identity import Finding, check_identity, kind_of


@pytest.mark.parametrize(
    ("kind", "number", "finding", "birth_on", "sex"),
    [
        ("cnp", "6000229040011", Finding.OK, dt.date(2000, 2, 29), "female"),
        ("cnp", "5000101041234", Finding.OK, dt.date(2000, 1, 1), "male"),
        ("cnp", "1850701223343", Finding.OK, dt.date(1985, 7, 1), "male"),
        ("cnp", "6000229040012", Finding.CHECK_DIGIT, dt.date(2000, 2, 29), "female"),
        ("cnp", "2900229045555", Finding.DATE, None, "female"),
        ("cnp", "185070122334", Finding.LENGTH, None, None),
        ("cnp", "18507O1223343", Finding.LETTERS, None, None),
        ("cnp", "1.85E+12", Finding.LETTERS, None, None),
        ("pesel", "00222900009", Finding.OK, dt.date(2000, 2, 29), "female"),
        ("pesel", "15311500015", Finding.OK, dt.date(2015, 11, 15), "male"),
        ("pesel", "85070112341", Finding.OK, dt.date(1985, 7, 1), "female"),
        ("pesel", "85070112342", Finding.CHECK_DIGIT, dt.date(1985, 7, 1), "female"),
        ("pesel", "8507011234", Finding.LENGTH, None, None),
    ],
)
def test_what_a_number_says(
    kind: str, number: str, finding: Finding, birth_on: dt.date | None, sex: str | None
) -> None:
    check = check_identity(kind, number)
    assert (check.finding, check.birth_on, check.sex) == (finding, birth_on, sex)


def test_spaces_and_hyphens_do_not_matter() -> None:
    assert check_identity("cnp", " 600 0229-040011 ").findings == ()


def test_an_unknown_county_is_named() -> None:
    body = "185070199334"
    number = next(
        body + str(digit)
        for digit in range(10)
        if Finding.CHECK_DIGIT not in check_identity("cnp", body + str(digit)).findings
    )
    assert check_identity("cnp", number).finding is Finding.COUNTY


def test_a_foreign_resident_has_no_century() -> None:
    check = check_identity("cnp", "7900229040014")
    assert check.birth_on is None
    assert Finding.DATE not in check.findings
    assert check.sex == "male"


def test_both_damages_of_one_digit_are_named() -> None:
    assert set(check_identity("cnp", "1859901223343").findings) == {Finding.DATE, Finding.CHECK_DIGIT}


@given(
    st.sampled_from(["6000229040011", "1850701223343", "00222900009", "85070112341"]),
    st.integers(0, 12),
    st.integers(1, 9),
)
def test_no_single_wrong_digit_stays_unseen(number: str, place: int, step: int) -> None:
    place %= len(number)
    wrong = number[:place] + str((int(number[place]) + step) % 10) + number[place + 1 :]
    kind = kind_of(number)
    assert kind is not None
    findings = check_identity(kind, wrong).findings
    # The remainder 10 is written as 1, so a CNP's check digit cannot tell it from a true 1.
    assert findings or (kind == "cnp" and wrong.endswith("1"))


def test_kind_by_length() -> None:
    assert [kind_of(number) for number in ("1850701223343", "85070112341", "850701", "x")] == [
        "cnp",
        "pesel",
        None,
        None,
    ]
