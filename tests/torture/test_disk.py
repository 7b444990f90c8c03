"""The recorded trace is what really happened, and the images of a power cut are the legal ones and no others."""

import os
import random
import sys
from pathlib import Path

import pytest

from tests.torture.disk import SECTOR_BYTES, WAYS, Disk, Image
from tests.torture.trace import (
    Link,
    Rename,
    Resize,
    Sync,
    SyncFolder,
    Told,
    Unlink,
    Write,
    can_record,
    files_of,
    folders_of,
    record,
)

SCRIPT = """
import os, shutil, sys
from pathlib import Path
folder = Path(sys.argv[1])
with (folder / "old").open("rb+") as file:
    file.seek(2)
    file.write(b"XY")
    file.truncate(6)
(folder / "sub").mkdir()
handle = os.open(folder / "sub" / "new.part", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
os.write(handle, b'ein "Wort"\\n')
os.fsync(handle)
os.close(handle)
(folder / "sub" / "new.part").replace(folder / "sub" / "new")
handle = os.open(folder / "sub", os.O_RDONLY)
os.fsync(handle)
os.close(handle)
print("kept", flush=True)
shutil.copyfile(folder / "old", folder / "copy")
with (folder / "copy").open("ab") as file:
    file.write(b"!")
(folder / "gone").unlink()
"""


@pytest.mark.skipif(can_record() is not None, reason=f"no traces here: {can_record()}")
def test_a_record_tells_what_a_process_did(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "old").write_bytes(b"0123456789")
    (folder / "gone").write_bytes(b"gone")
    before = files_of(folder)
    assert list(before) == ["gone", "old"]
    acts = record([sys.executable, "-c", SCRIPT, str(folder)], folder, b"", environment=dict(os.environ))
    assert acts == [
        Write(1, 2, b"XY"),
        Resize(1, 6),
        Link("sub", None),
        Link("sub/new.part", 2),
        Write(2, 0, b'ein "Wort"\n'),
        Sync(2),
        Rename("sub/new.part", "sub/new", 2),
        SyncFolder("sub"),
        Told(b"kept"),
        Link("copy", 3),
        Write(3, 0, b"01XY45"),
        Write(3, 6, b"!"),
        Unlink("gone"),
    ]
    disk = Disk(before, [])
    for act in acts:
        disk.take(act)
    after = disk.after_power_cut(random.Random(), "everything")
    assert {path: body for path, body in after.items() if body is not None} == files_of(folder)
    assert [path for path, body in after.items() if body is None] == folders_of(folder) == ["sub"]


def images(*acts: Link | Unlink | Rename | Write | Resize | Sync | SyncFolder) -> list[Image]:
    """Every image that comes up in many draws, for a disk with one file ``a`` of two sectors of a."""
    disk = Disk({"a": b"a" * 2 * SECTOR_BYTES}, [])
    for act in acts:
        disk.take(act)
    chance = random.Random(1)
    found: list[Image] = []
    for draw in range(400):
        image = disk.after_power_cut(chance, WAYS[draw % len(WAYS)])
        if image not in found:
            found.append(image)
    return found


A, B = b"a" * SECTOR_BYTES, b"b" * SECTOR_BYTES


def test_an_unsynced_write_is_dropped_kept_or_torn_at_sectors() -> None:
    contents = {image["a"] for image in images(Write(0, 0, B + B))}
    assert contents == {A + A, B + A, A + B, B + B}


def test_a_write_across_sectors_is_torn_where_they_meet() -> None:
    contents = {image["a"] for image in images(Write(0, SECTOR_BYTES - 2, b"bbbb"))}
    assert contents == {A + A, A[:-2] + b"bb" + A, A + b"bb" + A[:-2], A[:-2] + b"bbbb" + A[:-2]}


def test_writes_arrive_in_any_order() -> None:
    contents = {image["a"] for image in images(Write(0, 0, B), Write(0, SECTOR_BYTES, B))}
    assert A + B in contents


def test_what_was_synced_is_there() -> None:
    assert images(Write(0, 0, B + B), Sync(0)) == [{"a": B + B}]


def test_a_new_file_needs_a_sync_of_its_folder() -> None:
    made = (Link("b", 1), Write(1, 0, B), Sync(1))
    assert images(*made) == [{"a": A + A}, {"a": A + A, "b": B}]
    assert images(*made, SyncFolder("")) == [{"a": A + A, "b": B}]


def test_a_synced_name_does_not_bring_its_content() -> None:
    assert {"a": A + A, "b": b""} in images(Link("b", 1), Write(1, 0, B), SyncFolder(""))


def test_a_rename_happens_or_not_and_is_never_halved() -> None:
    new = (Link("b", 1), Write(1, 0, B), Sync(1), SyncFolder(""))
    assert images(*new, Rename("b", "a", 1)) == [{"a": A + A, "b": B}, {"a": B}]
    assert images(*new, Rename("b", "a", 1), SyncFolder("")) == [{"a": B}]


def test_a_removed_file_may_come_back() -> None:
    assert images(Unlink("a")) == [{"a": A + A}, {}]


def test_a_folder_that_is_gone_takes_its_files_along() -> None:
    assert {"a": A + A} in images(Link("sub", None), Link("sub/b", 1), Sync(1), SyncFolder("sub"))
