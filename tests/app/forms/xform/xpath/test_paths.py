"""Paths, axes, predicates, and how nodes are named to the outside."""

import pytest

from app.forms.xform.errors import XPathProblem
from app.forms.xform.xpath.axes import reference
from app.forms.xform.xpath.compilation import compile_expression
from tests.app.forms.xform.xpath.evaluating import Document

TREE = (
    '<r xmlns:x="urn:x" id="top"><a id="1">one<b>two</b><!--note--><?go now?></a>'
    '<a id="2"><b>three</b><b>four</b></a><x:a>five</x:a><c><a id="3"><b>six</b></a></c></r>'
)


@pytest.fixture
def tree() -> Document:
    return Document(TREE)


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("/r/a/b", ["two", "three", "four"]),
        ("//b", ["two", "three", "four", "six"]),
        ("/r//a/b[1]", ["two", "three", "six"]),
        ("(//b)[2]", ["three"]),
        ("//b[2]", ["four"]),
        ("/r/a[2]/b[last()]", ["four"]),
        ("/r/a[b = 'three']/@id", ["2"]),
        ("/r/a[@id > 1][1]/b[1]", ["three"]),
        ("/r/*[last()]//b", ["six"]),
        ("/r/x:a", ["five"]),
        ("/r/x:*", ["five"]),
        ("/r/a/text()", ["one"]),
        ("/r/a/b/text()", ["two", "three", "four"]),
        ("//comment()", ["note"]),
        ("//processing-instruction()", ["now"]),
        ("//processing-instruction('stop')", []),
        ("/r/c/a/b/ancestor::a/@id", ["3"]),
        ("/r/c/preceding-sibling::a[1]/@id", ["2"]),
        ("/r/a[1]/following-sibling::*/@id", ["2"]),
        ("/r/a[1]/b/following::b", ["three", "four", "six"]),
        ("/r/c/a/preceding::b", ["two", "three", "four"]),
        ("/r/c/a/b/ancestor-or-self::*/@id", ["top", "3"]),
        ("/r/descendant::b[3]", ["four"]),
        ("/r/a[2]/self::a/@id", ["2"]),
        ("/r/a[2]/self::b", []),
        ("/r/a/attribute::id", ["1", "2"]),
        ("/r/a/b/../@id", ["1", "2"]),
        ("/r/a[2]/namespace::x", ["urn:x"]),
        ("id('3')/b", ["six"]),
        ("/r/a[position() mod 2 = 0]/b", ["three", "four"]),
    ],
)
def test_paths(tree: Document, expression: str, expected: list[str]) -> None:
    assert tree.nodes(expression) == expected


def test_paths_from_a_node(tree: Document) -> None:
    assert tree.nodes(".", "/r/a[2]/b[2]") == ["four"]
    assert tree.nodes("../b", "/r/a[2]/b[2]") == ["three", "four"]
    assert tree.nodes("..//b", "/r/c/a") == ["six"]
    assert tree.nodes("current()/../@id", "/r/a[2]/b[1]") == ["2"]
    assert tree.nodes("/r/a[@id = current()]", "/r/a[2]/@id") == ["threefour"]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("name(/r/x:a)", "x:a"),
        ("local-name(/r/x:a)", "a"),
        ("namespace-uri(/r/x:a)", "urn:x"),
        ("name(//processing-instruction())", "go"),
        ("name(/r/missing)", ""),
        ("position(/r/a[2])", "2"),
        ("position(/r/a[2]/b[2]/..)", "2"),
        ("position(/r/missing)", "NaN"),
        ("last()", "1"),
    ],
)
def test_names_and_positions(tree: Document, expression: str, expected: str) -> None:
    assert tree.text(expression) == expected


def test_lang_looks_up_the_tree() -> None:
    document = Document('<r xml:lang="en-GB"><a/></r>')
    assert document.holds("lang('en')", "/r/a")
    assert document.holds("lang('EN-gb')", "/r/a")
    assert not document.holds("lang('ro')", "/r/a")


def test_element_names_that_are_words_of_xpath() -> None:
    document = Document("<div><mod>4</mod><if><position>2</position></if><text>t</text><and>x</and></div>")
    assert document.number("/div/mod div /div/if/position") == 2
    assert document.nodes("/div/text | /div/and") == ["t", "x"]


def test_a_name_without_a_prefix_means_elements_written_without_one() -> None:
    document = Document('<r xmlns="urn:default" xmlns:p="urn:p"><a>plain</a><p:a>prefixed</p:a></r>')
    assert document.nodes("/r/a") == ["plain"]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("/r/a[2]/b[2]", "/r/a[2]/b[2]"),
        ("/r/a[1]/b", "/r/a/b"),
        ("/r/a[2]/@id", "/r/a[2]/@id"),
        ("/r/a[1]/text()", "/r/a/text()[1]"),
        ("/r/a[1]/comment()", "/r/a/comment()[1]"),
        ("/r/x:a", "/r/x:a"),
        ("/", "/"),
    ],
)
def test_references(tree: Document, expression: str, expected: str) -> None:
    assert (
        reference(compile_expression(expression, {"x": "urn:x"}).nodes(tree.root, tree.scene)[0]) == expected
    )


def test_indexed_repeat_takes_the_indexed_repetition() -> None:
    document = Document("<d><o><i><x>1</x></i><i><x>2</x></i></o><o><i><x>3</x></i><i><x>4</x></i></o></d>")
    assert document.text("indexed-repeat(/d/o/i/x, /d/o, 2, /d/o/i, 1)") == "3"
    assert document.text("indexed-repeat(/d/o/i/x, /d/o/i, 2, /d/o, 1)") == "2"
    assert document.text("indexed-repeat(/d/o/i/x, /d/o, 3, /d/o/i, 1)") == ""
    assert document.text("indexed-repeat(/d/o/i/x, /d/o, 'x', /d/o/i, 1)") == ""


@pytest.mark.parametrize("inner", ["./i", "/d/o/i"])
def test_indexed_repeat_looks_for_relative_paths_in_what_it_chose(inner: str) -> None:
    document = Document("<d><o><i><x>1</x></i><i><x>2</x></i></o><o><i><x>3</x></i><i><x>4</x></i></o></d>")
    assert document.text(f"indexed-repeat(./x, /d/o, 2, {inner}, 1)", "/d") == "3"
    assert document.text(f"indexed-repeat(./x, /d/o, 1, {inner}, 3)", "/d") == ""


@pytest.mark.parametrize(
    "expression",
    ["", "(", "a[", "'a", "1 2", "a,b", "foo()", "x()", "count()", "count(1)", "count(1, 2)", "string(1, 2)",
     "starts-with('a')", "local-name(1)", "nope:a", "a/", "$variable", "1 +", "'x'[1]", "indexed-repeat(a, b)",
     "weighted-checklist(1, 2, true())", "coalesce('a')", "if(true(), 1)", "sum('a')", "nowhere::a", "|a",
     "concat(, 'a')", "concat('a',)", "..[1]", ".[a]", "child::f()", "a/f()", "ext:f(1)", "true() And 1"],
)  # fmt: skip
def test_what_cannot_be_understood_is_refused(expression: str) -> None:
    with pytest.raises(XPathProblem):
        compile_expression(expression)
