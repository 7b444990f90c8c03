"""A look travels like work, is told nobody as work, and cannot be changed on the way nor taken back at the county."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select

from app.errors import CountyRefused, VaultDamaged
from app.services import syncing
from app.services.audit import note_going_out, note_read, note_search, who_looked
from storage import looks
from storage.compartment import Write
from sync.protocol import Op, Txn, decode, encode, raw
from sync.server import overview, tables
from tests.fixtures.county import RunningCounty
from tests.fixtures.laptops import Laptop, MakeLaptop

Laptops = Callable[[RunningCounty], MakeLaptop]


@pytest.fixture
def two(small_county: RunningCounty, laptops: Laptops) -> tuple[Laptop, Laptop, bytes]:
    """A social worker and a nurse, and a family both have."""
    enrol = laptops(small_county)
    ana, maria = enrol("Ana Sandu", "social_worker"), enrol("Maria Bejan", "community_nurse")
    family = ana.registers(family_name="Rusu", given_names="Ilie", village="Valea Mare")
    for laptop in (ana, maria, ana):
        laptop.goes_online()
    return ana, maria, family


def told(laptop: Laptop, family: bytes) -> list[tuple[str, str, str]]:
    return [(line.worker, line.profession, line.act) for line in who_looked(laptop.vault, family).lines]


def rewrite_last(laptop: Laptop, change: Callable[[Op], Op]) -> None:
    """Change the bytes of the newest own save behind the program's back, as somebody with a database tool would."""
    connection = laptop.team.connection
    n, encoded = connection.execute("SELECT n, txn FROM outbox ORDER BY n DESC LIMIT 1").fetchone()
    txn = decode(bytes(encoded), Txn)
    changed = Txn(txn.header, tuple(encode(change(decode(op, Op))) for op in txn.ops))
    connection.execute("UPDATE outbox SET txn = ? WHERE n = ?", (encode(changed), n))


def as_another_act(op: Op) -> Op:
    return Op(
        op.kind,
        op.record,
        op.family,
        op.form_version,
        op.base,
        {looks.ENTRY: raw({"act": "read"})},
        op.family_key,
    )


def test_a_look_reaches_the_colleague_and_the_county(
    two: tuple[Laptop, Laptop, bytes], small_county: RunningCounty
) -> None:
    ana, maria, family = two
    note_search(maria.vault, "rusu", 1, opened=family)
    note_read(maria.vault, family)
    assert maria.waits() == 0
    sent = maria.goes_online()
    received = ana.goes_online()
    # Nobody is told of three records sent where he wrote none.
    assert (sent.sent, received.received, syncing.sync_state(maria.vault).held_back) == (0, 0, 0)
    nurse = ("Maria Bejan", "community_nurse")
    assert sorted(told(ana, family)) == [(*nurse, "read"), (*nurse, "search")]
    view = overview.family_view(small_county.store, family)
    authors = [value.author_name for look in view.of_kind("audit") for value in look.siblings[looks.ENTRY]]
    assert authors == ["Maria Bejan", "Maria Bejan"]
    assert ana.team.cursor(syncing.stream_of(ana.vault)) == overview.counts(small_county.store).csn


def test_work_that_travels_with_looks_is_counted_alone(two: tuple[Laptop, Laptop, bytes]) -> None:
    ana, maria, family = two
    note_read(maria.vault, family)
    maria.changes(family, phone="0700 000 202")
    note_going_out(maria.vault, "print", "visit", family=family)
    assert maria.goes_online().sent == 1
    assert ana.goes_online().received == 1


def test_a_look_that_was_changed_on_the_laptop_is_refused(
    two: tuple[Laptop, Laptop, bytes], small_county: RunningCounty
) -> None:
    _, maria, family = two
    note_going_out(maria.vault, "export", "visit", family=family)
    before = overview.counts(small_county.store).csn
    rewrite_last(maria, as_another_act)
    with pytest.raises(CountyRefused) as refused:
        maria.goes_online()
    assert refused.value.facts["reason"] == "bad_segment_signature"
    assert overview.counts(small_county.store).csn == before


def test_written_again_as_it_was_it_is_taken(
    two: tuple[Laptop, Laptop, bytes], small_county: RunningCounty
) -> None:
    """The control of the test above: it is the change that is refused, not the writing."""
    _, maria, family = two
    note_going_out(maria.vault, "export", "visit", family=family)
    before = overview.counts(small_county.store).csn
    rewrite_last(maria, lambda op: op)
    maria.goes_online()
    assert overview.counts(small_county.store).csn == before + 1


@pytest.mark.parametrize("last", [False, True], ids=["in the middle", "at the end"])
def test_a_look_that_was_taken_out_is_missed(
    two: tuple[Laptop, Laptop, bytes], small_county: RunningCounty, last: bool
) -> None:
    _, maria, family = two
    note_read(maria.vault, family)
    if not last:
        maria.changes(family, phone="0700 000 202")
    before = overview.counts(small_county.store).csn
    maria.team.connection.execute("DELETE FROM outbox WHERE kinds = 'audit'")
    with pytest.raises(VaultDamaged):
        maria.goes_online()
    assert overview.counts(small_county.store).csn == before


def test_nobody_takes_a_look_back(two: tuple[Laptop, Laptop, bytes], small_county: RunningCounty) -> None:
    ana, maria, family = two
    note_read(maria.vault, family)
    maria.goes_online()
    (entry,) = overview.family_view(small_county.store, family).of_kind("audit")
    void = {"void": {"void_reason": "undo", "voided_at": 1}}
    with maria.team.writing():
        maria.team.save(maria.vault.worker.id, [Write("audit", entry.id, family, void)])
    for laptop in (maria, ana):
        laptop.goes_online()
    with small_county.store.reading() as connection:
        parked = connection.execute(
            select(tables.log.c.reason).where(tables.log.c.outcome == "parked")
        ).scalars()
        assert list(parked) == ["county_decides"]
    for laptop in (maria, ana):
        assert told(laptop, family) == [("Maria Bejan", "community_nurse", "read")]
    assert syncing.sync_state(maria.vault).held_back == 0
