"""`python3 installer/dev.py simulate [--runs N] [--seed S] [--without MECHANISM]`: many histories, and what they broke."""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

# Started as a folder, Python knows only this one.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.simulation.history import Outcome, judge_clocks, judge_scope, play
from tests.simulation.mechanisms import WITHOUT, without
from tests.simulation.truth import COVERED

CLOCKS_EVERY, WORLDS_EVERY = 5, 5
"""Every so many histories are played a second time with other clocks, or with other words elsewhere."""
FAILING_SEEDS_TOLD = 5


def one(seed: int, missing: str | None) -> Outcome:
    """The history of a seed, judged."""
    mechanisms = without(missing)
    outcome = play(seed, mechanisms)
    if seed % CLOCKS_EVERY == 0:
        judge_clocks(outcome, mechanisms)
    if seed % WORLDS_EVERY == 1:
        judge_scope(outcome, mechanisms)
    return outcome


def main(arguments: list[str]) -> int:
    """Play the histories of ``--runs`` seeds from ``--seed`` on; 0 when no invariant was broken."""
    parser = argparse.ArgumentParser(prog="python3 installer/dev.py simulate", description=__doc__)
    parser.add_argument("--runs", type=int, default=200, metavar="N", help="how many histories (200)")
    parser.add_argument(
        "--seed", type=int, default=0, metavar="S", help="the first seed; --runs 1 replays it (0)"
    )
    parser.add_argument("--without", choices=sorted(WITHOUT), help="take one mechanism away")
    asked = parser.parse_args(arguments)
    began = time.process_time()
    saves = failed = 0
    faults: Counter[str] = Counter()
    violations: Counter[str] = Counter()
    for seed in range(asked.seed, asked.seed + asked.runs):
        outcome = one(seed, asked.without)
        saves += outcome.saves
        faults += outcome.faults
        violations += outcome.truth.violations
        if outcome.truth.violations:
            failed += 1
            if failed <= FAILING_SEEDS_TOLD:
                _tell(outcome, asked.without)
    print(f"{asked.runs} histories, {saves} saves, {time.process_time() - began:.1f} s of processor time")
    print("faults injected:")
    for fault, times in sorted(faults.items()):
        print(f"  {fault:<26}{times:>9}")
    print("violations:")
    for invariant, name in COVERED.items():
        print(f"  {invariant:<4}{name:<22}{violations[invariant]:>9}")
    print(f"{failed} histories broke something." if failed else "Every invariant held in every history.")
    return 1 if failed else 0


def _tell(outcome: Outcome, missing: str | None) -> None:
    switch = f" --without {missing}" if missing else ""
    print(
        f"seed {outcome.seed} broke something: python3 installer/dev.py simulate --runs 1 --seed {outcome.seed}{switch}"
    )
    for line in outcome.truth.told:
        print(f"  {line}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
