"""Words for pictures and scans: what it is, when it came, where it is, and why one is taken back."""

from PySide6.QtCore import QCoreApplication

from app.services.attachments import PDF, Place, Shown
from ui import formatting, trade
from ui.widgets.paint import ChipLook

translate = QCoreApplication.translate


def what(one: Shown) -> str:
    """What somebody said of it, or what it is."""
    kind = translate("attachments", "Scan") if one.media == PDF else translate("attachments", "Picture")
    return one.description or kind


def added(one: Shown) -> str:
    """When it was added, as a line of its own."""
    return formatting.sentence_case(formatting.moment(one.added_at))


def place_chip(place: Place) -> ChipLook:
    """Where its content is."""
    if place in (Place.WAITING, Place.AT_COUNTY):
        waits = place is Place.WAITING
        icon, word, _token = trade.sync_mark("to_send" if waits else "at_county")
        return ChipLook(word, icon, "blue" if waits else "green")
    if place is Place.ASKED_FOR:
        return ChipLook(translate("attachments", "Is being fetched"), "download", "blue")
    return ChipLook(translate("attachments", "Not here yet"), "download", "quiet")


def size(size_bytes: int) -> str:
    """In kilobytes, as people count them."""
    kilobytes = max(1, round(size_bytes / 1000))
    return translate("attachments", "%1 kB").replace("%1", formatting.number(kilobytes))


def sentence(one: Shown) -> str:
    """The whole tile for somebody who hears it."""
    return ", ".join((what(one), formatting.moment(one.added_at), place_chip(one.place).text))


def done(act: str) -> str:
    """What was done, where that is not seen otherwise."""
    told = {
        "added": translate("attachments", "Added. It goes to the county after all text."),
        "described": translate("attachments", "Description kept."),
        "taken_back": translate("attachments", "Taken back."),
        "undone": translate("attachments", "It is there again."),
        "asked_for": translate("attachments", "It comes as soon as there is a line."),
        "copied": translate("attachments", "The copy is saved."),
    }
    return told.get(act, "")


def reasons() -> tuple[str, ...]:
    """Why one is taken back; the sentence is kept."""
    return (
        translate("attachments", "It belongs to another family"),
        translate("attachments", "Somebody on it does not want to be seen"),
        translate("attachments", "Nothing can be recognised"),
        translate("attachments", "It is here twice"),
        translate("attachments", "Another reason"),
    )
