"""Which parts of a laptop a profession reads: data of ``resources/compartments.toml``, not code.

``team`` (families, people, visits, common assessments) belongs to every worker; each other compartment is an encrypted
file of its own whose key only its professions get.
"""

import tomllib
from functools import cache

import msgspec

from resources import resource_text

TEAM = "team"


class _Compartment(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    professions: tuple[str, ...]


@cache
def _table() -> dict[str, tuple[str, ...]]:
    told = tomllib.loads(resource_text("compartments.toml"))
    return {name: one.professions for name, one in msgspec.convert(told, dict[str, _Compartment]).items()}


def compartments() -> tuple[str, ...]:
    """All compartments, ``team`` first."""
    return (TEAM, *_table())


def compartments_of(profession: str) -> tuple[str, ...]:
    """What a profession reads, ``team`` first; an unknown profession reads what the team reads."""
    return (TEAM, *(name for name, readers in _table().items() if profession in readers))
