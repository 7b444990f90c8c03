"""A worker's slot: the private keys, under a passphrase.

Argon2id with the costs of profile 2026-1 (256 MiB, 3 passes, 2 lanes); readers refuse less than 64 MiB and 3 passes and
more than 1 GiB and 10 passes *before* memory is allocated. Every field of the slot is authenticated, so no byte of it can
be changed - least of all the costs. Passphrases are NFC text of at most 1,024 bytes, taken as typed, but for spaces: those at
the ends and those too many between words are slips of a thumb that dots hide.
"""

import secrets
import unicodedata

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCMSIV
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from app.errors import KeyringDamaged, TooLittleMemory, WrongPassphrase
from app.keys.wiping import wipe

KDF_NAME = "argon2id"
CIPHER_NAME = "aes-256-gcm-siv"
MAX_PASSPHRASE_BYTES = 1024


class Costs(msgspec.Struct, frozen=True):
    """What one try of a passphrase costs."""

    memory_kib: int
    passes: int
    lanes: int


PROFILE_2026_1 = Costs(256 * 1024, 3, 2)
FLOOR = Costs(64 * 1024, 3, 2)
"""The least that is ever accepted (RFC 9106, second choice); for machines under 3 GiB, and for tests."""
CEILING = Costs(1024 * 1024, 10, 16)


class Slot(msgspec.Struct, frozen=True):
    """Private keys of one worker, wrapped. All fields but ``wrapped`` are authenticated data of the cipher."""

    worker: bytes
    kdf: str
    costs: Costs
    salt: bytes
    cipher: str
    nonce: bytes
    wrapped: bytes

    def authenticated(self) -> bytes:
        """Every field that must not change, encoded."""
        return msgspec.msgpack.encode(
            ("vatra/slot/1", self.worker, self.kdf, self.costs, self.salt, self.cipher, self.nonce)
        )


class WorkerKeys(msgspec.Struct, frozen=True):
    """The private keys of an unlocked worker."""

    receive: X25519PrivateKey
    sign: Ed25519PrivateKey

    @classmethod
    def new(cls) -> "WorkerKeys":
        return cls(X25519PrivateKey.generate(), Ed25519PrivateKey.generate())

    @property
    def receive_public(self) -> bytes:
        return self.receive.public_key().public_bytes_raw()

    @property
    def sign_public(self) -> bytes:
        return self.sign.public_key().public_bytes_raw()


def _key_of(passphrase: str, costs: Costs, salt: bytes) -> bytearray:
    if len(passphrase) > MAX_PASSPHRASE_BYTES:
        raise WrongPassphrase()
    words = unicodedata.normalize("NFC", passphrase).split()
    secret = " ".join(words).encode("utf-8", "surrogatepass")
    if not secret or len(secret) > MAX_PASSPHRASE_BYTES:
        raise WrongPassphrase()
    key = bytearray(32)
    try:
        Argon2id(
            salt=salt, length=32, iterations=costs.passes, lanes=costs.lanes, memory_cost=costs.memory_kib
        ).derive_into(secret, key)
    except MemoryError as problem:
        raise TooLittleMemory(needed_mib=costs.memory_kib // 1024) from problem
    return key


def make_slot(worker: bytes, keys: WorkerKeys, passphrase: str, costs: Costs = PROFILE_2026_1) -> Slot:
    """Wrap ``keys`` under ``passphrase``; WrongPassphrase for an empty or over-long one."""
    bare = Slot(worker, KDF_NAME, costs, secrets.token_bytes(16), CIPHER_NAME, secrets.token_bytes(12), b"")
    key = _key_of(passphrase, costs, bare.salt)
    private = bytearray(keys.receive.private_bytes_raw() + keys.sign.private_bytes_raw())
    wrapped = AESGCMSIV(bytes(key)).encrypt(bare.nonce, bytes(private), bare.authenticated())
    wipe(key, private)
    return msgspec.structs.replace(bare, wrapped=wrapped)


def open_slot(slot: Slot, passphrase: str) -> WorkerKeys:
    """The worker's private keys. WrongPassphrase when it does not fit; KeyringDamaged for costs out of bounds."""
    check_costs(slot)
    key = _key_of(passphrase, slot.costs, slot.salt)
    private = bytearray(64)
    try:
        AESGCMSIV(bytes(key)).decrypt_into(slot.nonce, slot.wrapped, slot.authenticated(), private)
    except (InvalidTag, ValueError) as problem:
        raise WrongPassphrase() from problem
    finally:
        wipe(key)
    keys = WorkerKeys(
        X25519PrivateKey.from_private_bytes(bytes(private[:32])),
        Ed25519PrivateKey.from_private_bytes(bytes(private[32:])),
    )
    wipe(private)
    return keys


def refuse(passphrase: str, costs: Costs) -> WrongPassphrase:
    """The answer for a worker who has no slot, after as much work as for one who has."""
    key = _key_of(passphrase, costs, secrets.token_bytes(16))
    wipe(key)
    return WrongPassphrase()


def check_costs(slot: Slot) -> None:
    """Refuse unknown algorithms and costs out of bounds, before any memory is allocated."""
    costs = slot.costs
    known = slot.kdf == KDF_NAME and slot.cipher == CIPHER_NAME
    enough = costs.memory_kib >= FLOOR.memory_kib and costs.passes >= FLOOR.passes and costs.lanes >= 1
    sane = (
        costs.memory_kib <= CEILING.memory_kib
        and costs.passes <= CEILING.passes
        and costs.lanes <= CEILING.lanes
    )
    if not (known and enough and sane and len(slot.salt) == 16 and len(slot.nonce) == 12):
        raise KeyringDamaged(part="slot")
