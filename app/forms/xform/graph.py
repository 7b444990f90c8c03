"""The rules of a form in the order they have to be computed, and who reads what.

For every field there is its value and, above it, its relevance and whether it is read-only; a rule comes after all it reads.
A form whose calculations, relevance, required or read-only rules go round in a circle is refused, naming the fields.
Constraints may read their own field. How many repetitions a count asks for and which choices a filter offers may depend
on anything: they are computed again whenever what they read changes, until nothing changes any more.
"""

import graphlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, Literal

import msgspec
from elementpath.tdop import Token

from app.forms.xform.errors import Problem
from app.forms.xform.model import Field
from app.forms.xform.xpath.compilation import Expression
from app.forms.xform.xpath.reads import Reader

Kind = Literal["relevant", "calculate", "choices", "count", "readonly", "required", "constraint"]
_KINDS: Final[Sequence[Kind]] = (
    "relevant",
    "calculate",
    "choices",
    "count",
    "readonly",
    "required",
    "constraint",
)
_COLUMNS: Final[Mapping[str, str]] = {
    "relevant": "relevant", "calculate": "calculation", "required": "required", "readonly": "read_only",
}  # fmt: skip
# What expressions give differently in another language.
_SPEAKING: Final = ("choice-name", "itext", "format-date")


class Rule(msgspec.Struct, frozen=True):
    """``order`` is its place among all rules; ``speaks`` if its value depends on the language shown."""

    field: Field
    kind: Kind
    expression: Expression
    order: int
    speaks: bool


class Reading(msgspec.Struct, frozen=True):
    """A rule reads a field; ``shared`` is the innermost repeat both stand in if the reading stays within a repetition."""

    rule: Rule
    shared: Field | None
    wide: bool


class Rules(msgspec.Struct, frozen=True):
    """Every rule in order, and by field the readings of it."""

    all: tuple[Rule, ...]
    readings: Mapping[Field, tuple[Reading, ...]]
    by_field: Mapping[Field, tuple[Rule, ...]]


def _expressions(field: Field) -> Iterator[tuple[Kind, Expression]]:
    for kind in _KINDS:
        if kind == "choices":
            itemset = field.control.itemset if field.control is not None else None
            expression = itemset.nodes if itemset is not None else None
        elif kind == "count":
            expression = field.repeat.count if field.repeat is not None else None
        else:
            expression = getattr(field, kind)
        if expression is not None:
            yield kind, expression


def _value_of_choices(field: Field, kind: Kind) -> Token[Any] | None:
    """Choices are also others when the values of their rows are."""
    itemset = field.control.itemset if field.control is not None and kind == "choices" else None
    return itemset.value.tree if itemset is not None else None


# What is sorted: a value, the relevance above it, whether it is read-only.
_Vertex = tuple[str, Field]


def rules_of(fields: Sequence[Field], reader: Reader) -> tuple[Rules | None, list[Problem]]:
    """The rules of all fields; None and the problem if they go round in a circle."""
    found: list[tuple[Field, Kind, Expression, list[tuple[Field, bool]]]] = []
    # Dictionaries for sets in order: the same form has the same order of rules, and the same circle named, every time.
    before: dict[_Vertex, dict[_Vertex, None]] = {}
    for field in fields:
        before["value", field] = {("relevant", field): None, ("readonly", field): None}
        for above in ("relevant", "readonly"):
            before[above, field] = {(above, field.parent): None} if field.parent is not None else {}
        for kind, expression in _expressions(field):
            reads = reader.reads(expression.tree, field.prototype, _value_of_choices(field, kind))
            found.append((field, kind, expression, reads))
            if kind in _COLUMNS:
                vertex = (kind, field) if kind in ("relevant", "readonly") else ("value", field)
                before[vertex] |= {("value", read): None for read, _ in reads}
    try:
        sorted_vertices = list(graphlib.TopologicalSorter(before).static_order())
    except graphlib.CycleError as cycle:
        return None, [_cycle(cycle.args[1])]
    rank = {vertex: order for order, vertex in enumerate(sorted_vertices)}
    return _ordered(found, rank), []


def _cycle(vertices: Sequence[_Vertex]) -> Problem:
    """``age depends on itself: age → group → age``; the vertices come from what is read to what reads it."""
    names = [field for _, field in reversed(vertices)]
    round_trip = [field for index, field in enumerate(names) if index == 0 or field is not names[index - 1]]
    if len(round_trip) == 1:
        round_trip *= 2
    first = next(
        (field for field in round_trip if any(getattr(field, kind) for kind in _COLUMNS)), round_trip[0]
    )
    column = next((_COLUMNS[kind] for kind in _COLUMNS if getattr(first, kind) is not None), None)
    path = " → ".join(field.name for field in round_trip)
    return Problem(
        "error", "cycle", f"{round_trip[0].name} depends on itself: {path}", ref=first.path, column=column,
        line=first.bind_line or None,
    )  # fmt: skip


def _ordered(
    found: Sequence[tuple[Field, Kind, Expression, list[tuple[Field, bool]]]], rank: Mapping[_Vertex, int]
) -> Rules:
    def place(entry: tuple[Field, Kind, Expression, object]) -> tuple[int, int]:
        field, kind, _, _ = entry
        vertex: _Vertex = (kind, field) if kind in ("relevant", "readonly") else ("value", field)
        late = len(rank) if kind in ("required", "constraint") else 0
        return rank[vertex] + late, _KINDS.index(kind)

    rules: list[Rule] = []
    readings: dict[Field, list[Reading]] = {}
    by_field: dict[Field, list[Rule]] = {}
    for order, (field, kind, expression, reads) in enumerate(sorted(found, key=place)):
        speaks = any(word in expression.source for word in _SPEAKING)
        rule = Rule(field, kind, expression, order, speaks)
        rules.append(rule)
        by_field.setdefault(field, []).append(rule)
        for read, wide in dict.fromkeys(reads):
            readings.setdefault(read, []).append(Reading(rule, _shared(field, read), wide))
    return Rules(
        tuple(rules),
        {field: tuple(ones) for field, ones in readings.items()},
        {field: tuple(ones) for field, ones in by_field.items()},
    )


def _shared(one: Field, other: Field) -> Field | None:
    shared = None
    for mine, theirs in zip(one.repeats(), other.repeats(), strict=False):
        if mine is not theirs:
            break
        shared = mine
    return shared
