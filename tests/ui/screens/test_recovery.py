"""I forgot my passphrase, in the window: save a request, bring the answer, sign in with the new words."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app.errors import RecoveryFileInvalid, RecoveryOutdated, WrongPassphrase
from app.keys.recovery import make_answer, request_fingerprint
from app.services.recovering import Asked
from storage.keyring_file import read_keyring
from tests.fixtures.window import SIZES, MakeSitting, Sitting
from tests.ui import looking
from ui.preferences import LANGUAGES, Language
from ui.screens.unlock.recovery_dialog import RecoveryDialog
from ui.screens.unlock.recovery_presenter import RecoveryPage
from ui.screens.unlock.view import UnlockView
from ui.widgets.text import Text

HOLDERS = ("Ioan Pop", "Vera Munteanu")

# The offscreen platform says so of every bare widget that is shown; the window itself never is one.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def locked(make_sitting: MakeSitting) -> Sitting:
    return make_sitting()


def gate(sitting: Sitting) -> UnlockView:
    view = sitting.window.content()
    assert isinstance(view, UnlockView)
    return view


def forgot(sitting: Sitting) -> RecoveryDialog:
    """Press the button on the locked screen."""
    gate(sitting)._forgot.click()
    sitting.settle()
    (dialog,) = gate(sitting).findChildren(RecoveryDialog)
    return dialog


def texts(widget: RecoveryDialog | UnlockView) -> str:
    return " ".join(label.text() for label in widget.findChildren(Text) if label.isVisible())


def choose_words(dialog: RecoveryDialog) -> str:
    """Type the offered words twice."""
    words = dialog._presenter.page.offered
    for field in (dialog.new.first, dialog.new.again):
        QTest.keyClicks(field, words)
    return words


def ask(sitting: Sitting, dialog: RecoveryDialog, out: Path) -> str:
    words = choose_words(dialog)
    QTest.keyClicks(dialog.reason, "the paper is lost")
    assert dialog.ask_button.isEnabled()
    assert dialog._presenter.check(*dialog.new.typed())
    dialog.ask_into(out)
    sitting.settle()
    return words


def holders_answer(sitting: Sitting, request: Path, answer: Path) -> Path:
    county = read_keyring(sitting.vault.folder).recovery[0].county
    content = make_answer(request.read_bytes(), sitting.vault.recovery, county, HOLDERS, 1_800_000_000)
    answer.write_bytes(content)
    return answer


def test_the_whole_way(locked: Sitting, tmp_path: Path) -> None:
    dialog = forgot(locked)
    assert "Ana S." in texts(dialog)
    assert not dialog.ask_button.isEnabled()
    words = ask(locked, dialog, tmp_path / "ana.vatra")
    assert request_fingerprint((tmp_path / "ana.vatra").read_bytes()) in texts(dialog)
    assert "saved as ana.vatra" in texts(dialog)
    dialog.reject()
    locked.settle()
    later = forgot(locked)
    assert "waits for the answer" in texts(later)
    QTest.keyClicks(later.typed, words)
    later.take_from(holders_answer(locked, tmp_path / "ana.vatra", tmp_path / "answer"))
    locked.settle()
    assert not gate(locked).findChildren(RecoveryDialog)
    assert "Ioan Pop, Vera Munteanu" in texts(gate(locked))
    locked.window.activateWindow()
    locked.wait_for(locked.window.isActiveWindow)
    QTest.keyClicks(locked.focus, locked.vault.passphrase)
    QTest.keyClick(locked.focus, Qt.Key.Key_Return)
    locked.settle()
    assert isinstance(gate(locked)._presenter.state.problem, WrongPassphrase)
    QTest.keyClicks(locked.focus, words)
    QTest.keyClick(locked.focus, Qt.Key.Key_Return)
    locked.wait_for(lambda: locked.door.frame is not None)


def test_enter_goes_on_from_field_to_field(locked: Sitting, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: asked.append("where") or ("", ""))
    dialog = forgot(locked)
    words = dialog._presenter.page.offered
    for field, after in ((dialog.new.first, dialog.new.again), (dialog.new.again, dialog.reason)):
        QTest.keyClicks(field, words)
        QTest.keyClick(field, Qt.Key.Key_Return)
        assert dialog.focusWidget() is after
    assert dialog._presenter.page.offered == words
    assert asked == []
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return)
    assert asked == ["where"]
    assert dialog.isVisible()


def test_weak_and_different_words_are_told_before_a_file_is_made(locked: Sitting, tmp_path: Path) -> None:
    dialog = forgot(locked)
    QTest.keyClicks(dialog.new.first, "colonesti2026colonesti")
    QTest.keyClicks(dialog.new.again, "colonesti2026colonesti")
    dialog._ask()
    assert "easy to guess" in texts(dialog)
    dialog.new.forget()
    QTest.keyClicks(dialog.new.first, "a long sentence about a kettle and a bicycle")
    QTest.keyClicks(dialog.new.again, "a long sentence about a kettle and a bicykle")
    dialog._ask()
    assert "not the same" in texts(dialog)
    assert not list(locked.vault.folder.glob("recovery.*"))


def test_what_is_wrong_with_the_answer_is_told(locked: Sitting, tmp_path: Path) -> None:
    request, answer = tmp_path / "request", tmp_path / "answer"
    dialog = forgot(locked)
    words = ask(locked, dialog, request)
    holders_answer(locked, request, answer)
    QTest.keyClicks(dialog.typed, "something else altogether")
    dialog.take_from(answer)
    locked.settle()
    assert "not the new passphrase that you chose" in texts(dialog)
    dialog.typed.clear()
    QTest.keyClicks(dialog.typed, words)
    assert "not the new passphrase" not in texts(dialog)
    dialog.take_from(request)
    locked.settle()
    assert isinstance(dialog._presenter.page.problem, RecoveryFileInvalid)
    dialog._presenter.ask_again()
    ask(locked, dialog, request)
    QTest.keyClicks(dialog.typed, dialog._presenter.page.offered)
    dialog.take_from(answer)
    locked.settle()
    assert isinstance(dialog._presenter.page.problem, RecoveryOutdated)
    assert "earlier request" in texts(dialog)


def test_a_stick_that_is_not_there_is_told_and_nothing_is_lost(locked: Sitting, tmp_path: Path) -> None:
    dialog = forgot(locked)
    words = choose_words(dialog)
    dialog.ask_into(tmp_path / "no stick" / "request")
    locked.settle()
    assert dialog.told.isVisible()
    assert dialog.new.typed() == (words, words)


def test_locking_closes_it_and_forgets_what_was_typed(locked: Sitting) -> None:
    dialog = forgot(locked)
    choose_words(dialog)
    first = dialog.new.first
    locked.window.lock()
    assert not dialog.isVisible()
    assert first.text() == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_fits_and_everything_has_a_name(make_sitting: MakeSitting, language: Language) -> None:
    sitting = make_sitting(language)
    waiting = Asked("K7QF-2M9X-H4TN-QQ8R", "the paper is lost", 1_800_000_000)
    for size, pixels in SIZES.items():
        sitting.resize(pixels)
        dialog = forgot(sitting)
        assert dialog.height() <= pixels[1]
        for page in (
            dialog._presenter.page,
            RecoveryPage(step="bring", asked=waiting, saved_as="request.vatra"),
            RecoveryPage(step="bring", asked=waiting, problem=WrongPassphrase()),
        ):
            dialog.show_page(page)
            sitting.settle()
            found = [*looking.cut_texts(dialog), *looking.nameless(dialog), *looking.small_texts(dialog)]
            assert not found, f"{size} {page.step}: " + "\n".join(found)
            assert len(looking.filled_buttons(dialog)) == 1
        dialog.reject()
        sitting.settle()
