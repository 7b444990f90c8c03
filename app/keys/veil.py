"""A veil over what has to be readable before anybody signed in: the names on the tiles, the commune, the laptop.

It is no protection and promises none: its key is in this line of code. It keeps those names from reading as text, so that
file searches, indexers and crash tools of the operating system find nothing in a vault's folder.
"""

import hashlib
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV

from app.errors import KeyringDamaged

_MAGIC = b"VATRAKR1"
_NONCE_BYTES = 12
_CIPHER = AESGCMSIV(hashlib.sha256(b"vatra/veil/1").digest())


def veil(body: bytes) -> bytes:
    """``body`` so that nothing in it reads as text."""
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return _MAGIC + nonce + _CIPHER.encrypt(nonce, body, _MAGIC)


def unveil(veiled: bytes) -> bytes:
    """What was veiled; KeyringDamaged for anything else or any changed byte."""
    start = len(_MAGIC) + _NONCE_BYTES
    if not veiled.startswith(_MAGIC) or len(veiled) <= start:
        raise KeyringDamaged(part="veil")
    try:
        return _CIPHER.decrypt(veiled[len(_MAGIC) : start], veiled[start:], _MAGIC)
    except (InvalidTag, ValueError) as problem:
        raise KeyringDamaged(part="veil") from problem
