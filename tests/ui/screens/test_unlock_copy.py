"""The locked screen when the vault does not open: it says which copy there is, and uses it when the passphrase fits."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from storage.keyring_file import NAMES
from tests.fixtures.window import SIZES, MakeSitting, Sitting
from ui.preferences import LANGUAGES, Language
from ui.screens.unlock.view import UnlockView
from ui.widgets.text import Text


@pytest.fixture
def damaged(make_sitting: MakeSitting) -> Sitting:
    """Somebody whose store was copied and then lost a page."""
    return spoil(make_sitting())


def spoil(sitting: Sitting) -> Sitting:
    with sitting.vault.open() as vault:
        vault.back_up()
    store = sitting.vault.store
    store.write_bytes(store.read_bytes()[:4096] + bytes(4096) + store.read_bytes()[8192:])
    gate(sitting)._presenter.open(sitting.vault.passphrase)
    sitting.settle()
    return sitting


def gate(sitting: Sitting) -> UnlockView:
    view = sitting.window.content()
    assert isinstance(view, UnlockView)
    return view


def texts(sitting: Sitting) -> str:
    return " ".join(label.text() for label in gate(sitting).findChildren(Text) if label.isVisible())


def press(sitting: Sitting, key: Qt.Key) -> None:
    QTest.keyClick(sitting.focus, key)
    sitting.settle()


def test_the_keyboard_alone_brings_the_copy_back(damaged: Sitting) -> None:
    assert "Last copy: today" in texts(damaged)
    assert gate(damaged).filled_button().text() == "Use the copy"
    press(damaged, Qt.Key.Key_Return)
    assert isinstance(damaged.focus, QLineEdit)
    assert "brings back the copy (today" in texts(damaged)
    QTest.keyClicks(damaged.focus, damaged.vault.passphrase)
    press(damaged, Qt.Key.Key_Return)
    damaged.wait_for(lambda: damaged.door.frame is not None)
    (aside,) = damaged.vault.folder.glob("damaged-*")
    assert (aside / "team.db").exists()
    assert damaged.a_family()


def test_a_wrong_passphrase_restores_nothing(damaged: Sitting) -> None:
    gate(damaged)._use_copy.click()
    QTest.keyClicks(damaged.focus, "not it")
    press(damaged, Qt.Key.Key_Return)
    assert "does not fit" in texts(damaged)
    assert gate(damaged)._presenter.state.using_copy
    assert list(damaged.vault.folder.glob("damaged-*")) == []


def test_the_copy_can_be_left_alone(damaged: Sitting) -> None:
    gate(damaged)._use_copy.click()
    gate(damaged)._not_copy.click()
    damaged.settle()
    assert gate(damaged).filled_button().text() == "Open"
    assert not gate(damaged)._not_copy.isVisible()
    gate(damaged)._presenter.open(damaged.vault.passphrase)
    damaged.settle()
    assert gate(damaged)._presenter.state.mode == "damaged"
    assert list(damaged.vault.folder.glob("damaged-*")) == []


def test_without_a_copy_none_is_offered(make_sitting: MakeSitting) -> None:
    sitting = make_sitting()
    sitting.vault.store.write_bytes(bytes(8192))
    gate(sitting)._presenter.open(sitting.vault.passphrase)
    sitting.settle()
    assert "Nothing was overwritten" in texts(sitting)
    assert "Last copy" not in texts(sitting)
    assert not gate(sitting)._use_copy.isVisible()
    assert gate(sitting).filled_button().text() == "Look again"


def test_a_lost_key_file_comes_back_and_the_tiles_with_it(make_sitting: MakeSitting) -> None:
    sitting = make_sitting()
    with sitting.vault.open() as vault:
        vault.back_up()
    for name in NAMES:
        (sitting.vault.folder / name).unlink()
    sitting.door.show_gate()
    sitting.settle()
    assert gate(sitting)._presenter.state.mode == "damaged"
    gate(sitting)._use_copy.click()
    sitting.settle()
    assert "Ana S." in texts(sitting)
    sitting.unlock()


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_fits_in_every_language_at_150_per_cent(
    make_sitting: MakeSitting, language: Language
) -> None:
    sitting = spoil(make_sitting(language=language))
    sitting.resize(SIZES["150 %"])
    view = gate(sitting)
    for button in (view._use_copy, view._look_again):
        assert button.width() >= button.sizeHint().width()
        assert button.visibleRegion().boundingRect() == button.rect()
    view._use_copy.click()
    sitting.settle()
    for button in (view._button, view._not_copy):
        assert button.width() >= button.sizeHint().width()
        assert button.visibleRegion().boundingRect() == button.rect()
    assert view._field.width() >= 200
