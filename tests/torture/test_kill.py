"""Killed at any moment, a store keeps every promise; a store that promises too early is caught."""

from tests.torture import kill


def test_nothing_promised_is_lost(torture_rounds: int) -> None:
    outcome = kill.torture(torture_rounds)
    assert outcome.kills == torture_rounds
    assert outcome.promises >= torture_rounds
    assert outcome.syncs
    assert outcome.kills_in_sync
    assert outcome.from_county
    assert outcome.holds, outcome


def test_a_promise_before_the_commit_is_caught() -> None:
    assert kill.torture(60, control=True).lost, "the control lost nothing: the harness is blind"
