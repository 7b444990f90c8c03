"""A backup takes the place of a store that does not open: what was there is kept, and no cut on the way loses anything."""

import datetime as dt
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.errors import (
    BackupMissing,
    DiskFailing,
    KeyringDamaged,
    SavedWorkMissing,
    VaultExists,
    VaultInUse,
    VaultMissing,
    WrongPassphrase,
)
from app.keys.keyring import sign_keyring
from storage.backup import backups, make_backup
from storage.compartment import Compartment, Write
from storage.keyring_file import COPY, NAMES, copy_keyring, read_keyring, read_keyring_copy, write_keyring
from storage.opening import PAGE_BYTES, backup_recipient
from storage.restore import (
    STAGING,
    Restored,
    restore_chosen,
    restore_damaged,
    restore_keyring,
    restore_newest,
    restore_store,
)
from storage.vault import TEAM, create_vault, has_vault, lock_vault
from tests.fixtures.vault import InventedVault

NOON = dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC)
LATER = NOON + dt.timedelta(days=1)


def note(team: Compartment, number: int) -> bytes:
    """Save a note; returns its txn_id."""
    with team.writing():
        return team.save(
            bytes(16), [Write("note", number.to_bytes(16, "big"), None, {"text": {"text": f"note {number}"}})]
        )


def back_up(team: Compartment, there: InventedVault, moment: dt.datetime) -> Path:
    recipient = backup_recipient(there.data_key()).public_key().public_bytes_raw()
    vault = read_keyring(there.folder).vault
    return make_backup(team.connection, there.folder / "backups", vault, TEAM, recipient, moment)


@pytest.fixture
def there(invented_vault: InventedVault) -> InventedVault:
    """A closed vault with three notes, the first two in a backup; the county had confirmed one."""
    team = invented_vault.open_team()
    note(team, 1)
    note(team, 2)
    with team.writing():
        team.set_facts(county_has_n=b"1")
    back_up(team, invented_vault, NOON)
    note(team, 3)
    team.close()
    copy_keyring(invented_vault.folder, read_keyring(invented_vault.folder))
    return invented_vault


def damage(path: Path) -> None:
    body = bytearray(path.read_bytes())
    body[PAGE_BYTES * 3 : PAGE_BYTES * 4] = bytes(PAGE_BYTES)
    path.write_bytes(body)


def restore(there: InventedVault, backup: Path | None = None, moment: dt.datetime = LATER) -> Restored:
    """The newest, or this backup, without Argon2id and lock."""
    vault = read_keyring(there.folder).vault
    if backup is None:
        return restore_newest(there.folder, TEAM, vault, there.data_key(), moment)
    return restore_store(there.folder, TEAM, vault, there.data_key(), backup, moment)


def notes_in(there: InventedVault) -> int:
    team = there.open_team()
    try:
        return int(team.connection.execute("SELECT count(*) FROM shown WHERE kind = 'note'").fetchone()[0])
    finally:
        team.close()


def test_the_copy_takes_the_place_and_the_damaged_files_are_kept(there: InventedVault) -> None:
    damage(there.store)
    kept = {path.name: path.read_bytes() for path in (there.store, there.head)}
    (done,) = restore_damaged(there.folder, there.worker.id, there.passphrase, LATER)
    assert (done.compartment, done.made_at) == (TEAM, int(NOON.timestamp()))
    assert done.set_aside.name == "damaged-20261122-120000"
    assert {path.name: path.read_bytes() for path in done.set_aside.iterdir()} == kept
    with there.open() as vault:
        assert vault.team.fact("restored_at") == str(int(LATER.timestamp())).encode()
        assert vault.team.fact("restored_from") == str(int(NOON.timestamp())).encode()
    assert notes_in(there) == 2
    assert not (there.folder / STAGING).exists()


def test_no_place_of_the_former_chain_is_used_again(there: InventedVault) -> None:
    team = there.open_team()
    former = team.tip()
    places = dict(team.connection.execute("SELECT n, txn_id FROM outbox").fetchall())
    team.close()
    restore(there)
    team = there.open_team()
    tip = team.tip()
    assert tip.replica != former.replica
    # What the county had not confirmed goes on under the new replica with its old name; what it had stays.
    assert [(one.n, one.h) for one in team.waiting(0, 1 << 20)][-1] == (1, tip.h)
    assert team.connection.execute(
        "SELECT txn_id FROM outbox WHERE replica = ?", (tip.replica,)
    ).fetchall() == [(places[2],)]
    parent = team.parent_of(tip.replica)
    assert parent is not None
    assert (parent.replica, parent.n) == (former.replica, 1)
    note(team, 9)
    rows = team.connection.execute(
        "SELECT n, txn_id FROM outbox WHERE replica = ?", (former.replica,)
    ).fetchall()
    assert all(places[n] == txn_id for n, txn_id in rows)
    assert team.tip().n == 2
    team.close()


def test_two_restores_of_one_backup_are_two_replicas(there: InventedVault) -> None:
    replicas = set()
    for number in range(2):
        restore(there, moment=LATER + dt.timedelta(seconds=number))
        team = there.open_team()
        replicas.add(team.tip().replica)
        team.close()
    assert len(replicas) == 2


@pytest.mark.parametrize("lost", ["store", "head"])
def test_a_missing_file_is_restored(there: InventedVault, lost: str) -> None:
    getattr(there, lost).unlink()
    restore_damaged(there.folder, there.worker.id, there.passphrase, LATER)
    assert notes_in(there) == 2


def test_a_log_never_lies_beside_the_copy(there: InventedVault) -> None:
    there.log.write_bytes(b"a log of the life that ended")
    done = restore(there)
    assert not there.log.exists()
    assert (done.set_aside / there.log.name).read_bytes() == b"a log of the life that ended"
    assert notes_in(there) == 2


def test_what_opens_is_left_alone(there: InventedVault) -> None:
    assert restore_damaged(there.folder, there.worker.id, there.passphrase, LATER) == ()
    assert notes_in(there) == 3
    assert list(there.folder.glob("damaged-*")) == []


def test_a_damaged_copy_is_passed_over_and_kept(there: InventedVault) -> None:
    team = there.open_team()
    newer = back_up(team, there, NOON + dt.timedelta(hours=20))
    team.close()
    damage(newer)
    damage(there.store)
    done = restore(there)
    assert done.backup.name == "team-20261121-120000.db"
    assert notes_in(there) == 2
    # Of the life that ended: the rotation shall not delete it in favour of a copy of the new one.
    assert not newer.exists()
    assert (done.set_aside / newer.name).exists()
    assert (done.set_aside / newer.with_suffix(".key").name).exists()


@pytest.mark.parametrize("harm", [damage, Path.unlink, lambda path: path.with_suffix(".key").unlink()])
def test_without_a_copy_that_opens_nothing_is_touched(
    there: InventedVault, harm: Callable[[Path], Any]
) -> None:
    damage(there.store)
    (copy,) = backups(there.folder / "backups", TEAM)
    harm(copy)
    before = {path: path.read_bytes() for path in (there.store, there.head)}
    with pytest.raises(BackupMissing):
        restore(there)
    assert {path: path.read_bytes() for path in before} == before
    assert list(there.folder.glob("damaged-*")) == []
    assert not (there.folder / STAGING).exists()


def test_a_copy_of_another_vault_is_refused(there: InventedVault, tmp_path: Path) -> None:
    other = there.copy(tmp_path / "other")
    team = other.open_team()
    recipient = backup_recipient(there.data_key()).public_key().public_bytes_raw()
    with team.writing():
        team.set_facts(vault=b"x" * 16)
    foreign = make_backup(team.connection, tmp_path, b"x" * 16, TEAM, recipient, NOON)
    team.close()
    with pytest.raises(BackupMissing):
        restore_chosen(there.folder, there.worker.id, there.passphrase, foreign, LATER)
    assert notes_in(there) == 3


def test_a_chosen_copy_from_elsewhere_is_gone_back_to(there: InventedVault, tmp_path: Path) -> None:
    (copy,) = backups(there.folder / "backups", TEAM)
    stick = tmp_path / "stick"
    shutil.copytree(copy.parent, stick)
    done = restore_chosen(there.folder, there.worker.id, there.passphrase, stick / copy.name, LATER)
    assert notes_in(there) == 2
    assert (done.set_aside / there.store.name).exists()
    assert copy.exists()


def test_a_wrong_passphrase_and_an_open_vault_change_nothing(there: InventedVault) -> None:
    damage(there.store)
    with pytest.raises(WrongPassphrase):
        restore_damaged(there.folder, there.worker.id, "not it", LATER)
    lock = lock_vault(there.folder)
    with pytest.raises(VaultInUse):
        restore_damaged(there.folder, there.worker.id, there.passphrase, LATER)
    lock.release()
    assert list(there.folder.glob("damaged-*")) == []


def test_the_next_backup_is_of_the_new_life(there: InventedVault) -> None:
    damage(there.store)
    restore_damaged(there.folder, there.worker.id, there.passphrase, LATER)
    with there.open() as vault:
        (made,) = vault.back_up(LATER + dt.timedelta(hours=1))
    restore(there, made, LATER + dt.timedelta(hours=2))
    assert notes_in(there) == 2


# cuts


class Cut(BaseException):
    """The process ends here."""


@contextmanager
def cut_at(monkeypatch: pytest.MonkeyPatch, place: int, *, after: bool) -> Iterator[list[str]]:
    """End just before or just after the call number ``place`` that changes the disk."""
    calls: list[str] = []

    def watched(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        def once(*given: Any, **named: Any) -> Any:
            calls.append(name)
            if len(calls) == place and not after:
                raise Cut
            result = call(*given, **named)
            if len(calls) == place:
                raise Cut
            return result

        return once

    with monkeypatch.context() as patch:
        for name in ("replace", "mkdir", "fsync", "unlink", "rmdir"):
            patch.setattr(os, name, watched(name, getattr(os, name)))
        yield calls


def cuts(count: int) -> Iterator[tuple[int, bool]]:
    return ((place, after) for place in range(1, count + 1) for after in (False, True))


def as_after_a_power_cut(there: InventedVault, folder: Path) -> InventedVault:
    """A copy taken while the store is open: its newest note lies in the log only."""
    team = there.open_team()
    note(team, 4)
    image = there.copy(folder)
    team.close()
    assert image.log.stat().st_size > 0
    return image


def former_life(there: InventedVault, folder: Path) -> InventedVault:
    """The files that were set aside, the oldest first, put together as a vault again."""
    folder.mkdir()
    for aside in sorted(there.folder.glob("damaged-*"), reverse=True):
        for path in aside.iterdir():
            shutil.copy(path, folder)
    for name in NAMES:
        shutil.copy(there.folder / name, folder)
    return msgspec.structs.replace(there, folder=folder)


@pytest.mark.usefixtures("stores_by_hand")
def test_a_cut_at_any_place_loses_nothing(
    there: InventedVault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old store was whole, so after the cut it opens with everything, or is told to be missing and lies complete in the
    damaged folder; restoring again works.
    """
    image = as_after_a_power_cut(there, tmp_path / "image")
    whole = image.copy(tmp_path / "whole")
    with cut_at(monkeypatch, 0, after=False) as calls:
        restore(whole)
    assert calls.count("replace") >= 5
    seen = set()
    for place, after in cuts(len(calls)):
        one = image.copy(tmp_path / f"cut-{place}-{after}")
        with suppress(Cut), cut_at(monkeypatch, place, after=after):
            restore(one)
        # A look changes the files, so it is taken at another copy.
        look = one.copy(tmp_path / "look")
        try:
            seen.add(notes_in(look))
        except VaultMissing:
            # Never a store without its head file, nor one whose log is gone: those would be told otherwise.
            seen.add(0)
        restore(one, moment=LATER + dt.timedelta(minutes=1))
        assert notes_in(one) == 2, (place, after)
        assert notes_in(former_life(one, tmp_path / "former")) == 4, (place, after)
        for used in (one.folder, look.folder, tmp_path / "former"):
            shutil.rmtree(used)
    assert seen == {0, 2, 4}


def test_an_error_of_the_disk_at_any_place_is_told(
    there: InventedVault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync, done = os.fsync, []

    def failing(handle: int) -> None:
        done.append(handle)
        if len(done) == failing_at:
            raise OSError(5, "input/output error")
        sync(handle)

    failing_at = 0
    monkeypatch.setattr(os, "fsync", failing)
    restore(there.copy(tmp_path / "whole"))
    count = len(done)
    for failing_at in range(1, count + 1):
        done.clear()
        one = there.copy(tmp_path / f"failed-{failing_at}")
        with pytest.raises(DiskFailing):
            restore(one)
        restore(one, moment=LATER + dt.timedelta(minutes=1))
        assert notes_in(one) == 2
        shutil.rmtree(one.folder)


# the keyring


def test_a_backup_keeps_a_copy_of_the_keyring(invented_vault: InventedVault) -> None:
    with invented_vault.open() as vault:
        vault.back_up(NOON)
    assert read_keyring_copy(invented_vault.folder) == read_keyring(invented_vault.folder)


def test_the_copy_follows_the_pair_and_never_goes_back(there: InventedVault) -> None:
    first = read_keyring(there.folder)
    newer = sign_keyring(msgspec.structs.replace(first, generation=2), there.worker.id, there.keys.sign)
    write_keyring(there.folder, newer)
    copy_keyring(there.folder, first)
    body = (there.folder / COPY).read_bytes()
    assert read_keyring_copy(there.folder) == newer
    write_keyring(there.folder, first)
    copy_keyring(there.folder, first)
    assert (there.folder / COPY).read_bytes() == body


def test_a_lost_pair_comes_back(there: InventedVault) -> None:
    keyring = read_keyring(there.folder)
    for name in NAMES:
        (there.folder / name).unlink()
    assert has_vault(there.folder)
    with pytest.raises(VaultMissing):
        there.open()
    assert restore_keyring(there.folder) == keyring
    there.open().close()


def test_with_only_the_copy_left_no_new_vault_is_made(there: InventedVault) -> None:
    keyring = read_keyring(there.folder)
    for name in NAMES:
        (there.folder / name).unlink()
    with pytest.raises(VaultExists):
        create_vault(
            there.folder,
            worker=there.worker,
            keys=there.keys,
            passphrase=there.passphrase,
            recovery=keyring.recovery[0],
            commune_name="",
            laptop_name="",
            country="ro",
            facts={},
        )
    assert there.store.exists()


def test_one_readable_keyring_wins_over_the_copy(there: InventedVault) -> None:
    first = read_keyring(there.folder)
    newer = sign_keyring(msgspec.structs.replace(first, generation=2), there.worker.id, there.keys.sign)
    write_keyring(there.folder, newer)
    (there.folder / NAMES[0]).write_bytes(b"damaged")
    assert restore_keyring(there.folder) == newer
    assert list(there.folder.glob("damaged-*")) == []


def test_a_cut_while_the_keyring_comes_back_leaves_it_to_be_done_again(
    there: InventedVault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in NAMES:
        (there.folder / name).write_bytes(b"damaged")
    with cut_at(monkeypatch, 0, after=False) as calls:
        restore_keyring(there.copy(tmp_path / "whole").folder, NOON)
    for place, after in cuts(len(calls)):
        one = there.copy(tmp_path / f"cut-{place}-{after}")
        with suppress(Cut), cut_at(monkeypatch, place, after=after):
            restore_keyring(one.folder, NOON)
        assert has_vault(one.folder)
        restore_keyring(one.folder, LATER)
        assert read_keyring(one.folder) == read_keyring(tmp_path / "whole")
        assert b"damaged" in {path.read_bytes() for path in one.folder.glob("damaged-*/keyring.?")}
        shutil.rmtree(one.folder)


def test_without_a_copy_the_keyring_stays_as_it_is(there: InventedVault) -> None:
    (there.folder / COPY).write_bytes(b"damaged too")
    for name in NAMES:
        (there.folder / name).write_bytes(b"damaged")
    with pytest.raises(KeyringDamaged):
        restore_keyring(there.folder)
    assert {(there.folder / name).read_bytes() for name in NAMES} == {b"damaged"}


def test_a_store_put_back_from_before_is_replaced_by_a_newer_copy(
    there: InventedVault, tmp_path: Path
) -> None:
    old = there.store.read_bytes()
    team = there.open_team()
    note(team, 4)
    back_up(team, there, NOON + dt.timedelta(hours=3))
    team.close()
    there.store.write_bytes(old)
    with pytest.raises(SavedWorkMissing):
        there.open_team()
    (done,) = restore_damaged(there.folder, there.worker.id, there.passphrase, LATER)
    assert done.backup.name == "team-20261121-150000.db"
    assert notes_in(there) == 4
