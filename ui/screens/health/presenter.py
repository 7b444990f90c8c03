"""How this laptop stands now: read on arrival; the question about the disk may take a while and is asked beside it."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.services.disk_encryption import Encryption, disk_encryption
from app.services.laptop_health import Health, Level, What, laptop_health, levels
from ui.tasks import Tasks

if TYPE_CHECKING:
    from storage.vault import Vault


@dataclass(frozen=True)
class HealthPage:
    """None before the first answer."""

    health: Health | None = None

    @property
    def levels(self) -> dict[What, Level]:
        return levels(self.health) if self.health else {}


class HealthPresenter(QObject):
    """``changed`` with each answer."""

    changed = Signal(object)

    def __init__(self, vault: "Vault", tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vault, self._tasks = vault, tasks
        self._folder: Path = vault.folder
        self._encryption: Encryption = "unknown"
        self.page = HealthPage()

    def read(self) -> None:
        """Look again."""
        encryption = self._encryption
        self._tasks.records.run(lambda: laptop_health(self._folder, self._vault, encryption), self._told)
        # Not on the records lane: a system may take seconds to answer.
        self._tasks.network.run(lambda: disk_encryption(self._folder), self._told_encryption)

    def _told(self, health: Health) -> None:
        self._show(replace(self.page, health=health))

    def _told_encryption(self, encryption: Encryption) -> None:
        self._encryption = encryption
        if self.page.health is not None and self.page.health.disk_encrypted != encryption:
            self.read()

    def _show(self, page: HealthPage) -> None:
        self.page = page
        self.changed.emit(page)
