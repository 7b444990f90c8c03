"""Who is asking: every request is signed by its device over this county, this place, this body and a nonce.

The nonce is the one the county gave with its last answer, so a recorded request is worth nothing, and an idle exchange
stays one round trip. A request over another nonce is told the current one: it is no secret, it only has to be signed.
"""

import hashlib
import secrets
from typing import Any

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Connection, Row, select, update

from sync.protocol import request_claim
from sync.server import tables
from sync.server.refusal import Refused


class Signed(msgspec.Struct, frozen=True):
    """A request as it came: the headers that prove its sender, and its body as it travelled."""

    path: str
    device: bytes
    nonce: str
    signature: bytes
    body: bytes


def new_nonce() -> str:
    return secrets.token_urlsafe(12)


def check_signature(county: bytes, key: bytes, request: Signed) -> None:
    """Refused unless the holder of ``key`` signed this request for this county."""
    claim = request_claim(county, request.path, request.nonce, hashlib.sha256(request.body).digest())
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(request.signature, claim)
    except (InvalidSignature, ValueError):
        raise Refused(401, "bad_signature") from None


def device_of(connection: Connection, device: bytes) -> Row[Any]:
    """The device's row; Refused when the county does not know it."""
    row = connection.execute(select(tables.device).where(tables.device.c.id == device)).one_or_none()
    if row is None:
        raise Refused(401, "unknown_device")
    return row


def is_active(device: Row[Any]) -> bool:
    return bool(device.status == "active")


def streams_of(connection: Connection, device: bytes) -> frozenset[str]:
    """What a device receives and writes to, as long as it is active."""
    of_device = tables.device_stream.c.device == device
    return frozenset(connection.execute(select(tables.device_stream.c.stream).where(of_device)).scalars())


def spend_nonce(connection: Connection, device: Row[Any], nonce: str, now_s: int) -> str | None:
    """Take the nonce and give the next one; None when it is not the current one (a first contact signs an empty one)."""
    known = nonce == device.nonce
    following = new_nonce() if known else device.nonce
    stale = 0 if known or not nonce else 1
    connection.execute(
        update(tables.device)
        .where(tables.device.c.id == device.id)
        .values(
            nonce=following,
            stale_nonces=tables.device.c.stale_nonces + stale,
            last_contact_at=now_s if known else device.last_contact_at,
        )
    )
    return following if known else None
