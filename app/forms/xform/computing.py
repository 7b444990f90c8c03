"""What a change reaches: rules are computed again in their order, each for the nodes it matters to, and nothing else.

A rule is computed again where something it reads changed. Within a repetition an answer reaches only that repetition,
unless an expression looks beyond it. The number of computations is bounded, so that a form whose counts and filters
chase each other ends with an error instead of never.
"""

import heapq
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from app.forms.xform.answers import computed_value
from app.forms.xform.document import ELEMENT, Node
from app.forms.xform.errors import XPathProblem
from app.forms.xform.graph import Rule, Rules
from app.forms.xform.model import Field
from app.forms.xform.record import State
from app.forms.xform.xpath.scene import Scene

MOST_ROUNDS: Final = 200
MOST_VISITS_OF_A_RUN: Final = 15_000_000


class Computation:
    """The rules at work on one record.

    ``visible`` tells what of an answer the offered choices leave; ``counted`` makes the repetitions of a repeat as many as
    asked. ``changed`` collects the nodes whose value others see differently, until somebody takes it. In a ``frozen``
    record values and repetitions stay as they are: only what is shown of them is worked out.
    """

    def __init__(
        self,
        root: Node,
        rules: Rules,
        scene: Scene,
        visible: Callable[[Node], str],
        counted: Callable[[Node, Field, int], None],
        *,
        frozen: bool = False,
    ) -> None:
        self._root = root
        self._rules = rules
        self._scene = scene
        self._visible = visible
        self._counted = counted
        self._frozen = frozen
        self._waiting: list[int] = []
        self._nodes: dict[int, dict[int, Node]] = {}
        self._left = 0
        self.changed: dict[int, Node] = {}

    # what to compute

    def everything(self) -> None:
        """Marks every rule, as when a record is opened."""
        for rule in self._rules.all:
            self.mark(rule, self.instances(rule.field))

    def subtree(self, node: Node) -> None:
        """Marks all rules of new nodes."""
        for one in _elements(node):
            for rule in self._rules.by_field.get(one.field, ()):
                self.mark(rule, (one,))
            for attribute in one.attributes:
                if attribute.field is not None:
                    for rule in self._rules.by_field.get(attribute.field, ()):
                        self.mark(rule, (attribute,))
        for field in node.field.below():
            for rule in self._rules.by_field.get(field, ()):
                if rule.kind == "count":
                    self.mark(rule, ())

    def structure(self, field: Field) -> None:
        """Repetitions came or went: marks whatever reads them or anything in them."""
        for one in (field, *field.below()):
            for reading in self._rules.readings.get(one, ()):
                self.mark(reading.rule, self.instances(reading.rule.field))
        for rule in self._rules.by_field.get(field, ()):
            if rule.kind != "count":
                # Its position is no reading.
                self.mark(rule, self.instances(field))

    def speaking(self) -> None:
        """Marks the rules whose value depends on the language."""
        for rule in self._rules.all:
            if rule.speaks:
                self.mark(rule, self.instances(rule.field))

    def own(self, node: Node) -> None:
        """Marks the rules of a node that its answer itself can change, without a reading in between."""
        for rule in self._rules.by_field.get(node.field, ()):
            if rule.kind == "constraint":
                self.mark(rule, (node,))

    def mark(self, rule: Rule, nodes: Iterable[Node]) -> None:
        places = self._nodes.get(rule.order)
        if places is None:
            places = self._nodes[rule.order] = {}
            heapq.heappush(self._waiting, rule.order)
        for node in nodes:
            places[id(node)] = node

    def note(self, node: Node, *, value: bool = True) -> None:
        """A value changed, or only whether the node is relevant: marks what reads it."""
        if value:
            self.changed[id(node)] = node
        for reading in self._rules.readings.get(node.field, ()):
            self.mark(reading.rule, self._reached(node, reading.rule, reading.shared, wide=reading.wide))

    def _reached(self, node: Node, rule: Rule, shared: Field | None, *, wide: bool) -> Iterable[Node]:
        if wide or shared is None:
            return self.instances(rule.field)
        around: Node | None = node
        while around is not None and around.field is not shared:
            around = around.parent
        return self.instances(rule.field) if around is None else below(around, rule.field)

    def instances(self, field: Field) -> Iterator[Node]:
        """All nodes of a field, in document order."""
        return below(self._root, field)

    # computing

    def run(self) -> None:
        """Computes what is marked, and what that reaches. Raises XPathProblem if it does not come to an end."""
        self._scene.allow(MOST_VISITS_OF_A_RUN)
        budget = MOST_ROUNDS * (len(self._rules.all) + 10)
        while self._waiting:
            budget -= 1
            if budget < 0:
                self._waiting.clear()
                self._nodes.clear()
                raise XPathProblem("too_long", "the rules of the form do not come to an end")
            order = heapq.heappop(self._waiting)
            places = self._nodes.pop(order, {})
            rule = self._rules.all[order]
            if self._frozen and rule.kind in ("calculate", "count", "constraint"):
                continue
            if rule.kind == "count":
                self._count(rule)
                continue
            for node in places.values():
                if node.parent is not None:
                    self._compute(rule, node)

    def _compute(self, rule: Rule, node: Node) -> None:
        state: State = node.state
        kind = rule.kind
        if kind == "relevant":
            holds = rule.expression.holds(node, self._scene)
            if holds != state.own_relevant:
                state.own_relevant = holds
                self._spread(node)
        elif kind == "calculate":
            if node.relevant:
                value = rule.expression.value(node, self._scene)
                state.raw = computed_value(value, rule.field.type, self._scene.zone)
                state.unfit = False
                self.refresh(node)
        elif kind == "choices":
            state.offered = None
            self.refresh(node)
        elif kind == "required":
            state.required = rule.expression.holds(node, self._scene)
        elif kind == "readonly":
            state.readonly = rule.expression.holds(node, self._scene)
        elif kind == "constraint":
            state.broken = bool(node.text) and not rule.expression.holds(node, self._scene)

    def refresh(self, node: Node) -> None:
        """Brings what expressions see up to date with the answer."""
        shown = self._visible(node) if node.relevant else ""
        if shown != node.text:
            node.text = shown
            self.note(node)
            self.own(node)

    def _spread(self, node: Node) -> None:
        """Relevance reaches everything below."""
        parent = node.parent
        relevant = node.state.own_relevant and (parent is None or parent.relevant)
        if relevant == node.relevant:
            return
        node.relevant = relevant
        before = node.text
        if not any(child.kind == ELEMENT for child in node.children):
            node.text = self._visible(node) if relevant else ""
        self.note(node, value=node.text != before)
        if relevant:
            for rule in self._rules.by_field.get(node.field, ()):
                if rule.kind in ("calculate", "constraint", "choices"):
                    self.mark(rule, (node,))
        for attribute in node.attributes:
            if attribute.state is not None:
                attribute.relevant = relevant
        for child in node.children:
            if child.kind == ELEMENT:
                self._spread(child)

    def _count(self, rule: Rule) -> None:
        """One count for each node the repetitions stand in, worked out as if from a repetition."""
        field = rule.field
        if field.parent is None:
            return
        for parent in list(self.instances(field.parent)):
            stand_in = Node.element(field.name)
            stand_in.field = field
            stand_in.parent = parent
            value = rule.expression.value(stand_in, self._scene)
            asked = computed_value(value, "int", self._scene.zone)
            self._counted(parent, field, max(0, int(asked)) if asked.lstrip("-").isdigit() else 0)


def _elements(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        if child.kind == ELEMENT:
            yield from _elements(child)


def below(node: Node, field: Field) -> Iterator[Node]:
    """The nodes of a field below a node (itself if it is one)."""
    if node.field is field:
        yield node
        return
    steps: list[Field] = []
    at: Field | None = field
    while at is not None and at is not node.field:
        steps.append(at)
        at = at.parent
    nodes = [node]
    for step in reversed(steps):
        if step.is_attribute:
            nodes = [one for around in nodes for one in around.attributes if one.field is step]
        else:
            nodes = [child for around in nodes for child in around.named(step.name)]
    yield from nodes
