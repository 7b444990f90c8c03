"""The proposal of what each sheet and column is: a plain value that the wizard shows, changes and hands back.

A field of a column is one of `PEOPLE_FIELDS` or `VISIT_FIELDS`, or None: such a column becomes notes. `header_rows` are
row numbers as people see them (from 1); empty when the sheet has no header. Rows above the last of them are title lines.
"""

from collections.abc import Callable
from datetime import date

import msgspec

from app.domain.folding import words
from app.errors import ImportNoTable
from app.imports.dates import is_month_first
from app.imports.header_rows import find_header, header_texts
from app.imports.headers import (
    examine,
    identity_kinds,
)
from app.imports.names import GIVEN_FIRST, SURNAME_FIRST
from app.imports.phrases import HOUSEHOLDS, IGNORED, PEOPLE, VISITS, header_language_votes
from app.imports.reading import Sheet, Workbook
from app.imports.settling import settled_fields
from app.imports.values import cell_text
from app.imports.vocabulary import folded, vocabulary

PEOPLE_FIELDS = (
    "family_number", "row_number", "household_name", "full_name", "surname", "given_names", "identity_number", "birth",
    "sex", "role", "village", "street", "house_number", "phone", "occupation", "school", "monthly_income",
    "member_count", "case_worker", "reasons", "last_visit", "notes",
)  # fmt: skip
VISIT_FIELDS = (
    "visit_date", "family_number", "row_number", "full_name", "identity_number", "village", "case_worker", "purpose",
    "findings", "measures", "notes",
)  # fmt: skip

_WEIGHTS = {
    PEOPLE: {"identity_number": 2.0, "birth": 2.0, "role": 2.0, "full_name": 1.5, "surname": 1.5, "given_names": 1.5,
             "household_name": 1.0, "member_count": 1.5, "phone": 0.7, "occupation": 1.0, "school": 1.0, "street": 0.7,
             "monthly_income": 1.0, "village": 0.5, "family_number": 0.5, "last_visit": 0.7, "reasons": 0.7, "sex": 0.7},
    VISITS: {"visit_date": 2.5, "findings": 2.0, "purpose": 1.5, "measures": 1.5, "case_worker": 1.0, "full_name": 0.7,
             "family_number": 0.7, "identity_number": 0.5},
}  # fmt: skip


_LEAST_SCORE = 2.0
_LEAST_SCORE_ALONE = 1.5


class ColumnMapping(msgspec.Struct, frozen=True):
    """`index` counts from 0; `header` is never empty (a column without one is called by its letter)."""

    index: int
    header: str
    field: str | None = None


class SheetMapping(msgspec.Struct, frozen=True):
    """`kind` is people | households (one row each, members on another sheet) | visits | ignored; `village` is given when the sheet's name is a village."""

    sheet: str
    kind: str
    header_rows: tuple[int, ...] = ()
    columns: tuple[ColumnMapping, ...] = ()
    village: str | None = None
    name_order: str | None = None

    def column(self, field: str) -> ColumnMapping | None:
        return next((column for column in self.columns if column.field == field), None)


class Mapping(msgspec.Struct, frozen=True):
    """`country` is the code of the country whose identity numbers and currency are expected."""

    country: str
    sheets: tuple[SheetMapping, ...]


def propose_mapping(workbook: Workbook, today: date | None = None) -> Mapping:
    """What Vatra believes each sheet and column to be. ImportNoTable when no sheet is a list of people or visits."""
    today = today or date.today()  # noqa: DTZ011 - a day on the worker's calendar
    sheets = [_propose_sheet(sheet, today, _LEAST_SCORE) for sheet in workbook.sheets]
    if all(sheet.kind == IGNORED for sheet in sheets):
        # Numbers and names are little to know a list by, but better than refusing the file.
        # One line of prose with a name in it is no list, though.
        sheets = [
            _propose_sheet(sheet, today, _LEAST_SCORE_ALONE if len(sheet.rows) > 1 else _LEAST_SCORE)
            for sheet in workbook.sheets
        ]
    if all(sheet.kind == IGNORED for sheet in sheets):
        raise ImportNoTable(file=workbook.name)
    sheets = _with_rosters(workbook, sheets)
    people = [sheet for sheet in sheets if sheet.kind == PEOPLE]
    sheets = [_with_village(sheet, len(people)) for sheet in sheets]
    return Mapping(_country(workbook, sheets), tuple(sheets))


def change_column(mapping: Mapping, sheet: str, index: int, field: str | None) -> Mapping:
    """The mapping with one column given another field (or none); a column that had the field loses it."""

    def changed(column: ColumnMapping) -> ColumnMapping:
        if column.index == index:
            return msgspec.structs.replace(column, field=field)
        if field is not None and field != "notes" and column.field == field:
            return msgspec.structs.replace(column, field=None)
        return column

    return _change_sheet(
        mapping, sheet, lambda old: msgspec.structs.replace(old, columns=tuple(map(changed, old.columns)))
    )


def change_kind(mapping: Mapping, workbook: Workbook, sheet: str, kind: str) -> Mapping:
    """The mapping with a sheet read as another kind; its columns are proposed anew for it."""
    original = next(candidate for candidate in workbook.sheets if candidate.name == sheet)
    today = date.today()  # noqa: DTZ011 - a day on the worker's calendar
    if kind == IGNORED:
        return _change_sheet(mapping, sheet, lambda old: msgspec.structs.replace(old, kind=IGNORED))
    proposed = _propose_as(original, VISITS if kind == VISITS else PEOPLE, today)[1]
    return _change_sheet(mapping, sheet, lambda _: msgspec.structs.replace(proposed, kind=kind))


def _change_sheet(mapping: Mapping, sheet: str, change: Callable[[SheetMapping], SheetMapping]) -> Mapping:
    sheets = tuple(change(old) if old.sheet == sheet else old for old in mapping.sheets)
    return msgspec.structs.replace(mapping, sheets=sheets)


def _propose_sheet(sheet: Sheet, today: date, least: float) -> SheetMapping:
    people_score, people = _propose_as(sheet, PEOPLE, today)
    visits_score, visits = _propose_as(sheet, VISITS, today)
    name_words = set(words(sheet.name))
    visits_score += 2.0 * bool(name_words & vocabulary().visits_sheet and visits.column("visit_date"))
    if not visits.column("visit_date"):
        visits_score = 0.0
    if max(people_score, visits_score) < least:
        return msgspec.structs.replace(people, kind=IGNORED)
    return visits if visits_score > people_score else people


def _propose_as(sheet: Sheet, kind: str, today: date) -> tuple[float, SheetMapping]:
    header_rows = find_header(sheet, kind)
    headers = header_texts(sheet, header_rows, kind)
    first = header_rows[-1] if header_rows else 0
    contents = [
        examine([sheet.cell(row, place) for row in range(first, len(sheet.rows))], today)
        for place in range(sheet.width)
    ]
    fields = settled_fields(headers, contents, kind)
    columns = tuple(
        ColumnMapping(place, headers[place] or column_letter(place), fields[place])
        for place in range(sheet.width)
        if contents[place].cells or headers[place]
    )
    score = sum(_WEIGHTS[kind].get(column.field or "", 0.0) for column in columns)
    return score, SheetMapping(sheet.name, kind, header_rows, columns, None, _name_order(columns))


def _name_order(columns: tuple[ColumnMapping, ...]) -> str | None:
    header = next((folded(column.header) for column in columns if column.field == "full_name"), "")
    if any(phrase in header for phrase in vocabulary().given_first):
        return GIVEN_FIRST
    if (
        any(phrase in header for phrase in vocabulary().surname_first if len(phrase) > 3)
        or header in vocabulary().surname_first
    ):
        return SURNAME_FIRST
    return None


def _with_rosters(workbook: Workbook, sheets: list[SheetMapping]) -> list[SheetMapping]:
    """A sheet with one row per household beside a sheet with the members of the same numbers is no list of people."""
    numbers = [
        _family_numbers(sheet, mapping) if mapping.kind == PEOPLE else []
        for sheet, mapping in zip(workbook.sheets, sheets, strict=True)
    ]

    def is_roster(place: int) -> bool:
        mine = set(numbers[place])
        return (
            bool(mine)
            and len(mine) == len(numbers[place])
            and sheets[place].column("role") is None
            and any(
                other != place
                and len(mine & set(numbers[other])) >= 0.5 * len(mine)
                and (
                    len(numbers[other]) > len(set(numbers[other])) or sheets[other].column("role") is not None
                )
                for other in range(len(sheets))
            )
        )

    return [
        msgspec.structs.replace(sheet, kind=HOUSEHOLDS) if is_roster(place) else sheet
        for place, sheet in enumerate(sheets)
    ]


def _family_numbers(sheet: Sheet, mapping: SheetMapping) -> list[str]:
    """The numbers written in the column of family numbers, in order; [] without such a column."""
    column = mapping.column("family_number")
    if column is None:
        return []
    first = mapping.header_rows[-1] if mapping.header_rows else 0
    texts = (cell_text(sheet.cell(row, column.index)) for row in range(first, len(sheet.rows)))
    return [folded(text) for text in texts if any(letter.isdigit() for letter in text)]


def _with_village(sheet: SheetMapping, people_sheets: int) -> SheetMapping:
    """Lists kept as one sheet per village: the sheet's name is the village where no column says it."""
    said = words(sheet.sheet)
    general = vocabulary().people_sheet | vocabulary().plain_sheet | vocabulary().visits_sheet
    if sheet.kind != PEOPLE or people_sheets < 2 or sheet.column("village") or not said:
        return sheet
    if any(
        word in general or word.isdigit() or any(word.startswith(plain) for plain in vocabulary().plain_sheet)
        for word in said
    ):
        return sheet
    name = cell_text(sheet.sheet)
    if said[0] in vocabulary().village_heading and len(said) > 1:
        name = name.split(maxsplit=1)[1]
    return msgspec.structs.replace(sheet, village=name)


def _country(workbook: Workbook, sheets: list[SheetMapping]) -> str:
    """By the identity numbers; without any, by the language of the headers."""
    kinds = {"cnp": 0, "pesel": 0}
    votes: dict[str, int] = {}
    for sheet, mapped in zip(workbook.sheets, sheets, strict=True):
        if mapped.kind == IGNORED:
            continue
        column = mapped.column("identity_number")
        if column is not None:
            for kind, count in identity_kinds(
                [sheet.cell(row, column.index) for row in range(len(sheet.rows))]
            ).items():
                kinds[kind] += count
        for language, count in header_language_votes([column.header for column in mapped.columns]).items():
            votes[language] = votes.get(language, 0) + count
    if kinds["cnp"] != kinds["pesel"]:
        return "ro" if kinds["cnp"] > kinds["pesel"] else "pl"
    return "pl" if votes.get("pl", 0) > votes.get("ro", 0) + votes.get("hu", 0) else "ro"


def column_letter(index: int) -> str:
    """What a spreadsheet calls a column: 0 -> A, 26 -> AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def reads_month_first(sheet: Sheet, mapping: SheetMapping, field: str) -> bool:
    """Whether the dates of a field are written month first throughout."""
    column = mapping.column(field)
    first = mapping.header_rows[-1] if mapping.header_rows else 0
    if column is None:
        return False
    return is_month_first(sheet.cell(row, column.index) for row in range(first, len(sheet.rows)))
