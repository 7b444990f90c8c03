"""Half-typed work, kept encrypted until it is finished or thrown away; it never leaves the laptop."""

import time
from typing import Any

import msgspec

from storage.compartment import Compartment
from sync.protocol import encode, plain


class Draft(msgspec.Struct, frozen=True):
    """Unfinished work of one worker; ``body`` is plain data of the form that wrote it."""

    id: bytes
    kind: str
    family: bytes | None
    author: bytes
    body: dict[str, Any]
    saved_at: int


def keep_draft(compartment: Compartment, draft: Draft) -> int:
    """Write the draft durably; returns the moment it was kept."""
    with compartment.writing():
        return keep_draft_within(compartment, draft)


def keep_draft_within(compartment: Compartment, draft: Draft) -> int:
    """Write the draft; inside ``writing`` only, beside what has to be kept in the same moment."""
    saved_at = int(time.time())
    compartment.connection.execute(
        "INSERT OR REPLACE INTO draft (id, kind, family, author, body, saved_at) VALUES (?, ?, ?, ?, ?, ?)",
        (draft.id, draft.kind, draft.family, draft.author, encode(draft.body), saved_at),
    )
    return saved_at


def drop_draft(compartment: Compartment, draft_id: bytes) -> None:
    """Forget a draft; inside ``writing`` only, beside the save that replaces it."""
    compartment.connection.execute("DELETE FROM draft WHERE id = ?", (draft_id,))


def drafts_of(compartment: Compartment, author: bytes, family: bytes | None = None) -> list[Draft]:
    """A worker's unfinished work, newest first; of one family when given."""
    rows = compartment.connection.execute(
        "SELECT id, kind, family, author, body, saved_at FROM draft WHERE author = ? AND (? IS NULL OR family = ?) "
        "ORDER BY saved_at DESC, id",
        (author, family, family),
    )
    return [_draft(row) for row in rows]


def draft_of(compartment: Compartment, draft_id: bytes) -> Draft | None:
    """One draft by its id."""
    row = compartment.connection.execute(
        "SELECT id, kind, family, author, body, saved_at FROM draft WHERE id = ?", (draft_id,)
    ).fetchone()
    return _draft(row) if row else None


def _draft(row: Any) -> Draft:
    return Draft(
        bytes(row[0]),
        row[1],
        bytes(row[2]) if row[2] else None,
        bytes(row[3]),
        plain(bytes(row[4])),
        row[5],
    )
