"""A vault on a medium that takes no writes: a disk the system made read-only after an error, a write-protected stick.

SQLite cannot open a log that waits without writing. So the files, encrypted as they are, are copied to where the system
keeps passing things - in memory, wherever there is such a place - opened there with every check, and then take no writes.
The copies go when the vault is closed. Nobody can be kept out by a lock file there, and nobody has to be: nothing changes.
"""

import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from storage.driver import Connection
from storage.faults import told_as_ours

_COPIED = (".db", ".db-wal", ".head")
_WINDOWS_READ_ONLY_VOLUME = 0x00080000


def takes_no_writes(folder: Path) -> bool:
    """Whether the medium on which ``folder`` lies is read-only for everybody; permissions are another matter."""
    if sys.platform == "win32":
        flags = ctypes.c_uint32()
        asked = ctypes.windll.kernel32.GetVolumeInformationW(
            folder.resolve().anchor, None, 0, None, None, ctypes.byref(flags), None, 0
        )
        return bool(asked) and bool(flags.value & _WINDOWS_READ_ONLY_VOLUME)
    else:  # noqa: RET505 - which of the two is there, the type checker reads from the branches
        try:
            return bool(os.statvfs(folder).f_flag & os.ST_RDONLY)
        except OSError:
            return False


def copy_for_reading(folder: Path, compartments: Iterable[str]) -> Path:
    """A folder of this process with the store files of these compartments; DiskReadOnly or DiskFull when there is no place."""
    with told_as_ours("copy"):
        copied = Path(tempfile.mkdtemp(prefix="vatra-reading-", dir=_passing_place()))
        try:
            for name in compartments:
                for ending in _COPIED:
                    path = folder / f"{name}{ending}"
                    if path.is_file():
                        shutil.copyfile(path, copied / path.name)
        except BaseException:
            drop_copy(copied)
            raise
    return copied


def drop_copy(copied: Path) -> None:
    """Remove what ``copy_for_reading`` made."""
    shutil.rmtree(copied, ignore_errors=True)


def take_no_writes(connection: Connection) -> None:
    """From now on every write fails as on the medium itself."""
    connection.execute("PRAGMA query_only = ON")


def _passing_place() -> str | None:
    """The session's own folder in memory where there is one, else where temporary files go."""
    place = os.environ.get("XDG_RUNTIME_DIR", "")
    return place if place and os.access(place, os.W_OK) else None
