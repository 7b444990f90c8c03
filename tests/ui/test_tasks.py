"""The lanes: results on the GUI thread, errors to whom they concern, nothing after closing."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.errors import DiskFull, VatraError
from ui.tasks import COLLECT_EVERY_MS, Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


def test_work_is_done_on_the_lane_and_told_here(qtbot: QtBot, tasks: Tasks) -> None:
    threads: list[str] = []
    told: list[tuple[int, bool]] = []
    here = threading.current_thread()

    def work() -> int:
        threads.append(threading.current_thread().name)
        return 42

    tasks.records.run(work, lambda answer: told.append((answer, threading.current_thread() is here)))
    qtbot.waitUntil(lambda: bool(told))
    assert told == [(42, True)]
    assert threads[0].startswith("records")


def test_everything_runs_in_the_order_it_was_given(qtbot: QtBot, tasks: Tasks) -> None:
    order: list[int] = []
    for number in range(50):
        tasks.records.run(lambda number=number: number, order.append)
    qtbot.waitUntil(lambda: len(order) == 50)
    assert order == list(range(50))


def test_a_slow_network_does_not_delay_a_save(qtbot: QtBot, tasks: Tasks) -> None:
    answered = threading.Event()
    saved: list[bool] = []
    tasks.network.run(answered.wait)
    tasks.records.run(lambda: True, saved.append)
    qtbot.waitUntil(lambda: bool(saved))
    assert tasks.network.busy
    answered.set()


def test_what_the_world_did_goes_to_whoever_asked(qtbot: QtBot, tasks: Tasks) -> None:
    asked: list[VatraError] = []
    nobody: list[VatraError] = []
    tasks.trouble.connect(nobody.append)

    def fails() -> None:
        raise DiskFull(part="team")

    tasks.records.run(fails, failed=asked.append)
    tasks.records.run(fails)
    qtbot.waitUntil(lambda: bool(asked and nobody))
    assert (asked[0].code, nobody[0].code) == ("disk_full", "disk_full")


def test_our_own_mistake_goes_to_the_crash_window(qtbot: QtBot, tasks: Tasks) -> None:
    asked: list[VatraError] = []
    crashes: list[Exception] = []
    tasks.crashed.connect(crashes.append)
    tasks.records.run(lambda: 1 // 0, failed=asked.append)
    qtbot.waitUntil(lambda: bool(crashes))
    assert isinstance(crashes[0], ZeroDivisionError)
    assert not asked


def test_one_lane_may_wait_for_the_other(qtbot: QtBot, tasks: Tasks) -> None:
    told: list[str] = []
    tasks.network.run(lambda: tasks.records.call(lambda: threading.current_thread().name), told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].startswith("records")


def test_a_lane_that_calls_itself_does_not_wait_for_ever(qtbot: QtBot, tasks: Tasks) -> None:
    told: list[int] = []
    tasks.records.run(lambda: tasks.records.call(lambda: 7), told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [7]


class Screen(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.told: list[int] = []

    def tell(self, answer: int) -> None:
        self.told.append(answer)


@pytest.mark.parametrize("way", ["method", "lambda"])
def test_a_screen_that_is_gone_is_not_told(qtbot: QtBot, tasks: Tasks, way: str) -> None:
    screen = Screen()
    told = screen.tell if way == "method" else lambda answer: screen.tell(answer)
    go_on = threading.Event()
    after: list[int] = []
    tasks.records.run(lambda: go_on.wait() and 1, told)
    tasks.records.run(lambda: 2, after.append)
    screen.deleteLater()
    qtbot.waitUntil(lambda: not _is_alive(screen))
    go_on.set()
    qtbot.waitUntil(lambda: bool(after))
    assert screen.told == []


def test_after_closing_nothing_is_done_or_told(qtbot: QtBot) -> None:
    tasks = Tasks()
    done: list[int] = []
    tasks.records.run(lambda: done.append(1), lambda _none: done.append(2))
    tasks.close()
    tasks.records.run(lambda: done.append(3))
    assert done == [1]


def _is_alive(thing: QObject) -> bool:
    try:
        thing.objectName()
    except RuntimeError:
        return False
    return True


class Witness:
    """Notes on which thread it died."""

    def __init__(self, died_on: list[int]) -> None:
        self._died_on = died_on
        self.ring: Witness | None = None

    def __del__(self) -> None:
        self._died_on.append(threading.get_ident())


def test_nothing_that_was_asked_with_dies_on_a_lane(qtbot: QtBot, tasks: Tasks) -> None:
    """What work and callbacks hold may be of Qt: dying on a lane, it can wait for this thread for ever."""
    died_on: list[int] = []
    tries = 300

    def ask(witness: Witness, fails: bool) -> None:
        def work() -> Witness:
            if fails:
                raise DiskFull(part="team")
            return witness

        tasks.records.run(work, lambda _answer: None, lambda _error: None)

    for number in range(tries):
        ask(Witness(died_on), fails=number % 2 == 1)
    qtbot.waitUntil(lambda: not tasks.records.busy)
    gc.collect()
    assert len(died_on) == tries
    assert set(died_on) == {threading.get_ident()}


def test_rings_are_collected_here_and_not_where_work_is_done(qtbot: QtBot, tasks: Tasks) -> None:
    died_on: list[int] = []
    for _ in range(50):
        one = Witness(died_on)
        one.ring = one
    del one

    def much_work() -> list[list[int]]:
        # Enough of containers that the collector would have run several times.
        return [[number] for number in range(200_000)]

    done: list[list[list[int]]] = []
    tasks.records.run(much_work, done.append)
    qtbot.waitUntil(lambda: bool(done))
    qtbot.waitUntil(lambda: len(died_on) == 50, timeout=10 * COLLECT_EVERY_MS)
    assert set(died_on) == {threading.get_ident()}


def test_the_collector_works_by_itself_when_the_lanes_are_gone(qtbot: QtBot) -> None:
    made = Tasks()
    assert not gc.isenabled()
    made.close()
    assert gc.isenabled()
