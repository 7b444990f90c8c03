"""Finished records for other programs: XForm submissions, and tables of answers as ODK Central gives them.

A table has one row per record, named after its form; each repeat is a table of its own, ``<form>-<repeat>``, with one row per
repetition. Columns are fields with their groups (``hh-hh_n``); ``KEY`` is the record's instanceID, and of a repetition that with
its place (``uuid:...//c2[1]``), ``PARENT_KEY`` what it stands in. Lines end as RFC 4180 has them; a cell that a spreadsheet would
take for a formula begins with an apostrophe.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from app.forms.xform.document import Node
from app.forms.xform.entry import Entry
from app.forms.xform.model import Field, Form
from app.forms.xform.places import leaves
from app.forms.xform.record import written

FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Submitted(msgspec.Struct, frozen=True):
    """A finished record: ``key`` its instanceID, ``about`` columns that are not of the form, in their order.

    ``corrects`` is the instanceID of the record it stands for from now on.
    """

    key: str
    entry: Entry
    about: Mapping[str, str] = {}
    corrects: str = ""


def submission_xml(submitted: Submitted) -> str:
    """The record as a device would send it to a server."""
    for node in leaves(submitted.entry.root):
        if node.local_name == "instanceID":
            node.text = node.state.raw = submitted.key
    return written(submitted.entry.root, instance_id=submitted.key, corrects=submitted.corrects)


def tables(form: Form, submitted: Sequence[Submitted]) -> dict[str, str]:
    """CSV texts by table name; the records are all of this form. Repeats without a repetition have their heading only."""
    made = {form.id: _table(form.root, _rows(form, submitted), list(submitted[0].about) if submitted else [])}
    for repeat in (field for field in form.fields if field.is_repeat):
        made[f"{form.id}-{repeat.name}"] = _table(repeat, _repetitions(submitted, repeat), [])
    return made


_Row = tuple[str, str, Node, Mapping[str, str]]
"""Key, key of what it stands in, node, other columns."""


def _rows(form: Form, submitted: Sequence[Submitted]) -> Iterator[_Row]:
    for one in submitted:
        yield one.key, "", one.entry.root, one.about


def _repetitions(submitted: Sequence[Submitted], repeat: Field) -> Iterator[_Row]:
    for one in submitted:
        for node in _found(one.entry.root, repeat):
            key = f"{one.key}/{_path(node)}"
            yield key, _parent_key(one.key, node), node, {}


def _found(around: Node, repeat: Field) -> Iterator[Node]:
    for child in around.elements():
        if child.relevant and child.field is repeat:
            yield child
        elif child.relevant:
            yield from _found(child, repeat)


def _path(node: Node) -> str:
    steps: list[str] = []
    at: Node | None = node
    while at is not None and at.parent is not None and at.parent.field is not None:
        field: Field = at.field
        if field.is_repeat:
            same = at.parent.named(at.name)
            steps.insert(0, f"{at.name}[{next(n for n, one in enumerate(same, 1) if one is at)}]")
        at = at.parent
    return "/" + "/".join(steps)


def _parent_key(key: str, node: Node) -> str:
    around = node.parent
    while around is not None and around.field is not None:
        if around.field.is_repeat:
            return f"{key}/{_path(around)}"
        around = around.parent
    return key


def _columns(top: Field) -> Iterator[tuple[str, Field]]:
    """The fields of a table by column name, repeats inside left to their own tables."""
    for field in top.children:
        if field.is_attribute or field.is_repeat or field.prototype.local_name == "meta":
            continue
        inner = list(_columns(field))
        if inner:
            yield from ((f"{field.name}-{name}", one) for name, one in inner)
        else:
            yield field.name, field


def _table(top: Field, rows: Iterator[_Row], about: Sequence[str]) -> str:
    columns = list(_columns(top))
    inside = [
        field.name for field in top.below() if field.is_repeat and field.repeats()[:-1] == top.repeats()
    ]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    own = ["KEY", *(["PARENT_KEY"] if top.is_repeat else [])]
    writer.writerow([*(name for name, _ in columns), *(f"SET-OF-{name}" for name in inside), *about, *own])
    for key, parent, node, others in rows:
        values = [_value(node, top, field) for _, field in columns]
        sets = [f"{key}/{name}" for name in inside]
        cells = [*values, *sets, *(others[name] for name in about), key, *([parent] if top.is_repeat else [])]
        writer.writerow([_safe(cell) for cell in cells])
    return out.getvalue()


def _value(node: Node, top: Field, field: Field) -> str:
    steps: list[Field] = []
    at: Field | None = field
    while at is not None and at is not top:
        steps.insert(0, at)
        at = at.parent
    for step in steps:
        found = node.named(step.name)
        if not found:
            return ""
        node = found[0]
    return node.text if node.relevant else ""


def _safe(cell: str) -> str:
    """As it is, unless a spreadsheet would run it; a number stays a number."""
    if not cell.startswith(FORMULA) or cell.lstrip("+-").replace(".", "", 1).isdigit():
        return cell
    return f"'{cell}"
