"""What is too large for one message, in chunks of 64 KiB that are named by their hash.

Whoever knows the names can fetch the chunks in any order, from anybody, over any number of broken lines: each proves itself, and
one that is there already, whatever it came with, need not come again. Sans IO.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from sync.protocol import ProtocolError

CHUNK_BYTES = 64 * 1024
NAME_BYTES = 32


def name_of(chunk: bytes) -> bytes:
    """The name of a chunk: the SHA-256 of what travels."""
    return hashlib.sha256(chunk).digest()


def split(content: bytes) -> list[bytes]:
    """The chunks of a content, in order; all are full but the last. None for nothing."""
    return [content[at : at + CHUNK_BYTES] for at in range(0, len(content), CHUNK_BYTES)]


def names_of(content: bytes) -> tuple[bytes, ...]:
    """The names of its chunks, in order."""
    return tuple(map(name_of, split(content)))


def missing(names: Iterable[bytes], held: Mapping[bytes, bytes]) -> list[bytes]:
    """Which chunks are still to be fetched, in order, each once."""
    return [name for name in dict.fromkeys(names) if name not in held]


def joined(names: Sequence[bytes], held: Mapping[bytes, bytes]) -> bytes:
    """The content again. ProtocolError when a chunk is missing or is not what it is named."""
    if any(name not in held or name_of(held[name]) != name for name in dict.fromkeys(names)):
        raise ProtocolError("chunks")
    return b"".join(held[name] for name in names)
