"""Backups: encrypted copies that were opened again before they count.

Each has a random key of its own, sealed to a key pair derived from the compartment's data key, so that a session that
makes backups does not have to hold the data key. A copy is written as ``*.part``, synced, reopened read-only, checked
page by page and compared with the original (head and row counts) before it gets its name. Kept: 3 daily, 2 weekly.
"""

import datetime as dt
import os
import secrets
from collections.abc import Iterable
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.errors import VaultDamaged
from app.keys.grants import seal, unseal
from app.keys.wiping import wipe
from storage.driver import Connection
from storage.durable import make_folder, sync_folder, write_whole
from storage.faults import told_as_ours
from storage.opening import check_pages, connect

DAILY_KEPT = 3
WEEKLY_KEPT = 2
_COUNTED = ("outbox", "record", "pending_op", "shown", "draft", "family_key")


class BackupNote(msgspec.Struct, frozen=True):
    """The small file beside a backup: what it is and its sealed key."""

    vault: bytes
    compartment: str
    made_at: int
    sequence: int
    sealed_key: bytes

    def bound_to(self) -> bytes:
        return msgspec.msgpack.encode(
            ("vatra/backup/1", self.vault, self.compartment, self.made_at, self.sequence)
        )


def _facts(connection: Connection) -> tuple[tuple[int, bytes], tuple[int, ...]]:
    head = connection.execute("SELECT sequence, h FROM head").fetchone()
    counts = tuple(
        int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for table in _COUNTED
    )
    return (int(head[0]), bytes(head[1])), counts


def backup_name(compartment: str, moment: dt.datetime) -> str:
    """Name of a backup without its ending; names sort by moment."""
    return f"{compartment}-{moment.astimezone(dt.UTC):%Y%m%d-%H%M%S}"


def make_backup(
    connection: Connection,
    folder: Path,
    vault: bytes,
    compartment: str,
    recipient: bytes,
    moment: dt.datetime,
) -> Path:
    """Copy an open compartment; returns the verified file. VaultDamaged when the copy is not the original."""
    make_folder(folder)
    name = backup_name(compartment, moment)
    part, final = folder / f"{name}.part", folder / f"{name}.db"
    key = bytearray(secrets.token_bytes(32))
    try:
        _drop_unfinished(folder, compartment)
        _copy_and_name(connection, part, final, key, vault, compartment, recipient, moment)
    except BaseException:
        # A backup that failed must not keep the space that the next save needs.
        _drop_unfinished(folder, compartment)
        raise
    finally:
        wipe(key)
    _rotate(folder, compartment)
    return final


def _copy_and_name(
    connection: Connection,
    part: Path,
    final: Path,
    key: bytearray,
    vault: bytes,
    compartment: str,
    recipient: bytes,
    moment: dt.datetime,
) -> None:
    with told_as_ours("backup"):
        copy = connect(part, key, mode="rwc")
        try:
            connection.backup(copy)
            # One file, without a log beside it, that can be opened read-only.
            copy.execute("PRAGMA journal_mode = DELETE")
        finally:
            copy.close()
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        _verify(part, key, _facts(connection))
        (sequence, _h), _counts = _facts(connection)
        bare = BackupNote(vault, compartment, int(moment.timestamp()), sequence, b"")
        note = msgspec.structs.replace(bare, sealed_key=seal(recipient, bytes(key), bare.bound_to()))
        write_whole(final.with_suffix(".key"), msgspec.msgpack.encode(note))
        part.replace(final)
        sync_folder(final.parent)


def _drop_unfinished(folder: Path, compartment: str) -> None:
    """Remove what a cut or failed backup left: parts, and keys whose file never got its name."""
    for leftover in folder.glob(f"{compartment}-*.part*"):
        leftover.unlink()
    for note in folder.glob(f"{compartment}-*.key"):
        if not note.with_suffix(".db").exists():
            note.unlink()


def _verify(path: Path, key: bytearray, original: tuple[tuple[int, bytes], tuple[int, ...]]) -> None:
    copy = connect(path, key, mode="ro")
    try:
        check_pages(copy, "backup")
        if _facts(copy) != original:
            raise VaultDamaged(part="backup", check="content")
    finally:
        copy.close()


def read_note(path: Path) -> BackupNote:
    """The note beside a backup. VaultMissing without one, VaultDamaged when it cannot be read."""
    with told_as_ours("backup"):
        body = path.with_suffix(".key").read_bytes()
    try:
        return msgspec.msgpack.decode(body, type=BackupNote)
    except (msgspec.MsgspecError, UnicodeDecodeError) as problem:
        raise VaultDamaged(part="backup", check="note") from problem


def open_backup(path: Path, recipient: X25519PrivateKey) -> Connection:
    """Open a backup read-only with the private half of the compartment's backup key."""
    note = read_note(path)
    key = unseal(recipient, note.sealed_key, note.bound_to())
    with told_as_ours("backup"):
        try:
            return connect(path, key, mode="ro")
        finally:
            wipe(key)


def backups(folder: Path, compartment: str) -> list[Path]:
    """Verified backups of a compartment, newest first."""
    return sorted(folder.glob(f"{compartment}-*.db"), reverse=True) if folder.is_dir() else []


def _rotate(folder: Path, compartment: str) -> None:
    """Keep the newest of each of the last days, then of each of the last weeks; the newest always stays."""
    kept: set[Path] = set()
    days: set[str] = set()
    covered: set[tuple[int, int]] = set()
    weekly = 0
    for path in backups(folder, compartment):
        day = path.stem.removeprefix(f"{compartment}-")[:8]
        week = dt.date(int(day[:4]), int(day[4:6]), int(day[6:])).isocalendar()[:2]
        if day not in days and len(days) < DAILY_KEPT:
            days.add(day)
            covered.add(week)
            kept.add(path)
        elif week not in covered and weekly < WEEKLY_KEPT:
            weekly += 1
            covered.add(week)
            kept.add(path)
    drop_backups([path for path in backups(folder, compartment) if path not in kept])


def drop_backups(paths: Iterable[Path]) -> None:
    """Delete backups with their keys."""
    for path in paths:
        path.unlink(missing_ok=True)
        path.with_suffix(".key").unlink(missing_ok=True)
