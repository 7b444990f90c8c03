"""A family is erased by order: its words and its key go, the hashes stay and still add up.

The order is kept in a file of the county's folder first, by ids only: a county that goes back to a backup erases again before
it answers anybody. In the log each op about the family becomes its commitment; the key it was made with is gone, so that
nothing can be linked or guessed. Records and the effects that told of them go, and every stream that ever held the family
hears of it, so that laptops wipe it with their next sync. What a laptop still brings of it is answered ERASED and not kept.

Backups made before hold the family until they are deleted; ``scrub`` overwrites what the database itself has put aside.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, delete, insert, select, text, update

from app.domain.access import TEAM, compartments
from app.domain.ids import ID_BYTES
from sync.core.chain import KeyOfFamily, blotted
from sync.core.homes import ERASURE, Erasure, erase, is_about
from sync.protocol import Effect, Op, Txn, commune_of_stream, decode, encode, raw, stream_name
from sync.server import chunk_store, county_chain, journal, tables, uploads
from sync.server.accounts import AccountProblem
from sync.server.folder import CountyFolder, write_private
from sync.server.handing_over import ROWS_AT_ONCE, forget_in_stream
from sync.server.log import Log
from sync.server.store import Store

ORDERS = "erasures"
"""The file of the orders in the county's folder."""
LONGEST_REFERENCE = 100
_SCRUBBED = (
    "log",
    "effect",
    "record",
    "snapshot",
    "snapshot_chunk",
    "upload",
    "chunk",
    "family",
    "family_departure",
)


class Order(msgspec.Struct, frozen=True):
    """One order, as its line in the file; ``communes`` are those that ever had the family."""

    family: str
    communes: tuple[str, ...]
    reference: str
    by: str


class Erased(msgspec.Struct, frozen=True):
    """What an erasure did."""

    family: bytes
    records: int
    saves: int
    csn: int


def erase_family(
    folder: CountyFolder, store: Store, family: bytes, reference: str, by: str, now_s: int
) -> Erased:
    """Erase a family by an order, whose ``reference`` (number and date, no names) is kept. AccountProblem when it is not known
    or was erased already.
    """
    with store.writing() as (connection, county):
        log = Log(connection, county, now_s)
        log.load_family(family)
        home = log.home_of(family)
        if home is None:
            raise AccountProblem(f"There is no family {family.hex()} in this county.")
        words = " ".join(reference.split())[:LONGEST_REFERENCE]
        order = Order(family.hex(), (home.commune, *sorted(home.left_at)), words, by)
        _keep(folder.of(ORDERS), order)
        erased = _carry_out(connection, log, order, now_s)
    scrub(store)
    return erased


def catch_up(folder: CountyFolder, store: Store, now_s: int) -> int:
    """Carry out the orders that this database does not know of, as after it went back to a backup; how many."""
    done = 0
    for order in orders(folder):
        with store.writing() as (connection, county):
            table = tables.erased_family
            known = select(table.c.id).where(table.c.id == bytes.fromhex(order.family))
            if connection.execute(known).one_or_none() is None:
                _carry_out(connection, Log(connection, county, now_s), order, now_s)
                done += 1
    if done:
        scrub(store)
    return done


def orders(folder: CountyFolder) -> tuple[Order, ...]:
    """The orders given so far, oldest first."""
    file = folder.of(ORDERS)
    lines = file.read_bytes().splitlines() if file.exists() else []
    return tuple(msgspec.json.decode(line, type=Order) for line in lines)


def scrub(store: Store) -> None:
    """Leave nothing of what was deleted in the database's files: SQLite overwrites as it deletes, and its log goes into the
    file; PostgreSQL writes the tables anew, for which laptops wait some seconds.
    """
    with store.engine.connect() as plain:
        connection = plain.execution_options(isolation_level="AUTOCOMMIT")
        if store.engine.dialect.name == "postgresql":
            for name in _SCRUBBED:
                connection.execute(text(f"VACUUM (FULL) {tables.metadata.tables[name].name}"))
        else:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def _keep(file: Path, order: Order) -> None:
    """Before anything is erased: the order outlives any restore."""
    before = file.read_bytes() if file.exists() else b""
    write_private(file, before + msgspec.json.encode(order) + b"\n", replace=True)


def _carry_out(connection: Connection, log: Log, order: Order, now_s: int) -> Erased:
    family = bytes.fromhex(order.family)
    if len(family) != ID_BYTES:
        raise AccountProblem(f"'{order.family}' is no id of a family.")
    records = log.load_family(family)
    home = log.home_of(family)
    # A backup may have put it where it was not when the order was given.
    since = (home.commune, *home.left_at) if home else ()
    blots, wrote = _blots(connection, log, family, records)
    streams = sorted(
        {stream_name(code, name) for code in {*order.communes, *since} for name in compartments()} | wrote
    )
    csn = _enter(connection, log, family, streams, order, now_s)
    if blots:
        connection.execute(_UPDATE_LOG, [{**one, "by_csn": csn} for one in blots])
    for stream in streams:
        forget_in_stream(connection, stream, family)
    of_family = tables.record.c.id.in_(records) if records else tables.record.c.family == family
    connection.execute(delete(tables.record).where(of_family))
    chunk_store.erase(connection, family)
    connection.execute(delete(tables.family).where(tables.family.c.id == family))
    connection.execute(delete(tables.family_departure).where(tables.family_departure.c.family == family))
    uploads.drop(connection)
    connection.execute(insert(tables.erased_family).values(id=family, csn=csn))
    facts = {"family": order.family, "reference": order.reference, "csn": csn, "saves": len(blots)}
    journal.note(connection, order.by, ERASURE, facts, now_s)
    return Erased(family, len(records), len(blots), csn)


def _enter(
    connection: Connection,
    log: Log,
    family: bytes,
    streams: Sequence[str],
    order: Order,
    now_s: int,
) -> int:
    code = commune_of_stream(streams[0])
    commune = connection.execute(select(tables.commune).where(tables.commune.c.code == code)).one()
    value = raw(Erasure(order.reference, tuple(streams)))
    op = Op(ERASURE, family, None, 1, (log.epoch, log.csn), {ERASURE: value})
    said = county_chain.write(connection, log, commune, stream_name(commune.code, TEAM), [op], now_s)

    def effects(csn: int, log_hash: bytes) -> dict[str, Effect]:
        told = Effect(csn, log_hash, said.link.header.txn_id, log.county, log.county, now_s, ())
        return erase(told, family, streams)

    csn = log.act(said.link, said.origin, effects).csn
    log.write()
    return csn


def _keys(log: Log, commune_key: bytes) -> KeyOfFamily:
    def key_of_family(family: bytes | None) -> bytes:
        key = commune_key if family is None else log.key_of(family)
        if key is None:
            raise AccountProblem("The key of a family is lost: what the log says of it cannot be erased.")
        return key

    return key_of_family


def _blots(
    connection: Connection, log: Log, family: bytes, records: Iterable[bytes]
) -> tuple[list[dict[str, Any]], set[str]]:
    """The rows of the log in which every op about the family becomes its commitment, and the streams they were pushed in: who
    wrote about it without ever having had it must hear, too.
    """
    of_family = frozenset(records)
    changed: list[dict[str, Any]] = []
    wrote: set[str] = set()
    table, after = tables.log, 0

    communes = {row.code: row.key for row in connection.execute(select(tables.commune))}
    columns = (table.c.csn, table.c.txn, tables.replica.c.stream)
    in_order = select(*columns).join_from(table, tables.replica).order_by(table.c.csn).limit(ROWS_AT_ONCE)
    while True:
        rows = connection.execute(in_order.where(table.c.csn > after)).all()
        for row in rows:
            txn = decode(row.txn, Txn)
            key_of_family = _keys(log, communes[commune_of_stream(row.stream)])
            kept = blotted(txn, lambda op: is_about(op, family, of_family), key_of_family)
            if kept != txn:
                changed.append({"at_csn": row.csn, "new_txn": encode(kept)})
                wrote.add(row.stream)
        if len(rows) < ROWS_AT_ONCE:
            return changed, wrote
        after = rows[-1].csn


_UPDATE_LOG = (
    update(tables.log)
    .where(tables.log.c.csn == bindparam("at_csn"))
    .values(txn=bindparam("new_txn"), erased_csn=bindparam("by_csn"))
)
