"""What the county does with one txn: decide whether it can be used, merge it, say what it did.

Sans IO: the caller brings the states of the records that the txn touches and writes back what this returns.
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import msgspec

from app.domain.ids import ID_BYTES
from app.domain.kinds import ASSESSMENT, AUDIT, KINDS, Rule, Settler
from sync.core.chain import Link
from sync.core.homes import ERASURE, HAND_OVER, Held
from sync.core.merge import QUESTIONS_REMEMBERED, VOID, Lineage, RecordState, apply_op, group_of, rule_of
from sync.protocol import (
    MAX_TXN_BYTES,
    Effect,
    Op,
    Outcome,
    ProtocolError,
    RecordEffect,
    Sibling,
    TxnHeader,
    decode,
    encode,
    raw,
)

KEY_BYTES = 32
FURTHEST_MOMENT_S = 1 << 40
"""Some 34,000 years: clocks may be wrong, but their numbers must still fit wherever a moment is stored."""
SEAL = "sealed"
"""The group of an assessment that its author writes when it is finished."""
LOG_GENESIS = hashlib.sha256(b"vatra/log/genesis").digest()


class Writer(msgspec.Struct, frozen=True):
    """Who pushes: what the county knows about device, worker and stream."""

    device: bytes
    stream: str
    device_active: bool
    authors: frozenset[bytes]
    """Workers who may write in this stream."""
    further: tuple[str, ...] = ()
    """Streams of other communes that the laptop serves in the same compartment."""
    supervisors: frozenset[bytes] = frozenset()
    """Those of the authors who may decide what only a supervisor decides."""

    @property
    def writes_to(self) -> tuple[str, ...]:
        return (self.stream, *self.further)


class Applied(msgspec.Struct, frozen=True):
    """The txn's effect and the new states of its records."""

    effect: Effect
    records: dict[bytes, RecordState]
    family_keys: dict[bytes, bytes]


def log_hash(previous: bytes, csn: int, link: Link, outcome: Outcome) -> bytes:
    """The county log's own chain: a dropped, changed or reordered row no longer adds up."""
    claim = (
        b"vatra/log/1"
        + previous
        + csn.to_bytes(8, "big")
        + link.header.txn_id
        + link.h
        + outcome.value.encode()
    )
    return hashlib.sha256(claim).digest()


def reason_to_park(
    link: Link,
    ops: Sequence[Op],
    writer: Writer,
    record_of: Callable[[bytes], Held | None],
    stream: str | None,
    state_of: Callable[[bytes], RecordState | None],
    base_of: Callable[[tuple[int, int]], int],
) -> str | None:
    """Why a txn is kept aside for a supervisor instead of applied; None when it can be applied.

    ``record_of`` says what the county holds under a record's id, None for nothing; ``stream`` where the save belongs, None
    outside of what the writer may reach (``homes.stream_of_save``); ``base_of`` what the author of an op had seen.
    """
    if not writer.device_active:
        return "device_revoked"
    if link.header.author not in writer.authors:
        return "unknown_author"
    if len(encode(link.txn)) > MAX_TXN_BYTES:
        return "too_large"
    if not (_is_well_formed(link.header) and all(map(_can_be_kept, link.txn.ops))):
        return "malformed"
    if stream is None:
        return "out_of_scope"
    for op in ops:
        held = record_of(op.record)
        if held is not None and held.kind != op.kind:
            return "malformed"
        if any(_county_decides(op.kind, name) for name in op.groups):
            return "county_decides"
        if op.kind == ASSESSMENT.name and _is_beside_the_seal(op, state_of(op.record), link.header.author):
            return "sealed"
        if link.header.author not in writer.supervisors and _settles_for_a_supervisor(
            op, state_of(op.record), link.header.author, base_of(op.base)
        ):
            return "supervisor_decides"
    return None


def _is_beside_the_seal(op: Op, state: RecordState | None, author: bytes) -> bool:
    """Whether the op brings answers into an assessment that is not its author's own sealing of it.

    What was sealed never changes, and only who sealed it brings its parts, the seal first: a correction is an assessment
    of its own. Who took it back, or confirms its level, brings no answers.
    """
    answers = [name for name in op.groups if rule_of(op.kind, name) is Rule.APPEND]
    seal = state.groups.get(SEAL) if state is not None else None
    if not answers:
        return False
    if state is None or not seal:
        return SEAL not in op.groups
    return seal[0].author != author or any(name in state.groups for name in answers)


def _settles_for_a_supervisor(op: Op, state: RecordState | None, author: bytes, seen: int) -> bool:
    """Whether the op decides between values that only a supervisor may decide between.

    Whoever had not seen what another wrote decides nothing: his value comes to stand beside it.
    """
    if state is None:
        return False
    return any(
        group_of(op.kind, name).settler is Settler.SUPERVISOR
        and any(one.author != author and one.csn <= seen for one in state.groups[name])
        for name in op.groups
        if len(state.groups.get(name, ())) > 1
    )


def _is_well_formed(header: TxnHeader) -> bool:
    return len(header.txn_id) == ID_BYTES and all(
        abs(seconds) < FURTHEST_MOMENT_S for seconds in (header.wall_s, header.clock_offset_s or 0)
    )


class _OpInFull(Op, frozen=True):
    """An op with its values, read in one go."""

    groups: dict[str, dict[str, Any]]  # type: ignore[assignment]


def _can_be_kept(encoded: bytes) -> bool:
    """Whether everybody who receives the op will be able to read it: one such save must not stop a whole stream."""
    try:
        op = decode(encoded, _OpInFull)
    except ProtocolError:
        return False
    ids = (op.record, op.family) if op.family is not None else (op.record,)
    return all(len(one) == ID_BYTES for one in ids) and len(op.family_key or bytes(KEY_BYTES)) == KEY_BYTES


@lru_cache(QUESTIONS_REMEMBERED)
def _county_decides(kind: str, group: str) -> bool:
    if kind in (HAND_OVER, ERASURE):
        return True
    if kind == AUDIT.name and group == VOID:
        return True  # who looked stays: nobody takes his own trace back
    if kind in KINDS and all(one.rule is Rule.COUNTY for one in KINDS[kind].groups):
        return True  # what is the county's from end to end, nobody else takes back
    return rule_of(kind, group) is Rule.COUNTY


def apply_txn(
    link: Link,
    *,
    replica: bytes,
    device: bytes,
    csn: int,
    log_hash_: bytes,
    states: Mapping[bytes, RecordState],
    base_of: Callable[[tuple[int, int]], int],
    own: Lineage,
) -> Applied:
    """Merge a txn into the records it touches. ``base_of`` clamps an (epoch, csn) of a cut epoch."""
    header = link.header
    at_s = header.wall_s + (header.clock_offset_s or 0)
    after: dict[bytes, RecordState] = {}
    effects: dict[bytes, RecordEffect] = {}
    keys: dict[bytes, bytes] = {}
    for encoded in link.txn.ops:
        op = decode(encoded, Op)
        writer = Sibling(csn, replica, header.n, base_of(op.base), header.author, device, at_s, raw(None))
        state = apply_op(after.get(op.record) or states.get(op.record), op, writer, own)
        after[op.record] = state
        touched = {name: state.groups[name] for name in op.groups}
        before = effects.get(op.record)
        if op.family is not None and op.family_key is not None:
            keys[op.family] = op.family_key
        effects[op.record] = RecordEffect(
            op.record,
            state.kind,
            state.family,
            {**(before.groups if before else {}), **touched},
            op.family_key or (before.family_key if before else None),
        )
    effect = Effect(csn, log_hash_, header.txn_id, header.author, device, at_s, tuple(effects.values()))
    return Applied(effect, after, keys)


def clamp(base: tuple[int, int], epoch: int, cuts: Mapping[int, int]) -> int:
    """A base of an epoch that a restore cut short never counts as having seen anything after the cut.

    ``cuts`` holds every epoch this log went through, with the csn at which it was left. Of any other epoch - one that was
    itself undone by going back to a backup from before it - nothing is known, and nothing counts as seen.
    """
    of_epoch, csn = base
    if of_epoch == epoch:
        return csn
    if of_epoch not in cuts:
        return 0
    return min(csn, *(cut for cut_epoch, cut in cuts.items() if cut_epoch >= of_epoch))
