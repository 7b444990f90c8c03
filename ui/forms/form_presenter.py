"""What the presenters of all forms have in common: an answer is on disk within a second, whoever leaves or locks the window."""

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from app.services.saving import Changed
from ui.tasks import Tasks

SAVE_AFTER_MS = 700
"""From the first unsaved answer to the save: quick typing is one save, a power cut costs less than two seconds."""


def laptop_now() -> dt.datetime:
    """This laptop's wall clock with its zone."""
    return dt.datetime.now().astimezone()


class FormPresenter(QObject):
    """Base: ``changed`` carries the state, ``finished`` the family's id, ``failed`` a VatraError when nothing can be shown."""

    changed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, clock: Callable[[], dt.datetime], parent: QObject | None) -> None:
        super().__init__(parent)
        self._tasks, self.clock = tasks, clock
        self._in_view = False
        self._done: set[bytes] = set()
        """Drafts that are none any more; of the records lane alone."""
        self._saving = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._saving.timeout.connect(self.save)
        tasks.data_changed.connect(self.others_changed)

    def save(self) -> None:
        """Keep the draft now."""
        raise NotImplementedError

    def others_changed(self, change: Changed) -> None:
        """Somebody wrote: what is shown of the family may be other now."""
        raise NotImplementedError

    def save_soon(self) -> None:
        """Something was answered."""
        if not self._saving.isActive():
            self._saving.start()

    def leave(self) -> None:
        """Another screen comes: keep now what is not kept yet."""
        self._in_view = False
        if self._saving.isActive():
            self._saving.stop()
            self.save()


def next_of(wanted: Sequence[str], keys: Sequence[str], current: str | None, step: int) -> str | None:
    """The next (``step`` 1) or previous of the ``wanted`` among all ``keys``, from the current one round the form; None for none."""
    here = keys.index(current) if current in keys else -1
    places = [keys.index(key) for key in wanted if key in keys]
    beyond = [place for place in places if (place > here if step > 0 else place < here)]
    order = beyond or places
    return keys[order[0 if step > 0 else -1]] if order else None
