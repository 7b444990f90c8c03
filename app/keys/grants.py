"""A grant: the data key of one compartment, sealed to one public key.

HPKE base mode (X25519, HKDF-SHA256, ChaCha20-Poly1305) bound to vault, compartment, epoch and recipient, and signed by
the granter, because base mode does not say who sealed. One suite byte stands in front, so that a later Vatra may choose
a hybrid suite without a new format.
"""

import msgspec
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from app.errors import KeyringDamaged

_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
_SUITE_X25519 = b"\x01"
DATA_KEY_BYTES = 32


class Grant(msgspec.Struct, frozen=True):
    """``recipient`` is a worker id, or ``b"recovery"``; ``to_key`` the public key it was sealed to."""

    vault: bytes
    compartment: str
    epoch: int
    recipient: bytes
    to_key: bytes
    sealed: bytes
    granter: bytes
    signature: bytes = b""

    def bound_to(self) -> bytes:
        """What the sealing is bound to."""
        return msgspec.msgpack.encode(
            ("vatra/grant/1", self.vault, self.compartment, self.epoch, self.recipient)
        )

    def claim(self) -> bytes:
        """What the granter signs."""
        return self.bound_to() + self.to_key + self.granter + self.sealed


def seal(public_key: bytes, secret: bytes, bound_to: bytes) -> bytes:
    """Seal a short secret to an X25519 public key (raw 32 bytes)."""
    return _SUITE_X25519 + _SUITE.encrypt(
        secret, X25519PublicKey.from_public_bytes(public_key), info=bound_to
    )


def unseal(private_key: X25519PrivateKey, sealed: bytes, bound_to: bytes) -> bytearray:
    """Open what ``seal`` made; KeyringDamaged for another suite, key, binding or any changed byte."""
    if sealed[:1] != _SUITE_X25519:
        raise KeyringDamaged(part="suite")
    try:
        return bytearray(_SUITE.decrypt(sealed[1:], private_key, info=bound_to))
    except (InvalidTag, ValueError) as problem:
        raise KeyringDamaged(part="sealed") from problem


def make_grant(
    *,
    vault: bytes,
    compartment: str,
    epoch: int,
    recipient: bytes,
    to_key: bytes,
    data_key: bytes | bytearray,
    granter: bytes,
    sign: Ed25519PrivateKey,
) -> Grant:
    """Hand ``data_key`` to a public key."""
    bare = Grant(vault, compartment, epoch, recipient, to_key, b"", granter)
    sealed = msgspec.structs.replace(bare, sealed=seal(to_key, bytes(data_key), bare.bound_to()))
    return msgspec.structs.replace(sealed, signature=sign.sign(sealed.claim()))


def open_grant(grant: Grant, private_key: X25519PrivateKey, granter_key: bytes) -> bytearray:
    """The data key, as a bytearray to be zeroed after use; KeyringDamaged when anything was changed."""
    try:
        Ed25519PublicKey.from_public_bytes(granter_key).verify(grant.signature, grant.claim())
    except (InvalidSignature, ValueError) as problem:
        raise KeyringDamaged(part="grant") from problem
    data_key = unseal(private_key, grant.sealed, grant.bound_to())
    if len(data_key) != DATA_KEY_BYTES:
        raise KeyringDamaged(part="grant")
    return data_key
