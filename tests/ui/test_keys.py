"""Keys: no shortcut steals a letter, digits answer only where the focus is, Tab and F6 go everywhere."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit, QVBoxLayout, QWidget

from tests.fixtures.window import Sitting
from ui import theme
from ui.widgets.answer_keys import AnswerKeys, Option
from ui.widgets.fields import LineField

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

ALPHABETS = "aăâbcdefghiîjklmnopqrsștțuvwxyz AĂÂÎȘȚ ąćęłńóśźż ĄĆĘŁŃÓŚŹŻ áéíóöőúüű ÁÉÍÓÖŐÚÜŰ 0123456789/"
YES_NO = [Option("yes", "Yes"), Option("no", "No"), Option("unknown", "Not known")]


def type_letter(sitting: Sitting, letter: str) -> None:
    """As the platform sends it: the shortcuts are asked first, then the focus widget gets the key."""
    key = ord(letter.upper()) if letter.isascii() else 0
    upper = Qt.KeyboardModifier.ShiftModifier if letter.isupper() else Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        sitting.app.sendEvent(sitting.focus, QKeyEvent(kind, key, upper, letter))


def shortcuts_with_altgr(window: QWidget) -> list[str]:
    """Ctrl+Alt is AltGr on Windows: Polish types ł with it."""
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return [
        shortcut.key().toString()
        for shortcut in window.findChildren(QShortcut)
        if any(
            (shortcut.key()[number].keyboardModifiers() & both) == both
            for number in range(shortcut.key().count())
        )
    ]


def bare_letters(window: QWidget) -> list[str]:
    """Shortcuts that are a letter or digit without a modifier."""
    return [
        shortcut.key().toString()
        for shortcut in window.findChildren(QShortcut)
        if not shortcut.key()[0].keyboardModifiers() and len(shortcut.key().toString()) == 1
    ]


def test_no_shortcut_takes_a_letter_away(sitting: Sitting) -> None:
    for key, _page in sitting.every_screen():
        assert not shortcuts_with_altgr(sitting.window), key
        assert not bare_letters(sitting.window), key


def test_such_a_shortcut_would_be_seen(qapp: QApplication) -> None:
    window = QWidget()
    QShortcut(QKeySequence("Ctrl+Alt+L"), window)
    QShortcut(QKeySequence("g"), window)
    assert shortcuts_with_altgr(window) == ["Ctrl+Alt+L"]
    assert bare_letters(window) == ["G"]


def test_all_alphabets_go_into_a_note_and_nowhere_else(sitting: Sitting) -> None:
    page = sitting.go("family", sitting.a_family())
    QTest.keyClick(sitting.window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    field = sitting.focus
    assert isinstance(field, QPlainTextEdit)
    for letter in ALPHABETS:
        type_letter(sitting, letter)
    sitting.settle()
    assert field.toPlainText() == ALPHABETS
    assert sitting.frame.page() is page


@pytest.fixture
def form(qapp: QApplication) -> Iterator[QMainWindow]:
    theme.apply(qapp, theme.load("light"))
    window = QMainWindow()
    inside = QWidget()
    layout = QVBoxLayout(inside)
    window.first, window.second = AnswerKeys("First", YES_NO), AnswerKeys("Second", YES_NO)  # type: ignore[attr-defined]
    window.text = LineField("Text")  # type: ignore[attr-defined]
    for widget in (window.first, window.second, window.text):  # type: ignore[attr-defined]
        layout.addWidget(widget)
    window.setCentralWidget(inside)
    window.show()
    window.activateWindow()
    yield window
    window.close()
    window.deleteLater()


def test_a_digit_answers_only_the_question_that_has_focus(form: QMainWindow) -> None:
    first, second = form.first, form.second  # type: ignore[attr-defined]
    second.setFocus()
    QTest.keyClick(QApplication.focusWidget(), "2")
    assert (first.value(), second.value()) == (None, "no")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert (first.value(), second.value()) == (None, "yes")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert second.value() is None


def test_digits_in_a_text_field_answer_nothing(form: QMainWindow) -> None:
    form.text.setFocus()  # type: ignore[attr-defined]
    QTest.keyClicks(form.text, "0745 123")  # type: ignore[attr-defined]
    assert form.text.text() == "0745 123"  # type: ignore[attr-defined]
    assert form.first.value() is None and form.second.value() is None  # type: ignore[attr-defined]  # noqa: PT018


def test_a_digit_sent_to_the_window_answers_nothing(form: QMainWindow) -> None:
    form.text.setFocus()  # type: ignore[attr-defined]
    QTest.keyClick(form, "1")
    assert form.first.value() is None and form.second.value() is None  # type: ignore[attr-defined]  # noqa: PT018


def test_none_of_these_excludes_the_others(qapp: QApplication) -> None:
    keys = AnswerKeys(
        "Hazards",
        [Option("fire", "Fire"), Option("well", "Well"), Option("none", "None of these", alone=True)],
        many=True,
    )
    keys.set_values(["fire", "well"])
    keys._group.button(2).click()
    assert keys.values() == ("none",)
    keys._group.button(0).click()
    assert keys.values() == ("fire",)


def test_tab_goes_round_and_reaches_everything(sitting: Sitting) -> None:
    sitting.go("new_family")
    start = sitting.focus
    seen = [start]
    for _ in range(120):
        QTest.keyClick(sitting.focus, Qt.Key.Key_Tab)
        now = sitting.focus
        if now is start:
            break
        seen.append(now)
    assert sitting.focus is start, "a focus trap"
    names = {widget.accessibleName() for widget in seen}
    assert {"surname", "given names", "Date of birth", "Village", "Phone"} <= names
    order = [
        widget.accessibleName()
        for widget in seen
        if widget.accessibleName() in ("surname", "given names", "Date of birth", "Phone")
    ]
    assert order == ["surname", "given names", "Date of birth", "Phone"]


def test_f6_reaches_every_pane(sitting: Sitting) -> None:
    page = sitting.go("families")
    panes = [sitting.frame.rail, *page.panes()]  # type: ignore[attr-defined]
    reached = set()
    for _ in range(len(panes) + 1):
        QTest.keyClick(sitting.window, Qt.Key.Key_F6)
        focus = sitting.focus
        reached |= {number for number, pane in enumerate(panes) if pane is focus or pane.isAncestorOf(focus)}
    assert reached == set(range(len(panes)))


def test_alt_digits_open_the_screens_of_the_rail(sitting: Sitting) -> None:
    QTest.keyClick(sitting.window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    sitting.settle()
    assert sitting.window.windowTitle() == "Vatra — Families"
    QTest.keyClick(sitting.window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    sitting.settle()
    assert sitting.window.windowTitle() == "Vatra — Today"


def test_from_search_to_a_family_by_keys_alone(sitting: Sitting) -> None:
    assert sitting.door.desk is not None
    page = sitting.go("families")
    name = page._list.current_record().name  # type: ignore[attr-defined]
    QTest.keyClick(sitting.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    for letter in name.lower():
        type_letter(sitting, letter)
    sitting.wait_for(sitting.frame.search.results_shown)
    QTest.keyClick(sitting.focus, Qt.Key.Key_Return)
    sitting.settle()
    assert sitting.frame.page().heading().title == name
    QTest.keyClick(sitting.window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    sitting.settle()
    assert sitting.window.windowTitle() == "Vatra — Families"


def test_escape_leaves_the_search_where_one_was(sitting: Sitting) -> None:
    sitting.go("families")
    before = sitting.focus
    sitting.frame.focus_search()
    QTest.keyClicks(sitting.focus, "po")
    QTest.keyClick(sitting.focus, Qt.Key.Key_Escape)
    assert sitting.focus is before
    assert not sitting.frame.search.results_shown()


def test_what_nobody_has_offers_to_register(sitting: Sitting) -> None:
    sitting.frame.focus_search()
    QTest.keyClicks(sitting.focus, "Xyzzyk")
    sitting.wait_for(sitting.frame.search.results_shown)
    QTest.keyClick(sitting.focus, Qt.Key.Key_Return)
    sitting.settle()
    assert sitting.window.windowTitle() == "Vatra — New family"
    assert sitting.frame.page()._surname.text() == "Xyzzyk"  # type: ignore[attr-defined]
