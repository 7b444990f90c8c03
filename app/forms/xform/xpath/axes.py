"""The thirteen axes of XPath, node tests, and document order."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from app.forms.xform.document import (
    ATTRIBUTE,
    COMMENT,
    DOCUMENT,
    ELEMENT,
    INSTRUCTION,
    NAMESPACE,
    TEXT,
    XML_NAMESPACE,
    Node,
)

Axis = Callable[[Node], Iterable[Node]]
Test = Callable[[Node], bool]


def _self(node: Node) -> Iterable[Node]:
    return (node,)


def _child(node: Node) -> Iterable[Node]:
    return node.content()


def _parent(node: Node) -> Iterable[Node]:
    return (node.parent,) if node.parent is not None else ()


def _ancestor_or_self(node: Node) -> Iterable[Node]:
    yield node
    yield from node.ancestors()


def _descendant(node: Node) -> Iterable[Node]:
    return node.descendants()


def _descendant_or_self(node: Node) -> Iterable[Node]:
    yield node
    yield from node.descendants()


def _siblings(node: Node) -> list[Node]:
    if node.parent is None or node.kind in (ATTRIBUTE, NAMESPACE):
        return []
    return node.parent.content()


def _place(node: Node, siblings: list[Node]) -> int:
    return next((index for index, sibling in enumerate(siblings) if sibling is node), len(siblings))


def _following_sibling(node: Node) -> Iterable[Node]:
    siblings = _siblings(node)
    return siblings[_place(node, siblings) + 1 :]


def _preceding_sibling(node: Node) -> Iterable[Node]:
    siblings = _siblings(node)
    return reversed(siblings[: _place(node, siblings)])


def _following(node: Node) -> Iterable[Node]:
    if node.kind in (ATTRIBUTE, NAMESPACE) and node.parent is not None:
        yield from node.parent.descendants()
        yield from _following(node.parent)
        return
    for around in _ancestor_or_self(node):
        for sibling in _following_sibling(around):
            yield sibling
            yield from sibling.descendants()


def _preceding(node: Node) -> Iterable[Node]:
    if node.kind in (ATTRIBUTE, NAMESPACE) and node.parent is not None:
        node = node.parent
    for around in _ancestor_or_self(node):
        for sibling in _preceding_sibling(around):
            yield from reversed([sibling, *sibling.descendants()])


def _attribute(node: Node) -> Iterable[Node]:
    if node.kind != ELEMENT:
        return ()
    return [one for one in node.attributes if one.name != "xmlns" and not one.name.startswith("xmlns:")]


def _namespace(node: Node) -> Iterable[Node]:
    if node.kind != ELEMENT:
        return
    for prefix, uri in sorted({**node.namespaces(), "xml": XML_NAMESPACE}.items()):
        if uri:
            found = Node(NAMESPACE, prefix, uri)
            found.parent = node
            yield found


AXES: Final[Mapping[str, Axis]] = {
    "self": _self,
    "child": _child,
    "parent": _parent,
    "ancestor": Node.ancestors,
    "ancestor-or-self": _ancestor_or_self,
    "descendant": _descendant,
    "descendant-or-self": _descendant_or_self,
    "following-sibling": _following_sibling,
    "preceding-sibling": _preceding_sibling,
    "following": _following,
    "preceding": _preceding,
    "attribute": _attribute,
    "namespace": _namespace,
}
PRINCIPAL: Final[Mapping[str, int]] = {"attribute": ATTRIBUTE, "namespace": NAMESPACE}
# From nodes in document order that do not hold each other, these give nodes in document order, each once.
ORDERLY: Final = frozenset({"self", "child", "attribute", "descendant", "descendant-or-self"})


def name_test(name: str, namespaces: Mapping[str, str], kind: int) -> Test:
    """``name``, ``prefix:name``, ``*`` or ``prefix:*`` for nodes of one kind.

    A name without a prefix is compared with the name as written, whatever its namespace. Raises KeyError for a prefix
    that nobody declared.
    """
    if name == "*":
        return lambda node: node.kind == kind
    prefix, _, local = name.rpartition(":")
    if not prefix:
        return lambda node: node.kind == kind and node.name == name
    uri = namespaces[prefix]
    if local == "*":
        return lambda node: node.kind == kind and node.namespace == uri
    return lambda node: node.kind == kind and node.namespace == uri and node.local_name == local


def kind_test(symbol: str, target: str | None = None) -> Test:
    if symbol == "node":
        return lambda node: True
    if symbol == "text":
        return lambda node: node.kind == TEXT
    if symbol == "comment":
        return lambda node: node.kind == COMMENT
    return lambda node: node.kind == INSTRUCTION and (target is None or node.name == target)


def in_document_order(nodes: list[Node], spend: Callable[[int], None] = lambda _visits: None) -> list[Node]:
    """The nodes sorted, each once; ``spend`` is told how many nodes had to be looked at."""
    once = list({_identity(node): node for node in nodes}.values())
    if len(once) < 2:
        return once
    ranks: dict[int, int] = {}
    for root in {id(node.root()): node.root() for node in once}.values():
        _rank(root, ranks)
    spend(len(ranks) + len(nodes))
    return sorted(once, key=lambda node: _rank_of(node, ranks))


def _identity(node: Node) -> object:
    # Namespace nodes are made whenever they are asked for.
    return (id(node.parent), node.name) if node.kind == NAMESPACE else id(node)


def _rank(root: Node, ranks: dict[int, int]) -> None:
    ranks[id(root)] = len(ranks)
    for node in root.descendants():
        ranks[id(node)] = len(ranks)


def _rank_of(node: Node, ranks: dict[int, int]) -> tuple[int, int, str]:
    if node.kind not in (ATTRIBUTE, NAMESPACE) or node.parent is None:
        return ranks.get(id(node), 0), 0, ""
    kind = 1 if node.kind == NAMESPACE else 2
    place = next((index for index, one in enumerate(node.parent.attributes) if one is node), 0)
    return ranks.get(id(node.parent), 0), kind, f"{place:06}{node.name}"


def reference(node: Node) -> str:
    """``/data/member[2]/age``: how a node is named to the outside; [1] is left out except for repeats and text."""
    if node.kind == DOCUMENT:
        return "/"
    steps: list[str] = []
    at: Node | None = node
    while at is not None and at.kind != DOCUMENT:
        steps.append(_step(at))
        at = at.parent
    return "/" + "/".join(reversed(steps))


def _step(node: Node) -> str:
    if node.kind == ELEMENT:
        position = node.position()
        always = node.field is not None and node.field.is_repeat
        return f"{node.name}[{position}]" if always or position > 1 else node.name
    if node.kind == ATTRIBUTE:
        return f"@{node.name}"
    if node.kind == NAMESPACE:
        return f"namespace::{node.name or '*'}"
    siblings = [one for one in _siblings(node) if one.kind == node.kind and one.name == node.name]
    position = _place(node, siblings) + 1
    if node.kind == TEXT:
        return f"text()[{position}]"
    if node.kind == COMMENT:
        return f"comment()[{position}]"
    return f"processing-instruction('{node.name}')[{position}]"
