"""The county's consolidated table: aggregates per commune, no names, no ids (``persons`` is what an agreement allows besides).

One row per number, so that a spreadsheet can turn it any way. Cells of one to four people may point at somebody: they stay
as they are, because the county plans with them, and each says that it is for internal use only.
"""

import csv
import datetime as dt
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import select

from app.domain.corrections import corrected
from app.domain.kinds import ASSESSMENT, FAMILY, PERSON, VISIT
from app.domain.partial_date import PartialDate
from sync.core.merge import open_conflicts, shown_groups
from sync.server import tables
from sync.server.open_tasks import waiting_lines
from sync.server.overview import states
from sync.server.store import Store

COLUMNS = ("commune", "commune_name", "indicator", "group", "value", "use")
AGE_GROUPS = ((0, 2), (3, 5), (6, 10), (11, 14), (15, 17))
"""The age groups of the Romanian and Polish indicators for children."""
ADULT_AGE = 18
WITHOUT_VISIT_DAYS = 90
LARGEST_SMALL_CELL = 4
INTERNAL = "internal: 1-4"
NOT_STATED = "not stated"

Cells = dict[tuple[str, str], int]
"""(indicator, group) -> number."""


class _Commune(msgspec.Struct):
    families: set[bytes] = msgspec.field(default_factory=set)
    people: int = 0
    children: Counter[str] = msgspec.field(default_factory=Counter)
    visits: Counter[str] = msgspec.field(default_factory=Counter)
    last_visit: dict[bytes, str] = msgspec.field(default_factory=dict)
    assessments: dict[bytes, "_Assessment"] = msgspec.field(default_factory=dict)
    waiting: dict[str, int] = msgspec.field(default_factory=dict)
    conflicts: int = 0


class _Assessment(msgspec.Struct, frozen=True):
    """A finished one: ``"<form> <version> <level>"``, whether it has a danger sign, and the one it corrects."""

    group: str
    danger: bool
    amends: object


def write_table(store: Store, file: Path, day: dt.date) -> int:
    """Write the table as CSV (UTF-8 with a mark, so that spreadsheets read the letters); returns its rows."""
    rows = table(store, day)
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(COLUMNS)
        writer.writerows(rows)
    return len(rows)


def table(store: Store, day: dt.date) -> list[tuple[str, str, str, str, int, str]]:
    """The rows of the table; ages and the 90 days count up to ``day``."""
    with store.reading() as connection:
        names = {row.code: row.name for row in connection.execute(select(tables.commune))}
        found: defaultdict[str, _Commune] = defaultdict(_Commune)
        for commune, record, state in states(connection):
            _count(found[commune], record, state.kind, state.family, shown_groups(state), day)
            found[commune].conflicts += len(open_conflicts(state))
        end_of_day_s = int(dt.datetime.combine(day, dt.time.max, dt.UTC).timestamp())
        for line in waiting_lines(connection, end_of_day_s):
            found[line.commune].waiting = line.waiting
    return [
        (code, names[code], indicator, group, value, INTERNAL if 0 < value <= LARGEST_SMALL_CELL else "")
        for code in sorted(names)
        for (indicator, group), value in _cells(found[code], day).items()
    ]


def _count(
    commune: _Commune,
    record: bytes,
    kind: str,
    family: bytes | None,
    groups: dict[str, dict[str, Any]],
    day: dt.date,
) -> None:
    if kind == FAMILY.name:
        commune.families.add(record)
    elif kind == PERSON.name:
        commune.people += 1
        commune.children[_age_group(groups.get("birth", {}).get("birth"), day)] += 1
    elif kind == VISIT.name:
        on = groups.get("times", {}).get("v_date") or groups.get("given", {}).get("on")
        visited = on if isinstance(on, str) and on else None
        outcome = groups.get("outcome", {}).get("v_result")
        month = visited[:7] if visited and len(visited) >= 7 else NOT_STATED
        commune.visits[f"{month} {outcome if isinstance(outcome, str) else NOT_STATED}"] += 1
        if family is not None and visited:
            commune.last_visit[family] = max(visited, commune.last_visit.get(family, ""))
    elif kind == ASSESSMENT.name:
        commune.assessments[record] = _assessment(groups)


def _assessment(groups: dict[str, dict[str, Any]]) -> _Assessment:
    form = groups.get("form", {})
    level = groups.get("level", {}).get("confirmed_level")
    said = (form.get("form_id"), form.get("form_version"), level or NOT_STATED)
    danger = bool(groups.get("result", {}).get("danger"))
    return _Assessment(" ".join(map(str, said)), danger, form.get("amends"))


def _age_group(birth: object, day: dt.date) -> str:
    try:
        age = PartialDate.parse(birth).age_on(day) if isinstance(birth, str) else None
    except ValueError:
        age = None
    if age is None:
        return NOT_STATED
    return next((f"{low}-{high}" for low, high in AGE_GROUPS if low <= age <= high), "adult")


def _cells(commune: _Commune, day: dt.date) -> Cells:
    since = (day - dt.timedelta(days=WITHOUT_VISIT_DAYS)).isoformat()
    unseen = sum(commune.last_visit.get(family, "") < since for family in commune.families)
    cells: Cells = {("families", ""): len(commune.families), ("persons", ""): commune.people}
    cells |= {
        ("children_under_18", f"{low}-{high}"): commune.children[f"{low}-{high}"] for low, high in AGE_GROUPS
    }
    cells[("persons_without_birth_date", "")] = commune.children[NOT_STATED]
    cells |= {("visits", group): number for group, number in sorted(commune.visits.items())}
    cells[(f"families_without_visit_in_{WITHOUT_VISIT_DAYS}_days", "")] = unseen
    cells[("open_conflicts", "")] = commune.conflicts
    gone = corrected(one.amends for one in commune.assessments.values())
    standing = [one for record, one in commune.assessments.items() if record not in gone]
    levels = Counter(one.group for one in standing)
    cells |= {("assessments", group): number for group, number in sorted(levels.items())}
    cells[("assessments_with_danger_sign", "")] = sum(one.danger for one in standing)
    cells |= {("open_danger_signs", group): number for group, number in commune.waiting.items()}
    return cells
