"""A verified copy every two hours while somebody works, at a moment when nobody types and nothing else is being done.

Locking makes one only when it surely fits into the time that a lock may take, so this is where the copies of a large
vault come from. A copy that the disk refuses is tried again later; how old the last one is, the first screen tells.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.services import safety
from ui.idle import IdleWatch
from ui.tasks import Tasks

if TYPE_CHECKING:
    from storage.vault import Vault

LOOKS_EVERY_MS = 30_000
QUIET_S = 20


class BackupClock(QObject):
    """One for an open vault; ``made`` after each copy."""

    made = Signal()

    def __init__(self, vault: "Vault", tasks: Tasks, idle: IdleWatch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vault, self._tasks, self._idle = vault, tasks, idle
        self._timer = QTimer(self, interval=LOOKS_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        self._timer.start()

    def stop(self) -> None:
        """No more copies; call before the vault is closed."""
        self._timer.stop()

    def look(self) -> None:
        """Make a copy if it is due and this is a quiet moment."""
        if self._idle.idle_s < QUIET_S or self._tasks.records.busy or self._tasks.network.busy:
            return
        self._tasks.records.run(
            lambda: safety.back_up_when_due(self._vault), self._looked, lambda _refused: None
        )

    def _looked(self, copied: bool) -> None:
        if copied:
            self.made.emit()
