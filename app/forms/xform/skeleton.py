"""The record a form begins with, the fields in it, and the lists it brings along."""

from typing import Final

from app.forms.xform.document import ELEMENT, Node
from app.forms.xform.draft import BLANKS, JAVAROSA, Draft, children_of
from app.forms.xform.errors import FormProblem
from app.forms.xform.externals import read_external
from app.forms.xform.model import ExternalInstance, Field

MOST_FIELDS: Final = 50_000


class Skeleton:
    """Reads instances into a draft."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    def record(self, element: Node, parent: Field | None) -> Node:
        """The nodes of a new record below an element of the definition, and the fields they belong to."""
        field = self._field(element.name, parent)
        field.prototype.namespace = element.namespace
        node = Node(ELEMENT, element.name, namespace=element.namespace, line=element.line)
        node.field = field
        for attribute in element.attributes:
            if (
                attribute.namespace == JAVAROSA and attribute.local_name == "template"
            ) or attribute.name == "jr:template":
                continue
            self._attribute(field, node, attribute)
        leaf = True
        for child in element.elements():
            leaf = False
            made = self.record(child, field)
            if _is_template(child):
                self._draft.templates[made.field] = made
            else:
                node.append(made)
        if leaf:
            node.text = element.value().strip(BLANKS)
        return node

    def _attribute(self, field: Field, node: Node, attribute: Node) -> None:
        made = node.set_attribute(attribute.name, attribute.text, attribute.namespace)
        if attribute.name == "xmlns" or attribute.name.startswith("xmlns:"):
            return
        own = next((one for one in field.children if one.is_attribute and one.name == attribute.name), None)
        if own is None:
            own = Field(attribute.name, field, len(self._draft.fields), is_attribute=True)
            field.children.append(own)
            own.prototype = field.prototype.set_attribute(attribute.name, "", attribute.namespace)
            own.prototype.field = own
            self._draft.fields.append(own)
        made.field = own

    def _field(self, name: str, parent: Field | None) -> Field:
        if (known := self._draft.known.get((parent, name))) is not None:
            return known
        if len(self._draft.fields) >= MOST_FIELDS:
            raise FormProblem("too_large", f"more than {MOST_FIELDS} fields")
        field = Field(name, parent, len(self._draft.fields))
        field.prototype.field = field
        self._draft.known[parent, name] = field
        self._draft.by_path[field.path] = field
        if parent is not None:
            parent.children.append(field)
            parent.prototype.append(field.prototype)
        self._draft.fields.append(field)
        return field

    def lists(self, model: Node, primary: Node, template: Node) -> dict[str, Node]:
        found: dict[str, Node] = {}
        primary_id = primary.attribute("id")
        if primary_id:
            found[primary_id] = template.field.prototype.root()
        for instance in children_of(model, "instance"):
            if instance is primary:
                continue
            instance_id = instance.attribute("id")
            source = instance.attribute("src").strip()
            if not instance_id:
                self._draft.warning("instance", "a list without an id cannot be used", instance)
                continue
            if source and next(instance.elements(), None) is None:
                found[instance_id] = self.external(
                    ExternalInstance(instance_id, source, instance.line), instance
                )
            else:
                found[instance_id] = _cleaned(instance)
        self._draft.instances = found
        return found

    def external(self, external: ExternalInstance, node: Node) -> Node:
        holder = Node.element("instance")
        self._draft.unread.add(external.id)
        if external.source.startswith("jr://instance/last-saved"):
            self._draft.warning(
                "unsupported", "the last saved record is not available; its values are empty", node
            )
            return holder
        data = self._draft.files(external.file_name)
        if data is None:
            self._draft.error("missing_file", f"the file {external.file_name} is missing", node)
            return holder
        try:
            found = read_external(external.file_name, data)
            self._draft.unread.remove(external.id)
            return found
        except FormProblem as problem:
            self._draft.error(problem.code, f"{external.file_name}: {problem.message}", node)
            return holder

    def first_repetition(self, field: Field) -> Node | None:
        """What a new repetition is copied from when the definition has no template for it: the first one, empty."""
        for made in (self._draft.template, *self._draft.templates.values()):
            if (found := _find(made, field)) is not None:
                return _emptied(found)
        return None


def _is_template(element: Node) -> bool:
    return element.attribute_in(JAVAROSA, "template") is not None or any(
        attribute.name == "jr:template" for attribute in element.attributes
    )


def _find(node: Node, field: Field) -> Node | None:
    if node.field is field:
        return node
    for child in node.children:
        if child.kind == ELEMENT and (found := _find(child, field)) is not None:
            return found
    return None


def _emptied(node: Node) -> Node:
    made = Node(node.kind, node.name, "", node.namespace, node.line)
    made.field = node.field
    for attribute in node.attributes:
        made.set_attribute(attribute.name, attribute.text, attribute.namespace).field = attribute.field
    for child in node.elements():
        made.append(_emptied(child))
    return made


def _cleaned(element: Node) -> Node:
    """A list without the blanks between its elements."""
    made = Node(ELEMENT, element.name, namespace=element.namespace, line=element.line)
    for attribute in element.attributes:
        made.set_attribute(attribute.name, attribute.text, attribute.namespace)
    elements = list(element.elements())
    for child in elements:
        made.append(_cleaned(child))
    if not elements:
        made.text = element.value().strip(BLANKS)
    return made
