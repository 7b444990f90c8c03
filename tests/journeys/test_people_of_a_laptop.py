"""A year of one laptop at its window: a nurse joins with a code, a counsellor is taken in offline, the nurse leaves."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QEvent

from app.domain.access import TEAM
from app.errors import DeskRevoked, EnrolmentRefused, WorkerRevoked, WrongPassphrase
from app.keys.slots import FLOOR
from app.services import families, syncing, workers
from storage.keyring_file import read_keyring
from sync.server.cli import main
from tests.fixtures.county import COMMUNE, RunningCounty
from tests.fixtures.laptops import PASSPHRASE, MakeLaptop, at_once
from tests.fixtures.window import SitAt, Sitting
from ui.screens.team.colleague_presenter import Way
from ui.screens.team.colleague_view import ColleagueView
from ui.screens.unlock.view import UnlockView

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
NURSES, COUNSELLORS = "nobody guesses brown umbrellas", "seven wet horses climb slowly"
Office = Callable[..., str]


class SetUpLaptop(NamedTuple):
    folder: Path
    passphrase: str


@pytest.fixture
def office(small_county: RunningCounty, capsys: pytest.CaptureFixture[str]) -> Office:
    """``office("workers", "--json")``: the command of the county, on the county that is running."""

    def asks(*arguments: str) -> str:
        capsys.readouterr()
        assert main(["--data", str(small_county.folder.path), *arguments]) == 0
        return capsys.readouterr().out

    return asks


@pytest.fixture
def ana(
    small_county: RunningCounty, laptops: Callable[[RunningCounty], MakeLaptop], sit_at: SitAt
) -> Sitting:
    """A social worker at the window of her laptop, with one family."""
    laptop = laptops(small_county)("Ana Sandu", "social_worker")
    laptop.registers(family_name="Dobre", village="Bălăneasa")
    folder = laptop.vault.folder
    laptop.vault.close()
    sitting = sit_at(SetUpLaptop(folder, PASSPHRASE))
    sitting.unlock()
    return sitting


def adds(
    sitting: Sitting, way: Way, passphrase: str, *, code: str = "", name: str = "", profession: str = ""
) -> ColleagueView:
    """Both steps of "Add a colleague"; the page as it stands afterwards."""
    form = sitting.go("colleague")
    assert isinstance(form, ColleagueView)
    form._presenter.take_way(way)
    form._presenter.say_who(code, name, profession)
    form._presenter.go_on()
    form.new.first.setText(passphrase)
    form.new.again.setText(passphrase)
    form.new.edited.emit()
    form._go_on()
    sitting.settle()
    return form


def syncs(sitting: Sitting) -> None:
    """As "Try now" does."""
    assert sitting.door.desk is not None
    assert sitting.door.desk.courier is not None
    sitting.door.desk.courier.go()
    sitting.settle()


def writes(sitting: Sitting, text: str) -> None:
    assert sitting.door.desk is not None
    vault = sitting.door.desk.vault
    family = sitting.a_family()
    sitting.tasks.records.call(lambda: families.write_note(vault, family, text))


def waits(sitting: Sitting) -> tuple[int, int]:
    """(to send, held back)."""
    assert sitting.door.desk is not None
    vault = sitting.door.desk.vault
    state = sitting.tasks.records.call(lambda: syncing.sync_state(vault))
    return state.pending, state.held_back


def people(sitting: Sitting) -> dict[str, workers.WorkerHere]:
    assert sitting.door.desk is not None
    vault = sitting.door.desk.vault
    return {one.name: one for one in sitting.tasks.records.call(lambda: workers.workers_here(vault))}


def tiles(sitting: Sitting) -> list[str]:
    gate = sitting.window.content()
    assert isinstance(gate, UnlockView)
    return [one.name for one in gate._presenter.state.workers]


def epochs(sitting: Sitting) -> dict[str, int]:
    keyring = read_keyring(sitting.vault.folder)
    return {name: keyring.epoch(name) for name in keyring.compartments()}


def owed(sitting: Sitting) -> set[str]:
    """Compartments whose key somebody who left still knows."""
    return {one.compartment for one in read_keyring(sitting.vault.folder).departures}


def comes(
    sitting: Sitting, county: RunningCounty, name: str, profession: str, passphrase: str
) -> workers.Joined:
    """Joins with a code, as the page does it, with the cheapest costs that are allowed."""
    assert sitting.door.desk is not None
    vault, records = sitting.door.desk.vault, sitting.tasks.records
    code = county.enrolment_code(COMMUNE, name, profession)
    return records.call(lambda: workers.join(at_once, vault, code, passphrase, costs=FLOOR))


def test_people_come_and_go(ana: Sitting, small_county: RunningCounty, office: Office) -> None:
    # The nurse joins with a code of the county; a wrong one costs nothing that was typed.
    code = small_county.enrolment_code(COMMUNE, "Maria Bejan", "community_nurse")
    form = adds(ana, "code", NURSES, code="NOSUCHCODE")
    assert isinstance(form._presenter.page.problem, EnrolmentRefused)
    assert form.new.typed() == (NURSES, NURSES)
    form = adds(ana, "code", NURSES, code=f" {code.lower()} ")
    assert form._presenter.page.problem is None
    assert ana.frame.page() is not form
    syncs(ana)
    assert people(ana)["Maria Bejan"].confirmed

    # The line is cut. A counsellor is taken in, and works.
    small_county.stop()
    adds(ana, "here", COUNSELLORS, name="Elena Vlad", profession="school_counsellor")
    assert not people(ana)["Elena Vlad"].confirmed
    ana.lock()
    assert tiles(ana) == ["Ana S.", "Elena V.", "Maria B."]
    ana.sign_in("Elena V.", COUNSELLORS)
    writes(ana, "Merge la școală.")
    assert waits(ana)[0] > 0

    # With the line back nothing she wrote for the team is parked, and the office sees who she is.
    small_county.start()
    syncs(ana)
    assert waits(ana)[1] == 0
    status = {one["name"]: one for one in json.loads(office("workers", "--json"))}
    assert status["Elena Vlad"]["status"] == "introduced"
    assert status["Elena Vlad"]["profession"] == "school_counsellor"
    office("workers", "confirm", status["Elena Vlad"]["id"])
    syncs(ana)
    assert waits(ana) == (0, 0)
    assert people(ana)["Elena Vlad"].confirmed

    # The office lets the nurse go. Who is confirmed stays; she is let go at the next sync.
    before = epochs(ana)
    office("workers", "revoke", status["Maria Bejan"]["id"])
    syncs(ana)
    notice = ana.frame.banner.notice()
    assert notice is not None
    assert notice.tone == "blue"
    assert (notice.bold, notice.plain) == (
        "The county has let go: Maria B.",
        "New keys were made for: families, people and visits",
    )
    assert set(people(ana)) == {"Ana Sandu", "Elena Vlad"}
    after = epochs(ana)
    assert after[TEAM] == before[TEAM] + 1
    assert {name for name in after if after[name] != before[name]} == {TEAM}
    assert owed(ana) == {"health"}  # nobody who reads it is here
    gate = ana.lock()
    assert tiles(ana) == ["Ana S.", "Elena V."]
    gate._presenter.choose(bytes.fromhex(status["Maria Bejan"]["id"]))
    gate._presenter.open(NURSES)
    ana.settle()
    assert isinstance(gate._presenter.state.problem, WrongPassphrase)
    assert ana.door.frame is None


def test_what_a_nurse_read_gets_a_new_key_when_the_next_reader_signs_in(
    ana: Sitting, small_county: RunningCounty, office: Office
) -> None:
    maria = comes(ana, small_county, "Maria Bejan", "community_nurse", NURSES)
    vasile = comes(ana, small_county, "Vasile Cojocaru", "health_mediator", COUNSELLORS)
    assert vasile.waits_for == ("health",)
    ana.lock()
    ana.sign_in("Maria B.", NURSES)
    assert ana.door.desk is not None
    vault = ana.door.desk.vault
    assert ana.tasks.records.call(lambda: workers.hand_over(vault, vasile.worker)) == ("health",)
    ana.lock()

    ana.sign_in("Ana S.", PASSPHRASE)
    before = epochs(ana)
    office("workers", "revoke", maria.worker.hex())
    syncs(ana)
    assert epochs(ana) == {**before, TEAM: before[TEAM] + 1}
    assert owed(ana) == {"health"}
    ana.lock()

    ana.sign_in("Vasile C.", COUNSELLORS)
    notice = ana.frame.banner.notice()
    assert notice is not None
    assert notice.bold == "New keys were made for: health notes"
    assert epochs(ana) == {**before, TEAM: before[TEAM] + 1, "health": before["health"] + 1}
    assert owed(ana) == set()
    assert set(people(ana)) == {"Ana Sandu", "Vasile Cojocaru"}
    ana.frame.banner.closed.emit()
    assert ana.frame.banner.notice() is None


def test_who_is_let_go_while_working_is_told_and_does_not_come_back(
    ana: Sitting, small_county: RunningCounty, office: Office
) -> None:
    code = small_county.enrolment_code(COMMUNE, "Maria Bejan", "community_nurse")
    adds(ana, "code", NURSES, code=code)
    ana.lock()
    ana.sign_in("Maria B.", NURSES)
    writes(ana, "Tensiunea e bună.")
    # The control: as long as the office says nothing, a sync ends nobody's work.
    syncs(ana)
    assert ana.door.desk is not None
    (maria,) = (one for one in json.loads(office("workers", "--json")) if one["name"] == "Maria Bejan")
    office("workers", "revoke", maria["id"])
    assert ana.door.desk.courier is not None
    ana.door.desk.courier.go()
    ana.wait_for(lambda: ana.door.frame is None and isinstance(ana.window.content(), UnlockView))
    ana.app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    ana.settle()
    gate = ana.window.content()
    assert isinstance(gate, UnlockView)
    assert isinstance(gate._presenter.state.problem, DeskRevoked)
    assert "ended the work of the person who was signed in" in gate._line.text()

    # Her passphrase still fits - nobody was there to take her slot away - but opens no desk.
    gate._presenter.choose(bytes.fromhex(maria["id"]))
    gate._presenter.open(NURSES)
    ana.settle()
    assert ana.door.frame is None
    assert isinstance(gate._presenter.state.problem, WorkerRevoked)
    assert "ended your work on this laptop" in gate._line.text()

    # The next colleague finds her gone, and what she wrote in its place.
    ana.sign_in("Ana S.", PASSPHRASE)
    assert set(people(ana)) == {"Ana Sandu"}
    family = ana.a_family()
    assert ana.door.desk is not None
    vault = ana.door.desk.vault
    notes = ana.tasks.records.call(lambda: families.open_family(vault, family)).notes
    assert [note.text for note in notes] == ["Tensiunea e bună."]
    ana.lock()
    assert tiles(ana) == ["Ana S."]
