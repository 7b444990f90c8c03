"""Where the header of a table is: one row or two, perhaps under title lines; and the text of each column's header."""

from app.imports.headers import is_data_like
from app.imports.phrases import header_scores
from app.imports.reading import Cell, Sheet
from app.imports.values import cell_text

_SEARCH_ROWS = 40


def find_header(sheet: Sheet, kind: str) -> tuple[int, ...]:
    """Row numbers (from 1) of the header: one row or two; () when no row reads like one."""
    best: tuple[float, tuple[int, ...]] = (1.6, ())
    for row in range(min(_SEARCH_ROWS, len(sheet.rows))):
        alone = _header_score(sheet, (row + 1,), kind)
        best = max(best, (alone, (row + 1,)), key=lambda found: found[0])
        if row + 1 < len(sheet.rows):
            both = _header_score(sheet, (row + 1, row + 2), kind)
            single = max(alone, _header_score(sheet, (row + 2,), kind))
            if both > single + 0.45:
                best = max(best, (both, (row + 1, row + 2)), key=lambda found: found[0])
    return best[1]


def _header_score(sheet: Sheet, header_rows: tuple[int, ...], kind: str) -> float:
    score = 0.0
    cells: list[Cell] = [cell for row in header_rows for cell in sheet.rows[row - 1] if cell is not None]
    if len(cells) < 2:
        return 0.0
    seen: set[str] = set()
    for text in header_texts(sheet, header_rows, kind):
        found = header_scores(text, kind)
        if found and max(found.values()) >= 0.68:
            field = max(found, key=lambda name: found[name])
            score += max(found.values()) * (1.0 if field not in seen or field in ("notes", "other") else 0.3)
            seen.add(field)
    return score - 0.8 * sum(is_data_like(cell) for cell in cells)


def header_texts(sheet: Sheet, header_rows: tuple[int, ...], kind: str) -> list[str]:
    """The header of each column; over two rows, the upper text (also of a merged cell) and the lower one."""
    width = sheet.width
    if not header_rows:
        return [""] * width
    if len(header_rows) == 1:
        return [cell_text(sheet.cell(header_rows[0] - 1, place)) for place in range(width)]
    upper, lower = header_rows[0] - 1, header_rows[1] - 1
    texts = []
    spread = ""
    for place in range(width):
        above, below = cell_text(sheet.cell(upper, place)), cell_text(sheet.cell(lower, place))
        if above:
            spread = above
        elif not below or not _spans(sheet, upper, place):
            spread = ""
        texts.append(_joined(spread if below else above, below, kind))
    return texts


def _joined(above: str, below: str, kind: str) -> str:
    """ "Adresa" over "Nr." needs both words; "Date personale" over "CNP" says nothing more than "CNP"."""
    both = " ".join(part for part in (above, below) if part)
    together, alone = header_scores(both, kind), header_scores(below, kind)
    if not above or not alone or max(alone.values()) < 0.9 or alone.get("row_number", 0.0) >= 0.9:
        return both
    meant = max(together, key=lambda field: together[field]) if together else None
    return both if meant == "other" else below


def _spans(sheet: Sheet, row: int, place: int) -> bool:
    """Whether an empty upper cell belongs to the text on its left: by a merge, or where the file tells none."""
    around = [merge for merge in sheet.merges if merge[0][0] <= row <= merge[1][0]]
    if not around:
        return True
    return any(left <= place <= right for (_, left), (_, right) in around)
