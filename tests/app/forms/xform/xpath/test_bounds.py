"""Hostile expressions end soon, with an error."""

import time
from collections.abc import Callable

import pytest

from app.forms.xform.errors import XPathProblem
from app.forms.xform.xpath.compilation import compile_expression
from tests.app.forms.xform.xpath.evaluating import Document

SOON_S = 10.0


def _soon(act: Callable[[], object]) -> None:
    started = time.thread_time()  # what it took of a processor: others may be busy here
    with pytest.raises(XPathProblem):
        act()
    assert time.thread_time() - started < SOON_S


def test_an_expression_that_visits_everything_for_everything() -> None:
    document = Document("<r>" + "<a><b>x</b></a>" * 800 + "</r>")
    _soon(lambda: document.value("//*[count(//*[count(//*[count(//*) > 0]) > 0]) > 0]"))


@pytest.mark.parametrize(
    "expression",
    ["(" * 5000 + "1" + ")" * 5000, "not(" * 2000 + "true()" + ")" * 2000, "1" + " + 1" * 60_000, "a" + "[a" * 3000,
     "-" * 5000 + "1"],
)  # fmt: skip
def test_deep_and_long_expressions(expression: str) -> None:
    _soon(lambda: compile_expression(expression))


def test_three_hundred_terms_are_no_trouble() -> None:
    assert Document().number(" + ".join(["1"] * 300)) == 300
    assert Document().holds(" or ".join(["false()"] * 300 + ["true()"]))
    assert Document().number(" * ".join(["1"] * 300)) == 1
