"""The rows under a header, sorted into those that carry a record and those that do not.

Blank rows vanish. Titles, repeated headers, rows that only number the columns and headings with a village are layout
and become title lines. Totals and signatures are set aside with their reason. Everything else is a `Line`.
"""

import itertools
import re
from datetime import date
from functools import lru_cache

import msgspec

from app.domain.folding import words
from app.imports.headings import FamilyHeading, family_headings, village_heading
from app.imports.mapping import ColumnMapping, SheetMapping, column_letter
from app.imports.names import name_like
from app.imports.phrases import PEOPLE
from app.imports.reading import Cell, Sheet
from app.imports.records import SetAside, TitleLine
from app.imports.values import cell_text, is_nothing, is_yes, read_role
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
    under_family: FamilyHeading | None = None

    def value(self, field: str) -> Cell:
        return next((cell for column, cell in self.cells if column.field == field), None)

    def text(self, field: str) -> str:
        return cell_text(self.value(field))

    def header(self, field: str) -> str:
        """The header over a field's cell; "" when the line has none."""
        return next((column.header for column, _ in self.cells if column.field == field), "")

    @property
    def role(self) -> str | None:
        """The role code of the line's person; a mark in a column called "Cap de familie" says head."""
        for column, cell in self.cells:
            if column.field == "role":
                if is_yes(cell) and read_role(column.header) == "head":
                    return "head"
                return read_role(cell)
        return None

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
    families = family_headings(sheet, last_header) if mapping.kind == PEOPLE else {}
    lines: list[Line] = []
    titles: list[TitleLine] = []
    aside: list[SetAside] = []
    village: str | None = None
    family: FamilyHeading | None = None
    gap = ended = False
    given = [
        Line(sheet.name, number, _cells(row, columns))
        for number, row in enumerate(sheet.rows, start=1)
        if any(cell is not None for cell in row)
    ]
    repeated = {line.row for line in given if _repeats_header(line, headers | header_cells)}
    last_record = next((line.row for line in reversed(given) if _is_plainly_a_record(line)), 0)
    for place, line in enumerate(given):
        gap = gap or (place > 0 and line.row > given[place - 1].row + 1)
        family = families.get(line.row, family)
        heading = (
            village_heading(
                line.row, [(column.index, column.field, cell) for column, cell in line.cells], sheet, mapping
            )
            if line.row > last_header
            else None
        )
        titles_a_table = len(line.cells) == 1 and place + 1 < len(given) and given[place + 1].row in repeated
        layout = line.row in repeated or titles_a_table or _numbers_columns(line) or _is_page_mark(line)
        if line.row <= last_header or layout or heading or line.row in families:
            titles.append(TitleLine(sheet.name, line.row, tuple(text for _, text in line.texts())))
            village = heading or village
            ended = ended and not layout
            continue
        ended = ended and not _is_plainly_a_record(line)
        reason = _not_a_record(line, ended)
        if reason is None and line.row > last_record and _has_empty_words_only(line):
            reason = "after_the_end"
        ended = ended or reason == "footer" or (reason == "total_line" and line.row > last_record)
        if reason is None:
            lines.append(
                msgspec.structs.replace(line, under_village=village, after_gap=gap, under_family=family)
            )
        else:
            aside.append(SetAside(sheet.name, line.row, reason, line.texts()))
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


def _record_fields(line: Line, *, sums: bool) -> set[str | None]:
    """The fields of the cells that say something; with `sums` off, without what stands in a total line."""
    return {
        column.field
        for column, cell in line.cells
        if not is_nothing(cell_text(cell))
        and (sums or not (_is_sum(cell) or _begins(cell, vocabulary().total)))
        and (column.field != "role" or read_role(cell) is not None)
        and not _begins(cell, vocabulary().footer)
    }


def _not_a_record(line: Line, ended: bool) -> str | None:
    """Why a row carries no record, or None when it does. `ended`: a total or a signature stood above, and no record follows."""
    sums_up = _starts_with(line, vocabulary().total, 3)
    if not (sums_up or ended or len(line.cells) <= 3):
        return None
    said = _record_fields(line, sums=False)
    if sums_up and not said & _OF_A_RECORD:
        return "total_line"
    few = len(line.cells) <= 3 and not said & (_OF_A_PERSON | {"visit_date"})
    signs = _starts_with(line, vocabulary().footer, 1) or (
        # "Popescu Ion, primar" is a member with an occupation, unless the list is over.
        (ended or not said & set(NAME_FIELDS)) and _starts_with(line, vocabulary().footer, 3)
    )
    if few and signs and not _is_numbered(line):
        return "footer"
    if ended and len(line.cells) <= 2 and not said & _OF_A_RECORD and not _is_numbered(line):
        return "after_the_end"
    if len(line.cells) == 1 and said & set(NAME_FIELDS) and _is_remark(cell_text(line.cells[0][1])):
        return "not_a_person"
    return None


def _is_plainly_a_record(line: Line) -> bool:
    """A row that no signature block has: a name or a family beside something that only a record has."""
    if _starts_with(line, vocabulary().total, 3) or _starts_with(line, vocabulary().footer, 3):
        return False
    said = _record_fields(line, sums=True)
    if said & {"identity_number", "birth", "role"} and len(line.cells) > 1:
        return True
    return _is_numbered(line) and len(said) > 1


def _has_empty_words_only(line: Line) -> bool:
    """Titles and names under columns where they mean nothing, as in "Director,  ...  Asistent social,"."""
    said = _record_fields(line, sums=True)
    return line.is_person and not said & {*NAME_FIELDS, *_OF_A_RECORD} and not _is_numbered(line)


def _is_sum(cell: Cell) -> bool:
    """What stands in a total line: a number, or "62 familii"; too short to be an identity number or a phone."""
    return bool(_SUM.fullmatch(cell_text(cell))) and not isinstance(cell, date)


def _is_numbered(line: Line) -> bool:
    return any(
        column.field in ("family_number", "row_number")
        and any(letter.isdigit() for letter in cell_text(cell))
        for column, cell in line.cells
    )


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
    return isinstance(cell, str) and not phrases.isdisjoint(_beginnings(cell))


@lru_cache(maxsize=1 << 14)
def _beginnings(text: str) -> tuple[str, ...]:
    """The first word of a text, its first two and its first three, folded."""
    said = folded(text).split(maxsplit=3)
    return tuple(" ".join(said[:length]) for length in range(1, min(3, len(said)) + 1))


def _is_remark(text: str) -> bool:
    return not name_like(text) and (
        len(text.split()) > 5 or any(letter in ":;=" or letter.isdigit() for letter in text)
    )
