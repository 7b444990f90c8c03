"""The rows under a header, sorted into those that carry a record and those that do not.

Blank rows vanish. Titles, repeated headers, rows that only number the columns and headings with a village are layout
and become title lines. Totals and signatures are set aside with their reason. Everything else is a `Line`.
"""

import itertools
import re
from datetime import date

import msgspec

from app.domain.folding import words
from app.imports.mapping import ColumnMapping, SheetMapping, column_letter
from app.imports.names import name_like
from app.imports.reading import Cell, Sheet
from app.imports.records import SetAside, TitleLine
from app.imports.values import cell_text, is_nothing
from app.imports.vocabulary import folded, vocabulary

NAME_FIELDS = ("full_name", "surname", "given_names")
_OF_A_PERSON = frozenset({"identity_number", "birth", "role"})
_OF_A_RECORD = _OF_A_PERSON | {
    "village",
    "street",
    "phone",
    "occupation",
    "school",
    "visit_date",
    "findings",
    "purpose",
}


_SUM = re.compile(r"[=≈~]?\s*\d{1,3}(?:[ .,]?\d{1,3}){0,2}(?:[.,]\d{1,2})?(?: [^\W\d]+\.?){0,2}")


class Line(msgspec.Struct, frozen=True):
    """One row with a record: its filled cells by column, and the village heading it stands under."""

    sheet: str
    row: int
    cells: tuple[tuple[ColumnMapping, Cell], ...]
    under_village: str | None = None
    after_gap: bool = False

    def value(self, field: str) -> Cell:
        return next((cell for column, cell in self.cells if column.field == field), None)

    def text(self, field: str) -> str:
        return cell_text(self.value(field))

    def header(self, field: str) -> str:
        """The header over a field's cell; "" when the line has none."""
        return next((column.header for column, _ in self.cells if column.field == field), "")

    @property
    def is_person(self) -> bool:
        """A name, or something only a person has."""
        return any(
            column.field in NAME_FIELDS or (column.field in _OF_A_PERSON and not is_nothing(cell_text(cell)))
            for column, cell in self.cells
        )

    def texts(self) -> tuple[tuple[str, str], ...]:
        return tuple((column.header, cell_text(cell)) for column, cell in self.cells)


class SortedRows(msgspec.Struct, frozen=True):
    lines: tuple[Line, ...]
    title_lines: tuple[TitleLine, ...]
    set_aside: tuple[SetAside, ...]


def sort_rows(sheet: Sheet, mapping: SheetMapping) -> SortedRows:
    """Sort every row of a mapped sheet that is not ignored."""
    columns = {column.index: column for column in mapping.columns}
    headers = {folded(column.header) for column in mapping.columns}
    header_cells = {
        folded(cell_text(cell)) for row in mapping.header_rows for cell in sheet.rows[row - 1]
    } - {""}
    last_header = mapping.header_rows[-1] if mapping.header_rows else 0
    lines: list[Line] = []
    titles: list[TitleLine] = []
    aside: list[SetAside] = []
    village: str | None = None
    gap = ended = False
    for number, row in enumerate(sheet.rows, start=1):
        if not any(cell is not None for cell in row):
            gap = True
            continue
        line = Line(sheet.name, number, _cells(row, columns), village, gap)
        heading = _village_heading(line, sheet, mapping) if number > last_header else None
        layout = (
            _repeats_header(line, headers | header_cells) or _numbers_columns(line) or _is_page_mark(line)
        )
        if number <= last_header or layout or heading:
            titles.append(
                TitleLine(sheet.name, number, tuple(cell_text(cell) for cell in row if cell is not None))
            )
            village = heading or village
            continue
        reason = _not_a_record(line, ended)
        ended = ended or reason in ("total_line", "footer")
        if reason is None:
            lines.append(line)
        else:
            aside.append(SetAside(sheet.name, number, reason, line.texts()))
        gap = False
    return SortedRows(tuple(lines), tuple(titles), tuple(aside))


def set_whole_sheet_aside(sheet: Sheet, reason: str) -> tuple[SetAside, ...]:
    """Every filled row of a sheet that is not read."""
    return tuple(
        SetAside(sheet.name, number, reason, tuple((column_letter(place), cell_text(cell)) for place, cell in enumerate(row) if cell is not None))
        for number, row in enumerate(sheet.rows, start=1)
        if any(cell is not None for cell in row)
    )  # fmt: skip


def _cells(
    row: tuple[Cell, ...], columns: dict[int, ColumnMapping]
) -> tuple[tuple[ColumnMapping, Cell], ...]:
    return tuple(
        (columns.get(place) or ColumnMapping(place, column_letter(place)), cell)
        for place, cell in enumerate(row)
        if cell is not None
    )


def _repeats_header(line: Line, headers: set[str]) -> bool:
    """A header printed again on a new page: most of its cells are headers, and no cell is anything a person has."""
    hits = sum(folded(cell_text(cell)) in headers for _, cell in line.cells)
    return hits >= 2 and hits >= 0.6 * len(line.cells)


def _numbers_columns(line: Line) -> bool:
    """The row "0 1 2 3 ..." that official tables print under their header."""
    values = [cell_text(cell).strip("().") for _, cell in line.cells]
    if len(values) < 3 or not all(value.isdigit() and len(value) <= 2 for value in values):
        return False
    numbers = [int(value) for value in values]
    return numbers[0] <= 1 and all(later == earlier + 1 for earlier, later in itertools.pairwise(numbers))


def _village_heading(line: Line, sheet: Sheet, mapping: SheetMapping) -> str | None:
    """The village in a line like "Satul Călini" that stands alone above the families of that village."""
    if len(line.cells) != 1:
        return None
    (column, cell) = line.cells[0]
    text = cell_text(cell).strip(" :.-–")
    said = words(text)
    if not said or len(said) > 5 or not isinstance(cell, str):
        return None
    if said[0] in vocabulary().village_heading and len(said) > 1:
        return text.split(maxsplit=1)[1].strip(" :.-–")
    wide = any(
        top == line.row - 1 and right - left >= 2
        for (top, left), (_, right) in sheet.merges
        if left <= column.index <= right
    )
    numbered = column.field in ("family_number", "row_number") and not any(
        letter.isdigit() for letter in text
    )
    known = said[0] in vocabulary().total or said[0] in vocabulary().footer
    if (wide or numbered) and not known and mapping.column("village") is None and mapping.village is None:
        return text
    return None


def _not_a_record(line: Line, ended: bool) -> str | None:
    """Why a row carries no record, or None when it does. `ended`: a total or a signature stood above."""
    sums_up = _starts_with(line, vocabulary().total, 3)
    if not (sums_up or ended or len(line.cells) <= 3):
        return None
    said = {
        column.field
        for column, cell in line.cells
        if not is_nothing(cell_text(cell)) and not _is_sum(cell) and not _begins(cell, vocabulary().total)
    }
    if sums_up and not said & _OF_A_RECORD:
        return "total_line"
    few = len(line.cells) <= 3 and not said & _OF_A_PERSON
    if few and _starts_with(line, vocabulary().footer, 1):
        return "footer"
    if ended and len(line.cells) <= 2 and not said & _OF_A_RECORD and not _is_numbered(line):
        return "after_the_end"
    if len(line.cells) == 1 and said & set(NAME_FIELDS) and _is_remark(cell_text(line.cells[0][1])):
        return "not_a_person"
    return None


def _is_sum(cell: Cell) -> bool:
    """What stands in a total line: a number, or "62 familii"; too short to be an identity number or a phone."""
    return bool(_SUM.fullmatch(cell_text(cell))) and not isinstance(cell, date)


def _is_numbered(line: Line) -> bool:
    return any(column.field in ("family_number", "row_number") for column, _ in line.cells)


def _is_page_mark(line: Line) -> bool:
    return (
        len(line.cells) == 1
        and _starts_with(line, vocabulary().page, 1)
        and len(words(line.texts()[0][1])) <= 4
    )


def _starts_with(line: Line, phrases: frozenset[str], cells: int) -> bool:
    """Whether one of the first cells begins with a phrase."""
    return any(_begins(cell, phrases) for _, cell in line.cells[:cells])


def _begins(cell: Cell, phrases: frozenset[str]) -> bool:
    said = folded(cell).split() if isinstance(cell, str) else []
    return any(" ".join(said[:length]) in phrases for length in (1, 2, 3) if length <= len(said))


def _is_remark(text: str) -> bool:
    return not name_like(text) and (
        len(text.split()) > 5 or any(letter in ":;=" or letter.isdigit() for letter in text)
    )
