"""Snapshots at a real county: the same as the log, for whom it is, in parts of any size, and gone when a family is."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

import msgspec
import pytest
from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.exc import ProgrammingError

from app.domain.ids import random_id
from sync.core.merge import RecordState
from sync.core.snapshot import chunks_in, digest_of, effects_in, fold, is_signed
from sync.protocol import Effect, Manifest, PartAsked, Reply, SnapshotPart, decode
from sync.server import erasing, fence, snapshots, tables
from sync.server.handing_over import hand_over_family
from sync.server.restore import begin_epoch_in_place
from sync.server.verifying import verify, verify_moment
from tests.fixtures.county import MakeLaptop, PlainLaptop, RunningCounty, rows_of

NOW_S = 1_795_000_000
THERE = "ro-22999"


@pytest.fixture(autouse=True)
def _everything_is_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshots, "WORTH_BYTES", 1)


def _worked(county: RunningCounty, plain_laptop: MakeLaptop) -> PlainLaptop:
    """A laptop that saved, changed and changed again."""
    laptop = plain_laptop(county)
    families = [laptop.family(name=f"Familia {number}", phone="1") for number in range(12)]
    chance = random.Random(3)
    for number in range(40):
        group = chance.choice(("name", "phone"))
        family = chance.choice(families)
        laptop.change(family, "family", {group: {group: str(number)}}, family)
    laptop.push()
    return laptop


def _make(county: RunningCounty, stream: str) -> None:
    assert snapshots.make(county.store, stream, county.folder.sign_key().sign, NOW_S)


def _asks(laptop: PlainLaptop, begun: dict[str, PartAsked], *, max_bytes: int = 1 << 20) -> Reply:
    request = msgspec.structs.replace(laptop.request(cursor=0, max_bytes=max_bytes), snapshots=begun)
    return laptop.line.exchange(request)


def _parts(laptop: PlainLaptop, max_bytes: int) -> Iterator[SnapshotPart]:
    begun: dict[str, PartAsked] = {}
    while True:
        reply = _asks(laptop, begun, max_bytes=max_bytes)
        (part,) = reply.snapshots
        assert (reply.pages[0].effects, reply.pages[0].more) == ((), True)
        yield part
        begun = {part.stream: PartAsked(part.digest, part.at + len(part.body))}


def _read(
    laptop: PlainLaptop, max_bytes: int = 1 << 20
) -> tuple[Manifest, list[SnapshotPart], dict[bytes, RecordState]]:
    parts: list[SnapshotPart] = []
    for part in _parts(laptop, max_bytes):
        parts.append(part)
        manifest = parts[0].manifest
        assert manifest is not None
        if part.at + len(part.body) == sum(chunk.size for chunk in manifest.chunks):
            break
    states: dict[bytes, RecordState] = {}
    for chunk in chunks_in(manifest, (part.body for part in parts)):
        for body in effects_in(chunk):
            fold(states, decode(body, Effect))
    return manifest, parts, states


@pytest.mark.parametrize("max_bytes", [0, 1 << 20])
def test_it_says_what_the_log_says_in_parts_of_any_size(
    county: RunningCounty, plain_laptop: MakeLaptop, max_bytes: int
) -> None:
    worked = _worked(county, plain_laptop)
    _make(county, worked.stream)
    worked.family(name="Came later")
    worked.push()
    manifest, parts, states = _read(worked, max_bytes)
    worked.pull()
    assert {record: state for record, state in worked.states.items() if state.csn <= manifest.csn} == states
    assert len(worked.states) == len(states) + 1
    assert is_signed(manifest, county.card.county, county.card.sign_key)
    assert (len(parts) > 1, parts[0].digest) == (max_bytes == 0, digest_of(manifest))
    assert not any(part.manifest for part in parts[1:])


def test_who_is_nearly_there_reads_the_log(small_county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    county, worked = small_county, _worked(small_county, plain_laptop)
    _make(county, worked.stream)
    worked.pull()
    nearly = msgspec.structs.replace(worked.request(cursor=worked.cursor - 2), snapshots={})
    reply = worked.line.exchange(nearly)
    assert (len(reply.pages[0].effects), reply.snapshots) == (2, ())
    old = worked.line.exchange(worked.request(cursor=0))
    assert (len(old.pages[0].effects) > 2, old.snapshots) == (True, ()), "who takes none gets none"


def test_it_is_made_for_the_first_who_needs_it_and_again_when_overtaken(
    small_county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    county, worked = small_county, _worked(small_county, plain_laptop)
    first = _asks(worked, {}).snapshots[0]
    assert _asks(worked, {}).snapshots[0].digest == first.digest
    sign = county.folder.sign_key().sign
    assert snapshots.refresh(county.store, sign, NOW_S) == 0
    for number in range(60):
        worked.family(name=f"Another {number}")
    worked.push()
    goes_on = _asks(worked, {first.stream: PartAsked(first.digest, 100)}).snapshots[0]
    assert (goes_on.digest, goes_on.at, goes_on.body) == (first.digest, 100, first.body[100:])
    assert snapshots.refresh(county.store, sign, NOW_S) == 1
    anew = _asks(worked, {first.stream: PartAsked(first.digest, 100)}).snapshots[0]
    assert (anew.digest != first.digest, anew.at, anew.manifest is not None) == (True, 0, True)


def test_an_erased_family_takes_it_along(small_county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    county, worked = small_county, _worked(small_county, plain_laptop)
    canary = "Zzyzxcanary"
    family = worked.family(name=canary)
    worked.push()
    _make(county, worked.stream)
    before = _told(worked)
    erasing.erase_family(county.folder, county.store, family, "17/2026", "office", NOW_S)
    assert rows_of(county.store, "snapshot") == rows_of(county.store, "snapshot_chunk") == []
    assert canary.encode() in before
    assert canary.encode() not in _told(worked), "made anew for who asks"
    assert verify(county.store).findings == ()


def _told(laptop: PlainLaptop) -> bytes:
    manifest, parts, _ = _read(laptop)
    return b"".join(
        body for chunk in chunks_in(manifest, (part.body for part in parts)) for body in effects_in(chunk)
    )


def test_it_is_not_kept_when_a_family_left_while_it_was_made(
    small_county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    small_county.add_commune(THERE, "Corbasca")
    laptop = plain_laptop(small_county)
    family = laptop.family(name="Lupu")
    laptop.push()
    sign = small_county.folder.sign_key().sign

    def meanwhile(claim: bytes) -> bytes:
        with small_county.store.writing() as (connection, row):
            hand_over_family(connection, row, family, THERE, "office", NOW_S)
        return sign(claim)

    assert not snapshots.make(small_county.store, laptop.stream, meanwhile, NOW_S)
    assert rows_of(small_county.store, "snapshot") == []


def test_another_communes_is_not_given_by_either_fence(
    large_county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    large_county.add_commune(THERE, "Corbasca")
    here, there = plain_laptop(large_county), plain_laptop(large_county, commune=THERE, worker="Ion")
    for laptop in (here, there):
        laptop.family(name="Lupu")
        laptop.push()
        _make(large_county, laptop.stream)
    held = _asks(there, {}).snapshots[0]
    reaching = msgspec.structs.replace(
        here.request(), cursors={there.stream: 0}, snapshots={there.stream: PartAsked(held.digest, 0)}
    )
    assert here.line.exchange(reaching).snapshots == ()
    with large_county.store.reading() as connection, fence.only_for(connection, here.device):
        for table in (tables.snapshot, tables.snapshot_chunk):
            assert set(connection.execute(select(table.c.stream)).scalars()) == {here.stream}
    with (
        pytest.raises(ProgrammingError),
        large_county.store.writing() as (connection, _row),
        fence.only_for(connection, here.device),
    ):
        connection.execute(delete(tables.snapshot))


def test_verify_finds_one_that_was_changed(small_county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    laptop = plain_laptop(small_county)
    family = laptop.family(name="Lupu")
    laptop.push()
    _make(small_county, laptop.stream)
    assert verify(small_county.store).findings == ()
    chunk = tables.snapshot_chunk
    (row,) = rows_of(small_county.store, "snapshot_chunk")
    body = bytes(row[2])  # type: ignore[call-overload]
    other = Manifest(laptop.stream, 1, 1, bytes(32), (), bytes(64))
    changes: list[Callable[[Connection], object]] = [
        lambda c: c.execute(update(chunk).values(body=body[:-1] + bytes([body[-1] ^ 1]))),
        lambda c: c.execute(delete(chunk)),
        lambda c: c.execute(insert(chunk).values(stream=laptop.stream, place=1, body=b"x")),
        lambda c: c.execute(update(tables.snapshot).values(csn=1)),
        lambda c: c.execute(update(tables.snapshot).values(manifest=msgspec.msgpack.encode(other))),
        lambda c: c.execute(update(tables.snapshot).values(digest=random_id() * 2)),
    ]
    for change in changes:
        with small_county.store.engine.connect().execution_options(vatra_writes=True) as connection:
            undone = connection.begin()
            change(connection)
            assert [one.table for one in verify_moment(connection).findings] == ["snapshot"]
            undone.rollback()
    assert family


def test_a_new_epoch_begins_without_any(small_county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    _make(small_county, plain_laptop(small_county).stream)
    assert rows_of(small_county.store, "snapshot")
    begin_epoch_in_place(small_county.store, copy_made_at=None, by="office", now_s=NOW_S)
    assert rows_of(small_county.store, "snapshot") == rows_of(small_county.store, "snapshot_chunk") == []
