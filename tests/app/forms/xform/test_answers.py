"""Answers by the type of their field: stored as the record holds them, or not at all."""

from typing import Any

import pytest

from tests.app.forms.xform.building import bind, filling, inputs, select


@pytest.mark.parametrize(
    ("kind", "answer", "stored"),
    [
        ("string", "Ana", "Ana"),
        ("string", 7, "7"),
        ("string", 2.50, "2.5"),
        ("string", True, "true"),
        ("string", "e\u0301", "\u00e9"),
        ("string", ["a", "b"], "a b"),
        ("int", 12, "12"),
        ("int", "-7", "-7"),
        ("int", "007", "7"),
        ("int", 2147483647, "2147483647"),
        ("decimal", "1.50", "1.5"),
        ("decimal", 3, "3"),
        ("boolean", True, "1"),
        ("boolean", False, "0"),
        ("boolean", "true", "1"),
        ("date", "2026-02-28", "2026-02-28"),
        ("date", "2025-12-21T14:30:00", "2025-12-21"),
        ("time", "14:30", "14:30"),
        ("time", "14:30:00.000+02:00", "14:30:00.000+02:00"),
        ("dateTime", "2026-11-21T09:30:00+02:00", "2026-11-21T09:30:00+02:00"),
        ("geopoint", "44.4 26.1 0 5", "44.4 26.1 0 5"),
        ("geotrace", "44 26 0 0;45 27 0 0", "44 26 0 0;45 27 0 0"),
        ("geoshape", "0 0;0 1;1 1;0 0", "0 0;0 1;1 1;0 0"),
        ("string", None, ""),
        ("int", "", ""),
    ],
)
def test_stored(kind: str, answer: Any, stored: str) -> None:
    form = filling("<a>0</a>", bind("/data/a", type=f"xsd:{kind}"), inputs("/data/a"))
    form.answer("/data/a", answer)
    shown = form.shown("/data/a")
    assert (shown["value"], shown["failed"], shown["type"]) == (stored, None, kind)


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("int", "abc"), ("int", 10.1), ("int", "10.1"), ("int", 2147483648), ("int", "-2147483649"), ("int", True),
        ("decimal", "1,5"), ("decimal", "x"), ("boolean", "maybe"), ("date", "2025-23-23"), ("date", "13:30:55"),
        ("date", "2025-03-07T14:30:00Z"), ("date", 5), ("time", "25:00"), ("dateTime", "yesterday"),
        ("geopoint", "ZYX 1"), ("geopoint", "99 179"), ("geotrace", "1 1"), ("geoshape", "0 0;0 1;1 1;1 0"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_not_stored(kind: str, answer: Any) -> None:
    form = filling(
        "<a>1</a><b/>", bind("/data/a", type=kind) + bind("/data/b", calculate="/data/a"), inputs("/data/a")
    )
    form.answer("/data/a", answer)
    assert (form.value("/data/a"), form.failed("/data/a"), form.value("/data/b")) == ("", "type", "")
    form.answer("/data/a", None)
    assert form.failed("/data/a") is None


def test_defaults_take_the_form_of_their_type() -> None:
    form = filling(
        "<n>2.5</n><d> 1.50 </d><s> text </s><p>e\u0301</p><t/>",
        bind("/data/n", type="int")
        + bind("/data/d", type="decimal")
        + bind("/data/t", type="time", calculate="now()"),
    )
    values = [form.value(f"/data/{name}") for name in "ndspt"]
    assert values == ["2", "1.5", "text", "\u00e9", "09:30:00.000+02:00"]


def test_a_trigger_is_ok_or_empty() -> None:
    form = filling("<t/>", "", '<trigger ref="/data/t"><label>Read</label></trigger>')
    form.answer("/data/t", "OK")
    assert form.shown("/data/t")["control"] == "trigger"
    assert form.value("/data/t") == "OK"
    form.answer("/data/t", False)
    assert form.value("/data/t") == ""


def test_several_choices_keep_the_order_they_were_given_in() -> None:
    form = filling("<s/>", "", select("/data/s", "a", "b", "c", kind="select"))
    form.answer("/data/s", ["c", "a"])
    assert form.value("/data/s") == "c a"
    form.answer("/data/s", "b  a")
    assert form.value("/data/s") == "b a"


def test_a_choice_that_is_not_offered_is_not_chosen() -> None:
    form = filling(
        "<s>b</s><m>x a</m>", "", select("/data/s", "a", "b") + select("/data/m", "a", kind="select")
    )
    assert (form.value("/data/s"), form.value("/data/m")) == ("b", "a")
    form.answer("/data/s", "zzz")
    assert form.value("/data/s") == ""


def test_an_endless_answer_is_not_stored() -> None:
    form = filling("<a/>", "", inputs("/data/a"))
    form.answer("/data/a", "x" * 2_000_000)
    assert form.failed("/data/a") == "type"
