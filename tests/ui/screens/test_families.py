"""Today, the list of families, registering one, and the family page: what is shown is what the vault holds."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.countries.identity import Finding
from app.errors import DiskFull
from app.services import families
from app.services.families import FamilyFile
from tests.fixtures.window import Sitting
from ui.screens.families.register_presenter import Draft, birth_problem
from ui.screens.family_words import surname_and_rest
from ui.screens.today.presenter import Check
from ui.screens.today.view import check_words
from ui.search import marked
from ui.widgets.buttons import Button
from ui.widgets.rows import RowList

TODAY = dt.date(2026, 11, 21)


def file_of(sitting: Sitting, family_id: bytes) -> FamilyFile:
    assert sitting.door.desk is not None
    vault = sitting.door.desk.vault
    return sitting.tasks.records.call(lambda: families.open_family(vault, family_id))


def all_families(sitting: Sitting) -> int:
    assert sitting.door.desk is not None
    vault = sitting.door.desk.vault
    return sitting.tasks.records.call(lambda: families.list_families(vault, limit=1).total)


# today


def test_the_most_urgent_visit_is_first_and_has_the_focus(sitting: Sitting) -> None:
    page = sitting.frame.page()
    filled = page.filled_button()
    assert filled is not None
    assert filled.text() == "Start visit"
    assert sitting.focus is filled
    lateness = [due.days_late for due in page._presenter.state.deadlines]  # type: ignore[attr-defined]
    assert lateness == sorted(lateness, reverse=True)
    assert lateness[0] == 9


def test_route_goes_village_by_village(sitting: Sitting) -> None:
    route = next(
        one for one in sitting.frame.page().findChildren(RowList) if one.accessibleName() == "Today's route"
    )
    rows = [route._delegate.look(record) for record in route.row_model().records()]
    assert rows[0].group
    assert sum(row.group for row in rows) < len(rows)


def test_the_list_before_leaving_says_what_is_known() -> None:
    assert check_words(Check("clock", good=False)) == "The clock was not compared with the county yet"
    assert "off by 7 minutes" in check_words(Check("clock", good=False, at=1, minutes=7))
    assert check_words(Check("copy", good=False)) == "No safety copy yet"


# list


def test_the_filters_show_what_they_say(sitting: Sitting) -> None:
    page = sitting.go("families")
    assert page._presenter.state.total == 24  # type: ignore[attr-defined]
    page._chips["overdue"].click()  # type: ignore[attr-defined]
    sitting.settle()
    overdue = page._model.records()  # type: ignore[attr-defined]
    assert 0 < len(overdue) < 24
    assert all(line.next_visit_on and line.next_visit_on <= dt.date.today().isoformat() for line in overdue)  # noqa: DTZ011
    page._chips["overdue"].click()  # type: ignore[attr-defined]
    sitting.settle()
    assert page._presenter.state.total == 24  # type: ignore[attr-defined]


def test_the_next_page_comes_when_the_list_nears_its_end(sitting: Sitting) -> None:
    page = sitting.go("families")
    model = page._model  # type: ignore[attr-defined]
    model.set_records(model.records()[:10], 24)
    assert model.canFetchMore(model.index(-1, -1))
    asked: list[int] = []
    model.more_wanted.connect(asked.append)
    model.fetchMore(model.index(-1, -1))
    sitting.settle()
    assert asked == [10]
    assert model.rowCount() == 24
    assert not model.canFetchMore(model.index(-1, -1))


def test_enter_opens_the_chosen_family(sitting: Sitting) -> None:
    page = sitting.go("families")
    QTest.keyClick(sitting.focus, Qt.Key.Key_Down)
    chosen = page._list.current_record()  # type: ignore[attr-defined]
    QTest.keyClick(sitting.focus, Qt.Key.Key_Return)
    sitting.settle()
    assert sitting.frame.page().heading().title == chosen.name


# register


def test_a_name_is_enough_to_register(sitting: Sitting) -> None:
    page = sitting.go("new_family")
    assert not page.filled_button().isEnabled()  # type: ignore[attr-defined]
    QTest.keyClicks(sitting.focus, "Albulescu")
    assert page.filled_button().isEnabled()  # type: ignore[attr-defined]
    QTest.keyClick(sitting.window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    sitting.wait_for(lambda: sitting.window.windowTitle().startswith("Vatra — Family"))
    sitting.settle()
    assert sitting.frame.page().heading().title == "Albulescu"
    assert all_families(sitting) == 25


def test_a_family_that_may_be_the_same_is_shown_while_typing(sitting: Sitting) -> None:
    known = file_of(sitting, sitting.a_family())
    person = known.members[0].person
    page = sitting.go("new_family")
    presenter = page._presenter  # type: ignore[attr-defined]
    presenter.edit(
        Draft(
            family_name=person.family_name,
            given_names=person.given_names,
            village=known.family.village or "",
            birth=str(person.birth),
        )
    )
    sitting.wait_for(lambda: bool(presenter.state.similar))
    assert known.family.id in {one.line.id for one in presenter.state.similar}
    presenter.say_no(known.family.id)
    assert known.family.id not in {one.line.id for one in presenter.state.similar}


def test_a_wrong_check_digit_is_told_and_never_stops_anybody(sitting: Sitting) -> None:
    presenter = sitting.go("new_family")._presenter  # type: ignore[attr-defined]
    presenter.edit(Draft(family_name="Albu", papers="has", identity_number="2900327047950"))
    presenter.check()
    assert presenter.state.identity_finding in {Finding.CHECK_DIGIT, Finding.COUNTY, Finding.DATE}
    assert presenter.state.may_register


def test_a_birth_date_that_cannot_be_is_put_right_first(sitting: Sitting) -> None:
    presenter = sitting.go("new_family")._presenter  # type: ignore[attr-defined]
    presenter.edit(Draft(family_name="Albu", birth="31.2.2020"))
    presenter.check()
    assert not presenter.state.may_register
    assert birth_problem("1.1.2999", TODAY) == "future"
    assert birth_problem("2019", TODAY) is None


# family


def test_a_changed_phone_is_kept_and_taken_back(sitting: Sitting) -> None:
    family_id = sitting.a_family()
    before = file_of(sitting, family_id).family.phone
    page = sitting.go("family", family_id)
    page._presenter.save_family(phone="0700 000 141")  # type: ignore[attr-defined]
    sitting.settle()
    assert file_of(sitting, family_id).family.phone == "0700 000 141"
    assert sitting.frame.toast.isVisible()
    sitting.window.setFocus()
    QTest.keyClick(sitting.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    sitting.settle()
    assert file_of(sitting, family_id).family.phone == before


def test_a_member_comes_and_goes(sitting: Sitting) -> None:
    family_id = sitting.a_family()
    before = len(file_of(sitting, family_id).members)
    presenter = sitting.go("family", family_id)._presenter  # type: ignore[attr-defined]
    presenter.add_member("grandparent", family_name="Dobre", given_names="Paraschiva", birth="1963")
    sitting.settle()
    members = file_of(sitting, family_id).members
    assert len(members) == before + 1
    added = next(one for one in members if one.person.given_names == "Paraschiva")
    presenter.member_left(added)
    sitting.settle()
    assert len(file_of(sitting, family_id).members) == before


def test_a_note_stands_in_the_timeline_at_once(sitting: Sitting) -> None:
    family_id = sitting.a_family()
    page = sitting.go("family", family_id)
    page.begin_note()  # type: ignore[attr-defined]
    QTest.keyClicks(sitting.focus, "Sobra a fost reparata.")
    keep = next(button for button in page.findChildren(Button) if button.text() == "Keep the note")
    keep.click()
    sitting.settle()
    assert any(event.text == "Sobra a fost reparata." for event in page._presenter.state.file.timeline)  # type: ignore[attr-defined]


def test_a_note_can_be_kept_for_one_profession(sitting: Sitting) -> None:
    page = sitting.go("family", sitting.a_family())
    page.begin_note()  # type: ignore[attr-defined]
    notes = page._notes  # type: ignore[attr-defined]
    QTest.keyClicks(sitting.focus, "Doar pentru noi.")
    QTest.keyClick(sitting.focus, Qt.Key.Key_Tab)
    assert sitting.focus is notes._readers
    assert notes._readers.value() == "team"
    QTest.keyClick(sitting.focus, Qt.Key.Key_Down)
    assert notes._readers.value() == "social"
    assert notes._apart.isVisible()
    next(button for button in page.findChildren(Button) if button.text() == "Keep the note").click()
    sitting.settle()
    (event,) = (one for one in page._presenter.state.file.timeline if one.text == "Doar pentru noi.")  # type: ignore[attr-defined]
    assert event.kept_in == "social"
    assert notes.field.toPlainText() == ""
    assert notes._readers.value() == "team"  # the next one is for everybody unless somebody says otherwise


def test_a_note_that_cannot_be_kept_stays_in_its_field(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise DiskFull()

    page = sitting.go("family", sitting.a_family())
    page.begin_note()  # type: ignore[attr-defined]
    QTest.keyClicks(sitting.focus, "Nu se pierde.")
    keep = next(button for button in page.findChildren(Button) if button.text() == "Keep the note")
    with monkeypatch.context() as patched:
        patched.setattr("app.services.families.save", full)
        keep.click()
        sitting.settle()
    notes = page._notes  # type: ignore[attr-defined]
    assert notes.field.toPlainText() == "Nu se pierde."
    assert keep.isEnabled()
    keep.click()
    sitting.settle()
    assert notes.field.toPlainText() == ""


def test_another_screen_reads_again_when_something_was_saved(sitting: Sitting) -> None:
    listed = sitting.go("families")
    family_id = listed._model.record(0).id  # type: ignore[attr-defined]
    page = sitting.go("family", family_id)
    page._presenter.save_family(name="Zzz Renamed")  # type: ignore[attr-defined]
    sitting.settle()
    assert "Zzz Renamed" in {line.name for line in listed._model.records()}  # type: ignore[attr-defined]


def test_the_document_of_a_visit_carries_the_number_and_no_name_in_its_foot(sitting: Sitting) -> None:
    page = sitting.go("family", sitting.a_family())
    presenter = page._presenter  # type: ignore[attr-defined]
    presenter.document_ready.disconnect()
    documents: list[object] = []
    presenter.document_ready.connect(documents.append)
    presenter.prepare_print(presenter.state.chosen_visit)
    sitting.wait_for(lambda: bool(documents))
    foot = " ".join(documents[0].document.foot)  # type: ignore[attr-defined]
    name = presenter.state.file.line.name
    assert presenter.state.file.line.number in foot
    assert surname_and_rest(name)[0] not in foot


def test_search_marks_what_was_typed() -> None:
    assert marked("Țurcanu Ștefan", "tur ste") == (
        ("Țur", True),
        ("canu", False),
        (" Ște", True),
        ("fan", False),
    )
    assert marked("Dobre", "zz") == (("Dobre", False),)
