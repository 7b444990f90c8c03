"""Packing: small stays small, everything comes back, and a bomb costs one message of memory."""

from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.protocol import MAX_MESSAGE_BYTES
from sync.wire import ENCODING, WORTH_PACKING_BYTES, NotPacked, TooLarge, pack, unpack, zstd


@given(st.binary(max_size=2000))
def test_what_was_packed_comes_back(message: bytes) -> None:
    assert unpack(*pack(message)) == message


def test_only_what_gets_smaller_is_packed() -> None:
    assert pack(b"a" * WORTH_PACKING_BYTES) == (b"a" * WORTH_PACKING_BYTES, None)
    body, encoding = pack(b"a" * (WORTH_PACKING_BYTES + 1))
    assert encoding == ENCODING
    assert len(body) < 30


def test_the_largest_message_passes_and_no_larger_one() -> None:
    largest = bytes(MAX_MESSAGE_BYTES)
    assert unpack(*pack(largest)) == largest
    for encoding, body in ((ENCODING, zstd.compress(largest + b"\0")), (None, largest + b"\0")):
        with pytest.raises(TooLarge):
            unpack(body, encoding)


def test_a_bomb_costs_one_message_of_memory() -> None:
    bomb = zstd.compress(bytes(256 * 1024 * 1024))
    tracemalloc.start()
    with pytest.raises(TooLarge):
        unpack(bomb, ENCODING)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 3 * MAX_MESSAGE_BYTES


def test_a_frame_that_asks_for_a_huge_window_is_refused() -> None:
    options = {zstd.CompressionParameter.window_log: 27}
    with pytest.raises(NotPacked):
        unpack(zstd.compress(bytes(200 * 1024 * 1024), options=options), ENCODING)


@given(st.binary(max_size=300))
def test_what_is_no_frame_is_refused(body: bytes) -> None:
    with pytest.raises(NotPacked):
        unpack(body, ENCODING)


@pytest.mark.parametrize("encoding", ["gzip", "br", "zstd, zstd"])
def test_other_encodings_are_refused(encoding: str) -> None:
    with pytest.raises(NotPacked):
        unpack(b"message", encoding)


@pytest.mark.parametrize("cut", [1, 5])
def test_a_frame_must_be_whole_and_alone(cut: int) -> None:
    frame = zstd.compress(b"message" * 100)
    for body in (frame[:-cut], frame + frame[:cut], frame + frame):
        with pytest.raises(NotPacked):
            unpack(body, ENCODING)
