"""The answers of an entry by question, as a record keeps them, and an entry made of them again.

A frozen record is shown with what was answered and computed then, whatever clock, household and amounts are now. Keys are
those of ``paper``. Values: text; a whole number for ``int``; a list for a choice of many.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from app.domain.access import TEAM
from app.forms.xform.computing import below
from app.forms.xform.confidential import kept_in, sections_of
from app.forms.xform.document import Node
from app.forms.xform.entry import Entry
from app.forms.xform.model import Field, Form
from app.forms.xform.paper import key_of, own_name, roster_question, scope_of
from app.forms.xform.places import leaves
from app.forms.xform.record import copied, new_record, place_for, written

_ROW = re.compile(r"(.+)\[(\d+)\]")


def answers_of(entry: Entry) -> dict[str, Any]:
    """Answers of the questions that are asked, by key, in the order of the form."""
    return {
        key_of(entry.form, node): _typed(node)
        for node in leaves(entry.root)
        if node.relevant and node.text and node.field.control is not None
    }


def calculated_of(entry: Entry) -> dict[str, str]:
    """What the form computed without showing it as a question, by key."""
    return {
        key_of(entry.form, node): node.text
        for node in leaves(entry.root)
        if node.relevant and node.text and node.field.control is None and node.field.calculate is not None
    }


def by_compartment(form: Form, kept: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """What is known by the keys of questions or calculations, sorted by the compartment it lies in; the team's always."""
    if not sections_of(form):
        return {TEAM: dict(kept)}
    compartments = {name: kept_in(field) for name, field in _by_name(form).items()}
    parts: dict[str, dict[str, Any]] = {TEAM: {}}
    for key, value in kept.items():
        parts.setdefault(compartments.get(key.rpartition("/")[2], TEAM), {})[key] = value
    return parts


def _by_name(form: Form) -> dict[str, Field]:
    return {own_name(form, field): field for field in form.fields if not field.is_attribute}


def _typed(node: Node) -> Any:
    field: Field = node.field
    assert field.control is not None
    if field.control.kind in ("select", "rank"):
        return node.text.split()
    if field.type in ("int", "integer") and node.text.lstrip("-").isdigit():
        return int(node.text)
    return node.text


def record_of(form: Form, kept: Mapping[str, Any], people: Iterable[str] = ()) -> str:
    """XML of a record with these answers and computed values; ``people`` (ids as hex) say in which order they stand."""
    document = new_record(form)
    root = document.children[0]
    by_name = _by_name(form)
    _drop_rows(form, root)
    order = {person: place for place, person in enumerate(people)}
    for key in sorted(kept, key=lambda one: _place_of(one, order)):
        scope, _, name = key.rpartition("/")
        field = by_name.get(name)
        node = _node(root, field, scope.split("/") if scope else []) if field is not None else None
        if node is not None:
            node.state.raw = stored_text(kept[key])
    return written(root, complete=True)


def _drop_rows(form: Form, root: Node) -> None:
    """The repetitions a new record begins with."""
    for field in form.fields:
        if field.is_repeat and field.parent is not None and not field.parent.repeats():
            for parent in list(below(root, field.parent)):
                parent.remove(list(parent.named(field.name)))


def _place_of(key: str, order: Mapping[str, int]) -> tuple[int, str, int]:
    """People in the order of the household, rows by number; the name last, so that the order is always the same."""
    scope = key.rpartition("/")[0].partition("/")[0]
    row = _ROW.fullmatch(scope)
    return (order.get(scope, len(order)), row[1] if row else "", int(row[2]) if row else 0)


def _node(root: Node, field: Field, scopes: list[str]) -> Node | None:
    around = root
    repeats = field.repeats()
    if len(repeats) != len(scopes):
        return None
    for repeat, scope in zip(repeats, scopes, strict=True):
        assert repeat.parent is not None
        parent = next(below(around, repeat.parent), None)
        if parent is None:
            return None
        around = _repetition(parent, repeat, scope)
    return next(below(around, field), None)


def _repetition(parent: Node, repeat: Field, scope: str) -> Node:
    assert repeat.repeat is not None
    for node in parent.named(repeat.name):
        if scope_of(node).rpartition("/")[2] == scope:
            return node
    made = copied(repeat.repeat.template)
    parent.insert(place_for(parent, repeat), [made])
    question = roster_question(repeat)
    if question is not None and _ROW.fullmatch(scope) is None:
        next(below(made, question)).state.raw = scope
    return made


def stored_text(value: Any) -> str:
    """A kept value as the form has it."""
    return " ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
