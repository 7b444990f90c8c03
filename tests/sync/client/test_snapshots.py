"""A new laptop reads a snapshot instead of the log: cut anywhere, overtaken meanwhile, and it shows the same in the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from app.errors import CountySpeaksOtherwise, CountyUnreachable
from app.services import syncing
from app.services.families import write_note
from storage import snapshots as on_laptop
from storage.vault import TEAM
from sync.core.snapshot import digest_of
from sync.protocol import Exchange, Reply, SnapshotPart
from sync.server import snapshots
from tests.fixtures.county import RunningCounty
from tests.fixtures.laptops import Laptop, MakeLaptop, at_once, without_waiting

PART_BYTES = 400
SHOWN = ("record", "family_key", "cursor", "leaving", "parted", "shown", "family_line", "pending_op")


class CutLine:
    """A line that remembers what it brought, and breaks after some answers."""

    def __init__(self, laptop: Laptop, answers: int = 1 << 30) -> None:
        self._line = syncing.county_line(laptop.vault)
        self.hang_up, self.close = self._line.hang_up, self._line.close
        self.left = answers
        self.asked: list[Exchange] = []
        self.brought = 0

    def exchange(self, request: Exchange) -> Reply:
        self.asked.append(request)
        if self.left == 0:
            raise CountyUnreachable(why="cut_off")
        self.left -= 1
        reply = self._line.exchange(request)
        self.brought += sum(len(part.body) for part in reply.snapshots)
        return reply


def _sync(laptop: Laptop, line: CutLine) -> syncing.SyncDone:
    try:
        return syncing.sync_now(at_once, laptop.vault, lambda *_: None, line=line, pause=without_waiting)  # type: ignore[arg-type]
    finally:
        line.close()


def _shown(laptop: Laptop) -> dict[str, list[Any]]:
    query = laptop.team.connection.execute
    return {table: query(f"SELECT * FROM {table} ORDER BY 1").fetchall() for table in SHOWN}


@pytest.fixture
def office(
    small_county: RunningCounty,
    laptops: Callable[[RunningCounty], MakeLaptop],
    monkeypatch: pytest.MonkeyPatch,
) -> MakeLaptop:
    """Laptops of a commune whose first one has worked; everything is worth a snapshot, in small parts."""
    monkeypatch.setattr(snapshots, "WORTH_BYTES", 1)
    monkeypatch.setattr(snapshots, "LARGEST_PART_BYTES", PART_BYTES)
    monkeypatch.setattr(snapshots, "SMALLEST_PART_BYTES", PART_BYTES)
    enrol = laptops(small_county)
    ana = enrol("Ana Sandu", "social_worker")
    families = [ana.registers(family_name=f"Dobre {number}", phone=f"07{number}") for number in range(6)]
    ana.goes_online()
    for family in families[:3]:
        ana.changes(family, phone="0799")
    ana.records_visit(families[4], v_agreed="Lemne pentru trei săptămâni.")
    ana.goes_online()
    return enrol


def test_a_new_laptop_shows_what_the_log_would_have_brought(
    office: MakeLaptop, monkeypatch: pytest.MonkeyPatch
) -> None:
    maria, ion = office("Maria Rus", "social_worker"), office("Ion Pop", "social_worker")
    line = CutLine(maria)
    done = _sync(maria, line)
    with monkeypatch.context() as log_only:
        log_only.setattr(on_laptop, "begun", lambda _connection: None)
        by_log = ion.goes_online()
    maria.goes_online()
    assert _shown(maria) == _shown(ion)
    assert line.brought > 2 * PART_BYTES
    assert done.received == by_log.received > 0
    assert on_laptop.begun(maria.team.connection) == {}


def test_own_saves_from_before_are_known_again(office: MakeLaptop) -> None:
    maria = office("Maria Rus", "social_worker")
    own = maria.registers(family_name="Lupu")
    line = CutLine(maria, answers=2)
    with pytest.raises(CountyUnreachable):
        _sync(maria, line)
    assert maria.sees(own)
    write_note(maria.vault, own, "Scris între timp.")
    _sync(maria, CutLine(maria))
    states = maria.team.connection.execute("SELECT DISTINCT state FROM outbox").fetchall()
    assert [row[0] for row in states] == ["at_county"]
    assert maria.team.connection.execute("SELECT count(*) FROM pending_op").fetchone()[0] == 0


def test_a_cut_costs_one_part_and_nothing_is_shown_before_all_of_it_is_there(office: MakeLaptop) -> None:
    maria = office("Maria Rus", "social_worker")
    first = CutLine(maria, answers=2)
    with pytest.raises(CountyUnreachable):
        _sync(maria, first)
    (begun,) = on_laptop.begun(maria.team.connection).values()
    assert begun.at == first.brought == 2 * PART_BYTES
    assert maria.team.connection.execute("SELECT count(*) FROM record").fetchone()[0] == 0
    second = CutLine(maria)
    _sync(maria, second)
    asked = second.asked[0].snapshots
    assert asked == {syncing.stream_of(maria.vault, TEAM): begun}
    assert maria.team.connection.execute("SELECT count(*) FROM record").fetchone()[0] > 6


def test_one_that_was_dropped_meanwhile_is_thrown_away(
    office: MakeLaptop, small_county: RunningCounty, monkeypatch: pytest.MonkeyPatch
) -> None:
    maria = office("Maria Rus", "social_worker")
    with pytest.raises(CountyUnreachable):
        _sync(maria, CutLine(maria, answers=2))
    with small_county.store.writing() as (connection, _row):
        snapshots.drop(connection)
    monkeypatch.setattr(snapshots, "WORTH_BYTES", 1 << 30)
    line = CutLine(maria)
    _sync(maria, line)
    assert line.brought == 0
    assert on_laptop.begun(maria.team.connection) == {}
    assert maria.team.connection.execute("SELECT count(*) FROM snapshot_part").fetchone()[0] == 0
    assert maria.team.connection.execute("SELECT count(*) FROM record").fetchone()[0] > 6


def test_what_the_county_did_not_sign_is_not_kept(office: MakeLaptop) -> None:
    maria = office("Maria Rus", "social_worker")

    class Between(CutLine):
        change = ""

        def exchange(self, request: Exchange) -> Reply:
            reply = super().exchange(request)
            parts = tuple(_changed(part, self.change) for part in reply.snapshots)
            return msgspec.structs.replace(reply, snapshots=parts)

    for change in ("signature", "stream", "byte"):
        line = Between(maria)
        line.change = change
        with pytest.raises(CountySpeaksOtherwise):
            _sync(maria, line)
        assert maria.team.connection.execute("SELECT count(*) FROM record").fetchone()[0] == 0


def _changed(part: SnapshotPart, change: str) -> SnapshotPart:
    manifest = part.manifest
    if change == "byte":
        return msgspec.structs.replace(part, body=bytes([part.body[0] ^ 1]) + part.body[1:])
    if manifest is None:
        return part
    if change == "signature":
        forged = msgspec.structs.replace(manifest, csn=manifest.csn + 1)
        return msgspec.structs.replace(part, manifest=forged, digest=digest_of(forged))
    other = msgspec.structs.replace(manifest, stream="ro-99999/team")
    return msgspec.structs.replace(part, manifest=other, digest=digest_of(other))
