"""The power of the machines of a simulation: on demand it fails in the middle of what is being stored."""

from __future__ import annotations


class PowerCut(Exception):
    """The machine is off; what its disk holds is another question."""


class Power:
    """One for all machines; at most one cut is due at a time."""

    def __init__(self) -> None:
        self._left: int | None = None

    def fail_after(self, steps: int) -> None:
        """The next machine that stores something goes off after so many steps, or not at all when it takes fewer."""
        self._left = steps

    def stays(self) -> None:
        """No cut is due any more."""
        self._left = None

    def used(self) -> None:
        """A machine stored one thing of several. PowerCut when that was one too many."""
        if self._left is None:
            return
        if self._left == 0:
            self._left = None
            raise PowerCut
        self._left -= 1
