"""F12 covers the window at once, from every screen and over a dialog; the vault is closed; the tiles come back."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from app.errors import VaultInUse
from app.services import visits
from tests.fixtures.window import Sitting
from ui.navigation import SCREENS
from ui.screens.unlock.view import UnlockView
from ui.screens.visit.view import VisitView
from ui.workplace import LOCKED_WITHIN_S

COVERED_WITHIN_S = 0.3

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def press_f12(sitting: Sitting, on: QWidget | None = None) -> float:
    """Seconds from the key to the cover."""
    handle = (on or sitting.window).windowHandle()
    covered: list[tuple[float, QWidget | None]] = []
    heard = sitting.window.lock_asked.connect(
        lambda: covered.append((time.perf_counter(), sitting.window.content()))
    )
    began = time.perf_counter()
    QTest.keyClick(handle, Qt.Key.Key_F12)
    sitting.window.disconnect(heard)
    (at, in_view), *more = covered
    assert in_view is None
    assert not more
    return at - began


def tiles_are_back(sitting: Sitting) -> None:
    sitting.wait_for(lambda: isinstance(sitting.window.content(), UnlockView))
    sitting.settle()


def test_covered_from_every_screen_in_time(sitting: Sitting) -> None:
    for key in [screen.key for screen in SCREENS]:
        sitting.go(key, sitting.a_family() if key in ("family", "visit") else None)
        assert press_f12(sitting) < COVERED_WITHIN_S, key
        assert sitting.window.windowTitle() == "Vatra"
        tiles_are_back(sitting)
        sitting.unlock()


def test_a_dialog_does_not_stay_above_the_cover(sitting: Sitting) -> None:
    sitting.go("family", sitting.a_family())
    dialog = QDialog(sitting.window)
    QVBoxLayout(dialog).addWidget(QLabel("A family's name"))
    dialog.open()
    sitting.settle()
    sitting.wait_for(dialog.isActiveWindow)
    press_f12(sitting, dialog)
    assert not dialog.isVisible()


def test_the_vault_is_closed_and_opens_again_only_with_the_passphrase(sitting: Sitting) -> None:
    with pytest.raises(VaultInUse):
        sitting.vault.open()
    press_f12(sitting)
    tiles_are_back(sitting)
    assert sitting.door.desk is None
    with sitting.vault.open():  # nobody else has it open now
        pass
    gate = sitting.window.content()
    gate._presenter.open("wrong")  # type: ignore[union-attr]
    sitting.settle()
    assert sitting.door.desk is None
    sitting.unlock()
    assert sitting.window.windowTitle() == "Vatra — Today"


def test_nothing_of_the_desk_is_left_behind_the_tiles(sitting: Sitting) -> None:
    page = sitting.go("family", sitting.a_family())
    name = page.heading().title  # type: ignore[attr-defined]
    press_f12(sitting)
    tiles_are_back(sitting)
    texts = [label.text() for label in sitting.window.findChildren(QLabel)]
    assert texts
    assert not [text for text in texts if name in text]


def test_long_work_is_stopped_and_what_is_half_typed_is_kept(sitting: Sitting) -> None:
    family = sitting.a_family()
    page = sitting.go("visit", family)
    assert isinstance(page, VisitView)
    desk = sitting.door.desk
    assert desk is not None
    connection = desk.vault.team.connection
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n"
    sitting.tasks.records.run(lambda: connection.execute(endless).fetchone())
    page._presenter.answer("v_announced", "yes")
    began = time.perf_counter()
    press_f12(sitting)
    tiles_are_back(sitting)
    assert time.perf_counter() - began < LOCKED_WITHIN_S
    with sitting.vault.open() as vault:
        assert visits.begin_visit(vault, family).answers["v_announced"] == "yes"
