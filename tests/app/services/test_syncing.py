"""The Sync screen tells what waits, what the county has and what it keeps aside, day by day."""

import datetime as dt

import pytest

from app.services.families import open_family, write_note
from app.services.registering import NewFamily, register_family
from app.services.syncing import note_problem, sync_state
from storage.vault import Vault
from sync.protocol import Answer, Outcome
from tests.fixtures.county_log import CountyLog, meet
from tests.fixtures.vault import STREAM


@pytest.fixture
def dobre(vault: Vault) -> bytes:
    return register_family(vault, NewFamily(family_name="Dobre"))[0]


def test_what_waits_and_what_the_county_has_is_counted(vault: Vault, dobre: bytes) -> None:
    county = CountyLog(STREAM)
    meet(vault.team, county)
    write_note(vault, dobre, "Lemne")
    state = sync_state(vault)
    (day,) = state.days
    assert day.day == dt.date.today().isoformat()  # noqa: DTZ011 - days of the worker's calendar
    assert (day.records, day.to_send, day.at_county, day.held_back) == (2, 1, 1, 0)
    assert (state.pending, state.held_back, state.synced_csn) == (1, 0, 1)
    assert [event.sync for event in open_family(vault, dobre).timeline] == ["to_send", "at_county"]
    meet(vault.team, county)
    assert sync_state(vault).pending == 0


def test_what_the_county_keeps_aside_is_named(vault: Vault, dobre: bytes) -> None:
    waiting = vault.team.waiting(0, 1 << 20)[0]
    from_header = vault.team.connection.execute("SELECT txn_id FROM outbox").fetchone()[0]
    with vault.team.writing():
        vault.team.take_answers([Answer(waiting.n, bytes(from_header), Outcome.PARKED, 3, "out_of_scope")])
    state = sync_state(vault)
    assert (state.pending, state.held_back) == (0, 1)
    (held,) = state.held
    assert held.kinds == ("family", "membership", "person")
    assert held.family_line is not None
    assert (held.family_line.id, held.reason) == (dobre, "out_of_scope")


def test_the_last_problem_is_kept_once(vault: Vault) -> None:
    assert sync_state(vault).last_problem is None
    note_problem(vault, "county_unreachable")
    commits = vault.team.sequence()
    note_problem(vault, "county_unreachable")
    assert vault.team.sequence() == commits
    assert sync_state(vault).last_problem == "county_unreachable"
    note_problem(vault, "")
    assert sync_state(vault).last_problem is None
