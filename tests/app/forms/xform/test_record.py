"""Records as XML: what is saved, drafts, records opened again."""

import pytest

from app.forms.xform.errors import FormProblem
from tests.app.forms.xform.building import Filling, bind, filling, inputs, repeat


def test_the_record_is_written_as_the_form_has_it() -> None:
    form = filling(
        "<g><a>x</a><b/></g><orx:meta><orx:instanceID/></orx:meta>",
        bind("/data/orx:meta/orx:instanceID", calculate="'uuid:1'"),
        inputs("/data/g/a"),
        root='data id="f" orx:version="7 &lt; 8"',
    )
    form.answer("/data/g/a", "a < b & \U0001f9db\x00\x0b")
    assert form.entry.instance() == (
        '<data xmlns:orx="http://openrosa.org/xforms" id="f" orx:version="7 &lt; 8"><g><a>a &lt; b &amp; \U0001f9db</a><b/></g>'
        "<orx:meta><orx:instanceID>uuid:1</orx:instanceID></orx:meta></data>"
    )


@pytest.mark.parametrize("meta", ["", "<meta/>", "<orx:meta/>"])
def test_a_record_without_a_place_for_its_id_is_saved_with_one(meta: str) -> None:
    form = filling(f"<a/>{meta}", "", inputs("/data/a"))
    assert "instanceID>uuid:" in form.entry.instance()


def test_what_is_not_relevant_is_left_out_and_its_group_stays() -> None:
    form = filling(
        '<ask>1</ask><g k="v"><a>x</a></g><meta><instanceID/></meta>',
        bind("/data/g/a", relevant="/data/ask = 1") + bind("/data/g/@k", relevant="/data/ask = 1"),
        inputs("/data/ask", "/data/g/a"),
    )
    form.answer("/data/ask", 0)
    assert form.entry.instance() == '<data id="test"><ask>0</ask><g/><meta><instanceID/></meta></data>'


def hidden() -> Filling:
    form = filling(
        '<ask>1</ask><a/><row jr:template=""><x>t</x></row><sum/>',
        bind("/data/a", relevant="/data/ask = 1") + bind("/data/sum", calculate="count(/data/row)"),
        inputs("/data/ask", "/data/a") + repeat("/data/row", inputs("/data/row/x")),
    )
    form.answer("/data/a", "kept")
    form.entry.add_repeat("/data/row")
    form.entry.add_repeat("/data/row")
    form.answer("/data/row[2]/x", None)
    form.answer("/data/ask", 0)
    return form


def test_a_draft_keeps_what_is_hidden() -> None:
    form = hidden().reopened()
    assert (form.value("/data/a"), form.count("/data/row"), form.value("/data/sum")) == ("", 2, "2")
    assert [form.value(f"/data/row[{at}]/x") for at in (1, 2)] == ["t", ""]
    form.answer("/data/ask", 1)
    assert form.value("/data/a") == "kept"


def test_a_saved_record_can_be_opened_again() -> None:
    form = hidden()
    again = Filling(form.form, record=form.entry.instance())
    assert (again.value("/data/a"), again.count("/data/row"), again.value("/data/ask")) == ("", 2, "0")


def test_a_record_keeps_the_id_it_was_given() -> None:
    form = filling("<a/>", "", inputs("/data/a"))
    again = Filling(form.form, record=form.entry.instance())
    assert again.entry.instance() == form.entry.instance()


@pytest.mark.parametrize("record", ["<other/>", '<data id="someone-else"/>', "<data", ""])
def test_a_record_of_another_form_is_refused(record: str) -> None:
    form = filling("<a/>", "", inputs("/data/a"))
    with pytest.raises(FormProblem):
        Filling(form.form, record=record)


def test_values_of_a_saved_record_win_over_defaults_and_preloads() -> None:
    form = filling(
        "<a>default</a><b>other</b>", bind("/data/a", jr_preload="uid"), inputs("/data/a", "/data/b")
    )
    again = Filling(form.form, record='<data id="test"><a>edited</a></data>')
    assert (again.value("/data/a"), again.value("/data/b")) == ("edited", "")


def test_calculations_are_made_anew_when_a_record_is_opened() -> None:
    form = filling("<a>1</a><c/>", bind("/data/c", calculate="/data/a + 1"), inputs("/data/a"))
    assert Filling(form.form, record="<data><a>4</a><c>old</c></data>").value("/data/c") == "5"
