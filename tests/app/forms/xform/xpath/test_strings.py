"""Text in expressions: parts, joining, case, patterns and the functions that make it."""

import re

import pytest

from app.forms.xform.errors import XPathProblem
from tests.app.forms.xform.xpath.evaluating import Document

ITEMS = "<r><i>one</i><i>two</i><i/><i>three</i></r>"


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("concat()", ""),
        ("concat('a')", "a"),
        ("concat('a', 1, true())", "a1true"),
        ("concat(/r/i, '!')", "onetwothree!"),
        ("join(', ', /r/i[. != ''])", "one, two, three"),
        ("join('-', 'a', /r/i[1], 2)", "a-one-2"),
        ("join('-')", ""),
        ("substr('0123456789', 5)", "56789"),
        ("substr('0123456789', 2, 4)", "23"),
        ("substr('hello', -2)", "lo"),
        ("substr('hello', 0, -1)", "hell"),
        ("substr('hello', 4, 2)", ""),
        ("substr('hello', 2, 99)", "llo"),
        ("substring('12345', 2, 3)", "234"),
        ("substring('12345', 1.5, 2.6)", "234"),
        ("substring('12345', 0, 3)", "12"),
        ("substring('12345', 0 div 0, 3)", ""),
        ("substring('12345', 1, 0 div 0)", ""),
        ("substring('12345', -42, 1 div 0)", "12345"),
        ("substring('12345', -1 div 0, 1 div 0)", ""),
        ("substring-before('a-b-c', '-')", "a"),
        ("substring-before('abc', 'x')", ""),
        ("substring-after('a-b-c', '-')", "b-c"),
        ("substring-after('abc', '')", "abc"),
        ("substring-after('abc', 'x')", ""),
        ("translate('aabb', 'ab', 'ba')", "bbaa"),
        ("translate('aa', 'aa', 'bc')", "bb"),
        ("translate('-abc-', 'abc-', 'AB')", "AB"),
        ("normalize-space('  a \n\t b  ')", "a b"),
        ("normalize-space()", "one"),
        ("coalesce('', 'second')", "second"),
        ("coalesce('first', 'second')", "first"),
        ("coalesce(/r/missing, '')", ""),
        ("once('new')", "one"),
        ("digest('some text', 'MD5')", "VS4hzUzZkYZ448Gg30kbww=="),
        ("digest('some text', 'SHA-1', 'hex')", "37aa63c77398d954473262e1a0057c1e632eda77"),
        (
            "digest('some text', 'SHA-256', 'hex')",
            "b94f6f125c79e3a5ffaa826f584c10d52ada669e6762051b826b55776d05aed2",
        ),
        ("base64-decode('SGVsbG8=')", "Hello"),
        ("base64-decode('not base64!')", ""),
    ],
)
def test_text(expression: str, expected: str) -> None:
    assert Document(ITEMS).text(expression, "/r/i[1]") == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("contains('asdf', 'sd')", True),
        ("contains('', '')", True),
        ("contains('', 'a')", False),
        ("starts-with('ba', 'b')", True),
        ("starts-with('', 'b')", False),
        ("ends-with('ba', 'a')", True),
        ("ends-with('ba', 'b')", False),
        ("string-length('ăîș') = 3", True),
        ("string-length() = 3", True),
        ("regex('1234', '[0-9]{3}')", True),
        ("regex('1234', '^[0-9]{3}$')", False),
        ("regex('12', '[0-9]{3}')", False),
    ],
)
def test_examining_text(expression: str, expected: bool) -> None:
    assert Document(ITEMS).holds(expression, "/r/i[1]") is expected


def test_once_takes_the_new_value_only_where_there_is_none() -> None:
    assert Document(ITEMS).text("once('new')", "/r/i[3]") == "new"
    assert Document(ITEMS).text("once(. * 10)", "/r/i[3]") == ""


def test_uuid_is_a_random_one_and_repeats_under_a_seed() -> None:
    first, second = Document().text("uuid()"), Document().text("uuid()")
    assert re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", first)
    assert first == second
    document = Document()
    assert document.text("uuid()") != document.text("uuid()")


def test_uuid_of_a_length() -> None:
    assert len(Document().text("uuid(15)")) == 15
    assert Document().text("uuid(-1)") == ""


def test_an_unknown_digest_is_refused() -> None:
    with pytest.raises(XPathProblem, match="CRC"):
        Document().value("digest('a', 'CRC')")


def test_a_pattern_that_is_none_is_refused_before_it_is_used() -> None:
    with pytest.raises(XPathProblem, match="regular expression"):
        Document().value("regex('a', '[')")


def test_a_pattern_that_searches_too_long_ends_with_an_error() -> None:
    victim = "a" * 40 + "!"
    with pytest.raises(XPathProblem, match="too long"):
        Document().value(f"regex('{victim}', '^(a|aa|aaa)+(a|aa)+$')")
