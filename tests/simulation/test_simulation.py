"""Random histories break no invariant, and without any one mechanism they do: the simulation is a test that can fail."""

from __future__ import annotations

import pytest

from tests.simulation.__main__ import main, one
from tests.simulation.history import play
from tests.simulation.mechanisms import WITHOUT, Mechanisms, without
from tests.simulation.truth import COVERED

RUNS = 200
RUNS_TO_NOTICE = 200
"""Within the number of histories a plain `simulate` plays, a missing mechanism must show."""

SHOWS_AS = {
    "hash-chain": {"I1", "I2", "I5"},
    "txn-id": {"I3"},
    "epoch-clamp": {"I16"},
    "own-effects": {"I7", "I10"},
    "parent-hash": {"I5", "I15"},
    "counter-lock": {"I10"},
    "scope": {"I12"},
    "forget-in-stream": {"I12"},
    "push-before-purge": {"I13"},
    "erase-on-laptop": {"I18"},
    "keep-unknown": {"I6"},
    "snapshot-whole": {"I7"},
    "snapshot-cursor": {"I7", "I10"},
    "snapshot-forget": {"I12"},
    "laptop-transaction": {"I8"},
    "county-transaction": {"I8"},
    "frozen": {"I14"},
}


def test_no_history_breaks_an_invariant() -> None:
    outcomes = [one(seed, None) for seed in range(RUNS)]
    assert {outcome.seed: outcome.truth.told for outcome in outcomes if outcome.truth.violations} == {}
    assert len({fault for outcome in outcomes for fault in outcome.faults}) == 21
    assert all(outcome.saves for outcome in outcomes)


@pytest.mark.parametrize("mechanism", SHOWS_AS)
def test_without_it_an_invariant_breaks(mechanism: str) -> None:
    missing = without(mechanism)
    noticed: set[str] = set()
    for seed in range(RUNS_TO_NOTICE):
        noticed |= set(play(seed, missing).truth.violations)
        if noticed & SHOWS_AS[mechanism]:
            return
    raise AssertionError(f"{RUNS_TO_NOTICE} histories without {mechanism} broke only {noticed}")


def test_every_mechanism_has_its_test() -> None:
    assert SHOWS_AS.keys() == WITHOUT.keys()


def test_a_seed_replays() -> None:
    first, second = play(7, Mechanisms()), play(7, Mechanisms())
    assert (first.saves, first.faults, first.merged) == (second.saves, second.faults, second.merged)


def test_a_failing_run_prints_its_seed_and_exits_non_zero(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--runs", "3", "--seed", "40", "--without", "txn-id"]) == 1
    told = capsys.readouterr().out
    assert "simulate --runs 1 --seed 4" in told
    assert all(f"  {invariant:<4}{name}" in told for invariant, name in COVERED.items())


def test_a_good_run_exits_zero(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--runs", "2"]) == 0
    assert "Every invariant held" in capsys.readouterr().out
