"""What the wizard shows before an import: every filled row, what becomes of it, and the problems beside their cells."""

from collections import defaultdict

import msgspec

from app.imports.mapping import ColumnMapping, Mapping, SheetMapping, column_letter
from app.imports.phrases import IGNORED
from app.imports.reading import Sheet, Workbook
from app.imports.records import Caseload, Problem
from app.imports.values import cell_text

TAKEN, TITLE, SET_ASIDE = "taken", "title", "set_aside"


class PreviewCell(msgspec.Struct, frozen=True):
    """`codes` are the problem codes of this cell."""

    text: str
    codes: tuple[str, ...] = ()


class PreviewRow(msgspec.Struct, frozen=True):
    """`state` is taken | title | set_aside; `reason` why it was set aside; `codes` problems of the row as a whole."""

    row: int
    state: str
    cells: tuple[PreviewCell, ...]
    reason: str | None = None
    codes: tuple[str, ...] = ()


class PreviewSheet(msgspec.Struct, frozen=True):
    """`columns` are all columns of the sheet from its first, with their fields; rows have one cell for each."""

    name: str
    kind: str
    columns: tuple[ColumnMapping, ...]
    rows: tuple[PreviewRow, ...]


def preview(workbook: Workbook, mapping: Mapping, caseload: Caseload) -> tuple[PreviewSheet, ...]:
    """The sheets in the order of the file; `caseload` is what `build_caseload` made of this workbook and mapping."""
    mapped = {sheet.sheet: sheet for sheet in mapping.sheets}
    aside = {(row.sheet, row.row): row.reason for row in caseload.set_aside}
    titles = {(line.sheet, line.row) for line in caseload.title_lines}
    problems: dict[tuple[str, int], list[Problem]] = defaultdict(list)
    for problem in caseload.problems:
        problems[problem.sheet, problem.row].append(problem)
    sheets = []
    for sheet in workbook.sheets:
        sheet_mapping = mapped.get(sheet.name, SheetMapping(sheet.name, IGNORED))
        columns = _all_columns(sheet, sheet_mapping)
        rows = tuple(
            _row(
                sheet, number, columns, problems[sheet.name, number], aside.get((sheet.name, number)), titles
            )
            for number, cells in enumerate(sheet.rows, start=1)
            if any(cell is not None for cell in cells)
        )
        sheets.append(PreviewSheet(sheet.name, sheet_mapping.kind, columns, rows))
    return tuple(sheets)


def _all_columns(sheet: Sheet, mapping: SheetMapping) -> tuple[ColumnMapping, ...]:
    known = {column.index: column for column in mapping.columns}
    return tuple(
        known.get(place) or ColumnMapping(place, column_letter(place)) for place in range(sheet.width)
    )


def _row(
    sheet: Sheet,
    number: int,
    columns: tuple[ColumnMapping, ...],
    problems: list[Problem],
    reason: str | None,
    titles: set[tuple[str, int]],
) -> PreviewRow:
    cells = tuple(
        PreviewCell(
            cell_text(sheet.cell(number - 1, column.index)),
            tuple(found.code for found in problems if found.column == column.header),
        )
        for column in columns
    )
    state = SET_ASIDE if reason else TITLE if (sheet.name, number) in titles else TAKEN
    headers = {column.header for column in columns}
    codes = tuple(found.code for found in problems if found.column not in headers)
    return PreviewRow(number, state, cells, reason, codes)
