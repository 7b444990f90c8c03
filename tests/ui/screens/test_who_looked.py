"""Who looked: every way to have a family's file before one leaves its line, printing waits for it, reading does not."""

import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.domain.folding import fold
from app.services import audit, families
from app.services.audit import Look, Looks
from storage import looks
from storage.compartment import Write
from storage.vault import Vault
from tests.fixtures.county_log import CountyLog, meet, pull
from tests.fixtures.vault import STREAM
from tests.fixtures.window import MakeSitting, Sitting
from ui.print_dialog import PrintDialog
from ui.screens.family.looks import look_row

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
T = TypeVar("T")
COLLEAGUE = b"colleague-------"


def on_records(sitting: Sitting, work: Callable[[Vault], T]) -> T:
    assert sitting.door.desk is not None
    vault = sitting.door.desk.vault
    return sitting.tasks.records.call(lambda: work(vault))


def acts(sitting: Sitting, family: bytes) -> list[str]:
    """What was noted about a family, newest first."""
    lines = on_records(sitting, lambda vault: audit.who_looked(vault, family).lines)
    return [line.act for line in lines]


def searches(sitting: Sitting, family: bytes | None = None) -> list[tuple[object, object]]:
    """(words, families shown) of the searches noted now; those that opened a family, with it."""

    def read(vault: Vault) -> list[tuple[object, object]]:
        now = int(time.time())
        told = looks.noted_by(vault.team, vault.worker.id, family, now - 900, now)
        return [(one["sought"], one["found"]) for one in told if one["act"] == "search"]

    return on_records(sitting, read)


def other_family(sitting: Sitting) -> bytes:
    return on_records(sitting, lambda vault: families.list_families(vault, offset=1, limit=1).lines[0].id)


def refuse_writing(sitting: Sitting, refuse: bool) -> None:
    """A disk that can only be read, as the store sees it."""
    on_records(
        sitting,
        lambda vault: vault.team.connection.execute(f"PRAGMA query_only = {'ON' if refuse else 'OFF'}"),
    )


# reading


def opens_leave_a_line(sitting: Sitting) -> None:
    family = sitting.a_family()
    sitting.go("family", family)
    assert acts(sitting, family) == ["read"]


def test_opening_a_family_leaves_one_line_however_often(sitting: Sitting) -> None:
    opens_leave_a_line(sitting)
    family, other = sitting.a_family(), other_family(sitting)
    sitting.go("today")
    sitting.go("family", family)
    sitting.go("family", other)
    sitting.go("visit", other)
    assert acts(sitting, family) == ["read"]
    assert acts(sitting, other) == ["read"]


def test_without_the_note_the_test_above_fails(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "note_read", lambda *_args: False)
    with pytest.raises(AssertionError):
        opens_leave_a_line(sitting)


def test_a_visit_begun_from_a_list_is_a_look_too(sitting: Sitting) -> None:
    family = sitting.a_family()
    sitting.go("visit", family)
    assert acts(sitting, family) == ["read"]


def test_lists_are_no_look(sitting: Sitting) -> None:
    for screen in ("today", "families", "sync", "clear_up", "settings"):
        sitting.go(screen)
    assert acts(sitting, sitting.a_family()) == []


def test_a_disk_that_refuses_does_not_hide_the_family(sitting: Sitting) -> None:
    family = sitting.a_family()
    refuse_writing(sitting, True)
    page = sitting.go("family", family)
    assert page.heading().title  # type: ignore[attr-defined]
    assert "cannot be written" in sitting.frame.banner._bold.text()
    refuse_writing(sitting, False)
    sitting.go("today")
    sitting.go("family", family)
    assert acts(sitting, family) == ["read"]


def two_versions(vault: Vault) -> bytes:
    """A family whose phone a colleague changed at the same time."""
    family = families.list_families(vault, limit=1).lines[0].id
    county = CountyLog(STREAM)
    meet(vault.team, county)
    seen = county.csn
    families.change_family(vault, family, phone="0700 000 101")
    county.write(
        COLLEAGUE, [Write("family", family, family, {"phone": {"phone": "0700 000 202"}})], seen=seen
    )
    meet(vault.team, county)
    pull(vault.team, county)
    return family


def test_the_desk_of_two_versions_is_a_look_when_it_is_in_view(sitting: Sitting) -> None:
    sitting.go("clear_up")
    sitting.go("today")
    family = on_records(sitting, two_versions)
    sitting.door.desk.tasks.data_changed.emit(None)  # type: ignore[union-attr]
    sitting.settle()
    assert acts(sitting, family) == []
    sitting.go("clear_up")
    assert acts(sitting, family) == ["read"]


# searching


def search_for(sitting: Sitting, typed: str) -> None:
    sitting.frame.focus_search()
    QTest.keyClicks(sitting.frame.search, typed)
    sitting.wait_for(sitting.frame.search.results_shown)
    sitting.settle()


def name_of(sitting: Sitting, family: bytes) -> str:
    """Its name as it is typed without Romanian letters."""
    return fold(on_records(sitting, lambda vault: families.open_family(vault, family).line.name))


def test_a_search_is_noted_once_it_rests(sitting: Sitting) -> None:
    search_for(sitting, "zzqx")
    assert searches(sitting) == []
    sitting.wait_for(lambda: bool(searches(sitting)))
    assert searches(sitting) == [("zzqx", 0)]


def test_opening_a_result_notes_the_search_at_that_family(sitting: Sitting) -> None:
    family = sitting.a_family()
    search_for(sitting, name_of(sitting, family))
    QTest.keyClick(sitting.frame.search, Qt.Key.Key_Return)
    sitting.settle()
    assert sorted(acts(sitting, family)) == ["read", "search"]
    assert searches(sitting) == []


def test_opening_it_after_a_rest_notes_it_there_too(sitting: Sitting) -> None:
    family = sitting.a_family()
    name = name_of(sitting, family)
    search_for(sitting, name)
    sitting.wait_for(lambda: bool(searches(sitting)))
    QTest.keyClick(sitting.frame.search, Qt.Key.Key_Return)
    sitting.settle()
    assert searches(sitting, family) == searches(sitting)
    assert searches(sitting)[0][0] == name


def test_other_words_are_another_search_and_fewer_letters_are_not(sitting: Sitting) -> None:
    search_for(sitting, "zzq")
    QTest.keyClick(sitting.frame.search, Qt.Key.Key_Backspace)
    sitting.settle()
    QTest.keyClick(sitting.frame.search, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(sitting.frame.search, "xxw")
    sitting.wait_for(lambda: len(searches(sitting)) == 2)
    assert {words for words, _ in searches(sitting)} == {"zzq", "xxw"}


def test_a_search_seen_just_before_the_lock_is_noted(sitting: Sitting) -> None:
    search_for(sitting, "zzqx")
    QTest.keyClick(sitting.window, Qt.Key.Key_F12)
    sitting.wait_for(lambda: sitting.door.desk is None)
    sitting.settle()
    with closing(sitting.vault.open_team()) as team:
        rows = team.connection.execute("SELECT fields FROM shown WHERE kind = 'audit'").fetchall()
    assert any(b"zzqx" in bytes(row[0]) for row in rows)


def test_families_that_may_be_the_same_are_a_search_too(sitting: Sitting) -> None:
    family = sitting.a_family()
    surname = on_records(
        sitting, lambda vault: families.open_family(vault, family).members[0].person.family_name
    )
    page = sitting.go("new_family", surname)
    sitting.wait_for(lambda: bool(page._presenter.state.similar))  # type: ignore[attr-defined]
    assert searches(sitting) == []
    sitting.go("today")
    ((words, shown),) = searches(sitting)
    assert words == fold(surname)
    assert isinstance(shown, int)
    assert shown > 0


# what goes out


def print_dialog(sitting: Sitting) -> PrintDialog:
    page = sitting.go("family", sitting.a_family())
    presenter = page._presenter  # type: ignore[attr-defined]
    presenter.choose_tab("visits")
    presenter.prepare_print(presenter.state.chosen_visit)
    sitting.wait_for(lambda: bool(page.findChildren(PrintDialog)))
    (dialog,) = page.findChildren(PrintDialog)
    return dialog


def test_a_saved_pdf_is_noted_with_its_visit(sitting: Sitting, tmp_path: Path) -> None:
    dialog = print_dialog(sitting)
    dialog.save_as(tmp_path / "visit.pdf")
    sitting.wait_for((tmp_path / "visit.pdf").is_file)
    family = sitting.a_family()
    (out, *_) = on_records(sitting, lambda vault: audit.who_looked(vault, family).lines)
    newest = on_records(sitting, lambda vault: families.open_family(vault, family).visits[0].id)
    assert (out.act, out.what, out.concerned) == ("export", "visit", (newest,))


def test_what_cannot_be_noted_does_not_go_out(sitting: Sitting, tmp_path: Path) -> None:
    dialog = print_dialog(sitting)
    refuse_writing(sitting, True)
    dialog.save_as(tmp_path / "visit.pdf")
    sitting.wait_for(lambda: bool(dialog._told.text()))
    assert "nothing went out" in dialog._told.text()
    assert not (tmp_path / "visit.pdf").exists()
    assert dialog.save_button.isEnabled()
    refuse_writing(sitting, False)
    dialog.save_as(tmp_path / "visit.pdf")
    sitting.wait_for((tmp_path / "visit.pdf").is_file)


# the tab


def the_tab(sitting: Sitting) -> QWidget:
    page = sitting.go("family", sitting.a_family())
    page._presenter.choose_tab("looks")  # type: ignore[attr-defined]
    sitting.settle()
    looks_tab = page._looks  # type: ignore[attr-defined]
    assert isinstance(looks_tab, QWidget)
    return looks_tab


def test_one_sees_oneself_at_the_top(sitting: Sitting) -> None:
    tab = the_tab(sitting)
    assert tab.isVisible()
    (own,) = tab._model.records()  # type: ignore[attr-defined]
    assert (own.worker, own.act) == ("Ana Sandu", "read")
    said = tab._list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)  # type: ignore[attr-defined]
    assert said.startswith("Ana Sandu · social worker, Today ")
    assert said.endswith("opened the file")


def test_the_tab_is_reached_and_read_with_the_keyboard(sitting: Sitting) -> None:
    page = sitting.go("family", sitting.a_family())
    QTest.keyClick(
        sitting.focus, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    sitting.settle()
    assert page._presenter.state.tab == "looks"  # type: ignore[attr-defined]
    for _ in range(3):
        QTest.keyClick(sitting.window, Qt.Key.Key_F6)
        if sitting.focus is page._looks._list:  # type: ignore[attr-defined]
            break
    assert sitting.focus.accessibleName() == "Who looked"
    QTest.keyClick(sitting.focus, Qt.Key.Key_Down)
    assert page._looks._list.currentIndex().row() == 0  # type: ignore[attr-defined]


def test_nobody_yet_and_more_than_are_shown(sitting: Sitting) -> None:
    tab = the_tab(sitting)
    presenter = sitting.frame.page()._presenter  # type: ignore[attr-defined]
    presenter._show(looks=Looks((), 0))
    assert not tab._list.isVisible()  # type: ignore[attr-defined]
    assert tab._empty.isVisible()  # type: ignore[attr-defined]
    line = Look("Ana Sandu", "social_worker", "read", None, None, (), 1_790_000_000)
    presenter._show(looks=Looks((line,) * 3, 1234))
    assert tab._list.isVisible()  # type: ignore[attr-defined]
    assert tab._more.text() == "The newest 3 of 1\u202f234 are shown."  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("act", "sought", "said"),
    [
        ("read", None, "opened the file"),
        ("search", "dobre", "found it by looking for “dobre”"),
        ("print", None, "printed the visit: 05.01.2025"),
        ("export", None, "saved the visit as PDF: 05.01.2025"),
        ("of next year", None, "of next year"),
        ("", None, "did something this version does not know"),
    ],
)
def test_every_act_is_said(sitting: Sitting, act: str, sought: str | None, said: str) -> None:
    look = Look("", "", act, "visit", sought, (b"v" * 16,), 1_790_000_000)
    row = look_row(look, {b"v" * 16: "2025-01-05"})
    assert row.second.endswith(f"· {said}")
    assert row.title == "Somebody this laptop does not know"


def test_confidential_notes_that_were_read_are_named(sitting: Sitting) -> None:
    family = sitting.a_family()
    on_records(sitting, lambda vault: families.write_note(vault, family, "Despre datorii.", kept_in="social"))
    tab = the_tab(sitting)
    said = {look_row(look, {}).second.rpartition("· ")[2] for look in tab._model.records()}  # type: ignore[attr-defined]
    assert said == {"opened the file", "read: social notes"}


def test_it_is_said_in_every_language(make_sitting: MakeSitting) -> None:
    said = set()
    for language in ("en", "ro", "pl", "hu"):
        sitting = make_sitting(language)
        sitting.enter()
        tab = the_tab(sitting)
        said.add(tab._list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).rpartition("·")[2])  # type: ignore[attr-defined]
    assert len(said) == 4


def test_a_lock_before_the_family_is_shown_asks_a_closed_vault_for_nothing(sitting: Sitting) -> None:
    family = sitting.a_family()
    desk = sitting.door.desk
    assert desk is not None
    for screen in ("family", "visit"):
        desk.navigator.go(screen, family)
        # What was read waits to be delivered when the key comes.
        sitting.tasks.records.call(lambda: None)
        QTest.keyClick(sitting.window, Qt.Key.Key_F12)
        sitting.wait_for(lambda: sitting.door.desk is None)
        sitting.settle()
        with closing(sitting.vault.open_team()) as team:
            assert looks.of_family(team, family, 9) == ([], 0)
        sitting.enter()
        desk = sitting.door.desk
        assert desk is not None
