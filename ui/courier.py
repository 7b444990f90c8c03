"""Carries work to the county and back in the background: after unlocking, every 15 minutes, and when asked.

A trip runs on the network lane and touches the vault only on the records lane. Being offline is normal: an automatic trip
that finds no line says nothing. ``cancel`` and ``stop`` end a trip within a second, also inside a request that hangs; whatever
was exchanged before stays exchanged.

A trip is over when all text is through. What attachments consist of is carried after it, quietly, in turns: as soon as somebody
saves something or asks for a trip, text goes first again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.kinds import ATTACHMENT
from app.errors import VatraError, VaultLocked
from app.services import syncing
from app.services.saving import Changed
from sync.client.request_size import RequestSize
from sync.client.wire import Stop
from ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.syncing import SyncDone
    from storage.vault import Vault
    from sync.client.attachments import Carried
    from sync.client.exchange import Records

T = TypeVar("T")
EVERY_MS = 15 * 60 * 1000


@dataclass(frozen=True)
class Trip:
    """How a trip ended: ``done``, or a ``problem``, or neither because it was cancelled."""

    done: "SyncDone | None" = None
    problem: VatraError | None = None


class _Cancelled(Exception):
    """The worker pressed cancel, or the vault is being closed."""


class Courier(QObject):
    """One for an open vault. A trip asked for while one is under way is the same trip."""

    began = Signal()
    progressed = Signal(str, int, int)
    """``sending`` or ``receiving``; how many saves are done, and of how many (0: not known)."""
    ended = Signal(object)
    """Trip."""

    def __init__(self, vault: "Vault", tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vault, self._tasks = vault, tasks
        self._stop_trip = Stop()
        self.under_way = False
        self._carrying = False
        self._stopped = False
        self._clock = QTimer(self, interval=EVERY_MS)
        self._clock.timeout.connect(self.go)

    def start(self) -> None:
        """Go now, and every 15 minutes from now on."""
        self._clock.start()
        self.go()

    def stop(self) -> None:
        """No more trips; the present one ends and tells nobody. Call before the vault is closed."""
        self._stopped = True
        self._clock.stop()
        self._stop_trip.say()

    def cancel(self) -> None:
        """End the present trip now; the next automatic one comes as usual."""
        self._stop_trip.say()

    def go(self) -> None:
        """Send what waits and fetch what is new."""
        if self.under_way or self._stopped:
            return
        if self._carrying:
            self._stop_trip.say()  # its place in the line comes right after
        self.under_way = True
        self._stop_trip = stop = Stop()
        self.began.emit()
        self._tasks.network.run(lambda: self._trip(stop), self._arrived)

    def on_records(self, work: Callable[[], T]) -> T:
        """Do ``work`` on the records lane, for somebody else who talks to the county on the network lane.

        VaultLocked once the vault is being closed.
        """

        def unless_stopped() -> T:
            # Asked on the records lane: whoever closes the vault there has stopped the courier before.
            if self._stopped:
                raise VaultLocked()
            return work()

        return self._tasks.records.call(unless_stopped)

    def _on_records_unless(self, stop: Stop) -> "Records":
        def on_records(work: Callable[[], T]) -> T:
            def unless_cancelled() -> T:
                # Asked on the records lane: whoever closes the vault there has said stop before.
                if stop.is_said:
                    raise _Cancelled
                return work()

            return self._tasks.records.call(unless_cancelled)

        return on_records

    def _trip(self, stop: Stop) -> Trip:
        """On the network lane."""
        on_records = self._on_records_unless(stop)
        try:
            waiting = on_records(lambda: syncing.sync_state(self._vault).pending)

            def progress(step: str, done: int, of: int) -> None:
                if stop.is_said:
                    raise _Cancelled
                if step == "sending":
                    if not waiting:
                        return  # only what comes with other acts: nothing a worker waits for
                    # The protocol counts places of the whole chain; people count what waited when they asked.
                    done, of = max(0, waiting - (of - done)), waiting
                self.progressed.emit(step, done, of)

            pause = partial(_pause, stop)
            return Trip(done=syncing.sync_now(on_records, self._vault, progress, pause, stop=stop))
        except _Cancelled:
            return Trip()
        except VatraError as problem:
            return Trip() if stop.is_said else Trip(problem=problem)

    def _arrived(self, trip: Trip) -> None:
        self.under_way = False
        if self._stopped:
            return
        if trip.done is not None and (trip.done.sent or trip.done.received or trip.done.forms):
            self._tasks.data_changed.emit(trip.done.changed)
        self.ended.emit(trip)
        if trip.done is not None and not self.under_way:
            self._carry(RequestSize())

    def _carry(self, size: RequestSize) -> None:
        """One turn of what attachments consist of; ``size`` is what the line moved so far."""
        self._carrying = True
        self._stop_trip = stop = Stop()
        self._tasks.network.run(lambda: self._turn(size, stop), lambda carried: self._carried(carried, stop))

    def _turn(self, size: RequestSize, stop: Stop) -> "Carried | None":
        """On the network lane; None when it was cut short, by the line or by somebody."""
        on_records, pause = self._on_records_unless(stop), partial(_pause, stop)
        try:
            return syncing.carry_attachments(on_records, self._vault, size, pause, stop)
        except (_Cancelled, VatraError):
            return None  # nothing is lost, and the next trip says what there is to say of the line

    def _carried(self, carried: "Carried | None", stop: Stop) -> None:
        if stop is self._stop_trip:
            self._carrying = False
        if self._stopped or carried is None:
            return
        if carried.families:
            self._tasks.data_changed.emit(Changed(frozenset({ATTACHMENT.name}), carried.families))
        if not carried.finished:
            self.go()


def _pause(stop: Stop, seconds: float) -> None:
    if stop.wait(seconds):
        raise _Cancelled
