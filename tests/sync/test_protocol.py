"""The bytes on the wire, once and for all: whoever changes them changes every county and laptop in the field."""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.core.chain import Link, genesis, links_of, next_hash, segment_claim
from sync.core.county import LOG_GENESIS, log_hash
from sync.protocol import (
    PROTOCOL,
    Answer,
    Effect,
    EnrolReply,
    EnrolRequest,
    Exchange,
    Hello,
    Mark,
    Op,
    Outcome,
    Page,
    Parent,
    ProtocolError,
    RecordEffect,
    Refusal,
    Reply,
    Segment,
    Sibling,
    Txn,
    TxnHeader,
    commune_of_stream,
    decode,
    encode,
    raw,
    request_claim,
    stream_name,
)

ID, OTHER, KEY = b"i" * 16, b"o" * 16, b"k" * 32
OP = Op("family", ID, ID, 1, (1, 7), {"name": raw({"name": "Lupu"})}, KEY)
HEADER = TxnHeader(b"t" * 16, 1, OTHER, 1_795_000_000, -3)
TXN = Txn(encode(HEADER), (encode(OP),))
TIP = next_hash(genesis(ID), TXN, lambda _family: KEY)
SEGMENT = Segment(PROTOCOL, ID, Parent(OTHER, 3, b"p" * 32), 1, genesis(ID), (TXN,), b"s" * 64)
SIBLING = Sibling(8, ID, 1, 7, OTHER, b"d" * 16, 1_795_000_000, raw({"name": "Lupu"}))
EFFECT = Effect(
    8,
    b"h" * 32,
    b"t" * 16,
    OTHER,
    b"d" * 16,
    1_795_000_000,
    (RecordEffect(ID, "family", ID, {"name": (SIBLING,)}, KEY),),
)
STREAM = stream_name("ro-21891", "team")
REPLY = Reply(
    PROTOCOL,
    1,
    8,
    b"h" * 32,
    Mark(1, TIP),
    None,
    (Answer(1, b"t" * 16, Outcome.PARKED, 8, "too_large"),),
    (Page(STREAM, (encode(EFFECT),), 8, True),),
    1_795_000_001,
    5,
    {1: 4},
)

GOLDEN: dict[str, tuple[Any, str]] = {
    "op": (OP, "1f3f9e125269cc5b"),
    "header": (HEADER, "e4d58c8e1308ff25"),
    "txn": (TXN, "bb7cd2cbea1ad625"),
    "segment": (SEGMENT, "e1a6dc284e129b68"),
    "exchange": (
        Exchange(PROTOCOL, Hello(ID, STREAM, (Mark(1, TIP),)), SEGMENT, 1, {STREAM: 7}, 65536),
        "fbc204fef105d114",
    ),
    "reply": (REPLY, "1c333098bcaa6861"),
    "effect": (EFFECT, "9af1bd32d2b817e2"),
    "enrol request": (
        EnrolRequest(PROTOCOL, "ABCDEFGHJK", ID, "laptop", KEY, KEY, KEY, KEY),
        "6b684a263d74ab58",
    ),
    "enrol reply": (
        EnrolReply(ID, "Bacău", "ro-21891", "Colonești", KEY, "ro", (STREAM,), OTHER, "Ana", "nurse", 1),
        "89880120c56afe7d",
    ),
    "refusal": (Refusal("stale_nonce"), "1a13d9cd4b543c63"),
}


def _digest(message: bytes) -> str:
    return hashlib.sha256(message).hexdigest()[:16]


@pytest.mark.parametrize("name", GOLDEN)
def test_golden_bytes(name: str) -> None:
    message, expected = GOLDEN[name]
    assert _digest(encode(message)) == expected
    assert decode(encode(message), type(message)) == message


def test_golden_op_is_readable() -> None:
    """One message in full, so that another implementation has something to start from."""
    assert encode(OP) == (
        b"\x97\xa6family\xc4\x10" + ID + b"\xc4\x10" + ID + b"\x01\x92\x01\x07"
        b"\x81\xa4name\x81\xa4name\xa4Lupu\xc4\x20" + KEY
    )


def test_golden_hashes() -> None:
    link = Link(HEADER, TXN, TIP)
    claims = {
        "genesis": genesis(ID),
        "tip": TIP,
        "segment claim": segment_claim(ID, OTHER, Mark(1, TIP)),
        "request claim": request_claim(ID, "/v1/exchange", "nonce", b"b" * 32),
        "log genesis": LOG_GENESIS,
        "log": log_hash(LOG_GENESIS, 1, link, Outcome.APPLIED),
    }
    assert {name: _digest(claim) for name, claim in claims.items()} == {
        "genesis": "ec027649cc1990da",
        "tip": "da28c9d32e405133",
        "segment claim": "10c4757e440cf989",
        "request claim": "3caac6977594ed6f",
        "log genesis": "470a874d3424ba86",
        "log": "be9e781d9ad6ddc6",
    }


def test_a_newer_vatra_may_add_at_the_end() -> None:
    longer = [*msgspec.msgpack.decode(encode(OP)), "added"]
    assert decode(encode(longer), Op).record == ID
    wider = msgspec.msgpack.decode(encode(REPLY)) | {"added": 1}
    assert decode(encode(wider), Reply) == REPLY


def test_every_byte_of_a_txn_is_in_the_hash() -> None:
    def tip(txn: Txn) -> bytes:
        return links_of(msgspec.structs.replace(SEGMENT, txns=(txn,)), lambda _family: KEY)[-1].h

    assert tip(TXN) == TIP
    other_value = msgspec.structs.replace(OP, groups={"name": raw({"name": "Lupv"})})
    later = msgspec.structs.replace(HEADER, wall_s=HEADER.wall_s + 1)
    changed = [
        Txn(TXN.header, (encode(other_value),)),
        Txn(encode(later), TXN.ops),
        Txn(TXN.header, (*TXN.ops, *TXN.ops)),
        Txn(TXN.header, ()),
    ]
    assert len({TIP, *(tip(txn) for txn in changed)}) == 5


def test_the_chain_cannot_be_followed_without_the_familys_key() -> None:
    keyless = encode(msgspec.structs.replace(OP, family_key=None))
    txn = Txn(TXN.header, (keyless,))
    hashes = {next_hash(genesis(ID), txn, lambda _family, key=key: key) for key in (KEY, bytes(32))}
    assert len(hashes) == 2


@given(st.binary(max_size=200))
def test_no_bytes_do_more_than_not_being_a_message(content: bytes) -> None:
    for kind in (Exchange, Reply, EnrolRequest, Txn, TxnHeader, Op, Effect, Segment):
        try:
            message = decode(content, kind)
        except ProtocolError:
            continue
        assert isinstance(message, kind)


@given(st.data())
def test_a_flipped_bit_is_a_message_or_none(data: st.DataObject) -> None:
    content = bytearray(encode(SEGMENT))
    content[data.draw(st.integers(0, len(content) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    try:
        segment = decode(bytes(content), Segment)
        links_of(segment, lambda _family: KEY)
    except ProtocolError:
        return


def test_a_stream_says_its_commune() -> None:
    assert STREAM == "ro-21891/team"
    assert commune_of_stream(STREAM) == "ro-21891"
