"""How this laptop stands, at the window and on paper."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.services import families
from tests.fixtures.window import SIZES, MakeSitting, Sitting
from ui.preferences import LANGUAGES, Language
from ui.print_dialog import PrintDialog
from ui.printing import page_texts
from ui.screens.health.view import HealthView
from ui.widgets.badges import Chip
from ui.widgets.text import Text

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def texts(page: HealthView) -> list[str]:
    return [label.text() for label in page.findChildren(Text) if label.isVisible()]


def opened(sitting: Sitting) -> HealthView:
    page = sitting.go("health")
    assert isinstance(page, HealthView)
    return page


def test_each_thing_has_its_standing_and_what_to_do(sitting: Sitting) -> None:
    with sitting.vault.folder.joinpath("left").open("w"):
        pass
    page = opened(sitting)
    told = texts(page)
    standings = [chip.accessibleName() for chip in page.findChildren(Chip) if chip.isVisible()]
    assert len(standings) == 7
    assert told[told.index("Last copy") + 1] == "never"
    assert any(text.startswith("Leave Vatra open for a minute") for text in told)
    assert told[told.index("Last lock") + 1].startswith("today")
    assert "Needs doing" in standings


def test_the_way_there_is_in_the_settings(sitting: Sitting) -> None:
    settings = sitting.go("settings")
    button = next(
        one
        for one in settings.findChildren(type(opened(sitting)._print))
        if one.text() == "How this laptop stands"
    )
    sitting.go("settings")
    button.click()
    sitting.settle()
    assert isinstance(sitting.frame.page(), HealthView)


def test_the_printed_page_names_nobody(sitting: Sitting, tmp_path: Path) -> None:
    desk = sitting.door.desk
    assert desk is not None
    names = sitting.tasks.records.call(
        lambda: [line.name for line in families.list_families(desk.vault).lines]
    )
    page = opened(sitting)
    QTest.keyClick(sitting.window.windowHandle(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (dialog,) = page.findChildren(PrintDialog)
    (paper,) = page_texts(dialog._document)
    whole = " ".join(paper)
    assert "Disk encryption" in whole
    assert "SQLCipher" in whole
    assert not [name for name in [*names, desk.who.name, *desk.who.name.split()] if name in whole]
    dialog.save_as(tmp_path / "laptop.pdf")
    sitting.settle()
    assert (tmp_path / "laptop.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_cut_off_at_150_percent(make_sitting: MakeSitting, language: Language) -> None:
    sitting = make_sitting(language=language, text_scale=1.3)
    sitting.enter()
    sitting.resize(SIZES["150 %"])
    page = opened(sitting)
    for label in page.findChildren(Text):
        if label.isVisible():
            assert label.width() >= label.minimumSizeHint().width(), label.text()
