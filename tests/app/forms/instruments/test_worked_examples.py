"""Every worked example of the instruments gives its level, its flags and its computed values."""

import pytest

from tests.app.forms.instruments.answering import INSTRUMENTS, Answering, Example, examples

WORKED = [
    pytest.param(form_id, example, id=f"{form_id}: {example.name}")
    for form_id in INSTRUMENTS
    for example in examples(form_id)
]


@pytest.mark.parametrize(("form_id", "example"), WORKED)
def test_a_worked_example_gives_its_level(form_id: str, example: Example) -> None:
    filling = Answering(form_id, example.children)
    filling.follows(example)
    assert filling.computed("level") == example.level
    assert (float(filling.computed("red")) > 0) == (example.level == "urgent")
    for name, expected in example.values.items():
        assert filling.computed(name) == str(expected)
    if example.flags is not None:
        assert filling.computed("flags").split() == list(example.flags)


def test_all_worked_examples_are_here() -> None:
    assert len(WORKED) == 29


@pytest.mark.parametrize(("form_id", "example"), WORKED)
def test_every_answer_of_an_example_is_asked_for(form_id: str, example: Example) -> None:
    filling = Answering(form_id, example.children)
    filling.follows(example)
    unasked = [name for name in example.answers if not filling.asks(name)]
    assert unasked == []
