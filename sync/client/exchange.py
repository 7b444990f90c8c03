"""One sync of one compartment, as a table of contents: prepare, ask, take in, until both sides agree.

Every step can be cut and repeated: what was pushed twice is recognised by its ``txn_id``, a page applied twice changes
nothing, and the county's answer says what it really holds. The database is only touched through ``on_records``, so a slow
line never holds up a save. Requests begin small, double while the line carries them and halve when it fails.
"""

import random
import time
from collections.abc import Callable
from functools import partial
from typing import Protocol, TypeVar

import msgspec

from app.domain.kinds import BACKGROUND
from app.errors import (
    CountyRefused,
    CountySpeaksOtherwise,
    CountyTroubled,
    CountyUnreachable,
    VaultDamaged,
)
from storage.compartment import Compartment, Waiting
from storage.parting import Parted
from sync.core.chain import genesis, segment_claim
from sync.core.laptop import is_late, is_settled, lost_after, pages_continue, places_to_name
from sync.core.witness import witness_of
from sync.protocol import (
    PROTOCOL,
    Effect,
    Exchange,
    Hello,
    Mark,
    Op,
    ProtocolError,
    Reply,
    Segment,
    TxnHeader,
    compartment_of_stream,
    decode,
)

T = TypeVar("T")
Progress = Callable[[str, int, int], None]
"""Called with a step (``sending`` or ``receiving``), how many txns are done, and how many there are (0: unknown)."""

FIRST_REQUEST_BYTES = 64 * 1024
SMALLEST_REQUEST_BYTES = 8 * 1024
LARGEST_REQUEST_BYTES = 1024 * 1024
TRIES = 4
FIRST_PAUSE_S = 0.5
LONGEST_PAUSE_S = 20.0
MOST_ROUNDS = 10_000
"""Guards against a county that never agrees; a year of a commune's work needs some hundred rounds."""


class County(Protocol):
    """The network seam: one call; ``transport.CountyLine`` is the real one."""

    def exchange(self, request: Exchange) -> Reply:
        """Ask the county; raises the ``county`` errors of ``app.errors``."""


class Records(Protocol):
    """Runs work where the database lives and waits for its result."""

    def __call__(self, work: Callable[[], T], /) -> T: ...


class Done(msgspec.Struct, frozen=True):
    """What one sync did: saves sent and received, and the families that changed here.

    Counted is what people call work; what comes with other acts (``BACKGROUND``) goes along and is not told.
    """

    sent: int
    received: int
    families: frozenset[bytes]
    parted: tuple[Parted, ...] = ()
    """Families that this laptop holds no longer."""


class _Size:
    """Bytes per request, following the line."""

    def __init__(self) -> None:
        self.limit_bytes = FIRST_REQUEST_BYTES

    def worked(self) -> None:
        self.limit_bytes = min(self.limit_bytes * 2, LARGEST_REQUEST_BYTES)

    def failed(self) -> None:
        self.limit_bytes = max(self.limit_bytes // 2, SMALLEST_REQUEST_BYTES)


def exchange(
    on_records: Records,
    compartment: Compartment,
    county: County,
    *,
    county_id: bytes,
    stream: str,
    sign: Callable[[bytes], bytes],
    progress: Progress = lambda *_: None,
    pause: Callable[[float], None] = time.sleep,
) -> Done:
    """Push what waits and pull what is new until neither side has more.

    Raises the county errors; whatever was exchanged before stays exchanged.
    """
    size = _Size()
    sent = received = 0
    families: set[bytes] = set()
    parted: list[Parted] = []
    with_keys = False
    total = on_records(lambda: compartment.tip().n)
    for _round in range(MOST_ROUNDS):
        request = on_records(
            partial(prepare, compartment, county_id, stream, sign, size.limit_bytes, with_keys=with_keys)
        )
        try:
            reply = _ask(county, request, size, pause)
        except CountyRefused as refusal:
            if refusal.facts.get("reason") != "unknown_family" or with_keys:
                raise
            with_keys = True
            continue
        taken = on_records(partial(take_in, compartment, stream, request, reply))
        sent += _work_answered(request.segment, reply)
        received += taken.received
        families |= taken.families
        parted += taken.parted
        if request.segment is not None:
            progress("sending", reply.have.n, total)
        elif taken.received:
            progress("receiving", received, 0)
        if taken.settled:
            return Done(sent, received, frozenset(families), tuple(parted))
    raise CountySpeaksOtherwise(rounds=MOST_ROUNDS)


def _work_answered(segment: Segment | None, reply: Reply) -> int:
    work = {
        decode(txn.header, TxnHeader).txn_id
        for txn in (segment.txns if segment else ())
        if any(decode(op, Op).kind not in BACKGROUND for op in txn.ops)
    }
    return sum(answer.txn_id in work for answer in reply.answers)


def _is_work(effect: Effect) -> bool:
    return any(change.kind not in BACKGROUND for change in effect.records)


def _ask(county: County, request: Exchange, size: _Size, pause: Callable[[float], None]) -> Reply:
    """One request with bounded, jittered retries; a request may be repeated at any time."""
    wait_s = FIRST_PAUSE_S
    for attempt in range(1, TRIES + 1):
        try:
            reply = county.exchange(request)
        except (CountyUnreachable, CountyTroubled):
            size.failed()
            if attempt == TRIES:
                raise
            pause(random.uniform(wait_s / 2, wait_s))  # noqa: S311 - jitter, not a secret
            wait_s = min(wait_s * 3, LONGEST_PAUSE_S)
        else:
            size.worked()
            return reply
    raise AssertionError("unreachable")


def prepare(
    compartment: Compartment,
    county_id: bytes,
    stream: str,
    sign: Callable[[bytes], bytes],
    limit_bytes: int,
    *,
    with_keys: bool = False,
) -> Exchange:
    """The next request: where we stand, own txns the county lacks, and what we want to know.

    ``with_keys`` brings the keys of the families written to, for a county that lost one. VaultDamaged when a save that
    the chain goes over is gone: whoever takes one out, of work or of a look, does not get the rest past the county.
    """
    tip = compartment.tip()
    start = genesis(tip.replica)
    hashes = ((n, start if n == 0 else compartment.hash_at(n)) for n in places_to_name(tip.n))
    marks = tuple(Mark(n, h) for n, h in hashes if h is not None)
    has_n = min(compartment.number("county_has_n") or 0, tip.n)
    waiting = compartment.waiting(has_n, limit_bytes)
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
    return Exchange(
        PROTOCOL,
        Hello(tip.replica, stream, marks),
        segment,
        compartment.number("epoch") or 1,
        {stream: 0, **compartment.cursors()},
        limit_bytes,
        _witness(compartment),
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


def take_in(compartment: Compartment, stream: str, request: Exchange, reply: Reply) -> Taken:
    """Keep the county's answers and effects, in one transaction."""
    if any(compartment_of_stream(page.stream) != compartment_of_stream(stream) for page in reply.pages):
        raise CountySpeaksOtherwise(reason="stream")
    epoch = compartment.number("epoch") or 1
    if is_late(epoch, reply):
        raise CountySpeaksOtherwise(reason="epoch")
    now_s = int(time.time())
    families: set[bytes] = set()
    try:
        with compartment.writing():
            cut = lost_after(epoch, reply)
            former = compartment.forget_after(cut) if cut is not None else None
            compartment.take_answers(reply.answers)
            if pages_continue(request, reply):
                for page in reply.pages:
                    families |= compartment.take_page(page)
            compartment.set_facts(
                epoch=str(reply.epoch).encode(),
                county_has_n=str(reply.have.n).encode(),
                clock_offset_s=str(reply.time_s - now_s).encode(),
                last_contact_at=str(now_s).encode(),
                witness=reply.head.to_bytes(8, "big") + reply.head_hash,
            )
            if former is not None:
                compartment.go_on(former)
            elif reply.forked_at is not None:
                compartment.part_ways(reply.have)
            parted = compartment.part(reply.durable_csn)
        received = sum(_is_work(decode(effect, Effect)) for page in reply.pages for effect in page.effects)
    except ProtocolError as problem:
        raise CountySpeaksOtherwise(reason="effects") from problem
    return Taken(received, frozenset(families), is_settled(request, reply), parted)
