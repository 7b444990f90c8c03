"""A sealed file: pieces in a fixed order that only chosen keys open.

Each piece is authenticated with its place, the last one with the mark of the last; so a file that was cut, changed, or put
together from two is refused where it stops being the one that was written. Who must not act on half a file reads it to its
end before acting.
"""

import hashlib
import secrets
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from app.errors import KeyringDamaged
from app.keys.grants import seal, unseal

_MAGIC = b"vatra-sealed-file/1\n"
_KEY_BYTES = 32
_NONCE_BYTES = 12
_LENGTH_BYTES = 4
_MOST_HEAD_BYTES = 64 * 1024
MOST_PIECE_BYTES = 32 * 1024 * 1024
_INNER, _LAST = b"\0", b"\1"


class SealedFileInvalid(Exception):
    """Not a sealed file, not for this key, or not whole; ``args[0]`` says which: ``format``, ``key`` or ``content``."""


class _Head(msgspec.Struct, frozen=True):
    """What stands readable in front: what the file is, and its key, sealed to each recipient."""

    about: msgspec.Raw
    keys: dict[str, bytes]


def write_sealed(
    out: BinaryIO, about: msgspec.Struct, recipients: Mapping[str, bytes], pieces: Iterable[bytes]
) -> None:
    """Write a file that opens with the private half of any of ``recipients`` (name -> X25519 public key).

    ``about`` is readable by everybody who has the file; a piece has at most ``MOST_PIECE_BYTES``.
    """
    key, shown = secrets.token_bytes(_KEY_BYTES), msgspec.msgpack.encode(about)
    sealed = {name: seal(public, key, _bound(shown)) for name, public in recipients.items()}
    head = msgspec.msgpack.encode(_Head(msgspec.Raw(shown), sealed))
    out.write(_MAGIC)
    _put(out, head)
    cipher, binding = ChaCha20Poly1305(key), hashlib.sha256(head).digest()
    waiting: bytes | None = None
    place = 0
    for piece in pieces:
        if waiting is not None:
            _put(out, cipher.encrypt(_nonce(place), waiting, binding + _INNER))
            place += 1
        waiting = piece
    _put(out, cipher.encrypt(_nonce(place), waiting or b"", binding + _LAST))


class SealedFile:
    """An opened sealed file: ``about`` as its writer said it, then the pieces in their order."""

    def __init__(self, path: Path) -> None:
        """Read the head; SealedFileInvalid for anything that is no sealed file."""
        self._path = path
        with path.open("rb") as file:
            if file.read(len(_MAGIC)) != _MAGIC:
                raise SealedFileInvalid("format")
            self._head_bytes = _take(file, _MOST_HEAD_BYTES) or b""
            self._begin = file.tell()
        try:
            self._head = msgspec.msgpack.decode(self._head_bytes, type=_Head)
        except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError, OverflowError):
            raise SealedFileInvalid("format") from None

    @property
    def about(self) -> msgspec.Raw:
        """What the file says of itself; vouched for only once a piece was read."""
        return self._head.about

    def key_for(self, recipient: str, private: X25519PrivateKey) -> bytes:
        """The file's key, opened by one of its recipients; SealedFileInvalid when it is not one."""
        try:
            return bytes(
                unseal(private, self._head.keys.get(recipient, b""), _bound(bytes(self._head.about)))
            )
        except KeyringDamaged:
            raise SealedFileInvalid("key") from None

    def pieces(self, key: bytes) -> Iterator[bytes]:
        """The pieces to the very end; SealedFileInvalid where the file is not what was written."""
        binding = hashlib.sha256(self._head_bytes).digest()
        try:
            cipher = ChaCha20Poly1305(key)
        except ValueError:
            raise SealedFileInvalid("key") from None
        with self._path.open("rb") as file:
            file.seek(self._begin)
            place, piece = 0, _take(file, MOST_PIECE_BYTES)
            if piece is None:
                raise SealedFileInvalid("content")
            while piece is not None:
                following = _take(file, MOST_PIECE_BYTES)
                mark = _LAST if following is None else _INNER
                try:
                    opened = cipher.decrypt(_nonce(place), piece, binding + mark)
                except InvalidTag:
                    raise SealedFileInvalid("content") from None
                yield opened
                place, piece = place + 1, following


def _bound(about: bytes) -> bytes:
    return b"vatra/sealed-file/1\0" + hashlib.sha256(about).digest()


def _nonce(place: int) -> bytes:
    return place.to_bytes(_NONCE_BYTES, "big")


def _put(out: BinaryIO, block: bytes) -> None:
    if len(block) > MOST_PIECE_BYTES:
        raise ValueError("a piece is too large")
    out.write(len(block).to_bytes(_LENGTH_BYTES, "big"))
    out.write(block)


def _take(file: BinaryIO, limit: int) -> bytes | None:
    """The next block, None at the end of the file."""
    length = file.read(_LENGTH_BYTES)
    if not length:
        return None
    size = int.from_bytes(length, "big")
    if len(length) < _LENGTH_BYTES or size > limit:
        raise SealedFileInvalid("content")
    block = file.read(size)
    if len(block) < size:
        raise SealedFileInvalid("content")
    return block
