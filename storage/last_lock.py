"""When the vault was left last: the age of an empty file beside it, which can be told while the vault is locked."""

import contextlib
from pathlib import Path

NAME = "left"


def note_lock(folder: Path) -> None:
    """The vault is being left now. A disk that refuses keeps nobody from locking."""
    with contextlib.suppress(OSError):
        (folder / NAME).touch(mode=0o600)


def last_lock_at(folder: Path) -> int | None:
    """Seconds since 1970; None when it never was."""
    try:
        return int((folder / NAME).stat().st_mtime)
    except OSError:
        return None
