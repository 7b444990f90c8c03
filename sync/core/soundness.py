"""What a laptop demands of an answer before it keeps any of it, however well it was encoded.

The county is somebody else's machine. An id of another length, a number no database holds, a value no screen can read would
be kept, and stop a laptop long after. Sans IO.
"""

from typing import Any

from app.domain.ids import ID_BYTES
from sync.core.county import FURTHEST_MOMENT_S, KEY_BYTES
from sync.protocol import (
    MAX_MESSAGE_BYTES,
    Answer,
    Effect,
    Mark,
    Page,
    ProtocolError,
    RecordEffect,
    Reply,
    Sibling,
    SnapshotPart,
    decode,
)

HASH_BYTES = 32
MOST_NUMBER = 1 << 62
LONGEST_WORD = 200


def check_reply(reply: Reply) -> None:
    """ProtocolError for an answer of which nothing may be kept."""
    numbers = (
        reply.held_bytes,
        reply.epoch,
        reply.head,
        reply.durable_csn,
        *reply.epoch_cuts,
        *reply.epoch_cuts.values(),
    )
    _demand(all(_counts(number) for number in numbers), "numbers")
    _demand(abs(reply.time_s) < FURTHEST_MOMENT_S, "time")
    _demand(len(reply.head_hash) == HASH_BYTES and _is_mark(reply.have), "hashes")
    _demand(reply.forked_at is None or _counts(reply.forked_at), "forked_at")
    for answer in reply.answers:
        _check_answer(answer)
    for page in reply.pages:
        check_page(page)
    for part in reply.snapshots:
        _check_part(part)


def _check_answer(answer: Answer) -> None:
    _demand(_counts(answer.n) and _counts(answer.csn) and len(answer.txn_id) == ID_BYTES, "answer")
    _demand(answer.reason is None or len(answer.reason) <= LONGEST_WORD, "reason")


def check_page(page: Page) -> None:
    """The same for a page, also one that a snapshot stands for."""
    _demand(_counts(page.cursor), "cursor")
    before = -1
    for body in page.effects:
        effect = decode(body, Effect)
        _demand(before < effect.csn and _counts(effect.csn), "order")
        before = effect.csn
        _check_effect(effect)


def _check_part(part: SnapshotPart) -> None:
    _demand(_counts(part.at) and len(part.digest) == HASH_BYTES, "snapshot")
    of = part.manifest
    if of is not None:
        _demand(_counts(of.csn) and _counts(of.epoch) and len(of.log_hash) == HASH_BYTES, "snapshot")
        _demand(all(0 < one.size <= MAX_MESSAGE_BYTES for one in of.chunks), "snapshot")


def _check_effect(effect: Effect) -> None:
    ids = (effect.txn_id, effect.author, effect.device, *(left.family for left in effect.left))
    _demand(all(len(one) == ID_BYTES for one in ids), "ids")
    _demand(abs(effect.at_s) < FURTHEST_MOMENT_S and len(effect.log_hash) == HASH_BYTES, "effect")
    for record in effect.records:
        _check_record(record)


def _check_record(record: RecordEffect) -> None:
    _demand(len(record.record) == ID_BYTES, "record")
    _demand(record.family is None or len(record.family) == ID_BYTES, "family")
    _demand(0 < len(record.kind) <= LONGEST_WORD, "kind")
    _demand(record.family_key is None or len(record.family_key) == KEY_BYTES, "family key")
    for siblings in record.groups.values():
        for sibling in siblings:
            _check_sibling(sibling)


def _check_sibling(one: Sibling) -> None:
    _demand(all(len(id_) == ID_BYTES for id_ in (one.replica, one.author, one.device)), "sibling")
    _demand(_counts(one.csn) and _counts(one.n) and abs(one.base) < MOST_NUMBER, "sibling")
    _demand(abs(one.at_s) < FURTHEST_MOMENT_S, "sibling")
    decode(one.value, dict[str, Any])


def _is_mark(mark: Mark) -> bool:
    return _counts(mark.n) and len(mark.h) == HASH_BYTES


def _counts(number: int) -> bool:
    return 0 <= number < MOST_NUMBER


def _demand(holds: bool, what: str) -> None:
    if not holds:
        raise ProtocolError(what)
