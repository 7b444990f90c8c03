"""Kill a working process at random moments and look whether anything that it had promised is gone.

A child opens the team's store of an invented vault and saves, imports and takes pages of a county, telling each promise on
a pipe after it holds. The parent kills it with SIGKILL, opens the store again with every check and compares. A kill
ends the process, not the disk: power cuts that drop unsynced writes are another test.

The control tells "saved" before the commit. It must lose, or the harness is blind.
"""

import argparse
import os
import random
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec

from app.domain.ids import random_id
from app.errors import VatraError
from storage.compartment import Compartment, Write
from storage.keyring_file import read_keyring
from storage.opening import open_store
from storage.vault import TEAM
from tests.fixtures.county_log import CountyLog
from tests.fixtures.vault import InventedVault, make_invented_vault

ROOT = Path(__file__).resolve().parents[2]
ROUNDS_BY_COMMAND = 500
WORK_S = (0.002, 0.25)
"""Shortest and longest life of a child after its first promise."""
SAY_EVERY = 50
STREAM = "ro-21891/team"
IMPORT_RECORDS = 12
PAGE_EFFECTS = 5
AUTHOR = bytes(16)


class Promise(msgspec.Struct, frozen=True, array_like=True):
    """What the child told: records that are now durable, all of one import, or the cursor after a page."""

    what: str
    records: tuple[str, ...]
    cursor: int = 0


class Outcome(msgspec.Struct):
    """What the rounds showed."""

    rounds: int = 0
    promises: int = 0
    lost: int = 0
    unopenable: list[str] = msgspec.field(default_factory=list)
    torn: int = 0
    """Imports or pages of which a part is there."""
    cut_in_work: int = 0
    """Rounds in which something was there that had not been promised yet: the kill fell between commit and promise."""

    @property
    def holds(self) -> bool:
        return not (self.lost or self.unopenable or self.torn)


# the child


def _tell(promise: Promise) -> None:
    os.write(1, msgspec.json.encode(promise) + b"\n")


def _note(record: bytes, text: str, mark: str | None = None) -> Write:
    groups = {"text": {"text": text}}
    return Write("note", record, None, {**groups, "import": {"import_id": mark}} if mark else groups)


def _work(folder: Path, vault: bytes, data_key: bytearray, *, control: bool) -> None:
    """Save, import and take pages until killed."""
    connection, head = open_store(folder, TEAM, vault, data_key)
    team = Compartment(TEAM, connection, head)
    county = _county_of(team.cursor(STREAM))
    chance = random.Random()
    while True:
        for promise in _act(team, county, chance.choice(("save", "save", "import", "page")), control=control):
            _tell(promise)


def _county_of(taken: int) -> CountyLog:
    """A county that goes on where the laptop is: number ``n`` of its log is always the same record."""
    return CountyLog(STREAM, begins_after=taken)


def _of_county(number: int) -> bytes:
    return b"county" + number.to_bytes(10, "big")


def _act(team: Compartment, county: CountyLog, what: str, *, control: bool) -> Iterator[Promise]:
    if what == "page":
        at = county.csn
        for number in range(at + 1, at + PAGE_EFFECTS + 1):
            county.write(AUTHOR, [_note(_of_county(number), f"from the county {number}")])
        page = county.page(at)
        names = tuple(_of_county(number).hex() for number in range(at + 1, page.cursor + 1))
        promise = Promise("page", names, page.cursor)
    else:
        count = IMPORT_RECORDS if what == "import" else 1
        names = tuple(random_id().hex() for _ in range(count))
        promise = Promise(what, names)
    if control:
        yield promise
    with team.writing():
        if what == "page":
            team.take_page(page)
        else:
            mark = names[0] if what == "import" else None
            for name in names:
                team.save(AUTHOR, [_note(bytes.fromhex(name), "saved " * 20, mark)])
    if not control:
        yield promise


# the parent


def torture(
    rounds: int,
    *,
    control: bool = False,
    seed: int | None = None,
    progress: Callable[[Outcome], None] = lambda _outcome: None,
) -> Outcome:
    """Kill that many children; the store lives on from one to the next. ``progress`` is called after each."""
    chance = random.Random(seed)
    outcome = Outcome()
    folder = Path(tempfile.mkdtemp(prefix="vatra-torture-"))
    try:
        vault = make_invented_vault(folder / "vault")
        promised: dict[str, Promise] = {}
        for _ in range(rounds):
            told = _live_and_die(vault, chance.uniform(*WORK_S), control=control)
            outcome.rounds += 1
            outcome.promises += len(told)
            promised.update({name: promise for promise in told for name in promise.records})
            _compare(vault, promised, outcome)
            progress(outcome)
            if outcome.unopenable:
                break
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return outcome


def _live_and_die(vault: InventedVault, life_s: float, *, control: bool) -> list[Promise]:
    command = [sys.executable, "-m", "tests.torture.kill", "--child", str(vault.folder)]
    child = subprocess.Popen(
        [*command, *(["--control"] if control else [])],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    identity = msgspec.msgpack.encode((_vault_id(vault), bytes(vault.data_key())))
    child.stdin.write(identity)
    child.stdin.close()
    said = b""
    deadline: float | None = None
    while deadline is None or time.monotonic() < deadline:
        wait_s = 30.0 if deadline is None else max(0.0, deadline - time.monotonic())
        if not select.select([child.stdout], [], [], wait_s)[0]:
            if deadline is None:
                break
            continue
        piece = os.read(child.stdout.fileno(), 65_536)
        if not piece:
            break
        said += piece
        deadline = deadline or time.monotonic() + life_s
    child.send_signal(signal.SIGKILL)
    said += child.stdout.read()  # what stood in the pipe was promised before the kill
    child.stdout.close()
    if child.wait() != -signal.SIGKILL:
        raise AssertionError(f"the child ended by itself: {child.returncode}")
    return [msgspec.json.decode(line, type=Promise) for line in said.split(b"\n")[:-1]]


def _vault_id(vault: InventedVault) -> bytes:
    return read_keyring(vault.folder).vault


def _compare(vault: InventedVault, promised: dict[str, Promise], outcome: Outcome) -> None:
    try:
        team = vault.open_team()
    except VatraError as problem:
        outcome.unopenable.append(str(problem))
        return
    rows = team.connection.execute("SELECT id, import_id FROM shown WHERE kind = 'note'").fetchall()
    cursor = team.cursor(STREAM)
    team.close()
    there = {bytes(row[0]).hex() for row in rows}
    outcome.lost += len(promised.keys() - there)
    of_import: dict[str, int] = {}
    for _, mark in rows:
        if mark is not None:
            of_import[mark] = of_import.get(mark, 0) + 1
    outcome.torn += sum(count != IMPORT_RECORDS for count in of_import.values())
    from_county = {name for name in there if name.startswith(b"county".hex())}
    outcome.torn += from_county != {_of_county(number).hex() for number in range(1, cursor + 1)}
    outcome.cut_in_work += bool(there - promised.keys())
    # What the store kept without a promise counts from now on: a later kill must not lose it either.
    for name in there - promised.keys():
        promised[name] = Promise("kept", (name,))
    for name in promised.keys() - there:
        del promised[name]  # counted once


def _say_now_and_then(outcome: Outcome) -> None:
    if outcome.rounds % SAY_EVERY == 0:
        print(f"{outcome.rounds} kills, {outcome.promises} promises, {outcome.lost} lost", flush=True)


def main(arguments: list[str]) -> int:
    """The command line; 0 when it came out as it must."""
    parser = argparse.ArgumentParser(prog="torture kill", description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=ROUNDS_BY_COMMAND)
    parser.add_argument("--control", action="store_true", help="promise before the commit: must lose")
    parser.add_argument("--seed", type=int)
    parser.add_argument("--child", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.child:
        vault, data_key = msgspec.msgpack.decode(sys.stdin.buffer.read())
        _work(chosen.child, vault, bytearray(data_key), control=chosen.control)
    began = time.monotonic()
    outcome = torture(chosen.runs, control=chosen.control, seed=chosen.seed, progress=_say_now_and_then)
    print(
        f"{outcome.rounds} kills, {outcome.promises} promises, {outcome.lost} lost, {outcome.torn} torn, "
        f"{len(outcome.unopenable)} stores that do not open, {outcome.cut_in_work} kills between commit and promise "
        f"({time.monotonic() - began:.0f} s)"
    )
    for problem in outcome.unopenable:
        print(problem)
    as_it_must = (not outcome.holds) if chosen.control else outcome.holds
    print(
        "the control loses, as it must"
        if chosen.control and as_it_must
        else "holds"
        if as_it_must
        else "FAILED"
    )
    return 0 if as_it_must else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
