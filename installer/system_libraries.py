"""The libraries of the system that Qt's wheel expects on Linux: looked for, and on Debian brought by apt.

The programs that some tests need are brought the same way; those tests say why they are skipped where that cannot be.
Windows has all the libraries. On Linux nothing is run when nothing is missing; without the right to install, the exact
line to run is told instead. The list is what `ldd` finds missing for Qt's offscreen and xcb platforms on a Debian
with only Python on it (tests/fresh_machine shows that it is enough).
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys

# Library -> the Debian (and Ubuntu) package that has it.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}

# Program -> Debian package.
TOOLS = {"strace": "strace"}


class LibrariesMissing(Exception):
    """Qt could not start on this machine; the text says what to run."""


def bring_up() -> None:
    """Have every library Qt needs. Raises LibrariesMissing where they cannot be installed from here."""
    missing = missing_libraries()
    if not missing:
        return
    packages = sorted({PACKAGES[name] for name in missing})
    if shutil.which("apt-get") is None:
        raise LibrariesMissing(
            f"Qt needs libraries this system lacks: {', '.join(missing)}. Please install them."
        )
    may_install = _prefix_of_root()
    if may_install is None:
        raise LibrariesMissing(
            f"Qt needs {len(packages)} libraries this system lacks. Run this, then the same command again:\n\n"
            f"  sudo apt-get install --yes --no-install-recommends {' '.join(packages)}\n"
        )
    installed = _install(may_install, packages)
    still_missing = missing_libraries()
    if still_missing:
        raise LibrariesMissing(f"{installed}\napt could not bring: {', '.join(still_missing)}.")


def bring_up_tools() -> None:
    """Have the programs that tests need, where that is possible without a question; never a reason to stop."""
    packages = sorted(package for program, package in TOOLS.items() if shutil.which(program) is None)
    if packages and platform.system() == "Linux" and shutil.which("apt-get"):
        may_install = _prefix_of_root()
        if may_install is not None:
            _install(may_install, packages)


def _install(may_install: list[str], packages: list[str]) -> str:
    """Install Debian packages; what apt said."""
    print(f"Installing {len(packages)} system packages with apt ...", flush=True)
    apt = [*may_install, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet=2"]
    # Package lists may be missing or old on a fresh machine; an update that fails leaves the last word to install.
    subprocess.call([*apt, "update"])
    return subprocess.run(
        [*apt, "install", "--yes", "--no-install-recommends", *packages],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    ).stdout


def missing_libraries() -> list[str]:
    """The libraries of PACKAGES that the loader of this machine does not know, sorted."""
    if platform.system() != "Linux":
        return []
    # By its full name: on Debian /sbin is not on the path of an ordinary user.
    ldconfig = shutil.which("ldconfig") or "/sbin/ldconfig"
    known = subprocess.run([ldconfig, "-p"], capture_output=True, text=True, check=False).stdout
    names = {line.split()[0] for line in known.splitlines() if "=>" in line}
    return sorted(set(PACKAGES) - names)


def _prefix_of_root() -> list[str] | None:
    """What to put before a command so that root runs it without a question; None when that cannot be."""
    if _is_root():
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n"]
    return None


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0
