"""What colleagues changed while the worker changed something else of the same record, in one line."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.domain.kinds import ANSWER_PREFIX
from app.services.meanwhile import Meanwhile
from ui import formatting
from ui.field_words import group_name

translate = QCoreApplication.translate
MOST_TOLD = 2


def sentence(changes: Sequence[Meanwhile]) -> str:
    """``Maria Bejan changed the following on Tuesday, while you changed Address: Phone.``; empty for none."""
    told = [_one(one) for one in changes[:MOST_TOLD]]
    if len(changes) > MOST_TOLD:
        told.append(translate("family", "And %n more.", "", len(changes) - MOST_TOLD))
    return " ".join(told)


def _one(change: Meanwhile) -> str:
    words = translate("family", "%1 changed this, %2: %3. You changed this at the same time: %4.")
    return (
        words.replace("%1", change.author or translate("family", "A colleague"))
        .replace("%2", formatting.day(formatting.local(change.at).date()))
        .replace("%3", _groups(change, change.groups))
        .replace("%4", _groups(change, change.own_groups))
    )


def _groups(change: Meanwhile, groups: Sequence[str]) -> str:
    names = [
        translate("family", "an answer of the visit")
        if one.startswith(ANSWER_PREFIX)
        else group_name(change.kind, one)
        for one in groups
    ]
    whose = f" ({change.person_name})" if change.person_name else ""
    return ", ".join(dict.fromkeys(names)) + whose
