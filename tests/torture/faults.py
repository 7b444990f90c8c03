"""Let the disk be full, failing or read-only at every single call of opening, saving and importing.

A first run counts the calls that change the vault's files; then each of them fails with each error, once and several times in
a row, in a run of its own. The process has to live and to say what happened within two seconds in words for people, the same act has to succeed
when it is tried again in the same process, reading has to go on, and in the end nothing that was called saved may be
missing and no import may be there in part.

The control takes a failure for a success. Its promise must be found broken, or the torture is blind.
"""

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import msgspec

from app.errors import VatraError
from storage.vault import TEAM
from tests.fixtures.vault import InventedVault, make_invented_vault
from tests.torture.command import parser_of, run_and_tell
from tests.torture.promises import Told, read_told, records_in, torn_imports
from tests.torture.stubborn import Orders
from tests.torture.trace import can_record

ROOT = Path(__file__).resolve().parents[2]
CALLS = ("pwrite64", "write", "ftruncate", "fsync", "fdatasync", "openat", "unlink", "rename")
CODES = {"ENOSPC": "disk_full", "EIO": "disk_failing", "EROFS": "disk_read_only"}
"""Error of the disk -> what a person is told, where SQLite lets it be known."""
LASTS = (1, 5)
"""How many calls in a row fail: also those by which SQLite takes back what it had begun, or a worker tries again."""
TOLD_WITHIN_S = 2.0
PATIENCE_S = 120
EVERY_CALL = 10_000
"""More than there are."""
SAY_EVERY = 50
_CALL = re.compile(r"^\d+ +(\w+)\(")


class Fault(NamedTuple):
    """From the ``number``-th ``call`` on a file of the vault so many fail with ``error``, then the disk is well again."""

    call: str
    number: int
    error: str
    lasts: int

    def __str__(self) -> str:
        return f"{self.error} at {self.call} {self.number}, {self.lasts} times"


class Outcome(msgspec.Struct):
    """What the faults did."""

    faults: int = 0
    codes: dict[str, int] = msgspec.field(default_factory=dict)
    """What was told, and how often."""
    untold: int = 0
    """Faults that failed nothing: SQLite puts it right by itself, or does it later."""
    slowest_s: float = 0.0
    wrong: list[str] = msgspec.field(default_factory=list)
    lost: list[str] = msgspec.field(default_factory=list)

    @property
    def holds(self) -> bool:
        return not (self.wrong or self.lost)

    def told(self) -> str:
        codes = ", ".join(f"{code} {count}" for code, count in sorted(self.codes.items()))
        return (
            f"{self.faults} faults: told as {codes or 'nothing'}, {self.untold} without consequence, slowest told after "
            f"{self.slowest_s:.2f} s; {len(self.wrong)} not survived or told wrongly, {len(self.lost)} lost something"
        )

    def problems(self) -> list[str]:
        return [*self.wrong, *self.lost]


def torture(
    faults: int | None = None,
    *,
    control: bool = False,
    seed: int | None = None,
    progress: Callable[[Outcome], None] = lambda _outcome: None,
) -> Outcome:
    """Let every call fail with each error, or so many of them by chance; the control ends with the first loss."""
    outcome = Outcome()
    with tempfile.TemporaryDirectory(prefix="vatra-torture-") as folder:
        vault = make_invented_vault(Path(folder, "vault"))
        vault.open().close()
        disk = FailingDisk(vault, Path(folder), swallows=control)
        possible = [
            Fault(call, number + 1, error, lasts)
            for lasts in LASTS
            for call, count in disk.count_calls().items()
            for number in range(count)
            for error in CODES
        ]
        chosen = (
            possible if faults is None else random.Random(seed).sample(possible, min(faults, len(possible)))
        )
        for fault in chosen:
            disk.run(fault, outcome)
            progress(outcome)
            if control and outcome.lost:
                break
    return outcome


class FailingDisk:
    """Runs a worker on a disk that fails for a moment."""

    def __init__(self, vault: InventedVault, folder: Path, *, swallows: bool) -> None:
        self._vault = vault
        self._folder = folder
        self._swallows = swallows

    def count_calls(self) -> Counter[str]:
        """The calls of a run without a fault."""
        log = self._folder / "calls"
        ran = self._work(self._fresh(), "-e", f"trace={','.join(CALLS)}", "-o", str(log))
        assert ran.returncode == 0, ran.stderr.decode()
        return Counter(match[1] for match in map(_CALL.match, log.read_text("utf-8").splitlines()) if match)

    def run(self, fault: Fault, outcome: Outcome) -> None:
        """One run with one fault."""
        there = self._fresh()
        last = fault.number + fault.lasts - 1
        inject = f"inject={fault.call}:error={fault.error}:when={fault.number}..{last}"
        ran = self._work(there, "-e", f"trace={fault.call}", "-e", inject, "-o", os.devnull)
        told = read_told(ran.stdout.split(b"\n")[:-1])
        failed = [one for one in told if one.what == "failed"]
        outcome.faults += 1
        outcome.untold += not failed
        for one in failed:
            outcome.codes[one.code] = outcome.codes.get(one.code, 0) + 1
            outcome.slowest_s = max(outcome.slowest_s, one.after_s)
            if one.code not in _may_be_told(fault) or one.after_s > TOLD_WITHIN_S:
                outcome.wrong.append(f"{fault}: told as {one.code} after {one.after_s:.1f} s")
        if ran.returncode:
            last_words = ran.stderr.decode().strip().splitlines()
            outcome.wrong.append(f"{fault}: not survived, {last_words[-1] if last_words else ran.returncode}")
        outcome.lost += [f"{fault}: {what}" for what in _lost(there, told)]

    def _fresh(self) -> InventedVault:
        shutil.rmtree(self._folder / "copy", ignore_errors=True)
        return self._vault.copy(self._folder / "copy")

    def _work(self, there: InventedVault, *strace: str) -> subprocess.CompletedProcess[bytes]:
        """A worker's process; strace looks only at calls on the vault's files."""
        names = (f"{TEAM}.db", f"{TEAM}.db-wal", f"{TEAM}.db-wal.kept", f"{TEAM}.head", ".")
        paths = [part for name in names for part in ("-P", str((there.folder / name).resolve()))]
        orders = Orders(str(there.folder), there.worker.id, there.passphrase, self._swallows)
        return subprocess.run(
            [
                "strace",
                "-f",
                "--seccomp-bpf",
                "-qq",
                *paths,
                *strace,
                sys.executable,
                "-m",
                "tests.torture.stubborn",
            ],
            input=msgspec.msgpack.encode(orders),
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            cwd=ROOT,
            capture_output=True,
            timeout=PATIENCE_S,
            check=False,
        )


def _may_be_told(fault: Fault) -> set[str]:
    """SQLite tells a full disk only at a write; else that it could not open, read or write, whatever the disk said."""
    hidden = {"disk_failing", "disk_read_only"} if fault.call == "openat" else {"disk_failing"}
    return {CODES[fault.error], *hidden}


def _lost(there: InventedVault, told: list[Told]) -> list[str]:
    try:
        team = there.open_team()
    except VatraError as problem:
        return [str(problem)]
    found = records_in(team.connection)
    team.close()
    return [
        *(f"record {one}" for one in {record for one in told for record in one.records} - found.keys()),
        *(f"import {one}" for one in {one.import_id for one in told if one.import_id} - set(found.values())),
        *torn_imports(found),
    ]


def main(arguments: list[str]) -> int:
    """The command line; 0 when it came out as it must."""
    parser = parser_of("faults", __doc__, EVERY_CALL, "take a failure for a success: must lose")
    chosen = parser.parse_args(arguments)
    why_not = can_record()
    if why_not:
        print(f"faults cannot be tried here: {why_not}", file=sys.stderr)
        return 2
    runs = None if chosen.runs == EVERY_CALL else chosen.runs
    return run_and_tell(
        lambda: torture(runs, control=chosen.control, seed=chosen.seed, progress=_say_now_and_then),
        control=chosen.control,
    )


def _say_now_and_then(outcome: Outcome) -> None:
    if outcome.faults % SAY_EVERY == 0:
        print(outcome.told(), flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
