"""One history: a seed decides who saves what, which messages are lost or late, which disks and databases go back in time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import NamedTuple

import msgspec

from app.domain.kinds import ANSWER_PREFIX, ASSESSMENT
from sync.protocol import Effect, Exchange, ProtocolError, Reply, decode, encode, raw
from tests.simulation.county import BACKUPS_KEPT, COMMUNES, NOW_S, STREAMS, County, UnknownFamily
from tests.simulation.laptop import Laptop, Slot, Write
from tests.simulation.mechanisms import Mechanisms
from tests.simulation.power import Power, PowerCut
from tests.simulation.signed import signed
from tests.simulation.truth import Truth, without_times

STRANGER = b"nobody's writer!"
FIFTY_YEARS_S = 50 * 365 * 86_400
MOST_LAPTOPS = 8
"""Copied disks included."""
ROUNDS_TO_QUIET = 400
STEPS_TO_A_CUT = 8
"""A power cut comes after fewer steps of storing than this."""
_HERE = next(iter(COMMUNES))
_IN_LETTERS = str.maketrans("0123456789", "abcdefghij")


@dataclass
class Outcome:
    """What one history held and broke."""

    seed: int
    saves: int
    txns_in_log: int
    faults: Counter[str]
    truth: Truth
    merged: object = field(repr=False)
    overheard: list[bytes] = field(repr=False)
    """Every answer that laptops of the first commune got."""
    elsewhere: frozenset[bytes] = field(repr=False)
    """Families that the first commune never had anything to do with."""


def play(
    seed: int, mechanisms: Mechanisms, *, clocks: int = 0, otherwise: frozenset[bytes] = frozenset()
) -> Outcome:
    """The history of a seed; ``clocks`` chooses other wall clocks for the same events, and in the families ``otherwise``
    people write other things.
    """
    history = History(seed, mechanisms, clocks, otherwise)
    history.play()
    return Outcome(
        seed,
        len(history.truth.saves),
        len(history.county.log),
        history.faults,
        history.truth,
        without_times(history.county.states),
        history.overheard,
        frozenset(family.id for family in history.families) - history.near,
    )


def judge_clocks(outcome: Outcome, mechanisms: Mechanisms) -> None:
    """Play the same history with other clocks and compare what was merged."""
    if play(outcome.seed, mechanisms, clocks=1).merged != outcome.merged:
        outcome.truth.broken("I11", "other wall clocks merged something else")


def judge_scope(outcome: Outcome, mechanisms: Mechanisms) -> None:
    """Play the same history with other words in families the first commune never had: its laptops must not hear of it."""
    other = play(outcome.seed, mechanisms, otherwise=outcome.elsewhere)
    if other.overheard != outcome.overheard:
        outcome.truth.broken("I12", "what was written elsewhere changed what a laptop was told")


@dataclass(frozen=True)
class Family:
    """A family as people know it."""

    id: bytes
    person: bytes
    commune: str
    """Where it lived at first."""
    mark: str
    """Begins every word that is ever written about it."""
    otherwise: bool

    @property
    def key(self) -> bytes:
        return (self.id[::-1] if self.otherwise else self.id) * 2


class Asked(NamedTuple):
    """A request reached the county."""

    device: bytes
    request: Exchange


class HandedOver(NamedTuple):
    """The office handed a family over."""

    family: bytes
    to: str


class ErasedByOrder(NamedTuple):
    """The office erased a family."""

    family: bytes
    reference: str


class BackedUp(NamedTuple):
    """The office made a backup; the first was made at the beginning."""


class Restored(NamedTuple):
    """The county went back to the backup at this place, and erased again what was erased by order."""

    place: int


Event = Asked | HandedOver | ErasedByOrder | BackedUp | Restored
"""What happened to the county, in order: enough to live it again on a real one."""


class History:
    """The world of one seed."""

    def __init__(
        self, seed: int, mechanisms: Mechanisms, clocks: int, otherwise: frozenset[bytes] = frozenset()
    ) -> None:
        self.random = Random(seed)
        self.clocks = Random(f"{seed}/{clocks}")
        self.truth = Truth()
        self.power = Power()
        self.faults: Counter[str] = Counter()
        self.harshness = self.random.choice((0.05, 0.2, 0.35))
        self.laptops = [self._laptop(mechanisms) for _ in range(self.random.randint(2, 6))]
        authors = {
            code: frozenset(one.author for one in self.laptops if one.stream == stream)
            for code, stream in STREAMS.items()
        }
        self.county = County(mechanisms, self.power, authors, self.truth.applied)
        self.backups = [self.county.copy()]
        self.in_common = [0]
        """Up to which csn each backup and the present log are one."""
        self.orders: list[tuple[bytes, tuple[str, ...]]] = []
        """Erasures, kept beside the county's database."""
        self.disks: list[Laptop] = [laptop.copy() for laptop in self.laptops]
        self.under_way: list[tuple[bytes, Exchange]] = []
        """Requests whose sender gave up waiting, or that the line delivers once more."""
        self.families = [self._family(place, otherwise) for place in range(4)]
        self.near: set[bytes] = {one.id for one in self.families if one.commune == _HERE}
        self.overheard: list[bytes] = []
        self.serial = 0
        self.events: list[Event] = []

    def _laptop(self, mechanisms: Mechanisms) -> Laptop:
        stream = self.random.choice(list(STREAMS.values()))
        return Laptop(
            self._id(),
            self._id(),
            self._id(),
            stream,
            mechanisms,
            self.power,
            self.truth.purged,
            self.truth.led_to,
            self.truth.squashed,
        )

    def _family(self, place: int, otherwise: frozenset[bytes]) -> Family:
        family = self._id()
        return Family(family, self._id(), list(COMMUNES)[place % 2], f"Family-{place}.", family in otherwise)

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
            (self._backup, 8),
            (self._snapshot_is_made, 10),
            (self._family_is_handed_over, 4),
            (self._family_is_erased, 0.5),
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
        known = [one for one in self.families if self._may_write(laptop, one)]
        stray = self.random.random() < 0.02
        whom = self.random.choice(self.families if stray or not known else known)
        if not stray and not known:
            return
        family = whom.id
        if laptop.stream == STREAMS[_HERE]:
            self.near.add(family)
        writes: list[Write] = []
        key = None
        if family not in laptop.keys:
            # Two laptops may open the same family, as imports of one list do; the first key stands.
            key = whom.key
        groups: dict[str, object] = {}
        for name in self.random.sample(("name", "phone", "flags", "void"), self.random.choice((1, 1, 1, 2))):
            groups[name] = self._value(name, whom)
        writes.append(Write("family", family, family, groups, key))
        if self.random.random() < 0.3:
            writes.append(Write("person", whom.person, family, {"name": self._value("name", whom)}))
        if self.random.random() < 0.1:
            writes.append(Write("family", family, family, {"phone": self._value("phone", whom)}))
        if self.random.random() < 0.15:
            writes.append(Write("note", whom.person[::-1], family, {"text": self._value("text", whom)}))
        if self.random.random() < 0.15:
            writes.append(self._of_newer_vatra(whom))
        writes += self._assessments(laptop, whom)
        wrote: dict[Slot, set[bytes]] = {}
        for one in writes:
            for name, value in one.groups.items():
                wrote.setdefault((one.record, name), set()).add(bytes(raw(value)))
        author = STRANGER if self.random.random() < 0.02 else laptop.author
        wall_s = NOW_S + self.clocks.randint(-FIFTY_YEARS_S, FIFTY_YEARS_S)
        txn_id = laptop.save(writes, self._id, wall_s, author)
        self.truth.saved(txn_id, laptop, family, {slot: frozenset(values) for slot, values in wrote.items()})

    @staticmethod
    def _may_write(laptop: Laptop, whom: Family) -> bool:
        """Whether the family stands on the laptop, or may be opened there."""
        if whom.id in laptop.leaving or whom.id in laptop.parted:  # it knows
            return False
        return whom.id in laptop.records or laptop.stream == STREAMS[whom.commune]

    def _of_newer_vatra(self, whom: Family) -> Write:
        """A kind and groups that this version has no word for, in spellings of its own."""
        self.faults["saved by a newer Vatra"] += 1
        text = f"{whom.mark}{self._said(whom)}"
        value = {"z": [1.5, None, {"b": text}], "a": b"\x00\xff", "n": -(1 << 40)}
        if self.random.random() < 0.5:
            return Write("family", whom.id, whom.id, {"later_group": value}, newer=True)
        record = bytes(one ^ 0x55 for one in whom.person)
        return Write("later_kind", record, whom.id, {"later_group": value, "void": {}}, newer=True)

    def _assessments(self, laptop: Laptop, whom: Family) -> list[Write]:
        """Now and then somebody signs one, or something writes into one that was signed."""
        chance = self.random.random()
        if chance < 0.1:
            record = self._id()
            self.truth.signed[record] = laptop.author
            answers = {f"v{number}": self._value("text", whom) for number in range(3)}
            self.faults["signed"] += 1
            return [Write(ASSESSMENT.name, record, whom.id, signed(laptop.author, record, answers))]
        of_family = {one for one, state in laptop.records.items() if state.family == whom.id}
        known = [one for one in self.truth.signed if one in of_family]
        if chance > 0.3 or not known:
            return []
        self.faults["written to after it was signed"] += 1
        question = self.random.choice(("v0", "v1", "v2", "v3"))
        groups = {f"{ANSWER_PREFIX}{question}": self._value(question, whom)}
        return [Write(ASSESSMENT.name, self.random.choice(known), whom.id, groups)]

    def _said(self, whom: Family) -> str:
        self.serial += 1
        said = self.random.randrange(3) if self.random.random() < 0.1 else self.serial
        digits = str(said)
        return digits.translate(_IN_LETTERS) if whom.otherwise else digits

    def _value(self, name: str, whom: Family) -> object:
        said = f"{whom.mark}{self._said(whom)}"
        if name == "flags":
            return {name: [said]}
        if name == "void" and self.random.random() < 0.5:
            return {}
        return {name: said}

    # the office

    def _family_is_handed_over(self) -> None:
        known = [one for one in self.families if one.id in self.county.homes]
        whom = self.random.choice(known or self.families)
        if not known or not any(one.family == whom.id for one in self.county.states.values()):
            return
        from_ = self.county.homes[whom.id].commune
        (to,) = COMMUNES.keys() - {from_}
        self.near.add(whom.id)
        self.county.hand_over(whom.id, to)
        self.events.append(HandedOver(whom.id, to))
        self.truth.handed_over(self.county, whom.id)
        self.faults["family handed over"] += 1

    def _snapshot_is_made(self) -> None:
        stream = self.random.choice(list(STREAMS.values()))
        if stream in self.county.snapshots:
            self.faults["snapshot overtaken"] += 1
        self.county.make_snapshot(stream)

    def _family_is_erased(self) -> None:
        known = [one for one in self.families if one.id in self.county.homes]
        whom = self.random.choice(known or self.families)
        if not known:
            return
        order = (whom.id, self.county.communes_of(whom.id))
        self.orders.append(order)
        self.truth.erased[whom.id] = (whom.mark.encode(), whom.key)
        self.county.erase(*order, order=str(len(self.orders)))
        self.events.append(ErasedByOrder(whom.id, str(len(self.orders))))
        self.faults["family erased"] += 1

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
             "request doubled", "reply doubled", "crash before commit", "crash after commit",
             "county cut off while storing", "laptop cut off while storing")
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
        if wrong and fault == "county cut off while storing":
            self.power.fail_after(self.random.randrange(STEPS_TO_A_CUT))
        try:
            reply = self._ask(laptop.device, decode(encode(asked), Exchange), late=late)
        except PowerCut:
            return False
        except UnknownFamily:
            return not with_keys and self._round(laptop, harshness, with_keys=True)
        self._overhear(laptop, reply)
        if wrong:
            if fault == "request doubled":
                self.under_way.append((laptop.device, asked))
            if fault == "reply truncated":
                self._cut(reply)
            if fault in ("reply truncated", "reply lost after commit", "crash before commit"):
                return False
        if wrong and fault == "laptop cut off while storing":
            self.power.fail_after(self.random.randrange(STEPS_TO_A_CUT))
        settled = self._take_in(laptop, asked, reply)
        if wrong and fault == "reply doubled":
            before = laptop.copy().__dict__
            self._take_in(laptop, asked, reply)
            if laptop.__dict__ != before:
                self.truth.broken("I9", "the same answer again changed a laptop")
        return settled

    def _ask(self, device: bytes, asked: Exchange, *, late: bool = False) -> Reply:
        """What the county answers. PowerCut or UnknownFamily when it cannot."""
        before = len(self.county.log)
        self.events.append(Asked(device, asked))
        try:
            return self.county.answer(asked, device, late=late)
        except PowerCut:
            self.events.pop()  # as if nobody had asked
            raise
        finally:
            self.power.stays()
            self.truth.answered(self.county, before)

    def _overhear(self, laptop: Laptop, reply: Reply) -> None:
        """What a laptop is told: nothing of a family that is not its commune's, and for the comparison of worlds all of it."""
        effects = [decode(body, Effect) for page in reply.pages for body in page.effects]
        for effect in effects:
            self.truth.overheard(effect)
        squashed = [one for part in reply.snapshots for one in self.county.snapshots[part.stream].effects]
        for effect in (*effects, *squashed):
            for one in effect.records:
                if one.family is None:
                    continue  # the county's own word about its workers
                home = self.county.homes.get(one.family)
                if home is None or STREAMS[home.commune] != laptop.stream:
                    self.truth.broken(
                        "I12", f"a laptop was told of a family of another commune, csn {effect.csn}"
                    )
        if laptop.stream == STREAMS[_HERE]:
            bare = [encode(msgspec.structs.replace(effect, log_hash=b"")) for effect in effects]
            bare += [encode(effect) for effect in squashed]
            self.overheard.append(
                encode(msgspec.structs.replace(reply, head_hash=b"", pages=(), snapshots=())) + b"".join(bare)
            )

    def _take_in(self, laptop: Laptop, asked: Exchange, reply: Reply) -> bool:
        effects = [decode(body, Effect) for page in reply.pages for body in page.effects]
        try:
            settled = laptop.take_in(asked, decode(encode(reply), Reply), self._id)
        except PowerCut:
            return False
        finally:
            self.power.stays()
            self.truth.stored(laptop, effects)
            self.truth.let_go(self.county, laptop)
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
            self._ask(device, asked)
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
        self._restore(len(self.backups) - 1)
        self.faults["disk cloned"] += 2
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
        self.events.append(BackedUp())
        self.in_common.append(len(self.county.log))
        self._say_durable()

    def _say_durable(self) -> None:
        self.county.durable_csn = min(self.in_common[-BACKUPS_KEPT:])

    def _county_goes_back(self) -> None:
        first = max(0, len(self.backups) - BACKUPS_KEPT)
        self._restore(self.random.randrange(first, len(self.backups)))

    def _restore(self, place: int) -> None:
        """The database of an earlier day; what was erased by order is erased again before anybody asks."""
        until = self.in_common[place]
        self.events.append(Restored(place))
        self.county.restored(self.backups[place])
        self.in_common = [min(one, until) for one in self.in_common]
        self.in_common[place] = len(self.county.log)
        self._say_durable()
        self.truth.restores += 1
        self.faults["county restored"] += 1
        for number, (family, communes) in enumerate(self.orders, 1):
            if family not in self.county.erased:
                since = self.county.communes_of(family) if family in self.county.homes else ()
                self.county.erase(family, sorted({*communes, *since}), str(number))

    # the end

    def _become_quiet(self) -> None:
        for device, asked in self.under_way:
            self._deliver(device, asked)
        for _ in range(2):
            for laptop in self.laptops:
                if not any(self._round(laptop, 0.0) for _ in range(ROUNDS_TO_QUIET)):
                    self.truth.broken("I19", f"no agreement after {ROUNDS_TO_QUIET} requests")
