"""What an import yields: plain frozen values, in the order of the file, ready to be kept or only counted."""

from datetime import date

import msgspec

from app.domain.partial_date import PartialDate


class Source(msgspec.Struct, frozen=True, order=True):
    """Where something stood: sheet name and row number as the office's program shows it (the first row is 1)."""

    sheet: str
    row: int


class Money(msgspec.Struct, frozen=True):
    """An amount in minor units (bani, grosze) of an ISO 4217 currency."""

    amount_minor: int
    currency: str


class ImportedPerson(msgspec.Struct, frozen=True, kw_only=True):
    """One person row. `role` is head | spouse | partner | son | daughter | child | grandchild | parent | grandparent |
    sibling | other_relative | other | None, `role_text` the word as written, `sex` "female" | "male" | None."""

    family_name: str
    given_names: str
    source: Source
    role: str | None = None
    role_text: str | None = None
    sex: str | None = None
    birth: PartialDate | None = None
    identity_kind: str | None = None
    identity_number: str | None = None
    phone: str | None = None
    occupation: str | None = None
    school: str | None = None
    list_number: str | None = None
    notes: tuple[str, ...] = ()
    duplicate_of: Source | None = None

    @property
    def full_name(self) -> str:
        return f"{self.family_name} {self.given_names}".strip()


class ImportedVisit(msgspec.Struct, frozen=True, kw_only=True):
    """One row of a visits sheet; `cells` are all its cells as given, (header, text)."""

    on: date
    source: Source
    by_text: str | None = None
    purpose: str | None = None
    findings: str | None = None
    measures: str | None = None
    cells: tuple[tuple[str, str], ...] = ()


class ImportedFamily(msgspec.Struct, frozen=True, kw_only=True):
    """One household; `name` is that of its reference person, surname first, as lists print it."""

    name: str
    source: Source
    number: str | None = None
    village: str | None = None
    street: str | None = None
    phone: str | None = None
    case_worker: str | None = None
    reasons: tuple[str, ...] = ()
    last_visit_on: date | None = None
    declared_member_count: int | None = None
    monthly_income: Money | None = None
    notes: tuple[str, ...] = ()
    members: tuple[ImportedPerson, ...] = ()
    visits: tuple[ImportedVisit, ...] = ()


class Problem(msgspec.Struct, frozen=True):
    """Something to look at in one cell (`column` is its header); `value` is the cell as written. Nothing is lost by it."""

    sheet: str
    row: int
    column: str
    code: str
    value: str


class SetAside(msgspec.Struct, frozen=True):
    """A row that became no record, why, and its cells as (header, text)."""

    sheet: str
    row: int
    reason: str
    cells: tuple[tuple[str, str], ...]


class TitleLine(msgspec.Struct, frozen=True):
    """A line that belongs to the layout, not to the list: titles, headers, page breaks, village headings."""

    sheet: str
    row: int
    cells: tuple[str, ...]


class NotesColumn(msgspec.Struct, frozen=True):
    """A column without a field whose cells were kept as notes."""

    sheet: str
    header: str


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of an import. `possible_duplicates` counts pairs, `people` distinct people, `id_warnings` wrong check
    digits, `visits` the rows of visits sheets that became visits."""

    families: int
    person_rows: int
    people: int
    possible_duplicates: int
    id_warnings: int
    visits: int
    rows_set_aside: int
    columns_kept_as_notes: int


class Caseload(msgspec.Struct, frozen=True, kw_only=True):
    families: tuple[ImportedFamily, ...]
    problems: tuple[Problem, ...]
    set_aside: tuple[SetAside, ...]
    notes_columns: tuple[NotesColumn, ...]
    title_lines: tuple[TitleLine, ...]
    counts: Counts
