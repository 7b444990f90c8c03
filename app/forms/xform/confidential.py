"""Sections of a form that only some read: ``bind::vatra:compartment`` on a group or repeat at the top of the form.

What is answered there is kept in that compartment and nowhere else, so nothing outside may depend on it: neither a rule that
shows a question, nor a text, nor a score. ``check_secrets`` refuses a form that would tell (``reads_confidential``); what the
others have to know, a person decides, not a formula. Whoever does not read a compartment has the form without its sections:
they are not hidden there, they do not exist (``leave_out``).
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final

from app.domain.access import TEAM, compartments
from app.forms.xform.binds import SUGGEST
from app.forms.xform.document import Node
from app.forms.xform.draft import Draft, child_of, children_of
from app.forms.xform.graph import Kind, Rules
from app.forms.xform.markup import parse_xml, write_xml
from app.forms.xform.model import Field, Form, SetValue, Text, Translations
from app.forms.xform.xpath.compilation import Expression

COMPARTMENT: Final = "vatra:compartment"
_COLUMN: Final = f"bind::{COMPARTMENT}"
_COLUMNS: Final[Mapping[Kind, str]] = {
    "calculate": "calculation", "choices": "choice_filter", "count": "repeat_count", "readonly": "read_only",
}  # fmt: skip


def kept_in(field: Field) -> str:
    """The compartment that answers of this field lie in."""
    around = (field, *field.ancestors())
    section = around[-2] if len(around) > 1 else field
    return section.extras.get(COMPARTMENT) or TEAM


def sections_of(form: Form) -> dict[str, str]:
    """The confidential sections by name, each with its compartment."""
    return {
        field.name: kept_in(field)
        for field in form.root.children
        if not field.is_attribute and kept_in(field) != TEAM
    }


# the form as somebody sees it


def leave_out(document: Node, readable: Collection[str]) -> None:
    """Take the sections of all other compartments out of an XForm, with everything that belongs to them."""
    html = next(document.elements())
    model = child_of(child_of(html, "head"), "model")
    primary = child_of(model, "instance")
    root = next(primary.elements(), None) if primary is not None else None
    if model is None or root is None:
        return
    gone = [
        bind.attribute("nodeset")
        for bind in children_of(model, "bind")
        if (bind.attribute(COMPARTMENT) or TEAM) not in readable
    ]
    root.remove([child for child in root.elements() if f"/{root.name}/{child.name}" in gone])
    _prune(html, gone)


def _prune(around: Node, gone: Collection[str]) -> None:
    def belongs(element: Node) -> bool:
        path = element.attribute("nodeset") or element.attribute("ref")
        return any(path == one or path.startswith(f"{one}/") for one in gone)

    around.remove([child for child in around.elements() if belongs(child)])
    for child in around.elements():
        _prune(child, gone)


# a record in parts


def apart(form: Form, record: str) -> dict[str, str]:
    """A record of the form as XML by compartment: what is outside its confidential sections is the team's."""
    sections = sections_of(form)
    if not sections:
        return {TEAM: record}
    root = next(parse_xml(record).elements())
    parts = {TEAM: root}
    for compartment in dict.fromkeys(sections.values()):
        own = [child for child in root.elements() if sections.get(child.name) == compartment]
        root.remove(own)
        part = parts[compartment] = Node.element(root.name)
        part.attributes = root.attributes
        part.insert(0, own)
    return {compartment: write_xml(part) for compartment, part in parts.items()}


def together(record: str, parts: Iterable[str]) -> str:
    """The record with these parts of it; in which order they stand is nothing to an entry."""
    root = next(parse_xml(record).elements())
    for part in parts:
        own = list(next(parse_xml(part).elements()).elements())
        root.insert(len(root.children), own)
    return write_xml(root)


# what an author may not write


def check_secrets(draft: Draft, translations: Translations, rules: Rules) -> None:
    """Name compartments that are not there or stand in the wrong place, and everything that would tell an answer."""
    for field in draft.fields:
        named = field.extras.get(COMPARTMENT, TEAM)
        if named not in compartments():
            _error(draft, field, "unknown_compartment", f"there is no compartment {named}", _COLUMN)
        elif named != TEAM and not _is_section(field):
            message = "only a group or repeat at the top of the form can be confidential as a whole"
            _error(draft, field, "compartment_place", message, _COLUMN)
    if all(kept_in(field) == TEAM for field in draft.fields):
        return
    for read, readings in rules.readings.items():
        for reading in readings:
            _examine(draft, reading.rule.field, read, _COLUMNS.get(reading.rule.kind, reading.rule.kind))
    for field, column, expression in _shown(draft, translations):
        for read, _ in draft.reader.reads(expression.tree, field.prototype):
            _examine(draft, field, read, column)
    for field in draft.fields:
        for action in field.actions:
            _examine_action(draft, action, field, field)
    for action in draft.actions:
        _examine_action(draft, action, draft.fields[0], None)


def _is_section(field: Field) -> bool:
    inside = any(not child.is_attribute for child in field.children)
    return inside and field.parent is not None and field.parent.parent is None


def _examine(draft: Draft, reader: Field, read: Field, column: str) -> None:
    whole = read.below() if read.parent is None else ()
    for one in (read, *whole):
        if kept_in(one) not in (TEAM, kept_in(reader)):
            message = f"{reader.name} would tell others what is answered in confidence: {one.name}"
            _error(draft, reader, "reads_confidential", message, column)
            return


def _examine_action(draft: Draft, action: SetValue, at: Field, trigger: Field | None) -> None:
    """That a question was answered is told by what it sets off, too."""
    for target in draft.reader.fields(action.target.tree, at.prototype):
        read = draft.reader.reads(action.value.tree, target.prototype) if action.value is not None else []
        for one in (*(field for field, _ in read), *((trigger,) if trigger is not None else ())):
            _examine(draft, target, one, "trigger" if one is trigger else "calculation")


def _shown(draft: Draft, translations: Translations) -> Iterator[tuple[Field, str, Expression]]:
    """What a form works out at a field to be shown: values in texts, and proposals."""
    for field in draft.fields:
        suggested = draft.expressions.get(field.extras.get(SUGGEST, ""))
        if suggested is not None:
            yield field, f"bind::{SUGGEST}", suggested
        for column, text in _texts(field):
            for part in _parts(text, translations):
                yield field, column, part


def _texts(field: Field) -> Iterator[tuple[str, Text | None]]:
    yield "constraint_message", field.constraint_message
    yield "required_message", field.required_message
    if field.group is not None:
        yield "label", field.group.label
    if field.control is not None:
        yield "label", field.control.label
        yield "hint", field.control.hint


def _parts(text: Text | None, translations: Translations) -> Iterator[Expression]:
    """The values in a text, in every language."""
    if text is None:
        return
    yield from (part for part in text.parts if not isinstance(part, str))
    if text.reference is None:
        return
    yield text.reference
    if text.translated and text.reference.tree.symbol == "(string)":
        for texts in translations.values():
            for form in texts.get(str(text.reference.tree.value), {}).values():
                yield from _parts(form, {})


def _error(draft: Draft, field: Field, code: str, message: str, column: str) -> None:
    draft.error(code, message, None, ref=field.path, column=column)
