"""The door at which errors of disk and database become Vatra's own.

Anything that is the world's fault (full, read-only, failing disk, damaged file) leaves as a ``VatraError``; the rest is a
bug and passes unchanged.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from app.errors import (
    DiskFailing,
    DiskFull,
    DiskReadOnly,
    VatraError,
    VaultDamaged,
    VaultInUse,
    VaultLocked,
    VaultMissing,
)
from storage.driver import DatabaseError

_DISK: dict[int, type[VatraError]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EROFS: DiskReadOnly,
    errno.EACCES: DiskReadOnly,
    errno.EPERM: DiskReadOnly,
    errno.EIO: DiskFailing,
    errno.ENXIO: DiskFailing,
    errno.ENODEV: DiskFailing,
    errno.ENOENT: VaultMissing,
}
_DATABASE: dict[str, type[VatraError]] = {
    "SQLITE_FULL": DiskFull,
    "SQLITE_READONLY": DiskReadOnly,
    "SQLITE_IOERR": DiskFailing,
    "SQLITE_CANTOPEN": DiskReadOnly,
    "SQLITE_BUSY": VaultInUse,
    "SQLITE_NOTADB": VaultDamaged,
    "SQLITE_CORRUPT": VaultDamaged,
    "SQLITE_INTERRUPT": VaultLocked,
}

_NAMELESS = {
    "database or disk is full": "SQLITE_FULL",
    "disk I/O error": "SQLITE_IOERR",
    "attempt to write a readonly database": "SQLITE_READONLY",
    "unable to open database file": "SQLITE_CANTOPEN",
    "database disk image is malformed": "SQLITE_CORRUPT",
    "file is not a database": "SQLITE_NOTADB",
}
"""SQLite's own words for its codes: errors of a backup carry no name."""


@contextmanager
def told_as_ours(part: str) -> Iterator[None]:
    """Translate errors of disk and database inside the block; ``part`` names the file's role in the facts."""
    try:
        yield
    except OSError as problem:
        ours = _DISK.get(problem.errno or 0)
        if ours is None:
            raise
        raise ours(part=part) from problem
    except DatabaseError as problem:
        name = str(getattr(problem, "sqlite_errorname", "")) or _NAMELESS.get(str(problem), "")
        told = next((error for prefix, error in _DATABASE.items() if name.startswith(prefix)), None)
        if told is None:
            raise
        raise told(part=part, check=name) from problem
