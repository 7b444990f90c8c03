"""I forgot my passphrase: a request for the county office, their answer, and the trace that everybody sees.

Two steps with a stick in between, without a network. ``ask_for_recovery`` makes new keys under a new passphrase and a request;
``take_recovery_answer`` lets the worker back in with it. Until then nothing is changed: the old passphrase still opens.
"""

import time
from pathlib import Path

import msgspec

from app.errors import RecoveryFileInvalid, WorkerMissing
from app.keys import recovery
from app.keys.keyring import ACTIVE
from app.keys.recovery import MAX_FILE_BYTES, read_request, request_fingerprint
from app.keys.slots import PROFILE_2026_1, Costs, WorkerKeys, make_slot, open_slot
from app.keys.wiping import wipe
from app.services import audit
from storage import recovery_file
from storage.attempts import failed_before, one_try
from storage.durable import write_whole
from storage.keyring_file import read_keyring
from storage.recovery_file import OpenRequest, Trace
from storage.vault import Vault


class Asked(msgspec.Struct, frozen=True):
    """An open request; ``fingerprint`` is what the worker and the county office compare by voice."""

    fingerprint: str
    reason: str
    made_at: int


class Recovered(msgspec.Struct, frozen=True):
    """Back again: who gave the answer. ``opens`` is False when a store is damaged and has to be restored at signing in."""

    holders: tuple[str, ...]
    opened_at: int
    compartments: tuple[str, ...]
    opens: bool


class Told(msgspec.Struct, frozen=True):
    """A recovery that the worker who is signed in has not acknowledged yet; times in seconds since 1970."""

    worker: bytes
    is_me: bool
    name: str
    at: int
    opened_at: int
    holders: tuple[str, ...]
    reason: str


def ask_for_recovery(
    folder: Path,
    worker_id: bytes,
    new_passphrase: str,
    reason: str,
    out: Path,
    *,
    costs: Costs = PROFILE_2026_1,
) -> Asked:
    """Write a request to ``out`` and keep what its answer will need; an earlier request of this worker is forgotten.

    WorkerMissing when this is no worker of this laptop; VaultMissing, KeyringDamaged, disk errors.
    """
    keyring = read_keyring(folder)
    worker = keyring.worker(worker_id)
    if worker is None or worker.status != ACTIVE:
        raise WorkerMissing()
    keys = WorkerKeys.new()
    request = recovery.make_request(keyring, worker_id, keys, reason, int(time.time()))
    content = recovery.request_file(request, keys)
    slot = make_slot(worker_id, keys, new_passphrase, costs)
    recovery_file.keep_request(folder, worker_id, OpenRequest(content, slot))
    write_whole(out, content)
    return Asked(request_fingerprint(content), request.reason, request.made_at)


def open_request(folder: Path, worker_id: bytes) -> Asked:
    """The request of this worker that waits for its answer; RecoveryMissing when there is none."""
    content = recovery_file.read_request_of(folder, worker_id).request
    request = read_request(content)
    return Asked(request_fingerprint(content), request.reason, request.made_at)


def take_recovery_answer(folder: Path, worker_id: bytes, new_passphrase: str, answer: Path) -> Recovered:
    """Let the worker back in. Every data key is verified by opening its store before anything is changed.

    RecoveryMissing without an open request; WrongPassphrase when this is not the new passphrase of the request, and
    TooManyTries; RecoveryFileInvalid, RecoveryForeign, RecoveryOutdated for a file that is not its answer; VaultInUse,
    disk errors.
    """
    waiting = recovery_file.read_request_of(folder, worker_id)
    content = _content_of(answer)
    keyring = read_keyring(folder)
    recovery.check_answers(content, waiting.request)
    with one_try(folder, worker_id):
        keys = open_slot(waiting.slot, new_passphrase)
    told, data_keys = recovery.open_answer(content, waiting.request, keys, keyring.recovery)
    trace = Trace(
        worker_id, int(time.time()), told.opened_at, told.holders, read_request(waiting.request).reason
    )
    failed = failed_before(folder, worker_id)

    def settle(vault: Vault) -> None:
        if failed is not None:
            audit.note_failed_sign_ins(vault, failed.tries, failed.last_at)
        _keep_traces(vault)

    try:
        by = recovery_file.keys_for(waiting, keys)
        opens = recovery_file.adopt(folder, keyring, by, waiting, data_keys, trace, settle)
    finally:
        wipe(*data_keys.values())
    names = tuple(dict.fromkeys(name for name, _epoch in data_keys))
    return Recovered(told.holders, told.opened_at, names, opens)


def untold(vault: Vault) -> tuple[Told, ...]:
    """Recoveries on this laptop that the worker who is signed in has not acknowledged, oldest first."""
    _keep_traces(vault)
    names = {one.id: one.name for one in vault.keyring.workers}
    me = vault.worker.id
    return tuple(
        Told(
            one.worker,
            one.worker == me,
            names.get(one.worker, ""),
            one.at,
            one.opened_at,
            one.holders,
            one.reason,
        )
        for one in recovery_file.traces(vault)
        if me not in one.seen_by
    )


def acknowledge(vault: Vault) -> None:
    """The worker who is signed in has seen every recovery."""
    recovery_file.acknowledge(vault)


def _keep_traces(vault: Vault) -> None:
    """Where everybody sees it, and beside who looked, which the county gets."""

    def note(trace: Trace) -> None:
        audit.note(
            vault,
            "recovery",
            concerned=[trace.worker],
            what=", ".join(trace.holders),
            last_at=trace.opened_at,
        )

    recovery_file.keep_traces(vault, note)


def _content_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_FILE_BYTES + 1)
    except OSError as problem:
        raise RecoveryFileInvalid(why="unreadable") from problem
