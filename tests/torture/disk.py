"""A disk that may lose power at any moment: what is durable, what is on its way, and which images can come of it.

The rules are the strictest that a file system may follow. What was written into a file since its last fsync is there, is
not there, or is torn at sectors of 512 bytes, each write by itself. A file that was made, renamed or removed is so only
after an fsync of its folder; until then any of these may have happened, also without the others. A rename is never halved.
"""

import os
import random
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import TypeVar

from tests.torture.trace import Act, Link, Rename, Resize, Sync, SyncFolder, Unlink, Write

T = TypeVar("T")
Move = Link | Unlink | Rename
SECTOR_BYTES = 512
WHOLE = 0.5
"""How often a write that arrives is not torn."""
WAYS = ("nothing", "everything", "writes only", "names only", "in order", "any", "any", "any")
"""How much of what is on its way arrives; the last ones are drawn by chance."""

Image = dict[str, bytes | None]
"""Path -> content; None for a folder."""


def parent_of(path: str) -> str:
    parent = PurePosixPath(path).parent.as_posix()
    return "" if parent == "." else parent


class Disk:
    """Files by number, as ``trace`` counts them, and the entries of folders."""

    def __init__(self, files: dict[str, bytes], folders: Iterable[str]) -> None:
        self._contents = dict(enumerate(files.values()))
        self._entries: dict[str, int | None] = {path: number for number, path in enumerate(files)}
        self._entries.update(dict.fromkeys(folders))
        self._writes: list[Write | Resize] = []
        self._moves: list[Move] = []

    @property
    def on_its_way(self) -> int:
        """How many writes and changes of names are not durable."""
        return len(self._writes) + len(self._moves)

    def take(self, act: Act) -> None:
        """One act of the process, in its order."""
        if isinstance(act, Write | Resize):
            self._writes.append(act)
        elif isinstance(act, Move):
            if isinstance(act, Link) and act.file is not None:
                self._contents.setdefault(act.file, b"")
            self._moves.append(act)
        elif isinstance(act, Sync):
            mine = [one for one in self._writes if one.file == act.file]
            self._contents[act.file] = _written(self._contents[act.file], mine)
            self._writes = [one for one in self._writes if one.file != act.file]
        elif isinstance(act, SyncFolder):
            _move(self._entries, [one for one in self._moves if _folder_of(one) == act.path])
            self._moves = [one for one in self._moves if _folder_of(one) != act.path]

    def after_power_cut(self, chance: random.Random, way: str) -> Image:
        """What may be found when the power comes back."""
        entries = dict(self._entries)
        _move(entries, _arrived(self._moves, chance, way, all_of_them=way == "names only"))
        writes = _arrived(self._writes, chance, way, all_of_them=way == "writes only")
        if way in ("any", "in order"):
            writes = [torn for one in writes for torn in _torn(one, chance)]
        by_file: dict[int, list[Write | Resize]] = {}
        for one in writes:
            by_file.setdefault(one.file, []).append(one)
        image: Image = {}
        for path in sorted(entries):
            parent = parent_of(path)
            if parent and parent not in image:
                continue  # its folder is gone, and it with it
            file = entries[path]
            image[path] = None if file is None else _written(self._contents[file], by_file.get(file, []))
        return image


def memory_folder() -> str | None:
    """Where thousands of images wear out no disk; None for the usual place."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def lay_down(image: Image, folder: Path) -> None:
    """Write an image into an empty folder."""
    for path, content in image.items():
        if content is None:
            (folder / path).mkdir(mode=0o700)
        else:
            (folder / path).write_bytes(content)


def _folder_of(move: Move) -> str:
    """The folder whose fsync makes a change of names durable; of a rename, the one it arrives in."""
    return parent_of(move.to if isinstance(move, Rename) else move.path)


def _move(entries: dict[str, int | None], moves: Iterable[Move]) -> None:
    for move in moves:
        if isinstance(move, Link):
            entries[move.path] = move.file
        elif isinstance(move, Unlink):
            entries.pop(move.path, None)
        else:
            if entries.get(move.path) == move.file:
                del entries[move.path]
            entries[move.to] = move.file


def _written(content: bytes, writes: Iterable[Write | Resize]) -> bytes:
    body = bytearray(content)
    for one in writes:
        end = one.size if isinstance(one, Resize) else one.at + len(one.body)
        body.extend(bytes(max(0, end - len(body))))
        if isinstance(one, Resize):
            del body[one.size :]
        else:
            body[one.at : end] = one.body
    return bytes(body)


def _arrived(acts: list[T], chance: random.Random, way: str, *, all_of_them: bool) -> list[T]:
    if way == "everything" or all_of_them:
        return acts
    if way == "in order":
        return acts[: chance.randint(0, len(acts))]
    if way == "any":
        share = chance.random()
        return [act for act in acts if chance.random() < share]
    return []


def _torn(act: Write | Resize, chance: random.Random) -> list[Write | Resize]:
    """A write whole, or some of its sectors; each of them is whole or absent."""
    if isinstance(act, Resize) or chance.random() < WHOLE:
        return [act]
    sectors = _sectors(act)
    cut = chance.randint(0, len(sectors))
    some = [one for one in sectors if chance.random() < WHOLE]
    return [*chance.choice((sectors[:cut], sectors[cut:], some))]


def _sectors(write: Write) -> list[Write]:
    end = write.at + len(write.body)
    starts = range(write.at - write.at % SECTOR_BYTES, end, SECTOR_BYTES)
    pieces = ((max(start, write.at), min(start + SECTOR_BYTES, end)) for start in starts)
    return [
        Write(write.file, begin, write.body[begin - write.at : until - write.at]) for begin, until in pieces
    ]
