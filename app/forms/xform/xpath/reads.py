"""What an expression reads: found on the prototype of a record, where every field stands once.

A reading is *wide* if it leaves the repetition the expression stands in, so that the answer in one repetition matters to
expressions in others; otherwise an answer reaches only its own repetition.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from elementpath.tdop import Token

from app.forms.xform.document import Node
from app.forms.xform.errors import XPathProblem
from app.forms.xform.xpath.axes import AXES
from app.forms.xform.xpath.parsing import parse_expression
from app.forms.xform.xpath.signatures import UNSUPPORTED
from app.forms.xform.xpath.tokens import is_call, is_own_position, is_step, plain_step, written_name

_CHILDLIKE = frozenset({"child", "self", "parent", "attribute"})
_OF_CONTEXT = frozenset({"string", "number", "string-length", "normalize-space", "name", "local-name"})


class Item(msgspec.Struct, frozen=True):
    node: Node
    wide: bool


class Where(msgspec.Struct, frozen=True):
    """Nodes of the prototype a path may give; not ``known`` if they may lie outside the record."""

    items: tuple[Item, ...] = ()
    known: bool = False


_NOWHERE = Where()


class _Walk:
    """One expression examined: ``reads`` and ``missing`` fill up while it is walked through."""

    def __init__(self, current: Node, namespaces: Mapping[str, str], own: str) -> None:
        self.current = current
        self.own = own
        self.namespaces = namespaces
        self.reads: dict[tuple[int, bool], Item] = {}
        self.missing: list[str] = []
        self.instances: list[str] = []
        self._around = {id(node) for node in (current, *current.ancestors())}

    def note(self, where: Where) -> Where:
        for item in where.items:
            self.reads[id(item.node), item.wide] = item
        return where

    def walk(self, token: Token[Any], at: Where) -> Where:
        symbol = token.symbol
        if symbol == "(" and len(token):
            return self.walk(token[0], at)
        if is_call(token):
            return self.note(self._call(token, at))
        if symbol == "|":
            sides = [self.walk(side, at) for side in token]
            return Where(tuple(item for side in sides for item in side.items))
        if symbol in ("/", "//", "[") or is_step(token):
            return self.note(self._path(token, at))
        for child in token:
            self.walk(child, at)
        return _NOWHERE

    def _call(self, token: Token[Any], at: Where) -> Where:
        symbol = token.symbol
        if symbol == "current":
            return Where((Item(self.current, False),), True)
        if symbol in _OF_CONTEXT and len(token) == 0:
            self.note(at)
        if symbol == "instance" and token[0].symbol == "(string)":
            self.instances.append(str(token[0].value))
            if self.own and token[0].value == self.own:
                return Where((Item(self.current.root(), True),), True)
        if symbol == "jr-choice-name" and token[1].symbol == "(string)":
            self.walk(token[0], at)
            self.walk(parse_expression(token[1].value, self.namespaces), at)
            return _NOWHERE
        if is_own_position(token):
            return _NOWHERE
        found = [self.walk(argument, at) for argument in token]
        if symbol == "indexed-repeat":
            return Where(tuple(Item(item.node, True) for item in found[0].items))
        if symbol in ("randomize", "depend"):
            return found[0]
        if symbol == "if":
            return Where((*found[1].items, *found[2].items))
        return _NOWHERE

    def _path(self, token: Token[Any], at: Where) -> Where:
        steps: list[tuple[bool, Token[Any]]] = []
        while token.symbol in ("/", "//") and len(token) == 2:
            steps.insert(0, (token.symbol == "//", token[1]))
            token = token[0]
        if token.symbol in ("/", "//"):
            where = Where((Item(self.current.root(), False),), True)
            if len(token):
                steps.insert(0, (token.symbol == "//", token[0]))
            absolute = True
        else:
            absolute = False
            if is_step(token):
                where = at
                steps.insert(0, (False, token))
            elif token.symbol == "[":
                where = self.walk(token[0], at)
                self.walk(token[1], where)
            else:
                # What a longer path begins with is not read itself.
                where = self._call(token, at) if is_call(token) else self.walk(token, at)
        for index, (anywhere, step) in enumerate(steps):
            if anywhere:
                where = self._anywhere(where)
            where = self._step(step, where, absolute=absolute, last=index == len(steps) - 1)
        return where

    def _anywhere(self, where: Where) -> Where:
        items = {
            id(node): Item(node, True)
            for item in where.items
            for node in AXES["descendant-or-self"](item.node)
        }
        return Where(tuple(items.values()))

    def _step(self, token: Token[Any], where: Where, *, absolute: bool, last: bool) -> Where:
        predicates = []
        while token.symbol == "[":
            predicates.append(token[1])
            token = token[0]
        try:
            step = plain_step(token, self.namespaces)
        except XPathProblem:
            return _NOWHERE
        own = absolute and not last and not predicates and step.axis == "child"
        found: dict[int, Item] = {}
        for item in where.items:
            leaves = step.axis not in _CHILDLIKE or (
                step.axis == "parent" and self._repeats(item.node) and id(item.node) in self._around
            )
            if token.symbol == "text":
                found[id(item.node)] = item
                continue
            candidates = (
                item.node.named(step.name) if step.name is not None else self._along(step.axis, item.node)
            )
            for node in candidates:
                if step.test(node):
                    # Into the own repetition only where an absolute path means it.
                    out = absolute and not own and self._repeats(node) and id(node) in self._around
                    found[id(node)] = Item(node, item.wide or leaves or out)
        here = Where(tuple(found.values()), where.known and step.axis in _CHILDLIKE)
        if (
            where.known
            and where.items
            and not here.items
            and step.axis in ("child", "parent")
            and token.symbol != "*"
        ):
            self.missing.append(_written(where.items[0].node, token))
            here = _NOWHERE
        for predicate in reversed(predicates):
            self.walk(predicate, here)
        return here

    def _along(self, axis: str, node: Node) -> Iterator[Node]:
        """An axis; the one repetition the prototype has stands for those before and behind it too."""
        yield from AXES[axis](node)
        if axis in ("preceding-sibling", "following-sibling") and self._repeats(node):
            yield node
        elif axis in ("preceding", "following"):
            for around in (node, *node.ancestors()):
                if self._repeats(around):
                    yield from AXES["descendant-or-self"](around)

    def _repeats(self, node: Node) -> bool:
        return node.field is not None and bool(node.field.is_repeat)


def _written(parent: Node, token: Token[Any]) -> str:
    path = parent.field.path if parent.field is not None else ""
    return f"{path}/{'..' if token.symbol == '..' else written_name(token)}"


def unsupported_functions(tree: Token[Any]) -> set[str]:
    """Functions of single products, which give nothing here."""
    found = {tree.symbol} if is_call(tree) and tree.symbol in UNSUPPORTED else set()
    return found.union(*(unsupported_functions(child) for child in tree))


class Reader:
    """Examines expressions at a node of the prototype. ``own`` is the name of the record among the lists, if it has one."""

    def __init__(self, namespaces: Mapping[str, str], own: str = "") -> None:
        self._namespaces = namespaces
        self._own = own

    def _walked(self, tree: Token[Any], at: Node) -> tuple[_Walk, Where]:
        walk = _Walk(at, self._namespaces, self._own)
        return walk, walk.walk(tree, Where((Item(at, False),), True))

    def examined(self, tree: Token[Any], at: Node) -> tuple[list[str], list[str]]:
        """Paths into the record that lead nowhere, and the lists it names outright."""
        walk, _ = self._walked(tree, at)
        return walk.missing, walk.instances

    def fields(self, tree: Token[Any], at: Node) -> list[Any]:
        """The fields a path leads to."""
        _, where = self._walked(tree, at)
        return [item.node.field for item in where.items if item.node.field is not None]

    def reads(self, tree: Token[Any], at: Node, then: Token[Any] | None = None) -> list[tuple[Any, bool]]:
        """The fields an expression depends on, and whether widely; ``then`` is worked out at the nodes it gives."""
        walk, where = self._walked(tree, at)
        if then is not None:
            walk.walk(then, where)
        return [(item.node.field, item.wide) for item in walk.reads.values() if item.node.field is not None]

    def missing(self, tree: Token[Any], at: Node) -> list[str]:
        """Paths into the record that lead nowhere."""
        return self._walked(tree, at)[0].missing

    def instances(self, tree: Token[Any], at: Node | None = None) -> list[str]:
        """The lists it names outright."""
        return self._walked(tree, at if at is not None else Node.element(""))[0].instances
