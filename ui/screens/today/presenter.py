"""Today: deadlines, route, drafts and the check list before leaving, read again after every change and at midnight."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from app.services import today as service
from app.services.today import Due, Today
from app.services.workers import WorkerHere, workers_here
from ui.formatting import today_on
from ui.tasks import Tasks
from ui.widgets.badges import DeadlineState

if TYPE_CHECKING:
    from storage.vault import Vault

MOST_DEADLINES = 3
SOON_DAYS = 2
OLD_DATA_S = 7 * 86_400
OLD_COPY_S = 2 * 86_400
CLOCK_OFF_S = 300
REFRESH_MS = 60_000
CheckName = Literal["county_data", "clock", "copy"]


@dataclass(frozen=True)
class Check:
    """A line of "Before you leave"; ``at`` is the moment it speaks of, ``minutes`` how far the clock is off."""

    name: CheckName
    good: bool
    at: int | None = None
    minutes: int = 0


@dataclass(frozen=True)
class TodayState:
    """``today`` is None until the first answer came."""

    day: dt.date
    today: Today | None = None
    waiting: tuple[WorkerHere, ...] = ()
    """Colleagues who wait for something that the worker can hand over."""

    @property
    def deadlines(self) -> tuple[Due, ...]:
        """The few that stand on the first screen, the latest first."""
        return (
            tuple(sorted(self.today.deadlines, key=lambda due: -due.days_late)[:MOST_DEADLINES])
            if self.today
            else ()
        )

    @property
    def more_deadlines(self) -> int:
        return max(0, len(self.today.deadlines) - MOST_DEADLINES) if self.today else 0

    def checks(self, now: int) -> tuple[Check, ...]:
        """What to look at before driving off; ``now`` in seconds since 1970."""
        if self.today is None:
            return ()
        contact, copy, offset = self.today.last_contact_at, self.today.backed_up_at, self.today.clock_offset_s
        return (
            Check("county_data", contact is not None and now - contact < OLD_DATA_S, contact),
            Check(
                "clock",
                offset is not None and abs(offset) < CLOCK_OFF_S,
                contact if offset is not None else None,
                abs(offset or 0) // 60,
            ),
            Check("copy", copy is not None and now - copy < OLD_COPY_S, copy),
        )


def deadline_state(due: Due) -> DeadlineState:
    """Far, soon (today or the next two days) or late."""
    if due.days_late > 0:
        return "late"
    return "soon" if due.due_on is not None and due.days_late >= -SOON_DAYS else "far"


class TodayPresenter(QObject):
    """``changed`` carries a ``TodayState``; ``clock`` gives the day (the laptop's own)."""

    changed = Signal(object)

    def __init__(
        self,
        vault: "Vault",
        tasks: Tasks,
        clock: Callable[[], dt.date] = today_on,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._vault, self._tasks, self._clock = vault, tasks, clock
        self.state = TodayState(clock())
        tasks.data_changed.connect(self.read)
        self._minute = QTimer(self, interval=REFRESH_MS)
        self._minute.timeout.connect(self._new_day)
        self._minute.start()

    def read(self, _changed: object = None) -> None:
        """Ask the vault for this day."""
        day = self._clock()
        self._tasks.records.run(lambda: self._state_of(day), self._tell)

    def _state_of(self, day: dt.date) -> TodayState:
        waiting = tuple(one for one in workers_here(self._vault) if one.i_can_hand_over)
        return TodayState(day, service.today(self._vault, day), waiting)

    def _tell(self, state: TodayState) -> None:
        self.state = state
        self.changed.emit(state)

    def _new_day(self) -> None:
        if self._clock() != self.state.day:
            self.read()
