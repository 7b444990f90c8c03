"""The courier and the Sync screen against a real county over TLS: online, offline, cancelled, stopped."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from app.errors import CountyUnreachable, VaultLocked
from app.services import attachments, families, registering, syncing
from app.services.attachments import JPEG, Content, Place
from app.services.held_back import Held
from app.services.saving import Changed
from app.services.syncing import SyncDay, SyncDone
from storage.parting import Parted
from storage.vault import Vault
from sync.client import patience
from sync.protocol import Parting
from tests.fixtures.county import RunningCounty
from tests.fixtures.laptops import PASSPHRASE, MakeLaptop
from tests.fixtures.rough_line import RoughLine
from tests.fixtures.window import SIZES, MakeSitting
from tests.ui import looking
from ui.courier import Courier, Trip
from ui.preferences import Language
from ui.screens.sync import words
from ui.screens.sync.presenter import SyncPage, SyncPresenter
from ui.screens.sync.view import SyncView, day_row
from ui.tasks import Tasks

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
PATIENCE_MS = 30_000


class Desk:
    """An enrolled laptop whose vault lives on the records lane, with three families to send."""

    def __init__(self, qtbot: QtBot, county: RunningCounty, folder: Path, worker: bytes) -> None:
        self.qtbot, self.county = qtbot, county
        self.tasks = Tasks()
        self.crashes: list[object] = []
        self.tasks.crashed.connect(self.crashes.append)
        self.vault = self.tasks.records.call(lambda: Vault.open(folder, worker, PASSPHRASE))
        for name in ("Dobre", "Rusu", "Lungu"):
            self.registers(name)
        self.courier = Courier(self.vault, self.tasks)
        self.presenter = SyncPresenter(self.vault, self.tasks, self.courier)
        self.changes: list[object] = []
        self.tasks.data_changed.connect(self.changes.append)

    def registers(self, name: str) -> None:
        new = registering.NewFamily(family_name=name)
        self.tasks.records.call(lambda: registering.register_family(self.vault, new))

    def goes_by(self, url: str) -> None:
        """Reach the county by another address from now on."""

        def keep() -> None:
            with self.vault.team.writing():
                self.vault.team.set_facts(county_url=url.encode())

        self.tasks.records.call(keep)

    def goes(self) -> Trip:
        with self.qtbot.waitSignal(self.courier.ended, timeout=PATIENCE_MS) as ended:
            self.courier.go()
        self.settles()
        assert ended.args is not None
        trip: Trip = ended.args[0]
        return trip

    def settles(self) -> None:
        self.qtbot.waitUntil(
            lambda: not self.tasks.records.busy and not self.tasks.network.busy, timeout=PATIENCE_MS
        )
        assert not self.crashes

    def leaves(self) -> None:
        self.courier.stop()
        self.tasks.records.call(self.vault.close)
        self.tasks.close()
        assert not self.crashes


@pytest.fixture
def desk(
    qtbot: QtBot, small_county: RunningCounty, laptops: Callable[[RunningCounty], MakeLaptop], tmp_path: Path
) -> Iterator[Desk]:
    laptop = laptops(small_county)("Ana Sandu", "social_worker")
    folder, worker = laptop.vault.folder, laptop.vault.worker.id
    laptop.vault.close()
    made = Desk(qtbot, small_county, folder, worker)
    yield made
    made.leaves()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Retries follow each other soon."""
    monkeypatch.setattr(patience, "FIRST_PAUSE_S", 0.01)


def test_a_trip_sends_what_waits_and_refreshes_the_screens(desk: Desk) -> None:
    steps: list[tuple[str, int, int]] = []
    desk.courier.progressed.connect(lambda *step: steps.append(step))
    trip = desk.goes()
    assert trip.done is not None
    assert trip.done.sent == 3
    assert len(desk.changes) == 1
    assert [step for step in steps if step[0] == "sending"][-1] == ("sending", 3, 3)
    state = desk.presenter.page.state
    assert state is not None
    assert (state.pending, state.days[0].at_county) == (0, 3)
    assert words.ending(trip).startswith("3 records sent")


def test_pictures_follow_quietly_and_the_page_says_so(desk: Desk) -> None:
    content = Content(JPEG, b"\xff\xd8" + bytes(100_000), b"small")

    def attach() -> bytes:
        family = families.find_families(desk.vault, "Rusu")[0].line.id
        return attachments.attach(desk.vault, family, family, "family", content)[0]

    def place() -> Place:
        (one,) = (
            one
            for line in families.list_families(desk.vault).lines
            for one in attachments.attachments_of(desk.vault, line.id)
        )
        return one.place

    desk.tasks.records.call(attach)
    assert desk.tasks.records.call(lambda: syncing.sync_state(desk.vault)).attachments == 1
    desk.goes()
    desk.qtbot.waitUntil(lambda: desk.tasks.records.call(place) is Place.AT_COUNTY, timeout=PATIENCE_MS)
    desk.settles()
    assert desk.presenter.page.state is not None
    waits = msgspec.structs.replace(desk.presenter.page.state, pending=0, attachments=1)
    assert words.standing(waits).startswith("All text is at the county. 1 picture")
    assert desk.tasks.records.call(lambda: syncing.sync_state(desk.vault)).attachments == 0


def test_where_a_family_went_is_said_once() -> None:
    gone = Parted(bytes(16), Parting.HANDED_OVER, "Corbasca", "Lupu")
    erased = Parted(bytes(16), Parting.ERASED, None, None)
    done = SyncDone(0, 2, 0, Changed(frozenset(), frozenset()), (gone, erased))
    told = words.ending(Trip(done=done))
    assert "Lupu was handed over to Corbasca" in told
    assert "A family was erased by order" in told


def test_offline_is_calm(desk: Desk, impatient: None) -> None:
    desk.county.stop()
    desk.registers("Sava")
    trip = desk.goes()
    assert isinstance(trip.problem, CountyUnreachable)
    assert desk.changes == []
    page = desk.presenter.page
    assert page.progress is None
    assert page.state is not None
    assert (page.state.pending, page.state.last_problem) == (4, "county_unreachable.refused")
    assert "goes by itself later" in words.ending(trip)


def test_a_cancelled_trip_ends_between_two_tries_and_the_next_one_goes_on(desk: Desk) -> None:
    desk.county.stop()
    with desk.qtbot.waitSignal(desk.courier.ended, timeout=PATIENCE_MS) as ended:
        desk.presenter.try_now()
        desk.presenter.cancel()
        assert desk.presenter.page.cancelling
    assert ended.args == [Trip()]
    assert not desk.courier.under_way
    desk.county.start()
    trip = desk.goes()
    assert trip.done is not None
    assert trip.done.sent == 3


@pytest.mark.parametrize("leaves", ["cancels", "closes"])
def test_a_trip_on_a_dead_line_ends_within_a_second(desk: Desk, leaves: str) -> None:
    rough = RoughLine(int(desk.county.url.rpartition(":")[2]))
    rough.dead = True
    desk.goes_by(rough.url)
    ended: list[Trip] = []
    desk.courier.ended.connect(ended.append)
    desk.presenter.try_now()
    desk.qtbot.waitUntil(lambda: rough.connections == 1, timeout=PATIENCE_MS)
    began = time.monotonic()
    if leaves == "cancels":
        desk.presenter.cancel()
    else:
        desk.courier.stop()
    desk.qtbot.waitUntil(lambda: not desk.tasks.network.busy, timeout=PATIENCE_MS)
    assert time.monotonic() - began < 1
    assert ended == ([Trip()] if leaves == "cancels" else [])
    rough.close()
    state = desk.tasks.records.call(lambda: syncing.sync_state(desk.vault))
    assert (state.pending, state.last_problem) == (3, None), "a trip that was cancelled met no problem"


def test_asking_twice_is_one_trip(desk: Desk) -> None:
    began: list[None] = []
    desk.courier.began.connect(lambda: began.append(None))
    desk.courier.go()
    trip = desk.goes()
    assert len(began) == 1
    assert trip.done is not None


def test_a_vault_closed_under_a_trip_ends_it_quietly(desk: Desk) -> None:
    desk.courier.start()
    desk.courier.stop()
    desk.tasks.records.run(desk.vault.close)
    desk.settles()
    assert not desk.courier.under_way


def test_who_else_talks_to_the_county_is_kept_from_a_vault_that_closes(desk: Desk) -> None:
    assert desk.courier.on_records(lambda: desk.vault.keyring.laptop_name) == "PC-1"
    desk.courier.stop()
    with pytest.raises(VaultLocked):
        desk.courier.on_records(lambda: desk.vault.keyring.laptop_name)


def test_the_screen_says_how_things_stand(desk: Desk, qtbot: QtBot) -> None:
    view = SyncView(desk.presenter, lambda *_place: None)
    qtbot.addWidget(view)
    view.resize(1100, 600)
    view.show()
    view.arrive(None)
    desk.settles()
    assert "3 records are saved" in view._standing.text()
    button = view.filled_button()
    assert button is view._try
    with qtbot.waitSignal(desk.courier.ended, timeout=PATIENCE_MS):
        button.click()
        assert view._cancel.isVisible()
        assert view.filled_button() is None
    desk.settles()
    assert view._standing.text() == "Nothing waits to be sent."
    assert view._contact.text().startswith("last contact: today")
    assert view._days.record(0).at_county == 3


@pytest.mark.parametrize("language", ["en", "ro", "pl", "hu"])
def test_a_full_screen_is_not_cut(make_sitting: MakeSitting, language: Language) -> None:
    sitting = make_sitting(language)
    sitting.enter()
    view = sitting.go("sync")
    assert isinstance(view, SyncView)
    days = (
        SyncDay("2026-11-21", 24, 24, 0, 0),
        SyncDay("2026-11-20", 103, 2, 100, 1),
        SyncDay("2025-02-03", 1, 0, 1, 0, "7F3A91C2"),
    )
    held = tuple(
        Held(("note",), None, reason, 1_790_000_000, "Please write this as two.", own=True)
        for reason in sorted(words.KNOWN_REASONS)
    )
    state = syncing.SyncState(
        126, len(held), 7, 1_790_000_000, "county_refused", days, held, clock_offset_s=7620
    )
    found: list[str] = []
    for name, size in SIZES.items():
        sitting.resize(size)
        view.show_page(SyncPage(state))
        sitting.settle()
        if view.facts_hidden():
            view.toggle_facts()
            sitting.settle()
        found += [f"{name}: {one}" for one in looking.cut_texts(sitting.window)]
        if view.facts_hidden():
            view.toggle_facts()
    assert not found, "\n".join(found)
    notice = view.notice()
    assert notice is not None
    assert notice.tone == "amber"


def test_a_day_that_has_arrived_shows_its_receipt() -> None:
    row = day_row(SyncDay("2025-02-03", 1, 0, 1, 0, "7F3A91C2"))
    assert row.second == "Everything you did that day is at the county · receipt 7F3A 91C2"
    assert row.second in row.sentence()
    assert day_row(SyncDay("2025-02-03", 1, 1, 0, 0)).second == ""


def test_every_reason_of_the_county_has_its_own_words() -> None:
    said = {words.reason(code) for code in words.KNOWN_REASONS}
    assert len(said) == len(words.KNOWN_REASONS)
    assert words.reason("something new") not in said
