"""The one command: what it lists, what it refuses, and when it finds `.venv` still right."""

from __future__ import annotations

import importlib
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
DEV = ROOT / "installer" / "dev.py"
TASKS = [
    "setup",
    "demo",
    "run",
    "serve",
    "test",
    "check",
    "fix",
    "shots",
    "bench",
    "torture",
    "simulate",
    "translations",
    "forms",
    "lock",
    "fresh-machine",
]


def _dev(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, DEV, *arguments], capture_output=True, text=True, check=False)


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(DEV.parent)
    return importlib.import_module("environment")


@pytest.fixture
def filled(tmp_path: Path, environment: ModuleType) -> Path:
    """A project whose `.venv` was just filled."""
    shutil.copytree(DEV.parent / "lock", tmp_path / "installer" / "lock")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / ".venv").mkdir()
    environment.remember(tmp_path, "all")
    return tmp_path


def test_alone_it_lists_every_task_with_a_line_of_help() -> None:
    told = _dev()
    listed = [line.split(maxsplit=1) for line in told.stdout.splitlines()[2:]]
    assert (told.returncode, [name for name, _ in listed]) == (0, TASKS)
    assert all(len(line) > 10 for _, line in listed)


def test_a_slip_of_the_finger_gets_the_list() -> None:
    told = _dev("tset")
    assert told.returncode == 2
    assert "no task 'tset'" in told.stderr
    assert all(name in told.stderr for name in TASKS)


def test_a_task_without_arguments_says_so_before_it_does_anything() -> None:
    told = _dev("fix", "everything")
    assert told.returncode == 1
    assert told.stderr.strip() == "The task fix takes no arguments; it was given: everything"


def test_what_was_filled_stays_filled(filled: Path, environment: ModuleType) -> None:
    assert environment.is_up_to_date(filled, "all")
    assert not environment.is_up_to_date(filled, "client")


@pytest.mark.parametrize("changed", ["installer/lock/all.txt", "pyproject.toml"])
def test_a_change_of_what_is_installed_is_noticed(
    filled: Path, environment: ModuleType, changed: str
) -> None:
    with (filled / changed).open("a", encoding="utf-8") as file:
        file.write("# newer\n")
    assert not environment.is_up_to_date(filled, "all")


def test_a_folder_that_moved_is_noticed(filled: Path, environment: ModuleType) -> None:
    moved = filled.rename(filled.with_name("elsewhere"))
    assert not environment.is_up_to_date(moved, "all")
