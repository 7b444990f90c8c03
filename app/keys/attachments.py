"""The content of an attachment, sealed in chunks under a key of its own.

The key follows from the family's key, the compartment and the content: the same picture twice in one family is the same
chunks, which travel and lie once; in another family or compartment nothing is alike, so that nobody learns from a chunk who
else holds it. It stands in the attachment's record. With the record and the family's key erased, chunks are noise wherever a
copy of them lies.

A chunk is named by the SHA-256 of its sealed bytes. The names stand in the record, which is signed: a chunk that was
changed, cut or moved is found by its name.
"""

import hashlib
import hmac
from collections.abc import Iterable, Iterator

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV

from app.errors import AttachmentDamaged

CHUNK_BYTES = 64 * 1024
"""Largest chunk, sealed."""
_TAG_BYTES = 16
_PLAIN_BYTES = CHUNK_BYTES - _TAG_BYTES
_NONCE_BYTES = 12
_BOUND_TO = b"vatra/chunk/1"
THUMBNAIL, FIRST = 0, 1
"""Places: that of the thumbnail, and of the first piece of the content."""


def key_of(family_key: bytes, compartment: str, content: bytes) -> bytes:
    """The key of this content in this family and compartment, 32 bytes."""
    claim = b"vatra/attachment/1\0" + compartment.encode() + b"\0" + hashlib.sha256(content).digest()
    return hmac.digest(family_key, claim, "sha256")


def name_of(chunk: bytes) -> bytes:
    """What a sealed chunk is named, 32 bytes."""
    return hashlib.sha256(chunk).digest()


def seal_thumbnail(key: bytes, thumbnail: bytes) -> bytes:
    """The chunk of a thumbnail; ValueError when it is larger than a chunk."""
    if len(thumbnail) > _PLAIN_BYTES:
        raise ValueError("thumbnail")
    return _seal(key, THUMBNAIL, thumbnail)


def open_thumbnail(key: bytes, chunk: bytes) -> bytes:
    """AttachmentDamaged when it is not what was sealed."""
    return _open(key, THUMBNAIL, chunk)


def seal_content(key: bytes, content: bytes) -> Iterator[bytes]:
    """The chunks of a content, in order."""
    for place, start in enumerate(range(0, len(content), _PLAIN_BYTES), FIRST):
        yield _seal(key, place, content[start : start + _PLAIN_BYTES])


def open_content(key: bytes, chunks: Iterable[bytes]) -> bytes:
    """The content behind all its chunks, in order; AttachmentDamaged when one is not what was sealed there."""
    return b"".join(_open(key, place, chunk) for place, chunk in enumerate(chunks, FIRST))


def _seal(key: bytes, place: int, plain: bytes) -> bytes:
    return AESGCMSIV(key).encrypt(_nonce(place), plain, _BOUND_TO)


def _open(key: bytes, place: int, chunk: bytes) -> bytes:
    try:
        return AESGCMSIV(key).decrypt(_nonce(place), chunk, _BOUND_TO)
    except (InvalidTag, ValueError) as problem:
        raise AttachmentDamaged(place=place) from problem


def _nonce(place: int) -> bytes:
    """A key seals one content only, and of that each place once."""
    return place.to_bytes(_NONCE_BYTES, "big")
