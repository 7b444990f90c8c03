"""Killed at any moment, a store keeps every promise; a store that promises too early is caught."""

from tests.torture import kill


def test_nothing_promised_is_lost(torture_rounds: int) -> None:
    outcome = kill.torture(torture_rounds)
    assert outcome.rounds == torture_rounds
    assert outcome.promises >= torture_rounds
    assert outcome.holds, outcome


def test_a_promise_before_the_commit_is_caught() -> None:
    for _ in range(6):
        if kill.torture(10, control=True).lost:
            return
    raise AssertionError("the control lost nothing: the harness is blind")
