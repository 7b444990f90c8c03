"""elementpath's tree -> nested functions.

An expression is compiled once per form and then run for every repetition and every answer, at a few microseconds each.
``and``, ``or`` and ``if`` look no further than they need. Chains of one operator become one function, so that a sum of
three hundred fields is not three hundred calls deep.

An absolute path means, inside a repeat, the repetition it is used in (the ODK specification's deviation from XPath),
except where a step has a predicate of its own and except for the last step: ``count(/data/child)`` counts all children.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Any, Final

import msgspec
from elementpath.tdop import Token

from app.forms.xform.document import KNOWN_PREFIXES, Node
from app.forms.xform.errors import XPathProblem
from app.forms.xform.xpath.axes import in_document_order, kind_test
from app.forms.xform.xpath.date_functions import DATE_FUNCTIONS
from app.forms.xform.xpath.function import Function
from app.forms.xform.xpath.geo_functions import GEO_FUNCTIONS
from app.forms.xform.xpath.node_functions import NODE_FUNCTIONS, indexed_repeat
from app.forms.xform.xpath.number_functions import NUMBER_FUNCTIONS
from app.forms.xform.xpath.operators import ARITHMETIC, COMPARE
from app.forms.xform.xpath.parsing import parse_expression
from app.forms.xform.xpath.scene import Place, Run, Scene
from app.forms.xform.xpath.signatures import SIGNATURES, UNKNOWN_CALL, UNSUPPORTED, Kind, written_call
from app.forms.xform.xpath.string_functions import STRING_FUNCTIONS, compiled_pattern
from app.forms.xform.xpath.tokens import (
    LITERALS,
    Step,
    is_call,
    is_own_position,
    is_step,
    kind_of,
    plain_step,
)
from app.forms.xform.xpath.truth_functions import TRUTH_FUNCTIONS
from app.forms.xform.xpath.values import Value, compare, number, text, truth
from app.forms.xform.xpath.walking import (
    absolute_path,
    from_context,
    from_document,
    kept,
    nodes_of,
    visible,
    walker,
)

FUNCTIONS: Final[Mapping[str, Function]] = {
    **STRING_FUNCTIONS, **NUMBER_FUNCTIONS, **TRUTH_FUNCTIONS, **DATE_FUNCTIONS, **NODE_FUNCTIONS, **GEO_FUNCTIONS,
}  # fmt: skip
DEEPEST_EXPRESSION: Final = 150


class Expression(msgspec.Struct, frozen=True):
    """A compiled expression. ``tree`` stays for whoever asks what it reads; ``kind`` is what it gives, if that is sure."""

    source: str
    tree: Token[Any]
    run: Run
    kind: Kind

    def value(self, node: Node, scene: Scene) -> Value:
        try:
            return self.run(Place(node, node, scene))
        except RecursionError:
            raise XPathProblem("too_long", "the expression is nested too deeply") from None
        except OverflowError:
            return math.nan

    def text(self, node: Node, scene: Scene) -> str:
        return text(self.value(node, scene))

    def holds(self, node: Node, scene: Scene) -> bool:
        return truth(self.value(node, scene))

    def nodes(self, node: Node, scene: Scene) -> list[Node]:
        """The node set it gives; none if it gives something else."""
        found = self.value(node, scene)
        return found if isinstance(found, list) else []


def compile_expression(
    source: str, namespaces: Mapping[str, str] = KNOWN_PREFIXES, *, lazily: bool = False, hidden: bool = False
) -> Expression:
    """Raises XPathProblem for what does not parse, an unknown function or prefix, a wrong number or kind of arguments.

    ``lazily`` leaves all of that but the first to whoever computes the part that is wrong: ``false() and nothing()``.
    A ``hidden`` path finds its nodes also while they are not relevant.
    """
    tree = parse_expression(source, namespaces)
    try:
        run = _Compiler(namespaces, lazily=lazily, hidden=hidden).compiled(tree)
        return Expression(source, tree, run, kind_of(tree))
    except RecursionError:
        raise XPathProblem("xpath", "the expression is nested too deeply") from None


def compile_part(tree: Token[Any], namespaces: Mapping[str, str]) -> Expression:
    """A part of an expression by itself, for whoever asks why the whole has its value."""
    return Expression("", tree, _Compiler(namespaces).compiled(tree), kind_of(tree))


def _refusal(problem: XPathProblem) -> Run:
    def refuse(_place: Place) -> Value:
        raise XPathProblem(problem.code, problem.message)

    return refuse


class _Compiler:
    def __init__(self, namespaces: Mapping[str, str], *, lazily: bool = False, hidden: bool = False) -> None:
        self._namespaces = {**KNOWN_PREFIXES, **namespaces}
        self._lazily = lazily
        self._hidden = hidden
        self._depth = 0

    def compiled(self, token: Token[Any]) -> Run:
        self._depth += 1
        if self._depth > DEEPEST_EXPRESSION:
            raise XPathProblem("xpath", f"nested more than {DEEPEST_EXPRESSION} deep")
        try:
            return self._compiled(token)
        except XPathProblem as problem:
            if not self._lazily:
                raise
            return _refusal(problem)
        finally:
            self._depth -= 1

    def _compiled(self, token: Token[Any]) -> Run:
        symbol = token.symbol
        if symbol in LITERALS:
            literal: Value = token.value if symbol == "(string)" else float(token.value)
            return lambda place: literal
        if symbol == "(":
            if len(token) != 1:
                raise XPathProblem("xpath", "unexpected brackets")
            return self.compiled(token[0])
        if symbol == UNKNOWN_CALL:
            raise XPathProblem("xpath", f"there is no function {token.value}()")
        if is_call(token):
            return self._call(token)
        if symbol in ("and", "or"):
            return self._logic(token)
        if symbol in COMPARE:
            return self._comparison(token)
        if symbol in ARITHMETIC and len(token):
            return self._arithmetic(token)
        if symbol == "|":
            return self._union(token)
        if symbol in ("/", "//", "[") or is_step(token):
            return self._path(token)
        raise XPathProblem("xpath", f"not supported in an expression: {symbol}")

    # operators

    def _chain(
        self, token: Token[Any], symbols: Sequence[str]
    ) -> tuple[Token[Any], list[tuple[str, Token[Any]]]]:
        """``a + b - c`` -> a, [(+, b), (-, c)]"""
        rest: list[tuple[str, Token[Any]]] = []
        while token.symbol in symbols and len(token) == 2:
            rest.append((token.symbol, token[1]))
            token = token[0]
        rest.reverse()
        return token, rest

    def _logic(self, token: Token[Any]) -> Run:
        first, rest = self._chain(token, (token.symbol,))
        sides = [self.compiled(side) for side in (first, *(side for _, side in rest))]
        if token.symbol == "and":
            return lambda place: all(truth(side(place)) for side in sides)
        return lambda place: any(truth(side(place)) for side in sides)

    def _comparison(self, token: Token[Any]) -> Run:
        symbol, operate = token.symbol, COMPARE[token.symbol]
        left, right = self._compared(token[0]), self._compared(token[1])
        return lambda place: compare(symbol, operate, left(place), right(place), place.scene.zone)

    def _compared(self, token: Token[Any]) -> Run:
        """A side of a comparison: where a path finds nothing but what is not relevant, that counts as an empty text."""
        while token.symbol == "(" and len(token) == 1:
            token = token[0]
        if token.symbol in ("/", "//", "[") or is_step(token):
            return self._path(token, blank=True)
        return self.compiled(token)

    def _arithmetic(self, token: Token[Any]) -> Run:
        if len(token) == 1:
            if token.symbol != "-":
                raise XPathProblem("xpath", f"{token.symbol} needs something before it")
            inner = self.compiled(token[0])
            return lambda place: -number(inner(place), place.scene.zone)
        symbols = ("+", "-") if token.symbol in "+-" else ("*", "div", "mod")
        head, rest = self._chain(token, symbols)
        first = self.compiled(head)
        others = [(ARITHMETIC[symbol], self.compiled(side)) for symbol, side in rest]
        if len(others) == 1:
            operate, second = others[0]
            return lambda place: operate(
                number(first(place), place.scene.zone), number(second(place), place.scene.zone)
            )

        def run(place: Place) -> Value:
            zone = place.scene.zone
            total = number(first(place), zone)
            for operate, side in others:
                total = operate(total, number(side(place), zone))
            return total

        return run

    def _union(self, token: Token[Any]) -> Run:
        head, rest = self._chain(token, ("|",))
        parts = [head, *(side for _, side in rest)]
        for part in parts:
            self._needs_nodes(part, "|")
        sides = [self.compiled(part) for part in parts]
        return lambda place: in_document_order(
            [node for side in sides for node in nodes_of(side(place))], place.scene.spend
        )

    # functions

    def _needs_nodes(self, token: Token[Any], what: str) -> None:
        if kind_of(token) not in ("nodes", "any"):
            raise XPathProblem("xpath", f"{what} needs nodes, not a {kind_of(token)}")

    def _call(self, token: Token[Any]) -> Run:
        name = token.symbol
        signature = SIGNATURES[name]
        if not signature.takes(len(token)):
            raise XPathProblem("xpath", f"{written_call(name)} takes {signature.counts()}, not {len(token)}")
        for index in signature.nodes:
            if index < len(token):
                self._needs_nodes(token[index], f"{name}()")
        if name == "indexed-repeat":
            return self._indexed_repeat(token)
        if name == "weighted-checklist" and len(token) % 2:
            raise XPathProblem("xpath", "weighted-checklist() needs a weight for each value")
        if name == "regex" and token[1].symbol == "(string)":
            compiled_pattern(token[1].value)
        if name == "jr-choice-name":
            return self._choice_name(token)
        if name in UNSUPPORTED:
            return lambda place: ""
        act = FUNCTIONS[name]
        if is_own_position(token) and token[0].symbol == ".":
            return lambda place: act(place, (from_context,))
        arguments = [self.compiled(argument) for argument in token]
        return lambda place: act(place, arguments)

    def _indexed_repeat(self, token: Token[Any]) -> Run:
        if len(token) % 2 == 0:
            raise XPathProblem("xpath", "indexed-repeat() needs an index for each repeat")
        for argument in token[1::2]:
            self._needs_nodes(argument, "indexed-repeat()")
        target = self._path(token[0], own=False)
        pairs = [
            (self.compiled(group), self._path(group, own=False), self.compiled(index))
            for group, index in zip(token[1::2], token[2::2], strict=True)
        ]
        return lambda place: indexed_repeat(place, target, pairs)

    def _choice_name(self, token: Token[Any]) -> Run:
        value = self.compiled(token[0])
        if token[1].symbol == "(string)":
            # A choice has its name whether or not the question is relevant.
            path = compile_expression(token[1].value, self._namespaces, hidden=True).run
            arguments = [value, path]
            return lambda place: FUNCTIONS["jr-choice-name"](place, arguments)
        written = self.compiled(token[1])

        def run(place: Place) -> Value:
            path = compile_expression(text(written(place)), self._namespaces, hidden=True).run
            return FUNCTIONS["jr-choice-name"](place, [value, path])

        return run

    # paths

    def _path(self, token: Token[Any], *, own: bool = True, blank: bool = False) -> Run:
        hidden, self._hidden = self._hidden, False  # of the whole path, not of paths in its predicates
        start, steps = self._steps(token)
        absolute = start is None
        if absolute and not hidden and all(step.name is not None and not step.predicates for step in steps):
            return absolute_path([step.name for step in steps if step.name is not None], own=own, blank=blank)
        walk = [
            walker(step, own=own and absolute and index < len(steps) - 1) for index, step in enumerate(steps)
        ]
        begin = from_document if start is None else start

        def run(place: Place) -> Value:
            nodes = begin(place)
            if not isinstance(nodes, list):
                raise XPathProblem("xpath", "a path needs nodes to begin with")
            for step in walk:
                nodes = step(nodes, place)
            return nodes if hidden else visible(nodes, blank=blank)

        return run

    def _steps(self, token: Token[Any]) -> tuple[Run | None, list[Step]]:
        """Where a path begins (None for the document) and its steps."""
        anywhere = Step("descendant-or-self", kind_test("node"))
        before: list[Step] = []
        while token.symbol in ("/", "//"):
            if len(token) == 0:
                return None, before
            step = self._step(token[-1])
            if token.symbol == "/":
                before = [step, *before]
            elif step.axis == "child" and not step.predicates:
                before = [Step("descendant", step.test), *before]
            else:
                before = [anywhere, step, *before]
            if len(token) == 1:
                return None, before
            token = token[0]
        if is_step(token):
            return from_context, [self._step(token), *before]
        if token.symbol == "[":
            return self._filtered(token), before
        self._needs_nodes(token, "a path")
        return self.compiled(token), before

    def _filtered(self, token: Token[Any]) -> Run:
        """``(//x)[1]`` and ``instance('a')[...]``: a predicate on a whole node set."""
        nodes, condition = self.compiled(token[0]), self.compiled(token[1])
        self._needs_nodes(token[0], "a predicate")
        return lambda place: kept(nodes_of(nodes(place)), condition, place)

    def _step(self, token: Token[Any]) -> Step:
        if token.symbol == "[":
            step = self._step(token[0])
            return Step(step.axis, step.test, (*step.predicates, self.compiled(token[1])), step.name)
        return plain_step(token, self._namespaces)
