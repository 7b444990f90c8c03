"""The only threads of the window: two lanes of one thread each.

*records* owns the vault's connection: every service call runs there, one after the other. *network* talks to the county,
so that a slow county never delays a save. Results come back to the GUI thread. A ``VatraError`` goes to ``failed`` or, if
none was given, to ``Tasks.trouble``; any other exception is our bug and goes to ``Tasks.crashed``, whoever waits.

``close`` does what was asked for, joins both threads and delivers nothing any more.
"""

import gc
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from threading import get_ident
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import VatraError

T = TypeVar("T")
COLLECT_EVERY_MS = 1000
SLOW_AFTER_MS = 1000
"""A wait longer than this is shown (a thin line under the top bar)."""


@dataclass
class _Task:
    work: Callable[[], Any]
    done: Callable[[Any], None] | None
    failed: Callable[[VatraError], None] | None
    asked_by: int
    """Which asker, counted by ``forget``."""
    result: Any = None
    error: Exception | None = None


class Lane(QObject):
    """One thread; work is done in the order it was given."""

    trouble = Signal(object)
    """A VatraError nobody asked for."""
    crashed = Signal(object)
    """An exception that is our bug."""
    busy_changed = Signal(bool)
    _came = Signal()

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._thread = self._executor.submit(get_ident).result()
        self._waiting = 0
        self._asker = 0
        self._closed = False
        self._given: deque[_Task] = deque()
        self._ended: deque[_Task] = deque()
        self._came.connect(self._deliver)

    @property
    def busy(self) -> bool:
        return self._waiting > 0

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[VatraError], None] | None = None,
    ) -> None:
        """Do ``work`` on this lane; then call ``done(result)`` or ``failed(error)`` on the GUI thread.

        A callback that belongs to a QObject which is gone by then (its method, or a lambda around it) is not called; after ``close`` nothing is done.
        """
        if self._closed:
            return

        self._waiting += 1
        self._given.append(_Task(work, done, failed, self._asker))
        self._executor.submit(self._do_next)
        if self._waiting == 1:
            self.busy_changed.emit(True)

    def call(self, work: Callable[[], T]) -> T:
        """Do ``work`` on this lane and wait for it, from another lane; whatever it raises is raised here."""
        if get_ident() == self._thread:
            return work()
        given = [work]
        future: Future[T] = self._executor.submit(lambda: given.pop()())
        return future.result()

    def forget(self) -> None:
        """Whoever asked so far is gone: it is still done, but nobody is told how it went."""
        self._asker += 1

    def close(self) -> None:
        """Do everything that was asked for - the last may be a save, or closing the vault - and join the thread."""
        self._closed = True
        self._executor.shutdown(wait=True)

    def _do_next(self) -> None:
        """On the lane. When it tells that a task came, this thread holds on to nothing of it any more: what work and
        callbacks hold may be of Qt, and Qt objects that die on a lane can wait for the GUI thread for ever.
        """
        self._do()
        self._came.emit()

    def _do(self) -> None:
        task = self._given.popleft()
        try:
            task.result = task.work()
        except Exception as error:
            task.error = error
        self._ended.append(task)

    def _deliver(self) -> None:
        task = self._ended.popleft()
        # The error's traceback knows the task: together they would be a ring that only the collector ends.
        error, task.error = task.error, None
        self._waiting -= 1
        if self._waiting == 0:
            self.busy_changed.emit(False)
        if self._closed or task.asked_by != self._asker:
            return
        if isinstance(error, VatraError):
            if task.failed is None:
                self.trouble.emit(error)
            elif _alive(task.failed):
                task.failed(error)
        elif error is not None:
            self.crashed.emit(error)
        elif task.done is not None and _alive(task.done):
            task.done(task.result)


class Tasks(QObject):
    """Both lanes, and the one signal by which every open screen learns that records changed.

    As long as there are lanes, Python's garbage is collected on the GUI thread only: on a lane the collector could end a
    ring with Qt objects in it.
    """

    data_changed = Signal(object)
    """Changed(kinds, families): emitted after a save of this window and after a sync."""
    trouble = Signal(object)
    crashed = Signal(object)
    slow = Signal(bool)
    """True when the records lane has been working for more than a second, False when it is free."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.records = Lane("records", self)
        self.network = Lane("network", self)
        gc.disable()
        self._collector = QTimer(self, interval=COLLECT_EVERY_MS)
        self._collector.timeout.connect(_collect)
        self._collector.start()
        self._patience = QTimer(self, singleShot=True, interval=SLOW_AFTER_MS)
        self._patience.timeout.connect(lambda: self.slow.emit(True))
        self.records.busy_changed.connect(self._watch)
        for lane in (self.records, self.network):
            lane.trouble.connect(self.trouble)
            lane.crashed.connect(self.crashed)

    def close(self) -> None:
        """Join both threads; the network first, because it may be waiting for the records."""
        self.network.close()
        self.records.close()
        self._collector.stop()
        gc.enable()

    def _watch(self, busy: bool) -> None:
        if busy:
            self._patience.start()
        else:
            self._patience.stop()
            self.slow.emit(False)


def _collect() -> None:
    """What the collector would have done by itself by now: the oldest generation that is full, and those below."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return


def _alive(callback: Callable[[Any], None]) -> bool:
    """Whether everything of Qt that the callback belongs to or holds on to still exists."""
    held = [getattr(callback, "__self__", None)]
    held += [cell.cell_contents for cell in getattr(callback, "__closure__", None) or ()]
    return all(shiboken6.isValid(one) for one in held if isinstance(one, QObject))
