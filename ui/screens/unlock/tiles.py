"""The people of a laptop as tiles: one or a dozen, as large as the window lets them be.

Arrows move among them, a letter goes to the next name that begins with it, a digit or Alt with it chooses; Enter, Space or
the mouse goes on to the passphrase.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QWidget

from app.domain.folding import fold
from app.services.session import WorkerTile
from ui import trade
from ui.widgets.unlock_tile import TileSize, UnlockTile

FEW = 3
MOST_TALL = 6
"""More people than this get low tiles, also where there is room for tall ones."""
MOST_IN_A_ROW = {"tall": 5, "low": 4, "small": 6}
WITH_DIGIT = 9
_GAPS: dict[TileSize, int] = {"tall": 16, "low": 10, "small": 8}


class Tiles(QWidget):
    """``taken(worker_id)`` when somebody says who they are, ``looked_at(worker_id)`` while they are still on the way."""

    taken = Signal(object)
    looked_at = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles: dict[bytes, UnlockTile] = {}
        self._names: tuple[str, ...] = ()
        self._group = QButtonGroup(self)
        self._room, self._low_window = 1000, False
        self._columns = FEW
        self._grid = QGridLayout()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addLayout(self._grid)
        row.addStretch(1)

    def show_workers(self, workers: Sequence[WorkerTile]) -> None:
        """These people, in this order."""
        for old in self.tiles.values():
            self._group.removeButton(old)
            self._grid.removeWidget(old)
            old.deleteLater()
        self.tiles = {}
        self._names = tuple(worker.name for worker in workers)
        for number, worker in enumerate(workers):
            digit = number + 1 if number < WITH_DIGIT else None
            tile = UnlockTile(worker.name, trade.profession(worker.profession), digit)
            tile.clicked.connect(lambda _on=False, worker_id=worker.id: self.taken.emit(worker_id))
            tile.steered.connect(lambda key, number=number: self._steer(number, key))
            tile.typed.connect(lambda letter, number=number: self._find(number, letter))
            self._group.addButton(tile)
            self.tiles[worker.id] = tile
        self._arrange()

    def mark(self, worker_id: bytes | None) -> None:
        """Show whose tile is chosen."""
        for one, tile in self.tiles.items():
            tile.setChecked(one == worker_id)

    @property
    def rows(self) -> int:
        return -(-len(self.tiles) // self._columns)

    def have_focus(self) -> bool:
        return any(tile.hasFocus() for tile in self.tiles.values())

    def take_number(self, number: int) -> None:
        """The tile with this digit, if there is one."""
        if number <= len(self.tiles):
            self.taken.emit(list(self.tiles)[number - 1])

    def step(self, worker_id: bytes | None, by: int) -> bytes | None:
        """Whose tile is so many before or after this one; the first and the last have nobody beyond them."""
        known = list(self.tiles)
        if worker_id not in known:
            return next(iter(known), None)
        return known[max(0, min(len(known) - 1, known.index(worker_id) + by))]

    def fit(self, room: int, *, low_window: bool) -> None:
        """``room`` is the width there is."""
        if (room, low_window) != (self._room, self._low_window):
            self._room, self._low_window = room, low_window
            self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def _arrange(self) -> None:
        if not self.tiles:
            return
        size = self._size()
        for tile in self.tiles.values():
            tile.set_size(size)
        width = max(tile.sizeHint().width() for tile in self.tiles.values())
        self._columns = self._how_many_in_a_row(size, width)
        self._grid.setSpacing(_GAPS[size])
        for tile in self.tiles.values():
            self._grid.removeWidget(tile)
        for number, tile in enumerate(self.tiles.values()):
            tile.setFixedWidth(width)
            self._grid.addWidget(tile, number // self._columns, number % self._columns)

    def _size(self) -> TileSize:
        if self._low_window:
            return "low" if len(self.tiles) <= FEW else "small"
        return "tall" if len(self.tiles) <= MOST_TALL else "low"

    def _how_many_in_a_row(self, size: TileSize, width: int) -> int:
        gap = _GAPS[size]
        fit = max(1, min(MOST_IN_A_ROW[size], (self._room + gap) // (width + gap)))
        rows = -(-len(self.tiles) // fit)
        # As many in each row as in the others: six are three and three, not five and one.
        return -(-len(self.tiles) // rows)

    def _steer(self, number: int, key: int) -> None:
        step = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
        }[Qt.Key(key)]
        if 0 <= number + step < len(self.tiles):
            self._look_at(number + step)

    def _find(self, number: int, letter: str) -> None:
        wanted = fold(letter)
        for after in range(1, len(self._names) + 1):
            candidate = (number + after) % len(self._names)
            if fold(self._names[candidate]).startswith(wanted):
                self._look_at(candidate)
                return

    def _look_at(self, number: int) -> None:
        worker_id, tile = list(self.tiles.items())[number]
        tile.setFocus(Qt.FocusReason.TabFocusReason)
        self.looked_at.emit(worker_id)
