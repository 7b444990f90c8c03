"""Reading a caseload file into plain cells: .xlsx, .xls and .ods through calamine, lists as text through `text_lists`.

The content decides what a file is, not its name, because offices rename. `read_workbook` either returns a Workbook with
at least one cell or raises an ImportProblem; the checks that keep a hostile or broken file from eating the memory of a
small laptop come first (`gate`).
"""

import io
from datetime import date, datetime, time, timedelta
from pathlib import Path

import msgspec
import python_calamine
from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum

from app.errors import ImportEmpty, ImportPassword, ImportUnreadable
from app.imports.gate import FileKind, admit
from app.imports.text_lists import parse_text_list

Cell = str | int | float | bool | date | time | timedelta | None
"""One cell as the file has it; None when it is empty. A datetime is a date too."""

Merge = tuple[tuple[int, int], tuple[int, int]]


class Sheet(msgspec.Struct, frozen=True):
    """`rows[0]` is row 1 of the sheet; rows have no empty cells at their end. `merges` are (row, column) corners from 0; `width` is the
    length of the longest row."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    merges: tuple[Merge, ...] = ()
    width: int = 0

    def __post_init__(self) -> None:
        if not self.width and self.rows:
            msgspec.structs.force_setattr(self, "width", max(map(len, self.rows)))

    def cell(self, row: int, column: int) -> Cell:
        """The cell at indices from 0; None outside the filled area."""
        if row >= len(self.rows) or column >= len(self.rows[row]):
            return None
        return self.rows[row][column]


class Workbook(msgspec.Struct, frozen=True):
    """`name` is the file name without its folder."""

    name: str
    sheets: tuple[Sheet, ...]


def read_workbook(path: Path | str) -> Workbook:
    """Read a file whole. Raises one of the ImportProblems; nothing is left open."""
    path = Path(path)
    kind, content = admit(path)
    if kind is FileKind.TEXT:
        rows = parse_text_list(content, path.name)
        sheets: tuple[Sheet, ...] = (Sheet(path.stem, tuple(_trimmed(row) for row in rows)),)
    else:
        sheets = _read_with_calamine(content, path.name)
    filled = tuple(sheet for sheet in sheets if any(sheet.rows))
    if not filled:
        raise ImportEmpty(file=path.name)
    return Workbook(path.name, filled)


def _read_with_calamine(content: bytes, file: str) -> tuple[Sheet, ...]:
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            return tuple(
                _plain_sheet(workbook.get_sheet_by_name(meta.name))
                for meta in workbook.sheets_metadata
                if meta.typ is SheetTypeEnum.WorkSheet
            )
    except python_calamine.PasswordError:
        raise ImportPassword(file=file) from None
    except (python_calamine.CalamineError, OSError, ValueError, OverflowError):
        raise ImportUnreadable(file=file) from None
    except BaseException as failure:
        # A panic of the native reader is no Exception, and means a damaged file as well.
        if type(failure).__name__ != "PanicException":
            raise
        raise ImportUnreadable(file=file) from None


def _plain_sheet(sheet: CalamineSheet) -> Sheet:
    if sheet.start is None:
        return Sheet(sheet.name, ())
    top, left = sheet.start
    indent: tuple[Cell, ...] = (None,) * left
    rows = tuple(_trimmed((*indent, *(_plain_cell(cell) for cell in row))) for row in sheet.iter_rows())
    return Sheet(sheet.name, ((),) * top + rows, tuple(sheet.merged_cell_ranges or ()))


def _plain_cell(cell: Cell) -> Cell:
    if isinstance(cell, str):
        return cell if cell.strip() else None
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return int(cell)
    return cell


def _trimmed(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    end = len(row)
    while end and row[end - 1] is None:
        end -= 1
    return row[:end]
