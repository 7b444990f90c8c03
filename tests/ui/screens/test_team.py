"""People on this laptop, at the real window: who reads what, who comes, who leaves, whose passphrase changes."""

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.access import TEAM
from app.errors import VaultDamaged, WrongPassphrase
from app.keys.slots import FLOOR
from app.services import workers
from app.services.workers import Joined
from storage.keyring_file import read_keyring
from storage.vault import Vault
from tests.fixtures.window import SIZES, MakeSitting, Sitting
from tests.ui import looking
from ui.preferences import Language
from ui.screens.team.colleague_view import ColleagueView
from ui.screens.team.confirm import Confirm
from ui.screens.team.passphrase_view import PassphraseView
from ui.screens.team.view import TeamView
from ui.screens.today.view import TodayView, WaitingLine
from ui.screens.unlock.view import UnlockView
from ui.widgets.rail import Worker
from ui.widgets.text import Text

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
WORDS = "the four words of a colleague"


def takes_in(sitting: Sitting, name: str, profession: str, passphrase: str = WORDS) -> Joined:
    """As the page does it, with the cheapest costs that are allowed."""
    assert sitting.door.desk is not None
    vault = sitting.door.desk.vault
    return sitting.tasks.records.call(
        lambda: workers.take_in(vault, name, profession, passphrase, costs=FLOOR)
    )


def texts(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(Text) if label.isVisible())


def team(sitting: Sitting, what: object = None) -> TeamView:
    page = sitting.go("team", what)
    assert isinstance(page, TeamView)
    return page


def types(sitting: Sitting, text: str) -> None:
    assert isinstance(sitting.focus, QLineEdit)
    QTest.keyClicks(sitting.focus, text)


def presses(sitting: Sitting, key: Qt.Key, *, ctrl: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(sitting.focus, key, held)
    sitting.settle()


def asks(page: TeamView, worker: bytes, act: str) -> Confirm:
    """Press a button beside a worker; the question that follows."""
    page.rows[worker].buttons[act].click()
    (dialog,) = (one for one in page.findChildren(Confirm) if one.isVisible())
    return dialog


# who is here


def test_the_list_says_who_reads_what(sitting: Sitting) -> None:
    takes_in(sitting, "Maria Bejan", "community_nurse")
    page = team(sitting)
    rows = [texts(row) for row in page.rows.values()]
    assert rows[0].startswith("Ana Sandu (you) Social worker Reads: families, people and visits")
    assert rows[1].startswith("Maria Bejan Community nurse")
    assert "health notes" in rows[1]
    assert "Not confirmed by the county yet." in rows[1]
    assert "health notes" not in rows[0]


def test_settings_and_the_name_in_the_rail_lead_there(sitting: Sitting) -> None:
    name = sitting.frame.rail.findChild(Worker)
    assert name is not None
    name.setFocus()
    presses(sitting, Qt.Key.Key_Space)
    assert isinstance(sitting.frame.page(), TeamView)
    sitting.go("settings")
    for _ in range(40):
        if sitting.focus.property("text") == "People on this laptop":
            break
        QTest.keyClick(sitting.focus, Qt.Key.Key_Tab)
    presses(sitting, Qt.Key.Key_Return)
    assert isinstance(sitting.frame.page(), TeamView)


def test_a_worker_without_the_right_is_offered_neither_way_without_a_code_nor_letting_go(
    sitting: Sitting,
) -> None:
    takes_in(sitting, "Maria Bejan", "community_nurse")
    sitting.lock()
    sitting.sign_in("Maria B.", WORDS)
    page = team(sitting)
    assert [sorted(row.buttons) for row in page.rows.values()] == [["passphrase"], []]
    form = sitting.go("colleague")
    assert isinstance(form, ColleagueView)
    assert not form.way.isVisible()
    assert form.code.isVisible()
    assert sitting.focus is form.code


# somebody comes


def test_a_colleague_is_taken_in_with_the_keyboard_alone(sitting: Sitting) -> None:
    team(sitting)
    presses(sitting, Qt.Key.Key_Return, ctrl=True)
    form = sitting.frame.page()
    assert isinstance(form, ColleagueView)
    presses(sitting, Qt.Key.Key_2)
    assert form.name.isVisible()
    presses(sitting, Qt.Key.Key_Tab)
    types(sitting, "Vasile Cojocaru")
    presses(sitting, Qt.Key.Key_Tab)
    QTest.keyClicks(sitting.focus, "Health")
    presses(sitting, Qt.Key.Key_Return, ctrl=True)
    assert "Hand the laptop to your colleague now." in texts(form)
    offered = form._presenter.page.offered
    assert len(offered.split()) == 4
    assert offered in texts(form)
    types(sitting, offered)
    presses(sitting, Qt.Key.Key_Return)
    types(sitting, f"  {offered} ")
    presses(sitting, Qt.Key.Key_Return)
    assert isinstance(sitting.frame.page(), TeamView)
    assert "Vasile Cojocaru works on this laptop from now on." in texts(sitting.frame)
    assert "Vasile" in texts(team(sitting))
    sitting.lock()
    sitting.sign_in("Vasile C.", offered)
    assert sitting.door.desk is not None
    assert sitting.door.desk.who.profession == "health_mediator"


def second_step(sitting: Sitting, name: str, profession: str) -> ColleagueView:
    form = sitting.go("colleague")
    assert isinstance(form, ColleagueView)
    form._presenter.take_way("here")
    form._presenter.say_who("", name, profession)
    form._presenter.go_on()
    sitting.settle()
    return form


def chooses(sitting: Sitting, form: ColleagueView | PassphraseView, first: str, again: str) -> None:
    for field, text in ((form.new.first, first), (form.new.again, again)):
        field.clear()
        field.setFocus()
        types(sitting, text)
    presses(sitting, Qt.Key.Key_Return, ctrl=True)


def test_what_stands_against_a_passphrase_is_said_and_nothing_typed_is_lost(sitting: Sitting) -> None:
    form = second_step(sitting, "Vasile Cojocaru", "health_mediator")
    chooses(sitting, form, "vasile cojocaru 1984", "vasile cojocaru 1984")
    assert "easy to guess" in texts(form)
    assert sitting.focus is form.new.first
    assert form.new.typed() == ("vasile cojocaru 1984", "vasile cojocaru 1984")
    chooses(sitting, form, "nobody guesses brown umbrellas", "nobody guesses brown umbrella")
    assert "The two are not the same." in texts(form)
    assert "easy to guess" not in texts(form)
    assert sitting.focus is form.new.again
    types(sitting, "x")
    assert "The two are not the same." not in texts(form)
    form._cancel.click()
    assert (form.name.text(), form.profession.value()) == ("Vasile Cojocaru", "health_mediator")
    assert len(read_keyring(sitting.vault.folder).workers) == 1


def test_somebody_who_is_here_already_is_told_so(sitting: Sitting) -> None:
    takes_in(sitting, "Maria Bejan", "community_nurse")
    form = second_step(sitting, "Maria  Bejan", "community_nurse")
    own = "nobody guesses brown umbrellas"
    chooses(sitting, form, own, own)
    assert "already works on this laptop" in texts(form)
    assert form.new.typed() == (own, own)
    assert form._act.isEnabled()


def test_without_a_line_the_code_waits_for_another_day(sitting: Sitting) -> None:
    """The invented laptop has no county to reach: told in words, code and passphrase stay."""
    form = sitting.go("colleague")
    assert isinstance(form, ColleagueView)
    form.way.set_value("code")
    form.code.setFocus()
    types(sitting, "abcd-efgh")
    presses(sitting, Qt.Key.Key_Return)
    own = "nobody guesses brown umbrellas"
    chooses(sitting, form, own, own)
    assert form._told.isVisible()
    assert form._told.text()
    assert form.new.typed() == (own, own)
    form._cancel.click()
    assert form.code.text() == "abcd-efgh"


def test_while_the_keys_are_made_the_window_says_so_and_takes_nothing_twice(sitting: Sitting) -> None:
    form = second_step(sitting, "Vasile Cojocaru", "health_mediator")
    own = "nobody guesses brown umbrellas"
    form._presenter.add(own, own)
    form._presenter.add(own, own)
    assert form._told.text() == "Making the keys…"
    assert not form._act.isEnabled()
    assert not form.new.first.isEnabled()
    assert not form._cancel.isEnabled()
    sitting.settle()
    assert len(read_keyring(sitting.vault.folder).workers) == 2
    assert sitting.frame.page() is not form


def test_leaving_the_page_forgets_the_passphrase_but_not_the_name(sitting: Sitting) -> None:
    form = second_step(sitting, "Vasile Cojocaru", "health_mediator")
    form.new.first.setText("nobody guesses brown umbrellas")
    sitting.go("today")
    assert form.new.typed() == ("", "")
    sitting.go("colleague")
    assert form.name.text() == "Vasile Cojocaru"


# somebody waits


def test_a_nurse_hands_over_to_the_next_one(sitting: Sitting) -> None:
    takes_in(sitting, "Maria Bejan", "community_nurse")
    second = takes_in(sitting, "Ioana Sava", "community_nurse", "other words for the other nurse")
    assert second.waits_for == ("health",)
    page = team(sitting)
    assert "Waits for a colleague of the same profession to hand over: health notes" in texts(
        page.rows[second.worker]
    )
    today = sitting.go("today")
    assert not today.findChildren(WaitingLine)
    sitting.lock()

    sitting.sign_in("Maria B.", WORDS)
    today = sitting.frame.page()
    assert isinstance(today, TodayView)
    (line,) = today.findChildren(WaitingLine)
    assert "waits for you to hand over: health notes" in texts(line)
    line.pressed.emit()
    sitting.settle()
    page = team(sitting, second.worker)
    hand_over = page.rows[second.worker].buttons["hand_over"]
    assert sitting.focus is hand_over
    dialog = asks(page, second.worker, "hand_over")
    assert "Will be able to read: health notes." in texts(dialog)
    QTest.keyClick(dialog.cancel_button, Qt.Key.Key_Return)
    sitting.settle()
    assert "hand_over" in page.rows[second.worker].buttons  # asked, answered no: nothing happened
    asks(page, second.worker, "hand_over").act_button.click()
    sitting.settle()
    assert "hand_over" not in page.rows[second.worker].buttons
    today = sitting.go("today")
    assert not [one for one in today.findChildren(WaitingLine) if one.isVisible()]
    sitting.lock()

    sitting.sign_in("Ioana S.", "other words for the other nurse")
    assert sitting.door.desk is not None
    assert "health" in sitting.door.desk.vault.compartments


# somebody leaves


def test_letting_go_asks_first_and_then_closes_the_laptop_for_them(sitting: Sitting) -> None:
    maria = takes_in(sitting, "Maria Bejan", "community_nurse")
    folder = sitting.vault.folder
    epoch = read_keyring(folder).epoch(TEAM)
    page = team(sitting)
    dialog = asks(page, maria.worker, "let_go")
    assert dialog.focusWidget() is dialog.cancel_button
    said = texts(dialog)
    assert "opens nothing any more on this laptop" in said
    assert "New keys are made for: families, people and visits." in said
    assert "When a colleague who reads it signs in, new keys are made for: health notes." in said
    QTest.keyClick(dialog.cancel_button, Qt.Key.Key_Return)
    sitting.settle()
    assert read_keyring(folder).epoch(TEAM) == epoch
    assert maria.worker in page.rows

    asks(page, maria.worker, "let_go").act_button.click()
    sitting.settle()
    assert maria.worker not in page.rows
    assert read_keyring(folder).epoch(TEAM) == epoch + 1
    gate = sitting.lock()
    assert [one.name for one in gate._presenter.state.workers] == ["Ana S."]
    with pytest.raises(WrongPassphrase):
        Vault.open(folder, maria.worker, WORDS)
    sitting.unlock()


def test_what_is_in_the_way_of_an_act_is_said_in_the_question(sitting: Sitting) -> None:
    maria = takes_in(sitting, "Maria Bejan", "community_nurse")
    page = team(sitting)
    dialog = asks(page, maria.worker, "let_go")
    page._presenter._refused(VaultDamaged(check="test"))
    assert dialog.isVisible()
    assert "needs help" in texts(dialog)
    assert dialog.act_button.isEnabled()
    dialog.reject()
    assert page._presenter.page.problem is None


def test_the_lock_closes_a_question_that_is_open(sitting: Sitting) -> None:
    maria = takes_in(sitting, "Maria Bejan", "community_nurse")
    dialog = asks(team(sitting), maria.worker, "let_go")
    gate = sitting.lock()
    assert isinstance(gate, UnlockView)
    assert not shiboken6.isValid(dialog) or not dialog.isVisible()
    assert len(gate._presenter.state.workers) == 2


# my passphrase


def test_my_passphrase_changes_when_the_present_one_is_right(sitting: Sitting) -> None:
    page = sitting.go("passphrase")
    assert isinstance(page, PassphraseView)
    assert sitting.focus is page.present
    types(sitting, "not it at all")
    own = "nobody guesses brown umbrellas"
    chooses(sitting, page, own, own)
    assert "does not fit" in texts(page)
    assert sitting.focus is page.present
    assert page.new.typed() == (own, own)
    page.present.clear()
    types(sitting, sitting.vault.passphrase)
    assert "does not fit" not in texts(page)
    presses(sitting, Qt.Key.Key_Return, ctrl=True)
    assert sitting.frame.page() is not page
    assert (page.present.text(), page.new.typed()) == ("", ("", ""))
    folder, worker = sitting.vault.folder, read_keyring(sitting.vault.folder).workers[0].id
    sitting.lock()
    with pytest.raises(WrongPassphrase):
        Vault.open(folder, worker, sitting.vault.passphrase)
    sitting.sign_in("Ana S.", own)


# how it looks


@pytest.mark.parametrize("language", ["en", "ro", "pl", "hu"])
def test_nothing_is_cut_in_either_step_nor_in_a_question(
    make_sitting: MakeSitting, language: Language
) -> None:
    sitting = make_sitting(language)
    sitting.enter()
    maria = takes_in(sitting, "Maria Bejan", "community_nurse")
    takes_in(sitting, "Alexandrina-Maria Cojocaru", "community_nurse", "other words")
    found: list[str] = []
    for name, size in SIZES.items():
        sitting.resize(size)
        page = team(sitting)
        found += [f"list {name}: {one}" for one in looking.cut_texts(sitting.window)]
        dialog = asks(page, maria.worker, "let_go")
        found += [f"question {name}: {one}" for one in looking.cut_texts(dialog)]
        assert not looking.nameless(dialog)
        dialog.reject()
        form = second_step(sitting, "Vasile Cojocaru", "social_technician")
        form.new.first.setText("short")
        form.new.again.setText("short")
        form._presenter.add("short", "short")
        sitting.settle()
        found += [f"passphrase {name}: {one}" for one in looking.cut_texts(sitting.window)]
        assert not looking.nameless(sitting.window)
    assert not found, "\n".join(found)
