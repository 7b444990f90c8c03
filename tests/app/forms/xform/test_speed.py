"""An answer in a form of 200 questions in eight repetitions: computed again before anybody notices."""

import statistics
import time
from collections.abc import Sequence

import pytest

from tests.app.forms.xform.building import Filling, bind, filling, inputs, repeat

MOST_SECONDS = 0.050
QUESTIONS = 200


def rules(at: int) -> str:
    """Of four questions one is asked always, one if it was answered, one is computed, one required if that is enough."""
    ref, row = f"/data/row/q{at}", "/data/row"
    return (
        bind(ref, type="int", constraint=". < 1000"),
        bind(ref, type="int", relevant=f"{row}/q{at - 1} != ''", constraint=". >= 0"),
        bind(ref, calculate=f"{row}/q{at - 2} + coalesce({row}/q{at - 1}, 1) + /data/top"),
        bind(ref, relevant=f"{row}/q{at - 1} > 3", required="true()"),
    )[at % 4]


@pytest.fixture(scope="module")
def form() -> Filling:
    record = "<top>1</top><row>" + "".join(f"<q{at}/>" for at in range(QUESTIONS)) + "</row><total/><names/>"
    totals = bind("/data/total", calculate="sum(/data/row/q2) + count(/data/row[q0 > 1])") + bind(
        "/data/names", calculate="join(', ', /data/row/q0)"
    )
    asked = inputs(*(f"/data/row/q{at}" for at in range(QUESTIONS) if at % 4 != 2))
    made = filling(
        record,
        "".join(map(rules, range(QUESTIONS))) + totals,
        inputs("/data/top") + repeat("/data/row", asked),
    )
    for _ in range(7):
        made.entry.add_repeat("/data/row")
    return made


@pytest.mark.parametrize("ref", ["/data/row[5]/q0", "/data/row[8]/q100", "/data/top"])
def test_an_answer_is_worked_out_in_time(form: Filling, ref: str) -> None:
    assert statistics.median(seconds(form, ref, range(2, 30))) < MOST_SECONDS
    form.answer("/data/row[5]/q0", 7)
    assert int(form.value("/data/row[5]/q2")) == 7 + 1 + int(form.value("/data/top"))


def seconds(form: Filling, ref: str, values: Sequence[int]) -> list[float]:
    took = []
    for value in values:
        started = time.process_time()
        form.answer(ref, value)
        took.append(time.process_time() - started)
    return took
