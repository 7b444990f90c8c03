"""Help: the same pages in every language, found without accents, opened by F1 for the screen in view."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from resources import resource_names
from tests.fixtures.window import Sitting
from ui.navigation import SCREENS
from ui.preferences import LANGUAGES
from ui.screens.help.presenter import FIRST, KEYS, PAGE_OF_SCREEN, HelpPresenter, matches, read_pages
from ui.screens.help.view import HelpView

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_page(language: str) -> None:
    english, there = read_pages("en"), read_pages(language)
    assert resource_names(f"help/{language}") == resource_names("help/en")
    assert [page.key for page in there] == [page.key for page in english]
    for page, source in zip(there, english, strict=True):
        assert page.text.count("\n## ") == source.text.count("\n## "), page.key
        assert page.text.count("`") == source.text.count("`"), page.key
        assert (page.title == source.title) == (language == "en"), page.key


@pytest.mark.parametrize("language", LANGUAGES)
def test_links_lead_to_pages_that_exist(language: str) -> None:
    pages = read_pages(language)
    linked = {target for page in pages for target in re.findall(r"\]\(([^)]+)\)", page.text)}
    assert linked
    assert linked <= {f"{page.key}.md" for page in pages}


def test_no_word_of_the_engine_room() -> None:
    forbidden = re.compile(
        r"\b(database|server|token|synchroni[sz]e|conflict|invalid|error)\b", re.IGNORECASE
    )
    assert not [page.key for page in read_pages("en") if forbidden.search(page.plain)]


def test_every_screen_has_a_page() -> None:
    keys = {page.key for page in read_pages("en")}
    assert {FIRST, KEYS, *PAGE_OF_SCREEN.values()} <= keys
    assert {screen.key for screen in SCREENS} - {"help"} <= set(PAGE_OF_SCREEN)


def test_words_are_found_without_accents_and_by_their_beginning() -> None:
    page = next(page for page in read_pages("pl") if page.key == "05-send-to-the-county")
    assert matches(page, "wysyl powiat")
    assert matches(page, "WYSYŁANIE")
    assert not matches(page, "powiat zzz")


def test_a_search_that_finds_nothing_keeps_the_page_being_read() -> None:
    presenter = HelpPresenter()
    presenter.open(KEYS)
    presenter.look_for("zzzz")
    assert presenter.state.pages == ()
    assert presenter.state.shown is not None
    assert presenter.state.shown.key == KEYS
    presenter.look_for("")
    assert len(presenter.state.pages) == len(read_pages("en"))


def test_f1_opens_the_page_of_the_screen_and_back_returns(sitting: Sitting) -> None:
    for key in ("sync", "clear_up", "importing"):
        page = sitting.go(key)
        QTest.keyClick(sitting.window, Qt.Key.Key_F1)
        sitting.settle()
        helped = sitting.frame.page()
        assert isinstance(helped, HelpView)
        shown = helped._presenter.state.shown
        assert shown is not None
        assert shown.key == PAGE_OF_SCREEN[key]
        assert helped._reader.toPlainText().startswith(shown.title)
        QTest.keyClick(sitting.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        sitting.settle()
        assert sitting.frame.page() is page


def test_searching_and_reading_by_keyboard(sitting: Sitting) -> None:
    page = sitting.go("help", "today")
    assert isinstance(page, HelpView)
    assert sitting.focus is page.search
    QTest.keyClicks(sitting.focus, "passphrase")
    QTest.keyClick(sitting.focus, Qt.Key.Key_Down)
    assert sitting.focus is page._list
    page._list.choose(page._pages.rowCount() - 1)
    QTest.keyClick(sitting.focus, Qt.Key.Key_Return)
    assert sitting.focus is page._reader
    shown = page._presenter.state.shown
    assert shown is not None
    assert shown == page._list.current_record()
    assert matches(shown, "passphrase")


def test_a_link_opens_the_other_page(sitting: Sitting) -> None:
    page = sitting.go("help", "today")
    assert isinstance(page, HelpView)
    page._reader.anchorClicked.emit("09-keys.md")
    shown = page._presenter.state.shown
    assert shown is not None
    assert shown.key == KEYS
