"""Whether everything the county keeps is what was taken in: nothing changed, dropped, put in or moved.

Four things are held against each other. The log's own hashes, row by row. The chain of every replica, recomputed from what the
log says - an op of an erased family from its commitment. Every value in records and effects, with the save it came from. And the
records of each stream, with what its effects add up to; a snapshot must add up to the same. Whoever changes the database needs to
be consistent in all four, and then still meets the laptops, which remember the end of the log (``core.witness``).

Nothing is repaired here: a finding says where the county parts from its backups, and an office goes back to one of those.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, select

from app.domain.kinds import ATTACHMENT
from sync.chunks import names_of
from sync.core.chain import Link, genesis, is_blotted, next_hash
from sync.core.county import LOG_GENESIS, log_hash
from sync.core.homes import ERASURE, HAND_OVER, Erasure, HandOver
from sync.core.merge import RecordState
from sync.core.snapshot import fold
from sync.protocol import (
    Effect,
    Left,
    Op,
    Outcome,
    Parting,
    Sibling,
    Txn,
    TxnHeader,
    commune_of_stream,
    compartment_of_stream,
    decode,
    encode,
)
from sync.server import chunk_store, journal, snapshots, tables
from sync.server.log import Groups
from sync.server.store import Store, county_of

MOST_TOLD = 50
"""After so many findings nobody needs more of them."""
_ROWS_AT_ONCE = 500
_KNOWN_SAVES = 20_000
_Value = tuple[bytes, str, bytes]
"""Record, group, encoded value."""


class Finding(msgspec.Struct, frozen=True):
    """Something that does not add up: in which table, at which place, and what."""

    table: str
    place: str
    what: str


class Verified(msgspec.Struct, frozen=True):
    """What was looked at, and what was found."""

    csn: int
    saves: int
    chains: int
    effects: int
    records: int
    erased: int
    findings: tuple[Finding, ...]


class _Save(msgspec.Struct, frozen=True):
    """A save of the log, as its values are looked up."""

    csn: int
    header: TxnHeader
    values: frozenset[_Value]
    whole: bool
    """Nothing of it was erased."""
    device: bytes


def verify(store: Store) -> Verified:
    """Look through everything, at one moment; reads only."""
    with store.reading() as connection:
        return verify_moment(connection)


def verify_moment(connection: Connection) -> Verified:
    """The same, as one transaction sees it."""
    return _Verification(connection).run()


class _Verification:
    """One pass; findings are collected, up to ``MOST_TOLD``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._findings: list[Finding] = []
        self._communes = {row.code: row.key for row in connection.execute(select(tables.commune))}
        self._replicas = {row.id: row for row in connection.execute(select(tables.replica))}
        self._keys = {row.id: row.key for row in connection.execute(select(tables.family))}
        self._decided = {row.csn: row.txn_id for row in connection.execute(select(tables.decision))}
        self._erased = {row.id: row.csn for row in connection.execute(select(tables.erased_family))}
        self._compartment_of: dict[int, str] = {}
        """csn -> compartment of the chain it came in."""
        self._left: defaultdict[bytes, dict[str, int]] = defaultdict(dict)
        """Family -> commune -> csn at which it last left it."""
        self._first_key: dict[bytes, bytes] = {}
        self._told: dict[int, frozenset[str]] = {}
        """csn of an act about a family -> the streams that are told."""
        self._hashes: dict[int, bytes] = {}
        self._named: dict[tuple[bytes, bytes], str] = {}
        """(family, name) of the chunks that attachments name -> the stream they belong to."""
        self._save = lru_cache(_KNOWN_SAVES)(self._look_up)

    def run(self) -> Verified:
        saves = self._log()
        chains = self._chains()
        effects = self._effects()
        records = self._records()
        for place, what in chunk_store.wrong(self._connection, self._named):
            self._tell("chunk", place, what)
        self._accounts()
        for stream, what in snapshots.doubts(self._connection, self._hashes):
            self._tell("snapshot", stream, what)
        county = county_of(self._connection)
        found = tuple(self._findings[:MOST_TOLD])
        return Verified(county.csn, saves, chains, effects, records, len(self._erased), found)

    def _tell(self, table: str, place: object, what: str) -> None:
        self._findings.append(Finding(table, str(place), what))

    # the log

    def _log(self) -> int:
        """Dense, each hash over the one before, its end where the county's row says."""
        log, chain = tables.log, tables.chain
        rows = self._rows(
            select(log, chain.c.h)
            .join_from(log, chain, (chain.c.replica == log.c.replica) & (chain.c.n == log.c.n), isouter=True)
            .order_by(log.c.csn)
        )
        before, last = LOG_GENESIS, 0
        for row in rows:
            if row.csn != last + 1:
                self._tell("log", row.csn, f"stands after {last}")
            try:
                self._log_row(row, before)
            except (ValueError, KeyError):
                self._tell("log", row.csn, "cannot be read")
            before, last = row.log_hash, row.csn
            self._hashes[row.csn] = row.log_hash
            origin = self._replicas.get(row.replica)
            self._compartment_of[row.csn] = compartment_of_stream(origin.stream) if origin else ""
        county = county_of(self._connection)
        if (county.csn, county.log_hash) != (last, before):
            self._tell("county", county.csn, f"is not the end of the log, which is {last}")
        return last

    def _log_row(self, row: Row[Any], before: bytes) -> None:
        txn = decode(row.txn, Txn)
        header = decode(txn.header, TxnHeader)
        if (header.txn_id, header.n) != (row.txn_id, row.n):
            self._tell("log", row.csn, "bears the name of another save")
        hashed = log_hash(before, row.csn, Link(header, txn, row.h or b""), Outcome(row.outcome))
        if hashed != row.log_hash:
            self._tell("log", row.csn, "does not follow from what is before it")
        blots = sum(map(is_blotted, txn.ops))
        by_order = row.erased_csn in (*self._erased.values(), row.csn if row.outcome == Outcome.ERASED else 0)
        if bool(blots) != by_order or bool(blots) != (row.erased_csn is not None):
            self._tell("log", row.csn, "was blotted without an order, or an order left it as it was")
        if (row.reason is not None) != (row.outcome == Outcome.PARKED):
            self._tell("log", row.csn, "has a reason that is none")
        for op in (decode(one, Op) for one in txn.ops if not is_blotted(one)):
            if op.kind == HAND_OVER:
                self._told[row.csn] = frozenset(decode(op.groups[HAND_OVER], HandOver).streams)
                self._left[op.record][commune_of_stream(self._replicas[row.replica].stream)] = row.csn
            if op.kind == ERASURE:
                self._told[row.csn] = frozenset(decode(op.groups[ERASURE], Erasure).streams)
            if op.kind == ERASURE and self._erased.get(op.record) != row.csn:
                self._tell("erased_family", op.record.hex(), f"was erased at {row.csn}")
            if op.family is not None:
                self._family(row.csn, op.family, op.family_key)

    def _family(self, csn: int, family: bytes, key: bytes | None) -> None:
        if family in self._erased:
            self._tell("log", csn, "speaks of a family that was erased")
        elif family not in self._keys:
            self._tell("family", family.hex(), f"is missing, and save {csn} speaks of it")
        elif key is not None and self._first_key.setdefault(family, key) != self._keys[family]:
            self._tell("family", family.hex(), f"has another key than save {csn} gave it")

    # the chains

    def _chains(self) -> int:
        """Every place of every chain, recomputed from what the log keeps of its save."""
        chain, log = tables.chain, tables.log
        rows = self._rows(
            select(chain, log.c.txn)
            .join_from(chain, log, chain.c.csn == log.c.csn, isouter=True)
            .order_by(chain.c.replica, chain.c.n)
        )
        tips: dict[bytes, tuple[int, bytes]] = {}
        for row in rows:
            n, h = tips.get(row.replica, (0, genesis(row.replica)))
            try:
                follows = (row.n, row.h) == (n + 1, self._next(row, h))
            except (ValueError, KeyError, TypeError):
                follows = False
            if not follows:
                self._tell("chain", f"{row.replica.hex()} {row.n}", "does not follow from what is before it")
            tips[row.replica] = (row.n, row.h)
        for replica, row in self._replicas.items():
            if tips.get(replica) != (row.tip_n, row.tip_h):
                self._tell("replica", replica.hex(), "does not end where its chain ends")
        return len(tips)

    def _next(self, row: Row[Any], before: bytes) -> bytes:
        txn = decode(row.txn, Txn)
        header = decode(txn.header, TxnHeader)
        if header.n != row.n:  # chained again, under a later replica
            txn = Txn(encode(msgspec.structs.replace(header, n=row.n)), txn.ops)
        commune = self._communes[commune_of_stream(self._replicas[row.replica].stream)]
        return next_hash(before, txn, lambda family: commune if family is None else self._keys[family])

    # what is told

    def _effects(self) -> int:
        """Each effect says what its save said; those of a stream add up to its records."""
        streams: defaultdict[int, set[str]] = defaultdict(set)
        folded: defaultdict[str, dict[bytes, RecordState]] = defaultdict(dict)
        count = 0
        effect = tables.effect
        for row in self._rows(select(effect).order_by(effect.c.csn, effect.c.stream)):
            count += 1
            streams[row.csn].add(row.stream)
            try:
                body = decode(row.body, Effect)
                self._effect(row, body)
                fold(folded[row.stream], body)
            except (ValueError, KeyError):
                self._tell("effect", f"{row.stream} {row.csn}", "cannot be read")
        applied = select(tables.log.c.csn).where(tables.log.c.outcome == Outcome.APPLIED.value)
        for csn in self._connection.execute(applied).scalars():
            if not streams[csn] or not self._told.get(csn, frozenset()) <= streams[csn]:
                self._tell("effect", csn, "is missing")
        self._folded = folded
        return count

    def _effect(self, row: Row[Any], effect: Effect) -> None:
        place = f"{row.stream} {row.csn}"
        log = tables.log.c
        txn_id, received = self._connection.execute(
            select(log.txn_id, log.txn).where(log.csn == row.csn)
        ).one_or_none() or (b"", b"")
        approved = self._decided.get(row.csn)
        if (effect.csn, effect.log_hash) != (row.csn, self._hashes.get(row.csn)) or effect.txn_id not in (
            txn_id,
            approved,
        ):
            self._tell("effect", place, "is another's")
            return
        self._check_teller(place, effect, received)
        for one in effect.records:
            if self._left.get(one.family or b"", {}).get(commune_of_stream(row.stream), 0) > row.csn:
                self._tell("effect", place, "tells of a family that left")
            for name, siblings in one.groups.items():
                for sibling in siblings:
                    self._sibling("effect", place, one.record, name, sibling)
        if approved is None and received:
            self._check_whole(row, effect, received)

    def _check_teller(self, place: str, effect: Effect, received: bytes) -> None:
        header = decode(decode(received, Txn).header, TxnHeader) if received else None
        if header is not None and header.txn_id == effect.txn_id:
            at_s = header.wall_s + (header.clock_offset_s or 0)
            if (effect.author, effect.at_s) != (header.author, at_s):
                self._tell("effect", place, "names another author or moment")

    def _check_whole(self, row: Row[Any], effect: Effect, received: bytes) -> None:
        """Every record that the save wrote is there, but for families that left the stream since."""
        ops = [decode(one, Op) for one in decode(received, Txn).ops if not is_blotted(one)]
        if row.csn in self._told:
            self._check_act(row, effect, ops[0])
            return
        commune = commune_of_stream(row.stream)
        if (
            commune not in self._communes
            or compartment_of_stream(row.stream) != self._compartment_of[row.csn]
        ):
            self._tell("effect", f"{row.stream} {row.csn}", "stands where nobody wrote it")
        told = {one.record: set(one.groups) for one in effect.records}
        for op in ops:
            gone = self._left.get(op.family or b"", {}).get(commune, 0) > row.csn
            if not gone and not op.groups.keys() <= told.get(op.record, set()):
                self._tell("effect", f"{row.stream} {row.csn}", "does not tell all that was saved")

    def _check_act(self, row: Row[Any], effect: Effect, op: Op) -> None:
        """What the office decided about a family, as each stream is told it."""
        arrives = False
        left = Left(op.record, Parting.ERASED)
        if op.kind == HAND_OVER:
            said = decode(op.groups[HAND_OVER], HandOver)
            arrives = commune_of_stream(row.stream) == said.to
            left = Left(op.record, Parting.HANDED_OVER, said.to_name)
        expected = () if arrives else (left,)
        if row.stream not in self._told[row.csn] or effect.left != expected or bool(effect.records) > arrives:
            self._tell("effect", f"{row.stream} {row.csn}", "is not what the office decided")

    def _records(self) -> int:
        count = 0
        table = tables.record
        for row in self._rows(select(table).order_by(table.c.id)):
            count += 1
            try:
                state = RecordState(row.kind, row.family, row.csn, decode(row.groups, Groups))
                for name, siblings in state.groups.items():
                    for sibling in siblings:
                        self._sibling("record", row.id.hex(), row.id, name, sibling)
            except (ValueError, KeyError):
                self._tell("record", row.id.hex(), "cannot be read")
                continue
            for blob in state.groups.get("blob", ()) if state.kind == ATTACHMENT.name else ():
                names = names_of(decode(blob.value, dict[str, Any]))
                self._named.update({(row.family, name): row.stream for name in names})
            if self._folded[row.stream].pop(row.id, None) != state:
                self._tell("record", row.id.hex(), "is not what its effects add up to")
        for stream, missing in self._folded.items():
            for record in missing:
                self._tell("record", record.hex(), f"is missing in {stream}")
        return count

    def _sibling(self, table: str, place: str, record: bytes, group: str, sibling: Sibling) -> None:
        save = self._save(sibling.replica, sibling.n)
        if save is None:
            self._tell(table, place, "holds a value that no save brought")
            return
        header = save.header
        at_s = header.wall_s + (header.clock_offset_s or 0)
        said = (record, group, bytes(sibling.value)) in save.values or not save.whole
        approved = self._decided.get(sibling.csn) == header.txn_id
        if (
            not said
            or (sibling.author, sibling.device, sibling.at_s) != (header.author, save.device, at_s)
            or not (sibling.csn == save.csn or approved)
            or sibling.base >= sibling.csn
        ):
            self._tell(table, place, f"holds a value that save {save.csn} did not bring")

    def _look_up(self, replica: bytes, n: int) -> _Save | None:
        chain, log = tables.chain, tables.log
        row = self._connection.execute(
            select(log.c.csn, log.c.txn, log.c.replica, log.c.n)
            .join_from(chain, log, chain.c.csn == log.c.csn)
            .where(chain.c.replica == replica, chain.c.n == n)
        ).one_or_none()
        if row is None or (row.replica, row.n) != (replica, n):
            return None
        txn = decode(row.txn, Txn)
        ops = [decode(one, Op) for one in txn.ops if not is_blotted(one)]
        values = frozenset((op.record, name, bytes(value)) for op in ops for name, value in op.groups.items())
        device = self._replicas[replica].device
        return _Save(row.csn, decode(txn.header, TxnHeader), values, len(ops) == len(txn.ops), device)

    # beside the log

    def _accounts(self) -> None:
        """Where families belong, and the journal of the office."""
        homes = self._rows(
            select(tables.record.c.family, tables.record.c.stream, tables.family.c.commune)
            .join_from(tables.record, tables.family, tables.family.c.id == tables.record.c.family)
            .order_by(tables.record.c.id)
        )
        for row in homes:
            if commune_of_stream(row.stream) != row.commune:
                self._tell("family", row.family.hex(), f"has a record in {row.stream}")
        departures = tables.family_departure
        known: set[tuple[bytes, str]] = set()
        for row in self._connection.execute(select(departures)):
            if self._left.get(row.family, {}).get(row.commune) != row.csn:
                self._tell("family_departure", row.family.hex(), "is not in the log")
            known.add((row.family, row.commune))
        for row in self._connection.execute(select(tables.family)):
            for commune in self._left.get(row.id, {}).keys() - {row.commune}:
                if (row.id, commune) not in known:
                    self._tell("family_departure", row.id.hex(), f"is missing for {commune}")
        for family in self._erased:
            if self._keys.get(family) is not None:
                self._tell("family", family.hex(), "was erased and has a key")
        noted = {entry.facts.get("csn") for entry in journal.entries(self._connection)}
        for csn in sorted((self._told.keys() | self._decided.keys()) - noted):
            self._tell("office_act", csn, "is missing for what the log says the office decided")
        broken = journal.first_broken(self._connection)
        if broken is not None:
            self._tell("office_act", broken, "does not follow from what is before it")

    def _rows(self, query: Select[Any]) -> Iterator[Row[Any]]:
        """The rows of a query, some at a time."""
        with self._connection.execute(query.execution_options(yield_per=_ROWS_AT_ONCE)) as result:
            yield from result
