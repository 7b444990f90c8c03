"""Workers whom a laptop took in by itself, and workers who leave.

A laptop introduces a colleague in a save of its own (kind ``worker``, group ``introduced``). From then on that worker may
write in the streams the laptop has already, so that no work waits; a stream of another profession is only opened to the
laptop when the office confirms. A worker who is revoked writes nothing from the next request on, and every laptop of the
commune hears of it with its next sync.
"""

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, insert, select, update

from app.domain.access import compartments_of
from app.domain.ids import ID_BYTES
from app.domain.kinds import WORKER
from sync.protocol import Op, ProtocolError, decode, stream_name
from sync.server import tables
from sync.server.accounts import AccountProblem, Fact, let_use, tell_commune
from sync.server.log import Log

KEY_BYTES = 32
LONGEST_TEXT = 200
ACTIVE, INTRODUCED, REVOKED = "active", "introduced", "revoked"
WRITING = (ACTIVE, INTRODUCED)
"""Workers with one of these may write."""


class Introduction(msgspec.Struct, frozen=True):
    """What a laptop says of a colleague it took in."""

    introduced_name: str
    introduced_profession: str
    introduced_at: int
    sign_key: bytes
    receive_key: bytes


class WorkerLine(msgspec.Struct, frozen=True):
    """One worker in ``vatra-county workers``."""

    id: str
    commune: str
    name: str
    profession: str
    status: str


def introductions(ops: Iterable[Op]) -> dict[bytes, Introduction]:
    """Worker id -> what is said of a colleague, for those whose words make sense."""
    found: dict[bytes, Introduction] = {}
    for op in ops:
        if op.kind != WORKER.name or "introduced" not in op.groups or len(op.record) != ID_BYTES:
            continue
        try:
            said = decode(op.groups["introduced"], Introduction)
        except ProtocolError:
            continue
        keys_fit = len(said.sign_key) == len(said.receive_key) == KEY_BYTES
        texts = (said.introduced_name, said.introduced_profession)
        if keys_fit and all(0 < len(text) <= LONGEST_TEXT for text in texts):
            found[op.record] = said
    return found


def introduce(
    connection: Connection,
    log: Log,
    commune: Row[Any],
    device: bytes,
    said: dict[bytes, Introduction],
    now_s: int,
) -> None:
    """Keep the colleagues a laptop introduced, and tell the commune; whom the county knows is left as is."""
    known = tables.worker.c.id
    there = set(connection.execute(select(known).where(known.in_(list(said)))).scalars())
    news = {worker: one for worker, one in said.items() if worker not in there}
    for worker, one in news.items():
        connection.execute(
            insert(tables.worker).values(
                id=worker,
                commune=commune.code,
                name=one.introduced_name,
                profession=one.introduced_profession,
                status=INTRODUCED,
                sign_key=one.sign_key,
                receive_key=one.receive_key,
                made_at=now_s,
            )
        )
        let_use(connection, device, worker, ())
    if news:
        facts = {
            worker: worker_fact(commune.code, one.introduced_name, one.introduced_profession, INTRODUCED)
            for worker, one in news.items()
        }
        tell_commune(connection, log, commune, facts, now_s)


def confirm_worker(connection: Connection, county: Row[Any], worker: bytes, now_s: int) -> str:
    """Agree with a colleague a laptop took in; its laptops receive what the profession reads. Returns the name."""
    return _decide(connection, county, worker, ACTIVE, now_s)


def revoke_worker(connection: Connection, county: Row[Any], worker: bytes, now_s: int) -> str:
    """Somebody leaves: nothing of theirs is taken from now on, and laptops let them go. Returns the name."""
    return _decide(connection, county, worker, REVOKED, now_s)


def worker_lines(connection: Connection) -> list[WorkerLine]:
    """Every worker the county knows, by commune and name."""
    table = tables.worker
    rows = connection.execute(select(table).order_by(table.c.commune, table.c.name, table.c.id))
    return [WorkerLine(row.id.hex(), row.commune, row.name, row.profession, row.status) for row in rows]


def _decide(connection: Connection, county: Row[Any], worker: bytes, status: str, now_s: int) -> str:
    table = tables.worker
    row = connection.execute(select(table).where(table.c.id == worker)).one_or_none()
    if row is None:
        raise AccountProblem(f"There is no worker {worker.hex()}; see: vatra-county workers")
    connection.execute(update(table).where(table.c.id == worker).values(status=status))
    commune = connection.execute(select(tables.commune).where(tables.commune.c.code == row.commune)).one()
    if status == ACTIVE:
        used = tables.device_worker
        streams = tuple(stream_name(commune.code, name) for name in compartments_of(row.profession))
        for device in (
            connection.execute(select(used.c.device).where(used.c.worker == worker)).scalars().all()
        ):
            let_use(connection, device, worker, streams)
    log = Log(connection, county, now_s)
    tell_commune(
        connection, log, commune, {worker: worker_fact(commune.code, row.name, row.profession, status)}, now_s
    )
    log.write()
    return str(row.name)


def worker_fact(commune: str, name: str, profession: str, status: str) -> Fact:
    """What the county says of a worker."""
    return Fact(WORKER, {"name": name, "profession": profession, "commune": commune, "status": status})
