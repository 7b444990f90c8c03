"""One record of a form being filled in.

``Entry`` takes answers, adds and removes repetitions, runs the form's actions, and keeps every rule up to date: after each
call all values, relevance, requirements and constraints are as the form says. Answers that break a rule are kept and
flagged, except those that do not fit their type. What the record cannot take raises StepProblem and changes nothing.
"""

import datetime as dt
import random
import uuid
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

import msgspec

from app.forms.xform.answers import Unfit, composed, computed_value, stored_answer
from app.forms.xform.choices import Chooser
from app.forms.xform.computing import Computation
from app.forms.xform.dates import iso
from app.forms.xform.document import ELEMENT, Node
from app.forms.xform.errors import StepProblem, XPathProblem
from app.forms.xform.model import Field, Form, SetValue
from app.forms.xform.record import State, copied, new_record, place_for, restored_record, written
from app.forms.xform.texts import Speaker
from app.forms.xform.xpath.axes import reference
from app.forms.xform.xpath.scene import Scene

MOST_REPETITIONS: Final = 10_000
MOST_CHAINED_ACTIONS: Final = 1_000
_FIRST_LOAD: Final = frozenset({"odk-instance-first-load", "xforms-ready"})
_LOAD: Final = frozenset({"odk-instance-load"})
_NEW_REPEAT: Final = frozenset({"odk-new-repeat", "jr-insert"})
_CHANGED: Final = "xforms-value-changed"


class Violation(msgspec.Struct, frozen=True):
    """``rule`` is "required", "constraint" or "type"; ``message`` is the author's, None if there is none."""

    ref: str
    rule: str
    message: str | None


class Settings(msgspec.Struct, frozen=True):
    """What makes an entry repeatable: a clock that tells moments in ``zone``, chance, and the device's properties."""

    now: Callable[[], dt.datetime]
    zone: dt.tzinfo
    chance: random.Random | None = None
    properties: Mapping[str, str] = {}
    language: str | None = None


class Entry:
    """A record, new or restored from ``record`` (a draft or a saved record of the same form).

    Raises StepProblem for a language the form does not have, FormProblem for a record of another form, XPathProblem for
    rules that do not come to an end.
    """

    def __init__(self, form: Form, settings: Settings, record: str | bytes | None = None) -> None:
        self.form = form
        self.finalized = False
        self._settings = settings
        document = new_record(form) if record is None else restored_record(form, record)
        self.root: Node = document.children[0]
        self._speaker = Speaker(form.translations, form.default_language)
        self.scene = Scene(
            document,
            settings.now,
            settings.zone,
            instances=form.instances,
            chance=settings.chance,
            lookups=self,
            properties=settings.properties,
            version=form.version,
        )
        self.chooser = Chooser(form, self.scene, self._speaker)
        self._computation = Computation(
            self.root, form.rules, self.scene, self.chooser.visible, self._make_count
        )
        self._added: deque[Node] = deque()
        self._instance_id = f"uuid:{uuid.UUID(int=self.scene.chance.getrandbits(128), version=4)}"
        self._own_form_instance()
        if settings.language is not None:
            self._speak(settings.language)
        else:
            self.scene.language = form.default_language
        self._open(first=record is None)

    def _own_form_instance(self) -> None:
        """The list that is the record itself, if the form gives its instance a name."""
        own = [key for key, node in self.form.instances.items() if node is self.form.root.prototype.parent]
        if own:
            self.scene.instances = {**self.form.instances, **dict.fromkeys(own, self.scene.document)}

    # opening

    def _open(self, *, first: bool) -> None:
        self._settle_defaults(self.root)
        if first:
            self._preload(self.root)
        self._computation.everything()
        self._recompute()
        if first:
            self._dispatch_load(_FIRST_LOAD)
        self._dispatch_load(_LOAD)
        self._computation.changed.clear()

    def _settle_defaults(self, top: Node) -> None:
        """Defaults as their types have them, and only choices that are offered."""
        for node in leaves(top):
            state: State = node.state
            field: Field = node.field
            if state.raw:
                state.raw = computed_value(state.raw, field.type, self.scene.zone)
                node.text = state.raw
            if state.raw and field.control is not None and field.control.itemset is None:
                node.text = self.chooser.visible(node)

    def _preload(self, top: Node) -> None:
        for node in leaves(top):
            for one in (node, *node.attributes):
                if one.field is not None and one.field.preload:
                    value = self._preloaded(one.field)
                    if value is not None:
                        one.state.raw = one.text = value

    def _preloaded(self, field: Field) -> str | None:
        kind, wanted = field.preload, field.preload_params
        if kind == "uid":
            return f"uuid:{uuid.UUID(int=self.scene.chance.getrandbits(128), version=4)}"
        if kind == "timestamp" and wanted == "start":
            return iso(self.scene.now())
        if kind == "date" and wanted == "today":
            return self.scene.now().date().isoformat()
        if kind == "property":
            properties = {key.replace(" ", "").lower(): value for key, value in self.scene.properties.items()}
            return properties.get(wanted.replace(" ", "").lower(), "")
        return None

    # what expressions ask

    def itext(self, text_id: str, node: Node) -> str:
        return self._speaker.translation(text_id, node, self.scene) or ""

    def choice_label(self, value: str, question: Node) -> str:
        return self.chooser.label_of(value, question)

    # looking

    def nodes(self, ref: str) -> Node:
        """The element or attribute a reference names; a position left out is 1. Raises StepProblem."""
        node = self._find(ref)
        if node is None:
            raise StepProblem(f"there is no {ref}", ref)
        return node

    def _find(self, ref: str) -> Node | None:
        steps = split_reference(ref)
        if not steps or steps[0][0] != self.root.name or steps[0][1] not in (None, 1):
            return None
        node = self.root
        for name, position in steps[1:]:
            if name.startswith("@"):
                return next((one for one in node.attributes if one.name == name[1:]), None)
            found = node.named(name)
            index = (position or 1) - 1
            if not 0 <= index < len(found):
                return None
            node = found[index]
        return node

    def repeat(self, ref: str) -> tuple[Node, Field]:
        """The node a repeat's repetitions stand in, and the repeat; ``ref`` ends without a position."""
        steps = split_reference(ref)
        if len(steps) > 1 and steps[-1][1] is None:
            parent = self._find(ref.strip().rpartition("/")[0])
            if parent is not None:
                name = steps[-1][0]
                field = next(
                    (one for one in parent.field.children if one.name == name and one.is_repeat), None
                )
                if field is not None:
                    return parent, field
        raise StepProblem(f"there is no repeat {ref}", ref)

    def is_repeat(self, ref: str) -> bool:
        try:
            return self.repeat(ref) is not None
        except StepProblem:
            return False

    def repeat_relevant(self, parent: Node, field: Field) -> bool:
        """Whether any of its repetitions is relevant, or would be if there were one."""
        found = parent.named(field.name)
        if found:
            return any(node.relevant for node in found)
        if not parent.relevant or field.relevant is None:
            return parent.relevant
        stand_in = Node.element(field.name)
        stand_in.field = field
        stand_in.parent = parent
        return field.relevant.holds(stand_in, self.scene)

    @property
    def language(self) -> str | None:
        return self._speaker.language

    def text_shown(self, shown: Any, node: Node) -> str | None:
        return self._speaker.show(shown, node, self.scene)

    def is_readonly(self, node: Node) -> bool:
        return any(one.state is not None and one.state.readonly for one in (node, *node.ancestors()))

    def failed(self, node: Node) -> str | None:
        """ "type", "required" or "constraint"; None if the answer may stand or the node is not relevant."""
        state: State | None = node.state
        if state is None or not node.relevant or has_elements(node):
            return None
        if state.unfit:
            return "type"
        if not node.text:
            return "required" if state.required else None
        return "constraint" if state.broken else None

    def message(self, node: Node) -> str | None:
        rule = self.failed(node)
        if rule == "required":
            return self.text_shown(node.field.required_message, node)
        if rule == "constraint":
            return self.text_shown(node.field.constraint_message, node)
        return None

    def violations(self) -> tuple[Violation, ...]:
        """Every relevant node that breaks a rule, in document order."""
        return tuple(
            Violation(reference(node), rule, self.message(node))
            for node in leaves(self.root)
            if (rule := self.failed(node)) is not None
        )

    # answering

    def answer(self, ref: str, value: Any) -> None:
        """Stores an answer: text, number, boolean, list, or None to clear."""
        self._check_open(ref)
        node = self._find(ref)
        field: Field | None = node.field if node is not None else None
        if node is None or field is None or field.control is None or has_elements(node):
            raise StepProblem(f"no such question: {ref}", ref)
        if not node.relevant:
            raise StepProblem(f"not relevant: {ref}", ref)
        if self.is_readonly(node):
            raise StepProblem(f"read-only: {ref}", ref)
        state: State = node.state
        try:
            state.raw = stored_answer(value, field.type, field.control.kind)
            state.unfit = False
        except Unfit:
            state.raw, state.unfit = "", True
        state.offered = None
        self._computation.refresh(node)
        self._computation.own(node)
        self._recompute()
        self._dispatch_changes()

    def add_repeat(self, ref: str) -> Node:
        """A repetition behind the others."""
        self._check_open(ref)
        parent, field = self.repeat(ref)
        self._check_by_hand(parent, field, ref)
        if len(parent.named(field.name)) >= MOST_REPETITIONS:
            raise StepProblem(f"more than {MOST_REPETITIONS} repetitions", ref)
        (node,) = self._add(parent, field)
        self._recompute()
        self._dispatch_changes()
        return node

    def remove_repeat(self, ref: str) -> None:
        self._check_open(ref)
        node = self._find(ref)
        if node is None or node.field is None or not node.field.is_repeat or node.parent is None:
            raise StepProblem(f"there is no repetition {ref}", ref)
        if split_reference(ref)[-1][1] is None:
            raise StepProblem(f"which repetition of {ref}?", ref)
        self._check_by_hand(node.parent, node.field, ref)
        node.parent.remove((node,))
        self._computation.structure(node.field)
        self._recompute()
        self._dispatch_changes()

    def _check_open(self, ref: str) -> None:
        if self.finalized:
            raise StepProblem("the record is closed", ref)

    def _check_by_hand(self, parent: Node, field: Field, ref: str) -> None:
        assert field.repeat is not None
        if field.repeat.count is not None or field.repeat.fixed:
            raise StepProblem(f"the form itself counts the repetitions of {ref}", ref)
        if not self.repeat_relevant(parent, field):
            raise StepProblem(f"not relevant: {ref}", ref)

    def _add(self, parent: Node, field: Field, many: int = 1) -> list[Node]:
        assert field.repeat is not None
        nodes = [copied(field.repeat.template) for _ in range(many)]
        parent.insert(place_for(parent, field), nodes)
        for node in nodes:
            if not parent.relevant:
                _hide(node)
            self._settle_defaults(node)
            self._preload(node)
            self._computation.subtree(node)
        self._computation.structure(field)
        self._added.extend(nodes)
        return nodes

    def _make_count(self, parent: Node, field: Field, count: int) -> None:
        """Adds repetitions at the end or removes them from there until there are as many as the form asks for."""
        count = min(count, MOST_REPETITIONS)
        existing = parent.named(field.name)
        if len(existing) < count:
            self._add(parent, field, count - len(existing))
        elif len(existing) > count:
            parent.remove(existing[count:])
            self._computation.structure(field)

    # actions

    def _recompute(self) -> None:
        """Computes what is marked; new repetitions then get their actions, which may mark more."""
        self._computation.run()
        budget = MOST_CHAINED_ACTIONS + MOST_REPETITIONS
        while self._added:
            node = self._added.popleft()
            budget -= 1
            if budget < 0:
                raise XPathProblem("too_long", "repetitions add repetitions without end")
            if node.parent is not None:
                self._run_all(self._actions_within(node, _NEW_REPEAT))
                self._computation.run()

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
        model = [(action, self.root) for action in self.form.actions if action.events & events]
        self._run_all([*model, *self._actions_within(self.root, events)])
        self._recompute()

    def _dispatch_changes(self) -> None:
        """xforms-value-changed for what changed, and for what that changes."""
        budget = MOST_CHAINED_ACTIONS
        while self._computation.changed:
            changed = list(self._computation.changed.values())
            self._computation.changed.clear()
            for node in changed:
                actions = [one for one in node.field.actions if _CHANGED in one.events] if node.field else []
                if not actions or node.root() is not self.scene.document or not node.relevant:
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
        targets = action.target.nodes(at, self.scene)
        if single and len(targets) > 1:
            raise StepProblem(
                f"an action's target has more than one node: {reference(targets[0])}", reference(at)
            )
        for target in targets:
            if target.state is None or not target.relevant or has_elements(target):
                continue
            if action.value is not None:
                value = action.value.value(target, self.scene)
                stored = computed_value(value, target.field.type, self.scene.zone)
            else:
                stored = computed_value(action.literal, target.field.type, self.scene.zone)
            target.state.raw = composed(stored)
            target.state.unfit = False
            target.state.offered = None
            self._computation.refresh(target)

    # the rest of its life

    def speak(self, language: str) -> None:
        """Shows texts in another language of the form."""
        self._speak(language)
        self._computation.speaking()
        self._recompute()
        self._dispatch_changes()

    def _speak(self, language: str) -> None:
        if language not in self.form.languages:
            raise StepProblem(f"the form has no language {language}")
        self._speaker.language = language
        self.scene.language = language

    def finalize(self) -> bool:
        """Checks everything; closes the record if nothing is broken."""
        self._check_open("")
        for node in leaves(self.root):
            if node.field.preload == "timestamp" and node.field.preload_params == "end":
                node.state.raw = iso(self.scene.now())
                self._computation.refresh(node)
        self._recompute()
        self._computation.changed.clear()
        self.finalized = not self.violations()
        return self.finalized

    def draft(self) -> str:
        """The record as XML with everything in it, to go on later."""
        return written(self.root, complete=True)

    def instance(self) -> str:
        """The record as XML as it would be saved now."""
        return written(self.root, instance_id=self._instance_id)


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


def _hide(node: Node) -> None:
    node.relevant = False
    if not has_elements(node):
        node.text = ""
    for child in node.children:
        _hide(child)


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
