"""Recovery files: what is asked comes back to the new key alone, and no byte of a request or an answer can be another."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ids import random_id
from app.errors import KeyringDamaged, RecoveryFileInvalid, RecoveryForeign, RecoveryOutdated
from app.keys import recovery
from app.keys.changes import (
    Changer,
    admit_worker,
    begin_rotation,
    found_compartments,
    grant_compartment,
    recover_worker,
)
from app.keys.grants import open_grant, seal
from app.keys.keyring import (
    RECOVERY,
    Keyring,
    RecoveryRecipient,
    WorkerEntry,
    data_keys_of,
    decode_keyring,
    encode_keyring,
    former_keys_of,
    new_keyring,
)
from app.keys.recovery import (
    MAX_FILE_BYTES,
    digest,
    make_answer,
    make_request,
    open_answer,
    read_answer,
    read_request,
    request_file,
    request_fingerprint,
)
from app.keys.slots import FLOOR, WorkerKeys, make_slot

COUNTY, NOW = random_id(), 1_800_000_000
RECOVERY_KEY = X25519PrivateKey.generate()
RECIPIENT = RecoveryRecipient(RECOVERY_KEY.public_key().public_bytes_raw(), COUNTY)
TEAM_KEY, SOCIAL_KEY, HEALTH_KEY = bytearray(b"t" * 32), bytearray(b"s" * 32), bytearray(b"h" * 32)
ANA_KEYS, BEA_KEYS, NEW_KEYS = WorkerKeys.new(), WorkerKeys.new(), WorkerKeys.new()


def entry(name: str, profession: str, keys: WorkerKeys) -> WorkerEntry:
    return WorkerEntry(random_id(), name, profession, keys.receive_public, keys.sign_public)


ANA, BEA = entry("Ana S.", "social_worker", ANA_KEYS), entry("Bea N.", "nurse", BEA_KEYS)
ANA_SLOT = make_slot(ANA.id, ANA_KEYS, "old words that nobody knows", FLOOR)
NEW_SLOT = make_slot(ANA.id, NEW_KEYS, "four new words here", FLOOR)


def shared_keyring() -> Keyring:
    """Ana founded it with team and social, took Bea in, who alone reads health."""
    ana = Changer(ANA.id, ANA_KEYS)
    keyring = new_keyring(
        vault=random_id(),
        worker=ANA,
        keys=ANA_KEYS,
        passphrase="old words that nobody knows",
        data_keys={"team": TEAM_KEY, "social": SOCIAL_KEY},
        recovery=RECIPIENT,
        commune_name="Colonești",
        laptop_name="PC-1",
        country="ro",
        costs=FLOOR,
    )
    slot = make_slot(BEA.id, BEA_KEYS, "what Bea types every day", FLOOR)
    keyring = admit_worker(keyring, ana, BEA, slot, {"team": TEAM_KEY})
    return found_compartments(keyring, ana, {"health": HEALTH_KEY}, BEA.id)


KEYRING = shared_keyring()
REQUEST = make_request(KEYRING, ANA.id, NEW_KEYS, "  forgot \n it ", NOW)
REQUEST_FILE = request_file(REQUEST, NEW_KEYS)
ANSWER_FILE = make_answer(REQUEST_FILE, RECOVERY_KEY, COUNTY, ("Ioan P.", "Vera M."), NOW + 60)


def opened(content: bytes = ANSWER_FILE, request: bytes = REQUEST_FILE, keys: WorkerKeys = NEW_KEYS) -> Any:
    return open_answer(content, request, keys, KEYRING.recovery)


def flipped(body: bytes, at: int, bit: int) -> bytes:
    return body[:at] + bytes([body[at] ^ 1 << bit]) + body[at + 1 :]


def test_what_was_asked_comes_back_and_nothing_more() -> None:
    assert REQUEST.reason == "forgot it"
    assert read_request(REQUEST_FILE) == REQUEST
    assert REQUEST.compartments() == ("team", "social")  # health was never Ana's
    answer, keys = opened()
    assert keys == {("team", 1): TEAM_KEY, ("social", 1): SOCIAL_KEY}
    assert (answer.holders, answer.opened_at) == (("Ioan P.", "Vera M."), NOW + 60)


def test_the_fingerprint_is_of_this_very_file() -> None:
    assert len(request_fingerprint(REQUEST_FILE)) == 19
    again = request_file(make_request(KEYRING, ANA.id, NEW_KEYS, "forgot it", NOW + 1), NEW_KEYS)
    assert request_fingerprint(again) != request_fingerprint(REQUEST_FILE)


def test_a_key_that_is_being_replaced_comes_back_with_the_one_before() -> None:
    newer = bytearray(b"n" * 32)
    rotating = begin_rotation(KEYRING, Changer(BEA.id, BEA_KEYS), "team", newer)
    request = request_file(make_request(rotating, ANA.id, NEW_KEYS, "", NOW), NEW_KEYS)
    _answer, keys = opened(make_answer(request, RECOVERY_KEY, COUNTY, ("a", "b"), NOW), request)
    assert keys == {("team", 1): TEAM_KEY, ("team", 2): newer, ("social", 1): SOCIAL_KEY}
    back = recover_worker(rotating, Changer(ANA.id, NEW_KEYS), NEW_SLOT, keys)
    assert data_keys_of(back, ANA.id, NEW_KEYS) == {"team": newer, "social": SOCIAL_KEY}
    assert former_keys_of(back, ANA.id, NEW_KEYS) == {"team": TEAM_KEY}


# no byte can be another


def test_every_byte_of_a_request_is_guarded() -> None:
    for at in range(len(REQUEST_FILE)):
        for bit in (at % 8, (at + 5) % 8):
            with pytest.raises(RecoveryFileInvalid):
                read_request(flipped(REQUEST_FILE, at, bit))


def test_every_byte_of_an_answer_is_guarded() -> None:
    for at in range(len(ANSWER_FILE)):
        for bit in (at % 8, (at + 5) % 8):
            with pytest.raises((RecoveryFileInvalid, RecoveryForeign, RecoveryOutdated)):
                opened(flipped(ANSWER_FILE, at, bit))


def test_every_byte_of_a_recovery_entry_is_guarded_by_the_keyring() -> None:
    entry_bytes = msgspec.msgpack.encode(KEYRING.recovery)
    body = encode_keyring(KEYRING)
    start = body.index(entry_bytes)
    for at in range(start, start + len(entry_bytes)):
        for bit in range(8):
            with pytest.raises(KeyringDamaged):
                decode_keyring(flipped(body, at, bit))


@pytest.mark.parametrize("field", ["sealed", "signature", "to_key", "granter", "vault", "recipient"])
def test_every_byte_of_a_grant_in_a_request_is_guarded_even_when_signed_again(field: str) -> None:
    grant = REQUEST.grants[0]
    body = getattr(grant, field)
    for at in range(len(body)):
        other = msgspec.structs.replace(grant, **{field: flipped(body, at, at % 8)})
        asked = msgspec.structs.replace(REQUEST, grants=(other, *REQUEST.grants[1:]))
        with pytest.raises((RecoveryFileInvalid, RecoveryForeign)):
            make_answer(request_file(asked, NEW_KEYS), RECOVERY_KEY, COUNTY, ("a", "b"), NOW)


@pytest.mark.parametrize("read", [read_request, read_answer, opened])
@given(body=st.binary(max_size=200))
def test_any_bytes_are_refused_calmly(read: Callable[[bytes], object], body: bytes) -> None:
    with pytest.raises(RecoveryFileInvalid):
        read(body)


@pytest.mark.parametrize("read", [read_request, opened])
@pytest.mark.parametrize(
    "body",
    [
        b"\x91" * 100_000,
        bytes(MAX_FILE_BYTES + 1),
        REQUEST_FILE + b"\0",
        ANSWER_FILE + b"\0",
        REQUEST_FILE[:-1],
        ANSWER_FILE[:-1],
    ],
    ids=["nested", "endless", "longer request", "longer answer", "cut request", "cut answer"],
)
def test_odd_files_are_refused_calmly(read: Callable[[bytes], object], body: bytes) -> None:
    with pytest.raises(RecoveryFileInvalid):
        read(body)


def test_a_request_is_no_answer_and_an_answer_no_request() -> None:
    with pytest.raises(RecoveryFileInvalid) as told:
        read_request(ANSWER_FILE)
    assert told.value.facts["why"] == "other_file"
    with pytest.raises(RecoveryFileInvalid):
        read_answer(REQUEST_FILE)


def test_a_file_of_a_newer_program_is_told_as_such() -> None:
    newer = msgspec.msgpack.encode(msgspec.msgpack.decode(REQUEST_FILE) | {"version": recovery.VERSION + 1})
    with pytest.raises(RecoveryFileInvalid) as told:
        read_request(newer)
    assert told.value.facts["why"] == "too_new"


# who may answer, and for whom


def test_another_county_cannot_answer() -> None:
    with pytest.raises(RecoveryForeign):
        make_answer(REQUEST_FILE, X25519PrivateKey.generate(), COUNTY, ("a", "b"), NOW)
    with pytest.raises(RecoveryForeign):
        make_answer(REQUEST_FILE, RECOVERY_KEY, random_id(), ("a", "b"), NOW)


def test_nobody_without_the_recovery_key_makes_an_answer_even_if_he_knows_the_data_keys() -> None:
    """A colleague who reads the same compartments could seal their keys; his answer is refused all the same."""
    stranger = X25519PrivateKey.generate()
    real = read_answer(ANSWER_FILE)
    bare = msgspec.structs.replace(real, holders=("Nobody", "Else"), keys=(), voucher=b"")
    keys = tuple(
        recovery.ReturnedKey(name, 1, seal(NEW_KEYS.receive_public, bytes(key), bare.bound_to(name, 1)))
        for name, key in (("team", TEAM_KEY), ("social", SOCIAL_KEY))
    )
    unvouched = msgspec.structs.replace(bare, keys=keys)
    voucher = recovery._voucher(stranger, NEW_KEYS.receive.public_key(), unvouched.claim())
    body = msgspec.msgpack.encode(msgspec.structs.replace(unvouched, voucher=voucher))
    forged = msgspec.msgpack.encode(recovery._File("vatra-recovery-answer", 1, body, b""))
    with pytest.raises(RecoveryFileInvalid) as told:
        opened(forged)
    assert told.value.facts["why"] == "voucher"
    with pytest.raises(RecoveryFileInvalid):  # and a county he made up is none that this vault has pinned
        open_answer(ANSWER_FILE, REQUEST_FILE, NEW_KEYS, [RecoveryRecipient(bytes(range(32)), COUNTY)])


def test_an_answer_opens_for_the_key_that_asked_alone() -> None:
    with pytest.raises(RecoveryFileInvalid):
        opened(keys=ANA_KEYS)


def test_an_answer_to_an_earlier_request_or_another_laptop_is_told_apart() -> None:
    later = request_file(make_request(KEYRING, ANA.id, NEW_KEYS, "again", NOW + 5), NEW_KEYS)
    with pytest.raises(RecoveryOutdated):
        opened(request=later)
    of_bea = request_file(make_request(KEYRING, BEA.id, NEW_KEYS, "", NOW), NEW_KEYS)
    with pytest.raises(RecoveryForeign):
        opened(request=of_bea)
    elsewhere = request_file(make_request(shared_keyring(), ANA.id, NEW_KEYS, "", NOW), NEW_KEYS)
    with pytest.raises(RecoveryForeign):
        opened(request=elsewhere)


def test_who_is_not_listed_cannot_ask() -> None:
    with pytest.raises(KeyringDamaged):
        make_request(KEYRING, random_id(), NEW_KEYS, "", NOW)


def test_a_request_for_nothing_is_refused() -> None:
    nothing = msgspec.structs.replace(REQUEST, grants=())
    with pytest.raises(RecoveryFileInvalid):
        read_request(request_file(nothing, NEW_KEYS))


# the keyring that follows


def test_the_recovered_worker_opens_what_was_his_and_his_old_keys_open_nothing() -> None:
    _answer, keys = opened()
    back = recover_worker(KEYRING, Changer(ANA.id, NEW_KEYS), NEW_SLOT, keys)
    assert decode_keyring(encode_keyring(back)) == back
    assert back.generation == KEYRING.generation + 1
    assert data_keys_of(back, ANA.id, NEW_KEYS) == {"team": TEAM_KEY, "social": SOCIAL_KEY}
    assert back.slot(ANA.id) == NEW_SLOT
    assert ANA_SLOT.salt not in encode_keyring(back)
    with pytest.raises(KeyringDamaged):
        data_keys_of(back, ANA.id, ANA_KEYS)


def test_nobody_else_loses_anything() -> None:
    _answer, keys = opened()
    back = recover_worker(KEYRING, Changer(ANA.id, NEW_KEYS), NEW_SLOT, keys)
    assert data_keys_of(back, BEA.id, BEA_KEYS) == {"team": TEAM_KEY, "health": HEALTH_KEY}
    present = back.worker(ANA.id)
    assert present is not None
    recovered = {
        one.compartment: open_grant(one, RECOVERY_KEY, present.sign_key)
        for one in back.grants
        if one.recipient == RECOVERY
    }
    assert recovered == {"team": TEAM_KEY, "social": SOCIAL_KEY, "health": HEALTH_KEY}
    assert back.slot(BEA.id) == KEYRING.slot(BEA.id)


def test_what_others_granted_stays_as_it_is_and_later_changes_work() -> None:
    granted = grant_compartment(KEYRING, Changer(BEA.id, BEA_KEYS), ANA.id, "health", HEALTH_KEY)
    request = request_file(make_request(granted, ANA.id, NEW_KEYS, "", NOW), NEW_KEYS)
    _answer, keys = opened(make_answer(request, RECOVERY_KEY, COUNTY, ("a", "b"), NOW), request)
    back = recover_worker(granted, Changer(ANA.id, NEW_KEYS), NEW_SLOT, keys)
    assert data_keys_of(back, ANA.id, NEW_KEYS)["health"] == HEALTH_KEY
    newer = bytearray(b"n" * 32)
    rotated = begin_rotation(back, Changer(ANA.id, NEW_KEYS), "team", newer)
    assert data_keys_of(rotated, BEA.id, BEA_KEYS)["team"] == newer
    again = make_request(rotated, BEA.id, WorkerKeys.new(), "", NOW)
    assert set(again.compartments()) == {"team", "health"}


def test_a_grant_that_was_no_good_before_is_not_made_good() -> None:
    grant = next(one for one in KEYRING.grants if one.recipient == BEA.id and one.granter == ANA.id)
    spoiled = msgspec.structs.replace(grant, signature=bytes(64))
    keyring = msgspec.structs.replace(
        KEYRING, grants=tuple(spoiled if one == grant else one for one in KEYRING.grants)
    )
    back = recover_worker(keyring, Changer(ANA.id, NEW_KEYS), NEW_SLOT, opened()[1])
    assert spoiled in back.grants


def test_the_digest_is_not_a_plain_hash() -> None:
    assert len(digest(REQUEST_FILE)) == 32
    assert digest(b"") != digest(REQUEST_FILE)
