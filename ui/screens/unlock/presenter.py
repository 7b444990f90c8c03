"""Unlock: whose tile is chosen, whether a passphrase may be tried now, and what happened to the last one.

After too many wrong ones the tile waits; how long is known on disk (``storage.attempts``), so that starting anew helps nobody.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import (
    BackupMissing,
    KeyringDamaged,
    SavedWorkMissing,
    TooManyTries,
    VatraError,
    VaultDamaged,
    VaultForeign,
    VaultMissing,
    WrongPassphrase,
)
from app.services import safety, session
from app.services.recovering import Recovered
from app.services.safety import WayOn
from app.services.session import VaultHeading, WorkerTile
from ui.screens.unlock.recovery_presenter import RecoveryPresenter
from ui.tasks import Tasks

if TYPE_CHECKING:
    from storage.vault import Unlocked

Mode = Literal["ready", "opening", "waiting", "damaged"]
COUNT_EVERY_S = 5
_DAMAGED = (VaultDamaged, VaultForeign, VaultMissing, KeyringDamaged, SavedWorkMissing, BackupMissing)


@dataclass(frozen=True)
class UnlockState:
    """``problem`` is the last error, ``seconds_left`` counts while waiting. ``way_on`` says what can be done about a
    damaged vault; ``using_copy`` that the next passphrase restores it; ``back`` that the county office gave a new one.
    """

    heading: VaultHeading | None = None
    workers: tuple[WorkerTile, ...] = ()
    chosen: bytes | None = None
    mode: Mode = "ready"
    problem: VatraError | None = None
    seconds_left: int = 0
    way_on: WayOn | None = None
    using_copy: bool = False
    back: Recovered | None = None


class UnlockPresenter(QObject):
    """``opened`` when the passphrase fits and ``enter`` took its keys; it carries what that gave back."""

    changed = Signal(object)
    opened = Signal(object)

    def __init__(
        self,
        folder: Path,
        tasks: Tasks,
        enter: Callable[["Unlocked"], object],
        problem: VatraError | None = None,
        parent: QObject | None = None,
    ) -> None:
        """``enter`` opens the desk with the keys, here or elsewhere; it is called on the records lane, and what it raises
        is told here. ``problem`` is what ended the desk before."""
        super().__init__(parent)
        self._folder, self._tasks, self._enter = folder, tasks, enter
        self.state = UnlockState(problem=problem)
        self._clock = QTimer(self, interval=COUNT_EVERY_S * 1000)
        self._clock.timeout.connect(self._look_at_wait)

    def read(self) -> None:
        """Who works on this laptop."""
        self._tasks.records.run(
            lambda: (session.vault_heading(self._folder), session.vault_workers(self._folder)),
            self._told,
            self._failed,
        )

    def choose(self, worker_id: bytes) -> None:
        """Take a tile; what was said about another worker's passphrase goes."""
        if worker_id != self.state.chosen and self.state.mode in ("ready", "waiting"):
            self._show(chosen=worker_id, mode="ready", problem=None, seconds_left=0, back=None)
            self._look_at_wait()

    def open(self, passphrase: str) -> None:
        """Try the passphrase; takes about a second."""
        worker = self.state.chosen
        if self.state.mode != "ready" or worker is None or not passphrase:
            return
        self._show(mode="opening", problem=None)
        find_keys = safety.keys_from_copy if self.state.using_copy else session.find_keys
        self._tasks.records.run(
            lambda: self._enter(find_keys(self._folder, worker, passphrase)), self._opened, self._failed
        )

    def recovery(self) -> RecoveryPresenter | None:
        """For the chosen worker, who forgot the passphrase; None while nobody is chosen or a passphrase is tried."""
        worker = next((one for one in self.state.workers if one.id == self.state.chosen), None)
        if worker is None or self.state.mode not in ("ready", "waiting"):
            return None
        presenter = RecoveryPresenter(
            self._folder, self._tasks, worker, self.state.workers, self.state.heading
        )
        presenter.recovered.connect(self._recovered)
        return presenter

    def _recovered(self, back: Recovered) -> None:
        self._show(mode="ready", problem=None, back=back)
        self._look_at_wait()

    def try_again(self) -> None:
        """After something was put right from outside, or when the copy is not wanted: look at the folder again."""
        self._show(mode="ready", problem=None, using_copy=False)
        self.read()

    def use_copy(self) -> None:
        """Bring a lost keyring back at once; a store waits for the passphrase that opens its copy."""
        way_on = self.state.way_on
        if self.state.mode != "damaged" or way_on is None:
            return
        if way_on.keyring:
            self._show(mode="opening")
            self._tasks.records.run(
                lambda: safety.use_keyring_copy(self._folder), lambda _done: self.try_again(), self._failed
            )
        elif way_on.copy_made_at is not None:
            self._show(mode="ready", problem=None, using_copy=True)

    def _told(self, answer: tuple[VaultHeading, tuple[WorkerTile, ...]]) -> None:
        heading, workers = answer
        known = [worker.id for worker in workers]
        chosen = self.state.chosen if self.state.chosen in known else (known[0] if known else None)
        self._show(heading=heading, workers=workers, chosen=chosen)
        self._look_at_wait()

    def _found_way_on(self, way_on: WayOn) -> None:
        self._show(way_on=way_on)

    def _opened(self, entered: object) -> None:
        self._show(mode="ready", problem=None, using_copy=False)
        self.opened.emit(entered)

    def _failed(self, error: VatraError) -> None:
        if isinstance(error, _DAMAGED):
            self._show(mode="damaged", problem=error, way_on=None, using_copy=False)
            self._tasks.records.run(lambda: safety.way_on(self._folder), self._found_way_on)
            return
        if isinstance(error, TooManyTries):
            self._wait(int(error.facts["wait_s"]), error)
            return
        self._show(mode="ready", problem=error)
        if isinstance(error, WrongPassphrase):
            self._look_at_wait()

    def _look_at_wait(self) -> None:
        worker = self.state.chosen
        if worker is not None:
            self._tasks.records.run(
                lambda: (worker, session.seconds_to_wait(self._folder, worker)), self._told_wait
            )

    def _told_wait(self, answer: tuple[bytes, int]) -> None:
        worker, seconds = answer
        if worker != self.state.chosen or self.state.mode not in ("ready", "waiting"):
            return
        if seconds:
            self._wait(seconds, self.state.problem)
        elif self.state.mode == "waiting":
            self._clock.stop()
            self._show(mode="ready", problem=None, seconds_left=0)

    def _wait(self, seconds: int, problem: VatraError | None) -> None:
        self._clock.start()
        self._show(mode="waiting", problem=problem, seconds_left=seconds)

    def _show(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]
        self.changed.emit(self.state)
