"""Registering a household: look whether it is one of those known already, then keep it with as little as a name."""

import secrets
from typing import Literal

import msgspec

from app.domain.folding import digits, fold
from app.domain.ids import random_id
from app.domain.kinds import FAMILY, MEMBERSHIP, PERSON, groups_of
from app.errors import NothingChosen
from app.services.families import FamilyLine, line_as_shown
from app.services.saving import Changed, save
from app.services.typed import Place
from storage import reading, search
from storage.compartment import Write
from storage.vault import Vault

FEWEST_DIGITS_COMPARED = 6


class NewFamily(msgspec.Struct, frozen=True, kw_only=True):
    """What is known when a family is registered: a name is enough."""

    family_name: str
    given_names: str = ""
    sex: str | None = None
    birth: str | None = None
    identity_kind: str | None = None
    identity_number: str | None = None
    village: str | None = None
    street: str | None = None
    directions: str | None = None
    phone: str | None = None


class Similar(msgspec.Struct, frozen=True):
    """A family that may be the one being registered, and why."""

    line: FamilyLine
    strength: Literal["very_likely", "possible"]
    reasons: tuple[str, ...]


def similar_families(vault: Vault, new: NewFamily) -> tuple[Similar, ...]:
    """Families that may be the one being registered, most likely first."""
    found: dict[bytes, set[str]] = {}
    whole_name = f"{new.family_name} {new.given_names}".strip()
    if new.family_name.strip():
        for one in search.find(vault.team, new.family_name, 30):
            _compare(vault, new, one, found)
        if new.given_names.strip():
            for one in search.find(vault.team, whole_name, 10):
                _compare(vault, new, one, found)
    for number, field, reason in (
        (new.identity_number, "identity_number", "same_identity"),
        (new.phone, "phone", "same_phone"),
    ):
        for family in _families_with(vault, number, field):
            found.setdefault(family, set()).add(reason)
    similar = [
        Similar(
            line_as_shown(line),
            "very_likely" if _is_likely(found[line.id]) else "possible",
            tuple(sorted(found[line.id])),
        )
        for line in reading.lines(vault.team, found)
        if found[line.id]
    ]
    return tuple(sorted(similar, key=lambda one: (one.strength != "very_likely", -len(one.reasons)))[:5])


def _compare(vault: Vault, new: NewFamily, hit: search.Found, found: dict[bytes, set[str]]) -> None:
    line = next(iter(reading.lines(vault.team, [hit.family])), None)
    if line is None:
        return
    reasons = found.setdefault(hit.family, set())
    surname = fold(new.family_name)
    people = reading.people_by_id(vault.team, hit.records)
    if fold(line.name).split(" ")[:1] == [surname] or any(
        fold(one.family_name) == surname for one in people.values()
    ):
        reasons.add("same_name")
    if new.village and line.village and fold(new.village) == fold(line.village):
        reasons.add("same_village")
    for person in people.values():
        if fold(person.family_name) != surname:
            continue
        if new.given_names and fold(person.given_names) == fold(new.given_names):
            reasons.add("same_person_name")
        if new.birth and person.birth and person.birth[:4] == new.birth[:4]:
            reasons.add("same_birth")
    if reasons == {"same_village"}:
        del found[hit.family]


def _families_with(vault: Vault, number: str | None, field: str) -> list[bytes]:
    """Families in which somebody, or the household itself, has exactly this number, however it was written."""
    wanted = digits(number or "")
    if len(wanted) < FEWEST_DIGITS_COMPARED:
        return []
    return [
        hit.family
        for hit in search.find(vault.team, wanted, 5)
        if any(
            digits(str(getattr(one, field, None) or "")) == wanted
            for one in reading.records_by_id(vault.team, hit.records)
        )
    ]


def _is_likely(reasons: set[str]) -> bool:
    return "same_identity" in reasons or len(reasons - {"same_village"}) >= 2 or "same_phone" in reasons


def register_family(vault: Vault, new: NewFamily, *, replaces: Place | None = None) -> tuple[bytes, Changed]:
    """Register a household with its reference person. NothingChosen when no name was given."""
    if not f"{new.family_name}{new.given_names}".strip():
        raise NothingChosen(what="name")
    family, person, membership = random_id(), random_id(), random_id()
    name = f"{new.family_name} {new.given_names}".strip()
    commune = (vault.team.fact("commune") or b"").decode() or None
    writes = (
        Write(
            "family",
            family,
            family,
            groups_of(
                FAMILY,
                {
                    "name": name,
                    "commune": commune,
                    "village": new.village,
                    "street": new.street,
                    "directions": new.directions,
                    "phone": new.phone,
                    "status": "open",
                },
            ),
            family_key=secrets.token_bytes(32),
        ),
        Write(
            "person",
            person,
            family,
            groups_of(
                PERSON,
                {
                    "family_name": new.family_name,
                    "given_names": new.given_names,
                    "sex": new.sex,
                    "birth": new.birth,
                    "identity_kind": new.identity_kind,
                    "identity_number": new.identity_number,
                },
            ),
        ),
        Write("membership", membership, family, groups_of(MEMBERSHIP, {"person": person, "role": "head"})),
    )
    return family, save(vault, *writes, replaces=replaces)
