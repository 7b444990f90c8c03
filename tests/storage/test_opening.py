"""Opening notices every damage it may meet, shows no record of a damaged store, and never makes an empty one."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import (
    KeyringDamaged,
    SavedWorkMissing,
    VatraError,
    VaultDamaged,
    VaultExists,
    VaultForeign,
    VaultInUse,
    VaultMissing,
    VaultTooNew,
    WrongPassphrase,
)
from app.services.families import find_families
from app.services.importing import import_caseload
from storage import opening
from storage.compartment import Compartment, Write
from storage.opening import PAGE_BYTES, connect, create_store
from storage.vault import TEAM, Vault
from sync.core.chain import genesis
from tests.fixtures.people import invented_caseload
from tests.fixtures.vault import InventedVault, make_invented_vault

ROOT = Path(__file__).resolve().parents[2]
AUTHOR = bytes(16)


def save_note(team: Compartment, number: int) -> None:
    with team.writing():
        record = number.to_bytes(16, "big")
        team.save(AUTHOR, [Write("note", record, None, {"text": {"text": f"note {number}"}})])


def notes_in(team: Compartment) -> int:
    return int(team.connection.execute("SELECT count(*) FROM shown WHERE kind = 'note'").fetchone()[0])


@pytest.fixture
def filled(invented_vault: InventedVault) -> InventedVault:
    """A closed store of some fifty pages."""
    team = invented_vault.open_team()
    for number in range(40):
        save_note(team, number)
    team.close()
    return invented_vault


@pytest.fixture
def cut_off(invented_vault: InventedVault, tmp_path: Path, stores_by_hand: None) -> InventedVault:
    """A store as a power cut leaves it: thirty acknowledged saves that are only in the write-ahead log."""
    team = invented_vault.open_team()
    for number in range(30):
        save_note(team, number)
    left = invented_vault.copy(tmp_path / "cut off")
    team.close()
    assert left.log.stat().st_size > 30 * PAGE_BYTES
    return left


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def flip(path: Path, at: int, bit: int = 0) -> None:
    body = bytearray(path.read_bytes())
    body[at] ^= 1 << bit
    path.write_bytes(body)


def test_a_store_keeps_what_was_saved(filled: InventedVault) -> None:
    team = filled.open_team()
    assert notes_in(team) == 40
    team.close()


def test_a_power_cut_loses_nothing(cut_off: InventedVault) -> None:
    team = cut_off.open_team()
    assert notes_in(team) == 30
    team.close()


@pytest.mark.parametrize("torn_bytes", [512, PAGE_BYTES + 1024])
def test_a_power_cut_while_the_log_is_folded_in_loses_nothing(
    cut_off: InventedVault, torn_bytes: int
) -> None:
    with cut_off.store.open("ab") as file:
        file.write(bytes(torn_bytes))
    team = cut_off.open_team()
    assert notes_in(team) == 30
    team.close()
    assert cut_off.store.stat().st_size % PAGE_BYTES == 0


def test_a_cut_inside_a_page_is_noticed_beside_a_log_too(cut_off: InventedVault) -> None:
    size = cut_off.store.stat().st_size
    for cut in range(PAGE_BYTES + 512, size, 7 * PAGE_BYTES):
        damaged = cut_off.copy(cut_off.folder.with_name(f"cut at {cut}"))
        with damaged.store.open("rb+") as file:
            file.truncate(cut)
        with pytest.raises((VaultDamaged, SavedWorkMissing)):
            damaged.open_team()


def _plaintext(vault: InventedVault) -> None:
    vault.store.write_bytes(b"SQLite format 3\0" + bytes(PAGE_BYTES - 16))


def _empty(vault: InventedVault) -> None:
    vault.store.write_bytes(b"")


def _cut_inside_a_page(vault: InventedVault) -> None:
    with vault.store.open("rb+") as file:
        file.truncate(file.seek(0, os.SEEK_END) // 2 // PAGE_BYTES * PAGE_BYTES + 777)


def _cut_at_a_page(vault: InventedVault) -> None:
    with vault.store.open("rb+") as file:
        file.truncate(file.seek(0, os.SEEK_END) - PAGE_BYTES)


def _cut_after_the_first_page(vault: InventedVault) -> None:
    with vault.store.open("rb+") as file:
        file.truncate(PAGE_BYTES)


def _zero_page(vault: InventedVault) -> None:
    with vault.store.open("rb+") as file:
        file.seek(10 * PAGE_BYTES)
        file.write(bytes(PAGE_BYTES))


def _swapped_pages(vault: InventedVault) -> None:
    body = vault.store.read_bytes()
    pages = [body[start : start + PAGE_BYTES] for start in range(0, len(body), PAGE_BYTES)]
    pages[5], pages[6] = pages[6], pages[5]
    vault.store.write_bytes(b"".join(pages))


def _noise(vault: InventedVault) -> None:
    vault.store.write_bytes(os.urandom(8 * PAGE_BYTES))


DAMAGES = [
    _plaintext, _empty, _cut_inside_a_page, _cut_at_a_page, _cut_after_the_first_page, _zero_page, _swapped_pages, _noise
]  # fmt: skip


@pytest.fixture(params=[opening.CHECKED_TWICE_BYTES, 0], ids=["small", "large"])
def either_size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite reads a small file through as well; a large one must be as safe without that."""
    monkeypatch.setattr(opening, "CHECKED_TWICE_BYTES", request.param)


@pytest.mark.usefixtures("either_size")
@pytest.mark.parametrize("damage", DAMAGES, ids=lambda one: one.__name__.strip("_"))
def test_damage_is_noticed_and_left_as_it_is(
    filled: InventedVault, damage: Callable[[InventedVault], None]
) -> None:
    damage(filled)
    before = filled.store.read_bytes()
    with pytest.raises(VaultDamaged):
        filled.open_team()
    assert filled.store.read_bytes() == before
    with pytest.raises(VaultDamaged):  # and again: the first try repaired nothing and replaced nothing
        filled.open_team()


@pytest.mark.usefixtures("either_size")
def test_a_bit_in_any_page_is_noticed(filled: InventedVault) -> None:
    size = filled.store.stat().st_size
    intact = filled.store.read_bytes()
    for page in range(size // PAGE_BYTES):
        flip(filled.store, page * PAGE_BYTES + (page * 977) % PAGE_BYTES, page % 8)
        with pytest.raises(VaultDamaged):
            filled.open_team()
        filled.store.write_bytes(intact)
    filled.open_team().close()


@pytest.mark.usefixtures("either_size")
def test_a_cut_at_any_page_is_noticed(filled: InventedVault) -> None:
    intact = filled.store.read_bytes()
    for pages in range(0, len(intact) // PAGE_BYTES, 3):
        filled.store.write_bytes(intact[: pages * PAGE_BYTES])
        with pytest.raises((VaultDamaged, SavedWorkMissing)):
            filled.open_team()


def test_a_missing_store_is_not_made_anew(filled: InventedVault) -> None:
    filled.store.unlink()
    with pytest.raises(VaultMissing):
        filled.open_team()
    assert not filled.store.exists()


def test_a_flipped_bit_in_the_log_is_noticed(cut_off: InventedVault, tmp_path: Path) -> None:
    size = cut_off.log.stat().st_size
    for turn, at in enumerate(range(100, size, size // 24)):
        damaged = cut_off.copy(tmp_path / f"flip {turn}")
        flip(damaged.log, at, turn % 8)
        evidence = damaged.log.read_bytes()
        with pytest.raises((SavedWorkMissing, VaultDamaged)):
            damaged.open_team()
        kept = damaged.folder / "team.db-wal.kept"
        assert kept.read_bytes() == evidence
        with pytest.raises((SavedWorkMissing, VaultDamaged)):  # SQLite has dropped the tail by now
            damaged.open_team()
        assert kept.read_bytes() == evidence


def test_without_the_head_file_a_flipped_log_would_go_unseen(cut_off: InventedVault) -> None:
    """The control of the test above: every other check is content with the store that lost saves."""
    flip(cut_off.log, cut_off.log.stat().st_size // 2)
    connection = connect(cut_off.store, cut_off.data_key())
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert connection.execute("PRAGMA quick_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA cipher_integrity_check").fetchall() == []
    assert connection.execute("SELECT count(*) FROM shown WHERE kind = 'note'").fetchone()[0] < 30
    connection.close()


def test_a_lost_log_is_noticed(cut_off: InventedVault) -> None:
    cut_off.log.unlink()
    with pytest.raises(SavedWorkMissing):
        cut_off.open_team()


def test_an_old_image_put_back_is_noticed(filled: InventedVault) -> None:
    old = filled.store.read_bytes()
    team = filled.open_team()
    save_note(team, 100)
    team.close()
    filled.store.write_bytes(old)
    with pytest.raises(SavedWorkMissing) as told:
        filled.open_team()
    assert told.value.facts["acknowledged"] == int(told.value.facts["sequence"]) + 1


@pytest.mark.parametrize("content", [None, b"", bytes(128), b"x" * 128], ids=["none", "empty", "zero", "x"])
def test_a_missing_or_unreadable_head_is_noticed(filled: InventedVault, content: bytes | None) -> None:
    if content is None:
        filled.head.unlink()
    else:
        filled.head.write_bytes(content)
    with pytest.raises(SavedWorkMissing):
        filled.open_team()


def test_a_crash_between_commit_and_head_opens(filled: InventedVault) -> None:
    before = filled.head.read_bytes()
    team = filled.open_team()
    save_note(team, 100)
    team.close()
    filled.head.write_bytes(before)
    team = filled.open_team()
    assert notes_in(team) == 41
    team.close()


def test_a_store_of_another_vault_is_refused(filled: InventedVault, tmp_path: Path) -> None:
    key = filled.data_key()
    other = tmp_path / "other"
    other.mkdir()
    create_store(other, TEAM, bytes(16), key, bytes(16), genesis(bytes(16)))
    for name in ("team.db", "team.head"):
        shutil.copy(other / name, filled.folder / name)
    with pytest.raises(VaultForeign):
        filled.open_team()


def test_a_store_under_another_key_is_damage_not_a_wrong_passphrase(
    filled: InventedVault, tmp_path: Path
) -> None:
    stranger = make_invented_vault(tmp_path / "stranger")
    shutil.copy(stranger.store, filled.store)
    with pytest.raises(VaultDamaged):
        filled.open()


def test_an_existing_store_is_never_written_over(filled: InventedVault) -> None:
    before = filled.store.read_bytes()
    with pytest.raises(VaultExists):
        create_store(filled.folder, TEAM, bytes(16), filled.data_key(), bytes(16), bytes(32))
    assert filled.store.read_bytes() == before


def test_a_key_of_another_length_is_not_taken_for_a_passphrase(filled: InventedVault) -> None:
    for length in (0, 16, 31, 33, 64):
        with pytest.raises(VaultDamaged):
            connect(filled.store, bytearray(length))


def test_a_newer_schema_is_refused_before_it_is_read(filled: InventedVault) -> None:
    team = filled.open_team()
    team.connection.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('vatra', 'of_next_year', '')"
    )
    team.connection.execute("ALTER TABLE head RENAME COLUMN sequence TO commits")
    team.close()
    before = filled.store.read_bytes()
    with pytest.raises(VaultTooNew):
        filled.open_team()
    assert filled.store.read_bytes() == before


@pytest.mark.usefixtures("stores_by_hand")
def test_a_store_held_by_another_program_is_in_use(filled: InventedVault) -> None:
    tool = connect(filled.store, filled.data_key())
    tool.execute("BEGIN IMMEDIATE")
    with pytest.raises(VaultInUse):
        filled.open_team()
    tool.close()


def test_an_open_vault_has_no_index_file_beside_it(invented_vault: InventedVault) -> None:
    with invented_vault.open_by_passphrase() as vault:
        assert sorted(path.name for path in vault.folder.iterdir()) == [
            "keyring.a", "keyring.b", "team.db", "team.db-wal", "team.head", "tries", "tries.lock", "vault.lock"
        ]  # fmt: skip


# the vault as a whole

SECOND = """
import sys, time
from pathlib import Path
from app.errors import VaultInUse
from storage.vault import Vault
began = time.monotonic()
try:
    Vault.open(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), sys.argv[3])
except VaultInUse:
    print("in use", time.monotonic() - began)
"""


def second_process(vault: InventedVault) -> str:
    ran = subprocess.run(
        [sys.executable, "-c", SECOND, str(vault.folder), vault.worker.id.hex(), vault.passphrase],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    return ran.stdout


def test_a_second_process_is_refused_at_once(invented_vault: InventedVault) -> None:
    with invented_vault.open():
        said = second_process(invented_vault)
    assert said.startswith("in use")
    assert float(said.split()[-1]) < 1
    assert second_process(invented_vault) == ""  # free again


def test_the_same_process_cannot_open_twice(invented_vault: InventedVault, vault: Vault) -> None:
    began = time.monotonic()
    with pytest.raises(VaultInUse):
        invented_vault.open()
    assert time.monotonic() - began < 1


@pytest.mark.parametrize(
    "passphrase", ["", "h7km-x2ab-9wqe-rt4d-mm3", "\0", "H7KM-X2AB-9WQE-RT4D-MM3Z", "x" * 1025]
)
def test_a_wrong_passphrase_opens_nothing_and_locks_nothing(
    invented_vault: InventedVault, passphrase: str
) -> None:
    before = contents(invented_vault.folder)
    with pytest.raises(WrongPassphrase):
        Vault.open(invented_vault.folder, invented_vault.worker.id, passphrase)
    noted = contents(invented_vault.folder)
    assert {name for name in noted if noted[name] != before.get(name)} == {"tries", "tries.lock"}
    invented_vault.open().close()


def test_an_unknown_worker_is_told_the_same(invented_vault: InventedVault) -> None:
    with pytest.raises(WrongPassphrase):
        Vault.open(invented_vault.folder, bytes(16), invented_vault.passphrase)


@pytest.mark.parametrize("damaged", ["keyring.a", "keyring.b"])
def test_one_good_keyring_is_enough(invented_vault: InventedVault, damaged: str) -> None:
    flip(invented_vault.folder / damaged, 200)
    invented_vault.open().close()


def test_two_damaged_keyrings_are_told(invented_vault: InventedVault) -> None:
    for name in ("keyring.a", "keyring.b"):
        flip(invented_vault.folder / name, 200)
    with pytest.raises(KeyringDamaged):
        invented_vault.open()


def test_a_folder_without_keyring_is_missing(invented_vault: InventedVault, tmp_path: Path) -> None:
    for name in ("keyring.a", "keyring.b"):
        (invented_vault.folder / name).unlink()
    with pytest.raises(VaultMissing):
        invented_vault.open()
    with pytest.raises(VaultMissing):
        Vault.open(tmp_path / "nowhere", invented_vault.worker.id, "x")
    assert not (tmp_path / "nowhere").exists()


def test_a_vault_that_exists_is_not_made_again(invented_vault: InventedVault) -> None:
    before = contents(invented_vault.folder)
    with pytest.raises(VaultExists):
        make_invented_vault(invented_vault.folder)
    assert contents(invented_vault.folder) == before


def test_a_new_vault_keeps_stores_whose_keyring_was_lost(filled: InventedVault) -> None:
    store = filled.store.read_bytes()
    for name in ("keyring.a", "keyring.b"):
        (filled.folder / name).unlink()
    made = make_invented_vault(filled.folder)
    (aside,) = filled.folder.glob("without-keyring-*")
    assert (aside / "team.db").read_bytes() == store
    made.open().close()


def test_a_vault_that_fails_late_lets_go_of_everything(invented_vault: InventedVault) -> None:
    team = invented_vault.open_team()
    with team.writing():
        team.connection.execute("DELETE FROM fact WHERE name = 'device_sign_key'")
    team.close()
    for _ in range(2):
        with pytest.raises(VaultDamaged) as told:
            invented_vault.open()
        assert told.value.facts["check"] == "device_key"


def test_no_store_file_is_opened_by_hand_while_connected(vault: Vault) -> None:
    """Every test fails that does; here is a day in which there would be reason to."""
    import_caseload(vault, invented_caseload(5), "list.xlsx")
    find_families(vault, "popa")
    vault.back_up()
    with pytest.raises(VatraError):
        Vault.open(vault.folder, vault.worker.id, "wrong")
