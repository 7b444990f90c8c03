"""A save is durable, overlaid on the county's view, and what screens show always equals a rebuild from scratch."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from app.errors import SaveTooLarge
from storage.compartment import Compartment, Write
from storage.projection import Projection
from sync.core.chain import next_hash
from sync.protocol import Answer, Outcome, decode, plain
from tests.fixtures.county_log import CountyLog, meet, pull, push
from tests.fixtures.vault import STREAM, InventedVault, make_invented_vault

ANA, BEATA = b"ana".ljust(16), b"beata".ljust(16)
DERIVED = {
    "shown": "id, kind, family, about, happened_on, fields, answers, author, first_at, conflicts, pending, voided, import_id",
    "family_line": "*",
    "search": "family, who, words, places, numbers",
}


def derived(team: Compartment) -> dict[str, list[tuple[Any, ...]]]:
    """Every derived table, in an order that does not depend on how it came about."""
    return {
        table: sorted(map(tuple, team.connection.execute(f"SELECT {columns} FROM {table}")), key=repr)
        for table, columns in DERIVED.items()
    }


def rebuilt(team: Compartment) -> dict[str, list[tuple[Any, ...]]]:
    """The derived tables made anew from ``record`` and ``pending_op``; the store itself stays as it is."""
    connection = team.connection
    connection.execute("BEGIN IMMEDIATE")
    try:
        for table in (*DERIVED, "search_row"):
            connection.execute(f"DELETE FROM {table}")
        records = {bytes(row[0]) for row in connection.execute("SELECT id FROM record")}
        records |= {bytes(row[0]) for row in connection.execute("SELECT record FROM pending_op")}
        Projection(connection).refresh(sorted(records), team.state_with_pending)
        return derived(team)
    finally:
        connection.execute("ROLLBACK")


@pytest.fixture
def team(invented_vault: InventedVault) -> Iterator[Compartment]:
    opened = invented_vault.open_team()
    yield opened
    opened.close()


def named(number: int) -> bytes:
    return number.to_bytes(16, "big")


def family(number: int = 1, **name: Any) -> Write:
    fields = {"name": {"name": "Dobre Ion"}, **name}
    return Write("family", named(number), named(number), fields, family_key=bytes(32))


def keep(team: Compartment, *writes: Write, author: bytes = ANA) -> bytes:
    with team.writing():
        return team.save(author, writes, now_s=1_790_000_000)


def outbox(team: Compartment) -> list[tuple[Any, ...]]:
    return team.connection.execute("SELECT n, state, csn, kinds FROM outbox ORDER BY replica, n").fetchall()


def shown(team: Compartment, record: bytes) -> dict[str, Any]:
    row = team.connection.execute("SELECT fields FROM shown WHERE id = ?", (record,)).fetchone()
    return plain(bytes(row[0]))  # type: ignore[no-any-return]


def test_a_save_is_chained_and_waits(team: Compartment) -> None:
    before, commits = team.tip(), team.sequence()
    keep(team, family())
    keep(team, Write("note", named(2), named(1), {"text": {"text": "Lemne"}}))
    first, second = team.waiting(0, 1)[0], team.waiting(1, 1 << 20)[0]
    assert [first.n, second.n] == [1, 2]
    assert next_hash(before.h, first.txn, lambda _: b"") == first.h
    assert next_hash(first.h, second.txn, lambda _: bytes(32)) == second.h == team.tip().h
    assert outbox(team) == [(1, "to_send", None, "family"), (2, "to_send", None, "note")]
    assert team.sequence() == commits + 2


def test_what_waits_comes_in_portions_of_at_least_one(team: Compartment) -> None:
    for number in range(1, 6):
        keep(team, family(number))
    assert [one.n for one in team.waiting(0, 1)] == [1]
    assert [one.n for one in team.waiting(3, 1 << 20)] == [4, 5]
    assert team.waiting(5, 1 << 20) == []


def test_a_save_that_raises_keeps_nothing(team: Compartment) -> None:
    keep(team, family())
    state = (team.tip(), team.sequence(), derived(team), outbox(team))

    class Stop(Exception):
        pass

    def half_done() -> None:
        with team.writing():
            team.save(ANA, [family(2)])
            raise Stop

    with pytest.raises(Stop):
        half_done()
    assert (team.tip(), team.sequence(), derived(team), outbox(team)) == state
    keep(team, family(3))
    assert team.tip().n == 2


def test_a_save_of_more_than_64_kib_is_refused_before_it_is_promised(team: Compartment) -> None:
    state = (team.tip(), derived(team))
    with pytest.raises(SaveTooLarge) as told:
        keep(team, Write("note", named(2), None, {"text": {"text": "x" * 65_536}}))
    assert int(told.value.facts["size_bytes"]) > 65_536
    assert (team.tip(), derived(team)) == state
    keep(team, Write("note", named(2), None, {"text": {"text": "x" * 65_000}}))


def test_own_saves_lie_over_the_countys_view_until_they_come_back(team: Compartment) -> None:
    county = CountyLog(STREAM)
    keep(team, family())
    assert team.state_with_pending(named(1))[1]
    push(team, county)
    assert outbox(team) == [(1, "sent", 1, "family")]
    assert team.state_with_pending(named(1))[1]
    pull(team, county)
    assert outbox(team) == [(1, "at_county", 1, "family")]
    assert not team.state_with_pending(named(1))[1]
    assert team.cursor(STREAM) == 1
    keep(team, Write("family", named(1), named(1), {"phone": {"phone": "0745"}}))
    assert shown(team, named(1)) == {"name": "Dobre Ion", "phone": "0745"}
    assert derived(team) == rebuilt(team)


def test_a_page_twice_changes_nothing(team: Compartment) -> None:
    county = CountyLog(STREAM)
    county.write(BEATA, [family()])
    county.write(BEATA, [Write("note", named(2), named(1), {"text": {"text": "Câine"}})])
    pull(team, county)
    state = derived(team)
    with team.writing():
        team.take_page(county.page(0))
    assert derived(team) == state
    assert team.cursor(STREAM) == 2


def test_two_who_did_not_see_each_other_leave_two_values(team: Compartment) -> None:
    county = CountyLog(STREAM)
    keep(team, family())
    meet(team, county)
    county.write(BEATA, [Write("family", named(1), named(1), {"phone": {"phone": "222"}})])
    keep(team, Write("family", named(1), named(1), {"phone": {"phone": "111"}}))
    assert shown(team, named(1))["phone"] == "111"
    meet(team, county)
    assert shown(team, named(1))["phone"] == "222"  # first in the county's log
    row = team.connection.execute("SELECT conflicts FROM family_line").fetchone()
    assert row[0] == 1
    assert derived(team) == rebuilt(team)


def test_a_save_the_county_holds_back_stays_visible_and_told(team: Compartment) -> None:
    txn_id = keep(team, family())
    with team.writing():
        team.take_answers([Answer(1, txn_id, Outcome.PARKED, 5, "out_of_scope")])
    assert outbox(team) == [(1, "held_back", 5, "family")]
    assert shown(team, named(1))["name"] == "Dobre Ion"


def test_a_save_the_county_erased_goes_from_every_table(team: Compartment) -> None:
    txn_id = keep(team, family())
    with team.writing():
        team.take_answers([Answer(1, txn_id, Outcome.ERASED, 5, None)])
    assert outbox(team) == [(1, "erased", 5, "family")]
    assert derived(team) == {"shown": [], "family_line": [], "search": []}


def test_a_fork_chains_what_waits_again_under_the_same_ids(team: Compartment) -> None:
    ids = [keep(team, family(number)) for number in range(1, 5)]
    agreed = team.hash_at(2)
    assert agreed is not None
    former = team.tip().replica
    with team.writing():
        team.start_new_replica(b"r" * 16, bytes(32), 2, agreed)
    again = team.waiting(0, 1 << 20)
    assert [decode(one.txn.header, object)[0] for one in again] == ids[2:]  # type: ignore[index]
    assert [one.n for one in again] == [1, 2]
    assert team.tip().h == again[-1].h
    parent = team.parent_of(b"r" * 16)
    assert parent is not None
    assert (parent.replica, parent.n, parent.h) == (former, 2, agreed)
    assert derived(team) == rebuilt(team)
    keep(team, family(9))
    assert team.tip().n == 3


def test_odd_values_of_another_program_do_not_stop_a_sync(team: Compartment) -> None:
    county = CountyLog(STREAM)
    odd: list[Any] = [7, 1.5, b"\xff", ["a"], {"a": 1}, True, "31.02.2026", ""]
    county.write(BEATA, [family()])
    for number, value in enumerate(odd, start=10):
        county.write(
            BEATA,
            [
                family(number, name={"name": value}, address={"village": value}, last_contact_on={"last_contact_on": value}),
                Write("person", named(100 + number), named(1), {"birth": {"birth": value}, "name": {"family_name": value}}),
                Write("membership", named(200 + number), named(1), {"membership": {"person": named(100 + number)}}),
                Write("membership", named(300 + number), named(1), {"membership": {"person": value}}),
                Write("visit", named(400 + number), named(1), {"times": {"v_date": value}, "q/v_next": {"v_next": value}}),
                Write("note", named(500 + number), named(1), {"text": {"text": value, "about": value}}),
                Write("of a newer Vatra", named(600 + number), named(1), {"anything": {"at all": value}}),
            ],
        )  # fmt: skip
    pull(team, county)
    assert derived(team) == rebuilt(team)
    assert len(derived(team)["family_line"]) == 1 + len(odd)


def test_the_rebuild_check_can_fail(team: Compartment) -> None:
    keep(team, family())
    assert derived(team) == rebuilt(team)
    team.connection.execute("UPDATE family_line SET members = 7")
    assert derived(team) != rebuilt(team)


# what random histories leave behind

RECORDS = st.integers(1, 3)
PEOPLE = st.integers(11, 14)
MEMBERSHIPS = st.integers(21, 24)
VISITS = st.integers(31, 33)
NAMES = st.sampled_from(["Dobre Ion", "Șerban Ana", "Łapiński Jan"])
DAYS = st.sampled_from(["2026-01-05", "2026-02-07", "2026-12-01"])


@st.composite
def writes(draw: st.DrawFn) -> Write:
    in_family = named(draw(RECORDS))
    which = draw(st.sampled_from(["family", "person", "membership", "visit", "void"]))
    if which == "family":
        groups = draw(
            st.sampled_from(
                [
                    {"name": {"name": draw(NAMES)}},
                    {"address": {"village": draw(st.sampled_from(["Valea Mare", "Łopienie"]))}},
                    {"phone": {}},
                    {"flags": {"flags": [draw(st.sampled_from("abc"))]}},
                ]
            )
        )
        return Write("family", in_family, in_family, groups, family_key=bytes(32))
    if which == "person":
        name = {"name": {"family_name": draw(NAMES)}, "birth": {"birth": draw(DAYS)}}
        return Write("person", named(draw(PEOPLE)), in_family, name)
    if which == "membership":
        member = {"person": named(draw(PEOPLE)), "until_on": draw(st.sampled_from([None, "2026-03-01"]))}
        return Write("membership", named(draw(MEMBERSHIPS)), in_family, {"membership": member})
    if which == "visit":
        groups = {"times": {"v_date": draw(DAYS)}, "q/v_next": {"v_next": draw(DAYS)}}
        outcome = {"outcome": {"v_result": draw(st.sampled_from(["done", "nobody"]))}}
        return Write("visit", named(draw(VISITS)), in_family, {**groups, **outcome})
    kind, record = draw(
        st.one_of(
            RECORDS.map(lambda one: ("family", one)),
            PEOPLE.map(lambda one: ("person", one)),
            MEMBERSHIPS.map(lambda one: ("membership", one)),
            VISITS.map(lambda one: ("visit", one)),
        )
    )
    void = draw(st.sampled_from([{"void_reason": "undo", "voided_at": 1}, {}]))
    return Write(kind, named(record), in_family, {"void": void})


class Histories(RuleBasedStateMachine):
    """Own saves, colleagues' saves that saw more or less, syncs whole and in part, forks, saves erased at the county."""

    made: InventedVault
    folder: Path
    turn = 0

    @initialize()
    def begin(self) -> None:
        Histories.turn += 1
        self.team = self.made.copy(self.folder / str(self.turn)).open_team()
        self.team.connection.execute(
            "PRAGMA synchronous = OFF"
        )  # this is about content, the kill test about disks
        self.county = CountyLog(STREAM)
        self.forks = 0

    @rule(several=st.lists(writes(), min_size=1, max_size=3))
    def save(self, several: list[Write]) -> None:
        keep(self.team, *several)

    @rule(several=st.lists(writes(), min_size=1, max_size=2), behind=st.integers(0, 4))
    def a_colleague_saves(self, several: list[Write], behind: int) -> None:
        self.county.write(BEATA, several, seen=max(0, self.county.csn - behind))

    @rule()
    def send(self) -> None:
        push(self.team, self.county)

    @rule(limit=st.integers(1, 3))
    def receive(self, limit: int) -> None:
        with self.team.writing():
            self.team.take_page(self.county.page(self.team.cursor(STREAM), limit))

    @precondition(lambda self: self.team.tip().n > 0)
    @rule(back=st.integers(0, 3))
    def fork(self, back: int) -> None:
        tip = self.team.tip()
        sent = self.county.taken(tip.replica)
        agreed = max(sent, tip.n - back)
        h = self.team.hash_at(agreed)
        if h is not None:
            self.forks += 1
            with self.team.writing():
                self.team.start_new_replica(bytes([self.forks]).ljust(16), bytes(32), agreed, h)

    @rule()
    def the_county_erases_the_last_save(self) -> None:
        row = self.team.connection.execute("SELECT n, txn_id FROM outbox WHERE state = 'to_send'").fetchone()
        if row:
            with self.team.writing():
                self.team.take_answers([Answer(int(row[0]), bytes(row[1]), Outcome.ERASED, 0, None)])

    @invariant()
    def what_screens_show_equals_a_rebuild(self) -> None:
        assert derived(self.team) == rebuilt(self.team)

    def teardown(self) -> None:
        self.team.close()


def test_what_screens_show_equals_a_rebuild_after_any_history(tmp_path: Path) -> None:
    Histories.made = make_invented_vault(tmp_path / "made")
    Histories.folder = tmp_path
    run_state_machine_as_test(
        Histories,
        settings=settings(max_examples=25, stateful_step_count=20, suppress_health_check=list(HealthCheck)),
    )
