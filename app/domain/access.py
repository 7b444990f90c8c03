"""Who reads and does what, by profession: data of ``resources/access.toml``, not code.

``team`` (families, people, visits, common assessments) belongs to every worker; each other compartment is an encrypted
file of its own whose key only its professions get.
"""

import tomllib
from functools import cache

import msgspec

from resources import resource_text

TEAM = "team"
SUPERVISE, MANAGE_CASES = "supervise", "manage_cases"
"""Rights: to decide what is a supervisor's, and what is a case manager's."""


class _Access(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    compartments: dict[str, tuple[str, ...]]
    rights: dict[str, tuple[str, ...]]


@cache
def _access() -> _Access:
    return msgspec.convert(tomllib.loads(resource_text("access.toml")), _Access)


def compartments() -> tuple[str, ...]:
    """All compartments, ``team`` first."""
    return (TEAM, *_access().compartments)


def compartments_of(profession: str) -> tuple[str, ...]:
    """What a profession reads, ``team`` first; an unknown profession reads what the team reads."""
    own = (name for name, readers in _access().compartments.items() if profession in readers)
    return (TEAM, *own)


def is_profession(code: str) -> bool:
    """Whether anything here speaks of this profession."""
    named = (*_access().compartments.values(), *_access().rights.values())
    return any(code in professions for professions in named)


def may(profession: str, right: str) -> bool:
    """Whether a profession has a right (``add_worker``, ``remove_worker``). KeyError for a right nobody defined."""
    return profession in _access().rights[right]
