"""A correction counts in the place of what it corrects, and its task in the place of that one's."""

import pytest

from app.domain.corrections import corrected, told_anew

FIRST, SECOND, THIRD, OTHER = (bytes([number]) * 16 for number in range(4))


def test_what_is_corrected_is_an_id_or_nothing() -> None:
    assert corrected([None, FIRST, SECOND, FIRST, ["no id"], 7]) == {FIRST, SECOND}


@pytest.mark.parametrize(
    ("told", "amends", "anew"),
    [
        ([FIRST], {FIRST: None}, set()),
        ([FIRST, SECOND], {SECOND: FIRST}, {FIRST}),
        ([FIRST], {SECOND: FIRST}, set()),
        ([FIRST, THIRD], {SECOND: FIRST, THIRD: SECOND}, {FIRST, SECOND}),
        ([OTHER], {SECOND: FIRST}, set()),
        ([FIRST, SECOND], {FIRST: SECOND, SECOND: FIRST}, {FIRST, SECOND}),
        ([SECOND], {SECOND: ["no id"]}, set()),
    ],
)
def test_a_task_of_a_correction_tells_for_what_it_corrects(
    told: list[bytes], amends: dict[bytes, object], anew: set[bytes]
) -> None:
    assert told_anew(told, amends) == anew
