"""Calculations, relevance, required, read-only and constraints, up to date after every answer."""

import pytest

from app.forms.xform.errors import StepProblem
from app.forms.xform.reading import read_form
from tests.app.forms.xform.building import Filling, bind, filling, inputs, refused, repeat, select, xform


def test_calculations_follow_each_other() -> None:
    form = filling(
        "<c/><a>2</a><b/>",
        bind("/data/a", type="int") + bind("/data/b", type="int", calculate="/data/a * 3")
        + bind("/data/c", type="int", calculate="(/data/a + /data/b) * 5"),
        inputs("/data/a"),
    )  # fmt: skip
    assert (form.value("/data/b"), form.value("/data/c")) == ("6", "40")
    form.answer("/data/a", 3)
    assert (form.value("/data/b"), form.value("/data/c")) == ("9", "60")


@pytest.mark.parametrize(
    ("kind", "expression", "expected"),
    [
        ("string", "1 > 2", "false"),
        ("boolean", "2 > 1", "1"),
        ("int", "5.7", "5"),
        ("int", "'x'", ""),
        ("decimal", "1 div 4", "0.25"),
        ("string", "0 div 0", ""),
        ("string", "1 div 3", "0.3333333333333333"),
        ("date", "today() + 5", "2026-11-26"),
        ("date", "now()", "2026-11-21"),
        ("dateTime", "now()", "2026-11-21T09:30:00.000+02:00"),
        ("string", "today()", "2026-11-21"),
    ],
)
def test_a_result_takes_the_form_of_its_type(kind: str, expression: str, expected: str) -> None:
    assert filling("<c/>", bind("/data/c", type=kind, calculate=expression)).value("/data/c") == expected


def test_what_is_not_relevant_is_empty_for_others_and_comes_back() -> None:
    form = filling(
        "<ask/><name/><greeting/>",
        bind("/data/name", relevant="/data/ask = 'yes'", required="true()")
        + bind("/data/greeting", calculate="concat('Hi ', /data/name)"),
        inputs("/data/ask", "/data/name"),
    )
    assert form.shown("/data/name")["relevant"] is False
    assert form.failed("/data/name") is None
    form.answer("/data/ask", "yes")
    assert form.failed("/data/name") == "required"
    form.answer("/data/name", "Ana")
    assert form.value("/data/greeting") == "Hi Ana"
    form.answer("/data/ask", "no")
    assert (form.value("/data/name"), form.value("/data/greeting")) == ("", "Hi ")
    assert "<name>" not in form.entry.instance()
    form.answer("/data/ask", "yes")
    assert (form.value("/data/name"), form.value("/data/greeting")) == ("Ana", "Hi Ana")


def test_a_group_takes_everything_in_it_along() -> None:
    form = filling(
        "<ask/><g><a>1</a><inner><b>2</b></inner></g><sum/>",
        bind("/data/g", relevant="/data/ask = 1") + bind("/data/g/inner", relevant="/data/g/a = 1")
        + bind("/data/sum", calculate="sum(/data/g/a | /data/g/inner/b)"),
        inputs("/data/ask", "/data/g/a", "/data/g/inner/b"),
    )  # fmt: skip
    assert not form.relevant("/data/g/inner/b")
    assert form.value("/data/sum") == "0"
    form.answer("/data/ask", 1)
    assert form.relevant("/data/g/inner/b")
    assert form.value("/data/sum") == "3"
    form.answer("/data/g/a", 5)
    assert not form.relevant("/data/g/inner/b")
    assert form.value("/data/sum") == "5"


def test_a_calculation_that_was_hidden_is_made_when_it_is_shown() -> None:
    form = filling(
        "<ask/><n>1</n><c/>",
        bind("/data/c", calculate="/data/n * 2", relevant="/data/ask = 1"),
        inputs("/data/ask", "/data/n"),
    )
    form.answer("/data/n", 4)
    assert form.value("/data/c") == ""
    form.answer("/data/ask", 1)
    assert form.value("/data/c") == "8"


def test_a_broken_constraint_is_flagged_and_the_answer_kept() -> None:
    form = filling(
        "<age/><limit>120</limit>",
        bind("/data/age", type="int", constraint=". >= 0 and . < /data/limit", jr_constraintMsg="0 to 120"),
        inputs("/data/age", "/data/limit"),
    )
    assert form.failed("/data/age") is None
    form.answer("/data/age", 140)
    shown = form.shown("/data/age")
    assert (shown["value"], shown["failed"], shown["message"]) == ("140", "constraint", "0 to 120")
    form.answer("/data/limit", 150)
    assert form.failed("/data/age") is None
    form.answer("/data/age", None)
    assert form.failed("/data/age") is None


def test_required_depends_on_answers_and_has_its_message() -> None:
    form = filling(
        "<a/><b/>",
        bind("/data/b", required="/data/a = 'x'", jr_requiredMsg="Please"),
        inputs("/data/a", "/data/b"),
    )
    assert form.shown("/data/b")["required"] is False
    form.answer("/data/a", "x")
    assert (form.failed("/data/b"), form.shown("/data/b")["message"]) == ("required", "Please")
    assert [one.ref for one in form.entry.violations()] == ["/data/b"]


def test_read_only_reaches_everything_in_a_group() -> None:
    form = filling(
        "<lock/><g><a/></g>", bind("/data/g", readonly="/data/lock = 1"), inputs("/data/lock", "/data/g/a")
    )
    form.answer("/data/g/a", "free")
    form.answer("/data/lock", 1)
    assert form.shown("/data/g/a")["readonly"] is True
    with pytest.raises(StepProblem, match="read-only"):
        form.answer("/data/g/a", "changed")
    assert form.value("/data/g/a") == "free"


@pytest.mark.parametrize(
    "ref", ["/data/nowhere", "/data/c", "/data/g", "data/a", "/data/a[2]", "/other/a", ""]
)
def test_only_questions_that_are_there_can_be_answered(ref: str) -> None:
    form = filling("<a/><c/><g><x/></g>", "", inputs("/data/a"))
    with pytest.raises(StepProblem, match="no such question"):
        form.answer(ref, 1)


def test_what_is_not_relevant_cannot_be_answered() -> None:
    form = filling("<a/>", bind("/data/a", relevant="false()"), inputs("/data/a"))
    with pytest.raises(StepProblem, match="not relevant"):
        form.answer("/data/a", 1)


def test_once_keeps_the_first_value() -> None:
    form = filling(
        "<n>1</n><c/><r/>",
        bind("/data/c", calculate="once(/data/n)") + bind("/data/r", calculate="once(random())"),
        inputs("/data/n"),
    )
    drawn = form.value("/data/r")
    form.answer("/data/n", 2)
    assert form.value("/data/c") == "1"
    assert form.reopened().value("/data/r") == drawn


def test_an_attribute_can_be_computed() -> None:
    form = filling(
        '<v/><a version="old"/>', bind("/data/a/@version", calculate="/data/v"), inputs("/data/v", "/data/a")
    )
    form.answer("/data/v", "7")
    assert form.shown("/data/a/@version")["value"] == "7"
    assert '<a version="7"/>' in form.entry.instance()


@pytest.mark.parametrize(
    "binds",
    [
        bind("/data/a", calculate=". + 1"),
        bind("/data/a", relevant=". > 0"),
        bind("/data/a", required=". > 10"),
        bind("/data/a", readonly=". > 10"),
        bind("/data/a", calculate="/data/b + 1") + bind("/data/b", calculate="/data/c + 1")
        + bind("/data/c", calculate="/data/a + 1"),
        bind("/data/a", relevant="/data/b > 0") + bind("/data/b", relevant="/data/a > 0"),
        bind("/data/g", relevant="/data/g/x = 1"),
        bind("/data/a", calculate="/data/b") + bind("/data/b", relevant="/data/a = 1"),
    ],
)  # fmt: skip
def test_a_circle_is_refused(binds: str) -> None:
    assert refused("<a/><b/><c/><g><x/></g>", binds, inputs("/data/a", "/data/g/x")) == ["cycle"]


def test_a_constraint_may_read_its_own_field() -> None:
    assert refused("<a/>", bind("/data/a", constraint=". > 10"), inputs("/data/a")) == []


def test_a_multiple_selection_is_counted_and_searched() -> None:
    form = filling(
        "<needs/><n/><food/>",
        bind("/data/n", calculate="count-selected(/data/needs)")
        + bind("/data/food", calculate="selected(/data/needs, 'food')"),
        select("/data/needs", "food", "heating", kind="select"),
    )
    form.answer("/data/needs", ["heating", "food"])
    assert (form.value("/data/n"), form.value("/data/food")) == ("2", "true")


def test_a_finalized_record_takes_no_more_answers() -> None:
    form = filling("<a/>", bind("/data/a", required="true()"), inputs("/data/a"))
    assert form.entry.finalize() is False
    form.answer("/data/a", "x")
    assert form.entry.finalize() is True
    with pytest.raises(StepProblem, match="closed"):
        form.answer("/data/a", "y")


def test_the_record_by_its_own_name() -> None:
    text = xform(
        "<a>5</a><b/><row><c>1</c></row>",
        bind("/data/b", calculate="instance('me')/data/a + sum(instance('me')/data/row/c)"),
        inputs("/data/a") + repeat("/data/row", inputs("/data/row/c")),
    ).replace("<instance>", '<instance id="me">', 1)
    form = Filling(read_form(text)[0])
    assert form.value("/data/b") == "6"
    form.answer("/data/a", 9)
    form.entry.add_repeat("/data/row")
    assert form.value("/data/b") == "10"


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("/data/a = ''", "true"),
        ("/data/a != 'yes'", "true"),
        ("'' = ../a", "true"),
        ("(/data/g/b) != 5", "true"),
        ("/data/g != ''", "false"),
        ("/data/a = 0", "false"),
        ("/data/a = true()", "false"),
        ("/data/a = /data/g/b", "true"),
        ("/data/row/x = ''", "false"),
        ("/data/row[2]/x = ''", "true"),
        ("count(/data/a | /data/g/b)", "0"),
    ],
)
def test_what_is_not_relevant_compares_as_empty(expression: str, value: str) -> None:
    form = filling(
        "<ask/><a>v</a><g><b>w</b></g><row><x>1</x></row><row><x>2</x></row><c/>",
        bind("/data/a", relevant="/data/ask = 1")
        + bind("/data/g", relevant="/data/ask = 1")
        + bind("/data/row/x", relevant="/data/ask = 1 or position(..) = 1")
        + bind("/data/c", calculate=expression),
        inputs("/data/ask", "/data/a", "/data/g/b") + repeat("/data/row", inputs("/data/row/x")),
    )
    assert form.value("/data/c") == value
