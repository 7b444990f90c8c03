"""A family that left: first everything of it is at the county, then it goes, and its saves are blotted when that is safe."""

from __future__ import annotations

import time
from collections.abc import Iterator

import msgspec
import pytest

from storage import parting
from storage.chain_check import check_chains
from storage.compartment import Compartment, Write
from storage.drafts import Draft, keep_draft
from storage.parting import Parted
from sync.core.chain import genesis, is_blotted
from sync.core.laptop import Former
from sync.protocol import Answer, Effect, Left, Mark, Outcome, Page, Parting, Txn, decode, encode
from tests.fixtures.county_log import CountyLog, meet, pull, push
from tests.fixtures.vault import STREAM, InventedVault

ANA = b"ana".ljust(16)
LUPU, RUSU, MARIA = b"lupu".ljust(16), b"rusu".ljust(16), b"maria".ljust(16)
GOES_TO = "Corbasca"
HEAD = 50


@pytest.fixture
def team(invented_vault: InventedVault) -> Iterator[Compartment]:
    opened = invented_vault.open_team()
    with opened.writing():
        for family, name in ((LUPU, "Lupu"), (RUSU, "Rusu")):
            fields = {"name": {"name": name}, "phone": {"phone": "0745"}}
            opened.save(ANA, [Write("family", family, family, fields, family * 2)])
        opened.save(ANA, [Write("person", MARIA, LUPU, {"name": {"given_names": "Maria"}})])
    yield opened
    opened.close()


@pytest.fixture
def county() -> CountyLog:
    return CountyLog(STREAM)


def _changes(team: Compartment, family: bytes, phone: str) -> None:
    with team.writing():
        team.save(ANA, [Write("family", family, family, {"phone": {"phone": phone}})])


def _parts(county: CountyLog, family: bytes, how: Parting = Parting.HANDED_OVER) -> None:
    left = Left(family, how, GOES_TO if how is Parting.HANDED_OVER else None)
    told = Effect(county.csn + 1, b"h" * 32, bytes(16), bytes(16), bytes(16), 1_790_000_000, (), (left,))
    county.effects.append(encode(told))


def _let_go(team: Compartment, durable_csn: int = 0, has_n: int | None = None) -> tuple[Parted, ...]:
    """What a reply does at its end; the county holds ``has_n`` of the chain (None: all of it)."""
    with team.writing():
        team.set_facts(county_has_n=str(team.tip().n if has_n is None else has_n).encode())
        return team.part(HEAD, durable_csn)


def _everything(team: Compartment) -> bytes:
    """Every value of every row of every table but what says that a family went."""
    found: list[bytes] = []
    for (name,) in team.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        for row in team.connection.execute(f"SELECT * FROM {name}"):
            found += [one if isinstance(one, bytes) else str(one).encode() for one in row]
    return b"\0".join(found)


def test_it_goes_with_all_that_people_see(team: Compartment, county: CountyLog) -> None:
    meet(team, county)
    _parts(county, LUPU)
    pull(team, county)
    assert _let_go(team) == (Parted(LUPU, Parting.HANDED_OVER, GOES_TO, "Lupu"),)
    for table, column in (
        ("record", "family"),
        ("shown", "family"),
        ("family_line", "id"),
        ("search", "family"),
    ):
        rows = team.connection.execute(f"SELECT {column} FROM {table}").fetchall()
        assert {bytes(row[0]) for row in rows} == {RUSU}, table
    assert team.connection.execute("SELECT count(*) FROM pending_op").fetchone()[0] == 0
    assert _let_go(team) == (), "once"
    assert check_chains(team) == 3


def test_not_before_the_county_answered_every_save_of_it(team: Compartment, county: CountyLog) -> None:
    meet(team, county)
    _changes(team, LUPU, "0746")
    _parts(county, LUPU)
    pull(team, county)
    assert _let_go(team, has_n=3) == ()
    assert team.state(LUPU) is not None
    push(team, county)
    assert [one.family for one in _let_go(team)] == [LUPU]


def test_an_answer_that_was_lost_is_asked_for_again(team: Compartment, county: CountyLog) -> None:
    """The county holds the save; what it did with it never comes back in a stream the family left."""
    meet(team, county)
    _changes(team, LUPU, "0746")
    _changes(team, RUSU, "0747")
    _parts(county, LUPU)
    pull(team, county)
    assert _let_go(team, has_n=5) == ()
    with team.writing():
        assert team.ask_again()
    assert team.number("county_has_n") == 3, "from there on it is sent again"
    push(team, county)
    assert [one.family for one in _let_go(team, has_n=5)] == [LUPU]
    with team.writing():
        assert not team.ask_again()
    assert team.number("county_has_n") == 5


def test_the_answer_to_a_save_may_say_that_its_family_was_erased(
    team: Compartment, county: CountyLog
) -> None:
    """As after a save for a family of another commune, whose stream says nothing of it."""
    meet(team, county)
    _changes(team, LUPU, "0746")
    (waiting,) = team.waiting(3, 1 << 20)
    with team.writing():
        txn_id = decode(waiting.txn.header, list[bytes | int | None])[0]
        assert isinstance(txn_id, bytes)
        team.take_answers([Answer(4, txn_id, Outcome.ERASED, 9)])
    assert [one.parting for one in _let_go(team)] == [Parting.ERASED]
    assert b"0746" not in _everything(team)


def test_what_waits_of_another_family_does_not_hold_it(team: Compartment, county: CountyLog) -> None:
    meet(team, county)
    _changes(team, RUSU, "0746")
    _parts(county, LUPU)
    pull(team, county)
    assert [one.family for one in _let_go(team)] == [LUPU]
    state, pending = team.state_with_pending(RUSU)
    assert state is not None
    assert pending


def test_a_parked_save_counts_as_answered(team: Compartment, county: CountyLog) -> None:
    meet(team, county)
    _changes(team, LUPU, "0746")
    (waiting,) = team.waiting(3, 1 << 20)
    _parts(county, LUPU)
    with team.writing():
        txn_id = decode(waiting.txn.header, list[bytes | int | None])[0]
        assert isinstance(txn_id, bytes)
        team.take_answers([Answer(4, txn_id, Outcome.PARKED, 9, "out_of_scope")])
    pull(team, county)
    assert [one.family for one in _let_go(team)] == [LUPU]


def test_own_saves_stay_until_the_county_has_them_in_a_backup(team: Compartment, county: CountyLog) -> None:
    meet(team, county)
    _parts(county, LUPU)
    pull(team, county)
    _let_go(team, durable_csn=2)
    kept = team.connection.execute("SELECT n FROM outbox WHERE NOT blotted ORDER BY n").fetchall()
    assert [row[0] for row in kept] == [2, 3], "csn 3 is in no backup yet"
    assert team.family_key(LUPU) == LUPU * 2
    _let_go(team, durable_csn=3)
    everything = _everything(team)
    assert b"Lupu" not in everything
    assert b"Maria" not in everything
    assert LUPU * 2 not in everything
    assert b"Rusu" in everything
    assert check_chains(team) == 3, "the chain adds up over blotted saves"


def test_of_an_erased_family_nothing_stays(team: Compartment, county: CountyLog) -> None:
    meet(team, county)
    keep_draft(team, Draft(b"draft".ljust(16), "visit", LUPU, ANA, {"words": "Lupu said"}, 0))
    _changes(team, LUPU, "0747")
    push(team, county)
    _parts(county, LUPU, Parting.ERASED)
    pull(team, county)
    assert [one.parting for one in _let_go(team, durable_csn=0)] == [Parting.ERASED]
    everything = _everything(team)
    assert not [word for word in (b"Lupu", b"Maria", b"0747", LUPU * 2) if word in everything]
    assert check_chains(team) == 4
    assert parting.aside(team.connection, ANA) == ()


def test_unfinished_work_is_moved_aside(team: Compartment, county: CountyLog) -> None:
    meet(team, county)
    keep_draft(team, Draft(b"one".ljust(16), "visit", LUPU, ANA, {"words": "half"}, 0))
    keep_draft(team, Draft(b"two".ljust(16), "visit", RUSU, ANA, {"words": "stays"}, 0))
    _parts(county, LUPU)
    pull(team, county)
    _let_go(team)
    (kept,) = parting.aside(team.connection, ANA)
    assert (kept.id, decode(kept.body, dict[str, str]), kept.to_name) == (
        b"one".ljust(16),
        {"words": "half"},
        GOES_TO,
    )
    assert [bytes(row[0]) for row in team.connection.execute("SELECT id FROM draft")] == [b"two".ljust(16)]
    with team.writing():
        parting.drop_aside(team.connection, kept.id)
    assert parting.aside(team.connection, ANA) == ()


def test_a_family_that_comes_back_is_there_again(team: Compartment, county: CountyLog) -> None:
    meet(team, county)
    arrives = county.states[LUPU]
    _parts(county, LUPU)
    pull(team, county)
    _let_go(team)
    assert [(one.to_name, one.families) for one in parting.parted_days(team.connection)] == [(GOES_TO, 1)]
    from_there = decode(county.effects[0], Effect)
    told = msgspec.structs.replace(from_there, csn=county.csn + 1)
    county.effects.append(encode(told))
    pull(team, county)
    assert _let_go(team, durable_csn=99) == ()
    state = team.state(LUPU)
    assert state is not None
    assert state.groups == arrives.groups
    assert team.family_key(LUPU) == LUPU * 2
    assert parting.parted_days(team.connection) == ()


def test_a_laptop_of_both_communes_keeps_it(team: Compartment, county: CountyLog) -> None:
    """The stream it came to may be read before or after the one it left: same csn, same outcome."""
    meet(team, county)
    arrives = decode(county.effects[0], Effect)
    _parts(county, LUPU)
    there = encode(msgspec.structs.replace(arrives, csn=county.csn))
    for first in (True, False):
        with team.writing():
            team.connection.execute("DELETE FROM cursor WHERE stream = 'ro-22999/team'")
            pages = [Page("ro-22999/team", (there,), county.csn, False), county.page(3)]
            for page in pages if first else reversed(pages):
                team.take_page(page)
            team.connection.execute("UPDATE cursor SET csn = 3 WHERE stream = ?", (STREAM,))
        assert _let_go(team) == ()
        assert team.state(LUPU) is not None


def test_a_fork_passes_over_blotted_saves(team: Compartment, county: CountyLog) -> None:
    meet(team, county)
    _parts(county, LUPU)
    pull(team, county)
    _let_go(team, durable_csn=9)
    _changes(team, RUSU, "0748")
    before = team.tip().replica
    with team.writing():
        team.part_ways(Mark(0, genesis(before)))
    sent = team.waiting(0, 1 << 20)
    assert not any(is_blotted(op) for one in sent for op in one.txn.ops)
    assert len(sent) == 2, "Rusu, and what was changed now"
    assert check_chains(team) == 4


def test_after_a_restore_of_the_county_the_chain_goes_on_beside_what_was_blotted(
    team: Compartment, county: CountyLog
) -> None:
    """Erased without a backup, and the county lost its log: what follows is sent under a new replica."""
    meet(team, county)
    _parts(county, LUPU, Parting.ERASED)
    pull(team, county)
    _let_go(team)
    _changes(team, RUSU, "0748")
    former = team.tip().replica
    with team.writing():
        assert team.forget_after(0) is None
    _let_go(team, has_n=0)
    assert team.tip().replica != former
    sent = [Txn(one.txn.header, one.txn.ops) for one in team.waiting(0, 1 << 20)]
    assert [b"Rusu" in op or b"0748" in op for txn in sent for op in txn.ops] == [True, True]
    assert check_chains(team) == 4
    state, pending = team.state_with_pending(RUSU)
    assert pending
    assert state is not None
    assert team.state_with_pending(LUPU) == (None, False)


def test_the_day_it_went_is_kept_without_a_name(team: Compartment, county: CountyLog) -> None:
    meet(team, county)
    for family in (LUPU, RUSU):
        _parts(county, family)
    pull(team, county)
    _let_go(team)
    (day,) = parting.parted_days(team.connection)
    assert (day.day, day.parting, day.to_name, day.families) == (
        time.strftime("%Y-%m-%d"),
        Parting.HANDED_OVER,
        GOES_TO,
        2,
    )


def test_how_far_the_log_had_come_before_a_restore_makes_nothing_durable(
    team: Compartment, county: CountyLog
) -> None:
    """The answer was lost with a former replica, then the county lost its log: its old numbers say nothing any more."""
    meet(team, county)
    _parts(county, LUPU)
    pull(team, county)
    _let_go(team)
    with team.writing():
        team.connection.execute(
            "UPDATE outbox SET csn = NULL, replica = ? WHERE family = ?", (b"former", LUPU)
        )
        assert team.forget_after(0) is None
        team.set_facts(county_has_n=b"9")
        team.part(HEAD + 9, HEAD)
    kept = team.connection.execute("SELECT blotted FROM outbox WHERE family = ?", (LUPU,)).fetchall()
    assert [row[0] for row in kept] == [0, 0]
    with team.writing():
        team.part(HEAD + 20, HEAD + 9)
    kept = team.connection.execute("SELECT blotted FROM outbox WHERE family = ?", (LUPU,)).fetchall()
    assert [row[0] for row in kept] == [1, 1]


def test_how_far_the_log_had_come_before_a_new_replica_makes_nothing_durable(
    team: Compartment, county: CountyLog
) -> None:
    """The family went, its saves were sent again to a restored county, and their answer was lost with a replica."""
    meet(team, county)
    _parts(county, LUPU)
    pull(team, county)
    _let_go(team)
    tip = team.tip()
    (saves,) = team.connection.execute("SELECT count(*) FROM outbox").fetchone()
    with team.writing():
        team.connection.execute("UPDATE outbox SET csn = NULL WHERE family = ?", (LUPU,))
        team.go_on(Former(tip.replica, Mark(tip.n, tip.h), saves))
        team.part(HEAD + 9, HEAD)
    assert not _any_blotted(team)
    with team.writing():
        team.part(HEAD + 20, HEAD + 9)
    assert _any_blotted(team)


def _any_blotted(team: Compartment) -> bool:
    return bool(
        team.connection.execute("SELECT max(blotted) FROM outbox WHERE family = ?", (LUPU,)).fetchone()[0]
    )
