"""Whoever comes, goes or is killed in the middle: each grant opens its file, and whoever left opens nothing."""

import os

import pytest

from tests.torture import keys

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="each act is a process that can be killed")
SEQUENCES = 8


def test_the_keyring_keeps_its_promises() -> None:
    outcome = keys.torture(SEQUENCES, seed=1)
    assert outcome.sequences == SEQUENCES
    assert outcome.kills
    assert outcome.acts["remove"]
    assert outcome.acts["rotate"]
    assert outcome.acts["recover"]
    assert outcome.holds, outcome.wrong


def test_without_new_keys_whoever_left_reads_on() -> None:
    outcome = keys.torture(SEQUENCES, seed=1, control=True)
    assert any("somebody who left" in problem for problem in outcome.wrong), "the harness is blind"
