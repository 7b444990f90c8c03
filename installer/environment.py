"""The folder `.venv`: made, and filled with exactly what a lock file names, hash by hash.

Promises: a second call with nothing changed costs milliseconds (a stamp inside `.venv` remembers what is in it);
a call that was interrupted is simply repeated; nothing outside the project's folder is touched, so the rule of
Debian against installing beside its own packages (PEP 668) never applies.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import venv
from pathlib import Path
from typing import Literal

LockName = Literal["client", "all"]

# `pip --python`, which fills an environment that has no pip of its own, came with this version.
OLDEST_PIP = (22, 3)


class CannotPrepare(Exception):
    """The environment cannot be made; the text says why and what to do."""


def folder_of(root: Path) -> Path:
    return root / ".venv"


def python_of(root: Path) -> Path:
    return tool_of(root, "python")


def tool_of(root: Path, name: str) -> Path:
    """Where a program of the environment lies, whether it is there or not."""
    return (
        folder_of(root)
        / ("Scripts" if os.name == "nt" else "bin")
        / (f"{name}.exe" if os.name == "nt" else name)
    )


def bring_up(root: Path, lock_name: LockName) -> None:
    """Make `.venv` hold what the lock names. `all` holds all of `client`. Raises CannotPrepare."""
    if python_of(root).exists() and (is_up_to_date(root, "all") or is_up_to_date(root, lock_name)):
        return
    _make_environment(root)
    lock = _lock_path(root, lock_name)
    count = sum(1 for line in lock.read_text("utf-8").splitlines() if "==" in line)
    print(f"Installing {count} packages into .venv (once; some minutes on a slow line) ...", flush=True)
    pip = _pip_for(root)
    _pip_install(pip, root, "--require-hashes", "--only-binary", ":all:", "--requirement", str(lock))
    _pip_install(pip, root, "--no-deps", "--no-build-isolation", "--editable", str(root))
    remember(root, lock_name)


def _make_environment(root: Path) -> None:
    folder = folder_of(root)
    if python_of(root).exists() and _version_of(python_of(root)) == sys.version:
        return
    print("Making .venv ...", flush=True)
    # Without pip: Debian keeps the part of Python that would bring pip along in a package of its own.
    venv.EnvBuilder(clear=folder.exists(), symlinks=os.name != "nt", with_pip=False).create(folder)


def _version_of(python: Path) -> str | None:
    asked = subprocess.run(
        [python, "-c", "import sys; print(sys.version)"], capture_output=True, text=True, check=False
    )
    return asked.stdout.strip() if asked.returncode == 0 else None


def _pip_for(root: Path) -> list[str]:
    """The command that installs into `.venv`: this machine's pip, else one that Python carries with it."""
    asked = subprocess.run(
        [sys.executable, "-c", "import pip; print(pip.__version__)"],
        capture_output=True,
        text=True,
        check=False,
    )
    version = re.match(r"(\d+)\.(\d+)", asked.stdout)
    if version and (int(version[1]), int(version[2])) >= OLDEST_PIP:
        return [sys.executable, "-m", "pip", "--python", str(python_of(root))]
    own = [str(python_of(root)), "-m"]
    if subprocess.run([*own, "ensurepip"], capture_output=True, check=False).returncode == 0:
        return [*own, "pip"]
    raise CannotPrepare(
        "This Python has no pip of version 22.3 or newer. On Debian: apt-get install python3-pip; "
        "elsewhere: python3 -m ensurepip --upgrade. Then run the same command again."
    )


def _pip_install(pip: list[str], root: Path, *what: str) -> None:
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input", "--no-warn-script-location"]
    # A user's own configuration may ask for installs into the home folder; this one goes into .venv.
    surroundings = os.environ | {"PIP_USER": "0"}
    code = subprocess.call([*pip, "install", *quiet, *what], cwd=root, env=surroundings)
    if code != 0:
        raise CannotPrepare(
            f"pip could not install the packages (exit {code}; its own words are above). When the cause is "
            "gone, run the same command again: what is already there is kept."
        )


def _lock_path(root: Path, lock_name: LockName) -> Path:
    return root / "installer" / "lock" / f"{lock_name}.txt"


def _stamp_path(root: Path, lock_name: LockName) -> Path:
    return folder_of(root) / f"vatra-{lock_name}.stamp"


def is_up_to_date(root: Path, lock_name: LockName) -> bool:
    """Whether `.venv` was filled from the lock as it is now, by this Python, in this place."""
    stamp = _stamp_path(root, lock_name)
    return stamp.exists() and stamp.read_text("utf-8") == _digest(root, lock_name)


def remember(root: Path, lock_name: LockName) -> None:
    """Note in `.venv` that it holds what the lock names now."""
    _stamp_path(root, lock_name).write_text(_digest(root, lock_name), "utf-8")


def _digest(root: Path, lock_name: LockName) -> str:
    """Whatever would make the content of `.venv` wrong if it changed: the folder moving is one of them."""
    parts = [
        str(root),
        sys.version,
        *(path.read_text("utf-8") for path in (_lock_path(root, lock_name), root / "pyproject.toml")),
    ]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()
