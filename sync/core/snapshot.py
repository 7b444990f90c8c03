"""A stream's log, squashed: what a laptop reads that has nothing of it, or has been away for long.

The same effects in the same order, under their numbers and ids; but each record is told once, whole, by the save that touched it
last, and the others keep silent about it. A laptop that applies all of them at once stands where the log would have brought it,
byte for byte: own saves, keys and families that left included. In between lies no state that anybody ever saw; so all of it
counts, or nothing.

It travels as packed chunks, named by their hash in a manifest that the county signs. Sans IO.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from sync.core.merge import RecordState, apply_effect
from sync.protocol import Chunk, Effect, Manifest, ProtocolError, RecordEffect, decode, encode
from sync.wire import ENCODING, NotPacked, TooLarge, pack_tightly, unpack

CHUNK_BYTES = 64 * 1024
"""About the size of a packed chunk."""
_FIRST_PLAIN_BYTES = 8 * CHUNK_BYTES
_MOST_PLAIN_BYTES = 2 * 1024 * 1024
_NO_HASH = bytes(32)
"""In place of the log's: the manifest speaks for all of it."""


class Squash:
    """Effects of one stream on their way into a snapshot, in csn order."""

    def __init__(self) -> None:
        self._keys: dict[bytes, bytes] = {}
        self._told: set[bytes] = set()

    def effect(self, effect: Effect, states: Mapping[bytes, RecordState]) -> Effect:
        """What is left of an effect; ``states`` are the stream's records as they are where the snapshot ends."""
        for one in effect.records:
            if one.family is not None and one.family_key is not None:
                self._keys.setdefault(one.family, one.family_key)
        records = tuple(
            self._whole(one.record, states[one.record])
            for one in effect.records
            if one.record in states and states[one.record].csn == effect.csn
        )
        return msgspec.structs.replace(effect, log_hash=_NO_HASH, records=records)

    def _whole(self, record: bytes, state: RecordState) -> RecordEffect:
        family = state.family
        key = None
        if family is not None and family not in self._told:
            key = self._keys.get(family)
        if family is not None and key is not None:
            self._told.add(family)
        return RecordEffect(record, state.kind, family, state.groups, key)


def packed(effects: Iterable[Effect]) -> Iterator[tuple[bytes, int]]:
    """The chunks of a snapshot, each with its size before packing."""
    some: list[bytes] = []
    size, aim = 0, _FIRST_PLAIN_BYTES
    for effect in effects:
        body = encode(effect)
        if some and size + len(body) > aim:
            chunk = pack_tightly(encode(some))
            yield chunk, size
            aim = min(_MOST_PLAIN_BYTES, max(CHUNK_BYTES, size * CHUNK_BYTES // len(chunk)))
            some, size = [], 0
        some.append(body)
        size += len(body)
    if some:
        yield pack_tightly(encode(some)), size


def effects_in(chunk: bytes) -> tuple[bytes, ...]:
    """The encoded effects of a chunk; ProtocolError when it is none."""
    try:
        return decode(unpack(chunk, ENCODING), tuple[bytes, ...])
    except (NotPacked, TooLarge):
        raise ProtocolError("snapshot") from None


def fold(states: dict[bytes, RecordState], effect: Effect) -> None:
    """What a stream's records are after one more effect: of the log, or of a snapshot."""
    gone = {left.family for left in effect.left}
    if gone:
        for record in [one for one, state in states.items() if not gone.isdisjoint((one, state.family))]:
            del states[record]
    for change in effect.records:
        states[change.record] = apply_effect(states.get(change.record), change, effect.csn)


def chunk_of(body: bytes) -> Chunk:
    """How a manifest names a chunk."""
    return Chunk(hashlib.sha256(body).digest(), len(body))


def manifest_claim(
    county: bytes, stream: str, epoch: int, csn: int, log_hash: bytes, chunks: Sequence[Chunk]
) -> bytes:
    """What the county signs: this county, stream, epoch and place of the log, and every byte of every chunk."""
    return b"vatra/snapshot/1\0" + county + encode((stream, epoch, csn, log_hash, tuple(chunks)))


def is_signed(manifest: Manifest, county: bytes, sign_key: bytes) -> bool:
    """Whether the holder of ``sign_key`` vouches for a manifest."""
    of = manifest
    claim = manifest_claim(county, of.stream, of.epoch, of.csn, of.log_hash, of.chunks)
    try:
        Ed25519PublicKey.from_public_bytes(sign_key).verify(of.sig, claim)
    except (InvalidSignature, ValueError):
        return False
    return True


def digest_of(manifest: Manifest) -> bytes:
    """Which snapshot it is; two of one content may be signed apart, and are the same."""
    return hashlib.sha256(encode(msgspec.structs.replace(manifest, sig=b""))).digest()


def size_of(manifest: Manifest) -> int:
    """How many bytes there are to fetch."""
    return sum(chunk.size for chunk in manifest.chunks)


def chunks_in(manifest: Manifest, parts: Iterable[bytes]) -> Iterator[bytes]:
    """The chunks again, from what came in order, however it was cut. ProtocolError when one is not what it is named."""
    waiting = bytearray()
    coming = iter(parts)
    for chunk in manifest.chunks:
        while len(waiting) < chunk.size and (part := next(coming, None)) is not None:
            waiting += part
        body = bytes(waiting[: chunk.size])
        del waiting[: chunk.size]
        if chunk_of(body) != chunk:
            raise ProtocolError("snapshot")
        yield body
    if waiting or any(coming):
        raise ProtocolError("snapshot")
