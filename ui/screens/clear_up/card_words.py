"""What stands on a card of the conflict desk, and what a screen reader says of it."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from ui import formatting, trade
from ui.screens.clear_up.faces import Face
from ui.screens.clear_up.presenter import Choice

if TYPE_CHECKING:
    from app.services.conflicts import Version

translate = QCoreApplication.translate


def title(choice: Choice) -> str:
    """Whose version it is, or what would be done instead."""
    if choice.what == "write":
        return translate("clear_up", "Something else, I write it")
    if choice.what == "together":
        return translate("clear_up", "Both, one beside the other")
    if choice.what == "in_turn":
        return translate("clear_up", "Both are true, one after the other")
    if choice.what == "stand":
        return translate("clear_up", "It stands, with everything written since")
    if choice.what == "take_back":
        return translate("clear_up", "It is taken back")
    assert choice.version is not None
    if choice.version.own:
        return translate("clear_up", "You wrote")
    return translate("clear_up", "Written by %1").replace(
        "%1", choice.version.author or translate("clear_up", "not known")
    )


def said(face: Face, values: Mapping[str, Any]) -> str:
    """A field of a version in words."""
    value = values.get(face.field)
    if value is None or value in ("", [], ()):
        return translate("clear_up", "left empty")
    return face.say(value)


def in_one_line(version: "Version", faces: Sequence[Face]) -> str:
    """All that a version says."""
    one = len(faces) == 1
    return "; ".join(
        said(face, version.values) if one else f"{face.name}: {said(face, version.values)}" for face in faces
    )


def spoken(number: int, choice: Choice, faces: Sequence[Face]) -> str:
    """The whole card for a screen reader."""
    assert choice.version is not None
    version = translate("clear_up", "Version %1").replace("%1", str(number))
    when = formatting.moment(choice.version.at)
    return f"{version}, {title(choice)}, {when}: {in_one_line(choice.version, faces)}"


def facts(version: "Version") -> list[tuple[str, str]]:
    """Who, when, on which laptop, and whether screens show it meanwhile: (icon, words)."""
    who = ", ".join(
        part for part in (version.author, trade.profession(version.author_profession)) if part
    ) or translate("clear_up", "not known")
    told = [("person", who), ("calendar", formatting.moment(version.at))]
    if version.csn is None:
        told.append(("disk", translate("clear_up", "this laptop, still to send")))
    elif version.device:
        told.append(("disk", translate("clear_up", "laptop %1").replace("%1", version.device)))
    if version.shown:
        told.append(("eye", translate("clear_up", "shown everywhere until this is decided")))
    return told
