"""A full, failing or read-only disk is told in our words, loses nothing that was acknowledged, and is survived."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.errors import DiskFailing, DiskFull, DiskReadOnly
from app.services.families import list_families, open_family, write_note
from app.services.importing import import_caseload
from storage import head as head_module
from storage.vault import Vault
from tests.fixtures.people import invented_caseload
from tests.fixtures.vault import InventedVault

needs_root = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0 or not Path("/proc/mounts").exists(),
    reason="mounting a small disk needs root on Linux",
)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own with room for a vault and little more."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1536k", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode != 0:
        pytest.skip("this machine does not let a test mount a disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(folder: Path, leave_bytes: int = 0) -> Path:
    """Use up the disk."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass
        file.truncate(max(0, file.tell() - leave_bytes))
    return filler


def notes(vault: Vault) -> int:
    return int(vault.team.connection.execute("SELECT count(*) FROM shown WHERE kind = 'note'").fetchone()[0])


@needs_root
def test_a_full_disk_loses_nothing_and_is_survived(invented_vault: InventedVault, small_disk: Path) -> None:
    there = invented_vault.copy(small_disk / "vault")
    with there.open() as vault:
        import_caseload(vault, invented_caseload(5), "list.xlsx")
        family = list_families(vault).lines[0].id
        before = notes(vault)
        filler = fill(small_disk, leave_bytes=64 * 1024)
        kept = 0
        with pytest.raises(DiskFull):  # noqa: PT012 - which of the saves fails depends on the file system
            while True:
                write_note(vault, family, "Lemne pentru iarnă. " * 100)
                kept += 1
        assert not vault.team.connection.in_transaction
        assert notes(vault) == before + kept
        with pytest.raises(DiskFull):
            import_caseload(vault, invented_caseload(40, seed=2), "more.xlsx")
        assert list_families(vault).total == 5
        with pytest.raises(DiskFull):
            vault.back_up()
        assert list((there.folder / "backups").iterdir()) == []
        filler.unlink()
        write_note(vault, family, "Din nou")  # without a restart
    with there.open() as vault:
        assert notes(vault) == before + kept + 1


@needs_root
def test_a_vault_on_a_full_disk_opens(invented_vault: InventedVault, small_disk: Path) -> None:
    there = invented_vault.copy(small_disk / "vault")
    fill(small_disk)
    with there.open() as vault:
        assert list_families(vault).total == 0


@needs_root
def test_a_read_only_disk_is_told_before_anything_is_promised(
    invented_vault: InventedVault, small_disk: Path
) -> None:
    there = invented_vault.copy(small_disk / "vault")
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(DiskReadOnly):
        there.open()
    subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)
    there.open().close()


@needs_root
def test_saves_until_the_last_byte_of_a_disk_are_kept(
    invented_vault: InventedVault, small_disk: Path
) -> None:
    there = invented_vault.copy(small_disk / "vault")
    vault = there.open()
    import_caseload(vault, invented_caseload(3), "list.xlsx")
    family = list_families(vault).lines[0].id
    before = notes(vault)
    filler = fill(small_disk)
    with pytest.raises(DiskFull):  # noqa: PT012 - the log may still have room in its last page
        for _ in range(400):
            write_note(vault, family, "Lemne")
            before += 1
    filler.unlink()
    vault.close()
    with there.open() as again:
        assert notes(again) == before


def test_a_head_that_cannot_be_written_is_a_failed_save(
    vault: Vault, invented_vault: InventedVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    import_caseload(vault, invented_caseload(1), "list.xlsx")
    family = list_families(vault).lines[0].id

    def fail(_handle: int) -> None:
        raise OSError(5, "input/output error")

    with monkeypatch.context() as failing:
        failing.setattr(head_module.os, "fsync", fail)
        with pytest.raises(DiskFailing):
            write_note(vault, family, "not acknowledged")
    write_note(vault, family, "acknowledged")
    vault.close()
    with invented_vault.open() as again:
        assert "acknowledged" in [event.text for event in open_family(again, family).timeline]
