"""Two people wrote differently without seeing each other: show both, let the right person decide.

A decision is an ordinary save whose base covers the values that were seen. A value that arrives meanwhile stays open. Who may
decide says the table of kinds; what is a supervisor's the county keeps aside when another decides it.
"""

import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from app.domain.access import MANAGE_CASES, SUPERVISE, may
from app.domain.ids import random_id
from app.domain.kinds import NOTE, SECTION_ANSWERS, VISIT, Group, Settler, groups_of
from app.domain.records import Note, Person, Record, SectionAnswers, Visit
from app.errors import NoRight, NothingChosen, RecordMissing
from app.services.families import FamilyLine, line_as_shown
from app.services.saving import Changed, save
from app.services.session import REVOKED, names_of_workers
from app.services.typed import Place
from storage import reading
from storage.compartment import Compartment, Write
from storage.vault import TEAM, Vault
from sync.core.merge import (
    PENDING_CSN,
    RecordState,
    fields_of,
    group_of,
    meanwhile,
    open_conflicts,
    shown_groups,
)
from sync.protocol import Sibling


class ConflictLine(msgspec.Struct, frozen=True):
    """One group of one record with more than one value."""

    record: bytes
    group: str
    kind: str
    family_line: FamilyLine | None
    person_name: str | None
    fields: tuple[str, ...]
    authors: tuple[str, ...]
    at: int
    entry: Group
    """The group in the table of kinds: its rule, and who decides."""
    may_settle: bool
    settlers: tuple[str, ...] = ()
    """Names of those who may decide, as far as this laptop knows."""
    kept_in: str = TEAM


class Version(msgspec.Struct, frozen=True):
    """One of the values, who wrote it, when, on which laptop; ``shown`` is the one that screens show meanwhile."""

    values: dict[str, Any]
    author: str
    author_profession: str
    at: int
    device: str
    csn: int | None
    own: bool
    shown: bool


class Said(msgspec.Struct, frozen=True):
    """What somebody knows about it, or why it was decided so before."""

    author: str
    at: int
    text: str


class ConflictView(msgspec.Struct, frozen=True):
    """A conflict with all its values, first the one that screens show, then by their place in the county's log."""

    line: ConflictLine
    versions: tuple[Version, ...]
    said: tuple[Said, ...] = ()


def conflict_lines(vault: Vault) -> tuple[ConflictLine, ...]:
    """Everything that waits for a decision, longest waiting first."""
    lines = [
        conflict_view(vault, record.id, group, record).line
        for store in vault.compartments.values()
        for record in reading.records_in_conflict(store)
        for group in reading.conflicts_of(store, record.id)
    ]
    return tuple(sorted(lines, key=lambda line: line.at))


def count_conflicts(vault: Vault) -> int:
    """How many decisions wait."""
    return sum(reading.count_conflicts(store) for store in vault.compartments.values())


def conflict_view(vault: Vault, record: bytes, group: str, known: Record | None = None) -> ConflictView:
    """One conflict; RecordMissing when it was settled meanwhile or is not here."""
    store, state = _state_of(vault, record)
    if group not in state.groups:
        raise RecordMissing(record=record.hex())
    siblings = meanwhile(state.kind, group, state.groups[group])
    workers, laptops = reading.workers(vault.team), reading.devices(vault.team)
    names = names_of_workers(vault)
    own_device = vault.team.fact("device") or b""

    def version(place: int, sibling: Sibling) -> Version:
        worker = workers.get(sibling.author)
        return Version(
            values=dict(fields_of(sibling)),
            author=names.get(sibling.author, ""),
            author_profession=worker.profession if worker else "",
            at=sibling.at_s,
            # A value that was not sent yet carries no laptop: it is this one.
            device=laptops.get(sibling.device or own_device, ""),
            csn=sibling.csn if sibling.csn < PENDING_CSN else None,
            own=sibling.author == vault.worker.id,
            shown=place == 0,
        )

    versions = tuple(version(place, sibling) for place, sibling in enumerate(siblings))
    record_shown = known or reading.get(store, record, Record)
    family_lines = reading.lines(vault.team, [state.family] if state.family else [])
    settlers = _settlers(vault, state, group)
    line = ConflictLine(
        record=record,
        group=group,
        kind=state.kind,
        family_line=line_as_shown(family_lines[0]) if family_lines else None,
        person_name=record_shown.full_name if isinstance(record_shown, Person) else None,
        fields=tuple(dict.fromkeys(field for one in versions for field in one.values)),
        authors=tuple(dict.fromkeys(one.author for one in versions)),
        at=max(one.at for one in versions),
        entry=group_of(state.kind, group),
        may_settle=vault.worker.id in settlers,
        settlers=tuple(sorted(names[one] for one in settlers if one in names)),
        kept_in=store.name,
    )
    return ConflictView(line, versions, tuple(_said(store, state, record, group, names)))


def _said(
    store: Compartment, state: RecordState, record: bytes, group: str, names: Mapping[bytes, str]
) -> Iterator[Said]:
    """The latest first."""
    notes = [one for one in reading.of_family(store, state.family or record) if isinstance(one, Note)]
    for note in sorted(notes, key=lambda one: -(one.written_at or 0)):
        if (note.about, note.regarding) == (record, group):
            yield Said(names.get(note.author or b"", ""), note.written_at or 0, note.text)


def visit_of(vault: Vault, line: ConflictLine) -> bytes | None:
    """The visit whose answer this is about, also one of its confidential section; None for anything else."""
    if line.kind == VISIT.name:
        return line.record
    if line.kind != SECTION_ANSWERS.name:
        return None
    part = reading.get(vault.compartments[line.kept_in], line.record, SectionAnswers)
    visits = [one.id for one in reading.records_by_id(vault.team, [part.of]) if isinstance(one, Visit)]
    return visits[0] if visits else None


def _state_of(vault: Vault, record: bytes) -> tuple[Compartment, RecordState]:
    """A record with all its values, own ones included, and the compartment it lies in; RecordMissing."""
    for store in vault.compartments.values():
        state, _pending = store.state_with_pending(record)
        if state is not None:
            return store, state
    raise RecordMissing(record=record.hex())


def _settlers(vault: Vault, state: RecordState, group: str) -> frozenset[bytes]:
    """Who may decide, of those who work here."""
    here = {
        one.id: one.profession or one.introduced_profession or ""
        for one in reading.workers(vault.team).values()
        if one.status != REVOKED
    }
    here = {vault.worker.id: vault.worker.profession} | here
    authors = frozenset(one.author for one in state.groups[group]) & here.keys()
    managers = frozenset(one for one, profession in here.items() if may(profession, MANAGE_CASES))
    match group_of(state.kind, group).settler:
        case Settler.SUPERVISOR:
            return frozenset(one for one, profession in here.items() if may(profession, SUPERVISE))
        case Settler.AUTHOR_OR_CASE_MANAGER:
            return authors | managers
        case Settler.AUTHOR:
            return authors or managers  # whoever wrote it works here no more
        case Settler.WHO_IT_IS_FOR:
            meant = shown_groups(state).get("task", {}).get("for_whom")
            return frozenset(one for one, profession in here.items() if profession == meant) or managers
        case _:
            return frozenset()


def _remark(record: bytes, family: bytes | None, group: str, text: str) -> Write:
    """What stands with the family about a group of a record."""
    values = {"text": text.strip(), "about": record, "regarding": group, "written_at": int(time.time())}
    return Write(NOTE.name, random_id(), family, groups_of(NOTE, values))


def tell_what_is_known(
    vault: Vault, record: bytes, group: str, text: str, *, replaces: Place | None = None
) -> Changed:
    """A remark for whoever decides; NothingChosen without words, RecordMissing when it was settled meanwhile."""
    if not text.strip():
        raise NothingChosen(what="text")
    store, state = _state_of(vault, record)
    if group not in open_conflicts(state):
        raise RecordMissing(record=record.hex())
    return save(vault, _remark(record, state.family, group, text), kept_in=store.name, replaces=replaces)


def settle_conflict(
    vault: Vault,
    record: bytes,
    group: str,
    values: dict[str, Any],
    reason: str,
    *,
    replaces: Place | None = None,
) -> Changed:
    """Decide a conflict: write ``values`` over all values seen, with a note that says why.

    NothingChosen without a reason; NoRight when another decides; RecordMissing when somebody settled it meanwhile.
    """
    if not reason.strip():
        raise NothingChosen(what="reason")
    store, state = _state_of(vault, record)
    if group not in open_conflicts(state):
        raise RecordMissing(record=record.hex())
    if vault.worker.id not in _settlers(vault, state, group):
        raise NoRight(right=group_of(state.kind, group).settler.value)
    return save(
        vault,
        Write(state.kind, record, state.family, {group: values}),
        _remark(record, state.family, group, reason),
        kept_in=store.name,
        replaces=replaces,
    )


def kept_together(
    versions: Sequence[Mapping[str, Any]], texts: Collection[str], between: str
) -> dict[str, Any] | None:
    """All versions as one: lists united, the fields ``texts`` one after the other; None where that cannot be."""
    together: dict[str, Any] = {}
    for field in dict.fromkeys(field for one in versions for field in one):
        values = [one[field] for one in versions if one.get(field) not in (None, "", [])]
        if any(value != values[0] for value in values):
            if all(isinstance(value, (list, tuple)) for value in values):
                values[0] = list(dict.fromkeys(part for value in values for part in value))
            elif field in texts and all(isinstance(value, str) for value in values):
                values[0] = between.join(dict.fromkeys(values))
            else:
                return None
        if values:
            together[field] = values[0]
    return together
