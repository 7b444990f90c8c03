"""What the office did to its county: a chained journal beside the log, so that no act can be taken back unseen.

An entry says when, who, what, and ids and numbers; never a name or a word of a record. Each is hashed with the one before:
an entry that was changed, left out or put in no longer adds up.
"""

import hashlib
from collections.abc import Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, insert, select

from sync.protocol import decode, encode
from sync.server import tables

GENESIS = hashlib.sha256(b"vatra/journal/genesis").digest()
LONGEST_NAME = 100


class Entry(msgspec.Struct, frozen=True):
    """One act: ``by`` is the account or the name the operator gave, ``facts`` are ids in hex and numbers."""

    n: int
    at: int
    by: str
    act: str
    facts: dict[str, Any]


def note(connection: Connection, by: str, act: str, facts: Mapping[str, Any], now_s: int) -> None:
    """Write an act at the end of the journal; inside a writing transaction, under the county's lock."""
    last, before = end_of(connection)
    n, name, encoded = last + 1, " ".join(by.split())[:LONGEST_NAME], encode(dict(facts))
    connection.execute(
        insert(tables.office_act).values(
            n=n, at=now_s, by=name, act=act, facts=encoded, h=_hash(before, n, now_s, name, act, encoded)
        )
    )


def end_of(connection: Connection) -> tuple[int, bytes]:
    """Number and hash of the last entry."""
    table = tables.office_act
    last = connection.execute(select(table.c.n, table.c.h).order_by(table.c.n.desc()).limit(1)).one_or_none()
    return (last.n, last.h) if last else (0, GENESIS)


def entries(connection: Connection) -> tuple[Entry, ...]:
    """The journal from its beginning."""
    rows = connection.execute(select(tables.office_act).order_by(tables.office_act.c.n))
    return tuple(Entry(row.n, row.at, row.by, row.act, decode(row.facts, dict[str, Any])) for row in rows)


def first_broken(connection: Connection) -> int | None:
    """The first place where the journal does not add up, None when all of it does."""
    before = GENESIS
    rows = connection.execute(select(tables.office_act).order_by(tables.office_act.c.n))
    for place, row in enumerate(rows, 1):
        if row.n != place or row.h != _hash(before, row.n, row.at, row.by, row.act, row.facts):
            return place
        before = row.h
    return None


def _hash(before: bytes, n: int, at: int, by: str, act: str, facts: bytes) -> bytes:
    return hashlib.sha256(b"vatra/journal/1" + before + encode((n, at, by, act, facts))).digest()
