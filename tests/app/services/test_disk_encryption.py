"""Whether a disk is encrypted: what the kernel of Linux shows, and what the shell of Windows would say."""

import os
import sys
from pathlib import Path

import pytest

from app.services.disk_encryption import _device_of_mount, _encryption_of, bitlocker_of, disk_encryption


def block(folder: Path, name: str, uuid: str = "", *, over: tuple[Path, ...] = ()) -> Path:
    """A block device as the kernel shows it in /sys."""
    made = folder / name
    (made / "slaves").mkdir(parents=True)
    for slave in over:
        (made / "slaves" / slave.name).symlink_to(slave)
    if uuid:
        (made / "dm").mkdir()
        (made / "dm" / "uuid").write_text(uuid)
    return made


def test_encryption_is_looked_for_below_the_volume(tmp_path: Path) -> None:
    disk, other = block(tmp_path, "sda3"), block(tmp_path, "sdb1")
    crypt = block(tmp_path, "dm-0", "CRYPT-LUKS2-0123-root", over=(disk,))
    assert _encryption_of(disk) == "no"
    assert _encryption_of(crypt) == "yes"
    assert _encryption_of(block(tmp_path, "dm-1", "LVM-abc", over=(crypt,))) == "yes"
    # One clear disk among two: what is on it can be read.
    assert _encryption_of(block(tmp_path, "dm-2", "LVM-abc", over=(crypt, other))) == "no"


@pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel of Linux")
def test_encryption_of_a_folder(tmp_path: Path) -> None:
    device = tmp_path.stat().st_dev
    number = f"{os.major(device)}:{os.minor(device)}"
    real = _device_of_mount(number, Path("/proc/self/mountinfo"))
    blocks = tmp_path / "blocks"
    block(blocks, real or number, "CRYPT-LUKS2-0123-root")
    assert disk_encryption(tmp_path, blocks) == ("yes" if real else "unknown")
    assert disk_encryption(tmp_path, tmp_path / "none") == "unknown"
    assert disk_encryption(tmp_path / "nowhere") == "unknown"


def test_a_file_system_with_a_number_of_its_own_is_traced_to_its_device(tmp_path: Path) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(
        "36 25 0:32 / / rw,relatime shared:1 - btrfs /dev/no-such-disk rw\n"
        "37 25 0:33 / /tmp rw - tmpfs tmpfs rw\n"
    )
    assert _device_of_mount("8:3", mounts) == "8:3"
    assert _device_of_mount("0:32", mounts) is None
    assert _device_of_mount("0:33", mounts) is None
    assert _device_of_mount("0:99", mounts) is None


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("1\r\n", "yes"),
        ("2", "no"),
        ("3", "no"),
        ("5", "no"),
        ("6", "unknown"),
        ("", "unknown"),
        ("On", "unknown"),
    ],
)
def test_what_the_shell_of_windows_says(said: str, meant: str) -> None:
    assert bitlocker_of(said) == meant
