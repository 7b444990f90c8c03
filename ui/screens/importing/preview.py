"""The rows of a caseload as the third step shows them: one per person, visit and row set aside, in the order of the file.

Pure values: the words for codes are put in when a cell is painted.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from app.imports.mapping import Mapping
from app.imports.records import Caseload, ImportedFamily, ImportedPerson, ImportedVisit, Source

ROW, FAMILY, PERSON, BORN, IDENTITY, PLACE, PHONE, REMARKS = range(8)
_PLACE_OF_FIELD = {
    "full_name": PERSON,
    "surname": PERSON,
    "given_names": PERSON,
    "sex": PERSON,
    "role": PERSON,
    "visit_date": PERSON,
    "birth": BORN,
    "identity_number": IDENTITY,
    "village": PLACE,
    "street": PLACE,
    "phone": PHONE,
}
LAYOUT_ONLY = frozenset({"total_line", "after_total", "footer", "sheet_ignored"})
"""Reasons that nobody has to look at one by one: the report lists them."""


@dataclass(frozen=True)
class Remark:
    """Something to look at in one cell: ``place`` is the column of the preview, ``code`` and ``value`` say what."""

    place: int
    code: str
    value: str
    header: str = ""
    aside: bool = False


@dataclass(frozen=True)
class PreviewRow:
    """One row of the file as it would be kept; ``cells`` by column, without the remarks."""

    sheet: str
    row: int
    cells: tuple[str, ...]
    role: str | None = None
    remarks: tuple[Remark, ...] = ()

    @property
    def is_double(self) -> bool:
        return any(remark.code == "possible_duplicate" for remark in self.remarks)


@dataclass(frozen=True)
class Figures:
    """What would be brought in, and how many rows have something to look at."""

    families: int
    people: int
    visits: int
    to_look_at: int
    doubles: int
    set_aside: int


def preview_rows(caseload: Caseload, mapping: Mapping) -> tuple[PreviewRow, ...]:
    """Every row that becomes a record, and those set aside that a person should see."""
    remarks = _remarks(caseload, mapping)
    rows = [*_records(caseload, remarks), *_set_aside(caseload)]
    order = {sheet.sheet: place for place, sheet in enumerate(mapping.sheets)}
    return tuple(sorted(rows, key=lambda row: (order.get(row.sheet, len(order)), row.row)))


def figures(caseload: Caseload, rows: tuple[PreviewRow, ...]) -> Figures:
    """The counts of a caseload as the wizard shows them."""
    counts = caseload.counts
    return Figures(
        families=counts.families,
        people=counts.person_rows,
        visits=counts.visits,
        to_look_at=sum(bool(row.remarks) for row in rows),
        doubles=sum(row.is_double for row in rows),
        set_aside=counts.rows_set_aside,
    )


def _remarks(caseload: Caseload, mapping: Mapping) -> dict[Source, tuple[Remark, ...]]:
    fields = {
        (sheet.sheet, column.header): column.field for sheet in mapping.sheets for column in sheet.columns
    }
    found: dict[Source, list[Remark]] = defaultdict(list)
    for problem in caseload.problems:
        field = fields.get((problem.sheet, problem.column))
        place = _PLACE_OF_FIELD.get(field or "", FAMILY if problem.column else PERSON)
        found[Source(problem.sheet, problem.row)].append(
            Remark(place, problem.code, problem.value, problem.column)
        )
    return {source: tuple(remarks) for source, remarks in found.items()}


def _records(caseload: Caseload, remarks: dict[Source, tuple[Remark, ...]]) -> Iterator[PreviewRow]:
    for family in caseload.families:
        seen = {member.source for member in family.members}
        for member in family.members:
            yield _person(family, member, remarks.get(member.source, ()))
        for visit in family.visits:
            seen.add(visit.source)
            yield _visit(family, visit, remarks.get(visit.source, ()))
        if family.source not in seen:
            # A line that carries only the household: its address, its number.
            cells = (str(family.source.row), _called(family), "", "", "", _place(family), family.phone or "")
            yield PreviewRow(
                family.source.sheet, family.source.row, cells, None, remarks.get(family.source, ())
            )


def _person(family: ImportedFamily, member: ImportedPerson, remarks: tuple[Remark, ...]) -> PreviewRow:
    cells = (
        str(member.source.row),
        _called(family),
        member.full_name,
        str(member.birth) if member.birth else "",
        member.identity_number or "",
        _place(family),
        member.phone or (family.phone if member.role == "head" else "") or "",
    )
    return PreviewRow(member.source.sheet, member.source.row, cells, member.role, remarks)


def _visit(family: ImportedFamily, visit: ImportedVisit, remarks: tuple[Remark, ...]) -> PreviewRow:
    said = visit.purpose or visit.findings or ""
    cells = (str(visit.source.row), _called(family), said, visit.on.isoformat(), "", _place(family), "")
    return PreviewRow(visit.source.sheet, visit.source.row, cells, "visit", remarks)


def _set_aside(caseload: Caseload) -> Iterator[PreviewRow]:
    for row in caseload.set_aside:
        if row.reason not in LAYOUT_ONLY:
            text = ", ".join(text for _, text in row.cells)
            remark = Remark(PERSON, row.reason, "", aside=True)
            yield PreviewRow(row.sheet, row.row, (str(row.row), "", text, "", "", "", ""), "aside", (remark,))


def _called(family: ImportedFamily) -> str:
    return f"{family.number} · {family.name}" if family.number else family.name


def _place(family: ImportedFamily) -> str:
    return ", ".join(part for part in (family.village, family.street) if part)
