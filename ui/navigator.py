"""Where the worker is and where they came from: screens by key, each with what it was opened for. No widgets."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

DEEPEST = 30


@dataclass(frozen=True)
class Place:
    """A screen and what it shows: a family id for ``family``, a draft for ``visit``, None for a list."""

    screen: str
    what: object = None


class Navigator(QObject):
    """``go`` remembers the place before, ``back`` returns to it, ``home`` forgets the way."""

    moved = Signal(object)

    def __init__(self, first: Place, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._way: list[Place] = []
        self.here = first

    def go(self, screen: str, what: object = None) -> None:
        """Open a screen; the same place again only refreshes it."""
        place = Place(screen, what)
        if place != self.here:
            self._way = [*self._way[-DEEPEST:], self.here]
        self.here = place
        self.moved.emit(place)

    def replace(self, screen: str, what: object = None) -> None:
        """Open a screen instead of this one: back does not return here (a finished form)."""
        self.here = Place(screen, what)
        self.moved.emit(self.here)

    def can_go_back(self) -> bool:
        return bool(self._way)

    def back(self) -> None:
        """One step back; nothing at the beginning."""
        if self._way:
            self.here = self._way.pop()
            self.moved.emit(self.here)
