"""What an assessment knows of the members of a family from their record, and what it says otherwise of them.

A question about a fact of a member (``app.forms.xform.members``) begins with what the record says. An answer that was changed
in the form is an edit of the person, shown before the seal and saved with it, unless the worker leaves it out. An answer that
is still as the record had it when it was put in is none, also when the record has changed since: nothing is turned back. An
answer that was cleared is none either: that somebody does not say it, does not make it untrue.
"""

from collections.abc import Collection, Iterable, Mapping

import msgspec

from app.domain.kinds import PERSON, changed_groups
from app.domain.records import Person
from app.forms.xform.members import FACTS, told_of_members
from app.forms.xform.paper import Paper
from app.services.families import Member
from storage.compartment import Write

SEX = {"female": "F", "male": "M"}
"""As a person's record has it -> as forms have it."""
_SEX_OF = {code: sex for sex, code in SEX.items()}


class Edit(msgspec.Struct, frozen=True):
    """A fact about a member that the form says otherwise than the record. ``key`` is that of the question."""

    key: str
    person_id: bytes
    person: str
    label: str
    fact: str
    before: str
    now: str


def facts_of(members: Iterable[Member]) -> dict[str, dict[str, str]]:
    """What the record knows, by person (id as hex) and fact; what it does not know is left out."""
    return {
        member.person.id.hex(): {fact: text for fact in FACTS if (text := _fact(member.person, fact))}
        for member in members
    }


def edits_of(paper: Paper, members: Iterable[Member], put_in: Mapping[str, str]) -> tuple[Edit, ...]:
    """What would be changed in the record. ``put_in`` are the answers that came from it, by key."""
    people = {member.person.id.hex(): member.person for member in members}
    found: dict[tuple[str, str], Edit] = {}
    for told in told_of_members(paper):
        person, key = people.get(told.person), paper.key(told.node)
        if person is None or told.answer == put_in.get(key):
            continue
        before = _fact(person, told.fact)
        if told.answer != before:
            label = paper.label(told.node)
            found[told.person, told.fact] = Edit(
                key, person.id, person.full_name, label, told.fact, before, told.answer
            )
    return tuple(found.values())


def writes_of(
    edits: Iterable[Edit], members: Iterable[Member], left_out: Collection[str]
) -> tuple[Write, ...]:
    """One write for each person of whom something is changed. ``left_out`` are keys of edits that are not wanted."""
    wanted: dict[bytes, dict[str, str]] = {}
    for edit in edits:
        if edit.key not in left_out:
            value = _SEX_OF.get(edit.now, edit.now) if edit.fact == "sex" else edit.now
            wanted.setdefault(edit.person_id, {})[edit.fact] = value
    people = {member.person.id: member.person for member in members}
    return tuple(_write(people[person_id], fields) for person_id, fields in wanted.items())


def _write(person: Person, fields: Mapping[str, str]) -> Write:
    known = {field: getattr(person, field) for group in PERSON.groups for field in group.fields}
    return Write(PERSON.name, person.id, person.family, changed_groups(PERSON, known, {**known, **fields}))


def _fact(person: Person, fact: str) -> str:
    known = str(getattr(person, fact) or "")
    return SEX.get(known, "") if fact == "sex" else known
