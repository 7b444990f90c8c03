"""The hash chain of a replica, and whether a segment continues what the county holds.

``h_n = SHA-256("vatra/txn/1" | h_{n-1} | header | commit(op) ...)`` with ``commit(op) = HMAC-SHA256(K_family, op)``: the
chain binds every byte of a save, yet once ``K_family`` is erased, nothing left in it can be linked or guessed.
Hashes are recomputed, never transmitted; the device signs the head of each segment.
"""

import hashlib
import hmac
from collections.abc import Callable, Sequence

import msgspec

from sync.protocol import Mark, Op, ProtocolError, Segment, Txn, TxnHeader, decode

_BLOT = b"\xc4\x20"
"""MessagePack's mark of 32 bytes; an op begins with the mark of an array, so that no laptop can send a blotted one."""

KeyOfFamily = Callable[[bytes | None], bytes]
"""Family id (None: no family) -> K_family, or the commune's key."""


def genesis(replica: bytes) -> bytes:
    """The hash before a replica's first txn."""
    return hashlib.sha256(b"vatra/genesis" + replica).digest()


def next_hash(previous: bytes, txn: Txn, key_of_family: KeyOfFamily) -> bytes:
    """The chain's hash after ``txn``; ProtocolError when an op cannot be read."""
    link = hashlib.sha256(b"vatra/txn/1" + previous + txn.header)
    for encoded in txn.ops:
        link.update(_commitment(encoded, key_of_family))
    return link.digest()


def _commitment(encoded: bytes, key_of_family: KeyOfFamily) -> bytes:
    if is_blotted(encoded):
        return encoded[len(_BLOT) :]
    op = decode(encoded, Op)
    return hmac.digest(op.family_key or key_of_family(op.family), encoded, "sha256")


def is_blotted(encoded: bytes) -> bool:
    """Whether of an op only its commitment is left."""
    return encoded.startswith(_BLOT)


def blotted(txn: Txn, about: Callable[[Op], bool], key_of_family: KeyOfFamily) -> Txn:
    """The txn without a word of the ops ``about`` says: of each only the commitment stays, and the chain still adds up.

    Once the family's key is gone too, nobody can tell what the commitment was made from.
    """
    return Txn(
        txn.header,
        tuple(
            _BLOT + _commitment(encoded, key_of_family)
            if not is_blotted(encoded) and about(decode(encoded, Op))
            else encoded
            for encoded in txn.ops
        ),
    )


def says_the_same(kept: Txn, sent: Txn, key_of_family: KeyOfFamily) -> bool:
    """Whether two txns have the same ops, as far as what is kept was not blotted: then by commitment."""
    return len(kept.ops) == len(sent.ops) and all(
        one == other or (is_blotted(one) and one == _BLOT + _commitment(other, key_of_family))
        for one, other in zip(kept.ops, sent.ops, strict=True)
    )


def segment_claim(county: bytes, replica: bytes, tip: Mark) -> bytes:
    """What the device signs: this county, this replica, this head - and by the chain everything before it."""
    return b"vatra/segment/1\0" + county + replica + tip.n.to_bytes(8, "big") + tip.h


class Link(msgspec.Struct, frozen=True):
    """One txn of a segment with its place and hash."""

    header: TxnHeader
    txn: Txn
    h: bytes


class Fork(msgspec.Struct, frozen=True):
    """The segment does not continue the chain held here: it differs from position ``n`` on."""

    n: int


class Gap(msgspec.Struct, frozen=True):
    """The segment begins after what is held here; send from ``n + 1``."""

    n: int


def links_of(segment: Segment, key_of_family: KeyOfFamily) -> list[Link]:
    """Recompute the hashes of a segment; ProtocolError when positions do not count up or bytes cannot be read."""
    carried: dict[bytes, bytes] = {}

    def key(family: bytes | None) -> bytes:
        return carried[family] if family in carried else key_of_family(family)

    links: list[Link] = []
    previous = segment.prev_h
    for place, txn in enumerate(segment.txns, start=segment.from_n):
        header = decode(txn.header, TxnHeader)
        if header.n != place:
            raise ProtocolError("positions of a segment must count up")
        for encoded in txn.ops:
            op = decode(encoded, Op)
            if op.family is not None and op.family_key is not None:
                carried.setdefault(op.family, op.family_key)
        previous = next_hash(previous, txn, key)
        links.append(Link(header, txn, previous))
    return links


def join(
    segment: Segment, links: Sequence[Link], have: Mark, hash_at: Callable[[int], bytes | None]
) -> list[Link] | Fork | Gap:
    """How a segment meets the chain held here, whose tip is ``have``.

    Returns the links in order (those at or below ``have.n`` are known already and only need their answer again), or where
    the two part. ``hash_at(n)`` is the hash held at ``n`` (0: genesis), None when there is none.
    """
    before = segment.from_n - 1
    if before > have.n:
        return Gap(have.n)
    if hash_at(before) != segment.prev_h:
        return Fork(max(before, 1))
    for link in links:
        if link.header.n > have.n:
            break
        if hash_at(link.header.n) != link.h:
            return Fork(link.header.n)
    return list(links)


def common_mark(
    marks: Sequence[Mark], have: Mark, hash_at: Callable[[int], bytes | None]
) -> tuple[Mark, int | None]:
    """What the county answers to a hello: the newest place both are known to agree on, and where they part.

    ``marks`` are some of the laptop's places, newest first, the beginning always among them. Only a hash that differs, or
    a county that holds more than the laptop ever wrote, proves that the two parted; a place the laptop did not name does
    not. When they did not part (None), the mark is what the county has.
    """
    agreed = next((mark for mark in marks if mark.n <= have.n and hash_at(mark.n) == mark.h), None)
    if agreed is None:
        return Mark(0, hash_at(0) or b""), 1
    tip = marks[0]
    differs = any(mark.n <= have.n and hash_at(mark.n) != mark.h for mark in marks)
    if differs or tip.n < have.n:
        return agreed, agreed.n + 1
    return have, None
