"""An entry as others see it: one entry per node, in the shapes of the command line's JSON."""

from collections.abc import Iterator, Sequence
from typing import Any

from app.forms.xform.computing import MOST_VISITS_OF_A_RUN
from app.forms.xform.document import ATTRIBUTE, Node
from app.forms.xform.entry import Entry
from app.forms.xform.model import SELECTS, Field, Form
from app.forms.xform.places import has_elements
from app.forms.xform.xpath.axes import reference

Shown = dict[str, Any]


def form_shown(form: Form) -> Shown:
    return {
        "id": form.id,
        "version": form.version,
        "title": form.title,
        "languages": list(form.languages),
        "default_language": form.default_language,
    }


def snapshot(entry: Entry, refs: Sequence[str] | None = None) -> Shown:
    """All nodes, or those named. Raises StepProblem for a reference that leads nowhere."""
    entry.scene.allow(MOST_VISITS_OF_A_RUN)
    nodes = list(_all(entry)) if refs is None else [_named(entry, ref) for ref in refs]
    return {
        "language": entry.language,
        "finalized": entry.finalized,
        "violations": [
            {"ref": one.ref, "rule": one.rule, "message": one.message} for one in entry.violations()
        ],
        "nodes": nodes,
        "instance": entry.instance(),
    }


def _named(entry: Entry, ref: str) -> Shown:
    if entry.is_repeat(ref):
        parent, field = entry.repeat(ref)
        return _range(entry, parent, field)
    return _node(entry, entry.nodes(ref))


def _all(entry: Entry) -> Iterator[Shown]:
    return _below(entry, entry.root)


def _below(entry: Entry, parent: Node) -> Iterator[Shown]:
    for field in parent.field.children:
        if field.is_attribute:
            if parent is not entry.root:
                found = next((one for one in parent.attributes if one.field is field), None)
                if found is not None:
                    yield _node(entry, found)
            continue
        if field.is_repeat:
            yield _range(entry, parent, field)
        for node in parent.named(field.name):
            yield _node(entry, node)
            yield from _below(entry, node)


def _range(entry: Entry, parent: Node, field: Field) -> Shown:
    """A repeat as a whole; relevant if its first repetition is, or would be."""
    found = parent.named(field.name)
    group = field.group
    base = "" if parent.kind != ATTRIBUTE and parent is entry.root.parent else reference(parent)
    return {
        "ref": f"{base}/{field.name}",
        "kind": "repeat",
        "count": len(found),
        "relevant": entry.repeat_relevant(parent, field),
        "readonly": entry.is_readonly(parent),
        "label": entry.text_shown(group.label, parent) if group is not None else None,
        "appearance": (group.appearance if group is not None else None)
        or (field.repeat.appearance if field.repeat is not None else None),
    }


def _node(entry: Entry, node: Node) -> Shown:
    field: Field | None = node.field
    ref = reference(node)
    if field is None:
        return {
            "ref": ref,
            "kind": "attribute",
            "type": "string",
            "value": node.text,
            "relevant": True,
            "readonly": False,
        }
    if field.is_attribute:
        return _attribute(entry, node, field, ref)
    if field.is_repeat:
        return {
            "ref": ref,
            "kind": "instance",
            "relevant": node.relevant,
            "readonly": entry.is_readonly(node),
            "label": None,
        }
    if has_elements(node) or (field.control is None and _is_group(field)):
        return _group(entry, node, field, ref)
    return _value(entry, node, field, ref)


def _is_group(field: Field) -> bool:
    return field.group is not None or any(not child.is_attribute for child in field.children)


def _attribute(entry: Entry, node: Node, field: Field, ref: str) -> Shown:
    return {
        "ref": ref,
        "kind": "attribute",
        "type": field.type,
        "value": node.text if node.relevant else "",
        "relevant": node.relevant,
        "readonly": entry.is_readonly(node),
    }


def _group(entry: Entry, node: Node, field: Field, ref: str) -> Shown:
    group = field.group
    return {
        "ref": ref,
        "kind": "group",
        "relevant": node.relevant,
        "readonly": entry.is_readonly(node),
        "label": entry.text_shown(group.label, node) if group is not None else None,
        "appearance": group.appearance if group is not None else None,
    }


def _value(entry: Entry, node: Node, field: Field, ref: str) -> Shown:
    control = field.control
    shown: Shown = {
        "ref": ref,
        "kind": "question" if control is not None else "value",
        "type": field.type,
        "value": node.text,
        "relevant": node.relevant,
        "required": node.state.required,
        "readonly": entry.is_readonly(node),
        "failed": entry.failed(node),
        "message": entry.message(node),
    }
    if control is None:
        return shown
    shown["control"] = control.kind
    shown["label"] = entry.text_shown(control.label, node)
    shown["hint"] = entry.text_shown(control.hint, node)
    shown["appearance"] = control.appearance
    if control.kind in SELECTS:
        shown["choices"] = [
            {"value": offer[0], "label": entry.chooser.label(offer, node)}
            for offer in entry.chooser.offers(node)
        ]
    return shown
