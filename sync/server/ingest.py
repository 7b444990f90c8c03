"""Taking in a segment: does it continue the chain, whose is it, and what becomes of each save.

Each txn of a segment that continues its chain gets one answer for ever: the same ``txn_id`` never gets a second place,
also when a laptop that was restored brings it under a new replica. One that cannot be used is parked with its content
and hinders nothing. A segment that forks or leaves a gap is not taken at all; the answer says where to go on.
"""

from collections.abc import Callable
from typing import Any

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Connection, Row, select, update

from app.domain.ids import ID_BYTES
from sync.core.chain import Fork, Gap, Link, genesis, join, links_of, segment_claim
from sync.core.county import KEY_BYTES, Writer, reason_to_park
from sync.core.merge import own_chain
from sync.protocol import Answer, Mark, Op, Outcome, ProtocolError, Segment, Txn, decode
from sync.server import tables
from sync.server.log import Log, Origin, insert_replica, move_tip
from sync.server.refusal import Refused
from sync.server.store import chunks


class Chain(msgspec.Struct, frozen=True):
    """What the county holds of one replica."""

    replica: bytes
    tip: Mark
    known: bool
    hash_at: Callable[[int], bytes | None]


class Pushed(msgspec.Struct, frozen=True):
    """What became of a segment; ``forked_at`` when it was not taken because the chains differ from there on."""

    answers: tuple[Answer, ...] = ()
    forked_at: int | None = None


def chain_of(connection: Connection, replica: bytes, device: bytes, stream: str) -> Chain:
    """The chain the county holds, perhaps empty; Refused when the replica is another device's or stream's."""
    if len(replica) != ID_BYTES:
        raise Refused(400, "malformed")
    row = connection.execute(select(tables.replica).where(tables.replica.c.id == replica)).one_or_none()
    if row is not None and (row.device, row.stream) != (device, stream):
        raise Refused(403, "foreign_replica")
    tip = Mark(row.tip_n, row.tip_h) if row else Mark(0, genesis(replica))

    def hash_at(n: int) -> bytes | None:
        if n == 0:
            return genesis(replica)
        return _hash_in_chain(connection, replica, n) if n <= tip.n else None

    return Chain(replica, tip, row is not None, hash_at)


def push(
    connection: Connection, log: Log, device: Row[Any], writer: Writer, commune: Row[Any], segment: Segment
) -> Pushed:
    """Take in a segment under the county's lock; the caller writes the log."""
    if not segment.txns:
        return Pushed()
    if segment.from_n < 1:
        raise Refused(400, "malformed")
    held = chain_of(connection, segment.replica, writer.device, writer.stream)
    # The places are compared before the hashes are computed: what lies before a gap may bring keys they need.
    parting = join(segment, [], held.tip, held.hash_at)
    links: list[Link] = []
    if isinstance(parting, list):
        links = _verified_links(log, device, commune, segment)
        parting = join(segment, links, held.tip, held.hash_at)
    if isinstance(parting, Fork):
        _count_fork(connection, segment.replica)
        return Pushed(forked_at=parting.n)
    if isinstance(parting, Gap):
        return Pushed()
    return Pushed(_take(connection, log, writer, commune.code, segment, held, links))


def _verified_links(log: Log, device: Row[Any], commune: Row[Any], segment: Segment) -> list[Link]:
    log.load((), [op.family for txn in segment.txns for op in _ops(txn) if op.family is not None])

    def key_of_family(family: bytes | None) -> bytes:
        key = commune.key if family is None else log.key_of(family)
        if key is None:
            raise Refused(409, "unknown_family")
        assert isinstance(key, bytes)
        return key

    try:
        links = links_of(segment, key_of_family)
    except ProtocolError:
        raise Refused(400, "malformed") from None
    tip = Mark(links[-1].header.n, links[-1].h)
    try:
        Ed25519PublicKey.from_public_bytes(device.sign_key).verify(
            segment.sig, segment_claim(log.county, segment.replica, tip)
        )
    except InvalidSignature:
        raise Refused(400, "bad_segment_signature") from None
    return links


def _take(
    connection: Connection,
    log: Log,
    writer: Writer,
    commune: str,
    segment: Segment,
    held: Chain,
    links: list[Link],
) -> tuple[Answer, ...]:
    origin = Origin(
        segment.replica, writer.device, writer.stream, commune, _lineage(connection, segment, writer, held)
    )
    ops_of = {link.header.n: _ops(link.txn) for link in links}
    new = [link for link in links if link.header.n > held.tip.n]
    log.load([op.record for link in new for op in ops_of[link.header.n]], ())
    answered = _answered(connection, links)
    answers: list[Answer] = []
    for link in links:
        header = link.header
        answer = answered.get(header.txn_id)
        if answer is None:
            own = own_chain(segment.replica, header.n, origin.lineage)
            ops = ops_of[header.n]
            reason = reason_to_park(link, ops, writer, log.record, log.commune_of)
            answer = log.append(link, ops, origin, own, reason)
            answered[header.txn_id] = answer
        elif header.n > held.tip.n:
            log.chain(segment.replica, Mark(header.n, link.h), answer.csn)
        answers.append(msgspec.structs.replace(answer, n=header.n))
    tip = Mark(links[-1].header.n, links[-1].h)
    if not held.known:
        insert_replica(connection, origin, tip, segment.parent)
    elif tip.n > held.tip.n:
        move_tip(connection, segment.replica, tip)
    return tuple(answers)


def _answered(connection: Connection, links: list[Link]) -> dict[bytes, Answer]:
    """The answers that txns of the segment got earlier, in whatever chain."""
    txns = {link.header.txn_id: link.txn for link in links}
    if len(txns) < len(links):
        raise Refused(400, "txn_id_reused")
    answers: dict[bytes, Answer] = {}
    for ids in chunks(list(txns)):
        for row in connection.execute(select(tables.log).where(tables.log.c.txn_id.in_(ids))):
            # To call another save durable because it bears a known id would lose it.
            if decode(row.txn, Txn).ops != txns[row.txn_id].ops:
                raise Refused(400, "txn_id_reused")
            answers[row.txn_id] = Answer(row.n, row.txn_id, Outcome(row.outcome), row.csn, row.reason)
    return answers


def _lineage(
    connection: Connection, segment: Segment, writer: Writer, held: Chain
) -> dict[bytes, tuple[bytes, int]]:
    """The former replicas this one continues, as far as their hashes are the ones held here."""
    parents: dict[bytes, tuple[bytes, int]] = {}
    current = segment.replica
    parent = segment.parent if not held.known else None
    link = (parent.replica, parent.n, parent.h) if parent else _parent_of(connection, current)
    while link is not None and current not in parents:
        replica, n, h = link
        row = connection.execute(select(tables.replica).where(tables.replica.c.id == replica)).one_or_none()
        if row is None or (row.device, row.stream) != (writer.device, writer.stream):
            break
        if h != (_hash_in_chain(connection, replica, n) if n > 0 else genesis(replica)):
            break
        parents[current] = (replica, n)
        current, link = replica, _parent_of(connection, replica)
    return parents


def _parent_of(connection: Connection, replica: bytes) -> tuple[bytes, int, bytes] | None:
    columns = (tables.replica.c.parent, tables.replica.c.parent_n, tables.replica.c.parent_h)
    row = connection.execute(select(*columns).where(tables.replica.c.id == replica)).one_or_none()
    return (row.parent, row.parent_n, row.parent_h) if row is not None and row.parent is not None else None


def _hash_in_chain(connection: Connection, replica: bytes, n: int) -> bytes | None:
    place = (tables.chain.c.replica == replica) & (tables.chain.c.n == n)
    return connection.execute(select(tables.chain.c.h).where(place)).scalar_one_or_none()


def _count_fork(connection: Connection, replica: bytes) -> None:
    connection.execute(
        update(tables.replica).where(tables.replica.c.id == replica).values(forks=tables.replica.c.forks + 1)
    )


def _ops(txn: Txn) -> list[Op]:
    try:
        ops = [decode(encoded, Op) for encoded in txn.ops]
    except ProtocolError:
        raise Refused(400, "malformed") from None
    if any(op.family_key is not None and len(op.family_key) != KEY_BYTES for op in ops):
        raise Refused(400, "malformed")
    return ops
