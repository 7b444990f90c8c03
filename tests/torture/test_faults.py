"""A disk that fails at any call is told in our words and survived; a sample of the long run."""

import pytest

from tests.torture import faults
from tests.torture.trace import can_record

FAULTS = 9

pytestmark = pytest.mark.skipif(can_record() is not None, reason=f"no faults here: {can_record()}")


def test_a_failing_call_is_told_and_survived() -> None:
    outcome = faults.torture(FAULTS)
    assert outcome.faults == FAULTS
    assert outcome.codes
    assert outcome.holds, outcome.problems()


def test_a_failure_taken_for_a_success_is_noticed() -> None:
    assert faults.torture(40, control=True).lost, "nothing is lost: the torture is blind"
