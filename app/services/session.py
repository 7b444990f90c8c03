"""Signing in: who works on this laptop, and opening the vault for one of them."""

import contextlib
from pathlib import Path

import msgspec

from app.domain.folding import fold
from app.domain.records import Elsewhere
from app.errors import VatraError, VaultMissing, WorkerRevoked
from app.keys.keyring import ACTIVE
from app.services import audit
from storage import attempts, reading
from storage.keyring_file import read_keyring
from storage.last_lock import note_lock
from storage.vault import Unlocked, Vault, has_vault, lock_vault, unlock_keys

REVOKED = "revoked"


class WorkerTile(msgspec.Struct, frozen=True):
    """A worker as shown before anybody signed in: first name and an initial."""

    id: bytes
    name: str
    profession: str


class VaultHeading(msgspec.Struct, frozen=True):
    """Which commune and laptop this is."""

    commune_name: str
    laptop_name: str
    country: str


class SignedIn(msgspec.Struct, frozen=True):
    """Who works now, where, and for which county; ``failed_tries`` are wrong passphrases on this tile since the sign-in before,
    the last of them at ``failed_at`` (seconds since 1970).
    """

    worker_id: bytes
    name: str
    profession: str
    commune: str
    commune_name: str
    laptop_name: str
    county_name: str
    country: str
    failed_tries: int = 0
    failed_at: int = 0


def is_set_up(folder: Path) -> bool:
    """Whether this laptop has a vault."""
    return has_vault(folder)


def vault_workers(folder: Path) -> tuple[WorkerTile, ...]:
    """Tiles of the workers of this laptop, by name. VaultMissing, KeyringDamaged."""
    workers = read_keyring(folder).workers
    tiles = (
        WorkerTile(one.id, tile_name(one.name), one.profession) for one in workers if one.status == ACTIVE
    )
    return tuple(sorted(tiles, key=lambda one: (fold(one.name), one.profession, one.id)))


def tile_name(name: str) -> str:
    """First name and the initial of the surname: a locked screen tells no more (``Ana Sandu`` -> ``Ana S.``)."""
    first, _, rest = name.strip().partition(" ")
    return f"{first} {rest.strip()[0]}." if rest.strip() else first


def vault_heading(folder: Path) -> VaultHeading:
    """Heading of the locked screen. VaultMissing, KeyringDamaged."""
    keyring = read_keyring(folder)
    return VaultHeading(keyring.commune_name, keyring.laptop_name, keyring.country)


def unlock(folder: Path, worker_id: bytes, passphrase: str) -> Vault:
    """Open the vault for a worker; takes about a second for Argon2id. Errors as ``Vault.open``."""
    vault = Vault.open(folder, worker_id, passphrase)
    _note_failed_tries(vault)
    return vault


def find_keys(folder: Path, worker_id: bytes, passphrase: str) -> Unlocked:
    """What the passphrase opens, for ``open_desk`` here or in another process; about a second for Argon2id.

    WrongPassphrase, TooManyTries, VaultInUse, VaultMissing, KeyringDamaged, TooLittleMemory.
    """
    if not has_vault(folder):
        raise VaultMissing(part="keyring")
    # Whoever has Vatra open in another window is told so at once, not after the passphrase was worked on.
    lock_vault(folder).release()
    return unlock_keys(folder, worker_id, passphrase)


def seconds_to_wait(folder: Path, worker_id: bytes) -> int:
    """How long this worker's tile takes no passphrase, after too many wrong ones; 0 when it does."""
    return attempts.wait_s(folder, worker_id)


def open_desk(folder: Path, unlocked: Unlocked) -> Vault:
    """Open the vault with keys that were found; they are zeroed. WorkerRevoked; errors as ``Vault.open``."""
    vault = Vault.open_unlocked(folder, unlocked)
    with contextlib.ExitStack() as on_refusal:
        on_refusal.callback(vault.close)
        # Until a colleague signs in and lets them go, somebody whom the county revoked still has a slot.
        if is_revoked(vault):
            raise WorkerRevoked()
        on_refusal.pop_all()
    _note_failed_tries(vault)
    return vault


def _note_failed_tries(vault: Vault) -> None:
    """Somebody tried this worker's passphrase: it stays written beside who looked. A disk that refuses bars nobody."""
    failed = attempts.failed_before(vault.folder, vault.worker.id)
    if failed is not None:
        with contextlib.suppress(VatraError):
            audit.note_failed_sign_ins(vault, failed.tries, failed.last_at)


def is_revoked(vault: Vault) -> bool:
    """Whether the county has let go the worker who is signed in."""
    record = reading.workers(vault.team).get(vault.worker.id)
    return record is not None and record.status == REVOKED


def who(vault: Vault) -> SignedIn:
    """The worker who has the vault open; the county's word on the name wins over the keyring's."""
    told = reading.workers(vault.team).get(vault.worker.id)
    failed = attempts.failed_before(vault.folder, vault.worker.id)
    return SignedIn(
        worker_id=vault.worker.id,
        name=(told.called if told else "") or vault.worker.name,
        profession=told.profession if told and told.profession else vault.worker.profession,
        commune=_text(vault, "commune"),
        commune_name=vault.keyring.commune_name,
        laptop_name=vault.keyring.laptop_name,
        county_name=_text(vault, "county_name"),
        country=vault.keyring.country,
        failed_tries=failed.tries if failed else 0,
        failed_at=failed.last_at if failed else 0,
    )


def names_of_workers(vault: Vault) -> dict[bytes, str]:
    """What to call everybody who ever wrote here; a colleague the county has not told of yet as the tile does."""
    names = {one.worker: one.name for one in reading.of_kind(vault.team, Elsewhere)}
    names |= {one.id: one.name for one in vault.keyring.workers}
    return names | {one.id: one.called for one in reading.workers(vault.team).values() if one.called}


def _text(vault: Vault, fact: str) -> str:
    return (vault.team.fact(fact) or b"").decode()


COPIED_BYTES_PER_S = 20_000_000
"""A verified copy on a slow laptop: written, synced, read again and compared. Slower than any disk we measured."""
CLOSING_S = 1.0
"""Kept free for the draft and for closing when the time is limited."""


def leave(vault: Vault, within_s: float | None = None) -> None:
    """Close the vault, after a verified backup when anything changed since the last one.

    With ``within_s`` only when the copy surely fits into it: somebody waits for the lock, and the copy of every two hours
    has most of it. A backup that the disk refuses must not keep the vault open: the next one tries again, and the age of
    the last is on the first screen.
    """
    note_lock(vault.folder)
    try:
        changed = vault.changed_since_backup()
        if changed and (within_s is None or _copy_s(vault, changed) <= within_s - CLOSING_S):
            with contextlib.suppress(VatraError):
                vault.back_up(only=changed)
    finally:
        vault.close()


def _copy_s(vault: Vault, names: tuple[str, ...]) -> float:
    """How long verified copies of these compartments may take, at the worst."""
    size = sum(path.stat().st_size for name in names for path in vault.folder.glob(f"{name}.db*"))
    return size / COPIED_BYTES_PER_S


def interrupt(vault: Vault) -> None:
    """Stop what the vault is doing now, from another thread: it fails and nothing of it is kept."""
    for compartment in vault.compartments.values():
        compartment.connection.interrupt()
