"""Lists in files beside a form: CSV, XML and GeoJSON, as nodes an expression can ask.

A row becomes ``root/item/<column>``. Bounded like every document; what is wrong is said with its line.
"""

import csv
import io
import re
from typing import Any, Final

import msgspec

from app.forms.xform.document import Node
from app.forms.xform.errors import FormProblem
from app.forms.xform.markup import LARGEST_DOCUMENT_BYTES, MOST_NODES, parse_xml
from app.forms.xform.xpath.values import number_text

_NAME = re.compile(r"[^\W\d][\w.\-]*")
_DELIMITERS: Final = (",", ";", "\t")


def read_external(file_name: str, data: bytes) -> Node:
    """The list in a file, below a holder as ``instance()`` gives it. Raises FormProblem."""
    if len(data) > LARGEST_DOCUMENT_BYTES:
        raise FormProblem("too_large", "the file is too large")
    lower = file_name.lower()
    if lower.endswith(".csv"):
        return _held(_from_csv(data))
    if lower.endswith((".geojson", ".json")):
        return _held(_from_geojson(data))
    holder = Node.element("instance")
    root = next(parse_xml(data).elements())
    holder.append(_trimmed(root))
    return holder


def _held(root: Node) -> Node:
    holder = Node.element("instance")
    holder.append(root)
    return holder


def _trimmed(element: Node) -> Node:
    made = Node.element(element.name, namespace=element.namespace)
    for attribute in element.attributes:
        made.set_attribute(attribute.name, attribute.text, attribute.namespace)
    elements = list(element.elements())
    for child in elements:
        made.append(_trimmed(child))
    if not elements:
        made.text = element.value().strip()
    return made


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FormProblem("encoding", "the file is not UTF-8") from None


def _from_csv(data: bytes) -> Node:
    text = _text(data)
    head = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=lambda sign: (head.count(sign) > 0, -_DELIMITERS.index(sign)))
    root = Node.element("root")
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False)
    try:
        columns = [name.strip() for name in next(rows, [])]
        _check_columns(columns)
        count = 0
        for row in rows:
            if not any(row):
                continue
            item = Node.element("item")
            for index, name in enumerate(columns):
                if name:
                    item.append(Node.element(name, row[index] if index < len(row) else ""))
            count += len(columns) + 1
            if count > MOST_NODES:
                raise FormProblem("too_large", "the file has too many cells")
            root.append(item)
    except csv.Error as error:
        raise FormProblem("csv", f"not readable as CSV: {error}", line=rows.line_num) from None
    return root


def _check_columns(columns: list[str]) -> None:
    """A column may be called what no path can say, such as ``first name``: pulldata() and search() find it."""
    named = [name for name in columns if name]
    if len(set(named)) != len(named):
        raise FormProblem("csv", "two columns have the same name", line=1)


def _from_geojson(data: bytes) -> Node:
    try:
        document: Any = msgspec.json.decode(_text(data))
    except (msgspec.DecodeError, RecursionError) as error:
        raise FormProblem("geojson", f"not readable as JSON: {error}") from None
    if not isinstance(document, dict) or document.get("type") != "FeatureCollection":
        raise FormProblem("geojson", "the top level is not one FeatureCollection")
    features = document.get("features")
    if not isinstance(features, list):
        raise FormProblem("geojson", "there are no features")
    root = Node.element("root")
    for feature in features:
        root.append(_item(feature))
    return root


def _item(feature: Any) -> Node:
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        raise FormProblem("geojson", "a feature is not a Feature")
    item = Node.element("item")
    geometry = feature.get("geometry")
    item.append(Node.element("geometry", _geometry(geometry)))
    properties = feature.get("properties") or {}
    if not isinstance(properties, dict):
        raise FormProblem("geojson", "the properties of a feature are not an object")
    values = {**properties, **({"id": feature["id"]} if feature.get("id") is not None else {})}
    for name, value in values.items():
        if value is not None and _NAME.fullmatch(str(name)):
            item.append(Node.element(str(name), _plain(value)))
    return item


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return number_text(float(value))
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def _geometry(geometry: Any) -> str:
    if not isinstance(geometry, dict):
        raise FormProblem("geojson", "a feature without a geometry")
    kind: Any = geometry.get("type")
    coordinates: Any = geometry.get("coordinates")
    try:
        if kind == "Point":
            return _point(coordinates)
        if kind == "LineString":
            return ";".join(_point(one) for one in coordinates)
        if kind == "Polygon":
            return ";".join(_point(one) for one in coordinates[0])
    except (TypeError, ValueError, IndexError):
        raise FormProblem("geojson", f"the coordinates of a {kind} cannot be read") from None
    raise FormProblem("geojson", f"{kind} is not a kind of geometry a form knows")


def _point(coordinates: Any) -> str:
    """GeoJSON has longitude first, ODK latitude."""
    longitude, latitude, *_ = (float(one) for one in coordinates)
    return f"{number_text(latitude)} {number_text(longitude)} 0 0"
