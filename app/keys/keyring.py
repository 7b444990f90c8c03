"""The keyring: workers, slots, grants and recovery recipients of one vault, as one signed value.

``generation`` only rises; the newest valid copy wins. The signature is by a worker listed inside: it catches damage and
mixing of copies. It does not stop somebody who owns the files from making a keyring of his own - that one opens nothing.
"""

from collections.abc import Callable

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from app.domain.access import TEAM
from app.errors import KeyringDamaged
from app.keys.grants import Grant, make_grant, open_grant
from app.keys.slots import PROFILE_2026_1, Costs, Slot, WorkerKeys, check_costs, make_slot

RECOVERY = b"recovery"
ACTIVE, LEFT = "active", "left"
_FORMAT = 1


class WorkerEntry(msgspec.Struct, frozen=True):
    """A worker of this laptop; names are shown before unlocking, so only what a tile needs is here."""

    id: bytes
    name: str
    profession: str
    receive_key: bytes
    sign_key: bytes
    status: str = ACTIVE
    """``left`` for somebody who was removed: he opens nothing, but what he granted to others must stay verifiable."""


class Departure(msgspec.Struct, frozen=True):
    """Somebody left who knew the data key of a compartment up to this epoch: it has to be replaced by a newer one."""

    worker: bytes
    compartment: str
    epoch: int


class RecoveryRecipient(msgspec.Struct, frozen=True):
    """The county's recovery key, pinned when the vault was made; a sync never changes it."""

    public_key: bytes
    county: bytes


class Keyring(msgspec.Struct, frozen=True):
    """Everything that decides who opens what."""

    format: int
    vault: bytes
    generation: int
    commune_name: str
    laptop_name: str
    country: str
    workers: tuple[WorkerEntry, ...]
    slots: tuple[Slot, ...]
    grants: tuple[Grant, ...]
    recovery: tuple[RecoveryRecipient, ...]
    departures: tuple[Departure, ...] = ()
    signer: bytes = b""
    signature: bytes = b""

    def worker(self, worker_id: bytes) -> WorkerEntry | None:
        return next((one for one in self.workers if one.id == worker_id), None)

    def slot(self, worker_id: bytes) -> Slot | None:
        return next((one for one in self.slots if one.worker == worker_id), None)

    def compartments(self) -> tuple[str, ...]:
        """All compartments this vault has, ``team`` first."""
        names = {grant.compartment for grant in self.grants}
        return tuple(sorted(names, key=lambda name: (name != TEAM, name)))

    def epoch(self, compartment: str) -> int:
        """The newest epoch of a compartment's data key; 0 when this vault has no such compartment."""
        return max((grant.epoch for grant in self.grants if grant.compartment == compartment), default=0)

    def holds(self, recipient: bytes, compartment: str) -> bool:
        """Whether a recipient has a grant of the newest data key."""
        epoch = self.epoch(compartment)
        return any(
            (grant.recipient, grant.compartment, grant.epoch) == (recipient, compartment, epoch)
            for grant in self.grants
        )

    def claim(self) -> bytes:
        """What the signer signs: everything but the signature."""
        return b"vatra/keyring/1\0" + msgspec.msgpack.encode(msgspec.structs.replace(self, signature=b""))


def sign_keyring(keyring: Keyring, signer: bytes, key: Ed25519PrivateKey) -> Keyring:
    """The keyring with its signature by ``signer``, who must be listed in it."""
    named = msgspec.structs.replace(keyring, signer=signer, signature=b"")
    return msgspec.structs.replace(named, signature=key.sign(named.claim()))


def encode_keyring(keyring: Keyring) -> bytes:
    return msgspec.msgpack.encode(keyring)


def decode_keyring(body: bytes) -> Keyring:
    """Read and verify; KeyringDamaged for anything changed, unknown or out of bounds."""
    try:
        keyring = msgspec.msgpack.decode(body, type=Keyring)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as problem:
        raise KeyringDamaged(part="keyring") from problem
    signer = keyring.worker(keyring.signer)
    if keyring.format != _FORMAT or signer is None:
        raise KeyringDamaged(part="keyring")
    if encode_keyring(keyring) != body:
        # The signature is over the value: an unknown or renamed key would otherwise go unnoticed.
        raise KeyringDamaged(part="encoding")
    try:
        Ed25519PublicKey.from_public_bytes(signer.sign_key).verify(keyring.signature, keyring.claim())
    except (InvalidSignature, ValueError) as problem:
        raise KeyringDamaged(part="signature") from problem
    for slot in keyring.slots:
        check_costs(slot)
    return keyring


def new_keyring(
    *,
    vault: bytes,
    worker: WorkerEntry,
    keys: WorkerKeys,
    passphrase: str,
    data_keys: dict[str, bytearray],
    recovery: RecoveryRecipient,
    commune_name: str,
    laptop_name: str,
    country: str,
    costs: Costs = PROFILE_2026_1,
) -> Keyring:
    """The first keyring of a vault: one worker, a grant of every compartment to him and to recovery."""
    grants = tuple(
        make_grant(
            vault=vault,
            compartment=compartment,
            epoch=1,
            recipient=recipient,
            to_key=to_key,
            data_key=data_key,
            granter=worker.id,
            sign=keys.sign,
        )
        for compartment, data_key in data_keys.items()
        for recipient, to_key in ((worker.id, worker.receive_key), (RECOVERY, recovery.public_key))
    )
    keyring = Keyring(
        format=_FORMAT,
        vault=vault,
        generation=1,
        commune_name=commune_name,
        laptop_name=laptop_name,
        country=country,
        workers=(worker,),
        slots=(make_slot(worker.id, keys, passphrase, costs),),
        grants=grants,
        recovery=(recovery,),
    )
    return sign_keyring(keyring, worker.id, keys.sign)


def data_keys_of(keyring: Keyring, worker_id: bytes, keys: WorkerKeys) -> dict[str, bytearray]:
    """Compartment -> data key, for every compartment granted to this worker at its newest epoch."""
    return _opened(keyring, worker_id, keys, keyring.epoch)


def former_keys_of(keyring: Keyring, worker_id: bytes, keys: WorkerKeys) -> dict[str, bytearray]:
    """Compartment -> data key before the newest, where a rotation was begun and not ended."""
    return _opened(keyring, worker_id, keys, lambda compartment: keyring.epoch(compartment) - 1)


def _opened(
    keyring: Keyring, worker_id: bytes, keys: WorkerKeys, epoch_of: Callable[[str], int]
) -> dict[str, bytearray]:
    opened: dict[str, bytearray] = {}
    for grant in keyring.grants:
        if grant.recipient == worker_id and grant.epoch == epoch_of(grant.compartment):
            granter = keyring.worker(grant.granter)
            if granter is None or grant.vault != keyring.vault:
                raise KeyringDamaged(part="grant")
            opened[grant.compartment] = open_grant(grant, keys.receive, granter.sign_key)
    return opened
