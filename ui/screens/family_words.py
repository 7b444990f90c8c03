"""How a family is said in one line, the same on every screen: name, children, where the house is, when it was seen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui import formatting
from ui.widgets.badges import DeadlineState, deadline_look
from ui.widgets.paint import ChipLook

if TYPE_CHECKING:
    from app.services.families import FamilyLine

translate = QCoreApplication.translate


def surname_and_rest(name: str) -> tuple[str, str]:
    """``Dobre Paraschiva`` -> (``Dobre``, ``Paraschiva``): lists show the surname semibold."""
    surname, _, rest = name.strip().partition(" ")
    return surname, rest


def with_children(line: "FamilyLine") -> tuple[str, str]:
    """(``Dobre``, ``Paraschiva, 3 children``); a household without children says how many people."""
    surname, rest = surname_and_rest(line.name)
    if line.children:
        count = translate("families", "%n children", "", line.children)
    elif line.members:
        count = translate("families", "%n people", "", line.members)
    else:
        return surname, rest
    return (surname, f"{rest}, {count}") if rest else (f"{surname},", count)


def house(line: "FamilyLine", *, village: bool = True) -> str:
    """Village, street and how to find the house, as far as they are known."""
    parts = [line.village if village else None, line.street, line.directions]
    return " · ".join(part for part in parts if part)


def last_seen(line: "FamilyLine") -> str:
    """``last visit 12 Mar`` or ``never visited``."""
    if line.last_visit_on is None:
        return translate("families", "never visited")
    return translate("families", "last visit: %1").replace("%1", formatting.day(line.last_visit_on))


def deadline_words(due_on: str | None, days_late: int) -> str:
    """``3 days late``, ``today``, ``by Monday 16 Nov``."""
    if due_on is None:
        return translate("families", "no day agreed")
    if days_late > 0:
        return translate("families", "%n days late", "", days_late)
    if days_late == 0:
        return translate("families", "due today")
    return translate("families", "by %1").replace("%1", formatting.day(due_on))


def deadline_chip(state: DeadlineState, due_on: str | None, days_late: int) -> ChipLook:
    """The chip for it."""
    return deadline_look(state, deadline_words(due_on, days_late))


def clear_up_chip() -> ChipLook:
    """Two versions of a fact wait for a decision."""
    return ChipLook(translate("families", "to clear up"), "twoversions", "amber")


def to_send_chip() -> ChipLook:
    """Saved here, not yet at the county."""
    return ChipLook(translate("families", "to send"), "upload", "blue")
