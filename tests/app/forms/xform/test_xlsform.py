"""Spreadsheets as forms: what is wrong is told by sheet, row and column."""

import datetime as dt
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.forms.xform.errors import FormRefused
from app.forms.xform.opening import Unreadable, examine_file, open_file
from tests.app.forms.xform.building import Filling

Row = tuple[Any, ...]
SURVEY: tuple[Row, ...] = (
    ("type", "name", "label", "calculation", "relevant"),
    ("text", "name", "Name", None, None),
    ("integer", "age", "Age of ${name}", None, "${name} != ''"),
    ("select_one yesno", "ill", "Ill?", None, None),
    ("calculate", "next_year", None, "${age} + 1", None),
)
CHOICES: tuple[Row, ...] = (("list_name", "name", "label"), ("yesno", "yes", "Yes"), ("yesno", "no", "No"))
SETTINGS: tuple[Row, ...] = (("form_id", "form_title", "version"), ("visit", "Visit", "3"))


def workbook(path: Path, survey: tuple[Row, ...] = SURVEY, choices: tuple[Row, ...] = CHOICES) -> str:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in (("survey", survey), ("choices", choices), ("settings", SETTINGS)):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return str(path)


def markdown(path: Path, *survey: str, choices: str = "| | yesno | yes | Yes |") -> str:
    lines = ["| survey |", "| | type | name | label | calculation | relevant | constraint | repeat_count |"]
    lines += [f"| | {row} |" for row in survey]
    lines += ["| choices |", "| | list_name | name | label |", choices]
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def test_a_workbook_becomes_a_form(tmp_path: Path) -> None:
    form = open_file(workbook(tmp_path / "visit.xlsx"))
    assert (form.id, form.title, form.version) == ("visit", "Visit", "3")
    assert [field.name for field in form.fields if field.control is not None] == ["name", "age", "ill"]


def test_tables_in_markdown_and_csv(tmp_path: Path) -> None:
    table = tmp_path / "visit.csv"
    table.write_text(
        '"survey",,,\n,"type","name","label"\n,"text","name","Name"\n,"integer","age","Age"\n',
        encoding="utf-8",
    )
    written = markdown(tmp_path / "visit.md", "text | name | Name | | | |", "integer | age | Age | | | |")
    for path in (str(table), written):
        names = [field.name for field in open_file(path).fields if field.control is not None]
        assert names == ["name", "age"]


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        ("calculate | b | | ${b} + 1 | | |", "cycle", "calculation"),
        ("calculate | b | | fly(1) | | |", "xpath", "calculation"),
        ("calculate | b | | 1 + | | |", "xpath", "calculation"),
        ("integer | b | B | | /data/nothing = 1 | |", "unknown_reference", "relevant"),
        ("integer | b | B | | | regex(.) |", "xpath", "constraint"),
        ("select_one_from_file villages.csv | b | B | | | |", "missing_file", "type"),
        ("calculate | b | | pulldata('villages', 'a', 'b', 1) | | |", "missing_file", "calculation"),
    ],
)
def test_a_problem_is_placed(tmp_path: Path, row: str, code: str, column: str) -> None:
    path = markdown(tmp_path / "data.md", "text | a | A | | | |", row)
    _, problems = examine_file(path)
    found = [problem for problem in problems if problem.severity == "error"]
    assert [(one.code, one.sheet, one.row, one.column) for one in found] == [(code, "survey", 3, column)]


def test_what_a_language_lacks_is_shown_in_the_default_language(tmp_path: Path) -> None:
    survey: tuple[Row, ...] = (
        ("type", "name", "label::English (en)", "label::Magyar (hu)", "hint::English (en)"),
        ("text", "name", "Name", None, "As on the card"),
        ("text", "sign", "Signature", "Aláírás", None),
        ("text", "only", None, "Csak magyarul", None),
    )
    form = open_file(workbook(tmp_path / "visit.xlsx", survey))
    entry = Filling(form, language="Magyar (hu)")
    shown = [entry.shown(f"/data/{name}") for name in ("name", "sign", "only")]
    assert [one["label"] for one in shown] == ["Name", "Aláírás", "Csak magyarul"]
    assert shown[0]["hint"] == "As on the card"


def test_rows_are_counted_with_the_empty_ones(tmp_path: Path) -> None:
    survey = (*SURVEY[:3], (None, None, None, None, None), ("calculate", "odd", None, "fly(1)", None))
    _, problems = examine_file(workbook(tmp_path / "visit.xlsx", survey))
    assert [(one.code, one.row, one.column) for one in problems if one.severity == "error"] == [
        ("xpath", 5, "calculation")
    ]


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ("integre | b | B | | | |", ("survey", 3)),
        ("select_one nowhere | b | B | | | |", ("survey", 3)),
        ("integer | b c | B | | | |", ("survey", 3)),
        ("integer | b | ${nothing} | | | |", ("survey", 3)),
        ("begin_group | b | B | | | |", ("survey", 3)),
    ],
)
def test_what_the_compiler_refuses_has_its_row(tmp_path: Path, row: str, place: tuple[str, int]) -> None:
    form, problems = examine_file(markdown(tmp_path / "data.md", "text | a | A | | | |", row))
    assert form is None
    assert [(one.severity, one.sheet, one.row) for one in problems] == [("error", *place)]


def test_a_problem_within_groups_and_repeats(tmp_path: Path) -> None:
    rows = [
        "begin_group | g | G | | | |",
        "begin_repeat | r | R | | | | fly(1)",
        "calculate | c | | ${c} | | |",
        "end_repeat | | | | | |",
        "end_group | | | | | |",
    ]
    path = markdown(tmp_path / "data.md", *rows)
    _, problems = examine_file(path)
    places = {(one.code, one.row, one.column) for one in problems if one.severity == "error"}
    assert ("xpath", 3, "repeat_count") in places


def test_files_beside_the_form_and_given_ones(tmp_path: Path) -> None:
    path = markdown(tmp_path / "data.md", "select_one_from_file villages.csv | b | B | | | |")
    (tmp_path / "elsewhere.csv").write_text("name,label\na,A\n", encoding="utf-8")
    given = open_file(path, {"villages.csv": str(tmp_path / "elsewhere.csv")})
    assert given.instances["villages"].value() == "aA"
    (tmp_path / "data-media").mkdir()
    (tmp_path / "data-media" / "villages.csv").write_text("name,label\nb,B\n", encoding="utf-8")
    form = open_file(path)
    assert [row.value() for root in form.instances["villages"].elements() for row in root.elements()] == [
        "bB"
    ]


@pytest.mark.parametrize("name", ["form.xlsx", "form.xls", "form.xml", "form.md", "form.csv"])
def test_what_is_no_form_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"\x00\x01 no form at all")
    with pytest.raises(FormRefused):
        open_file(str(path))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        open_file(str(tmp_path / "no.xlsx"))
    with pytest.raises(Unreadable):
        open_file(str(tmp_path))


@pytest.mark.parametrize(
    ("header", "row", "place"),
    [
        ("type | name | label | appearance", 'select_one s | a | A | search("zz")', (2, "appearance")),
        ("Type | NAME | label | relevant", "text | a | A | nothing()", (2, "relevant")),
        (
            "type | name | label | calculation | trigger",
            "calculate | b | | now() | | \n| | text | c | C | 1 | ${b} |",
            (3, "name"),
        ),
    ],
)
def test_a_problem_is_placed_by_what_it_names(
    tmp_path: Path, header: str, row: str, place: tuple[int, str]
) -> None:
    path = tmp_path / "visit.md"
    path.write_text(
        f"| survey |\n| | {header} |\n| | {row} |\n| choices |\n| | list_name | name | label |\n| | s | c | l |",
        encoding="utf-8",
    )
    _, problems = examine_file(str(path))
    assert [(one.sheet, one.row, one.column) for one in problems] == [("survey", *place)]


def test_a_date_in_a_cell_is_a_date(tmp_path: Path) -> None:
    rows = (("type", "name", "label", "default"), ("date", "day", "Day", dt.date(2026, 1, 2)))
    form = Filling(open_file(workbook(tmp_path / "visit.xlsx", rows)))
    assert form.value("/data/day") == "2026-01-02"
