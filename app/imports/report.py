"""The report of an import: what was taken, what was set aside and why, what to look at - as data, and as plain lines.

The data holds counts and codes only, so it may be logged and translated; the rows themselves are in the Caseload.
"""

from collections import Counter

import msgspec

from app.imports.records import Caseload, Counts

_REASONS = {
    "total_line": "total lines",
    "footer": "signature lines",
    "after_the_end": "lines after the end of a list",
    "not_a_person": "remarks in the column of names",
    "no_name": "rows without a name",
    "sheet_ignored": "rows of sheets that are no list",
    "visit_family_unknown": "visits to a family that is not in the file",
    "visit_family_ambiguous": "visits that fit several families",
    "visit_without_date": "visits without a readable day (kept as a note on the family)",
}
_PROBLEMS = {
    "identity_check_digit": "identity numbers with a wrong check digit",
    "identity_length": "identity numbers of a wrong length",
    "identity_letters": "identity numbers with letters",
    "identity_date": "identity numbers with an impossible date",
    "identity_county": "identity numbers with an unknown county",
    "birth_differs": "birth dates that differ from the identity number",
    "sex_differs": "sexes that differ from the identity number",
    "date_unreadable": "dates that cannot be read",
    "money_unreadable": "amounts that cannot be read",
    "count_unreadable": "counts that cannot be read",
    "phone_unreadable": "phones that cannot be read",
    "sex_unreadable": "sexes that cannot be read",
    "name_missing": "people without a name",
    "possible_duplicate": "possible duplicates",
    "visit_name_differs": "visits whose name fits nobody in the family of their number",
}


class Tally(msgspec.Struct, frozen=True):
    """How often a code occurred, per sheet."""

    sheet: str
    code: str
    count: int


class ImportReport(msgspec.Struct, frozen=True):
    """`notes_columns` are (sheet, header) of the columns kept as notes."""

    counts: Counts
    set_aside: tuple[Tally, ...]
    problems: tuple[Tally, ...]
    notes_columns: tuple[tuple[str, str], ...]


def report(caseload: Caseload) -> ImportReport:
    return ImportReport(
        caseload.counts,
        _tallies(Counter((row.sheet, row.reason) for row in caseload.set_aside)),
        _tallies(Counter((found.sheet, found.code) for found in caseload.problems)),
        tuple((column.sheet, column.header) for column in caseload.notes_columns),
    )


def report_lines(told: ImportReport) -> tuple[str, ...]:
    """The report as plain English lines for the command line; it names sheets and headers, never people."""
    counts = told.counts
    lines = [
        f"Taken: {counts.families} families, {counts.person_rows} person rows of {counts.people} people, "
        f"{counts.visits} visits."
    ]
    lines += _block("Set aside:", told.set_aside, _REASONS)
    lines += _block("To look at (nothing is blocked):", told.problems, _PROBLEMS)
    if told.notes_columns:
        lines.append("Kept as notes, because no field fits:")
        lines += [f"  {sheet}: {header}" for sheet, header in told.notes_columns]
    return tuple(lines)


def _tallies(counted: Counter[tuple[str, str]]) -> tuple[Tally, ...]:
    return tuple(Tally(sheet, code, count) for (sheet, code), count in counted.items())


def _block(title: str, tallies: tuple[Tally, ...], sentences: dict[str, str]) -> list[str]:
    lines = [f"  {one.sheet}: {one.count} {sentences.get(one.code, one.code)}" for one in tallies]
    return [title, *lines] if lines else []
