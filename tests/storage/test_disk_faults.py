"""A full, failing or read-only disk is told in our words, loses nothing that was acknowledged, and is survived."""

import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from app.errors import DiskFailing, DiskFull, DiskReadOnly, SavedWorkMissing, WrongPassphrase
from app.services.families import list_families, open_family, write_note
from app.services.importing import import_caseload
from storage import head as head_module
from storage.vault import Vault
from tests.fixtures.disks import make_read_only, make_writable, needs_root
from tests.fixtures.people import invented_caseload
from tests.fixtures.vault import InventedVault


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


@pytest.fixture
def on_read_only_disk(invented_vault: InventedVault, small_disk: Path) -> InventedVault:
    """A vault with some families, left as a power cut leaves it, on a disk that has become read-only since."""
    vault = invented_vault.open()
    import_caseload(vault, invented_caseload(5), "list.xlsx")
    write_note(vault, list_families(vault).lines[0].id, "Lemne pentru iarnă.")
    # By a process of its own: this one must not open the files it is connected to.
    there = msgspec.structs.replace(invented_vault, folder=small_disk / "vault")
    copying = "import shutil, sys; shutil.copytree(*sys.argv[1:])"
    command = [sys.executable, "-c", copying, str(invented_vault.folder), str(there.folder)]
    subprocess.run(command, check=True)
    vault.close()
    assert there.log.stat().st_size > 0
    make_read_only(small_disk)
    return there


@needs_root
def test_everything_on_a_read_only_disk_can_be_read_and_nothing_is_promised(
    on_read_only_disk: InventedVault, small_disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = on_read_only_disk
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    with there.open() as vault:
        assert vault.read_only
        family = list_families(vault).lines[0].id
        notes = [note.text for note in open_family(vault, family).notes]
        assert "Lemne pentru iarnă." in notes
        with pytest.raises(DiskReadOnly):
            write_note(vault, family, "Nu se poate păstra.")
        with pytest.raises(DiskReadOnly):
            vault.back_up()
        assert [note.text for note in open_family(vault, family).notes] == notes
        (copied,) = tmp_path.glob("vatra-reading-*")
        assert {path.name for path in copied.iterdir()} >= {"team.db", "team.head"}
    assert list(tmp_path.glob("vatra-reading-*")) == []
    with pytest.raises(WrongPassphrase):
        Vault.open(there.folder, there.worker.id, "not the words at all")

    make_writable(small_disk)
    with there.open() as vault:
        assert not vault.read_only
        write_note(vault, family, "Din nou.")


@needs_root
def test_damage_on_a_read_only_disk_is_noticed_too(
    on_read_only_disk: InventedVault, small_disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    make_writable(small_disk)
    on_read_only_disk.log.unlink()
    make_read_only(small_disk)
    with pytest.raises(SavedWorkMissing):
        on_read_only_disk.open()
    assert list(tmp_path.glob("vatra-reading-*")) == []


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
