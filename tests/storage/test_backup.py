"""A backup counts when it was opened again; what failed leaves no trace; the right ones are kept."""

import datetime as dt
from pathlib import Path

import msgspec
import pytest

from app.errors import DiskFailing, KeyringDamaged, VaultDamaged
from storage import backup
from storage.backup import BackupNote, backups, make_backup, open_backup
from storage.compartment import Compartment, Write
from storage.opening import PAGE_BYTES, backup_recipient
from storage.vault import TEAM, Vault
from tests.fixtures.vault import InventedVault

NOON = dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC)


def note(team: Compartment, text: str) -> None:
    with team.writing():
        team.save(bytes(16), [Write("note", text.encode().ljust(16)[:16], None, {"text": {"text": text}})])


@pytest.fixture
def team(invented_vault: InventedVault) -> Compartment:
    opened = invented_vault.open_team()
    for number in range(20):
        note(opened, f"note {number}")
    return opened


def back_up(team: Compartment, vault: InventedVault, moment: dt.datetime = NOON) -> Path:
    recipient = backup_recipient(vault.data_key()).public_key().public_bytes_raw()
    return make_backup(team.connection, vault.folder / "backups", bytes(16), TEAM, recipient, moment)


def test_a_backup_holds_everything_and_opens_for_the_data_key(
    team: Compartment, invented_vault: InventedVault
) -> None:
    path = back_up(team, invented_vault)
    note(team, "written later")
    copy = open_backup(path, backup_recipient(invented_vault.data_key()))
    assert copy.execute("SELECT count(*) FROM shown").fetchone()[0] == 20
    assert copy.execute("SELECT sequence FROM head").fetchone()[0] == team.sequence() - 1
    with pytest.raises(Exception, match="readonly"):
        copy.execute("DELETE FROM shown")
    copy.close()
    assert sorted(one.name for one in path.parent.iterdir()) == [
        path.with_suffix(".db").name,
        path.with_suffix(".key").name,
    ]
    team.close()


def test_a_backup_opens_for_no_other_key(team: Compartment, invented_vault: InventedVault) -> None:
    path = back_up(team, invented_vault)
    with pytest.raises(KeyringDamaged):
        open_backup(path, backup_recipient(bytearray(32)))
    body = path.with_suffix(".key").read_bytes()
    known = msgspec.msgpack.decode(body, type=BackupNote)
    for field, other in {"vault": b"x" * 16, "compartment": "health", "sequence": 1, "made_at": 0}.items():
        moved = msgspec.structs.replace(known, **{field: other})
        path.with_suffix(".key").write_bytes(msgspec.msgpack.encode(moved))
        with pytest.raises(KeyringDamaged):
            open_backup(path, backup_recipient(invented_vault.data_key()))
    team.close()


def test_two_backups_share_no_key(team: Compartment, invented_vault: InventedVault) -> None:
    one, other = back_up(team, invented_vault), back_up(team, invented_vault, NOON + dt.timedelta(days=1))
    other.with_suffix(".key").write_bytes(one.with_suffix(".key").read_bytes())
    with pytest.raises(VaultDamaged):
        open_backup(other, backup_recipient(invented_vault.data_key()))
    team.close()


@pytest.mark.parametrize("page", [0, 5, -1])
def test_a_copy_that_was_damaged_on_its_way_is_no_backup(
    team: Compartment, invented_vault: InventedVault, monkeypatch: pytest.MonkeyPatch, page: int
) -> None:
    verify = backup._verify

    def on_a_bad_disk(path: Path, key: bytearray, original: object) -> None:
        body = bytearray(path.read_bytes())
        body[page * PAGE_BYTES + 100] ^= 1
        path.write_bytes(body)
        verify(path, key, original)  # type: ignore[arg-type]

    kept = back_up(team, invented_vault)
    monkeypatch.setattr(backup, "_verify", on_a_bad_disk)
    with pytest.raises(VaultDamaged):
        back_up(team, invented_vault, NOON + dt.timedelta(days=1))
    assert sorted(path.name for path in kept.parent.iterdir()) == sorted(
        [kept.name, kept.with_suffix(".key").name]
    )
    team.close()


def test_a_copy_that_lacks_a_row_is_no_backup(
    team: Compartment, invented_vault: InventedVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = backup._facts

    monkeypatch.setattr(
        backup, "_facts", lambda connection: (facts(connection), connection is team.connection)
    )
    with pytest.raises(VaultDamaged):
        back_up(team, invented_vault)
    team.close()


def test_what_a_cut_backup_left_is_dropped(team: Compartment, invented_vault: InventedVault) -> None:
    folder = invented_vault.folder / "backups"
    folder.mkdir()
    for name in (
        "team-20261120-120000.part",
        "team-20261120-120000.part-journal",
        "team-20261120-120000.key",
    ):
        (folder / name).write_bytes(b"left over")
    path = back_up(team, invented_vault)
    assert sorted(one.name for one in folder.iterdir()) == sorted([path.name, path.with_suffix(".key").name])
    team.close()


def test_a_failing_disk_leaves_no_part(
    team: Compartment, invented_vault: InventedVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_handle: int) -> None:
        raise OSError(5, "input/output error")

    monkeypatch.setattr(backup.os, "fsync", fail)
    with pytest.raises(DiskFailing):
        back_up(team, invented_vault)
    assert list((invented_vault.folder / "backups").iterdir()) == []
    team.close()


def test_three_days_and_two_weeks_are_kept(team: Compartment, invented_vault: InventedVault) -> None:
    kept: list[Path] = []
    for day in range(36):
        for hour in (0, 4):
            back_up(team, invented_vault, NOON + dt.timedelta(days=day, hours=hour))
        kept = backups(invented_vault.folder / "backups", TEAM)
        assert len(kept) <= 5
    days = [dt.date.fromisoformat(path.stem[5:13]) for path in kept]
    newest = (NOON + dt.timedelta(days=35)).date()
    assert days[:3] == [newest - dt.timedelta(days=back) for back in range(3)]
    assert all(path.stem.endswith("160000") for path in kept[:3])
    weeks = [day.isocalendar()[:2] for day in days]
    assert len(set(weeks[2:])) == 3
    assert days[-1] > newest - dt.timedelta(days=22)
    assert {path.suffix for path in kept[0].parent.iterdir()} == {".db", ".key"}
    assert len(list(kept[0].parent.iterdir())) == 2 * len(kept)
    team.close()


def test_a_vault_backs_up_and_remembers_when(vault: Vault) -> None:
    (path,) = vault.back_up(NOON)
    assert path.name == "team-20261121-120000.db"
    assert vault.team.fact("backed_up_at") == str(int(NOON.timestamp())).encode()
