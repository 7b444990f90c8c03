"""The command line that all tortures share: `torture NAME [--runs N] [--seed S] [--control]`.

A torture prints what it did and what was lost, and ends with 0 only when it came out as it must: nothing was lost, or with
``--control`` - which leaves out one of the precautions - something was.
"""

import argparse
import time
from collections.abc import Callable
from typing import Protocol


class Outcome(Protocol):
    """What a torture showed."""

    @property
    def holds(self) -> bool:
        """Whether nothing was lost and nothing went unseen."""

    def told(self) -> str:
        """Its figures on one line."""

    def problems(self) -> list[str]:
        """One line for each thing that went wrong, as far as they are worth reading."""


MOST_PROBLEMS = 20


def parser_of(name: str, purpose: str, runs: int, control: str) -> argparse.ArgumentParser:
    """The options of a torture; ``runs`` is its full length, ``control`` what is left out by ``--control``."""
    parser = argparse.ArgumentParser(prog=f"torture {name}", description=purpose.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=runs, help=f"how often (default: {runs})")
    parser.add_argument("--seed", type=int, help="repeat the same random choices")
    parser.add_argument("--control", action="store_true", help=control)
    return parser


def run_and_tell(torture: Callable[[], Outcome], *, control: bool) -> int:
    """Run it and print how it came out; 0 when that is as it must be."""
    began = time.monotonic()
    outcome = torture()
    print(f"{outcome.told()} ({time.monotonic() - began:.0f} s)")
    if control:
        print("FAILED: the control lost nothing" if outcome.holds else "the control loses, as it must")
        return 1 if outcome.holds else 0
    for problem in outcome.problems()[:MOST_PROBLEMS]:
        print(problem)
    print("holds" if outcome.holds else "FAILED")
    return 0 if outcome.holds else 1
