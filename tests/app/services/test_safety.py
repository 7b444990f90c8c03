"""What the locked screen and IT are told about copies and about the laptop, on real vaults."""

import datetime as dt
import os
import sys
from pathlib import Path

import pytest

from app.errors import KeyringDamaged, VaultDamaged, VaultMissing
from app.services import safety, session
from app.services.laptop_health import _device_of_mount, _encryption_of, disk_encryption, laptop_health
from app.services.registering import NewFamily, register_family
from app.services.safety import WayOn
from storage.keyring_file import NAMES
from tests.fixtures.vault import InventedVault

NOON = dt.datetime(2026, 11, 20, 12, tzinfo=dt.UTC)


@pytest.fixture
def copied(invented_vault: InventedVault) -> InventedVault:
    """A closed vault with one family, copied on two days."""
    with invented_vault.open() as vault:
        register_family(vault, NewFamily(family_name="Dobre", given_names="Ion"))
        vault.back_up(NOON)
        vault.back_up(NOON + dt.timedelta(days=1))
    return invented_vault


def test_copies_are_listed_newest_first(copied: InventedVault) -> None:
    found = safety.copies(copied.folder)
    days = [int((NOON + dt.timedelta(days=back)).timestamp()) for back in (1, 0)]
    assert [(one.compartment, one.made_at) for one in found] == [("team", day) for day in days]
    assert all(one.size_bytes == one.path.stat().st_size > 0 for one in found)
    found[0].path.with_suffix(".key").write_bytes(b"damaged")
    found[1].path.with_suffix(".key").unlink()
    assert safety.copies(copied.folder) == ()


def test_a_vault_without_copies_offers_none(invented_vault: InventedVault) -> None:
    assert safety.way_on(invented_vault.folder) == WayOn(False, None)


def test_the_way_on_from_a_damaged_store(copied: InventedVault) -> None:
    copied.store.write_bytes(bytes(8192))
    assert safety.way_on(copied.folder) == WayOn(False, int((NOON + dt.timedelta(days=1)).timestamp()))
    with pytest.raises(VaultDamaged):
        copied.open()
    keys = safety.keys_from_copy(copied.folder, copied.worker.id, copied.passphrase)
    with session.open_desk(copied.folder, keys) as vault:
        assert safety.contents(vault).records["family"] == 1


def test_the_way_on_from_a_lost_keyring(copied: InventedVault) -> None:
    assert not safety.use_keyring_copy(copied.folder)
    for name in NAMES:
        (copied.folder / name).write_bytes(b"damaged")
    assert safety.way_on(copied.folder).keyring
    assert safety.use_keyring_copy(copied.folder)
    assert not safety.way_on(copied.folder).keyring
    copied.open().close()


def test_a_lost_keyring_without_a_copy_is_told(invented_vault: InventedVault, tmp_path: Path) -> None:
    for name in NAMES:
        (invented_vault.folder / name).write_bytes(b"damaged")
    with pytest.raises(KeyringDamaged):
        safety.use_keyring_copy(invented_vault.folder)
    with pytest.raises(VaultMissing):
        safety.use_keyring_copy(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_contents_are_counts(copied: InventedVault) -> None:
    with copied.open() as vault:
        told = safety.contents(vault)
    assert told.records["family"] == told.records["person"] == 1
    assert told.to_send == 1


# health


def test_health_of_a_locked_and_of_an_open_vault(copied: InventedVault) -> None:
    locked = laptop_health(copied.folder)
    assert locked.copies == 2
    assert locked.last_copy_at == int((NOON + dt.timedelta(days=1)).timestamp())
    assert 0 < locked.disk_free_bytes <= locked.disk_total_bytes
    assert set(locked.versions) == {"SQLCipher", "SQLite", "OpenSSL", "Python"}
    assert all(version[0].isdigit() for version in locked.versions.values())
    with copied.open() as vault:
        with vault.team.writing():
            vault.team.set_facts(clock_offset_s=b"-40", last_contact_at=b"1795000000")
        told = laptop_health(copied.folder, vault)
    assert (told.clock_offset_s, told.last_contact_at, told.restored_at) == (-40, 1795000000, None)
    assert (locked.clock_offset_s, locked.last_contact_at) == (None, None)


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
