"""Expressions mean what ODK says they mean."""

import datetime as dt

import pytest

from app.forms.values import Node, Scene
from app.forms.xpath import Expression, ExpressionInvalid

BUCHAREST_WINTER = dt.timezone(dt.timedelta(hours=2))
NOW = dt.datetime(2026, 11, 21, 9, 38, tzinfo=BUCHAREST_WINTER)


@pytest.fixture
def scene() -> Scene:
    document = Node("")
    data = Node("data", parent=document)
    group = Node("g", parent=data)
    for name, text in {
        "age": "7",
        "needs": "food heating",
        "empty": "",
        "day": "2026-11-21",
        "start": "09:40",
    }.items():
        Node(name, text, group)
    for points in ("2", "10"):
        child = Node("child", parent=data)
        Node("points", points, child)
    holder = Node("")
    root = Node("root", parent=holder)
    for name, age in (("ana", "9"), ("ion", "41")):
        item = Node("item", parent=root)
        Node("name", name, item)
        Node("age_y", age, item)
    return Scene(document, {"members": holder}, NOW)


def value(scene: Scene, source: str, at: str = "age") -> object:
    group = scene.document.children[0].children[0]
    node = next(child for child in group.children if child.name == at)
    paths = {child.name: f"/data/g/{child.name}" for child in group.children} | {
        "points": "/data/child/points"
    }
    return Expression.compile(source, paths.__getitem__).value(node, scene)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("${age} >= 6", True),
        ("${age} = '7'", True),
        ("'1' = 1", True),
        ("${empty} >= 6", False),
        ("${empty} < 6", False),
        ("'' > 1", False),
        ("${empty} = ''", True),
        ("${empty} != 'no'", True),
        (". = 7 and not(. = 8)", True),
        ("selected(${needs}, 'heating')", True),
        ("selected(${needs}, 'heat')", False),
        ("selected(${empty}, '')", False),
        ("count-selected(${needs})", 2.0),
        ("if(${empty} = 'x', 1, 0) + if(${age} = 7, 2, 0)", 2.0),
        ("0.1 + 0.2 > 0.3", True),
        ("-${age} * 2", -14.0),
        ("7 mod 4", 3.0),
        ("max(${points})", 10.0),
        ("sum(${points})", 12.0),
        ("min(3, ${points})", 2.0),
        ("count(${points})", 2.0),
        ("round(2.5)", 3.0),
        ("coalesce(${empty}, 'none')", "none"),
        ("concat('a', ${age})", "a7"),
        ("string-length(${needs})", 12.0),
        ("instance('members')/root/item[name = 'ana']/age_y = 9", True),
        ("instance('members')/root/item[2]/age_y = 41", True),
        ("count(instance('nobody')/root/item)", 0.0),
        ("current()/../needs = 'food heating'", True),
        ("today()", "2026-11-21"),
        ("${day} <= today()", True),
        ("${day} + 1 > today()", True),
        ("date(decimal-date-time(${day}) + 7)", "2026-11-28"),
        ("(round(decimal-date-time(${day})) + 4) mod 7", 6.0),
        ("decimal-time('09:00')", 0.375),
        ("decimal-time(${start}) >= decimal-time('9:40')", True),
        ("decimal-time(${empty}) >= decimal-time('09:40')", False),
        ("format-date-time(now(), '%H:%M')", "09:38"),
        ("string(3)", "3"),
        ("true() or unheard", True),
    ],
)
def test_an_expression_has_its_odk_value(scene: Scene, source: str, expected: object) -> None:
    assert value(scene, source) == expected


@pytest.mark.parametrize(
    "source", ["max(${empty})", "1 div 0 - 1 div 0", "5 mod 0", "'text' + 1", "decimal-time('25:00')"]
)
def test_what_is_no_number_is_nan_and_never_an_error(scene: Scene, source: str) -> None:
    result = value(scene, source)
    assert result != result


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("${nobody} = 1", "unknown_field"),
        ("1 +", "not_an_expression"),
        ("if(1, 2)", "not_an_expression"),
        ("undo(1)", "not_an_expression"),
        ("lang('ro')", "unknown_function"),
        ("/data/@id", "unsupported"),
        ("//age", "unsupported"),
        ("'a' = " + "'b' = " * 1000 + "'c'", "expression_too_long"),
    ],
)
def test_what_cannot_be_run_is_refused_when_the_form_is_read(scene: Scene, source: str, reason: str) -> None:
    with pytest.raises(ExpressionInvalid) as refused:
        value(scene, source)
    assert refused.value.reason == reason


def test_seven_days_later_is_the_same_hour_when_summer_time_ends_between() -> None:
    document = Node("")
    october = dt.datetime(2026, 10, 23, 12, tzinfo=dt.timezone(dt.timedelta(hours=3)))
    scene = Scene(document, {}, october)
    later = Expression.compile("date(decimal-date-time('2026-10-23') + 7)", {}.__getitem__)
    assert later.text(document, scene) == "2026-10-30"
