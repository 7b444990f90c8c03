"""How concurrent writes to one field group meet: nothing is lost, nobody is overruled silently.

A write replaces exactly what its author had seen: the siblings at or below its ``base`` and those of its own earlier
chain. What its author had not seen stays beside it until a person decides. No clock takes part.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec

from app.domain.kinds import KINDS, Group, Rule
from sync.protocol import Op, RecordEffect, Sibling, plain

QUESTIONS_REMEMBERED = 8192
"""A visit has forty questions, and each of its answers asks for its rule."""
PENDING_CSN = 1 << 62
"""csn of a value the county has not ordered yet; sorts after every real one."""

VOID = "void"
"""The group of any record that says it was taken back."""

Lineage = Callable[[bytes, int], bool]
"""Whether the write (replica, n) belongs to the author's own earlier chain."""


class RecordState(msgspec.Struct):
    """All siblings of all groups of one record; ``csn`` is the newest txn that touched it."""

    kind: str
    family: bytes | None
    csn: int
    groups: dict[str, tuple[Sibling, ...]]


@lru_cache(QUESTIONS_REMEMBERED)
def group_of(kind: str, name: str) -> Group:
    """A group's entry in the table of kinds; kinds and groups of a newer Vatra keep both values."""
    try:
        return KINDS[kind].group(name)
    except KeyError:
        return Group(name, ())


def rule_of(kind: str, group: str) -> Rule:
    """The rule of a group."""
    return group_of(kind, group).rule


class Place(NamedTuple):
    """A place in a chain."""

    replica: bytes
    n: int


class TakenOver(NamedTuple):
    """A chain holds at ``place`` a txn that stands in the log under its ``first`` place, in another chain."""

    place: Place
    first: Place


def own_chain(
    replica: bytes,
    n: int,
    parents: Mapping[bytes, tuple[bytes, int]],
    taken_over: Iterable[TakenOver] = (),
) -> Lineage:
    """The lineage of write ``n`` of ``replica``: its own earlier writes, then its verified parents'.

    ``parents`` maps a replica to (parent replica, last n kept) and holds only links whose hash was verified. Txns that
    were chained again after a fork keep their first place in the log; ``taken_over`` tells which those are.
    """
    reach: dict[bytes, int] = {replica: n - 1}
    current = replica
    while current in parents:
        parent, last = parents[current]
        if parent in reach:
            break
        reach[parent] = last
        current = parent
    again = {one.first for one in taken_over if one.place.n <= reach.get(one.place.replica, 0)}
    return lambda other, place: place <= reach.get(other, 0) or (other, place) in again


def _had_seen(new: Sibling, old: Sibling, own: Lineage) -> bool:
    """Whether the author of ``new`` knew ``old``: pulled it, wrote it earlier, or wrote it in this very save."""
    return old.csn <= new.base or own(old.replica, old.n) or (old.replica, old.n) == (new.replica, new.n)


def merge(siblings: Sequence[Sibling], new: Sibling, rule: Rule, own: Lineage) -> tuple[Sibling, ...]:
    """The siblings after ``new``; equal values collapse into the one with the lower csn."""
    if not siblings:
        return (new,)
    if rule is Rule.APPEND:
        kept = list(siblings)
    else:
        kept = [old for old in siblings if not _had_seen(new, old, own)]
    if any(bytes(old.value) == bytes(new.value) for old in kept):
        return tuple(kept)
    return (*kept, new)


def apply_op(state: RecordState | None, op: Op, writer: Sibling, own: Lineage) -> RecordState:
    """The record after ``op``. ``writer`` is a sibling without value that says who, where and when."""
    groups = dict(state.groups) if state else {}
    for name, value in op.groups.items():
        new = msgspec.structs.replace(writer, value=value)
        groups[name] = merge(groups.get(name, ()), new, rule_of(op.kind, name), own)
    if VOID in op.groups:
        groups[VOID] = _knowing(groups, writer, own)
    family = state.family if state and state.family is not None else op.family
    return RecordState(
        state.kind if state else op.kind, family, max(writer.csn, state.csn if state else 0), groups
    )


def _knowing(groups: Mapping[str, Sequence[Sibling]], writer: Sibling, own: Lineage) -> tuple[Sibling, ...]:
    """The void group, with what its author had seen of the whole record.

    Lineage is known only here, when the county merges. Whoever took the record back knowing every value of it, pulled or
    written by himself under whatever replica, gets a base that says so: nothing below the void's own csn contests it.
    """
    others = (one for name, siblings in groups.items() if name != VOID for one in siblings)
    knew_all = all(_had_seen(writer, one, own) for one in others)
    return tuple(
        msgspec.structs.replace(one, base=one.csn - 1)
        if knew_all and (one.replica, one.n) == (writer.replica, writer.n)
        else one
        for one in groups[VOID]
    )


def apply_effect(state: RecordState | None, effect: RecordEffect, csn: int) -> RecordState:
    """The county's view of a record on a laptop after an effect: touched groups are replaced whole."""
    groups = dict(state.groups) if state else {}
    groups.update(effect.groups)
    return RecordState(effect.kind, effect.family, csn, groups)


def shown(kind: str, name: str, siblings: Sequence[Sibling]) -> dict[str, Any]:
    """The fields of a group as people see them: what its rule shows meanwhile, or the union of sets."""
    ordered = meanwhile(kind, name, siblings)
    if not ordered:
        return {}
    fields = dict(fields_of(ordered[0]))
    if rule_of(kind, name) is Rule.UNION:
        for other in ordered[1:]:
            for field, values in plain(other.value).items():
                fields[field] = sorted({*fields.get(field, ()), *values})
    return fields


def meanwhile(kind: str, name: str, siblings: Sequence[Sibling]) -> list[Sibling]:
    """The siblings of a group, first the one that is shown until a person decides."""
    if len(siblings) < 2:
        return list(siblings)
    group = group_of(kind, name)
    return sorted(siblings, key=lambda one: (group.place_meanwhile(fields_of(one)), one.csn, one.n))


def fields_of(sibling: Sibling) -> Mapping[str, Any]:
    """The fields of one value; of what is none, nothing."""
    value = plain(sibling.value)
    return value if isinstance(value, dict) else {}


def shown_groups(state: RecordState) -> dict[str, dict[str, Any]]:
    """Every group of a record as people see it."""
    return {name: shown(state.kind, name, siblings) for name, siblings in state.groups.items()}


def open_conflicts(state: RecordState) -> tuple[str, ...]:
    """Groups in which two people's values wait for a decision."""
    waiting = [
        name
        for name, siblings in state.groups.items()
        if len(siblings) > 1 and rule_of(state.kind, name).asks_a_person
    ]
    if is_contested(state) and VOID not in waiting:
        waiting.append(VOID)
    return tuple(sorted(waiting))


def is_voided(state: RecordState) -> bool:
    """Whether the record was taken back, and nobody edited it without knowing."""
    return _void(state) is not None and not is_contested(state)


def is_contested(state: RecordState) -> bool:
    """Taken back by one, edited by another who did not know: a conflict, and the record stays visible."""
    void = _void(state)
    if void is None:
        return False
    return any(
        other.csn > void.base
        and (other.replica, other.n) != (void.replica, void.n)
        and not _same_chain(other, void)
        for name, siblings in state.groups.items()
        if name != VOID
        for other in siblings
    )


def _same_chain(other: Sibling, void: Sibling) -> bool:
    return other.replica == void.replica and other.n <= void.n


def _void(state: RecordState) -> Sibling | None:
    return next((one for one in state.groups.get(VOID, ()) if plain(one.value)), None)
