"""One household's lines become one ImportedFamily: each cell goes to a field, or to a note, and what cannot be read is
reported beside its cell.

What is said of the household (village, street, phone, reasons ...) is taken from the first line that says it; where a later
line says something else, that becomes a note on its person. A column without a field speaks of the household when it is
filled on first lines only, otherwise of the person.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec

from app.domain.folding import words
from app.domain.partial_date import PartialDate
from app.imports.dates import date_within, read_date
from app.imports.habits import Habits
from app.imports.headings import FamilyHeading
from app.imports.households import Household, number_text
from app.imports.lines import NAME_FIELDS, Line
from app.imports.mapping import ColumnMapping
from app.imports.names import tidy_name, without_label
from app.imports.people import PersonDraft, is_in_name_parts
from app.imports.reading import Cell
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
    read_sex,
)
from app.imports.vocabulary import folded, vocabulary

_TEXT_OF_HOUSEHOLD = ("village", "street", "house_number", "case_worker", "household_name")
_TEXT_OF_PERSON = ("occupation", "school")

TAKEN = None
KEEP_AS_NOTE = ""


class BuiltFamily(msgspec.Struct, frozen=True):
    family: ImportedFamily
    problems: tuple[Problem, ...]
    wrong_check_digits: int


class _Place(msgspec.Struct, frozen=True):
    """Where a cell stands: its line and column, the person of the line, and where a note on it belongs."""

    line: Line
    column: ColumnMapping
    cell: Cell
    person: PersonDraft
    notes: list[str]
    of_reference: bool

    @property
    def text(self) -> str:
        return cell_text(self.cell)

    def keep_as_note(self) -> None:
        self.notes.append(f"{self.column.header}: {self.text}")


def build_family(group: Household, habits: Habits, village_above: str | None = None) -> BuiltFamily:
    """The family of a household with at least one line of a person."""
    return _FamilyDraft(group, habits).built(village_above)


class _FamilyDraft:
    """A household while its cells are being put away; `_readers` understand the cells of one field each and return TAKEN,
    KEEP_AS_NOTE or the code of a problem."""

    def __init__(self, group: Household, habits: Habits) -> None:
        self.group = group
        self.habits = habits
        self.values: dict[str, Any] = {}
        self.notes: list[str] = []
        self.reasons: list[str] = []
        self.members: list[ImportedPerson] = []
        self.problems: list[Problem] = []
        self.wrong_check_digits = 0
        self._readers: dict[str, Callable[[_Place], str | None]] = {
            "birth": self._read_birth,
            "identity_number": self._read_identity,
            "sex": self._read_sex,
            "role": self._read_role,
            "phone": self._read_phone,
            "monthly_income": self._read_income,
            "member_count": self._read_member_count,
            "last_visit": self._read_last_visit,
        }

    def built(self, village_above: str | None) -> BuiltFamily:
        people = [line for line in self.group.lines if line.is_person]
        reference = next((line for line in people if line.role == "head"), people[0])
        for place, line in enumerate(self.group.lines):
            self._put_line_away(
                line, first=place == 0, is_reference=line is reference, alone=len(people) == 1
            )
        head = next(member for member in self.members if member.source.row == reference.row)
        street, house_number = self.values.pop("street", ""), self.values.pop("house_number", "")
        heading = self.group.lines[0].under_family or FamilyHeading(0)
        village = self.values.pop("village", None) or _village_in(street) or heading.village
        village = village or self.group.lines[0].under_village or self.habits.village or village_above
        if heading.remark:
            self.notes.insert(0, heading.remark)
        family = ImportedFamily(
            name=self._name(head, self.values.pop("household_name", "") or heading.name),
            source=Source(self.group.lines[0].sheet, self.group.lines[0].row),
            number=self.group.number or heading.number,
            village=tidy_name(village) if village else None,
            street=" ".join(part for part in (street, house_number) if part) or None,
            reasons=tuple(self.reasons),
            notes=tuple(self.notes),
            members=tuple(self.members),
            **self.values,
        )
        return BuiltFamily(family, tuple(self.problems), self.wrong_check_digits)

    def _name(self, head: ImportedPerson, called: str) -> str:
        """The reference person's name, or what the list calls the household where that says more."""
        if set(words(without_label(called))) <= set(words(head.full_name)) and head.full_name:
            return head.full_name
        return tidy_name(called) or self.group.number or "?"

    def _put_line_away(self, line: Line, *, first: bool, is_reference: bool, alone: bool) -> None:
        person = PersonDraft(line)
        for column, cell in line.cells:
            of_household = first and (alone or column.index not in self.habits.personal_columns)
            notes = self.notes if of_household or not line.is_person else person.notes
            self._put_cell_away(_Place(line, column, cell, person, notes, is_reference or not line.is_person))
        if line.is_person:
            self.members.append(person.finished(self.habits, alone=alone))
            self.problems += person.problems
            self.wrong_check_digits += person.wrong_check_digit

    def _put_cell_away(self, at: _Place) -> None:
        field = at.column.field
        if field == "notes":
            at.notes.append(at.text)
        elif field in NAME_FIELDS:
            if field == "full_name" and not is_in_name_parts(at.line, at.text):
                at.keep_as_note()
        elif field == "family_number":
            if number_text(at.cell) != self.group.number:
                at.keep_as_note()
        elif field == "row_number":
            self._put_row_number_away(at)
        elif field in _TEXT_OF_PERSON and at.line.is_person:
            at.person.values[field] = at.text
        elif field in _TEXT_OF_HOUSEHOLD:
            if folded(self.values.setdefault(field, at.text)) != folded(at.text):
                at.keep_as_note()
        elif field == "reasons":
            self.reasons += [reason for reason in read_reasons(at.cell) if reason not in self.reasons]
        else:
            self._read_cell(at)

    def _put_row_number_away(self, at: _Place) -> None:
        number = number_text(at.cell)
        if self.group.numbered_rows and number == self.group.number:
            return
        if at.line.is_person:
            at.person.values["list_number"] = number
        else:
            at.keep_as_note()

    def _read_cell(self, at: _Place) -> None:
        """Cells that must be understood; the ones that cannot be are kept as notes and reported."""
        reader = self._readers.get(at.column.field or "")
        code = reader(at) if reader else KEEP_AS_NOTE
        if code is TAKEN:
            return
        at.keep_as_note()
        if code and not is_nothing(at.text):
            self.problems.append(Problem(at.line.sheet, at.line.row, at.column.header, code, at.text))

    def _read_birth(self, at: _Place) -> str | None:
        month_first = "birth" in self.habits.month_first
        read = read_date(at.cell, today=self.habits.today, month_first=month_first)
        if read is None:
            read = date_within(at.cell, today=self.habits.today, month_first=month_first)
            if read is not None:
                at.keep_as_note()
        at.person.values["birth"] = read
        return "date_unreadable" if read is None else TAKEN

    def _read_identity(self, at: _Place) -> str | None:
        read = (
            None if is_nothing(identity_text(at.cell)) else read_identity(at.cell, self.habits.identity_kind)
        )
        if read is None:
            return KEEP_AS_NOTE
        at.person.values["identity_kind"], at.person.values["identity_number"] = read
        return TAKEN

    def _read_sex(self, at: _Place) -> str | None:
        if not at.line.is_person:
            return KEEP_AS_NOTE
        at.person.values["sex"] = read_sex(at.cell)
        return "sex_unreadable" if at.person.values["sex"] is None else TAKEN

    def _read_role(self, at: _Place) -> str | None:
        if not at.line.is_person:
            return KEEP_AS_NOTE
        at.person.values["role"], at.person.values["role_text"] = at.line.role, at.text
        return TAKEN

    def _read_phone(self, at: _Place) -> str | None:
        """The reference person's phone is the household's; others keep their own."""
        phone = read_phone(at.cell)
        if phone is None:
            return "phone_unreadable"
        if at.of_reference and "phone" not in self.values:
            self.values["phone"] = phone
        elif at.line.is_person:
            at.person.values["phone"] = phone
        else:
            return KEEP_AS_NOTE
        return TAKEN

    def _read_income(self, at: _Place) -> str | None:
        return self._first(
            "monthly_income", read_money(at.cell, self.habits.country.currency), "money_unreadable"
        )

    def _read_member_count(self, at: _Place) -> str | None:
        return self._first("declared_member_count", read_count(at.cell), "count_unreadable")

    def _read_last_visit(self, at: _Place) -> str | None:
        month_first = "last_visit" in self.habits.month_first
        read = read_date(at.cell, today=_end_of_next_year(self.habits.today), month_first=month_first)
        return self._first("last_visit_on", _exact_day(read), "date_unreadable")

    def _first(self, field: str, value: object, code: str) -> str | None:
        """What the household has once: the first value stands, another one is kept as a note."""
        if value is None:
            return code
        return TAKEN if self.values.setdefault(field, value) == value else KEEP_AS_NOTE


def _village_in(address: str) -> str | None:
    """The village in an address like "sat Poiana, str. Morii 5"; the address itself stays whole."""
    first = re.split(r"[,;]", address)[0].strip()
    said = words(first)
    if len(said) < 2 or said[0] not in vocabulary().village_heading or any(word.isdigit() for word in said):
        return None
    return first.split(maxsplit=1)[1].strip(" .:")


def _exact_day(read: PartialDate | None) -> date | None:
    return date(read.year, read.month, read.day) if read and read.month and read.day else None


def _end_of_next_year(today: date) -> date:
    """Two-digit years of what happened lately, or is typed a little wrong, stay in this century."""
    return date(today.year + 1, 12, 31)
