"""Answering a laptop that brings or fetches what attachments consist of (``sync.chunks``).

Nothing here grows the log. A revoked laptop may still bring what its saves named, and fetches nothing. What does not exist and
what somebody may not see are answered alike.
"""

from typing import Any

from sqlalchemy import Connection, Row

from sync.chunks import MOST_ASKED, NAME_BYTES, ChunkName, ChunkReply, ChunkRequest, Piece, is_sound
from sync.protocol import PROTOCOL
from sync.server import chunk_store
from sync.server.admission import Signed, is_active, streams_of
from sync.server.exchange import CountyOffice, admit
from sync.server.fence import only_for
from sync.server.pull import LARGEST_PULL_BYTES
from sync.server.refusal import Refused


def answer_chunks(office: CountyOffice, request: Signed, message: bytes) -> tuple[ChunkReply, str]:
    """What the county has of what was brought and offered, what was fetched, and the next nonce."""
    asked, device, nonce = admit(office, request, message, ChunkRequest)
    _check(asked, nonce)
    held: tuple[int | None, ...] = ()
    if asked.bring or asked.offer:
        with office.store.writing() as (connection, _county):
            held = _take_in(connection, device, asked)
    if not (asked.fetch and is_active(device)):
        return ChunkReply(PROTOCOL, held, ()), nonce
    budget = max(0, min(asked.max_bytes, LARGEST_PULL_BYTES))
    with office.store.reading() as connection:
        streams = streams_of(connection, device.id)
        with only_for(connection, device.id):
            pieces = tuple(chunk_store.read(connection, streams, asked.fetch, budget))
    return ChunkReply(PROTOCOL, held, pieces), nonce


def _check(asked: ChunkRequest, nonce: str) -> None:
    many = max(len(asked.bring), len(asked.offer), len(asked.fetch)) > MOST_ASKED
    if many or not all(map(is_sound, asked.bring)):
        raise Refused(400, "malformed", nonce)
    named: tuple[ChunkName, ...] = (*asked.offer, *asked.fetch)
    if any(len(one.name) != NAME_BYTES for one in named):
        raise Refused(400, "malformed", nonce)


def _take_in(connection: Connection, device: Row[Any], asked: ChunkRequest) -> tuple[int | None, ...]:
    streams = streams_of(connection, device.id)
    held: list[int | None] = []
    told: tuple[ChunkName, ...] = (*asked.bring, *asked.offer)
    for one in told:
        row = chunk_store.find(connection, one.family, one.name)
        if row is None or not chunk_store.may_bring(connection, row, streams):
            held.append(None)
        else:
            held.append(chunk_store.fill(connection, row, one) if isinstance(one, Piece) else int(row.held))
    return tuple(held)
