"""Actions of a form and the events that set them off; values a record begins with."""

import re

import pytest

from app.forms.xform.errors import StepProblem
from tests.app.forms.xform.building import Filling, bind, filling, inputs, refused, repeat


def setvalue(event: str, ref: str, value: str | None = None, text: str = "") -> str:
    written = "" if value is None else f' value="{value}"'
    return f'<setvalue event="{event}" ref="{ref}"{written}>{text}</setvalue>'


def asked(ref: str, *actions: str) -> str:
    return f'<input ref="{ref}"><label>x</label>{"".join(actions)}</input>'


def test_a_value_is_set_when_another_changes_and_only_then() -> None:
    form = filling(
        "<source/><target/><other/>",
        "",
        asked("/data/source", setvalue("xforms-value-changed", "/data/target", "concat('foo', /data/other)"))
        + inputs("/data/other"),
    )
    assert form.value("/data/target") == ""
    form.answer("/data/source", 22)
    assert form.value("/data/target") == "foo"
    form.answer("/data/other", "bar")
    form.answer("/data/source", 22)
    assert form.value("/data/target") == "foo"
    form.answer("/data/source", 23)
    assert form.value("/data/target") == "foobar"


def test_it_is_set_after_everything_was_computed() -> None:
    form = filling(
        "<source/><double/><target/>",
        bind("/data/double", calculate="/data/source * 2"),
        asked("/data/source", setvalue("xforms-value-changed", "/data/target", "/data/double")),
    )
    form.answer("/data/source", 12)
    assert form.value("/data/target") == "24"


def test_fixed_texts_several_targets_and_clearing() -> None:
    form = filling(
        "<s/><a/><b>12</b><c>3</c>",
        "",
        asked(
            "/data/s",
            setvalue("xforms-value-changed", "/data/a", text="7"),
            setvalue("xforms-value-changed", "/data/b"),
            setvalue("xforms-value-changed", "/data/c", ""),
        ),
    )
    form.answer("/data/s", "x")
    assert [form.value(f"/data/{name}") for name in "abc"] == ["7", "", ""]


def test_one_change_sets_off_the_next() -> None:
    form = filling(
        "<a/><b/><c/>",
        "",
        asked("/data/a", setvalue("xforms-value-changed", "/data/b", "/data/a + 1"))
        + asked("/data/b", setvalue("xforms-value-changed", "/data/c", "/data/b + 1")),
    )
    form.answer("/data/a", 1)
    assert (form.value("/data/b"), form.value("/data/c")) == ("2", "3")


def test_a_target_in_the_own_repetition_and_a_value_from_the_target() -> None:
    form = filling(
        '<total>0</total><row jr:template=""><s/><d/></row>',
        "",
        repeat(
            "/data/row",
            asked(
                "/data/row/s",
                setvalue("xforms-value-changed", "/data/row/d", "4 * position(..)"),
                setvalue("xforms-value-changed", "/data/total", ". + 1"),
            ),
        ),
    )
    for _ in range(3):
        form.entry.add_repeat("/data/row")
    form.answer("/data/row[2]/s", "x")
    assert [form.value(f"/data/row[{at}]/d") for at in (1, 2, 3)] == ["", "8", ""]
    assert form.value("/data/total") == "1"


def test_a_target_chosen_by_position() -> None:
    form = filling(
        '<s/><row jr:template=""><d/></row>',
        "",
        asked("/data/s", setvalue("xforms-value-changed", "/data/row[position()=2]/d", "/data/s"))
        + repeat("/data/row", inputs("/data/row/d")),
    )
    for _ in range(3):
        form.entry.add_repeat("/data/row")
    form.answer("/data/s", "foo")
    assert [form.value(f"/data/row[{at}]/d") for at in (1, 2, 3)] == ["", "foo", ""]


def test_an_unclear_target_is_an_error() -> None:
    form = filling(
        "<s/><row><d/></row><row><d/></row>",
        "",
        asked("/data/s", setvalue("xforms-value-changed", "/data/row/d", "1"))
        + repeat("/data/row", inputs("/data/row/d")),
    )
    with pytest.raises(StepProblem, match="more than one"):
        form.answer("/data/s", "x")


class TestOpening:
    def opened(self, event: str) -> Filling:
        return filling(
            "<a/><n>5</n>", setvalue(event, "/data/a", "/data/n * 4"), inputs("/data/a", "/data/n")
        )

    def test_first_load_happens_once(self) -> None:
        form = self.opened("odk-instance-first-load")
        assert form.value("/data/a") == "20"
        form.answer("/data/n", 4)
        assert form.value("/data/a") == "20"
        form.answer("/data/a", 555)
        assert form.reopened().value("/data/a") == "555"

    def test_load_happens_every_time(self) -> None:
        form = self.opened("odk-instance-load")
        form.answer("/data/a", 555)
        assert form.reopened().value("/data/a") == "20"

    def test_a_read_only_field_can_be_set(self) -> None:
        form = filling(
            "<a/>", bind("/data/a", readonly="true()") + setvalue("odk-instance-first-load", "/data/a", "4*4")
        )
        assert form.value("/data/a") == "16"

    def test_all_repetitions_of_the_form_get_their_value(self) -> None:
        form = filling(
            "<row><x/></row><row><x/></row>",
            "",
            repeat("/data/row", setvalue("odk-instance-load", "/data/row/x", "4*4") + inputs("/data/row/x")),
        )
        form.entry.add_repeat("/data/row")
        assert [form.value(f"/data/row[{at}]/x") for at in (1, 2, 3)] == ["16", "16", ""]

    def test_it_comes_after_calculations(self) -> None:
        form = filling(
            "<a>default</a>",
            setvalue("odk-instance-load", "/data/a", text="set")
            + bind("/data/a", jr_preload="uid", calculate="'computed'"),
        )
        assert form.value("/data/a") == "set"

    def test_several_events_for_one_action(self) -> None:
        form = filling(
            "<row><x/></row>",
            "",
            repeat(
                "/data/row",
                setvalue("odk-instance-first-load odk-new-repeat", "/data/row/x", "position(..)")
                + inputs("/data/row/x"),
            ),
        )
        form.entry.add_repeat("/data/row")
        assert [form.value(f"/data/row[{at}]/x") for at in (1, 2)] == ["1", "2"]


class TestNewRepetition:
    def test_values_from_outside_and_from_the_one_before(self) -> None:
        form = filling(
            "<age>10</age><row><x/><q/></row>",
            "",
            inputs("/data/age")
            + repeat(
                "/data/row",
                setvalue("odk-new-repeat", "/data/row/x", "../../age + 2")
                + setvalue(
                    "odk-new-repeat", "/data/row/q", "/data/row[position()=position(current()/..)-1]/q"
                )
                + inputs("/data/row/x", "/data/row/q"),
            ),
        )
        assert form.value("/data/row[1]/x") == ""
        form.answer("/data/row[1]/q", 7)
        form.entry.add_repeat("/data/row")
        assert (form.value("/data/row[2]/x"), form.value("/data/row[2]/q")) == ("12", "7")
        form.answer("/data/row[2]/q", 8)
        form.entry.add_repeat("/data/row")
        assert [form.value(f"/data/row[{at}]/q") for at in (1, 2, 3)] == ["7", "8", "8"]

    def test_repetitions_made_by_a_count_get_theirs(self) -> None:
        form = filling(
            '<n>2</n><row jr:template=""><x/></row>',
            bind("/data/n", type="int"),
            inputs("/data/n")
            + repeat(
                "/data/row",
                setvalue("odk-new-repeat", "/data/row/x", "position(..) * 10") + inputs("/data/row/x"),
                jr_count="/data/n",
            ),
        )
        form.answer("/data/n", 3)
        assert [form.value(f"/data/row[{at}]/x") for at in (1, 2, 3)] == ["10", "20", "30"]
        assert form.reopened().value("/data/row[2]/x") == "20"


@pytest.mark.parametrize(
    ("model", "body"),
    [
        (setvalue("odk-inftance-first-load", "/data/a", "1"), ""),
        (setvalue("my-fake-event xforms-value-changed", "/data/a", "1"), ""),
        (setvalue("odk-new-repeat", "/data/a", "1"), ""),
        ("", asked("/data/a", setvalue("odk-new-repeat", "/data/a", "1"))),
    ],
)
def test_unknown_or_misplaced_events_are_refused(model: str, body: str) -> None:
    assert refused("<a/>", model, body) == ["unknown_event"]


class TestPreloads:
    def test_values_of_the_moment_and_the_device(self) -> None:
        form = filling(
            "<u/><s/><d/><e/><who>x</who><phone/>",
            bind("/data/u", jr_preload="uid")
            + bind("/data/s", type="xsd:dateTime", jr_preload="timestamp", jr_preloadParams="start")
            + bind("/data/d", type="date", jr_preload="date", jr_preloadParams="today")
            + bind("/data/e", type="dateTime", jr_preload="timestamp", jr_preloadParams="end")
            + bind("/data/who", jr_preload="property", jr_preloadParams="username")
            + bind("/data/phone", jr_preload="property", jr_preloadParams="phone number"),
            properties={"username": "ana", "phonenumber": "0722"},
        )
        assert re.fullmatch(r"uuid:[0-9a-f-]{36}", form.value("/data/u"))
        assert form.value("/data/s") == "2026-11-21T09:30:00.000+02:00"
        assert form.value("/data/d") == "2026-11-21"
        assert (form.value("/data/who"), form.value("/data/phone")) == ("ana", "0722")
        assert form.value("/data/e") == ""
        reopened = form.reopened()
        assert reopened.value("/data/u") == form.value("/data/u")
        form.entry.finalize()
        assert form.value("/data/e") == "2026-11-21T09:30:00.000+02:00"

    def test_an_attribute(self) -> None:
        form = filling('<a id=""/>', bind("/data/a/@id", jr_preload="uid"))
        assert form.shown("/data/a/@id")["value"].startswith("uuid:")


def test_what_is_not_relevant_shows_what_was_set_when_it_is() -> None:
    form = filling(
        "<q>5</q><a/>",
        bind("/data/a", type="int", relevant="/data/q = 3")
        + '<setvalue event="odk-instance-first-load" ref="/data/a" value="/data/q * 4"/>',
        inputs("/data/q", "/data/a"),
    )
    assert form.value("/data/a") == ""
    form.answer("/data/q", 3)
    assert form.value("/data/a") == "20"


def test_what_only_becomes_relevant_has_not_changed() -> None:
    form = filling(
        "<q/><a/><n>0</n>",
        bind("/data/a", relevant="/data/q = 1"),
        inputs("/data/q")
        + '<input ref="/data/a"><setvalue event="xforms-value-changed" ref="/data/n" value=". + 1"/></input>',
    )
    form.answer("/data/q", 1)
    assert form.value("/data/n") == "0"
    form.answer("/data/a", "x")
    assert form.value("/data/n") == "1"
