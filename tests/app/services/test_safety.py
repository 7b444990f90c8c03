"""What the locked screen and IT are told about copies and about the laptop, on real vaults."""

import datetime as dt
from pathlib import Path

import pytest

from app.errors import KeyringDamaged, VaultDamaged, VaultMissing
from app.services import safety, session
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
