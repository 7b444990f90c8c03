"""How the four kinds of value turn into each other."""

import math

import pytest

from tests.app.forms.xform.xpath.evaluating import Document


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("string(0)", "0"),
        ("string(-0)", "0"),
        ("string(123.0)", "123"),
        ("string(-0.1000)", "-0.1"),
        ("string(.123)", "0.123"),
        ("string(1 div 3)", "0.3333333333333333"),
        ("string(0.00000001)", "0.00000001"),
        ("string(100000000000000000000000)", "99999999999999991611392"),
        ("string(1 div 0)", "Infinity"),
        ("string(-1 div 0)", "-Infinity"),
        ("string(number('x'))", "NaN"),
        ("string(true())", "true"),
        ("string(1 = 2)", "false"),
        ("string('-1.0')", "-1.0"),
        ("string(/r/missing)", ""),
        ("string(/r)", "abcd"),
        ("string(/r/e)", "bc"),
    ],
)
def test_string(expression: str, expected: str) -> None:
    assert Document("<r>a<e>b<f>c</f></e>d</r>").text(expression) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("number('1')", 1),
        ("number('-1.0')", -1),
        ("number('.112')", 0.112),
        ("number('0.')", 0),
        ("number('  1.1 \n\r\n  ')", 1.1),
        ("number(true())", 1),
        ("number(/r/n)", -10),
        ("number()", 99),
        ("number('1970-01-02')", 1),
        ("number('1969-12-31T12:00:00Z')", -0.5),
    ],
)
def test_number(expression: str, expected: float) -> None:
    assert Document("<r><n>-10</n><n>99</n></r>").number(expression, "/r/n[2]") == expected


@pytest.mark.parametrize(
    "text", ["asdf", "1asdf", ".", "", "1e3", "+1", "--1", "1 2", "Infinity", "1970-13-01", "1,5"]
)
def test_other_text_is_no_number(text: str) -> None:
    assert math.isnan(Document().number(f"number('{text}')"))


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("boolean('false')", True),
        ("boolean('')", False),
        ("boolean(0)", False),
        ("boolean(number('x'))", False),
        ("boolean(-0.1)", True),
        ("boolean(/r)", True),
        ("boolean(/x)", False),
        ("not(/r/empty)", False),
        ("boolean-from-string('true')", True),
        ("boolean-from-string('1')", True),
        ("boolean-from-string('True')", False),
        ("boolean-from-string('0')", False),
        ("boolean-from-string('yes')", False),
    ],
)
def test_truth(expression: str, expected: bool) -> None:
    assert Document("<r><empty/></r>").holds(expression) is expected
