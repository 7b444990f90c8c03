"""One sync, as a table of contents: prepare, ask, take in, until both sides agree.

All streams of a vault travel in one request, so that asking when there is nothing new is one round trip. The team's stream
speaks; the others stand beside it and go first where not everything fits: what is confidential is what cannot wait. Only when
the team's stream introduces a colleague it goes first, or the county would not know who wrote in the others. The database is
only touched through ``on_records``, so a slow line never holds up a save.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Protocol, TypeVar

import msgspec

from app.domain.kinds import WORKER
from app.errors import CountyRefused, CountySpeaksOtherwise, CountyTroubled, CountyUnreachable
from storage.compartment import Compartment
from storage.parting import Parted
from sync.client.patience import Patience
from sync.client.request_size import RequestSize
from sync.client.turn import is_unsure, prepare, take_in, work_answered
from sync.protocol import Exchange, Reply, Segment

T = TypeVar("T")
Progress = Callable[[str, int, int], None]
"""Called with a step (``sending`` or ``receiving``), how many txns are done, and how many there are (0: unknown)."""

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
    """What one sync did: saves sent and received, the families that changed here and those that left.

    Counted is what people call work; what comes with other acts (``BACKGROUND``) goes along and is not told.
    """

    sent: int
    received: int
    families: frozenset[bytes]
    parted: tuple[Parted, ...] = ()


def exchange(
    on_records: Records,
    compartments: Mapping[str, Compartment],
    county: County,
    *,
    county_id: bytes,
    sign: Callable[[bytes], bytes],
    progress: Progress = lambda *_: None,
    pause: Callable[[float], None] = time.sleep,
) -> Done:
    """Push what waits and pull what is new until neither side has more; ``compartments`` by their stream, the team's first.

    A stream that the county does not open to this laptop, or not yet, stays as it is, unless it is the first. Raises the
    county errors; whatever was exchanged before stays exchanged.
    """
    return _Sync(on_records, compartments, county, county_id, sign, progress, pause).run()


class _Sync:
    """The state of one sync."""

    def __init__(
        self,
        on_records: Records,
        compartments: Mapping[str, Compartment],
        county: County,
        county_id: bytes,
        sign: Callable[[bytes], bytes],
        progress: Progress,
        pause: Callable[[float], None],
    ) -> None:
        self._on_records, self._county, self._progress = on_records, county, progress
        self._patience = Patience(pause)
        self._county_id, self._sign = county_id, sign
        self._required = next(iter(compartments))
        self._unsettled = dict(compartments)
        self._size = RequestSize()
        self._with_keys = self._every_mark = self._one_by_one = self._doubtful = False
        self._sent = self._received = 0
        self._families: set[bytes] = set()
        self._parted: list[Parted] = []
        self._places: dict[str, int] = {}
        self._total = 0

    def run(self) -> Done:
        self._total = self._on_records(self._count)
        for _round in range(MOST_ROUNDS):
            asked = self._on_records(self._prepare)
            try:
                reply = self._ask(together(asked))
            except CountyRefused as refusal:
                self._mend(refusal, asked)
                continue
            except (CountyUnreachable, CountyTroubled) as problem:
                self._wait_after(problem, asked)
                continue
            self._take_in(asked, reply)
            if not self._unsettled:
                return Done(self._sent, self._received, frozenset(self._families), tuple(self._parted))
        raise CountySpeaksOtherwise(rounds=MOST_ROUNDS)

    def _count(self) -> int:
        for stream, compartment in self._unsettled.items():
            self._places[stream] = compartment.number("county_has_n") or 0
        return sum(compartment.tip().n for compartment in self._unsettled.values())

    def _prepare(self) -> list[Exchange]:
        """On the records lane: one request per stream, the speaker's first; together they fill the size."""
        (speaker, team), *others = self._unsettled.items()
        if self._one_by_one:
            others = []
        first = team.waits_to_send(WORKER.name)
        in_order = [(speaker, team), *others] if first else [*others, (speaker, team)]
        left = 0 if self._doubtful else self._size.limit_bytes
        prepared: dict[str, Exchange] = {}
        for stream, compartment in in_order:
            one = prepare(
                compartment,
                self._county_id,
                stream,
                self._sign,
                left,
                with_keys=self._with_keys,
                every_mark=self._every_mark,
            )
            left -= bytes_up(one)
            one = msgspec.structs.replace(one, max_bytes=self._size.limit_bytes)
            # What comes down takes its time, too: over a thin line, what waits here goes up first.
            prepared[stream] = without_asking(one) if self._size.is_small and brings_part(one) else one
        return [prepared.pop(speaker), *prepared.values()]

    def _ask(self, request: Exchange) -> Reply:
        began = time.monotonic()
        reply = self._county.exchange(request)
        self._size.worked(_carried(request, reply), time.monotonic() - began)
        if not self._doubtful:  # that a question gets through does not say that saves do
            self._patience.worked()
        self._doubtful = False
        return reply

    def _wait_after(self, problem: CountyUnreachable | CountyTroubled, asked: Sequence[Exchange]) -> None:
        """Before the next try, which is smaller, and first asks what arrived of saves that may have; ``problem`` after a few."""
        self._size.failed()
        self._doubtful = any(one.segment is not None for one in asked)
        self._patience.wait_after(problem)

    def _mend(self, refusal: CountyRefused, asked: Sequence[Exchange]) -> None:
        """What makes a refused request acceptable; the refusal itself when nothing does."""
        reason = refusal.facts.get("reason")
        segments = [one.segment for one in asked if one.segment is not None]
        saves = sum(len(segment.txns) for segment in segments)
        if reason == "too_large" and saves > 1:
            self._size.refused(sum(map(bytes_of, segments)))
        elif reason == "unknown_family" and not self._with_keys:
            self._with_keys = True
        elif reason == "out_of_scope" and asked[0].hello.stream != self._required:
            del self._unsettled[asked[0].hello.stream]
        else:
            raise refusal

    def _take_in(self, asked: Sequence[Exchange], reply: Reply) -> None:
        answered = {asked[0].hello.stream: reply}
        for beside in reply.beside:
            if beside.reply is not None:
                answered[beside.stream] = beside.reply
            elif beside.stream != self._required:
                # The county has not yet been told, or not yet agreed, that this laptop has readers of it.
                self._unsettled.pop(beside.stream, None)
        self._one_by_one = (
            len(asked) > 1 and not reply.beside
        )  # an older county answers the first and no more
        unsure = any(
            is_unsure(one, answered[one.hello.stream]) for one in asked if one.hello.stream in answered
        )
        if unsure:
            self._every_mark = True
            return
        for one in asked:
            if one.hello.stream in answered:
                self._take_in_one(one, answered[one.hello.stream])

    def _take_in_one(self, asked: Exchange, reply: Reply) -> None:
        stream = asked.hello.stream
        taken = self._on_records(partial(take_in, self._unsettled[stream], stream, asked, reply))
        self._sent += work_answered(asked, reply)
        self._received += taken.received
        self._families |= taken.families
        self._parted += taken.parted
        self._places[stream] = reply.have.n
        if asked.segment is not None or asked.piece is not None:
            self._progress("sending", sum(self._places.values()), self._total)
        elif taken.received:
            self._progress("receiving", self._received, 0)
        if taken.settled:
            del self._unsettled[stream]


def together(asked: Sequence[Exchange]) -> Exchange:
    """One request of several: the first speaks, the others stand beside it; what all remember is said once."""
    first, *others = asked
    beside = tuple(
        msgspec.structs.replace(one, witness=None) if one.witness == first.witness else one for one in others
    )
    return msgspec.structs.replace(first, beside=beside)


def bytes_of(segment: Segment | None) -> int:
    """How much of a request a segment is, about."""
    return sum(len(op) for txn in segment.txns for op in txn.ops) if segment else 0


def brings_part(one: Exchange) -> bool:
    """Whether more waits on the laptop than the request brings."""
    return one.segment is not None and one.segment.from_n + len(one.segment.txns) <= one.hello.marks[0].n


def without_asking(one: Exchange) -> Exchange:
    """The same, without asking what is new."""
    return msgspec.structs.replace(one, cursors={}, snapshots=None)


def bytes_up(one: Exchange) -> int:
    """How much of a request one stream's saves are, about."""
    return bytes_of(one.segment) + (len(one.piece.body) if one.piece is not None else 0)


def _carried(request: Exchange, reply: Reply) -> int:
    """The larger of both ways."""
    replies = [reply, *(one.reply for one in reply.beside if one.reply is not None)]
    up = sum(map(bytes_up, (request, *request.beside)))
    down = sum(len(effect) for one in replies for page in one.pages for effect in page.effects)
    down += sum(len(part.body) for one in replies for part in one.snapshots)
    return max(up, down)
