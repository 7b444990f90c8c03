"""Recovery: how somebody who forgot the passphrase gets the data back, without the server and without any single person.

The laptop makes a *request*: new public keys of the worker, and the grants to "recovery" of the compartments he may open. Two
of three holders of shares join the county's recovery key, open these grants and write an *answer*: the same data keys, sealed
to the new key. Both are small files that travel on a stick; neither holds anything that opens something by itself.

A request is signed with the new key of the worker it names - so nothing in it can be changed on the way, and nothing more: that
it really comes from this worker is for the holders to make sure, by voice, with the fingerprint. Whatever an answer says is
bound into each sealing and vouched for with a key that only the recovery key and the worker's new key agree on; so nobody
who lacks the recovery key can make one.
"""

import base64
import hashlib
import hmac
from collections.abc import Sequence
from typing import Any, TypeVar

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.errors import KeyringDamaged, RecoveryFileInvalid, RecoveryForeign, RecoveryOutdated
from app.keys.card import READABLE_ALPHABET
from app.keys.grants import DATA_KEY_BYTES, Grant, open_grant, seal, unseal
from app.keys.keyring import RECOVERY, Keyring, RecoveryRecipient, WorkerEntry
from app.keys.slots import WorkerKeys

MAX_FILE_BYTES = 256 * 1024
MAX_REASON_LETTERS = 300
MAX_HOLDERS = 8
VERSION = 1

_REQUEST, _ANSWER = "vatra-recovery-request", "vatra-recovery-answer"
_FINGERPRINT_BYTES = 10
_BASE32 = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", READABLE_ALPHABET)
_Of = TypeVar("_Of")


class Granter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who made a grant of the request, and the key that verifies it."""

    id: bytes
    sign_key: bytes


class RecoveryRequest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a laptop asks for; ``worker`` has the new keys, ``made_at`` is in seconds since 1970."""

    vault: bytes
    county: bytes
    laptop_name: str
    commune_name: str
    worker: WorkerEntry
    grants: tuple[Grant, ...]
    granters: tuple[Granter, ...]
    reason: str
    made_at: int

    def compartments(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(grant.compartment for grant in self.grants))


class ReturnedKey(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The data key of one compartment and epoch, sealed to the worker's new key."""

    compartment: str
    epoch: int
    sealed: bytes


class RecoveryAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the holders give back; ``request`` is the digest of the request's file."""

    request: bytes
    vault: bytes
    worker: bytes
    county: bytes
    holders: tuple[str, ...]
    opened_at: int
    keys: tuple[ReturnedKey, ...]
    voucher: bytes = b""

    def bound_to(self, compartment: str, epoch: int) -> bytes:
        """What the sealing of one key is bound to: everything else of the answer."""
        return msgspec.msgpack.encode(
            (
                "vatra/recovery-answer/1",
                (self.request, self.vault, self.worker, self.county),
                (self.holders, self.opened_at),
                (compartment, epoch),
            )
        )

    def claim(self) -> bytes:
        """What the voucher is over: everything but the voucher."""
        return b"vatra/recovery-answer/1\0" + msgspec.msgpack.encode(
            msgspec.structs.replace(self, voucher=b"")
        )


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: str
    version: int
    body: bytes
    proof: bytes
    """The signature of a request; empty for an answer, which has its voucher inside."""


# asking


def make_request(
    keyring: Keyring, worker_id: bytes, keys: WorkerKeys, reason: str, made_at: int
) -> RecoveryRequest:
    """A request of a worker of this keyring, who gets ``keys`` from now on. KeyringDamaged when it has no such worker.

    Only compartments that are granted to him are asked for: recovery gives nobody more than he had.
    """
    worker = keyring.worker(worker_id)
    if worker is None or not keyring.recovery:
        raise KeyringDamaged(part="worker")
    own = {grant.compartment for grant in keyring.grants if grant.recipient == worker_id}
    grants = tuple(
        grant for grant in keyring.grants if grant.recipient == RECOVERY and grant.compartment in own
    )
    granters = {grant.granter for grant in grants}
    return RecoveryRequest(
        vault=keyring.vault,
        county=keyring.recovery[0].county,
        laptop_name=keyring.laptop_name,
        commune_name=keyring.commune_name,
        worker=msgspec.structs.replace(worker, receive_key=keys.receive_public, sign_key=keys.sign_public),
        grants=grants,
        granters=tuple(Granter(one.id, one.sign_key) for one in keyring.workers if one.id in granters),
        reason=" ".join(reason.split())[:MAX_REASON_LETTERS],
        made_at=made_at,
    )


def request_file(request: RecoveryRequest, keys: WorkerKeys) -> bytes:
    """The request as a file, signed with the new key."""
    body = msgspec.msgpack.encode(request)
    return msgspec.msgpack.encode(_File(_REQUEST, VERSION, body, keys.sign.sign(_claim(body))))


def read_request(content: bytes) -> RecoveryRequest:
    """Read and verify; RecoveryFileInvalid says in ``why`` what does not hold."""
    outer = _opened(content, _REQUEST)
    request = _decoded(outer.body, RecoveryRequest)
    try:
        Ed25519PublicKey.from_public_bytes(request.worker.sign_key).verify(outer.proof, _claim(outer.body))
        X25519PublicKey.from_public_bytes(request.worker.receive_key)
    except (InvalidSignature, ValueError) as problem:
        raise RecoveryFileInvalid(why="signature") from problem
    if not request.grants:
        raise RecoveryFileInvalid(why="nothing_asked")
    return request


def digest(content: bytes) -> bytes:
    """What an answer names its request by: SHA-256 of the request's file."""
    return hashlib.sha256(b"vatra/recovery-request/1\0" + content).digest()


def request_fingerprint(content: bytes) -> str:
    """What the worker and the holders compare by voice: ``"K7QF-2M9X-..."``, 80 bits over the whole request."""
    letters = base64.b32encode(digest(content)[:_FINGERPRINT_BYTES]).decode().translate(_BASE32)
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


# answering


def make_answer(
    content: bytes, recovery_key: X25519PrivateKey, county: bytes, holders: Sequence[str], opened_at: int
) -> bytes:
    """The answer to a request's file, as a file. RecoveryForeign when the request is not for this county or key;
    RecoveryFileInvalid when it or one of its grants was changed.
    """
    request = read_request(content)
    if not is_for(request, county, recovery_key.public_key().public_bytes_raw()):
        raise RecoveryForeign(part="request")
    bare = RecoveryAnswer(
        request=digest(content),
        vault=request.vault,
        worker=request.worker.id,
        county=county,
        holders=tuple(holders)[:MAX_HOLDERS],
        opened_at=opened_at,
        keys=(),
    )
    returned: list[ReturnedKey] = []
    for grant, data_key in zip(request.grants, _data_keys(request, recovery_key), strict=True):
        bound_to = bare.bound_to(grant.compartment, grant.epoch)
        sealed = seal(request.worker.receive_key, bytes(data_key), bound_to)
        returned.append(ReturnedKey(grant.compartment, grant.epoch, sealed))
        data_key[:] = bytes(DATA_KEY_BYTES)
    answer = msgspec.structs.replace(bare, keys=tuple(returned))
    voucher = _voucher(
        recovery_key, X25519PublicKey.from_public_bytes(request.worker.receive_key), answer.claim()
    )
    body = msgspec.msgpack.encode(msgspec.structs.replace(answer, voucher=voucher))
    return msgspec.msgpack.encode(_File(_ANSWER, VERSION, body, b""))


def is_for(request: RecoveryRequest, county: bytes, recovery_key: bytes) -> bool:
    """Whether a county with this recovery key (public) can answer the request."""
    return request.county == county and all(grant.to_key == recovery_key for grant in request.grants)


def _data_keys(request: RecoveryRequest, recovery_key: X25519PrivateKey) -> list[bytearray]:
    granters = {one.id: one.sign_key for one in request.granters}
    try:
        return [open_grant(grant, recovery_key, granters.get(grant.granter, b"")) for grant in request.grants]
    except KeyringDamaged as problem:
        raise RecoveryFileInvalid(why="grant") from problem


# taking the answer


def read_answer(content: bytes) -> RecoveryAnswer:
    """Read without verifying, which needs the worker's keys (``open_answer``); RecoveryFileInvalid."""
    answer = _decoded(_opened(content, _ANSWER).body, RecoveryAnswer)
    if not answer.keys or len(answer.holders) > MAX_HOLDERS:
        raise RecoveryFileInvalid(why="content")
    return answer


def check_answers(content: bytes, request: bytes) -> RecoveryAnswer:
    """Whether a file answers the request's file ``request``, by what can be told without a key.

    RecoveryForeign for another vault, worker or county; RecoveryOutdated for an earlier request; RecoveryFileInvalid.
    """
    asked, answer = read_request(request), read_answer(content)
    if (answer.vault, answer.worker, answer.county) != (asked.vault, asked.worker.id, asked.county):
        raise RecoveryForeign(part="answer")
    if answer.request != digest(request):
        raise RecoveryOutdated(part="answer")
    return answer


def open_answer(
    content: bytes, request: bytes, keys: WorkerKeys, recovery: Sequence[RecoveryRecipient]
) -> tuple[RecoveryAnswer, dict[tuple[str, int], bytearray]]:
    """The answer to the request's file ``request`` and its data keys by (compartment, epoch), to be zeroed after use.

    Errors as ``check_answers``; RecoveryFileInvalid also when anything was changed or the recovery key that is pinned in
    this vault did not make it.
    """
    answer = check_answers(content, request)
    claim = answer.claim()
    vouchers = (
        _voucher(keys.receive, X25519PublicKey.from_public_bytes(one.public_key), claim)
        for one in recovery
        if one.county == answer.county
    )
    if not any(hmac.compare_digest(voucher, answer.voucher) for voucher in vouchers):
        raise RecoveryFileInvalid(why="voucher")
    try:
        return answer, {(one.compartment, one.epoch): _returned(keys, answer, one) for one in answer.keys}
    except KeyringDamaged as problem:
        raise RecoveryFileInvalid(why="sealed") from problem


def _returned(keys: WorkerKeys, answer: RecoveryAnswer, one: ReturnedKey) -> bytearray:
    data_key = unseal(keys.receive, one.sealed, answer.bound_to(one.compartment, one.epoch))
    if len(data_key) != DATA_KEY_BYTES:
        raise KeyringDamaged(part="sealed")
    return data_key


# both


def _voucher(private: X25519PrivateKey, public: X25519PublicKey, claim: bytes) -> bytes:
    """A MAC under what the recovery key and the worker's new key agree on; either of the two makes the same."""
    key = HKDF(SHA256(), 32, salt=None, info=b"vatra/recovery-voucher/1").derive(private.exchange(public))
    return hmac.digest(key, claim, hashlib.sha256)


def _claim(body: bytes) -> bytes:
    return b"vatra/recovery-request/1\0" + body


def _opened(content: bytes, wanted: str) -> _File:
    if len(content) > MAX_FILE_BYTES:
        raise RecoveryFileInvalid(why="too_large")
    outer = _decoded(content, _File)
    if outer.format != wanted:
        raise RecoveryFileInvalid(why="other_file")
    if outer.version != VERSION:
        raise RecoveryFileInvalid(why="too_new")
    return outer


def _decoded(content: bytes, kind: type[_Of]) -> _Of:
    """Only the one encoding that we write is read: nothing can be hidden in another."""
    try:
        value: Any = msgspec.msgpack.decode(content, type=kind)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as problem:
        raise RecoveryFileInvalid(why="content") from problem
    if msgspec.msgpack.encode(value) != content:
        raise RecoveryFileInvalid(why="encoding")
    return value  # type: ignore[no-any-return]
