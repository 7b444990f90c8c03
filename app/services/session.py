"""Signing in: who works on this laptop, and opening the vault for one of them."""

import contextlib
from pathlib import Path

import msgspec

from app.errors import VatraError
from storage import reading
from storage.keyring_file import read_keyring
from storage.vault import Vault, has_vault


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
    """Who works now, where, and for which county."""

    worker_id: bytes
    name: str
    profession: str
    commune: str
    commune_name: str
    laptop_name: str
    county_name: str
    country: str


def is_set_up(folder: Path) -> bool:
    """Whether this laptop has a vault."""
    return has_vault(folder)


def vault_workers(folder: Path) -> tuple[WorkerTile, ...]:
    """Tiles of the workers of this laptop. VaultMissing, KeyringDamaged."""
    workers = read_keyring(folder).workers
    return tuple(
        WorkerTile(one.id, tile_name(one.name), one.profession) for one in workers if one.status == "active"
    )


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
    return Vault.open(folder, worker_id, passphrase)


def who(vault: Vault) -> SignedIn:
    """The worker who has the vault open; the county's word on the name wins over the keyring's."""
    told = reading.workers(vault.team).get(vault.worker.id)
    return SignedIn(
        worker_id=vault.worker.id,
        name=told.name if told else vault.worker.name,
        profession=told.profession if told else vault.worker.profession,
        commune=_text(vault, "commune"),
        commune_name=vault.keyring.commune_name,
        laptop_name=vault.keyring.laptop_name,
        county_name=_text(vault, "county_name"),
        country=vault.keyring.country,
    )


def _text(vault: Vault, fact: str) -> str:
    return (vault.team.fact(fact) or b"").decode()


def leave(vault: Vault) -> None:
    """Close the vault, after a verified backup when anything changed since the last one.

    A backup that the disk refuses must not keep the vault open: the next one tries again, and the age of the last is on
    the first screen.
    """
    try:
        if vault.team.sequence() != (_number(vault, "backed_up_sequence") or 0):
            with contextlib.suppress(VatraError):
                vault.back_up()
    finally:
        vault.close()


def _number(vault: Vault, fact: str) -> int | None:
    value = vault.team.fact(fact)
    return int(value) if value else None
