"""Slots, grants and keyrings open for the right secret alone, and refuse every changed byte before they spend memory."""

import unicodedata
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.ids import random_id
from app.errors import KeyringDamaged, WrongPassphrase
from app.keys import slots
from app.keys.grants import Grant, make_grant, open_grant, seal, unseal
from app.keys.keyring import (
    RECOVERY,
    Keyring,
    RecoveryRecipient,
    WorkerEntry,
    data_keys_of,
    decode_keyring,
    encode_keyring,
    new_keyring,
    sign_keyring,
)
from app.keys.slots import CEILING, FLOOR, PROFILE_2026_1, Costs, Slot, WorkerKeys, make_slot, open_slot

PASSPHRASE = "Łąka ștearsă 7"
KEYS = WorkerKeys.new()
SLOT = make_slot(random_id(), KEYS, PASSPHRASE, FLOOR)
RECOVERY_KEY = X25519PrivateKey.generate()
DATA_KEYS = {"team": bytearray(range(32)), "health": bytearray(range(32, 64))}
WORKER = WorkerEntry(random_id(), "Ana Sandu", "social_worker", KEYS.receive_public, KEYS.sign_public)


def keyring() -> Keyring:
    return new_keyring(
        vault=random_id(),
        worker=WORKER,
        keys=KEYS,
        passphrase=PASSPHRASE,
        data_keys=DATA_KEYS,
        recovery=RecoveryRecipient(RECOVERY_KEY.public_key().public_bytes_raw(), random_id()),
        commune_name="Colonești",
        laptop_name="Laptop 1",
        country="ro",
        costs=FLOOR,
    )


KEYRING = keyring()
BODY = encode_keyring(KEYRING)


def changed(value: Any, field: str, new: Any) -> Any:
    return msgspec.structs.replace(value, **{field: new})


def flipped(body: bytes, at: int, bit: int = 0) -> bytes:
    return body[:at] + bytes([body[at] ^ 1 << bit]) + body[at + 1 :]


# slots


def test_a_slot_gives_back_the_same_keys() -> None:
    opened = open_slot(SLOT, PASSPHRASE)
    assert opened.receive.private_bytes_raw() == KEYS.receive.private_bytes_raw()
    assert opened.sign.private_bytes_raw() == KEYS.sign.private_bytes_raw()


def test_the_form_of_unicode_does_not_matter() -> None:
    decomposed = unicodedata.normalize("NFD", PASSPHRASE)
    assert decomposed != PASSPHRASE
    open_slot(SLOT, decomposed)


WRONG = [
    "",
    " ",
    PASSPHRASE + ".",
    PASSPHRASE.replace(" ", ""),
    PASSPHRASE.lower(),
    "Łaka ștearsă 7",
    "Łąka ştearsă 7",
    "\0",
    "\ud800",
    "x" * 1025,
    "x" * 2**20,
]


@pytest.mark.parametrize("passphrase", WRONG, ids=lambda text: f"{len(text)} signs")
def test_another_passphrase_is_wrong(passphrase: str) -> None:
    with pytest.raises(WrongPassphrase):
        open_slot(SLOT, passphrase)


@pytest.mark.parametrize("passphrase", ["", "x" * 1025])
def test_a_slot_is_not_made_for_no_or_an_endless_passphrase(passphrase: str) -> None:
    with pytest.raises(WrongPassphrase):
        make_slot(bytes(16), KEYS, passphrase, FLOOR)


def test_every_byte_of_what_a_slot_wraps_is_guarded(monkeypatch: pytest.MonkeyPatch) -> None:
    key = slots._key_of(PASSPHRASE, SLOT.costs, SLOT.salt)
    # The key of the right passphrase each time, without paying Argon2id hundreds of times.
    monkeypatch.setattr(slots, "_key_of", lambda *_: bytearray(key))
    open_slot(SLOT, PASSPHRASE)
    for field in ("worker", "nonce", "wrapped", "salt"):
        body = getattr(SLOT, field)
        for at in range(len(body)):
            with pytest.raises(WrongPassphrase):
                open_slot(changed(SLOT, field, flipped(body, at, at % 8)), PASSPHRASE)
        with pytest.raises((WrongPassphrase, KeyringDamaged)):
            open_slot(changed(SLOT, field, body[:-1]), PASSPHRASE)
    for costs in (Costs(65 * 1024, 3, 2), Costs(64 * 1024, 4, 2), Costs(64 * 1024, 3, 1)):
        with pytest.raises(WrongPassphrase):
            open_slot(changed(SLOT, "costs", costs), PASSPHRASE)


def test_every_byte_of_a_slot_as_it_is_written_is_guarded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names of algorithms, costs and lengths among them: every bit of the encoded slot is another slot, and refused."""
    key = slots._key_of(PASSPHRASE, SLOT.costs, SLOT.salt)
    monkeypatch.setattr(slots, "_key_of", lambda *_: bytearray(key))
    body = msgspec.msgpack.encode(SLOT)
    open_slot(msgspec.msgpack.decode(body, type=Slot), PASSPHRASE)
    read = 0
    for at in range(len(body)):
        for bit in range(8):
            try:
                other = msgspec.msgpack.decode(flipped(body, at, bit), type=Slot)
            except (msgspec.MsgspecError, UnicodeDecodeError):
                continue  # no slot at all
            read += 1
            with pytest.raises((WrongPassphrase, KeyringDamaged)):
                open_slot(other, PASSPHRASE)
    assert read > 1000


@pytest.mark.usefixtures("no_argon2")
def test_who_has_no_slot_is_refused_after_the_same_work() -> None:
    with pytest.raises(MemoryTaken):
        slots.refuse(PASSPHRASE, FLOOR)


def test_who_has_no_slot_is_told_the_same() -> None:
    assert isinstance(slots.refuse(PASSPHRASE, FLOOR), WrongPassphrase)


ABSURD = [
    Costs(FLOOR.memory_kib - 1, 3, 2),
    Costs(FLOOR.memory_kib, 2, 2),
    Costs(FLOOR.memory_kib, 3, 0),
    Costs(0, 0, 0),
    Costs(-1, 3, 2),
    Costs(CEILING.memory_kib + 1, 3, 2),
    Costs(2**31 - 1, 3, 2),
    Costs(2**63, 3, 2),
    Costs(FLOOR.memory_kib, 2**31, 2),
    Costs(FLOOR.memory_kib, 3, 2**24),
]


class MemoryTaken(Exception):
    """Argon2id was asked for memory."""


@pytest.fixture
def no_argon2(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: int) -> None:
        raise MemoryTaken

    monkeypatch.setattr(slots, "Argon2id", refuse)


@pytest.mark.usefixtures("no_argon2")
@pytest.mark.parametrize("costs", ABSURD, ids=str)
def test_costs_out_of_bounds_are_refused_before_memory_is_taken(costs: Costs) -> None:
    slot = changed(SLOT, "costs", costs)
    with pytest.raises(KeyringDamaged):
        open_slot(slot, PASSPHRASE)
    signed = sign_keyring(changed(KEYRING, "slots", (slot,)), WORKER.id, KEYS.sign)
    with pytest.raises(KeyringDamaged):
        decode_keyring(encode_keyring(signed))


@pytest.mark.usefixtures("no_argon2")
def test_costs_within_bounds_do_reach_argon2() -> None:
    with pytest.raises(MemoryTaken):
        open_slot(SLOT, PASSPHRASE)


@pytest.mark.parametrize(("field", "value"), [("kdf", "pbkdf2"), ("kdf", ""), ("cipher", "none"), ("salt", b""), ("nonce", bytes(24))])  # fmt: skip
def test_unknown_algorithms_are_refused(field: str, value: Any) -> None:
    with pytest.raises(KeyringDamaged):
        open_slot(changed(SLOT, field, value), PASSPHRASE)


def test_new_vaults_get_the_costs_of_the_profile() -> None:
    assert Costs(256 * 1024, 3, 2) == PROFILE_2026_1
    assert make_slot.__defaults__ == (PROFILE_2026_1,)
    assert new_keyring.__kwdefaults__ == {"costs": PROFILE_2026_1}


def test_two_slots_of_one_passphrase_share_nothing() -> None:
    other = make_slot(SLOT.worker, KEYS, PASSPHRASE, FLOOR)
    assert other.salt != SLOT.salt
    assert other.nonce != SLOT.nonce
    assert other.wrapped != SLOT.wrapped


@pytest.mark.parametrize(
    "typed",
    [f" {PASSPHRASE}", f"{PASSPHRASE}\n", PASSPHRASE.replace(" ", "  "), PASSPHRASE.replace(" ", "\u00a0")],
)
def test_a_space_too_many_does_not_matter(typed: str) -> None:
    open_slot(SLOT, typed)


# grants

GRANT = next(one for one in KEYRING.grants if one.recipient == WORKER.id and one.compartment == "team")


def test_a_grant_opens_for_its_recipient_alone() -> None:
    assert open_grant(GRANT, KEYS.receive, KEYS.sign_public) == DATA_KEYS["team"]
    with pytest.raises(KeyringDamaged):
        open_grant(GRANT, X25519PrivateKey.generate(), KEYS.sign_public)
    with pytest.raises(KeyringDamaged):
        open_grant(GRANT, KEYS.receive, WorkerKeys.new().sign_public)


def test_the_county_can_recover_every_compartment() -> None:
    recovered = {
        one.compartment: open_grant(one, RECOVERY_KEY, KEYS.sign_public)
        for one in KEYRING.grants
        if one.recipient == RECOVERY
    }
    assert recovered == DATA_KEYS


def _moved(field: str) -> Callable[[Grant], Grant]:
    other = {"compartment": "health", "epoch": 2, "recipient": RECOVERY, "vault": bytes(16)}[field]
    return lambda grant: changed(grant, field, other)


@pytest.mark.parametrize("field", ["compartment", "epoch", "recipient", "vault"])
def test_a_grant_moved_elsewhere_does_not_open_even_when_signed_again(field: str) -> None:
    moved = _moved(field)(GRANT)
    with pytest.raises(KeyringDamaged):
        open_grant(moved, KEYS.receive, KEYS.sign_public)
    signed = changed(moved, "signature", KEYS.sign.sign(moved.claim()))
    with pytest.raises(KeyringDamaged):
        open_grant(signed, KEYS.receive, KEYS.sign_public)


@pytest.mark.parametrize("field", ["sealed", "signature", "to_key", "granter", "vault", "recipient"])
def test_every_byte_of_a_grant_is_guarded(field: str) -> None:
    body = getattr(GRANT, field)
    for at in range(len(body)):
        with pytest.raises(KeyringDamaged):
            open_grant(changed(GRANT, field, flipped(body, at, at % 8)), KEYS.receive, KEYS.sign_public)


def test_every_byte_of_a_grant_as_it_is_written_is_guarded() -> None:
    body = msgspec.msgpack.encode(GRANT)
    read = 0
    for at in range(len(body)):
        for bit in range(8):
            try:
                other = msgspec.msgpack.decode(flipped(body, at, bit), type=Grant)
            except (msgspec.MsgspecError, UnicodeDecodeError):
                continue  # no grant at all
            read += 1
            with pytest.raises(KeyringDamaged):
                open_grant(other, KEYS.receive, KEYS.sign_public)
    assert read > 1500


def test_a_grant_of_a_short_key_is_refused() -> None:
    short = make_grant(
        vault=bytes(16), compartment="team", epoch=1, recipient=WORKER.id, to_key=KEYS.receive_public,
        data_key=bytes(31), granter=WORKER.id, sign=KEYS.sign,
    )  # fmt: skip
    with pytest.raises(KeyringDamaged):
        open_grant(short, KEYS.receive, KEYS.sign_public)


@given(secret=st.binary(max_size=64), bound_to=st.binary(max_size=64), other=st.binary(max_size=64))
@settings(max_examples=40)
def test_what_is_sealed_opens_under_its_own_binding(secret: bytes, bound_to: bytes, other: bytes) -> None:
    sealed = seal(KEYS.receive_public, secret, bound_to)
    assert unseal(KEYS.receive, sealed, bound_to) == secret
    if other != bound_to:
        with pytest.raises(KeyringDamaged):
            unseal(KEYS.receive, sealed, other)


@pytest.mark.parametrize("sealed", [b"", b"\x01", b"\x02" + bytes(80), b"\x01" + bytes(80)])
def test_nonsense_is_not_unsealed(sealed: bytes) -> None:
    with pytest.raises(KeyringDamaged):
        unseal(KEYS.receive, sealed, b"")


# the keyring


def test_a_keyring_is_read_as_it_was_written() -> None:
    assert decode_keyring(BODY) == KEYRING
    assert data_keys_of(KEYRING, WORKER.id, KEYS) == DATA_KEYS
    assert KEYRING.compartments() == ("team", "health")


def test_every_byte_of_a_keyring_is_guarded() -> None:
    for at in range(len(BODY)):
        for bit in (at % 8, (at + 5) % 8):
            with pytest.raises(KeyringDamaged):
                decode_keyring(flipped(BODY, at, bit))


@given(cut=st.integers(0, len(BODY) - 1), tail=st.binary(min_size=1, max_size=8))
def test_a_cut_or_longer_keyring_is_refused(cut: int, tail: bytes) -> None:
    for body in (BODY[:cut], BODY + tail):
        with pytest.raises(KeyringDamaged):
            decode_keyring(body)


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_calmly(body: bytes) -> None:
    with pytest.raises(KeyringDamaged):
        decode_keyring(body)


def test_deep_nesting_is_refused_calmly() -> None:
    with pytest.raises(KeyringDamaged):
        decode_keyring(b"\x91" * 100_000)


@pytest.mark.parametrize(
    "field", ["generation", "country", "workers", "slots", "grants", "recovery", "signer", "format"]
)
def test_a_changed_value_needs_a_new_signature(field: str) -> None:
    value = getattr(KEYRING, field)
    other = value[:-1] if isinstance(value, tuple) else value + 1 if isinstance(value, int) else value[:-1]
    with pytest.raises(KeyringDamaged):
        decode_keyring(encode_keyring(changed(KEYRING, field, other)))


def test_a_stranger_cannot_sign() -> None:
    forged = sign_keyring(changed(KEYRING, "generation", 9), WORKER.id, WorkerKeys.new().sign)
    with pytest.raises(KeyringDamaged):
        decode_keyring(encode_keyring(forged))
    with pytest.raises(KeyringDamaged):
        decode_keyring(encode_keyring(sign_keyring(KEYRING, bytes(16), KEYS.sign)))


def test_the_newest_epoch_of_a_grant_counts() -> None:
    newer = make_grant(
        vault=KEYRING.vault, compartment="team", epoch=2, recipient=WORKER.id, to_key=KEYS.receive_public,
        data_key=bytes(32), granter=WORKER.id, sign=KEYS.sign,
    )  # fmt: skip
    rotated = sign_keyring(changed(KEYRING, "grants", (newer, *KEYRING.grants)), WORKER.id, KEYS.sign)
    assert data_keys_of(rotated, WORKER.id, KEYS)["team"] == bytes(32)


def test_a_grant_of_another_vault_is_refused() -> None:
    foreign = keyring()
    mixed = sign_keyring(changed(foreign, "grants", KEYRING.grants), WORKER.id, KEYS.sign)
    with pytest.raises(KeyringDamaged):
        data_keys_of(mixed, WORKER.id, KEYS)


def test_a_slot_is_a_plain_value() -> None:
    assert isinstance(KEYRING.slot(WORKER.id), Slot)
    assert KEYRING.slot(bytes(16)) is None
    assert KEYRING.worker(bytes(16)) is None
