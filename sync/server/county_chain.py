"""The county's own chain (``sync.core.acts``) in the database."""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from sync.core.acts import link_of_act, replica_of_acts
from sync.core.chain import Link, genesis
from sync.protocol import Mark, Op
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
    replica = replica_of_acts(log.county, stream, log.epoch)
    row = connection.execute(select(tables.replica).where(tables.replica.c.id == replica)).one_or_none()
    before = Mark(row.tip_n, row.tip_h) if row else Mark(0, genesis(replica))
    link = link_of_act(log.county, replica, before, ops, commune.key, now_s)
    origin = Origin(replica, log.county, stream, commune.code)
    tip = Mark(link.header.n, link.h)
    if row is None:
        insert_replica(connection, origin, tip, None)
    else:
        move_tip(connection, replica, tip)
    return Written(link, tuple(ops), origin)
