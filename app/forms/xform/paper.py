"""An entry as a questionnaire in front of a person: pages of questions, what is missing, what does not fit, who it is about.

A group at the top is a page; so is each repetition of a repeat. ``bind::vatra:roster`` makes a repeat be about members of the
household (``child``, or any other word for all of them): the question with ``vatra:roster`` inside names the member, is filled
in from the household and not asked. ``bind::vatra:red`` lists the answers that are danger signs, ``vatra:soft`` makes a
constraint a warning, ``vatra:suggest`` proposes an answer, ``vatra:exclusive`` is the choice that excludes all others,
``vatra:unit`` is what a number is counted in, ``vatra:compartment`` names the compartment of a group.

A question is known by its *key*: its name, or ``<scope>/<name>`` inside a repeat, the scope being the member's id as hex or
``<repeat>[<number>]``. Two questions of one name are told apart by their group.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Final, Literal

import msgspec
from elementpath.tdop import Token

from app.forms.xform.binds import SUGGEST
from app.forms.xform.computing import below
from app.forms.xform.document import Node
from app.forms.xform.entry import Entry
from app.forms.xform.errors import XPathProblem
from app.forms.xform.model import Field, Form
from app.forms.xform.xpath.compilation import Expression, compile_expression, compile_part

ROSTER: Final = "vatra:roster"
UNIT: Final = "vatra:unit"
WORKING: Final = "_working"
"""End of the name of a note that counts only until somebody compared the form with the law."""
RED: Final = "vatra:red"

AskedType = Literal[
    "note", "one", "many", "int", "decimal", "date", "time", "text", "long", "sign", "tick", "other"
]
_BY_TYPE: Final[Mapping[str, AskedType]] = {
    "int": "int", "integer": "int", "decimal": "decimal", "date": "date", "time": "time", "string": "text",
}  # fmt: skip


class Page(msgspec.Struct, frozen=True):
    """What stands on one page, now. ``node`` is the group or repetition; for a repeat without any, its parent.

    ``person`` is the member's id as hex where the page is about one. ``repeat`` is set on pages of rows added by hand.
    """

    field: Field
    node: Node
    key: str
    questions: tuple[Node, ...]
    person: str | None = None
    repeat: str | None = None
    """Reference of the repeat, for ``Entry.add_repeat``."""
    number: int = 0


class Option(msgspec.Struct, frozen=True):
    value: str
    label: str
    red: bool
    exclusive: bool


def extra(field: Field, name: str) -> str:
    """A ``vatra:`` column of a question; "" if the author left it empty."""
    return field.extras.get(name, "")


def is_signature(field: Field) -> bool:
    return extra(field, "vatra:kind") == "sign"


def roster_question(repeat: Field) -> Field | None:
    """The question that names the member a repetition is about; None for a repeat of other things."""
    if not extra(repeat, ROSTER):
        return None
    return next((field for field in repeat.children if extra(field, ROSTER)), None)


def rosters(form: Form) -> Iterator[tuple[Field, Field]]:
    """The repeats about members of the household, each with the question that names the member."""
    for field in form.fields:
        if field.is_repeat and (question := roster_question(field)) is not None:
            yield field, question


@lru_cache(maxsize=16)
def _ambiguous(form_fields: tuple[Field, ...]) -> frozenset[str]:
    names = Counter(field.name for field in form_fields if not field.is_attribute)
    return frozenset(name for name, count in names.items() if count > 1)


def own_name(form: Form, field: Field) -> str:
    """The name of a question in its scope: ``age``, or ``group.age`` where another group has an ``age`` too."""
    if field.name not in _ambiguous(form.fields):
        return field.name
    above = [field.name]
    for around in field.ancestors():
        if around.is_repeat or around is form.root:
            break
        above.insert(0, around.name)
    return ".".join(above)


def scope_of(node: Node) -> str:
    """Which repetition a node stands in: "", ``<hex>`` or ``rows[2]``; nested ones outermost first, with ``/`` between."""
    scopes: list[str] = []
    at: Node | None = node
    while at is not None and at.parent is not None:
        field: Field | None = at.field
        if field is not None and field.is_repeat:
            question = roster_question(field)
            person = next(below(at, question)).state.raw if question is not None else ""
            scopes.insert(0, person or f"{field.name}[{_place(at)}]")
        at = at.parent
    return "/".join(scopes)


def key_of(form: Form, node: Node) -> str:
    """Where the answer of a question is kept."""
    scope = scope_of(node)
    name = own_name(form, node.field)
    return f"{scope}/{name}" if scope else name


def _place(repetition: Node) -> int:
    assert repetition.parent is not None
    same = repetition.parent.named(repetition.name)
    return next(number for number, one in enumerate(same, 1) if one is repetition)


class Paper:
    """An entry read as a questionnaire; it only looks, answers go to ``entry``."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry
        self.form = entry.form
        self._suggestions: dict[Field, Expression | None] = {}
        self._numbers = self.form.numbers or numbers_of(self.form)
        self._keys: dict[int, tuple[Node, str]] = {}
        self._parts: dict[int, Expression] = {}

    # pages

    def pages(self) -> tuple[Page, ...]:
        """What is asked now, in the order of the paper; a page on which nothing is asked is none."""
        return tuple(page for page in self._pages(self.entry.root) if page.questions or page.repeat)

    def _pages(self, around: Node) -> Iterator[Page]:
        loose: list[Node] = []
        for field in around.field.children:
            if field.is_attribute:
                continue
            if field.is_repeat:
                yield from self._repetitions(around, field)
                continue
            for node in around.named(field.name):
                if not node.relevant:
                    continue
                if _is_group(field):
                    yield from self._group(node)
                elif field.control is not None:
                    loose.append(node)
        if loose:
            yield Page(around.field, around, around.field.name, tuple(loose))

    def _group(self, node: Node) -> Iterator[Page]:
        questions: list[Node] = []
        after: list[Page] = []
        self._collect(node, questions, after)
        scope = scope_of(node)
        yield Page(node.field, node, f"{scope}/{node.name}" if scope else node.name, tuple(questions))
        yield from after

    def _collect(self, node: Node, questions: list[Node], after: list[Page]) -> None:
        for field in node.field.children:
            if field.is_attribute:
                continue
            if field.is_repeat:
                after.extend(self._repetitions(node, field))
                continue
            for child in node.named(field.name):
                if child.relevant and _is_group(field):
                    self._collect(child, questions, after)
                elif child.relevant and field.control is not None:
                    questions.append(child)

    def _repetitions(self, parent: Node, field: Field) -> Iterator[Page]:
        question = roster_question(field)
        assert field.repeat is not None
        by_hand = question is None and field.repeat.count is None and not field.repeat.fixed
        reference = f"{_reference(parent)}/{field.name}" if by_hand else None
        found = [node for node in parent.named(field.name) if node.relevant]
        for number, node in enumerate(found, 1):
            questions: list[Node] = []
            after: list[Page] = []
            self._collect(node, questions, after)
            person = None
            if question is not None:
                head = next(below(node, question))
                person = head.state.raw
                questions = [one for one in questions if one is not head]
            yield Page(
                field, node, f"{field.name}/{scope_of(node)}", tuple(questions), person, reference, number
            )
            yield from after
        if not found and reference is not None and self.entry.repeat_relevant(parent, field):
            yield Page(field, parent, f"{field.name}/", (), None, reference)

    def asked(self) -> Iterator[Node]:
        """The questions asked now that can be answered, in the order of the paper."""
        for page in self.pages():
            yield from (node for node in page.questions if self.can_answer(node))

    def can_answer(self, node: Node) -> bool:
        return not self.entry.is_readonly(node) and node.field.calculate is None

    # one question

    def key(self, node: Node) -> str:
        """As ``key_of``, remembered: ``rows_changed`` says when rows have other numbers."""
        known = self._keys.get(id(node))
        if known is None or known[0] is not node:
            known = self._keys[id(node)] = (node, key_of(self.form, node))
        return known[1]

    def rows_changed(self) -> None:
        """A row was taken out: those behind it have moved up."""
        self._keys.clear()

    def part(self, tree: Token[Any]) -> Expression:
        """A part of an expression of the form by itself, compiled once."""
        found = self._parts.get(id(tree))
        if found is None:
            found = self._parts[id(tree)] = compile_part(tree, self.form.namespaces)
        return found

    def type_of(self, node: Node) -> AskedType:
        field: Field = node.field
        control = field.control
        assert control is not None
        if control.kind in ("select1", "select"):
            return "one" if control.kind == "select1" else "many"
        if control.kind == "trigger":
            return "tick"
        if is_signature(field):
            return "sign"
        if control.kind not in ("input", "range"):
            return "other"
        if _is_note(field):
            return "note"
        found = _BY_TYPE.get(field.type, "other")
        return "long" if found == "text" and "multiline" in (control.appearance or "") else found

    def says_working(self, node: Node) -> bool:
        """Whether it is the note that this is a working document and not the statutory form."""
        return node.name.endswith(WORKING) and self.type_of(node) == "note"

    def number(self, field: Field) -> int:
        """The number of a question as on paper: it keeps it when others are hidden, and is the same for every child."""
        return self._numbers.get(field.path, 0)

    def title(self, page: Page) -> str:
        """The words over a page."""
        group = page.field.group
        return (
            self.entry.text_shown(group.label, page.node) if group is not None else None
        ) or self.form.title

    def label(self, node: Node) -> str:
        return self.entry.text_shown(node.field.control.label, node) or node.name

    def hint(self, node: Node) -> str:
        return self.entry.text_shown(node.field.control.hint, node) or ""

    def options(self, node: Node) -> tuple[Option, ...]:
        """The choices offered now."""
        red = extra(node.field, RED).split()
        exclusive = extra(node.field, "vatra:exclusive").split()
        chooser = self.entry.chooser
        return tuple(
            Option(offer[0], chooser.label(offer, node) or offer[0], offer[0] in red, offer[0] in exclusive)
            for offer in chooser.offers(node)
        )

    def in_words(self, node: Node) -> str:
        """The answer as its label has it; of a typed answer the answer itself, with its unit."""
        if self.type_of(node) not in ("one", "many"):
            return f"{node.text} {self.unit(node)}".rstrip() if node.text else ""
        chosen = node.text.split() if self.type_of(node) == "many" else [node.text]
        return ", ".join(option.label for option in self.options(node) if option.value in chosen)

    def unit(self, node: Node) -> str:
        """What a number is counted in, such as ``lei``; "" where nothing is."""
        return extra(node.field, UNIT)

    def suggestion(self, node: Node) -> str:
        """An answer to propose, "" for none; it counts only once the worker takes it."""
        field: Field = node.field
        if field not in self._suggestions:
            source = extra(field, SUGGEST)
            try:
                found = compile_expression(source, self.form.namespaces) if source else None
            except XPathProblem:
                found = None  # `vatra-forms check` tells the author
            self._suggestions[field] = found
        expression = self._suggestions[field]
        if expression is None or node.state.raw:
            return ""
        self.entry.scene.allow()
        return expression.text(node, self.entry.scene)

    # the whole

    def missing(self) -> tuple[Node, ...]:
        """Required, asked, not answered."""
        return tuple(node for node in self.asked() if self.entry.failed(node) == "required")

    def unfit(self) -> tuple[Node, ...]:
        """Answers that break a constraint or cannot be read, soft ones included."""
        return tuple(node for node in self.asked() if self.entry.failed(node) in ("constraint", "type"))

    def set_aside(self) -> int:
        """How many answers other answers hide; they come back when those are changed back."""
        heads = {question for _, question in rosters(self.form)}
        return sum(
            1
            for field in self.form.fields
            if field.control is not None and field.calculate is None and field not in heads
            for node in below(self.entry.root, field)
            if not node.relevant and node.state.raw and not self.entry.is_readonly(node)
        )

    def danger_signs(self) -> tuple[Node, ...]:
        """Questions whose present answer is a danger sign; they act at once, also in a draft."""
        return tuple(
            node
            for field in self.form.fields
            if (red := extra(field, RED).split())
            for node in below(self.entry.root, field)
            if any(value in red for value in node.text.split())
        )

    def computed(self, name: str) -> str:
        """A calculation of the whole form by its name, "" if there is none."""
        field = self.form.field(f"{self.form.root.path}/{name}")
        return next(below(self.entry.root, field)).text if field is not None else ""


def numbers_of(form: Form) -> Mapping[str, int]:
    """The numbers of the questions as on paper, by path."""
    return _numbers(form.fields)


@lru_cache(maxsize=16)
def _numbers(form_fields: tuple[Field, ...]) -> Mapping[str, int]:
    asked = [
        field
        for field in form_fields
        if field.control is not None and not extra(field, ROSTER) and not _is_note(field)
    ]
    return {field.path: number for number, field in enumerate(asked, 1)}


def _is_note(field: Field) -> bool:
    """A text that is only read: pyxform writes it as a read-only question without a calculation."""
    fixed = field.readonly is not None and field.readonly.source.strip() == "true()"
    return field.type == "string" and fixed and field.calculate is None


def _is_group(field: Field) -> bool:
    return field.control is None and any(not child.is_attribute for child in field.children)


def _reference(node: Node) -> str:
    steps: list[str] = []
    at: Node | None = node
    while at is not None and at.field is not None:
        field: Field = at.field
        steps.insert(0, f"{at.name}[{_place(at)}]" if field.is_repeat else at.name)
        at = at.parent
    return "/" + "/".join(steps)
