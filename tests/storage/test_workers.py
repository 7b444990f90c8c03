"""Several workers on one laptop: who gets which key, who loses it, and what a cut in between leaves."""

import datetime as dt
import itertools
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.domain.access import TEAM, compartments, compartments_of
from app.domain.ids import random_id
from app.domain.kinds import NOTE, groups_of
from app.errors import KeyringDamaged, LastWorker, VaultDamaged, WorkerKnown, WorkerMissing, WrongPassphrase
from app.keys.grants import open_grant
from app.keys.keyring import RECOVERY, WorkerEntry, data_keys_of
from app.keys.slots import FLOOR, WorkerKeys, open_slot
from storage import reading, workers
from storage.backup import backups, open_backup
from storage.compartment import Write
from storage.keyring_file import read_keyring
from storage.opening import backup_recipient, connect, open_store, store_path
from storage.restore import restore_damaged
from storage.vault import Vault
from tests.fixtures.vault import PASSPHRASE, InventedVault, make_invented_vault

PROFESSIONS = (
    ("Ana S.", "social_worker"),
    ("Maria D.", "community_nurse"),
    ("Ioana P.", "school_counsellor"),
    ("Vasile C.", "health_mediator"),
    ("Elena M.", "guard"),
)
"""Five workers; nobody defined what a guard reads, so a guard reads what the team reads."""


@pytest.fixture(scope="module")
def _social(tmp_path_factory: pytest.TempPathFactory) -> InventedVault:
    folder = tmp_path_factory.mktemp("social") / "vault"
    return make_invented_vault(folder, readable=compartments_of("social_worker"))


@pytest.fixture
def social(_social: InventedVault, tmp_path: Path) -> InventedVault:
    """The vault of a social worker, with the social compartment."""
    return _social.copy(tmp_path / "vault")


def newcomer(name: str, profession: str) -> tuple[WorkerEntry, WorkerKeys]:
    keys = WorkerKeys.new()
    return WorkerEntry(random_id(), name, profession, keys.receive_public, keys.sign_public), keys


def add(vault: Vault, name: str, profession: str) -> tuple[WorkerEntry, tuple[str, ...]]:
    worker, keys = newcomer(name, profession)
    readable = compartments_of(profession)
    return worker, workers.add_worker(vault, worker, keys, f"{name} {profession}", readable, FLOOR)


def opened(laptop: InventedVault, worker: WorkerEntry) -> Vault:
    return Vault.open(laptop.folder, worker.id, f"{worker.name} {worker.profession}")


def write_note(vault: Vault, compartment: str, text: str) -> bytes:
    record = random_id()
    store = vault.compartments[compartment]
    with store.writing():
        store.save(vault.worker.id, [Write("note", record, None, groups_of(NOTE, {"text": text}))])
    return record


def notes(vault: Vault, compartment: str) -> int:
    return reading.count_of(vault.compartments[compartment].connection, "note")


def test_a_second_worker_signs_in_with_a_passphrase_of_her_own(social: InventedVault) -> None:
    with social.open() as vault:
        write_note(vault, TEAM, "for everybody")
        write_note(vault, "social", "for social work")
        nurse, waits_for = add(vault, "Maria D.", "community_nurse")
        assert waits_for == ()  # nobody had a health compartment: hers was made
    with opened(social, nurse) as vault:
        assert set(vault.compartments) == {TEAM, "health"}
        assert notes(vault, TEAM) == 1
        write_note(vault, "health", "for health")
    with social.open() as vault:
        assert set(vault.compartments) == {TEAM, "social"}
    with pytest.raises(WrongPassphrase):
        Vault.open(social.folder, nurse.id, PASSPHRASE)


def test_who_takes_a_colleague_in_never_gets_the_key_of_her_compartment(social: InventedVault) -> None:
    with social.open() as vault:
        add(vault, "Maria D.", "community_nurse")
        assert "health" not in data_keys_of(vault.keyring, vault.worker.id, vault.keys)
        holders = {one.recipient for one in vault.keyring.grants if one.compartment == "health"}
        assert vault.worker.id not in holders
        assert RECOVERY in holders


def test_a_compartment_one_does_not_read_waits_for_somebody_who_does(social: InventedVault) -> None:
    with social.open() as vault:
        first, _ = add(vault, "Maria D.", "community_nurse")
        second, waits_for = add(vault, "Vasile C.", "health_mediator")
        assert waits_for == ("health",)
        assert workers.dues(vault, compartments_of) == ()
    with opened(social, second) as vault:
        assert set(vault.compartments) == {TEAM}
    with opened(social, first) as vault:
        write_note(vault, "health", "before he came")
        (due,) = workers.dues(vault, compartments_of)
        assert (due.worker.id, due.compartment) == (second.id, "health")
        workers.hand_over(vault, due)
        assert workers.dues(vault, compartments_of) == ()
    with opened(social, second) as vault:
        assert notes(vault, "health") == 1


def test_the_same_worker_does_not_come_twice(social: InventedVault) -> None:
    with social.open() as vault:
        worker, keys = newcomer("Maria D.", "community_nurse")
        workers.add_worker(vault, worker, keys, "one passphrase", (TEAM,), FLOOR)
        before = vault.keyring
        with pytest.raises(WorkerKnown):
            workers.add_worker(vault, worker, keys, "another one", (TEAM,), FLOOR)
        assert read_keyring(social.folder) == before


def test_another_passphrase_for_oneself(social: InventedVault) -> None:
    with social.open() as vault:
        with pytest.raises(WrongPassphrase):
            workers.change_passphrase(vault, "not mine", "new words for me", FLOOR)
        workers.change_passphrase(vault, PASSPHRASE, "new words for me", FLOOR)
    with pytest.raises(WrongPassphrase):
        social.open_by_passphrase()
    with Vault.open(social.folder, social.worker.id, "new words for me") as vault:
        assert set(vault.compartments) == {TEAM, "social"}


def test_the_matrix_of_five_workers_and_four_compartments(social: InventedVault) -> None:
    """C11: a key is there exactly when it was granted, and without it our own code reads nothing of a file."""
    with social.open() as vault:
        everybody = {"social_worker": vault.worker}
        for name, profession in PROFESSIONS[1:]:
            everybody[profession], _ = add(vault, name, profession)
    with opened(social, everybody["community_nurse"]) as vault:
        for due in workers.dues(vault, compartments_of):
            workers.hand_over(vault, due)
    keyring = read_keyring(social.folder)
    for profession, worker in everybody.items():
        words = PASSPHRASE if profession == "social_worker" else f"{worker.name} {profession}"
        slot = keyring.slot(worker.id)
        assert slot is not None
        keys = open_slot(slot, words)
        held = data_keys_of(keyring, worker.id, keys)
        for name in compartments():
            granted = name in compartments_of(profession)
            assert (name in held) == granted, (profession, name)
            path = store_path(social.folder, name)
            if granted:
                connection, head = open_store(social.folder, name, keyring.vault, held[name])
                head.close()
                connection.close()
                continue
            # Everything this worker has: every key of his own, tried as the key of the file and on every grant of it.
            for key in held.values():
                with pytest.raises(Exception, match="not a database"):
                    connect(path, key)
            for grant in keyring.grants:
                if grant.compartment == name:
                    granter = keyring.worker(grant.granter)
                    assert granter is not None
                    with pytest.raises(KeyringDamaged):
                        open_grant(grant, keys.receive, granter.sign_key)


def test_the_matrix_notices_a_grant_too_many(social: InventedVault) -> None:
    """The control of the matrix: a compartment handed to the wrong profession is a key too many."""
    with social.open() as vault:
        guard, _ = add(vault, "Elena M.", "guard")
        workers.hand_over(vault, workers.Due(guard, "social"))
    with opened(social, guard) as vault:
        assert set(vault.compartments) != set(compartments_of("guard"))


def test_who_left_opens_nothing_current(social: InventedVault) -> None:
    with social.open() as vault:
        colleague, _ = add(vault, "Ioana P.", "social_technician")
        write_note(vault, "social", "while she was here")
        vault.back_up()
        keyring_she_kept = read_keyring(social.folder)
        workers.remove(vault, colleague.id)
        write_note(vault, "social", "after she left")
    with pytest.raises(WrongPassphrase):
        opened(social, colleague)
    assert colleague.id not in {one.recipient for one in read_keyring(social.folder).grants}
    slot = keyring_she_kept.slot(colleague.id)
    assert slot is not None
    kept = data_keys_of(keyring_she_kept, colleague.id, open_slot(slot, "Ioana P. social_technician"))
    assert set(kept) == {TEAM, "social"}
    for name, key in kept.items():
        with pytest.raises(Exception, match="not a database"):
            connect(store_path(social.folder, name), key)
        for backup in backups(social.folder / "backups", name):
            with pytest.raises(KeyringDamaged):
                open_backup(backup, backup_recipient(key))
    with social.open() as vault:
        assert notes(vault, "social") == 2
        assert vault.keyring.departures == ()


def test_without_a_rotation_who_left_would_read_on(
    social: InventedVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: with the rotation switched off, what she kept still opens the file."""
    monkeypatch.setattr(workers, "settle_departures", lambda _vault: ())
    with social.open() as vault:
        colleague, _ = add(vault, "Ioana P.", "social_technician")
        keyring_she_kept = read_keyring(social.folder)
        workers.remove(vault, colleague.id)
    slot = keyring_she_kept.slot(colleague.id)
    assert slot is not None
    kept = data_keys_of(keyring_she_kept, colleague.id, open_slot(slot, "Ioana P. social_technician"))
    connect(store_path(social.folder, "social"), kept["social"]).close()


def test_a_compartment_the_remover_does_not_read_gets_its_new_key_from_its_next_reader(
    social: InventedVault,
) -> None:
    with social.open() as vault:
        first, _ = add(vault, "Maria D.", "community_nurse")
        second, _ = add(vault, "Vasile C.", "health_mediator")
    with opened(social, first) as vault:
        workers.hand_over(vault, workers.dues(vault, compartments_of)[0])
    with social.open() as vault:
        workers.remove(vault, second.id)
        assert [(one.worker, one.compartment) for one in vault.keyring.departures] == [(second.id, "health")]
    with opened(social, first) as vault:
        assert workers.settle_departures(vault) == ("health",)
        assert vault.keyring.departures == ()
        assert vault.keyring.epoch("health") == 2
        write_note(vault, "health", "under the new key")
    with opened(social, first) as vault:
        assert notes(vault, "health") == 1


def test_nobody_removes_himself_or_a_stranger(social: InventedVault) -> None:
    with social.open() as vault:
        with pytest.raises(LastWorker):
            workers.remove(vault, vault.worker.id)
        with pytest.raises(WorkerMissing):
            workers.remove(vault, random_id())


def test_a_rotation_needs_nobody_else_and_recovery_follows(social: InventedVault) -> None:
    with social.open() as vault:
        technician, _ = add(vault, "Ioana P.", "social_technician")
        write_note(vault, "social", "kept")
        vault.rotate("social", dt.datetime(2026, 11, 21, 8, tzinfo=dt.UTC))
        write_note(vault, "social", "written after")
    with opened(social, technician) as vault:
        assert notes(vault, "social") == 2
    assert recovery_opens_all(social) == set(read_keyring(social.folder).compartments())


def recovery_opens_all(laptop: InventedVault) -> set[str]:
    """Compartments whose newest key the recovery key finds, each proved by opening the file."""
    keyring = read_keyring(laptop.folder)
    found = set()
    for grant in keyring.grants:
        if grant.recipient == RECOVERY and grant.epoch == keyring.epoch(grant.compartment):
            granter = keyring.worker(grant.granter)
            assert granter is not None
            key = open_grant(grant, laptop.recovery, granter.sign_key)
            connect(store_path(laptop.folder, grant.compartment), key).close()
            found.add(grant.compartment)
    return found


CUTS: dict[str, str] = {
    "keyring of both epochs": "storage.vault.change_key",
    "file under the new key": "storage.vault.fold_and_check",
    "pages checked": "storage.vault.head_file",
    "head under the new key": "storage.vault.Vault._back_up_one",
    "backup under the new key": "storage.vault.end_rotation",
    "keyring of the new epoch": "storage.vault.drop_backups",
}
"""What is done when the rotation is cut -> the step that is not reached."""


class Cut(BaseException):
    """A power cut at a step."""


@pytest.mark.parametrize("step", CUTS.values(), ids=CUTS)
def test_a_rotation_that_was_cut_is_ended_by_the_next_reader(
    social: InventedVault, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(*_: object, **__: object) -> None:
        raise Cut

    vault = social.open()
    technician, _ = add(vault, "Ioana P.", "social_technician")
    write_note(vault, "social", "kept")
    vault.back_up()
    with monkeypatch.context() as patched:
        patched.setattr(step, cut)
        with pytest.raises(Cut):
            vault.rotate("social")
    # The process ends without closing anything properly but what the system closes.
    vault.close()
    with opened(social, technician) as vault:
        assert notes(vault, "social") == 1
        assert {one.epoch for one in vault.keyring.grants if one.compartment == "social"} == {2}
        write_note(vault, "social", "goes on")
        (backup,) = backups(social.folder / "backups", "social")[:1]
        with vault.data_keys() as keys:
            open_backup(backup, backup_recipient(keys["social"])).close()
    with social.open() as vault:
        assert notes(vault, "social") == 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process of its own to kill")
def test_a_rotation_killed_at_any_commit_opens_again(social: InventedVault) -> None:
    """The rekey itself, killed between its writes: one of the two keys opens, with everything in it."""
    with social.open() as vault:
        for number in range(300):
            write_note(vault, "social", f"{number} " * 60)
    killed = 0
    for calls in itertools.count(1, 6):
        pid = os.fork()
        if pid == 0:
            vault = social.open()
            countdown = itertools.count(1)
            store = vault.compartments["social"].connection

            def tick(countdown: Iterator[int] = countdown, at: int = calls) -> int:
                if next(countdown) == at:
                    os.kill(os.getpid(), signal.SIGKILL)
                return 0

            store.set_progress_handler(tick, 200)
            try:
                vault.rotate("social")
            finally:
                os._exit(0)
        _, status = os.waitpid(pid, 0)
        with social.open() as vault:
            assert notes(vault, "social") == 300
            assert len({one.epoch for one in vault.keyring.grants if one.compartment == "social"}) == 1
        if os.WIFEXITED(status) or calls > 60:
            break
        killed += 1
    assert killed > 3


@pytest.fixture
def between_keys(social: InventedVault, monkeypatch: pytest.MonkeyPatch) -> InventedVault:
    """A rotation was begun, and the file, with one note and a backup, is still under the former key."""

    def cut(*_: object, **__: object) -> None:
        raise Cut

    with social.open() as vault:
        write_note(vault, "social", "kept")
        vault.back_up()
        with monkeypatch.context() as patched:
            patched.setattr("storage.vault.change_key", cut)
            with pytest.raises(Cut):
                vault.rotate("social")
    return social


def test_an_unfinished_rotation_is_no_damage(between_keys: InventedVault) -> None:
    assert restore_damaged(between_keys.folder, between_keys.worker.id, PASSPHRASE) == ()
    with between_keys.open() as vault:
        assert notes(vault, "social") == 1


def test_damage_during_a_rotation_is_noticed_and_restored_from_a_backup_of_the_former_key(
    between_keys: InventedVault,
) -> None:
    path = store_path(between_keys.folder, "social")
    body = bytearray(path.read_bytes())
    body[100] ^= 1
    path.write_bytes(body)
    with pytest.raises(VaultDamaged):
        between_keys.open()
    (restored,) = restore_damaged(between_keys.folder, between_keys.worker.id, PASSPHRASE)
    assert restored.compartment == "social"
    with between_keys.open() as vault:
        assert notes(vault, "social") == 1
        assert {one.epoch for one in vault.keyring.grants if one.compartment == "social"} == {2}
