"""The chunks of attachments in the county's database: expected when a save names them, filled as their bytes come.

Families share no chunk, because each is sealed under a key that follows from its family's. So a family takes its chunks along
when it moves, and when it is erased they go with it, whatever else stays.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, delete, func, insert, select, update

from app.keys.attachments import name_of
from sync.chunks import Missing, Piece
from sync.protocol import commune_of_stream, compartment_of_stream
from sync.server import tables

_chunk = tables.chunk.c
_ROWS_AT_ONCE = 50
"""Three megabytes."""


class Expected(NamedTuple):
    """Where a named chunk belongs, and whether the save that named it was applied, not kept aside."""

    stream: str
    applied: bool


def expect(connection: Connection, named: Mapping[tuple[bytes, bytes], Expected]) -> None:
    """Expect these chunks, (family, name) each. A save that is applied may say that a chunk belongs to another commune than one
    that was kept aside said, but never to another compartment: nobody brings into the open what he only has the name of.
    """
    for (family, name), where in named.items():
        row = find(connection, family, name)
        if row is None:
            values = {"family": family, "name": name, "stream": where.stream, "size": None, "body": b""}
            connection.execute(insert(tables.chunk).values(values))
        elif where.applied and compartment_of_stream(row.stream) == compartment_of_stream(where.stream):
            connection.execute(
                update(tables.chunk)
                .where(*_is(family, name), _chunk.stream != where.stream)
                .values(stream=where.stream)
            )


def find(connection: Connection, family: bytes, name: bytes) -> Row[Any] | None:
    """The row of a chunk with how many bytes of it are ``held``, not these; None when nobody named it."""
    held = func.length(_chunk.body).label("held")
    columns: tuple[ColumnElement[Any], ...] = (_chunk.family, _chunk.name, _chunk.stream, _chunk.size, held)
    return connection.execute(select(*columns).where(*_is(family, name))).one_or_none()


def move(connection: Connection, family: bytes, from_: str, to: str) -> None:
    """What a family has in one stream belongs to another from now on."""
    connection.execute(
        update(tables.chunk).where(_chunk.family == family, _chunk.stream == from_).values(stream=to)
    )


def erase(connection: Connection, family: bytes) -> None:
    """Nothing of this family is kept or expected any more."""
    connection.execute(delete(tables.chunk).where(_chunk.family == family))


def may_bring(connection: Connection, row: Row[Any], streams: Collection[str]) -> bool:
    """Whether a laptop of these streams may fill a chunk: it is theirs, or its family left one of their communes and they may
    still be holding what the new one waits for.
    """
    if row.stream in streams:
        return True
    communes = {
        commune_of_stream(one)
        for one in streams
        if compartment_of_stream(one) == compartment_of_stream(row.stream)
    }
    left = tables.family_departure.c
    departures = connection.execute(select(left.commune).where(left.family == row.family)).scalars()
    return not communes.isdisjoint(departures)


def fill(connection: Connection, row: Row[Any], piece: Piece) -> int:
    """Add a piece where the chunk ends; how many bytes of it are there afterwards. Bytes that do not add up to the chunk's name
    are thrown away, all of them: nobody can tell which were wrong.
    """
    if is_whole(row):
        return int(row.held)
    same = row.size in (None, piece.size)
    body = _body(connection, row) if same else b""
    if piece.at != len(body):
        return len(body)
    body += piece.body
    size: int | None = piece.size
    if len(body) == size and name_of(body) != row.name:
        size, body = None, b""
    connection.execute(update(tables.chunk).where(*_is(row.family, row.name)).values(size=size, body=body))
    return len(body)


def is_whole(row: Row[Any]) -> bool:
    return row.size is not None and row.held == row.size


def wrong(connection: Connection, named: Mapping[tuple[bytes, bytes], str]) -> Iterator[tuple[str, str]]:
    """(place, what) of chunks that are not what attachments name, each in the stream of its record. What came by halves is told
    when it is whole: until then nobody knows what it should be.
    """
    left = dict(named)
    rows = connection.execute(select(tables.chunk), execution_options={"yield_per": _ROWS_AT_ONCE})
    for row in rows:
        place = f"{row.family.hex()} {row.name.hex()}"
        stream = left.pop((row.family, row.name), row.stream)
        if stream != row.stream:
            yield place, f"belongs to {stream}"
        if (name_of(row.body) == row.name) != (len(row.body) == row.size):
            yield place, "does not hold the bytes of its name"
    for family, name in left:
        yield f"{family.hex()} {name.hex()}", "is missing"


def read(
    connection: Connection, streams: Collection[str], wanted: Collection[Missing], budget: int
) -> Iterator[Piece]:
    """Pieces of the wanted chunks that are whole and of these streams, together about ``budget`` bytes."""
    for one in wanted:
        if budget <= 0:
            return
        row = find(connection, one.family, one.name)
        if row is None or row.stream not in streams or not is_whole(row) or not 0 <= one.at < row.size:
            continue
        body = _body(connection, row)[one.at : one.at + budget]
        budget -= len(body)
        yield Piece(row.family, row.name, one.at, row.size, body)


def _body(connection: Connection, row: Row[Any]) -> bytes:
    return bytes(connection.execute(select(_chunk.body).where(*_is(row.family, row.name))).scalar_one())


def _is(family: bytes, name: bytes) -> tuple[ColumnElement[bool], ...]:
    return (_chunk.family == family, _chunk.name == name)
