"""Names in upper case, with hyphens, in either order, with cedillas: kept as people write them."""

import pytest

from app.imports.names import GIVEN_FIRST, SURNAME_FIRST, likely_order, same_name_key, split_name, tidy_name


@pytest.mark.parametrize(
    ("written", "order", "family_name", "given_names"),
    [
        ("CĂLUGĂRIȚĂ DANIELA", SURNAME_FIRST, "Călugăriță", "Daniela"),
        ("HAJNAL-WÓJCIK BRONISŁAWA", SURNAME_FIRST, "Hajnal-Wójcik", "Bronisława"),
        ("Łukasz Śliwowski", GIVEN_FIRST, "Śliwowski", "Łukasz"),
        ("ŁUKASZ JAN ŚLIWOWSKI", GIVEN_FIRST, "Śliwowski", "Łukasz Jan"),
        ("Ion Marian POPA", SURNAME_FIRST, "Popa", "Ion Marian"),
        ("POPA Ion Marian", GIVEN_FIRST, "Popa", "Ion Marian"),
        ("Popa, Ion", GIVEN_FIRST, "Popa", "Ion"),
        ("POPA (IONESCU) MARIA", SURNAME_FIRST, "Popa (Ionescu)", "Maria"),
        ("Popa I. Ion", SURNAME_FIRST, "Popa", "I. Ion"),
        ("Popa", SURNAME_FIRST, "Popa", ""),
        ("  popa   ion ", SURNAME_FIRST, "Popa", "Ion"),
        ("Ţurcanu Ştefan", SURNAME_FIRST, "Țurcanu", "Ștefan"),
        ("SZŐCS ÖDÖN", SURNAME_FIRST, "Szőcs", "Ödön"),
    ],
)
def test_splitting(written: str, order: str, family_name: str, given_names: str) -> None:
    assert split_name(written, order) == (family_name, given_names)


def test_mixed_case_is_left_as_somebody_wrote_it() -> None:
    assert tidy_name("McDonald de la Vega") == "McDonald de la Vega"


def test_one_name_in_two_writings_has_one_key() -> None:
    assert same_name_key("Sîrbu", "Ana-Maria") == same_name_key("SÂRBU", "Maria Ana")
    assert same_name_key("Sîrbu", "Ana") != same_name_key("Sîrbu", "Ina")


def test_a_household_tells_the_order() -> None:
    assert likely_order([["Ion Popa", "Ana Popa", "Dan Popa"]]) == GIVEN_FIRST
    assert likely_order([["Popa Ion", "Popa Ana"]]) == SURNAME_FIRST
    assert likely_order([]) == SURNAME_FIRST
