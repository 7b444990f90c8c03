"""Broken, huge and hostile forms: a clear error, soon and in little memory; large honest ones still work."""

import time

import pytest

from app.forms.xform import markup
from app.forms.xform.errors import FormProblem, XPathProblem
from app.forms.xform.markup import DEEPEST_ELEMENT, parse_xml
from app.forms.xform.reading import examine_form, read_form
from tests.app.forms.xform.building import Filling, bind, filling, inputs, refused, repeat, xform

BOMB = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
    "<x>&c;</x>"
)


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("", "xml"),
        ("no form", "xml"),
        ("<h:html", "xml"),
        ("<a></b>", "xml"),
        (b"\xff\xfe\x00broken", "xml"),
        ("<a/>", "xform"),
        ("<html><head><model/></head></html>", "xform"),
        (BOMB, "entities"),
        ('<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]><x>&x;</x>', "entities"),
        ("<a>" * 5000, "too_deep"),
    ],
)
def test_what_is_no_form_is_refused(source: str | bytes, code: str) -> None:
    form, problems = examine_form(source)
    assert form is None
    assert [problem.code for problem in problems] == [code]


def test_the_line_of_a_problem_is_known() -> None:
    _, problems = examine_form("<a>\n<b>\n</a>")
    assert problems[0].line == 3


def test_elements_may_be_as_deep_as_any_form() -> None:
    depth = DEEPEST_ELEMENT - 1
    assert parse_xml("<a>" * depth + "</a>" * depth) is not None


def test_a_document_of_endless_elements_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "MOST_NODES", 1_000)
    with pytest.raises(FormProblem, match="more than 1000 nodes"):
        parse_xml("<r>" + "<a/>" * 1_001 + "</r>")


@pytest.mark.parametrize(
    ("model", "body", "code"),
    [
        (bind("/data/nothing", type="int"), "", "bind_without_node"),
        (bind("/data/a", calculate="/data/nothing + 1"), "", "unknown_reference"),
        (bind("/data/a", relevant="../nothing = 1"), "", "unknown_reference"),
        (bind("/data/a", calculate="1 +"), "", "xpath"),
        (bind("/data/a", calculate="fly(1)"), "", "xpath"),
        (bind("/data/a", constraint="regex(.)"), "", "xpath"),
        (bind("/data/a", constraint="regex(., '[')"), "", "xpath"),
        (bind("/data/a", calculate="instance('no')/root/item"), "", "unknown_list"),
        ("", inputs("/data/nothing"), "unknown_reference"),
        (
            "",
            '<input ref="/data/a"><label><output value="/data/nothing"/></label></input>',
            "unknown_reference",
        ),
        ('<setvalue event="odk-instance-load" ref="/data/nothing" value="1"/>', "", "unknown_reference"),
    ],
)
def test_faults_of_an_author_are_named(model: str, body: str, code: str) -> None:
    assert refused("<a/>", model, body) == [code]


def test_all_faults_are_told_at_once() -> None:
    faults = (
        bind("/data/a", calculate="1 +")
        + bind("/data/nothing", type="int")
        + bind("/data/b", relevant="fly()")
    )
    assert refused("<a/><b/>", faults) == ["xpath", "bind_without_node", "xpath"]


def test_what_cannot_be_filled_in_here_is_a_warning() -> None:
    form, problems = read_form(
        xform(
            "<p/><photo/><z/><meta><audit/></meta>",
            bind("/data/p", type="geopoint")
            + bind("/data/photo", type="binary")
            + bind("/data/z", calculate="z-score('a', 'b', 1)"),
            inputs("/data/p") + '<upload ref="/data/photo" mediatype="image/*"><label>x</label></upload>'
            '<odk:recordaudio event="odk-instance-load" ref="/data/photo"/>',
        )
    )
    assert [problem.code for problem in problems] == ["unsupported"] * 5
    assert Filling(form).shown("/data/photo")["control"] == "upload"


def test_rules_that_chase_each_other_end_with_an_error() -> None:
    form, _ = read_form(
        xform(
            "<n>1</n><row><x/></row>",
            "",
            inputs("/data/n")
            + repeat("/data/row", inputs("/data/row/x"), jr_count="(count(/data/row) + 1) mod 7 + 1"),
        )
    )
    started = time.process_time()
    with pytest.raises(XPathProblem, match="end"):
        Filling(form)
    assert time.process_time() - started < 20


def test_a_count_beyond_measure_is_held_back() -> None:
    form = filling(
        "<n>1</n><row><x/></row>",
        "",
        inputs("/data/n") + repeat("/data/row", inputs("/data/row/x"), jr_count="/data/n"),
    )
    form.answer("/data/n", 999_999_999)
    assert form.count("/data/row") == 10_000


def test_two_thousand_questions() -> None:
    names = [f"q{at}" for at in range(2000)]
    record = "".join(f"<{name}/>" for name in names)
    binds = "".join(
        bind(f"/data/{name}", relevant=f"/data/q0 != '{name}'", constraint=f". != 'x{name}'")
        for name in names[1:]
    )
    started = time.process_time()
    form = filling(record, binds, inputs(*(f"/data/{name}" for name in names)))
    assert time.process_time() - started < 10
    started = time.process_time()
    form.answer("/data/q1999", "a")
    assert time.process_time() - started < 0.05


def test_counts_within_counts_are_held_back() -> None:
    inner = repeat("/data/row/cell", inputs("/data/row/cell/x"), jr_count="/data/n")
    form = filling(
        "<n>1</n><row><cell><x/></cell></row>",
        "",
        inputs("/data/n") + repeat("/data/row", inner, jr_count="/data/n"),
    )
    with pytest.raises(XPathProblem, match="elements"):
        form.answer("/data/n", 9_000)


def test_repetitions_that_bring_each_other_end_with_an_error() -> None:
    def brings(name: str, other: str) -> str:
        return "".join(
            f'<setvalue event="odk-new-repeat" ref="/data/{ref}" value="{value}"/>'
            for ref, value in ((name, 0), (other, 1))
        )

    form = filling(
        "<a>0</a><b>0</b><ra><x/></ra><rb><x/></rb>",
        "",
        inputs("/data/a")
        + repeat("/data/ra", brings("a", "b") + inputs("/data/ra/x"), jr_count="/data/a")
        + repeat("/data/rb", brings("b", "a") + inputs("/data/rb/x"), jr_count="/data/b"),
    )
    with pytest.raises(XPathProblem, match="without end"):
        form.answer("/data/a", 1)
