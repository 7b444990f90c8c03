"""The same person twice: which pairs to show, and how many distinct people there are.

A pair is possible when two rows have the same identity number, or the same name and the same exact birth date. Rows of a
pair count as one person unless they plainly are two: one number typed for two people whose given names have nothing
in common, or one name and birthday with two different flawless numbers.
"""

from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import combinations

import msgspec

from app.countries.identity import check_identity
from app.domain.folding import words
from app.imports.names import same_name_key
from app.imports.records import ImportedFamily, ImportedPerson, Problem, Source

_LEAST_DIGITS = 8


class Duplicates(msgspec.Struct, frozen=True):
    """`of` maps the source of a row to the source of the earlier row it may repeat."""

    of: dict[Source, Source]
    pairs: int
    people: int


def find_duplicates(people: Sequence[ImportedPerson]) -> Duplicates:
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, person in enumerate(people):
        for key in _keys(person):
            groups[key].append(place)
    pairs = sorted({pair for members in groups.values() for pair in combinations(members, 2)})
    of: dict[Source, Source] = {}
    leader = list(range(len(people)))
    for earlier, later in pairs:
        of.setdefault(people[later].source, people[earlier].source)
        if not _plainly_two(people[earlier], people[later]):
            leader[_lead(leader, later)] = _lead(leader, earlier)
    return Duplicates(of, len(pairs), len({_lead(leader, place) for place in range(len(people))}))


def mark_duplicates(
    families: Sequence[ImportedFamily], duplicates: Duplicates
) -> tuple[tuple[ImportedFamily, ...], tuple[Problem, ...]]:
    """The families with `duplicate_of` set, and a problem for each later row of a pair."""
    problems = tuple(
        Problem(source.sheet, source.row, "", "possible_duplicate", f"{earlier.sheet}:{earlier.row}")
        for source, earlier in duplicates.of.items()
    )
    return tuple(_marked(family, duplicates.of) for family in families), problems


def _marked(family: ImportedFamily, of: dict[Source, Source]) -> ImportedFamily:
    if not any(member.source in of for member in family.members):
        return family
    members = tuple(
        msgspec.structs.replace(member, duplicate_of=of.get(member.source)) for member in family.members
    )
    return msgspec.structs.replace(family, members=members)


def _keys(person: ImportedPerson) -> list[tuple[str, ...]]:
    keys: list[tuple[str, ...]] = []
    if (
        person.identity_number
        and len(person.identity_number) >= _LEAST_DIGITS
        and person.identity_number.isdigit()
    ):
        keys.append(("identity", person.identity_number))
    name = same_name_key(person.family_name, person.given_names)
    if name and person.birth and person.birth.day:
        keys.append(("name", name, str(person.birth)))
    return keys


def _plainly_two(one: ImportedPerson, other: ImportedPerson) -> bool:
    if one.identity_number and one.identity_number == other.identity_number:
        return _different_given_names(one, other)
    return _flawless(one) and _flawless(other) and one.identity_number != other.identity_number


def _different_given_names(one: ImportedPerson, other: ImportedPerson) -> bool:
    if same_name_key(one.family_name, one.given_names) == same_name_key(other.family_name, other.given_names):
        return False
    names, others = words(one.given_names), words(other.given_names)
    if not names or not others:
        return False
    return all(SequenceMatcher(None, name, second).ratio() < 0.7 for name in names for second in others)


def _flawless(person: ImportedPerson) -> bool:
    return (
        person.identity_kind is not None
        and person.identity_number is not None
        and not check_identity(person.identity_kind, person.identity_number).findings
    )


def _lead(leader: list[int], place: int) -> int:
    while leader[place] != place:
        leader[place] = leader[leader[place]]
        place = leader[place]
    return place
