"""The real store against the simulated county: a county that comes back from a backup is told everything again."""

from __future__ import annotations

import pytest

from app.domain.ids import random_id
from app.errors import CountyRefused, CountyUnreachable
from storage.compartment import Compartment, Write
from sync.client.exchange import exchange
from sync.client.turn import prepare
from sync.core.chain import genesis
from sync.core.witness import witness_of
from sync.protocol import Exchange, Reply, plain
from tests.fixtures.vault import STREAM, InventedVault
from tests.simulation.county import COMMUNES, County, UnknownFamily
from tests.simulation.mechanisms import Mechanisms
from tests.simulation.power import Power

ANA, DEVICE, KEY = b"ana".ljust(16), b"device".ljust(16), b"k" * 32
FAMILY, OTHER = b"lupu".ljust(16), b"albu".ljust(16)


class Line:
    """Hands a request over; no network, everything else as it is."""

    def __init__(self, county: County) -> None:
        self.county = county

    def exchange(self, request: Exchange) -> Reply:
        try:
            return self.county.answer(request, DEVICE)
        except UnknownFamily:
            raise CountyRefused(reason="unknown_family") from None


@pytest.fixture
def county() -> County:
    return County(Mechanisms(), Power(), dict.fromkeys(COMMUNES, frozenset({ANA})), lambda *_: None)


def _save(team: Compartment, family: bytes, name: str, key: bytes | None = None) -> None:
    with team.writing():
        team.save(ANA, [Write("family", family, family, {"name": {"name": name}}, key)], now_s=1_790_000_000)


def _sync(team: Compartment, county: County) -> None:
    exchange(
        lambda work: work(),
        {STREAM: team},
        Line(county),
        county_id=bytes(16),
        sign=lambda _claim: b"",
        pause=lambda _seconds: None,
    )


def _shown(team: Compartment) -> dict[bytes, list[object]]:
    records = [bytes(row[0]) for row in team.connection.execute("SELECT id FROM shown ORDER BY id")]
    states = {record: team.state_with_pending(record)[0] for record in records}
    return {
        record: [plain(one.value) for one in state.groups["name"]]
        for record, state in states.items()
        if state
    }


@pytest.mark.parametrize("backup_after", [0, 1])
@pytest.mark.parametrize("under_a_former_replica", [False, True])
def test_what_it_lost_it_gets_again(
    invented_vault: InventedVault, county: County, backup_after: int, under_a_former_replica: bool
) -> None:
    team = invented_vault.open_team()
    backups = [county.copy()]
    _save(team, FAMILY, "Lupu", KEY)
    _sync(team, county)
    backups.append(county.copy())
    _save(team, FAMILY, "Lupu-Albu")
    _save(team, OTHER, "Albu", KEY)
    _sync(team, county)
    if under_a_former_replica:
        tip = team.tip()
        fresh = random_id()
        with team.writing():
            team.start_new_replica(fresh, genesis(fresh), tip.n, tip.h)
            team.set_facts(county_has_n=b"0")
    before = _shown(team)
    county.restored(backups[backup_after])
    _sync(team, county)
    assert _shown(team) == before == {FAMILY: [{"name": "Lupu-Albu"}], OTHER: [{"name": "Albu"}]}
    assert {record: team.state(record) for record in before} == county.states
    assert team.connection.execute("SELECT count(*) FROM outbox WHERE state <> 'at_county'").fetchone() == (
        0,
    )
    assert team.connection.execute("SELECT count(*) FROM pending_op").fetchone() == (0,)
    assert len(county.log) == 3
    team.close()


def test_a_laptop_bears_witness_of_what_it_last_saw(invented_vault: InventedVault, county: County) -> None:
    team = invented_vault.open_team()
    _save(team, FAMILY, "Lupu", KEY)
    first = prepare(team, bytes(16), STREAM, lambda _claim: b"", 1 << 20)
    _sync(team, county)
    second = prepare(team, bytes(16), STREAM, lambda _claim: b"", 1 << 20)
    assert (first.witness, second.witness) == (None, witness_of(len(county.log), county.hash))
    assert second.epoch == county.epoch
    team.close()


def test_a_laptop_that_only_edited_brings_the_key_along(
    invented_vault: InventedVault, county: County
) -> None:
    team = invented_vault.open_team()
    with team.writing():
        team.connection.execute("INSERT INTO family_key (family, key) VALUES (?, ?)", (FAMILY, KEY))
    _save(team, FAMILY, "Lupu")
    _sync(team, county)
    assert county.keys == {FAMILY: KEY}
    assert _shown(team) == {FAMILY: [{"name": "Lupu"}]}
    team.close()


class LosingLine(Line):
    """The county takes the first request in, and its reply never arrives."""

    lost = False

    def exchange(self, request: Exchange) -> Reply:
        reply = super().exchange(request)
        if request.segment is not None and not self.lost:
            self.lost = True
            raise CountyUnreachable(reason="cut")
        return reply


def test_what_became_of_a_save_is_asked_again_when_no_effect_says_it(
    invented_vault: InventedVault, county: County
) -> None:
    """Kept aside, and the answer lost: without asking it would wait on this laptop for ever."""
    team = invented_vault.open_team()
    with team.writing():
        team.save(b"stranger".ljust(16), [Write("family", FAMILY, FAMILY, {"name": {"name": "Lupu"}}, KEY)])
    _save(team, OTHER, "Albu", KEY)
    exchange(
        lambda work: work(),
        {STREAM: team},
        LosingLine(county),
        county_id=bytes(16),
        sign=lambda _claim: b"",
        pause=lambda _seconds: None,
    )
    states = team.connection.execute("SELECT state, reason FROM outbox ORDER BY n").fetchall()
    assert [tuple(row) for row in states] == [("held_back", "unknown_author"), ("at_county", None)]
    assert len(county.log) == 2
    team.close()
