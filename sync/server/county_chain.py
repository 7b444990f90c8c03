"""The county's own chain: what the office decides is written into the log like any save, hashed and in its place.

There is one chain per stream and epoch. Its ops belong to no family and are bound with the commune's key, so that they
outlast an erasure; they hold ids and what was decided, never a word of a record.
"""

import hashlib
from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from app.domain.ids import ID_BYTES
from sync.core.chain import Link, genesis, next_hash
from sync.protocol import Mark, Op, Txn, TxnHeader, encode
from sync.server import tables
from sync.server.log import Log, Origin, insert_replica, move_tip


class Written(msgspec.Struct, frozen=True):
    """A link at the end of the county's chain, for the log to take in."""

    link: Link
    ops: tuple[Op, ...]
    origin: Origin


def write(
    connection: Connection, log: Log, commune: Row[Any], stream: str, ops: Sequence[Op], now_s: int
) -> Written:
    """Chain a txn of the county's in a stream of ``commune``; the caller enters it into the log."""
    replica = _replica(log, stream)
    row = connection.execute(select(tables.replica).where(tables.replica.c.id == replica)).one_or_none()
    before = Mark(row.tip_n, row.tip_h) if row else Mark(0, genesis(replica))
    n = before.n + 1
    txn_id = hashlib.sha256(b"vatra/county-txn" + replica + n.to_bytes(8, "big")).digest()[:ID_BYTES]
    header = TxnHeader(txn_id, n, log.county, now_s, 0)
    txn = Txn(encode(header), tuple(encode(op) for op in ops))
    link = Link(header, txn, next_hash(before.h, txn, lambda _family: commune.key))
    origin = Origin(replica, log.county, stream, commune.code)
    tip = Mark(n, link.h)
    if row is None:
        insert_replica(connection, origin, tip, None)
    else:
        move_tip(connection, replica, tip)
    return Written(link, tuple(ops), origin)


def _replica(log: Log, stream: str) -> bytes:
    """The county's own chain in a stream; a restored county begins another one with its new epoch."""
    claim = b"vatra/county-replica" + log.county + stream.encode() + log.epoch.to_bytes(8, "big")
    return hashlib.sha256(claim).digest()[:ID_BYTES]
