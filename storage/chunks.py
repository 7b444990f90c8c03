"""Which chunks the attachments of a compartment consist of, and which of them the county has; all inside ``writing``.

``attachment_chunk`` follows from the records. A row of ``chunk`` says that the file is here, or that somebody asked for it.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from app.keys.attachments import FIRST, THUMBNAIL
from storage.driver import Connection
from sync.chunks import ChunkName, names_of


class Standing(msgspec.Struct, frozen=True):
    """How many chunks of an attachment are here, wait for the county, are asked for, or neither here nor asked for."""

    here: int
    unsent: int
    wanted: int
    elsewhere: int


def name_chunks(
    connection: Connection, record: bytes, family: bytes, fields: Mapping[str, Any], *, voided: bool
) -> None:
    """The chunks that a record names, from its shown fields."""
    drop_chunks(connection, record)
    first = THUMBNAIL if fields.get("thumbnail") else FIRST
    connection.executemany(
        "INSERT INTO attachment_chunk (record, place, name, family, voided) VALUES (?, ?, ?, ?, ?)",
        [(record, place, name, family, voided) for place, name in enumerate(names_of(fields), first)],
    )


def drop_chunks(connection: Connection, record: bytes) -> None:
    """A record names none any more."""
    connection.execute("DELETE FROM attachment_chunk WHERE record = ?", (record,))


def leave_chunks(connection: Connection, family: bytes) -> None:
    """The files of a family go; to be called while its records still name them."""
    connection.execute(
        "INSERT OR IGNORE INTO chunk_leaving (name) SELECT name FROM attachment_chunk WHERE family = ?",
        (family,),
    )


def announce(connection: Connection, names: Iterable[bytes]) -> None:
    """Files are about to be written for a record that is saved right afterwards; a cut in between lets them go again."""
    told = [(name,) for name in names]
    connection.executemany("INSERT OR IGNORE INTO chunk_leaving (name) VALUES (?)", told)
    connection.executemany("INSERT OR IGNORE INTO chunk (name, at_county, wanted) VALUES (?, 0, 0)", told)
    connection.executemany("UPDATE chunk SET wanted = 0 WHERE name = ?", told)


def to_drop(connection: Connection) -> list[bytes]:
    """Names of files that go."""
    rows = connection.execute(
        "SELECT name FROM chunk_leaving WHERE name NOT IN (SELECT name FROM attachment_chunk)"
    )
    return [bytes(row[0]) for row in rows]


def dropped(connection: Connection, names: Iterable[bytes]) -> None:
    """These files went; whatever else was to go is named again, and stays."""
    lost(connection, names)
    connection.execute("DELETE FROM chunk_leaving")


def unsent(connection: Connection, limit: int) -> list[ChunkName]:
    """What is here and the county has not, thumbnails first."""
    rows = connection.execute(
        "SELECT family, name, min(place) AS first FROM unsent_chunk GROUP BY name "
        "ORDER BY first > 0, record, first LIMIT ?",
        (limit,),
    )
    return [ChunkName(bytes(row[0]), bytes(row[1])) for row in rows]


def missing(connection: Connection, limit: int, *, unasked: bool) -> list[ChunkName]:
    """What is not here: thumbnails first, then what somebody asked for, then, if ``unasked``, everything else."""
    rows = connection.execute(
        "SELECT family, attachment_chunk.name, min(place) AS first, max(wanted IS NOT NULL) AS asked "
        "FROM attachment_chunk LEFT JOIN chunk USING (name) WHERE NOT voided AND (wanted IS NULL OR wanted) "
        "GROUP BY attachment_chunk.name HAVING ? OR asked OR first = 0 "
        "ORDER BY first > 0, NOT asked, record, first LIMIT ?",
        (unasked, limit),
    )
    return [ChunkName(bytes(row[0]), bytes(row[1])) for row in rows]


def want(connection: Connection, record: bytes) -> None:
    """Somebody wants to see an attachment: what of it is not here is fetched."""
    connection.execute(
        "INSERT OR IGNORE INTO chunk (name, at_county, wanted) SELECT name, 1, 1 FROM attachment_chunk WHERE record = ?",
        (record,),
    )


def arrived(connection: Connection, names: Iterable[bytes]) -> None:
    """Files came from the county."""
    connection.executemany(
        "INSERT OR REPLACE INTO chunk (name, at_county, wanted) VALUES (?, 1, 0)", [(name,) for name in names]
    )


def at_county(connection: Connection, names: Iterable[bytes]) -> None:
    """The county has these, whole."""
    connection.executemany("UPDATE chunk SET at_county = 1 WHERE name = ?", [(name,) for name in names])


def unnamed(connection: Connection, names: Iterable[bytes]) -> list[bytes]:
    """Those of the names that no attachment bears."""
    of_name = "SELECT 1 FROM attachment_chunk WHERE name = ?"
    return [name for name in names if connection.execute(of_name, (name,)).fetchone() is None]


def lost(connection: Connection, names: Iterable[bytes]) -> None:
    """Files that are not here, or not what they were: they have to come again."""
    connection.executemany("DELETE FROM chunk WHERE name = ?", [(name,) for name in names])


def standing(connection: Connection, record: bytes) -> Standing:
    """Where the chunks of an attachment are."""
    row = connection.execute(
        "SELECT count(*), coalesce(sum(wanted = 0), 0), coalesce(sum(wanted = 0 AND NOT at_county), 0), "
        "coalesce(sum(wanted), 0) FROM attachment_chunk LEFT JOIN chunk USING (name) WHERE record = ?",
        (record,),
    ).fetchone()
    everything, here, waiting, wanted = map(int, row)
    return Standing(here, waiting, wanted, everything - here - wanted)


def unsent_attachments(connection: Connection) -> int:
    """How many attachments the county does not have whole."""
    row = connection.execute("SELECT count(DISTINCT record) FROM unsent_chunk").fetchone()
    return int(row[0])
