"""The state of "People on this laptop": who is here, what the worker may do, and the act that is under way."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.kinds import WORKER
from app.errors import VatraError
from app.services import workers
from app.services.saving import Changed
from app.services.workers import WorkerHere
from ui.tasks import Tasks

if TYPE_CHECKING:
    from storage.vault import Vault


@dataclass(frozen=True)
class TeamPage:
    """``workers`` is None until the vault answered; ``acting`` while somebody is let go or given a key."""

    workers: tuple[WorkerHere, ...] | None = None
    may_let_go: bool = False
    acting: bool = False
    problem: VatraError | None = None


class TeamPresenter(QObject):
    """Reads again after every change; ``changed`` carries a ``TeamPage``, ``acted`` says that an act is done."""

    changed = Signal(object)
    acted = Signal()

    def __init__(self, vault: "Vault", tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vault, self._tasks = vault, tasks
        self.page = TeamPage()
        tasks.data_changed.connect(self.read)

    def read(self, _changed: object = None) -> None:
        """Ask the vault who is here."""
        self._tasks.records.run(
            lambda: (workers.workers_here(self._vault), workers.has_right(self._vault, "remove_worker")),
            self._came,
        )

    def hand_over(self, worker_id: bytes) -> None:
        """Give a colleague what their profession reads and one reads oneself."""
        self._act(lambda: workers.hand_over(self._vault, worker_id))

    def let_go(self, worker_id: bytes) -> None:
        """Somebody leaves; what they read gets new keys, which takes a while: every page is written anew."""
        self._act(lambda: workers.let_go(self._vault, worker_id))

    def forget_problem(self) -> None:
        """What was in the way of an act was read."""
        self._show(problem=None)

    def _act(self, work: Callable[[], object]) -> None:
        if self.page.acting:
            return
        self._show(acting=True, problem=None)
        self._tasks.records.run(work, self._done, self._refused)

    def _came(self, answer: tuple[tuple[WorkerHere, ...], bool]) -> None:
        self._show(workers=answer[0], may_let_go=answer[1])

    def _done(self, _given: object) -> None:
        self._show(acting=False)
        self._tasks.data_changed.emit(Changed(frozenset({WORKER.name})))
        self.acted.emit()

    def _refused(self, problem: VatraError) -> None:
        self._show(acting=False, problem=problem)
        self.read()

    def _show(self, **changes: object) -> None:
        self.page = replace(self.page, **changes)  # type: ignore[arg-type]
        self.changed.emit(self.page)
