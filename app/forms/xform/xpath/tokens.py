"""elementpath's tokens: which are calls, which are steps of a path, and what each gives."""

from collections.abc import Mapping
from typing import Any, Final

import msgspec
from elementpath.tdop import Token

from app.forms.xform.document import ELEMENT
from app.forms.xform.errors import XPathProblem
from app.forms.xform.xpath.axes import AXES, PRINCIPAL, Test, kind_test, name_test
from app.forms.xform.xpath.operators import ARITHMETIC, COMPARE
from app.forms.xform.xpath.scene import Run
from app.forms.xform.xpath.signatures import SIGNATURES, UNKNOWN_CALL, Kind

LITERALS: Final = frozenset({"(string)", "(integer)", "(decimal)", "(float)"})


def is_call(token: Token[Any]) -> bool:
    return token.label == "function" and token.symbol in SIGNATURES


def kind_of(token: Token[Any]) -> Kind:
    """What an expression gives, as far as its form tells."""
    symbol = token.symbol
    if symbol == "(" and len(token) == 1:
        return kind_of(token[0])
    if symbol == "(string)":
        return "string"
    if symbol in LITERALS or (symbol in ARITHMETIC and len(token)):
        return "number"
    if symbol in COMPARE or symbol in ("and", "or"):
        return "boolean"
    if is_call(token):
        return SIGNATURES[symbol].gives
    return "any" if symbol == UNKNOWN_CALL else "nodes"


class Step(msgspec.Struct, frozen=True):
    """One step of a path. ``name`` is set for a plain child step, which most are."""

    axis: str
    test: Test
    predicates: tuple[Run, ...] = ()
    name: str | None = None


def is_step(token: Token[Any]) -> bool:
    symbol = token.symbol
    if symbol == "[":
        return is_step(token[0])
    if symbol == "*":
        return len(token) == 0
    return symbol in ("(name)", ":", "@", ".", "..") or token.label in ("axis", "kind test")


def written_name(token: Token[Any]) -> str:
    """``name``, ``*``, ``prefix:name`` or ``prefix:*``."""
    if token.symbol == ":":
        return f"{written_name(token[0])}:{written_name(token[1])}"
    return "*" if token.symbol == "*" else str(token.value if token.symbol == "(name)" else token.symbol)


def is_own_position(token: Token[Any]) -> bool:
    """``position(.)``: the place among others, whatever the node holds and whether it is relevant."""
    return token.symbol == "position" and len(token) == 1 and token[0].symbol in (".", "current")


def plain_step(token: Token[Any], namespaces: Mapping[str, str]) -> Step:
    """A step without predicates. Raises XPathProblem for an unknown axis or prefix, or if it is no step."""
    symbol = token.symbol
    if symbol == ".":
        return Step("self", kind_test("node"))
    if symbol == "..":
        return Step("parent", kind_test("node"))
    if symbol == "@":
        return Step("attribute", _test(token[0], "attribute", namespaces))
    if token.label == "axis":
        if symbol not in AXES:
            raise XPathProblem("xpath", f"unknown axis {symbol}")
        return Step(symbol, _test(token[0], symbol, namespaces))
    if not is_step(token):
        raise XPathProblem("xpath", f"not a step of a path: {symbol}")
    name = str(token.value) if symbol == "(name)" else None
    return Step("child", _test(token, "child", namespaces), name=name)


def _test(token: Token[Any], axis: str, namespaces: Mapping[str, str]) -> Test:
    if token.label == "kind test":
        return kind_test(token.symbol, str(token[0].value) if len(token) else None)
    if token.label == "function":
        raise XPathProblem("xpath", "a function is no name of a node")
    try:
        return name_test(written_name(token), namespaces, PRINCIPAL.get(axis, ELEMENT))
    except KeyError as unknown:
        raise XPathProblem("xpath", f"unknown prefix {unknown.args[0]!r}") from None
