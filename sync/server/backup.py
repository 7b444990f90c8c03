"""The county's backup: one sealed file with the whole database and the county's keys, the same for both databases.

It opens with the county's own exchange key, and with the recovery key that only two share holders together have; so it may
lie on any disk, and a county whose server burned down comes back from one file and two people. A backup counts when it was
read again to its end and holds what its head says; then, and only then, laptops are told that their saves are covered.
"""

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from sqlalchemy import Connection, Table, select, update

from app.keys.card import CountyCard
from sync.protocol import decode, encode
from sync.server import folder as names
from sync.server import tables
from sync.server.erasing import ORDERS
from sync.server.folder import CountyFolder
from sync.server.sealed import SealedFile, SealedFileInvalid, write_sealed
from sync.server.store import Store, county_of, revision_of
from sync.wire import TooLarge, pack, unpack

WHAT = "county-backup/1"
SUFFIX = ".vatra-backup"
BY_COUNTY, BY_RECOVERY = "county", "recovery"
KEPT = 14
_ROWS_AT_ONCE = 500
_PIECE_BYTES = 2 * 1024 * 1024
_MOST_PIECE_BYTES = 32 * 1024 * 1024
FILES = (
    names.SIGN_KEY,
    names.EXCHANGE_KEY,
    names.ROOT_KEY,
    names.ROOT,
    names.SERVER_KEY,
    names.SERVER,
    names.CARD,
)
"""What makes the folder a county; the card last, as when it was founded."""


class About(msgspec.Struct, frozen=True):
    """What a backup says of itself, readable without a key."""

    what: str
    county: bytes
    name: str
    recovery_key: bytes
    """The public half of the key that two shares give."""
    made_at: int
    epoch: int
    csn: int
    log_hash: bytes
    revision: str


class Piece(msgspec.Struct, frozen=True):
    """A part of the backup: rows of one table, or the county's files in ``files``."""

    table: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Any, ...], ...] = ()
    files: dict[str, bytes] = {}


class BackupInvalid(Exception):
    """``args[0]``: ``format``, ``key`` or ``content``."""


class Made(msgspec.Struct, frozen=True):
    """A verified backup."""

    path: Path
    about: About
    size_bytes: int


def make_backup(folder: CountyFolder, store: Store, to: Path, now: dt.datetime) -> Made:
    """Write ``county-MOMENT.vatra-backup`` into the folder ``to``, read it again, and say that it covers the log."""
    card = folder.card()
    to.mkdir(mode=0o700, parents=True, exist_ok=True)
    final = to / f"county-{now.astimezone(dt.UTC):%Y%m%d-%H%M%S}{SUFFIX}"
    part = final.with_name(final.name + ".part")
    try:
        with store.reading() as connection:
            about = _about(connection, card, now)
            _write(part, about, card, _pieces(folder, connection))
        check(part, folder.exchange_key(), BY_COUNTY)
        part.rename(final)
        _sync(to)
    finally:
        part.unlink(missing_ok=True)
    with store.writing() as (connection, county):
        if (county.epoch, county.csn >= about.csn) == (about.epoch, True):
            connection.execute(update(tables.county).values(durable_csn=about.csn))
    return Made(final, about, final.stat().st_size)


def backups(of: Path) -> list[Path]:
    """The backups in a folder, newest first."""
    return sorted(of.glob(f"county-*{SUFFIX}"), reverse=True) if of.is_dir() else []


def drop_old(of: Path, kept: int) -> int:
    """Delete all but the newest ``kept``; returns how many went."""
    old = backups(of)[kept:]
    for path in old:
        path.unlink()
    return len(old)


def read_about(path: Path) -> About:
    """What the head of a backup says; BackupInvalid for any other file."""
    try:
        about = decode(SealedFile(path).about, About)
    except (SealedFileInvalid, ValueError):
        raise BackupInvalid("format") from None
    if about.what != WHAT:
        raise BackupInvalid("format")
    return about


def pieces_of(path: Path, private: X25519PrivateKey, recipient: str) -> Iterator[Piece]:
    """The pieces of a backup, to its end; BackupInvalid where it is not whole."""
    try:
        sealed = SealedFile(path)
        for body in sealed.pieces(sealed.key_for(recipient, private)):
            yield decode(unpack(body[1:], "zstd" if body[:1] == b"z" else None, _MOST_PIECE_BYTES), Piece)
    except SealedFileInvalid as problem:
        raise BackupInvalid(str(problem)) from None
    except (TooLarge, ValueError):
        raise BackupInvalid("content") from None


def check(path: Path, private: X25519PrivateKey, recipient: str) -> About:
    """Read a backup to its end and compare it with its head; BackupInvalid unless it is all there."""
    about, saves, hash_ = read_about(path), 0, b""
    county: tuple[Any, ...] | None = None
    for piece in pieces_of(path, private, recipient):
        if piece.table == "log":
            saves += len(piece.rows)
        if piece.table == "county":
            row = dict(zip(piece.columns, piece.rows[0], strict=True))
            county = (row["id"], row["epoch"], row["csn"])
            hash_ = row["log_hash"]
    if (county, saves, hash_) != ((about.county, about.epoch, about.csn), about.csn, about.log_hash):
        raise BackupInvalid("content")
    return about


def _about(connection: Connection, card: CountyCard, now: dt.datetime) -> About:
    row, revision = county_of(connection), revision_of(connection)
    assert revision is not None
    return About(
        what=WHAT,
        county=row.id,
        name=row.name,
        recovery_key=card.recovery_key,
        made_at=int(now.timestamp()),
        epoch=row.epoch,
        csn=row.csn,
        log_hash=row.log_hash,
        revision=revision,
    )


def _write(part: Path, about: About, card: CountyCard, pieces: Iterator[Piece]) -> None:
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as out:
        recipients = {BY_COUNTY: card.exchange_key, BY_RECOVERY: card.recovery_key}
        write_sealed(out, about, recipients, (_body(piece) for piece in pieces))
        out.flush()
        os.fsync(out.fileno())


def _body(piece: Piece) -> bytes:
    packed, encoding = pack(encode(piece))
    return (b"z" if encoding else b"-") + packed


def _pieces(folder: CountyFolder, connection: Connection) -> Iterator[Piece]:
    orders = [ORDERS] if folder.of(ORDERS).exists() else []
    yield Piece(files={name: folder.of(name).read_bytes() for name in (*orders, *FILES)})
    for table in tables.metadata.sorted_tables:
        if table.name in tables.DERIVED:
            continue
        columns = tuple(str(column.name) for column in table.columns)
        for rows in _rows(connection, table):
            yield Piece(str(table.name), columns, rows)


def _rows(connection: Connection, table: Table) -> Iterator[tuple[tuple[Any, ...], ...]]:
    """All rows of a table, in pieces of a few megabytes."""
    read = connection.execute(
        select(table).order_by(*table.primary_key.columns), execution_options={"yield_per": _ROWS_AT_ONCE}
    )
    some: list[tuple[Any, ...]] = []
    size = 0
    for row in read:
        some.append(tuple(row))
        size += sum(len(value) for value in row if isinstance(value, bytes | str))
        if len(some) >= _ROWS_AT_ONCE or size >= _PIECE_BYTES:
            yield tuple(some)
            some, size = [], 0
    if some:
        yield tuple(some)


def _sync(folder: Path) -> None:
    if os.name == "nt":
        return  # a folder cannot be flushed there
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
