"""After a power cut at any moment the vault opens and has everything that was promised; a sample of the long run."""

import pytest

from tests.torture import powercut
from tests.torture.scenes import SCENES
from tests.torture.trace import can_record

IMAGES = 15 * len(SCENES)

pytestmark = pytest.mark.skipif(can_record() is not None, reason=f"no power cuts here: {can_record()}")


def test_a_power_cut_loses_nothing() -> None:
    outcome = powercut.torture(IMAGES)
    assert outcome.images.keys() == SCENES.keys()
    assert sum(outcome.images.values()) > IMAGES / 2
    assert outcome.holds, outcome.problems()


@pytest.mark.parametrize("without", powercut.CONTROLS)
def test_a_precaution_left_out_is_noticed(without: str) -> None:
    outcome = powercut.torture(500, without=without, only=powercut.CONTROLS[without])
    assert outcome.lost, f"nothing is lost without {without}: the torture is blind"
