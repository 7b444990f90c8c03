"""A desk left alone: told before, locked in time; a key or the mouse keeps it, a mouse at rest does not."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.fixtures.window import Sitting
from ui.idle import SLEPT_S, WARNED_S, IdleWatch
from ui.screens.unlock.view import UnlockView

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class Clock:
    """Hands that the test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Watched:
    """A watch with its clock and what it told; ``passes`` lets time go by as its timer would see it."""

    def __init__(self, minutes: int) -> None:
        self.clock = Clock()
        self.watch = IdleWatch(minutes, clock=self.clock)
        self.told: list[str] = []
        self.watch.warned.connect(lambda left: self.told.append(f"{left} s left"))
        self.watch.back.connect(lambda: self.told.append("back"))
        self.watch.expired.connect(lambda: self.told.append("left alone"))
        self.watch.start()

    def passes(self, seconds: float) -> None:
        until = self.clock.now + seconds
        while self.clock.now < until:
            self.clock.now = min(until, self.clock.now + 1)
            self.watch.look()


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QWidget]:
    widget = QWidget()
    widget.resize(200, 100)
    widget.show()
    yield widget
    widget.deleteLater()


def test_told_twenty_seconds_before_and_left_after_the_minutes(window: QWidget) -> None:
    watched = Watched(5)
    watched.passes(5 * 60 - WARNED_S - 1)
    assert watched.told == []
    watched.passes(1)
    assert watched.told == ["20 s left"]
    watched.passes(WARNED_S - 1)
    assert watched.told == ["20 s left"]
    watched.passes(1)
    assert watched.told == ["20 s left", "left alone"]


def test_a_key_in_the_last_seconds_keeps_the_desk(window: QWidget) -> None:
    watched = Watched(1)
    watched.passes(50)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    assert watched.told == ["20 s left", "back"]
    watched.passes(39)
    assert watched.told == ["20 s left", "back"]
    watched.passes(21)
    assert watched.told[2:] == ["20 s left", "left alone"]


def test_a_window_that_was_opened_later_counts(window: QWidget) -> None:
    watched = Watched(1)
    watched.passes(10)
    dialog = QDialog()
    dialog.show()
    watched.passes(1)
    watched.passes(40)
    QTest.mouseClick(dialog.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert watched.told == ["20 s left", "back"]
    dialog.deleteLater()


def test_a_mouse_at_rest_is_nobody(window: QWidget) -> None:
    watched = Watched(1)
    watched.passes(1)
    handle = window.windowHandle()
    QTest.mouseMove(handle, QPoint(10, 10))
    watched.passes(45)
    QTest.mouseMove(handle, QPoint(10, 10))
    assert watched.told == ["20 s left"]
    QTest.mouseMove(handle, QPoint(30, 30))
    assert watched.told == ["20 s left", "back"]


def test_a_sleep_nobody_announced_is_seen(window: QWidget) -> None:
    watched = Watched(15)
    watched.passes(60)
    watched.clock.now += SLEPT_S + 1
    watched.watch.look()
    assert watched.told == ["left alone"]


@pytest.mark.parametrize(("asked", "minutes"), [(0, 1), (1, 1), (15, 15), (600, 15)])
def test_the_minutes_have_bounds(window: QWidget, asked: int, minutes: int) -> None:
    watched = Watched(asked)
    watched.passes(minutes * 60 - 1)
    assert "left alone" not in watched.told
    watched.passes(1)
    assert watched.told[-1] == "left alone"


def test_a_desk_left_alone_says_so_and_locks(sitting: Sitting) -> None:
    idle = sitting.door.workplace.idle
    idle.warned.emit(WARNED_S)
    notice = sitting.frame.banner.notice()
    assert notice is not None
    assert notice.bold == "Vatra locks in 20 seconds."
    idle.back.emit()
    assert sitting.frame.banner.notice() is None
    idle.expired.emit()
    assert sitting.window.content() is None
    sitting.wait_for(lambda: isinstance(sitting.window.content(), UnlockView))
