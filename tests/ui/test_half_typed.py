"""Nothing typed is lost: lock with half a sentence in any form, open it again, and the sentence is there.

Each form is tried twice: as it is, and with the keeping switched off, when the text must be gone - otherwise the test
would pass by a text that never left the window.
"""

import dataclasses
import os
import signal
from collections.abc import Callable
from threading import Event

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from app.errors import DiskFull
from app.services import families, typed
from app.services.typed import Place
from tests.fixtures.cells import every_cell
from tests.fixtures.driven import DrivenVatra, wait_for
from tests.fixtures.vault import InventedVault
from tests.fixtures.window import SIZES, MakeSitting, Sitting
from tests.ui import looking
from ui.half_typed import HalfTyped
from ui.preferences import LANGUAGES, Language
from ui.screens.families.register_view import RegisterView
from ui.screens.family.view import FamilyView
from ui.screens.today.view import TodayView, draft_row
from ui.screens.unlock.view import UnlockView
from ui.widgets.buttons import Button
from ui.widgets.half_typed_line import HalfTypedLine

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def page_of(sitting: Sitting, family: bytes) -> FamilyView:
    page = sitting.go("family", family)
    assert isinstance(page, FamilyView)
    return page


def press(page: FamilyView | RegisterView, words: str) -> None:
    """Press the visible button with these words."""
    next(one for one in page.findChildren(Button) if one.text() == words and one.isVisible()).click()


# the forms: how to come to the field in which somebody types


def note(sitting: Sitting, family: bytes) -> QPlainTextEdit:
    page = page_of(sitting, family)
    page.begin_note()
    return page._notes.field


def house(sitting: Sitting, family: bytes) -> QLineEdit:
    page = page_of(sitting, family)
    page._presenter.choose_tab("brief")
    if not page._presenter.state.editing_family:
        press(page, "Change")
    return page._brief._fields["directions"]


def person(sitting: Sitting, family: bytes) -> QLineEdit:
    page = page_of(sitting, family)
    page._presenter.choose_tab("members")
    return page._members._fields["school"]


def member(sitting: Sitting, family: bytes) -> QLineEdit:
    page = page_of(sitting, family)
    page._presenter.choose_tab("members")
    press(page, "Add a member")
    return page._members._fields["given_names"]


def new_family(sitting: Sitting, _family: bytes) -> QLineEdit:
    page = sitting.go("new_family")
    assert isinstance(page, RegisterView)
    return page._surname


FORMS = {"note": note, "house": house, "person": person, "member": member, "new_family": new_family}
Form = Callable[[Sitting, bytes], QLineEdit | QPlainTextEdit]


@dataclasses.dataclass
class Keeping:
    """Whether what is typed is kept."""

    on: bool


@pytest.fixture(params=[True, False], ids=["kept", "control"])
def keeping(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Keeping:
    if not request.param:
        monkeypatch.setattr(HalfTyped, "_keep", lambda _self: None)
    return Keeping(request.param)


def text_of(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def add_text(field: QLineEdit | QPlainTextEdit, text: str) -> str:
    """Type at the end; what stands in the field then."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, text)
    return text_of(field)


def lock(sitting: Sitting) -> None:
    sitting.window.lock()
    assert sitting.door.desk is None
    comes_back(sitting)


def comes_back(sitting: Sitting) -> None:
    # A running event loop does this by itself: nothing of the desk lives on.
    sitting.app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    sitting.wait_for(lambda: isinstance(sitting.window.content(), UnlockView))
    sitting.settle()
    sitting.unlock()


def lines_told(sitting: Sitting) -> list[str]:
    lines = sitting.frame.page().findChildren(HalfTypedLine)
    return [line.accessibleName() for line in lines if line.isVisible()]


def left(sitting: Sitting) -> tuple[typed.Kept, ...]:
    assert sitting.door.desk is not None
    vault = sitting.door.desk.vault
    return sitting.tasks.records.call(lambda: typed.left_by(vault))


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_locked_at_once_and_there_again(sitting: Sitting, form: Form, keeping: Keeping) -> None:
    family = sitting.a_family()
    stood = add_text(form(sitting, family), "gard verde")
    lock(sitting)
    field = form(sitting, family)
    assert (text_of(field) == stood) == keeping.on
    assert ("gard verde" in text_of(field)) == keeping.on
    assert bool(lines_told(sitting)) == keeping.on


@pytest.mark.parametrize("form", [note, new_family])
def test_kept_behind_a_long_work_on_the_lane(sitting: Sitting, form: Form) -> None:
    family = sitting.a_family()
    field = form(sitting, family)
    sitting.settle()
    going_on = Event()
    sitting.tasks.records.run(lambda: going_on.wait(20))
    stood = add_text(field, "gard verde")
    sitting.window.lock()
    going_on.set()
    comes_back(sitting)
    assert text_of(form(sitting, family)) == stood


def test_kept_without_leaving_the_form(sitting: Sitting) -> None:
    family = sitting.a_family()
    add_text(note(sitting, family), "Bunica are")
    sitting.wait_for(lambda: bool(left(sitting)))
    (kept,) = left(sitting)
    assert kept.place == Place("note", family)
    assert kept.fields["text"] == "Bunica are"


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_thrown_away_is_gone(sitting: Sitting, form: Form) -> None:
    family = sitting.a_family()
    before = text_of(form(sitting, family))
    add_text(form(sitting, family), "gard verde")
    lock(sitting)
    form(sitting, family)
    page = sitting.frame.page()
    assert isinstance(page, (FamilyView, RegisterView))
    press(page, "Throw it away")
    sitting.settle()
    assert left(sitting) == ()
    assert lines_told(sitting) == []
    assert text_of(form(sitting, family)) == before


SAVE = {
    "note": "Keep the note",
    "house": "Save changes",
    "person": "Save changes",
    "member": "Add to the family",
    "new_family": "Register the family",
}


@pytest.mark.parametrize("name", FORMS)
def test_the_save_ends_it(sitting: Sitting, name: str) -> None:
    family, form = sitting.a_family(), FORMS[name]
    add_text(form(sitting, family), "Verde")
    lock(sitting)
    form(sitting, family)
    assert len(left(sitting)) == 1
    shown = sitting.frame.page()
    assert isinstance(shown, (FamilyView, RegisterView))
    press(shown, SAVE[name])
    sitting.settle()
    assert left(sitting) == ()
    assert lines_told(sitting) == []


def test_a_save_in_the_moment_of_the_lock_is_a_save_or_half_typed_and_never_both(sitting: Sitting) -> None:
    family = sitting.a_family()
    add_text(note(sitting, family), "Doar azi.")
    page = sitting.frame.page()
    assert isinstance(page, FamilyView)
    press(page, "Keep the note")
    sitting.window.lock()
    comes_back(sitting)
    assert sitting.door.desk is not None
    vault = sitting.door.desk.vault
    notes = sitting.tasks.records.call(lambda: families.open_family(vault, family).notes)
    saved = [one.text for one in notes if one.text == "Doar azi."]
    assert len(saved) + len(left(sitting)) == 1


def test_what_the_disk_refused_is_kept_when_it_can_be(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise DiskFull()

    family = sitting.a_family()
    stood = add_text(house(sitting, family), "gard verde")
    page = sitting.frame.page()
    assert isinstance(page, FamilyView)
    with monkeypatch.context() as patched:
        patched.setattr("app.services.families.save", full)
        press(page, "Save changes")
        sitting.settle()
    assert [one.place.form for one in left(sitting)] == ["house"]
    lock(sitting)
    assert text_of(house(sitting, family)) == stood


def test_another_language_keeps_it(sitting: Sitting) -> None:
    family = sitting.a_family()
    stood = add_text(note(sitting, family), "Bunica are")
    sitting.wear(language="pl")
    sitting.app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert text_of(note(sitting, family)) == stood


def test_today_brings_the_house_into_view(sitting: Sitting) -> None:
    family = sitting.a_family()
    sitting.resize((911, 464))
    house(sitting, family)
    page = sitting.frame.page()
    assert isinstance(page, FamilyView)
    add_text(page._brief._fields["directions"], "gard verde")
    lock(sitting)
    page = sitting.go("family", Place("house", family))
    assert isinstance(page, FamilyView)
    assert not page._brief._form.visibleRegion().isEmpty()


def test_another_family_does_not_see_it(sitting: Sitting) -> None:
    assert sitting.door.desk is not None
    vault = sitting.door.desk.vault
    lines = sitting.tasks.records.call(lambda: families.list_families(vault, limit=2).lines)
    first, second = lines[0].id, lines[1].id
    add_text(note(sitting, first), "Despre prima familie.")
    assert text_of(note(sitting, second)) == ""
    add_text(note(sitting, second), "Despre a doua.")
    assert text_of(note(sitting, first)) == "Despre prima familie."
    assert {one.place.family for one in left(sitting)} == {first, second}


def test_another_member_and_back(sitting: Sitting) -> None:
    family = sitting.a_family()
    page = page_of(sitting, family)
    state = page._presenter.state
    assert state.file is not None
    one, other = (member.person.id for member in state.file.members[:2])
    page._presenter.choose_tab("members")
    page._presenter.choose_member(one)
    stood = add_text(page._members._fields["school"], "clasa a V-a")
    page._presenter.choose_member(other)
    assert text_of(page._members._fields["school"]) != stood
    page._presenter.choose_member(one)
    assert text_of(page._members._fields["school"]) == stood
    assert page._members._save_button.isEnabled()


def test_a_note_lies_with_its_readers_and_moves_with_them(sitting: Sitting) -> None:
    family = sitting.a_family()
    add_text(note(sitting, family), "Nu se spune.")
    page = sitting.frame.page()
    assert isinstance(page, FamilyView)
    readers = page._notes._readers

    def lies_in() -> str:
        page.leave()
        (kept,) = left(sitting)
        return kept.kept_in

    assert readers.value() == "team"
    assert lies_in() == "social", "nobody has chosen yet"
    QTest.keyClick(readers, Qt.Key.Key_Down)
    assert readers.value() == "social"
    assert lies_in() == "social"
    QTest.keyClick(readers, Qt.Key.Key_Up)
    assert readers.value() == "team"
    assert lies_in() == "team"
    QTest.keyClick(readers, Qt.Key.Key_Down)
    assert lies_in() == "social"
    lock(sitting)
    note(sitting, family)
    again = sitting.frame.page()
    assert isinstance(again, FamilyView)
    assert again._notes._readers.value() == "social"


@pytest.mark.parametrize("for_all", [False, True])
def test_a_colleague_with_a_database_tool_finds_only_what_is_for_all(sitting: Sitting, for_all: bool) -> None:
    add_text(note(sitting, sitting.a_family()), "Nu se spune.")
    page = sitting.frame.page()
    assert isinstance(page, FamilyView)
    if for_all:
        page._notes._readers.activated.emit(0)
    sitting.window.lock()
    sitting.settle()
    with sitting.vault.open() as vault:
        assert (b"Nu se spune." in every_cell(vault.team)) == for_all
        assert (b"Nu se spune." in every_cell(vault.compartments["social"])) != for_all


def test_tried_again_until_the_disk_has_room(sitting: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise DiskFull()

    monkeypatch.setattr("ui.half_typed.TRIED_AGAIN_AFTER_MS", 50)
    family = sitting.a_family()
    field = note(sitting, family)
    with monkeypatch.context() as patched:
        patched.setattr("app.services.typed.keep_draft", full)
        add_text(field, "Nu se pierde.")
        sitting.wait_for(lambda: sitting.frame.banner.notice() is not None)
    sitting.wait_for(lambda: bool(left(sitting)))
    assert left(sitting)[0].fields["text"] == "Nu se pierde."


def test_what_was_refused_is_kept_from_another_family_too(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise DiskFull()

    assert sitting.door.desk is not None
    vault = sitting.door.desk.vault
    lines = sitting.tasks.records.call(lambda: families.list_families(vault, limit=2).lines)
    field = note(sitting, lines[0].id)
    with monkeypatch.context() as patched:
        patched.setattr("app.services.typed.keep_draft", full)
        add_text(field, "Nu se pierde.")
        note(sitting, lines[1].id)
        assert left(sitting) == ()
        assert text_of(note(sitting, lines[0].id)) == "Nu se pierde."
        note(sitting, lines[1].id)
    lock(sitting)
    assert text_of(note(sitting, lines[0].id)) == "Nu se pierde."


def test_what_was_typed_about_somebody_who_left_goes_with_the_act(sitting: Sitting) -> None:
    add_text(person(sitting, sitting.a_family()), "clasa a V-a")
    page = sitting.frame.page()
    assert isinstance(page, FamilyView)
    press(page, "Does not live here any more")
    sitting.settle()
    page.leave()
    assert left(sitting) == ()


def test_typed_before_the_older_text_came_loses_neither(sitting: Sitting) -> None:
    page = sitting.go("new_family")
    assert isinstance(page, RegisterView)
    add_text(page._directions, "gard verde")
    lock(sitting)
    going_on = Event()
    sitting.tasks.records.run(lambda: going_on.wait(20))
    assert sitting.door.desk is not None
    sitting.door.desk.navigator.go("new_family")
    page = sitting.frame.page()
    assert isinstance(page, RegisterView)
    add_text(page._surname, "Albulescu")
    going_on.set()
    sitting.settle()
    assert (page._surname.text(), page._directions.text()) == ("Albulescu", "gard verde")
    # ... also when the vault closes before it came
    lock(sitting)
    going_on.clear()
    sitting.tasks.records.run(lambda: going_on.wait(20))
    assert sitting.door.desk is not None
    sitting.door.desk.navigator.go("new_family")
    page = sitting.frame.page()
    assert isinstance(page, RegisterView)
    add_text(page._phone, "0700")
    sitting.window.lock()
    going_on.set()
    comes_back(sitting)
    page = sitting.go("new_family")
    assert isinstance(page, RegisterView)
    texts = page._surname.text(), page._directions.text(), page._phone.text()
    assert texts == ("Albulescu", "gard verde", "0700")


def test_killed_after_a_moment_of_rest(
    start_vatra: Callable[..., DrivenVatra], invented_vault: InventedVault
) -> None:
    vatra = start_vatra(invented_vault)
    working = vatra.meet("work")
    vatra.sign_in(vatra.meet("unlock"), working)
    working.do("click", words="Families")
    working.do("click", words="New family")
    before = invented_vault.head.read_bytes()
    working.do("type", text="Albulescu")
    wait_for(lambda: invented_vault.head.read_bytes() != before, "something on the disk")
    os.kill(working.pid, signal.SIGKILL)
    vatra.meet("unlock").wait_to_see("UnlockView")
    with invented_vault.open() as vault:
        kept = typed.read(vault, Place("new_family"))
    assert kept is not None
    assert kept.fields == {"family_name": "Albulescu"}


def test_today_leads_back_to_it(sitting: Sitting) -> None:
    family = sitting.a_family()
    add_text(note(sitting, family), "Bunica are")
    add_text(new_family(sitting, family), "Albulescu")
    lock(sitting)
    today = sitting.frame.page()
    assert isinstance(today, TodayView)
    rows = {draft_row(one).title: one for one in today._drafts.records()}
    assert {"Note", "New family"} <= set(rows)
    assert "Albulescu" in draft_row(rows["New family"]).second
    today._draft_list.opened.emit(rows["Note"])
    sitting.settle()
    page = sitting.frame.page()
    assert isinstance(page, FamilyView)
    assert page._notes.field.isVisible()
    assert page._notes.field.toPlainText() == "Bunica are"
    sitting.go("today")
    today._draft_list.opened.emit(rows["New family"])
    sitting.settle()
    fresh = sitting.frame.page()
    assert isinstance(fresh, RegisterView)
    assert fresh._surname.text() == "Albulescu"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_line_fits_where_it_stands(make_sitting: MakeSitting, language: Language) -> None:
    sitting = make_sitting(language)
    sitting.enter()
    sitting.resize(SIZES["150 %"])
    family = sitting.a_family()
    for form in (note, person, new_family):
        add_text(form(sitting, family), "gard verde")
    lock(sitting)
    sitting.resize(SIZES["150 %"])
    for form in (note, person, new_family):
        form(sitting, family)
        sitting.settle()
        assert len(lines_told(sitting)) == 1
        assert looking.cut_texts(sitting.window) == []
        assert looking.small_texts(sitting.window) == []
