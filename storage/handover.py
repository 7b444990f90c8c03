"""Keys on their way from the process that asked the passphrase to the one that works, through a pair of pipes.

One frame each way: there the keys, back "shown" or what was in the way. Secrets lie in a part of the frame that is never
decoded into immutable bytes: whoever packs or unpacks it zeroes it, so the process that works keeps no second copy of a
data key. Reading and writing block; a pipe whose other end is gone is ``DeskLost``.
"""

import struct

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from app.errors import DeskLost, KeyringDamaged, VatraError
from app.keys.keyring import decode_keyring, encode_keyring
from app.keys.slots import WorkerKeys
from app.keys.wiping import wipe
from storage.durable import write_all
from storage.vault import Unlocked

KEY_BYTES = 32
MOST_BYTES = 16 * 1024 * 1024
_LENGTHS = struct.Struct(">II")
"""Of the open part, and of the secret one."""


class _Open(msgspec.Struct, frozen=True):
    """What a frame with keys says without secrets."""

    keyring: bytes
    worker: bytes
    compartments: tuple[str, ...]
    rotating: tuple[str, ...]
    """Compartments whose data key before the newest is sent, too."""

    def secret_bytes(self) -> int:
        return KEY_BYTES * (2 + len(self.compartments) + len(self.rotating))


class _Answer(msgspec.Struct, frozen=True):
    """``code`` empty: the desk is shown."""

    code: str = ""
    facts: dict[str, str | int] = {}


def pack(unlocked: Unlocked) -> bytearray:
    """One frame; zero it when it was sent. The data keys of ``unlocked`` are zeroed here."""
    told = _Open(
        encode_keyring(unlocked.keyring),
        unlocked.worker.id,
        tuple(unlocked.data_keys),
        tuple(unlocked.former_keys),
    )
    opened = msgspec.msgpack.encode(told)
    frame = bytearray(_LENGTHS.pack(len(opened), told.secret_bytes()) + opened)
    frame += unlocked.keys.receive.private_bytes_raw()
    frame += unlocked.keys.sign.private_bytes_raw()
    for data_key in (*unlocked.data_keys.values(), *unlocked.former_keys.values()):
        frame += data_key
    unlocked.zero()
    return frame


def unpack(frame: bytearray) -> Unlocked:
    """The keys of a frame, which is zeroed. DeskLost for anything that ``pack`` did not make."""
    try:
        with memoryview(frame) as view:
            open_length, secret_length = _LENGTHS.unpack_from(view)
            begin = _LENGTHS.size + open_length
            told = msgspec.msgpack.decode(view[_LENGTHS.size : begin], type=_Open)
            if secret_length != told.secret_bytes() or len(view) != begin + secret_length:
                raise DeskLost()
            keyring = decode_keyring(told.keyring)
            worker = keyring.worker(told.worker)
            if worker is None:
                raise DeskLost()
            secrets = [view[at : at + KEY_BYTES] for at in range(begin, len(view), KEY_BYTES)]
            keys = WorkerKeys(
                X25519PrivateKey.from_private_bytes(secrets[0]),
                Ed25519PrivateKey.from_private_bytes(secrets[1]),
            )
            names = (*told.compartments, *told.rotating)
            found = [bytearray(secret) for secret in secrets[2:]]
            for secret in secrets:
                secret.release()
        pairs = list(zip(names, found, strict=True))
        newest = len(told.compartments)
        return Unlocked(keyring, worker, keys, dict(pairs[:newest]), dict(pairs[newest:]))
    except (struct.error, msgspec.MsgspecError, KeyringDamaged) as problem:
        raise DeskLost() from problem
    finally:
        wipe(frame)


class Pipes:
    """The two pipe ends of one process: the first two methods are for the one that asks, the others for the one that works."""

    def __init__(self, reads: int, writes: int) -> None:
        self._reads, self._writes = reads, writes

    def wait_for_turn(self) -> str | None:
        """Until the supervisor says that it is time to ask: the code of what ended the desk before, or empty.

        None when the program ends without asking again.
        """
        line = bytearray()
        while (sign := self._read(1)) and sign != b"\n":
            line += sign
        return line.decode("ascii", "replace") if sign else None

    def hand_over(self, unlocked: Unlocked) -> None:
        """Send the keys and wait until the desk is shown; raises what was in its way."""
        frame = pack(unlocked)
        try:
            self._write(frame)
        finally:
            wipe(frame)
        answer = msgspec.msgpack.decode(bytes(self._read_frame()[_LENGTHS.size :]), type=_Answer)
        if answer.code:
            raise _problem(answer)

    def receive(self) -> Unlocked | None:
        """Wait for keys; None when the other process ended without sending any."""
        frame = self._read_frame(or_none=True)
        return unpack(frame) if frame else None

    def tell_shown(self) -> None:
        """The desk can be seen: the other window may go."""
        self._answer(_Answer())

    def tell_problem(self, problem: VatraError) -> None:
        """The desk cannot be shown, and why."""
        self._answer(_Answer(problem.code, dict(problem.facts)))

    def _answer(self, answer: _Answer) -> None:
        body = msgspec.msgpack.encode(answer)
        self._write(bytearray(_LENGTHS.pack(len(body), 0) + body))

    def _write(self, frame: bytearray) -> None:
        try:
            write_all(self._writes, frame)
        except OSError as problem:
            raise DeskLost() from problem

    def _read_frame(self, *, or_none: bool = False) -> bytearray:
        """A whole frame, lengths included; empty when the pipe ended before it and ``or_none``."""
        lengths = self._read(_LENGTHS.size)
        if not lengths and or_none:
            return bytearray()
        if len(lengths) < _LENGTHS.size:
            raise DeskLost()
        wanted = sum(_LENGTHS.unpack(lengths))
        if wanted > MOST_BYTES:
            raise DeskLost()
        rest = self._read(wanted)
        if len(rest) < wanted:
            wipe(rest)
            raise DeskLost()
        frame = bytearray(_LENGTHS.size + wanted)
        frame[: _LENGTHS.size] = lengths
        frame[_LENGTHS.size :] = rest
        wipe(rest)
        return frame

    def _read(self, count: int) -> bytearray:
        """``count`` bytes, or fewer when the pipe ended."""
        room = bytearray(count)
        with memoryview(room) as view, open(self._reads, "rb", buffering=0, closefd=False) as pipe:
            done = 0
            while done < count:
                try:
                    got = pipe.readinto(view[done:])
                except OSError:  # Windows says so when the other end is gone
                    got = 0
                if not got:
                    break
                done += got
        return room if done == count else room[:done]


def _problem(answer: _Answer) -> VatraError:
    kinds = [VatraError]
    while kinds:
        kind = kinds.pop()
        if kind.code == answer.code:
            return kind(**answer.facts)
        kinds += kind.__subclasses__()
    raise DeskLost()
