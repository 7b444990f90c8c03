"""The list of families: which filter, which page, which one is chosen."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.services import families
from app.services.families import FamilyLine, FamilyPageOfList, Only
from ui.tasks import Tasks

if TYPE_CHECKING:
    from storage.vault import Vault

PAGE = 200


@dataclass(frozen=True)
class FamiliesState:
    """``total`` is how many the filter lets through; the rows themselves come with ``page_came``."""

    village: str | None = None
    only: Only | None = None
    total: int = 0
    villages: tuple[tuple[str, int], ...] = ()
    loaded: bool = False

    @property
    def filtered(self) -> bool:
        return self.village is not None or self.only is not None


class FamiliesPresenter(QObject):
    """``page_came(lines, offset)``: offset 0 begins the list anew."""

    changed = Signal(object)
    page_came = Signal(object, int)

    def __init__(self, vault: "Vault", tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vault, self._tasks = vault, tasks
        self._asked = 0
        self.state = FamiliesState()
        tasks.data_changed.connect(self.read)

    def filter_by(self, *, village: str | None = None, only: Only | None = None) -> None:
        """Show one village and/or one kind; None takes that filter away."""
        self.state = replace(self.state, village=village, only=only)
        self.changed.emit(self.state)
        self.read()

    def read(self, _changed: object = None) -> None:
        """The first page and the villages, anew."""
        self._asked += 1
        asked, state = self._asked, self.state

        def look() -> tuple[int, FamilyPageOfList, tuple[tuple[str, int], ...]]:
            page = families.list_families(self._vault, village=state.village, only=state.only, limit=PAGE)
            return asked, page, families.villages(self._vault)

        self._tasks.records.run(look, self._first_page)

    def read_more(self, offset: int) -> None:
        """The next page, when the list nears its end."""
        asked, state = self._asked, self.state

        def look() -> tuple[int, int, tuple[FamilyLine, ...]]:
            page = families.list_families(
                self._vault, village=state.village, only=state.only, offset=offset, limit=PAGE
            )
            return asked, offset, page.lines

        self._tasks.records.run(look, self._next_page)

    def _first_page(self, answer: tuple[int, FamilyPageOfList, tuple[tuple[str, int], ...]]) -> None:
        asked, page, villages = answer
        if asked != self._asked:
            return
        self.state = replace(self.state, total=page.total, villages=villages, loaded=True)
        self.changed.emit(self.state)
        self.page_came.emit(page.lines, 0)

    def _next_page(self, answer: tuple[int, int, tuple[FamilyLine, ...]]) -> None:
        asked, offset, lines = answer
        if asked == self._asked:
            self.page_came.emit(lines, offset)
