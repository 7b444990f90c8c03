"""The county of a simulation: the log, chains and states in dictionaries, every decision by ``sync.core``.

An exchange is atomic: it works on a copy that becomes the county only when all of it went well.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Sequence
from copy import copy
from dataclasses import dataclass, replace
from typing import NamedTuple

import msgspec

from app.domain.access import TEAM, compartments
from app.domain.ids import ID_BYTES
from app.domain.kinds import ELSEWHERE
from sync.core.acts import link_of_act, replica_of_acts
from sync.core.chain import Fork, Gap, KeyOfFamily, Link, blotted, genesis, links_of
from sync.core.county import LOG_GENESIS, Applied, Writer, apply_txn, log_hash
from sync.core.homes import (
    ERASURE,
    HAND_OVER,
    Erasure,
    HandOver,
    Held,
    Home,
    erase,
    hand_over,
    is_about,
    is_of,
    stream_of_save,
    streams_of_hand_over,
    without_family,
)
from sync.core.ingest import Known, start_of_pull, take, verified_lineage
from sync.core.merge import Lineage, Place, RecordState, TakenOver, own_chain
from sync.core.snapshot import Squash, chunk_of, digest_of, manifest_claim
from sync.protocol import (
    PROTOCOL,
    Answer,
    Effect,
    Exchange,
    Left,
    Manifest,
    Mark,
    Op,
    Outcome,
    Page,
    Parent,
    Parting,
    Reply,
    Segment,
    SnapshotPart,
    Txn,
    commune_of_stream,
    decode,
    encode,
    raw,
    stream_name,
)
from tests.simulation.mechanisms import Mechanisms
from tests.simulation.power import Power, PowerCut

COMMUNES = {"ro-21891": "Colonești", "ro-22999": "Corbasca"}
STREAMS = {code: stream_name(code, TEAM) for code in COMMUNES}
COUNTY = b"simulated county"
NAME, PROFESSION = "x", "nurse"
"""Of every worker."""
COMMUNE_KEY = b"commune key".ljust(32, b".")
NOW_S = 1_790_000_000
FAR_BEHIND = 0.5
SMALLEST_PART_BYTES = 2_000
_FRAME_OF_ONE_SEGMENT = bytes.fromhex("28b52ffda0")
_RAW_BLOCK_BYTES = 1 << 16
BACKUPS_KEPT = 3
"""A county goes back to one of its newest backups; what all of them hold is durable."""


class UnknownFamily(Exception):
    """The county lacks K_family of an op and cannot compute the chain."""


@dataclass(frozen=True)
class Row:
    """One row of the log."""

    csn: int
    replica: bytes
    answer: Answer
    txn: Txn
    h: bytes
    log_hash: bytes
    hashed_as: Outcome
    """What the outcome was when the row was hashed; the answer may say ERASED by now."""


class Snapshot(NamedTuple):
    """The log of a stream, squashed."""

    manifest: Manifest
    body: bytes
    effects: tuple[Effect, ...]


class Told(NamedTuple):
    """An effect as a stream tells it."""

    csn: int
    replica: bytes
    body: bytes


Watch = Callable[[Row, Sequence[Op], dict[bytes, RecordState], Applied, Lineage], None]
"""Told of every txn that is applied: its ops, the states before, what it did, and what it calls its own past."""


class County:
    """One county with two communes, each with one stream."""

    def __init__(
        self, mechanisms: Mechanisms, power: Power, authors: dict[str, frozenset[bytes]], watch: Watch
    ) -> None:
        self.mechanisms, self.power = mechanisms, power
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
        self.stream_of: dict[bytes, str] = {}
        """Replica -> where it writes."""
        self.streams: dict[bytes, str] = {}
        """Record -> where it is told."""
        self.homes: dict[bytes, Home] = {}
        self.erased: frozenset[bytes] = frozenset()
        self.durable_csn = 0
        self.effects: dict[str, list[Told]] = {
            stream_name(code, name): [] for code in COMMUNES for name in compartments()
        }
        self.keys: dict[bytes, bytes] = {}
        self.snapshots: dict[str, Snapshot] = {}
        self.hidden: frozenset[int] = frozenset()
        """csn that were given out and are not committed yet; none, as long as there is one writer at a time."""

    def copy(self) -> County:
        """The county as it is now, to be gone back to."""
        other = copy(self)
        for name in (
            "cuts",
            "known",
            "tips",
            "parents",
            "hashes",
            "states",
            "stream_of",
            "streams",
            "homes",
            "keys",
            "snapshots",
        ):
            setattr(other, name, dict(getattr(self, name)))
        other.log = list(self.log)
        other.effects = {stream: list(told) for stream, told in self.effects.items()}
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
        self.snapshots.clear()
        self.hidden = frozenset()

    # one exchange

    def answer(self, asked: Exchange, device: bytes, *, late: bool = False) -> Reply:
        """The reply, everything stored; UnknownFamily or PowerCut and nothing stored. ``late``: the writer commits after others."""
        work = self.copy()
        try:
            reply = work._answer(asked, device, late=late)
        except PowerCut:
            if not self.mechanisms.county_transaction:
                self.become(work)
            raise
        self.become(work)
        return reply

    def _answer(self, asked: Exchange, device: bytes, *, late: bool) -> Reply:
        before = len(self.log)
        answers: tuple[Answer, ...] = ()
        forked_at = None
        if asked.segment is not None:
            answers, forked_at = self._push(asked.segment, device, asked.hello.stream)
        if late and not self.mechanisms.one_writer_at_a_time:
            self.hidden |= frozenset(range(before + 1, len(self.log) + 1))
        replica = asked.hello.replica
        tip = self.tips.get(replica, Mark(0, genesis(replica)))
        have, parted_at = self.mechanisms.common_mark(asked.hello.marks, tip, self._hashes_of(replica))
        (stream,) = asked.cursors
        part = self._part(asked, stream)
        page = self._page(asked, stream) if part is None else Page(stream, (), asked.cursors[stream], True)
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
            self.durable_csn,
            dict(self.cuts),
            snapshots=(part,) if part is not None else (),
        )

    def _hashes_of(self, replica: bytes) -> Callable[[int], bytes | None]:
        return lambda n: genesis(replica) if n == 0 else self.hashes.get((replica, n))

    def _push(self, segment: Segment, device: bytes, stream: str) -> tuple[tuple[Answer, ...], int | None]:
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
        return self._take(met, segment, tip, device, stream), None

    def _key_of(self, segment: Segment) -> Callable[[bytes | None], bytes]:
        def key(family: bytes | None) -> bytes:
            if family is None:
                return COMMUNE_KEY
            found = self.keys.get(family) or segment.family_keys.get(family)
            if found is None:
                raise UnknownFamily
            return found

        return key

    def _take(
        self, links: list[Link], segment: Segment, tip: Mark, device: bytes, stream: str
    ) -> tuple[Answer, ...]:
        replica = segment.replica
        self.stream_of[replica] = stream
        for family, key in sorted(segment.family_keys.items()):
            self.keep_family(family, key, commune_of_stream(stream))
        if segment.parent is not None:
            self.parents.setdefault(replica, segment.parent)
        lineage = self._lineage(replica)
        adopted = [
            one
            for chain in (replica, *(p for p, _ in lineage.values()))
            for one in self.taken_over.get(chain, ())
        ]
        writer = Writer(device, stream, True, self.authors[commune_of_stream(stream)])
        answers = take(
            links,
            {link.header.n: [decode(op, Op) for op in link.txn.ops] for link in links},
            replica=replica,
            held_n=tip.n,
            known=self.mechanisms.known(self.known, [link.header.txn_id for link in links]),
            lineage=lineage,
            taken_over=adopted,
            ledger=_Incoming(self, replica, writer, self._key_of(segment)),
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

    def keep_family(self, family: bytes, key: bytes, commune: str) -> None:
        if family not in self.keys and family not in self.erased:
            self.keys[family] = key
            self.homes[family] = Home(commune)

    # what the office does

    def hand_over(self, family: bytes, to: str) -> None:
        """A family moves, with everything that belongs to it."""
        home, key = self.homes[family], self.keys[family]
        held = {record: state for record, state in self.states.items() if is_of(family, record, state.family)}
        left = Left(family, Parting.HANDED_OVER, COMMUNES[to])
        parts = {name: held if name == TEAM else {} for name in compartments()}
        streams = streams_of_hand_over(home.commune, to, parts)
        value = raw(HandOver(to, COMMUNES[to], streams))
        csn = self._act(
            home.commune,
            Op(HAND_OVER, family, None, 1, (self.epoch, len(self.log)), {HAND_OVER: value}),
            lambda told: hand_over(told, left, home.commune, to, parts, key),
        )
        for record, state in held.items():
            self.states[record] = msgspec.structs.replace(state, csn=csn)
            self.streams[record] = STREAMS[to]
        left_at = {commune: at for commune, at in home.left_at.items() if commune != to}
        self.homes[family] = Home(to, {**left_at, home.commune: csn})
        self._tell_who_worked_there(home.commune, to)
        for name in compartments():
            self._forget_in(stream_name(home.commune, name), family)

    def _tell_who_worked_there(self, old: str, new: str) -> None:
        """The names behind what came along, as records of the county in the new commune; once for each worker."""
        told = {
            hashlib.sha256(b"vatra/elsewhere" + new.encode() + worker).digest()[:ID_BYTES]: raw(
                {"worker": worker, "name": NAME, "profession": PROFESSION}
            )
            for worker in sorted(self.authors[old])
        }
        base = (self.epoch, len(self.log))
        group = ELSEWHERE.groups[0].name
        ops = [
            Op(ELSEWHERE.name, record, None, 1, base, {group: value})
            for record, value in told.items()
            if record not in self.states
        ]
        if not ops:
            return
        link, replica = self._of_the_county(new, ops)
        csn = len(self.log)
        applied = apply_txn(
            link,
            replica=replica,
            device=COUNTY,
            csn=csn,
            log_hash_=self.hash,
            states=self.states,
            base_of=lambda of: self.mechanisms.seen_by(of, self.epoch, self.cuts, csn),
            own=own_chain(replica, link.header.n, {}),
        )
        self.states.update(applied.records)
        self.streams.update(dict.fromkeys(applied.records, STREAMS[new]))
        self.effects[STREAMS[new]].append(Told(csn, replica, encode(applied.effect)))

    def communes_of(self, family: bytes) -> tuple[str, ...]:
        """Every commune that ever had the family."""
        home = self.homes[family]
        return (home.commune, *sorted(home.left_at))

    def erase(self, family: bytes, communes: Sequence[str], order: str) -> None:
        """A family is erased by order."""
        held = {record for record, state in self.states.items() if is_of(family, record, state.family)}
        log = [self._blotted(row, family, held) for row in self.log]
        wrote = {
            self.stream_of[row.replica] for row, kept in zip(self.log, log, strict=True) if kept is not row
        }
        had = {stream_name(commune, name) for commune in communes for name in compartments()}
        streams = sorted(had | wrote)
        self.log = log
        self._act(
            commune_of_stream(streams[0]),
            Op(
                ERASURE,
                family,
                None,
                1,
                (self.epoch, len(self.log)),
                {ERASURE: raw(Erasure(order, tuple(streams)))},
            ),
            lambda told: erase(told, family, streams),
        )
        for stream in streams:
            self._forget_in(stream, family)
        for record in held:
            del self.states[record], self.streams[record]
        self.keys.pop(family, None)
        self.homes.pop(family, None)
        self.erased |= {family}

    def _blotted(self, row: Row, family: bytes, held: Collection[bytes]) -> Row:
        txn = blotted(row.txn, lambda op: is_about(op, family, held), lambda one: self.keys[one or b""])
        if txn == row.txn:
            return row
        answer = msgspec.structs.replace(row.answer, outcome=Outcome.ERASED)
        self.known[row.answer.txn_id] = Known(answer, row.replica)
        return replace(row, txn=txn, answer=answer)

    def _act(self, commune: str, op: Op, effects: Callable[[Effect], dict[str, Effect]]) -> int:
        link, replica = self._of_the_county(commune, [op])
        csn = len(self.log)
        told = Effect(csn, self.hash, link.header.txn_id, COUNTY, COUNTY, NOW_S, ())
        for of_stream, effect in effects(told).items():
            self.effects[of_stream].append(Told(csn, replica, encode(effect)))
        return csn

    def _of_the_county(self, commune: str, ops: Sequence[Op]) -> tuple[Link, bytes]:
        """A txn of the county's own, which has its place in the log, and its chain."""
        replica = replica_of_acts(COUNTY, STREAMS[commune], self.epoch)
        before = self.tips.get(replica, Mark(0, genesis(replica)))
        link = link_of_act(COUNTY, replica, before, ops, COMMUNE_KEY, NOW_S)
        self.tips[replica] = Mark(link.header.n, link.h)
        self.enter(link, replica, Outcome.APPLIED, None)
        return link, replica

    def enter(self, link: Link, replica: bytes, outcome: Outcome, reason: str | None) -> Answer:
        """Give a txn the next place of the log."""
        header, csn = link.header, len(self.log) + 1
        self.hash = log_hash(self.hash, csn, link, outcome)
        answer = Answer(header.n, header.txn_id, outcome, csn, reason)
        self.log.append(Row(csn, replica, answer, link.txn, link.h, self.hash, outcome))
        self.known[header.txn_id] = Known(answer, replica)
        self.hashes[replica, header.n] = link.h
        self.power.used()
        return answer

    def _forget_in(self, stream: str, family: bytes) -> None:
        if self.mechanisms.drops_snapshots:
            self.snapshots.pop(stream, None)
        if self.mechanisms.streams_forget:
            self.effects[stream] = [
                told._replace(body=without_family(told.body, family) or told.body)
                for told in self.effects[stream]
            ]

    # snapshots

    def make_snapshot(self, stream: str) -> None:
        """In place of an older one."""
        states = {record: state for record, state in self.states.items() if self.streams[record] == stream}
        squash = Squash()
        effects = tuple(
            self.mechanisms.squashed(squash, decode(told.body, Effect), states)
            for told in self.effects[stream]
        )
        chunks = [_framed(encode([encode(effect) for effect in effects]))] if effects else []
        named = tuple(map(chunk_of, chunks))
        claim = manifest_claim(COUNTY, stream, self.epoch, len(self.log), self.hash, named)
        # In place of a signature, what it would be over.
        manifest = Manifest(stream, self.epoch, len(self.log), self.hash, named, claim)
        self.snapshots[stream] = Snapshot(manifest, b"".join(chunks), effects)

    def _part(self, asked: Exchange, stream: str) -> SnapshotPart | None:
        held = self.snapshots.get(stream)
        if held is None or asked.snapshots is None:
            return None
        digest, begun = digest_of(held.manifest), asked.snapshots.get(stream)
        limit = max(SMALLEST_PART_BYTES, asked.max_bytes)
        if begun is not None and begun.digest == digest:
            return SnapshotPart(stream, digest, begun.at, held.body[begun.at : begun.at + limit])
        cursor = start_of_pull((asked.epoch, asked.cursors[stream]), self.epoch, self.cuts, len(self.log))
        lacks = sum(told.csn > cursor for told in self.effects[stream])
        if held.manifest.csn <= cursor or lacks < FAR_BEHIND * len(self.effects[stream]):
            return None
        return SnapshotPart(stream, digest, 0, held.body[:limit], held.manifest)

    def _page(self, asked: Exchange, stream: str) -> Page:
        head = len(self.log)
        at = start_of_pull((asked.epoch, asked.cursors[stream]), self.epoch, self.cuts, head)
        skipped = None if self.mechanisms.sends_own_effects else asked.hello.replica
        sent: list[bytes] = []
        size, cursor = 0, at
        for csn, replica, body in self.mechanisms.effects_for(stream, self.effects):
            if csn <= at or csn in self.hidden or replica == skipped:
                continue
            if sent and size + len(body) > asked.max_bytes:
                return Page(stream, tuple(sent), cursor, True)
            sent.append(body)
            size += len(body)
            cursor = csn
        # Who reads a plain sequence takes the highest number he saw for everything below it.
        return Page(stream, tuple(sent), cursor if self.hidden else head, False)


def _framed(message: bytes) -> bytes:
    """One zstd frame of raw blocks. How far words can be packed depends on the words: then what people write elsewhere would change
    how many requests their laptop needs, and two worlds could not be compared.
    """
    pieces = [message[at : at + _RAW_BLOCK_BYTES] for at in range(0, len(message), _RAW_BLOCK_BYTES)]
    last = len(pieces) - 1
    blocks = [
        (len(piece) << 3 | (number == last)).to_bytes(3, "little") + piece
        for number, piece in enumerate(pieces)
    ]
    return _FRAME_OF_ONE_SEGMENT + len(message).to_bytes(4, "little") + b"".join(blocks)


@dataclass(frozen=True)
class _Incoming:
    """Takes what one segment brings into the log."""

    county: County
    replica: bytes
    writer: Writer
    key_of_family: KeyOfFamily

    def append(self, link: Link, ops: Sequence[Op], own: Lineage) -> Answer:
        county = self.county
        if ops and all(op.family in county.erased for op in ops):
            kept = msgspec.structs.replace(link, txn=blotted(link.txn, lambda _op: True, self.key_of_family))
            return county.enter(kept, self.replica, Outcome.ERASED, None)
        csn = len(county.log) + 1

        def seen(base: tuple[int, int]) -> int:
            return county.mechanisms.seen_by(base, county.epoch, county.cuts, csn)

        place = stream_of_save(ops, self.writer.writes_to, self._held, county.homes.get, seen)
        reason = county.mechanisms.reason_to_park(
            link, ops, self.writer, self._held, place, county.states.get, seen
        )
        stream = place or self.writer.stream
        outcome = Outcome.APPLIED if reason is None else Outcome.PARKED
        before = county.states
        answer = county.enter(link, self.replica, outcome, reason)
        if reason is None:
            applied = county.mechanisms.applied(
                apply_txn(
                    link,
                    replica=self.replica,
                    device=self.writer.device,
                    csn=csn,
                    log_hash_=county.hash,
                    states=before,
                    base_of=seen,
                    own=own,
                )
            )
            county.watch(county.log[-1], ops, before, applied, own)
            county.states.update(applied.records)
            for record in applied.records:
                county.streams.setdefault(record, stream)
            county.power.used()
            county.effects[stream].append(Told(csn, self.replica, encode(applied.effect)))
        for op in ops:
            if op.family is not None and op.family_key is not None:
                county.keep_family(op.family, op.family_key, commune_of_stream(stream))
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
        return Held(state.kind, self.county.streams[record], state.family) if state else None
