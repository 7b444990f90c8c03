"""The workers of this laptop: who is here and reads what, who comes, who leaves, and whose passphrase changes.

A colleague comes by a code of the county (``join``, needs a line) or is taken in by a worker with the right (``take_in``,
needs none: the county learns of it with the next sync, and agrees or revokes). Either way the newcomer types a passphrase
of his own; nobody else ever knows it.
"""

import time

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.domain.access import compartments_of, may
from app.domain.ids import random_id
from app.domain.kinds import WORKER, groups_of
from app.errors import NoRight, OtherCommune, WorkerKnown
from app.keys.keyring import ACTIVE, WorkerEntry
from app.keys.slots import PROFILE_2026_1, Costs, WorkerKeys
from app.services.form_parts import drop_left_over_drafts
from app.services.saving import Changed, changed_by, mend_pointers
from app.services.session import REVOKED, tile_name
from app.services.session import is_revoked as is_revoked
from app.services.syncing import on_line
from storage import reading, workers
from storage.compartment import Write
from storage.vault import Vault
from sync.client.exchange import Records
from sync.protocol import PROTOCOL, EnrolReply, EnrolRequest

MAX_NAME_LETTERS = 120


class WorkerHere(msgspec.Struct, frozen=True):
    """One worker of this laptop. ``waits_for`` are compartments of the profession that a reader must hand over."""

    id: bytes
    name: str
    profession: str
    reads: tuple[str, ...]
    waits_for: tuple[str, ...]
    i_can_hand_over: tuple[str, ...]
    is_me: bool
    confirmed: bool
    """Whether the county knows this worker."""


class Joined(msgspec.Struct, frozen=True):
    """Somebody new on this laptop; ``waits_for`` as in ``WorkerHere``."""

    worker: bytes
    name: str
    profession: str
    waits_for: tuple[str, ...]
    changed: Changed


class Settled(msgspec.Struct, frozen=True):
    """What had to be put in order: who was let go by the county, and which compartments got a new key."""

    let_go: tuple[str, ...]
    new_keys: tuple[str, ...]


def workers_here(vault: Vault) -> tuple[WorkerHere, ...]:
    """Everybody who can sign in on this laptop, oneself first, then by name."""
    told = reading.workers(vault.team)
    mine = {(due.worker.id, due.compartment) for due in workers.dues(vault, compartments_of)}
    found = []
    for entry in vault.keyring.workers:
        if entry.status != ACTIVE:
            continue
        record = told.get(entry.id)
        reads = tuple(name for name in vault.keyring.compartments() if vault.keyring.holds(entry.id, name))
        waits_for = tuple(name for name in compartments_of(entry.profession) if name not in reads)
        found.append(
            WorkerHere(
                id=entry.id,
                name=(record.called if record else "") or entry.name,
                profession=entry.profession,
                reads=reads,
                waits_for=waits_for,
                i_can_hand_over=tuple(name for name in waits_for if (entry.id, name) in mine),
                is_me=entry.id == vault.worker.id,
                confirmed=record is not None and bool(record.name),
            )
        )
    return tuple(sorted(found, key=lambda one: (not one.is_me, one.name)))


def has_right(vault: Vault, right: str) -> bool:
    """Whether the worker who is signed in may do this (``add_worker``, ``remove_worker``)."""
    return may(vault.worker.profession, right)


def join(
    on_records: Records, vault: Vault, code: str, passphrase: str, *, costs: Costs = PROFILE_2026_1
) -> Joined:
    """Take in the worker a code of the county names; runs on the network lane.

    EnrolmentRefused, the county errors; OtherCommune when the code is for another commune, WorkerKnown when that worker is
    here already.
    """
    keys = WorkerKeys.new()
    with on_line(on_records, vault) as line:
        reply = line.enrol(on_records(lambda: _request(vault, code, keys)))
    return on_records(lambda: _admit_told(vault, reply, keys, passphrase, costs))


def _request(vault: Vault, code: str, keys: WorkerKeys) -> EnrolRequest:
    facts = vault.team.facts()
    return EnrolRequest(
        PROTOCOL,
        code.strip().upper(),
        facts["device"],
        vault.keyring.laptop_name,
        Ed25519PrivateKey.from_private_bytes(facts["device_sign_key"]).public_key().public_bytes_raw(),
        X25519PrivateKey.from_private_bytes(facts["device_receive_key"]).public_key().public_bytes_raw(),
        keys.sign_public,
        keys.receive_public,
    )


def _admit_told(vault: Vault, reply: EnrolReply, keys: WorkerKeys, passphrase: str, costs: Costs) -> Joined:
    if reply.commune.encode() != vault.team.fact("commune"):
        raise OtherCommune(commune=reply.commune)
    waits_for = workers.add_worker(
        vault,
        _entry(reply.worker, reply.worker_name, reply.profession, keys),
        keys,
        passphrase,
        compartments_of(reply.profession),
        costs,
    )
    return Joined(
        reply.worker, reply.worker_name, reply.profession, waits_for, Changed(frozenset({WORKER.name}))
    )


def take_in(
    vault: Vault, name: str, profession: str, passphrase: str, *, costs: Costs = PROFILE_2026_1
) -> Joined:
    """Take in a colleague without the county, which learns of it with the next sync.

    NoRight when one's profession may not; WorkerKnown when somebody of that name and profession is here.
    """
    if not has_right(vault, "add_worker"):
        raise NoRight(right="add_worker")
    name = " ".join(name.split())[:MAX_NAME_LETTERS]
    if any((one.name, one.profession) == (name, profession) for one in workers_here(vault)):
        raise WorkerKnown()
    worker, keys = random_id(), WorkerKeys.new()
    waits_for = workers.add_worker(
        vault,
        _entry(worker, name, profession, keys),
        keys,
        passphrase,
        compartments_of(profession),
        costs,
    )
    introduction = Write(
        WORKER.name,
        worker,
        None,
        groups_of(
            WORKER,
            {
                "introduced_name": name,
                "introduced_profession": profession,
                "introduced_at": int(time.time()),
                "sign_key": keys.sign_public,
                "receive_key": keys.receive_public,
            },
        ),
    )
    with vault.team.writing():
        vault.team.save(vault.worker.id, [introduction])
    return Joined(worker, name, profession, waits_for, changed_by((introduction,)))


def hand_over(vault: Vault, worker_id: bytes) -> tuple[str, ...]:
    """Give a colleague every compartment of his profession that one reads oneself; their names."""
    given = tuple(due for due in workers.dues(vault, compartments_of) if due.worker.id == worker_id)
    for due in given:
        workers.hand_over(vault, due)
    return tuple(due.compartment for due in given)


def change_passphrase(vault: Vault, present: str, new: str, *, costs: Costs = PROFILE_2026_1) -> None:
    """Another passphrase for oneself. WrongPassphrase when ``present`` is not it."""
    workers.change_passphrase(vault, present, new, costs)


def let_go(vault: Vault, worker_id: bytes) -> None:
    """Somebody leaves: he opens nothing any more on this laptop. NoRight, WorkerMissing, LastWorker."""
    if not has_right(vault, "remove_worker"):
        raise NoRight(right="remove_worker")
    workers.remove(vault, worker_id)


def settle(vault: Vault) -> Settled:
    """Put in order what others could not: let go whom the county revoked, give new keys where somebody who left knew the old.

    Called after signing in and after a sync. Whoever is signed in and was revoked stays until the vault is locked; a
    colleague who comes next lets him go.
    """
    told = reading.workers(vault.team)
    let_go: list[str] = []
    new_keys: list[str] = []
    for entry in vault.keyring.workers:
        record = told.get(entry.id)
        gone = record is not None and record.status == REVOKED
        if gone and entry.status == ACTIVE and entry.id != vault.worker.id:
            new_keys += workers.remove(vault, entry.id)
            let_go.append(entry.name)
    new_keys += workers.settle_departures(vault)
    mend_pointers(vault)
    drop_left_over_drafts(vault)
    return Settled(tuple(let_go), tuple(dict.fromkeys(new_keys)))


def _entry(worker: bytes, name: str, profession: str, keys: WorkerKeys) -> WorkerEntry:
    # The locked screen needs no more of a name than its tile shows; the whole name is a record inside.
    return WorkerEntry(worker, tile_name(name), profession, keys.receive_public, keys.sign_public)
