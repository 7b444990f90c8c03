"""Identities: 16 random or time-ordered bytes, made on the laptop, never ordered or shown.

People and families get UUIDv4, so that an id does not tell when a family came under care; visits and assessments get
UUIDv7 (RFC 9562), which keeps index pages together. Nothing in Vatra orders by id: laptop clocks are wrong.
"""

import secrets
import time
import uuid

ID_BYTES = 16


def random_id() -> bytes:
    """A UUIDv4 as 16 bytes, for people, families, memberships, notes and txns."""
    return uuid.uuid4().bytes


def time_ordered_id(now_ms: int | None = None) -> bytes:
    """A UUIDv7 as 16 bytes; ``now_ms`` is milliseconds since 1970 (default: this clock)."""
    stamp = time.time_ns() // 1_000_000 if now_ms is None else now_ms
    tail = bytearray(secrets.token_bytes(10))
    tail[0] = 0x70 | (tail[0] & 0x0F)
    tail[2] = 0x80 | (tail[2] & 0x3F)
    return (stamp & (1 << 48) - 1).to_bytes(6, "big") + bytes(tail)
