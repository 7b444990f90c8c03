"""Workers come and go, keys rotate, processes are killed in the middle - in random order, again and again.

After each act every promise of the keyring is looked at from outside: each grant opens its file, the recovery key opens every
file, one data key per compartment is current, whoever left opens nothing, and no record is gone. A sequence has one laptop
and ends with each worker who is still there signing in.

The control leaves out the new data keys when somebody leaves: whoever left must then still be able to read; the first such sequence ends it.
"""

import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import msgspec

from app.domain.access import compartments_of
from app.domain.ids import random_id
from app.domain.kinds import NOTE, groups_of
from app.errors import KeyringDamaged, VatraError
from app.keys.grants import open_grant
from app.keys.keyring import ACTIVE, RECOVERY, Keyring, WorkerEntry, data_keys_of, former_keys_of
from app.keys.recovery import make_answer
from app.keys.slots import FLOOR, WorkerKeys, open_slot
from app.services.recovering import ask_for_recovery, take_recovery_answer
from storage import reading, workers
from storage.compartment import Write
from storage.driver import DatabaseError
from storage.keyring_file import read_keyring
from storage.opening import connect, store_path
from storage.vault import Unlocked, Vault
from tests.fixtures.vault import InventedVault, make_invented_vault
from tests.torture.command import parser_of, run_and_tell

SEQUENCES = 1000
ACTS = 7
LONGEST_LIFE_S = 0.25
NEW_WORDS = "words chosen after the old ones were forgotten"
PROFESSIONS = (
    "social_worker",
    "social_technician",
    "community_nurse",
    "health_mediator",
    "school_counsellor",
)


class Outcome(msgspec.Struct):
    """What the sequences showed."""

    sequences: int = 0
    acts: dict[str, int] = msgspec.field(default_factory=dict)
    kills: int = 0
    wrong: list[str] = msgspec.field(default_factory=list)

    @property
    def holds(self) -> bool:
        return not self.wrong

    def told(self) -> str:
        acts = ", ".join(f"{count} {name}" for name, count in sorted(self.acts.items()))
        return f"{self.sequences} sequences ({acts}), {self.kills} kills, {len(self.wrong)} promises broken"

    def problems(self) -> list[str]:
        return self.wrong


class Laptop:
    """One laptop and what must be true of it; every act is done by a process of its own."""

    def __init__(
        self, made: InventedVault, chance: random.Random, outcome: Outcome, *, control: bool
    ) -> None:
        self.folder, self.recovery = made.folder, made.recovery
        self._chance, self._outcome, self._control = chance, outcome, control
        self.keys = {made.worker.id: made.keys}
        self.left: dict[bytes, Keyring] = {}
        self.notes = 0

    def present(self) -> list[WorkerEntry]:
        return [one for one in read_keyring(self.folder).workers if one.status == ACTIVE]

    def act(self) -> None:
        """Something happens; sometimes the process is killed in the middle of it."""
        here = self.present()
        who = self._chance.choice(here)
        others = [one for one in here if one.id != who.id]
        choices: list[tuple[str, Callable[[Vault], None] | None]] = [
            ("sign_in", lambda _vault: None),
            ("rotate", lambda vault: vault.rotate(self._chance.choice(tuple(vault.compartments)))),
            ("hand_over", self._hand_over),
        ]
        if len(here) < 5:
            newcomer = self._newcomer()
            choices += [("add", newcomer)] * 2
        if others:
            leaver = self._chance.choice(others)
            choices.append(("remove", lambda vault: self._remove(vault, leaver)))
        choices.append(("recover", None))
        name, work = self._chance.choice(choices)
        if work is None:
            self._count(name)
            self._in_a_process(lambda: self._recover(who))
            self._learn_keys(who.id)
            return
        if name == "remove":
            self.left[leaver.id] = read_keyring(self.folder)
        self._count(name)
        self._in_a_process(lambda: self._signed_in(who, work), notes=1)
        if name == "remove" and leaver.id in {one.id for one in self.present()}:
            del self.left[leaver.id]  # killed before it was written down

    def _count(self, name: str) -> None:
        self._outcome.acts[name] = self._outcome.acts.get(name, 0) + 1

    def _recover(self, who: WorkerEntry) -> None:
        """Somebody forgot the passphrase: request, answer of the county office, new keys."""
        request, answer = self.folder.with_name("request"), self.folder.with_name("answer")
        ask_for_recovery(self.folder, who.id, NEW_WORDS, "forgotten", request, costs=FLOOR)
        county = read_keyring(self.folder).recovery[0].county
        holders = ("Irina Pavel", "Radu Toma")
        answer.write_bytes(
            make_answer(request.read_bytes(), self.recovery, county, holders, int(time.time()))
        )
        take_recovery_answer(self.folder, who.id, NEW_WORDS, answer)

    def _learn_keys(self, worker: bytes) -> None:
        """The keys the worker has now: those of before, or the new ones when the answer was taken."""
        keyring = read_keyring(self.folder)
        entry, slot = keyring.worker(worker), keyring.slot(worker)
        assert entry is not None
        assert slot is not None
        if entry.receive_key != self.keys[worker].receive_public:
            self.keys[worker] = open_slot(slot, NEW_WORDS)

    def _newcomer(self) -> Callable[[Vault], None]:
        keys, profession = WorkerKeys.new(), self._chance.choice(PROFESSIONS)
        entry = WorkerEntry(random_id(), "Somebody", profession, keys.receive_public, keys.sign_public)
        self.keys[entry.id] = keys
        readable = compartments_of(profession)
        return lambda vault: (workers.add_worker(vault, entry, keys, "four words", readable, FLOOR), None)[1]

    @staticmethod
    def _hand_over(vault: Vault) -> None:
        for due in workers.dues(vault, compartments_of):
            workers.hand_over(vault, due)

    def _remove(self, vault: Vault, leaver: WorkerEntry) -> None:
        if self._control:
            workers.settle_departures = lambda _vault: ()
        workers.remove(vault, leaver.id)

    def unlocked(self, who: WorkerEntry) -> Unlocked:
        """What the worker's passphrase would open, without the second that takes."""
        keyring, keys = read_keyring(self.folder), self.keys[who.id]
        granted, former = data_keys_of(keyring, who.id, keys), former_keys_of(keyring, who.id, keys)
        return Unlocked(keyring, who, keys, granted, former)

    def _signed_in(self, who: WorkerEntry, work: Callable[[Vault], None]) -> None:
        with Vault.open_unlocked(self.folder, self.unlocked(who)) as vault:
            if not self._control:
                workers.settle_departures(vault)
            work(vault)
            with vault.team.writing():
                note = groups_of(NOTE, {"text": "kept"})
                vault.team.save(who.id, [Write("note", random_id(), None, note)])

    def _in_a_process(self, work: Callable[[], None], notes: int = 0) -> None:
        killed_after = self._chance.choice((None, self._chance.uniform(0, LONGEST_LIFE_S)))
        child = os.fork()
        if child == 0:
            try:
                work()
                os._exit(0)
            except BaseException as problem:
                print(f"{type(problem).__name__}: {problem}", file=sys.stderr)
                os._exit(1)
        if killed_after is not None:
            time.sleep(killed_after)
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        self._outcome.kills += os.WIFSIGNALED(status)
        if os.WIFEXITED(status):
            if os.WEXITSTATUS(status):
                self._outcome.wrong.append("an act failed although nobody was in its way")
            self.notes += notes

    def look(self) -> None:
        """Every promise, looked at from outside."""
        keyring = read_keyring(self.folder)
        for grant in keyring.grants:
            unfinished = (
                len({one.epoch for one in keyring.grants if one.compartment == grant.compartment}) > 1
            )
            granter = keyring.worker(grant.granter)
            assert granter is not None
            receive = self.recovery if grant.recipient == RECOVERY else self.keys[grant.recipient].receive
            key = open_grant(grant, receive, granter.sign_key)
            if not unfinished and not self._opens(grant.compartment, key):
                self._outcome.wrong.append(f"a grant of {grant.compartment} does not open its file")
        for name in keyring.compartments():
            recovered = [
                one
                for one in keyring.grants
                if (one.recipient, one.compartment) == (RECOVERY, name) and one.epoch == keyring.epoch(name)
            ]
            if len(recovered) != 1:
                self._outcome.wrong.append(f"recovery has {len(recovered)} grants of {name}")

    def end(self) -> None:
        """Everybody who is left signs in: unfinished things are ended, and nobody who left reads anything current."""
        for who in self.present():
            with Vault.open_unlocked(self.folder, self.unlocked(who)) as vault:
                if not self._control:
                    workers.settle_departures(vault)
                if reading.count_of(vault.team.connection, "note") < self.notes:
                    self._outcome.wrong.append("a record is gone")
        keyring = read_keyring(self.folder)
        read_here = {
            name for who in self.present() for name in data_keys_of(keyring, who.id, self.keys[who.id])
        }
        for name in read_here:
            if len({one.epoch for one in keyring.grants if one.compartment == name}) != 1:
                self._outcome.wrong.append(f"more than one key of {name} is current")
        for leaver, kept in self.left.items():
            # What somebody took along: the keyring of that day, and the private keys.
            for name, key in data_keys_of(kept, leaver, self.keys[leaver]).items():
                if name in read_here and self._opens(name, key):
                    self._outcome.wrong.append(f"somebody who left opens {name}")
        self.look()

    def _opens(self, compartment: str, key: bytearray) -> bool:
        try:
            connect(store_path(self.folder, compartment), key).close()
        except DatabaseError:
            return False
        return True


def torture(sequences: int, *, control: bool = False, seed: int | None = None) -> Outcome:
    """So many sequences, each on a fresh copy of one laptop."""
    chance = random.Random(seed)
    outcome = Outcome()
    home = Path(tempfile.mkdtemp(prefix="vatra-torture-"))
    try:
        made = make_invented_vault(home / "made", readable=compartments_of("social_worker"))
        for number in range(sequences):
            laptop = Laptop(made.copy(home / "laptop"), chance, outcome, control=control)
            try:
                for _ in range(ACTS):
                    laptop.act()
                    laptop.look()
                laptop.end()
            except (VatraError, KeyringDamaged, AssertionError) as problem:
                outcome.wrong.append(f"{type(problem).__name__}: {problem}")
            shutil.rmtree(home / "laptop")
            outcome.sequences = number + 1
            if control and outcome.wrong:
                break
            if outcome.sequences % 50 == 0:
                print(outcome.told(), flush=True)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    return outcome


def main(arguments: list[str]) -> int:
    """The command line; 0 when it came out as it must."""
    chosen = parser_of("keys", __doc__, SEQUENCES, "no new keys when somebody leaves").parse_args(arguments)
    return run_and_tell(
        lambda: torture(chosen.runs, control=chosen.control, seed=chosen.seed), control=chosen.control
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
