"""A laptop whose store was damaged goes on from its copy: the county gives back what it had, nothing is counted twice."""

from collections.abc import Callable
from pathlib import Path

from app.services import safety, session, syncing
from storage.vault import Vault
from sync.server import overview
from tests.fixtures.county import RunningCounty
from tests.fixtures.laptops import PASSPHRASE, MakeLaptop

Laptops = Callable[[RunningCounty], MakeLaptop]


def test_a_restored_laptop_gets_its_work_back_and_goes_on(
    small_county: RunningCounty, laptops: Laptops
) -> None:
    ana = laptops(small_county)("Ana Sandu", "social_worker")
    family = ana.registers(family_name="Rusu", given_names="Ilie")
    ana.goes_online()
    ana.changes(family, directions="după pod")
    (copy,) = ana.vault.back_up(only=("team",))
    # After the copy: what was waiting in it is sent, and a further save as well.
    ana.changes(family, phone="0700 1")
    ana.goes_online()
    former, worker, folder = ana.team.tip(), ana.vault.worker.id, ana.vault.folder
    ana.vault.close()
    spoil(folder / "team.db")

    ana.vault = session.open_desk(folder, safety.keys_from_copy(folder, worker, PASSPHRASE))
    assert ana.sees(family).family.phone is None
    assert ana.waits() == 1
    ana.changes(family, status="closed")
    ana.goes_online()
    assert ana.team.tip().replica != former.replica
    known = ana.sees(family).family
    assert (known.phone, known.directions, known.status) == ("0700 1", "după pod", "closed")
    assert ana.waits() == 0
    assert syncing.sync_state(ana.vault).held_back == 0
    assert overview.counts(small_county.store).families == 1

    # The same copy once more: another life, and still everything is there.
    ana.vault.close()
    safety.use_copy(folder, worker, PASSPHRASE, copy)
    ana.vault = Vault.open(folder, worker, PASSPHRASE)
    ana.changes(family, phone="0700 2")
    ana.goes_online()
    known = ana.sees(family).family
    assert known.status == "closed"
    assert ana.waits() == 0


def spoil(store: Path) -> None:
    store.write_bytes(store.read_bytes()[:4096] + bytes(4096 * 4))
