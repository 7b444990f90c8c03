"""Reading who looked: the entries that ``app.services.audit`` wrote; no function here writes.

An entry is shown as it was first written, also when somebody took it back: of what nobody may change, whatever came
later says nothing. Entries of another program are read for what they are worth; an odd value is left out.
"""

from typing import Any

import msgspec

from app.domain.kinds import AUDIT
from storage.compartment import Compartment
from sync.protocol import Op, Txn, decode, plain

ENTRY = AUDIT.groups[0].name


class Entry(msgspec.Struct, frozen=True):
    """One entry; ``at`` in seconds since 1970, by the county's clock as far as the laptop knew it."""

    author: bytes | None
    at: int
    act: str
    what: str | None
    sought: str | None
    concerned: tuple[bytes, ...]


def of_family(compartment: Compartment, family: bytes, limit: int) -> tuple[list[Entry], int]:
    """The newest entries about a family, newest first, and how many there are in all."""
    about = (family, AUDIT.name)
    total = compartment.connection.execute(
        "SELECT count(*) FROM shown WHERE family = ? AND kind = ?", about
    ).fetchone()[0]
    rows = compartment.connection.execute(
        "SELECT author, first_at, fields FROM shown WHERE family = ? AND kind = ? "
        "ORDER BY first_at DESC, id DESC LIMIT ?",
        (*about, limit),
    )
    return [_entry(*row) for row in rows], int(total)


def noted_by(
    compartment: Compartment, author: bytes, family: bytes | None, since: int, until: int
) -> list[dict[str, Any]]:
    """Fields of the entries that this worker's own saves on this laptop made about a family between two moments.

    Moments by the laptop's clock, which is what saves carry before anybody corrects them.
    """
    rows = compartment.connection.execute(
        "SELECT txn FROM outbox WHERE saved_at BETWEEN ? AND ? AND author = ? AND family IS ? AND kinds = ?",
        (since, until, author, family, AUDIT.name),
    )
    ops = (decode(op, Op) for row in rows for op in decode(bytes(row[0]), Txn).ops)
    return [dict(plain(op.groups[ENTRY])) for op in ops]


def _entry(author: bytes | None, at: int, fields: bytes) -> Entry:
    told = plain(bytes(fields))
    concerned = told.get("concerned")
    return Entry(
        author=bytes(author) if author is not None else None,
        at=at,
        act=_text(told.get("act")) or "",
        what=_text(told.get("what")),
        sought=_text(told.get("sought")),
        concerned=tuple(one for one in concerned if isinstance(one, bytes))
        if isinstance(concerned, list)
        else (),
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
