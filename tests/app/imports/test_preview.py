"""What the wizard shows before an import: every row, with each problem beside its cell."""

from typing import Any

from app.countries.pack import load_country
from app.imports.caseload import build_caseload
from app.imports.mapping import propose_mapping
from app.imports.preview import preview
from app.imports.reading import read_workbook
from app.imports.report import report, report_lines

ROWS = [
    ["Evidența 2026"],
    ["Nr. fam.", "Nume și prenume", "CNP", "Data nașterii", None, "Ceva"],
    [1, "Popa Ion", "1850701223344", "prin mai", None, "x"],
    [2, "Lup Ana", "6000229040011", None, "fără antet", None],
    [3, "Lup Ana", "6000229040011"],
    ["TOTAL", "3"],
]


def test_each_problem_stands_beside_its_cell(office: Any) -> None:
    workbook = read_workbook(office.xlsx({"L": ROWS, "Legendă": [["cod", "înțeles"], ["A", "b"]]}))
    mapping = propose_mapping(workbook)
    sheets = preview(workbook, mapping, build_caseload(workbook, mapping, load_country("ro")))
    shown = sheets[0]
    assert [(row.row, row.state, row.reason) for row in shown.rows] == [
        (1, "title", None), (2, "title", None), (3, "taken", None), (4, "taken", None), (5, "taken", None), (6, "set_aside", "total_line"),
    ]  # fmt: skip
    assert [(cell.text, cell.codes) for cell in shown.rows[2].cells] == [
        ("1", ()), ("Popa Ion", ()), ("1850701223344", ("identity_check_digit",)), ("prin mai", ("date_unreadable",)), ("", ()), ("x", ()),
    ]  # fmt: skip
    assert shown.rows[4].codes == ("possible_duplicate",)
    assert [column.header for column in shown.columns] == [
        "Nr. fam.",
        "Nume și prenume",
        "CNP",
        "Data nașterii",
        "E",
        "Ceva",
    ]
    assert sheets[1].kind == "ignored"
    assert {row.reason for row in sheets[1].rows} == {"sheet_ignored"}


def test_the_report_counts_and_names_no_person(office: Any) -> None:
    workbook = read_workbook(office.xlsx({"L": ROWS}))
    mapping = propose_mapping(workbook)
    told = report(build_caseload(workbook, mapping, load_country("ro")))
    assert {(one.code, one.count) for one in told.problems} == {
        ("identity_check_digit", 1),
        ("date_unreadable", 1),
        ("possible_duplicate", 1),
    }
    assert told.notes_columns == (("L", "E"), ("L", "Ceva"))
    text = "\n".join(report_lines(told))
    assert "3 families, 3 person rows of 2 people" in text
    assert "1 total lines" in text
    assert not [name for name in ("Popa", "Lup", "6000229040011") if name in text]
