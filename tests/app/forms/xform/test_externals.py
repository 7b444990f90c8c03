"""Lists in files beside the form."""

import pytest

from app.forms.xform.document import Node
from app.forms.xform.errors import FormProblem
from app.forms.xform.externals import read_external

GEOJSON = b"""{"type": "FeatureCollection", "features": [
 {"type": "Feature", "id": "fs87b", "properties": {"name": "A", "size": 2.5, "none": null, "yes": true},
  "geometry": {"type": "Point", "coordinates": [102, 0.5]}},
 {"type": "Feature", "properties": {"name": "B"}, "geometry": {"type": "LineString", "coordinates": [[1, 2], [3, 4]]}},
 {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [[[1, 2], [3, 4], [1, 2]]]}}]}"""


def rows(name: str, data: bytes) -> list[dict[str, str]]:
    holder: Node = read_external(name, data)
    root = next(holder.elements())
    return [{cell.name: cell.value() for cell in item.elements()} for item in root.elements()]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_with_any_of_three_delimiters(delimiter: str) -> None:
    text = f"name{delimiter}label\nv1{delimiter}Colonești\nv2{delimiter}\n\n"
    assert rows("v.csv", text.encode("utf-8-sig")) == [
        {"name": "v1", "label": "Colonești"},
        {"name": "v2", "label": ""},
    ]


def test_csv_with_quotes() -> None:
    assert rows("v.csv", b'a,b\n"x, ""y""","line\nbreak"\n') == [{"a": 'x, "y"', "b": "line\nbreak"}]


def test_csv_with_columns_no_path_can_name() -> None:
    assert rows("v.csv", b"1a,first name\n1,2\n") == [{"1a": "1", "first name": "2"}]


def test_geojson() -> None:
    point, line, shape = rows("v.geojson", GEOJSON)
    assert point == {"geometry": "0.5 102 0 0", "name": "A", "size": "2.5", "yes": "true", "id": "fs87b"}
    assert line["geometry"] == "2 1 0 0;4 3 0 0"
    assert shape["geometry"] == "2 1 0 0;4 3 0 0;2 1 0 0"


def test_xml() -> None:
    assert rows("v.xml", b"<root>\n <item> <name>x</name> </item>\n</root>") == [{"name": "x"}]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("v.csv", b"a,a\n1,2\n"),
        ("v.csv", "a\nă".encode("utf-16")),
        ("v.geojson", b"{}"),
        ("v.geojson", b"nonsense"),
        ("v.geojson", b'{"type": "FeatureCollection", "features": [{"type": "Feature"}]}'),
        ("v.geojson", GEOJSON.replace(b"LineString", b"MultiPoint")),
        ("v.geojson", GEOJSON.replace(b"[102, 0.5]", b'["x"]')),
        ("v.xml", b"<root>"),
    ],
)
def test_what_cannot_be_read_is_refused(name: str, data: bytes) -> None:
    with pytest.raises(FormProblem):
        read_external(name, data)
