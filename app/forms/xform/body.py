"""The body: groups, repeats and questions with their texts and choices."""

from typing import Final

from app.forms.xform.actions import Actions
from app.forms.xform.document import Node
from app.forms.xform.draft import (
    BLANKS,
    Draft,
    appearance_of,
    child_of,
    children_of,
    jr_attribute,
)
from app.forms.xform.errors import XPathProblem
from app.forms.xform.model import (
    SELECTS,
    Choice,
    Control,
    ExternalInstance,
    Field,
    Group,
    Itemset,
    Repeat,
    Text,
)
from app.forms.xform.searching import read_search
from app.forms.xform.skeleton import Skeleton
from app.forms.xform.texts import read_reference, read_text
from app.forms.xform.xpath.compilation import Expression

CONTROLS: Final = frozenset({"input", "select1", "select", "rank", "range", "trigger", "upload", "secret"})
# Types that load and stay in the record, but that nobody can fill in here.
_NOT_HERE: Final = frozenset({"geopoint", "geotrace", "geoshape", "barcode", "intent", "binary"})


class Body:
    """Reads what is shown into the fields of a draft."""

    def __init__(self, draft: Draft, skeleton: Skeleton, actions: Actions) -> None:
        self._draft = draft
        self._skeleton = skeleton
        self._actions = actions

    def read(self, element: Node, at: Node, repeat: Field | None) -> None:
        for child in element.elements():
            name = child.local_name
            if name in CONTROLS:
                self._control(child, at, repeat)
            elif name == "group":
                self._group(child, at, repeat)
            elif name == "repeat":
                self._repeat(child, at)
            elif name not in ("label", "hint") and not self._actions.read(child, at, repeat):
                self._draft.warning("unsupported", f"{child.name} cannot be shown on this computer", child)

    def _target(self, element: Node, at: Node) -> Field | None:
        bind = element.attribute("bind").strip()
        if bind:
            if bind not in self._draft.bind_ids:
                self._draft.error("unknown_reference", f"there is no bind {bind}", element)
            return self._draft.bind_ids.get(bind)
        path = (element.attribute("ref") or element.attribute("nodeset")).strip()
        if not path:
            return None
        fields = self._draft.places(path, at, element)
        if not fields:
            self._draft.error("unknown_reference", f"there is no {path} in the form", element, ref=path)
            return None
        return fields[0]

    def _label(self, element: Node, name: str, ref: str | None) -> Text | None:
        found = child_of(element, name)
        if found is None:
            return None
        shown = read_text(found, self._draft.compile)
        self._draft.known_text(shown, found, ref)
        return shown

    def _group(self, element: Node, at: Node, repeat: Field | None) -> None:
        field = self._target(element, at)
        group = Group(self._label(element, "label", field.path if field else None), appearance_of(element))
        inner = next((one for one in children_of(element, "repeat")), None)
        if field is not None and field.group is None:
            field.group = group
        elif field is None and inner is not None:
            # A group without a place of its own around a repeat gives the repeat its label.
            repeated = self._target(inner, at)
            if repeated is not None:
                repeated.group = group
        self.read(element, field.prototype if field is not None else at, repeat)

    def _repeat(self, element: Node, at: Node) -> None:
        field = self._target(element, at)
        if field is None:
            if not (element.attribute("nodeset") or element.attribute("bind")).strip():
                self._draft.error("unknown_reference", "a repeat without a nodeset", element)
            return
        template = self._draft.templates.get(field) or self._skeleton.first_repetition(field)
        if template is None:
            template = Node.element(field.name)
            template.field = field
        count = self._count(element, field)
        fixed = jr_attribute(element, "noAddRemove").strip() in ("true()", "true", "1")
        # Before the inside is read: paths inside depend on what repeats.
        field.repeat = Repeat(template, count, fixed, appearance_of(element))
        self.read(element, field.prototype, field)

    def _count(self, element: Node, field: Field) -> Expression | None:
        source = jr_attribute(element, "count").strip()
        if not source:
            return None
        try:
            expression = self._draft.expression(source)
        except XPathProblem as problem:
            self._draft.error(
                "xpath", f"{problem.message} in: {source}", element, ref=field.path, column="repeat_count"
            )
            return None
        parent = field.parent
        if not self._draft.reader.missing(expression.tree, field.prototype):
            return expression
        if parent is not None and not self._draft.reader.missing(expression.tree, parent.prototype):
            # Also written from the place the repetitions stand in; said from the repetition from here on.
            return self._draft.compile(f"../{source}", element)
        self._draft.examine(expression, element, field, "repeat_count")
        return expression

    def _control(self, element: Node, at: Node, repeat: Field | None) -> None:
        field = self._target(element, at)
        if field is None:
            if not (element.attribute("ref") or element.attribute("bind")).strip():
                self._draft.error(
                    "unknown_reference", f"a question ({element.name}) without a field", element
                )
            return
        kind = "input" if element.local_name == "secret" else element.local_name
        appearance = appearance_of(element)
        choices = self._static_choices(element, field) if kind in SELECTS else ()
        itemset = self._itemset(element, field) if kind in SELECTS else None
        search = read_search(appearance, choices, self._draft.compile, element)
        if search is not None and search.table not in self._draft.instances:
            external = ExternalInstance(search.table, f"jr://file-csv/{search.table}.csv", element.line)
            self._draft.instances[search.table] = self._skeleton.external(external, element)
        if kind in SELECTS and not choices and child_of(element, "itemset") is None and search is None:
            self._draft.error(
                "no_choices", f"{field.name} has no choices", element, ref=field.path, column="type"
            )
        label = self._label(element, "label", field.path)
        hint = self._label(element, "hint", field.path)
        settings = {one.name: one.text for one in element.attributes if one.name not in ("ref", "appearance")}
        if field.control is None:
            field.control = Control(kind, label, hint, appearance, choices, itemset, search, settings)
        what = _not_here(element, field)
        if what is not None:
            message = f"{what} cannot be filled in on this computer"
            self._draft.warning("unsupported", message, element, ref=field.path, column="type")
        for inner in element.elements():
            self._actions.read(inner, field.prototype, repeat)
        if field.control is not None:
            self._examine_texts(field, element)

    def _examine_texts(self, field: Field, element: Node) -> None:
        assert field.control is not None
        for shown in (field.control.label, field.control.hint):
            for part in shown.parts if shown is not None else ():
                if not isinstance(part, str):
                    self._draft.examine(part, element, field, "label")

    def _static_choices(self, element: Node, field: Field) -> tuple[Choice, ...]:
        found = []
        for item in children_of(element, "item"):
            value = child_of(item, "value")
            if value is None:
                self._draft.error(
                    "no_choices", f"a choice of {field.name} without a value", item, ref=field.path
                )
                continue
            found.append(Choice(value.value().strip(BLANKS), self._label(item, "label", field.path)))
        return tuple(found)

    def _itemset(self, element: Node, field: Field) -> Itemset | None:
        itemset = child_of(element, "itemset")
        if itemset is None:
            return None
        nodes = self._draft.rule(itemset.attribute("nodeset").strip(), itemset, field, "choice_filter")
        value_ref = child_of(itemset, "value")
        value = self._draft.compile(value_ref.attribute("ref") if value_ref is not None else "value", itemset)
        label_ref = child_of(itemset, "label")
        label = None
        if label_ref is not None and label_ref.attribute("ref"):
            label = read_reference(label_ref.attribute("ref"), itemset, self._draft.compile)
        if nodes is None or value is None:
            return None
        column = value.source.strip() if value_ref is not None else ""
        for instance_id in self._draft.reader.instances(nodes.tree):
            rows = self._draft.instances.get(instance_id)
            if rows is None or instance_id in self._draft.unread:
                continue
            if not any(True for root in rows.elements() for _ in root.elements()):
                self._draft.error(
                    "no_choices",
                    f"the list {instance_id} has no choices",
                    itemset,
                    ref=field.path,
                    column="type",
                )
            elif column.isidentifier() and not _has_column(rows, column):
                message = f"the list {instance_id} has no {column}"
                self._draft.error("no_choices", message, itemset, ref=field.path, column="type")
        shuffled = nodes.tree.symbol == "randomize" and len(nodes.tree) == 1
        return Itemset(nodes, value, label, shuffled)


def _has_column(rows: Node, name: str) -> bool:
    return any(one.name == name for one in rows.descendants())


def _not_here(element: Node, field: Field) -> str | None:
    """What of a question nobody can fill in here."""
    if element.attribute("query"):
        return "a choice from itemsets.csv"
    if element.local_name == "upload":
        return f"a file ({element.attribute('mediatype') or 'upload'})"
    return field.type if field.type in _NOT_HERE else None
