"""The county's log inside one writing transaction: places are given out, merged and written together.

A ``Log`` lives as long as the transaction that holds the county's lock. It reads the records that are touched once,
merges in memory and writes everything in ``write()``; a request that fails before leaves no trace, not even a csn.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, bindparam, insert, select, update

from sync.chunks import names_in
from sync.core.chain import KeyOfFamily, Link, blotted
from sync.core.county import apply_txn, log_hash
from sync.core.homes import Held, Home
from sync.core.ingest import seen_by
from sync.core.merge import Lineage, RecordState
from sync.protocol import (
    Answer,
    Effect,
    Mark,
    Op,
    Outcome,
    Parent,
    Sibling,
    commune_of_stream,
    decode,
    encode,
)
from sync.server import chunk_store, tables
from sync.server.store import chunks, put_rows

Groups = dict[str, tuple[Sibling, ...]]
Effects = Callable[[int, bytes], Mapping[str, Effect]]
"""What an act of the county itself tells which stream, from its csn and log hash."""


class Origin(msgspec.Struct, frozen=True):
    """Where txns come from: the chain they stand in and who brought them into which stream."""

    replica: bytes
    device: bytes
    stream: str
    commune: str


class Log:
    """The end of the log under the county's lock."""

    def __init__(self, connection: Connection, county: Row[Any], now_s: int) -> None:
        self._connection = connection
        self.county: bytes = county.id
        self.epoch: int = county.epoch
        self.csn: int = county.csn
        self.hash: bytes = county.log_hash
        self._now_s = now_s
        self._cuts = cuts_of(connection)
        self._states: dict[bytes, RecordState] = {}
        self._streams: dict[bytes, str] = {}
        self._stored: set[bytes] = set()
        self._touched: dict[bytes, None] = {}
        self._homes: dict[bytes, Home] = {}
        self._keys: dict[bytes, bytes] = {}
        self._erased: set[bytes] = set()
        self._named: dict[tuple[bytes, bytes], chunk_store.Expected] = {}
        self._rows: dict[str, list[dict[str, Any]]] = {"log": [], "chain": [], "effect": [], "family": []}

    def load(self, records: Iterable[bytes], families: Iterable[bytes]) -> None:
        """Read what the coming txns touch."""
        wanted = dict.fromkeys(families)
        for ids in chunks([one for one in dict.fromkeys(records) if one not in self._stored]):
            for row in self._connection.execute(select(tables.record).where(tables.record.c.id.in_(ids))):
                self._hold(row)
                if row.family is not None:
                    wanted[row.family] = None
        self._load_families(wanted)

    def load_family(self, family: bytes) -> tuple[bytes, ...]:
        """Read a family with all its records; their ids."""
        of_family = (tables.record.c.family == family) | (tables.record.c.id == family)
        rows = self._connection.execute(select(tables.record).where(of_family).order_by(tables.record.c.id))
        held = tuple(self._hold(row) for row in rows)
        self._load_families([family])
        return held

    def _hold(self, row: Row[Any]) -> bytes:
        self._states[row.id] = state_of(row)
        self._streams[row.id] = row.stream
        self._stored.add(row.id)
        return bytes(row.id)

    def _load_families(self, families: Iterable[bytes]) -> None:
        for ids in chunks([one for one in families if one not in self._keys]):
            for row in self._connection.execute(select(tables.family).where(tables.family.c.id.in_(ids))):
                self._homes[row.id] = Home(row.commune)
                self._keys[row.id] = row.key
            gone = tables.erased_family.c.id
            self._erased.update(self._connection.execute(select(gone).where(gone.in_(ids))).scalars())
            left = tables.family_departure
            for row in self._connection.execute(select(left).where(left.c.family.in_(ids))):
                if row.family in self._homes:
                    home = self._homes[row.family]
                    self._homes[row.family] = Home(home.commune, {**home.left_at, row.commune: row.csn})

    def record(self, record: bytes) -> Held | None:
        state = self._states.get(record)
        return Held(state.kind, self._streams[record], state.family) if state else None

    def state(self, record: bytes) -> RecordState | None:
        return self._states.get(record)

    def is_erased(self, ops: Sequence[Op]) -> bool:
        """Whether all of a save is about families that were erased by order."""
        return bool(ops) and all(op.family in self._erased or op.record in self._erased for op in ops)

    def home_of(self, family: bytes) -> Home | None:
        return self._homes.get(family)

    def seen(self, base: tuple[int, int]) -> int:
        """What the author of the next txn had seen, of what he says he saw."""
        return seen_by(base, self.epoch, self._cuts, self.csn + 1)

    def key_of(self, family: bytes) -> bytes | None:
        return self._keys.get(family)

    def append(
        self,
        link: Link,
        ops: Sequence[Op],
        origin: Origin,
        own: Lineage,
        reason: str | None,
        stream: str | None = None,
    ) -> Answer:
        """Give a txn the next place: applied in ``stream`` (None: its origin's), or parked for ``reason``."""
        place = stream or origin.stream
        self._expect(ops, chunk_store.Expected(place, applied=reason is None))
        if reason is None:
            self._apply(link, origin, place, own, self._next(link, Outcome.APPLIED))
        for op in ops:
            if op.family is not None and op.family_key is not None:
                self.keep_family(op.family, op.family_key, commune_of_stream(place))
        return self._enter(link, origin, Outcome.APPLIED if reason is None else Outcome.PARKED, reason)

    def move(self, records: Iterable[bytes], stream: str, csn: int) -> None:
        """Records belong to another stream from ``csn`` on."""
        for record in records:
            self._states[record] = msgspec.structs.replace(self._states[record], csn=csn)
            self._streams[record] = stream
            self._touched[record] = None

    def append_erased(self, link: Link, origin: Origin, key_of_family: KeyOfFamily) -> Answer:
        """A save of a family that was erased before it arrived gets its place, and not a word of it is kept."""
        kept = msgspec.structs.replace(link, txn=blotted(link.txn, lambda _op: True, key_of_family))
        return self._enter(kept, origin, Outcome.ERASED, None)

    def act(self, link: Link, origin: Origin, effects: Effects) -> Answer:
        """Enter an act of the county itself, and tell each stream what it means there."""
        csn, hash_ = self._next(link, Outcome.APPLIED)
        for stream, effect in effects(csn, hash_).items():
            self._tell(stream, effect)
        return self._enter(link, origin, Outcome.APPLIED, None)

    def approve(
        self, decision: Link, by: Origin, parked: Link, origin: Origin, stream: str, own: Lineage
    ) -> Answer:
        """Enter the county's decision to apply a save it had kept aside: merged now, as its author wrote it then."""
        self._expect([decode(op, Op) for op in parked.txn.ops], chunk_store.Expected(stream, applied=True))
        self._apply(parked, origin, stream, own, self._next(decision, Outcome.APPLIED))
        return self._enter(decision, by, Outcome.APPLIED, None)

    def _expect(self, ops: Iterable[Op], where: chunk_store.Expected) -> None:
        """The chunks of attachments that a save names will come."""
        for op in ops:
            if op.family is not None and op.family not in self._erased:
                self._named.update({(op.family, name): where for name in names_in(op)})

    def _next(self, link: Link, outcome: Outcome) -> tuple[int, bytes]:
        return self.csn + 1, log_hash(self.hash, self.csn + 1, link, outcome)

    def _tell(self, stream: str, effect: Effect) -> None:
        self._rows["effect"].append({"stream": stream, "csn": effect.csn, "body": encode(effect)})

    def _enter(self, link: Link, origin: Origin, outcome: Outcome, reason: str | None) -> Answer:
        csn, hash_ = self._next(link, outcome)
        header = link.header
        self._rows["log"].append(
            {
                "csn": csn,
                "log_hash": hash_,
                "txn_id": header.txn_id,
                "replica": origin.replica,
                "n": header.n,
                "outcome": outcome.value,
                "reason": reason,
                "txn": encode(link.txn),
                "received_at": self._now_s,
                "erased_csn": csn if outcome is Outcome.ERASED else None,
            }
        )
        self.csn, self.hash = csn, hash_
        self.chain(origin.replica, Mark(header.n, link.h), csn)
        return Answer(header.n, header.txn_id, outcome, csn, reason)

    def chain(self, replica: bytes, mark: Mark, csn: int) -> None:
        """Note where a place of a chain stands in the log."""
        self._rows["chain"].append({"replica": replica, "n": mark.n, "h": mark.h, "csn": csn})

    def write(self) -> None:
        """Write everything; the county's row last."""
        put = self._connection.execute
        for name in ("log", "chain", "effect", "family"):
            if self._rows[name]:
                put_rows(self._connection, tables.metadata.tables[name], self._rows[name])
        new = [self._row_of(record) for record in self._touched if record not in self._stored]
        known = [self._row_of(record) for record in self._touched if record in self._stored]
        if new:
            put_rows(self._connection, tables.record, new)
        if known:
            put(_UPDATE_RECORD, [{f"new_{name}": value for name, value in row.items()} for row in known])
        chunk_store.expect(self._connection, self._named)
        put(update(tables.county).values(csn=self.csn, log_hash=self.hash))

    def _apply(self, link: Link, origin: Origin, stream: str, own: Lineage, at: tuple[int, bytes]) -> None:
        csn, hash_ = at
        applied = apply_txn(
            link,
            replica=origin.replica,
            device=origin.device,
            csn=csn,
            log_hash_=hash_,
            states=self._states,
            base_of=self.seen,
            own=own,
        )
        for record, state in applied.records.items():
            self._states[record] = state
            self._streams.setdefault(record, stream)
            self._touched[record] = None
        self._tell(stream, applied.effect)

    def keep_family(self, family: bytes, key: bytes, commune: str) -> None:
        """Note K_family of a family; the first one stands."""
        if family not in self._keys and family not in self._erased:
            self._keys[family] = key
            self._homes[family] = Home(commune)
            self._rows["family"].append({"id": family, "commune": commune, "key": key})

    def _row_of(self, record: bytes) -> dict[str, Any]:
        state = self._states[record]
        return {
            "id": record,
            "kind": state.kind,
            "family": state.family,
            "stream": self._streams[record],
            "csn": state.csn,
            "groups": encode(state.groups),
        }


_UPDATE_RECORD = (
    update(tables.record)
    .where(tables.record.c.id == bindparam("new_id"))
    .values({name: bindparam(f"new_{name}") for name in ("kind", "family", "stream", "csn", "groups")})
)


def state_of(row: Row[Any]) -> RecordState:
    """A row of ``record`` as the merge sees it."""
    return RecordState(row.kind, row.family, row.csn, decode(row.groups, Groups))


def cuts_of(connection: Connection) -> dict[int, int]:
    """Former epoch -> csn at which it was cut."""
    return {row.epoch: row.csn for row in connection.execute(select(tables.epoch_cut))}


def insert_replica(connection: Connection, origin: Origin, tip: Mark, parent: Parent | None) -> None:
    """A chain begins."""
    connection.execute(
        insert(tables.replica).values(
            id=origin.replica,
            device=origin.device,
            stream=origin.stream,
            tip_n=tip.n,
            tip_h=tip.h,
            parent=parent.replica if parent else None,
            parent_n=parent.n if parent else None,
            parent_h=parent.h if parent else None,
            forks=0,
        )
    )


def move_tip(connection: Connection, replica: bytes, tip: Mark) -> None:
    """The newest place of a chain."""
    connection.execute(
        update(tables.replica).where(tables.replica.c.id == replica).values(tip_n=tip.n, tip_h=tip.h)
    )
