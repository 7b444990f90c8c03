"""A county goes back to a backup: the database of that day under a new epoch, and everything after it is asked for again.

What is there is kept first, as a backup of its own, or set aside where it no longer opens. The backup is read to its end before
anything changes, and the change is one transaction: servers that run go on with the restored county, and a restore that was
interrupted did not happen. The new epoch is what makes it safe: laptops compare it, resend what the backup does not have,
and nothing anybody saw after the cut counts as seen.

Who was enrolled or revoked since the backup stays so, as far as the present database can be read. Codes that wait to be used do
not survive: the backup does not know which of them were used.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from sqlalchemy import Connection, MetaData, Row, func, insert, select, update
from sqlalchemy.exc import DatabaseError, OperationalError

from app.domain.kinds import DEVICE
from sync.server import erasing, fence, journal, snapshots, tables
from sync.server import folder as names
from sync.server.accounts import Fact, tell_commune
from sync.server.admission import new_nonce
from sync.server.backup import About, check, make_backup, pieces_of
from sync.server.catchment import called
from sync.server.colleagues import worker_fact
from sync.server.folder import CountyFolder, write_private
from sync.server.forms import tell_forms
from sync.server.log import Log
from sync.server.migrating import build
from sync.server.store import Store, StoreUnreadable, lock_county

KEPT_BEFORE = "before-restore"
"""Where in the county's folder the former database lies after a restore."""
_ACCOUNTS = (
    "commune",
    "worker",
    "device",
    "device_worker",
    "device_stream",
    "county_form",
    "sharing_agreement",
)
"""Who belongs to the county, in an order in which rows may refer to earlier ones; and what it published."""


class RestoreProblem(Exception):
    """``args[0]`` is the sentence for the office."""


class Restored(msgspec.Struct, frozen=True):
    """The county after it went back."""

    about: About
    epoch: int
    former_csn: int | None
    """How far the log had come before, None when that could not be read."""
    kept: Path | None
    """Where the former database lies now: a backup, or a folder with its files."""


class _Present(msgspec.Struct, frozen=True):
    """What of the present database outlives it."""

    epoch: int = 0
    csn: int | None = None
    accounts: Mapping[str, tuple[dict[str, Any], ...]] = {}
    journal_end: tuple[int, bytes] = (0, b"")
    kept: Path | None = None


def restore(
    folder: CountyFolder,
    backup: Path,
    *,
    private: X25519PrivateKey,
    recipient: str,
    database: str | None,
    by: str,
    now: dt.datetime,
) -> Restored:
    """Put a backup in place and begin a new epoch. BackupInvalid or RestoreProblem, and then nothing has changed."""
    about = check(backup, private, recipient)
    begun = folder.of(names.CARD).exists()
    if begun and folder.card().county != about.county:
        raise RestoreProblem(
            f"This is a backup of another county, {about.name}. Name the folder of that county with --data."
        )
    files = next(pieces_of(backup, private, recipient)).files
    _lay_out(folder, files, database)
    now_s = int(now.timestamp())
    with _database(folder, database, now) as (store, present):
        with store.rebuilding() as connection:
            _replace(connection, backup, private, recipient, about)
            _carry_over(connection, present.accounts)
            epoch = begin_epoch(connection, lock_county(connection), about.csn, now_s, above=present.epoch)
            _forget_one_time_words(connection)
            _tell_communes(connection, now_s)
            facts = {
                "backup_csn": about.csn,
                "backup_made_at": about.made_at,
                "former_epoch": present.epoch,
                "former_csn": present.csn,
                "former_journal": [present.journal_end[0], present.journal_end[1].hex()],
                "epoch": epoch,
            }
            journal.note(connection, by, "restore", facts, now_s)
        erasing.catch_up(folder, store, now_s)
    if not begun:
        write_private(folder.of(names.CARD), files[names.CARD])
    return Restored(about, epoch, present.csn, present.kept)


def begin_epoch(
    connection: Connection, county: Row[Any], agreed_csn: int, now_s: int, *, above: int = 0
) -> int:
    """Leave the present epoch at ``agreed_csn``, the last place that this log and the one laptops saw have in common.

    The new number is higher than every one known here, and not below the second it is given in: two restores of one backup on
    two new machines must not share one. Nothing is decided by that clock; a wrong one costs at most the second safeguard.
    """
    epoch: int = max(county.epoch + 1, above + 1, now_s)
    snapshots.drop(connection)
    connection.execute(insert(tables.epoch_cut).values(epoch=county.epoch, csn=agreed_csn, cut_at=now_s))
    connection.execute(
        update(tables.county).values(
            epoch=epoch,
            durable_csn=min(county.durable_csn, agreed_csn),
            doubted_csn=None,
            doubted_at=None,
            doubted_by=None,
        )
    )
    return epoch


def begin_epoch_in_place(store: Store, *, copy_made_at: int | None, by: str, now_s: int) -> tuple[int, int]:
    """A new epoch for a database that was put back by other means; returns (epoch, where it begins).

    ``copy_made_at`` is when the copy was made that lies there now: until then both histories are one. Without it nothing is
    taken for common, which is safe and costs every laptop a whole download.
    """
    with store.writing() as (connection, county):
        agreed = agreed_until(connection, copy_made_at) if copy_made_at is not None else 0
        epoch = begin_epoch(connection, county, agreed, now_s)
        facts = {"former_epoch": county.epoch, "csn": county.csn, "agreed_csn": agreed, "epoch": epoch}
        journal.note(connection, by, "new epoch", facts, now_s)
    return epoch, agreed


def agreed_until(connection: Connection, moment_s: int) -> int:
    """The last place of the log that was written before a moment."""
    before = select(func.max(tables.log.c.csn)).where(tables.log.c.received_at < moment_s)
    return connection.execute(before).scalar() or 0


def _lay_out(folder: CountyFolder, files: Mapping[str, bytes], database: str | None) -> None:
    """The files a county's folder lacks, all but the card: a folder with a card is a whole county."""
    folder.path.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, content in files.items():
        if name != names.CARD and not folder.of(name).exists():
            write_private(folder.of(name), content)
    if database and not folder.of(names.DATABASE_URL).exists():
        write_private(folder.of(names.DATABASE_URL), database.encode())


@contextmanager
def _database(
    folder: CountyFolder, database: str | None, now: dt.datetime
) -> Iterator[tuple[Store, _Present]]:
    """The database to write, and what is worth keeping of what stands in it."""
    try:
        store = folder.store_of(database)
        with _closed_on_failure(store):
            present = _read(folder, store, now)
    except (StoreUnreadable, DatabaseError) as problem:
        if isinstance(problem, OperationalError) or folder.url_of(database):
            raise  # it is busy or does not answer: that is no reason to set it aside
        present = _Present(kept=_set_aside(folder, now))
        store = Store.sqlite(folder.of(names.DATABASE), create=True)
    try:
        yield store, present
    finally:
        store.close()


@contextmanager
def _closed_on_failure(store: Store) -> Iterator[None]:
    try:
        yield
    except BaseException:
        store.close()
        raise


def _read(folder: CountyFolder, store: Store, now: dt.datetime) -> _Present:
    store.migrate()
    with store.reading() as connection:
        county = connection.execute(select(tables.county)).one_or_none()
        if county is None:
            return _Present()
        accounts = {
            name: tuple(
                dict(row) for row in connection.execute(select(tables.metadata.tables[name])).mappings()
            )
            for name in _ACCOUNTS
        }
        end = journal.end_of(connection)
    kept = make_backup(folder, store, folder.of(KEPT_BEFORE), now).path
    return _Present(county.epoch, county.csn, accounts, end, kept)


def _set_aside(folder: CountyFolder, now: dt.datetime) -> Path | None:
    """Move the files of a database that does not open into a folder of their own."""
    files = [one for one in folder.path.glob(f"{names.DATABASE}*") if one.is_file()]
    if not files:
        return None
    aside = folder.of(f"damaged-{now.astimezone(dt.UTC):%Y%m%d-%H%M%S}")
    aside.mkdir(mode=0o700)
    for file in files:
        file.rename(aside / file.name)
    return aside


def _replace(
    connection: Connection, backup: Path, private: X25519PrivateKey, recipient: str, about: About
) -> None:
    """Other tables, other rows: as they were when the backup was made, then brought up to this version."""
    former = MetaData()
    former.reflect(connection)
    fence.take_down(connection)
    former.drop_all(connection)
    build(connection, about.revision)
    then = MetaData()
    then.reflect(connection)
    for piece in pieces_of(backup, private, recipient):
        if piece.table:
            rows = [dict(zip(piece.columns, row, strict=True)) for row in piece.rows]
            connection.execute(insert(then.tables[piece.table]), rows)
    build(connection)


def _carry_over(connection: Connection, accounts: Mapping[str, tuple[dict[str, Any], ...]]) -> None:
    """Who was let in, renamed or let go since the backup: the later word counts."""
    for name, rows in accounts.items():
        table = tables.metadata.tables[name]
        for row in rows:
            same = [column == row[column.name] for column in table.primary_key.columns]
            if connection.execute(select(table).where(*same)).one_or_none() is None:
                connection.execute(insert(table).values(row))
            else:
                connection.execute(update(table).where(*same).values(row))


def _forget_one_time_words(connection: Connection) -> None:
    """Codes and nonces of that day: the backup does not know which of them were used since."""
    codes = tables.enrolment_code
    connection.execute(update(codes).where(codes.c.used_by.is_(None)).values(expires_at=0))
    for device in connection.execute(select(tables.device.c.id)).scalars().all():
        connection.execute(
            update(tables.device).where(tables.device.c.id == device).values(nonce=new_nonce())
        )


def _tell_communes(connection: Connection, now_s: int) -> None:
    """Who works where, once more: what the log said of it after the cut is gone from every laptop."""
    log = Log(connection, lock_county(connection), now_s)
    for commune in connection.execute(select(tables.commune).order_by(tables.commune.c.code)).all():
        workers, devices = tables.worker, tables.device
        facts = {
            row.id: worker_fact(commune.code, row.name, row.profession, row.status)
            for row in connection.execute(
                select(workers).where(workers.c.commune == commune.code, workers.c.status != "invited")
            )
        } | {
            row.id: Fact(DEVICE, {"name": row.name, "commune": commune.code})
            for row in connection.execute(select(devices).where(devices.c.commune == commune.code))
        }
        facts |= called(connection, commune)
        tell_commune(connection, log, commune, facts, now_s)
        tell_forms(connection, log, commune, now_s)
    log.write()
