"""The head file, files written whole, and the keyring on disk survive a cut at any place."""

import os
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import DiskReadOnly, KeyringDamaged, VaultMissing
from app.keys.keyring import Keyring, sign_keyring
from storage import durable
from storage.durable import write_whole
from storage.head import Head, HeadFile
from storage.keyring_file import NAMES, read_keyring, write_keyring
from tests.fixtures.vault import InventedVault

KEY = bytes(32)


def head(number: int) -> Head:
    return Head(number, number.to_bytes(32, "big"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "team.head"


def test_the_newest_head_is_read(path: Path) -> None:
    with HeadFile(path, KEY) as file:
        assert file.read() is None
        for number in range(1, 8):
            file.write(head(number))
            assert file.read() == head(number)
    assert path.stat().st_size == 128
    assert path.stat().st_mode & 0o077 == 0


def test_a_head_under_another_key_does_not_count(path: Path) -> None:
    with HeadFile(path, KEY) as file:
        file.write(head(1))
    assert HeadFile(path, bytes(31) + b"1").read() is None


@given(at=st.integers(0, 127), bit=st.integers(0, 7))
def test_a_flipped_bit_costs_one_slot_at_most(
    tmp_path_factory: pytest.TempPathFactory, at: int, bit: int
) -> None:
    path = tmp_path_factory.mktemp("head") / "team.head"
    with HeadFile(path, KEY) as file:
        file.write(head(4))
        file.write(head(5))
    body = bytearray(path.read_bytes())
    body[at] ^= 1 << bit
    path.write_bytes(body)
    assert HeadFile(path, KEY).read() == (head(5) if at < 64 else head(4))


@pytest.mark.parametrize("torn", range(65))
def test_a_torn_write_leaves_the_head_before(path: Path, torn: int) -> None:
    with HeadFile(path, KEY) as file:
        file.write(head(4))
        file.write(head(5))
        before = path.read_bytes()
        file.write(head(6))
    after = path.read_bytes()
    path.write_bytes(after[:torn] + before[torn:])
    assert HeadFile(path, KEY).read() in ((head(6),) if torn == 64 else (head(5), head(6)))


# files written whole


def test_a_file_is_replaced_whole_and_private(tmp_path: Path) -> None:
    path = tmp_path / "keyring.a"
    for body in (b"old", b"new and longer" * 1000, b""):
        write_whole(path, body)
        assert path.read_bytes() == body
    assert path.stat().st_mode & 0o077 == 0
    assert list(tmp_path.iterdir()) == [path]


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "keyring.a"
    write_whole(path, b"old")

    def refuse(_handle: int) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(durable.os, "fsync", refuse)
    with pytest.raises(DiskReadOnly):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"


def test_content_is_synced_before_the_name_and_the_folder_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    sync, replace = os.fsync, Path.replace

    def noting_sync(handle: int) -> None:
        steps.append("folder" if os.path.isdir(f"/proc/self/fd/{handle}") else "content")  # noqa: PTH112
        sync(handle)

    def noting_replace(self: Path, target: Path) -> Path:
        steps.append("name")
        return replace(self, target)

    monkeypatch.setattr(durable.os, "fsync", noting_sync)
    monkeypatch.setattr(Path, "replace", noting_replace)
    write_whole(tmp_path / "keyring.a", b"body")
    assert steps == ["content", "name", "folder"]


def test_a_new_folder_is_synced_into_the_one_above(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(durable, "sync_folder", synced.append)
    for _ in range(2):
        durable.make_folder(tmp_path / "backups")
    assert synced == [tmp_path]
    assert (tmp_path / "backups").stat().st_mode & 0o077 == 0


# the keyring on disk


def newer(vault: InventedVault) -> Keyring:
    keyring = read_keyring(vault.folder)
    risen = msgspec.structs.replace(keyring, generation=keyring.generation + 1)
    return sign_keyring(risen, vault.worker.id, vault.keys.sign)


def test_the_newest_valid_copy_wins(invented_vault: InventedVault) -> None:
    old = {name: (invented_vault.folder / name).read_bytes() for name in NAMES}
    write_keyring(invented_vault.folder, newer(invented_vault))
    for name in NAMES:
        current = (invented_vault.folder / name).read_bytes()
        (invented_vault.folder / name).write_bytes(old[name])
        assert read_keyring(invented_vault.folder).generation == 2
        (invented_vault.folder / name).write_bytes(b"damaged")
        assert read_keyring(invented_vault.folder).generation == 2
        (invented_vault.folder / name).unlink()
        assert read_keyring(invented_vault.folder).generation == 2
        (invented_vault.folder / name).write_bytes(current)


def test_no_copy_and_no_valid_copy_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(VaultMissing):
        read_keyring(tmp_path)
    (tmp_path / "keyring.a").write_bytes(b"x" * 5_000_000)
    with pytest.raises(KeyringDamaged):
        read_keyring(tmp_path)
