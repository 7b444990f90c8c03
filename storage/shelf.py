"""The shelf of a compartment: what its attachments consist of, each chunk in a file of its own beside the store.

A chunk is sealed before it comes here, and its key lies in the store: the files say nothing, and once the record is erased they
never will. So the store stays small - opening, checking and backing it up cost the same with a thousand photographs - and
a file is either whole under its name or worth nothing.

A file is written before the record that names it is saved, and deleted after the last one that named it is gone; a cut between
the two leaves a note in the store (``chunk_leaving``), and ``clear`` deletes what nobody names.
"""

import os
from collections.abc import Sequence
from pathlib import Path

from app.keys.attachments import name_of
from storage import chunks
from storage.compartment import Compartment
from storage.durable import make_folder, sync_folder, write_all, write_whole
from storage.faults import told_as_ours
from sync.chunks import Piece

FOLDER = "attachments"
_BEGUN = ".begun"


class ChunkFiles:
    """The files of one shelf; may be used by any thread."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, chunk: bytes) -> None:
        """Write a chunk, durably."""
        make_folder(self.folder.parent)
        make_folder(self.folder)
        write_whole(self._file(name_of(chunk)), chunk)

    def read(self, name: bytes) -> bytes | None:
        """A chunk; None when it is not here, or not what it was."""
        with told_as_ours(FOLDER):
            try:
                body = self._file(name).read_bytes()
            except FileNotFoundError:
                return None
        return body if name_of(body) == name else None

    def size(self, name: bytes) -> int:
        """How many bytes a chunk has; 0 when it is not here."""
        file = self._file(name)
        return file.stat().st_size if file.is_file() else 0

    def begun(self, name: bytes) -> int:
        """How many bytes of a chunk that is being fetched are here."""
        file = self._begun(name)
        return file.stat().st_size if file.is_file() else 0

    def add(self, piece: Piece) -> bool:
        """Add a piece of a chunk that is being fetched; whether it is whole now. Bytes without its name are thrown away."""
        begun = self._begun(piece.name)
        if piece.at != self.begun(piece.name):
            return False
        make_folder(self.folder.parent)
        make_folder(self.folder)
        with told_as_ours(FOLDER):
            flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
            handle = os.open(begun, flags, 0o600)
            try:
                write_all(handle, piece.body)
                if piece.at + len(piece.body) < piece.size:
                    return False
                os.fsync(handle)
            finally:
                os.close(handle)
            if name_of(begun.read_bytes()) != piece.name:
                begun.unlink()
                return False
            begun.replace(self._file(piece.name))
            sync_folder(self.folder)
        return True

    def drop(self, name: bytes) -> None:
        """Delete a chunk, and what was begun of it."""
        with told_as_ours(FOLDER):
            self._file(name).unlink(missing_ok=True)
            self._begun(name).unlink(missing_ok=True)

    def _file(self, name: bytes) -> Path:
        return self.folder / name.hex()

    def _begun(self, name: bytes) -> Path:
        return self.folder / (name.hex() + _BEGUN)


class Shelf:
    """The chunks of one open compartment; belongs to the thread of its store, but for ``files``."""

    def __init__(self, store: Compartment, files: ChunkFiles) -> None:
        self.store = store
        self.files = files

    def keep(self, bodies: Sequence[bytes]) -> None:
        """Have these chunks here, durably, for an attachment that is saved right afterwards."""
        with self.store.writing():
            chunks.announce(self.store.connection, map(name_of, bodies))
        for chunk in bodies:
            self.files.keep(chunk)

    def clear(self) -> None:
        """Delete the files of families that left, and of additions that were cut off."""
        leaving = chunks.to_drop(self.store.connection)
        for name in leaving:
            self.files.drop(name)
        if self.store.connection.execute("SELECT 1 FROM chunk_leaving LIMIT 1").fetchone():
            with self.store.writing():
                chunks.dropped(self.store.connection, leaving)
