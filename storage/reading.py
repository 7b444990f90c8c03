"""Reading records and lists; no function here writes."""

import datetime as dt
import json
from collections.abc import Iterable
from typing import Any, TypeVar

import msgspec

from app.domain.kinds import BACKGROUND, KINDS, PART
from app.domain.records import RECORD_TYPES, Person, Record, Worker
from app.errors import RecordMissing
from storage.compartment import DONE_WITH, Compartment
from storage.driver import Connection
from sync.protocol import plain

R = TypeVar("R", bound=Record)


class Line(msgspec.Struct, frozen=True):
    """A family as lists show it; ``births`` are partial dates of the present members, None where unknown."""

    id: bytes
    name: str
    number: str | None
    village: str | None
    street: str | None
    directions: str | None
    phone: str | None
    status: str | None
    members: int
    births: tuple[str | None, ...]
    last_visit_on: str | None
    next_visit_on: str | None
    pending: bool
    conflicts: int
    commune: str | None = None
    """What the family's commune is called, where it is not the laptop's own."""


_LINE = (
    "id, name, number, village, street, directions, phone, status, members, births, last_visit_on, next_visit_on, "
    "pending, conflicts, (SELECT coalesce(name, family_home.commune) FROM family_home LEFT JOIN commune_name "
    "USING (commune) WHERE family = family_line.id)"
)
_ROW = "id, kind, family, fields, answers, author, first_at, conflicts, pending"


def line_of(row: tuple[Any, ...]) -> Line:
    return Line(
        id=bytes(row[0]),
        name=row[1],
        number=row[2],
        village=row[3],
        street=row[4],
        directions=row[5],
        phone=row[6],
        status=row[7],
        members=row[8],
        births=tuple(json.loads(row[9])),
        last_visit_on=row[10],
        next_visit_on=row[11],
        pending=bool(row[12]),
        conflicts=row[13],
        commune=row[14],
    )


def record_of(row: tuple[Any, ...]) -> Record:
    """A row of ``shown`` as the record type of its kind."""
    kind = str(row[1])
    values = dict(plain(bytes(row[3])))
    values.update(
        id=bytes(row[0]),
        family=bytes(row[2]) if row[2] is not None else None,
        conflicts=len(str(row[7]).split()),
        pending=bool(row[8]),
    )
    values["author"] = bytes(row[5]) if row[5] is not None else None
    if kind in KINDS and KINDS[kind].has_answers:
        values["answers"] = plain(bytes(row[4]))
    for field in ("flags", "cells", "concerned", "roster", "danger", "signs", "pieces", "chunks"):
        if field in values:
            values[field] = tuple(tuple(one) if isinstance(one, list) else one for one in values[field])
    return RECORD_TYPES.get(kind, Record).from_values(values)


def line(compartment: Compartment, family: bytes) -> Line:
    """The list line of a family; RecordMissing when it is not here."""
    row = compartment.connection.execute(
        f"SELECT {_LINE} FROM family_line WHERE id = ?", (family,)
    ).fetchone()
    if row is None:
        raise RecordMissing(record=family.hex())
    return line_of(row)


def lines(compartment: Compartment, families: Iterable[bytes]) -> list[Line]:
    """List lines in the given order, leaving out families that are not here."""
    found: list[Line] = []
    for family in families:
        row = compartment.connection.execute(
            f"SELECT {_LINE} FROM family_line WHERE id = ?", (family,)
        ).fetchone()
        if row is not None:
            found.append(line_of(row))
    return found


class Filter(msgspec.Struct, frozen=True):
    """Which families a list shows; None and False mean no restriction. Days are ISO text."""

    village: str | None = None
    due_before: str | None = None
    never_visited: bool = False
    to_clear_up: bool = False

    def where(self) -> tuple[str, list[Any]]:
        """The condition as SQL with its parameters; every part is fixed text."""
        parts, values = ["1"], list[Any]()
        if self.village is not None:
            parts.append("village = ?")
            values.append(self.village)
        if self.due_before is not None:
            parts.append("next_visit_on < ?")
            values.append(self.due_before)
        if self.never_visited:
            parts.append("last_visit_on IS NULL")
        if self.to_clear_up:
            parts.append("conflicts > 0")
        return " AND ".join(parts), values


def list_lines(compartment: Compartment, which: Filter, offset: int, limit: int) -> tuple[list[Line], int]:
    """A page of families by name, and how many there are in all."""
    where, values = which.where()
    total = compartment.connection.execute(
        f"SELECT count(*) FROM family_line WHERE {where}", values
    ).fetchone()[0]
    rows = compartment.connection.execute(
        f"SELECT {_LINE} FROM family_line WHERE {where} ORDER BY sort, id LIMIT ? OFFSET ?",
        [*values, limit, offset],
    )
    return [line_of(row) for row in rows], int(total)


def due_lines(compartment: Compartment, before: str) -> list[Line]:
    """Families whose next visit is due before a day, most urgent first."""
    rows = compartment.connection.execute(
        f"SELECT {_LINE} FROM family_line WHERE next_visit_on < ? ORDER BY next_visit_on, sort",
        (before,),
    )
    return [line_of(row) for row in rows]


def longest_unseen(compartment: Compartment, limit: int) -> list[Line]:
    """Families without a planned visit that were seen longest ago, or never."""
    rows = compartment.connection.execute(
        f"SELECT {_LINE} FROM family_line WHERE next_visit_on IS NULL "
        "ORDER BY last_visit_on IS NOT NULL, last_visit_on, village_sort, sort LIMIT ?",
        (limit,),
    )
    return [line_of(row) for row in rows]


def villages(compartment: Compartment) -> list[tuple[str, int]]:
    """Villages with the number of their families."""
    rows = compartment.connection.execute(
        "SELECT village, count(*) FROM family_line WHERE village IS NOT NULL GROUP BY village ORDER BY village_sort"
    )
    return [(str(row[0]), int(row[1])) for row in rows]


def get(compartment: Compartment, record: bytes, kind: type[R]) -> R:
    """One record; RecordMissing when it is not here or of another kind."""
    row = compartment.connection.execute(f"SELECT {_ROW} FROM shown WHERE id = ?", (record,)).fetchone()
    found = record_of(row) if row else None
    if not isinstance(found, kind):
        raise RecordMissing(record=record.hex())
    return found


def of_family(compartment: Compartment, family: bytes) -> list[Record]:
    """All records of a family that were not taken back; who looked at it is no part of its file (``storage.looks``)."""
    rows = compartment.connection.execute(
        f"SELECT {_ROW} FROM shown WHERE family = ? AND kind NOT IN (?, ?) AND voided = 0",
        (family, *BACKGROUND),
    )
    return [record_of(row) for row in rows]


def about(compartment: Compartment, record: bytes, kind: type[R]) -> list[R]:
    """All records of a kind that are about another one and were not taken back."""
    rows = compartment.connection.execute(
        f"SELECT {_ROW} FROM shown WHERE about = ? AND voided = 0", (record,)
    )
    return [found for found in map(record_of, rows) if isinstance(found, kind)]


def is_here(compartment: Compartment, record: bytes) -> bool:
    """Whether the compartment shows a record, taken back or not."""
    return (
        compartment.connection.execute("SELECT 1 FROM shown WHERE id = ?", (record,)).fetchone() is not None
    )


def of_kind(compartment: Compartment, kind: type[R]) -> list[R]:
    """All records of a kind that were not taken back, of every family."""
    (name,) = (name for name, known in RECORD_TYPES.items() if known is kind)
    rows = compartment.connection.execute(f"SELECT {_ROW} FROM shown WHERE kind = ? AND voided = 0", (name,))
    return [record for record in map(record_of, rows) if isinstance(record, kind)]


def records_after(
    compartment: Compartment, family: bytes, kinds: tuple[str, ...], csn: int
) -> list[tuple[bytes, str]]:
    """(id, kind) of a family's records of these kinds that the county touched after ``csn``."""
    rows = compartment.connection.execute(
        "SELECT record.id, record.kind FROM record JOIN shown ON shown.id = record.id "
        "WHERE shown.family = ? AND record.csn > ? AND NOT shown.voided",
        (family, csn),
    ).fetchall()
    return [(bytes(row[0]), str(row[1])) for row in rows if row[1] in kinds]


def conflicts_of(compartment: Compartment, record: bytes) -> tuple[str, ...]:
    """Groups of a record in which two values wait for a decision."""
    row = compartment.connection.execute("SELECT conflicts FROM shown WHERE id = ?", (record,)).fetchone()
    return tuple(str(row[0]).split()) if row else ()


def records_in_conflict(compartment: Compartment) -> list[Record]:
    """Records with open conflicts, longest waiting first."""
    rows = compartment.connection.execute(
        f"SELECT {_ROW} FROM shown WHERE conflicts <> '' AND voided = 0 ORDER BY first_at, id"
    )
    return [record_of(row) for row in rows]


def count_conflicts(compartment: Compartment) -> int:
    """How many groups of records wait for a decision."""
    rows = compartment.connection.execute(
        "SELECT conflicts FROM shown WHERE conflicts <> '' AND voided = 0"
    ).fetchall()
    return sum(len(str(row[0]).split()) for row in rows)


def kind_of(compartment: Compartment, record: bytes) -> str:
    """The kind of a record; RecordMissing when it is not here."""
    row = compartment.connection.execute("SELECT kind FROM shown WHERE id = ?", (record,)).fetchone()
    if row is None:
        raise RecordMissing(record=record.hex())
    return str(row[0])


def first_written(compartment: Compartment, record: bytes) -> tuple[bytes | None, int]:
    """Who wrote a record first, and when."""
    row = compartment.connection.execute(
        "SELECT author, first_at FROM shown WHERE id = ?", (record,)
    ).fetchone()
    if row is None:
        raise RecordMissing(record=record.hex())
    return (bytes(row[0]) if row[0] is not None else None), int(row[1])


def of_import(compartment: Compartment, import_id: str) -> list[tuple[str, Record]]:
    """Records of one import that were not taken back, with their kinds."""
    rows = compartment.connection.execute(
        f"SELECT {_ROW} FROM shown WHERE import_id = ? AND voided = 0", (import_id,)
    ).fetchall()
    return [(str(row[1]), record_of(row)) for row in rows]


def records_by_id(compartment: Compartment, ids: Iterable[bytes]) -> list[Record]:
    """Records of any kind by id, leaving out those not here or taken back."""
    found: list[Record] = []
    for record in ids:
        row = compartment.connection.execute(
            f"SELECT {_ROW} FROM shown WHERE id = ? AND voided = 0", (record,)
        ).fetchone()
        if row is not None:
            found.append(record_of(row))
    return found


def people_by_id(compartment: Compartment, ids: Iterable[bytes]) -> dict[bytes, Person]:
    """People by id, leaving out those not here or taken back."""
    return {one.id: one for one in records_by_id(compartment, ids) if isinstance(one, Person)}


def parts_without_pointer(team: Compartment, compartment: Compartment) -> list[tuple[bytes, str, bytes]]:
    """(record, kind, family) of what lies in a confidential compartment and ``team`` does not point at."""
    rows = compartment.connection.execute(
        "SELECT id, kind, family FROM shown WHERE family IS NOT NULL AND kind NOT IN (?, ?) AND voided = 0",
        BACKGROUND,
    ).fetchall()
    if not rows:
        return []
    pointers = team.connection.execute("SELECT fields FROM shown WHERE kind = ?", (PART.name,))
    known = {plain(bytes(row[0])).get("part") for row in pointers}
    return [(bytes(row[0]), str(row[1]), bytes(row[2])) for row in rows if bytes(row[0]) not in known]


def workers(compartment: Compartment) -> dict[bytes, Worker]:
    """Workers as the county told them, by id."""
    rows = compartment.connection.execute(f"SELECT {_ROW} FROM shown WHERE kind = 'worker'")
    return {record.id: record for record in map(record_of, rows) if isinstance(record, Worker)}


def devices(compartment: Compartment) -> dict[bytes, str]:
    """Names of the commune's laptops as the county told them, by id."""
    rows = compartment.connection.execute("SELECT id, fields FROM shown WHERE kind = 'device'")
    return {bytes(row[0]): str(plain(bytes(row[1])).get("name", "")) for row in rows}


def count_of(connection: Connection, kind: str) -> int:
    """How many records of a kind stand (not taken back)."""
    return int(
        connection.execute("SELECT count(*) FROM shown WHERE kind = ? AND voided = 0", (kind,)).fetchone()[0]
    )


def counts_by_kind(compartment: Compartment) -> dict[str, int]:
    """How many records of each kind stand here (not taken back)."""
    rows = compartment.connection.execute(
        "SELECT kind, count(*) FROM shown WHERE voided = 0 AND kind <> ? GROUP BY kind ORDER BY kind",
        (PART.name,),
    )
    return {str(row[0]): int(row[1]) for row in rows}


def household_totals(compartment: Compartment, day: dt.date) -> tuple[int, int, int]:
    """Families, their present members, and how many of those are under 18 on ``day``."""
    families, members = compartment.connection.execute(
        "SELECT count(*), coalesce(sum(members), 0) FROM family_line"
    ).fetchone()
    born_after = f"{day.year - 18:04d}-{day:%m-%d}"  # compared as text: no such day need exist
    children = compartment.connection.execute(
        "SELECT count(*) FROM family_line, json_each(family_line.births) WHERE json_each.value > ?",
        (born_after,),
    ).fetchone()[0]
    return int(families), int(members), int(children)


def visits_since(compartment: Compartment, first_day: str) -> int:
    """Visits that happened on or after a day (ISO text)."""
    return int(
        compartment.connection.execute(
            "SELECT count(*) FROM shown WHERE kind = 'visit' AND voided = 0 AND happened_on >= ?",
            (first_day,),
        ).fetchone()[0]
    )


def outbox_states(compartment: Compartment) -> list[tuple[int, str]]:
    """(saved_at, state) of every own save that is kept, oldest first; that somebody looked is no work and not counted.

    What was held back and is done with is at the county, and nobody waits for it.
    """
    rows = compartment.connection.execute(
        "SELECT saved_at, CASE WHEN state = 'held_back' AND reason = ? THEN 'at_county' ELSE state END "
        "FROM outbox WHERE kinds NOT IN (?, ?) ORDER BY saved_at",
        (DONE_WITH, *BACKGROUND),
    )
    return [(int(row[0]), str(row[1])) for row in rows]


def saves_of(compartment: Compartment, worker: bytes) -> list[tuple[int, bytes, str]]:
    """(saved_at, txn_id, state) of the work a worker saved here."""
    rows = compartment.connection.execute(
        "SELECT saved_at, txn_id, state FROM outbox WHERE author = ? AND kinds NOT IN (?, ?)",
        (worker, *BACKGROUND),
    )
    return [(int(row[0]), bytes(row[1]), str(row[2])) for row in rows]


def imports(compartment: Compartment) -> list[tuple[str, str, int, int]]:
    """Imports that still stand: id, file name, moment, families; newest first."""
    rows = compartment.connection.execute(
        "SELECT import_id, fields, min(first_at), count(*) FROM shown "
        "WHERE kind = 'family' AND import_id IS NOT NULL AND voided = 0 GROUP BY import_id ORDER BY 3 DESC"
    )
    return [
        (str(row[0]), str(plain(bytes(row[1])).get("import_source") or ""), int(row[2]), int(row[3]))
        for row in rows
    ]
