"""What cannot wait, where to drive, what was left half done."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from app.services.families import FamilyLine, line_as_shown
from storage import reading
from storage.drafts import drafts_of
from storage.reading import Line
from storage.vault import Vault

AHEAD_DAYS = 7
ROUTE_STOPS = 12
UNSEEN_STOPS = 8


class Due(msgspec.Struct, frozen=True):
    """A family to see; ``days_late`` is negative while there is time, ``due_on`` None without an agreed day."""

    line: FamilyLine
    due_on: str | None
    days_late: int
    never_visited: bool


class Stop(msgspec.Struct, frozen=True):
    """Families to see in one village; ``name`` is None where no village is known."""

    name: str | None
    stops: tuple[Due, ...]


class DraftLine(msgspec.Struct, frozen=True):
    """Work left half done."""

    draft_id: bytes
    family_line: FamilyLine | None
    form_id: str
    answered: int
    saved_at: int


class Counts(msgspec.Struct, frozen=True):
    """Figures of this laptop."""

    families: int
    people: int
    children: int
    visits_this_month: int


class Today(msgspec.Struct, frozen=True):
    """The first screen of the day."""

    deadlines: tuple[Due, ...]
    route: tuple[Stop, ...]
    drafts: tuple[DraftLine, ...]
    counts: Counts
    backed_up_at: int | None
    last_contact_at: int | None
    clock_offset_s: int | None


def today(vault: Vault, day: dt.date) -> Today:
    """Deadlines that have come, the route by village, drafts and figures for ``day``."""
    due = reading.due_lines(vault.team, (day + dt.timedelta(days=AHEAD_DAYS)).isoformat())
    late = tuple(_due(line, day) for line in due if (line.next_visit_on or "") <= day.isoformat())
    unseen = reading.longest_unseen(vault.team, UNSEEN_STOPS)
    route = [*due, *unseen][:ROUTE_STOPS]
    return Today(
        deadlines=late,
        route=_by_village(route, day),
        drafts=_drafts(vault),
        counts=_counts(vault, day),
        backed_up_at=_number(vault, "backed_up_at"),
        last_contact_at=_number(vault, "last_contact_at"),
        clock_offset_s=_number(vault, "clock_offset_s"),
    )


def _due(line: Line, day: dt.date) -> Due:
    due_on = line.next_visit_on
    late = (day - dt.date.fromisoformat(due_on)).days if due_on else 0
    return Due(line_as_shown(line, day), due_on, late, line.last_visit_on is None)


def _by_village(lines: Iterable[Line], day: dt.date) -> tuple[Stop, ...]:
    villages: dict[str | None, list[Due]] = {}
    for line in lines:
        villages.setdefault(line.village, []).append(_due(line, day))
    return tuple(Stop(name, tuple(stops)) for name, stops in villages.items())


def _drafts(vault: Vault) -> tuple[DraftLine, ...]:
    lines: list[DraftLine] = []
    for draft in drafts_of(vault.team, vault.worker.id):
        if draft.kind != "visit":
            continue
        found = reading.lines(vault.team, [draft.family] if draft.family else [])
        lines.append(
            DraftLine(
                draft_id=draft.id,
                family_line=line_as_shown(found[0]) if found else None,
                form_id=str(draft.body.get("form_id", "")),
                answered=len(draft.body.get("answers", {})),
                saved_at=draft.saved_at,
            )
        )
    return tuple(lines)


def _counts(vault: Vault, day: dt.date) -> Counts:
    families, members, children = reading.household_totals(vault.team, day)
    return Counts(
        families, members, children, reading.visits_since(vault.team, day.replace(day=1).isoformat())
    )


def _number(vault: Vault, fact: str) -> int | None:
    value = vault.team.fact(fact)
    return int(value) if value else None
