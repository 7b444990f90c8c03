"""One exchange: push, hello and pull, answered in one database transaction.

Either everything of a request is stored and answered, or nothing is: a laptop that lost the answer sends the same again.
"""

from collections.abc import Callable
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Row, select, update

from app.domain.access import SUPERVISE, may
from sync.chunks import ChunkRequest
from sync.core.chain import common_mark
from sync.core.county import Writer
from sync.core.ingest import start_of_pull
from sync.core.witness import is_contradicted
from sync.protocol import (
    PROTOCOL,
    Beside,
    EnrolReply,
    EnrolRequest,
    Exchange,
    Page,
    ProtocolError,
    ReceiptReply,
    ReceiptRequest,
    Reply,
    SnapshotPart,
    commune_of_stream,
    compartment_of_stream,
    decode,
)
from sync.server import accounts, receipts, snapshots, tables, uploads
from sync.server.admission import (
    Signed,
    check_signature,
    device_of,
    is_active,
    spend_nonce,
    streams_of,
)
from sync.server.colleagues import ACTIVE, WRITING
from sync.server.fence import only_for
from sync.server.ingest import Pushed, chain_of, push
from sync.server.lease import lease_days_of
from sync.server.log import Log, cuts_of
from sync.server.pull import pages
from sync.server.refusal import Refused
from sync.server.store import Store, county_of

MOST_BESIDE = 16
"""More streams than any laptop has."""
_OF_ONE_STREAM = frozenset({"out_of_scope", "device_revoked"})
"""Said before anything of a stream is stored, and no reason to leave the others unanswered."""

Message = TypeVar("Message", Exchange, EnrolRequest, ReceiptRequest, ChunkRequest)


class CountyOffice(msgspec.Struct, frozen=True):
    """What a server process needs to answer: the database and a clock."""

    store: Store
    now: Callable[[], int]
    """Seconds since 1970."""
    card: bytes | None = None
    """The content of the county's card file."""
    sign: Callable[[bytes], bytes] | None = None
    """Signs for the county; without it nothing is made that laptops must trust beyond this line."""


def answer_exchange(office: CountyOffice, request: Signed, message: bytes) -> tuple[Reply, str]:
    """The reply to a signed exchange whose unpacked body is ``message``, and the next nonce. Refused stores nothing."""
    with office.store.reading() as connection:
        county, device = county_of(connection), device_of(connection, request.device)
        check_signature(county.id, device.sign_key, request)
        streams = streams_of(connection, device.id) if is_active(device) else frozenset()
    asked = _read(message, Exchange)
    now_s = office.now()
    if office.sign is not None:
        snapshots.make_where_needed(office.store, streams, asked, office.sign, now_s)
    with office.store.writing() as (connection, county):
        device = device_of(connection, request.device)
        nonce = spend_nonce(connection, device, request.nonce, now_s)
        said = (asked, *asked.beside)
        doubted = nonce is not None and any(contradicts(connection, county, one) for one in said)
        if doubted:
            _keep_doubt(connection, device, asked, now_s)
        reply = answer(connection, county, device, asked, now_s) if nonce and not doubted else None
    if nonce is None:
        raise Refused(401, "stale_nonce", device.nonce)
    if reply is None:
        raise Refused(409, "county_went_back", nonce)
    return reply, nonce


def answer_enrolment(office: CountyOffice, request: Signed, message: bytes) -> tuple[EnrolReply, str]:
    """The reply to an enrolment and the device's first nonce. Refused for a code that cannot be used."""
    asked = _read(message, EnrolRequest)
    with office.store.reading() as connection:
        check_signature(county_of(connection).id, asked.device_sign_key, request)
        if request.device != asked.device:
            raise Refused(401, "bad_signature")
        accounts.find_code(connection, asked.code)
    with office.store.writing() as (connection, county):
        enrolled = accounts.enrol(connection, county, asked, office.now())
    if isinstance(enrolled, Refused):  # the wrong attempt is counted, so the transaction had to end well
        raise enrolled
    return enrolled


def answer_receipt(office: CountyOffice, request: Signed, message: bytes) -> tuple[ReceiptReply, str]:
    """What the county holds of a worker's day on the asking laptop, and the next nonce."""
    asked, device, nonce = admit(office, request, message, ReceiptRequest)
    if not is_active(device):
        raise Refused(403, "device_revoked", nonce)
    with office.store.reading() as connection:
        county = county_of(connection)
        with only_for(connection, device.id):
            held = receipts.receipts_of(connection, county, device.id, asked.worker, asked.day)
    if held is None:
        return ReceiptReply(PROTOCOL, asked.day, 0, 0, None), nonce
    return ReceiptReply(PROTOCOL, asked.day, held.saves, held.held_back, held.code), nonce


def admit(
    office: CountyOffice, request: Signed, message: bytes, kind: type[Message]
) -> tuple[Message, Row[Any], str]:
    """What a device asks, its row, and its next nonce; Refused unless it signed this very request, now."""
    with office.store.reading() as connection:
        check_signature(county_of(connection).id, device_of(connection, request.device).sign_key, request)
    asked = _read(message, kind)
    with office.store.writing() as (connection, _county):
        device = device_of(connection, request.device)
        nonce = spend_nonce(connection, device, request.nonce, office.now())
    if nonce is None:
        raise Refused(401, "stale_nonce", device.nonce)
    return asked, device, nonce


def _read(message: bytes, kind: type[Message]) -> Message:
    try:
        asked = decode(message, kind)
    except ProtocolError:
        raise Refused(400, "malformed") from None
    if asked.proto != PROTOCOL:
        raise Refused(400, "wrong_proto")
    return asked


def answer(connection: Connection, county: Row[Any], device: Row[Any], asked: Exchange, now_s: int) -> Reply:
    """The reply of a writing transaction, and those to what stands beside; whoever calls knows who asks.

    The first is taken in first: it may say who wrote in the others. It is read last: what is beside cannot wait.
    """
    if len(asked.beside) > MOST_BESIDE:
        raise Refused(400, "malformed")
    pushed: list[Pushed | Refused] = [_take_in(connection, county, device, asked, now_s)]
    for one in asked.beside:
        try:
            pushed.append(_take_in(connection, county_of(connection), device, one, now_s))
        except Refused as refused:
            if refused.code not in _OF_ONE_STREAM:
                raise
            pushed.append(refused)
    after = _After(
        county_of(connection), device, streams_of(connection, device.id), cuts_of(connection), now_s
    )
    beside: list[Beside] = []
    left = asked.max_bytes
    for one, taken in zip(asked.beside, pushed[1:], strict=True):
        if isinstance(taken, Refused):
            beside.append(Beside(one.hello.stream, refused=taken.code))
            continue
        reply = _reply(connection, after, one, taken, left)
        left -= sum(len(effect) for page in reply.pages for effect in page.effects)
        beside.append(Beside(one.hello.stream, reply))
    assert isinstance(pushed[0], Pushed)
    reply = _reply(connection, after, asked, pushed[0], left)
    return msgspec.structs.replace(reply, beside=tuple(beside))


def _take_in(
    connection: Connection, county: Row[Any], device: Row[Any], asked: Exchange, now_s: int
) -> Pushed:
    """What one stream pushes. Refused before anything of it is stored."""
    streams = streams_of(connection, device.id)
    stream = asked.hello.stream
    if stream not in streams:
        raise Refused(403, "out_of_scope")
    active = is_active(device)
    if not active and asked.segment is None and asked.piece is None:
        raise Refused(403, "device_revoked")
    segment = asked.segment
    if asked.piece is not None:
        came = uploads.take(connection, device.id, stream, asked.piece)
        if isinstance(came, int):
            return Pushed(held_bytes=came)
        segment = came
    if segment is None:
        return Pushed()
    if segment.proto != PROTOCOL:
        raise Refused(400, "wrong_proto")
    log = Log(connection, county, now_s)
    authors, supervisors = _authors(connection, device)
    writer = Writer(device.id, stream, active, authors, _further(stream, streams), supervisors)
    pushed = push(connection, log, device, writer, _commune(connection, stream), segment, now_s)
    log.write()
    return pushed


class _After(msgspec.Struct, frozen=True):
    """What every reply to one request rests on, after all of it was taken in."""

    county: Row[Any]
    device: Row[Any]
    streams: frozenset[str]
    cuts: dict[int, int]
    now_s: int


def _reply(connection: Connection, after: _After, asked: Exchange, pushed: Pushed, max_bytes: int) -> Reply:
    """What the county holds of one stream."""
    county, device = after.county, after.device
    held = chain_of(connection, asked.hello.replica, device.id, asked.hello.stream)
    have, forked_at = common_mark(asked.hello.marks, held.tip, held.hash_at)
    wanted = msgspec.structs.replace(asked, max_bytes=max(0, min(asked.max_bytes, max_bytes)))
    told, part = _told(connection, after, wanted) if is_active(device) else ((), None)
    return Reply(
        proto=PROTOCOL,
        epoch=county.epoch,
        head=county.csn,
        head_hash=county.log_hash,
        have=have,
        forked_at=pushed.forked_at if pushed.forked_at is not None else forked_at,
        answers=pushed.answers,
        pages=told,
        time_s=after.now_s,
        durable_csn=county.durable_csn,
        epoch_cuts=after.cuts,
        lease_days=lease_days_of(county),
        snapshots=(part,) if part is not None else (),
        held_bytes=pushed.held_bytes,
    )


def contradicts(connection: Connection, county: Row[Any], asked: Exchange) -> bool:
    """Whether the laptop remembers another log than this one: somebody put the county back without saying so."""

    def hash_at(csn: int) -> bytes | None:
        place = tables.log.c.csn == csn
        return connection.execute(select(tables.log.c.log_hash).where(place)).scalar_one_or_none()

    return is_contradicted(asked, county.epoch, county.csn, hash_at)


def _keep_doubt(connection: Connection, device: Row[Any], asked: Exchange, now_s: int) -> None:
    """Note who remembers the log otherwise, and where, for the office to see."""
    csn = asked.witness.n if asked.witness else 0
    values = {"doubted_csn": csn, "doubted_at": now_s, "doubted_by": device.id}
    connection.execute(update(tables.county).values(values))


def _told(
    connection: Connection, after: _After, asked: Exchange
) -> tuple[tuple[Page, ...], SnapshotPart | None]:
    """What is new to the laptop, page by page; or, with nothing on its page yet, the next bytes of a snapshot."""
    if not asked.cursors:
        return (), None
    county, streams = after.county, after.streams
    cursors = {
        stream: start_of_pull((asked.epoch, cursor), county.epoch, after.cuts, county.csn)
        for stream, cursor in {
            **dict.fromkeys(_further(asked.hello.stream, streams), 0),
            **asked.cursors,
        }.items()
    }
    with only_for(connection, after.device.id):
        part = snapshots.part(connection, asked, cursors) if cursors.keys() <= streams else None
        if part is not None:
            return (Page(part.stream, (), cursors[part.stream], True),), part
        return pages(connection, streams, cursors, asked.max_bytes, county.csn), None


def _further(stream: str, streams: frozenset[str]) -> tuple[str, ...]:
    """What else a laptop that serves several communes holds in the same compartment."""
    name = compartment_of_stream(stream)
    return tuple(sorted(one for one in streams if one != stream and compartment_of_stream(one) == name))


def _authors(connection: Connection, device: Row[Any]) -> tuple[frozenset[bytes], frozenset[bytes]]:
    """Who may write on this laptop, and those of them whom the office knows as supervisors: no laptop makes one."""
    rows = connection.execute(
        select(tables.worker.c.id, tables.worker.c.profession, tables.worker.c.status)
        .join(tables.device_worker, tables.device_worker.c.worker == tables.worker.c.id)
        .where(tables.device_worker.c.device == device.id, tables.worker.c.status.in_(WRITING))
    ).all()
    supervisors = (row.id for row in rows if row.status == ACTIVE and may(row.profession, SUPERVISE))
    return frozenset(row.id for row in rows), frozenset(supervisors)


def _commune(connection: Connection, stream: str) -> Row[Any]:
    code = commune_of_stream(stream)
    return connection.execute(select(tables.commune).where(tables.commune.c.code == code)).one()
