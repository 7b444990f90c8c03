"""The libraries Qt needs: found where they are, and a clear word where they are not."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

INSTALLER = Path(__file__).resolve().parents[2] / "installer"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Windows brings all that Qt needs")


@pytest.fixture
def libraries(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(INSTALLER)
    return importlib.import_module("system_libraries")


@pytest.fixture
def bare_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine whose loader knows only one library, and that has no other program."""
    ldconfig = tmp_path / "ldconfig"
    ldconfig.write_text('#!/bin/sh\necho "	libGL.so.1 (libc6,x86-64) => /lib/libGL.so.1"\n', "utf-8")
    ldconfig.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def test_the_machine_that_runs_the_tests_has_them(libraries: ModuleType) -> None:
    assert libraries.missing_libraries() == []


@pytest.mark.usefixtures("bare_path")
def test_without_apt_the_missing_ones_are_named(libraries: ModuleType) -> None:
    with pytest.raises(libraries.LibrariesMissing, match=r"libEGL\.so\.1, .*Please install them") as told:
        libraries.bring_up()
    assert "libGL.so.1" not in str(told.value)


def test_an_apt_that_fails_is_quoted(libraries: ModuleType, bare_path: Path) -> None:
    for name, body in {
        "apt-get": "true",
        "sudo": 'shift; exec "$@"',
        "env": 'echo "E: no network"; exit 100',
    }.items():
        (bare_path / name).write_text(f"#!/bin/sh\n{body}\n", "utf-8")
        (bare_path / name).chmod(0o755)
    (bare_path / "true").symlink_to("/bin/true")
    with pytest.raises(libraries.LibrariesMissing, match=r"E: no network\s+apt could not bring: libEGL"):
        libraries.bring_up()


def test_tools_are_brought_where_they_are_missing_and_never_stop_a_run(
    libraries: ModuleType, bare_path: Path
) -> None:
    libraries.bring_up_tools()  # no apt
    asked = bare_path / "asked"
    for name, body in {"apt-get": "true", "sudo": 'shift; exec "$@"', "env": f'echo "$@" >> {asked}'}.items():
        (bare_path / name).write_text(f"#!/bin/sh\n{body}\n", "utf-8")
        (bare_path / name).chmod(0o755)
    (bare_path / "true").symlink_to("/bin/true")
    libraries.bring_up_tools()
    assert asked.read_text("utf-8").splitlines()[-1].endswith("--no-install-recommends strace")
