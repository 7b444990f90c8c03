"""The county of a simulation: the log, chains and states in dictionaries, every decision by ``sync.core``.

An exchange is atomic: it works on a copy that becomes the county only when all of it went well.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass

from sync.core.chain import Fork, Gap, Link, genesis, links_of
from sync.core.county import LOG_GENESIS, Applied, Writer, apply_txn, log_hash, reason_to_park
from sync.core.homes import Held, Home, stream_of_save
from sync.core.ingest import Known, start_of_pull, take, verified_lineage
from sync.core.merge import Lineage, Place, RecordState, TakenOver
from sync.protocol import (
    PROTOCOL,
    Answer,
    Exchange,
    Mark,
    Op,
    Outcome,
    Page,
    Parent,
    Reply,
    Segment,
    Txn,
    decode,
    encode,
    stream_name,
)
from tests.simulation.mechanisms import Mechanisms

COMMUNE = "ro-21891"
STREAM = stream_name(COMMUNE, "team")
COMMUNE_KEY = b"commune key".ljust(32, b".")


class UnknownFamily(Exception):
    """The county lacks K_family of an op and cannot compute the chain."""


@dataclass(frozen=True)
class Row:
    """One row of the log."""

    csn: int
    replica: bytes
    answer: Answer
    txn: Txn


Watch = Callable[[Row, Sequence[Op], dict[bytes, RecordState], Applied, Lineage], None]
"""Told of every txn that is applied: its ops, the states before, what it did, and what it calls its own past."""


class County:
    """One county with one stream."""

    def __init__(self, mechanisms: Mechanisms, authors: frozenset[bytes], watch: Watch) -> None:
        self.mechanisms = mechanisms
        self.authors = authors
        self.watch = watch
        self.epoch = 1
        self.cuts: dict[int, int] = {}
        self.hash = LOG_GENESIS
        self.log: list[Row] = []
        self.known: dict[bytes, Known] = {}
        self.tips: dict[bytes, Mark] = {}
        self.parents: dict[bytes, Parent] = {}
        self.hashes: dict[tuple[bytes, int], bytes] = {}
        self.taken_over: dict[bytes, list[TakenOver]] = {}
        self.states: dict[bytes, RecordState] = {}
        self.effects: list[tuple[int, bytes, bytes]] = []
        """(csn, replica, encoded effect), in csn order."""
        self.keys: dict[bytes, bytes] = {}
        self.hidden: frozenset[int] = frozenset()
        """csn that were given out and are not committed yet; none, as long as there is one writer at a time."""

    def copy(self) -> County:
        """The county as it is now, to be gone back to."""
        other = copy(self)
        for name in ("cuts", "known", "tips", "parents", "hashes", "states", "keys"):
            setattr(other, name, dict(getattr(self, name)))
        other.log, other.effects = list(self.log), list(self.effects)
        other.taken_over = {chain: list(places) for chain, places in self.taken_over.items()}
        return other

    def become(self, other: County) -> None:
        """Go on as that copy."""
        self.__dict__.update(other.copy().__dict__)

    def restored(self, backup: County) -> None:
        """The database of an earlier day under a new epoch."""
        epoch = self.epoch + 1
        self.become(backup)
        self.cuts[self.epoch] = len(self.log)
        self.epoch = epoch
        self.hidden = frozenset()

    # one exchange

    def answer(self, asked: Exchange, device: bytes, *, late: bool = False) -> Reply:
        """The reply, everything stored; UnknownFamily and nothing stored. ``late``: the writer commits after others."""
        work = self.copy()
        reply = work._answer(asked, device, late=late)
        self.become(work)
        return reply

    def _answer(self, asked: Exchange, device: bytes, *, late: bool) -> Reply:
        before = len(self.log)
        answers: tuple[Answer, ...] = ()
        forked_at = None
        if asked.segment is not None:
            answers, forked_at = self._push(asked.segment, device)
        if late and not self.mechanisms.one_writer_at_a_time:
            self.hidden |= frozenset(range(before + 1, len(self.log) + 1))
        replica = asked.hello.replica
        tip = self.tips.get(replica, Mark(0, genesis(replica)))
        have, parted_at = self.mechanisms.common_mark(asked.hello.marks, tip, self._hashes_of(replica))
        page = self._page(asked)
        if not late:
            self.hidden = frozenset()
        return Reply(
            PROTOCOL,
            self.epoch,
            len(self.log),
            self.hash,
            have,
            forked_at if forked_at is not None else parted_at,
            answers,
            (page,),
            0,
            0,
            dict(self.cuts),
        )

    def _hashes_of(self, replica: bytes) -> Callable[[int], bytes | None]:
        return lambda n: genesis(replica) if n == 0 else self.hashes.get((replica, n))

    def _push(self, segment: Segment, device: bytes) -> tuple[tuple[Answer, ...], int | None]:
        replica = segment.replica
        tip = self.tips.get(replica, Mark(0, genesis(replica)))
        hash_at = self._hashes_of(replica)
        join = self.mechanisms.join
        met = join(segment, [], tip, hash_at)
        if isinstance(met, list):
            links = links_of(segment, self._key_of(segment))
            met = join(segment, links, tip, hash_at)
        if isinstance(met, Fork):
            return (), met.n
        if isinstance(met, Gap) or not met:
            return (), None
        return self._take(met, segment, tip, device), None

    def _key_of(self, segment: Segment) -> Callable[[bytes | None], bytes]:
        def key(family: bytes | None) -> bytes:
            if family is None:
                return COMMUNE_KEY
            found = self.keys.get(family) or segment.family_keys.get(family)
            if found is None:
                raise UnknownFamily
            return found

        return key

    def _take(self, links: list[Link], segment: Segment, tip: Mark, device: bytes) -> tuple[Answer, ...]:
        replica = segment.replica
        for family, key in segment.family_keys.items():
            self.keys.setdefault(family, key)
        if segment.parent is not None:
            self.parents.setdefault(replica, segment.parent)
        lineage = self._lineage(replica)
        adopted = [
            one
            for chain in (replica, *(p for p, _ in lineage.values()))
            for one in self.taken_over.get(chain, ())
        ]
        writer = Writer(device, STREAM, True, self.authors)
        answers = take(
            links,
            {link.header.n: [decode(op, Op) for op in link.txn.ops] for link in links},
            replica=replica,
            held_n=tip.n,
            known=self.mechanisms.known(self.known, [link.header.txn_id for link in links]),
            lineage=lineage,
            taken_over=adopted,
            ledger=_Incoming(self, replica, writer),
        )
        last = links[-1]
        if last.header.n > tip.n:
            self.tips[replica] = Mark(last.header.n, last.h)
        return answers

    def _lineage(self, replica: bytes) -> dict[bytes, tuple[bytes, int]]:
        if self.mechanisms.verifies_parents:
            return verified_lineage(
                replica,
                self.parents.get(replica),
                self.parents.get,
                lambda chain, n: self.hashes.get((chain, n)),
            )
        found: dict[bytes, tuple[bytes, int]] = {}
        current = replica
        while (parent := self.parents.get(current)) is not None and current not in found:
            found[current] = (parent.replica, parent.n)
            current = parent.replica
        return found

    def _page(self, asked: Exchange) -> Page:
        head = len(self.log)
        at = start_of_pull((asked.epoch, asked.cursors[STREAM]), self.epoch, self.cuts, head)
        skipped = None if self.mechanisms.sends_own_effects else asked.hello.replica
        sent: list[bytes] = []
        size, cursor = 0, at
        for csn, replica, body in self.effects:
            if csn <= at or csn in self.hidden or replica == skipped:
                continue
            if sent and size + len(body) > asked.max_bytes:
                return Page(STREAM, tuple(sent), cursor, True)
            sent.append(body)
            size += len(body)
            cursor = csn
        # Who reads a plain sequence takes the highest number he saw for everything below it.
        return Page(STREAM, tuple(sent), cursor if self.hidden else head, False)


@dataclass(frozen=True)
class _Incoming:
    """Takes what one segment brings into the log."""

    county: County
    replica: bytes
    writer: Writer

    def append(self, link: Link, ops: Sequence[Op], own: Lineage) -> Answer:
        county, header = self.county, link.header
        csn = len(county.log) + 1
        stream = stream_of_save(
            ops,
            self.writer.writes_to,
            self._held,
            lambda family: Home(COMMUNE) if family in county.keys else None,
            lambda base: base[1],
        )
        reason = reason_to_park(link, ops, self.writer, self._held, stream)
        outcome = Outcome.APPLIED if reason is None else Outcome.PARKED
        county.hash = log_hash(county.hash, csn, link, outcome)
        answer = Answer(header.n, header.txn_id, outcome, csn, reason)
        row = Row(csn, self.replica, answer, link.txn)
        if reason is None:
            applied = apply_txn(
                link,
                replica=self.replica,
                device=self.writer.device,
                csn=csn,
                log_hash_=county.hash,
                states=county.states,
                base_of=lambda base: county.mechanisms.seen_by(base, county.epoch, county.cuts, csn),
                own=own,
            )
            county.watch(row, ops, county.states, applied, own)
            county.states.update(applied.records)
            county.effects.append((csn, self.replica, encode(applied.effect)))
        for op in ops:
            if op.family is not None and op.family_key is not None:
                county.keys.setdefault(op.family, op.family_key)
        county.log.append(row)
        county.known[header.txn_id] = Known(answer, self.replica)
        county.hashes[self.replica, header.n] = link.h
        return answer

    def chain(self, mark: Mark, csn: int) -> None:
        row = self.county.log[csn - 1]
        self.county.hashes[self.replica, mark.n] = mark.h
        first = Place(row.replica, row.answer.n)
        self.county.taken_over.setdefault(self.replica, []).append(
            TakenOver(Place(self.replica, mark.n), first)
        )

    def _held(self, record: bytes) -> Held | None:
        state = self.county.states.get(record)
        return Held(state.kind, STREAM) if state else None
