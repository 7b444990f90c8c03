"""What the county sees: counts for everybody, and a whole family for those who may.

Everything is read from the fold of the log in one transaction. A record that was taken back is not counted; one that
somebody edited without knowing that is, and it is an open conflict.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from app.domain.kinds import FAMILY, PERSON, VISIT
from sync.core.merge import RecordState, is_voided, open_conflicts, shown_groups
from sync.protocol import Outcome, commune_of_stream, plain
from sync.server import tables
from sync.server.log import state_of
from sync.server.store import Store, county_of


class Counts(msgspec.Struct, frozen=True):
    """What the county holds."""

    families: int
    person_records: int
    visits: int
    open_conflicts: int
    csn: int


class CommuneLine(msgspec.Struct, frozen=True):
    """One commune in ``vatra-county status``."""

    code: str
    name: str
    families: int
    person_records: int
    visits: int
    open_conflicts: int
    parked: int
    last_contact_at: int | None


class Status(msgspec.Struct, frozen=True):
    """The county at one moment."""

    name: str
    csn: int
    epoch: int
    communes: tuple[CommuneLine, ...]
    doubt: "Doubt | None" = None

    def as_plain(self) -> Any:
        return msgspec.to_builtins(self)


class Doubt(msgspec.Struct, frozen=True):
    """A laptop saw of this log what it does not hold: the database was put back without a new epoch."""

    device: str
    csn: int
    at: int


class DeviceLine(msgspec.Struct, frozen=True):
    """One laptop in ``vatra-county devices``."""

    id: bytes
    commune: str
    name: str
    workers: tuple[str, ...]
    worker_ids: tuple[bytes, ...]
    status: str
    enrolled_at: int
    last_contact_at: int | None
    forks: int
    stale_nonces: int

    def hints(self) -> tuple[str, ...]:
        """What the office should look at."""
        return ("was restored from a backup or copied",) if self.forks else ()

    def as_plain(self) -> dict[str, Any]:
        values = msgspec.structs.asdict(self)
        return values | {
            "id": self.id.hex(),
            "workers": list(self.workers),
            "worker_ids": [one.hex() for one in self.worker_ids],
        }


class ValueView(msgspec.Struct, frozen=True):
    """One value of a group: who wrote it, on which laptop, when by their clock, and its place in the log."""

    author: bytes
    author_name: str | None
    device: bytes
    at_s: int
    csn: int
    fields: dict[str, Any]


class RecordView(msgspec.Struct, frozen=True):
    """A record with everything that stands: shown values, and all siblings of each group."""

    id: bytes
    kind: str
    family: bytes | None
    stream: str
    csn: int
    voided: bool
    shown: dict[str, dict[str, Any]]
    siblings: dict[str, tuple[ValueView, ...]]
    open_conflicts: tuple[str, ...]


class FamilyView(msgspec.Struct, frozen=True):
    """All records of a family, by kind and then by their first place in the log."""

    family: bytes
    records: tuple[RecordView, ...]

    def of_kind(self, kind: str) -> tuple[RecordView, ...]:
        return tuple(record for record in self.records if record.kind == kind)


def counts(store: Store) -> Counts:
    """Families, person records, visits and open conflicts of the whole county."""
    with store.reading() as connection:
        found = _count_all(connection)
        total: Counter[str] = Counter()
        for of_commune in found.values():
            total.update(of_commune)
        return Counts(
            families=total[FAMILY.name],
            person_records=total[PERSON.name],
            visits=total[VISIT.name],
            open_conflicts=total[_CONFLICTS],
            csn=county_of(connection).csn,
        )


def status(store: Store) -> Status:
    """The county and each of its communes."""
    with store.reading() as connection:
        county = county_of(connection)
        found = _count_all(connection)
        parked = _parked(connection)
        contacts = dict(
            connection.execute(
                select(tables.device.c.commune, func.max(tables.device.c.last_contact_at)).group_by(
                    tables.device.c.commune
                )
            ).all()
        )
        communes = connection.execute(select(tables.commune).order_by(tables.commune.c.code)).all()
        return Status(
            county.name,
            county.csn,
            county.epoch,
            tuple(
                CommuneLine(
                    code=row.code,
                    name=row.name,
                    families=found[row.code][FAMILY.name],
                    person_records=found[row.code][PERSON.name],
                    visits=found[row.code][VISIT.name],
                    open_conflicts=found[row.code][_CONFLICTS],
                    parked=parked[row.code],
                    last_contact_at=contacts.get(row.code),
                )
                for row in communes
            ),
            Doubt(county.doubted_by.hex(), county.doubted_csn, county.doubted_at)
            if county.doubted_at is not None
            else None,
        )


def device_lines(connection: Connection) -> tuple[DeviceLine, ...]:
    """Every laptop, oldest first."""
    forks = dict(
        connection.execute(
            select(tables.replica.c.device, func.sum(tables.replica.c.forks)).group_by(
                tables.replica.c.device
            )
        ).all()
    )
    workers: defaultdict[bytes, list[tuple[str, bytes]]] = defaultdict(list)
    joined = tables.worker.join(tables.device_worker, tables.device_worker.c.worker == tables.worker.c.id)
    for row in connection.execute(
        select(tables.device_worker.c.device, tables.worker.c.name, tables.worker.c.id).select_from(joined)
    ):
        workers[row.device].append((row.name, row.id))
    rows = connection.execute(select(tables.device).order_by(tables.device.c.enrolled_at, tables.device.c.id))
    return tuple(
        DeviceLine(
            id=row.id,
            commune=row.commune,
            name=row.name,
            workers=tuple(name for name, _ in sorted(workers[row.id])),
            worker_ids=tuple(worker for _, worker in sorted(workers[row.id])),
            status=row.status,
            enrolled_at=row.enrolled_at,
            last_contact_at=row.last_contact_at,
            forks=int(forks.get(row.id) or 0),
            stale_nonces=row.stale_nonces,
        )
        for row in rows
    )


def family_view(store: Store, family: bytes) -> FamilyView:
    """Everything the county holds of a family; without records when it holds nothing."""
    with store.reading() as connection:
        names = {
            row.id: row.name for row in connection.execute(select(tables.worker.c.id, tables.worker.c.name))
        }
        rows = connection.execute(select(tables.record).where(tables.record.c.family == family)).all()
        views = [_view(row.id, row.stream, state_of(row), names) for row in rows]
    return FamilyView(family, tuple(sorted(views, key=lambda view: (view.kind, _first_csn(view), view.id))))


def states(connection: Connection) -> Iterator[tuple[str, bytes, RecordState]]:
    """(commune, record id, state) of every record that stands."""
    for row in connection.execute(select(tables.record).order_by(tables.record.c.id)):
        state = state_of(row)
        if not is_voided(state):
            yield commune_of_stream(row.stream), row.id, state


_CONFLICTS = "open conflicts"


def _count_all(connection: Connection) -> defaultdict[str, Counter[str]]:
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for commune, _record, state in states(connection):
        found[commune][state.kind] += 1
        found[commune][_CONFLICTS] += len(open_conflicts(state))
    return found


def _parked(connection: Connection) -> Counter[str]:
    joined = tables.log.join(tables.replica, tables.replica.c.id == tables.log.c.replica)
    decided = select(tables.decision.c.txn_id)
    rows = connection.execute(
        select(tables.replica.c.stream, func.count())
        .select_from(joined)
        .where(tables.log.c.outcome == Outcome.PARKED.value, tables.log.c.txn_id.not_in(decided))
        .group_by(tables.replica.c.stream)
    )
    found: Counter[str] = Counter()
    for stream, number in rows:
        found[commune_of_stream(stream)] += number
    return found


def _view(record: bytes, stream: str, state: RecordState, names: dict[bytes, str]) -> RecordView:
    return RecordView(
        id=record,
        kind=state.kind,
        family=state.family,
        stream=stream,
        csn=state.csn,
        voided=is_voided(state),
        shown=shown_groups(state),
        siblings={
            group: tuple(
                ValueView(one.author, names.get(one.author), one.device, one.at_s, one.csn, plain(one.value))
                for one in siblings
            )
            for group, siblings in state.groups.items()
        },
        open_conflicts=open_conflicts(state),
    )


def _first_csn(view: RecordView) -> int:
    return min((one.csn for siblings in view.siblings.values() for one in siblings), default=view.csn)
