"""When a search is noted (``app.services.audit``): once it rests, not with every letter.

It rests two seconds after its last families were shown, when one of them is opened, when something else is looked for, or
when the screen is left. Letters that go on with the same words, or take some away, are one search, and its longest words
are noted: they are what was seen.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.domain.folding import fold
from app.services import audit
from ui.tasks import Tasks

if TYPE_CHECKING:
    from storage.vault import Vault

RESTS_AFTER_MS = 2000


@dataclass(frozen=True)
class _Seen:
    """What was on the screen: the words that brought it, and how many families."""

    typed: str
    found: int

    def goes_on(self, typed: str) -> bool:
        """Whether these are the same words, longer or shorter."""
        now, before = fold(typed), fold(self.typed)
        return now.startswith(before) or before.startswith(now)


class RestingSearch(QObject):
    """One for each place where words bring families: told what was seen, it has that noted on the records lane."""

    def __init__(self, vault: "Vault", tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vault, self._tasks = vault, tasks
        self._seen: _Seen | None = None
        """Not noted yet."""
        self._noted: _Seen | None = None
        self._pause = QTimer(self, singleShot=True, interval=RESTS_AFTER_MS)
        self._pause.timeout.connect(self.rest)

    def see(self, typed: str, found: int) -> None:
        """These words show so many families now."""
        before = self._seen
        if before is not None and not before.goes_on(typed):
            self.rest()
            before = None
        self._seen = _Seen(typed, found) if before is None or len(typed) >= len(before.typed) else before
        self._pause.start()

    def rest(self) -> None:
        """Have it noted now, if that was not done yet."""
        self._pause.stop()
        seen, self._seen = self._seen, None
        if seen is not None:
            self._noted = seen
            self._tasks.records.run(lambda: audit.note_search(self._vault, seen.typed, seen.found))

    def took(self, family: bytes | None) -> None:
        """This family was opened from what is seen: the search is noted there, whether or not it rested before."""
        self._pause.stop()
        seen, self._seen, self._noted = self._seen or self._noted, None, None
        if seen is not None:
            self._tasks.records.run(lambda: audit.note_search(self._vault, seen.typed, seen.found, family))
