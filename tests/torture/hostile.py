"""A laptop that lies: forged, foreign, torn and oversized requests against a real county, beside honest laptops.

It holds its own key, so everything it sends is well signed where that is in its power. The county answers with a refusal that stores
nothing, or with places in the log; what it applied is of the liar's own worker and chain and goes into the liar's own
stream, what it showed is of that stream. The honest lose nothing, and the log adds up. ``--control`` believes every
author and every signature, and must be caught.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest import mock

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import select

from app.domain.ids import random_id
from sync.core.chain import Link
from sync.core.county import LOG_GENESIS, log_hash
from sync.protocol import (
    EXCHANGE_PATH,
    Exchange,
    Op,
    Outcome,
    ProtocolError,
    Reply,
    Txn,
    TxnHeader,
    decode,
    encode,
    raw,
)
from sync.server import exchange, tables
from sync.server.exchange import CountyOffice
from sync.server.refusal import Refused
from tests.fixtures.county import COMMUNE, DirectLine, PlainLaptop, RunningCounty, enrol_request
from tests.torture.command import parser_of, run_and_tell

CASES_BY_COMMAND = 10_000
OTHER_COMMUNE = "ro-22999"
MOMENT_S = 1_795_000_000
LONGEST_S = 2.0
"""An answer to nonsense takes no longer."""


@dataclass
class Lies:
    """What was tried, what became of it, and what should not have happened."""

    cases: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    parked: Counter[str] = field(default_factory=Counter)
    applied: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        return not self.wrong

    def told(self) -> str:
        refused = ", ".join(f"{code} {count}" for code, count in sorted(self.refused.items()))
        parked = ", ".join(f"{reason} {count}" for reason, count in sorted(self.parked.items()))
        return f"{self.cases} lies: refused {refused}; parked {parked}; {self.applied} saves were none; {len(self.wrong)} wrong"

    def problems(self) -> list[str]:
        return self.wrong


class World:
    """A county with an honest laptop in each of two communes, and a liar in the first."""

    def __init__(self, folder: Path) -> None:
        self.county = RunningCounty(folder)
        self.county.add_commune(OTHER_COMMUNE, "Răcăciuni")
        self.office = CountyOffice(self.county.store, now=lambda: MOMENT_S)
        self.ana, self.far = self._laptop("Ana", COMMUNE), self._laptop("Vasile", OTHER_COMMUNE)
        self.liar = self._laptop("Mallory", COMMUNE)
        for honest in (self.ana, self.far):
            self.family_of(honest)
        self.sealed = self._sealed_by(self.ana)
        self.csn = self._csn()

    def _laptop(self, worker: str, commune: str) -> PlainLaptop:
        key, device = Ed25519PrivateKey.generate(), random_id()
        line = DirectLine(self.office, self.county.card.county, device, key.sign)
        reply = line.enrol(enrol_request(self.county.enrolment_code(commune, worker), device, key))
        return PlainLaptop(self.county, line, device, key, reply)

    def family_of(self, laptop: PlainLaptop) -> None:
        laptop.family(name="Lupu", phone="0")
        assert laptop.push().answers[0].outcome is Outcome.APPLIED
        laptop.pull()

    def _sealed_by(self, laptop: PlainLaptop) -> bytes:
        """An assessment that this laptop's worker finished."""
        record = random_id()
        laptop.save(
            laptop.op("assessment", record, {"sealed": {"on": "2026-11-20"}, "q/roof": {"roof": "leaks"}})
        )
        assert laptop.push(laptop.n).answers[0].outcome is Outcome.APPLIED
        laptop.pull()
        return record

    def _csn(self) -> int:
        with self.county.store.reading() as connection:
            return int(connection.execute(select(tables.county.c.csn)).scalar_one())

    def agree_on_nonces(self) -> None:
        """Everybody signs what the county waits for, whatever a lie did to it."""
        with self.county.store.reading() as connection:
            rows = connection.execute(select(tables.device.c.id, tables.device.c.nonce)).all()
        nonces = {row.id: row.nonce for row in rows}
        for laptop in (self.ana, self.far, self.liar):
            laptop.line.nonce = nonces[laptop.device]

    def news(self) -> list[Any]:
        """What came into the log since the last time, with its device and the streams it was told to."""
        log, chain, effect = tables.log, tables.replica, tables.effect
        with self.county.store.reading() as connection:
            rows = connection.execute(
                select(log, chain.c.device, effect.c.stream)
                .join(chain, chain.c.id == log.c.replica)
                .join(effect, effect.c.csn == log.c.csn, isouter=True)
                .where(log.c.csn > self.csn)
                .order_by(log.c.csn)
            ).all()
        self.csn += len({row.csn for row in rows})
        return list(rows)

    def log_adds_up(self) -> bool:
        """Whether every row of the log follows from the one before, without a gap."""
        log, chain = tables.log, tables.chain
        at = (chain.c.replica == log.c.replica) & (chain.c.n == log.c.n)
        before = LOG_GENESIS
        with self.county.store.reading() as connection:
            rows = connection.execute(select(log, chain.c.h).join(chain, at).order_by(log.c.csn)).all()
        for csn, row in enumerate(rows, 1):
            txn = decode(row.txn, Txn)
            link = Link(decode(txn.header, TxnHeader), txn, row.h)
            before = log_hash(before, csn, link, Outcome(row.outcome))
            if (row.csn, row.log_hash) != (csn, before):
                return False
        return len(rows) == self.csn


Lie = Callable[[World, random.Random], Exchange]


def _pushes(world: World, **changed: Any) -> Exchange:
    """The liar's chain, the segment changed in places."""
    segment = world.liar.segment()
    assert segment is not None
    return world.liar.request(msgspec.structs.replace(segment, **changed))


def _note(world: World, **fields: Any) -> Op:
    return world.liar.op("note", random_id(), {"text": {"text": "?"} | fields})


def _somebody_else(world: World, chance: random.Random) -> bytes:
    return chance.choice([world.ana.enrolled.worker, world.far.enrolled.worker, random_id()])


def another_author(world: World, chance: random.Random) -> Exchange:
    world.liar.save(_note(world), author=_somebody_else(world, chance))
    return _pushes(world)


def another_communes_family(world: World, chance: random.Random) -> Exchange:
    (family,) = world.far.families
    invented = chance.random() < 0.5
    world.liar.families[family] = chance.randbytes(32) if invented else world.far.families[family]
    world.liar.change(family, "family", {"name": {"name": "Taken"}}, family)
    return _pushes(world, family_keys={family: world.liar.families[family]})


def another_laptops_chain(world: World, chance: random.Random) -> Exchange:
    world.liar.save(_note(world))
    victim = chance.choice([world.ana, world.far])
    place = chance.choice([1, victim.n + 1])
    return _pushes(world, replica=victim.replica, from_n=place, prev_h=victim.hashes[place - 1])


def another_key(world: World, chance: random.Random) -> Exchange:
    world.liar.save(_note(world))
    return _pushes(world, sig=Ed25519PrivateKey.generate().sign(chance.randbytes(80)))


def another_past(world: World, chance: random.Random) -> Exchange:
    world.liar.save(_note(world))
    return _pushes(world, prev_h=chance.randbytes(32))


def a_gap(world: World, chance: random.Random) -> Exchange:
    world.liar.save(_note(world))
    return _pushes(world, from_n=chance.choice([0, -1, 2**40, 2 + chance.randrange(9)]))


def a_known_place_with_other_content(world: World, chance: random.Random) -> Exchange:
    for _number in range(3):
        world.liar.save(_note(world))
    world.liar.push()
    kept = chance.randrange(3)
    del world.liar.txns[kept:], world.liar.hashes[kept + 1 :]
    world.liar.save(_note(world))
    return world.liar.request(world.liar.segment(chance.randrange(kept + 1) + 1))


def a_known_save_with_other_content(world: World, chance: random.Random) -> Exchange:
    victim = chance.choice([world.ana, world.far])
    known = decode(chance.choice(victim.txns).header, TxnHeader).txn_id
    world.liar.save(_note(world), txn_id=known)
    return _pushes(world)


def what_only_the_county_says(world: World, chance: random.Random) -> Exchange:
    kind, group = chance.choice(
        [
            ("worker", "worker"),
            ("device", "device"),
            ("decision", "decision"),
            ("hand_over", "hand_over"),
            ("erasure", "erasure"),
        ]
    )
    world.liar.save(
        world.liar.op(kind, chance.choice([random_id(), world.ana.device]), {group: {"name": "X"}})
    )
    return _pushes(world)


def answers_beside_a_seal(world: World, chance: random.Random) -> Exchange:
    record = chance.choice([world.sealed, random_id()])
    groups = {
        chance.choice(["q/roof", "q/stove", "sealed"] if record == world.sealed else ["q/roof"]): {
            "roof": "fine"
        }
    }
    world.liar.save(world.liar.op("assessment", record, groups))
    return _pushes(world)


def a_past_nobody_has(world: World, chance: random.Random) -> Exchange:
    base = (chance.choice([-1, 0, 1, 2, 2**40]), chance.choice([-5, 0, 2**40, 2**62]))
    world.liar.save(world.liar.op("note", random_id(), {"text": {"text": "?"}}, base=base))
    return _pushes(world)


def an_impossible_moment(world: World, chance: random.Random) -> Exchange:
    world.liar.save(_note(world), wall_s=chance.choice([-(2**62), 2**62, 2**40]))
    return _pushes(world)


def ids_of_another_length(world: World, chance: random.Random) -> Exchange:
    odd = chance.randbytes(chance.choice([0, 1, 15, 17, 64]))
    family = odd if chance.random() < 0.5 else None
    op = Op("note", chance.choice([odd, random_id()]), family, 1, (1, 0), {"text": raw({"text": "?"})}, None)
    if family is not None:
        world.liar.families[family] = bytes(32)
    world.liar.save(op, txn_id=chance.choice([None, odd or None]))
    return _pushes(world, family_keys={family: bytes(32)} if family is not None else {})


def values_that_are_none(world: World, chance: random.Random) -> Exchange:
    deep: Any = "x"
    for _level in range(600):
        deep = [deep]
    value = chance.choice(
        [
            raw([1, 2]),
            raw(float("nan")),
            raw({"n": float("inf")}),
            raw({"deep": deep}),
            msgspec.Raw(b"\x82\xa1a\x01\xa1a\x02"),  # one key twice
            msgspec.Raw(b"\x81\xa1a\xa3\xed\xa0\x80"),  # half a surrogate pair
            msgspec.Raw(b"\x81\xa1a\xdb\xff\xff\xff\xff"),  # a text of 4 GiB that is not there
            msgspec.Raw(b"\x91" * 50_000 + b"\xc0"),  # 50,000 lists in each other
        ]
    )
    op = Op("note", random_id(), None, 1, (1, 0), {"text": value}, None)
    try:
        world.liar.save(op)
    except ProtocolError:  # the liar cannot read it either, and invents the hash
        header = TxnHeader(random_id(), 1, world.liar.enrolled.worker, MOMENT_S, None)
        world.liar.txns.append(Txn(encode(header), (encode(op),)))
        world.liar.hashes.append(chance.randbytes(32))
    return _pushes(world)


def too_much(world: World, chance: random.Random) -> Exchange:
    if chance.random() < 0.5:
        world.liar.save(_note(world, text="x" * 1_000_000))
    else:
        world.liar.save(*(_note(world) for _number in range(2_000)))
    return _pushes(world)


def other_streams(world: World, chance: random.Random) -> Exchange:
    asked = world.liar.request()
    other = chance.choice([world.far.stream, f"{COMMUNE}/health", "", "/", "ro-1/team", "%/team", "\0"])
    if chance.random() < 0.5:
        return msgspec.structs.replace(asked, cursors={other: 0, asked.hello.stream: 0})
    beside = msgspec.structs.replace(
        asked, hello=msgspec.structs.replace(asked.hello, stream=other), cursors={other: 0}
    )
    if chance.random() < 0.5:
        return beside
    return msgspec.structs.replace(asked, beside=(beside,) * chance.choice([1, 3, 40]))


def another_version(world: World, chance: random.Random) -> Exchange:
    world.liar.save(_note(world))
    proto = chance.choice([0, 2, -1, 2**62])
    if chance.random() < 0.5:
        return msgspec.structs.replace(_pushes(world), proto=proto)
    return _pushes(world, proto=proto)


LIES: tuple[Lie, ...] = (
    another_author,
    another_communes_family,
    another_laptops_chain,
    another_key,
    another_past,
    a_gap,
    a_known_place_with_other_content,
    a_known_save_with_other_content,
    what_only_the_county_says,
    answers_beside_a_seal,
    a_past_nobody_has,
    an_impossible_moment,
    ids_of_another_length,
    values_that_are_none,
    too_much,
    other_streams,
    another_version,
)


def _told(world: World, asked: Exchange, chance: random.Random) -> Reply:
    """Hand a request over, perhaps with a byte changed before it was signed, or under another laptop's name."""
    body = encode(asked)
    line = world.liar.line
    assert isinstance(line, DirectLine)
    if chance.random() < 0.2:
        torn = bytearray(body)
        torn[chance.randrange(len(torn))] ^= 1 << chance.randrange(8)
        body = bytes(torn)[: chance.choice([len(torn), chance.randrange(len(torn)) + 1])]
    elif chance.random() < 0.05:
        line = DirectLine(
            world.office,
            world.county.card.county,
            chance.choice([world.ana, world.far]).device,
            world.liar.key.sign,
        )
        victim = next(one for one in (world.ana, world.far) if one.device == line._device)
        line.nonce = victim.line.nonce
    elif chance.random() < 0.05:
        line = DirectLine(world.office, random_id(), world.liar.device, world.liar.key.sign)
        line.nonce = world.liar.line.nonce
    reply, line.nonce = exchange.answer_exchange(world.office, line._signed(EXCHANGE_PATH, body), body)
    return reply


def torture(cases: int, *, seed: int | None = None, control: bool = False) -> Lies:
    """Tell that many lies; ``control``: to a county that believes every author and every signature."""
    chance, lies = random.Random(seed), Lies()
    with tempfile.TemporaryDirectory(prefix="vatra-hostile-") as folder, _believing(control):
        world = World(Path(folder) / "county")
        honest = [dict(one.states) for one in (world.ana, world.far)]
        for _number in range(cases):
            world.liar = PlainLaptop(
                world.county, world.liar.line, world.liar.device, world.liar.key, world.liar.enrolled
            )
            _one(world, chance, lies)
        _at_the_end(world, honest, lies)
        world.county.close()
    return lies


@contextmanager
def _believing(control: bool) -> Iterator[None]:
    if not control:
        yield
        return

    class Everybody(frozenset[bytes]):
        def __contains__(self, _one: object) -> bool:
            return True

        def __or__(self, _other: object) -> Everybody:
            return self

    with (
        mock.patch.object(exchange, "check_signature", return_value=None),
        mock.patch.object(exchange, "_authors", return_value=(Everybody(), frozenset())),
    ):
        yield


def _one(world: World, chance: random.Random, lies: Lies) -> None:
    lie = chance.choice(LIES)
    lies.cases += 1
    world.agree_on_nonces()
    asked = lie(world, chance)
    world.news()
    began = time.monotonic()
    try:
        reply: Reply | None = _told(world, asked, chance)
    except Refused as refused:
        lies.refused[refused.code] += 1
        reply = None
    except Exception as problem:  # whatever it is, a laptop must not be able to cause it
        lies.wrong.append(f"{lie.__name__}: {type(problem).__name__}")
        return
    if time.monotonic() - began > LONGEST_S:
        lies.wrong.append(f"{lie.__name__}: answered after {time.monotonic() - began:.1f} s")
    news = world.news()
    if reply is None and news:
        lies.wrong.append(f"{lie.__name__}: refused, and {len(news)} rows in the log")
    for row in news:
        _look_at(world, lie, row, lies)
    if reply is not None:
        told = (reply, *(one.reply for one in reply.beside if one.reply is not None))
        shown = {page.stream for one in told for page in one.pages}
        if not shown <= set(world.liar.enrolled.streams):
            lies.wrong.append(f"{lie.__name__}: was shown {shown}")


def _look_at(world: World, lie: Lie, row: Any, lies: Lies) -> None:
    header = decode(decode(row.txn, Txn).header, TxnHeader)
    if row.outcome == Outcome.PARKED.value:
        lies.parked[row.reason] += 1
        return
    lies.applied += 1
    own = (world.liar.device, world.liar.enrolled.worker, True)
    if (row.device, header.author, row.stream in world.liar.enrolled.streams) != own:
        lies.wrong.append(f"{lie.__name__}: applied what is not the liar's own")


def _at_the_end(world: World, honest: list[dict[bytes, Any]], lies: Lies) -> None:
    """The honest go on as if nobody had lied."""
    world.agree_on_nonces()
    if not world.log_adds_up():
        lies.wrong.append("the log does not add up")
    for laptop, before in zip((world.ana, world.far), honest, strict=True):
        laptop.family(name="Albu")
        if [one.outcome for one in laptop.push(laptop.n).answers] != [Outcome.APPLIED]:
            lies.wrong.append("an honest save was not applied")
        laptop.pull()
        if any(laptop.states.get(record) != state for record, state in before.items()):
            lies.wrong.append("an honest record has changed")
    strangers = {record for record, state in world.far.states.items() if state.kind == "note"}
    if strangers:
        lies.wrong.append(f"{len(strangers)} records of the liar in the other commune")


def main(arguments: list[str]) -> int:
    """The command line; 0 when it came out as it must."""
    chosen = parser_of(
        "hostile", __doc__, CASES_BY_COMMAND, "believe every author and signature: must be caught"
    )
    asked = chosen.parse_args(arguments)
    return run_and_tell(
        lambda: torture(asked.runs, seed=asked.seed, control=asked.control), control=asked.control
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
