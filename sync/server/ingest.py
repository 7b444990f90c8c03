"""Taking in a segment: does it continue the chain, whose is it, and what becomes of each save.

Each txn of a segment that continues its chain gets one answer for ever: the same ``txn_id`` never gets a second place,
also when a laptop that was restored brings it under a new replica. One that cannot be used is parked with its content
and hinders nothing. A segment that forks or leaves a gap is not taken at all; the answer says where to go on.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import Connection, Row, select, update

from app.domain.ids import ID_BYTES
from sync.core.chain import (
    Fork,
    Gap,
    KeyOfFamily,
    Link,
    genesis,
    join,
    links_of,
    says_the_same,
    segment_claim,
)
from sync.core.county import KEY_BYTES, Writer, reason_to_park
from sync.core.homes import stream_of_save
from sync.core.ingest import Known, take, verified_lineage
from sync.core.merge import Lineage, Place, TakenOver
from sync.protocol import Answer, Mark, Op, Outcome, Parent, ProtocolError, Segment, Txn, decode
from sync.server import tables
from sync.server.colleagues import Introduction, introduce, introductions
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
    """What became of a segment; ``forked_at`` when it was not taken because the chains differ from there on, ``held_bytes`` as long
    as it comes in pieces.
    """

    answers: tuple[Answer, ...] = ()
    forked_at: int | None = None
    held_bytes: int = 0


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
    connection: Connection,
    log: Log,
    device: Row[Any],
    writer: Writer,
    commune: Row[Any],
    segment: Segment,
    now_s: int,
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
    ops = [_ops(txn) for txn in segment.txns]
    key_of_family = _keys(log, commune, segment)
    if isinstance(parting, list):
        links = _verified_links(log, device, commune, segment, ops, key_of_family)
        parting = join(segment, links, held.tip, held.hash_at)
    if isinstance(parting, Fork):
        _count_fork(connection, segment.replica)
        return Pushed(forked_at=parting.n)
    if isinstance(parting, Gap):
        return Pushed()
    ops_of = {link.header.n: of_link for link, of_link in zip(links, ops, strict=True)}
    said = _introductions(writer, links, ops_of)
    writer = msgspec.structs.replace(writer, authors=writer.authors | said.keys())
    answers = _take(connection, log, writer, commune.code, segment, held, links, ops_of, key_of_family)
    if said:
        introduce(connection, log, commune, writer.device, said, now_s)
    return Pushed(answers)


def _introductions(
    writer: Writer, links: Sequence[Link], ops_of: Mapping[int, Sequence[Op]]
) -> dict[bytes, Introduction]:
    """Colleagues this segment introduces, said by somebody who may write."""
    if not writer.device_active:
        return {}
    said = (link for link in links if link.header.author in writer.authors)
    return introductions(op for link in said for op in ops_of[link.header.n])


def _keys(log: Log, commune: Row[Any], segment: Segment) -> KeyOfFamily:
    """Keys the county has, and those the segment brings because it lacks them: lost in a restore, or erased."""

    def key_of_family(family: bytes | None) -> bytes:
        key = commune.key if family is None else log.key_of(family) or segment.family_keys.get(family)
        if key is None:
            raise Refused(409, "unknown_family")
        assert isinstance(key, bytes)
        return key

    return key_of_family


def _verified_links(
    log: Log,
    device: Row[Any],
    commune: Row[Any],
    segment: Segment,
    ops: Iterable[Sequence[Op]],
    key_of_family: KeyOfFamily,
) -> list[Link]:
    named = {op.family for of_txn in ops for op in of_txn if op.family is not None}
    log.load((), named)
    if any(len(key) != KEY_BYTES for key in segment.family_keys.values()):
        raise Refused(400, "malformed")
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
    # The signed head vouches for the keys it was computed with.
    for family in sorted(named & segment.family_keys.keys()):
        log.keep_family(family, segment.family_keys[family], commune.code)
    return links


class _Incoming(msgspec.Struct, frozen=True):
    """Writes what one segment brings into the log."""

    log: Log
    origin: Origin
    writer: Writer
    key_of_family: KeyOfFamily

    def append(self, link: Link, ops: Sequence[Op], own: Lineage) -> Answer:
        log = self.log
        if log.is_erased(ops):
            return log.append_erased(link, self.origin, self.key_of_family)
        stream = stream_of_save(ops, self.writer.writes_to, log.record, log.home_of, log.seen)
        reason = reason_to_park(link, ops, self.writer, log.record, stream, log.state, log.seen)
        return log.append(link, ops, self.origin, own, reason, stream)

    def chain(self, mark: Mark, csn: int) -> None:
        self.log.chain(self.origin.replica, mark, csn)


def _take(
    connection: Connection,
    log: Log,
    writer: Writer,
    commune: str,
    segment: Segment,
    held: Chain,
    links: list[Link],
    ops_of: Mapping[int, Sequence[Op]],
    key_of_family: KeyOfFamily,
) -> tuple[Answer, ...]:
    parent = parent_of(connection, segment.replica) if held.known else segment.parent
    lineage = lineage_of(connection, segment.replica, parent, writer.device, writer.stream)
    origin = Origin(segment.replica, writer.device, writer.stream, commune)
    log.load([op.record for link in links if link.header.n > held.tip.n for op in ops_of[link.header.n]], ())
    answers = take(
        links,
        ops_of,
        replica=segment.replica,
        held_n=held.tip.n,
        known=_known(connection, links, key_of_family),
        lineage=lineage,
        taken_over=_taken_over(connection, [segment.replica, *(parent for parent, _ in lineage.values())]),
        ledger=_Incoming(log, origin, writer, key_of_family),
    )
    tip = Mark(links[-1].header.n, links[-1].h)
    if not held.known:
        insert_replica(connection, origin, tip, segment.parent)
    elif tip.n > held.tip.n:
        move_tip(connection, segment.replica, tip)
    return answers


def _known(connection: Connection, links: list[Link], key_of_family: KeyOfFamily) -> dict[bytes, Known]:
    """The answers that txns of the segment got earlier, in whatever chain."""
    txns = {link.header.txn_id: link.txn for link in links}
    if len(txns) < len(links):
        raise Refused(400, "txn_id_reused")
    known: dict[bytes, Known] = {}
    for ids in chunks(list(txns)):
        for row in connection.execute(select(tables.log).where(tables.log.c.txn_id.in_(ids))):
            # To call another save durable because it bears a known id would lose it.
            if not says_the_same(decode(row.txn, Txn), txns[row.txn_id], key_of_family):
                raise Refused(400, "txn_id_reused")
            outcome = Outcome(row.outcome) if row.erased_csn is None else Outcome.ERASED
            answer = Answer(row.n, row.txn_id, outcome, row.csn, row.reason)
            known[row.txn_id] = Known(answer, row.replica)
    return known


def _taken_over(connection: Connection, lineage: list[bytes]) -> list[TakenOver]:
    """Txns that these chains hold and that came to the log in another one: they were chained again after a fork."""
    if len(lineage) == 1:  # no former replica that is believed; still there may be txns of one that is not
        has_parent = tables.replica.c.id == lineage[0], tables.replica.c.parent.is_not(None)
        if connection.execute(select(tables.replica.c.id).where(*has_parent)).one_or_none() is None:
            return []
    chain, log = tables.chain.c, tables.log.c
    rows = connection.execute(
        select(chain.replica, chain.n, log.replica.label("first"), log.n.label("first_n"))
        .join_from(tables.chain, tables.log, chain.csn == log.csn)
        .where(chain.replica.in_(lineage), chain.replica != log.replica)
    )
    return [TakenOver(Place(row.replica, row.n), Place(row.first, row.first_n)) for row in rows]


def lineage_of(
    connection: Connection, replica: bytes, parent: Parent | None, device: bytes, stream: str
) -> dict[bytes, tuple[bytes, int]]:
    """The former replicas a chain continues, as it says; only chains of the same device and stream are looked at."""

    def hash_at(former: bytes, n: int) -> bytes | None:
        row = connection.execute(select(tables.replica).where(tables.replica.c.id == former)).one_or_none()
        ours = row is not None and (row.device, row.stream) == (device, stream)
        return _hash_in_chain(connection, former, n) if ours else None

    return verified_lineage(replica, parent, lambda former: parent_of(connection, former), hash_at)


def parent_of(connection: Connection, replica: bytes) -> Parent | None:
    """Where a replica says it continues a former one."""
    columns = (tables.replica.c.parent, tables.replica.c.parent_n, tables.replica.c.parent_h)
    row = connection.execute(select(*columns).where(tables.replica.c.id == replica)).one_or_none()
    if row is None or row.parent is None:
        return None
    return Parent(row.parent, row.parent_n, row.parent_h)


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
