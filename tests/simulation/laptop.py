"""A laptop of a simulation: outbox, records and cursor in plain values, every decision by ``sync.core``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from typing import NamedTuple

import msgspec

from sync.core.chain import blotted, genesis, next_hash
from sync.core.homes import is_of
from sync.core.laptop import (
    Former,
    Sent,
    agreed_place,
    chained_again,
    is_durable,
    is_late,
    is_settled,
    is_unanswered,
    lost_after,
    lost_of_former_replicas,
    pages_continue,
    places_to_name,
    stuck_at_blotted,
    unheard_of_former,
)
from sync.core.merge import RecordState, apply_effect
from sync.core.snapshot import chunks_in, digest_of, effects_in, size_of
from sync.protocol import (
    PROTOCOL,
    Effect,
    Exchange,
    Hello,
    Manifest,
    Mark,
    Op,
    Outcome,
    Page,
    Parent,
    PartAsked,
    Parting,
    Reply,
    Segment,
    Txn,
    TxnHeader,
    decode,
    encode,
    raw,
)
from tests.simulation.county import COMMUNE_KEY
from tests.simulation.mechanisms import Mechanisms
from tests.simulation.power import Power, PowerCut

NewId = Callable[[], bytes]
Slot = tuple[bytes, str]
"""Record and group."""


@dataclass(frozen=True)
class Entry:
    """One row of the outbox."""

    txn_id: bytes
    family: bytes
    txn: Txn
    sent: Sent


@dataclass(frozen=True)
class Write:
    """What a save writes to one record."""

    kind: str
    record: bytes
    family: bytes
    groups: Mapping[str, object]
    family_key: bytes | None = None
    newer: bool = False
    """Written by a newer Vatra: the op has one more element than this one knows."""


LedTo = Mapping[bytes, Mapping[Slot, frozenset[bytes]]]
"""txn_id of a hand-over -> every value that led to what it brought: who receives a state has seen what it replaced."""

Purged = Callable[["Laptop", bytes, Sequence[bytes]], None]
"""Told of every family that goes, and of the own saves of it that the county has not answered."""


class Begun(NamedTuple):
    """A snapshot of which a part is here."""

    digest: bytes
    manifest: Manifest
    body: bytes


class Laptop:
    """One living laptop; ``copy`` is its disk at this moment."""

    def __init__(
        self,
        device: bytes,
        author: bytes,
        replica: bytes,
        stream: str,
        mechanisms: Mechanisms,
        power: Power,
        purged: Purged,
        led_to: LedTo,
        squashed: LedTo,
    ) -> None:
        self.device, self.author, self.stream = device, author, stream
        self.mechanisms, self.power, self.purged = mechanisms, power, purged
        self.led_to, self.squashed = led_to, squashed
        self.replica = replica
        self.tip = Mark(0, genesis(replica))
        self.parents: dict[bytes, Parent] = {}
        self.outbox: list[Entry] = []
        """In the order of saving, whatever replica it was under."""
        self.records: dict[bytes, RecordState] = {}
        self.keys: dict[bytes, bytes] = {}
        self.leaving: dict[bytes, Parting] = {}
        self.parted: dict[bytes, tuple[Parting, int | None]] = {}
        """Why a family went, and how far the log had come by then, or when the replica or the county's epoch changed last; None
        until the next answer says how far that is."""
        self.epoch, self.cursor, self.has_n = 1, 0, 0
        self.begun: Begun | None = None
        self.received = 0
        """Effects since the log was last read from its beginning; nothing decides by it."""
        self.seen: dict[Slot, frozenset[bytes]] = {}
        """Every value that ever stood on this laptop; nothing decides by it."""

    def copy(self) -> Laptop:
        other = copy(self)
        for name in ("parents", "records", "keys", "leaving", "parted", "seen"):
            setattr(other, name, dict(getattr(self, name)))
        other.outbox = list(self.outbox)
        return other

    def save(self, writes: list[Write], new_id: NewId, wall_s: int, author: bytes) -> bytes:
        """One save; its txn_id."""
        ops = []
        for one in writes:
            state = self.records.get(one.record)
            groups = {name: raw(value) for name, value in one.groups.items()}
            base = (self.epoch, state.csn if state else 0)
            op = encode(Op(one.kind, one.record, one.family, 1, base, groups, one.family_key))
            ops.append(of_newer_vatra(op) if one.newer else op)
            if one.family_key is not None:
                self.keys.setdefault(one.family, one.family_key)
            for name, value in groups.items():
                self._note(one.record, name, bytes(value))
        header = TxnHeader(new_id(), self.tip.n + 1, author, wall_s, None)
        txn = Txn(encode(header), tuple(ops))
        self.tip = Mark(header.n, next_hash(self.tip.h, txn, self._key))
        sent = Sent(self.replica, self.tip.n, self.tip.h, None)
        self.outbox.append(Entry(header.txn_id, writes[0].family, txn, sent))
        return header.txn_id

    def _key(self, family: bytes | None) -> bytes:
        return COMMUNE_KEY if family is None else self.keys[family]

    def _note(self, record: bytes, group: str, value: bytes) -> None:
        slot = (record, group)
        self.seen[slot] = self.seen.get(slot, frozenset()) | {value}

    def _hash_at(self, n: int) -> bytes | None:
        return next(
            (one.sent.h for one in self.outbox if (one.sent.replica, one.sent.n) == (self.replica, n)), None
        )

    # exchange

    def prepare(self, limit: int, *, with_keys: bool = False) -> Exchange:
        start = genesis(self.replica)
        hashes = ((n, start if n == 0 else self._hash_at(n)) for n in places_to_name(self.tip.n))
        marks = tuple(Mark(n, h) for n, h in hashes if h is not None)
        present = [one for one in self.outbox if one.sent.replica == self.replica]
        has_n = min(self.has_n, self.tip.n)
        waiting: list[Entry] = []
        size = 0
        for one in present[has_n:]:
            size += sum(map(len, one.txn.ops))
            if waiting and size > limit:
                break
            waiting.append(one)
        segment = None
        if waiting:
            segment = Segment(
                PROTOCOL,
                self.replica,
                self.parents.get(self.replica),
                waiting[0].sent.n,
                present[has_n - 1].sent.h if has_n else start,
                tuple(one.txn for one in waiting),
                waiting[-1].sent.h,  # in place of a signature, what it would be over
                self._keys_of(waiting) if with_keys else {},
            )
        return Exchange(
            PROTOCOL,
            Hello(self.replica, self.stream, marks),
            segment,
            self.epoch,
            {self.stream: self.cursor},
            limit,
            snapshots={self.stream: PartAsked(self.begun.digest, len(self.begun.body))} if self.begun else {},
        )

    def _keys_of(self, waiting: list[Entry]) -> dict[bytes, bytes]:
        families = (decode(op, Op).family for one in waiting for op in one.txn.ops)
        return {family: self.keys[family] for family in families if family is not None}

    def take_in(self, asked: Exchange, reply: Reply, new_id: NewId) -> bool:
        """Keep what the county said, all of it or nothing; whether both sides agree now."""
        before = self.copy()
        try:
            return self._take_in(asked, reply, new_id)
        except PowerCut:
            if self.mechanisms.laptop_transaction:
                self.__dict__.update(before.__dict__)
            raise

    def _take_in(self, asked: Exchange, reply: Reply, new_id: NewId) -> bool:
        if is_late(self.epoch, reply) or asked.hello.replica != self.replica:
            return False
        cut = lost_after(self.epoch, reply)
        former = self._forget(cut) if cut is not None else None
        self.epoch, self.has_n = reply.epoch, reply.have.n
        csn_of = {answer.txn_id: answer.csn for answer in reply.answers}
        self.outbox = [
            replace(one, sent=_at(one.sent, csn_of[one.txn_id])) if one.txn_id in csn_of else one
            for one in self.outbox
        ]
        erased = {answer.txn_id for answer in reply.answers if answer.outcome is Outcome.ERASED}
        self.leaving.update({one.family: Parting.ERASED for one in self.outbox if one.txn_id in erased})
        if pages_continue(asked, reply):
            self._take_page(reply.pages[0])
            self._take_part(reply)
        if former is not None:
            self._go_on(former, new_id())
        elif reply.forked_at is not None:
            place = agreed_place(self.replica, reply.have, self._hash_at)
            self._go_on(Former(self.replica, place, self._first_after(place.n)), new_id())
        settled = is_settled(asked, reply)
        asks_again = self._ask_again(new_id) if settled else False
        self._part(reply, new_id)
        return settled and not asks_again

    def _ask_again(self, new_id: NewId) -> bool:
        """For answers that were lost and that no effect replaces: the county kept a save aside, or its family left."""
        unheard = [
            one.sent.n
            for one in self.outbox
            if is_unanswered(one.sent, self.replica) and one.sent.n <= self.has_n
        ]
        self.has_n = min([self.has_n, *(n - 1 for n in unheard)])
        self._leave_blotted(new_id)
        former = None if unheard else unheard_of_former([one.sent for one in self.outbox], self.replica)
        if former is not None:
            self._go_on(former, new_id())
        return bool(unheard) or former is not None

    def _leave_blotted(self, new_id: NewId) -> None:
        stuck = stuck_at_blotted([one.sent for one in self.outbox], self.replica, self.has_n)
        if stuck is not None:
            self._go_on(stuck, new_id())

    def _part(self, reply: Reply, new_id: NewId) -> None:
        """Let go of families that left, once nothing of them waits."""
        for family, parting in list(self.leaving.items()):
            waits = [
                one for one in self.outbox if one.family == family and is_unanswered(one.sent, self.replica)
            ]
            if waits and self.mechanisms.pushes_before_purge:
                continue
            self.records = {
                record: state
                for record, state in self.records.items()
                if not is_of(family, record, state.family)
            }
            self.purged(self, family, [one.txn_id for one in waits])
            del self.leaving[family]
            self.parted[family] = (parting, reply.head)
            if waits:
                first = self.outbox.index(waits[0])
                former = Former(self.replica, Mark(0, genesis(self.replica)), first)
                self.outbox = [one for one in self.outbox if one not in waits]
                self._go_on(former, new_id())
        self.parted = {
            family: (parting, reply.head if head is None else head)
            for family, (parting, head) in self.parted.items()
        }
        if self.parted:
            self._blot(reply.durable_csn)
        self._leave_blotted(new_id)

    def _blot(self, durable_csn: int) -> None:
        def is_due(one: Entry) -> bool:
            if one.family not in self.parted:
                return False
            parting, head = self.parted[one.family]
            if parting is Parting.ERASED:
                return self.mechanisms.laptops_erase
            return head is not None and is_durable(one.sent, self.replica, head, durable_csn)

        self.outbox = [
            replace(
                one,
                txn=blotted(one.txn, lambda _op: True, self._key),
                sent=msgspec.structs.replace(one.sent, blotted=True),
            )
            if not one.sent.blotted and is_due(one)
            else one
            for one in self.outbox
        ]
        needed = {one.family for one in self.outbox if not one.sent.blotted}
        for family in self.parted.keys() - needed:
            self.keys.pop(family, None)

    def _first_after(self, n: int) -> int:
        return next(
            (at for at, one in enumerate(self.outbox) if one.sent.replica == self.replica and one.sent.n > n),
            len(self.outbox),
        )

    def _forget(self, cut: int) -> Former | None:
        """The county lost everything after ``cut``: what it said since is void, the log is read again."""
        self.records = {record: state for record, state in self.records.items() if state.csn <= cut}
        self.cursor = self.received = 0
        self.leaving.clear()
        self.parted = {family: (parting, None) for family, (parting, _) in self.parted.items()}
        needed = {one.family for one in self.outbox if not one.sent.blotted}
        needed |= {state.family for state in self.records.values() if state.family is not None}
        self.keys = {family: key for family, key in self.keys.items() if family in needed}
        former = lost_of_former_replicas([one.sent for one in self.outbox], self.replica, cut)
        self.outbox = [
            replace(one, sent=_at(one.sent, None))
            if one.sent.csn is not None and one.sent.csn > cut and not one.sent.blotted
            else one
            for one in self.outbox
        ]
        return former

    def _take_part(self, reply: Reply) -> None:
        """The next bytes of a snapshot; once all of them are here, what it tells, all at once."""
        if not reply.snapshots:
            self.begun = None  # what was begun is no longer what the county tells
            return
        (part,) = reply.snapshots
        if part.manifest is not None and (self.begun is None or self.begun.digest != part.digest):
            assert digest_of(part.manifest) == part.digest
            self.begun = Begun(part.digest, part.manifest, b"")
        if self.begun is None or (self.begun.digest, len(self.begun.body)) != (part.digest, part.at):
            return
        manifest = self.begun.manifest
        self.begun = self.begun._replace(body=self.begun.body + part.body)
        if len(self.begun.body) == size_of(manifest):
            for chunk in chunks_in(manifest, [self.begun.body]):
                effects = effects_in(chunk)
                self._take_page(Page(self.stream, effects, self.cursor, True))
                for body in effects:
                    for slot, values in self.squashed.get(decode(body, Effect).txn_id, {}).items():
                        self.seen[slot] = self.seen.get(slot, frozenset()) | values
            self._take_page(Page(self.stream, (), self.mechanisms.cursor_after(manifest, reply.head), False))
            self.begun = None

    def _take_page(self, page: Page) -> None:
        csn_of: dict[bytes, int] = {}
        for body in page.effects:
            effect = decode(body, Effect)
            if effect.csn <= self.cursor:
                continue
            self.cursor = effect.csn
            self.received += 1
            self.power.used()
            csn_of[effect.txn_id] = effect.csn
            for slot, values in self.led_to.get(effect.txn_id, {}).items():
                self.seen[slot] = self.seen.get(slot, frozenset()) | values
            for left in effect.left:
                if self.leaving.get(left.family) is not Parting.ERASED:
                    self.leaving[left.family] = left.parting
            for change in effect.records:
                if change.family is not None:
                    self.leaving.pop(change.family, None)
                    self.parted.pop(change.family, None)
                if change.family is not None and change.family_key is not None:
                    self.keys.setdefault(change.family, change.family_key)
                for name, siblings in change.groups.items():
                    for sibling in siblings:
                        self._note(change.record, name, bytes(sibling.value))
                state = self.records.get(change.record)
                if state is None or state.csn < effect.csn:
                    self.records[change.record] = apply_effect(state, change, effect.csn)
                self.power.used()
        self.outbox = [
            replace(one, sent=_at(one.sent, csn_of[one.txn_id])) if one.txn_id in csn_of else one
            for one in self.outbox
        ]
        self.cursor = max(self.cursor, page.cursor)

    def _go_on(self, former: Former, replica: bytes) -> None:
        """A new replica, under which the own txns from ``former.first`` on are chained again."""
        rest = self.outbox[former.first :]
        again = [one for one in rest if not one.sent.blotted]
        chained = chained_again([one.txn for one in again], genesis(replica), self._key)
        self.outbox[former.first :] = [one for one in rest if one.sent.blotted] + [
            Entry(old.txn_id, old.family, new.txn, Sent(replica, new.header.n, new.h, old.sent.csn))
            for old, new in zip(again, chained, strict=True)
        ]
        self.parents[replica] = Parent(former.replica, former.after.n, former.after.h)
        self.replica, self.has_n = replica, 0
        self.parted = {family: (parting, None) for family, (parting, _) in self.parted.items()}
        self.tip = Mark(chained[-1].header.n, chained[-1].h) if chained else Mark(0, genesis(replica))


def _at(sent: Sent, csn: int | None) -> Sent:
    return msgspec.structs.replace(sent, csn=csn)


def of_newer_vatra(op: bytes) -> bytes:
    """The op with one more element at its end, as a later version may send it."""
    assert op[0] == _ARRAY_OF_SEVEN
    return bytes([op[0] + 1]) + op[1:] + encode("more than this version knows")


_ARRAY_OF_SEVEN = 0x97
