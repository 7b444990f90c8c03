"""One line's person: the name, what the identity number says, and what the list says against it."""

from datetime import date
from typing import Any

from app.countries.identity import Finding, check_identity
from app.domain.folding import words
from app.domain.partial_date import PartialDate
from app.imports.habits import Habits
from app.imports.lines import Line
from app.imports.names import split_name, tidy_name, without_label
from app.imports.records import ImportedPerson, Problem, Source


class PersonDraft:
    """A person while the cells of the line are being put away: `values` by field of ImportedPerson, and notes."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.values: dict[str, Any] = {}
        self.notes: list[str] = []
        self.problems: list[Problem] = []
        self.wrong_check_digit = False

    def finished(self, habits: Habits, *, alone: bool) -> ImportedPerson:
        """The person; adds to `problems`. Whoever is alone in the household is its head unless the list says otherwise."""
        family_name, given_names = _name(self.line, habits)
        if not (family_name or given_names):
            self._report("", "name_missing", "")
        if self.values.get("identity_number"):
            self._compare_with_identity()
        if alone and self.values.get("role_text") is None:
            self.values["role"] = "head"
        return ImportedPerson(
            family_name=family_name,
            given_names=given_names,
            source=Source(self.line.sheet, self.line.row),
            notes=tuple(self.notes),
            **self.values,
        )

    def _compare_with_identity(self) -> None:
        """Report findings and contradictions; a flawless number fills what the list leaves open."""
        check = check_identity(self.values["identity_kind"], self.values["identity_number"])
        for finding in check.findings:
            self._report("identity_number", f"identity_{finding}", check.number)
        self.wrong_check_digit = Finding.CHECK_DIGIT in check.findings
        if check.findings:
            return
        if check.birth_on is not None:
            birth: PartialDate | None = self.values.get("birth")
            if birth is None or _agrees(birth, check.birth_on):
                self.values["birth"] = PartialDate.of(check.birth_on)
            else:
                self._report("birth", "birth_differs", self.line.text("birth"))
        if check.sex is not None and self.values.setdefault("sex", check.sex) != check.sex:
            if self.values["sex"] is None:
                self.values["sex"] = check.sex
            else:
                self._report("sex", "sex_differs", self.line.text("sex"))

    def _report(self, field: str, code: str, value: str) -> None:
        self.problems.append(Problem(self.line.sheet, self.line.row, self.line.header(field), code, value))


def is_in_name_parts(line: Line, full_name: str) -> bool:
    """Whether a full name beside separate surname and given names says nothing more than these."""
    surname, given = line.text("surname"), line.text("given_names")
    return not (surname and given) or set(words(full_name)) <= {*words(surname), *words(given)}


def _name(line: Line, habits: Habits) -> tuple[str, str]:
    """(family name, given names) from whichever columns the list has."""
    surname, given, full = line.text("surname"), line.text("given_names"), line.text("full_name")
    if full and not (surname or given):
        return split_name(without_label(full), habits.name_order)
    if full and surname and not given:
        return tidy_name(surname), tidy_name(full)
    if full and given and not surname:
        return tidy_name(full), tidy_name(given)
    return tidy_name(surname), tidy_name(given)


def _agrees(birth: PartialDate, birth_on: date) -> bool:
    """Whether a partial date is the beginning of an exact one."""
    return (
        birth.year == birth_on.year
        and birth.month in (None, birth_on.month)
        and birth.day in (None, birth_on.day)
    )
