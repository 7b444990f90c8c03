"""A forgotten passphrase: the request, the answer, what is changed and what is told - and cuts at every place."""

import os
import time
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from app.errors import (
    RecoveryFileInvalid,
    RecoveryForeign,
    RecoveryMissing,
    RecoveryOutdated,
    TooManyTries,
    VaultDamaged,
    VaultInUse,
    WorkerMissing,
    WrongPassphrase,
)
from app.keys.keyring import WorkerEntry
from app.keys.recovery import make_answer, read_request, request_fingerprint
from app.keys.slots import FLOOR, WorkerKeys
from app.keys.throttle import FREE_TRIES
from app.services import recovering, safety, session
from app.services.recovering import Asked, ask_for_recovery, take_recovery_answer
from storage import recovery_file, workers
from storage.keyring_file import COPY, read_keyring
from storage.vault import TEAM, Vault
from sync.protocol import plain
from tests.fixtures.vault import InventedVault, make_invented_vault

NEW = "umbrella quiet harbour seven"
HOLDERS = ("Ioan Pop", "Vera Munteanu")
SECTIONS = (TEAM, "social")


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> InventedVault:
    return make_invented_vault(tmp_path_factory.mktemp("laptop") / "vault", readable=SECTIONS)


@pytest.fixture
def laptop(made_once: InventedVault, tmp_path: Path) -> InventedVault:
    """Ana's laptop, closed, with two compartments."""
    return made_once.copy(tmp_path / "vault")


class Stick(NamedTuple):
    """Where the files travel."""

    request: Path
    answer: Path


@pytest.fixture
def stick(tmp_path: Path) -> Stick:
    (tmp_path / "stick").mkdir()
    return Stick(tmp_path / "stick" / "ana.request", tmp_path / "stick" / "ana.answer")


def ask(laptop: InventedVault, stick: Stick, passphrase: str = NEW) -> Asked:
    return ask_for_recovery(
        laptop.folder, laptop.worker.id, passphrase, "paper lost", stick.request, costs=FLOOR
    )


def holders_answer(laptop: InventedVault, stick: Stick) -> None:
    county = read_keyring(laptop.folder).recovery[0].county
    content = make_answer(stick.request.read_bytes(), laptop.recovery, county, HOLDERS, 1_800_000_000)
    stick.answer.write_bytes(content)


def take(laptop: InventedVault, stick: Stick, passphrase: str = NEW) -> recovering.Recovered:
    return take_recovery_answer(laptop.folder, laptop.worker.id, passphrase, stick.answer)


def recover(laptop: InventedVault, stick: Stick) -> recovering.Recovered:
    ask(laptop, stick)
    holders_answer(laptop, stick)
    return take(laptop, stick)


def opens(laptop: InventedVault, passphrase: str) -> bool:
    try:
        session.unlock(laptop.folder, laptop.worker.id, passphrase).close()
    except WrongPassphrase:
        return False
    return True


# the way


def test_asking_changes_nothing_yet(laptop: InventedVault, stick: Stick) -> None:
    before = read_keyring(laptop.folder)
    asked = ask(laptop, stick)
    assert asked.fingerprint == request_fingerprint(stick.request.read_bytes())
    assert recovering.open_request(laptop.folder, laptop.worker.id) == asked
    assert abs(asked.made_at - time.time()) < 60
    assert read_keyring(laptop.folder) == before
    assert opens(laptop, laptop.passphrase)
    assert not opens(laptop, NEW)


def test_with_the_answer_the_new_passphrase_opens_everything_and_the_old_nothing(
    laptop: InventedVault, stick: Stick
) -> None:
    with laptop.open() as vault, vault.team.writing():
        vault.team.set_facts(kept=b"before")
    assert recover(laptop, stick) == recovering.Recovered(HOLDERS, 1_800_000_000, SECTIONS, opens=True)
    assert not opens(laptop, laptop.passphrase)
    with session.unlock(laptop.folder, laptop.worker.id, NEW) as vault:
        assert tuple(vault.compartments) == SECTIONS
        assert vault.team.fact("kept") == b"before"
        vault.back_up()
    assert (laptop.folder / COPY).is_file()


def test_nobody_finds_the_former_slot_any_more(laptop: InventedVault, stick: Stick) -> None:
    with laptop.open() as vault:
        vault.back_up()
    former = read_keyring(laptop.folder).slot(laptop.worker.id)
    recover(laptop, stick)
    for path in (laptop.folder / "keyring.a", laptop.folder / "keyring.b", laptop.folder / COPY):
        from_file = recovery_file.unveil(path.read_bytes())
        assert former is not None
        assert former.wrapped not in from_file


def test_the_request_says_what_the_holders_need_and_no_more(laptop: InventedVault, stick: Stick) -> None:
    ask(laptop, stick)
    content = stick.request.read_bytes()
    request = read_request(content)
    assert (request.laptop_name, request.commune_name) == ("Laptop 1", "Colonești")
    assert (request.worker.name, request.reason) == (laptop.worker.name, "paper lost")
    assert request.compartments() == SECTIONS
    assert laptop.data_key() not in content
    assert NEW.encode() not in content


def test_what_waits_on_the_laptop_does_not_read_as_text(laptop: InventedVault, stick: Stick) -> None:
    ask(laptop, stick)
    waiting = next(laptop.folder.glob("recovery.*")).read_bytes()
    assert b"paper lost" not in waiting
    assert laptop.worker.name.encode() not in waiting


def test_a_colleague_goes_on_as_before(laptop: InventedVault, stick: Stick) -> None:
    keys = WorkerKeys.new()
    bea = WorkerEntry(b"b" * 16, "Bea N.", "nurse", keys.receive_public, keys.sign_public)
    with laptop.open() as vault:
        workers.add_worker(vault, bea, keys, "what Bea types every day", (TEAM, "health"), FLOOR)
    recover(laptop, stick)
    with session.unlock(laptop.folder, bea.id, "what Bea types every day") as vault:
        assert set(vault.compartments) == {TEAM, "health"}
    with session.unlock(laptop.folder, laptop.worker.id, NEW) as vault:
        assert set(vault.compartments) == set(SECTIONS)
        workers.remove(vault, bea.id)  # he may change the keyring as before


# the trace


def test_everybody_sees_it_until_he_said_so(laptop: InventedVault, stick: Stick) -> None:
    keys = WorkerKeys.new()
    bea = WorkerEntry(b"b" * 16, "Bea N.", "nurse", keys.receive_public, keys.sign_public)
    with laptop.open() as vault:
        workers.add_worker(vault, bea, keys, "what Bea types every day", (TEAM,), FLOOR)
        assert recovering.untold(vault) == ()
    recover(laptop, stick)
    assert not list(laptop.folder.glob("recovery.*"))
    with session.unlock(laptop.folder, laptop.worker.id, NEW) as vault:
        (told,) = recovering.untold(vault)
        assert (told.is_me, told.holders, told.opened_at, told.reason) == (
            True,
            HOLDERS,
            1_800_000_000,
            "paper lost",
        )
        recovering.acknowledge(vault)
        assert recovering.untold(vault) == ()
    with session.unlock(laptop.folder, bea.id, "what Bea types every day") as vault:
        (seen,) = recovering.untold(vault)
        assert (seen.is_me, seen.worker, seen.name) == (False, laptop.worker.id, laptop.worker.name)
        recovering.acknowledge(vault)
    with session.unlock(laptop.folder, laptop.worker.id, NEW) as vault:
        assert recovering.untold(vault) == ()
        assert len(recovery_file.traces(vault)) == 1


def test_it_is_noted_beside_who_looked_with_the_tries_before(laptop: InventedVault, stick: Stick) -> None:
    for _ in range(2):
        with pytest.raises(WrongPassphrase):
            session.find_keys(laptop.folder, laptop.worker.id, "not it")
    recover(laptop, stick)
    with session.unlock(laptop.folder, laptop.worker.id, NEW) as vault:
        rows = vault.team.connection.execute(
            "SELECT fields FROM shown WHERE kind = 'audit' ORDER BY first_at, id"
        ).fetchall()
        failed, back = (plain(bytes(row[0])) for row in rows)
    assert (failed["act"], failed["times"]) == ("failed_sign_in", 2)
    assert (back["act"], back["what"]) == ("recovery", ", ".join(HOLDERS))
    assert (back["concerned"], back["last_at"]) == ([laptop.worker.id], 1_800_000_000)


# what is refused


def test_the_old_passphrase_does_not_take_the_answer(laptop: InventedVault, stick: Stick) -> None:
    ask(laptop, stick)
    holders_answer(laptop, stick)
    with pytest.raises(WrongPassphrase):
        take(laptop, stick, laptop.passphrase)
    assert opens(laptop, laptop.passphrase)
    take(laptop, stick)


def test_guessing_the_new_passphrase_waits_like_any_other(laptop: InventedVault, stick: Stick) -> None:
    ask(laptop, stick)
    holders_answer(laptop, stick)
    for _ in range(FREE_TRIES):
        with pytest.raises(WrongPassphrase):
            take(laptop, stick, "not it")
    with pytest.raises(TooManyTries):
        take(laptop, stick)


def test_without_a_request_there_is_nothing_to_answer(laptop: InventedVault, stick: Stick) -> None:
    with pytest.raises(RecoveryMissing):
        recovering.open_request(laptop.folder, laptop.worker.id)
    with pytest.raises(RecoveryMissing):
        take(laptop, stick)
    with pytest.raises(WorkerMissing):
        ask_for_recovery(laptop.folder, bytes(16), NEW, "", stick.request, costs=FLOOR)


def test_a_file_that_is_no_answer(laptop: InventedVault, stick: Stick) -> None:
    ask(laptop, stick)
    with pytest.raises(RecoveryFileInvalid):
        take(laptop, stick)  # no such file
    stick.answer.write_bytes(stick.request.read_bytes())
    with pytest.raises(RecoveryFileInvalid):
        take(laptop, stick)
    holders_answer(laptop, stick)
    content = bytearray(stick.answer.read_bytes())
    content[-40] ^= 1
    stick.answer.write_bytes(content)
    with pytest.raises(RecoveryFileInvalid):
        take(laptop, stick)
    assert opens(laptop, laptop.passphrase)


def test_the_answer_to_an_earlier_request_is_told_as_such(laptop: InventedVault, stick: Stick) -> None:
    ask(laptop, stick)
    holders_answer(laptop, stick)
    ask(laptop, stick)
    with pytest.raises(RecoveryOutdated):
        take(laptop, stick)
    holders_answer(laptop, stick)
    assert take(laptop, stick).opens


def test_an_answer_from_before_a_new_data_key_is_told_as_such(laptop: InventedVault, stick: Stick) -> None:
    ask(laptop, stick)
    holders_answer(laptop, stick)
    with laptop.open() as vault:
        vault.rotate("social")
    with pytest.raises(RecoveryOutdated):
        take(laptop, stick)
    assert opens(laptop, laptop.passphrase)


def test_who_was_let_go_meanwhile_does_not_come_back(laptop: InventedVault, stick: Stick) -> None:
    keys = WorkerKeys.new()
    bea = WorkerEntry(b"b" * 16, "Bea N.", "social_worker", keys.receive_public, keys.sign_public)
    with laptop.open() as vault:
        workers.add_worker(vault, bea, keys, "what Bea types every day", SECTIONS, FLOOR)
    ask(laptop, stick)
    holders_answer(laptop, stick)
    with session.unlock(laptop.folder, bea.id, "what Bea types every day") as vault:
        workers.remove(vault, laptop.worker.id)
    with pytest.raises(RecoveryOutdated):
        take(laptop, stick)
    assert read_keyring(laptop.folder).slot(laptop.worker.id) is None


def test_what_was_handed_over_after_asking_is_not_lost(laptop: InventedVault, stick: Stick) -> None:
    keys = WorkerKeys.new()
    bea = WorkerEntry(b"b" * 16, "Bea N.", "nurse", keys.receive_public, keys.sign_public)
    with laptop.open() as vault:
        workers.add_worker(vault, bea, keys, "what Bea types every day", (TEAM, "health"), FLOOR)
    ask(laptop, stick)
    holders_answer(laptop, stick)
    with session.unlock(laptop.folder, bea.id, "what Bea types every day") as vault:
        workers.hand_over(vault, workers.Due(laptop.worker, "health"))
    with pytest.raises(RecoveryOutdated):
        take(laptop, stick)
    recover(laptop, stick)
    with session.unlock(laptop.folder, laptop.worker.id, NEW) as vault:
        assert set(vault.compartments) == {*SECTIONS, "health"}


def test_the_answer_for_another_laptop_is_told_as_such(
    laptop: InventedVault, stick: Stick, tmp_path: Path
) -> None:
    other = make_invented_vault(tmp_path / "other")
    ask(other, stick)
    holders_answer(other, stick)
    ask_for_recovery(laptop.folder, laptop.worker.id, NEW, "", tmp_path / "own.request", costs=FLOOR)
    with pytest.raises(RecoveryForeign):
        take(laptop, stick)


def test_nobody_is_let_in_while_a_colleague_works(laptop: InventedVault, stick: Stick) -> None:
    ask(laptop, stick)
    holders_answer(laptop, stick)
    with laptop.open(), pytest.raises(VaultInUse):
        take(laptop, stick)
    assert take(laptop, stick).opens


# damage and cuts


def test_who_forgot_the_passphrase_of_a_damaged_store_can_still_restore_it(
    laptop: InventedVault, stick: Stick
) -> None:
    with laptop.open() as vault:
        vault.back_up()
    content = bytearray(laptop.store.read_bytes())
    content[4096 + 100] ^= 1
    laptop.store.write_bytes(content)
    assert not recover(laptop, stick).opens
    with pytest.raises(VaultDamaged):
        session.unlock(laptop.folder, laptop.worker.id, NEW)
    assert len(safety.use_newest_copy(laptop.folder, laptop.worker.id, NEW)) == 1
    with session.unlock(laptop.folder, laptop.worker.id, NEW) as vault:
        (told,) = recovering.untold(vault)
        assert told.holders == HOLDERS


class Cut(BaseException):
    """The power went."""


def test_cut_at_any_place_one_passphrase_opens_and_the_answer_can_be_taken_again(
    made_once: InventedVault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = made_once.copy(tmp_path / "asked")
    stick = Stick(tmp_path / "request", tmp_path / "answer")
    ask(asked, stick)
    holders_answer(asked, stick)
    former = read_keyring(asked.folder).slot(asked.worker.id)
    really, left, cuts, states = os.fsync, [0], 0, set()

    def fsync(handle: int) -> None:
        left[0] -= 1
        if left[0] == 0:
            raise Cut
        really(handle)

    for place in range(1, 100):
        laptop = asked.copy(tmp_path / f"cut-{place}")
        left[0] = place
        monkeypatch.setattr(os, "fsync", fsync)
        try:
            take(laptop, stick)
        except Cut:
            cuts += 1
        else:
            break
        finally:
            monkeypatch.setattr(os, "fsync", really)
        keyring = read_keyring(laptop.folder)
        back = keyring.generation > 1
        states.add(back)
        assert (keyring.slot(laptop.worker.id) == former) is not back
        if not back:
            assert take(laptop, stick).opens
        with Vault.open(laptop.folder, laptop.worker.id, NEW) as vault:
            (told,) = recovering.untold(vault)
            assert told.holders == HOLDERS
            assert msgspec.msgpack.encode(told)
    assert cuts > 5
    assert states == {False, True}
