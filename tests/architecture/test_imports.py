"""Who may import whom: the contracts of pyproject.toml hold, and each of them can break.

The second half plants, in a copy of the sources, one import against each contract and expects to be told.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("app", "ui", "storage", "sync", "resources")

# Contract -> module that gets the line, the line.
PLANTED = {
    "Layers of the desktop": ("storage/planted.py", "import ui"),
    "The county knows nothing of the desktop": ("sync/server/planted.py", "import storage"),
    "Only the window knows Qt": ("app/domain/planted.py", "import PySide6.QtCore"),
    "Only storage knows the laptop's database, only the transport knows HTTP": (
        "sync/core/planted.py",
        "import requests",
    ),
}


def _contracts() -> list[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return [contract["name"] for contract in settings["tool"]["importlinter"]["contracts"]]


def _lint(folder: Path) -> tuple[int, dict[str, str]]:
    """Exit code, and for each contract KEPT or BROKEN, of the sources in this folder."""
    command = "import sys; from importlinter.cli import lint_imports_command; sys.path.insert(0, ''); lint_imports_command()"
    ran = subprocess.run(
        [sys.executable, "-c", command, "--no-cache", "--no-logo"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    # The report may break a long name over two lines.
    said = " ".join(ran.stdout.split())
    verdicts = {name: re.search(rf"{re.escape(name)} (KEPT|BROKEN)", said) for name in _contracts()}
    assert all(verdicts.values()), ran.stdout + ran.stderr
    return ran.returncode, {name: verdict[1] for name, verdict in verdicts.items() if verdict}


@pytest.fixture(scope="module")
def broken_house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("house")
    shutil.copy(ROOT / "pyproject.toml", copy)
    for package in PACKAGES:
        shutil.copytree(ROOT / package, copy / package, ignore=shutil.ignore_patterns("__pycache__"))
    for module, line in PLANTED.values():
        assert (copy / module).parent.joinpath("__init__.py").exists()
        (copy / module).write_text(f"{line}\n", "utf-8")
    return copy


def test_the_contracts_hold() -> None:
    assert _lint(ROOT) == (0, dict.fromkeys(_contracts(), "KEPT"))


def test_each_contract_can_break(broken_house: Path) -> None:
    code, verdicts = _lint(broken_house)
    assert code != 0
    assert verdicts == dict.fromkeys(PLANTED, "BROKEN")
