"""Kill a working process at random moments and look whether anything that it had promised is gone.

A child (``victim``) has the vault of an enrolled laptop and saves, imports and syncs with a real county server, telling each
promise after it holds; a colleague writes into the same stream, so that pages arrive. The parent kills the child with
SIGKILL - also while the county answers -, opens the store again with every check and compares. At the end one sync has to
succeed, and the county to hold every save exactly once. A kill ends the process, not the disk: power cuts that drop
unsynced writes are another torture.

The control tells "saved" before the commit. It must lose, or the harness is blind.
"""

import os
import random
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path

import msgspec

from app.errors import VatraError, VaultInUse
from app.services import syncing
from storage.compartment import Compartment
from storage.opening import open_store
from storage.vault import TEAM, Unlocked, Vault, lock_vault, unlock_keys
from tests.fixtures.laptops import at_once
from tests.torture.command import parser_of, run_and_tell
from tests.torture.office import PASSPHRASE, Colleague, Office, whole_log
from tests.torture.promises import Told, read_told, records_in, torn_imports
from tests.torture.victim import Orders

ROOT = Path(__file__).resolve().parents[2]
ROUNDS_BY_COMMAND = 500
LIFE_TOLD = (1, 30)
LIFE_S = (0.0, 0.02)
"""A child lives until it has told so many things, and then so long: on a slow machine it gets as far as on a fast one."""
PATIENCE_S = 60.0
REFUSED_WITHIN_S = 1.0
SAY_EVERY = 50
COLLEAGUE_NOTES = (0, 6)
_IN_SYNC = {"begins", "asks", "answered"}


class Outcome(msgspec.Struct):
    """What the rounds showed."""

    kills: int = 0
    promises: int = 0
    syncs: int = 0
    kills_in_sync: int = 0
    kills_in_request: int = 0
    """Of these: while the county was answering."""
    kills_before_promise: int = 0
    """What was there had not been promised yet: the kill fell between commit and promise."""
    from_county: int = 0
    slowest_refusal_s: float = 0.0
    """Of a second process, while the first was alive."""
    lost: int = 0
    locks: list[str] = msgspec.field(default_factory=list)
    """A second process that was let in or had to wait, or a vault that was not free again after a kill."""
    torn: list[str] = msgspec.field(default_factory=list)
    """Imports, pages or own saves of which only a part is there."""
    unopenable: list[str] = msgspec.field(default_factory=list)
    at_county: int = 0
    county_lacks: list[str] = msgspec.field(default_factory=list)

    @property
    def holds(self) -> bool:
        return not (self.lost or self.locks or self.torn or self.unopenable or self.county_lacks)

    def told(self) -> str:
        return (
            f"{self.kills} kills ({self.kills_in_sync} in a sync, {self.kills_in_request} while the county answered, "
            f"{self.kills_before_promise} between commit and promise), {self.promises} promises, {self.syncs} syncs, "
            f"{self.from_county} notes from the county: {self.lost} lost, {len(self.torn)} torn, "
            f"{len(self.unopenable)} stores that do not open; {self.at_county} saves at the county, "
            f"{len(self.county_lacks)} not there once; {len(self.locks)} times the lock let in the wrong one, a second process "
            f"refused within {self.slowest_refusal_s:.2f} s"
        )

    def problems(self) -> list[str]:
        return [*self.unopenable, *self.locks, *self.torn, *self.county_lacks]


def torture(
    rounds: int,
    *,
    control: bool = False,
    seed: int | None = None,
    progress: Callable[[Outcome], None] = lambda _outcome: None,
) -> Outcome:
    """Kill that many children; the vault lives on from one to the next. ``progress`` is called after each.

    Ends early when the store no longer opens, and in the control with the first loss.
    """
    outcome = Outcome()
    chance = random.Random(seed)
    with ExitStack() as ends:
        folder = Path(ends.enter_context(tempfile.TemporaryDirectory(prefix="vatra-torture-")))
        office = ends.enter_context(closing(Office(folder / "county")))
        with office.enrol(folder / "vault") as vault:
            worker = vault.worker.id
        colleague = ends.enter_context(closing(Colleague(office)))
        laptop = ends.enter_context(closing(Laptop(folder / "vault", worker)))
        for _ in range(rounds):
            colleague.writes(chance.randint(*COLLEAGUE_NOTES))
            life = chance.randint(*LIFE_TOLD), chance.uniform(*LIFE_S)
            told = laptop.lives_and_dies(*life, outcome, control=control)
            _count(told, outcome)
            laptop.compare(told, colleague, outcome)
            progress(outcome)
            if outcome.unopenable or (control and outcome.lost):
                return outcome
        laptop.finish(office, colleague, outcome)
    return outcome


def _count(told: list[Told], outcome: Outcome) -> None:
    outcome.kills += 1
    outcome.promises += sum(one.what in ("save", "import", "synced") for one in told)
    outcome.syncs += sum(one.what == "synced" for one in told)
    steps = [one.what for one in told if one.what not in ("save", "import")]
    outcome.kills_in_sync += bool(steps) and steps[-1] in _IN_SYNC
    outcome.kills_in_request += bool(steps) and steps[-1] == "asks"


def _start() -> subprocess.Popen[bytes]:
    """A child that waits for its orders: the next one starts Python while this one works."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.torture.victim"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )


class Laptop:
    """The vault between the kills, and everything that was promised about it."""

    def __init__(self, folder: Path, worker: bytes) -> None:
        self._orders = Orders(str(folder), worker, PASSPHRASE, control=False)
        self._unlocked: Unlocked = unlock_keys(folder, worker, PASSPHRASE)
        self._promised: set[str] = set()
        self._imports: set[str] = set()
        self._cursor = 0
        self._next = _start()

    def lives_and_dies(self, telling: int, life_s: float, outcome: Outcome, *, control: bool) -> list[Told]:
        """Let a child work and kill it so long after it has told so many things; what it told."""
        child, self._next = self._next, _start()
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(msgspec.msgpack.encode(msgspec.structs.replace(self._orders, control=control)))
        child.stdin.close()
        said = b""
        while said.count(b"\n") < telling and select.select([child.stdout], [], [], PATIENCE_S)[0]:
            said += (piece := os.read(child.stdout.fileno(), 65_536))
            if not piece:
                break
        self._is_in_use(outcome)
        time.sleep(life_s)
        child.send_signal(signal.SIGKILL)
        said += child.stdout.read()  # what stood in the pipe was promised before the kill
        child.stdout.close()
        if child.wait() != -signal.SIGKILL:
            raise AssertionError(f"the child ended by itself: {child.returncode}")
        self._is_free(outcome)
        return read_told(said.split(b"\n")[:-1])

    def _is_in_use(self, outcome: Outcome) -> None:
        """This process is the second one: refused at once, without asking for the passphrase."""
        began = time.monotonic()
        try:
            Vault.open(Path(self._orders.folder), self._orders.worker, PASSPHRASE).close()
            outcome.locks.append(f"kill {outcome.kills + 1}: a second process was let in")
        except VaultInUse:
            outcome.slowest_refusal_s = max(outcome.slowest_refusal_s, time.monotonic() - began)
        if time.monotonic() - began > REFUSED_WITHIN_S:
            outcome.locks.append(f"kill {outcome.kills + 1}: a second process had to wait")

    def _is_free(self, outcome: Outcome) -> None:
        try:
            lock_vault(Path(self._orders.folder)).release()
        except VaultInUse:
            outcome.locks.append(f"kill {outcome.kills + 1}: in use after the kill")

    def compare(self, told: list[Told], colleague: Colleague, outcome: Outcome) -> None:
        """Open the store with every check and look for all that was ever promised."""
        for one in told:
            self._promised.update(one.records)
            self._imports.update({one.import_id} - {""})
            self._cursor = max(self._cursor, one.cursor)
        try:
            team = self._open_team()
        except VatraError as problem:
            outcome.unopenable.append(f"kill {outcome.kills}: {problem}")
            return
        try:
            there = records_in(team.connection)
            torn = [*torn_imports(there), *self._torn_pages(team, colleague), *_torn_saves(team)]
        finally:
            team.close()
        outcome.torn += [f"kill {outcome.kills}: {what}" for what in torn]
        imports = {mark for mark in there.values() if mark}
        notes = {record.hex() for record in colleague.written.values()}
        outcome.lost += len(self._promised - there.keys()) + len(self._imports - imports)
        outcome.from_county = len(there.keys() & notes)
        told_with_import = {record for record, mark in there.items() if mark in self._imports}
        outcome.kills_before_promise += bool(there.keys() - notes - told_with_import - self._promised)
        # What the store kept without a promise counts from now on; what was lost is counted once.
        self._promised, self._imports = there.keys() - notes, imports

    def close(self) -> None:
        """End the child that was not needed any more."""
        self._next.kill()
        self._next.communicate()

    def finish(self, office: Office, colleague: Colleague, outcome: Outcome) -> None:
        """One sync to the end: nothing waits or is held back, and the county has every save once."""
        with Vault.open(Path(self._orders.folder), self._orders.worker, PASSPHRASE) as vault:
            syncing.sync_now(at_once, vault, lambda *_: None)
            rows = vault.team.connection.execute("SELECT txn_id, state FROM outbox").fetchall()
            outcome.torn += self._torn_pages(vault.team, colleague)
            if vault.team.cursor(colleague.stream) < max(colleague.written, default=0):
                outcome.county_lacks.append("the last sync did not bring everything")
        times = whole_log(office)
        outcome.at_county = len(rows)
        for txn_id, state in rows:
            if state != "at_county" or times[bytes(txn_id)] != 1:
                outcome.county_lacks.append(
                    f"{bytes(txn_id).hex()} is {state}, {times[bytes(txn_id)]} times there"
                )

    def _open_team(self) -> Compartment:
        key = bytearray(self._unlocked.data_keys[TEAM])
        return Compartment(
            TEAM, *open_store(Path(self._orders.folder), TEAM, self._unlocked.keyring.vault, key)
        )

    def _torn_pages(self, team: Compartment, colleague: Colleague) -> list[str]:
        cursor = team.cursor(colleague.stream)
        rows = team.connection.execute("SELECT id, csn FROM record").fetchall()
        there = {bytes(row[0]) for row in rows}
        at_or_below = {note for csn, note in colleague.written.items() if csn <= cursor}
        found = {note for note in colleague.written.values() if note in there}
        torn = []
        if cursor < self._cursor:
            torn.append(f"the cursor went back from {self._cursor} to {cursor}")
        if found != at_or_below:
            torn.append(f"{len(at_or_below ^ found)} notes of the county do not agree with cursor {cursor}")
        if any(int(row[1]) > cursor for row in rows):
            torn.append(f"records beyond cursor {cursor}")
        self._cursor = cursor
        return torn


def _torn_saves(team: Compartment) -> list[str]:
    """An own save is laid over the records until its effect is in, and no longer."""
    waiting, done = team.connection.execute(
        "SELECT count(*) FILTER (WHERE state <> 'at_county' AND txn_id NOT IN (SELECT txn_id FROM pending_op)), "
        "count(*) FILTER (WHERE state = 'at_county' AND txn_id IN (SELECT txn_id FROM pending_op)) FROM outbox"
    ).fetchone()
    return [f"{waiting} saves wait without their ops, {done} are done but still laid over"] * bool(
        waiting or done
    )


def _say_now_and_then(outcome: Outcome) -> None:
    if outcome.kills % SAY_EVERY == 0:
        print(outcome.told(), flush=True)


def main(arguments: list[str]) -> int:
    """The command line; 0 when it came out as it must."""
    chosen = parser_of("kill", __doc__, ROUNDS_BY_COMMAND, "promise before the commit: must lose").parse_args(
        arguments
    )
    return run_and_tell(
        lambda: torture(chosen.runs, control=chosen.control, seed=chosen.seed, progress=_say_now_and_then),
        control=chosen.control,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
