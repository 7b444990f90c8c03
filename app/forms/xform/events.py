"""Events of a record, and the actions they set off."""

from collections.abc import Callable, Iterable
from typing import Final

from app.forms.xform.answers import composed, computed_value
from app.forms.xform.computing import Computation
from app.forms.xform.document import Node
from app.forms.xform.errors import StepProblem, XPathProblem
from app.forms.xform.model import Form, SetValue
from app.forms.xform.places import elements, has_elements
from app.forms.xform.xpath.axes import reference
from app.forms.xform.xpath.scene import Scene

MOST_CHAINED_ACTIONS: Final = 1_000
_FIRST_LOAD: Final = frozenset({"odk-instance-first-load", "xforms-ready"})
_LOAD: Final = frozenset({"odk-instance-load"})
_NEW_REPEAT: Final = frozenset({"odk-new-repeat", "jr-insert"})
_CHANGED: Final = "xforms-value-changed"


class Events:
    """Runs the actions of one record. After an action the rules it reaches are computed before the next one runs;
    ``recompute`` also sees to the repetitions that came by it.
    """

    def __init__(
        self, form: Form, root: Node, scene: Scene, computation: Computation, recompute: Callable[[], None]
    ) -> None:
        self._form = form
        self._root = root
        self._scene = scene
        self._computation = computation
        self._recompute = recompute

    def opened(self, *, first: bool) -> None:
        """The record was opened, for the first time or again."""
        if first:
            self._dispatch_load(_FIRST_LOAD)
        self._dispatch_load(_LOAD)

    def added(self, node: Node) -> None:
        """A repetition came."""
        self._run_all(self._actions_within(node, _NEW_REPEAT))

    def _actions_within(self, top: Node, events: frozenset[str]) -> list[tuple[SetValue, Node]]:
        """Actions for an event with the node each stands at, in document order."""
        return [
            (action, node)
            for node in elements(top)
            if node.field is not None
            for action in node.field.actions
            if action.events & events
        ]

    def _dispatch_load(self, events: frozenset[str]) -> None:
        model = [(action, self._root) for action in self._form.actions if action.events & events]
        self._run_all([*model, *self._actions_within(self._root, events)])
        self._recompute()

    def changed(self) -> None:
        """xforms-value-changed for what changed, and for what that changes."""
        budget = MOST_CHAINED_ACTIONS
        while self._computation.changed:
            changed = list(self._computation.changed.values())
            self._computation.changed.clear()
            for node in changed:
                actions = [one for one in node.field.actions if _CHANGED in one.events] if node.field else []
                if not actions or node.root() is not self._scene.document or not node.relevant:
                    continue
                budget -= len(actions)
                if budget < 0:
                    raise XPathProblem("too_long", "actions set off actions without end")
                self._run_all([(action, node) for action in actions], single=True)
                self._recompute()

    def _run_all(self, actions: Iterable[tuple[SetValue, Node]], *, single: bool = False) -> None:
        for action, at in actions:
            self._run(action, at, single=single)
            self._computation.run()

    def _run(self, action: SetValue, at: Node, *, single: bool) -> None:
        """When a record opens, an action outside of a repeat reaches all its repetitions; later that would be unclear."""
        targets = action.target.nodes(at, self._scene)
        if single and len(targets) > 1:
            raise StepProblem(
                f"an action's target has more than one node: {reference(targets[0])}", reference(at)
            )
        for target in targets:
            if target.state is None or has_elements(target):
                continue
            if action.value is not None:
                value = action.value.value(target, self._scene)
                stored = computed_value(value, target.field.type, self._scene.zone)
            else:
                stored = computed_value(action.literal, target.field.type, self._scene.zone)
            target.state.raw = composed(stored)
            target.state.unfit = False
            target.state.offered = None
            self._computation.refresh(target)
