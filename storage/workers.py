"""Workers of one laptop: who comes, who changes the passphrase, who leaves.

Every act is done by a worker who has the vault open and needs nobody else. What he cannot do - hand over a compartment he
does not read, or give it a new key after somebody left - is *due*, and done by the next reader (``dues``, ``settle_departures``).
"""

import secrets
from collections.abc import Callable, Sequence
from typing import NamedTuple

from app.domain.access import TEAM
from app.errors import LastWorker, WorkerKnown, WorkerMissing
from app.keys.changes import (
    admit_worker,
    change_slot,
    found_compartments,
    grant_compartment,
    remove_worker,
)
from app.keys.keyring import ACTIVE, WorkerEntry
from app.keys.slots import PROFILE_2026_1, Costs, WorkerKeys, make_slot, open_slot
from app.keys.wiping import wipe
from storage.attempts import one_try
from storage.vault import Vault, begin_store, set_aside_leftovers


class Due(NamedTuple):
    """A worker who should read a compartment and has not been given its key."""

    worker: WorkerEntry
    compartment: str


def add_worker(
    vault: Vault,
    worker: WorkerEntry,
    keys: WorkerKeys,
    passphrase: str,
    readable: Sequence[str],
    costs: Costs = PROFILE_2026_1,
) -> tuple[str, ...]:
    """Take in a worker, who reads the compartments ``readable``; returns those that somebody else must hand over.

    What nobody on this laptop has yet is made for him. WorkerKnown when he is here already; disk errors.
    """
    known = vault.keyring.worker(worker.id)
    if known is not None and known.status == ACTIVE:
        raise WorkerKnown()
    slot = make_slot(worker.id, keys, passphrase, costs)
    present = vault.keyring.compartments()
    new = [name for name in readable if name not in present]
    mine = [name for name in readable if vault.keyring.holds(vault.worker.id, name)]
    data_keys = {name: bytearray(secrets.token_bytes(32)) for name in new}
    try:
        set_aside_leftovers(vault.folder, new)
        for name, data_key in data_keys.items():
            begin_store(vault.folder, name, vault.keyring.vault, data_key, vault.team.facts())
        with vault.data_keys() as held:
            keyring = admit_worker(
                vault.keyring, vault.changer, worker, slot, {name: held[name] for name in mine}
            )
        if data_keys:
            keyring = found_compartments(keyring, vault.changer, data_keys, worker.id)
        vault.keep_keyring(keyring)
    finally:
        wipe(*data_keys.values())
    return tuple(name for name in readable if not vault.keyring.holds(worker.id, name))


def dues(vault: Vault, readable: Callable[[str], Sequence[str]]) -> tuple[Due, ...]:
    """Whom this worker could hand a compartment that belongs to the other's profession (``readable(profession)``)."""
    return tuple(
        Due(worker, name)
        for worker in vault.keyring.workers
        if worker.status == ACTIVE
        for name in readable(worker.profession)
        if name in vault.compartments and not vault.keyring.holds(worker.id, name)
    )


def hand_over(vault: Vault, due: Due) -> None:
    """Give a colleague the key of a compartment; durable when it returns."""
    with vault.data_keys() as held:
        vault.keep_keyring(
            grant_compartment(
                vault.keyring, vault.changer, due.worker.id, due.compartment, held[due.compartment]
            )
        )


def change_passphrase(vault: Vault, present: str, new: str, costs: Costs = PROFILE_2026_1) -> None:
    """Another passphrase for the worker who is signed in. WrongPassphrase when ``present`` is not his; TooManyTries."""
    slot = vault.keyring.slot(vault.worker.id)
    if slot is None:
        raise WorkerMissing()
    with one_try(vault.folder, vault.worker.id):
        keys = open_slot(slot, present)
    vault.keep_keyring(
        change_slot(vault.keyring, vault.changer, make_slot(vault.worker.id, keys, new, costs))
    )


def remove(vault: Vault, worker_id: bytes) -> tuple[str, ...]:
    """Somebody leaves: he opens nothing any more, and what he read gets new keys - what is open here now (its names are
    returned), the rest when a reader comes.

    WorkerMissing when he is not here; LastWorker for oneself: somebody must be left who can open the vault.
    """
    worker = vault.keyring.worker(worker_id)
    if worker is None or worker.status != ACTIVE:
        raise WorkerMissing()
    if worker_id == vault.worker.id:
        raise LastWorker()
    vault.keep_keyring(remove_worker(vault.keyring, vault.changer, worker_id))
    return settle_departures(vault)


def settle_departures(vault: Vault) -> tuple[str, ...]:
    """New data keys for the compartments open here that somebody who left still knew; their names."""
    known = {departure.compartment for departure in vault.keyring.departures}
    due = tuple(
        name for name in sorted(known, key=lambda name: (name != TEAM, name)) if name in vault.compartments
    )
    for name in due:
        vault.rotate(name)
    return due
