"""The head file: what a compartment had acknowledged, outside its database.

A flipped bit in a write-ahead log silently drops acknowledged rows, and an old copy of a database passes every check of
SQLCipher. So after each commit, and before anything is called saved, {sequence, chain hash} goes with a MAC into one of
two alternating slots of a small file, fsynced. At opening a database older than its head has lost work.
"""

import errno
import hashlib
import hmac
import os
from pathlib import Path
from typing import Self

import msgspec

from storage.faults import told_as_ours

_MAGIC = b"VATRAHD1"
_SLOT_BYTES = 64
_SIGNED_BYTES = len(_MAGIC) + 8 + 32


class Head(msgspec.Struct, frozen=True):
    """Number of the newest commit and the hash of the own chain after it."""

    sequence: int
    h: bytes


class HeadFile:
    """Two slots of 64 bytes: magic, sequence, chain hash, 16 bytes of HMAC-SHA-256."""

    def __init__(self, path: Path, key: bytes) -> None:
        self.path = path
        self._key = key
        self._handle: int | None = None

    def _slot(self, head: Head) -> bytes:
        signed = _MAGIC + head.sequence.to_bytes(8, "big") + head.h
        return signed + hmac.digest(self._key, signed, hashlib.sha256)[:16]

    def read(self) -> Head | None:
        """The newest valid slot; None when the file is missing or no slot holds (then opening says so)."""
        try:
            with self.path.open("rb") as file:
                body = file.read(2 * _SLOT_BYTES)
        except FileNotFoundError:
            return None
        heads = []
        for start in (0, _SLOT_BYTES):
            slot = body[start : start + _SLOT_BYTES]
            signed = slot[:_SIGNED_BYTES]
            mac = hmac.digest(self._key, signed, hashlib.sha256)[:16]
            if slot.startswith(_MAGIC) and hmac.compare_digest(mac, slot[_SIGNED_BYTES:]):
                at = len(_MAGIC)
                heads.append(Head(int.from_bytes(signed[at : at + 8], "big"), signed[at + 8 :]))
        return max(heads, key=lambda head: head.sequence, default=None)

    def write(self, head: Head) -> None:
        """Write durably into the slot whose turn it is; the other one stays as it was."""
        with told_as_ours("head"):
            if self._handle is None:
                flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
                self._handle = os.open(self.path, flags, 0o600)
            os.lseek(self._handle, head.sequence % 2 * _SLOT_BYTES, os.SEEK_SET)
            if os.write(self._handle, self._slot(head)) != _SLOT_BYTES:
                raise OSError(errno.ENOSPC, "short write")
            os.fsync(self._handle)

    def close(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
