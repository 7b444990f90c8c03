"""Damage of every kind is noticed before a record is shown; a sample of the long run."""

import pytest

from tests.torture import damage

DAMAGES = 180


def test_every_damage_is_noticed_or_made_good() -> None:
    outcome = damage.torture(DAMAGES)
    assert outcome.refused
    assert outcome.survived
    assert outcome.holds, outcome.problems()


@pytest.mark.parametrize("without", damage.CONTROLS)
def test_a_check_left_out_lets_damage_through(without: str) -> None:
    assert damage.torture(60, megabytes=0.5, without=without).unseen, f"the {without} is not needed"
