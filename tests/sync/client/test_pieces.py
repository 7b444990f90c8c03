"""A save that is larger than what the line moves between two breaks gets through all the same, piece by piece."""

from __future__ import annotations

import base64
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from app.errors import CountyUnreachable
from app.services import syncing
from app.services.families import write_note
from sync.client import turn
from sync.core.pieces import LEAST_PIECE_BYTES, goes_on, is_sound, note_of, piece_from, whole
from sync.protocol import Exchange, Hello, ProtocolError, SegmentPiece, encode
from sync.wire import pack_tightly
from tests.fixtures.county import MakeLaptop as MakePlainLaptop
from tests.fixtures.county import PlainLaptop, RunningCounty, rows_of
from tests.fixtures.laptops import Laptop, MakeLaptop, at_once, without_waiting
from tests.fixtures.rough_line import Cut, RoughLine, Weather

BETWEEN_CUTS = 8 * 1024
MOST_TRIPS = 20


@contextmanager
def _over_a_bad_line(laptop: Laptop, county: RunningCounty) -> Iterator[RoughLine]:
    """Every connection breaks after 8 KiB up, handshake included."""
    rough = RoughLine(int(county.url.rpartition(":")[2]), Weather(cut_after=Cut("up", BETWEEN_CUTS)))
    with laptop.team.writing():
        laptop.team.set_facts(county_url=rough.url.encode())
    try:
        yield rough
    finally:
        rough.close()


def _trips(laptop: Laptop, most: int) -> int:
    """How many syncs it took until nothing waits; ``most`` when it still does."""
    for number in range(most):
        try:
            syncing.sync_now(at_once, laptop.vault, lambda *_: None, pause=without_waiting)
        except CountyUnreachable:
            continue
        return number + 1
    return most


@pytest.fixture
def ana(small_county: RunningCounty, laptops: Callable[[RunningCounty], MakeLaptop]) -> Laptop:
    """A laptop with one save that packs to some 30 KiB."""
    laptop = laptops(small_county)("Ana Sandu", "social_worker")
    family = laptop.registers(family_name="Dobre")
    laptop.goes_online()
    write_note(laptop.vault, family, base64.b64encode(random.Random(7).randbytes(30_000)).decode())
    return laptop


def test_a_large_save_goes_piece_by_piece(ana: Laptop, small_county: RunningCounty) -> None:
    with _over_a_bad_line(ana, small_county) as rough:
        assert _trips(ana, MOST_TRIPS) < MOST_TRIPS
        assert rough.connections > 3
    assert ana.waits() == 0
    assert rows_of(small_county.store, "upload") == []
    kept = [row[2] for row in rows_of(small_county.store, "log")]
    assert ana.saved_txns() <= set(kept)


def test_without_pieces_it_never_arrives(
    ana: Laptop, small_county: RunningCounty, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control."""
    monkeypatch.setattr(turn, "packed_for", lambda _segment, _limit: None)
    with _over_a_bad_line(ana, small_county):
        assert _trips(ana, 3) == 3
    assert ana.waits() == 1


def _piece(laptop: PlainLaptop, packed: bytes, at: int, size: int) -> Exchange:
    whole_piece = piece_from(packed, b"", 2 * len(packed))
    piece = SegmentPiece(whole_piece.digest, len(packed), at, packed[at : at + size])
    asked = laptop.request()
    return Exchange(
        asked.proto, Hello(laptop.replica, laptop.stream, asked.hello.marks), None, 1, {}, 0, piece=piece
    )


def test_pieces_come_twice_late_and_with_gaps(county: RunningCounty, plain_laptop: MakePlainLaptop) -> None:
    laptop = plain_laptop(county)
    laptop.family(name="Lupu")
    packed = pack_tightly(encode(laptop.segment()))

    def send(at: int, size: int) -> tuple[int, int]:
        reply = laptop.line.exchange(_piece(laptop, packed, at, size))
        return reply.held_bytes, len(reply.answers)

    assert send(0, 50) == (50, 0)
    assert send(0, 50) == (50, 0), "again"
    assert send(90, 20) == (50, 0), "there is a gap"
    assert send(30, 40) == (70, 0), "part of it is new"
    assert send(70, len(packed)) == (0, 1), "the last one"
    assert send(70, len(packed)) == (0, 0), "it is not held any more, and was taken"


@pytest.mark.parametrize("cut", [LEAST_PIECE_BYTES, 3000, 20_000])
def test_what_came_in_pieces_is_what_was_sent(cut: int) -> None:
    packed = pack_tightly(random.Random(cut).randbytes(9000))
    held, note = b"", b""
    while len(held) < len(packed):
        piece = piece_from(packed, note, 2 * cut)
        assert is_sound(piece)
        held = goes_on(held, piece)
        note = note_of(piece, len(held))
    assert held == packed


def test_bytes_that_are_not_a_segment_are_refused() -> None:
    piece = piece_from(b"no segment", b"", 100)
    for digest, body in ((piece.digest, b"no segment"), (bytes(32), pack_tightly(b"x"))):
        with pytest.raises(ProtocolError):
            whole(body, digest)
    unsound = [(-1, b"x"), (0, b""), (10, b"x"), (9, b"xx")]
    assert not any(is_sound(SegmentPiece(piece.digest, 10, at, body)) for at, body in unsound)
    assert not is_sound(SegmentPiece(piece.digest, 1 << 30, 0, b"x"))
