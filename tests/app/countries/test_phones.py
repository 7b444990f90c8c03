"""In danger every country has 112 first, and every number says what it is for."""

import pytest

from app.countries.pack import country_codes
from app.countries.phones import emergency_phones


@pytest.mark.parametrize("country", country_codes())
def test_every_country_names_112_first_and_says_what_each_number_is_for(country: str) -> None:
    phones = emergency_phones(country)
    assert phones[0].number == "112"
    assert len({phone.number for phone in phones}) == len(phones) > 1
    for phone in phones:
        assert set(phone.what) == {"en", "ro", "pl", "hu"}
        assert phone.source


def test_a_country_that_is_not_shipped_has_none() -> None:
    with pytest.raises(FileNotFoundError):
        emergency_phones("xx")
