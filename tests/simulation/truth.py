"""What really happened in a simulated history, noted beside the protocol, and the invariants held against it.

Nothing here trusts a csn, a chain or a lineage: a save is what its author wrote and every value his laptop had shown him.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

import msgspec

from sync.core.county import Applied
from sync.core.merge import Lineage, RecordState, apply_effect, rule_of
from sync.protocol import Effect, Op, Outcome, Sibling, decode, encode
from tests.simulation.county import County, Row
from tests.simulation.laptop import Laptop, Slot
from tests.simulation.signed import why_not_as_signed

COVERED = {
    "I1": "durable ack",
    "I2": "nothing left behind",
    "I3": "exactly once",
    "I4": "order",
    "I5": "no lost update",
    "I6": "no lost value",
    "I7": "convergence",
    "I8": "atomicity",
    "I9": "idempotence",
    "I10": "dense log",
    "I11": "clock-freedom",
    "I12": "scope",
    "I13": "purge safety",
    "I14": "signed = frozen",
    "I15": "fork safety",
    "I16": "epoch safety",
    "I17": "skew",
    "I18": "erasure",
    "I19": "progress",
}
"""Checked here. Where else each is shown: ``README.md`` beside this module."""


@dataclass(frozen=True)
class Save:
    """One save as its author meant it; ``seen`` is every value his laptop had ever shown, by slot."""

    family: bytes
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
    erased: dict[bytes, tuple[bytes, ...]] = field(default_factory=dict)
    """Families that were erased by order, and what no file may hold of them any more."""
    led_to: dict[bytes, dict[Slot, frozenset[bytes]]] = field(default_factory=dict)
    """txn_id of a hand-over -> every value that ever stood in the family's groups, in that log."""
    squashed: dict[bytes, Mapping[Slot, frozenset[bytes]]] = field(default_factory=dict)
    """txn_id of a save -> what it wrote: who reads a snapshot has seen what is replaced in it."""
    unsent: set[bytes] = field(default_factory=set)
    """Saves that a laptop let go of before the county had answered them."""
    backed_up: set[bytes] = field(default_factory=set)
    """Saves that were seen in every backup the county may go back to."""
    writers: Counter[tuple[Slot, bytes]] = field(default_factory=Counter)
    """How many saves wrote a value; one that only one save wrote betrays it wherever it is seen."""
    signed: dict[bytes, bytes] = field(default_factory=dict)
    """Assessment -> who signed it."""

    def broken(self, invariant: str, how: str) -> None:
        self.violations[invariant] += 1
        if len(self.told) < 20:
            self.told.append(f"{invariant} {COVERED[invariant]}: {how}")

    # while it happens

    def saved(
        self, txn_id: bytes, laptop: Laptop, family: bytes, wrote: Mapping[Slot, frozenset[bytes]]
    ) -> None:
        seen = {slot: laptop.seen.get(slot, frozenset()) for slot in wrote}
        self.saves[txn_id] = Save(family, seen, wrote)
        self.squashed[txn_id] = wrote
        self.writers.update((slot, value) for slot, values in wrote.items() for value in values)

    def handed_over(self, county: County, family: bytes) -> None:
        """The last row of the log hands a family over."""
        past: dict[Slot, frozenset[bytes]] = {}
        for row in county.log:
            save = self.saves.get(row.answer.txn_id)
            if save is not None and save.family == family and row.answer.outcome is Outcome.APPLIED:
                for slot, values in save.wrote.items():
                    past[slot] = past.get(slot, frozenset()) | values
        self.led_to[county.log[-1].answer.txn_id] = past

    def purged(self, _laptop: Laptop, _family: bytes, unsent: Sequence[bytes]) -> None:
        """A laptop let a family go; ``unsent`` are its saves of it that the county has not answered."""
        self.unsent.update(unsent)

    def applied(
        self, row: Row, ops: Sequence[Op], before: dict[bytes, RecordState], did: Applied, own: Lineage
    ) -> None:
        """A txn was merged: all of it came, and what left a group, its author had seen."""
        save = self.saves[row.answer.txn_id]
        touched = {(op.record, name) for op in ops for name in op.groups}
        if touched != save.wrote.keys():
            self.broken("I8", f"part of a save came to the county, csn {row.csn}")
        for record in {op.record for op in ops}:
            was, now = (states[record].groups if record in states else {} for states in (before, did.records))
            for name in was.keys() | now.keys():
                if (record, name) not in touched and was.get(name) != now.get(name):
                    self.broken("I17", f"csn {row.csn} changed group {name}, which it did not write")
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

    # parts of a save

    def answered(self, county: County, before: int) -> None:
        """An exchange ended, well or not: of every save that came to stand in the log, one stream tells all."""
        for row in county.log[before:]:
            if row.answer.outcome is not Outcome.APPLIED or row.answer.txn_id not in self.saves:
                continue
            told = [
                one
                for effects in county.effects.values()
                for one in takewhile(lambda one: one.csn > before, reversed(effects))
                if one.csn == row.csn
            ]
            if len(told) != 1:
                self.broken("I8", f"csn {row.csn} stands in the log and is told {len(told)} times")

    def overheard(self, effect: Effect) -> None:
        """A laptop is told of a save: of all it wrote, or, since the family left, of nothing."""
        save = self.saves.get(effect.txn_id)
        told = {(one.record, name) for one in effect.records for name in one.groups}
        if save is not None and told and told != save.wrote.keys():
            self.broken("I8", f"a page holds part of a save, csn {effect.csn}")

    def stored(self, laptop: Laptop, effects: Iterable[Effect]) -> None:
        """A laptop kept these effects, or was cut off while it did: it shows all of a save or nothing."""
        for effect in effects:
            save = self.saves.get(effect.txn_id)
            if save is None or not effect.records:
                continue
            shown = {
                not values.isdisjoint(laptop.seen.get(slot, ()))
                for slot, values in save.wrote.items()
                if all(self.writers[slot, value] == 1 for value in values)
            }
            if len(shown) > 1:
                self.broken("I8", f"a laptop shows part of a save, csn {effect.csn}")

    def let_go(self, county: County, laptop: Laptop) -> None:
        """Of what a laptop keeps only the place of, the county has the words in a verified backup; or they were erased."""
        gone = {one.txn_id for one in laptop.outbox if one.sent.blotted and one.family not in self.erased}
        if gone <= self.backed_up:
            return
        self.backed_up |= {row.answer.txn_id for row in county.log[: county.durable_csn]}
        for _ in gone - self.backed_up:
            self.broken("I1", "a laptop let go of a save that is in no verified backup")

    # when quiet

    def judge(self, county: County, laptops: Sequence[Laptop]) -> None:
        """Every invariant that can be seen at a quiet point."""
        in_log = Counter(row.answer.txn_id for row in county.log)
        for times in in_log.values():
            if times > 1:
                self.broken("I3", f"a save stands {times} times in the log")
        kept = {one.txn_id for laptop in laptops for one in laptop.outbox}
        erased = {txn_id for txn_id, save in self.saves.items() if save.family in self.erased}
        for _ in kept - set(in_log) - erased:
            self.broken("I2", "a save on a living laptop never reached the county")
        for txn_id in self.acknowledged - set(in_log) - erased:
            if txn_id in kept or not self.restores:
                self.broken("I1", "an acknowledged save is not in the log")
        for _ in self.unsent - set(in_log) - erased:
            self.broken("I13", "a laptop let a family go before the county had a save of it")
        self._judge_erasures(county, laptops)
        self._judge_log(county)
        self._judge_values(county)
        self._judge_fold(county)
        self._judge_signed("the county", county.states)
        for laptop in laptops:
            self._judge_view(county, laptop)
            self._judge_signed("a laptop", laptop.records)

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
            save = self.saves.get(row.answer.txn_id)  # None: an act of the office
            if row.answer.outcome is Outcome.APPLIED and save is not None:
                for slot in save.wrote:
                    writers.setdefault(slot, []).append(save)
        for slot, saves in writers.items():
            current = {bytes(one.value) for one in _siblings(county.states, slot)}
            if current - set().union(*(save.wrote[slot] for save in saves)):
                self.broken("I17", f"{slot[1]} holds bytes that nobody wrote")
            for value in set().union(*(save.wrote[slot] for save in saves)) - current:
                if not any(
                    value in save.seen[slot] | save.wrote[slot]
                    for save in saves
                    if save.wrote[slot] != {value}
                ):
                    self.broken("I6", f"a value of {slot[1]} is nowhere any more")

    def _judge_view(self, county: County, laptop: Laptop) -> None:
        told = county.effects[laptop.stream]
        mine = {
            record: state
            for record, state in county.states.items()
            if county.streams[record] == laptop.stream
        }
        if laptop.cursor != len(county.log) or laptop.records != mine:
            self.broken("I7", "a laptop that has everything shows something else than the county")
        if laptop.received != len(told):
            self.broken("I10", f"a laptop received {laptop.received} of {len(told)} effects")

    def _judge_signed(self, who: str, states: Mapping[bytes, RecordState]) -> None:
        for record, author in self.signed.items():
            state = states.get(record)
            wrong = why_not_as_signed(author, record, state) if state is not None else None
            if wrong is not None:
                self.broken("I14", f"{who} holds a signed assessment, and {wrong}")

    def _judge_fold(self, county: County) -> None:
        for stream, told in county.effects.items():
            folded: dict[bytes, RecordState] = {}
            for one in told:
                effect = decode(one.body, Effect)
                gone = {left.family for left in effect.left}
                folded = {
                    record: state
                    for record, state in folded.items()
                    if gone.isdisjoint((record, state.family))
                }
                for change in effect.records:
                    folded[change.record] = apply_effect(folded.get(change.record), change, effect.csn)
            if folded != {
                record: state for record, state in county.states.items() if county.streams[record] == stream
            }:
                self.broken("I7", "the effects do not add up to the county's records")

    def _judge_erasures(self, county: County, laptops: Sequence[Laptop]) -> None:
        if not self.erased:
            return
        kept = [encode([row.txn for row in county.log]), encode(county.states), encode(county.keys)]
        kept += [one.body for told in county.effects.values() for one in told]
        kept += [encode(one.effects) for one in county.snapshots.values()]
        for laptop in laptops:
            kept += [encode([one.txn for one in laptop.outbox]), encode(laptop.records), encode(laptop.keys)]
            if laptop.begun is not None:
                self.broken("I19", "a laptop has part of a snapshot, and nothing to wait for")
        everything = b"".join(kept)
        for secrets in self.erased.values():
            if any(secret in everything for secret in secrets):
                self.broken("I18", "something of a family is left after it was erased")


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
