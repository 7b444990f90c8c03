"""What the office returned and what was begun before a family moved, on the Sync screen; a colleague's change on the family's."""

import time
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services import families, typed
from app.services.families import write_note
from app.services.meanwhile import Meanwhile
from app.services.registering import NewFamily, register_family
from app.services.typed import Place
from storage.compartment import Write
from storage.vault import Vault
from sync.protocol import Answer, Outcome
from tests.fixtures.county_log import CountyLog, meet, pull
from tests.fixtures.vault import PASSPHRASE, STREAM
from tests.fixtures.window import MakeSitting
from ui.screens.family import meanwhile_words
from ui.screens.family.view import FamilyView
from ui.screens.sync import words
from ui.screens.sync.aside_card import AsideRow
from ui.screens.sync.presenter import SyncPresenter
from ui.screens.sync.view import SyncView
from ui.tasks import Tasks
from ui.widgets.buttons import Button

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
PATIENCE_MS = 20_000
MARIA = b"m" * 16


def _returned_note(vault: Vault, county: CountyLog, family: bytes) -> None:
    write_note(vault, family, "Foarte lung")
    n, txn_id = vault.team.connection.execute(
        "SELECT n, txn_id FROM outbox ORDER BY n DESC LIMIT 1"
    ).fetchone()
    with vault.team.writing():
        vault.team.take_answers([Answer(n, bytes(txn_id), Outcome.PARKED, county.csn + 1, "too_large")])
        vault.team.set_facts(clock_offset_s=b"7620")
    word = {"verdict": "returned", "sentence": "În două notițe, vă rog.", "decided_at": 1}
    county.write(bytes(16), [Write("decision", bytes(txn_id), None, {"decision": word})])
    pull(vault.team, county)


def _moved_family(vault: Vault, county: CountyLog, family: bytes) -> None:
    typed.keep(vault, Place("note", family), {"text": "Lemne pentru iarnă", "readers": "team"})
    with vault.team.writing():
        vault.team.connection.execute("INSERT INTO leaving VALUES (?, 'handed_over', 'Corbasca')", (family,))
        vault.team.part(county.csn, 0)


class Screen:
    """The Sync screen of a laptop, its vault on the records lane."""

    def __init__(self, qtbot: QtBot, vault: Vault) -> None:
        county = CountyLog(STREAM)
        self.family = register_family(vault, NewFamily(family_name="Dobre"))[0]
        moved = register_family(vault, NewFamily(family_name="Lupu"))[0]
        meet(vault.team, county)
        _moved_family(vault, county, moved)
        _returned_note(vault, county, self.family)
        folder, worker = vault.folder, vault.worker.id
        vault.close()
        self.qtbot, self.tasks = qtbot, Tasks()
        self.vault = self.tasks.records.call(lambda: Vault.open(folder, worker, PASSPHRASE))
        self.went: list[tuple[object, ...]] = []
        presenter = SyncPresenter(self.vault, self.tasks, None)
        self.view = SyncView(presenter, lambda *place: self.went.append(place))
        qtbot.addWidget(self.view)
        self.view.resize(1100, 700)
        self.view.show()
        self.view.arrive(None)
        self.settles()

    def settles(self) -> None:
        self.qtbot.waitUntil(lambda: not self.tasks.records.busy, timeout=PATIENCE_MS)
        QApplication.processEvents()
        self.qtbot.waitUntil(lambda: not self.tasks.records.busy, timeout=PATIENCE_MS)
        QApplication.processEvents()

    def presses(self, text: str) -> None:
        (button,) = [one for one in self.view.held.findChildren(Button) if one.text() == text]
        assert "Dobre" in button.accessibleName()
        button.click()
        self.settles()


@pytest.fixture
def screen(qtbot: QtBot, vault: Vault) -> Iterator[Screen]:
    made = Screen(qtbot, vault)
    yield made
    made.tasks.records.call(made.vault.close)
    made.tasks.close()


def test_a_returned_note_is_sent_again(screen: Screen) -> None:
    assert screen.view.held.isVisible()
    assert "127 minutes slow" in screen.view._clock.text()
    screen.presses("Send again")
    assert not screen.view.held.isVisible()
    assert screen.view._standing.text().startswith("1 record")


def test_a_returned_note_is_written_anew_where_notes_are_written(screen: Screen) -> None:
    screen.presses("Write anew")
    assert screen.went == [("family", Place("note", screen.family))]
    kept = screen.tasks.records.call(lambda: typed.left_by(screen.vault, screen.family))
    assert [one.fields["text"] for one in kept] == ["Foarte lung"]
    assert not screen.view.held.isVisible()


def test_what_was_begun_before_a_family_moved_is_read_copied_and_thrown_away(screen: Screen) -> None:
    (row,) = screen.view.aside.findChildren(AsideRow)
    assert not row.text.isVisible()
    row.read.click()
    assert row.text.isVisible()
    assert row.text.isReadOnly()
    assert row.text.toPlainText() == "Text: Lemne pentru iarnă"
    row.copy.click()
    assert QGuiApplication.clipboard().text() == "Text: Lemne pentru iarnă"
    row.throw.click()
    screen.settles()
    assert screen.view.aside.isVisible(), "asked once more"
    row.throw.click()
    screen.settles()
    assert not screen.view.aside.isVisible()


@pytest.mark.parametrize(
    ("offset_s", "told"),
    [(None, ""), (90, ""), (-600, "10 minutes fast"), (600, "10 minutes slow"), (10**7, "is wrong: it was")],
)
def test_a_wrong_clock_is_named(offset_s: int | None, told: str) -> None:
    sentence = words.clock(offset_s)
    assert told in sentence
    assert bool(sentence) == bool(told)


def test_changes_of_colleagues_are_told_in_one_line() -> None:
    at = 1_790_000_000
    phone = Meanwhile(b"f", "family", None, "Maria Bejan", at, ("phone",), ("address",), 7)
    school = Meanwhile(b"p", "person", "Dobre Ion", "", at, ("school",), ("birth",), 8)
    assert meanwhile_words.sentence([]) == ""
    told = meanwhile_words.sentence([phone, school, school])
    assert "Maria Bejan changed this" in told
    assert "Phone. You changed this at the same time: Address." in told
    assert "A colleague" in told
    assert "School (Dobre Ion)" in told
    assert told.endswith("And 1 more.")


def test_a_colleagues_change_is_told_on_the_familys_page_until_it_is_closed(
    make_sitting: MakeSitting,
) -> None:
    sitting = make_sitting()
    sitting.enter()
    family = sitting.a_family()
    assert sitting.door.desk is not None
    vault = sitting.door.desk.vault

    def story() -> None:
        county = CountyLog(STREAM)
        county._clock_s = int(time.time()) - 3600
        meet(vault.team, county)
        seen = county.csn
        families.change_family(vault, family, case_worker="Ana")
        county.write(MARIA, [Write("family", family, None, {"phone": {"phone": "0700 000 202"}})], seen=seen)
        meet(vault.team, county)

    sitting.tasks.records.call(story)
    view = sitting.go("family", family)
    assert isinstance(view, FamilyView)
    assert view._meanwhile.isVisible()
    view._meanwhile.closed.emit()
    sitting.settle()
    assert not view._meanwhile.isVisible()
    sitting.go("today")
    sitting.go("family", family)
    assert not view._meanwhile.isVisible()
