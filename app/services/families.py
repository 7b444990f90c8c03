"""Finding, opening, registering and changing families and the people in them."""

import datetime as dt
import time
from collections.abc import Mapping
from typing import Any, Literal

import msgspec

from app.domain.ids import random_id
from app.domain.kinds import FAMILY, MEMBERSHIP, NOTE, PERSON, Kind, changed_groups, groups_of
from app.domain.partial_date import readable_date
from app.domain.records import Family, Membership, Note, Person, Record, SectionAnswers, Visit
from app.errors import NothingChosen
from app.services import typed
from app.services.saving import Changed, save
from app.services.session import names_of_workers
from app.services.typed import Place
from storage import reading, search
from storage.compartment import Write
from storage.vault import TEAM, Vault

ADULT_AGE = 18
Only = Literal["overdue", "never_visited", "to_clear_up"]
SyncWord = Literal["to_send", "at_county", "held_back"]


class FamilyLine(msgspec.Struct, frozen=True):
    """A family as lists show it."""

    id: bytes
    name: str
    number: str | None
    village: str | None
    street: str | None
    directions: str | None
    phone: str | None
    members: int
    children: int
    last_visit_on: str | None
    next_visit_on: str | None
    pending: bool
    conflicts: int
    commune: str | None = None
    """Whose family it is, where that is not the laptop's own commune; ``village`` says it, too."""


class FamilyPageOfList(msgspec.Struct, frozen=True):
    """Some lines and how many there are in all."""

    lines: tuple[FamilyLine, ...]
    total: int


class Hit(msgspec.Struct, frozen=True):
    """A family that search found, and the members whose own name or number matched."""

    line: FamilyLine
    matched: tuple[str, ...]


class Event(msgspec.Struct, frozen=True):
    """One point of a family's timeline; ``what`` is ``visit``, ``note``, ``registered`` or ``imported``."""

    on: str
    at: int | None
    what: str
    record: bytes
    title: str | None
    text: str | None
    author: str | None
    sync: SyncWord
    kept_in: str = TEAM
    """The compartment it lies in: who does not read that one does not see it."""


class Member(msgspec.Struct, frozen=True):
    """A person who lives in the household, and as what."""

    person: Person
    membership: Membership


class FamilyFile(msgspec.Struct, frozen=True):
    """Everything about one family."""

    family: Family
    line: FamilyLine
    members: tuple[Member, ...]
    visits: tuple[Visit, ...]
    notes: tuple[Note, ...]
    timeline: tuple[Event, ...]
    conflicts: tuple[tuple[bytes, str], ...]
    kept_apart: Mapping[bytes, str]
    """Confidential records among these -> the compartment they lie in."""
    own_compartments: tuple[str, ...]
    """Where a note can be kept besides the team's."""


def line_as_shown(line: reading.Line, today: dt.date | None = None) -> FamilyLine:
    """A list line with the children counted for today."""
    day = today or dt.date.today()  # noqa: DTZ011 - an age is counted in the laptop's own calendar
    return FamilyLine(
        id=line.id,
        name=line.name,
        number=line.number,
        village=", ".join(filter(None, (line.village, line.commune))) or None,
        street=line.street,
        directions=line.directions,
        phone=line.phone,
        members=line.members,
        children=sum(_is_child(birth, day) for birth in line.births),
        last_visit_on=line.last_visit_on,
        next_visit_on=line.next_visit_on,
        pending=line.pending,
        conflicts=line.conflicts,
        commune=line.commune,
    )


def _is_child(birth: str | None, day: dt.date) -> bool:
    born = readable_date(birth)
    return born is not None and born.age_on(day) < ADULT_AGE


def list_families(
    vault: Vault, *, village: str | None = None, only: Only | None = None, offset: int = 0, limit: int = 200
) -> FamilyPageOfList:
    """A page of the families of this laptop, by name."""
    which = reading.Filter(
        village=village,
        due_before=_today().isoformat() if only == "overdue" else None,
        never_visited=only == "never_visited",
        to_clear_up=only == "to_clear_up",
    )
    lines, total = reading.list_lines(vault.team, which, offset, limit)
    return FamilyPageOfList(tuple(map(line_as_shown, lines)), total)


def villages(vault: Vault) -> tuple[tuple[str, int], ...]:
    """Villages with the number of their families."""
    return tuple(reading.villages(vault.team))


def find_families(vault: Vault, typed: str, limit: int = 8) -> tuple[Hit, ...]:
    """Families that match what was typed; see ``storage.search.find``."""
    found = search.find(vault.team, typed, limit)
    lines = {line.id: line for line in reading.lines(vault.team, (one.family for one in found))}
    hits: list[Hit] = []
    for one in found:
        if one.family not in lines:
            continue
        people = reading.people_by_id(vault.team, (record for record in one.records if record != one.family))
        matched = tuple(dict.fromkeys(person.full_name for person in people.values()))
        hits.append(Hit(line_as_shown(lines[one.family]), matched))
    return tuple(hits)


def open_family(vault: Vault, family_id: bytes) -> FamilyFile:
    """Everything about a family; RecordMissing when it is not on this laptop."""
    family = reading.get(vault.team, family_id, Family)
    records = reading.of_family(vault.team, family_id)
    kept_apart: dict[bytes, str] = {}
    for name in own_compartments(vault):
        confidential = reading.of_family(vault.compartments[name], family_id)
        kept_apart.update((record.id, name) for record in confidential)
        records += confidential
    memberships = [one for one in records if isinstance(one, Membership) and not one.until_on]
    people = reading.people_by_id(vault.team, (one.person for one in memberships))
    members = sorted(
        (Member(people[one.person], one) for one in memberships if one.person in people),
        key=_by_place_in_family,
    )
    visits = sorted(_whole_visits(records), key=lambda one: one.visited_on or "", reverse=True)
    notes = sorted((one for one in records if isinstance(one, Note)), key=lambda one: -(one.written_at or 0))
    concerned: list[Record] = [
        *records,
        *(person for person in people.values() if person.family != family_id),
    ]
    return FamilyFile(
        family=family,
        line=line_as_shown(reading.line(vault.team, family_id)),
        members=tuple(members),
        visits=tuple(visits),
        notes=tuple(notes),
        timeline=_timeline(vault, family, visits, notes, kept_apart),
        conflicts=tuple(
            (record.id, group)
            for record in concerned
            if record.conflicts
            for group in reading.conflicts_of(vault.team, record.id)
        ),
        kept_apart=kept_apart,
        own_compartments=own_compartments(vault),
    )


def _whole_visits(records: list[Record]) -> list[Visit]:
    """The visits with what was answered in confidential sections."""
    apart: dict[bytes, dict[str, Any]] = {}
    for one in records:
        if isinstance(one, SectionAnswers):
            apart.setdefault(one.of, {}).update(one.answers)
    return [
        msgspec.structs.replace(one, answers={**one.answers, **apart.get(one.id, {})})
        for one in records
        if isinstance(one, Visit)
    ]


_ROLE_ORDER = ("head", "spouse", "partner", "parent", "grandparent", "son", "daughter", "child", "grandchild")


def _by_place_in_family(member: Member) -> tuple[int, str, str]:
    role = member.membership.role or ""
    place = _ROLE_ORDER.index(role) if role in _ROLE_ORDER else len(_ROLE_ORDER)
    # Children of either sex stand together, the eldest first; others keep the order of their role.
    return (
        5 if role in ("son", "daughter", "child") else place,
        member.person.birth or "9999",
        member.person.full_name,
    )


def _timeline(
    vault: Vault, family: Family, visits: list[Visit], notes: list[Note], kept_apart: Mapping[bytes, str]
) -> tuple[Event, ...]:
    names = names_of_workers(vault)
    events = [
        Event(
            on=visit.visited_on or "",
            at=None,
            what="visit",
            record=visit.id,
            title=str(visit.answers.get("v_result") or visit.purpose or ""),
            text=visit.findings or str(visit.answers.get("v_agreed") or ""),
            author=visit.by_text or names.get(visit.author or b""),
            sync=_sync_word(visit),
        )
        for visit in visits
    ]
    events += [
        Event(
            on=_day(note.written_at),
            at=note.written_at,
            what="note",
            record=note.id,
            title=None,
            text=note.text,
            author=names.get(note.author or b""),
            sync=_sync_word(note),
            kept_in=kept_apart.get(note.id, TEAM),
        )
        for note in notes
    ]
    author, first_at = reading.first_written(vault.team, family.id)
    events.append(
        Event(
            on=_day(first_at),
            at=first_at,
            what="imported" if family.import_id else "registered",
            record=family.id,
            title=None,
            text=family.import_source,
            author=names.get(author or b""),
            sync=_sync_word(family),
        )
    )
    written = {
        event.record: reading.first_written(vault.compartments[event.kept_in], event.record)[1]
        for event in events
    }
    return tuple(sorted(events, key=lambda event: (event.on, written[event.record]), reverse=True))


def _sync_word(record: Record) -> SyncWord:
    return "to_send" if record.pending else "at_county"


def _day(at: int | None) -> str:
    return dt.datetime.fromtimestamp(at or 0).date().isoformat()  # noqa: DTZ006 - days as the worker's wall shows them


def _today() -> dt.date:
    return dt.date.today()  # noqa: DTZ011 - deadlines are days of the worker's calendar


def change_family(vault: Vault, family_id: bytes, *, replaces: Place | None = None, **fields: Any) -> Changed:
    """Write changed fields of a family (None clears one), instead of what is half typed at ``replaces``."""
    return _change(vault, FAMILY, reading.get(vault.team, family_id, Family), family_id, fields, replaces)


def change_person(vault: Vault, person_id: bytes, *, replaces: Place | None = None, **fields: Any) -> Changed:
    """Write changed fields of a person (None clears one), instead of what is half typed at ``replaces``."""
    person = reading.get(vault.team, person_id, Person)
    return _change(vault, PERSON, person, person.family, fields, replaces)


def _change(
    vault: Vault,
    kind: Kind,
    before: Record,
    family: bytes | None,
    fields: Mapping[str, Any],
    replaces: Place | None = None,
) -> Changed:
    known = {field: getattr(before, field) for group in kind.groups for field in group.fields}
    for field in fields:
        if field not in known:
            raise ValueError(f"{kind.name} has no field {field}")
    groups = changed_groups(kind, known, {**known, **fields})
    if not groups:
        if replaces is not None:
            typed.drop(vault, replaces)
        return Changed()
    return save(vault, Write(kind.name, before.id, family, groups), replaces=replaces)


def add_member(
    vault: Vault, family_id: bytes, role: str | None, *, replaces: Place | None = None, **person_fields: Any
) -> tuple[bytes, Changed]:
    """Add a person to a household. NothingChosen when no name was given."""
    if not f"{person_fields.get('family_name') or ''}{person_fields.get('given_names') or ''}".strip():
        raise NothingChosen(what="name")
    person, membership = random_id(), random_id()
    changed = save(
        vault,
        Write("person", person, family_id, groups_of(PERSON, person_fields)),
        Write("membership", membership, family_id, groups_of(MEMBERSHIP, {"person": person, "role": role})),
        replaces=replaces,
    )
    return person, changed


def end_membership(vault: Vault, membership_id: bytes, until_on: str) -> Changed:
    """Note that a person left the household on a day (ISO text)."""
    membership = reading.get(vault.team, membership_id, Membership)
    return _change(vault, MEMBERSHIP, membership, membership.family, {"until_on": until_on})


def own_compartments(vault: Vault) -> tuple[str, ...]:
    """The confidential compartments this worker reads, and may write a note into."""
    return tuple(name for name in vault.compartments if name != TEAM)


def write_note(
    vault: Vault, family_id: bytes, text: str, kept_in: str = TEAM, *, replaces: Place | None = None
) -> Changed:
    """Add a remark to a family, for the team or one confidential compartment. NothingChosen when it is empty."""
    if not text.strip():
        raise NothingChosen(what="text")
    groups = groups_of(NOTE, {"text": text.strip(), "about": family_id, "written_at": int(time.time())})
    return save(vault, Write("note", random_id(), family_id, groups), kept_in=kept_in, replaces=replaces)
