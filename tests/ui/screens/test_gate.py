"""Unlock and set-up: who works, which passphrase, what a wrong one does; the county card and the code."""

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.errors import CardInvalid, CountyUnreachable, FingerprintDiffers, PassphraseTooWeak, VaultDamaged
from app.keys.card import card_file, fingerprint
from app.keys.throttle import FREE_TRIES, WAITS_S
from app.services import session
from storage import attempts
from tests.fixtures.county import RunningCounty
from tests.fixtures.window import MakeSitting, Sitting
from ui.screens.passphrase_offer import Fault
from ui.screens.setup.presenter import SetupPresenter
from ui.screens.setup.view import SetupView
from ui.screens.unlock.presenter import UnlockPresenter
from ui.screens.unlock.view import UnlockView
from ui.widgets.text import Text


@pytest.fixture
def locked(make_sitting: MakeSitting) -> Sitting:
    return make_sitting()


def gate(sitting: Sitting) -> UnlockView:
    view = sitting.window.content()
    assert isinstance(view, UnlockView)
    return view


def presenter(sitting: Sitting) -> UnlockPresenter:
    return gate(sitting)._presenter


def texts(view: UnlockView | SetupView) -> str:
    return " ".join(label.text() for label in view.findChildren(Text) if label.isVisible())


def test_the_tile_says_no_more_than_a_first_name(locked: Sitting) -> None:
    assert "Ana S." in texts(gate(locked))
    assert "Sandu" not in texts(gate(locked))


def test_typing_the_passphrase_and_enter_opens(locked: Sitting) -> None:
    assert isinstance(locked.focus, QLineEdit)
    QTest.keyClicks(locked.focus, locked.vault.passphrase)
    QTest.keyClick(locked.focus, Qt.Key.Key_Return)
    locked.wait_for(lambda: locked.door.frame is not None)
    assert locked.window.windowTitle() == "Vatra — Today"


def test_a_wrong_passphrase_is_told_and_the_field_is_empty(locked: Sitting) -> None:
    QTest.keyClicks(locked.focus, "not it")
    QTest.keyClick(locked.focus, Qt.Key.Key_Return)
    locked.settle()
    assert "does not fit" in texts(gate(locked))
    assert isinstance(locked.focus, QLineEdit)
    assert locked.focus.text() == ""


def let_pass(folder: Path, seconds: int) -> None:
    """Time goes by for the memory of wrong passphrases."""
    tries = attempts._parsed(folder)
    attempts._write(folder, msgspec.structs.replace(tries, clock_s=tries.clock_s + seconds))


def test_after_free_tries_one_waits_and_nothing_is_lost(locked: Sitting) -> None:
    folder = locked.vault.folder
    for number in range(FREE_TRIES):
        assert presenter(locked).state.mode == "ready", number
        presenter(locked).open("not it")
        locked.settle()
    assert presenter(locked).state.mode == "waiting"
    assert "seconds. Nothing has been deleted." in texts(gate(locked))
    presenter(locked).open(locked.vault.passphrase)
    locked.settle()
    assert locked.door.frame is None
    let_pass(folder, WAITS_S[0])
    presenter(locked)._look_at_wait()
    locked.settle()
    assert presenter(locked).state.mode == "ready"
    locked.unlock()
    assert locked.door.desk is not None
    assert locked.door.desk.who.failed_tries == FREE_TRIES


def test_who_signs_in_is_told_how_often_somebody_failed(locked: Sitting) -> None:
    for _ in range(2):
        presenter(locked).open("not it")
        locked.settle()
    told = locked.unlock().banner
    assert "2 wrong passphrases on your tile" in told._bold.text()
    assert told.isVisible()
    locked.frame.banner.closed.emit()
    locked.settle()
    assert not told.isVisible()


def test_who_did_not_fail_is_told_nothing(locked: Sitting) -> None:
    assert not locked.unlock().banner.isVisible()


def test_starting_anew_does_not_end_the_wait(make_sitting: MakeSitting) -> None:
    first = make_sitting()
    for _ in range(FREE_TRIES):
        presenter(first).open("not it")
        first.settle()
    first.door.show_gate()
    first.settle()
    assert presenter(first).state.mode == "waiting"
    let_pass(first.vault.folder, -600)
    presenter(first)._look_at_wait()
    first.settle()
    assert "minutes. Nothing has been deleted." in texts(gate(first))


def test_the_passphrase_shows_only_while_ctrl_h_is_held(locked: Sitting) -> None:
    field = locked.focus
    assert isinstance(field, QLineEdit)
    QTest.keyPress(field, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    QTest.keyRelease(field, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert field.echoMode() == QLineEdit.EchoMode.Password


def test_capitals_without_shift_are_noticed(locked: Sitting) -> None:
    QTest.keyClick(locked.focus, "a")
    assert "Caps Lock" not in texts(gate(locked))
    QTest.keyClicks(locked.focus, "A")
    assert "Caps Lock is on." in texts(gate(locked))


def test_a_damaged_store_says_that_nothing_was_overwritten(locked: Sitting) -> None:
    store = locked.vault.folder / "team.db"
    whole = store.read_bytes()
    store.write_bytes(whole[:4096] + bytes(4096) + whole[8192:])
    presenter(locked).open(locked.vault.passphrase)
    locked.settle()
    assert presenter(locked).state.mode == "damaged"
    assert isinstance(presenter(locked).state.problem, VaultDamaged)
    assert "Nothing was overwritten" in texts(gate(locked))
    assert gate(locked).filled_button().isVisible()


def test_another_language_is_spoken_at_once(locked: Sitting) -> None:
    gate(locked).language_chosen.emit("pl")
    locked.wait_for(lambda: "Kto teraz pracuje?" in texts(gate(locked)))


# set-up


@pytest.fixture
def setting_up(locked: Sitting) -> SetupView:
    folder = locked.vault.folder.parent / "new"
    view = SetupView(SetupPresenter(folder, locked.tasks, lambda keys: session.open_desk(folder, keys)))
    locked.window.show_gate(view)
    return view


def test_something_else_than_a_card_is_refused_in_words(
    locked: Sitting, setting_up: SetupView, tmp_path: Path
) -> None:
    other = tmp_path / "photo.png"
    other.write_bytes(b"\x89PNG" * 50)
    setting_up._presenter.take_card(other)
    locked.settle()
    assert isinstance(setting_up._presenter.state.problem, CardInvalid)
    assert "not a county card" in texts(setting_up)
    assert not setting_up.filled_button().isEnabled()


def chooses(setting_up: SetupView, first: str, again: str) -> None:
    for field, text in ((setting_up._new.first, first), (setting_up._new.again, again)):
        field.clear()
        QTest.keyClicks(field, text)


def fault(setting_up: SetupView) -> Fault | None:
    return setting_up._presenter.state.fault


def asking(setting_up: SetupView) -> bool:
    return setting_up._presenter.state.asking


def test_the_passphrase_has_to_be_typed_twice_and_written_down(
    locked: Sitting, setting_up: SetupView
) -> None:
    presenter = setting_up._presenter
    presenter._show(step="passphrase", offered="harbor tulip anvil seventy", source=b"")
    chooses(setting_up, "harbor tulip anvil seventy", "")
    assert not setting_up.filled_button().isEnabled()
    chooses(setting_up, "harbor tulip anvil seventy", "harbor tulip anvil sevent")
    assert not setting_up.filled_button().isEnabled()
    setting_up._written.click()
    setting_up.filled_button().click()
    assert fault(setting_up) == "differs"
    assert "The two are not the same." in texts(setting_up)
    assert not asking(setting_up)
    QTest.keyClicks(setting_up._new.again, "harbor tulip anvil seventy")
    assert fault(setting_up) is None
    setting_up.filled_button().click()
    assert asking(setting_up)  # and an empty card is refused when the lane comes to it
    locked.settle()
    assert isinstance(presenter.state.problem, CardInvalid)
    assert setting_up._new.typed()[0] == "harbor tulip anvil seventy"


def test_an_own_passphrase_must_not_be_easy_to_guess(locked: Sitting, setting_up: SetupView) -> None:
    presenter = setting_up._presenter
    presenter._show(step="passphrase", offered="harbor tulip anvil seventy", source=b"")
    setting_up._written.click()
    chooses(setting_up, "parola primarie 2026", "parola primarie 2026")
    setting_up.filled_button().click()
    assert isinstance(fault(setting_up), PassphraseTooWeak)
    assert "easy to guess" in texts(setting_up)
    chooses(setting_up, "nobody guesses brown umbrellas", "nobody guesses brown umbrellas")
    setting_up.filled_button().click()
    assert fault(setting_up) is None
    locked.settle()


def test_each_laptop_is_offered_words_of_its_own(locked: Sitting, setting_up: SetupView) -> None:
    presenter = setting_up._presenter
    presenter.another_passphrase()
    first = presenter.state.offered
    presenter.another_passphrase()
    assert len(first.split()) == 4
    assert presenter.state.offered != first


def typed_signs(setting_up: SetupView, address: str, signs: str) -> None:
    for field, text in ((setting_up._address, address), (setting_up._signs, signs)):
        field.clear()
        QTest.keyClicks(field, text)
    QTest.keyClick(setting_up._signs, Qt.Key.Key_Return)


def test_the_signs_from_the_paper_bring_the_card(
    locked: Sitting, setting_up: SetupView, small_county: RunningCounty
) -> None:
    signs = fingerprint(small_county.card)
    typed_signs(setting_up, small_county.url, signs.lower().replace("-", " "))
    assert setting_up._presenter.state.fetching
    locked.settle()
    assert "the card is the county's" in texts(setting_up)
    assert setting_up._presenter.state.source == card_file(small_county.card)
    assert setting_up.filled_button().isEnabled()


def test_one_wrong_sign_takes_nothing(
    locked: Sitting, setting_up: SetupView, small_county: RunningCounty
) -> None:
    signs = fingerprint(small_county.card)
    typed_signs(setting_up, small_county.url, signs[:-1] + ("A" if signs[-1] != "A" else "B"))
    locked.settle()
    assert isinstance(setting_up._presenter.state.problem, FingerprintDiffers)
    assert setting_up._presenter.state.source is None
    assert setting_up._signs.text() != ""  # what was typed stays for correcting
    assert not setting_up.filled_button().isEnabled()


def test_nobody_at_the_address_is_said(locked: Sitting, setting_up: SetupView) -> None:
    typed_signs(setting_up, "https://127.0.0.1:1", "AAAA")
    locked.settle()
    assert isinstance(setting_up._presenter.state.problem, CountyUnreachable)
