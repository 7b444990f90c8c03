"""What attachments consist of, carried after all text: thumbnails first, then what somebody asked for, then the rest.

The county is asked what it has of a chunk before it is sent, and told what is here of one before it is fetched: whatever is cut off
goes on where it was. Requests are as large as the line moves in some seconds, like those of the text. After each of them the
records are looked at: as soon as somebody saved something, and every two minutes, text goes first again.

Files are read and written here, on the network's thread; the database only through ``on_records``.
"""

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

import msgspec

from app.errors import CountyRefused, CountySpeaksOtherwise, CountyTroubled, CountyUnreachable
from storage import chunks
from storage.compartment import Tip
from storage.shelf import Shelf
from sync.chunks import ChunkName, ChunkReply, ChunkRequest, Missing, Piece, is_sound
from sync.client.exchange import Records
from sync.client.patience import Patience
from sync.client.request_size import RequestSize
from sync.protocol import PROTOCOL

ASKED_AT_ONCE = 32
"""Chunks whose standing is asked, or that are fetched, with one request: 50 bytes each."""
LONGEST_TURN_S = 120.0
"""So long at most until the county is asked for text again."""


class County(Protocol):
    """The network seam; ``transport.CountyLine`` is the real one."""

    def chunks(self, request: ChunkRequest) -> ChunkReply:
        """Ask the county; raises the ``county`` errors of ``app.errors``."""


class Carried(msgspec.Struct, frozen=True):
    """What one turn did: chunks that are whole now at the county and here, and whose; ``finished`` when nothing is left to do."""

    sent: int
    received: int
    families: frozenset[bytes]
    finished: bool


def carry(
    on_records: Records,
    shelves: Sequence[Shelf],
    county: County,
    *,
    size: RequestSize,
    pause: Callable[[float], None] = time.sleep,
) -> Carried:
    """One turn, until nothing is left, somebody saved something, or text is due; ``size`` is remembered from turn to turn.

    Raises the county errors; what arrived stays.
    """
    return _Turn(on_records, shelves, county, size, pause).run()


class _Plan(msgspec.Struct, frozen=True):
    """What there is to do, in order; ``shelf`` of each chunk."""

    unsent: tuple[ChunkName, ...]
    missing: tuple[ChunkName, ...]
    shelf: dict[bytes, Shelf]
    text_waits: bool


class _Turn:
    """The state of one turn."""

    def __init__(
        self,
        on_records: Records,
        shelves: Sequence[Shelf],
        county: County,
        size: RequestSize,
        pause: Callable[[float], None],
    ) -> None:
        self._on_records, self._shelves, self._county = on_records, shelves, county
        self._patience, self._size = Patience(pause), size
        self._tips: list[Tip] | None = None
        self._held: dict[bytes, int] = {}
        """How much the county has of a chunk, as it said last."""
        self._passed: set[bytes] = set()
        """Chunks that the county does not expect, or does not have: another time."""
        self._sent = self._received = 0
        self._families: set[bytes] = set()

    def run(self) -> Carried:
        ends_at = time.monotonic() + LONGEST_TURN_S
        while True:
            plan = self._on_records(self._plan)
            asked = self._asked(plan)
            if not (asked.bring or asked.offer or asked.fetch):
                return self._carried(finished=not plan.text_waits)
            if plan.text_waits or time.monotonic() > ends_at:
                return self._carried(finished=False)
            reply = self._ask(asked)
            if reply is not None:
                self._take_in(plan, asked, reply)

    def _carried(self, *, finished: bool) -> Carried:
        return Carried(self._sent, self._received, frozenset(self._families), finished)

    # on the records lane

    def _plan(self) -> _Plan:
        limit = ASKED_AT_ONCE + len(self._passed)
        unasked = not self._size.is_small  # over a thin line only what somebody asked for is fetched
        unsent: list[ChunkName] = []
        missing: list[ChunkName] = []
        shelf: dict[bytes, Shelf] = {}
        for one in self._shelves:
            here = chunks.unsent(one.store.connection, limit)
            away = chunks.missing(one.store.connection, limit, unasked=unasked)
            shelf.update({chunk.name: one for chunk in (*here, *away)})
            unsent += [chunk for chunk in here if chunk.name not in self._passed]
            missing += [chunk for chunk in away if chunk.name not in self._passed]
        tips = [one.store.tip() for one in self._shelves]
        self._tips = self._tips or tips
        return _Plan(tuple(unsent), tuple(missing), shelf, tips != self._tips)

    def _note(self, shelf: Shelf, at_county: Sequence[bytes], arrived: Sequence[bytes]) -> None:
        """What is named no longer, because its family went meanwhile, goes as well."""
        unnamed = chunks.unnamed(shelf.store.connection, arrived)
        with shelf.store.writing():
            chunks.at_county(shelf.store.connection, at_county)
            chunks.arrived(shelf.store.connection, arrived)
            chunks.lost(shelf.store.connection, unnamed)
        for name in unnamed:
            shelf.files.drop(name)

    def _lose(self, shelf: Shelf, name: bytes) -> None:
        with shelf.store.writing():
            chunks.lost(shelf.store.connection, [name])

    # on the network's thread

    def _asked(self, plan: _Plan) -> ChunkRequest:
        left = self._size.limit_bytes
        bring: list[Piece] = []
        offer: list[ChunkName] = []
        for one in plan.unsent[:ASKED_AT_ONCE]:
            at = self._held.get(one.name)
            if at is not None and left <= 0:
                continue
            body = self._body(plan, one)
            if body is not None and at is not None:
                bring.append(Piece(one.family, one.name, at, len(body), body[at : at + left]))
                left -= len(bring[-1].body)
            elif body is not None:
                offer.append(one)
        fetch = tuple(
            Missing(one.family, one.name, plan.shelf[one.name].files.begun(one.name))
            for one in plan.missing[:ASKED_AT_ONCE]
        )
        return ChunkRequest(
            PROTOCOL, tuple(bring), tuple(offer), fetch, self._size.limit_bytes if fetch else 0
        )

    def _body(self, plan: _Plan, one: ChunkName) -> bytes | None:
        """The sealed chunk; where the disk lost it, it has to come from somewhere else."""
        shelf = plan.shelf[one.name]
        body = shelf.files.read(one.name)
        if body is None:
            self._passed.add(one.name)
            self._on_records(lambda: self._lose(shelf, one.name))
        return body

    def _ask(self, asked: ChunkRequest) -> ChunkReply | None:
        """The reply; None when the request has to be put together anew."""
        began = time.monotonic()
        sent_bytes = sum(len(piece.body) for piece in asked.bring)
        try:
            reply = self._county.chunks(asked)
        except (CountyUnreachable, CountyTroubled) as problem:
            self._size.failed()
            for piece in asked.bring:
                self._held.pop(piece.name, None)  # nobody knows how much of it arrived
            self._patience.wait_after(problem)
            return None
        except CountyRefused as refusal:
            if refusal.facts.get("reason") != "too_large" or sent_bytes < 2:
                raise
            self._size.refused(sent_bytes)
            return None
        self._patience.worked()
        received_bytes = sum(len(piece.body) for piece in reply.pieces)
        self._size.worked(max(sent_bytes, received_bytes), time.monotonic() - began)
        return reply

    def _take_in(self, plan: _Plan, asked: ChunkRequest, reply: ChunkReply) -> None:
        at_county = self._answered(plan, asked, reply)
        arrived = self._arrived(plan, asked, reply)
        for shelf in self._shelves:
            whole = [one for one in at_county if plan.shelf[one.name] is shelf]
            new = [one for one in arrived if plan.shelf[one.name] is shelf]
            if whole or new:
                note = partial(self._note, shelf, [one.name for one in whole], [one.name for one in new])
                self._on_records(note)
        self._sent += len(at_county)
        self._received += len(arrived)
        self._families |= {one.family for one in [*at_county, *arrived]}

    def _answered(self, plan: _Plan, asked: ChunkRequest, reply: ChunkReply) -> list[ChunkName]:
        """Remember how much the county has; the chunks that it has whole."""
        said: tuple[ChunkName, ...] = (*asked.bring, *asked.offer)
        if len(reply.held) != len(said):
            raise CountySpeaksOtherwise(reason="held")
        whole: list[ChunkName] = []
        for one, held in zip(said, reply.held, strict=True):
            size = one.size if isinstance(one, Piece) else plan.shelf[one.name].files.size(one.name)
            if held is None or (isinstance(one, Piece) and held <= one.at):
                self._passed.add(one.name)
            elif held == size:
                whole.append(ChunkName(one.family, one.name))
            else:
                self._held[one.name] = min(held, size)
        return whole

    def _arrived(self, plan: _Plan, asked: ChunkRequest, reply: ChunkReply) -> list[ChunkName]:
        """Keep the pieces that came; the chunks that are whole now."""
        wanted = [one.name for one in asked.fetch]
        if any(piece.name not in wanted or not is_sound(piece) for piece in reply.pieces):
            raise CountySpeaksOtherwise(reason="pieces")
        # The county goes through them in order: what it left out before the last one it does not have.
        last = max((wanted.index(piece.name) for piece in reply.pieces), default=len(wanted))
        came = {piece.name for piece in reply.pieces}
        self._passed.update(name for name in wanted[:last] if name not in came)
        return [
            ChunkName(piece.family, piece.name)
            for piece in reply.pieces
            if plan.shelf[piece.name].files.add(piece)
        ]
