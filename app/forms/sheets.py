"""Tables of an XLSForm written as Markdown, with the place of every cell.

The dialect is pyxform's: the first cell of a table's first row names the sheet, the other cells of that row are the
headers; a row of dashes is decoration; ``\\|`` is a bar inside a cell; everything that is not a table is prose. A row is
numbered as a spreadsheet would number it, headers being row 1.
"""

import re
from collections.abc import Mapping

import msgspec

from app.errors import FormInvalid

_TABLE_LINE = re.compile(r"^\s*\|(.*)\|\s*$")
_SEPARATOR = re.compile(r"^[\s|:-]+$")
_BAR = re.compile(r"(?<!\\)\|")
MOST_ROWS = 20_000


class Row(msgspec.Struct, frozen=True):
    """Cells by header, without the empty ones."""

    sheet: str
    number: int
    cells: Mapping[str, str]

    def cell(self, header: str) -> str:
        return self.cells.get(header, "")

    def wrong(self, reason: str, column: str, **facts: str | int) -> FormInvalid:
        """The error for a cell of this row: sheet, row and column, as the author finds it."""
        return FormInvalid(reason=reason, sheet=self.sheet, row=self.number, column=column, **facts)


Sheets = Mapping[str, tuple[Row, ...]]


def read_sheets(text: str) -> Sheets:
    """All tables of the text by lower-case sheet name.

    Raises FormInvalid for a table without a sheet name, a sheet given twice, or a row with more cells than headers.
    """
    sheets: dict[str, list[Row]] = {}
    headers: list[str] = []
    sheet = ""
    for line in text.splitlines():
        table_line = _TABLE_LINE.match(line)
        if table_line is None or _SEPARATOR.match(table_line[1]):
            continue
        name, *cells = (cell.strip().replace("\\|", "|") for cell in _BAR.split(table_line[1]))
        if name:
            sheet, headers = name.lower(), cells
            if sheet in sheets:
                raise FormInvalid(reason="sheet_twice", sheet=sheet, row=1, column="")
            sheets[sheet] = []
            continue
        if not sheet:
            raise FormInvalid(reason="no_sheet_name", sheet="", row=1, column="")
        if not any(cells):
            continue
        number = len(sheets[sheet]) + 2
        if number > MOST_ROWS:
            raise FormInvalid(reason="too_many_rows", sheet=sheet, row=number, column="")
        if any(cells[len(headers) :]):
            raise FormInvalid(reason="more_cells_than_headers", sheet=sheet, row=number, column=headers[-1])
        named = {header: cell for header, cell in zip(headers, cells, strict=False) if header and cell}
        sheets[sheet].append(Row(sheet, number, named))
    return {name: tuple(rows) for name, rows in sheets.items()}
