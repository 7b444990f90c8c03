"""What attachments consist of, at the county: expected when a save names it, whole when its bytes have its name, seen by whoever
sees the record, gone with the family."""

from __future__ import annotations

import time

import pytest
from sqlalchemy import select, text

from app.errors import CountyRefused
from app.keys.attachments import name_of
from sync.chunks import ChunkName, ChunkRequest, Missing, Piece
from sync.protocol import PROTOCOL
from sync.server import accounts, attachments, chunk_store, erasing, handing_over, tables
from sync.server.chunk_store import Expected
from sync.server.verifying import verify
from tests.fixtures.county import MakeLaptop, PlainLaptop, RunningCounty

CHUNK = bytes(range(256)) * 200
OTHER_COMMUNE = "ro-22999"


def _brings(
    laptop: PlainLaptop, family: bytes, chunk: bytes, at: int = 0, to: int | None = None
) -> int | None:
    piece = Piece(family, name_of(chunk), at, len(chunk), chunk[at:to])
    return laptop.line.chunks(ChunkRequest(PROTOCOL, (piece,))).held[0]  # type: ignore[union-attr]


def _asks(laptop: PlainLaptop, family: bytes, chunk: bytes) -> int | None:
    offer = ChunkName(family, name_of(chunk))
    return laptop.line.chunks(ChunkRequest(PROTOCOL, offer=(offer,))).held[0]  # type: ignore[union-attr]


def _fetches(laptop: PlainLaptop, family: bytes, chunk: bytes, at: int = 0) -> bytes | None:
    wanted = Missing(family, name_of(chunk), at)
    asked = ChunkRequest(PROTOCOL, fetch=(wanted,), max_bytes=1 << 20)
    pieces = laptop.line.chunks(asked).pieces  # type: ignore[union-attr]
    return pieces[0].body if pieces else None


def test_a_chunk_comes_in_pieces_and_goes_on_where_it_was_cut(
    county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    ana, ion = plain_laptop(county, worker="Ana"), plain_laptop(county, worker="Ion")
    family = ana.family(name="Lupu")
    assert _brings(ana, family, CHUNK) is None, "nobody named it yet"
    ana.attachment(family, [CHUNK])
    ana.push()
    assert _asks(ana, family, CHUNK) == 0
    assert _brings(ana, family, CHUNK, 0, 20_000) == 20_000
    assert _fetches(ion, family, CHUNK) is None, "half of it is nothing"
    assert _brings(ana, family, CHUNK, 30_000) == 20_000, "a gap is not taken"
    assert _brings(ion, family, CHUNK, 20_000, 40_000) == 40_000, "another laptop has the same bytes"
    assert _brings(ana, family, CHUNK, 40_000) == len(CHUNK)
    assert _brings(ana, family, b"x" * len(CHUNK)) is None, "other bytes, another name"
    assert _fetches(ion, family, CHUNK) == CHUNK
    assert _fetches(ion, family, CHUNK, 50_000) == CHUNK[50_000:]


def test_bytes_that_have_not_its_name_are_thrown_away(
    small_county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    ana = plain_laptop(small_county)
    family = ana.family(name="Lupu")
    ana.attachment(family, [CHUNK])
    ana.push()
    wrong = Piece(family, name_of(CHUNK), 0, len(CHUNK), b"x" * len(CHUNK))
    assert ana.line.chunks(ChunkRequest(PROTOCOL, (wrong,))).held == (0,)  # type: ignore[union-attr]
    half = Piece(family, name_of(CHUNK), 0, 60_000, b"x" * 30_000)  # of another size
    assert ana.line.chunks(ChunkRequest(PROTOCOL, (half,))).held == (30_000,)  # type: ignore[union-attr]
    assert _brings(ana, family, CHUNK, 30_000) == 0, "begins again"
    assert _brings(ana, family, CHUNK) == len(CHUNK)
    for bad in (
        Piece(family, b"short", 0, 5, b"12345"),
        Piece(family, name_of(CHUNK), 0, 70_000, b"x"),
        Piece(family, name_of(CHUNK), 4, 5, b"12"),
        Piece(family, name_of(CHUNK), 0, 5, b""),
    ):
        with pytest.raises(CountyRefused, match="malformed"):
            ana.line.chunks(ChunkRequest(PROTOCOL, (bad,)))  # type: ignore[union-attr]


def test_what_is_not_ones_own_looks_like_what_does_not_exist(
    small_county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    small_county.add_commune(OTHER_COMMUNE, "Răcăciuni")
    ana = plain_laptop(small_county)
    vasile = plain_laptop(small_county, commune=OTHER_COMMUNE, worker="Vasile")
    family = ana.family(name="Lupu")
    ana.attachment(family, [CHUNK])
    ana.push()
    _brings(ana, family, CHUNK)
    assert _asks(vasile, family, CHUNK) == _asks(vasile, family, b"nothing") is None
    assert _brings(vasile, family, CHUNK) is None
    assert _fetches(vasile, family, CHUNK) is None
    # Naming it in a save of one's own gives nothing either: what is expected then is of another family.
    own = vasile.family(name="Stan")
    vasile.attachment(own, [CHUNK])
    vasile.push()
    assert _fetches(vasile, own, CHUNK) is None


@pytest.mark.parametrize(("application", "database"), [(True, False), (False, True), (False, False)])
def test_each_fence_holds_alone_and_without_both_there_is_none(
    large_county: RunningCounty,
    plain_laptop: MakeLaptop,
    monkeypatch: pytest.MonkeyPatch,
    application: bool,
    database: bool,
) -> None:
    large_county.add_commune(OTHER_COMMUNE, "Răcăciuni")
    ana = plain_laptop(large_county)
    vasile = plain_laptop(large_county, commune=OTHER_COMMUNE, worker="Vasile")
    family = ana.family(name="Lupu")
    ana.attachment(family, [CHUNK])
    ana.push()
    _brings(ana, family, CHUNK)
    if not application:
        monkeypatch.setattr(attachments, "streams_of", lambda *_: {ana.stream, vasile.stream})
    if not database:
        with large_county.store.rebuilding() as connection:
            connection.execute(text("ALTER TABLE chunk DISABLE ROW LEVEL SECURITY"))
    assert (_fetches(vasile, family, CHUNK) is not None) == (not application and not database)


def test_a_family_takes_its_chunks_along_and_who_still_holds_one_may_bring_it(
    small_county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    small_county.add_commune(OTHER_COMMUNE, "Răcăciuni")
    ana = plain_laptop(small_county)
    vasile = plain_laptop(small_county, commune=OTHER_COMMUNE, worker="Vasile")
    family = ana.family(name="Lupu")
    ana.attachment(family, [CHUNK, b"late"])
    ana.push()
    _brings(ana, family, CHUNK)
    with small_county.store.writing() as (connection, county):
        handing_over.hand_over_family(connection, county, family, OTHER_COMMUNE, "office", int(time.time()))
    assert _fetches(vasile, family, CHUNK) == CHUNK
    assert _fetches(ana, family, CHUNK) is None
    assert _brings(ana, family, b"late") == 4
    assert _fetches(vasile, family, b"late") == b"late"
    assert verify(small_county.store).findings == ()


def test_an_erased_family_leaves_no_chunk_and_gets_none(
    small_county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    ana = plain_laptop(small_county)
    family, stays = ana.family(name="Lupu"), ana.family(name="Stan")
    for one in (family, stays):
        ana.attachment(one, [CHUNK])
    ana.push()
    for one in (family, stays):
        _brings(ana, one, CHUNK)
    erasing.erase_family(small_county.folder, small_county.store, family, "17/2026", "office", 0)
    assert _brings(ana, family, CHUNK) is None
    assert _fetches(ana, stays, CHUNK) == CHUNK, "the same bytes of another family stay"
    with small_county.store.reading() as connection:
        assert connection.execute(select(tables.chunk.c.family)).scalars().all() == [stays]


def test_what_a_revoked_laptop_still_brings_is_kept_and_given_out_once_its_save_is_let_in(
    small_county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    ana, ion = plain_laptop(small_county, worker="Ana"), plain_laptop(small_county, worker="Ion")
    family = ana.family(name="Lupu")
    ana.push()
    with small_county.store.writing() as (connection, _county):
        accounts.revoke_device(connection, ana.device)
    ana.attachment(family, [CHUNK])
    assert ana.push(ana.n).answers[0].reason == "device_revoked"
    assert _brings(ana, family, CHUNK) == len(CHUNK)
    assert _fetches(ana, family, CHUNK) is None
    assert _fetches(ion, family, CHUNK) == CHUNK, "who has its name has seen the save"


def test_a_name_brings_nothing_into_another_compartment(small_county: RunningCounty) -> None:
    family, name = b"f" * 16, b"n" * 32
    social, team, moved = "ro-21891/social", "ro-21891/team", "ro-22999/social"
    with small_county.store.writing() as (connection, _county):
        for said, stands in (
            (Expected(social, applied=False), social),
            (Expected(team, applied=True), social),
            (Expected(moved, applied=False), social),
            (Expected(moved, applied=True), moved),
        ):
            chunk_store.expect(connection, {(family, name): said})
            row = chunk_store.find(connection, family, name)
            assert row is not None
            assert row.stream == stands
