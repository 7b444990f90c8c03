"""I forgot my passphrase: a request for the county office, then their answer; which of the two is due now."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from app.errors import RecoveryMissing, VatraError
from app.services import recovering
from app.services.recovering import Asked, Recovered
from app.services.session import VaultHeading, WorkerTile
from ui import languages
from ui.screens.passphrase_offer import Fault, Offer
from ui.tasks import Tasks

Step = Literal["ask", "bring"]


@dataclass(frozen=True)
class RecoveryPage:
    """``asked`` is the request that waits for its answer, ``saved_as`` where it was just saved."""

    step: Step = "ask"
    offered: str = ""
    asked: Asked | None = None
    saved_as: str = ""
    working: bool = False
    fault: Fault | None = None
    problem: VatraError | None = None


class RecoveryPresenter(QObject):
    """``changed`` carries a ``RecoveryPage``; ``recovered`` what came back, when the new passphrase opens from now on."""

    changed = Signal(object)
    recovered = Signal(object)

    def __init__(
        self,
        folder: Path,
        tasks: Tasks,
        worker: WorkerTile,
        workers: tuple[WorkerTile, ...],
        heading: VaultHeading | None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder, self._tasks, self.worker = folder, tasks, worker
        places = (heading.commune_name, heading.laptop_name) if heading else ()
        self._offer = Offer.new(languages.current(), (*(one.name for one in workers), *places))
        self.page = RecoveryPage(offered=self._offer.words)

    def begin(self) -> None:
        """Look whether a request of this worker waits for its answer."""
        self._tasks.records.run(
            lambda: recovering.open_request(self._folder, self.worker.id),
            lambda asked: self._show(step="bring", asked=asked),
            lambda error: None if isinstance(error, RecoveryMissing) else self._show(problem=error),
        )

    def another(self) -> None:
        """Other words."""
        self._offer = Offer.new(languages.current(), self._offer.names)
        self._show(offered=self._offer.words)

    def check(self, first: str, again: str) -> bool:
        """Whether nothing stands against this new passphrase; if something does, it is told."""
        fault = self._offer.fault(first, again)
        self._show(fault=fault, problem=None)
        return fault is None

    def ask(self, passphrase: str, reason: str, out: Path) -> None:
        """Make new keys and save the request; takes two or three seconds."""
        if self.page.working:
            return
        self._show(working=True, problem=None)
        self._tasks.records.run(
            lambda: recovering.ask_for_recovery(self._folder, self.worker.id, passphrase, reason, out),
            lambda asked: self._show(step="bring", asked=asked, saved_as=out.name, working=False),
            self._failed,
        )

    def ask_again(self) -> None:
        """A new request; the one that waits is forgotten when it is saved."""
        self._show(step="ask", saved_as="", problem=None)

    def take(self, passphrase: str, answer: Path) -> None:
        """Take the answer of the county office."""
        if self.page.working:
            return
        self._show(working=True, problem=None)
        self._tasks.records.run(
            lambda: recovering.take_recovery_answer(self._folder, self.worker.id, passphrase, answer),
            self._taken,
            self._failed,
        )

    def forget_problem(self) -> None:
        """Somebody types again."""
        if self.page.problem is not None or self.page.fault is not None:
            self._show(problem=None, fault=None)

    def _taken(self, recovered: Recovered) -> None:
        self._show(working=False)
        self.recovered.emit(recovered)

    def _failed(self, problem: VatraError) -> None:
        self._show(working=False, problem=problem)

    def _show(self, **changes: object) -> None:
        self.page = replace(self.page, **changes)  # type: ignore[arg-type]
        self.changed.emit(self.page)
