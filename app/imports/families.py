"""One household's lines become one ImportedFamily: each cell goes to a field, or to a note, and what cannot be read is
reported beside its cell.

What is said of the household (village, street, phone, reasons ...) is taken from the first line that says it; where a later
line says something else, that becomes a note on its person. A column without a field speaks of the household when it is
filled on first lines only, otherwise of the person.
"""

import itertools
import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import msgspec

from app.countries.identity import IdentityCheck, check_identity
from app.countries.pack import CountryPack
from app.domain.folding import words
from app.domain.partial_date import PartialDate
from app.imports.dates import read_date
from app.imports.households import Household, number_text
from app.imports.lines import Line
from app.imports.mapping import ColumnMapping, SheetMapping, reads_month_first
from app.imports.names import likely_order, split_name, tidy_name, without_label
from app.imports.reading import Cell, Sheet
from app.imports.records import ImportedFamily, ImportedPerson, Problem, Source
from app.imports.values import (
    cell_text,
    identity_text,
    is_nothing,
    read_count,
    read_identity,
    read_money,
    read_phone,
    read_reasons,
    read_role,
    read_sex,
)
from app.imports.vocabulary import folded, vocabulary

_HOUSEHOLD_SHARE = 0.25
_TEXT_OF_HOUSEHOLD = ("village", "street", "case_worker")
_TEXT_OF_PERSON = ("occupation", "school")
_NAME_PARTS = ("full_name", "surname", "given_names")


class Habits(msgspec.Struct, frozen=True):
    """What a sheet does throughout, found once: order of names, order of dates, columns that speak of one person."""

    country: CountryPack
    today: date
    village: str | None
    name_order: str
    month_first: dict[str, bool]
    personal_columns: frozenset[int]
    village_carries: bool

    @property
    def identity_kind(self) -> str:
        return self.country.identity_numbers[0].kind


def find_habits(
    sheet: Sheet, mapping: SheetMapping, groups: Sequence[Household], country: CountryPack, today: date
) -> Habits:
    names = ([line.text("full_name") for line in group.lines if line.text("full_name")] for group in groups)
    return Habits(
        country=country,
        today=today,
        village=mapping.village,
        name_order=mapping.name_order or likely_order(names),
        month_first={field: reads_month_first(sheet, mapping, field) for field in ("birth", "last_visit")},
        personal_columns=_personal_columns(groups),
        village_carries=_village_carries(groups),
    )


def _personal_columns(groups: Sequence[Household]) -> frozenset[int]:
    """Columns filled on other lines than the first of a household often enough to be about each person."""
    first: dict[int, int] = {}
    later: dict[int, int] = {}
    for group in groups:
        for place, line in enumerate(group.lines):
            counted = later if place else first
            for column, _ in line.cells:
                counted[column.index] = counted.get(column.index, 0) + 1
    return frozenset(
        index for index, count in later.items() if count >= _HOUSEHOLD_SHARE * (count + first.get(index, 0))
    )


def _village_carries(groups: Sequence[Household]) -> bool:
    """Whether a village stands for the following households too: it is written only where it changes."""
    given = [
        next((text for line in group.lines if (text := folded(line.text("village")))), "") for group in groups
    ]
    filled = [village for village in given if village]
    changes_only = all(one != other for one, other in itertools.pairwise(filled))
    return bool(given and given[0]) and changes_only and len(filled) <= 0.6 * len(given)


class _Draft:
    """A household while its cells are being put away."""

    def __init__(self, habits: Habits) -> None:
        self.habits = habits
        self.family: dict[str, Any] = {}
        self.written: dict[str, str] = {}
        self.family_notes: list[str] = []
        self.reasons: list[str] = []
        self.members: list[ImportedPerson] = []
        self.problems: list[Problem] = []
        self.id_checks: list[IdentityCheck] = []


def build_family(
    group: Household, habits: Habits, village_above: str | None = None
) -> tuple[ImportedFamily, tuple[Problem, ...], int]:
    """The family of a household with at least one person, its problems, and how many check digits are wrong."""
    draft = _Draft(habits)
    people = [line for line in group.lines if line.is_person]
    reference = next((line for line in people if read_role(line.value("role")) == "head"), people[0])
    if group.number is not None:
        draft.family["number"] = group.number
    for place, line in enumerate(group.lines):
        _put_line_away(
            draft, group, line, first=place == 0, reference=line is reference, alone=len(people) == 1
        )
    head = next(member for member in draft.members if member.source.row == reference.row)
    _settle_name(draft, group, head)
    village = draft.family.pop("village", None) or _village_in(draft.family.get("street", ""))
    village = village or group.lines[0].under_village or habits.village or village_above
    family = ImportedFamily(
        source=Source(group.lines[0].sheet, group.lines[0].row),
        village=tidy_name(village) if village else None,
        reasons=tuple(draft.reasons),
        notes=tuple(draft.family_notes),
        members=tuple(draft.members),
        **draft.family,
    )
    wrong = sum("check_digit" in check.findings for check in draft.id_checks)
    return family, tuple(draft.problems), wrong


def _village_in(address: str) -> str | None:
    """The village in an address like "sat Poiana, str. Morii 5"; the address itself stays whole."""
    first = re.split(r"[,;]", address)[0].strip()
    said = words(first)
    if len(said) < 2 or said[0] not in vocabulary().village_heading or any(word.isdigit() for word in said):
        return None
    return first.split(maxsplit=1)[1].strip(" .:")


def _settle_name(draft: _Draft, group: Household, head: ImportedPerson) -> None:
    """The family is called by its reference person, or by what the list calls the household where that says more."""
    called = next((text for line in group.lines if (text := line.text("household_name"))), "")
    said = set(folded(without_label(called)).split())
    known = set(folded(head.full_name).split())
    if called and not said <= known:
        draft.family["name"] = tidy_name(called)
    else:
        draft.family["name"] = head.full_name or tidy_name(called) or (draft.family.get("number") or "?")


def _put_line_away(
    draft: _Draft, group: Household, line: Line, *, first: bool, reference: bool, alone: bool
) -> None:
    person: dict[str, Any] = {}
    notes: list[str] = []
    for column, cell in line.cells:
        about_household = column.index not in draft.habits.personal_columns or (alone and first)
        target = draft.family_notes if not line.is_person or (first and about_household) else notes
        _put_cell_away(draft, group, line, column, cell, person, target, reference)
    if line.is_person:
        _finish_person(draft, line, person, notes, reference=reference, alone=alone)


def _put_cell_away(
    draft: _Draft,
    group: Household,
    line: Line,
    column: ColumnMapping,
    cell: Cell,
    person: dict[str, Any],
    notes: list[str],
    reference: bool,
) -> None:
    text, field = cell_text(cell), column.field
    if field is None:
        notes.append(f"{column.header}: {text}")
    elif field == "notes":
        notes.append(text)
    elif field in _NAME_PARTS or field == "household_name":
        if field == "household_name":
            _household_name(draft, column, text, notes)
        elif field == "full_name" and not _is_in_name_parts(line, text):
            notes.append(f"{column.header}: {text}")
    elif field == "family_number":
        if number_text(cell) != group.number:
            notes.append(f"{column.header}: {text}")
    elif field == "row_number":
        if not (group.numbered_rows and number_text(cell) == group.number):
            person["list_number"] = number_text(cell)
            if not line.is_person:
                notes.append(f"{column.header}: {text}")
    elif field in _TEXT_OF_PERSON and line.is_person:
        person[field] = text
    elif field in _TEXT_OF_HOUSEHOLD:
        _household_text(draft, field, column, text, notes)
    elif field == "house_number":
        _house_number(draft, line, column, text, notes)
    elif field == "reasons":
        draft.reasons.extend(reason for reason in read_reasons(cell) if reason not in draft.reasons)
    else:
        _read_cell(draft, line, column, cell, person, notes, reference)


def _is_in_name_parts(line: Line, full_name: str) -> bool:
    """Whether a full name beside separate surname and given names says nothing more than these."""
    surname, given = line.text("surname"), line.text("given_names")
    return not (surname and given) or set(words(full_name)) <= {*words(surname), *words(given)}


def _household_name(draft: _Draft, column: ColumnMapping, text: str, notes: list[str]) -> None:
    if draft.written.setdefault("household_name", folded(text)) != folded(text):
        notes.append(f"{column.header}: {text}")


def _household_text(draft: _Draft, field: str, column: ColumnMapping, text: str, notes: list[str]) -> None:
    if field not in draft.written:
        draft.written[field] = folded(text)
        draft.family[field] = text
    elif draft.written[field] != folded(text):
        notes.append(f"{column.header}: {text}")


def _house_number(draft: _Draft, line: Line, column: ColumnMapping, text: str, notes: list[str]) -> None:
    if "house_number" not in draft.written:
        draft.written["house_number"] = folded(text)
        street = draft.family.get("street")
        if street is None and (street := line.text("street")):
            draft.written["street"] = folded(street)
        draft.family["street"] = f"{street} {text}" if street else text
    elif draft.written["house_number"] != folded(text):
        notes.append(f"{column.header}: {text}")


def _read_cell(
    draft: _Draft,
    line: Line,
    column: ColumnMapping,
    cell: Cell,
    person: dict[str, Any],
    notes: list[str],
    reference: bool,
) -> None:
    """Cells that must be understood; the ones that cannot be are kept as notes and reported."""
    text, field = cell_text(cell), column.field or ""
    code = _understand(draft, line, field, cell, person, reference)
    if code is None:
        return
    kept = f"{column.header}: {text}"
    notes.append(kept)
    if code and not is_nothing(text):
        draft.problems.append(Problem(line.sheet, line.row, column.header, code, text))


def _understand(
    draft: _Draft, line: Line, field: str, cell: Cell, person: dict[str, Any], reference: bool
) -> str | None:
    """None when the cell found its field; otherwise the code of the problem, "" when it only has to be kept."""
    habits = draft.habits
    if field == "birth":
        read = read_date(cell, today=habits.today, month_first=habits.month_first["birth"])
        person["birth"] = read
        return "date_unreadable" if read is None else None
    if field == "identity_number":
        identity = None if is_nothing(identity_text(cell)) else read_identity(cell, habits.identity_kind)
        if identity is None:
            return ""
        person["identity_kind"], person["identity_number"] = identity
        return None
    if field == "sex" and line.is_person:
        person["sex"] = read_sex(cell)
        return "sex_unreadable" if person["sex"] is None else None
    if field == "role" and line.is_person:
        person["role"], person["role_text"] = read_role(cell), cell_text(cell)
        return None
    if field == "phone":
        return _understand_phone(draft, line, cell, person, of_household=reference or not line.is_person)
    if field == "monthly_income":
        return _first_of_household(
            draft, field, read_money(cell, habits.country.currency), "money_unreadable"
        )
    if field == "member_count":
        return _first_of_household(draft, "declared_member_count", read_count(cell), "count_unreadable")
    if field == "last_visit":
        month_first = habits.month_first["last_visit"]
        exact = _exact_day(read_date(cell, today=_next_year(habits.today), month_first=month_first))
        return _first_of_household(draft, "last_visit_on", exact, "date_unreadable")
    return ""


def _understand_phone(
    draft: _Draft, line: Line, cell: Cell, person: dict[str, Any], *, of_household: bool
) -> str | None:
    phone = read_phone(cell)
    if phone is None:
        return "phone_unreadable"
    if of_household and "phone" not in draft.family:
        draft.family["phone"] = phone
    elif line.is_person:
        person["phone"] = phone
    else:
        return ""
    return None


def _first_of_household(draft: _Draft, field: str, value: object, code: str) -> str | None:
    if value is None:
        return code
    if field in draft.family:
        return None if draft.family[field] == value else ""
    draft.family[field] = value
    return None


def _finish_person(
    draft: _Draft, line: Line, person: dict[str, Any], notes: list[str], *, reference: bool, alone: bool
) -> None:
    family_name, given_names = _name(line, draft.habits)
    if not (family_name or given_names):
        draft.problems.append(Problem(line.sheet, line.row, "", "name_missing", ""))
    if person.get("identity_number"):
        _compare_with_identity(draft, line, person)
    if alone and reference and person.get("role") is None and person.get("role_text") is None:
        person["role"] = "head"
    source = Source(line.sheet, line.row)
    draft.members.append(
        ImportedPerson(
            family_name=family_name, given_names=given_names, source=source, notes=tuple(notes), **person
        )
    )


def _name(line: Line, habits: Habits) -> tuple[str, str]:
    surname, given = line.text("surname"), line.text("given_names")
    full = line.text("full_name")
    if full and not (surname or given):
        return split_name(without_label(full), habits.name_order)
    if full and surname and not given:
        return tidy_name(surname), tidy_name(full)
    if full and given and not surname:
        return tidy_name(full), tidy_name(given)
    return tidy_name(surname), tidy_name(given)


def _compare_with_identity(draft: _Draft, line: Line, person: dict[str, Any]) -> None:
    """Findings of the number, and what it says against the list; a flawless number fills what the list leaves open."""
    check = check_identity(person["identity_kind"], person["identity_number"])
    draft.id_checks.append(check)
    header = _header_of(line, "identity_number")
    for finding in check.findings:
        draft.problems.append(Problem(line.sheet, line.row, header, f"identity_{finding}", check.number))
    if check.findings:
        return
    birth: PartialDate | None = person.get("birth")
    if check.birth_on is not None:
        if birth is None or _agrees(birth, check.birth_on):
            person["birth"] = PartialDate.of(check.birth_on)
        else:
            draft.problems.append(
                Problem(line.sheet, line.row, _header_of(line, "birth"), "birth_differs", line.text("birth"))
            )
    if check.sex is not None:
        if person.get("sex") is None:
            person["sex"] = check.sex
        elif person["sex"] != check.sex:
            draft.problems.append(
                Problem(line.sheet, line.row, _header_of(line, "sex"), "sex_differs", line.text("sex"))
            )


def _agrees(birth: PartialDate, birth_on: date) -> bool:
    return (
        birth.year == birth_on.year
        and birth.month in (None, birth_on.month)
        and birth.day in (None, birth_on.day)
    )


def _header_of(line: Line, field: str) -> str:
    return next((column.header for column, _ in line.cells if column.field == field), "")


def _exact_day(read: PartialDate | None) -> date | None:
    return date(read.year, read.month, read.day) if read and read.month and read.day else None


def _next_year(today: date) -> date:
    return date(today.year + 1, 12, 31)


def persons(families: Iterable[ImportedFamily]) -> list[ImportedPerson]:
    """All person rows, in the order of the file."""
    return [member for family in families for member in family.members]
