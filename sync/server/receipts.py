"""Receipts as the county computes them: from its log, never from what a laptop says.

Nothing is stored for them. ``found`` looks for a code that somebody reads out; ``receipts_of`` answers a laptop about its own.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from sync.core.receipt import Receipt, Saved, day_of, is_work, receipts
from sync.protocol import Op, Outcome, ProtocolError, Txn, TxnHeader, decode
from sync.server import tables
from sync.server.store import county_of

_ROWS_AT_ONCE = 500


class Found(msgspec.Struct, frozen=True):
    """A code that the county vouches for: whose it is, and how much of that day the county holds by now."""

    device: bytes
    worker: bytes
    receipt: Receipt
    saves_of_day: int
    last_received_at: int


class _Day(msgspec.Struct):
    saves: list[Saved]
    last_received_at: int = 0


def found(connection: Connection, code: str, device: bytes | None = None) -> Found | None:
    """The receipt with this code, None when the county holds no such set of saves; ``device`` narrows the search."""
    county = county_of(connection)
    for (of_device, worker, day), held in _days(connection, county.country, device).items():
        for receipt in receipts(county.id, of_device, worker, day, held.saves):
            if receipt.code == code:
                return Found(of_device, worker, receipt, len(held.saves), held.last_received_at)
    return None


def receipts_of(
    connection: Connection, county: Row[Any], device: bytes, worker: bytes, day: int
) -> Receipt | None:
    """The newest receipt of a worker's day on a laptop, None when the county holds nothing of it."""
    held = _days(connection, county.country, device).get((device, worker, day))
    if held is None:
        return None
    *_earlier, last = receipts(county.id, device, worker, day, held.saves)
    return last


def _days(connection: Connection, country: str, device: bytes | None) -> dict[tuple[bytes, bytes, int], _Day]:
    """(device, worker, day) -> the saves the county holds, never none."""
    days: defaultdict[tuple[bytes, bytes, int], _Day] = defaultdict(lambda: _Day([]))
    for row, header in _saves(connection, device):
        day = days[row.device, header.author, day_of(header.wall_s, country)]
        day.saves.append(Saved(header.wall_s, row.txn_id, row.outcome == Outcome.PARKED.value))
        day.last_received_at = max(day.last_received_at, row.received_at)
    return days


def _saves(connection: Connection, device: bytes | None) -> Iterator[tuple[Any, TxnHeader]]:
    log, chain = tables.log, tables.replica
    wanted = (
        select(log.c.txn_id, log.c.txn, log.c.outcome, log.c.received_at, chain.c.device)
        .join(chain, chain.c.id == log.c.replica)
        .order_by(log.c.csn)
    )
    if device is not None:
        wanted = wanted.where(chain.c.device == device)
    for row in connection.execute(wanted, execution_options={"yield_per": _ROWS_AT_ONCE}):
        try:
            txn = decode(row.txn, Txn)
            if is_work({decode(op, Op).kind for op in txn.ops}):
                yield row, decode(txn.header, TxnHeader)
        except ProtocolError:
            continue  # erased, or never readable: no laptop counts it either
