"""How the laptop stands: disk, clock, copies, contact, passphrases, memory, native parts - and which of it needs somebody.

For the commune's IT person; nothing in it is about a family or names anybody. What lies inside the vault is known only
while it is open.
"""

import contextlib
import datetime as dt
import shutil
import sys
from importlib import metadata
from pathlib import Path
from typing import Literal

import msgspec
from cryptography.hazmat.backends.openssl.backend import backend

from app.errors import KeyringDamaged, VaultMissing
from app.keys.keyring import ACTIVE
from app.keys.slots import PROFILE_2026_1, Costs
from app.services.disk_encryption import Encryption, disk_encryption
from app.services.machine_memory import machine_memory
from app.services.safety import copies
from storage.keyring_file import read_keyring
from storage.last_lock import last_lock_at
from storage.opening import native_versions
from storage.vault import Vault

Level = Literal["good", "look", "act", "unknown"]
"""Nothing to do; somebody should look at it soon; it needs doing; nobody can tell."""
What = Literal["encryption", "space", "clock", "copy", "contact", "passphrases", "memory"]
_MIB = 1024 * 1024
LOW_DISK_BYTES = 500 * _MIB
"""Below this a backup of a large vault and a day of work may not fit."""
SMALL_DISK_BYTES = 2048 * _MIB
SMALL_MEMORY_BYTES = 3072 * _MIB
"""A laptop with less works with the cheapest Argon2id that is allowed."""
CLOCK_S = (120, 3600)
COPY_DAYS = (1, 7)
CONTACT_DAYS = (14, 30)
_DAY_S = 24 * 60 * 60


class Health(msgspec.Struct, frozen=True):
    """Moments in seconds since 1970. ``clock_offset_s`` is how far the county was ahead of the laptop at the last contact.
    ``workers`` may sign in; ``passphrases`` is how many there are; ``costs`` the cheapest of them. ``locked_at`` is when the
    vault was closed last. The last four are None while the vault is locked, or when it never happened.
    """

    disk_free_bytes: int
    disk_total_bytes: int
    disk_encrypted: Encryption
    copies: int
    last_copy_at: int | None
    versions: dict[str, str]
    workers: int = 0
    passphrases: int = 0
    costs: Costs | None = None
    locked_at: int | None = None
    memory_total_bytes: int = 0
    memory_free_bytes: int = 0
    clock_offset_s: int | None = None
    last_contact_at: int | None = None
    restored_at: int | None = None
    restored_from: int | None = None

    def disk_low(self) -> bool:
        return self.disk_free_bytes < LOW_DISK_BYTES


def laptop_health(folder: Path, vault: Vault | None = None, encryption: Encryption | None = None) -> Health:
    """How the laptop stands; with the open vault also what only that knows. ``encryption`` if it was asked already."""
    disk, memory = shutil.disk_usage(folder), machine_memory()
    made = copies(folder)
    health = Health(
        disk_free_bytes=disk.free,
        disk_total_bytes=disk.total,
        disk_encrypted=encryption or disk_encryption(folder),
        copies=len(made),
        last_copy_at=made[0].made_at if made else None,
        versions=versions(),
        locked_at=last_lock_at(folder),
        memory_total_bytes=memory.total_bytes,
        memory_free_bytes=memory.free_bytes,
        clock_offset_s=vault.team.number("clock_offset_s") if vault else None,
        last_contact_at=vault.team.number("last_contact_at") if vault else None,
        restored_at=vault.team.number("restored_at") if vault else None,
        restored_from=vault.team.number("restored_from") if vault else None,
    )
    with contextlib.suppress(VaultMissing, KeyringDamaged):
        keyring = read_keyring(folder)
        return msgspec.structs.replace(
            health,
            workers=sum(one.status == ACTIVE for one in keyring.workers),
            passphrases=len(keyring.slots),
            costs=min((slot.costs for slot in keyring.slots), key=_work, default=None),
        )
    return health


def _work(costs: Costs) -> int:
    return costs.memory_kib * costs.passes


def levels(health: Health, now: dt.datetime | None = None) -> dict[What, Level]:
    """What needs somebody, as far as it is known; an open vault knows the most."""
    at = int((now or dt.datetime.now(dt.UTC)).timestamp())

    def since(moment: int | None, days: tuple[int, int]) -> Level:
        # A moment in the future says that the clock was set; that is told beside it.
        return "act" if moment is None else _level(max(0, at - moment), days[0] * _DAY_S, days[1] * _DAY_S)

    encryption: dict[Encryption, Level] = {"yes": "good", "no": "act", "unknown": "unknown"}
    offset, costs = health.clock_offset_s, health.costs
    return {
        "encryption": encryption[health.disk_encrypted],
        "space": _level(-health.disk_free_bytes, -SMALL_DISK_BYTES, -LOW_DISK_BYTES),
        "clock": "unknown" if offset is None else _level(abs(offset), *CLOCK_S),
        "copy": since(health.last_copy_at, COPY_DAYS),
        "contact": "unknown"
        if health.last_contact_at is None
        else since(health.last_contact_at, CONTACT_DAYS),
        "passphrases": "unknown"
        if costs is None
        else "good"
        if _work(costs) >= _work(PROFILE_2026_1)
        else "look",
        "memory": "unknown"
        if not health.memory_total_bytes
        else "good"
        if health.memory_total_bytes >= SMALL_MEMORY_BYTES
        else "look",
    }


def _level(value: int, look_above: int, act_above: int) -> Level:
    return "act" if value > act_above else "look" if value > look_above else "good"


def versions() -> dict[str, str]:
    """Vatra, its native parts and the Python that carries them; a part that is not installed is left out."""
    found = {
        **native_versions(),
        "OpenSSL": backend.openssl_version_text().removeprefix("OpenSSL ").split()[0],
        "Python": ".".join(str(part) for part in sys.version_info[:3]),
    }
    for name, package in (("Qt", "pyside6-essentials"), ("Vatra", "vatra")):
        with contextlib.suppress(metadata.PackageNotFoundError):
            found[name] = metadata.version(package)
    return found
