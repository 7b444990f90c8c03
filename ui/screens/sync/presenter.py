"""The state of the Sync screen: how things stand with the county, and the trip that is under way."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from app.errors import VatraError
from app.services import aside, carrying, held_back, syncing
from app.services.aside import Aside
from app.services.carrying import Brought, Carried
from app.services.held_back import Held
from app.services.saving import Changed
from app.services.typed import Place
from ui import languages
from ui.courier import Courier, Trip
from ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.syncing import SyncState
    from storage.vault import Vault

T = TypeVar("T")


@dataclass(frozen=True)
class Progress:
    """``step`` is ``asking``, ``sending`` or ``receiving``; ``of`` is 0 while it is not known."""

    step: str
    done: int = 0
    of: int = 0


@dataclass(frozen=True)
class StickTrip:
    """What was done with a stick: under way, ``carried`` or ``brought``, or a ``problem``."""

    under_way: bool = False
    carried: Carried | None = None
    brought: Brought | None = None
    problem: VatraError | None = None


@dataclass(frozen=True)
class SyncPage:
    """What the screen shows; ``state`` is None until the vault answered, ``result`` is the last trip of this session."""

    state: "SyncState | None" = None
    progress: Progress | None = None
    result: Trip | None = None
    cancelling: bool = False
    stick: StickTrip | None = None
    aside: tuple[Aside, ...] = ()
    problem: VatraError | None = None
    """Why what the worker decided about a returned save was not done."""


class SyncPresenter(QObject):
    """Reads again after every change and every trip; ``changed`` carries a ``SyncPage``."""

    changed = Signal(object)
    opened = Signal(object)
    """Where a returned note is half typed once more (a Place)."""

    def __init__(
        self, vault: "Vault", tasks: Tasks, courier: Courier | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._vault, self._tasks, self._courier = vault, tasks, courier
        under_way = courier is not None and courier.under_way
        self.page = SyncPage(progress=Progress("asking") if under_way else None)
        tasks.data_changed.connect(self.read)
        if courier is not None:
            courier.began.connect(self._began)
            courier.progressed.connect(self._progressed)
            courier.ended.connect(self._ended)

    def read(self, _changed: object = None) -> None:
        """Ask the vault how things stand."""
        language = languages.current()
        self._tasks.records.run(
            lambda: (syncing.sync_state(self._vault), aside.left_aside(self._vault, language)), self._came
        )

    def try_now(self) -> None:
        """Go to the county; nothing more if a trip is under way."""
        if self._courier is not None:
            self._courier.go()

    def cancel(self) -> None:
        """End the trip at its next step; what was exchanged stays exchanged."""
        if self._courier is not None and self.page.progress is not None:
            self._courier.cancel()
            self._show(replace(self.page, cancelling=True))

    def carry(self, folder: Path) -> None:
        """Write everything that waits onto the stick."""
        self._with_stick(
            lambda: carrying.carry_to_county(self._vault, folder), lambda done: StickTrip(carried=done)
        )

    def bring(self, folder: Path) -> None:
        """Take in what the county wrote onto the stick."""
        self._with_stick(
            lambda: carrying.bring_from_county(self._vault, folder), lambda done: StickTrip(brought=done)
        )

    def send_again(self, held: Held) -> None:
        """Save again what the office returned, as it stands."""
        self._decide(lambda: held_back.send_again(self._vault, held.txn_id))

    def put_away(self, held: Held) -> None:
        """Be done with what the office returned."""
        self._decide(lambda: held_back.put_away(self._vault, held.txn_id))

    def write_anew(self, held: Held) -> None:
        """Go on with the words of a returned note where notes of the family are written."""

        def done(place: Place) -> None:
            self._tasks.data_changed.emit(Changed(frozenset(held.kinds)))
            self.opened.emit(place)

        self._tasks.records.run(lambda: held_back.write_anew(self._vault, held.txn_id), done, self._refused)

    def throw_away(self, one: Aside) -> None:
        """Forget unfinished work of a family that was handed over."""
        self._tasks.records.run(
            lambda: aside.throw_away(self._vault, one.id), lambda _: self.read(), self._refused
        )

    def _decide(self, act: Callable[[], Changed]) -> None:
        self._tasks.records.run(act, self._tasks.data_changed.emit, self._refused)

    def _refused(self, problem: VatraError) -> None:
        self._show(replace(self.page, problem=problem))
        self.read()

    def _with_stick(self, act: Callable[[], T], trip: Callable[[T], StickTrip]) -> None:
        if self.page.stick is not None and self.page.stick.under_way:
            return
        self._show(replace(self.page, stick=StickTrip(under_way=True)))

        def done(came: T) -> None:
            self._stick_ended(trip(came))

        self._tasks.records.run(act, done, lambda problem: self._stick_ended(StickTrip(problem=problem)))

    def _stick_ended(self, trip: StickTrip) -> None:
        self._show(replace(self.page, stick=trip))
        if trip.brought is not None and (trip.brought.received or trip.brought.confirmed):
            self._tasks.data_changed.emit(trip.brought.changed)  # which reads this page again, too
        else:
            self.read()

    def _came(self, answer: "tuple[SyncState, tuple[Aside, ...]]") -> None:
        state, left = answer
        self._show(replace(self.page, state=state, aside=left))

    def _began(self) -> None:
        self._show(
            replace(self.page, progress=Progress("asking"), result=None, cancelling=False, problem=None)
        )

    def _progressed(self, step: str, done: int, of: int) -> None:
        if self.page.progress is not None:
            self._show(replace(self.page, progress=Progress(step, done, of)))

    def _ended(self, trip: Trip) -> None:
        self._show(replace(self.page, progress=None, result=trip, cancelling=False))
        self.read()

    def _show(self, page: SyncPage) -> None:
        self.page = page
        self.changed.emit(page)
