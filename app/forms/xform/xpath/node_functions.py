"""Functions of nodes: lists, positions, repeats, names, and what the form around them knows."""

import hashlib
import math
from collections.abc import Mapping, Sequence
from typing import Final, TypeVar

from app.forms.xform.document import ATTRIBUTE, ELEMENT, INSTRUCTION, NAMESPACE, Node
from app.forms.xform.errors import XPathProblem
from app.forms.xform.xpath.axes import in_document_order
from app.forms.xform.xpath.function import Function, nodes_of, number_of, text_of
from app.forms.xform.xpath.scene import Place, Run
from app.forms.xform.xpath.values import Value, number, text

T = TypeVar("T")
_LARGEST_SEED: Final = 2_147_483_647


def _count(place: Place, arguments: Sequence[Run]) -> Value:
    return float(len(nodes_of(place, arguments[0], "count")))


def _count_non_empty(place: Place, arguments: Sequence[Run]) -> Value:
    return float(sum(1 for node in nodes_of(place, arguments[0], "count-non-empty") if node.value()))


def _position(place: Place, arguments: Sequence[Run]) -> Value:
    if not arguments:
        return float(place.position)
    nodes = nodes_of(place, arguments[0], "position")
    return float(nodes[0].position()) if nodes else math.nan


def _instance(place: Place, arguments: Sequence[Run]) -> Value:
    found = place.scene.instances.get(text_of(place, arguments[0]))
    return [] if found is None else [found]


def _id(place: Place, arguments: Sequence[Run]) -> Value:
    value = arguments[0](place)
    written = [node.value() for node in value] if isinstance(value, list) else [text(value)]
    wanted = {word for one in written for word in one.split()}
    root = place.node.root()
    place.scene.spend(sum(1 for _ in root.descendants()))
    return [
        node
        for node in root.descendants()
        if node.kind == ELEMENT and (node.attribute("id") in wanted or node.attribute("xml:id") in wanted)
    ]


def _first(place: Place, arguments: Sequence[Run], name: str) -> Node | None:
    if not arguments:
        return place.node
    nodes = nodes_of(place, arguments[0], name)
    return in_document_order(nodes)[0] if nodes else None


def _name(place: Place, arguments: Sequence[Run]) -> Value:
    node = _first(place, arguments, "name")
    return node.name if node is not None else ""


def _local_name(place: Place, arguments: Sequence[Run]) -> Value:
    node = _first(place, arguments, "local-name")
    return node.local_name if node is not None else ""


def _namespace_uri(place: Place, arguments: Sequence[Run]) -> Value:
    node = _first(place, arguments, "namespace-uri")
    if node is None or node.kind in (NAMESPACE, INSTRUCTION):
        return ""
    return node.namespace


# chance


def shuffled(items: Sequence[T], seed: int | None, place: Place) -> list[T]:
    """The inside-out Fisher-Yates shuffle; with a seed driven by Park and Miller's generator, as other engines do."""
    state = 0
    if seed is not None:
        # Java's remainder keeps the sign of the seed.
        state = int(math.copysign(1, seed)) * (abs(seed) % _LARGEST_SEED)
        if state <= 0:
            state += _LARGEST_SEED - 1
    mixed: list[T] = []
    for index, item in enumerate(items):
        if seed is None:
            chance = place.scene.chance.random()
        else:
            state = state * 16_807 % _LARGEST_SEED
            chance = (state - 1) / (_LARGEST_SEED - 1)
        at = int(chance * (index + 1))
        mixed.append(item)
        if at != index:
            mixed[index] = mixed[at]
            mixed[at] = item
    return mixed


def _seed(value: Value, place: Place) -> int:
    count = number(value, place.scene.zone)
    if math.isnan(count):
        written = text(value)
        if not written or isinstance(value, float):
            return 0
        return int.from_bytes(hashlib.sha256(written.encode()).digest()[:8], "big", signed=True)
    if math.isinf(count):
        return 2**63 - 1 if count > 0 else -(2**63)
    return math.trunc(count)


def _randomize(place: Place, arguments: Sequence[Run]) -> Value:
    nodes = nodes_of(place, arguments[0], "randomize")
    seed = _seed(arguments[1](place), place) if len(arguments) > 1 else None
    return shuffled(nodes, seed, place)


# repeats

Pair = tuple[Run, Run, Run]


def indexed_repeat(place: Place, target: Run, pairs: Sequence[Pair]) -> Value:
    """The target in the repetition the indexes name. A pair is: the repeat seen from here, all of it, and its index.

    The target's own repetition does not matter, only which field it is: it is looked up below the chosen repetition. What
    a relative path does not find from here is looked for from the repetition chosen so far.
    """
    chosen: Node | None = None
    for near, every, index in _outermost_first(place, pairs):
        if chosen is None:
            candidates = nodes_of(place, near, "indexed-repeat")
        else:
            outer = chosen
            inside = Place(outer, place.current, place.scene)
            found = nodes_of(place, every, "indexed-repeat") or nodes_of(inside, every, "indexed-repeat")
            candidates = [node for node in found if any(around is outer for around in node.ancestors())]
        at = number_of(place, index)
        if math.isnan(at) or not 1 <= at <= len(candidates):
            return []
        chosen = candidates[int(at) - 1]
    if chosen is None:
        return []
    targets = nodes_of(place, target, "indexed-repeat")
    if not targets:
        return target(Place(chosen, place.current, place.scene))
    return [node for node in _same_below(targets[0], chosen) if node.relevant]


def _outermost_first(place: Place, pairs: Sequence[Pair]) -> Sequence[Pair]:
    """In whatever order they are given; as given if one of them is only found from inside another."""
    found = [nodes_of(place, every, "indexed-repeat") for _, every, _ in pairs]
    if not all(found):
        return pairs
    depths = [sum(1 for _ in nodes[0].ancestors()) for nodes in found]
    return [pair for _, pair in sorted(zip(depths, pairs, strict=True), key=lambda one: one[0])]


def _names(node: Node) -> list[str]:
    return [one.name for one in (node, *node.ancestors())][::-1]


def _same_below(example: Node, chosen: Node) -> list[Node]:
    """The nodes below ``chosen`` that are the same field as ``example``."""
    path, above = _names(example), _names(chosen)
    if path[: len(above)] != above:
        return []
    *steps, last = path[len(above) :] or [""]
    if not last:
        return [chosen]
    nodes = [chosen]
    for name in steps:
        nodes = [child for node in nodes for child in node.named(name)]
    if example.kind == ATTRIBUTE:
        return [one for node in nodes for one in node.attributes if one.name == last]
    return [child for node in nodes for child in node.named(last)]


# the form


def _pulldata(place: Place, arguments: Sequence[Run]) -> Value:
    instance, wanted, key, sought = (text_of(place, argument) for argument in arguments)
    found = place.scene.instances.get(instance) or place.scene.instances.get(instance.removesuffix(".csv"))
    if found is None:
        return ""
    items = [item for root in found.elements() for item in root.elements()]
    place.scene.spend(len(items))
    for item in items:
        if _cell(item, key) == sought:
            return _cell(item, wanted) or ""
    return ""


def _cell(item: Node, name: str) -> str | None:
    if name.startswith("@"):
        return next((one.text for one in item.attributes if one.name == name[1:]), None)
    children = item.named(name)
    return children[0].value() if children else None


def _choice_name(place: Place, arguments: Sequence[Run]) -> Value:
    questions = arguments[1](place)
    if place.scene.lookups is None or not isinstance(questions, list) or not questions:
        return ""
    return place.scene.lookups.choice_label(text_of(place, arguments[0]), questions[0])


def _itext(place: Place, arguments: Sequence[Run]) -> Value:
    if place.scene.lookups is None:
        raise XPathProblem("xpath", "jr:itext() needs a form")
    return place.scene.lookups.itext(text_of(place, arguments[0]), place.current)


NODE_FUNCTIONS: Final[Mapping[str, Function]] = {
    "count": _count,
    "count-non-empty": _count_non_empty,
    "position": _position,
    "last": lambda place, a: float(place.size),
    "instance": _instance,
    "current": lambda place, a: [place.current],
    "id": _id,
    "name": _name,
    "local-name": _local_name,
    "namespace-uri": _namespace_uri,
    "randomize": _randomize,
    "pulldata": _pulldata,
    "jr-choice-name": _choice_name,
    "jr-itext": _itext,
}
