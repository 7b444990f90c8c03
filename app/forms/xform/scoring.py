"""Why a form suggests its level: the answers behind it, found in the form's own expressions.

A form that has levels computes ``level`` (none, low, medium, high, urgent), usually from ``score``, which is a sum of
domains ``dom_<name>``, each a sum of points for answers. The reasons are read off those expressions: of an ``if`` the branch
that was taken, of a sum the parts above zero, of ``max()`` the repetition that counts. A level is a working aid: a person
confirms it, or decides otherwise with a written reason.
"""

from collections.abc import Iterator
from typing import Any, Final, Literal, get_args

import msgspec
from elementpath.tdop import Token

from app.forms.xform.document import Node
from app.forms.xform.model import Field
from app.forms.xform.paper import Paper
from app.forms.xform.xpath.compilation import Expression
from app.forms.xform.xpath.tokens import LITERALS, is_call, is_step
from app.forms.xform.xpath.values import number, text_number

Level = Literal["none", "low", "medium", "high", "urgent"]
LEVELS: Final[tuple[Level, ...]] = get_args(Level)
DOMAIN: Final = "dom_"
DEEPEST: Final = 12
"""Calculations that read calculations; a form that goes deeper shows the reasons it has until there."""


class Reason(msgspec.Struct, frozen=True):
    """A question whose answer speaks for the level; ``points`` 0 where the form gives none."""

    node: Node
    points: float


class Score(msgspec.Struct, frozen=True):
    """What the form suggests now. ``level`` is None for a form without levels; ``domains`` by name, in the form's order."""

    level: Level | None
    provisional: bool
    points: float | None
    domains: tuple[tuple[str, float], ...]
    reasons: tuple[Reason, ...]
    danger: tuple[Node, ...]


def score_of(paper: Paper, *, missing: bool | None = None) -> Score:
    """The level as the answers stand; provisional while something required is missing (``missing``, if the caller knows)."""
    if missing is None:
        missing = any(paper.entry.failed(node) == "required" for node in paper.asked())
    said = paper.computed("level")
    domains = tuple(
        (field.name.removeprefix(DOMAIN), _points(paper.computed(field.name)))
        for field in paper.form.root.children
        if field.name.startswith(DOMAIN)
    )
    return Score(
        level=said if said in LEVELS else None,
        provisional=missing,
        points=_points(paper.computed("score")) if paper.computed("score") else None,
        domains=domains,
        reasons=_reasons(paper),
        danger=paper.danger_signs(),
    )


def _points(written: str) -> float:
    try:
        return float(written)
    except ValueError:
        return 0.0


def _reasons(paper: Paper) -> tuple[Reason, ...]:
    field = paper.form.field(f"{paper.form.root.path}/level")
    found: dict[int, Reason] = {}
    if field is not None and field.calculate is not None:
        paper.entry.scene.allow()
        explaining = _Explaining(paper)
        for node in paper.entry.root.named(field.name):
            for reason in explaining.calculated(node, 0):
                before = found.get(id(reason.node))
                if before is None or before.points < reason.points:
                    found[id(reason.node)] = reason
    order = {id(node): place for place, node in enumerate(paper.entry.root.descendants())}
    return tuple(sorted(found.values(), key=lambda reason: order.get(id(reason.node), 0)))


class _Explaining:
    """One look at an entry; each calculation is explained once."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._scene = paper.entry.scene
        self._seen: set[int] = set()

    def calculated(self, node: Node, depth: int) -> Iterator[Reason]:
        if id(node) not in self._seen and depth < DEEPEST:
            self._seen.add(id(node))
            yield from self._explain(node.field.calculate.tree, node, depth)

    def _part(self, token: Token[Any]) -> Expression:
        return self._paper.part(token)

    def _number(self, token: Token[Any], node: Node) -> float:
        return number(self._part(token).value(node, self._scene), self._scene.zone)

    def _explain(self, token: Token[Any], node: Node, depth: int) -> Iterator[Reason]:
        symbol = token.symbol
        if symbol == "(" and len(token) == 1:
            yield from self._explain(token[0], node, depth)
        elif is_call(token) and symbol == "if":
            yield from self._decided(token, node, depth)
        elif symbol == "+" and len(token) == 2:
            for side in token:
                if self._number(side, node) > 0:
                    yield from self._explain(side, node, depth)
        elif is_call(token) and symbol == "max":
            yield from self._largest(token, node, depth)
        elif is_call(token) and symbol in ("concat", "normalize-space"):
            for part in token:
                if self._part(part).text(node, self._scene).strip():
                    yield from self._explain(part, node, depth)
        else:
            yield from self._conditions(token, node, 0, depth)

    def _decided(self, token: Token[Any], node: Node, depth: int) -> Iterator[Reason]:
        """``if(condition, then, else)``: a constant is explained by its condition, anything else by itself."""
        holds = self._part(token[0]).holds(node, self._scene)
        branch = token[1] if holds else token[2]
        if branch.symbol not in LITERALS:
            yield from self._explain(branch, node, depth)
        elif holds:
            points = float(branch.value) if branch.symbol != "(string)" else 0.0
            yield from self._conditions(token[0], node, points, depth)

    def _conditions(self, token: Token[Any], node: Node, points: float, depth: int) -> Iterator[Reason]:
        """What an expression looks at; of ``or`` only the sides that hold."""
        symbol = token.symbol
        if symbol == "or":
            for side in token:
                if self._part(side).holds(node, self._scene):
                    yield from self._conditions(side, node, points, depth)
        elif symbol in ("/", "//", "[") or is_step(token):
            found = self._part(token).nodes(node, self._scene)
            for read in found:
                yield from self._read(read, points, depth)
            if found and found[0].field is None:  # rows of a list, chosen by answers
                for condition in _predicates(token):
                    yield from self._conditions(condition, node, 0, depth)
        elif symbol not in LITERALS:
            for child in token:
                yield from self._conditions(child, node, points, depth)

    def _largest(self, token: Token[Any], node: Node, depth: int) -> Iterator[Reason]:
        read = [one for side in token for one in self._part(side).nodes(node, self._scene)]
        values = [(text_number(one.text, self._scene.zone), one) for one in read]
        most = max((value for value, _ in values if value > 0), default=None)
        for value, one in values:
            if value == most:
                yield from self._read(one, value, depth)

    def _read(self, read: Node, points: float, depth: int) -> Iterator[Reason]:
        field: Field | None = read.field
        if field is None or not read.text:
            return
        listed = field.calculate is not None and field.control is not None and field.control.kind == "select"
        if field.control is not None and not listed:
            yield Reason(read, points)
        elif field.calculate is not None and read.text != "0":
            yield from self.calculated(read, depth + 1)


def _predicates(path: Token[Any]) -> Iterator[Token[Any]]:
    if path.symbol == "[":
        yield path[1]
        yield from _predicates(path[0])
    elif path.symbol in ("/", "//"):
        for side in path:
            yield from _predicates(side)
