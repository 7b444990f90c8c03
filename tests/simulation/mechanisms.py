"""The mechanisms that keep histories whole, and for each the way a county or line behaves without it.

Product code has no switches: the simulated county takes these functions in its place, and ``without(name)`` exchanges one.
A mechanism whose absence no run notices would be no mechanism, or the simulation no test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import msgspec

from app.domain.kinds import ANSWER_PREFIX, ASSESSMENT, KINDS
from sync.core.chain import Fork, Gap, Link, common_mark, join
from sync.core.county import Applied, reason_to_park
from sync.core.ingest import Known, seen_by
from sync.core.merge import RecordState
from sync.core.snapshot import Squash
from sync.protocol import Effect, Manifest, Mark, Segment, Sibling

if TYPE_CHECKING:
    from tests.simulation.county import Told

HashAt = Callable[[int], bytes | None]


def known_by_id(log: Mapping[bytes, Known], ids: Sequence[bytes]) -> dict[bytes, Known]:
    """Which of these txns stand in the log already."""
    return {one: log[one] for one in ids if one in log}


def of_one_stream(stream: str, effects: Mapping[str, Sequence[Told]]) -> Iterable[Told]:
    """What a laptop of this stream may read."""
    return effects[stream]


def as_it_is(applied: Applied) -> Applied:
    """Every group of a save is merged, known or not."""
    return applied


def where_it_was_made(snapshot: Manifest, _head: int) -> int:
    """From where a laptop that read a snapshot reads the log."""
    return snapshot.csn


@dataclass(frozen=True)
class Mechanisms:
    """What can be taken away, as the functions that do it."""

    join: Callable[[Segment, Sequence[Link], Mark, HashAt], list[Link] | Fork | Gap] = join
    common_mark: Callable[[Sequence[Mark], Mark, HashAt], tuple[Mark, int | None]] = common_mark
    known: Callable[[Mapping[bytes, Known], Sequence[bytes]], dict[bytes, Known]] = known_by_id
    seen_by: Callable[[tuple[int, int], int, Mapping[int, int], int], int] = seen_by
    verifies_parents: bool = True
    sends_own_effects: bool = True
    one_writer_at_a_time: bool = True
    effects_for: Callable[[str, Mapping[str, Sequence[Told]]], Iterable[Told]] = of_one_stream
    streams_forget: bool = True
    pushes_before_purge: bool = True
    laptops_erase: bool = True
    reason_to_park: Callable[..., str | None] = reason_to_park
    laptop_transaction: bool = True
    county_transaction: bool = True
    applied: Callable[[Applied], Applied] = as_it_is
    squashed: Callable[[Squash, Effect, Mapping[bytes, RecordState]], Effect] = Squash.effect
    cursor_after: Callable[[Manifest, int], int] = where_it_was_made
    drops_snapshots: bool = True


def _join_by_number(
    segment: Segment, links: Sequence[Link], have: Mark, _hash_at: HashAt
) -> list[Link] | Fork | Gap:
    if segment.from_n - 1 > have.n:
        return Gap(have.n)
    return [link for link in links if link.header.n > have.n]


def _mark_by_number(marks: Sequence[Mark], have: Mark, _hash_at: HashAt) -> tuple[Mark, int | None]:
    return next((mark for mark in marks if mark.n <= have.n), have) if marks[0].n < have.n else have, None


def _believed(base: tuple[int, int], _epoch: int, _cuts: Mapping[int, int], csn: int) -> int:
    return min(base[1], csn - 1)


def _of_every_stream(_stream: str, effects: Mapping[str, Sequence[Told]]) -> Iterable[Told]:
    by_csn = {told.csn: told for of_stream in effects.values() for told in of_stream}
    return [by_csn[csn] for csn in sorted(by_csn)]


Groups = dict[str, tuple[Sibling, ...]]


def _with_groups(applied: Applied, mended: Callable[[str, Groups], Groups]) -> Applied:
    """The same, with other groups of each record: in what the county holds and in what it tells."""
    records = {
        record: msgspec.structs.replace(state, groups=mended(state.kind, state.groups))
        for record, state in applied.records.items()
    }
    told = tuple(
        msgspec.structs.replace(one, groups=mended(one.kind, one.groups)) for one in applied.effect.records
    )
    return Applied(msgspec.structs.replace(applied.effect, records=told), records, applied.family_keys)


def _known_groups(kind: str, groups: Groups) -> Groups:
    return {name: siblings for name, siblings in groups.items() if kind in KINDS and _is_known(kind, name)}


def _is_known(kind: str, group: str) -> bool:
    try:
        KINDS[kind].group(group)
    except KeyError:
        return False
    return True


def _reason_but_a_seal(*asked: Any) -> str | None:
    reason = reason_to_park(*asked)
    return None if reason == "sealed" else reason


def _newest_answers(kind: str, groups: Groups) -> Groups:
    """Of an answer only the last is left, as of a field whose writer had seen what stood there."""
    is_signed = kind == ASSESSMENT.name
    return {
        name: siblings[-1:] if is_signed and name.startswith(ANSWER_PREFIX) else siblings
        for name, siblings in groups.items()
    }


def _as_it_was_told(_squash: Squash, effect: Effect, states: Mapping[bytes, RecordState]) -> Effect:
    records = (one for one in effect.records if one.record in states and states[one.record].csn == effect.csn)
    return msgspec.structs.replace(effect, records=tuple(records))


WITHOUT: dict[str, Callable[[Mechanisms], Mechanisms]] = {
    "hash-chain": lambda all_: replace(all_, join=_join_by_number, common_mark=_mark_by_number),
    "txn-id": lambda all_: replace(all_, known=lambda _log, _ids: {}),
    "epoch-clamp": lambda all_: replace(all_, seen_by=_believed),
    "own-effects": lambda all_: replace(all_, sends_own_effects=False),
    "parent-hash": lambda all_: replace(all_, verifies_parents=False),
    "counter-lock": lambda all_: replace(all_, one_writer_at_a_time=False),
    "scope": lambda all_: replace(all_, effects_for=_of_every_stream),
    "forget-in-stream": lambda all_: replace(all_, streams_forget=False),
    "push-before-purge": lambda all_: replace(all_, pushes_before_purge=False),
    "erase-on-laptop": lambda all_: replace(all_, laptops_erase=False),
    "laptop-transaction": lambda all_: replace(all_, laptop_transaction=False),
    "county-transaction": lambda all_: replace(all_, county_transaction=False),
    "frozen": lambda all_: replace(
        all_,
        reason_to_park=_reason_but_a_seal,
        applied=lambda one: _with_groups(one, _newest_answers),
    ),
    "snapshot-whole": lambda all_: replace(all_, squashed=_as_it_was_told),
    "snapshot-cursor": lambda all_: replace(all_, cursor_after=lambda _snapshot, head: head),
    "snapshot-forget": lambda all_: replace(all_, drops_snapshots=False),
    "keep-unknown": lambda all_: replace(all_, applied=lambda one: _with_groups(one, _known_groups)),
}


def without(name: str | None) -> Mechanisms:
    """Everything, or everything but one. KeyError for a mechanism that does not exist."""
    return Mechanisms() if name is None else WITHOUT[name](Mechanisms())
