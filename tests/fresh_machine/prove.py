"""Shows that the two commands of the README do everything on a Debian with only Python, pip and git.

    sudo python3 installer/dev.py fresh-machine

It makes such a Debian with debootstrap, clones the committed state of this repository into it and runs there, as
one would by hand: setup without the right to install (must name the line to run), the demo, the tests, and setup
once more (must be quick). What differs from one network to the next is handed in, never kept here:

    --mirror URL          where debootstrap and apt find Debian
    --bind PATH           a file or folder of this machine that the new one sees too, read-only (repeatable)
    --env NAME=VALUE      something in the surroundings of every command, such as settings for pip (repeatable)
    --caseload FILE       handed to the demo (repeatable)

Every command runs with mounts and processes of its own (`unshare`), so nothing is left mounted or running.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CLONE = "/srv/vatra"
NOBODY = "65534:65534"
PACKAGES = "python3,python3-pip,git,ca-certificates"

# A machine, as far as a program can tell: processes, devices for PostgreSQL's shared memory, what was handed in.
INSIDE = """
set -e
machine=$1; user=$2; shift 2
mount -t proc proc "$machine/proc"
mount -t tmpfs tmpfs "$machine/dev/shm"
for path in $BINDS; do
    if [ -d "$path" ]; then mkdir -p "$machine$path"; else mkdir -p "$machine${path%/*}"; touch "$machine$path"; fi
    mount --bind "$path" "$machine$path"
    mount -o remount,bind,ro "$machine$path"
done
exec chroot --userspec="$user" "$machine" /usr/bin/env -i $SURROUNDINGS "$@"
"""


@dataclass
class Machine:
    folder: Path
    binds: list[str]
    surroundings: list[str]

    def run(self, *command: str, user: str = "0:0") -> subprocess.CompletedProcess[str]:
        """Run in the clone and show the output as it comes; it is in `stdout` afterwards too."""
        base = ["HOME=/root", "LANG=C.UTF-8", "PATH=/usr/sbin:/usr/bin:/sbin:/bin"]
        started = subprocess.Popen(
            ["unshare", "--mount", "--pid", "--fork", "--kill-child", "bash", "-c", INSIDE, "bash", str(self.folder), user,
             "bash", "-c", f'cd {CLONE} && exec "$@"', "bash", *command],
            env=os.environ | {"BINDS": " ".join(self.binds), "SURROUNDINGS": " ".join(base + self.surroundings)},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8",
        )  # fmt: skip
        assert started.stdout is not None
        lines = []
        for line in started.stdout:
            print(f"  | {line}", end="", flush=True)
            lines.append(line)
        return subprocess.CompletedProcess(command, started.wait(), "".join(lines), None)


def build(machine: Machine, suite: str, mirror: str | None) -> None:
    debootstrap = ["debootstrap", "--variant=minbase", f"--include={PACKAGES}", suite, str(machine.folder)]
    subprocess.run([*debootstrap, *([mirror] if mirror else [])], check=True, stdout=subprocess.DEVNULL)
    shutil.copy("/etc/resolv.conf", machine.folder / "etc" / "resolv.conf")
    clone = ["git", "clone", "--quiet", "--no-hardlinks", str(ROOT), f"{machine.folder}{CLONE}"]
    subprocess.run(clone, check=True)


def prove(machine: Machine, demo_arguments: list[str]) -> bool:
    dev = ("python3", "installer/dev.py")
    told = machine.run(*dev, "setup", user=NOBODY)
    results: list[tuple[str, bool, float | None]] = [
        (
            "without root: names the line to run",
            told.returncode == 1 and "apt-get install --yes" in told.stdout,
            None,
        ),
    ]
    for name, command in {
        "demo": (*dev, "demo", "--headless", "--out", "/srv/demo", *demo_arguments),
        "test": (*dev, "test"),
        "setup, the second time": (*dev, "setup"),
    }.items():
        began = time.monotonic()
        held = machine.run(*command).returncode == 0
        results.append((name, held, time.monotonic() - began))
    status = machine.run("git", "status", "--porcelain")
    results.append(("the clone is as it was", status.returncode == 0 and not status.stdout, None))
    for name, held, duration_s in results:
        print(f"{'holds ' if held else 'FAILED'} {name}" + (f" ({duration_s:.1f} s)" if duration_s else ""))
    return all(held for _, held, _ in results)


def read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--suite", default="bookworm")
    parser.add_argument("--mirror")
    parser.add_argument("--bind", action="append", default=[])
    parser.add_argument("--env", action="append", default=[])
    parser.add_argument("--caseload", action="append", default=[], type=Path)
    parser.add_argument("--out", type=Path, help="where to put what the demo wrote")
    return parser.parse_args()


def main() -> int:
    arguments = read_arguments()
    if os.geteuid() != 0 or not shutil.which("debootstrap"):
        print("This needs root and the package debootstrap.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="fresh-machine-", dir="/var/tmp") as folder:
        Path(folder).chmod(0o755)
        machine = Machine(Path(folder) / "debian", arguments.bind, arguments.env)
        build(machine, arguments.suite, arguments.mirror)
        demo_arguments = []
        for caseload in arguments.caseload:
            shutil.copy(caseload, machine.folder / "srv")
            demo_arguments += ["--caseload", f"/srv/{caseload.name}"]
        held = prove(machine, demo_arguments)
        if arguments.out:
            shutil.copytree(machine.folder / "srv" / "demo", arguments.out, dirs_exist_ok=True)
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
