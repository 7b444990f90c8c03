"""What travels on a USB stick where there is no line: the messages of the network, sealed, signed and cut into files.

A laptop writes *errands*: one exchange each, sealed to the county's exchange key of the card and signed by the device. The county
answers each with the reply it would have given over the line, sealed to a key of the compartment it is for - so that on a
shared laptop only its readers open it - and signed by the county. Everything in it may come twice, late and in any order.

Sealed is with HPKE as the keys of a vault are (``app.keys.grants``), which both sides have already; what stands readable on the
stick is only which county and which laptop a file belongs to.
"""

import hashlib
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import ClassVar, Literal, TypeVar

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.errors import KeyringDamaged, StickForeign, StickForOthers, StickUnreadable
from app.keys.grants import seal, unseal
from sync.protocol import MAX_MESSAGE_BYTES, ProtocolError, decode, encode
from sync.wire import ENCODING, NotPacked, TooLarge, pack_tightly, unpack

Kind = Literal["to-county", "from-county"]
MAX_FILE_BYTES = MAX_MESSAGE_BYTES + 64 * 1024
PIECE_BYTES = 1024 * 1024
"""About how much work one file carries, before packing."""
Message = TypeVar("Message", "Errand", "Answered")


class Errand(msgspec.Struct, frozen=True):
    """One exchange of one stream, on its way to the county; ``answer_to`` is the X25519 key the reply is sealed to."""

    made_at: int
    answer_to: bytes
    exchange: bytes


class Answered(msgspec.Struct, frozen=True):
    """What the county replied, and to what: the exchange without its saves, with the cursors the reply begins at."""

    asked: bytes
    reply: bytes


class _File(msgspec.Struct, frozen=True, kw_only=True, tag_field="format", tag="vatra-stick"):
    FORMAT: ClassVar[int] = 1
    version: int
    kind: Kind
    county: bytes
    device: bytes
    sealed: bytes


class _Signed(msgspec.Struct, array_like=True, frozen=True):
    body: bytes
    signature: bytes


class Opened(msgspec.Struct, frozen=True):
    """A file that could be opened; who signed it is still to be checked with ``is_signed_by``."""

    kind: Kind
    county: bytes
    device: bytes
    body: bytes
    signature: bytes

    def is_signed_by(self, key: bytes) -> bool:
        """Whether the holder of this Ed25519 key wrote it, for this county and laptop."""
        try:
            Ed25519PublicKey.from_public_bytes(key).verify(
                self.signature, _claim(self.kind, self.county, self.device, self.body)
            )
        except (InvalidSignature, ValueError):
            return False
        return True

    def message(self, kind: type[Message]) -> Message:
        """What it says; StickUnreadable."""
        try:
            return decode(self.body, kind)
        except ProtocolError:
            raise StickUnreadable(why="damaged") from None


def file_name(kind: Kind, device: bytes, answer_to: bytes, number: int) -> str:
    """``vatra-to-county-1a2b3c4d-5e6f-001.vatra``: of which laptop, for whose key, which of the batch.

    A next batch takes the place of the last one of the same laptop and key; a colleague's stays.
    """
    return f"{_beginning(kind, device, answer_to)}{number:03}.vatra"


def pattern(kind: Kind, device: bytes | None = None, answer_to: bytes | None = None) -> str:
    """Finds the files of this kind in a folder, or those of one laptop and key."""
    if device is None or answer_to is None:
        return f"vatra-{kind}-*.vatra"
    return f"{_beginning(kind, device, answer_to)}*.vatra"


def _beginning(kind: Kind, device: bytes, answer_to: bytes) -> str:
    return f"vatra-{kind}-{device.hex()[:8]}-{answer_to.hex()[:4]}-"


def seal_file(
    kind: Kind,
    county: bytes,
    device: bytes,
    message: Errand | Answered,
    to_key: bytes,
    sign: Callable[[bytes], bytes],
) -> bytes:
    """The content of a file that opens with the private half of ``to_key``."""
    body = encode(message)
    inside = encode(_Signed(body, sign(_claim(kind, county, device, body))))
    sealed = seal(to_key, pack_tightly(inside), _binding(kind, county, device))
    return msgspec.msgpack.encode(
        _File(version=_File.FORMAT, kind=kind, county=county, device=device, sealed=sealed)
    )


def open_file(
    content: bytes, kind: Kind, county: bytes, keys: Sequence[X25519PrivateKey], device: bytes | None = None
) -> Opened:
    """Open what ``seal_file`` made. StickForeign for another county, or another laptop than ``device``; StickForOthers when it
    is for none of the ``keys``; StickUnreadable.
    """
    try:
        outer = msgspec.msgpack.decode(content, type=_File)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        raise StickUnreadable(why="damaged") from None
    if outer.version != _File.FORMAT:
        raise StickUnreadable(why="too_new")
    if outer.kind != kind:
        raise StickUnreadable(why="damaged")
    if outer.county != county:
        raise StickForeign(why="county")
    if device is not None and outer.device != device:
        raise StickForeign(why="laptop")
    packed = _unsealed(outer, keys)
    try:
        signed = decode(unpack(packed, ENCODING), _Signed)
    except (NotPacked, TooLarge, ProtocolError):
        raise StickUnreadable(why="damaged") from None
    return Opened(kind, outer.county, outer.device, signed.body, signed.signature)


def _unsealed(outer: _File, keys: Sequence[X25519PrivateKey]) -> bytes:
    binding = _binding(outer.kind, outer.county, outer.device)
    for key in keys:
        try:
            return bytes(unseal(key, outer.sealed, binding))
        except KeyringDamaged:
            continue
    # Sealing does not tell a changed byte from another key; a county has one key, a laptop several.
    if outer.kind == "to-county":
        raise StickUnreadable(why="damaged")
    raise StickForOthers


def _binding(kind: Kind, county: bytes, device: bytes) -> bytes:
    return b"vatra/stick/1\0" + kind.encode() + b"\0" + county + device


def _claim(kind: Kind, county: bytes, device: bytes, body: bytes) -> bytes:
    return b"vatra/stick-signed/1\0" + kind.encode() + b"\0" + county + device + hashlib.sha256(body).digest()


def write_batch(folder: Path, kind: Kind, device: bytes, answer_to: bytes, contents: Iterable[bytes]) -> None:
    """Write files in place of the last batch; each is whole or not there, and on the stick when this returns: people pull it
    out at once. OSError.
    """
    names = set()
    for number, content in enumerate(contents, 1):
        path = folder / file_name(kind, device, answer_to, number)
        part = path.with_name(path.name + ".part")
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
        names.add(path.name)
    for old in folder.glob(pattern(kind, device, answer_to)):
        if old.name not in names:
            old.unlink()
