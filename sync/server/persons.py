"""What the county may read about persons where a sharing agreement says so: one row for each member of a household.

Only what the team of the commune writes down for each other; nothing of the compartments that a profession keeps to itself, no
identity numbers, no notes and no answers. Who reads it, under which agreement and how much, is in the journal in the same
transaction: a read that cannot be noted does not happen.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, select

from app.domain.access import TEAM
from app.domain.corrections import corrected
from app.domain.kinds import ASSESSMENT, FAMILY, MEMBERSHIP, PERSON, VISIT
from sync.core.merge import is_voided, shown_groups
from sync.protocol import stream_name
from sync.server import agreements, journal, tables
from sync.server.log import state_of
from sync.server.open_tasks import OpenTask, open_tasks

COLUMNS = (
    "commune", "family_number", "family", "village", "member", "role", "born", "last_visit", "level", "danger_signs_open"
)  # fmt: skip
Groups = Mapping[str, Mapping[str, Any]]


def rows_under(
    connection: Connection, number: str, day: dt.date, by: str, now_s: int
) -> list[tuple[str, ...]]:
    """The members of every household of the communes under the agreement ``number``, noted in the journal; inside a writing
    transaction. AccountProblem when no such agreement holds on ``day``.
    """
    communes = agreements.communes_under(connection, number, day)
    waiting = open_tasks(connection)
    rows = [row for commune in communes for row in _of_commune(connection, commune, waiting)]
    facts = {"agreement": number, "communes": list(communes), "persons": len(rows)}
    journal.note(connection, by, "read persons", facts, now_s)
    return rows


def tasks_under(
    connection: Connection, number: str, day: dt.date, by: str, now_s: int
) -> list[tuple[OpenTask, str, str]]:
    """(task, number, name of the family) of the communes under the agreement, noted in the journal. Errors as ``rows_under``."""
    communes = agreements.communes_under(connection, number, day)
    found = [one for one in open_tasks(connection) if one.commune in communes]
    told: list[tuple[OpenTask, str, str]] = []
    for one in found:
        row = connection.execute(select(tables.record).where(tables.record.c.id == one.family)).one_or_none()
        groups: Groups = shown_groups(state_of(row)) if row is not None else {}
        told.append((one, _field(groups, "number"), _field(groups, "name")))
    facts = {"agreement": number, "communes": list(communes), "families": len({one.family for one in found})}
    journal.note(connection, by, "read tasks", facts, now_s)
    return told


def _of_commune(connection: Connection, commune: str, waiting: list[OpenTask]) -> list[tuple[str, ...]]:
    records: defaultdict[str, dict[bytes, tuple[bytes | None, Groups]]] = defaultdict(dict)
    table = tables.record
    of_team = table.c.stream == stream_name(commune, TEAM)
    for row in connection.execute(select(table).where(of_team).order_by(table.c.id)):
        state = state_of(row)
        if not is_voided(state):
            records[state.kind][row.id] = (state.family, shown_groups(state))
    visits = _latest(
        records[VISIT.name], lambda groups: _field(groups, "times", "v_date") or _field(groups, "given", "on")
    )
    sealed = records[ASSESSMENT.name]
    gone = corrected(groups.get("form", {}).get("amends") for _family, groups in sealed.values())
    levels = _latest(
        {one: sealed[one] for one in sealed.keys() - gone},
        lambda groups: f"{_field(groups, 'sealed', 'on')} {_field(groups, 'level', 'confirmed_level')}",
    )
    signs = Counter(task.family for task in waiting)
    found: list[tuple[str, ...]] = []
    for _member, (family, membership) in records[MEMBERSHIP.name].items():
        said = membership.get("membership", {})
        if family is None or family not in records[FAMILY.name] or said.get("until_on"):
            continue
        household = records[FAMILY.name][family][1]
        person: Groups = records[PERSON.name].get(said.get("person", b""), (None, {}))[1]
        name = " ".join(
            filter(None, (_field(person, "name", "family_name"), _field(person, "name", "given_names")))
        )
        found.append(
            (
                commune,
                _field(household, "number"),
                _field(household, "name"),
                _field(household, "address", "village"),
                name,
                str(said.get("role") or ""),
                _field(person, "birth"),
                visits.get(family, ""),
                levels.get(family, "").partition(" ")[2],
                str(signs[family]),
            )
        )
    return sorted(found)


def _latest(
    records: Mapping[bytes, tuple[bytes | None, Groups]], said: Callable[[Groups], str]
) -> dict[bytes, str]:
    """Family -> the latest of what its records say, which begins with a day (ISO)."""
    found: dict[bytes, str] = {}
    for family, groups in records.values():
        if family is not None:
            found[family] = max(said(groups), found.get(family, ""))
    return found


def _field(groups: Groups, group: str, field: str | None = None) -> str:
    """A field as text, "" when it is empty or of another kind; the field of a group of one bears its name."""
    value = groups.get(group, {}).get(field or group)
    return value if isinstance(value, str) else ""
