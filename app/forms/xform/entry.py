"""One record of a form being filled in.

``Entry`` takes answers, adds and removes repetitions, runs the form's actions, and keeps every rule up to date: after each
call all values, relevance, requirements and constraints are as the form says. Answers that break a rule are kept and
flagged, except those that do not fit their type. What the record cannot take raises StepProblem and changes nothing.
"""

from collections import deque
from collections.abc import Mapping, Sequence
from typing import Any, Final

import msgspec

from app.forms.xform.answers import Unfit, stored_answer
from app.forms.xform.beginning import Settings, new_uuid, preload, settle_defaults
from app.forms.xform.choices import Chooser
from app.forms.xform.computing import Computation, below
from app.forms.xform.dates import iso
from app.forms.xform.document import Node
from app.forms.xform.errors import StepProblem, XPathProblem
from app.forms.xform.events import Events
from app.forms.xform.model import Field, Form
from app.forms.xform.places import elements, found_at, has_elements, hide, leaves, split_reference
from app.forms.xform.record import State, copied, new_record, place_for, restored_record, written
from app.forms.xform.texts import Speaker
from app.forms.xform.xpath.axes import reference
from app.forms.xform.xpath.scene import Scene

MOST_REPETITIONS: Final = 10_000
SOFT: Final = "vatra:soft"
MOST_ELEMENTS: Final = 400_000


Known = Mapping[str, Mapping[Field, str]]
"""Answers that are known without asking: by who or what a repetition is about, and question."""


class Violation(msgspec.Struct, frozen=True):
    """``rule`` is "required", "constraint" or "type"; ``message`` is the author's, None if there is none."""

    ref: str
    rule: str
    message: str | None


class Entry:
    """A record, new or restored from ``record`` (a draft or a saved record of the same form).

    A ``frozen`` one shows what was once concluded: nothing is computed anew, no action runs, nothing can be answered.
    Raises StepProblem for a language the form does not have, FormProblem for a record of another form, XPathProblem for
    rules that do not come to an end.
    """

    def __init__(
        self,
        form: Form,
        settings: Settings,
        record: str | bytes | None = None,
        *,
        frozen: bool = False,
    ) -> None:
        self.form = form
        self.finalized = frozen
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
            self.root, form.rules, self.scene, self.chooser.visible, self._make_count, frozen=frozen
        )
        self._events = Events(form, self.root, self.scene, self._computation, self._recompute)
        self._added: deque[Node] = deque()
        self._size = sum(1 for _ in elements(self.root))
        self._instance_id = new_uuid(self.scene.chance)
        self._own_form_instance()
        if settings.language is not None:
            self._speak(settings.language)
        else:
            self.scene.language = form.default_language
        self._open(first=record is None, frozen=frozen)

    def _own_form_instance(self) -> None:
        """The list that is the record itself, if the form gives its instance a name."""
        own = [key for key, node in self.form.instances.items() if node is self.form.root.prototype.parent]
        if own:
            self.scene.instances = {**self.form.instances, **dict.fromkeys(own, self.scene.document)}

    # opening

    def _open(self, *, first: bool, frozen: bool) -> None:
        settle_defaults(self.root, self.scene, self.chooser)
        if first:
            preload(self.root, self.scene)
        self._computation.everything()
        self._recompute()
        if not frozen:
            self._events.opened(first=first)
        self._computation.changed.clear()

    # what expressions ask

    def itext(self, text_id: str, node: Node) -> str:
        return self._speaker.translation(text_id, node, self.scene) or ""

    def choice_label(self, value: str, question: Node) -> str:
        return self.chooser.label_of(value, question)

    # looking

    def nodes(self, ref: str) -> Node:
        """The element or attribute a reference names; a position left out is 1. Raises StepProblem."""
        node = found_at(self.root, ref)
        if node is None:
            raise StepProblem(f"there is no {ref}", ref)
        return node

    def repeat(self, ref: str) -> tuple[Node, Field]:
        """The node a repeat's repetitions stand in, and the repeat; ``ref`` ends without a position."""
        steps = split_reference(ref)
        if len(steps) > 1 and steps[-1][1] is None:
            parent = found_at(self.root, ref.strip().rpartition("/")[0])
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

    @staticmethod
    def is_soft(node: Node) -> bool:
        """Whether the constraint of the node only warns: ``bind::vatra:soft`` says ``yes``."""
        return node.field is not None and node.field.extras.get(SOFT) == "yes"

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
        node = found_at(self.root, ref)
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
        self._events.changed()

    def add_repeat(self, ref: str) -> Node:
        """A repetition behind the others."""
        self._check_open(ref)
        parent, field = self.repeat(ref)
        self._check_by_hand(parent, field, ref)
        if len(parent.named(field.name)) >= MOST_REPETITIONS:
            raise StepProblem(f"more than {MOST_REPETITIONS} repetitions", ref)
        (node,) = self._add(parent, field)
        self._recompute()
        self._events.changed()
        return node

    def remove_repeat(self, ref: str) -> None:
        self._check_open(ref)
        node = found_at(self.root, ref)
        if node is None or node.field is None or not node.field.is_repeat or node.parent is None:
            raise StepProblem(f"there is no repetition {ref}", ref)
        if split_reference(ref)[-1][1] is None:
            raise StepProblem(f"which repetition of {ref}?", ref)
        self._check_by_hand(node.parent, node.field, ref)
        self._drop(node.parent, node.field, [node])
        self._recompute()
        self._events.changed()

    def bring(
        self, repeat: Field, question: Field, values: Sequence[str], known: Known | None = None
    ) -> list[Node]:
        """A repetition for each of ``values`` of ``question`` (a field of the repeat) that has none yet, in this order.

        Also while the form does not ask for them, so that they are there when it does. A repetition about nobody goes. ``known``
        are answers for other questions of a new repetition, by value; the questions that got one are returned.
        """
        self._check_open(repeat.path)
        assert repeat.parent is not None
        answered: list[Node] = []
        for parent in list(self._computation.instances(repeat.parent)):
            heads = {id(one): next(below(one, question)) for one in parent.named(repeat.name)}
            nobody = [one for one in parent.named(repeat.name) if not heads[id(one)].state.raw]
            there = {head.state.raw for head in heads.values()}
            self._drop(parent, repeat, nobody)
            new = [value for value in values if value not in there]
            for node, value in zip(self._add(parent, repeat, len(new)), new, strict=True):
                head = next(below(node, question))
                head.state.raw = value
                self._computation.refresh(head)
                for field, text in (known or {}).get(value, {}).items():
                    asked = next(below(node, field))
                    asked.state.raw = text
                    self._computation.refresh(asked)
                    answered.append(asked)
        self._recompute()
        self._events.changed()
        return answered

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
        self._size += many * sum(1 for _ in elements(field.repeat.template))
        if self._size > MOST_ELEMENTS:
            raise XPathProblem("too_long", f"the record would have more than {MOST_ELEMENTS} elements")
        nodes = [copied(field.repeat.template) for _ in range(many)]
        parent.insert(place_for(parent, field), nodes)
        for node in nodes:
            if not parent.relevant:
                hide(node)
            settle_defaults(node, self.scene, self.chooser)
            preload(node, self.scene)
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
            self._drop(parent, field, existing[count:])

    def _drop(self, parent: Node, field: Field, nodes: list[Node]) -> None:
        parent.remove(nodes)
        self._size -= sum(1 for node in nodes for _ in elements(node))
        self._computation.structure(field)

    # rules and actions

    def _recompute(self) -> None:
        """Computes what is marked; new repetitions then get their actions, which may mark more."""
        self._computation.run()
        budget = 2 * MOST_REPETITIONS
        while self._added:
            node = self._added.popleft()
            budget -= 1
            if budget < 0:
                raise XPathProblem("too_long", "repetitions bring repetitions without end")
            if node.parent is not None:
                self._events.added(node)

    # the rest of its life

    def speak(self, language: str) -> None:
        """Shows texts in another language of the form."""
        self._speak(language)
        self._computation.speaking()
        self._recompute()
        self._events.changed()

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
        self.finalized = all(
            one.rule == "constraint" and self.is_soft(self.nodes(one.ref)) for one in self.violations()
        )
        return self.finalized

    def draft(self) -> str:
        """The record as XML with everything in it, to go on later."""
        return written(self.root, complete=True)

    def instance(self) -> str:
        """The record as XML as it would be saved now."""
        return written(self.root, instance_id=self._instance_id)
