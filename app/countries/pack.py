"""Country packs: the facts of one country as shipped in resources/countries/<cc>/country.toml.

A pack that does not open is a mistake of ours (an exception from msgspec), not something a user can cause.
"""

from datetime import date
from functools import lru_cache

import msgspec

from resources import resource_names, resource_text


class IdentityNumberKind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: str
    label: dict[str, str]
    digits: int
    source: str
    verified_on: date


class Commune(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    name: str
    county: str
    county_code: str
    source: str
    verified_on: date


class CountryPack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`name` and `label` are by UI language; `currency` is ISO 4217; `languages` are those of office lists."""

    code: str
    name: dict[str, str]
    currency: str
    languages: tuple[str, ...]
    date_order: str
    identity_numbers: tuple[IdentityNumberKind, ...]
    communes: tuple[Commune, ...] = ()


def country_codes() -> tuple[str, ...]:
    """Codes of the shipped countries ("pl", "ro")."""
    return tuple(name for name in resource_names("countries") if "." not in name)


@lru_cache
def load_country(code: str) -> CountryPack:
    """The pack of one country. KeyError for a country that is not shipped."""
    if code not in country_codes():
        raise KeyError(code)
    return msgspec.toml.decode(resource_text(f"countries/{code}/country.toml").encode(), type=CountryPack)
