"""Whether the disk under a folder is encrypted, as far as the system knows; a disk that encrypts itself is not seen.

Linux: the kernel is asked for a dm-crypt layer. Windows: the shell is asked what it knows of BitLocker, which needs no rights
of an administrator (not tried on Windows yet). Anything that is not said clearly is ``unknown``.
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import Literal

Encryption = Literal["yes", "no", "unknown"]
PATIENCE_S = 10
_BITLOCKER: dict[str, Encryption] = {
    "1": "yes",  # on
    "2": "no",  # off
    "3": "no",  # being encrypted
    "4": "no",  # being decrypted
    "5": "no",  # suspended: the key lies in clear on the disk
}
_ASK_SHELL = "(New-Object -ComObject Shell.Application).NameSpace('{drive}').Self.ExtendedProperty('System.Volume.BitLockerProtection')"


def disk_encryption(
    folder: Path, blocks: Path = Path("/sys/dev/block"), mounts: Path = Path("/proc/self/mountinfo")
) -> Encryption:
    """Whether the disk under a folder is encrypted."""
    if sys.platform == "win32":
        return bitlocker_of(_shell_says(folder.resolve().drive))
    else:  # noqa: RET505 - which of the two is there, the type checker reads from the branches
        return _kernel_says(folder, blocks, mounts)


def bitlocker_of(said: str) -> Encryption:
    """What the shell's answer means."""
    return _BITLOCKER.get(said.strip(), "unknown")


def _shell_says(drive: str) -> str:
    asked = ["powershell.exe", "-NoProfile", "-NonInteractive", "-Command", _ASK_SHELL.format(drive=drive)]
    try:
        ran = subprocess.run(asked, capture_output=True, text=True, timeout=PATIENCE_S, check=False)  # noqa: S603 - a drive letter
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return ran.stdout


def _kernel_says(folder: Path, blocks: Path, mounts: Path) -> Encryption:
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
