"""Expressions on a small document, at a fixed moment in a chosen zone."""

import datetime as dt
import random
import zoneinfo

from app.forms.xform.document import KNOWN_PREFIXES, Node
from app.forms.xform.markup import parse_xml
from app.forms.xform.xpath.compilation import Expression, compile_expression
from app.forms.xform.xpath.scene import Scene
from app.forms.xform.xpath.values import Value, number, text, truth

PHOENIX = zoneinfo.ZoneInfo("America/Phoenix")
"""Seven hours behind, all year."""


class Document:
    """An XML document to ask expressions of. ``at`` is a path to the context node, the document if it is left out."""

    def __init__(
        self, xml: str = "<data/>", zone: dt.tzinfo = dt.UTC, now: str = "2026-11-21T09:30:00"
    ) -> None:
        self.root = parse_xml(xml)
        self.moment = dt.datetime.fromisoformat(now).replace(tzinfo=zone)
        self.scene = Scene(self.root, lambda: self.moment, zone, chance=random.Random(1))

    def compiled(self, expression: str) -> Expression:
        declared = next(self.root.elements()).namespaces()
        return compile_expression(expression, {**KNOWN_PREFIXES, **declared})

    def _at(self, at: str | None) -> Node:
        return self.root if at is None else self.compiled(at).nodes(self.root, self.scene)[0]

    def value(self, expression: str, at: str | None = None) -> Value:
        return self.compiled(expression).value(self._at(at), self.scene)

    def text(self, expression: str, at: str | None = None) -> str:
        return text(self.value(expression, at))

    def number(self, expression: str, at: str | None = None) -> float:
        return number(self.value(expression, at), self.scene.zone)

    def holds(self, expression: str, at: str | None = None) -> bool:
        return truth(self.value(expression, at))

    def nodes(self, expression: str, at: str | None = None) -> list[str]:
        return [node.value() for node in self.compiled(expression).nodes(self._at(at), self.scene)]


def in_phoenix(xml: str = "<data/>") -> Document:
    return Document(xml, PHOENIX)
