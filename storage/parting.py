"""Families that a commune's laptop may hold no longer: handed over to another commune, or erased by order of the county.

Nothing is lost: a family goes when the county has answered every save of it and has every picture, never before. Then its
records, its search entry and what waited of it go. Unfinished work of a family that was handed over is moved aside; of an erased one nothing stays.

Own saves of it stay in the outbox until the county has them in a verified backup, for they would heal a county that was
restored. Then they are *blotted*: place, id and hash stay, so that the chain still adds up, and not a word. What was erased by
order is blotted at once, and with the last of its saves goes the family's key.
"""

import time
from collections.abc import Iterable
from typing import Any

import msgspec

from storage.chunks import leave_chunks
from storage.driver import Connection
from sync.core.chain import KeyOfFamily, blotted
from sync.protocol import Left, Parting, Txn, decode, encode


class Parted(msgspec.Struct, frozen=True):
    """A family that went; ``name`` is what it was called here, and is kept nowhere."""

    family: bytes
    parting: Parting
    to_name: str | None
    name: str | None


class PartedDay(msgspec.Struct, frozen=True):
    """How many families went on one day, and where to."""

    day: str
    parting: Parting
    to_name: str | None
    families: int


class Aside(msgspec.Struct, frozen=True):
    """Unfinished work of a family that was handed over; ``body`` as in ``drafts``."""

    id: bytes
    kind: str
    author: bytes
    body: bytes
    saved_at: int
    to_name: str | None


def note_left(connection: Connection, left: Iterable[Left], csn: int) -> None:
    """The county says that these families are no longer this stream's.

    A laptop that serves the commune they went to holds them from ``csn`` on, and keeps them.
    """
    for one in left:
        stays = connection.execute(
            "SELECT 1 FROM record WHERE (family = ? OR id = ?) AND csn >= ?", (one.family, one.family, csn)
        ).fetchone()
        if one.parting is Parting.ERASED:
            note_erased(connection, one.family)
        elif stays is None:
            connection.execute(
                "INSERT OR IGNORE INTO leaving (family, parting, to_name) VALUES (?, ?, ?)",
                (one.family, one.parting.value, one.to_name),
            )


def note_erased(connection: Connection, family: bytes) -> None:
    """The family was erased by order: its stream says so, or the answer to a save of it."""
    connection.execute(
        "INSERT OR REPLACE INTO leaving (family, parting, to_name) VALUES (?, ?, NULL)",
        (family, Parting.ERASED.value),
    )


def gone_families(connection: Connection) -> frozenset[bytes]:
    """Families that left or are leaving; a record of one of them that arrives brings it back."""
    rows = connection.execute("SELECT family FROM leaving UNION SELECT family FROM parted")
    return frozenset(bytes(row[0]) for row in rows)


def came_back(connection: Connection, family: bytes) -> None:
    """The family is this laptop's again."""
    connection.execute("DELETE FROM leaving WHERE family = ?", (family,))
    connection.execute("DELETE FROM parted WHERE family = ?", (family,))


def part(
    connection: Connection, head: int, durable_csn: int, key_of_family: KeyOfFamily
) -> tuple[tuple[Parted, ...], frozenset[bytes]]:
    """Let go of every leaving family of which nothing waits; inside ``writing`` only.

    ``head``: how far the county's log has come; ``durable_csn``: up to where it is in a verified backup. Returns who went and the
    records to show anew.
    """
    rows = connection.execute(
        "SELECT family, parting, to_name FROM leaving WHERE family NOT IN "
        "(SELECT family FROM unanswered WHERE family IS NOT NULL) "
        "AND (parting = ? OR family NOT IN (SELECT family FROM unsent_chunk))",
        (Parting.ERASED.value,),
    ).fetchall()
    parted: list[Parted] = []
    touched: set[bytes] = set()
    for family, parting, to_name in rows:
        parted.append(Parted(bytes(family), Parting(parting), to_name, _name(connection, family)))
        touched |= _drop(connection, parted[-1], head)
    connection.execute("UPDATE parted SET head = ? WHERE head IS NULL", (head,))
    _blot(connection, durable_csn, key_of_family)
    return tuple(parted), frozenset(touched)


def first_unheard(connection: Connection, has_n: int) -> int | None:
    """The first own save that the county holds, and whose answer was lost."""
    row = connection.execute("SELECT min(n) FROM unanswered WHERE n <= ?", (has_n,)).fetchone()
    return int(row[0]) if row[0] is not None else None


def has_unheard_of_former(connection: Connection) -> bool:
    """Whether the answer to a save under a former replica was lost."""
    row = connection.execute(
        "SELECT 1 FROM outbox WHERE state = 'to_send' AND replica <> (SELECT replica FROM head) LIMIT 1"
    ).fetchone()
    return row is not None


def has_blotted_after(connection: Connection, has_n: int) -> bool:
    """Whether a save of the present chain was blotted before the county held that place of it."""
    row = connection.execute(
        "SELECT 1 FROM outbox WHERE blotted AND n > ? AND replica = (SELECT replica FROM head) LIMIT 1",
        (has_n,),
    ).fetchone()
    return row is not None


def _name(connection: Connection, family: bytes) -> str | None:
    row = connection.execute("SELECT name FROM family_line WHERE id = ?", (family,)).fetchone()
    return str(row[0]) if row else None


def _drop(connection: Connection, one: Parted, head: int) -> set[bytes]:
    family = one.family
    touched = {
        bytes(row[0])
        for row in connection.execute("SELECT id FROM record WHERE family = ? OR id = ?", (family, family))
    }
    waiting = connection.execute(
        "DELETE FROM pending_op WHERE txn_id IN (SELECT txn_id FROM outbox WHERE family = ?) RETURNING record",
        (family,),
    )
    touched |= {bytes(row[0]) for row in waiting.fetchall()}
    leave_chunks(connection, family)
    connection.execute("DELETE FROM record WHERE family = ? OR id = ?", (family, family))
    connection.execute(
        "UPDATE outbox SET state = 'at_county' WHERE family = ? AND state IN ('to_send', 'sent')", (family,)
    )
    if one.parting is Parting.HANDED_OVER:
        connection.execute(
            "INSERT OR REPLACE INTO draft_aside (id, kind, author, body, saved_at, to_name) "
            "SELECT id, kind, author, body, saved_at, ? FROM draft WHERE family = ?",
            (one.to_name, family),
        )
    else:
        connection.execute("UPDATE outbox SET state = 'erased', reason = NULL WHERE family = ?", (family,))
    connection.execute("DELETE FROM draft WHERE family = ?", (family,))
    connection.execute("DELETE FROM leaving WHERE family = ?", (family,))
    connection.execute("DELETE FROM family_home WHERE family = ?", (family,))
    connection.execute(
        "INSERT OR REPLACE INTO parted (family, parting, to_name, head, parted_at) VALUES (?, ?, ?, ?, ?)",
        (family, one.parting.value, one.to_name, head, int(time.time())),
    )
    return touched


def _blot(connection: Connection, durable_csn: int, key_of_family: KeyOfFamily) -> None:
    rows = connection.execute(
        "SELECT outbox.replica, outbox.n, outbox.txn, outbox.family FROM outbox JOIN parted ON outbox.family = parted.family "
        "WHERE NOT blotted AND (parting = ? OR state = 'at_county' AND (csn <= ? OR "
        # An answer that was lost with a former replica: no later than when the family went, or the replica.
        "csn IS NULL AND parted.head <= ? AND replica <> (SELECT replica FROM head)))",
        (Parting.ERASED.value, durable_csn, durable_csn),
    ).fetchall()
    for replica, n, txn, family in rows:
        without = _blotted(decode(bytes(txn), Txn), bytes(family), key_of_family)
        connection.execute(
            "UPDATE outbox SET txn = ?, blotted = 1 WHERE replica = ? AND n = ?",
            (encode(without), bytes(replica), n),
        )
    connection.execute(
        "DELETE FROM family_key WHERE family IN (SELECT family FROM parted) AND family NOT IN "
        "(SELECT family FROM outbox WHERE NOT blotted AND family IS NOT NULL)"
    )


def _blotted(txn: Txn, family: bytes, key_of_family: KeyOfFamily) -> Txn:
    return blotted(txn, lambda op: family in (op.record, op.family), key_of_family)


def parted_days(connection: Connection) -> tuple[PartedDay, ...]:
    """Where families went, newest day first."""
    rows: list[Any] = connection.execute(
        "SELECT date(parted_at, 'unixepoch', 'localtime') AS day, parting, to_name, count(*) FROM parted "
        "GROUP BY day, parting, to_name ORDER BY day DESC, parting, to_name"
    ).fetchall()
    return tuple(PartedDay(row[0], Parting(row[1]), row[2], int(row[3])) for row in rows)


def aside(connection: Connection, author: bytes) -> tuple[Aside, ...]:
    """A worker's unfinished work of families that were handed over, oldest first."""
    rows = connection.execute(
        "SELECT id, kind, author, body, saved_at, to_name FROM draft_aside WHERE author = ? ORDER BY saved_at, id",
        (author,),
    )
    return tuple(
        Aside(bytes(row[0]), row[1], bytes(row[2]), bytes(row[3]), int(row[4]), row[5]) for row in rows
    )


def drop_aside(connection: Connection, draft: bytes) -> None:
    """The worker has read it and needs it no longer; inside ``writing`` only."""
    connection.execute("DELETE FROM draft_aside WHERE id = ?", (draft,))
