"""What may happen to a keyring: each function takes one and returns the next, signed by who makes the change.

Nobody but the one who makes a change has to be there: grants go to public keys. A worker who leaves keeps his entry, without
slot and grants, because what he granted to others is verified with his key; what he knew is noted as a departure until
its compartment has a newer data key. A rotation has two steps, with the database in between: ``begin_rotation`` grants the
new key beside the old, ``end_rotation`` drops the old.
"""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from app.errors import KeyringDamaged
from app.keys.grants import Grant, make_grant
from app.keys.keyring import ACTIVE, LEFT, RECOVERY, Departure, Keyring, WorkerEntry, sign_keyring
from app.keys.slots import Slot, WorkerKeys


class Changer(msgspec.Struct, frozen=True):
    """Who changes the keyring, with his private keys."""

    id: bytes
    keys: WorkerKeys


def admit_worker(
    keyring: Keyring, by: Changer, worker: WorkerEntry, slot: Slot, data_keys: Mapping[str, bytearray]
) -> Keyring:
    """A new worker, or one who left and comes back; ``data_keys`` are those he is granted now."""
    return _next(
        keyring,
        by,
        workers=(*(one for one in keyring.workers if one.id != worker.id), worker),
        slots=(*(one for one in keyring.slots if one.worker != worker.id), slot),
        grants=(
            *(one for one in keyring.grants if one.recipient != worker.id),
            *(
                _grant(keyring, by, name, keyring.epoch(name), worker.id, worker.receive_key, data_key)
                for name, data_key in data_keys.items()
            ),
        ),
    )


def found_compartments(
    keyring: Keyring, by: Changer, data_keys: Mapping[str, bytearray], reader: bytes
) -> Keyring:
    """New compartments, granted to their first reader and to recovery - and to nobody else, not to ``by``."""
    worker = _listed(keyring, reader)
    return _next(
        keyring,
        by,
        grants=(
            *keyring.grants,
            *(
                _grant(keyring, by, name, 1, recipient, to_key, data_key)
                for name, data_key in data_keys.items()
                for recipient, to_key in ((worker.id, worker.receive_key), *_recovery(keyring))
            ),
        ),
    )


def grant_compartment(
    keyring: Keyring, by: Changer, worker_id: bytes, compartment: str, data_key: bytearray
) -> Keyring:
    """Hand the newest data key of a compartment to a worker who lacks it."""
    worker = _listed(keyring, worker_id)
    granted = _grant(
        keyring, by, compartment, keyring.epoch(compartment), worker.id, worker.receive_key, data_key
    )
    return _next(keyring, by, grants=(*keyring.grants, granted))


def change_slot(keyring: Keyring, by: Changer, slot: Slot) -> Keyring:
    """Another passphrase for the same private keys."""
    return _next(
        keyring, by, slots=tuple(slot if one.worker == slot.worker else one for one in keyring.slots)
    )


def remove_worker(keyring: Keyring, by: Changer, worker_id: bytes) -> Keyring:
    """Somebody left: no slot, no grants, and a departure for each compartment he could read."""
    _listed(keyring, worker_id)
    known = {grant.compartment for grant in keyring.grants if grant.recipient == worker_id}
    return _next(
        keyring,
        by,
        workers=tuple(
            msgspec.structs.replace(one, status=LEFT) if one.id == worker_id else one
            for one in keyring.workers
        ),
        slots=tuple(one for one in keyring.slots if one.worker != worker_id),
        grants=tuple(one for one in keyring.grants if one.recipient != worker_id),
        departures=(
            *keyring.departures,
            *(Departure(worker_id, name, keyring.epoch(name)) for name in sorted(known)),
        ),
    )


def recover_worker(
    keyring: Keyring, by: Changer, slot: Slot, data_keys: Mapping[tuple[str, int], bytearray]
) -> Keyring:
    """``by`` comes back under new keys: a new slot, and grants of ``data_keys`` (compartment, epoch) in place of the old ones.

    What he had granted to others and to recovery he signs anew, if his former key vouches for it: the sealing stays.
    """
    former = _listed(keyring, by.id)
    present = msgspec.structs.replace(
        former, receive_key=by.keys.receive_public, sign_key=by.keys.sign_public
    )
    return _next(
        keyring,
        by,
        workers=tuple(present if one.id == by.id else one for one in keyring.workers),
        slots=(*(one for one in keyring.slots if one.worker != by.id), slot),
        grants=(
            *(
                _signed_anew(one, by, former.sign_key) if one.granter == by.id else one
                for one in keyring.grants
                if one.recipient != by.id
            ),
            *(
                _grant(keyring, by, name, epoch, by.id, present.receive_key, data_key)
                for (name, epoch), data_key in data_keys.items()
            ),
        ),
    )


def _signed_anew(grant: Grant, by: Changer, former_key: bytes) -> Grant:
    try:
        Ed25519PublicKey.from_public_bytes(former_key).verify(grant.signature, grant.claim())
    except (InvalidSignature, ValueError):
        return grant  # it was no good before, and will not open
    return msgspec.structs.replace(grant, signature=by.keys.sign.sign(grant.claim()))


def begin_rotation(keyring: Keyring, by: Changer, compartment: str, data_key: bytearray) -> Keyring:
    """Grant a new data key to everybody who has the present one, beside it; nobody else has to be there."""
    epoch = keyring.epoch(compartment)
    readers = [
        (worker.id, worker.receive_key)
        for worker in keyring.workers
        if worker.status == ACTIVE and keyring.holds(worker.id, compartment)
    ]
    granted = (
        _grant(keyring, by, compartment, epoch + 1, recipient, to_key, data_key)
        for recipient, to_key in (*readers, *_recovery(keyring))
    )
    return _next(keyring, by, grants=(*keyring.grants, *granted))


def end_rotation(keyring: Keyring, by: Changer, compartment: str) -> Keyring:
    """Drop every former data key of a compartment: its file is under the newest."""
    epoch = keyring.epoch(compartment)
    return _next(
        keyring,
        by,
        grants=tuple(one for one in keyring.grants if one.compartment != compartment or one.epoch == epoch),
        departures=tuple(
            one for one in keyring.departures if one.compartment != compartment or one.epoch >= epoch
        ),
    )


def _listed(keyring: Keyring, worker_id: bytes) -> WorkerEntry:
    worker = keyring.worker(worker_id)
    if worker is None:
        raise KeyringDamaged(part="worker")
    return worker


def _recovery(keyring: Keyring) -> Iterable[tuple[bytes, bytes]]:
    return ((RECOVERY, one.public_key) for one in keyring.recovery)


def _grant(
    keyring: Keyring,
    by: Changer,
    compartment: str,
    epoch: int,
    recipient: bytes,
    to_key: bytes,
    data_key: bytearray,
) -> Grant:
    return make_grant(
        vault=keyring.vault,
        compartment=compartment,
        epoch=epoch,
        recipient=recipient,
        to_key=to_key,
        data_key=data_key,
        granter=by.id,
        sign=by.keys.sign,
    )


def _next(keyring: Keyring, by: Changer, **changes: Any) -> Keyring:
    changed = msgspec.structs.replace(keyring, generation=keyring.generation + 1, **changes)
    return sign_keyring(changed, by.id, by.keys.sign)
