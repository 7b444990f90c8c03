"""What a new record or repetition begins with: its defaults as their types have them, and values of the moment."""

import datetime as dt
import random
import uuid
from collections.abc import Callable, Mapping

import msgspec

from app.forms.xform.answers import computed_value
from app.forms.xform.choices import Chooser
from app.forms.xform.dates import iso
from app.forms.xform.document import Node
from app.forms.xform.model import Field
from app.forms.xform.places import leaves
from app.forms.xform.record import State
from app.forms.xform.xpath.scene import Scene


class Settings(msgspec.Struct, frozen=True):
    """What makes an entry repeatable: a clock that tells moments in ``zone``, chance, and the device's properties."""

    now: Callable[[], dt.datetime]
    zone: dt.tzinfo
    chance: random.Random | None = None
    properties: Mapping[str, str] = {}
    language: str | None = None


def new_uuid(chance: random.Random) -> str:
    return f"uuid:{uuid.UUID(int=chance.getrandbits(128), version=4)}"


def settle_defaults(top: Node, scene: Scene, chooser: Chooser) -> None:
    """Defaults as their types have them, and only choices that are offered."""
    for node in leaves(top):
        state: State = node.state
        field: Field = node.field
        if state.raw:
            state.raw = computed_value(state.raw, field.type, scene.zone)
            node.text = state.raw
        if state.raw and field.control is not None and field.control.itemset is None:
            node.text = chooser.visible(node)


def preload(top: Node, scene: Scene) -> None:
    for node in leaves(top):
        for one in (node, *node.attributes):
            if one.field is not None and one.field.preload:
                value = _preloaded(one.field, scene)
                if value is not None:
                    one.state.raw = one.text = value


def _preloaded(field: Field, scene: Scene) -> str | None:
    kind, wanted = field.preload, field.preload_params
    if kind == "uid":
        return new_uuid(scene.chance)
    if kind == "timestamp" and wanted == "start":
        return iso(scene.now())
    if kind == "date" and wanted == "today":
        return scene.now().date().isoformat()
    if kind == "property":
        properties = {key.replace(" ", "").lower(): value for key, value in scene.properties.items()}
        return properties.get(wanted.replace(" ", "").lower(), "")
    return None
