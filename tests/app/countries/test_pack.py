"""Every country pack opens, and its legal facts carry a source and the day they were verified."""

import pytest

from app.countries.identity import DIGITS
from app.countries.pack import country_codes, load_country


@pytest.mark.parametrize("code", country_codes())
def test_every_pack_opens_and_dates_its_facts(code: str) -> None:
    pack = load_country(code)
    assert pack.code == code
    assert set(pack.name) == {"en", "ro", "pl", "hu"}
    for number in pack.identity_numbers:
        assert number.digits == DIGITS[number.kind]
    for fact in (*pack.identity_numbers, *pack.communes):
        assert fact.source
        assert fact.verified_on.year >= 2026


def test_the_commune_of_the_demo_is_known() -> None:
    assert [(commune.code, commune.name) for commune in load_country("ro").communes] == [
        ("21891", "Colonești")
    ]


def test_a_country_that_is_not_shipped() -> None:
    with pytest.raises(KeyError):
        load_country("xx")
