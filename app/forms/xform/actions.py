"""Actions: a value set when something happens."""

from typing import Final

from app.forms.xform.document import Node
from app.forms.xform.draft import BLANKS, Draft
from app.forms.xform.model import Field, SetValue

# Actions that load, but that nobody can carry out here.
ACTIONS_NOT_HERE: Final = frozenset({"setgeopoint", "recordaudio", "setlocation"})
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
            self.read(child, self._draft.fields[0].prototype, None, in_model=True)

    def read(self, element: Node, at: Node, repeat: Field | None, *, in_model: bool = False) -> bool:
        """Whether the element was an action; one that has no effect here is one too."""
        if element.local_name == "setvalue":
            self._set_value(element, at, repeat, in_model=in_model)
        elif element.local_name in ACTIONS_NOT_HERE:
            message = f"{element.local_name} has no effect on this computer"
            self._draft.warning("unsupported", message, element, ref=element.attribute("ref") or None)
        else:
            return False
        return True

    def _set_value(self, element: Node, at: Node, repeat: Field | None, *, in_model: bool) -> None:
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
        target = self._draft.compile(path or ".", element, hidden=True)
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
