"""Who may be the person that is just being added to a household: shown before, so that nobody gets a second record.

Alike are people whose first given name is the same, whatever the letters, and whose dates of birth may be one: a year alone
goes with every day of it, an unknown one with all. In the household itself that is enough, whoever has left it included; of
other families the surname has to be the same, too.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec

from app.domain.folding import words
from app.domain.ids import random_id
from app.domain.kinds import MEMBERSHIP, groups_of
from app.domain.partial_date import PartialDate
from app.domain.records import Family, Membership, Person
from app.services.saving import Changed, save
from app.services.typed import Place
from storage import reading, search
from storage.compartment import Write
from storage.vault import Vault

MOST_FAMILIES = 8


class Alike(msgspec.Struct, frozen=True):
    """``here`` lives in the household, ``left`` did (``until_on``), ``elsewhere`` is of another family, called ``family``."""

    person: Person
    where: Literal["here", "left", "elsewhere"]
    family: str = ""
    until_on: str | None = None


class Described(msgspec.Struct, frozen=True):
    """The person as far as he or she is typed."""

    family_name: str
    given_names: str
    born: PartialDate | None = None


def people_like(vault: Vault, family_id: bytes, described: Described) -> tuple[Alike, ...]:
    """Those of the household first; nobody while no given name is typed."""
    if not words(described.given_names):
        return ()
    here = tuple(_of_household(vault, family_id, described))
    known = {one.person.id for one in here}
    return (*here, *(one for one in _elsewhere(vault, family_id, described) if one.person.id not in known))


def take_in(
    vault: Vault, family_id: bytes, person_id: bytes, role: str | None, *, replaces: Place | None = None
) -> Changed:
    """Somebody who has a record lives in this household from now on."""
    values = {"person": person_id, "role": role}
    write = Write(MEMBERSHIP.name, random_id(), family_id, groups_of(MEMBERSHIP, values))
    return save(vault, write, replaces=replaces)


def _of_household(vault: Vault, family_id: bytes, described: Described) -> Iterator[Alike]:
    records = reading.of_family(vault.team, family_id)
    memberships = [one for one in records if isinstance(one, Membership)]
    living = {one.person for one in memberships if not one.until_on}
    until = {one.person: one.until_on for one in memberships}
    people = reading.people_by_id(vault.team, until)
    for person in people.values():
        if _may_be(person, described):
            lives = person.id in living
            yield Alike(person, "here" if lives else "left", until_on=None if lives else until[person.id])


def _elsewhere(vault: Vault, family_id: bytes, described: Described) -> Iterator[Alike]:
    surname = words(described.family_name)
    typed = f"{described.family_name} {described.given_names}"
    for found in search.find(vault.team, typed, MOST_FAMILIES) if surname else ():
        people = reading.people_by_id(vault.team, found.records) if found.family != family_id else {}
        for person in people.values():
            if words(person.family_name) == surname and _may_be(person, described):
                yield Alike(person, "elsewhere", reading.get(vault.team, found.family, Family).name)


def _may_be(person: Person, described: Described) -> bool:
    given = words(person.given_names)[:1] == words(described.given_names)[:1]
    return given and _may_be_one(person.born(), described.born)


def _may_be_one(one: PartialDate | None, other: PartialDate | None) -> bool:
    if one is None or other is None:
        return True
    pairs = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    return all(a is None or b is None or a == b for a, b in pairs)
