"""Actions: a value set when something happens."""

from typing import Final

from app.forms.xform.document import Node
from app.forms.xform.draft import ACTIONS_NOT_HERE, BLANKS, Draft
from app.forms.xform.model import Field, SetValue

EVENTS: Final = frozenset(
    {
        "odk-instance-first-load", "odk-instance-load", "odk-new-repeat", "xforms-value-changed", "xforms-ready",
        "xforms-revalidate", "jr-insert",
    }
)  # fmt: skip


class Actions:
    """Reads actions into a draft or the field they stand with."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    def of_model(self, model: Node) -> None:
        for child in model.elements():
            if child.local_name == "setvalue":
                self.read(child, self._draft.fields[0].prototype, None, in_model=True)
            elif child.local_name in ACTIONS_NOT_HERE:
                self._draft.warning(
                    "unsupported", f"{child.local_name} has no effect on this computer", child
                )

    def read(self, element: Node, at: Node, repeat: Field | None, *, in_model: bool = False) -> None:
        events = frozenset((element.attribute("event") or element.attribute("ev:event")).split())
        for unknown in sorted(events - EVENTS):
            self._draft.error("unknown_event", f"there is no event {unknown}", element)
        if not events:
            self._draft.error("unknown_event", "an action without an event", element)
            return
        if "odk-new-repeat" in events and repeat is None:
            self._draft.error("unknown_event", "odk-new-repeat is only known inside a repeat", element)
            return
        bound = self._draft.bind_ids.get(element.attribute("bind").strip())
        path = (
            bound.path
            if bound is not None
            else (element.attribute("ref") or element.attribute("nodeset")).strip()
        )
        target = self._draft.compile(path or ".", element)
        if target is None:
            return
        targets = self._draft.reader.fields(target.tree, at)
        if not targets:
            self._draft.error("unknown_reference", f"there is no {path} in the form", element, ref=path)
            return
        source = element.attribute("value").strip()
        value = self._draft.rule(source, element, targets[0], "default") if source else None
        if source and value is None:
            return
        action = SetValue(events, target, value, "" if source else element.value().strip(BLANKS))
        if in_model or at.field is None:
            self._draft.actions.append(action)
        else:
            at.field.actions.append(action)
