"""Every screen of the navigation, in four languages and three sizes: nothing cut, everything named, one filled button."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from tests.fixtures.window import SIZES, MakeSitting, Sitting
from tests.ui import looking
from ui import theme
from ui.preferences import Language
from ui.screens.setup.presenter import SetupPresenter
from ui.screens.setup.view import SetupView
from ui.widgets.buttons import Button, IconButton
from ui.widgets.text import Text

LANGUAGES: tuple[Language, ...] = ("en", "ro", "pl", "hu")

# The offscreen platform says so of every bare widget that is shown; the window itself never is one.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_cut_at_any_size(make_sitting: MakeSitting, language: Language) -> None:
    sitting = make_sitting(language, country="pl" if language == "pl" else "ro")
    found = [
        f"unlock {size}: {one}" for size in SIZES for one in _looked_at(sitting, SIZES[size], sitting.window)
    ]
    sitting.enter()
    for size, pixels in SIZES.items():
        sitting.resize(pixels)
        for key, _page in sitting.every_screen():
            found += [f"{key} {size}: {one}" for one in looking.cut_texts(sitting.window)]
            found += [f"{key} {size}: {one}" for one in looking.small_texts(sitting.window)]
    assert not found, "\n".join(found)


def test_no_text_is_cut_with_the_largest_letters(make_sitting: MakeSitting) -> None:
    sitting = make_sitting("hu", text_scale=1.3)
    sitting.enter()
    sitting.resize(SIZES["100 %"])
    found = [
        f"{key}: {one}" for key, _page in sitting.every_screen() for one in looking.cut_texts(sitting.window)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_the_family_fits(make_sitting: MakeSitting, language: Language) -> None:
    sitting = make_sitting(language)
    sitting.enter()
    page = sitting.go("family", sitting.a_family())
    for size, pixels in SIZES.items():
        sitting.resize(pixels)
        for tab in ("brief", "members", "visits", "assessments", "notes", "looks"):
            page._presenter.choose_tab(tab)  # type: ignore[attr-defined]
            sitting.settle()
            found = looking.cut_texts(sitting.window)
            assert not found, f"{size} {tab}: " + "\n".join(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_set_up_fits(make_sitting: MakeSitting, language: Language) -> None:
    sitting = make_sitting(language)
    view = SetupView(SetupPresenter(sitting.vault.folder.parent / "new", sitting.tasks, lambda keys: keys))
    sitting.window.show_gate(view)
    for pixels in SIZES.values():
        sitting.resize(pixels)
        assert not looking.cut_texts(view)
        assert not looking.nameless(view)
        assert len(looking.filled_buttons(view)) == 1


def test_the_facts_fit_into_their_drawer(make_sitting: MakeSitting) -> None:
    sitting = make_sitting("pl")
    sitting.enter()
    sitting.resize(SIZES["150 %"])
    for key in ("today", "families", "new_family"):
        page = sitting.go(key, "Popa" if key == "new_family" else None)
        page.toggle_facts()  # type: ignore[attr-defined]
        sitting.settle()
        found = looking.cut_texts(page._panes.facts)  # type: ignore[attr-defined]
        assert page._panes.facts.isVisible()  # type: ignore[attr-defined]
        assert not found, f"{key}: " + "\n".join(found)


def test_whatever_has_focus_has_a_name_and_room_to_press(sitting: Sitting) -> None:
    for key, _page in sitting.every_screen():
        assert not looking.nameless(sitting.window), key
        assert not looking.small_targets(sitting.window), key


def test_at_most_one_filled_button_and_ctrl_enter_presses_it(sitting: Sitting) -> None:
    for key, page in sitting.every_screen():
        filled = looking.filled_buttons(page)
        assert len(filled) <= 1, (key, [button.text() for button in filled])
        assert page.filled_button() in (*filled, None), key  # type: ignore[attr-defined]


def test_no_window_but_the_one(sitting: Sitting) -> None:
    """A widget that is shown before it has a parent becomes a window of its own and takes the focus away."""
    for key, _page in sitting.every_screen():
        others = [
            one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not sitting.window
        ]
        assert not others, (key, others)


def test_no_name_of_a_person_in_the_title_of_the_window(sitting: Sitting) -> None:
    page = sitting.go("family", sitting.a_family())
    name = page.heading().title  # type: ignore[attr-defined]
    assert name
    assert name.split()[0] not in sitting.window.windowTitle()
    assert sitting.window.windowTitle().startswith("Vatra — Family")


def _looked_at(sitting: Sitting, size: tuple[int, int], what: QWidget) -> list[str]:
    sitting.resize(size)
    return looking.cut_texts(what) + looking.small_texts(what)


# what makes these checks fail


@pytest.fixture
def holder(qapp: QApplication) -> Iterator[QWidget]:
    theme.register_fonts()
    theme.apply(qapp, theme.load("light"))
    made = QWidget()
    made.resize(400, 300)
    QVBoxLayout(made)
    yield made
    made.close()
    made.deleteLater()


def test_a_button_that_is_too_narrow_is_seen(holder: QWidget) -> None:
    button = Button("Továbbirányítások megtekintése")
    button.setFixedWidth(80)
    _put(holder, button)
    assert looking.cut_texts(holder)


def test_a_label_that_is_too_low_is_seen(holder: QWidget) -> None:
    text = Text("Three lines of text that need more height than one line has. " * 3, wrap=True)
    text.setFixedHeight(18)
    _put(holder, text)
    assert looking.cut_texts(holder)


def test_a_control_beyond_the_edge_is_seen(holder: QWidget) -> None:
    button = Button("Open", parent=holder)
    holder.show()
    button.move(380, 10)
    button.show()
    assert any("sticks out" in one for one in looking.cut_texts(holder))


def test_an_icon_without_a_name_is_seen(holder: QWidget) -> None:
    icon = IconButton("lock", "")
    _put(holder, icon)
    assert looking.nameless(holder)


def test_letters_below_twelve_pixels_are_seen(holder: QWidget) -> None:
    text = Text("small")
    font = text.font()
    font.setPixelSize(11)
    text.setFont(font)
    _put(holder, text)
    assert looking.small_texts(holder)


def test_two_filled_buttons_are_seen(holder: QWidget) -> None:
    _put(holder, Button("One", "filled"), Button("Two", "filled"))
    assert len(looking.filled_buttons(holder)) == 2


def _put(holder: QWidget, *widgets: QWidget) -> None:
    layout = holder.layout()
    assert layout is not None
    for widget in widgets:
        layout.addWidget(widget)
    holder.show()
