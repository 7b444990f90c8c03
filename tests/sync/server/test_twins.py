"""One history at two counties, one on SQLite and one on PostgreSQL: not a byte differs."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import insert

from sync.core.county import LOG_GENESIS
from sync.protocol import EnrolReply, EnrolRequest, Exchange, Reply, encode
from sync.server import accounts, overview, tables
from sync.server.exchange import CountyOffice
from sync.server.store import Store
from tests.fixtures.county import COMMUNE, DirectLine, PlainLaptop, enrol_request, rows_of

MOMENT_S = 1_795_000_000


class TwinLine:
    """One laptop at two counties that must not differ in a byte."""

    def __init__(self, lines: list[DirectLine]) -> None:
        self._lines = lines

    def exchange(self, request: Exchange) -> Reply:
        return self._same([line.exchange(request) for line in self._lines])

    def enrol(self, requests: list[EnrolRequest]) -> EnrolReply:
        replies = [line.enrol(request) for line, request in zip(self._lines, requests, strict=True)]
        return self._same(replies)

    @staticmethod
    def _same(replies: list[Any]) -> Any:
        first, second = (encode(reply) for reply in replies)
        assert first == second
        return replies[0]


class Twins:
    """One county on two databases: same ids, same keys, same clock."""

    def __init__(self, stores: list[Store]) -> None:
        self.stores = stores
        self.county = SimpleNamespace(card=SimpleNamespace(county=b"c" * 16), url="")
        for one in stores:
            with one.engine.connect().execution_options(vatra_writes=True) as connection, connection.begin():
                connection.execute(insert(tables.county).values(_COUNTY))
                connection.execute(
                    insert(tables.commune).values(code=COMMUNE, name="Colonești", key=b"k" * 32)
                )

    def laptop(self, name: str) -> PlainLaptop:
        seed = name.encode().ljust(32, b".")
        key, device = Ed25519PrivateKey.from_private_bytes(seed), seed[:16]
        lines, requests = [], []
        for one in self.stores:
            with one.writing() as (connection, row):
                code = accounts.invite(
                    connection,
                    row,
                    commune=COMMUNE,
                    name=name,
                    profession="nurse",
                    now_s=MOMENT_S,
                    new_id=lambda: device[::-1],
                ).code
            office = CountyOffice(one, now=lambda: MOMENT_S)
            lines.append(DirectLine(office, b"c" * 16, device, key.sign))
            requests.append(enrol_request(code, device, key, receive_key=seed))
        twin: Any = TwinLine(lines)
        return PlainLaptop(self.county, twin, device, key, twin.enrol(requests))


_COUNTY = {
    "id": b"c" * 16,
    "name": "Bacău",
    "country": "ro",
    "csn": 0,
    "log_hash": LOG_GENESIS,
    "epoch": 1,
    "durable_csn": 0,
    "made_at": MOMENT_S,
}


def _live(twins: Twins, chance: random.Random) -> None:
    """A history with conflicts, parked saves, overlaps and new replicas."""
    laptops = [twins.laptop(name) for name in ("Ana", "Ion", "Maria")]
    acts = (_register, *[_change] * 4, _write_as_a_stranger, _push_some, _pull_some, _begin_a_new_replica)
    for _step in range(120):
        chance.choice(acts)(chance.choice(laptops), chance)
    for laptop in laptops:
        laptop.push()
    for laptop in laptops:
        laptop.pull()
    assert laptops[0].states == laptops[1].states == laptops[2].states


def _register(laptop: PlainLaptop, chance: random.Random) -> None:
    laptop.family(name=f"Family {chance.random()}", phone="0")


def _change(laptop: PlainLaptop, chance: random.Random) -> None:
    known = sorted(record for record, state in laptop.states.items() if state.kind == "family")
    if known:
        family, group = chance.choice(known), chance.choice(["name", "phone", "flags"])
        value = [str(chance.random())] if group == "flags" else str(chance.random())
        laptop.change(family, "family", {group: {group: value}}, family)


def _write_as_a_stranger(laptop: PlainLaptop, chance: random.Random) -> None:
    op = laptop.op("note", chance.randbytes(16), {"text": {"text": "?"}})
    laptop.save(op, author=b"stranger" * 2)


def _push_some(laptop: PlainLaptop, chance: random.Random) -> None:
    if laptop.n:
        laptop.push(chance.randint(1, laptop.n), laptop.n)


def _pull_some(laptop: PlainLaptop, chance: random.Random) -> None:
    laptop.pull(chance.choice([1, 500, 1 << 20]))


def _begin_a_new_replica(laptop: PlainLaptop, chance: random.Random) -> None:
    laptop.push()
    laptop.rehome(laptop.mark(chance.randint(0, laptop.n)), replica=chance.randbytes(16))


@pytest.fixture
def stores(tmp_path: Path, postgresql_url: str) -> Iterator[list[Store]]:
    opened = [Store.sqlite(tmp_path / "county.db", create=True), Store.postgresql(postgresql_url)]
    for one in opened:
        one.migrate()
    yield opened
    for one in opened:
        one.close()


@pytest.mark.parametrize("seed", range(3))
def test_sqlite_and_postgresql_hold_identical_bytes(stores: list[Store], seed: int) -> None:
    _live(Twins(stores), random.Random(seed))
    for table in ("county", "log", "chain", "replica", "record", "family", "effect", "worker"):
        small, large = (rows_of(one, table) for one in stores)
        assert small == large, table
    assert any(row[5] == "parked" for row in rows_of(stores[0], "log"))
    assert len(rows_of(stores[0], "chain")) > len(rows_of(stores[0], "log")), "some txns stand in two chains"
    assert overview.counts(stores[0]).open_conflicts > 0
