"""Whom to call in danger: the numbers of a country, from resources/countries/<cc>/phones.toml.

The first is the number for immediate danger to life; a screen that has room for one shows that one.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

import msgspec

from resources import resource_text


class EmergencyPhone(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`number` as people write it; `what` says by UI language what it is for."""

    number: str
    what: Mapping[str, str]
    source: str
    verified_on: date


class _Phones(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    phones: tuple[EmergencyPhone, ...]


@lru_cache
def emergency_phones(country: str) -> tuple[EmergencyPhone, ...]:
    """The numbers of a shipped country, the most urgent first. FileNotFoundError for another country."""
    return msgspec.toml.decode(
        resource_text(f"countries/{country}/phones.toml").encode(), type=_Phones
    ).phones
