"""The assessment: begun from the family, answered with keys, left and gone on with, decided, sealed, read again."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.errors import DiskFull
from app.forms.signature import strokes_of
from app.services import assessments, families
from app.services.saving import Changed
from storage.compartment import Write
from storage.vault import Vault
from tests.fixtures.county_log import CountyLog, meet, pull
from tests.fixtures.vault import STREAM
from tests.fixtures.window import SIZES, MakeSitting, Sitting
from tests.ui import looking
from ui.forms.signature_editor import SignatureEditor
from ui.forms.signature_pad import SignaturePad
from ui.preferences import Language
from ui.print_dialog import PrintDialog
from ui.screens.assessment.state import AssessmentState
from ui.screens.assessment.view import AssessmentView
from ui.screens.assessment_places import Begin, Sealed
from ui.screens.family.view import FamilyView
from ui.screens.today.view import draft_row
from ui.widgets.text import Text

RISK_SHEET = "ro_risk_sheet"
REFUSAL: dict[str, Any] = {
    "rs_no": "12",
    "rs_date": "2026-11-20",
    "rs_place": "home",
    "rs_by": "mother",
    "rs_refused": "yes",
    "rs_refnote": "Nu a deschis.",
    "k_support": ["none"],
    "k_action": "monitor",
    "k_next": "2099-12-20",
    "k_sign": {"name": "Ana Sandu", "role": "social_worker", "on": "2026-11-20"},
}


def vault_of(sitting: Sitting) -> Vault:
    assert sitting.door.desk is not None
    return sitting.door.desk.vault


def with_child(sitting: Sitting) -> bytes:
    """A family with a girl of ten."""
    vault, family = vault_of(sitting), sitting.a_family()
    girl = {"family_name": "Lăcătuș", "given_names": "Ștefania", "birth": "2016-03-04", "sex": "female"}
    sitting.tasks.records.call(lambda: families.add_member(vault, family, "daughter", **girl))
    return family


def at_the_form(sitting: Sitting, family: bytes | None = None, form_id: str = RISK_SHEET) -> AssessmentView:
    page = sitting.go("assessment", Begin(family or with_child(sitting), form_id))
    assert isinstance(page, AssessmentView)
    return page


def state_of(page: AssessmentView) -> AssessmentState:
    assert page._presenter.state is not None
    return page._presenter.state


def answer(page: AssessmentView, answers: dict[str, Any]) -> None:
    for key, value in answers.items():
        page._presenter.answer(key, value)


def at_result(page: AssessmentView, sitting: Sitting) -> None:
    page._presenter.go_to_page(len(state_of(page).pages))
    sitting.settle()


def press(sitting: Sitting, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(sitting.focus, key)
        sitting.settle()


def draw(pad: SignaturePad, *points: tuple[int, int]) -> None:
    """One stroke with the mouse."""
    first, *others = (QPoint(*point) for point in points)
    last = others[-1] if others else first
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, first)
    for point in others:
        QTest.mouseMove(pad, point)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, last)


# beginning


def test_a_family_leads_to_the_forms_by_keys(sitting: Sitting) -> None:
    page = sitting.go("family", sitting.a_family())
    assert isinstance(page, FamilyView)
    press(sitting, Qt.Key.Key_A)
    assert page._presenter.state.tab == "assessments"
    press(sitting, Qt.Key.Key_Down, Qt.Key.Key_Return)
    form = sitting.frame.page()
    assert isinstance(form, AssessmentView)
    assert form.heading().title == "Risk identification sheet"


def test_digits_answer_and_enter_goes_on(sitting: Sitting) -> None:
    page = at_the_form(sitting)
    page._presenter.go_to("rs_place")
    sitting.settle()
    press(sitting, Qt.Key.Key_1, Qt.Key.Key_Return, Qt.Key.Key_2, Qt.Key.Key_Return, Qt.Key.Key_2)
    row = {question.key: question.answer for question in state_of(page).questions}
    assert (row["rs_place"], row["rs_by"], row["rs_refused"]) == ("home", "father", "no")


def test_the_sections_about_children_come_with_the_answer(sitting: Sitting) -> None:
    page = at_the_form(sitting)
    before = len(state_of(page).pages)
    page._presenter.answer("rs_refused", "no")
    state = state_of(page)
    assert before == 2
    about = [line.person for line in state.pages if line.title == "Risk 2. For each child"]
    assert "Ștefania, 10" in about
    page._presenter.go_to_page(
        next(at for at, line in enumerate(state.pages) if line.person == "Ștefania, 10")
    )
    assert [question.number for question in state_of(page).questions] == [28, 30, 34]


def test_what_does_not_fit_stays_as_typed_and_is_told_when_left(sitting: Sitting) -> None:
    page = at_the_form(sitting)
    page._presenter.go_to("rs_date")
    sitting.settle()
    QTest.keyClicks(sitting.focus, "3.1x")
    row = page.form.row("rs_date")
    assert row is not None
    assert (row.editor.field.text(), row.message()) == ("3.1x", "")  # type: ignore[attr-defined]
    press(sitting, Qt.Key.Key_Return)
    assert row.message().startswith("Write the day like")
    page._presenter.save()
    sitting.settle()
    (draft,) = sitting.tasks.records.call(lambda: assessments.unfinished(vault_of(sitting)))
    assert draft.half == {"rs_date": "3.1x"}


def test_who_is_missing_becomes_a_member_and_is_asked_about(sitting: Sitting) -> None:
    family = with_child(sitting)
    sitting.go("family", family)
    page = at_the_form(sitting, family)
    page._presenter.answer("rs_refused", "no")
    about = next(at for at, line in enumerate(state_of(page).pages) if line.person == "Ștefania, 10")
    page._presenter.go_to_page(about)
    sitting.settle()
    page._add_member.click()
    sitting.settle()
    view = sitting.frame.page()
    assert isinstance(view, FamilyView)
    assert (view._presenter.state.tab, view._presenter.state.adding) == ("members", True)
    known = view._members._alike
    QTest.keyClicks(view._members._fields["given_names"], "Stefania")
    sitting.settle()
    told = [line.text() for line in known.findChildren(Text)]
    assert "Lăcătuș Ștefania · 04.03.2016 · lives here already" in told
    assert not known.buttons
    # A second record of one person is made with open eyes or not at all.
    QTest.keyClick(view._members._fields["given_names"], Qt.Key.Key_Return)
    assert view._members._save_button.text() == "Add as another person"
    assert view._presenter.state.adding
    view._members._fields["given_names"].clear()
    QTest.keyClicks(view._members._fields["given_names"], "Nou")
    QTest.keyClicks(view._members._fields["birth"], "5.1.2026")
    sitting.settle()
    assert not known.isVisible()
    QTest.keyClick(view._members._fields["birth"], Qt.Key.Key_Return)
    sitting.settle()
    assert sitting.door.desk is not None
    sitting.door.desk.navigator.back()
    sitting.settle()
    assert sitting.frame.page() is page
    assert any(line.person.startswith("Nou, ") for line in state_of(page).pages)


def test_an_answer_given_while_the_household_changes_is_kept(sitting: Sitting) -> None:
    page = at_the_form(sitting)
    page._presenter.answer("rs_refused", "no")
    vault, family = vault_of(sitting), state_of(page).file.family.id
    _, change = sitting.tasks.records.call(
        lambda: families.add_member(
            vault, family, "son", family_name="L", given_names="Nou", birth="2026-01-05"
        )
    )
    sitting.tasks.data_changed.emit(change)
    page._presenter.answer("r1_food", "rarely")
    sitting.settle()
    state = state_of(page)
    assert any(line.person.startswith("Nou, ") for line in state.pages)
    page._presenter.go_to("r1_food")
    assert {question.key: question.answer for question in state_of(page).questions}["r1_food"] == "rarely"


def test_rows_of_a_table_are_added_and_removed(make_sitting: MakeSitting) -> None:
    sitting = make_sitting(country="pl")
    sitting.enter()
    page = at_the_form(sitting, sitting.a_family(), "pl_wywiad_i")
    page._presenter.answer("w_refuse", "no")

    def rows() -> list[int]:
        return [line.row for line in state_of(page).pages if line.row]

    first = next(at for at, line in enumerate(state_of(page).pages) if line.row)
    page._presenter.go_to_page(first)
    sitting.settle()
    assert rows() == [1]
    page._add_row.click()
    page._add_row.click()
    assert (rows(), state_of(page).page and state_of(page).page.row) == ([1, 2, 3], 3)
    page._remove_row.click()
    assert rows() == [1, 2]


# kept


def test_an_answer_is_on_disk_within_two_seconds(sitting: Sitting) -> None:
    page = at_the_form(sitting)
    family = state_of(page).file.family.id
    began = time.monotonic()
    page._presenter.answer("rs_place", "school")

    def kept() -> bool:
        drafts = sitting.tasks.records.call(lambda: assessments.unfinished(vault_of(sitting), family))
        return bool(drafts) and "<rs_place>school</rs_place>" in str(drafts[0].record)

    sitting.wait_for(kept)
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    "end",
    [lambda sitting: sitting.window.lock(), lambda sitting: sitting.window.close()],
    ids=["locked", "closed"],
)
def test_the_last_answer_is_kept(sitting: Sitting, end: Callable[[Sitting], object]) -> None:
    page = at_the_form(sitting)
    family = state_of(page).file.family.id
    page._presenter.answer("rs_place", "school")
    end(sitting)
    sitting.settle()
    with sitting.vault.open() as vault:  # type: ignore[attr-defined]
        assert "<rs_place>school</rs_place>" in str(assessments.unfinished(vault, family)[0].record)


def test_a_disk_that_refuses_is_told_and_nothing_typed_goes(
    sitting: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull()

    page = at_the_form(sitting)
    with monkeypatch.context() as patched:
        patched.setattr("app.services.assessments.keep_draft_within", full)
        page._presenter.answer("rs_place", "school")
        page._presenter.save()
        sitting.settle()
        notice = page.notice()
        assert notice is not None
        assert notice.tone == "red"
    page._presenter.save()
    sitting.settle()
    assert page.notice() is None
    assert len(sitting.tasks.records.call(lambda: assessments.unfinished(vault_of(sitting)))) == 1


def test_it_goes_on_at_the_first_question_without_an_answer(sitting: Sitting) -> None:
    family = with_child(sitting)
    page = at_the_form(sitting, family)
    answer(page, {"rs_no": "7", "rs_date": "2026-11-20", "rs_place": "home"})
    sitting.go("today")
    page = at_the_form(sitting, family, "ro_observation")
    page = at_the_form(sitting, family)
    assert state_of(page).current == "rs_by"
    assert {question.key: question.answer for question in state_of(page).questions}["rs_no"] == "7"


def test_a_draft_is_offered_on_the_family_page_and_can_be_thrown_away(sitting: Sitting) -> None:
    page = at_the_form(sitting)
    family = state_of(page).file.family.id
    page._presenter.answer("rs_place", "home")
    view = sitting.go("family", family)
    assert isinstance(view, FamilyView)
    view.begin_assessment()
    sitting.settle()
    press(sitting, Qt.Key.Key_Down)
    assert view._assessments.offers.current_record().draft.answered == 1
    view._assessments._discard.click()
    sitting.settle()
    assert sitting.tasks.records.call(lambda: assessments.unfinished(vault_of(sitting))) == ()
    assert not view._assessments._discard.isVisible()


def test_what_was_thrown_away_does_not_come_back(sitting: Sitting) -> None:
    page = at_the_form(sitting)
    family = state_of(page).file.family.id
    page._presenter.answer("rs_place", "home")
    sitting.go("family", family)
    (draft,) = sitting.tasks.records.call(lambda: assessments.unfinished(vault_of(sitting), family))
    sitting.tasks.records.call(lambda: assessments.discard_draft(vault_of(sitting), draft))
    page = at_the_form(sitting, family)
    assert {question.key: question.answer for question in state_of(page).questions}["rs_place"] is None
    assert sitting.tasks.records.call(lambda: assessments.unfinished(vault_of(sitting), family)) == ()


# danger


def test_a_danger_sign_shows_the_phones_and_makes_a_task_at_once(sitting: Sitting) -> None:
    family = with_child(sitting)
    sitting.go("family", family)
    page = at_the_form(sitting, family)
    answer(page, {"rs_refused": "no", "r2_alone": "yes"})
    notice = page.notice()
    assert notice is not None
    assert "Call now: 112." in notice.bold
    sitting.settle()
    # The family's page has read the task, too; in view is still whom to call.
    assert "Call now: 112." in sitting.frame.banner.accessibleName()
    assert len(sitting.tasks.records.call(lambda: assessments.open_tasks(vault_of(sitting), family))) == 1
    view = sitting.go("family", family)
    assert "the supervisor has to act" in view.notice().bold  # type: ignore[attr-defined]
    view.begin_assessment()  # type: ignore[attr-defined]
    sitting.settle()
    (done,) = [one for one in view.findChildren(type(page._next)) if "supervisor knows" in one.text()]
    done.click()
    sitting.settle()
    assert view.notice() is None  # type: ignore[attr-defined]


# the end


def test_while_something_is_missing_the_button_leads_there(sitting: Sitting) -> None:
    page = at_the_form(sitting)
    answer(page, {key: value for key, value in REFUSAL.items() if key != "rs_by"})
    at_result(page, sitting)
    assert page._next.text() == "Answer 1 question"
    page._next.click()
    assert state_of(page).current == "rs_by"
    row = page.form.row("rs_by")
    assert row is not None
    assert row.message() == "Still to answer."


def test_a_warning_may_stand_when_somebody_says_so(sitting: Sitting) -> None:
    family = with_child(sitting)
    page = at_the_form(sitting, family, "ro_observation")
    answer(page, {"ob_start": "10:00", "ob_end": "09:00"})
    page._presenter.go_to("ob_start")
    row = page.form.row("ob_end")
    assert row is not None
    assert row.message()
    assert "ob_end" in state_of(page).to_answer
    row.confirmed.emit()
    assert (row.message(), "ob_end" in state_of(page).to_answer) == ("", False)
    page = at_the_form(sitting, family, RISK_SHEET)
    page = at_the_form(sitting, family, "ro_observation")
    assert "ob_end" not in state_of(page).to_answer
    page._presenter.answer("ob_end", "09:30")
    assert "ob_end" in state_of(page).to_answer


def test_sealed_it_stands_on_the_family_page_and_opens_to_be_read(sitting: Sitting) -> None:
    page = at_the_form(sitting)
    family = state_of(page).file.family.id
    answer(page, REFUSAL)
    at_result(page, sitting)
    assert page._next.text() == "Finish and seal"
    assert page.result.level.because.text() == "High, because of 7"
    sitting.frame.press_filled()
    sitting.settle()
    view = sitting.frame.page()
    assert isinstance(view, FamilyView)
    view.begin_assessment()
    sitting.settle()
    (one,) = view._assessments._sealed.records()
    assert (one.family, one.level) == (family, "high")
    assert view._assessments._row(one).badge == ("high", "High")
    read = sitting.go("assessment", Sealed(one.id))
    assert isinstance(read, AssessmentView)
    shown = {question.key: question.shown for question in state_of(read).questions}
    assert (shown["rs_refnote"], shown["rs_place"]) == ("Nu a deschis.", "at the family's home")
    written = {row.key: row.editor._words.text() for row in read.form.rows() if row.key != "rs_working"}  # type: ignore[attr-defined]
    assert (written["rs_date"], written["rs_obs"]) == ("20.11.2026", "—")
    assert not any(question.editable for question in state_of(read).questions)
    read._presenter.answer("rs_place", "school")
    assert {question.key: question.shown for question in state_of(read).questions} == shown


def test_a_signature_is_drawn_kept_and_shown_again(sitting: Sitting) -> None:
    page = at_the_form(sitting)
    answer(page, {key: value for key, value in REFUSAL.items() if key != "k_sign"})
    page._presenter.go_to("k_sign")
    sitting.settle()
    row = page.form.row("k_sign")
    assert row is not None
    editor = row.editor
    assert isinstance(editor, SignatureEditor)
    assert not editor.pad.isVisible()
    press(sitting, Qt.Key.Key_1)
    draw(editor.pad, (40, 40), (120, 60), (200, 30))
    draw(editor.pad, (220, 20))
    assert len(strokes_of(signature_in(page)["strokes"])) == 2
    editor._clear.click()
    assert "strokes" not in signature_in(page)
    draw(editor.pad, (40, 40), (120, 60), (200, 30))
    drawn = signature_in(page)["strokes"]
    page._presenter.seal()
    sitting.settle()
    family = sitting.frame.page().family_on_screen()
    assert family is not None
    (one,) = sitting.tasks.records.call(lambda: assessments.assessments_of(vault_of(sitting), family))
    assert one.answers["k_sign"].endswith(f"; {drawn}")
    read = sitting.go("assessment", Sealed(one.id))
    assert isinstance(read, AssessmentView)
    read._presenter.go_to_page(len(state_of(read).pages) - 1)
    sitting.settle()
    (pad,) = (each for each in read.findChildren(SignaturePad) if each.isVisible())
    assert pad._strokes == [list(stroke) for stroke in strokes_of(drawn)]


def signature_in(page: AssessmentView) -> dict[str, str]:
    return next(dict(question.answer) for question in state_of(page).questions if question.key == "k_sign")


def test_another_level_needs_a_written_reason(sitting: Sitting) -> None:
    page = at_the_form(sitting)
    answer(page, REFUSAL)
    at_result(page, sitting)
    page.result.keys.setFocus()
    press(sitting, Qt.Key.Key_3)
    assert page._next.text() == "Write the reason"
    sitting.frame.press_filled()
    assert page._presenter.state is not None
    assert sitting.focus is page.result.reason
    QTest.keyClicks(page.result.reason, "Bunica deschide maine.")
    assert page._next.text() == "Finish and seal"
    sitting.frame.press_filled()
    sitting.settle()
    family = sitting.frame.page().family_on_screen()
    assert family is not None
    (one,) = sitting.tasks.records.call(lambda: assessments.assessments_of(vault_of(sitting), family))
    assert (one.suggested_level, one.level, one.level_reason) == ("high", "medium", "Bunica deschide maine.")


def test_a_finished_one_gets_another_level_with_a_reason_and_it_can_be_taken_back(sitting: Sitting) -> None:
    family = with_child(sitting)
    page = at_the_form(sitting, family)
    answer(page, REFUSAL)
    page._presenter.seal()
    sitting.settle()
    (one,) = sitting.tasks.records.call(lambda: assessments.assessments_of(vault_of(sitting), family))
    read = sitting.go("assessment", Sealed(one.id))
    assert isinstance(read, AssessmentView)
    assert read._other_level.text() == "Confirm another level"
    read._other_level.setFocus()
    press(sitting, Qt.Key.Key_Space)
    assert (read._other_level.text(), read._next.text()) == ("Leave the level as it is", "Choose a level")
    sitting.frame.press_filled()
    press(sitting, Qt.Key.Key_3)
    sitting.frame.press_filled()
    assert (sitting.focus, read._next.text()) == (read.result.reason, "Write the reason")
    QTest.keyClicks(read.result.reason, "Bunica a deschis.")
    sitting.frame.press_filled()
    sitting.settle()

    def kept() -> tuple[str | None, str | None, dict[str, Any]]:
        (one,) = sitting.tasks.records.call(lambda: assessments.assessments_of(vault_of(sitting), family))
        return one.level, one.level_reason, dict(one.answers)

    assert kept() == ("medium", "Bunica a deschis.", one.answers)
    state = state_of(read)
    assert (state.anew, state.result.counts, read.result.reason.toPlainText()) == (None, "medium", kept()[1])
    assert (read._next.text(), read.result.keys.isEnabled()) == ("Print", False)
    assert read.result.given.text().startswith("Medium: given ")
    assert read.result.given.text().endswith(" · Ana Sandu")
    QTest.keyClick(sitting.focus, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    sitting.settle()
    assert (kept()[:2], state_of(read).result.counts) == ((one.level, one.level_reason), "high")


def test_two_levels_of_colleagues_wait_for_a_supervisor(sitting: Sitting) -> None:
    family = with_child(sitting)
    page = at_the_form(sitting, family)
    answer(page, REFUSAL)
    page._presenter.seal()
    sitting.settle()
    (one,) = sitting.tasks.records.call(lambda: assessments.assessments_of(vault_of(sitting), family))
    read = sitting.go("assessment", Sealed(one.id))
    assert isinstance(read, AssessmentView)
    read._other_level.click()
    sitting.settle()

    def come() -> None:
        team, county = vault_of(sitting).team, CountyLog(STREAM)
        meet(team, county)
        seen = county.csn
        for author, level in ((b"m" * 16, "low"), (b"i" * 16, "urgent")):
            groups = {"level": {"confirmed_level": level, "level_reason": "Am fost acolo."}}
            county.write(author, [Write("assessment", one.id, family, groups)], seen=seen)
        pull(team, county)

    sitting.tasks.records.call(come)
    sitting.tasks.data_changed.emit(Changed(frozenset({"assessment"}), frozenset({family})))
    sitting.settle()
    assert (state_of(read).result.counts, state_of(read).anew) == ("urgent", None)
    assert not read._other_level.isVisible()
    told = read.notice()
    assert told is not None
    assert told.bold == "Two people gave this assessment different levels."
    assert "Also given: Low. A supervisor decides." in read.result.given.text()


def test_the_next_one_shows_what_was_said_last_time(sitting: Sitting) -> None:
    family = with_child(sitting)
    page = at_the_form(sitting, family)
    answer(page, REFUSAL)
    page._presenter.seal()
    sitting.settle()
    page = at_the_form(sitting, family)
    answer(page, {**REFUSAL, "rs_place": "office", "rs_refnote": "Nu a deschis.", "rs_no": "13"})
    hints = {row.key: row.editor.accessibleDescription() for row in page.form.rows()}
    assert hints["rs_place"] == "Last time: at the family's home · changed"
    assert hints["rs_by"] == "Last time: mother"
    assert hints["rs_no"] == "Last time: 12 · changed"
    assert hints["rs_date"] == "Last time: 20.11.2026"
    assert hints["rs_refnote"] == "Last time: Nu a deschis."
    at_result(page, sitting)
    assert page.result.changes_head.text() == "2 answers are other than on 20.11.2026"
    shown = [line.text() for line in page.result.changes.findChildren(Text)]
    assert shown == [
        "1 · Sheet number: before 12, now 13",
        "5 · Place: before at the family's home, now at the office",
    ]


def test_a_finished_one_is_corrected_by_another(sitting: Sitting) -> None:
    family = with_child(sitting)
    page = at_the_form(sitting, family)
    answer(page, REFUSAL)
    page._presenter.seal()
    sitting.settle()
    (one,) = sitting.tasks.records.call(lambda: assessments.assessments_of(vault_of(sitting), family))
    read = sitting.go("assessment", Sealed(one.id))
    assert isinstance(read, AssessmentView)
    read._correct_it.click()
    sitting.settle()
    page = read
    assert (state_of(page).act, state_of(page).corrects) == ("fill", True)
    answer(page, {"rs_place": "office", "k_sign": REFUSAL["k_sign"]})
    # Left and found again: on its own row of Today, and not where a new one is begun.
    today = sitting.go("today")
    (line,) = [line for line in today._drafts.records() if line.form is not None]  # type: ignore[attr-defined]
    assert "Correction: " in draft_row(line).title
    assert state_of(at_the_form(sitting, family)).saved_at is None
    sitting.go("today")
    today._open_draft(line)  # type: ignore[attr-defined]
    sitting.settle()
    page._presenter.seal()
    sitting.settle()
    view = sitting.frame.page()
    assert isinstance(view, FamilyView)
    newer, older = sorted(view._assessments._sealed.records(), key=lambda one: one.amends is None)
    assert (newer.amends, newer.answers["rs_place"], older.answers["rs_place"]) == (one.id, "office", "home")
    chips = [view._assessments._row(each).chip for each in (newer, older)]
    assert [chip.text for chip in chips if chip is not None] == ["to send", "corrected"]
    assert view._assessments.count() == 1
    old = sitting.go("assessment", Sealed(one.id))
    assert "A correction of this assessment" in old.notice().bold  # type: ignore[attr-defined]
    assert not old._correct_it.isVisible()  # type: ignore[attr-defined]


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says so of every dialog
def test_a_finished_one_is_printed_with_a_note_of_it(sitting: Sitting, qtbot: Any) -> None:
    page = at_the_form(sitting)
    answer(page, REFUSAL)
    page._presenter.seal()
    sitting.settle()
    family = sitting.frame.page().family_on_screen()
    assert family is not None
    (one,) = sitting.tasks.records.call(lambda: assessments.assessments_of(vault_of(sitting), family))
    read = sitting.go("assessment", Sealed(one.id))
    assert isinstance(read, AssessmentView)
    read._presenter.prepare_print()
    sitting.settle()
    (dialog,) = read.findChildren(PrintDialog)
    assert dialog._document.title == "Risk identification sheet"
    dialog.which.set_value("1")
    dialog.which.changed.emit()
    assert dialog._document.office == "Anonymous copy"
    dialog.reject()


def test_answers_are_saved_for_analysis_with_a_note_of_it(sitting: Sitting, tmp_path: Path) -> None:
    page = at_the_form(sitting)
    answer(page, REFUSAL)
    page._presenter.seal()
    sitting.settle()
    view = sitting.frame.page()
    assert isinstance(view, FamilyView)
    folder = tmp_path / "analysis"
    folder.mkdir()
    view._assessments._presenter.export(RISK_SHEET, folder)
    sitting.settle()
    assert (folder / "ro_risk_sheet-v2.csv").read_bytes().count(b"\r\n") == 2
    assert view._assessments.told.text() == "6 files were written."
    noted = sitting.tasks.records.call(
        lambda: (
            vault_of(sitting)
            .team.connection.execute("SELECT fields FROM shown WHERE kind = 'audit'")
            .fetchall()
        )
    )
    assert any(b"assessments" in bytes(row[0]) for row in noted)
    view._assessments._presenter.export(RISK_SHEET, folder / "ro_risk_sheet-v2.csv")
    sitting.settle()
    assert "could not be written" in view._assessments.told.text()


def test_a_half_done_one_is_offered_on_today(sitting: Sitting) -> None:
    page = at_the_form(sitting)
    page._presenter.answer("rs_place", "home")
    today = sitting.go("today")
    (line,) = [one for one in today._drafts.records() if one.form is not None]  # type: ignore[attr-defined]
    today._open_draft(line)  # type: ignore[attr-defined]
    sitting.settle()
    assert sitting.frame.page() is page
    assert state_of(page).file.family.id == line.family_line.id


# looks


@pytest.mark.parametrize("language", ["en", "ro", "pl", "hu"])
def test_every_page_fits_at_every_size(make_sitting: MakeSitting, language: Language) -> None:
    sitting = make_sitting(language)
    sitting.enter()
    page = at_the_form(sitting)
    answer(
        page,
        {
            "rs_refused": "no",
            "r2_alone": "yes",
            "r5_tenure": "own",
            "hh_mother": "prison",
            "hh_father": "home",
        },
    )
    page.facts.toggle_level()
    page._presenter.state = state_of(page)
    found: list[str] = []
    for size, pixels in SIZES.items():
        sitting.resize(pixels)
        seen: set[str] = set()
        for index, line in enumerate((*state_of(page).pages, None)):
            if line is not None and line.section in seen:
                continue
            seen.add(line.section if line is not None else "")
            page._presenter.go_to_page(index)
            sitting.settle()
            name = line.title if line is not None else "result"
            problems = looking.cut_texts(sitting.window) + looking.small_texts(sitting.window)
            found += [f"{size} {name}: {one}" for one in problems]
            assert not looking.nameless(sitting.window), name
            assert len(looking.filled_buttons(page)) == 1
    assert not found, "\n".join(found)
