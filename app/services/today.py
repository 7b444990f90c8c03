"""What cannot wait, where to drive, what was left half done."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from app.forms.instruments import Named
from app.services import typed, visits
from app.services.assessments import forms_with, unfinished
from app.services.families import FamilyLine, line_as_shown
from app.services.typed import Place
from storage import reading
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
    """Work left half done: a visit or an assessment with so many answers, or what was half typed at a place."""

    family_line: FamilyLine | None
    saved_at: int
    answered: int = 0
    place: Place | None = None
    name: str = ""
    """Of a family that is not registered yet."""
    form: Named | None = None
    """The form of an assessment."""
    amends: bytes | None = None
    """The finished assessment that it corrects."""


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
        backed_up_at=vault.team.number("backed_up_at"),
        last_contact_at=vault.team.number("last_contact_at"),
        clock_offset_s=vault.team.number("clock_offset_s"),
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
    lines = [
        DraftLine(_line(vault, draft.family_id), draft.saved_at or 0, answered=len(draft.answers))
        for draft in visits.unfinished(vault)
    ]
    begun = unfinished(vault)
    forms = {form.id: form for form in forms_with(vault, begun)}
    lines += [
        DraftLine(
            _line(vault, draft.family_id),
            draft.saved_at or 0,
            answered=draft.answered,
            form=forms[draft.form_id],
            amends=draft.amends,
        )
        for draft in begun
        if draft.form_id in forms
    ]
    lines += [
        DraftLine(
            _line(vault, kept.place.family),
            kept.saved_at,
            place=kept.place,
            name=f"{kept.fields.get('family_name', '')} {kept.fields.get('given_names', '')}".strip(),
        )
        for kept in typed.left_by(vault)
        # Two versions of one fact wait on a list of their own, with or without a word about them.
        if kept.place.form != "matter"
    ]
    return tuple(sorted(lines, key=lambda line: -line.saved_at))


def _line(vault: Vault, family: bytes | None) -> FamilyLine | None:
    found = reading.lines(vault.team, [family] if family else [])
    return line_as_shown(found[0]) if found else None


def _counts(vault: Vault, day: dt.date) -> Counts:
    families, members, children = reading.household_totals(vault.team, day)
    return Counts(
        families, members, children, reading.visits_since(vault.team, day.replace(day=1).isoformat())
    )
