"""Functions that choose, count selections or mix."""

import pytest

from app.forms.xform.errors import XPathProblem
from tests.app.forms.xform.xpath.evaluating import Document

LETTERS = "<r><i>A</i><i>B</i><i>C</i><i>D</i><i>E</i><i>F</i></r>"


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("selected('apple baby crimson', 'baby')", True),
        ("selected('apple baby crimson', '  baby  ')", True),
        ("selected('apple baby crimson', 'bab')", False),
        ("selected('', 'apple')", False),
        ("selected('', '')", True),
        ("selected('a b', '')", False),
        ("checklist(1, 2, true(), false(), '')", True),
        ("checklist(2, -1, true(), 'x', 0)", True),
        ("checklist(-1, 1, true(), 1)", False),
        ("checklist(3, 3, /r/i[position() < 4])", True),
        ("weighted-checklist(-1, 2, 2>1, 3)", False),
        ("weighted-checklist(2, 2, true(), 2, false(), 5)", True),
        ("weighted-checklist(2, -1, true(), 999)", True),
    ],
)
def test_yes_or_no(expression: str, expected: bool) -> None:
    assert Document(LETTERS).holds(expression) is expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("selected-at('zero one two', 1)", "one"),
        ("selected-at('zero one two', 3)", ""),
        ("selected-at('zero one two', -1)", ""),
        ("selected-at('', 0)", ""),
        ("count-selected('a  b c')", "3"),
        ("count-selected('')", "0"),
        ("if(2 > 1, 'a', 'b')", "a"),
        ("if(/r/missing, 'a', 'b')", "b"),
    ],
)
def test_choosing(expression: str, expected: str) -> None:
    assert Document(LETTERS).text(expression) == expected


def test_if_gives_what_it_chooses_unchanged() -> None:
    assert Document().value("if(true(), 1, 'x')") == 1.0
    assert Document(LETTERS).nodes("if(true(), /r/i[1], 'x')") == ["A"]


@pytest.mark.parametrize(
    ("seed", "expected"),
    [("42", "AFCBDE"), ("'42'", "AFCBDE"), ("-42", "EDAFBC"), ("1", "BFEACD"), ("1.1", "BFEACD"), ("11111111", "ACDBFE"),
     ("0", "CBEAFD"), ("''", "CBEAFD")],
)  # fmt: skip
def test_a_seeded_shuffle_is_the_one_other_engines_make(seed: str, expected: str) -> None:
    assert "".join(Document(LETTERS).nodes(f"randomize(/r/i, {seed})")) == expected


def test_a_text_that_is_no_number_seeds_by_its_digest() -> None:
    document = Document(LETTERS)
    mixed = document.nodes("randomize(/r/i, 'house 12')")
    assert sorted(mixed) == ["A", "B", "C", "D", "E", "F"]
    assert mixed == document.nodes("randomize(/r/i, 'house 12')")
    assert mixed != document.nodes("randomize(/r/i, 'house 13')")


def test_a_shuffle_without_a_seed_keeps_everything() -> None:
    assert sorted(Document(LETTERS).nodes("randomize(/r/i)")) == ["A", "B", "C", "D", "E", "F"]


@pytest.mark.parametrize("expression", ["randomize()", "randomize(1, 2)", "randomize(/r/i, 1, 2)"])
def test_only_nodes_can_be_mixed(expression: str) -> None:
    with pytest.raises(XPathProblem):
        Document(LETTERS).value(expression)
