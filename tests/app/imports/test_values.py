"""Money, phones, identity numbers and counts as cells hold them, and what happens when they do not parse."""

import pytest

from app.imports.records import Money
from app.imports.values import (
    cell_text,
    phone_like,
    read_count,
    read_identity,
    read_money,
    read_phone,
    read_reasons,
    read_role,
    read_sex,
)


@pytest.mark.parametrize(
    ("written", "minor", "currency"),
    [
        ("1.450", 145_000, "RON"),
        ("1,450", 145_000, "RON"),
        ("1 450", 145_000, "RON"),
        ("1\u202f450,50 zł", 145_050, "PLN"),
        ("1.450,50", 145_050, "RON"),
        ("1,450.50", 145_050, "RON"),
        ("1.200.000", 120_000_000, "RON"),
        ("2100 lei", 210_000, "RON"),
        ("2100 RON", 210_000, "RON"),
        ("lei 719", 71_900, "RON"),
        ("1200 lei/lună", 120_000, "RON"),
        ("459,00 zł", 45_900, "PLN"),
        ("459,5 PLN", 45_950, "PLN"),
        ("1450,-", 145_000, "RON"),
        ("0", 0, "RON"),
        (719, 71_900, "RON"),
        (1450.5, 145_050, "RON"),
    ],
)
def test_money(written: object, minor: int, currency: str) -> None:
    assert read_money(written, "RON") == Money(minor, currency)


@pytest.mark.parametrize(
    "written", ["mult", "3 copii", "12.34.56", "1.2.3,4,5", "", None, True, -5, "0740111222 acasă"]
)
def test_what_is_no_amount(written: object) -> None:
    assert read_money(written, "RON") is None


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (1500513479095, ("cnp", "1500513479095")),
        (1500513479095.0, ("cnp", "1500513479095")),
        ("'1500513479095", ("cnp", "1500513479095")),
        ("150 0513 479095", ("cnp", "1500513479095")),
        ("CNP: 1500513479095", ("cnp", "1500513479095")),
        ("1500513479", ("cnp", "1500513479")),
        ("15005l3479095", ("cnp", "15005l3479095")),
        ("85070112341", ("pesel", "85070112341")),
        (None, None),
    ],
)
def test_identity_numbers_as_spreadsheets_leave_them(written: object, read: tuple[str, str] | None) -> None:
    assert read_identity(written, "cnp") == read


def test_a_pesel_gets_back_the_zeros_a_spreadsheet_took() -> None:
    assert read_identity(222900009, "pesel") == ("pesel", "00222900009")
    assert read_identity("222900009", "pesel") == ("pesel", "00222900009")
    assert read_identity("123456789", "pesel") == ("pesel", "123456789")


def test_phones() -> None:
    assert read_phone("07 45244764") == "07 45244764"
    assert read_phone("+40 766238480") == "+40 766238480"
    assert read_phone(747146040) == "0747146040"
    assert read_phone("570 843 244") == "570 843 244"
    assert read_phone("la vecina") is None
    assert not phone_like(1500513479095)


def test_counts_of_people() -> None:
    assert [read_count(cell) for cell in (5, "5", "5 osób", "2+3", "multe", 2.5, None)] == [
        5,
        5,
        5,
        5,
        None,
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("word", "role"),
    [
        ("cap de familie", "head"), ("Capul familiei (titular)", "head"), ("SOȚIE", "spouse"), ("soţ", "spouse"),
        ("concubină", "partner"), ("fiu", "son"), ("fiică", "daughter"), ("copil", "child"), ("nepoată", "grandchild"),
        ("bunică", "grandparent"), ("mama", "parent"), ("frate", "sibling"), ("mătușă", "other_relative"), ("chiriaș", "other"),
        ("głowa rodziny", "head"), ("żona", "spouse"), ("mąż", "spouse"), ("córka", "daughter"), ("wnuczka", "grandchild"),
        ("háztartásfő", "head"), ("felesége", "spouse"), ("lánya", "daughter"), ("unoka", "grandchild"),
        ("head of household", "head"), ("wife", "spouse"), ("mother-in-law", "parent"), ("zzz", None), ("", None),
    ],
)  # fmt: skip
def test_roles(word: str, role: str | None) -> None:
    assert read_role(word) == role


def test_sex_in_four_languages() -> None:
    assert [read_sex(word) for word in ("F", "m", "Kobieta", "masculin", "nő", "férfi", "female", "?")] == [
        "female", "male", "female", "male", "female", "male", "female", None,
    ]  # fmt: skip


def test_reasons_are_separate() -> None:
    assert read_reasons("9,13") == ("9", "13")
    assert read_reasons("ubóstwo, bezrobocie") == ("ubóstwo", "bezrobocie")


def test_old_letters_become_new_ones() -> None:
    assert cell_text("Niculăiţă  Şandra") == "Niculăiță Șandra"
