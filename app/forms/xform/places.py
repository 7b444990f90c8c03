"""Nodes of a record: gone through, and found by the references by which others name them."""

from collections.abc import Iterator

from app.forms.xform.document import ELEMENT, Node


def has_elements(node: Node) -> bool:
    return any(child.kind == ELEMENT for child in node.children)


def elements(top: Node) -> Iterator[Node]:
    yield top
    for child in top.children:
        if child.kind == ELEMENT:
            yield from elements(child)


def leaves(top: Node) -> Iterator[Node]:
    """Elements without elements in them, in document order."""
    return (node for node in elements(top) if not has_elements(node))


def hide(node: Node) -> None:
    node.relevant = False
    if not has_elements(node):
        node.text = ""
    for child in node.children:
        hide(child)


def split_reference(ref: str) -> list[tuple[str, int | None]]:
    """``/data/member[2]/@id`` -> (data, None), (member, 2), (@id, None); [] if it is no reference."""
    if not ref.startswith("/"):
        return []
    steps: list[tuple[str, int | None]] = []
    for step in ref.strip()[1:].split("/"):
        name, bracket, position = step.partition("[")
        if not name or (bracket and not (position.endswith("]") and position[:-1].isdigit())):
            return []
        steps.append((name, int(position[:-1]) if bracket else None))
    return steps


def found_at(root: Node, ref: str) -> Node | None:
    """The element or attribute a reference names in the record below ``root``; a position left out is 1."""
    steps = split_reference(ref)
    if not steps or steps[0][0] != root.name or steps[0][1] not in (None, 1):
        return None
    node = root
    for name, position in steps[1:]:
        if name.startswith("@"):
            return next((one for one in node.attributes if one.name == name[1:]), None)
        found = node.named(name)
        index = (position or 1) - 1
        if not 0 <= index < len(found):
            return None
        node = found[index]
    return node
