"""How often a request is repeated, and how long one waits before: a few times, longer each time, never at the same moment as
everybody else.
"""

import random
from collections.abc import Callable

from app.errors import CountyTroubled, CountyUnreachable

TRIES = 4
FIRST_PAUSE_S = 0.5
LONGEST_PAUSE_S = 20.0
LONGEST_WAIT_S = 60
"""A county that asks to be left alone for longer is left alone: the next sync comes by itself."""


class Patience:
    """Of one errand."""

    def __init__(self, pause: Callable[[float], None]) -> None:
        self._pause = pause
        self._failures = 0

    def worked(self) -> None:
        """An answer came."""
        self._failures = 0

    def wait_after(self, problem: CountyUnreachable | CountyTroubled) -> None:
        """Before the next try; ``problem`` after a few of them."""
        self._failures += 1
        wanted_s = int(problem.facts.get("retry_after_s", 0))
        if self._failures == TRIES or wanted_s > LONGEST_WAIT_S:
            raise problem
        wait_s = min(FIRST_PAUSE_S * 3 ** (self._failures - 1), LONGEST_PAUSE_S)
        self._pause(max(wanted_s, random.uniform(wait_s / 2, wait_s)))  # noqa: S311 - jitter, not a secret
