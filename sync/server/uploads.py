"""Segments that come in pieces: what has arrived of each, until all of it is here.

One per laptop and stream; another one takes its place. Nothing of it counts before it is whole, and none of it is in a backup:
the laptop has it, and begins again.
"""

from sqlalchemy import Connection, delete, insert, select

from sync.core.pieces import goes_on, is_sound, whole
from sync.protocol import ProtocolError, Segment, SegmentPiece
from sync.server import tables
from sync.server.refusal import Refused


def take(connection: Connection, device: bytes, stream: str, piece: SegmentPiece) -> Segment | int:
    """The segment, when this was its last piece; else how many bytes of it are here."""
    if not is_sound(piece):
        raise Refused(400, "malformed")
    table = tables.upload
    is_it = (table.c.device == device, table.c.stream == stream)
    row = connection.execute(select(table.c.digest, table.c.body).where(*is_it)).one_or_none()
    before = row.body if row is not None and row.digest == piece.digest else b""
    held = goes_on(before, piece)
    connection.execute(delete(table).where(*is_it))
    if len(held) >= piece.size:
        try:
            return whole(held, piece.digest)
        except ProtocolError:
            raise Refused(400, "malformed") from None
    connection.execute(insert(table).values(device=device, stream=stream, digest=piece.digest, body=held))
    return len(held)


def drop(connection: Connection) -> None:
    """All of them, whatever they hold: somebody was erased."""
    connection.execute(delete(tables.upload))
