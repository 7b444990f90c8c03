"""What a worker's laptop does while its disk is watched: one scene each, told step by step.

Run as a process of its own under ``trace``. The scenes are the real acts; a new one is a function here and a line in
``SCENES``. Controls leave out one precaution of the storage, so that the torture can show that it would notice.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.domain.ids import random_id
from app.keys.keyring import WorkerEntry
from app.keys.slots import FLOOR, WorkerKeys
from storage import durable, opening, schema, workers
from storage.driver import Connection, Database, Migrations
from storage.restore import restore_damaged
from storage.vault import TEAM, Vault
from tests.fixtures.vault import make_invented_vault
from tests.torture.promises import Told, import_list, save_note, tell

LONG = "Lemne pentru iarnă. " * 2500
"""Nearly what fits into one save: some twenty of these fill the log until SQLite folds it in."""
LOG_FULL = 30


class Person(msgspec.Struct, frozen=True):
    """A worker who is there only at the end of a scene, with private keys that are known before it."""

    id: bytes
    receive: bytes
    sign: bytes

    @classmethod
    def new(cls) -> Person:
        keys = WorkerKeys.new()
        return cls(random_id(), keys.receive.private_bytes_raw(), keys.sign.private_bytes_raw())

    def keys(self) -> WorkerKeys:
        return WorkerKeys(
            X25519PrivateKey.from_private_bytes(self.receive), Ed25519PrivateKey.from_private_bytes(self.sign)
        )


class Orders(msgspec.Struct, frozen=True):
    """What to play, on which vault; ``without`` names the precaution that is left out, empty for none."""

    scene: str
    folder: str
    worker: bytes
    passphrase: str
    newcomer: Person
    without: str = ""

    def open(self) -> Vault:
        return Vault.open(Path(self.folder), self.worker, self.passphrase)


def creation(orders: Orders) -> None:
    """A vault is made where none was."""
    made = make_invented_vault(
        Path(orders.folder), passphrase=orders.passphrase, me=(orders.newcomer.id, orders.newcomer.keys())
    )
    tell(Told("creation", generation=1))
    with made.open() as vault:
        save_note(vault)


def save(orders: Orders) -> None:
    """Saves over two sessions, so that the log is folded in, removed and begun again."""
    for _ in range(2):
        with orders.open() as vault:
            for number in range(6):
                save_note(vault, "Lemne. " * (1 + 200 * (number % 3)))


def fold(orders: Orders) -> None:
    """Saves until SQLite folds the log into the file by itself, and some more."""
    with orders.open() as vault:
        for _ in range(LOG_FULL):
            save_note(vault, LONG)


def import_(orders: Orders) -> None:
    """Two imports with a save between them."""
    with orders.open() as vault:
        import_list(vault)
        save_note(vault)
        import_list(vault)


def backup(orders: Orders) -> None:
    """Backups over some days, until the oldest are dropped."""
    with orders.open() as vault:
        for day in range(6):
            save_note(vault)
            made = vault.back_up(dt.datetime(2026, 11, 2 + 3 * day, 12, tzinfo=dt.UTC))
            tell(Told("backup", backup=made[0].name))
        save_note(vault)


def keyring(orders: Orders) -> None:
    """Changes of the passphrase, each one written to both copies of the keyring."""
    with orders.open() as vault:
        present = orders.passphrase
        for number in range(3):
            new = f"{orders.passphrase}-{number}"
            workers.change_passphrase(vault, present, new, FLOOR)
            tell(Told("keyring", generation=vault.keyring.generation))
            present = new
        save_note(vault)


def colleague(orders: Orders) -> None:
    """A nurse is taken in, and with her the first compartment that others do not read."""
    keys = orders.newcomer.keys()
    entry = WorkerEntry(
        orders.newcomer.id, "Ion Rusu", "community_nurse", keys.receive_public, keys.sign_public
    )
    with orders.open() as vault:
        save_note(vault)
        workers.add_worker(vault, entry, keys, "another four words", (TEAM, "health"), FLOOR)
        tell(Told("colleague", generation=vault.keyring.generation, worker=entry.id.hex()))
        save_note(vault)


def rotation(orders: Orders) -> None:
    """New data keys for the whole file, with saves before and after."""
    with orders.open() as vault:
        for _ in range(2):
            save_note(vault)
            vault.rotate(TEAM)
            tell(Told("rotation", generation=vault.keyring.generation))
        save_note(vault)


def migration(orders: Orders) -> None:
    """The next version of Vatra opens a store and changes its schema."""
    with next_version(), orders.open() as vault:
        tell(Told("migration"))
        save_note(vault)


def restore(orders: Orders) -> None:
    """A store that is damaged is replaced by its backup."""
    restore_damaged(Path(orders.folder), orders.worker, orders.passphrase)
    tell(Told("restore"))
    with orders.open() as vault:
        save_note(vault)


SCENES: dict[str, Callable[[Orders], None]] = {
    "creation": creation,
    "save": save,
    "fold": fold,
    "import": import_,
    "backup": backup,
    "keyring": keyring,
    "colleague": colleague,
    "rotation": rotation,
    "migration": migration,
    "restore": restore,
}


def of_next_version(db: Database) -> None:
    """A migration that the next version of Vatra might have."""
    db.execute("CREATE TABLE next_version (id BLOB PRIMARY KEY, words TEXT NOT NULL) WITHOUT ROWID")
    db.execute("INSERT INTO next_version SELECT id, hex(fields) FROM shown")
    db.execute("CREATE INDEX next_version_words ON next_version (words)")
    db.execute("ALTER TABLE draft ADD COLUMN kept_at INTEGER")


@contextmanager
def next_version() -> Iterator[None]:
    """Inside, this process is the next version of Vatra."""
    known, migrations = opening.KNOWN, opening.migrations
    opening.migrations = Migrations(migrations.name)
    opening.migrations(name=known[0])(schema.first)
    opening.migrations()(of_next_version)
    opening.KNOWN = (*known, of_next_version.__name__)
    try:
        yield
    finally:
        opening.KNOWN, opening.migrations = known, migrations


def _without_full_sync() -> None:
    settle = opening._settle

    def settle_loosely(connection: Connection) -> None:
        settle(connection)
        connection.execute("PRAGMA synchronous = NORMAL")

    opening._settle = settle_loosely  # type: ignore[assignment]


def _without_folder_sync() -> None:
    durable.sync_folder = lambda _folder: None


PRECAUTIONS: dict[str, Callable[[], None]] = {
    "full sync": _without_full_sync,
    "folder sync": _without_folder_sync,
}


if __name__ == "__main__":
    given = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Orders)
    if given.without:
        PRECAUTIONS[given.without]()
    SCENES[given.scene](given)
