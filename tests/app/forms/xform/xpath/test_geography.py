"""Points, lines and shapes on the Earth."""

import math

import pytest

from tests.app.forms.xform.xpath.evaluating import Document

SHAPE = (
    "38.253094215699576 21.756382658677467 0 0;38.25021274773806 21.756382658677467 0 0;"
    "38.25007793942195 21.763892843919166 0 0;38.25290886154963 21.763935759263404 0 0;"
    "38.25146813817506 21.758421137528785 0 0"
)
POINTS = "<r>" + "".join(f"<p>{point}</p>" for point in SHAPE.split(";")) + f"<s>{SHAPE}</s></r>"


def test_the_area_of_a_shape_and_of_its_points_is_the_same() -> None:
    document = Document(POINTS)
    assert document.number("area(/r/s)") == 151451.76
    assert document.number("area(/r/p)") == 151451.76
    assert document.number(f"area('{SHAPE}')") == 151451.76


def test_distance_along_a_line() -> None:
    document = Document(POINTS)
    assert document.number("distance(/r/s)") == pytest.approx(1801.0, abs=1)
    assert document.number("distance(/r/p)") == document.number("distance(/r/s)")
    assert document.number("distance('0 0', '0 1')") == pytest.approx(111318.85, abs=0.5)
    assert document.number("distance('44.4 26.1', '44.4 26.1')") == 0


@pytest.mark.parametrize(
    "expression", ["area('a')", "distance('0 0')", "distance('99 0', '0 0')", "area('')"]
)
def test_what_is_no_place_has_no_measure(expression: str) -> None:
    assert math.isnan(Document().number(expression))


def test_a_point_lies_in_a_shape_or_not() -> None:
    square = "0 0;0 10;10 10;10 0;0 0"
    assert Document().holds(f"geofence('5 5 0 0', '{square}')")
    assert not Document().holds(f"geofence('5 15', '{square}')")
    assert not Document().holds(f"geofence('', '{square}')")
