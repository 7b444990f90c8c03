"""The mechanisms that keep histories whole, and for each the way a county or line behaves without it.

Product code has no switches: the simulated county takes these functions in its place, and ``without(name)`` exchanges one.
A mechanism whose absence no run notices would be no mechanism, or the simulation no test.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from sync.core.chain import Fork, Gap, Link, common_mark, join
from sync.core.ingest import Known, seen_by
from sync.protocol import Mark, Segment

HashAt = Callable[[int], bytes | None]


def known_by_id(log: Mapping[bytes, Known], ids: Sequence[bytes]) -> dict[bytes, Known]:
    """Which of these txns stand in the log already."""
    return {one: log[one] for one in ids if one in log}


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


WITHOUT: dict[str, Callable[[Mechanisms], Mechanisms]] = {
    "hash-chain": lambda all_: replace(all_, join=_join_by_number, common_mark=_mark_by_number),
    "txn-id": lambda all_: replace(all_, known=lambda _log, _ids: {}),
    "epoch-clamp": lambda all_: replace(all_, seen_by=_believed),
    "own-effects": lambda all_: replace(all_, sends_own_effects=False),
    "parent-hash": lambda all_: replace(all_, verifies_parents=False),
    "counter-lock": lambda all_: replace(all_, one_writer_at_a_time=False),
}


def without(name: str | None) -> Mechanisms:
    """Everything, or everything but one. KeyError for a mechanism that does not exist."""
    return Mechanisms() if name is None else WITHOUT[name](Mechanisms())
