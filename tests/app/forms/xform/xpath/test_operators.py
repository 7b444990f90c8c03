"""Operators: XPath 1.0 with ODK's dates, never an error for a value of the wrong kind."""

import math

import pytest

from app.forms.xform.errors import XPathProblem
from app.forms.xform.xpath.compilation import compile_expression
from tests.app.forms.xform.xpath.evaluating import Document, in_phoenix

NUMBERS = "<r><n>-5</n><n>0</n><n>4</n><n>5</n></r>"
WORDS = "<r><w>a</w><w>b</w></r>"


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("1 + 2 * 3", 7),
        ("2*3+1", 7),
        ("1-10 mod 3 div 3", 1 - 1 / 3),
        ("4-3*4+5-1", -4),
        ("5 - 4-1--1--4", 5),
        ("- - 1", 1),
        ("--1", 1),
        ("0- -0", 0),
        ("-15.*1.5", -22.5),
        (".5 + .5", 1),
        ("1.05+2.05", 3.0999999999999996),
        ("0.1 + 0.2", 0.30000000000000004),
        ("true()  \n\r\t -true()", 0),
        ("'3' * '4'", 12),
        ("-5 mod 2", -1),
        ("5 mod -2", 1),
        ("5 mod 1.5", 0.5),
        ("10 mod (1 div 0)", 10),
        ("1 div 0", math.inf),
        ("-1 div 0", -math.inf),
        ("1mod1", 0),
        ("1 div1", 1),
        ("4div 2", 2),
        ("4 div-2", -2),
        ("'1'mod'1'", 0),
    ],
)
def test_arithmetic(expression: str, expected: float) -> None:
    assert Document().number(expression) == pytest.approx(expected)


@pytest.mark.parametrize(
    "expression", ["0 div 0", "5 mod 0", "(1 div 0) mod 1", "number('a') + 0", "'a' * 2", "asdf -asdf", "-''"]
)
def test_what_is_no_number_makes_no_number(expression: str) -> None:
    assert math.isnan(Document().number(expression))


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("3 < 4 < 5", True),
        ("5 > 4 > 3", False),
        ("1 = 1 = 1", True),
        ("1 = 2 < 3", True),
        ("1 = '1'", True),
        ("'1' = 1.0", True),
        ("'a' = 'a'", True),
        ("'' > 1", False),
        ("'' < 1", False),
        ("'a' < 'b'", False),
        ("'2' > '10'", False),
        ("true() = 'anything'", True),
        ("false() = ''", True),
        ("true() > ''", False),
        ("true() >= false()", True),
        ("2 > true()", True),
        ("0 > 0 and false() != 'true'", False),
        (".>1", False),
        ("1!=1", False),
    ],
)
def test_comparison(expression: str, expected: bool) -> None:
    assert Document().holds(expression) is expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("/r/n = 5", True),
        ("/r/n = '5'", True),
        ("/r/n != 5", True),
        ("/r/n = 6", False),
        ("6 != /r/n", True),
        ("/r/n > 4", True),
        ("/r/n > 5", False),
        ("-10 < /r/n", True),
        ("/r/n = true()", True),
        ("/r/missing = true()", False),
        ("/r/missing = false()", True),
        ("/r/missing = ''", False),
        ("/r/missing != ''", False),
        ("/r/n < /r/n", True),
        ("false() < /r/n", True),
    ],
)
def test_a_node_set_compares_true_if_any_of_its_nodes_does(expression: str, expected: bool) -> None:
    assert Document(NUMBERS).holds(expression) is expected


def test_texts_of_nodes_are_compared_as_texts() -> None:
    document = Document(WORDS)
    assert document.holds("/r/w = 'a'")
    assert document.holds("/r/w != 'a'")
    assert not document.holds("/r/w < 'b'")


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("'2018-06-25' < '2018-06-25T00:00:00.001-07:00'", True),
        ("'2018-06-25' < '2018-06-25T00:00:00.000-07:00'", False),
        ("10 + '2012-07-24' = '2012-08-03'", True),
        ("today() > '1970-06-03'", True),
        ("today() + 1 > today()", True),
        ("'2026-11-21' = today()", True),
        ("'2026-13-45' < today()", False),
    ],
)
def test_text_that_looks_like_a_date_counts_as_days(expression: str, expected: bool) -> None:
    assert in_phoenix().holds(expression) is expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("true() or true() and false()", True),
        ("0 or 1 and 0+1", True),
        ("1and1", True),
        ("1 or1", True),
        ("'1'and'1'", True),
        ("number('') or 0", False),
    ],
)
def test_and_binds_tighter_than_or(expression: str, expected: bool) -> None:
    assert Document().holds(expression) is expected


def test_and_or_and_if_look_no_further_than_they_need() -> None:
    document = Document()
    endless = "count(1 div 0)"
    with pytest.raises(XPathProblem):
        document.value(endless)
    failing = "sum(if(true(), 1, .))"
    with pytest.raises(XPathProblem):
        document.value(failing)
    assert not document.holds(f"false() and {failing}")
    assert document.holds(f"true() or {failing}")
    assert document.number(f"if(true(), 3, {failing})") == 3


@pytest.mark.parametrize(
    "wrong",
    ["nothing()", "nothing(1, nothing('a'), /r)", "substring()", "count(1)", "$nothing", "nothing()/r + 1"],
)
def test_what_is_wrong_matters_to_a_lazy_reader_only_where_it_is_computed(wrong: str) -> None:
    scene = Document().scene
    compiled = compile_expression(f"false() and {wrong}", lazily=True)
    assert compiled.holds(scene.document, scene) is False
    with pytest.raises(XPathProblem):
        compile_expression(f"true() and {wrong}", lazily=True).value(scene.document, scene)
    with pytest.raises(XPathProblem):
        compile_expression(f"false() and {wrong}")


def test_union_is_in_document_order_without_doubles() -> None:
    assert Document("<r><a>1</a><b>2</b><a>3</a></r>").nodes("/r/b | /r/a | //a[1]") == ["1", "2", "3"]


def test_a_sign_reaches_over_a_union() -> None:
    assert Document("<r><a>7</a></r>").number("-/r/a|/r/b") == -7


@pytest.mark.parametrize(
    "expression", ["+1", "1 + + 1", "1 -", "* 2 * 3 *", "1 2", "(1", "1)", "= 1", "1 and", "!true()"]
)
def test_what_lacks_a_side_does_not_parse(expression: str) -> None:
    with pytest.raises(XPathProblem):
        compile_expression(expression)
