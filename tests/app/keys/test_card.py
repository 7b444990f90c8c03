"""The county card: nothing in it can be changed unseen, and cards of a newer Vatra can be read."""

from __future__ import annotations

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from app.errors import CardInvalid
from app.keys.card import (
    MAX_CARD_BYTES,
    READABLE_ALPHABET,
    CountyCard,
    card_file,
    fingerprint,
    make_card,
    read_card,
)

KEY = Ed25519PrivateKey.from_private_bytes(b"s" * 32)


def _card(name: str = "Bacău") -> CountyCard:
    return make_card(
        KEY,
        county=b"c" * 16,
        name=name,
        country="ro",
        urls=["https://vatra.example", "https://192.0.2.7:8443"],
        tls_root_pem="-----BEGIN CERTIFICATE-----\n",
        exchange_key=b"e" * 32,
        recovery_key=b"r" * 32,
        made_at=1_795_000_000,
    )


def _why(content: bytes) -> str:
    with pytest.raises(CardInvalid) as invalid:
        read_card(content)
    return str(invalid.value.facts["why"])


def test_a_card_is_read_as_it_was_made() -> None:
    card = _card()
    assert read_card(card_file(card)) == card
    assert (card.name, card.urls[0], card.sign_key) == (
        "Bacău",
        "https://vatra.example",
        KEY.public_key().public_bytes_raw(),
    )


def test_the_fingerprint_is_the_same_for_ever() -> None:
    """Golden: people have it on paper."""
    assert fingerprint(_card()) == "2L4G-V56G-TFES-F2J6-73ZF-2L4L"


def test_the_fingerprint_can_be_read_aloud() -> None:
    groups = fingerprint(_card()).split("-")
    assert [len(group) for group in groups] == [4] * 6, "24 characters of 5 bits: 120 bits"
    assert set("".join(groups)) <= set(READABLE_ALPHABET)
    assert fingerprint(_card()) != fingerprint(_card("Bacau"))


@given(st.data())
def test_no_bit_can_be_changed_unseen(data: st.DataObject) -> None:
    content = bytearray(card_file(_card()))
    content[data.draw(st.integers(0, len(content) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    try:
        read = read_card(bytes(content))
    except CardInvalid:
        return
    assert read == _card(), "only the name of an unsigned envelope field may have changed"


@given(st.binary(max_size=300))
def test_what_is_no_card_is_refused(content: bytes) -> None:
    assert _why(content) == "not_a_card"


def test_a_card_cut_short_or_too_large_is_refused() -> None:
    content = card_file(_card())
    assert _why(content[:-1]) == "not_a_card"
    assert _why(content + bytes(MAX_CARD_BYTES)) == "too_large"


def test_another_county_cannot_sign_this_one() -> None:
    outer = msgspec.msgpack.decode(card_file(_card()))
    other = Ed25519PrivateKey.generate()
    outer["signature"] = other.sign(b"vatra/card/1\0" + outer["signed"])
    assert _why(msgspec.msgpack.encode(outer)) == "signature"


def test_a_card_of_a_newer_vatra_keeps_what_this_one_does_not_know() -> None:
    outer = msgspec.msgpack.decode(card_file(_card()))
    inner = msgspec.msgpack.decode(outer["signed"]) | {"post_quantum_key": b"q" * 64}
    signed = msgspec.msgpack.encode(inner)
    newer = {
        **outer,
        "signed": signed,
        "signature": KEY.sign(b"vatra/card/1\0" + signed),
    }
    card = read_card(msgspec.msgpack.encode(newer))
    assert card.name == "Bacău"
    assert msgspec.msgpack.decode(read_card(card_file(card)).signed)["post_quantum_key"] == b"q" * 64
    assert fingerprint(card) != fingerprint(_card())


def test_keys_of_the_wrong_size_and_unknown_versions_are_refused() -> None:
    outer = msgspec.msgpack.decode(card_file(_card()))
    short = msgspec.msgpack.encode(msgspec.msgpack.decode(outer["signed"]) | {"recovery_key": b"r" * 31})
    changed = {**outer, "signed": short, "signature": KEY.sign(b"vatra/card/1\0" + short)}
    assert _why(msgspec.msgpack.encode(changed)) == "not_a_card"
    assert _why(msgspec.msgpack.encode({**outer, "version": 2})) == "too_new"
