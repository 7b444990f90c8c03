"""Putting a verified backup in the place of a store that cannot be opened; what was there is kept.

Nothing is written over. The backup is copied into a folder of its own, opened there with every check and given a new
replica, so that no place of the former chain is ever used again with other content. Only then do the old files move to
``damaged-YYYYMMDD-HHMMSS`` - the database first, so that a log never lies beside a database it does not belong to - and the
new ones into their place, the head file first, so that a store without its head is never seen. Each rename is synced. After
a cut at any place the vault either opens as it was or says that a file is missing, and restoring can be done again: the
backup stays where it is. No data key leaves this module.
"""

import datetime as dt
import os
import shutil
from pathlib import Path

import msgspec

from app.errors import (
    BackupMissing,
    KeyringDamaged,
    SavedWorkMissing,
    VatraError,
    VaultDamaged,
    VaultForeign,
    VaultMissing,
)
from app.keys.keyring import Keyring
from storage.backup import BackupNote, backup_name, backups, open_backup, read_note
from storage.compartment import Compartment
from storage.driver import Connection
from storage.durable import sync_folder, write_whole
from storage.faults import told_as_ours
from storage.head import Head
from storage.keyring_file import NAMES, read_keyring, read_keyring_copy, write_keyring
from storage.opening import backup_recipient, check_pages, connect, head_file, open_store, store_path
from storage.vault import unlock_keys, vault_locked
from sync.protocol import Mark

STAGING = "restoring"
DAMAGE = (VaultDamaged, VaultForeign, VaultMissing, SavedWorkMissing)
"""What a backup is the way out of; a full disk or a newer Vatra is not."""
_UNUSABLE = (VaultDamaged, VaultForeign, VaultMissing, KeyringDamaged)
_STORE_SUFFIXES = (".db", ".db-wal", ".db-journal", ".db-shm", ".db-wal.kept", ".head")


class Restored(msgspec.Struct, frozen=True):
    """A compartment that was restored: from which backup, and where the former files are."""

    compartment: str
    backup: Path
    made_at: int
    set_aside: Path


def restore_damaged(
    folder: Path, worker_id: bytes, passphrase: str, moment: dt.datetime | None = None
) -> tuple[Restored, ...]:
    """Restore every compartment of this worker that does not open, each from its newest backup that does.

    Empty when all open. BackupMissing when there is none to restore from; WrongPassphrase, VaultInUse, and disk errors.
    """
    at = moment or dt.datetime.now(dt.UTC)
    with vault_locked(folder):
        unlocked = unlock_keys(folder, worker_id, passphrase)
        try:
            vault = unlocked.keyring.vault
            former = unlocked.former_keys
            return tuple(
                restore_newest(folder, name, vault, data_key, at, former.get(name))
                for name, data_key in unlocked.data_keys.items()
                if not _opens(folder, name, vault, data_key, former.get(name))
            )
        finally:
            unlocked.zero()


def restore_chosen(
    folder: Path, worker_id: bytes, passphrase: str, backup: Path, moment: dt.datetime | None = None
) -> Restored:
    """Go back to this backup, whether or not its compartment opens. BackupMissing when it is none of this vault that
    this worker may open; otherwise as ``restore_damaged``.
    """
    at = moment or dt.datetime.now(dt.UTC)
    with vault_locked(folder):
        unlocked = unlock_keys(folder, worker_id, passphrase)
        try:
            name = read_note(backup).compartment
            if name not in unlocked.data_keys:
                raise BackupMissing(tried=1)
            data_key, former_key = unlocked.data_keys[name], unlocked.former_keys.get(name)
            return restore_store(folder, name, unlocked.keyring.vault, data_key, backup, at, former_key)
        except _UNUSABLE as problem:
            raise BackupMissing(tried=1) from problem
        finally:
            unlocked.zero()


def restore_keyring(folder: Path, moment: dt.datetime | None = None) -> Keyring:
    """The keyring, brought back from the copy beside the backups when neither of the pair can be read.

    The damaged pair is copied away before it is replaced, one after the other: there is no moment without a keyring that
    was there before. VaultMissing without a copy, KeyringDamaged when the copy cannot be verified either.
    """
    with vault_locked(folder):
        try:
            return read_keyring(folder)
        except (VaultMissing, KeyringDamaged):
            keyring = read_keyring_copy(folder)
        with told_as_ours("keyring"):
            damaged = [folder / name for name in NAMES if (folder / name).is_file()]
            if damaged:
                aside = _new_folder(folder, moment or dt.datetime.now(dt.UTC))
                for path in damaged:
                    write_whole(aside / path.name, path.read_bytes())
            write_keyring(folder, keyring)
        return keyring


def restore_newest(
    folder: Path,
    compartment: str,
    vault: bytes,
    data_key: bytearray,
    moment: dt.datetime,
    former_key: bytearray | None = None,
) -> Restored:
    """Restore one compartment from its newest backup that opens. The caller holds the lock and zeroes the keys.

    ``former_key`` is given while a rotation is not ended: the backups are still sealed to it.
    """
    known = backups(folder / "backups", compartment)
    for path in known:
        try:
            return restore_store(folder, compartment, vault, data_key, path, moment, former_key)
        except _UNUSABLE:
            continue
    raise BackupMissing(part=compartment, tried=len(known))


def restore_store(
    folder: Path,
    compartment: str,
    vault: bytes,
    data_key: bytearray,
    backup: Path,
    moment: dt.datetime,
    former_key: bytearray | None = None,
) -> Restored:
    """Restore one compartment from this backup, under ``data_key``. As ``restore_newest``, and

    What ``open_backup`` and ``open_store`` raise, before any file of the old store is touched; disk errors.
    """
    staging = folder / STAGING
    with told_as_ours(compartment):
        if staging.exists():
            shutil.rmtree(staging)
        staging.mkdir(mode=0o700)
        try:
            note = _stage(staging, compartment, vault, data_key, backup, moment, former_key)
        except VatraError:
            # A copy that cannot be used must not keep the space of the next one.
            shutil.rmtree(staging, ignore_errors=True)
            raise
        aside = _new_folder(folder, moment)
        for suffix in _STORE_SUFFIXES:
            _move(folder / f"{compartment}{suffix}", aside)
        _move(staging / f"{compartment}.head", folder)
        _move(store_path(staging, compartment), folder)
        shutil.rmtree(staging)
        _check_opens(folder, compartment, vault, data_key)
        _set_aside_newer(folder / "backups", compartment, note.made_at, aside)
    return Restored(compartment, backup, note.made_at, aside)


def _stage(
    staging: Path,
    compartment: str,
    vault: bytes,
    data_key: bytearray,
    backup: Path,
    moment: dt.datetime,
    former_key: bytearray | None,
) -> BackupNote:
    """A store of its own with the content of the backup, opened with every check, under a new replica."""
    note = read_note(backup)
    path = store_path(staging, compartment)
    source = _open_either(backup, data_key, former_key)
    try:
        check_pages(source, "backup")
        copy = connect(path, data_key, mode="rwc")
        try:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        finally:
            copy.close()
        row = source.execute("SELECT sequence, h FROM head").fetchone()
    finally:
        source.close()
    if row is None or int(row[0]) != note.sequence:
        raise VaultDamaged(part="backup", check="content")
    with head_file(staging, compartment, data_key) as head:
        head.write(Head(int(row[0]), bytes(row[1])))
    connection, opened_head = open_store(staging, compartment, vault, data_key)
    store = Compartment(compartment, connection, opened_head)
    try:
        _begin_anew(store, note, moment)
    finally:
        store.close()
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    sync_folder(staging)
    return note


def _open_either(backup: Path, data_key: bytearray, former_key: bytearray | None) -> Connection:
    """The backup, opened by whichever key it was sealed to."""
    try:
        return open_backup(backup, backup_recipient(data_key))
    except KeyringDamaged:
        if former_key is None:
            raise
        return open_backup(backup, backup_recipient(former_key))


def _begin_anew(store: Compartment, note: BackupNote, moment: dt.datetime) -> None:
    """Leave the former chain where the county last confirmed it; what came after is chained again, same ``txn_id``."""
    confirmed = min(int(store.fact("county_has_n") or b"0"), store.tip().n)
    with store.writing():
        # Without a confirmed place nothing agrees: the whole chain goes on anew.
        store.part_ways(Mark(confirmed, store.hash_at(confirmed) or b""))
        store.set_facts(
            restored_at=str(int(moment.timestamp())).encode(), restored_from=str(note.made_at).encode()
        )


def _opens(
    folder: Path, compartment: str, vault: bytes, data_key: bytearray, former_key: bytearray | None
) -> bool:
    try:
        _check_opens(folder, compartment, vault, data_key, former_key)
    except DAMAGE:
        return False
    return True


def _check_opens(
    folder: Path, compartment: str, vault: bytes, data_key: bytearray, former_key: bytearray | None = None
) -> None:
    connection, head = open_store(folder, compartment, vault, data_key, former_key)
    head.close()
    connection.close()


def _new_folder(folder: Path, moment: dt.datetime) -> Path:
    """``damaged-YYYYMMDD-HHMMSS``, with a number behind it when that one is there already."""
    name = f"damaged-{moment:%Y%m%d-%H%M%S}"
    path, number = folder / name, 1
    while path.exists():
        number += 1
        path = folder / f"{name}-{number}"
    path.mkdir(mode=0o700)
    sync_folder(folder)
    return path


def _move(path: Path, to: Path) -> None:
    if not path.exists():
        return
    if (to / path.name).exists():
        raise FileExistsError(f"{path.name} is in the way")  # our bug: the place was cleared before
    path.replace(to / path.name)
    sync_folder(to)
    sync_folder(path.parent)


def _set_aside_newer(folder: Path, compartment: str, made_at: int, aside: Path) -> None:
    """Backups newer than the chosen one are of the life that ended: the rotation shall not delete them for a new one."""
    chosen = backup_name(compartment, dt.datetime.fromtimestamp(made_at, dt.UTC))
    for path in backups(folder, compartment):
        if path.stem > chosen:
            note = path.with_suffix(".key")
            if note.exists():
                # The key goes first, as a copy: a backup without its key would be lost.
                write_whole(aside / note.name, note.read_bytes())
            _move(path, aside)
            note.unlink(missing_ok=True)
