"""Records for other programs: a submission reads back as the same record, tables have a row for each record and repetition."""

import csv
import io

from app.forms.xform.entry import Entry
from app.forms.xform.kept import answers_of
from app.forms.xform.reading import read_form
from app.forms.xform.submission import Submitted, submission_xml, tables
from tests.app.forms.instruments.answering import Answering, examples
from tests.app.forms.xform.building import Filling, inputs, repeat, xform

KEY = "uuid:0192f0c4-0000-4000-8000-000000000001"


def rows(table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table, newline="")))


def household() -> Filling:
    body = inputs("/data/a", "/data/g/b") + repeat(
        "/data/child", inputs("/data/child/name") + repeat("/data/child/toy", inputs("/data/child/toy/what"))
    )
    source = xform("<a/><g><b/></g><child><name/><toy><what/></toy></child>", body=body)
    return Filling(read_form(source)[0])


def filled() -> Filling:
    filling = household()
    filling.answer("/data/a", "=SUM(A1)")
    filling.answer("/data/g/b", "-3")
    filling.answer("/data/child[1]/name", 'Ana "Nuța", mică')
    filling.entry.add_repeat("/data/child")
    filling.answer("/data/child[2]/name", "Ion")
    filling.answer("/data/child[2]/toy[1]/what", "ball")
    filling.entry.add_repeat("/data/child[2]/toy")
    filling.answer("/data/child[2]/toy[2]/what", "kite")
    return filling


def test_each_repeat_is_a_table_of_its_own_and_keys_lead_back() -> None:
    filling = filled()
    made = tables(filling.form, [Submitted(KEY, filling.entry, {"ConfirmedLevel": "low"})])
    assert list(made) == ["test", "test-child", "test-toy"]
    (record,) = rows(made["test"])
    assert (record["g-b"], record["KEY"], record["ConfirmedLevel"]) == ("-3", KEY, "low")
    children = rows(made["test-child"])
    assert [one["name"] for one in children] == ['Ana "Nuța", mică', "Ion"]
    assert {one["PARENT_KEY"] for one in children} == {KEY}
    toys = rows(made["test-toy"])
    assert [(one["what"], one["PARENT_KEY"] == children[1]["KEY"]) for one in toys if one["what"]] == [
        ("ball", True),
        ("kite", True),
    ]
    assert len({one["KEY"] for one in (*children, *toys)}) == 5


def test_a_spreadsheet_is_given_nothing_to_run() -> None:
    filling = filled()
    (record,) = rows(tables(filling.form, [Submitted(KEY, filling.entry)])["test"])
    assert record["a"] == "'=SUM(A1)"


def test_what_was_not_asked_is_empty_and_no_record_leaves_headings() -> None:
    form = household().form
    assert [line.split(",")[0] for line in tables(form, [])["test"].splitlines()] == ["a"]


def test_a_submission_is_the_record_again() -> None:
    for example in examples("ro_risk_sheet"):
        filling = Answering("ro_risk_sheet", example.children)
        filling.follows(example)
        sent = submission_xml(Submitted(KEY, filling.entry))
        assert KEY in sent
        again = Entry(filling.form, filling._settings, sent)
        assert answers_of(again) == answers_of(filling.entry), example.name
