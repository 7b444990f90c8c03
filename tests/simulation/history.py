"""One history: a seed decides who saves what, which messages are lost or late, which disks and databases go back in time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from sync.protocol import Exchange, ProtocolError, Reply, decode, encode, raw
from tests.simulation.county import County, UnknownFamily
from tests.simulation.laptop import Laptop, Slot, Write
from tests.simulation.mechanisms import Mechanisms
from tests.simulation.truth import Truth, without_times

STRANGER = b"nobody's writer!"
FIFTY_YEARS_S = 50 * 365 * 86_400
NOW_S = 1_790_000_000
MOST_LAPTOPS = 8
"""Copied disks included."""
ROUNDS_TO_QUIET = 400


@dataclass
class Outcome:
    """What one history held and broke."""

    seed: int
    saves: int
    txns_in_log: int
    faults: Counter[str]
    truth: Truth
    merged: object = field(repr=False)


def play(seed: int, mechanisms: Mechanisms, *, clocks: int = 0) -> Outcome:
    """The history of a seed; ``clocks`` chooses other wall clocks for the same events."""
    history = History(seed, mechanisms, clocks)
    history.play()
    return Outcome(
        seed,
        len(history.truth.saves),
        len(history.county.log),
        history.faults,
        history.truth,
        without_times(history.county.states),
    )


def judge_clocks(outcome: Outcome, mechanisms: Mechanisms) -> None:
    """Play the same history with other clocks and compare what was merged."""
    if play(outcome.seed, mechanisms, clocks=1).merged != outcome.merged:
        outcome.truth.broken("I11", "other wall clocks merged something else")


class History:
    """The world of one seed."""

    def __init__(self, seed: int, mechanisms: Mechanisms, clocks: int) -> None:
        self.random = Random(seed)
        self.clocks = Random(f"{seed}/{clocks}")
        self.truth = Truth()
        self.faults: Counter[str] = Counter()
        self.harshness = self.random.choice((0.05, 0.2, 0.35))
        self.laptops = [Laptop(self._id(), self._id(), self._id()) for _ in range(self.random.randint(2, 6))]
        authors = frozenset(laptop.author for laptop in self.laptops)
        self.county = County(mechanisms, authors, self.truth.applied)
        self.backups = [self.county.copy()]
        self.disks: list[Laptop] = [laptop.copy() for laptop in self.laptops]
        self.under_way: list[tuple[bytes, Exchange]] = []
        """Requests whose sender gave up waiting, or that the line delivers once more."""
        self.families = [self._id() for _ in range(3)]
        self.people = [self._id() for _ in range(3)]
        self.serial = 0

    def _id(self) -> bytes:
        return self.random.randbytes(16)

    def play(self) -> None:
        events: list[tuple[Callable[[], object], float]] = [
            (self._somebody_saves, 40),
            (self._somebody_syncs, 40),
            (self._somebody_works_on_while_syncing, 6),
            (self._late_delivery, 8),
            (self._laptop_goes_back, 30 * self.harshness / 4),
            (self._disk_is_copied, 12 * self.harshness / 4),
            (self._county_goes_back, 14 * self.harshness / 4),
            (self._everything_goes_back, 14 * self.harshness / 4),
            (self._three_copies_and_a_restore, 6 * self.harshness / 4),
            (self._backup, 5),
        ]
        actions, weights = zip(*events, strict=True)
        for _ in range(self.random.randint(60, 160)):
            self.random.choices(actions, weights)[0]()
        self._become_quiet()
        self.truth.judge(self.county, self.laptops)

    # people

    def _somebody_saves(self) -> None:
        laptop = self.random.choice(self.laptops)
        for _ in range(self.random.choice((1, 1, 1, 2, 4))):
            self._save(laptop)
        self._keep_disk(laptop)

    def _save(self, laptop: Laptop) -> None:
        place = self.random.randrange(len(self.families))
        family = self.families[place]
        writes: list[Write] = []
        key = None
        if family not in laptop.keys:
            # Two offices may open the same family, as imports of one list do; the first key stands.
            key = family * 2
        groups: dict[str, object] = {}
        for name in self.random.sample(("name", "phone", "flags", "void"), self.random.choice((1, 1, 1, 2))):
            groups[name] = self._value(name)
        writes.append(Write("family", family, family, groups, key))
        if self.random.random() < 0.3:
            writes.append(Write("person", self.people[place], family, {"name": self._value("name")}))
        if self.random.random() < 0.1:
            writes.append(Write("family", family, family, {"phone": self._value("phone")}))
        if self.random.random() < 0.15:
            writes.append(Write("note", self.people[place][::-1], family, {"text": self._value("text")}))
        wrote: dict[Slot, set[bytes]] = {}
        for one in writes:
            for name, value in one.groups.items():
                wrote.setdefault((one.record, name), set()).add(bytes(raw(value)))
        author = STRANGER if self.random.random() < 0.02 else laptop.author
        wall_s = NOW_S + self.clocks.randint(-FIFTY_YEARS_S, FIFTY_YEARS_S)
        txn_id = laptop.save(writes, self._id, wall_s, author)
        self.truth.saved(txn_id, laptop, {slot: frozenset(values) for slot, values in wrote.items()})

    def _value(self, name: str) -> object:
        self.serial += 1
        said = self.random.randrange(3) if self.random.random() < 0.1 else self.serial
        if name == "flags":
            return {name: [str(said)]}
        if name == "void" and self.random.random() < 0.5:
            return {}
        return {name: str(said)}

    # exchanges

    def _somebody_syncs(self) -> None:
        laptop = self.random.choice(self.laptops)
        for _ in range(self.random.choice((1, 2, 3, 8))):
            if self._round(laptop, self.harshness):
                break
        self._keep_disk(laptop)

    def _somebody_works_on_while_syncing(self) -> None:
        laptop = self.random.choice(self.laptops)
        self._round(laptop, self.harshness, meanwhile=lambda: self._save(laptop))
        self._keep_disk(laptop)

    def _round(
        self,
        laptop: Laptop,
        harshness: float,
        meanwhile: Callable[[], None] = lambda: None,
        *,
        with_keys: bool = False,
    ) -> bool:
        """One request with whatever happens to it; whether both sides agree."""
        asked = laptop.prepare(self.random.choice((1, 400, 4_000, 64_000)), with_keys=with_keys)
        meanwhile()
        wrong = self.random.random() < harshness
        fault = self.random.choice(
            ("request lost", "request truncated", "reply lost after commit", "reply truncated", "request late",
             "request doubled", "reply doubled", "crash before commit", "crash after commit")
        )  # fmt: skip
        late = self.random.random() < 0.15
        if wrong:
            self.faults[fault] += 1
            if fault == "request late":
                self.under_way.append((laptop.device, asked))
            if fault == "request truncated":
                self._cut(asked)
            if fault in ("request late", "request truncated", "request lost"):
                return False
        try:
            reply = self.county.answer(decode(encode(asked), Exchange), laptop.device, late=late)
        except UnknownFamily:
            return not with_keys and self._round(laptop, harshness, with_keys=True)
        if wrong:
            if fault == "request doubled":
                self.under_way.append((laptop.device, asked))
            if fault == "reply truncated":
                self._cut(reply)
            if fault in ("reply truncated", "reply lost after commit", "crash before commit"):
                return False
        settled = self._take_in(laptop, asked, reply)
        if wrong and fault == "reply doubled":
            before = laptop.copy().__dict__
            self._take_in(laptop, asked, reply)
            if laptop.__dict__ != before:
                self.truth.broken("I9", "the same answer again changed a laptop")
        return settled

    def _take_in(self, laptop: Laptop, asked: Exchange, reply: Reply) -> bool:
        settled = laptop.take_in(asked, decode(encode(reply), Reply), self._id)
        own = {one.txn_id for one in laptop.outbox}
        self.truth.acknowledged |= {answer.txn_id for answer in reply.answers if answer.txn_id in own}
        return settled

    def _cut(self, message: Exchange | Reply) -> None:
        whole = encode(message)
        try:
            decode(whole[: self.random.randrange(len(whole))], type(message))
        except ProtocolError:
            return
        self.truth.broken("I9", "part of a message was taken for a whole one")

    def _late_delivery(self) -> None:
        if not self.under_way:
            return
        device, asked = self.under_way.pop(self.random.randrange(len(self.under_way)))
        if self.random.random() < 0.3:
            self.under_way.append((device, asked))
        self.faults["delivered late"] += 1
        self._deliver(device, asked)

    def _deliver(self, device: bytes, asked: Exchange) -> None:
        segment = asked.segment
        known = {row.answer.txn_id for row in self.county.log}
        ids = {decode(txn.header, list[object])[0] for txn in segment.txns} if segment else set()
        before = len(self.county.log)
        try:
            self.county.answer(asked, device)
        except UnknownFamily:
            return
        if ids <= known and len(self.county.log) != before:
            self.truth.broken("I9", "a repeated request made the log longer")

    # disks and databases

    def _keep_disk(self, laptop: Laptop) -> None:
        if self.random.random() < 0.4:
            self.disks.append(laptop.copy())

    def _laptop_goes_back(self) -> int:
        at = self.random.randrange(len(self.laptops))
        older = [disk for disk in self.disks if disk.device == self.laptops[at].device]
        self.laptops[at] = self.random.choice(older).copy()
        self.faults["laptop restored"] += 1
        return at

    def _everything_goes_back(self) -> None:
        """The county's database and then an office come back from old backups, and the office goes on working."""
        self._county_goes_back()
        at = self._laptop_goes_back()
        for _ in range(3):
            self._save(self.laptops[at])
        self._round(self.laptops[at], self.harshness)

    def _disk_is_copied(self) -> None:
        if len(self.laptops) < MOST_LAPTOPS:
            self.laptops.append(self.random.choice(self.laptops).copy())
            self.faults["disk cloned"] += 1

    def _three_copies_and_a_restore(self) -> None:
        """One disk goes on in three laptops, one of which parted from the others, when the county's database is lost.

        The one that parted names a place in a chain that means something else by now: the case for a parent's hash.
        """
        if len(self.laptops) + 2 > MOST_LAPTOPS:
            return
        first = self.random.choice(self.laptops)
        self._until_agreed(first)
        self._backup()
        behind = first.copy()
        self._save(first)
        self._until_agreed(first)
        ahead = first.copy()
        self.laptops += [behind, ahead]
        for laptop in (ahead, first):
            self._save(laptop)
            self._round(laptop, self.harshness)
        self.county.restored(self.backups[-1])
        self.truth.restores += 1
        self.faults["disk cloned"] += 2
        self.faults["county restored"] += 1
        for laptop in (behind, first):
            for _ in range(3):
                self._save(laptop)
            self._round(laptop, self.harshness)

    def _until_agreed(self, laptop: Laptop) -> None:
        for _ in range(20):
            if self._round(laptop, self.harshness):
                return

    def _backup(self) -> None:
        self.backups.append(self.county.copy())

    def _county_goes_back(self) -> None:
        self.county.restored(self.random.choice(self.backups[-6:]))
        self.truth.restores += 1
        self.faults["county restored"] += 1

    # the end

    def _become_quiet(self) -> None:
        for device, asked in self.under_way:
            self._deliver(device, asked)
        for _ in range(2):
            for laptop in self.laptops:
                if not any(self._round(laptop, 0.0) for _ in range(ROUNDS_TO_QUIET)):
                    self.truth.broken("I19", f"no agreement after {ROUNDS_TO_QUIET} requests")
