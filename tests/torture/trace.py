"""What a process asks the disk to do, in order, recorded by strace and told as acts on files and folders.

Recorded are the calls by which SQLite, Python and Vatra change files. What SQLite would write through mapped memory is not
seen; Vatra does not let it. Lines on the process's standard output take their place between the acts: what it promised,
and when.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

CALLS = (
    "openat,close,write,pwrite64,ftruncate,fallocate,fsync,fdatasync,rename,renameat2,unlink,unlinkat,mkdir,rmdir,"
    "lseek,sendfile,copy_file_range,dup,dup2,dup3,fcntl"
)
MOST_BYTES = 1 << 24
"""Longest write that is recorded whole."""
_LINE = re.compile(r"^(?P<process>\d+) +(?P<call>\w+)\((?P<arguments>.*)\) += (?P<result>-?\d+)")
_QUOTED = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


class Write(NamedTuple):
    """Bytes into an open file, not durable yet."""

    file: int
    at: int
    body: bytes


class Resize(NamedTuple):
    file: int
    size: int


class Sync(NamedTuple):
    """Everything written into the file so far is durable."""

    file: int


class Link(NamedTuple):
    """A new entry in a folder; ``file`` is None for a folder."""

    path: str
    file: int | None


class Unlink(NamedTuple):
    path: str


class Rename(NamedTuple):
    path: str
    to: str
    file: int | None


class SyncFolder(NamedTuple):
    """Every change of the folder's entries so far is durable."""

    path: str


class Told(NamedTuple):
    """A line on standard output."""

    line: bytes


Act = Write | Resize | Sync | Link | Unlink | Rename | SyncFolder | Told


def can_record() -> str | None:
    """None when processes can be recorded here, else why not."""
    if shutil.which("strace") is None:
        return "strace is not installed (Debian: apt-get install strace)"
    tried = subprocess.run(["strace", "-o", os.devnull, "true"], capture_output=True, check=False)
    return None if tried.returncode == 0 else "this machine does not let a process be traced"


def record(command: Sequence[str], folder: Path, orders: bytes, *, environment: dict[str, str]) -> list[Act]:
    """Run a command to its end; everything it did below ``folder``, paths relative to that.

    Files that are there before are numbered from 0 in the order of ``files_of``, new ones as they come. AssertionError when
    the command fails or does something that this module does not understand.
    """
    reader = _Reader(folder.resolve(), files_of(folder))
    log = folder.with_name(folder.name + ".trace")
    strace = ["strace", "-f", "--seccomp-bpf", "-qq", "-xx", "-s", str(MOST_BYTES), "-e", "signal=none"]
    ran = subprocess.run(
        [*strace, "-e", f"trace={CALLS}", "-o", str(log), *command],
        input=orders,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr.decode()
    with log.open(encoding="ascii") as lines:
        acts = [act for line in lines for act in reader.read(line)]
    log.unlink()
    return acts


def files_of(folder: Path) -> dict[str, bytes]:
    """Path relative to the folder -> content, in the order of the paths."""
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return {path: (folder / path).read_bytes() for path in paths}


def folders_of(folder: Path) -> list[str]:
    """Paths of the folders below, relative to it."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_dir())


class _Open:
    """An open file, or a folder (``file`` is None), and where the next ``write`` goes."""

    def __init__(self, path: str, file: int | None, *, appends: bool = False) -> None:
        self.path, self.file, self.appends = path, file, appends
        self.at = 0


class _Reader:
    """Follows line by line which files there are, what is in them and what is open."""

    def __init__(self, root: Path, before: dict[str, bytes]) -> None:
        self._root = root
        self._names = {path: number for number, path in enumerate(before)}
        self._contents = [bytearray(body) for body in before.values()]
        self._folders = {"", *folders_of(root)}
        self._open: dict[int, _Open] = {}
        self._said = b""

    def read(self, line: str) -> Iterator[Act]:
        """The acts of one line of the trace."""
        told = _LINE.match(line)
        if told is None:
            assert "unfinished" not in line, f"threads write at once: {line[:200]}"
            return
        result = int(told["result"])
        if result >= 0:
            act = getattr(self, f"_{told['call']}")
            yield from act(told["arguments"], result) or ()

    # one method per call: its arguments as strace prints them, and its result

    def _openat(self, arguments: str, result: int) -> Iterator[Act]:
        path, flags = self._path(arguments), arguments[_QUOTED.search(arguments).end() :]  # type: ignore[union-attr]
        self._open.pop(result, None)
        if path is None:
            return
        if path not in self._folders and path not in self._names:
            self._names[path] = len(self._contents)
            self._contents.append(bytearray())
            yield Link(path, self._names[path])
        file = self._names.get(path)
        if file is not None and "O_TRUNC" in flags and self._contents[file]:
            yield self._resized(file, 0)
        self._open[result] = _Open(path, file, appends="O_APPEND" in flags)

    def _close(self, arguments: str, _result: int) -> None:
        self._open.pop(int(arguments), None)

    def _write(self, arguments: str, result: int) -> Iterator[Act]:
        handle = int(arguments.partition(",")[0])
        body = _bytes_in(arguments)[:result]
        if handle == 1:
            *lines, self._said = (self._said + body).split(b"\n")
            yield from (Told(line) for line in lines)
        elif (opened := self._open.get(handle)) is not None:
            assert opened.file is not None
            if opened.appends:
                opened.at = len(self._contents[opened.file])
            yield self._written(opened.file, opened.at, body)
            opened.at += result

    def _pwrite64(self, arguments: str, result: int) -> Iterator[Act]:
        opened = self._open.get(int(arguments.partition(",")[0]))
        if opened is not None:
            assert opened.file is not None
            yield self._written(opened.file, int(arguments.rpartition(",")[2]), _bytes_in(arguments)[:result])

    def _sendfile(self, arguments: str, result: int) -> Iterator[Act]:
        to, source, offset, _ = arguments.split(", ", 3)
        opened = self._open.get(int(to))
        if opened is not None and result:
            begin = int(offset.partition("]")[0].strip("["))
            read = self._open[int(source)].file
            assert opened.file is not None
            assert read is not None
            yield self._written(opened.file, opened.at, bytes(self._contents[read][begin : begin + result]))
            opened.at += result

    def _copy_file_range(self, arguments: str, _result: int) -> None:
        source, _, to = arguments.split(", ")[:3]
        assert int(source) not in self._open
        assert int(to) not in self._open, "copy_file_range is not followed"

    def _lseek(self, arguments: str, result: int) -> None:
        opened = self._open.get(int(arguments.partition(",")[0]))
        if opened is not None:
            opened.at = result

    def _ftruncate(self, arguments: str, _result: int) -> Iterator[Act]:
        handle, size = arguments.split(", ")
        opened = self._open.get(int(handle))
        if opened is not None:
            assert opened.file is not None
            yield self._resized(opened.file, int(size))

    def _fallocate(self, arguments: str, _result: int) -> None:
        assert int(arguments.partition(",")[0]) not in self._open, "fallocate is not followed"

    def _fsync(self, arguments: str, _result: int) -> Iterator[Act]:
        opened = self._open.get(int(arguments))
        if opened is not None:
            yield SyncFolder(opened.path) if opened.file is None else Sync(opened.file)

    _fdatasync = _fsync

    def _rename(self, arguments: str, _result: int) -> Iterator[Act]:
        path, to = (self._inside(found) for found in _QUOTED.findall(arguments))
        if path is None and to is None:
            return
        assert path is not None
        assert to is not None
        file = self._names.pop(path)  # folders are not renamed here
        self._names[to] = file
        yield Rename(path, to, file)

    def _renameat2(self, arguments: str, result: int) -> Iterator[Act]:
        return self._rename(arguments, result)

    def _unlink(self, arguments: str, _result: int) -> Iterator[Act]:
        path = self._path(arguments)
        if path is not None:
            self._names.pop(path, None)
            self._folders.discard(path)
            yield Unlink(path)

    _unlinkat = _rmdir = _unlink

    def _mkdir(self, arguments: str, _result: int) -> Iterator[Act]:
        path = self._path(arguments)
        if path is not None:
            self._folders.add(path)
            yield Link(path, None)

    def _dup(self, arguments: str, result: int) -> None:
        opened = self._open.get(int(arguments.partition(",")[0]))
        if opened is not None:
            self._open[result] = opened

    _dup2 = _dup3 = _dup

    def _fcntl(self, arguments: str, result: int) -> None:
        if "F_DUPFD" in arguments:
            self._dup(arguments, result)

    # files

    def _written(self, file: int, at: int, body: bytes) -> Write:
        content = self._contents[file]
        content.extend(bytes(max(0, at - len(content))))
        content[at : at + len(body)] = body
        return Write(file, at, body)

    def _resized(self, file: int, size: int) -> Resize:
        content = self._contents[file]
        content.extend(bytes(max(0, size - len(content))))
        del content[size:]
        return Resize(file, size)

    def _path(self, arguments: str) -> str | None:
        """The path of a call that may name an open folder before it."""
        quoted = _QUOTED.search(arguments)
        assert quoted is not None
        before = arguments.partition(",")[0]
        at = self._open.get(int(before)) if before.isdigit() else None
        if at is not None and at.file is None:
            return "/".join(filter(None, (at.path, _unquoted(quoted[1]).decode())))
        return self._inside(quoted[1])

    def _inside(self, quoted: str) -> str | None:
        path = Path(os.path.normpath(os.fsdecode(_unquoted(quoted))))
        if not path.is_relative_to(self._root):
            return None
        return "" if path == self._root else path.relative_to(self._root).as_posix()


def _unquoted(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def _bytes_in(arguments: str) -> bytes:
    quoted = _QUOTED.search(arguments)
    assert quoted is not None
    return _unquoted(quoted[1])
