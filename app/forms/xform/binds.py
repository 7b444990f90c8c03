"""Binds: the types and rules of fields."""

from typing import Final

from app.forms.xform.document import Node
from app.forms.xform.draft import JAVAROSA, Draft, children_of, jr_attribute
from app.forms.xform.model import Field
from app.forms.xform.texts import read_message

_RULES: Final = {
    "relevant": "relevant", "required": "required", "readonly": "read_only", "constraint": "constraint",
    "calculate": "calculation",
}  # fmt: skip
SUGGEST: Final = "vatra:suggest"


class Binds:
    """Reads binds into the fields of a draft."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    def read(self, model: Node) -> None:
        root = self._draft.fields[0].prototype
        for bind in children_of(model, "bind"):
            nodeset = (bind.attribute("nodeset") or bind.attribute("ref")).strip()
            fields = self._draft.places(nodeset, root, bind) if nodeset else []
            if not fields:
                self._draft.error(
                    "bind_without_node",
                    f"a bind for what the form does not have: {nodeset}",
                    bind,
                    ref=nodeset,
                )
                continue
            for field in fields:
                self._bind(field, bind)
            if bind.attribute("id"):
                self._draft.bind_ids[bind.attribute("id")] = fields[0]

    def _bind(self, field: Field, bind: Node) -> None:
        field.bind_line = bind.line
        written = bind.attribute("type").strip()
        if written:
            field.type = written.rpartition(":")[2]
        for rule, column in _RULES.items():
            source = bind.attribute(rule).strip()
            if not source:
                continue
            expression = self._draft.rule(source, bind, field, column)
            if expression is not None:
                setattr(field, rule, expression)
        field.preload = jr_attribute(bind, "preload").strip()
        field.preload_params = jr_attribute(bind, "preloadParams").strip()
        for name in ("constraintMsg", "requiredMsg"):
            message = read_message(jr_attribute(bind, name), bind, self._draft.compile)
            self._draft.known_text(message, bind, field.path)
            if message is not None and name == "constraintMsg":
                field.constraint_message = message
            elif message is not None:
                field.required_message = message
        for attribute in bind.attributes:
            if attribute.namespace and attribute.namespace not in (JAVAROSA,) and ":" in attribute.name:
                field.extras[attribute.name] = attribute.text
        if suggested := field.extras.get(SUGGEST):
            self._draft.rule(suggested, bind, field, f"bind::{SUGGEST}")
