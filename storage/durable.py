"""Small files that are whole or absent after a power cut."""

import os
from pathlib import Path

from storage.faults import told_as_ours


def sync_folder(folder: Path) -> None:
    """Make a rename in ``folder`` durable; Windows has no such call and orders renames itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """Have a private folder, durably; what is put into it could otherwise vanish with it."""
    if not folder.is_dir():
        with told_as_ours(folder.name):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            sync_folder(folder.parent)


def write_all(handle: int, body: bytes | bytearray) -> None:
    """Write all of ``body``, in as many pieces as the system takes; no copy of it is made."""
    with memoryview(body) as view:
        written = 0
        while written < len(view):
            written += os.write(handle, view[written:])


def write_whole(path: Path, body: bytes) -> None:
    """Replace ``path`` by ``body``: temporary file with tight permissions, fsync, rename, fsync of the folder."""
    part = path.with_name(path.name + ".part")
    with told_as_ours(path.name):
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
        try:
            write_all(handle, body)
            os.fsync(handle)
        finally:
            os.close(handle)
        part.replace(path)
        sync_folder(path.parent)
