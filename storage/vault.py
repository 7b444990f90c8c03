"""A vault: the folder of one commune laptop, its keyring, and the compartments a worker has open.

``create_vault`` makes one, ``Vault.open`` opens it for a worker with a passphrase. A lock file keeps a second Vatra out.
Data keys exist only while a file is opened, rotated or granted, and in
``restore`` while a backup is put in place.
"""

import contextlib
import datetime as dt
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from filelock import FileLock, Timeout

from app.domain.access import TEAM as TEAM
from app.domain.access import compartments
from app.domain.ids import random_id
from app.errors import (
    DiskFailing,
    DiskFull,
    DiskReadOnly,
    KeyringDamaged,
    VaultDamaged,
    VaultExists,
    VaultInUse,
    VaultMissing,
)
from app.keys.changes import Changer, begin_rotation, end_rotation
from app.keys.keyring import (
    Keyring,
    RecoveryRecipient,
    WorkerEntry,
    data_keys_of,
    former_keys_of,
    new_keyring,
)
from app.keys.slots import PROFILE_2026_1, Costs, WorkerKeys, open_slot, refuse
from app.keys.wiping import wipe
from storage.attempts import begin_tries, one_try
from storage.backup import backups, drop_backups, make_backup
from storage.compartment import Compartment, Write
from storage.faults import told_as_ours
from storage.keyring_file import COPY, NAMES, copy_keyring, read_keyring, write_keyring
from storage.opening import backup_recipient, change_key, create_store, fold_and_check, head_file, open_store
from storage.read_only import copy_for_reading, drop_copy, take_no_writes, takes_no_writes
from storage.shelf import FOLDER as ATTACHMENTS
from storage.shelf import ChunkFiles, Shelf
from sync.core.chain import genesis


def lock_vault(folder: Path) -> FileLock:
    """Keep every other Vatra out until it is released; VaultInUse when one is in.

    On a medium that takes no writes nothing is locked, and nothing needs to be.
    """
    lock = FileLock(folder / "vault.lock", timeout=0)
    if takes_no_writes(folder):
        return lock
    with told_as_ours("lock"):
        try:
            lock.acquire()
        except Timeout as problem:
            raise VaultInUse() from problem
    return lock


@contextmanager
def vault_locked(folder: Path) -> Iterator[None]:
    """Every other Vatra is out inside; VaultInUse when one is in."""
    lock = lock_vault(folder)
    try:
        yield
    finally:
        lock.release()


def has_vault(folder: Path) -> bool:
    """Whether a keyring is there, or the copy of one that was lost; its files may still be damaged."""
    return any((folder / name).is_file() for name in (*NAMES, COPY))


class Unlocked(msgspec.Struct, frozen=True):
    """What a passphrase opens; whoever asked zeroes the data keys."""

    keyring: Keyring
    worker: WorkerEntry
    keys: WorkerKeys
    data_keys: dict[str, bytearray]
    former_keys: dict[str, bytearray] = {}
    """Where a rotation was begun and not ended: the data key before the newest."""

    def zero(self) -> None:
        """Overwrite the data keys."""
        wipe(*self.data_keys.values(), *self.former_keys.values())


def unlock_keys(folder: Path, worker_id: bytes, passphrase: str) -> Unlocked:
    """Keys of one worker, without opening a store. WrongPassphrase, also for an unknown worker and as slowly; TooManyTries
    when it is too early for another try; VaultMissing, KeyringDamaged.
    """
    keyring = read_keyring(folder)
    worker, slot = keyring.worker(worker_id), keyring.slot(worker_id)
    with one_try(folder, worker_id if slot else b""):
        if worker is None or slot is None:
            raise refuse(passphrase, next((one.costs for one in keyring.slots), PROFILE_2026_1))
        keys = open_slot(slot, passphrase)
    data_keys = data_keys_of(keyring, worker_id, keys)
    if TEAM not in data_keys:
        raise KeyringDamaged(part="grant")
    return Unlocked(keyring, worker, keys, data_keys, former_keys_of(keyring, worker_id, keys))


def create_vault(
    folder: Path,
    *,
    worker: WorkerEntry,
    keys: WorkerKeys,
    passphrase: str,
    recovery: RecoveryRecipient,
    commune_name: str,
    laptop_name: str,
    country: str,
    facts: dict[str, bytes],
    readable: Sequence[str] = (TEAM,),
    costs: Costs = PROFILE_2026_1,
) -> None:
    """Make a vault with its first worker, who reads the compartments ``readable``. VaultExists when one is there; the keyring is written last, so that a
    power cut leaves either a whole vault or none.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with vault_locked(folder):
        if has_vault(folder):
            raise VaultExists(part="keyring")
        vault = random_id()
        data_keys = {name: bytearray(secrets.token_bytes(32)) for name in readable}
        try:
            set_aside_leftovers(folder, compartments())
            for name, data_key in data_keys.items():
                begin_store(folder, name, vault, data_key, facts)
            keyring = new_keyring(
                vault=vault,
                worker=worker,
                keys=keys,
                passphrase=passphrase,
                data_keys=data_keys,
                recovery=recovery,
                commune_name=commune_name,
                laptop_name=laptop_name,
                country=country,
                costs=costs,
            )
        finally:
            wipe(*data_keys.values())
        begin_tries(folder)
        write_keyring(folder, keyring)


def begin_store(
    folder: Path, compartment: str, vault: bytes, data_key: bytearray, facts: dict[str, bytes]
) -> None:
    """An empty store with its facts, closed again."""
    replica = random_id()
    create_store(folder, compartment, vault, data_key, replica, genesis(replica))
    connection, head = open_store(folder, compartment, vault, data_key)
    store = Compartment(compartment, connection, head)
    try:
        with store.writing():
            store.set_facts(**facts)
    finally:
        store.close()


def set_aside_leftovers(folder: Path, names: Sequence[str]) -> None:
    """Move store files no keyring knows into a folder beside: a set-up that was cut off, or a keyring that was lost.

    Nobody can tell the two apart here, so nothing is deleted.
    """
    leftovers = [path for name in names for path in folder.glob(f"{name}.*")]
    if leftovers:
        aside = folder / f"without-keyring-{dt.datetime.now(dt.UTC):%Y%m%d-%H%M%S}"
        with told_as_ours("leftovers"):
            aside.mkdir(mode=0o700, exist_ok=True)
            for path in leftovers:
                path.replace(aside / path.name)


class Vault:
    """An open vault. Belongs to the thread that opened it; ``close`` before the thread ends."""

    def __init__(
        self,
        folder: Path,
        keyring: Keyring,
        worker: WorkerEntry,
        keys: WorkerKeys,
        compartments: dict[str, Compartment],
        backup_recipients: dict[str, bytes],
        on_close: contextlib.ExitStack,
        *,
        read_only: bool = False,
    ) -> None:
        self.folder = folder
        self.keyring = keyring
        self.worker = worker
        self.keys = keys
        self.compartments = compartments
        self.shelves = {
            name: Shelf(store, ChunkFiles(folder / ATTACHMENTS / name))
            for name, store in compartments.items()
        }
        """What attachments consist of, compartment by compartment."""
        device_key = self.team.fact("device_sign_key")
        if device_key is None:
            raise VaultDamaged(part=TEAM, check="device_key")
        self._device_key = Ed25519PrivateKey.from_private_bytes(device_key)
        self.last_act: dict[str, tuple[Write, ...]] = {}
        """What would take back the last act of this session: compartment -> writes."""
        self.read_only = read_only
        """Everything can be read, nothing kept: the medium takes no writes."""
        self._backup_recipients = backup_recipients
        self._on_close = on_close

    @classmethod
    def open(cls, folder: Path, worker_id: bytes, passphrase: str) -> Self:
        """Open for one worker. WrongPassphrase, VaultInUse, VaultMissing, KeyringDamaged, and what
        ``opening.open_store`` raises.
        """
        if not has_vault(folder):
            raise VaultMissing(part="keyring")
        lock = lock_vault(folder)
        try:
            unlocked = unlock_keys(folder, worker_id, passphrase)
        except BaseException:
            lock.release()
            raise
        return cls._open(folder, unlocked, lock)

    @classmethod
    def open_unlocked(cls, folder: Path, unlocked: Unlocked) -> Self:
        """Open with keys that ``unlock_keys`` found, perhaps in another process; they are zeroed. Errors as ``open``."""
        return cls._open(folder, unlocked, lock_vault(folder))

    @classmethod
    def _open(cls, folder: Path, unlocked: Unlocked, lock: FileLock) -> Self:
        opened: dict[str, Compartment] = {}
        on_close = contextlib.ExitStack()
        on_close.callback(lock.release)
        try:
            read_only = takes_no_writes(folder)
            stores = folder
            if read_only:
                stores = copy_for_reading(folder, unlocked.data_keys)
                on_close.callback(drop_copy, stores)
            recipients: dict[str, bytes] = {}
            for name, data_key in unlocked.data_keys.items():
                recipients[name] = backup_recipient(data_key).public_key().public_bytes_raw()
                former_key = unlocked.former_keys.get(name)
                connection, head = open_store(stores, name, unlocked.keyring.vault, data_key, former_key)
                opened[name] = Compartment(name, connection, head)
                if read_only:
                    take_no_writes(connection)
            vault = cls(
                folder,
                unlocked.keyring,
                unlocked.worker,
                unlocked.keys,
                opened,
                recipients,
                on_close,
                read_only=read_only,
            )
            for name in unlocked.former_keys:
                # A full disk must not keep anybody out: the former key then stays until a later opening.
                with contextlib.suppress(DiskFull, DiskReadOnly, DiskFailing):
                    vault.end_rotation(name)
            return vault
        except BaseException:
            for compartment in opened.values():
                compartment.close()
            on_close.close()
            raise
        finally:
            unlocked.zero()

    @property
    def team(self) -> Compartment:
        """The compartment that every worker of the laptop shares."""
        return self.compartments[TEAM]

    def sign_as_device(self, claim: bytes) -> bytes:
        """Sign with this laptop's device key; callable from any thread."""
        return self._device_key.sign(claim)

    # keys

    @property
    def changer(self) -> Changer:
        """The worker, as the one who changes the keyring."""
        return Changer(self.worker.id, self.keys)

    def keep_keyring(self, keyring: Keyring) -> None:
        """Write a changed keyring; durable when it returns."""
        write_keyring(self.folder, keyring)
        self.keyring = keyring

    @contextmanager
    def data_keys(self) -> Iterator[dict[str, bytearray]]:
        """The data keys of the worker's compartments, from his own grants; zeroed afterwards."""
        keys = data_keys_of(self.keyring, self.worker.id, self.keys)
        try:
            yield keys
        finally:
            wipe(*keys.values())

    def rotate(self, compartment: str, moment: dt.datetime | None = None) -> None:
        """Give a compartment a new data key, which all its readers and recovery get, and nobody else.

        Cut at any place, the next opening by any reader ends it: the keyring grants the new key before the file is written
        under it, and the old one until a backup under the new key is verified.
        """
        data_key = bytearray(secrets.token_bytes(32))
        try:
            self.keep_keyring(begin_rotation(self.keyring, self.changer, compartment, data_key))
            store = self.compartments[compartment]
            with told_as_ours(compartment):
                change_key(store.connection, data_key)
                fold_and_check(store.connection, compartment)
            store.under_new_key(head_file(self.folder, compartment, data_key))
            recipient = backup_recipient(data_key).public_key().public_bytes_raw()
            self._backup_recipients[compartment] = recipient
        finally:
            wipe(data_key)
        self.end_rotation(compartment, moment)

    def end_rotation(self, compartment: str, moment: dt.datetime | None = None) -> None:
        """The file is under the newest data key: back it up, drop the former key, and the backups it opened."""
        folder = self.folder / "backups"
        former = backups(folder, compartment)
        made = self._back_up_one(compartment, moment or dt.datetime.now(dt.UTC))
        self.keep_keyring(end_rotation(self.keyring, self.changer, compartment))
        copy_keyring(self.folder, self.keyring)
        drop_backups([path for path in former if path != made])

    # backups

    def _back_up_one(self, compartment: str, moment: dt.datetime) -> Path:
        return make_backup(
            self.compartments[compartment].connection,
            self.folder / "backups",
            self.keyring.vault,
            compartment,
            self._backup_recipients[compartment],
            moment,
        )

    def changed_since_backup(self) -> tuple[str, ...]:
        """The open compartments in which anything was kept since their last verified backup."""
        return tuple(
            name
            for name, store in self.compartments.items()
            if store.sequence() != (store.number("backed_up_sequence") or 0)
        )

    def back_up(self, moment: dt.datetime | None = None, only: Sequence[str] | None = None) -> list[Path]:
        """Verified backups of every open compartment, or ``only`` of these, and the keyring that opens them."""
        at = moment or dt.datetime.now(dt.UTC)
        names = tuple(self.compartments) if only is None else tuple(only)
        changed = self.changed_since_backup()
        noted = [name for name in self.compartments if name in names or name not in changed]
        made = [self._back_up_one(name, at) for name in names]
        copy_keyring(self.folder, self.keyring)
        for name in noted:
            store = self.compartments[name]
            with store.writing():
                # This very note is the commit after the one that was backed up.
                store.set_facts(
                    backed_up_at=str(int(at.timestamp())).encode(),
                    backed_up_sequence=str(store.sequence() + 1).encode(),
                )
        return made

    def erase_from_copies(self, moment: dt.datetime | None = None) -> None:
        """Where something was erased by order, no log beside the store and no backup may still hold it.

        The new backup is verified before the former ones go. Cut anywhere, the next call does it again.
        """
        due = [name for name, store in self.compartments.items() if store.number("erased_from_copies") == 0]
        if not due:
            return
        made = self.back_up(moment, due)
        folder = self.folder / "backups"
        drop_backups([path for name in due for path in backups(folder, name) if path not in made])
        for name in due:
            store = self.compartments[name]
            with store.writing():
                store.set_facts(erased_from_copies=b"1")
            with told_as_ours(name):
                store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def leaving_families(self) -> frozenset[bytes]:
        """Families of which something waits here before they go."""
        rows = (
            store.connection.execute("SELECT family FROM leaving") for store in self.compartments.values()
        )
        return frozenset(bytes(row[0]) for of_store in rows for row in of_store)

    def clear_shelves(self) -> None:
        """Delete what attachments consisted of whose records are gone."""
        for shelf in self.shelves.values():
            shelf.clear()

    def close(self) -> None:
        """Close every file and let the next Vatra in; safe to call twice."""
        for compartment in self.compartments.values():
            compartment.close()
        self._on_close.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
