"""The state of "Check a printed statement": what was typed last, and what that says."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import VatraError
from app.services import statements
from app.services.statements import Verdict
from ui.tasks import Tasks

if TYPE_CHECKING:
    from storage.vault import Vault


class StatementPresenter(QObject):
    """``changed`` carries a ``Verdict``, or None while there is none; ``failed`` a VatraError."""

    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, vault: "Vault", tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vault, self._tasks = vault, tasks
        self._asked = ""
        self.verdict: Verdict | None = None

    def forget(self) -> None:
        """Nothing is typed any more."""
        self._asked, self.verdict = "", None
        self.changed.emit(None)

    def check(self, typed: str) -> None:
        """Look for the record; only the answer to what was asked last is told."""
        self._asked = typed
        self._tasks.records.run(
            lambda: statements.check_statement(self._vault, typed),
            lambda verdict: self._tell(typed, verdict),
            self._fail,
        )

    def _tell(self, typed: str, verdict: Verdict) -> None:
        if typed == self._asked:
            self.verdict = verdict
            self.changed.emit(verdict)

    def _fail(self, error: VatraError) -> None:
        self.failed.emit(error)
