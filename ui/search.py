"""Search for the top bar: what was typed becomes rows of families, the last row offers to register a new one.

What was looked for is noted when it rests (``ui.resting_search``).
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.domain.folding import fold
from app.services import families
from app.services.statements import looks_like_checksum
from ui import formatting
from ui.resting_search import RestingSearch
from ui.tasks import Tasks
from ui.widgets.search_box import Found

if TYPE_CHECKING:
    from app.services.families import Hit
    from storage.vault import Vault

translate = QCoreApplication.translate
MOST = 8


@dataclass(frozen=True)
class Printed:
    """What was typed may be the checksum of a printed statement."""

    checksum: str


class SearchPresenter(QObject):
    """``look_for`` asks the vault; ``found`` carries (typed text, rows, sentence for screen readers).

    A row's value is a family id, the typed text for "register this family", or ``Printed`` for the checksum of a paper.
    """

    found = Signal(str, object, str)

    def __init__(self, vault: "Vault", tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vault, self._tasks = vault, tasks
        self._asked = ""
        self._resting = RestingSearch(vault, tasks, self)

    def look_for(self, typed: str) -> None:
        """Find families for what was typed; only the answer to the last question is told."""
        self._asked = typed

        def look() -> "tuple[Hit, ...]":
            # A faster typist has already asked something else: leave the lane to that.
            return families.find_families(self._vault, typed, MOST) if self._asked == typed else ()

        self._tasks.records.run(look, lambda hits: self._tell(typed, hits))

    def took(self, value: object) -> None:
        """A row was opened: ``value`` is its family, or the typed text for a new one."""
        self._resting.took(value if isinstance(value, bytes) else None)

    def rest(self) -> None:
        """The desk closes: what was seen last is noted before the vault is closed."""
        self._resting.rest()

    def _tell(self, typed: str, hits: "tuple[Hit, ...]") -> None:
        if typed != self._asked:
            return
        self._resting.see(typed, len(hits))
        rows = [row_of(typed, hit) for hit in hits]
        said = (
            translate("search", "%n families found", "", len(rows))
            if rows
            else translate("search", "No family found for ‹%1›").replace("%1", typed)
        )
        register = Found(
            typed,
            ((translate("search", "Register a new family"), False),),
            second="" if rows else said,
            icon="plus",
        )
        check = Found(
            Printed(typed),
            ((translate("screens", "Check a printed statement"), False),),
            second=translate("search", "This looks like the checksum of one"),
            icon="list",
        )
        last = (check, register) if looks_like_checksum(typed) else (register,)
        self.found.emit(typed, (*rows, *last), said)


def row_of(typed: str, hit: "Hit") -> Found:
    """Name with the matched part semibold, members who matched, village, last contact."""
    line = hit.line
    second = ", ".join(part for part in (*hit.matched, line.village or "", line.street or "") if part)
    note = formatting.day(line.last_visit_on) if line.last_visit_on else ""
    return Found(line.id, marked(line.name, typed), second=second, note=note)


def marked(name: str, typed: str) -> tuple[tuple[str, bool], ...]:
    """``name`` in pieces, those that begin with a typed word marked: ``Dobre`` for ``do`` -> ``Do`` marked."""
    wanted = [word for word in fold(typed).split() if word]
    pieces: list[tuple[str, bool]] = []
    for number, word in enumerate(name.split(" ")):
        gap = " " if number else ""
        length = max((len(one) for one in wanted if fold(word).startswith(one)), default=0)
        if length and len(fold(word)) == len(word):
            pieces += [(gap + word[:length], True), (word[length:], False)]
        else:
            pieces.append((gap + word, False))
    return tuple(piece for piece in pieces if piece[0])
