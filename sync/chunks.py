"""How the content of attachments travels: in sealed chunks beside the log, in pieces as large as the line takes.

A save says that an attachment exists and names its chunks; it goes its way like any other. The chunks follow when all text is
through. The county expects those that a save named and no others, keeps what arrived of each, and says so: whoever is cut off goes
on at that very byte, also from another laptop that holds the same. A chunk counts when it is whole and its bytes have its name.
"""

from collections.abc import Mapping
from typing import Any

import msgspec

from app.domain.kinds import ATTACHMENT
from app.keys.attachments import CHUNK_BYTES
from sync.protocol import Op, ProtocolError, decode

CHUNKS_PATH = "/v1/chunks"
NAME_BYTES = 32
MOST_CHUNKS = 200
"""Of one attachment; more names in one save are not expected."""
MOST_ASKED = 512
"""Chunks that one request offers, and that it fetches."""


class ChunkName(msgspec.Struct, array_like=True, frozen=True):
    """A chunk of a family's attachment."""

    family: bytes
    name: bytes


class Piece(ChunkName, array_like=True, frozen=True):
    """Bytes of a chunk from ``at`` on; ``size`` is that of the whole chunk."""

    at: int
    size: int
    body: bytes


class Missing(ChunkName, array_like=True, frozen=True):
    """A chunk that the laptop has up to ``at``."""

    at: int = 0


class ChunkRequest(msgspec.Struct, frozen=True, omit_defaults=True):
    """Bring pieces, ask how much the county has of others, and fetch what is missing here."""

    proto: int
    bring: tuple[Piece, ...] = ()
    offer: tuple[ChunkName, ...] = ()
    fetch: tuple[Missing, ...] = ()
    max_bytes: int = 0
    """About how many bytes of pieces the laptop wants in the reply."""


class ChunkReply(msgspec.Struct, frozen=True):
    """How many bytes the county has of what was brought, then of what was offered, in that order; None: it expects no such
    chunk, because no save named it yet. The pieces are of chunks that the county has whole and the laptop may see.
    """

    proto: int
    held: tuple[int | None, ...]
    pieces: tuple[Piece, ...]


def is_sound(piece: Piece) -> bool:
    """Whether a piece can be part of any chunk."""
    return (
        len(piece.name) == NAME_BYTES
        and 0 < piece.size <= CHUNK_BYTES
        and 0 <= piece.at < piece.size
        and 0 < len(piece.body) <= piece.size - piece.at
    )


def names_in(op: Op) -> tuple[bytes, ...]:
    """The chunks that an op names: none, unless it makes an attachment."""
    blob = op.groups.get("blob") if op.kind == ATTACHMENT.name else None
    if blob is None:
        return ()
    try:
        return names_of(decode(blob, dict[str, Any]))
    except ProtocolError:
        return ()


def names_of(blob: Mapping[str, Any]) -> tuple[bytes, ...]:
    """The chunks that the fields of an attachment name, the thumbnail's first."""
    chunks = blob.get("chunks")
    named = [blob.get("thumbnail"), *(chunks if isinstance(chunks, list | tuple) else ())]
    return tuple(one for one in named if isinstance(one, bytes) and len(one) == NAME_BYTES)[:MOST_CHUNKS]
