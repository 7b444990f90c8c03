"""Numbers in expressions: arithmetic, rounding, and the functions that compute with them."""

import math

import pytest

from tests.app.forms.xform.xpath.evaluating import Document

ROWS = "<r><n>3</n><n>17</n><n>-32</n><e/><w>cheese</w></r>"


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("int(2.51)", 2),
        ("int('-1.51')", -1),
        ("int('7.9e-12')", 0),
        ("round(1.5)", 2),
        ("round(2.5)", 3),
        ("round(-1.1)", -1),
        ("round(2.149, 1)", 2.1),
        ("round(2.15, 1)", 2.2),
        ("round('23.7825', 2)", 23.78),
        ("round(33.33, -1)", 30),
        ("round(626.3, -3)", 1000),
        ("round(1.98, -1)", 0),
        ("round(1.234, 0)", 1),
        ("floor(-1.5)", -2),
        ("ceiling(1.2)", 2),
        ("abs(-3.5)", 3.5),
        ("pow(4, 2)", 16),
        ("pow(2, -1)", 0.5),
        ("sqrt(9)", 3),
        ("exp(0)", 1),
        ("exp10(2)", 100),
        ("exp10(-2)", 0.01),
        ("log(exp(2))", 2),
        ("log10(1000)", 3),
        ("sin(2)", 0.9092974268256817),
        ("cos(2)", -0.4161468365471424),
        ("tan(2)", -2.185039863261519),
        ("asin(0.5)", 0.5235987755982989),
        ("acos(-1)", math.pi),
        ("atan(0.5)", 0.4636476090008061),
        ("atan2(2, 3)", 0.5880026035475675),
        ("pi()", math.pi),
        ("sum(/r/n)", -12),
        ("sum(/r/n | /r/e)", -12),
        ("sum(/r/missing)", 0),
        ("min(/r/n)", -32),
        ("max(/r/n)", 17),
        ("max(1, '5', /r/n[1])", 5),
        ("count(/r/n)", 3),
        ("count(/r/missing)", 0),
        ("count-non-empty(/r/*)", 4),
        ("string-length('')", 0),
    ],
)
def test_computing(expression: str, expected: float) -> None:
    assert Document(ROWS).number(expression) == pytest.approx(expected)


@pytest.mark.parametrize(
    "expression",
    [
        "int('a')", "round('a')", "sqrt(-2)", "acos(2)", "asin('NaN')", "log(-1)", "pow(-8, 1 div 3)",
        "sum(/r/n | /r/w)", "max(/r/n | /r/w)", "min(/r/missing)", "max(/r/e)", "floor('x')", "round(1, 'x')",
    ],
)  # fmt: skip
def test_no_number(expression: str) -> None:
    assert math.isnan(Document(ROWS).number(expression))


def test_what_grows_beyond_numbers_is_infinite() -> None:
    assert Document().number("pow(10, 400)") == math.inf
    assert Document().number("exp(1000)") == math.inf
    assert Document().number("log(0)") == -math.inf


def test_random_lies_between_nought_and_one_and_repeats_under_a_seed() -> None:
    value = Document().number("random()")
    assert 0 <= value < 1
    assert value == Document().number("random()")
