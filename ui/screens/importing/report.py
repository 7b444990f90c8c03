"""What an import did, as lines a person can keep: what was taken, what was set aside and why, what to look at."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication

from app.imports.records import Caseload, Problem, SetAside
from ui import formatting
from ui.screens.importing import words

if TYPE_CHECKING:
    from app.services.importing import ImportDone

translate = QCoreApplication.translate
T = TypeVar("T")
MOST_ROWS = 12


@dataclass(frozen=True)
class ReportLine:
    """``count`` rows, why, and where they stood in the file."""

    count: int
    why: str
    where: str


@dataclass(frozen=True)
class ImportReport:
    """The fourth step; ``text`` is the same as a text file, with every cell that was set aside."""

    import_id: str
    file_name: str
    families: int
    people: int
    visits: int
    notes: int
    set_aside: tuple[ReportLine, ...]
    to_look_at: tuple[ReportLine, ...]
    notes_columns: tuple[str, ...]
    text: str


def report_of(done: "ImportDone", caseload: Caseload, file_name: str) -> ImportReport:
    """Gather what was taken and what was not, by reason, the most frequent first."""
    aside: dict[str, list[SetAside]] = defaultdict(list)
    for row in caseload.set_aside:
        aside[row.reason].append(row)
    problems: dict[str, list[Problem]] = defaultdict(list)
    for problem in caseload.problems:
        problems[problem.code].append(problem)
    report = ImportReport(
        import_id=done.import_id,
        file_name=file_name,
        families=done.families,
        people=done.people,
        visits=done.visits,
        notes=done.notes,
        set_aside=tuple(
            ReportLine(len(rows), words.aside(reason), _where(rows)) for reason, rows in _by_size(aside)
        ),
        to_look_at=tuple(
            ReportLine(
                len(found),
                translate("importing", "perhaps the same person twice")
                if code == "possible_duplicate"
                else words.problem(code, ""),
                _where(found),
            )
            for code, found in _by_size(problems)
        ),
        notes_columns=tuple(dict.fromkeys(column.header for column in caseload.notes_columns)),
        text="",
    )
    return replace(report, text=_text(report, caseload))


def _by_size(groups: Mapping[str, list[T]]) -> list[tuple[str, list[T]]]:
    return sorted(groups.items(), key=lambda item: -len(item[1]))


def _where(rows: Sequence[SetAside | Problem]) -> str:
    """``Familii 12, 14, 15 …``: sheet and row numbers as the office's program shows them."""
    by_sheet: dict[str, list[int]] = defaultdict(list)
    for row in rows[:MOST_ROWS]:
        by_sheet[row.sheet].append(row.row)
    told = "; ".join(f"{sheet} {', '.join(map(str, numbers))}" for sheet, numbers in by_sheet.items())
    return f"{told} …" if len(rows) > MOST_ROWS else told


def _text(report: ImportReport, caseload: Caseload) -> str:
    lines = [
        translate("importing", "Import of %1").replace("%1", report.file_name),
        formatting.exact_day(formatting.today_on().isoformat()),
        "",
        translate("importing", "%n families", "", report.families),
        translate("importing", "%n people", "", report.people),
        translate("importing", "%n visits", "", report.visits),
    ]
    if report.notes_columns:
        lines += ["", translate("importing", "Columns kept as notes:"), ", ".join(report.notes_columns)]
    lines += ["", translate("importing", "Set aside:")]
    lines += [
        f"{row.sheet} {row.row}: {words.aside(row.reason)}. "
        + "; ".join(f"{header}: {text}" for header, text in row.cells)
        for row in caseload.set_aside
    ] or ["-"]
    lines += ["", translate("importing", "To look at:")]
    lines += [
        f"{one.sheet} {one.row}, {one.column or '-'}: {words.problem(one.code, one.value)} ({one.value})"
        for one in caseload.problems
    ] or ["-"]
    lines += ["", translate("importing", "Lines of the layout that were not read:")]
    lines += [f"{line.sheet} {line.row}: {' '.join(line.cells)}" for line in caseload.title_lines] or ["-"]
    return "\n".join(lines) + "\n"
