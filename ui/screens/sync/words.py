"""What a worker reads on the Sync screen: days, kinds of records, reasons of the county, and how the last trip ended."""

import datetime as dt
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.forms.questions import said
from app.services.laptop_health import CLOCK_S
from sync.core.receipt import shown_code
from sync.protocol import Parting
from ui import formatting, languages, messages
from ui.courier import Trip
from ui.screens.sync.presenter import Progress, StickTrip
from ui.widgets.paint import ChipLook

if TYPE_CHECKING:
    from app.services.county_forms import FormNews
    from app.services.held_back import Held
    from app.services.syncing import SyncDay, SyncState
    from storage.parting import Parted

translate = QCoreApplication.translate
FolderAct = Callable[[Path], None]
"""What is done with a folder that was chosen."""
_KINDS: dict[str, object] = {
    "family": QT_TRANSLATE_NOOP("sync", "family"),
    "person": QT_TRANSLATE_NOOP("sync", "person"),
    "membership": QT_TRANSLATE_NOOP("sync", "member of the household"),
    "visit": QT_TRANSLATE_NOOP("sync", "visit"),
    "assessment": QT_TRANSLATE_NOOP("sync", "assessment"),
    "task": QT_TRANSLATE_NOOP("sync", "task"),
    "note": QT_TRANSLATE_NOOP("sync", "note"),
    "section_answers": QT_TRANSLATE_NOOP("sync", "confidential part of a form"),
    "worker": QT_TRANSLATE_NOOP("sync", "worker"),
}
_REASONS: dict[str, object] = {
    "device_revoked": QT_TRANSLATE_NOOP(
        "sync", "The county no longer accepts work from this laptop. Call the county office."
    ),
    "unknown_author": QT_TRANSLATE_NOOP(
        "sync", "The county does not know who wrote this. Ask it to add the worker to this laptop."
    ),
    "too_large": QT_TRANSLATE_NOOP(
        "sync", "This is too much for one record. Write it again in two shorter ones."
    ),
    "malformed": QT_TRANSLATE_NOOP(
        "sync", "The county cannot read this record. Call the county office; nothing is lost."
    ),
    "out_of_scope": QT_TRANSLATE_NOOP(
        "sync", "The family belongs to another commune now. The county decides who goes on."
    ),
    "county_decides": QT_TRANSLATE_NOOP(
        "sync", "Only the county may change this. Tell the county office what should change."
    ),
    "sealed": QT_TRANSLATE_NOOP(
        "sync", "An assessment that is finished never changes. Write a new one that corrects it."
    ),
    "supervisor_decides": QT_TRANSLATE_NOOP(
        "sync", "Only a supervisor decides between two levels of risk. The county office asks one."
    ),
}
_OTHER_REASON = QT_TRANSLATE_NOOP("sync", "The county looks at it first. Nothing is lost.")
MOST_MINUTES = 12 * 60
"""A clock that is wrong by more is told by its date."""
KNOWN_REASONS = frozenset(_REASONS)


def kinds(held: "Held") -> str:
    """``visit, note``: what the save consists of."""
    return ", ".join(translate("sync", str(_KINDS[kind])) if kind in _KINDS else kind for kind in held.kinds)


def held_name(held: "Held") -> str:
    """``Lupu · note``: whose it is, and what."""
    name = held.family_line.name if held.family_line else ""
    return " · ".join(part for part in (name, kinds(held)) if part)


def clock(offset_s: int | None) -> str:
    """What is wrong with the clock of this laptop; empty while it is right or nobody has compared it."""
    if offset_s is None or abs(offset_s) <= CLOCK_S[0]:
        return ""
    minutes = round(abs(offset_s) / 60)
    if minutes >= MOST_MINUTES:
        told = translate(
            "sync", "The clock of this laptop is wrong: it was %1 when the county's clock showed %2."
        )
        now = int(time.time())
        return told.replace("%1", formatting.moment(now)).replace("%2", formatting.moment(now + offset_s))
    return (
        translate("sync", "The clock of this laptop is %n minutes slow.", "", minutes)
        if offset_s > 0
        else translate("sync", "The clock of this laptop is %n minutes fast.", "", minutes)
    )


def reason(code: str) -> str:
    """Why the county holds something back, and what to do."""
    return translate("sync", str(_REASONS.get(code, _OTHER_REASON)))


def day_name(day: "SyncDay") -> str:
    """``Today``, ``Yesterday``, ``Monday 16 Nov``."""
    return formatting.sentence_case(formatting.day(dt.date.fromisoformat(day.day)))


def records(count: int) -> str:
    """``3 records``."""
    return translate("sync", "%n records", "", count)


def day_receipt(day: "SyncDay") -> str:
    """What a worker can read to the county when in doubt; empty while something of the day is still here only."""
    if day.receipt is None:
        return ""
    text = translate("sync", "Everything you did that day is at the county · receipt %1")
    return text.replace("%1", shown_code(day.receipt))


def office_answer(held: "Held") -> str:
    """What the office wrote about a save it keeps aside."""
    return translate("sync", "The county office writes: %1").replace("%1", held.answer)


def day_chip(day: "SyncDay") -> ChipLook:
    """The worst of a day first: held back, then to send, then all at the county."""
    if day.held_back:
        return ChipLook(translate("sync", "%n held back", "", day.held_back), "flag", "amber")
    if day.to_send:
        return ChipLook(translate("sync", "%n to send", "", day.to_send), "upload", "blue")
    return ChipLook(translate("sync", "all at the county"), "receipt", "green")


def day_note(day: "SyncDay") -> str:
    """What else is true of a day that is not all at the county."""
    if day.at_county and (day.held_back or day.to_send):
        return translate("sync", "%n at the county", "", day.at_county)
    return ""


def standing(state: "SyncState") -> str:
    """What waits, in one sentence."""
    if state.pending:
        return translate(
            "sync", "%n records are saved on this laptop and wait to be sent.", "", state.pending
        )
    if state.attachments:
        return translate(
            "sync", "All text is at the county. %n pictures or scans follow.", "", state.attachments
        )
    if state.last_contact_at is None:
        return translate("sync", "Nothing has been sent from this laptop yet.")
    return translate("sync", "Nothing waits to be sent.")


def contact(state: "SyncState") -> str:
    """When the county last answered."""
    if state.last_contact_at is None:
        return translate("sync", "no contact yet")
    return translate("sync", "last contact: %1").replace("%1", formatting.moment(state.last_contact_at))


def progress(now: Progress) -> str:
    """What the trip is doing, in things a worker knows."""
    if now.step == "sending":
        return (
            translate("sync", "Sending: record %1 of %2")
            .replace("%1", str(now.done))
            .replace("%2", str(now.of))
        )
    if now.step == "receiving":
        return translate("sync", "Receiving: %n records so far", "", now.done)
    return translate("sync", "Looking for the county…")


def ending(trip: Trip) -> str:
    """How the last trip ended; a cut line is no failure."""
    if trip.done is not None:
        sent = translate("sync", "%n records sent", "", trip.done.sent)
        received = translate("sync", "%n received", "", trip.done.received)
        told = (*map(parted, trip.done.parted), *forms(trip.done.forms))
        return " ".join((f"{sent}, {received}.", *told))
    if trip.problem is not None:
        return messages.sentence(trip.problem)
    return translate("sync", "Interrupted. It goes on by itself from here.")


def parted(one: "Parted") -> str:
    """Where a family went that stood on this laptop until now."""
    name = one.name or translate("sync", "A family")
    if one.parting is Parting.ERASED:
        text = translate("sync", "%1 was erased by order: nothing of it is left on this laptop.")
        return text.replace("%1", name)
    text = translate("sync", "%1 was handed over to %2; what you had written about it is there, too.")
    return text.replace("%2", one.to_name or translate("sync", "another commune")).replace("%1", name)


def forms(news: "FormNews") -> tuple[str, ...]:
    """Which forms of the county are here now, and why others are not."""
    names = ", ".join(said(title, languages.current()) for title in news.titles)
    arrived = translate("sync", "New form from the county: %1.").replace("%1", names)
    return ((arrived,) if names else ()) + tuple(map(messages.sentence_for, news.problems))


def stick(trip: StickTrip) -> str:
    """What a stick came to, and what to do with it now."""
    if trip.carried is not None:
        told = (
            translate("sync", "%n records are on the stick.", "", trip.carried.saves)
            if trip.carried.saves
            else translate("sync", "Nothing waits; the stick asks for what is new.")
        )
        what_now = translate("sync", "Take it to the county office, and bring it back with the answer.")
        return f"{told} {what_now}"
    if trip.brought is not None:
        problems = map(messages.sentence_for, trip.brought.problems)
        return " ".join((_brought(trip), *problems, *forms(trip.brought.forms)))
    if trip.problem is not None:
        return messages.sentence(trip.problem)
    return translate("sync", "Working with the stick…")


def _brought(trip: StickTrip) -> str:
    brought = trip.brought
    assert brought is not None
    if not (brought.received or brought.confirmed or brought.forms):
        return translate("sync", "Everything on the stick was known already.")
    confirmed = translate("sync", "%n of your records are at the county", "", brought.confirmed)
    received = translate("sync", "%n received", "", brought.received)
    return f"{confirmed}, {received}."
