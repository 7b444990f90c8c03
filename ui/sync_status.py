"""What the sync chip and the counts of the rail say: one of the three truths that are always in view."""

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from app.services import conflicts, syncing
from ui import formatting
from ui.tasks import Tasks
from ui.widgets.paint import ChipLook

if TYPE_CHECKING:
    from app.services.syncing import SyncState
    from storage.vault import Vault

translate = QCoreApplication.translate
DAY_S = 86_400
LONG_SILENCE_DAYS = 21
REFRESH_MS = 60_000


@dataclass(frozen=True)
class SyncStatus:
    """``chip`` for the top bar, ``said`` its sentence; how many wait, how many need a decision."""

    chip: ChipLook
    said: str
    pending: int = 0
    to_clear_up: int = 0
    silent_days: int = 0


class SyncStatusPresenter(QObject):
    """Reads again after every change and each minute; ``changed`` carries a ``SyncStatus``."""

    changed = Signal(object)

    def __init__(self, vault: "Vault", tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vault, self._tasks = vault, tasks
        self._to_clear_up = 0
        tasks.data_changed.connect(self.read)
        self._clock = QTimer(self, interval=REFRESH_MS)
        self._clock.timeout.connect(self.read)
        self._clock.start()

    def read(self, _changed: object = None) -> None:
        """Ask the vault how things stand."""
        self._tasks.records.run(
            lambda: (syncing.sync_state(self._vault), conflicts.count_conflicts(self._vault)), self._tell
        )

    def show_progress(self, step: str, number: int, of: int) -> None:
        """While sending: "sending 2 of 6"; what is received has no known end and shows nothing here."""
        if step == "sending":
            words = (
                translate("sync_chip", "sending %1 of %2").replace("%1", str(number)).replace("%2", str(of))
            )
            look = ChipLook(words, "sync", "blue")
            self.changed.emit(SyncStatus(look, words, max(0, of - number), self._to_clear_up))

    def _tell(self, answer: "tuple[SyncState, int]") -> None:
        state, waiting = answer
        self._to_clear_up = waiting
        self.changed.emit(status_of(state, waiting, int(time.time())))


def status_of(state: "SyncState", to_clear_up: int, now: int) -> SyncStatus:
    """The worst thing that needs the worker first, then what waits, then the receipt."""
    silent = (now - state.last_contact_at) // DAY_S if state.last_contact_at else 0
    if state.held_back:
        words = translate("sync_chip", "%n held back", "", state.held_back)
        chip = ChipLook(words, "flag", "amber")
    elif silent >= LONG_SILENCE_DAYS:
        words = translate("sync_chip", "no contact for %n days", "", silent)
        chip = ChipLook(words, "nonet", "amber")
    elif state.pending:
        words = translate("sync_chip", "%n to send", "", state.pending)
        chip = ChipLook(words, "nonet" if state.last_problem else "upload", "blue")
    elif state.last_contact_at:
        words = translate("sync_chip", "All at the county · %1").replace(
            "%1", formatting.moment(state.last_contact_at)
        )
        chip = ChipLook(words, "receipt", "quiet")
    else:
        words = translate("sync_chip", "Nothing sent yet")
        chip = ChipLook(words, "receipt", "quiet")
    return SyncStatus(chip, words, state.pending, to_clear_up, silent)
