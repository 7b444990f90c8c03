"""Steps of a path as functions from nodes to nodes."""

from collections.abc import Callable

from app.forms.xform.document import Node
from app.forms.xform.errors import XPathProblem
from app.forms.xform.xpath.axes import AXES, ORDERLY, in_document_order
from app.forms.xform.xpath.scene import Place, Run
from app.forms.xform.xpath.tokens import Step
from app.forms.xform.xpath.values import Value, truth


def from_document(place: Place) -> Value:
    return [place.scene.document]


def from_context(place: Place) -> Value:
    return [place.node]


def nodes_of(value: Value) -> list[Node]:
    if not isinstance(value, list):
        raise XPathProblem("xpath", "nodes are needed here")
    return value


def own_repetition(candidates: list[Node], current: Node) -> list[Node]:
    """Of the repetitions of a repeat, the one ``current`` stands in; all of them if it stands in none."""
    parent = candidates[0].parent
    node: Node | None = current
    while node is not None and node.parent is not parent:
        node = node.parent
    return [node] if node is not None and node.field is candidates[0].field else candidates


def visible(nodes: list[Node], *, blank: bool) -> Value:
    """Those that are relevant; ``blank`` if an empty text stands for them where none of them is."""
    shown: Value = [node for node in nodes if node.relevant]
    return "" if blank and nodes and not shown else shown


def absolute_path(names: list[str], *, own: bool, blank: bool = False) -> Run:
    """``/data/group/field``: by far the most frequent path, without a list per step where one node is enough."""
    if not names:
        return from_document
    *before, last = names

    def run(place: Place) -> Value:
        nodes = [place.scene.document]
        for name in before:
            found = (
                nodes[0].named(name)
                if len(nodes) == 1
                else [one for node in nodes for one in node.named(name)]
            )
            if not found:
                return []
            if own and len(found) > 1 and found[0].field is not None and found[0].field.is_repeat:
                found = own_repetition(found, place.current)
            nodes = found
        ends = (
            nodes[0].named(last) if len(nodes) == 1 else [one for node in nodes for one in node.named(last)]
        )
        place.scene.spend(len(ends) + 1)
        return visible(ends, blank=blank)

    return run


Walker = Callable[[list[Node], Place], list[Node]]


def walker(step: Step, *, own: bool) -> Walker:
    if step.predicates:
        return _choosing_walker(step)
    if step.name is not None:
        return _child_walker(step.name, own=own)
    axis, test, orderly = AXES[step.axis], step.test, step.axis in ORDERLY

    def walk(nodes: list[Node], place: Place) -> list[Node]:
        found = [one for node in nodes for one in axis(node) if test(one)]
        place.scene.spend(len(found) + len(nodes))
        if (len(nodes) == 1 and orderly) or len(found) < 2:
            return found
        return in_document_order(found, place.scene.spend)

    return walk


def _child_walker(name: str, *, own: bool) -> Walker:
    def walk(nodes: list[Node], place: Place) -> list[Node]:
        if len(nodes) == 1:
            found = nodes[0].named(name)
        else:
            found = [one for node in nodes for one in node.named(name)]
            if found and _nested(nodes):
                found = in_document_order(found, place.scene.spend)
        place.scene.spend(len(found) + 1)
        if own and len(found) > 1 and found[0].field is not None and found[0].field.is_repeat:
            return own_repetition(found, place.current)
        return found

    return walk


def _nested(nodes: list[Node]) -> bool:
    """Whether some of the nodes may hold others, so that their children are not in order: all at one depth cannot."""
    parent = nodes[0].parent
    if all(node.parent is parent for node in nodes):
        return False
    depths = {sum(1 for _ in node.ancestors()) for node in nodes}
    return len(depths) > 1


def _choosing_walker(step: Step) -> Walker:
    """A step with predicates: positions count along the axis, from each node anew."""
    axis, test, predicates, name = AXES[step.axis], step.test, step.predicates, step.name
    orderly = step.axis in ORDERLY

    def walk(nodes: list[Node], place: Place) -> list[Node]:
        chosen: list[Node] = []
        for node in nodes:
            found = node.named(name) if name is not None else [one for one in axis(node) if test(one)]
            place.scene.spend(len(found) + 1)
            for condition in predicates:
                found = kept(found, condition, place)
            chosen.extend(found)
        if (len(nodes) == 1 and orderly) or len(chosen) < 2:
            return chosen
        return in_document_order(chosen, place.scene.spend)

    return walk


def kept(nodes: list[Node], condition: Run, place: Place) -> list[Node]:
    scene, current, size = place.scene, place.current, len(nodes)
    scene.spend(size)
    kept = []
    for position, node in enumerate(nodes, start=1):
        verdict = condition(Place(node, current, scene, position, size))
        if verdict is True or (verdict is not False and _chosen(verdict, position)):
            kept.append(node)
    return kept


def _chosen(verdict: Value, position: int) -> bool:
    if isinstance(verdict, float):
        return verdict == position
    return truth(verdict)
