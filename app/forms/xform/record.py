"""One record of a form as nodes: made from the template or from saved XML, and written back.

Each element has a ``State``: the answer as typed, and what the rules say about it. ``node.text`` is what expressions see,
which is nothing while the element is not relevant.
"""

from collections.abc import Iterator

from app.forms.xform.answers import composed
from app.forms.xform.document import ATTRIBUTE, ELEMENT, KNOWN_PREFIXES, Node, document_of
from app.forms.xform.errors import FormProblem
from app.forms.xform.markup import parse_xml, write_xml
from app.forms.xform.model import Field, Form, Text

Offer = tuple[str, Text | None, Node | None]
"""A choice: value, label, and the row of the list it comes from."""


class State:
    """``raw`` is the answer; the rest is what the rules found. ``offered`` are the choices offered, once asked for."""

    __slots__ = ("broken", "offered", "own_relevant", "raw", "readonly", "required", "unfit")

    def __init__(self, raw: str = "") -> None:
        self.raw = raw
        self.unfit = False
        self.own_relevant = True
        self.readonly = False
        self.required = False
        self.broken = False
        self.offered: tuple[Offer, ...] | None = None


def copied(template: Node) -> Node:
    """New nodes like the template's, each with a state of its own; answers are the template's texts."""
    node = Node(template.kind, template.name, composed(template.text), template.namespace)
    node.field = template.field
    node.state = State(node.text)
    for attribute in template.attributes:
        made = node.set_attribute(attribute.name, attribute.text, attribute.namespace)
        made.field = attribute.field
        made.state = State(attribute.text)
    for child in template.children:
        if child.kind == ELEMENT:
            node.append(copied(child))
    return node


def new_record(form: Form) -> Node:
    """The document node of a fresh record."""
    return document_of(copied(form.template))


def restored_record(form: Form, source: str | bytes) -> Node:
    """The document node of a saved record. Raises FormProblem if it is not one of this form."""
    saved = next(parse_xml(source).elements())
    if saved.name.rpartition(":")[2] != form.template.local_name:
        raise FormProblem("record", f"a record of another form: {saved.name}")
    if saved.attribute("id") and form.id and saved.attribute("id") != form.id:
        raise FormProblem("record", f"a record of another form: {saved.attribute('id')}")
    return document_of(_filled(form.template, saved))


def _filled(template: Node, saved: Node | None) -> Node:
    """Like the template, with the answers of ``saved``; what was left out of it is empty."""
    node = Node(ELEMENT, template.name, "", template.namespace)
    field: Field = template.field
    node.field = field
    for attribute in template.attributes:
        made = node.set_attribute(attribute.name, attribute.text, attribute.namespace)
        made.field = attribute.field
        if saved is not None and attribute.field is not None and field.parent is not None:
            made.text = saved.attribute(attribute.name, attribute.text)
        made.state = State(made.text)
    inner = [child for child in template.children if child.kind == ELEMENT]
    if not inner and not any(not child.is_attribute for child in field.children):
        node.text = composed(saved.value()) if saved is not None else ""
    node.state = State(node.text)
    for child_field in field.children:
        if not child_field.is_attribute:
            for child in _children_of(child_field, inner, saved):
                node.append(child)
    return node


def _children_of(field: Field, templates: list[Node], saved: Node | None) -> Iterator[Node]:
    found = _same(saved, field) if saved is not None else []
    if field.repeat is not None:
        for one in found:
            yield _filled(field.repeat.template, one)
        return
    own = [template for template in templates if template.field is field]
    for index, template in enumerate(own):
        yield _filled(template, found[index] if index < len(found) else None)


def _same(saved: Node, field: Field) -> list[Node]:
    """Elements for a field: of its name, or of its name and namespace under another prefix."""
    named = saved.named(field.name)
    if named:
        return named
    prototype = field.prototype
    return [
        child
        for child in saved.elements()
        if child.local_name == prototype.local_name
        and child.namespace == prototype.namespace
        and ":" in field.name
    ]


def place_for(parent: Node, field: Field) -> int:
    """Where a new repetition belongs among the children: behind the others, else where the form has it."""
    last = -1
    for index, child in enumerate(parent.children):
        if child.field is field or (child.field is not None and child.field.order < field.order):
            last = index
    return last + 1


# writing


def written(root: Node, *, complete: bool = False, instance_id: str | None = None, corrects: str = "") -> str:
    """The record as XML without what is not relevant; ``complete`` keeps that and the answers it hides, for drafts.

    ``corrects`` is the instanceID of the record that this one takes the place of.
    """
    made = _written(root, complete=complete)
    if instance_id is not None and not _has_instance_id(made):
        _add_to_meta(made, "instanceID", instance_id)
    if corrects:
        _add_to_meta(made, "deprecatedID", corrects)
    declared = made.namespaces()
    for prefix, uri in sorted(_used_prefixes(made).items()):
        if prefix not in declared and uri:
            _declare(made, prefix, uri)
    return write_xml(made)


def _written(node: Node, *, complete: bool) -> Node:
    made = Node(ELEMENT, node.name, namespace=node.namespace)
    for attribute in node.attributes:
        if complete and attribute.state is not None:
            made.set_attribute(attribute.name, attribute.state.raw, attribute.namespace)
        elif attribute.relevant:
            made.set_attribute(attribute.name, attribute.text, attribute.namespace)
    inner = [child for child in node.children if child.kind == ELEMENT]
    for child in inner:
        if complete or child.relevant:
            made.append(_written(child, complete=complete))
    if not inner:
        made.text = node.state.raw if complete else node.text
    return made


def _declare(root: Node, prefix: str, uri: str) -> None:
    declaration = Node(ATTRIBUTE, f"xmlns:{prefix}", uri)
    declaration.parent = root
    root.attributes = [declaration, *root.attributes]


def _used_prefixes(node: Node) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in (node, *node.attributes):
        if one.prefix and one.prefix not in ("xmlns", "xml"):
            found[one.prefix] = one.namespace or KNOWN_PREFIXES.get(one.prefix, "")
    for child in node.elements():
        found |= _used_prefixes(child)
    return found


def _meta(root: Node) -> Node | None:
    return next((child for child in root.elements() if child.local_name == "meta"), None)


def _has_instance_id(root: Node) -> bool:
    meta = _meta(root)
    return meta is not None and any(child.local_name == "instanceID" for child in meta.elements())


def _add_to_meta(root: Node, name: str, text: str) -> None:
    """What every such record needs; a form that has no place for it gets one in the written record only."""
    meta = _meta(root)
    openrosa = KNOWN_PREFIXES["orx"]
    if meta is None:
        meta = Node(ELEMENT, "orx:meta", namespace=openrosa)
        root.append(meta)
    prefix = f"{meta.prefix}:" if meta.prefix else ""
    meta.text = ""
    meta.append(Node(ELEMENT, f"{prefix}{name}", text, meta.namespace))
