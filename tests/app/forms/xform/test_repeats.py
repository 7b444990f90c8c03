"""Repetitions: added, removed, counted, and what expressions see of each other's."""

import pytest

from app.forms.xform.errors import StepProblem
from tests.app.forms.xform.building import Filling, bind, filling, inputs, refused, repeat


def houses(model: str, *, inside: str = "<number/><name/><both/>", outside: str = "") -> Filling:
    return filling(
        f'<house jr:template="">{inside}</house>{outside}',
        model,
        repeat("/data/house", inputs("/data/house/name")),
    )


def test_positions_follow_when_a_repetition_goes() -> None:
    form = houses(
        bind("/data/house/number", calculate="position(..)")
        + bind("/data/house/both", calculate="concat(../name, ../number)")
        + bind("/data/total", calculate="sum(/data/house/number)")
        + bind("/data/names", calculate="concat(/data/house/name)"),
        outside="<total/><names/>",
    )
    for at, name in enumerate("ABCDE", start=1):
        form.entry.add_repeat("/data/house")
        form.answer(f"/data/house[{at}]/name", name)
    assert form.value("/data/house[3]/both") == "C3"
    assert (form.value("/data/total"), form.value("/data/names")) == ("15", "ABCDE")
    form.entry.remove_repeat("/data/house[2]")
    assert [form.value(f"/data/house[{at}]/both") for at in (1, 2, 3, 4)] == ["A1", "C2", "D3", "E4"]
    assert (form.value("/data/total"), form.value("/data/names")) == ("10", "ACDE")
    assert form.count("/data/house") == 4


@pytest.mark.parametrize("path", ["count(/data/house)", "count(../../house)", "/data/total"])
def test_a_count_inside_sees_all(path: str) -> None:
    form = houses(
        bind("/data/house/number", calculate=path) + bind("/data/total", calculate="count(/data/house)"),
        outside="<total/>",
    )
    for _ in range(3):
        form.entry.add_repeat("/data/house")
    assert [form.value(f"/data/house[{at}]/number") for at in (1, 2, 3)] == ["3", "3", "3"]
    form.entry.remove_repeat("/data/house[1]")
    assert [form.value(f"/data/house[{at}]/number") for at in (1, 2)] == ["2", "2"]


def test_an_absolute_path_means_the_own_repetition() -> None:
    form = houses(bind("/data/house/both", calculate="concat(/data/house/name, '!')"))
    for name in "AB":
        form.entry.add_repeat("/data/house")
        form.answer(f"/data/house[{form.count('/data/house')}]/name", name)
    assert [form.value(f"/data/house[{at}]/both") for at in (1, 2)] == ["A!", "B!"]


def test_a_predicate_looks_at_the_others() -> None:
    form = houses(
        bind("/data/house/both", calculate="/data/house[position() = position(current()/..) - 1]/name")
    )
    for at, name in enumerate("ABC", start=1):
        form.entry.add_repeat("/data/house")
        form.answer(f"/data/house[{at}]/name", name)
    assert [form.value(f"/data/house[{at}]/both") for at in (1, 2, 3)] == ["", "A", "B"]
    form.answer("/data/house[1]/name", "Z")
    assert form.value("/data/house[2]/both") == "Z"
    form.entry.remove_repeat("/data/house[2]")
    assert form.value("/data/house[2]/both") == "Z"


def test_relevance_of_all_repetitions_depends_on_their_number() -> None:
    form = filling(
        '<row jr:template=""><g><x/></g></row>',
        bind("/data/row/g", relevant="count(../../row) mod 2 = 1"),
        repeat("/data/row", inputs("/data/row/g/x")),
    )
    form.entry.add_repeat("/data/row")
    assert form.relevant("/data/row[1]/g/x")
    form.entry.add_repeat("/data/row")
    assert not form.relevant("/data/row[1]/g/x")
    assert not form.relevant("/data/row[2]/g/x")


def test_an_answer_reaches_only_its_own_repetition() -> None:
    form = filling(
        '<row jr:template=""><x/><twice/></row>',
        bind("/data/row/twice", calculate="../x * 2"),
        repeat("/data/row", inputs("/data/row/x")),
    )
    for _ in range(3):
        form.entry.add_repeat("/data/row")
    form.answer("/data/row[2]/x", 4)
    assert [form.value(f"/data/row[{at}]/twice") for at in (1, 2, 3)] == ["", "8", ""]


def test_nested_repeats_count_their_own() -> None:
    form = filling(
        '<outer jr:template=""><inner jr:template=""><n/><x/></inner><y/></outer>',
        bind("/data/outer/inner/n", calculate="count(../../inner)"),
        repeat(
            "/data/outer",
            inputs("/data/outer/y") + repeat("/data/outer/inner", inputs("/data/outer/inner/x")),
        ),
    )
    for outer, inner in ((1, 3), (2, 2)):
        form.entry.add_repeat("/data/outer")
        for _ in range(inner):
            form.entry.add_repeat(f"/data/outer[{outer}]/inner")
    assert form.value("/data/outer[1]/inner[3]/n") == "3"
    assert form.value("/data/outer[2]/inner[1]/n") == "2"
    with pytest.raises(StepProblem):
        form.entry.add_repeat("/data/outer[3]/inner")


@pytest.mark.parametrize("target", ["/data/g/item/value", "../item/value"])
@pytest.mark.parametrize("group", ["/data/g/item", "../item"])
@pytest.mark.parametrize("index", ["/data/total", "../../total"])
def test_indexed_repeat_with_absolute_and_relative_paths(target: str, group: str, index: str) -> None:
    form = filling(
        '<g><item jr:template=""><value/></item><last/></g><total/>',
        bind("/data/total", calculate="count(/data/g/item)")
        + bind("/data/g/last", calculate=f"indexed-repeat({target}, {group}, {index})"),
        repeat("/data/g/item", inputs("/data/g/item/value")),
    )
    for at, value in enumerate((11, 22, 33), start=1):
        form.entry.add_repeat("/data/g/item")
        form.answer(f"/data/g/item[{at}]/value", value)
    assert form.value("/data/g/last") == "33"


def test_indexed_repeat_inside_its_own_repeat() -> None:
    form = houses(
        bind("/data/house/both", calculate="indexed-repeat(/data/house/name, /data/house, position(..) - 1)")
    )
    for at, name in enumerate("AB", start=1):
        form.entry.add_repeat("/data/house")
        form.answer(f"/data/house[{at}]/name", name)
    assert [form.value(f"/data/house[{at}]/both") for at in (1, 2)] == ["", "A"]


def test_new_repetitions_begin_as_the_template() -> None:
    form = filling(
        '<row jr:template=""><x>new</x></row><row><x>first</x></row>',
        "",
        repeat("/data/row", inputs("/data/row/x")),
    )
    form.entry.add_repeat("/data/row")
    assert [form.value(f"/data/row[{at}]/x") for at in (1, 2)] == ["first", "new"]


def test_without_a_template_they_are_like_the_first_but_empty() -> None:
    form = filling(
        "<row><x>7</x></row><row><x>8</x></row><end/>", "", repeat("/data/row", inputs("/data/row/x"))
    )
    form.answer("/data/row[1]/x", "changed")
    form.entry.add_repeat("/data/row")
    assert [form.value(f"/data/row[{at}]/x") for at in (1, 2, 3)] == ["changed", "8", ""]
    assert form.entry.instance().index("<end") > form.entry.instance().rindex("</row>")


def test_the_first_repetition_takes_its_place_among_the_fields() -> None:
    form = filling('<a/><row jr:template=""><x/></row><z/>', "", repeat("/data/row", inputs("/data/row/x")))
    form.entry.add_repeat("/data/row")
    assert "<a/><row><x/></row><z/>" in form.entry.instance()


class TestCount:
    def counted(
        self, count: str = "/data/n", record: str = '<n>2</n><row jr:template=""><x/><p/></row>'
    ) -> Filling:
        return filling(
            record,
            bind("/data/n", type="int") + bind("/data/row/p", calculate="position(..)"),
            inputs("/data/n") + repeat("/data/row", inputs("/data/row/x"), jr_count=count),
        )

    def test_repetitions_follow_the_count(self) -> None:
        form = self.counted()
        assert form.count("/data/row") == 2
        form.answer("/data/row[2]/x", "second")
        form.answer("/data/n", 4)
        assert (form.count("/data/row"), form.value("/data/row[4]/p")) == (4, "4")
        form.answer("/data/n", 2)
        assert (form.count("/data/row"), form.value("/data/row[2]/x")) == (2, "second")
        form.answer("/data/n", None)
        assert form.count("/data/row") == 0
        form.answer("/data/n", -3)
        assert form.count("/data/row") == 0

    def test_a_fixed_count(self) -> None:
        assert self.counted("3").count("/data/row") == 3

    def test_they_cannot_be_added_or_removed_by_hand(self) -> None:
        form = self.counted()
        with pytest.raises(StepProblem, match="counts"):
            form.entry.add_repeat("/data/row")
        with pytest.raises(StepProblem, match="counts"):
            form.entry.remove_repeat("/data/row[1]")

    def test_a_count_may_depend_on_the_repetitions_themselves(self) -> None:
        form = filling(
            "<count/><target/><row><more/></row>",
            bind("/data/count", type="int", calculate="count(/data/row)")
            + bind(
                "/data/target", type="int",
                calculate="if(/data/count = 0 or /data/row[position() = /data/count]/more = 'yes', /data/count + 1, /data/count)",
            ),
            repeat("/data/row", inputs("/data/row/more"), jr_count="/data/target"),
        )  # fmt: skip
        assert form.count("/data/row") == 1
        form.answer("/data/row[1]/more", "yes")
        assert form.count("/data/row") == 2
        form.answer("/data/row[2]/more", "no")
        assert form.count("/data/row") == 2

    def test_a_nested_count_is_its_own_in_each_repetition(self) -> None:
        form = filling(
            '<o jr:template=""><n/><i jr:template=""><x/></i></o>',
            bind("/data/o/n", type="int"),
            repeat(
                "/data/o", inputs("/data/o/n") + repeat("/data/o/i", inputs("/data/o/i/x"), jr_count="../n")
            ),
        )
        for at, n in ((1, 2), (2, 3)):
            form.entry.add_repeat("/data/o")
            form.answer(f"/data/o[{at}]/n", n)
        assert [form.count(f"/data/o[{at}]/i") for at in (1, 2)] == [2, 3]


def test_a_fixed_repeat_takes_no_more() -> None:
    form = filling("<row><x/></row>", "", repeat("/data/row", inputs("/data/row/x"), jr_noAddRemove="true()"))
    with pytest.raises(StepProblem):
        form.entry.add_repeat("/data/row")


@pytest.mark.parametrize("ref", ["/data/row[2]", "/data/row", "/data/a", "/data/nothing[1]"])
def test_only_repetitions_that_are_there_can_go(ref: str) -> None:
    form = filling("<a/><row><x/></row>", "", repeat("/data/row", inputs("/data/row/x")))
    with pytest.raises(StepProblem):
        form.entry.remove_repeat(ref)


def test_a_repeat_that_is_not_relevant_takes_no_more() -> None:
    form = filling(
        '<ask/><row jr:template=""><x/></row>',
        bind("/data/row", relevant="/data/ask = 1"),
        inputs("/data/ask") + repeat("/data/row", inputs("/data/row/x")),
    )
    assert form.shown("/data/row")["relevant"] is False
    with pytest.raises(StepProblem, match="not relevant"):
        form.entry.add_repeat("/data/row")
    form.answer("/data/ask", 1)
    form.entry.add_repeat("/data/row")
    assert form.relevant("/data/row[1]/x")


@pytest.mark.parametrize("own", [".", "current()"])
def test_relevance_by_place(own: str) -> None:
    form = filling(
        '<n>1</n><row jr:template=""><x/></row><count/>',
        bind("/data/row", relevant=f"position({own}) <= /data/n")
        + bind("/data/count", calculate="count(/data/row)"),
        inputs("/data/n") + repeat("/data/row", inputs("/data/row/x")),
    )
    for _ in range(3):
        form.entry.add_repeat("/data/row")
    assert [form.relevant(f"/data/row[{at}]") for at in (1, 2, 3)] == [True, False, False]
    form.answer("/data/n", 2)
    assert form.value("/data/count") == "2"
    form.entry.remove_repeat("/data/row[1]")
    assert [form.relevant(f"/data/row[{at}]") for at in (1, 2)] == [True, True]


def test_a_repeat_of_nothing() -> None:
    assert refused("<row><x/></row>", "", "<repeat/>") == ["unknown_reference"]
