"""A segment that is too large for the line goes in pieces, byte range after byte range, over as many breaks as it takes.

Only one save can be so large: of several, a smaller segment holds fewer. The county keeps what arrived and says how much; what
it takes in is the segment, whole, or nothing. Sans IO.
"""

import hashlib

from sync.protocol import MAX_TXN_BYTES, ProtocolError, Segment, SegmentPiece, decode, encode
from sync.wire import ENCODING, NotPacked, TooLarge, pack_tightly, unpack

LEAST_PIECE_BYTES = 2 * 1024
"""What is smaller is not worth a second request."""
MOST_BYTES = 4 * MAX_TXN_BYTES
"""A packed segment of one save, however badly it packs, with the keys of its families."""


def packed_for(segment: Segment, limit_bytes: int) -> bytes | None:
    """The segment as it goes in pieces; None when a request of about ``limit_bytes`` takes it whole, or some of its saves."""
    if len(segment.txns) > 1 or len(encode(segment)) <= limit_bytes:
        return None
    packed = pack_tightly(encode(segment))
    return packed if len(packed) > _piece_bytes(limit_bytes) else None


def piece_from(packed: bytes, held: bytes, limit_bytes: int) -> SegmentPiece:
    """The piece after what the county was last heard to hold (``note_of``)."""
    digest = hashlib.sha256(packed).digest()
    at = int.from_bytes(held[len(digest) :], "big") if held.startswith(digest) else 0
    return SegmentPiece(digest, len(packed), at, packed[at : at + _piece_bytes(limit_bytes)])


def note_of(piece: SegmentPiece, held_bytes: int) -> bytes:
    """What a laptop notes of an answer: of which segment the county holds how much."""
    return piece.digest + min(held_bytes, piece.size - 1).to_bytes(8, "big")


def _piece_bytes(limit_bytes: int) -> int:
    """Half of the limit, which counts bytes before packing: these were packed."""
    return max(LEAST_PIECE_BYTES, limit_bytes // 2)


def is_sound(piece: SegmentPiece) -> bool:
    """Whether a piece can be one of a segment."""
    ends = piece.at + len(piece.body)
    return (
        len(piece.digest) == hashlib.sha256().digest_size and 0 <= piece.at < ends <= piece.size <= MOST_BYTES
    )


def goes_on(held: bytes, piece: SegmentPiece) -> bytes:
    """What is held of a segment once a piece of it came: more of it, or as much, when the piece leaves a gap or came before."""
    return held + piece.body[len(held) - piece.at :] if piece.at <= len(held) else held


def whole(packed: bytes, digest: bytes) -> Segment:
    """The segment; ProtocolError when these are not its bytes."""
    if hashlib.sha256(packed).digest() != digest:
        raise ProtocolError("pieces")
    try:
        return decode(unpack(packed, ENCODING), Segment)
    except (NotPacked, TooLarge):
        raise ProtocolError("pieces") from None
