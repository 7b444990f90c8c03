"""What really happened in a simulated history, noted beside the protocol, and the invariants held against it.

Nothing here trusts a csn, a chain or a lineage: a save is what its author wrote and every value his laptop had shown him.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from sync.core.county import Applied
from sync.core.merge import Lineage, RecordState, rule_of
from sync.protocol import Effect, Op, Sibling, decode
from tests.simulation.county import County, Row
from tests.simulation.laptop import Laptop, Slot

COVERED = {
    "I1": "durable ack",
    "I2": "nothing left behind",
    "I3": "exactly once",
    "I4": "order",
    "I5": "no lost update",
    "I6": "no lost value",
    "I7": "convergence",
    "I9": "idempotence",
    "I10": "dense log",
    "I11": "clock-freedom",
    "I15": "fork safety",
    "I16": "epoch safety",
    "I19": "progress",
}
"""Checked here. Scope, hand-over, erasure and skew (I12, I13, I17, I18), atomicity on disk (I8), signatures (I14) and tampering
(I20) are not part of these histories."""


@dataclass(frozen=True)
class Save:
    """One save as its author meant it; ``seen`` is every value his laptop had ever shown, by slot."""

    seen: Mapping[Slot, frozenset[bytes]]
    wrote: Mapping[Slot, frozenset[bytes]]


@dataclass
class Truth:
    """Collects what happened in one history."""

    saves: dict[bytes, Save] = field(default_factory=dict)
    acknowledged: set[bytes] = field(default_factory=set)
    violations: Counter[str] = field(default_factory=Counter)
    told: list[str] = field(default_factory=list)
    needless: int = 0
    """Values kept beside one whose author had seen them: safe, but a person is asked for nothing."""
    restores: int = 0

    def broken(self, invariant: str, how: str) -> None:
        self.violations[invariant] += 1
        if len(self.told) < 20:
            self.told.append(f"{invariant} {COVERED[invariant]}: {how}")

    # while it happens

    def saved(self, txn_id: bytes, laptop: Laptop, wrote: Mapping[Slot, frozenset[bytes]]) -> None:
        self.saves[txn_id] = Save({slot: laptop.seen.get(slot, frozenset()) for slot in wrote}, wrote)

    def applied(
        self, row: Row, ops: Sequence[Op], before: dict[bytes, RecordState], did: Applied, own: Lineage
    ) -> None:
        """A txn was merged: what left a group, its author had seen."""
        save = self.saves[row.answer.txn_id]
        for op in ops:
            for name in op.groups:
                slot = (op.record, name)
                old = _siblings(before, slot)
                new = _siblings(did.records, slot)
                left = {bytes(one.value) for one in old} - {bytes(one.value) for one in new}
                allowed = frozenset() if rule_of(op.kind, name).value == "append" else save.seen[slot]
                for one in old:
                    if bytes(one.value) in left - allowed:
                        self.broken("I5", f"csn {row.csn} silently replaced csn {one.csn} of {name}")
                        self.broken(
                            "I15" if own(one.replica, one.n) else "I16",
                            f"csn {row.csn} never saw csn {one.csn}",
                        )
                if allowed:
                    stayed = {bytes(one.value) for one in new} - save.wrote[slot]
                    self.needless += len(stayed & allowed & {bytes(one.value) for one in old})

    # when quiet

    def judge(self, county: County, laptops: Sequence[Laptop]) -> None:
        """Every invariant that can be seen at a quiet point."""
        in_log = Counter(row.answer.txn_id for row in county.log)
        for times in in_log.values():
            if times > 1:
                self.broken("I3", f"a save stands {times} times in the log")
        kept = {one.txn_id for laptop in laptops for one in laptop.outbox}
        for _ in kept - set(in_log):
            self.broken("I2", "a save on a living laptop never reached the county")
        for txn_id in self.acknowledged - set(in_log):
            if txn_id in kept or not self.restores:
                self.broken("I1", "an acknowledged save is not in the log")
        self._judge_log(county)
        self._judge_values(county)
        for laptop in laptops:
            self._judge_view(county, laptop)

    def _judge_log(self, county: County) -> None:
        if [row.csn for row in county.log] != list(range(1, len(county.log) + 1)):
            self.broken("I10", "the log has a gap")
        last: dict[bytes, int] = {}
        for row in county.log:
            if row.answer.n <= last.get(row.replica, 0):
                self.broken("I4", f"csn {row.csn} stands before an earlier save of its chain")
            last[row.replica] = row.answer.n
        places = Counter((row.replica, row.answer.n) for row in county.log)
        if any(times > 1 for times in places.values()):
            self.broken("I15", "two saves share a place in a chain")

    def _judge_values(self, county: County) -> None:
        writers: dict[Slot, list[Save]] = {}
        for row in county.log:
            if row.answer.outcome.value == "applied":
                save = self.saves[row.answer.txn_id]
                for slot in save.wrote:
                    writers.setdefault(slot, []).append(save)
        for slot, saves in writers.items():
            current = {bytes(one.value) for one in _siblings(county.states, slot)}
            for value in set().union(*(save.wrote[slot] for save in saves)) - current:
                if not any(
                    value in save.seen[slot] | save.wrote[slot]
                    for save in saves
                    if save.wrote[slot] != {value}
                ):
                    self.broken("I6", f"a value of {slot[1]} is nowhere any more")

    def _judge_view(self, county: County, laptop: Laptop) -> None:
        if laptop.cursor != len(county.log) or laptop.records != county.states:
            self.broken("I7", "a laptop that has everything shows something else than the county")
        if laptop.received != len(county.effects):
            self.broken("I10", f"a laptop received {laptop.received} of {len(county.effects)} effects")
        folded: dict[bytes, set[int]] = {}
        for _csn, _replica, body in county.effects:
            effect = decode(body, Effect)
            for change in effect.records:
                folded.setdefault(change.record, set()).add(effect.csn)
        if {record: max(seen) for record, seen in folded.items()} != {
            r: s.csn for r, s in county.states.items()
        }:
            self.broken("I7", "the effects do not add up to the county's records")


def _siblings(states: Mapping[bytes, RecordState], slot: Slot) -> tuple[Sibling, ...]:
    state = states.get(slot[0])
    return state.groups.get(slot[1], ()) if state else ()


def without_times(states: Mapping[bytes, RecordState]) -> dict[bytes, RecordState]:
    """Merged state but for the moments, which are the only thing clocks may change."""
    return {
        record: RecordState(
            state.kind,
            state.family,
            state.csn,
            {name: tuple(_timeless(siblings)) for name, siblings in state.groups.items()},
        )
        for record, state in states.items()
    }


def _timeless(siblings: Iterable[Sibling]) -> Iterable[Sibling]:
    return (msgspec.structs.replace(one, at_s=0) for one in siblings)
