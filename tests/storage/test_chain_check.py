"""A changed, dropped or exchanged save is found in the chain, one of who looked like any other."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.errors import VaultDamaged
from app.services.audit import note_going_out, note_read, note_search
from app.services.families import change_family
from app.services.registering import NewFamily, register_family
from storage.chain_check import check_chains
from storage.compartment import Compartment
from storage.vault import Vault
from sync.protocol import Mark
from tests.fixtures.county_log import CountyLog, meet
from tests.fixtures.vault import STREAM

Tampering = Callable[[Compartment], None]


@pytest.fixture
def team(vault: Vault) -> Compartment:
    """Six saves, four of them of who looked."""
    family, _ = register_family(vault, NewFamily(family_name="Dobre"))
    note_read(vault, family)
    note_search(vault, "dobre", 1)
    change_family(vault, family, phone="0700 000 101")
    note_going_out(vault, "print", "visit", family=family)
    note_search(vault, "dobre", 1, opened=family)
    return vault.team


def flip(team: Compartment, n: int, at: int, bit: int) -> None:
    (txn,) = team.connection.execute("SELECT txn FROM outbox WHERE n = ?", (n,)).fetchone()
    changed = bytearray(txn)
    changed[at % len(changed)] ^= 1 << bit
    team.connection.execute("UPDATE outbox SET txn = ? WHERE n = ?", (bytes(changed), n))


def exchange(team: Compartment) -> None:
    team.connection.execute("UPDATE outbox SET n = -2 WHERE n = 2")
    team.connection.execute("UPDATE outbox SET n = 2 WHERE n = 3")
    team.connection.execute("UPDATE outbox SET n = 3 WHERE n = -2")


def drop(n: int) -> Tampering:
    def tamper(team: Compartment) -> None:
        team.connection.execute("DELETE FROM outbox WHERE n = ?", (n,))

    return tamper


def test_untouched_it_holds(team: Compartment) -> None:
    assert check_chains(team) == 6
    meet(team, CountyLog(STREAM))
    assert check_chains(team) == 6


def test_it_holds_after_the_chain_was_continued_under_a_new_replica(team: Compartment, vault: Vault) -> None:
    at_two = team.hash_at(2)
    assert at_two is not None
    with team.writing():
        team.part_ways(Mark(2, at_two))
    note_search(vault, "rusu", 0)
    assert check_chains(team) == 7


@pytest.mark.parametrize(
    "tamper", [drop(1), drop(3), drop(6), exchange], ids=["first", "middle", "last", "exchanged"]
)
def test_a_save_that_is_gone_or_elsewhere_is_found(team: Compartment, tamper: Tampering) -> None:
    tamper(team)
    with pytest.raises(VaultDamaged) as found:
        check_chains(team)
    assert found.value.facts == {"part": "team", "check": "chain"}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(n=st.integers(1, 6), at=st.integers(0, 4096), bit=st.integers(0, 7))
def test_every_flipped_bit_is_found(team: Compartment, n: int, at: int, bit: int) -> None:
    flip(team, n, at, bit)
    with pytest.raises(VaultDamaged):
        check_chains(team)
    flip(team, n, at, bit)
    assert check_chains(team) == 6
