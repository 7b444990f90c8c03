"""How the laptop stands: disk, encryption of the disk, clock, last copy, last contact, native parts.

For the commune's IT person; nothing in it is about a family. What lies inside the vault is known only while it is open.
"""

import os
import shutil
import sys
from pathlib import Path
from typing import Literal

import msgspec
from cryptography.hazmat.backends.openssl.backend import backend

from app.services.safety import copies
from storage.opening import native_versions
from storage.vault import Vault

Encryption = Literal["yes", "no", "unknown"]
LOW_DISK_BYTES = 500 * 1024 * 1024
"""Below this a backup of a large vault and a day of work may not fit."""


class Health(msgspec.Struct, frozen=True):
    """``disk_encrypted`` is what this system knows of; a disk that encrypts itself is not seen. Moments in seconds
    since 1970; ``clock_offset_s`` is how far the county was ahead of the laptop at the last contact. The last four are
    None while the vault is locked, or when it never happened.
    """

    disk_free_bytes: int
    disk_total_bytes: int
    disk_encrypted: Encryption
    copies: int
    last_copy_at: int | None
    versions: dict[str, str]
    clock_offset_s: int | None = None
    last_contact_at: int | None = None
    restored_at: int | None = None
    restored_from: int | None = None

    def disk_low(self) -> bool:
        return self.disk_free_bytes < LOW_DISK_BYTES


def laptop_health(folder: Path, vault: Vault | None = None) -> Health:
    """How the laptop stands; with the open vault also what only that knows."""
    disk = shutil.disk_usage(folder)
    made = copies(folder)
    return Health(
        disk_free_bytes=disk.free,
        disk_total_bytes=disk.total,
        disk_encrypted=disk_encryption(folder),
        copies=len(made),
        last_copy_at=made[0].made_at if made else None,
        versions=versions(),
        clock_offset_s=_number(vault, "clock_offset_s"),
        last_contact_at=_number(vault, "last_contact_at"),
        restored_at=_number(vault, "restored_at"),
        restored_from=_number(vault, "restored_from"),
    )


def _number(vault: Vault | None, fact: str) -> int | None:
    value = vault.team.fact(fact) if vault else None
    return int(value) if value else None


def versions() -> dict[str, str]:
    """Native parts and the Python that carries them."""
    return {
        **native_versions(),
        "OpenSSL": backend.openssl_version_text().removeprefix("OpenSSL ").split()[0],
        "Python": ".".join(str(part) for part in sys.version_info[:3]),
    }


def disk_encryption(
    folder: Path, blocks: Path = Path("/sys/dev/block"), mounts: Path = Path("/proc/self/mountinfo")
) -> Encryption:
    """Whether the disk under a folder is encrypted: asked of the kernel on Linux, ``unknown`` elsewhere."""
    try:
        device = folder.stat().st_dev
        number = _device_of_mount(_number_of(device), mounts)
        return _encryption_of(blocks / number) if number else "unknown"
    except (OSError, AttributeError, ValueError):  # not Linux, or a kernel that tells less
        return "unknown"


def _number_of(device: int) -> str:
    """``major:minor``; AttributeError on Windows, which numbers disks otherwise."""
    return f"{os.major(device)}:{os.minor(device)}"  # type: ignore[attr-defined, unused-ignore]


def _device_of_mount(number: str, mounts: Path) -> str | None:
    """``major:minor`` of the block device behind a mount; some file systems (btrfs) have a number of their own."""
    if not number.startswith("0:"):
        return number
    for line in mounts.read_text("utf-8", "surrogateescape").splitlines():
        before, _, after = line.partition(" - ")
        if before.split()[2] == number:
            source = Path(after.split()[1])
            if source.is_absolute() and source.is_block_device():
                return _number_of(source.stat().st_rdev)  # type: ignore[attr-defined, unused-ignore]
    return None


def _encryption_of(block: Path) -> Encryption:
    """Encrypted when every way down to a disk passes a dm-crypt layer."""
    block = block.resolve(strict=True)
    kind = block / "dm" / "uuid"
    if kind.is_file() and kind.read_text("utf-8").startswith("CRYPT-"):
        return "yes"
    below = [_encryption_of(slave) for slave in (block / "slaves").glob("*")]
    return "yes" if below and all(one == "yes" for one in below) else "no"
