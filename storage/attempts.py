"""The memory of wrong passphrases, on disk: ``tries`` in the vault's folder, veiled like the keyring.

A try is noted before the passphrase is looked at, so that ending the program in between hides nothing. The file has one size
and is written in place: a full disk keeps nobody out. One that is gone or damaged - by somebody, or by a power cut in the very
moment it is written - counts as the longest wait, once: damaging it gains nothing and locks nobody out for good.
"""

import contextlib
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout

from app.errors import KeyringDamaged, TooManyTries, VatraError, VaultInUse, WrongPassphrase
from app.keys import throttle
from app.keys.throttle import FailedTries, Moment, Tries
from app.keys.veil import unveil, veil
from storage.durable import write_all, write_whole
from storage.faults import told_as_ours
from storage.read_only import takes_no_writes

NAME = "tries"
SIZE_BYTES = 32 * 1024
_LENGTH_BYTES = 4
_PATIENCE_S = 5

Clock = Callable[[], Moment]


def machine_clock() -> Moment:
    """Now, by the wall clock and by the machine's running time, sleep included where the system counts it."""
    # Linux counts sleep on a clock of its own, Windows on its only one.
    read, of_boot = getattr(time, "clock_gettime", None), getattr(time, "CLOCK_BOOTTIME", None)
    running_s = time.monotonic() if read is None or of_boot is None else read(of_boot)
    return Moment(int(time.time()), int(running_s))


def begin_tries(folder: Path, clock: Clock = machine_clock) -> None:
    """Begin the memory of a new vault; disk errors."""
    write_whole(folder / NAME, _padded(throttle.begin(clock())))


@contextmanager
def one_try(folder: Path, worker_id: bytes, clock: Clock = machine_clock) -> Iterator[None]:
    """Around one look at a passphrase. TooManyTries before it when it is too early, with ``wait_s``.

    WrongPassphrase from inside stays noted, any other ``VatraError`` told nothing about the passphrase and is not; whatever
    else ends the block leaves the try noted. Without an error the passphrase was right. A medium that takes no writes cannot
    note anything; whoever can make it so has the files, and needs no Vatra to try passphrases on them.
    """
    if takes_no_writes(folder):
        wait = throttle.wait_s(_read(folder, clock), worker_id, clock())
        if wait:
            raise TooManyTries(wait_s=wait)
        yield
        return
    with _held(folder):
        before = _read(folder, clock)
        wait_s = throttle.wait_s(before, worker_id, clock())
        if wait_s:
            _write(folder, before)
            raise TooManyTries(wait_s=wait_s)
        _write(folder, throttle.wrong_try(before, worker_id, clock()))
    try:
        yield
    except WrongPassphrase:
        raise
    except VatraError:
        _settle(folder, lambda tries: throttle.take_back(tries, before, worker_id, clock()), clock)
        raise
    _settle(folder, lambda tries: throttle.good_try(tries, before, worker_id, clock()), clock)


def wait_s(folder: Path, worker_id: bytes, clock: Clock = machine_clock) -> int:
    """Seconds until this worker may try a passphrase; 0 when now. A lost memory begins its wait here."""
    with contextlib.suppress(KeyringDamaged, OSError):
        return throttle.wait_s(_parsed(folder), worker_id, clock())
    lost = throttle.after_loss(clock())
    with contextlib.suppress(VatraError), _held(folder):
        _write(folder, lost)
    return throttle.wait_s(lost, worker_id, clock())


def failed_before(folder: Path, worker_id: bytes) -> FailedTries | None:
    """The wrong tries before this worker's last good passphrase; None when there were none."""
    with contextlib.suppress(KeyringDamaged, OSError):
        told = _parsed(folder).told.get(worker_id)
        return told if told and told.tries else None
    return None


def _settle(folder: Path, change: Callable[[Tries], Tries], clock: Clock) -> None:
    # A disk that fails now must not take from anybody what the passphrase opened: the try just stays noted.
    with contextlib.suppress(VatraError), _held(folder):
        _write(folder, change(_read(folder, clock)))


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """One process at a time, for a moment; VaultInUse when another keeps it."""
    lock = FileLock(folder / f"{NAME}.lock", timeout=_PATIENCE_S)
    with told_as_ours(NAME):
        try:
            lock.acquire()
        except Timeout as problem:
            raise VaultInUse() from problem
    try:
        yield
    finally:
        lock.release()


def _read(folder: Path, clock: Clock) -> Tries:
    try:
        with told_as_ours(NAME):
            return _parsed(folder)
    except (KeyringDamaged, VatraError):
        return throttle.after_loss(clock())


def _parsed(folder: Path) -> Tries:
    with (folder / NAME).open("rb") as file:
        content = file.read(SIZE_BYTES)
    length = int.from_bytes(content[:_LENGTH_BYTES], "big")
    body = unveil(content[_LENGTH_BYTES : _LENGTH_BYTES + length])
    try:
        return msgspec.msgpack.decode(body, type=Tries)
    except (msgspec.MsgspecError, RecursionError) as problem:
        raise KeyringDamaged(part=NAME) from problem


def _padded(tries: Tries) -> bytes:
    veiled = veil(msgspec.msgpack.encode(tries))
    return (len(veiled).to_bytes(_LENGTH_BYTES, "big") + veiled).ljust(SIZE_BYTES, b"\0")


def _write(folder: Path, tries: Tries) -> None:
    path, content = folder / NAME, _padded(tries)
    try:
        handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        write_whole(path, content)
        return
    except OSError:
        with told_as_ours(NAME):
            raise
    with told_as_ours(NAME):
        try:
            write_all(handle, content)
            os.ftruncate(handle, len(content))
            os.fsync(handle)
        finally:
            os.close(handle)
