"""The county card: everything a laptop must know of its county before it trusts a single answer.

One small signed file, ``county-card.vatra``, that travels by stick or with the enrolment code. It carries the root of the
county's TLS certificates, its signing key, the key for sticks and the recovery key; a worker compares one fingerprint, and
with it all of them. A synchronisation never changes a card.

What is signed are the exact bytes that are stored, so a card of a newer Vatra with more entries still verifies here.
"""

import base64
import hashlib
from collections.abc import Sequence
from typing import ClassVar

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from app.domain.ids import ID_BYTES
from app.errors import CardInvalid

READABLE_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""32 letters and digits that nobody confuses when they are read aloud: no 0 and O, no 1 and I."""
MAX_CARD_BYTES = 64 * 1024

_MAGIC = "vatra-county-card"
_CLAIM = b"vatra/card/1\0"
_KEY_BYTES = 32
_FINGERPRINT_BYTES = 15
"""120 bits, six groups of four characters."""
_BASE32 = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", READABLE_ALPHABET)


class CountyCard(msgspec.Struct, frozen=True, kw_only=True):
    """A county as its laptops know it; the keys are raw public keys of 32 bytes."""

    county: bytes
    name: str
    country: str
    urls: tuple[str, ...]
    tls_root_pem: str
    sign_key: bytes
    """Ed25519: card, and later manifests and acknowledgement files."""
    exchange_key: bytes
    """X25519: what is written to a stick is encrypted to it."""
    recovery_key: bytes
    """X25519: vaults grant themselves to it; its private half exists only in shares."""
    made_at: int
    signed: bytes
    """The exact bytes under the signature."""
    signature: bytes


class _Signed(msgspec.Struct, frozen=True, kw_only=True):
    county: bytes
    name: str
    country: str
    urls: tuple[str, ...]
    tls_root_pem: str
    sign_key: bytes
    exchange_key: bytes
    recovery_key: bytes
    made_at: int


class _File(msgspec.Struct, frozen=True, kw_only=True, tag_field="format", tag=_MAGIC):
    FORMAT: ClassVar[int] = 1
    version: int
    signed: bytes
    signature: bytes


def make_card(
    sign_with: Ed25519PrivateKey,
    *,
    county: bytes,
    name: str,
    country: str,
    urls: Sequence[str],
    tls_root_pem: str,
    exchange_key: bytes,
    recovery_key: bytes,
    made_at: int,
) -> CountyCard:
    """Make and sign the card of a county."""
    signed = _Signed(
        county=county,
        name=name,
        country=country,
        urls=tuple(urls),
        tls_root_pem=tls_root_pem,
        sign_key=sign_with.public_key().public_bytes_raw(),
        exchange_key=exchange_key,
        recovery_key=recovery_key,
        made_at=made_at,
    )
    exact = msgspec.msgpack.encode(signed)
    return read_card(_file(exact, sign_with.sign(_CLAIM + exact)))


def read_card(content: bytes) -> CountyCard:
    """Read a card file and verify its signature; CardInvalid says in ``why`` what does not hold."""
    if len(content) > MAX_CARD_BYTES:
        raise CardInvalid(why="too_large")
    try:
        outer = msgspec.msgpack.decode(content, type=_File)
        inner = msgspec.msgpack.decode(outer.signed, type=_Signed)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        raise CardInvalid(why="not_a_card") from None
    if outer.version != _File.FORMAT:
        raise CardInvalid(why="too_new")
    keys = (inner.sign_key, inner.exchange_key, inner.recovery_key)
    if len(inner.county) != ID_BYTES or any(len(key) != _KEY_BYTES for key in keys):
        raise CardInvalid(why="not_a_card")
    try:
        Ed25519PublicKey.from_public_bytes(inner.sign_key).verify(outer.signature, _CLAIM + outer.signed)
    except (InvalidSignature, ValueError):
        raise CardInvalid(why="signature") from None
    return CountyCard(
        **msgspec.structs.asdict(inner),
        signed=outer.signed,
        signature=outer.signature,
    )


def card_file(card: CountyCard) -> bytes:
    """The content of the card's file, also of a card that a newer Vatra made."""
    return _file(card.signed, card.signature)


def fingerprint(card: CountyCard) -> str:
    """What people compare or read to each other: ``"K7QF-2M9X-..."``, 120 bits over everything the card says."""
    digest = hashlib.sha256(_CLAIM + card.signed).digest()[:_FINGERPRINT_BYTES]
    letters = base64.b32encode(digest).decode().translate(_BASE32)
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def _file(signed: bytes, signature: bytes) -> bytes:
    return msgspec.msgpack.encode(_File(version=_File.FORMAT, signed=signed, signature=signature))
