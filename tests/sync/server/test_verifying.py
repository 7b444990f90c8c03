"""``verify`` finds whatever is changed, dropped or put elsewhere in what a county keeps - on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from sqlalchemy import Column, Connection, LargeBinary, String, Table, delete, select, update
from sqlalchemy.exc import IntegrityError

from app.domain.ids import random_id
from app.keys.attachments import name_of
from sync.chunks import ChunkRequest, Piece
from sync.protocol import PROTOCOL, Mark
from sync.server import accounts, erasing, handing_over, parked, tables
from sync.server.verifying import Verified, verify, verify_moment
from tests.fixtures.county import MakeLaptop, PlainLaptop, RunningCounty

NOW_S = 1_795_000_100
THERE = "ro-22999"
STOVE = b"a picture of a stove"
LOOKED_AT = (
    "chunk",
    "log",
    "chain",
    "effect",
    "record",
    "family",
    "family_departure",
    "erased_family",
    "office_act",
)
SOME_ROWS = 6
"""Of each table, about so many rows are changed, each in every column."""
NOT_HASHED = {
    ("log", "received_at"): "the moment of arrival: nobody signs it, nothing is decided by it",
    ("log", "reason"): "the words for a parked save; what becomes of it is a decision of its own",
}


class Undone(Exception):
    """Leaves the transaction, and with it everything that was done to the county."""


@pytest.fixture
def lived(county: RunningCounty, plain_laptop: MakeLaptop) -> RunningCounty:
    """The story on either database."""
    return _live(county, plain_laptop)


@pytest.fixture
def small(small_county: RunningCounty, plain_laptop: MakeLaptop) -> RunningCounty:
    """The same on SQLite alone, for what takes hundreds of looks."""
    return _live(small_county, plain_laptop)


def _live(county: RunningCounty, plain_laptop: MakeLaptop) -> RunningCounty:
    """Conflicts, a fork, a parked and an approved save, a hand-over, a late save and an erasure."""
    county.add_commune(THERE, "Corbasca")
    here, colleague = plain_laptop(county), plain_laptop(county, worker="Ana Lazăr")
    there = plain_laptop(county, commune=THERE, worker="Ion Rusu")
    moves, erased, stays = (here.family(name=name, phone="1") for name in ("Lupu", "Munteanu", "Rusu"))
    here.change(random_id(), "note", {"text": {"text": "he said"}}, erased)
    here.attachment(moves, [STOVE])
    here.push()
    brought = Piece(moves, name_of(STOVE), 0, len(STOVE), STOVE)
    here.line.chunks(ChunkRequest(PROTOCOL, (brought,)))  # type: ignore[union-attr]
    colleague.pull()
    for one in (here, colleague):
        one.change(moves, "family", {"phone": {"phone": str(one.n)}}, moves)
        one.change(stays, "family", {"void": {"void_reason": "twice"}}, stays)
        one.push()
    here.save(here.op("note", random_id(), {"text": {"text": "?"}}), author=random_id())
    here.push()
    with county.store.writing() as (connection, row):
        number = parked.lines(connection)[0].number
        parked.send_back(connection, row, number, "Who are you?", "office", NOW_S)
    here.rehome(Mark(2, here.hashes[2]))
    here.push()
    with county.store.writing() as (connection, row):
        handing_over.hand_over_family(connection, row, moves, THERE, "office", NOW_S)
    colleague.change(moves, "family", {"name": {"name": "Late"}}, moves)
    colleague.push()
    there.pull()
    there.change(moves, "family", {"phone": {"phone": "there"}}, moves)
    there.push()
    erasing.erase_family(county.folder, county.store, erased, "17/2026", "office", NOW_S)
    _approve_a_parked_save(county, here)
    return county


def _approve_a_parked_save(county: RunningCounty, laptop: PlainLaptop) -> None:
    """A revoked laptop still brings a save, and the office lets it in."""
    with county.store.writing() as (connection, _row):
        accounts.revoke_device(connection, laptop.device)
    laptop.family(name="Brought by a revoked laptop")
    laptop.line.exchange(laptop.request(laptop.segment(laptop.n)))
    with county.store.writing() as (connection, row):
        parked.approve(connection, row, parked.lines(connection)[0].number, "office", NOW_S)


def test_a_county_that_lived_is_whole(lived: RunningCounty) -> None:
    found = verify(lived.store)
    assert found.findings == ()
    assert found.csn == found.saves > 15
    assert (found.erased, found.records > 3, found.effects >= found.saves - 4) == (1, True, True)


def test_every_byte_that_is_changed_is_found(small: RunningCounty) -> None:
    unfound = [
        change
        for table in (tables.metadata.tables[name] for name in LOOKED_AT)
        for change in _changes(small, table)
        if not _found_after(small, *change[1:])
    ]
    assert [change[0] for change in unfound] == []


def test_every_row_that_is_dropped_is_found(small: RunningCounty) -> None:
    for name in LOOKED_AT:
        table = tables.metadata.tables[name]
        for row in _rows(small, table):
            assert _found_after(small, table, row, None), (name, row)


def test_rows_that_change_places_are_found(lived: RunningCounty) -> None:
    """Two saves of one laptop, each whole, in each other's place in the log."""
    rows = _rows(lived, tables.log)
    first, second = rows[3], rows[4]
    kept = ("txn", "txn_id", "n", "replica", "outcome", "reason", "erased_csn")

    def swap(connection: Connection) -> None:
        park = {"txn_id": b"x" * 16}
        for row, values in (
            (first, park),
            (second, {name: first[name] for name in kept}),
            (first, {name: second[name] for name in kept}),
        ):
            connection.execute(update(tables.log).where(tables.log.c.csn == row["csn"]).values(values))

    assert _found(lived, swap).findings


def test_the_end_of_the_log_cut_off_is_found(lived: RunningCounty) -> None:
    def cut(connection: Connection) -> None:
        last = connection.execute(select(tables.county.c.csn)).scalar_one()
        connection.execute(delete(tables.effect).where(tables.effect.c.csn == last))
        connection.execute(update(tables.county).values(csn=last - 1))

    assert _found(lived, cut).findings


def _changes(
    county: RunningCounty, table: Table
) -> Iterator[tuple[tuple[str, str, int], Table, dict[str, Any], dict[str, Any]]]:
    rows = _rows(county, table)
    for number, row in list(enumerate(rows))[:: max(1, len(rows) // SOME_ROWS)]:
        for column in table.columns:
            if (table.name, column.name) not in NOT_HASHED:
                other = _other(row[column.name], column)
                yield (table.name, column.name, number), table, row, {column.name: other}


def _other(value: Any, column: Column[Any]) -> Any:
    if value is None:
        return {LargeBinary: b"x" * 16, String: "x"}.get(type(column.type), 7)
    if isinstance(value, bytes):
        middle = len(value) // 2
        return value[:middle] + bytes([value[middle] ^ 1]) + value[middle + 1 :]
    if isinstance(value, int):
        return value + 1000
    return f"{value}x"


def _found_after(
    county: RunningCounty, table: Table, row: dict[str, Any], values: dict[str, Any] | None
) -> bool:
    """Whether verify finds it, or the database itself does not let it happen."""
    same = [column == row[column.name] for column in table.primary_key.columns]

    def change(connection: Connection) -> None:
        act = delete(table) if values is None else update(table).values(values)
        assert connection.execute(act.where(*same)).rowcount == 1

    try:
        return bool(_found(county, change).findings)
    except IntegrityError:
        return True


def _found(county: RunningCounty, change: Any) -> Verified:
    """What verify says after a change, which is undone."""
    found: list[Verified] = []
    try:
        with county.store.writing() as (connection, _row):
            change(connection)
            found.append(verify_moment(connection))
            raise Undone
    except Undone:
        return found[0]


def _rows(county: RunningCounty, table: Table) -> list[dict[str, Any]]:
    with county.store.reading() as connection:
        ordered = select(table).order_by(*table.primary_key.columns)
        return [dict(row) for row in connection.execute(ordered).mappings()]


def test_a_finding_says_where(lived: RunningCounty) -> None:
    row = _rows(lived, tables.record)[0]

    def change(connection: Connection) -> None:
        connection.execute(
            update(tables.record).where(tables.record.c.id == row["id"]).values(csn=row["csn"] + 1)
        )

    (finding,) = _found(lived, change).findings
    assert msgspec.structs.astuple(finding) == (
        "record",
        row["id"].hex(),
        "is not what its effects add up to",
    )
