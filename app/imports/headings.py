"""Lines that stand alone above the rows they speak of: "Satul Călini", "Familia Popescu Ion, sat Poiana".

A heading carries no record. What it says of the village or the household is handed down to the rows under it.
"""

import re
from collections.abc import Sequence

import msgspec

from app.domain.folding import words
from app.imports.mapping import SheetMapping
from app.imports.reading import Cell, Sheet
from app.imports.values import cell_text
from app.imports.vocabulary import folded, vocabulary

_EDGES = " :.,;-–"
_LISTED = re.compile(r"^\(?[\dIVX]{1,4}[.)]\s*")
_NUMBERED = re.compile(r"^(?:(?:nr|no|sz|numer|numar)\b[. :]*|#\s*)?(\d[\w/\-]*)", re.IGNORECASE)
_LONGEST_WORDS = 24
_PREFIX_WORDS = 2
_SHARE_WITH_ROWS = 0.6


class FamilyHeading(msgspec.Struct, frozen=True):
    """`remark` is the whole text where it says more than a name, a number and a village."""

    row: int
    name: str = ""
    number: str | None = None
    village: str | None = None
    remark: str | None = None


def village_heading(
    row: int, cells: Sequence[tuple[int, str | None, Cell]], sheet: Sheet, mapping: SheetMapping
) -> str | None:
    """The village in a line like "Satul Călini"; `cells` are (column, field, cell) of row `row` (from 1)."""
    if len(cells) != 1 or not isinstance(cells[0][2], str):
        return None
    column, field, cell = cells[0]
    text = cell_text(cell).strip(" :.-–")
    said = words(text)
    if not said or len(said) > 5:
        return None
    if said[0] in vocabulary().village_heading and len(said) > 1:
        return text.split(maxsplit=1)[1].strip(" :.-–")
    wide = any(
        top == row - 1 and right - left >= 2
        for (top, left), (_, right) in sheet.merges
        if left <= column <= right
    )
    numbered = field in ("family_number", "row_number") and not any(letter.isdigit() for letter in text)
    known = said[0] in vocabulary().total or said[0] in vocabulary().footer
    if (wide or numbered) and not known and mapping.column("village") is None and mapping.village is None:
        return text
    return None


def family_headings(sheet: Sheet, last_header: int) -> dict[int, FamilyHeading]:
    """The headings of households by row (from 1); {} unless most lines that look like one stand above other rows."""
    found: dict[int, FamilyHeading] = {}
    above_rows: list[int] = []
    before: int | None = None
    for row, cells in enumerate(sheet.rows[last_header:], start=last_header + 1):
        given = [cell for cell in cells if cell is not None]
        if not given:
            continue
        heading = _family_heading(row, given[0]) if len(given) == 1 else None
        if heading is not None:
            found[row] = heading
        elif before is not None and len(given) > 1:
            above_rows.append(before)
        before = row if heading is not None else None
    if len(above_rows) < _SHARE_WITH_ROWS * len(found):
        return {}
    return {row: found[row] for row in above_rows}


def _family_heading(row: int, cell: Cell) -> FamilyHeading | None:
    if not isinstance(cell, str):
        return None
    text = _LISTED.sub("", cell_text(cell))
    first, _, rest = text.partition(" ")
    said = words(text)
    if folded(first) not in vocabulary().family_prefix or not 1 < len(said) <= _LONGEST_WORDS:
        return None
    rest = rest.strip(_EDGES)
    number = _NUMBERED.match(rest)
    if number:
        rest = rest[number.end() :].strip(_EDGES)
    name, village, remarks = "", None, False
    for part in filter(None, (part.strip(_EDGES) for part in re.split(r"[,;:(]|\s[-–]\s", rest))):
        part_words = words(part)
        if len(part_words) > 1 and part_words[0] in vocabulary().village_heading and village is None:
            village = part.split(maxsplit=1)[1].strip(_EDGES)
        elif not name and not any(letter.isdigit() for letter in part) and len(part_words) <= 5:
            name = part.rstrip(")")
        else:
            remarks = True
    return FamilyHeading(row, name, number[1] if number else None, village, text if remarks else None)
