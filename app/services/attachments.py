"""Pictures and scans at a family, a visit or an assessment: add one, see where it is, open it, describe it, take it back.

What is added is a record like any other, at once and for good, and goes to the county before its content, which follows when all
text is through (``sync.client.attachments``). Thumbnails come to every laptop of the commune; the content of others' pictures
comes by itself where the line is good, elsewhere when somebody asks for it.

Pictures come here prepared: turned upright, made smaller, without a word of where and when they were taken (``ui.pictures``).
"""

import time
from enum import StrEnum

import msgspec

from app.domain.ids import time_ordered_id
from app.domain.kinds import ATTACHMENT, groups_of
from app.domain.records import Attachment
from app.errors import AttachmentDamaged, AttachmentElsewhere, AttachmentTooLarge, AttachmentUnreadable
from app.keys.attachments import key_of, name_of, open_content, open_thumbnail, seal_content, seal_thumbnail
from app.services import audit, lease, saving
from app.services.saving import Changed
from storage import chunks, reading
from storage.compartment import Write
from storage.shelf import Shelf
from storage.vault import TEAM, Vault

JPEG, PDF = "image/jpeg", "application/pdf"
MOST_SCAN_BYTES = 10 * 1024 * 1024
"""Forty pages of a good scanner; three quarters of an hour on the thinnest line that Vatra works with."""
_PDF_BEGINS = b"%PDF-"


class Place(StrEnum):
    """Where the content of an attachment is, as people need to know it."""

    WAITING = "waiting"
    """Here, and not at the county yet."""
    AT_COUNTY = "at_county"
    """Here, and at the county."""
    ELSEWHERE = "elsewhere"
    """Not here yet."""
    ASKED_FOR = "asked_for"
    """Not here yet, and the next sync brings it."""


class Content(msgspec.Struct, frozen=True):
    """What is to be attached: a prepared JPEG with its thumbnail and size in pixels, or a PDF as it is."""

    media: str
    body: bytes
    thumbnail: bytes | None = None
    width: int | None = None
    height: int | None = None


class Shown(msgspec.Struct, frozen=True):
    """An attachment as a page shows it; ``thumbnail`` is None for a scan, and where it has not come yet."""

    id: bytes
    media: str
    description: str
    added_at: int
    author: bytes | None
    size_bytes: int
    place: Place
    kept_in: str
    thumbnail: bytes | None
    conflicts: int
    about: bytes
    about_kind: str


def scan(body: bytes) -> Content:
    """A PDF to attach. AttachmentUnreadable for anything else, AttachmentTooLarge."""
    if not body.startswith(_PDF_BEGINS):
        raise AttachmentUnreadable(why="kind")
    if len(body) > MOST_SCAN_BYTES:
        raise AttachmentTooLarge(size_bytes=len(body), limit_bytes=MOST_SCAN_BYTES)
    return Content(PDF, body)


def attach(
    vault: Vault, family: bytes, about: bytes, about_kind: str, content: Content, description: str = ""
) -> tuple[bytes, Changed]:
    """Keep a picture or a scan at a record of a family (or at the family itself), in the compartment that record lies in; what
    has not been saved yet, such as a visit being written, lies with the team. Returns its id.
    """
    lease.check(vault)
    kept_in = _kept_in(vault, about)
    key = key_of(vault.team.family_key(family), kept_in, content.body)
    bodies = list(seal_content(key, content.body))
    told = {
        "about": about,
        "about_kind": about_kind,
        "media": content.media,
        "size_bytes": len(content.body),
        "width": content.width,
        "height": content.height,
        "key": key,
        "chunks": [name_of(one) for one in bodies],
        "added_at": int(time.time()),
        "description": " ".join(description.split()) or None,
    }
    if content.thumbnail is not None:
        bodies.insert(0, seal_thumbnail(key, content.thumbnail))
        told["thumbnail"] = name_of(bodies[0])
    vault.shelves[kept_in].keep(bodies)
    record = time_ordered_id()
    write = Write(ATTACHMENT.name, record, family, groups_of(ATTACHMENT, told))
    return record, saving.save(vault, write, kept_in=kept_in)


def attachments_at(vault: Vault, about: bytes) -> tuple[Shown, ...]:
    """What is attached to a record and this worker may read, oldest first."""
    found = [
        _shown(shelf, kept_in, one)
        for kept_in, shelf in vault.shelves.items()
        for one in reading.about(shelf.store, about, Attachment)
    ]
    return tuple(sorted(found, key=lambda one: (one.added_at, one.id)))


def attachments_of(vault: Vault, family: bytes) -> tuple[Shown, ...]:
    """Everything that is attached anywhere in a family's file and this worker may read, newest first."""
    found = [
        _shown(shelf, kept_in, one)
        for kept_in, shelf in vault.shelves.items()
        for one in reading.of_family(shelf.store, family)
        if isinstance(one, Attachment)
    ]
    return tuple(sorted(found, key=lambda one: (-one.added_at, one.id)))


def content_of(vault: Vault, attachment: bytes) -> bytes:
    """The whole picture or scan. AttachmentElsewhere when it is not here yet; what is damaged here is noted, and comes again."""
    shelf, kept_in, one = _find(vault, attachment)
    bodies = [shelf.files.read(name) for name in one.chunks]
    gone = [name for name, body in zip(one.chunks, bodies, strict=True) if body is None]
    if gone:
        _note_lost(vault, shelf, one.id, gone)
        raise AttachmentElsewhere(record=attachment.hex())
    content = open_content(one.key, (body for body in bodies if body is not None))
    if one.family is not None:
        audit.note_read(vault, one.family, {kept_in} - {TEAM})
    return content


def fetch(vault: Vault, attachment: bytes) -> Changed:
    """Have the next sync bring the content."""
    shelf, _kept_in, one = _find(vault, attachment)
    with shelf.store.writing():
        chunks.want(shelf.store.connection, one.id)
    return Changed(frozenset({ATTACHMENT.name}), frozenset({one.family} if one.family else ()))


def describe(vault: Vault, attachment: bytes, description: str) -> Changed:
    """Say what is to be seen on it."""
    _shelf, kept_in, one = _find(vault, attachment)
    said = " ".join(description.split())
    groups = {"description": {"description": said} if said else {}}
    return saving.save(vault, Write(ATTACHMENT.name, one.id, one.family, groups), kept_in=kept_in)


def take_back(vault: Vault, attachment: bytes, reason: str) -> Changed:
    """It is shown no longer, and what of it has not travelled yet stays here. Undo brings it back."""
    _shelf, kept_in, one = _find(vault, attachment)
    void = {"void": {"void_reason": reason, "voided_at": int(time.time())}}
    return saving.save(vault, Write(ATTACHMENT.name, one.id, one.family, void), kept_in=kept_in)


def let_out(vault: Vault, attachment: bytes) -> bytes:
    """The content, to be written where others can read it: noted before, and what cannot be noted stays here."""
    content = content_of(vault, attachment)
    _shelf, kept_in, one = _find(vault, attachment)
    audit.note_going_out(
        vault, "export", ATTACHMENT.name, family=one.family, concerned=[one.id], compartment=kept_in
    )
    return content


def waiting(vault: Vault) -> int:
    """How many attachments the county does not have whole."""
    return sum(chunks.unsent_attachments(shelf.store.connection) for shelf in vault.shelves.values())


def _kept_in(vault: Vault, about: bytes) -> str:
    return next((name for name, store in vault.compartments.items() if reading.is_here(store, about)), TEAM)


def _find(vault: Vault, attachment: bytes) -> tuple[Shelf, str, Attachment]:
    """RecordMissing when it is in no compartment that this worker reads."""
    kept_in = _kept_in(vault, attachment)
    shelf = vault.shelves[kept_in]
    return shelf, kept_in, reading.get(shelf.store, attachment, Attachment)


def _shown(shelf: Shelf, kept_in: str, one: Attachment) -> Shown:
    return Shown(
        id=one.id,
        media=one.media,
        description=one.description,
        added_at=one.added_at,
        author=one.author,
        size_bytes=one.size_bytes,
        place=_place(chunks.standing(shelf.store.connection, one.id)),
        kept_in=kept_in,
        thumbnail=_thumbnail(shelf, one),
        conflicts=one.conflicts,
        about=one.about,
        about_kind=one.about_kind,
    )


def _place(standing: chunks.Standing) -> Place:
    if standing.elsewhere:
        return Place.ELSEWHERE
    if standing.wanted:
        return Place.ASKED_FOR
    return Place.WAITING if standing.unsent else Place.AT_COUNTY


def _thumbnail(shelf: Shelf, one: Attachment) -> bytes | None:
    chunk = shelf.files.read(one.thumbnail) if one.thumbnail is not None else None
    try:
        return open_thumbnail(one.key, chunk) if chunk is not None else None
    except AttachmentDamaged:
        return None  # what another program sealed wrongly must not close the page


def _note_lost(vault: Vault, shelf: Shelf, attachment: bytes, names: list[bytes]) -> None:
    standing = chunks.standing(shelf.store.connection, attachment)
    if vault.read_only or len(names) <= standing.elsewhere + standing.wanted:
        return
    with shelf.store.writing():
        chunks.lost(shelf.store.connection, names)
