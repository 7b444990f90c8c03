"""Copies of the vault and the way back to one: what the locked screen offers and what IT does from the command line.

A copy was opened again before it counted. Using one never deletes what it replaces (``storage.restore``).
"""

import datetime as dt
from collections import Counter
from pathlib import Path

import msgspec

from app.domain.access import compartments
from app.errors import KeyringDamaged, VaultDamaged, VaultMissing
from storage import chain_check, reading, restore
from storage.backup import backups, read_note
from storage.keyring_file import read_keyring, read_keyring_copy
from storage.restore import Restored
from storage.vault import TEAM, Unlocked, Vault, unlock_keys


class Copy(msgspec.Struct, frozen=True):
    """A verified backup of one compartment; ``made_at`` in seconds since 1970."""

    path: Path
    compartment: str
    made_at: int
    size_bytes: int


class WayOn(msgspec.Struct, frozen=True):
    """What can be done about a vault that does not open.

    ``keyring``: the keyring can be brought back from its copy, without a passphrase. ``copy_made_at``: the newest copy of
    the team's compartment, which a worker's passphrase opens; None when there is none.
    """

    keyring: bool
    copy_made_at: int | None


def copies(folder: Path) -> tuple[Copy, ...]:
    """The backups of this vault, newest first. One whose note cannot be read is left out: no key opens it."""
    found: list[Copy] = []
    for compartment in _compartments(folder):
        for path in backups(folder / "backups", compartment):
            try:
                note = read_note(path)
            except (VaultDamaged, VaultMissing):
                continue
            found.append(Copy(path, compartment, note.made_at, path.stat().st_size))
    return tuple(sorted(found, key=lambda copy: copy.made_at, reverse=True))


def _compartments(folder: Path) -> tuple[str, ...]:
    for read in (read_keyring, read_keyring_copy):
        try:
            return read(folder).compartments()
        except (VaultMissing, KeyringDamaged):
            continue
    return compartments()


def way_on(folder: Path) -> WayOn:
    """What the locked screen can offer when the vault does not open."""
    made_at = next((copy.made_at for copy in copies(folder) if copy.compartment == TEAM), None)
    return WayOn(_keyring_lost(folder) and _keyring_copied(folder), made_at)


def _keyring_lost(folder: Path) -> bool:
    try:
        read_keyring(folder)
    except (VaultMissing, KeyringDamaged):
        return True
    return False


def _keyring_copied(folder: Path) -> bool:
    try:
        read_keyring_copy(folder)
    except (VaultMissing, KeyringDamaged):
        return False
    return True


def use_keyring_copy(folder: Path) -> bool:
    """Bring the keyring back from its copy when neither of the pair can be read; whether that was needed.

    VaultMissing, KeyringDamaged when there is no copy that can be verified.
    """
    if not _keyring_lost(folder):
        return False
    if not _keyring_copied(folder):
        read_keyring(folder)
    restore.restore_keyring(folder)
    return True


def use_newest_copy(folder: Path, worker_id: bytes, passphrase: str) -> tuple[Restored, ...]:
    """Restore what does not open from the newest copies that do; empty when everything opens.

    WrongPassphrase, BackupMissing, VaultInUse, disk errors.
    """
    return restore.restore_damaged(folder, worker_id, passphrase)


def use_copy(folder: Path, worker_id: bytes, passphrase: str, path: Path) -> Restored:
    """Go back to this copy, also when the vault opens. Errors as ``use_newest_copy``."""
    return restore.restore_chosen(folder, worker_id, passphrase, path)


def keys_from_copy(folder: Path, worker_id: bytes, passphrase: str) -> Unlocked:
    """Restore what does not open, then find the keys; takes two tries of the passphrase, some seconds."""
    use_newest_copy(folder, worker_id, passphrase)
    return unlock_keys(folder, worker_id, passphrase)


class Contents(msgspec.Struct, frozen=True):
    """What an open vault holds: records that stand by kind, and own saves that the county does not have yet."""

    records: dict[str, int]
    to_send: int


def check_chains(vault: Vault) -> int:
    """Recompute the chain of own saves in every open compartment; how many. VaultDamaged when one was changed or is gone."""
    return sum(chain_check.check_chains(compartment) for compartment in vault.compartments.values())


def contents(vault: Vault) -> Contents:
    """Counts of every compartment this worker has open; no content of any record."""
    records: Counter[str] = Counter()
    to_send = 0
    for compartment in vault.compartments.values():
        records.update(reading.counts_by_kind(compartment))
        to_send += sum(state in ("to_send", "sent") for _at, state in reading.outbox_states(compartment))
    return Contents(dict(records), to_send)


def back_up(vault: Vault) -> tuple[Copy, ...]:
    """Make verified copies now. VaultDamaged when a copy is not the original; disk errors."""
    moment = dt.datetime.now(dt.UTC)
    paths = vault.back_up(moment)
    return tuple(
        Copy(path, name, int(moment.timestamp()), path.stat().st_size)
        for name, path in zip(vault.compartments, paths, strict=True)
    )


COPIED_EVERY_S = 2 * 60 * 60


def back_up_when_due(vault: Vault, moment: dt.datetime | None = None) -> bool:
    """Make verified copies of what changed and was not copied for two hours; whether there was any. Errors as ``back_up``.

    A copy from the future (the clock was set back) does not count as recent.
    """
    moment = moment or dt.datetime.now(dt.UTC)

    def recent(compartment: str) -> bool:
        last = vault.compartments[compartment].number("backed_up_at")
        return last is not None and 0 <= int(moment.timestamp()) - last < COPIED_EVERY_S

    if vault.read_only:
        return False
    due = [name for name in vault.changed_since_backup() if not recent(name)]
    if due:
        vault.back_up(moment, only=due)
    return bool(due)
