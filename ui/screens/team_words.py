"""What compartments are called when people speak of them, and the sentences that say who reads what."""

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.access import compartments_of
from app.services.workers import Settled, WorkerHere
from ui import trade

translate = QCoreApplication.translate
_COMPARTMENTS: dict[str, object] = {
    "team": QT_TRANSLATE_NOOP("team", "families, people and visits"),
    "social": QT_TRANSLATE_NOOP("team", "social notes"),
    "health": QT_TRANSLATE_NOOP("team", "health notes"),
    "education": QT_TRANSLATE_NOOP("team", "school notes"),
}


def compartment(name: str) -> str:
    """``health`` -> health notes; a compartment a county made for itself shows its own name."""
    return translate("team", str(_COMPARTMENTS[name])) if name in _COMPARTMENTS else name


def compartments(names: Iterable[str]) -> str:
    """Several of them in one line."""
    return " · ".join(map(compartment, names))


def reads(worker: WorkerHere) -> str:
    """What somebody reads on this laptop."""
    return translate("team", "Reads: %1").replace("%1", compartments(worker.reads))


def waits(worker: WorkerHere) -> str:
    """What somebody should read and has not been given yet, and who can do something about it; or nothing."""
    if worker.i_can_hand_over:
        said = translate("team", "Waits for you to hand over: %1")
        return said.replace("%1", compartments(worker.i_can_hand_over))
    if worker.waits_for:
        said = translate("team", "Waits for a colleague of the same profession to hand over: %1")
        return said.replace("%1", compartments(worker.waits_for))
    return ""


def waits_today(worker: WorkerHere) -> str:
    """The same for the first screen of the day, with the name."""
    said = translate("team", "%1 waits for you to hand over: %2").replace("%1", worker.name)
    return said.replace("%2", compartments(worker.i_can_hand_over))


def settled(what: Settled) -> tuple[str, ...]:
    """Who was let go after the county said so, and which notes got new keys; empty when nothing had to be done."""
    parts: list[str] = []
    if what.let_go:
        # No full stop: a name may end with one.
        parts.append(translate("team", "The county has let go: %1").replace("%1", ", ".join(what.let_go)))
    if what.new_keys:
        said = translate("team", "New keys were made for: %1")
        parts.append(said.replace("%1", compartments(what.new_keys)))
    return tuple(parts)


def readers() -> tuple[tuple[str, str], ...]:
    """(what, the professions that read it) for what not everybody reads."""
    found: dict[str, list[str]] = {}
    for profession in trade.PROFESSIONS:
        for name in compartments_of(profession)[1:]:
            found.setdefault(name, []).append(trade.profession(profession))
    return tuple((compartment(name), ", ".join(professions)) for name, professions in found.items())
