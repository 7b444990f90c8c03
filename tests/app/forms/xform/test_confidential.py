"""Confidential sections: who reads them has them, everybody else has a form in which they never were, and nothing tells."""

from pathlib import Path

import pytest

from app.domain.access import TEAM
from app.forms.xform.confidential import apart, sections_of, together
from app.forms.xform.errors import FormRefused
from app.forms.xform.kept import answers_of, by_compartment
from app.forms.xform.model import Form
from app.forms.xform.opening import examine_file
from app.forms.xform.paper import numbers_of
from app.forms.xform.reading import examine_form, read_form
from tests.app.forms.xform.building import Filling, bind, inputs, repeat, xform

RECORD = "<open><a/><b/></open><own><hit/><why/></own><rows><much/></rows><end><sign/></end><sum/>"
BODY = (
    f'<group ref="/data/open">{inputs("/data/open/a", "/data/open/b")}</group>'
    f'<group ref="/data/own"><label>Only us</label>{inputs("/data/own/hit", "/data/own/why")}</group>'
    + repeat("/data/rows", inputs("/data/rows/much"))
    + f'<group ref="/data/end">{inputs("/data/end/sign")}</group>'
)
OWN = bind("/data/own", vatra_compartment="social", relevant="/data/open/a = 'x'")
ROWS = bind("/data/rows", vatra_compartment="health")
INSIDE = bind("/data/own/why", relevant="/data/own/hit = 'yes'")


def source(*model: str, body: str = BODY) -> str:
    written = xform(RECORD, "".join((OWN, ROWS, INSIDE, *model)), body)
    return written.replace(" xmlns:h=", ' xmlns:vatra="urn:vatra:xlsform:1" xmlns:h=', 1)


def form_for(*readable: str) -> Form:
    return read_form(source(), readable=(TEAM, *readable))[0]


def names(form: Form) -> list[str]:
    return [field.name for field in form.fields if field.control is not None]


def test_a_section_is_there_for_its_readers_only() -> None:
    assert sections_of(read_form(source())[0]) == {"own": "social", "rows": "health"}
    assert names(form_for("social", "health")) == ["a", "b", "hit", "why", "much", "sign"]
    assert names(form_for("social")) == ["a", "b", "hit", "why", "sign"]
    assert names(form_for()) == ["a", "b", "sign"]
    assert "own" not in Filling(form_for()).entry.draft()


def test_a_question_has_its_number_whoever_is_asked() -> None:
    whole = numbers_of(read_form(source())[0])
    assert whole["/data/end/sign"] == 6
    assert numbers_of(form_for())["/data/end/sign"] == 3


def test_a_record_is_taken_apart_and_put_together_again() -> None:
    filling = Filling(form_for("social", "health"))
    filling.answer("/data/open/a", "x")
    filling.answer("/data/own/hit", "yes")
    filling.answer("/data/own/why", "Secret")
    filling.entry.add_repeat("/data/rows")
    filling.answer("/data/rows[2]/much", "7")
    record = filling.entry.draft()
    parts = apart(filling.form, record)
    assert {name: "Secret" in part for name, part in parts.items()} == {
        TEAM: False,
        "social": True,
        "health": False,
    }
    again = together(parts[TEAM], [parts["health"], parts["social"]])
    assert Filling(filling.form, again).entry.draft() == record
    assert apart(form_for(), record) == {TEAM: record}  # nothing to sort for who was not asked
    assert by_compartment(filling.form, answers_of(filling.entry)) == {
        TEAM: {"a": "x"},
        "social": {"hit": "yes", "why": "Secret"},
        "health": {"rows[2]/much": "7"},
    }


TELLS = {
    "a score": bind("/data/sum", calculate="count(/data/own/hit)"),
    "a rule": bind("/data/open/b", relevant="/data/own/hit = 'yes'"),
    "what is required": bind("/data/end/sign", required="/data/rows/much > 1"),
    "a wildcard": bind("/data/sum", calculate="count(//hit)"),
    "the whole record": bind("/data/sum", calculate="string(/data)"),
    "another section": bind("/data/rows/much", constraint=". != /data/own/hit"),
    "a proposal": bind("/data/end/sign", vatra_suggest="/data/own/why"),
    "a message": bind("/data/end/sign", constraint=". = 1", jr_constraintMsg="x").replace(
        'jr:constraintMsg="x"', "jr:constraintMsg=\"jr:itext('told')\""
    )
    + '<itext><translation lang="ro"><text id="told"><value><output value="/data/own/why"/></value></text></translation></itext>',
    "an action": '<setvalue event="odk-instance-load" ref="/data/open/b" value="/data/own/why"/>',
}


@pytest.mark.parametrize("telling", TELLS.values(), ids=TELLS)
def test_nothing_outside_tells_what_was_answered(telling: str) -> None:
    with pytest.raises(FormRefused) as refused:
        read_form(source(telling))
    assert [one.code for one in refused.value.errors] == ["reads_confidential"]


def test_that_something_was_answered_is_told_by_what_it_sets_off_too() -> None:
    trigger = '<setvalue event="xforms-value-changed" ref="/data/open/b" value="1"/>'
    body = BODY.replace('<input ref="/data/own/hit">', f'<input ref="/data/own/hit">{trigger}')
    assert {one.code for one in examine_form(source(body=body))[1]} == {"reads_confidential"}


def test_within_the_section_and_from_it_everything_may_be_read() -> None:
    inside = bind("/data/own/hit", constraint="/data/open/b > count(/data/own/why)")
    assert examine_form(source(inside))[1] == ()


@pytest.mark.parametrize(
    ("marked", "code"),
    [
        (bind("/data/end", vatra_compartment="kitchen"), "unknown_compartment"),
        (bind("/data/end/sign", vatra_compartment="social"), "compartment_place"),
        (bind("/data/own/why", vatra_compartment="health"), "compartment_place"),
        (bind("/data/sum", vatra_compartment="social"), "compartment_place"),
    ],
)
def test_only_a_section_as_a_whole_can_be_confidential(marked: str, code: str) -> None:
    assert [one.code for one in examine_form(source(marked))[1]] == [code]


def test_its_author_is_shown_the_row_and_the_column(tmp_path: Path) -> None:
    head = "type | name | label | calculation | bind::vatra:compartment"
    rows = (
        "begin_group | own | Only us | | social",
        "text | hit | Hit | |",
        "end_group | | | |",
        "calculate | score | | string-length(${hit}) |",
    )
    table = "\n".join(f"| | {row} |" for row in (head, *rows))
    path = tmp_path / "told.md"
    path.write_text(
        f'| survey |\n{table}\n\n| settings |\n| | form_id | namespaces |\n| | told | vatra="urn:x" |\n',
        encoding="utf-8",
    )
    errors = [one for one in examine_file(str(path))[1] if one.severity == "error"]
    assert [(one.code, one.sheet, one.row, one.column) for one in errors] == [
        ("reads_confidential", "survey", 5, "calculation")
    ]
