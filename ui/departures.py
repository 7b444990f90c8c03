"""People who left: what the county decided is put in order after signing in and after each trip to the county.

Whoever the county let go opens nothing any more on this laptop, and what they could read gets new keys. It is done on the
records lane and told quietly. If it is the worker at the keyboard who was let go, the desk closes.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.kinds import WORKER
from app.errors import DeskRevoked
from app.services import workers
from app.services.saving import Changed
from app.services.workers import Settled
from ui.courier import Courier, Trip
from ui.screens import team_words
from ui.tasks import Tasks
from ui.widgets.banner import Notice

if TYPE_CHECKING:
    from storage.vault import Vault


class Departures(QObject):
    """``told`` carries a quiet Notice; ``revoked`` the DeskRevoked that ends the desk."""

    told = Signal(object)
    revoked = Signal(object)

    def __init__(self, vault: "Vault", tasks: Tasks, courier: Courier) -> None:
        """Lives as long as the courier, and follows it."""
        super().__init__(courier)
        self._vault, self._tasks = vault, tasks
        courier.ended.connect(self._after_trip)

    def settle(self) -> None:
        """Put in order what is known now."""
        self._tasks.records.run(self._settle, self._settled)

    def _settle(self) -> tuple[Settled, bool]:
        if workers.is_revoked(self._vault):
            return Settled((), ()), True
        return workers.settle(self._vault), False

    def _after_trip(self, trip: Trip) -> None:
        if trip.done is not None:
            self.settle()

    def _settled(self, answer: tuple[Settled, bool]) -> None:
        settled, revoked = answer
        if revoked:
            self.revoked.emit(DeskRevoked())
            return
        said = team_words.settled(settled)
        if said:
            self._tasks.data_changed.emit(Changed(frozenset({WORKER.name})))
            self.told.emit(Notice("blue", said[0], " ".join(said[1:]), closable=True))
