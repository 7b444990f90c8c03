"""The county's end of the stick: errands of laptops are answered as if they had come over the line, into files for the way back.

A file needs no nonce: what it brings is known by its ``txn_id`` and its place in a chain, so it may come twice, late or out of
order. One that goes on from a missing one is left, and taken when both are there. Each is taken in within one transaction.
"""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from app.domain.access import TEAM
from app.errors import StickForeign, StickUnreadable, VatraError
from sync.protocol import Exchange, Outcome, ProtocolError, Reply, compartment_of_stream, decode, encode
from sync.server import journal
from sync.server.admission import device_of
from sync.server.exchange import answer, contradicts
from sync.server.folder import CountyFolder
from sync.server.refusal import Refused
from sync.server.store import Store
from sync.stick import MAX_FILE_BYTES, Answered, Errand, Opened, open_file, pattern, seal_file, write_batch

MOST_ANSWERS = 10_000


class Left(msgspec.Struct, frozen=True):
    """A file that could not be taken, and why: a code of ``stick_command.REASONS``."""

    file: str
    why: str


class Visit(msgspec.Struct):
    """What one laptop's files brought."""

    device: bytes
    name: str
    commune: str
    files: int = 0
    applied: int = 0
    parked: int = 0
    known: int = 0
    answers: int = 0


class Imported(msgspec.Struct, frozen=True):
    """What a stick brought."""

    visits: tuple[Visit, ...]
    left: tuple[Left, ...]


class _Found(msgspec.Struct, frozen=True):
    file: str
    opened: Opened
    errand: Errand
    asked: Exchange

    @property
    def place(self) -> tuple[bytes, bool, str, bytes, int, int]:
        """The team's stream of a laptop first, which may introduce who wrote in the others; each chain in its order."""
        stream, segment = self.asked.hello.stream, self.asked.segment
        # What only asks comes after what brings.
        from_n = segment.from_n if segment else 1 << 62
        not_team = compartment_of_stream(stream) != TEAM
        return (self.opened.device, not_team, stream, self.asked.hello.replica, from_n, self.errand.made_at)


def import_stick(
    folder: CountyFolder, store: Store, directory: Path, out: Path, by: str, now_s: int
) -> Imported:
    """Take in every errand in ``directory`` and write the answers into ``out``, in place of older ones of the same laptops.

    The journal says of each who brought it in: ``by``.
    """
    left: list[Left] = []
    visits: dict[bytes, Visit] = {}
    answers: dict[tuple[bytes, bytes], list[bytes]] = {}
    for found in sorted(_found(folder, directory, left), key=lambda one: one.place):
        try:
            visit, replies = _take_in(store, found, by, now_s, left)
        except Refused as refused:
            left.append(Left(found.file, refused.code))
            continue
        total = visits.setdefault(visit.device, visit)
        if total is not visit:
            for name in ("files", "applied", "parked", "known"):
                setattr(total, name, getattr(total, name) + getattr(visit, name))
        answers.setdefault((visit.device, found.errand.answer_to), []).extend(_sealed(folder, found, replies))
    for (device, answer_to), contents in answers.items():
        visits[device].answers += len(contents)
        write_batch(out, "from-county", device, answer_to, contents)
    return Imported(tuple(visits.values()), tuple(left))


def _found(folder: CountyFolder, directory: Path, left: list[Left]) -> Iterator[_Found]:
    card, key = folder.card(), folder.exchange_key()
    for path in sorted(directory.glob(pattern("to-county"))):
        try:
            with path.open("rb") as file:
                content = file.read(MAX_FILE_BYTES + 1)
            opened = open_file(content, "to-county", card.county, [key])
            errand = opened.message(Errand)
            yield _Found(path.name, opened, errand, decode(errand.exchange, Exchange))
        except StickForeign:
            left.append(Left(path.name, "other_county"))
        except StickUnreadable as problem:
            left.append(Left(path.name, str(problem.facts["why"])))
        except (VatraError, ProtocolError, OSError):
            left.append(Left(path.name, "damaged"))


def _take_in(
    store: Store, found: _Found, by: str, now_s: int, left: list[Left]
) -> tuple[Visit, list[tuple[Exchange, Reply]]]:
    """One errand, in one transaction; Refused leaves nothing behind."""
    asked = msgspec.structs.replace(found.asked, beside=())
    replies: list[tuple[Exchange, Reply]] = []
    with store.writing() as (connection, county):
        device = device_of(connection, found.opened.device)
        if not found.opened.is_signed_by(device.sign_key):
            raise Refused(401, "signature")
        if contradicts(connection, county, asked):
            raise Refused(409, "county_went_back")
        head_before = county.csn
        replies.append((asked, answer(connection, county, device, asked, now_s)))
        reply = replies[0][1]
        segment = asked.segment
        if segment is not None and segment.txns and not reply.answers and reply.forked_at is None:
            left.append(Left(found.file, "gap"))  # answered nevertheless: what it asks for does not wait
        visit = Visit(device.id, device.name, device.commune, files=1)
        for one in reply.answers:
            visit.known += one.csn <= head_before
            visit.parked += one.csn > head_before and one.outcome is Outcome.PARKED
            visit.applied += one.csn > head_before and one.outcome is Outcome.APPLIED
        told = {"device": device.id.hex(), "stream": asked.hello.stream, "csn": reply.head}
        counts = {"applied": visit.applied, "parked": visit.parked, "known": visit.known}
        journal.note(connection, by, "stick import", told | counts, now_s)
        quiet = msgspec.structs.replace(asked, segment=None)
        while asked.max_bytes and any(page.more for page in reply.pages) and len(replies) < MOST_ANSWERS:
            quiet = msgspec.structs.replace(
                quiet, cursors=quiet.cursors | {page.stream: page.cursor for page in reply.pages}
            )
            reply = answer(connection, county, device, quiet, now_s)
            replies.append((quiet, reply))
    return visit, [(msgspec.structs.replace(one, segment=None), reply) for one, reply in replies]


def _sealed(folder: CountyFolder, found: _Found, replies: list[tuple[Exchange, Reply]]) -> Iterator[bytes]:
    for asked, reply in replies:
        answered = Answered(encode(asked), encode(reply))
        yield seal_file(
            "from-county",
            found.opened.county,
            found.opened.device,
            answered,
            found.errand.answer_to,
            folder.sign_key().sign,
        )
