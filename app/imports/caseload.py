"""From a workbook and a mapping to a caseload, and the counts of a file for the command line."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from app.countries.pack import CountryPack, load_country
from app.imports.duplicates import find_duplicates, mark_duplicates
from app.imports.families import build_family
from app.imports.habits import find_habits
from app.imports.households import households
from app.imports.lines import SortedRows, set_whole_sheet_aside, sort_rows
from app.imports.mapping import Mapping, SheetMapping, propose_mapping, reads_month_first
from app.imports.phrases import HOUSEHOLDS, IGNORED, PEOPLE, VISITS
from app.imports.reading import Sheet, Workbook, read_workbook
from app.imports.records import (
    Caseload,
    Counts,
    ImportedFamily,
    ImportedVisit,
    NotesColumn,
    Problem,
    SetAside,
    TitleLine,
)
from app.imports.rosters import add_roster
from app.imports.visits import FamilyIndex, join_visits

Progress = Callable[[int, int], None]
_PROGRESS_STEP_ROWS = 50


class _Gathered:
    """What the sheets gave so far."""

    def __init__(self) -> None:
        self.families: list[ImportedFamily] = []
        self.problems: list[Problem] = []
        self.set_aside: list[SetAside] = []
        self.title_lines: list[TitleLine] = []
        self.notes_columns: list[NotesColumn] = []
        self.id_warnings = 0
        self.visits = 0


def build_caseload(
    workbook: Workbook,
    mapping: Mapping,
    country: CountryPack,
    progress: Progress | None = None,
    *,
    today: date | None = None,
) -> Caseload:
    """Everything the workbook says under this mapping. `progress(done_rows, all_rows)` is called from the same thread."""
    today = today or date.today()  # noqa: DTZ011 - a day on the worker's calendar
    gathered = _Gathered()
    steps = _Steps(sum(len(sheet.rows) for sheet in workbook.sheets), progress)
    mapped = {sheet.sheet: sheet for sheet in mapping.sheets}
    for kind, take in ((PEOPLE, _take_people), (HOUSEHOLDS, _take_roster), (VISITS, _take_visits)):
        for sheet in workbook.sheets:
            sheet_mapping = mapped.get(sheet.name, SheetMapping(sheet.name, IGNORED))
            if sheet_mapping.kind == kind:
                _take_rows(sheet, sheet_mapping, gathered, steps, country, today, take)
    for sheet in workbook.sheets:
        if mapped.get(sheet.name, SheetMapping(sheet.name, IGNORED)).kind == IGNORED:
            gathered.set_aside += set_whole_sheet_aside(sheet, "sheet_ignored")
    return _concluded(gathered, steps, [sheet.name for sheet in workbook.sheets])


def check(path: Path | str) -> dict[str, Any]:
    """What `vatra import FILE --check --json` prints. Raises an ImportProblem for a file that cannot be read."""
    workbook = read_workbook(path)
    mapping = propose_mapping(workbook)
    caseload = build_caseload(workbook, mapping, load_country(mapping.country))
    return {
        "imported": {workbook.name: msgspec.to_builtins(caseload.counts)},
        "problems": [msgspec.to_builtins(problem) for problem in caseload.problems],
    }


class _Steps:
    """Tells the progress now and then, and the end for certain."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self.total, self.done, self._progress, self._told = total, 0, progress, 0

    def add(self, rows: int) -> None:
        self.done = min(self.total, self.done + rows)
        if self._progress and (self.done - self._told >= _PROGRESS_STEP_ROWS or self.done == self.total):
            self._told = self.done
            self._progress(self.done, self.total)


_Take = Callable[[Sheet, SheetMapping, SortedRows, _Gathered, _Steps, CountryPack, date], None]


def _take_rows(
    sheet: Sheet,
    mapping: SheetMapping,
    gathered: _Gathered,
    steps: _Steps,
    country: CountryPack,
    today: date,
    take: _Take,
) -> None:
    rows = sort_rows(sheet, mapping)
    gathered.title_lines += rows.title_lines
    gathered.set_aside += rows.set_aside
    take(sheet, mapping, rows, gathered, steps, country, today)
    filled = {column.index: column for line in rows.lines for column, _ in line.cells if column.field is None}
    if mapping.kind != VISITS:
        gathered.notes_columns += [NotesColumn(sheet.name, filled[index].header) for index in sorted(filled)]


def _take_people(
    sheet: Sheet,
    mapping: SheetMapping,
    rows: SortedRows,
    gathered: _Gathered,
    steps: _Steps,
    country: CountryPack,
    today: date,
) -> None:
    gathered.families += _families_of(sheet, mapping, rows, gathered, steps, country, today)


def _take_roster(
    sheet: Sheet,
    mapping: SheetMapping,
    rows: SortedRows,
    gathered: _Gathered,
    steps: _Steps,
    country: CountryPack,
    today: date,
) -> None:
    roster = _families_of(sheet, mapping, rows, gathered, steps, country, today)
    gathered.families = add_roster(gathered.families, roster)


def _families_of(
    sheet: Sheet,
    mapping: SheetMapping,
    rows: SortedRows,
    gathered: _Gathered,
    steps: _Steps,
    country: CountryPack,
    today: date,
) -> list[ImportedFamily]:
    families: list[ImportedFamily] = []
    groups = []
    for group in households(rows.lines, mapping):
        if any(line.is_person for line in group.lines):
            groups.append(group)
        else:
            gathered.set_aside += [
                SetAside(line.sheet, line.row, "no_name", line.texts()) for line in group.lines
            ]
    habits = find_habits(sheet, mapping, groups, country, today)
    village_above: str | None = None
    for group in groups:
        built = build_family(group, habits, village_above)
        if habits.village_carries:
            village_above = built.family.village
        families.append(built.family)
        gathered.problems += built.problems
        gathered.id_warnings += built.wrong_check_digits
        steps.add(len(group.lines))
    return families


def _take_visits(
    sheet: Sheet,
    mapping: SheetMapping,
    rows: SortedRows,
    gathered: _Gathered,
    steps: _Steps,
    country: CountryPack,
    today: date,
) -> None:
    joined = join_visits(
        rows.lines,
        FamilyIndex(gathered.families),
        today,
        month_first=reads_month_first(sheet, mapping, "visit_date"),
    )
    for place in {*joined.visits, *joined.notes}:
        family = gathered.families[place]
        gathered.families[place] = msgspec.structs.replace(
            family,
            visits=_by_day((*family.visits, *joined.visits.get(place, ()))),
            notes=(*family.notes, *joined.notes.get(place, ())),
        )
    gathered.visits += sum(map(len, joined.visits.values()))
    gathered.problems += joined.problems
    gathered.set_aside += joined.set_aside
    steps.add(len(rows.lines))


def _by_day(visits: Sequence[ImportedVisit]) -> tuple[ImportedVisit, ...]:
    return tuple(sorted(visits, key=lambda visit: (visit.on, visit.source)))


def _concluded(gathered: _Gathered, steps: _Steps, sheet_names: list[str]) -> Caseload:
    duplicates = find_duplicates([member for family in gathered.families for member in family.members])
    families, problems = mark_duplicates(gathered.families, duplicates)
    order = {name: place for place, name in enumerate(sheet_names)}
    steps.add(steps.total)
    counts = Counts(
        families=len(families),
        person_rows=sum(len(family.members) for family in families),
        people=duplicates.people,
        possible_duplicates=duplicates.pairs,
        id_warnings=gathered.id_warnings,
        visits=gathered.visits,
        rows_set_aside=len(gathered.set_aside),
        columns_kept_as_notes=len(gathered.notes_columns),
    )
    return Caseload(
        families=families,
        problems=tuple(
            sorted((*gathered.problems, *problems), key=lambda found: (order[found.sheet], found.row))
        ),
        set_aside=tuple(sorted(gathered.set_aside, key=lambda row: (order[row.sheet], row.row))),
        notes_columns=tuple(gathered.notes_columns),
        title_lines=tuple(sorted(gathered.title_lines, key=lambda line: (order[line.sheet], line.row))),
        counts=counts,
    )
