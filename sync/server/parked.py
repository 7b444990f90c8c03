"""Saves that the county keeps aside: what they are, and the office's word on each.

*Approve* applies a save now, as its author wrote it then: under its own name, with what it had seen. *Return* leaves it unapplied
and tells the laptop why, in a sentence of the office. Either is an entry of the county's own in the log and in the
journal. What is shown of a parked save is who brought it and how much it is, never what it says.
"""

from collections import Counter
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, insert, select

from app.domain.kinds import DECISION
from sync.core.chain import Link
from sync.core.merge import own_chain
from sync.protocol import (
    Op,
    Outcome,
    ProtocolError,
    Txn,
    TxnHeader,
    commune_of_stream,
    compartment_of_stream,
    decode,
    encode,
    raw,
    stream_name,
)
from sync.server import county_chain, journal, tables
from sync.server.accounts import AccountProblem
from sync.server.ingest import lineage_of, parent_of
from sync.server.log import Log, Origin

APPROVED, RETURNED = "approved", "returned"
LONGEST_SENTENCE = 500
_NEVER = {
    "malformed": "cannot be read by any laptop. Return it, so that its author writes it again",
    "county_decides": "would change what only the county changes. Change it with the county's own commands, and return it",
}


class ParkedLine(msgspec.Struct, frozen=True):
    """One parked save; ``number`` is its place in the log."""

    number: int
    reason: str
    commune: str
    compartment: str
    worker: str | None
    worker_id: str
    device: str | None
    device_id: str
    received_at: int
    saved_at: int
    kinds: dict[str, int]
    size_bytes: int
    verdict: str | None


class _Parked(msgspec.Struct, frozen=True):
    """A parked save with all that applying it needs."""

    link: Link
    ops: tuple[Op, ...]
    origin: Origin
    reason: str


def lines(connection: Connection, *, decided: bool = False) -> list[ParkedLine]:
    """What waits for a decision, oldest first; with ``decided`` also what does not wait any more."""
    log, chain, decision = tables.log, tables.replica, tables.decision
    rows = connection.execute(
        select(log, chain.c.stream, chain.c.device, decision.c.verdict)
        .join(chain, chain.c.id == log.c.replica)
        .join(decision, decision.c.txn_id == log.c.txn_id, isouter=True)
        .where(log.c.outcome == Outcome.PARKED.value, log.c.erased_csn.is_(None))
        .order_by(log.c.csn)
    ).all()
    names = {
        row.id: row.name
        for table in (tables.worker, tables.device)
        for row in connection.execute(select(table.c.id, table.c.name))
    }
    return [_line(row, names) for row in rows if decided or row.verdict is None]


def approve(connection: Connection, county: Row[Any], number: int, by: str, now_s: int) -> int:
    """Apply a parked save; returns its new place in the log. AccountProblem when that cannot be."""
    log = Log(connection, county, now_s)
    parked = _waiting(connection, number)
    if parked.reason in _NEVER:
        raise AccountProblem(f"Save {number} {_NEVER[parked.reason]}.")
    log.load([op.record for op in parked.ops], [op.family for op in parked.ops if op.family is not None])
    stream = _stream_of(log, parked, number)
    op = _word(log, parked, {"verdict": APPROVED})
    said = county_chain.write(
        connection, log, _commune(connection, parked), parked.origin.stream, [op], now_s
    )
    origin = parked.origin
    parent = parent_of(connection, origin.replica)
    lineage = lineage_of(connection, origin.replica, parent, origin.device, origin.stream)
    own = own_chain(origin.replica, parked.link.header.n, lineage)
    answer = log.approve(said.link, said.origin, _without_outdated(log, parked), origin, stream, own)
    log.write()
    _keep(connection, parked, answer.csn, APPROVED, by, now_s)
    return answer.csn


def send_back(
    connection: Connection, county: Row[Any], number: int, sentence: str, by: str, now_s: int
) -> int:
    """Leave a parked save unapplied and tell its laptop why; returns the place of the decision in the log."""
    words = " ".join(sentence.split())
    if not 0 < len(words) <= LONGEST_SENTENCE:
        raise AccountProblem(
            f"Say why, in at most {LONGEST_SENTENCE} characters: the worker reads this sentence."
        )
    log = Log(connection, county, now_s)
    parked = _waiting(connection, number)
    op = _word(log, parked, {"verdict": RETURNED, "sentence": words, "decided_at": now_s})
    said = county_chain.write(
        connection, log, _commune(connection, parked), parked.origin.stream, [op], now_s
    )
    own = own_chain(said.origin.replica, said.link.header.n, {})
    answer = log.append(said.link, said.ops, said.origin, own, None)
    log.write()
    _keep(connection, parked, answer.csn, RETURNED, by, now_s)
    return answer.csn


def _line(row: Row[Any], names: dict[bytes, str]) -> ParkedLine:
    txn = decode(row.txn, Txn)
    header = decode(txn.header, TxnHeader)
    return ParkedLine(
        number=row.csn,
        reason=row.reason,
        commune=commune_of_stream(row.stream),
        compartment=compartment_of_stream(row.stream),
        worker=names.get(header.author),
        worker_id=header.author.hex(),
        device=names.get(row.device),
        device_id=row.device.hex(),
        received_at=row.received_at,
        saved_at=header.wall_s,
        kinds=dict(Counter(op.kind for op in _ops(txn))),
        size_bytes=len(row.txn),
        verdict=row.verdict,
    )


def _waiting(connection: Connection, number: int) -> _Parked:
    log, chain = tables.log, tables.replica
    row = connection.execute(
        select(log, chain.c.stream, chain.c.device, tables.chain.c.h, tables.decision.c.verdict)
        .join(chain, chain.c.id == log.c.replica)
        .join(tables.chain, (tables.chain.c.replica == log.c.replica) & (tables.chain.c.n == log.c.n))
        .join(tables.decision, tables.decision.c.txn_id == log.c.txn_id, isouter=True)
        .where(log.c.csn == number, log.c.outcome == Outcome.PARKED.value, log.c.erased_csn.is_(None))
    ).one_or_none()
    if row is None:
        raise AccountProblem(f"No parked save has the number {number}; see: vatra-county parked list")
    if row.verdict is not None:
        raise AccountProblem(f"Save {number} was {row.verdict} already.")
    txn = decode(row.txn, Txn)
    link = Link(decode(txn.header, TxnHeader), txn, row.h)
    origin = Origin(row.replica, row.device, row.stream, commune_of_stream(row.stream))
    return _Parked(link, tuple(_ops(txn)), origin, row.reason)


def _ops(txn: Txn) -> list[Op]:
    found: list[Op] = []
    for encoded in txn.ops:
        try:
            found.append(decode(encoded, Op))
        except ProtocolError:
            continue
    return found


def _stream_of(log: Log, parked: _Parked, number: int) -> str:
    """Where the records of the save are today; its own stream for new ones."""
    streams: set[str] = set()
    for op in parked.ops:
        held = log.record(op.record)
        home = log.home_of(op.family) if op.family is not None else None
        if held is not None and held.kind != op.kind:
            raise AccountProblem(f"Save {number} {_NEVER['malformed']}.")
        if held is not None:
            streams.add(held.stream)
        elif home is not None:
            streams.add(stream_name(home.commune, compartment_of_stream(parked.origin.stream)))
    if len(streams) > 1:
        raise AccountProblem(
            f"Save {number} touches records of several communes or compartments and cannot be applied as one. Return it."
        )
    return streams.pop() if streams else parked.origin.stream


def _without_outdated(log: Log, parked: _Parked) -> Link:
    """The save without groups that its own chain wrote anew since: their author knew what he replaced."""
    replica, n = parked.origin.replica, parked.link.header.n
    ops: list[bytes] = []
    for op in parked.ops:
        state = log.state(op.record)
        groups = {
            name: value
            for name, value in op.groups.items()
            if not any(
                (one.replica, one.n > n) == (replica, True)
                for one in (state.groups if state else {}).get(name, ())
            )
        }
        ops.append(encode(msgspec.structs.replace(op, groups=groups)))
    return msgspec.structs.replace(parked.link, txn=Txn(parked.link.txn.header, tuple(ops)))


def _word(log: Log, parked: _Parked, decided: dict[str, Any]) -> Op:
    groups = {DECISION.groups[0].name: raw(decided)}
    return Op(DECISION.name, parked.link.header.txn_id, None, 1, (log.epoch, log.csn), groups)


def _commune(connection: Connection, parked: _Parked) -> Row[Any]:
    code = tables.commune.c.code == parked.origin.commune
    return connection.execute(select(tables.commune).where(code)).one()


def _keep(connection: Connection, parked: _Parked, csn: int, verdict: str, by: str, now_s: int) -> None:
    txn_id = parked.link.header.txn_id
    connection.execute(insert(tables.decision).values(txn_id=txn_id, csn=csn, verdict=verdict))
    facts = {"txn": txn_id.hex(), "reason": parked.reason, "csn": csn}
    journal.note(connection, by, f"parked {verdict}", facts, now_s)
