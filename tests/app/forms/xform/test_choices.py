"""Choices: from lists, through filters, from repetitions and tables; labels in the language shown."""

import pytest

from tests.app.forms.xform.building import Filling, bind, filling, inputs, items, refused, repeat, select

TOWNS = items(
    "towns",
    {"name": "ams", "label": "Amsterdam", "country": "nl"},
    {"name": "dro", "label": "Dronten", "country": "nl"},
    {"name": "nyc", "label": "New York", "country": "us"},
)


def itemset(ref: str, nodes: str, kind: str = "select1", value: str = "name", label: str = "label") -> str:
    return (
        f'<{kind} ref="{ref}"><label>{ref}</label><itemset nodeset="{nodes}">'
        f'<value ref="{value}"/><label ref="{label}"/></itemset></{kind}>'
    )


def cascade() -> Filling:
    return filling(
        "<country/><town/><towns/><name/>",
        TOWNS + bind("/data/name", calculate="jr:choice-name(/data/town, '/data/town')"),
        select("/data/country", "nl", "us")
        + itemset("/data/town", "instance('towns')/root/item[country = /data/country]")
        + itemset("/data/towns", "instance('towns')/root/item[country = /data/country]", "select"),
    )


def test_a_filter_follows_the_answer_it_reads() -> None:
    form = cascade()
    assert form.choices("/data/town") == []
    form.answer("/data/country", "nl")
    assert form.choices("/data/town") == [("ams", "Amsterdam"), ("dro", "Dronten")]
    form.answer("/data/country", "us")
    assert form.choices("/data/town") == [("nyc", "New York")]


def test_a_choice_no_longer_offered_comes_back_when_it_is() -> None:
    form = cascade()
    form.answer("/data/country", "nl")
    form.answer("/data/town", "ams")
    form.answer("/data/towns", ["dro", "ams"])
    assert form.value("/data/name") == "Amsterdam"
    form.answer("/data/country", "us")
    assert [form.value(f"/data/{name}") for name in ("town", "towns", "name")] == ["", "", ""]
    assert "<town/>" in form.entry.instance()
    form.answer("/data/country", "nl")
    assert [form.value(f"/data/{name}") for name in ("town", "towns", "name")] == [
        "ams",
        "dro ams",
        "Amsterdam",
    ]


def test_a_required_choice_that_is_not_offered_is_missing() -> None:
    form = filling(
        "<country>nl</country><town>ams</town>",
        TOWNS + bind("/data/town", required="true()"),
        inputs("/data/country")
        + itemset("/data/town", "instance('towns')/root/item[country = /data/country]"),
    )
    assert form.failed("/data/town") is None
    form.answer("/data/country", "us")
    assert form.failed("/data/town") == "required"


def test_each_repetition_filters_for_itself() -> None:
    form = filling(
        '<row jr:template=""><country/><town/></row>',
        TOWNS,
        repeat(
            "/data/row",
            inputs("/data/row/country")
            + itemset("/data/row/town", "instance('towns')/root/item[country = current()/../country]"),
        ),
    )
    for at, country in ((1, "nl"), (2, "us")):
        form.entry.add_repeat("/data/row")
        form.answer(f"/data/row[{at}]/country", country)
    assert len(form.choices("/data/row[1]/town")) == 2
    assert form.choices("/data/row[2]/town") == [("nyc", "New York")]


def test_choices_from_repetitions_follow_them() -> None:
    form = filling(
        "<row><value/><label/></row><filter/><pick/>",
        "",
        repeat("/data/row", '<input ref="value"/><input ref="label"/>')
        + inputs("/data/filter")
        + itemset("/data/pick", "../row[starts-with(value, current()/../filter)]", value="value"),
    )
    assert form.choices("/data/pick") == []
    form.answer("/data/row[1]/value", "a")
    form.answer("/data/row[1]/label", "A")
    form.entry.add_repeat("/data/row")
    form.answer("/data/row[2]/value", "b")
    form.answer("/data/row[2]/label", "B")
    assert form.choices("/data/pick") == [("a", "A"), ("b", "B")]
    form.answer("/data/pick", "b")
    form.answer("/data/filter", "a")
    assert (form.choices("/data/pick"), form.value("/data/pick")) == ([("a", "A")], "")
    form.answer("/data/filter", None)
    form.entry.remove_repeat("/data/row[1]")
    assert (form.choices("/data/pick"), form.value("/data/pick")) == ([("b", "B")], "b")


def test_everything_offered_has_a_rank_once_something_has() -> None:
    form = filling(
        "<pick/><rank/>",
        items("options", *({"name": f"o{at}", "label": f"O{at}"} for at in range(1, 6))),
        itemset("/data/pick", "instance('options')/root/item", "select")
        + itemset("/data/rank", "instance('options')/root/item[selected(/data/pick, name)]", "odk:rank"),
    )
    form.answer("/data/pick", ["o1", "o2", "o3"])
    assert form.value("/data/rank") == ""
    form.answer("/data/rank", ["o3", "o1", "o2"])
    assert form.value("/data/rank") == "o3 o1 o2"
    form.answer("/data/pick", ["o1", "o5"])
    assert form.value("/data/rank") == "o1 o5"
    assert form.shown("/data/rank")["control"] == "rank"


def test_a_seeded_order_is_the_same_every_time_and_a_random_one_stays() -> None:
    rows = [{"name": letter, "label": letter} for letter in "ABCDEF"]
    form = filling(
        "<a/><b/>",
        items("letters", *rows),
        itemset("/data/a", "randomize(instance('letters')/root/item, 42)")
        + itemset("/data/b", "randomize(instance('letters')/root/item)"),
    )
    assert "".join(value for value, _ in form.choices("/data/a")) == "AFCBDE"
    first = form.choices("/data/b")
    assert sorted(value for value, _ in first) == list("ABCDEF")
    assert all(form.choices("/data/b") == first for _ in range(5))


def test_a_label_is_found_for_a_choice_of_a_static_list() -> None:
    form = filling(
        "<pick/><shown/>",
        bind("/data/shown", calculate="jr:choice-name(selected-at(/data/pick, 1), ' /data/pick ')"),
        select("/data/pick", "a", "b", kind="select"),
    )
    form.answer("/data/pick", ["a", "b"])
    assert form.value("/data/shown") == "B"


VILLAGES = "name,label,county\nv1,Colonești,BC\nv2,Nowe Piekuty,PL\nv3,Colacu,BC\n".encode()


def test_choices_from_a_table() -> None:
    form = filling(
        "<county/><village/><label/>",
        '<instance id="villages" src="jr://file-csv/villages.csv"/>'
        + bind("/data/label", calculate="pulldata('villages', 'label', 'name', /data/village)"),
        inputs("/data/county")
        + itemset("/data/village", "instance('villages')/root/item[county = /data/county]"),
        files={"villages.csv": VILLAGES},
    )
    form.answer("/data/county", "BC")
    assert form.choices("/data/village") == [("v1", "Colonești"), ("v3", "Colacu")]
    form.answer("/data/village", "v3")
    assert form.value("/data/label") == "Colacu"


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("search('villages')", ["v1", "v2", "v3"]),
        ("search('villages', 'contains', 'label', 'COL')", ["v1", "v3"]),
        ("search('villages', 'startswith', 'label', 'cola')", ["v3"]),
        ("search('villages', 'endswith', 'label', 'ty')", ["v2"]),
        ("search('villages', 'matches', 'county', /data/county)", ["v1", "v3"]),
        ("search('villages', 'contains', 'label', 'cola', 'county', 'PL')", []),
    ],
)
def test_searching_a_table(search: str, expected: list[str]) -> None:
    form = filling(
        "<county>BC</county><pick/>",
        "",
        f'<select1 ref="/data/pick" appearance="minimal {search}"><label>x</label>'
        "<item><label>label</label><value>name</value></item></select1>",
        files={"villages.csv": VILLAGES},
    )
    assert [value for value, _ in form.choices("/data/pick")] == expected
    if expected:
        form.answer("/data/pick", expected[0])
        assert form.value("/data/pick") == expected[0]


def test_a_question_without_choices_is_refused() -> None:
    assert refused("<a/>", "", '<select1 ref="/data/a"><label>x</label></select1>') == ["no_choices"]
    assert refused(
        "<a/>", '<instance id="none"><root/></instance>', itemset("/data/a", "instance('none')/root/item")
    ) == ["no_choices"]
    assert refused("<a/>", "", itemset("/data/a", "instance('missing')/root/item")) == ["unknown_list"]


def test_a_missing_table_is_refused() -> None:
    assert refused("<a/>", '<instance id="t" src="jr://file-csv/t.csv"/>') == ["missing_file"]


def test_choices_from_answers_follow_the_answers() -> None:
    itemset = '<itemset nodeset="/data/row[name != \'\']"><value ref="name"/><label ref="name"/></itemset>'
    form = filling(
        "<row><name>a</name></row><head/><of/>",
        bind("/data/of", calculate="count-selected(/data/head)"),
        repeat("/data/row", inputs("/data/row/name"))
        + f'<select1 ref="/data/head"><label>x</label>{itemset}</select1>',
    )
    form.entry.add_repeat("/data/row")
    form.answer("/data/row[2]/name", "b")
    assert [value for value, _ in form.choices("/data/head")] == ["a", "b"]
    form.answer("/data/head", "b")
    form.answer("/data/row[2]/name", "c")
    assert [value for value, _ in form.choices("/data/head")] == ["a", "c"]
    assert (form.value("/data/head"), form.value("/data/of")) == ("", "0")
    form.answer("/data/row[1]/name", "b")
    assert form.value("/data/head") == "b"
    form.entry.remove_repeat("/data/row[1]")
    assert form.value("/data/head") == ""


def test_a_choice_has_its_name_while_its_question_is_hidden() -> None:
    form = filling(
        "<pick/><shown/>",
        bind("/data/pick", relevant="false()")
        + bind("/data/shown", calculate="jr:choice-name('b', '/data/pick')"),
        select("/data/pick", "a", "b"),
    )
    assert form.value("/data/shown") == "B"
