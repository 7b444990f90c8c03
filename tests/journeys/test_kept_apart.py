"""What a nurse writes for her profession stays with her profession: on the laptop, at the county, on other laptops."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import WrongPassphrase
from app.keys.slots import FLOOR
from app.services import audit, families, safety, saving, workers
from app.services.families import open_family, write_note
from storage import reading
from storage.vault import TEAM, Vault
from sync.server import colleagues
from tests.fixtures.county import COMMUNE, RunningCounty
from tests.fixtures.laptops import PASSPHRASE, Laptop, MakeLaptop, at_once

NURSES_WORDS = "her own four words"
AtCounty = Callable[[RunningCounty], MakeLaptop]
SECRET = "A treia sarcină, nu știe nimeni acasă."


@pytest.fixture
def ana(small_county: RunningCounty, laptops: AtCounty) -> Laptop:
    """A social worker's laptop with one family."""
    laptop = laptops(small_county)("Ana Sandu", "social_worker")
    laptop.registers(family_name="Dobre", village="Bălăneasa")
    laptop.goes_online()
    return laptop


def comes_too(laptop: Laptop, name: str, profession: str, passphrase: str) -> workers.Joined:
    """A colleague joins the laptop with a code of the county."""
    code = laptop.county.enrolment_code(COMMUNE, name, profession)
    return workers.join(at_once, laptop.vault, code, passphrase, costs=FLOOR)


def signs_in(laptop: Laptop, worker: bytes, passphrase: str) -> None:
    """The one who works locks, the other one opens."""
    folder = laptop.vault.folder
    laptop.vault.close()
    laptop.vault = Vault.open(folder, worker, passphrase)


def everything_shown(vault: Vault, family: bytes) -> str:
    """Whatever lists, search, counts, audit and the family's page know, as one text."""
    file = open_family(vault, family)
    return repr(
        (
            file,
            families.list_families(vault),
            families.find_families(vault, "dobre"),
            audit.who_looked(vault, family),
            safety.contents(vault),
        )
    )


def test_a_note_for_one_profession_is_nowhere_for_another(ana: Laptop) -> None:
    family = ana.finds("dobre")
    maria = comes_too(ana, "Maria Dinu", "community_nurse", NURSES_WORDS)
    before = everything_shown(ana.vault, family)
    anas = ana.vault.worker.id

    signs_in(ana, maria.worker, NURSES_WORDS)
    assert families.own_compartments(ana.vault) == ("health",)
    write_note(ana.vault, family, SECRET, kept_in="health")
    (note,) = open_family(ana.vault, family).notes
    assert note.text == SECRET
    (event,) = (one for one in open_family(ana.vault, family).timeline if one.what == "note")
    assert event.kept_in == "health"
    assert event.author == "Maria D."  # the county has not told of her yet

    signs_in(ana, anas, PASSPHRASE)
    assert everything_shown(ana.vault, family) == before
    assert reading.counts_by_kind(ana.vault.team).get("note", 0) == 0
    # ... although the team's file points at it, for those who keep the stores whole.
    assert reading.count_of(ana.vault.team.connection, "part") == 1


def test_it_reaches_her_profession_on_other_laptops_and_nobody_else(
    ana: Laptop, small_county: RunningCounty, laptops: AtCounty
) -> None:
    family = ana.finds("dobre")
    maria = comes_too(ana, "Maria Dinu", "community_nurse", NURSES_WORDS)
    signs_in(ana, maria.worker, NURSES_WORDS)
    write_note(ana.vault, family, SECRET, kept_in="health")
    ana.goes_online()
    assert ana.waits() == 0

    vasile = laptops(small_county)("Vasile Cojocaru", "health_mediator")
    vasile.goes_online()
    assert [note.text for note in vasile.sees(family).notes] == [SECRET]
    write_note(vasile.vault, family, "Programată la medic.", kept_in="health")
    vasile.goes_online()

    elena = laptops(small_county)("Elena Matei", "social_worker")
    elena.goes_online()
    assert elena.sees(family).notes == ()
    assert "health" not in elena.vault.compartments
    effects = elena.team.connection.execute("SELECT groups FROM record").fetchall()
    assert not any(b"sarcin" in bytes(row[0]) for row in effects)

    ana.goes_online()
    assert {note.text for note in ana.sees(family).notes} == {SECRET, "Programată la medic."}


def test_undo_takes_back_a_confidential_note(ana: Laptop) -> None:
    family = ana.finds("dobre")
    write_note(ana.vault, family, "Doar pentru noi.", kept_in="social")
    assert len(ana.sees(family).notes) == 1
    saving.undo(ana.vault)
    assert ana.sees(family).notes == ()
    assert saving.mend_pointers(ana.vault) == 0


def test_a_cut_between_the_two_files_is_mended(ana: Laptop, monkeypatch: pytest.MonkeyPatch) -> None:
    family = ana.finds("dobre")
    write = saving._write

    def only_the_first(vault: Vault, name: str, *rest: object) -> object:
        if name == TEAM:
            raise KeyboardInterrupt
        return write(vault, name, *rest)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(saving, "_write", only_the_first)
        with pytest.raises(KeyboardInterrupt):
            write_note(ana.vault, family, "Doar pentru noi.", kept_in="social")
    assert len(ana.sees(family).notes) == 1  # saved is saved
    assert saving.mend_pointers(ana.vault) == 1
    assert saving.mend_pointers(ana.vault) == 0


def test_a_worker_cannot_write_where_she_does_not_read(ana: Laptop) -> None:
    with pytest.raises(KeyError):
        write_note(ana.vault, ana.finds("dobre"), SECRET, kept_in="health")


def test_a_colleague_taken_in_without_a_line_works_and_waits_for_nobody(ana: Laptop) -> None:
    """Introduced offline, her writes reach the county with the introduction; another profession's stream waits."""
    family = ana.finds("dobre")
    anas = ana.vault.worker.id
    ioana = workers.take_in(ana.vault, "Ioana Petrescu", "school_counsellor", NURSES_WORDS, costs=FLOOR)
    signs_in(ana, ioana.worker, NURSES_WORDS)
    write_note(ana.vault, family, "Merge la școală.")
    write_note(ana.vault, family, "Notele au scăzut.", kept_in="education")
    done = ana.goes_online()
    assert done.held_back == 0
    assert ana.waits() == 1  # what is for her profession waits until the office has agreed
    with ana.county.store.writing() as (connection, county):
        (line,) = (one for one in colleagues.worker_lines(connection) if one.name == "Ioana Petrescu")
        assert line.status == "introduced"
        colleagues.confirm_worker(connection, county, ioana.worker, 1_795_000_000)
    ana.goes_online()
    assert ana.waits() == 0
    here = {one.name: one for one in workers.workers_here(ana.vault)}
    assert here["Ioana Petrescu"].confirmed
    signs_in(ana, anas, PASSPHRASE)
    assert [note.text for note in ana.sees(family).notes] == ["Merge la școală."]


def test_a_worker_the_county_let_go_opens_nothing_after_the_next_sync(ana: Laptop) -> None:
    maria = comes_too(ana, "Maria Dinu", "community_nurse", NURSES_WORDS)
    with ana.county.store.writing() as (connection, county):
        colleagues.revoke_worker(connection, county, maria.worker, 1_795_000_000)
    ana.goes_online()
    settled = workers.settle(ana.vault)
    assert settled.let_go == ("Maria D.",)
    assert settled.new_keys == (TEAM,)  # health waits for the next nurse
    assert workers.settle(ana.vault) == workers.Settled((), ())
    folder, anas = ana.vault.folder, ana.vault.worker.id
    ana.vault.close()
    with pytest.raises(WrongPassphrase):
        Vault.open(folder, maria.worker, NURSES_WORDS)
    ana.vault = Vault.open(folder, anas, PASSPHRASE)
    assert Path(
        folder / "health.db"
    ).exists()  # nothing she wrote is lost: recovery and the next nurse open it
