"""Recovery on the laptop's disk: the open request of each worker, and the keyring that follows from an answer.

``recovery.<worker>`` in the vault's folder is veiled like the keyring and holds the request, the new private keys in a slot
under the new passphrase, and, once the answer was taken, what happened. It goes away when that stands in the team's store,
where everybody sees it. So a cut at any place leaves a request that can be answered again, or a trace still to be kept.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from app.errors import KeyringDamaged, RecoveryMissing, RecoveryOutdated, VaultInUse
from app.keys.changes import Changer, recover_worker
from app.keys.keyring import Keyring
from app.keys.slots import Slot, WorkerKeys
from app.keys.veil import unveil, veil
from storage.durable import sync_folder, write_whole
from storage.faults import told_as_ours
from storage.keyring_file import COPY, copy_keyring, read_keyring, write_keyring
from storage.restore import DAMAGE
from storage.vault import Unlocked, Vault, vault_locked

TRACES = "recovered"
_PREFIX = "recovery."
_MAX_BYTES = 1024 * 1024


class Trace(msgspec.Struct, frozen=True):
    """Somebody came back by recovery. ``at`` is when the answer was taken, ``opened_at`` when the holders gave it, in seconds
    since 1970; ``seen_by`` are the workers who have acknowledged it.
    """

    worker: bytes
    at: int
    opened_at: int
    holders: tuple[str, ...]
    reason: str
    seen_by: tuple[bytes, ...] = ()


class OpenRequest(msgspec.Struct, frozen=True):
    """What ``recovery.<worker>`` holds; ``request`` is the request's file."""

    request: bytes
    slot: Slot
    trace: Trace | None = None


def keep_request(folder: Path, worker_id: bytes, open_request: OpenRequest) -> None:
    """Keep it durably, in the place of an earlier one of this worker."""
    write_whole(_path(folder, worker_id), veil(msgspec.msgpack.encode(open_request)))


def read_request_of(folder: Path, worker_id: bytes) -> OpenRequest:
    """RecoveryMissing when there is none that can be read."""
    return _read(_path(folder, worker_id))


def adopt(
    folder: Path,
    keyring: Keyring,
    by: Changer,
    open_request: OpenRequest,
    data_keys: Mapping[tuple[str, int], bytearray],
    trace: Trace,
    settle: Callable[[Vault], None],
) -> bool:
    """Let a worker back in with the data keys of an answer; False when a store is damaged and must be restored next.
    ``settle`` gets the open vault once all is done: it calls ``keep_traces``.

    Each data key is verified by opening its store with every check, before the keyring is changed. RecoveryOutdated when the
    worker reads other compartments by now, or one has a newer data key; VaultInUse, disk errors. ``data_keys`` are zeroed.
    """
    newest = {
        one.compartment: keyring.epoch(one.compartment) for one in keyring.grants if one.recipient == by.id
    }
    if {name for name, _epoch in data_keys} != set(newest) or not newest.items() <= set(data_keys):
        # What he reads has changed since he asked, or its key has; somebody who was let go reads nothing.
        raise RecoveryOutdated(part="compartments")
    changed = recover_worker(keyring, by, open_request.slot, data_keys)
    worker = changed.worker(by.id)
    if worker is None:
        raise KeyringDamaged(part="worker")
    unlocked = Unlocked(
        changed,
        worker,
        by.keys,
        {name: data_keys[name, epoch] for name, epoch in newest.items()},
        {
            name: data_keys[name, epoch - 1]
            for name, epoch in newest.items()
            if (name, epoch - 1) in data_keys
        },
    )
    keep_request(folder, by.id, msgspec.structs.replace(open_request, trace=trace))
    try:
        vault = Vault.open_unlocked(folder, unlocked)
    except DAMAGE:
        # Whose only worker forgot the passphrase could never restore a damaged store otherwise.
        with vault_locked(folder):
            _write(folder, keyring, changed)
        return False
    with vault:
        if vault.keyring == changed:
            _write(folder, keyring, changed)
        settle(vault)
    return True


def keep_traces(vault: Vault, note: Callable[[Trace], None]) -> None:
    """Put into the team's store what happened by recovery and stands only in files; called by whoever signs in next.

    ``note`` is called before that, for each that is new.
    """
    for path in sorted(vault.folder.glob(f"{_PREFIX}*")):
        try:
            found = _read(path)
        except RecoveryMissing:
            continue
        if found.trace is None or found.slot not in vault.keyring.slots:
            continue
        if not any((one.worker, one.at) == (found.trace.worker, found.trace.at) for one in traces(vault)):
            note(found.trace)
            _keep(vault, (*traces(vault), found.trace))
        with told_as_ours(path.name):
            path.unlink()
            sync_folder(vault.folder)


def traces(vault: Vault) -> tuple[Trace, ...]:
    """Every recovery on this laptop, oldest first."""
    kept = vault.team.fact(TRACES)
    return msgspec.msgpack.decode(kept, type=tuple[Trace, ...]) if kept else ()


def acknowledge(vault: Vault) -> None:
    """The worker who is signed in has seen every trace."""
    me = vault.worker.id
    _keep(
        vault,
        tuple(
            one if me in one.seen_by else msgspec.structs.replace(one, seen_by=(*one.seen_by, me))
            for one in traces(vault)
        ),
    )


def _keep(vault: Vault, kept: tuple[Trace, ...]) -> None:
    with vault.team.writing():
        vault.team.set_facts(**{TRACES: msgspec.msgpack.encode(kept)})


def _write(folder: Path, before: Keyring, changed: Keyring) -> None:
    if read_keyring(folder) != before:
        raise VaultInUse()  # somebody changed it since it was read; with the lock held this cannot go on
    write_keyring(folder, changed)
    if (folder / COPY).is_file():
        copy_keyring(folder, changed)  # the former passphrase shall not open that one either


def _path(folder: Path, worker_id: bytes) -> Path:
    return folder / f"{_PREFIX}{worker_id.hex()[:16]}"


def _read(path: Path) -> OpenRequest:
    try:
        with path.open("rb") as file:
            return msgspec.msgpack.decode(unveil(file.read(_MAX_BYTES)), type=OpenRequest)
    except (OSError, KeyringDamaged, msgspec.MsgspecError, RecursionError) as problem:
        raise RecoveryMissing() from problem


def keys_for(open_request: OpenRequest, keys: WorkerKeys) -> Changer:
    """The worker of a request, as the one who changes the keyring."""
    return Changer(open_request.slot.worker, keys)
