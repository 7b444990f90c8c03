"""Messages between a laptop and the county: one definition for client, server and simulator.

MessagePack through msgspec. What is hashed and signed is carried as exact bytes (``Txn.header``, ``Txn.ops``), so nobody
has to re-encode to verify. Values inside a field group stay ``msgspec.Raw``: a field or kind of a newer Vatra passes
through untouched, byte for byte. Envelopes are maps and may gain keys; arrays may gain elements at their end.

Every ``bytes`` id is 16 bytes, every hash 32, every signature 64. Times are whole seconds since 1970.
"""

from enum import StrEnum
from typing import Any, TypeVar

import msgspec

PROTOCOL = 1
MAX_TXN_BYTES = 64 * 1024
"""One save, encoded; larger ones are refused when saving, before they are promised."""
MAX_MESSAGE_BYTES = 8 * 1024 * 1024
"""Decompressed size of a request or reply; guards against compression bombs."""

T = TypeVar("T")


class ProtocolError(ValueError):
    """Bytes that are not a message of this protocol."""


class TxnHeader(msgspec.Struct, array_like=True, frozen=True):
    """Everything of a txn but its ops; ``n`` is its place in the replica's chain, from 1."""

    txn_id: bytes
    n: int
    author: bytes
    wall_s: int
    clock_offset_s: int | None


class Op(msgspec.Struct, array_like=True, frozen=True):
    """What one save writes to one record: whole field groups, and what its author had seen of the record."""

    kind: str
    record: bytes
    family: bytes | None
    form_version: int
    base: tuple[int, int]
    """(epoch, csn) up to which the author's laptop had applied the record."""
    groups: dict[str, msgspec.Raw]
    """Group -> encoded map of fields; an empty map clears the group."""
    family_key: bytes | None = None
    """K_family, only in the op that creates the family."""


class Txn(msgspec.Struct, array_like=True, frozen=True):
    """One save, atomic everywhere: an encoded ``TxnHeader`` and encoded ``Op``s."""

    header: bytes
    ops: tuple[bytes, ...]


class Mark(msgspec.Struct, array_like=True, frozen=True):
    """A place in a chain and the hash there."""

    n: int
    h: bytes


class Parent(msgspec.Struct, array_like=True, frozen=True):
    """Where a replica continues a former one."""

    replica: bytes
    n: int
    h: bytes


class Segment(msgspec.Struct, frozen=True, omit_defaults=True):
    """Consecutive txns of one replica; ``sig`` is the device's Ed25519 over ``core.chain.segment_claim``."""

    proto: int
    replica: bytes
    parent: Parent | None
    from_n: int
    prev_h: bytes
    txns: tuple[Txn, ...]
    sig: bytes
    family_keys: dict[bytes, bytes] = {}
    """K_family of families the txns write to: sent when the county said it lacks one, as after a restore."""


class Hello(msgspec.Struct, frozen=True):
    """Which replica speaks, for which stream, and its newest places, newest first."""

    replica: bytes
    stream: str
    marks: tuple[Mark, ...]


class SegmentPiece(msgspec.Struct, array_like=True, frozen=True):
    """Bytes from ``at`` on of a segment, encoded and packed, that is too large for the line; ``digest`` is over all ``size`` of
    them.
    """

    digest: bytes
    size: int
    at: int
    body: bytes


class PartAsked(msgspec.Struct, array_like=True, frozen=True):
    """A laptop has a snapshot up to the byte ``at``; ``digest`` says which."""

    digest: bytes
    at: int


class Exchange(msgspec.Struct, frozen=True, omit_defaults=True):
    """Push, hello and pull in one request."""

    proto: int
    hello: Hello
    segment: Segment | None
    epoch: int
    cursors: dict[str, int]
    """Stream -> csn up to which everything is applied."""
    max_bytes: int
    """About how many bytes of effects the laptop wants in the reply."""
    witness: Mark | None = None
    """The end of the log as the county last told it, the hash shortened (``core.witness``)."""
    beside: tuple["Exchange", ...] = ()
    """The same of further streams of the laptop, each with its own chain; these have none beside them."""
    snapshots: dict[str, PartAsked] | None = None
    """Stream -> the snapshot of which the laptop has a part; None: it takes none."""
    piece: SegmentPiece | None = None
    """In place of a segment; the segment counts as pushed with its last piece."""


class Outcome(StrEnum):
    """What became of a txn; each of them means that the county holds it durably."""

    APPLIED = "applied"
    PARKED = "parked"
    ERASED = "erased"


class Answer(msgspec.Struct, array_like=True, frozen=True):
    """The county's word on one txn."""

    n: int
    txn_id: bytes
    outcome: Outcome
    csn: int
    reason: str | None = None


class Sibling(msgspec.Struct, array_like=True, frozen=True, gc=False):
    """One value of a field group: who wrote it, where it stands in the log, what its author had seen."""

    csn: int
    replica: bytes
    n: int
    base: int
    author: bytes
    device: bytes
    at_s: int
    value: msgspec.Raw


class RecordEffect(msgspec.Struct, array_like=True, frozen=True):
    """The siblings of the touched groups of one record, after a txn."""

    record: bytes
    kind: str
    family: bytes | None
    groups: dict[str, tuple[Sibling, ...]]
    family_key: bytes | None = None


class Parting(StrEnum):
    """Why a stream holds a family no longer."""

    HANDED_OVER = "handed_over"
    ERASED = "erased"


class Left(msgspec.Struct, array_like=True, frozen=True):
    """A family that this stream holds no longer; ``to_name`` is the commune it was handed over to."""

    family: bytes
    parting: Parting
    to_name: str | None = None


class Effect(msgspec.Struct, array_like=True, frozen=True):
    """What one txn did, as every laptop of the stream receives it, in csn order."""

    csn: int
    log_hash: bytes
    txn_id: bytes
    author: bytes
    device: bytes
    at_s: int
    records: tuple[RecordEffect, ...]
    left: tuple[Left, ...] = ()


class Page(msgspec.Struct, frozen=True):
    """Effects of one stream after the laptop's cursor; ``cursor`` is the next one, ``more`` asks to come again."""

    stream: str
    effects: tuple[bytes, ...]
    cursor: int
    more: bool


class Chunk(msgspec.Struct, array_like=True, frozen=True):
    """A chunk of a snapshot: the SHA-256 of its bytes, and how many they are."""

    name: bytes
    size: int


class Manifest(msgspec.Struct, frozen=True):
    """What a snapshot consists of; ``sig`` is the county's Ed25519 over ``core.snapshot.manifest_claim``."""

    stream: str
    epoch: int
    csn: int
    log_hash: bytes
    chunks: tuple[Chunk, ...]
    sig: bytes


class SnapshotPart(msgspec.Struct, frozen=True, omit_defaults=True):
    """Bytes of a snapshot from ``at`` on, instead of a page; the manifest comes with the first."""

    stream: str
    digest: bytes
    at: int
    body: bytes
    manifest: Manifest | None = None


class Reply(msgspec.Struct, frozen=True, omit_defaults=True):
    """The county's answer to an exchange."""

    proto: int
    epoch: int
    head: int
    head_hash: bytes
    have: Mark
    """What the county holds of the replica that said hello."""
    forked_at: int | None
    """First n at which the county's chain of this replica differs from the laptop's; None when it continues."""
    answers: tuple[Answer, ...]
    pages: tuple[Page, ...]
    time_s: int
    durable_csn: int
    """Log positions up to here are covered by a verified backup of the county."""
    epoch_cuts: dict[int, int] = {}
    """Former epoch -> csn at which a restore cut it."""
    beside: tuple["Beside", ...] = ()
    lease_days: tuple[int, int] | None = None
    """Days without contact until a laptop warns, and until it takes no more work; None: the usual (``core.lease``)."""
    snapshots: tuple[SnapshotPart, ...] = ()
    held_bytes: int = 0
    """How much the county has of the segment that comes in pieces; 0 again when it was taken in."""


class Beside(msgspec.Struct, frozen=True, omit_defaults=True):
    """What the county says to an exchange that stood beside another: its reply, or a code why there is none."""

    stream: str
    reply: Reply | None = None
    refused: str | None = None


class EnrolRequest(msgspec.Struct, frozen=True):
    """A laptop asks to belong to a county, with a one-time code."""

    proto: int
    code: str
    device: bytes
    device_name: str
    device_sign_key: bytes
    device_receive_key: bytes
    worker_sign_key: bytes
    worker_receive_key: bytes


class EnrolReply(msgspec.Struct, frozen=True):
    """Who the laptop and its first worker are from now on."""

    county: bytes
    county_name: str
    commune: str
    commune_name: str
    commune_key: bytes
    country: str
    streams: tuple[str, ...]
    worker: bytes
    worker_name: str
    profession: str
    epoch: int


class ReceiptRequest(msgspec.Struct, frozen=True):
    """A laptop asks what the county holds of one worker's day on it; ``day`` as in ``core.receipt``."""

    proto: int
    worker: bytes
    day: int


class ReceiptReply(msgspec.Struct, frozen=True):
    """How many saves of that day the county holds, and the code it computes from them; None when it holds none."""

    proto: int
    day: int
    saves: int
    held_back: int
    code: str | None


class Refusal(msgspec.Struct, frozen=True):
    """Body of every 4xx answer: a code for ``ui/messages``."""

    code: str


NONCE_HEADER = "Vatra-Nonce"
DEVICE_HEADER = "Vatra-Device"
SIGNATURE_HEADER = "Vatra-Signature"
CONTENT_TYPE = "application/vnd.vatra+msgpack"
EXCHANGE_PATH = "/v1/exchange"
ENROL_PATH = "/v1/enrol"
RECEIPT_PATH = "/v1/receipt"
CARD_PATH = "/v1/card"
"""The county card, for whoever asks: it holds public keys, and is believed for its fingerprint alone."""
SERVER_NAME = "county.vatra"
"""The one name in every county's server certificate, whatever address it is reached at."""


def request_claim(county: bytes, path: str, nonce: str, body_sha256: bytes) -> bytes:
    """What a device signs for each request: bound to this county, this place, this nonce and this body.

    ``body_sha256`` is over the body as it travels, packed; ``nonce`` is empty for an enrolment.
    """
    return b"vatra/request/1\0" + county + path.encode() + b"\0" + nonce.encode() + b"\0" + body_sha256


_encoder = msgspec.msgpack.Encoder()


def encode(message: Any) -> bytes:
    """Encode a message or any plain value."""
    return _encoder.encode(message)


def raw(value: Any) -> msgspec.Raw:
    """Encode a plain value for a place that is kept byte for byte."""
    return msgspec.Raw(_encoder.encode(value))


def decode(body: bytes | msgspec.Raw, kind: type[T]) -> T:
    """Decode strictly; ProtocolError for anything that is not a ``kind``."""
    try:
        return msgspec.msgpack.decode(body, type=kind)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError, OverflowError) as problem:
        raise ProtocolError(kind.__name__) from problem


def plain(value: msgspec.Raw | bytes) -> Any:
    """The plain value behind encoded bytes; ProtocolError when it is not MessagePack."""
    return decode(value, object)


def stream_name(commune: str, compartment: str) -> str:
    """A stream is what one laptop may receive as a whole: ``ro-21891/team``."""
    return f"{commune}/{compartment}"


def commune_of_stream(stream: str) -> str:
    """The commune of a stream: ``ro-21891/team`` -> ``ro-21891``."""
    return stream.rpartition("/")[0]


def compartment_of_stream(stream: str) -> str:
    """The compartment of a stream: ``ro-21891/team`` -> ``team``."""
    return stream.rpartition("/")[2]
