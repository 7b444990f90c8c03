"""Expressions of a form: elementpath reads them, this module runs them with the meaning ODK gives them.

elementpath's tree is turned once into nested functions, so that running an expression costs microseconds and none of
XPath 2.0's strictness gets in: comparison with a node set is true for any of its nodes, ``'' > 1`` is false and never an
error, text that looks like a date counts as days since 1970, ``and``, ``or`` and ``if`` look no further than they need.
Only what a form of ours uses is here; anything else is refused when the form is read, never when a family is asked.
"""

import math
import operator
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, Self

import msgspec
from elementpath import ElementPathError, XPath1Parser
from elementpath.tdop import Parser, Token

from app.forms.values import (
    Node,
    Scene,
    Value,
    date_from_days,
    day_fraction,
    days,
    formatted,
    number,
    text,
    truth,
)

LONGEST_EXPRESSION = 4_000
_REFERENCE = re.compile(r"\$\{\s*([^{}\s]+)\s*\}")


class ExpressionInvalid(Exception):
    """The expression cannot be used; ``reason`` is a code, ``what`` the part that is not understood."""

    def __init__(self, reason: str, what: str = "") -> None:
        super().__init__(reason, what)
        self.reason = reason
        self.what = what


class _Place(msgspec.Struct, frozen=True):
    """Where an expression runs: ``node`` moves inside predicates, ``current`` is the field the expression belongs to."""

    node: Node
    current: Node
    scene: Scene


_Step = Callable[[_Place], Value]


class Expression(msgspec.Struct, frozen=True):
    """A compiled expression; ``references`` are the fields it reads."""

    source: str
    references: frozenset[str]
    run: Callable[[_Place], Any]

    @classmethod
    def compile(cls, source: str, path_to: Callable[[str], str]) -> Self:
        """``path_to`` gives the XPath of a ``${field}`` (KeyError if there is none). Raises ExpressionInvalid."""
        if len(source) > LONGEST_EXPRESSION:
            raise ExpressionInvalid("expression_too_long")
        references = frozenset(_REFERENCE.findall(source))
        for reference in sorted(references):
            try:
                path_to(reference)
            except KeyError:
                raise ExpressionInvalid("unknown_field", reference) from None
        spelled_out = _REFERENCE.sub(lambda found: f" {path_to(found[1])} ", source)
        return cls(source, references, _compiled(_parsed(spelled_out)))

    def value(self, node: Node, scene: Scene) -> Value:
        result: Value = self.run(_Place(node, node, scene))
        return result

    def text(self, node: Node, scene: Scene) -> str:
        return text(self.value(node, scene))

    def holds(self, node: Node, scene: Scene) -> bool:
        return truth(self.value(node, scene))


# functions, each with its least and most arguments


def _if(place: _Place, arguments: Sequence[_Step]) -> Value:
    return arguments[1](place) if truth(arguments[0](place)) else arguments[2](place)


def _coalesce(place: _Place, arguments: Sequence[_Step]) -> Value:
    return next((found for argument in arguments if (found := text(argument(place)))), "")


def _numbers(place: _Place, arguments: Sequence[_Step]) -> list[float]:
    values = [argument(place) for argument in arguments]
    return [
        number(item, place.scene)
        for value in values
        for item in (value if isinstance(value, list) else [value])
    ]


def _extreme(best: Callable[[list[float]], float]) -> Callable[[_Place, Sequence[_Step]], Value]:
    def chosen(place: _Place, arguments: Sequence[_Step]) -> Value:
        found = _numbers(place, arguments)
        return math.nan if not found or any(map(math.isnan, found)) else best(found)

    return chosen


def _round(place: _Place, arguments: Sequence[_Step]) -> Value:
    value = number(arguments[0](place), place.scene)
    return value if not math.isfinite(value) else float(math.floor(value + 0.5))


def _nodes(value: Value) -> list[Node]:
    return value if isinstance(value, list) else []


def _instance(place: _Place, arguments: Sequence[_Step]) -> Value:
    root = place.scene.instances.get(text(arguments[0](place)))
    return [] if root is None else [root]


_Function = Callable[[_Place, Sequence[_Step]], Value]
FUNCTIONS: Mapping[str, tuple[int, int | None, _Function]] = {
    "true": (0, 0, lambda place, a: True),
    "false": (0, 0, lambda place, a: False),
    "not": (1, 1, lambda place, a: not truth(a[0](place))),
    "if": (3, 3, _if),
    "coalesce": (1, None, _coalesce),
    "selected": (2, 2, lambda place, a: text(a[1](place)) in text(a[0](place)).split()),
    "count-selected": (1, 1, lambda place, a: float(len(text(a[0](place)).split()))),
    "number": (1, 1, lambda place, a: number(a[0](place), place.scene)),
    "string": (1, 1, lambda place, a: text(a[0](place))),
    "concat": (2, None, lambda place, a: "".join(text(argument(place)) for argument in a)),
    "string-length": (1, 1, lambda place, a: float(len(text(a[0](place))))),
    "count": (1, 1, lambda place, a: float(len(_nodes(a[0](place))))),
    "sum": (1, 1, lambda place, a: math.fsum(_numbers(place, a))),
    "max": (1, None, _extreme(max)),
    "min": (1, None, _extreme(min)),
    "round": (1, 1, _round),
    "today": (0, 0, lambda place, a: place.scene.now.date().isoformat()),
    "now": (0, 0, lambda place, a: place.scene.now.isoformat()),
    "date": (1, 1, lambda place, a: date_from_days(number(a[0](place), place.scene), place.scene)),
    "decimal-date-time": (1, 1, lambda place, a: days(text(a[0](place)), place.scene)),
    "decimal-time": (1, 1, lambda place, a: day_fraction(text(a[0](place)))),
    "format-date-time": (2, 2, lambda place, a: formatted(text(a[0](place)), text(a[1](place)), place.scene)),
    "current": (0, 0, lambda place, a: [place.current]),
    "instance": (1, 1, _instance),
}


class FormXPathParser(XPath1Parser):
    """XPath 1.0 with ODK's functions; a path may begin with a function (``instance('members')/root``)."""

    PATH_STEP_LABELS: ClassVar[tuple[str, ...]] = ("axis", "function", "kind test")
    PATH_STEP_SYMBOLS: ClassVar[set[str]] = {*XPath1Parser.PATH_STEP_SYMBOLS, "("}


def _teach(parser: type[XPath1Parser]) -> None:
    for name, (least, most, _) in FUNCTIONS.items():
        # A built-in keeps its old arity when it is registered again, so it is forgotten first.
        parser.symbol_table.pop(name, None)
        parser.function(name, nargs=least if least == most else (least, most))
    parser.build()


_teach(FormXPathParser)


def _parsed(source: str) -> Token[Any]:
    parser = FormXPathParser()
    try:
        # Not XPath1Parser.parse: that also evaluates, without answers, and calls the result an error.
        return Parser.parse(parser, source)
    except ElementPathError as error:
        raise ExpressionInvalid("not_an_expression", str(error)) from None
    except RecursionError:
        raise ExpressionInvalid("expression_too_deep") from None


# the tree -> functions


def _compiled(token: Token[Any]) -> _Step:
    symbol = token.symbol
    if symbol in ("(string)", "(integer)", "(decimal)", "(float)"):
        literal: Value = token.value if symbol == "(string)" else float(token.value)
        return lambda place: literal
    if symbol in FUNCTIONS and token.label == "function":
        return _call(symbol, [_compiled(argument) for argument in token])
    compile_symbol = _SYMBOLS.get(symbol)
    if compile_symbol is None:
        raise ExpressionInvalid("unknown_function" if token.label == "function" else "unsupported", symbol)
    return compile_symbol(token)


def _call(name: str, arguments: list[_Step]) -> _Step:
    act = FUNCTIONS[name][2]
    return lambda place: act(place, arguments)


def _name(token: Token[Any]) -> _Step:
    name = str(token.value)
    return lambda place: [child for child in place.node.children if child.name == name]


def _parent(token: Token[Any]) -> _Step:
    return lambda place: [place.node.parent] if place.node.parent is not None else []


def _path(token: Token[Any]) -> _Step:
    if len(token) == 1:
        first = _compiled(token[0])
        return lambda place: first(_Place(place.scene.document, place.current, place.scene))
    start, step = _compiled(token[0]), _compiled(token[1])

    def walk(place: _Place) -> Value:
        found: dict[int, Node] = {}
        for node in _nodes(start(place)):
            for reached in _nodes(step(_Place(node, place.current, place.scene))):
                found[id(reached)] = reached
        return list(found.values())

    return walk


def _predicate(token: Token[Any]) -> _Step:
    nodes, condition = _compiled(token[0]), _compiled(token[1])

    def kept(place: _Place) -> Value:
        chosen = []
        for position, node in enumerate(_nodes(nodes(place)), start=1):
            verdict = condition(_Place(node, place.current, place.scene))
            if verdict == position if isinstance(verdict, float) else truth(verdict):
                chosen.append(node)
        return chosen

    return kept


def _both(token: Token[Any]) -> _Step:
    left, right = map(_compiled, token)
    return lambda place: truth(left(place)) and truth(right(place))


def _either(token: Token[Any]) -> _Step:
    left, right = map(_compiled, token)
    return lambda place: truth(left(place)) or truth(right(place))


_ARITHMETIC: Mapping[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "div": lambda a, b: a / b if b else math.nan if not a or math.isnan(a) else math.copysign(math.inf, a),
    "mod": lambda a, b: math.fmod(a, b) if b and math.isfinite(a) else math.nan,
}


def _arithmetic(token: Token[Any]) -> _Step:
    sides = [_compiled(side) for side in token]
    if len(sides) == 1:
        sign = -1.0 if token.symbol == "-" else 1.0
        return lambda place: sign * number(sides[0](place), place.scene)
    left, right = sides
    compute = _ARITHMETIC[token.symbol]
    return lambda place: compute(number(left(place), place.scene), number(right(place), place.scene))


_COMPARE: Mapping[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def _comparison(token: Token[Any]) -> _Step:
    left, right = map(_compiled, token)
    symbol = token.symbol
    return lambda place: _compare(symbol, left(place), right(place), place.scene)


def _compare(symbol: str, left: Value, right: Value, scene: Scene) -> bool:
    compare = _COMPARE[symbol]
    if isinstance(left, bool) or isinstance(right, bool):
        return compare(truth(left), truth(right))
    if isinstance(left, list):
        return any(_compare(symbol, node.text, right, scene) for node in left)
    if isinstance(right, list):
        return any(_compare(symbol, left, node.text, scene) for node in right)
    if symbol in ("=", "!=") and isinstance(left, str) and isinstance(right, str):
        return compare(left, right)
    return compare(number(left, scene), number(right, scene))


_SYMBOLS: Mapping[str, Callable[[Token[Any]], _Step]] = {
    "(name)": _name,
    ".": lambda token: lambda place: [place.node],
    "..": _parent,
    "/": _path,
    "[": _predicate,
    "(": lambda token: _compiled(token[0]),
    "and": _both,
    "or": _either,
    **dict.fromkeys(_ARITHMETIC, _arithmetic),
    **dict.fromkeys(_COMPARE, _comparison),
}
