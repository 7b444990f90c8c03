"""One stream's part of an exchange: what a laptop says of it, and what it keeps of the answer.

Both run where the database lives. Every step can be cut and repeated: what was pushed twice is recognised by its ``txn_id``, a
page applied twice changes nothing, and the county's answer says what it really holds.
"""

import time
from collections.abc import Callable, Iterator

import msgspec

from app.domain.kinds import BACKGROUND, FORM, FORM_PIECE
from app.errors import CountySpeaksOtherwise, VaultDamaged
from app.keys.card import read_card
from storage import snapshots
from storage.compartment import Compartment, Waiting
from storage.parting import Parted
from sync.core.chain import genesis, segment_claim
from sync.core.laptop import is_late, is_settled, lost_after, pages_continue, places_to_name
from sync.core.pieces import note_of, packed_for, piece_from
from sync.core.soundness import check_page, check_reply
from sync.core.witness import witness_of
from sync.protocol import (
    PROTOCOL,
    Effect,
    Exchange,
    Hello,
    Mark,
    Op,
    Page,
    ProtocolError,
    Reply,
    Segment,
    TxnHeader,
    compartment_of_stream,
    decode,
)


def prepare(
    compartment: Compartment,
    county_id: bytes,
    stream: str,
    sign: Callable[[bytes], bytes],
    limit_bytes: int,
    *,
    with_keys: bool = False,
    every_mark: bool = False,
    after_n: int | None = None,
) -> Exchange:
    """The next request: where we stand, own txns the county lacks, and what we want to know.

    Where the county has everything, only the end of the chain is named, and a county that does not know it is asked again
    with ``every_mark``: nearly always there is nothing to say, and then little is said. No saves are sent when
    ``limit_bytes`` leaves no room for any. They begin after ``after_n``, or after what the county has.
    ``with_keys`` brings the keys of the families written to, for a county that lost one. VaultDamaged when a save that
    the chain goes over is gone: whoever takes one out, of work or of a look, does not get the rest past the county.
    """
    tip = compartment.tip()
    start = genesis(tip.replica)
    has_n = min(compartment.number("county_has_n") or 0, tip.n) if after_n is None else after_n
    named = places_to_name(tip.n) if every_mark or has_n < tip.n else (tip.n,)
    hashes = ((n, start if n == 0 else compartment.hash_at(n)) for n in named)
    marks = tuple(Mark(n, h) for n, h in hashes if h is not None)
    waiting = compartment.waiting(has_n, limit_bytes) if limit_bytes > 0 else []
    if limit_bytes > 0:
        _check_places([one.n for one in waiting], has_n, tip.n, compartment.name)
    segment = None
    if waiting:
        first, last = waiting[0], waiting[-1]
        previous = start if first.n == 1 else compartment.hash_at(first.n - 1)
        claim = segment_claim(county_id, tip.replica, Mark(last.n, last.h))
        segment = Segment(
            PROTOCOL,
            tip.replica,
            compartment.parent_of(tip.replica),
            first.n,
            previous or start,
            tuple(one.txn for one in waiting),
            sign(claim),
            _keys_of(compartment, waiting) if with_keys else {},
        )
    packed = packed_for(segment, limit_bytes) if segment is not None else None
    return Exchange(
        PROTOCOL,
        Hello(tip.replica, stream, marks),
        segment if packed is None else None,
        compartment.number("epoch") or 1,
        {stream: 0, **compartment.cursors()},
        limit_bytes,
        _witness(compartment),
        snapshots=snapshots.begun(compartment.connection),
        piece=piece_from(packed, compartment.fact("piece") or b"", limit_bytes) if packed else None,
    )


def _witness(compartment: Compartment) -> Mark | None:
    kept = compartment.fact("witness")
    return witness_of(int.from_bytes(kept[:8], "big"), kept[8:]) if kept else None


def _check_places(places: list[int], has_n: int, tip_n: int, part: str) -> None:
    whole = places == list(range(has_n + 1, has_n + 1 + len(places)))
    if not whole or (tip_n > has_n and not places):
        raise VaultDamaged(part=part, check="outbox")


def _keys_of(compartment: Compartment, waiting: list[Waiting]) -> dict[bytes, bytes]:
    families = {decode(op, Op).family for one in waiting for op in one.txn.ops}
    return {family: compartment.family_key(family) for family in families if family is not None}


class Taken(msgspec.Struct, frozen=True):
    """What a reply brought; ``settled`` when there is nothing more to send or to receive."""

    received: int
    families: frozenset[bytes]
    settled: bool
    parted: tuple[Parted, ...] = ()


def is_unsure(request: Exchange, reply: Reply) -> bool:
    """Whether the county does not know the place that was named, and others were not: it has to be asked with them."""
    return (
        reply.forked_at is not None
        and request.segment is None
        and len(request.hello.marks) == 1
        and request.hello.marks[0].n > 0
    )


def take_in(
    compartment: Compartment, stream: str, request: Exchange, reply: Reply, *, live: bool = True
) -> Taken:
    """Keep the county's answers and effects, in one transaction; ``live`` when the reply was given just now."""
    if any(compartment_of_stream(page.stream) != compartment_of_stream(stream) for page in reply.pages):
        raise CountySpeaksOtherwise(reason="stream")
    epoch = compartment.number("epoch") or 1
    if is_late(epoch, reply):
        raise CountySpeaksOtherwise(reason="epoch")
    now_s = int(time.time())
    families: set[bytes] = set()
    received = 0
    try:
        check_reply(reply)
        with compartment.writing():
            cut = lost_after(epoch, reply)
            former = compartment.forget_after(cut) if cut is not None else None
            compartment.take_answers(reply.answers)
            if pages_continue(request, reply):
                for page in _told(compartment, request, reply):
                    families |= compartment.take_page(page)
                    received += sum(_is_work(decode(effect, Effect)) for effect in page.effects)
            compartment.set_facts(
                epoch=str(reply.epoch).encode(),
                county_has_n=str(reply.have.n).encode(),
                witness=reply.head.to_bytes(8, "big") + reply.head_hash,
                lease=" ".join(str(days) for days in reply.lease_days or ()).encode(),
                piece=note_of(request.piece, reply.held_bytes) if request.piece else b"",
                **_time_facts(compartment, reply.time_s, now_s if live else None),
            )
            if former is not None:
                compartment.go_on(former)
            elif reply.forked_at is not None:
                compartment.part_ways(reply.have)
            settled = is_settled(request, reply) and not compartment.ask_again()
            parted = compartment.part(reply.head, reply.durable_csn)
    except ProtocolError as problem:
        raise CountySpeaksOtherwise(reason="effects") from problem
    return Taken(received, frozenset(families), settled, parted)


def _told(compartment: Compartment, request: Exchange, reply: Reply) -> Iterator[Page]:
    """What the county tells, as pages: a snapshot, too, once all of it is here."""
    yield from reply.pages
    parts = {part.stream: part for part in reply.snapshots if part.stream in request.cursors}
    for stream in (request.snapshots or {}).keys() - parts.keys():
        snapshots.drop(compartment.connection, stream)
    for stream, part in parts.items():
        card = read_card(compartment.fact("county_card") or b"")
        if snapshots.keep(compartment.connection, part, card.county, card.sign_key):
            for page in snapshots.pages(compartment.connection, stream, compartment.cursor(stream)):
                check_page(page)
                yield page


def _time_facts(compartment: Compartment, said_s: int, now_s: int | None) -> dict[str, bytes]:
    """When the county was last heard of; a reply that travelled says nothing of this laptop's clock."""
    if now_s is not None:
        return {"clock_offset_s": str(said_s - now_s).encode(), "last_contact_at": str(now_s).encode()}
    return {"last_contact_at": str(max(said_s, compartment.number("last_contact_at") or 0)).encode()}


def work_answered(request: Exchange, reply: Reply) -> int:
    """How many saves that people call work the county answered."""
    if request.piece is not None:
        return len(reply.answers)  # that somebody looked is never so large
    segment = request.segment
    work = {
        decode(txn.header, TxnHeader).txn_id
        for txn in (segment.txns if segment else ())
        if any(decode(op, Op).kind not in BACKGROUND for op in txn.ops)
    }
    return sum(answer.txn_id in work for answer in reply.answers)


def _is_work(effect: Effect) -> bool:
    return any(change.kind not in (*BACKGROUND, FORM.name, FORM_PIECE.name) for change in effect.records)
