"""A family moves to another commune: one txn of the county takes it out of the old streams and puts it into the new ones.

Laptops of the old commune push what they have of it, then let it go; those of the new one receive everything that stands,
open conflicts and the family's key included, and hear the names of who wrote of it. The old streams keep no word of it, so a laptop that joins that commune later
never sees it. What somebody saved without having heard follows the family.
"""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from app.domain.access import TEAM, compartments
from app.domain.ids import ID_BYTES
from app.domain.kinds import ELSEWHERE, FAMILY
from sync.core.homes import HAND_OVER, HandOver, hand_over, streams_of_hand_over, without_family
from sync.core.merge import RecordState, open_conflicts, shown_groups
from sync.protocol import (
    Effect,
    Left,
    Op,
    Parting,
    compartment_of_stream,
    raw,
    stream_name,
)
from sync.server import chunk_store, county_chain, journal, snapshots, tables
from sync.server.accounts import AccountProblem, Fact, commune_code, tell_commune
from sync.server.log import Log
from sync.server.overview import states

ROWS_AT_ONCE = 500


class HandedOver(msgspec.Struct, frozen=True):
    """What a hand-over did."""

    family: bytes
    from_name: str
    to_name: str
    records: int
    open_conflicts: int
    csn: int


def hand_over_family(
    connection: Connection, county: Row[Any], family: bytes, to: str, by: str, now_s: int
) -> HandedOver:
    """Hand a family with everything that belongs to it over to commune ``to``; AccountProblem when that cannot be."""
    log = Log(connection, county, now_s)
    records = log.load_family(family)
    home, key = log.home_of(family), log.key_of(family)
    if home is None or key is None or not records:
        raise AccountProblem(f"There is no family {family.hex()} in this county.")
    old, new = _commune(connection, home.commune), _commune(connection, commune_code(county.country, to))
    if old.code == new.code:
        raise AccountProblem(f"The family belongs to {old.name} already.")
    held = _by_compartment(log, records)
    said_of_it = HandOver(new.code, new.name, streams_of_hand_over(old.code, new.code, held))
    op = Op(HAND_OVER, family, None, 1, (log.epoch, log.csn), {HAND_OVER: raw(said_of_it)})
    said = county_chain.write(connection, log, old, stream_name(old.code, TEAM), [op], now_s)
    left = Left(family, Parting.HANDED_OVER, new.name)

    def effects(csn: int, log_hash: bytes) -> dict[str, Effect]:
        told = Effect(csn, log_hash, said.link.header.txn_id, log.county, log.county, now_s, ())
        return hand_over(told, left, old.code, new.code, held, key)

    csn = log.act(said.link, said.origin, effects).csn
    for compartment, moved in held.items():
        log.move(moved, stream_name(new.code, compartment), csn)
        chunk_store.move(
            connection, family, stream_name(old.code, compartment), stream_name(new.code, compartment)
        )
    tell_commune(connection, log, new, _who_worked_there(connection, old.code, new.code, held), now_s)
    log.write()
    _move_home(connection, family, old.code, new.code, csn)
    for compartment in compartments():
        forget_in_stream(connection, stream_name(old.code, compartment), family)
    journal.note(connection, by, HAND_OVER, {"family": family.hex(), "to": new.code, "csn": csn}, now_s)
    conflicts = sum(len(open_conflicts(state)) for moved in held.values() for state in moved.values())
    return HandedOver(family, old.name, new.name, len(records), conflicts, csn)


def _commune(connection: Connection, code: str) -> Row[Any]:
    row = connection.execute(select(tables.commune).where(tables.commune.c.code == code)).one_or_none()
    if row is None:
        raise AccountProblem(f"There is no commune {code} in this county.")
    return row


def _by_compartment(log: Log, records: Iterable[bytes]) -> dict[str, dict[bytes, RecordState]]:
    held: dict[str, dict[bytes, RecordState]] = {name: {} for name in compartments()}
    for record in records:
        kept, state = log.record(record), log.state(record)
        if kept is not None and state is not None:
            held.setdefault(compartment_of_stream(kept.stream), {})[record] = state
    return held


def _who_worked_there(
    connection: Connection, old: str, new: str, held: Mapping[str, Mapping[bytes, RecordState]]
) -> dict[bytes, Fact]:
    """Whoever wrote of the family, and those whose last saves may still follow it: people of this office, not of the family."""
    authors = {
        one.author
        for records in held.values()
        for state in records.values()
        for siblings in state.groups.values()
        for one in siblings
    }
    worker = tables.worker
    rows = connection.execute(select(worker).where(worker.c.commune != new).order_by(worker.c.id))
    return {
        hashlib.sha256(b"vatra/elsewhere" + new.encode() + row.id).digest()[:ID_BYTES]: Fact(
            ELSEWHERE, {"worker": row.id, "name": row.name, "profession": row.profession}
        )
        for row in rows
        if row.id in authors or row.commune == old
    }


def _move_home(connection: Connection, family: bytes, old: str, new: str, csn: int) -> None:
    left = tables.family_departure
    connection.execute(update(tables.family).where(tables.family.c.id == family).values(commune=new))
    connection.execute(delete(left).where(left.c.family == family, left.c.commune.in_((old, new))))
    connection.execute(insert(left).values(family=family, commune=old, csn=csn))


def family_numbered(connection: Connection, commune: str, number: str) -> bytes:
    """The one family of a commune that its workers gave this number; AccountProblem for none or several."""
    found = [
        record
        for code, record, state in states(connection)
        if (code, state.kind) == (commune, FAMILY.name)
        and shown_groups(state).get("number", {}).get("number") == number
    ]
    if len(found) != 1:
        raise AccountProblem(f"{len(found)} families of {commune} have the number {number}.")
    return found[0]


def forget_in_stream(connection: Connection, stream: str, family: bytes) -> None:
    """Take a family's records out of what a stream still tells."""
    snapshots.drop(connection, stream)
    changed: list[dict[str, Any]] = []
    effect = tables.effect
    after = 0
    while True:
        rows = connection.execute(
            select(effect.c.csn, effect.c.body)
            .where(effect.c.stream == stream, effect.c.csn > after)
            .order_by(effect.c.csn)
            .limit(ROWS_AT_ONCE)
        ).all()
        for row in rows:
            body = without_family(row.body, family)
            if body is not None:
                changed.append({"of_stream": stream, "at_csn": row.csn, "new_body": body})
        if len(rows) < ROWS_AT_ONCE:
            break
        after = rows[-1].csn
    if changed:
        connection.execute(_UPDATE_EFFECT, changed)


_UPDATE_EFFECT = (
    update(tables.effect)
    .where(tables.effect.c.stream == bindparam("of_stream"), tables.effect.c.csn == bindparam("at_csn"))
    .values(body=bindparam("new_body"))
)
