"""The import wizard: a real list, a real vault, every step by keyboard, taking back, and no text cut in any language."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtTest import QTest

from app.countries.identity import Finding
from app.services import families, importing
from tests.fixtures.window import SIZES, MakeSitting, Sitting
from tests.ui import looking
from ui.preferences import Language
from ui.screens.importing import words
from ui.screens.importing.choose_step import dropped_file
from ui.screens.importing.presenter import PAGE_ROWS
from ui.screens.importing.preview import PERSON, REMARKS
from ui.screens.importing.view import ImportView
from ui.widgets.fields import Choice

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

HEADER = "Nr. fam.;Nume și prenume;CNP;Data nașterii;Calitatea;Sat;Telefon;Părerea noastră"
ROWS = (
    "1;Țurcanu Aurica;2850412040019;12.04.1985;cap de familie;Călini;0745112233;bine",
    "1;Țurcanu Costel;5120630040017;30.06.2012;fiu;;;",
    "2;Șerban Viorica;;nu se știe;cap de familie;Spria;;",
    "2;Șerban Ilinca;6150101040012;01.01.2015;fiică;;;",
    "3;Bârsan Nelu;1700203040011;03.02.1970;cap de familie;Călini;;singur",
)
NO_NAME = ";;;;;;;fără nume, de întrebat la primărie"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "lista.csv"
    path.write_text("\n".join((HEADER, *ROWS)) + "\n", "utf-8")
    return path


def opened(sitting: Sitting) -> ImportView:
    page = sitting.go("importing")
    assert isinstance(page, ImportView)
    return page


def read(sitting: Sitting, path: Path) -> ImportView:
    page = opened(sitting)
    page._presenter.read(path)
    sitting.settle()
    return page


def families_here(sitting: Sitting) -> int:
    assert sitting.door.desk is not None
    vault = sitting.door.desk.vault
    return sitting.tasks.records.call(lambda: families.list_families(vault).total)


def test_a_list_comes_in_by_keyboard_alone(sitting: Sitting, file: Path) -> None:
    page = opened(sitting)
    before = families_here(sitting)
    page._choose.path.setFocus()
    QTest.keyClicks(sitting.focus, str(file))
    QTest.keyClick(sitting.focus, Qt.Key.Key_Return)
    sitting.settle()
    assert page._presenter.step == "columns"
    for step in ("preview", "report"):
        QTest.keyClick(sitting.focus, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        sitting.wait_for(lambda step=step: page._presenter.step == step)
        sitting.settle()
    assert families_here(sitting) == before + 3
    QTest.keyClick(sitting.focus, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    sitting.settle()
    assert sitting.frame.page() is not page


def test_the_figures_follow_a_changed_column(sitting: Sitting, file: Path) -> None:
    page = read(sitting, file)
    told: list[object] = []
    page._presenter.figures_changed.connect(told.append)
    sheet = page._columns._sheets[0]
    name = next(column for column in sheet.columns if column.field == "full_name")
    page._presenter.change_field(sheet.name, name.index, "notes")
    page._presenter.change_field(sheet.name, name.index, "full_name")
    sitting.settle()
    assert told[:2] == [None, None]
    assert len(told) == 3, "only the answer to the last change is told"
    assert told[2].families == 3  # type: ignore[attr-defined]
    assert page._columns._on.isEnabled()


def test_a_field_belongs_to_one_column_and_nothing_can_be_left_out(sitting: Sitting, file: Path) -> None:
    page = read(sitting, file)
    sheet = page._columns._sheets[0]
    phone = next(column for column in sheet.columns if column.field == "phone")
    opinion = next(column for column in sheet.columns if column.header == "Părerea noastră")
    assert opinion.field in (None, "notes")
    page._presenter.change_field(sheet.name, opinion.index, "phone")
    sitting.settle()
    fields = {column.index: column.field for column in page._columns._sheets[0].columns}
    assert fields[opinion.index] == "phone"
    assert fields[phone.index] is None
    shown = page._columns._panes[sheet.name]._choices[phone.index]
    assert isinstance(shown, Choice)
    assert shown.currentText() == words.field(None)
    offered = {shown.itemData(number) for number in range(shown.count())}
    assert "" in offered
    assert offered - {""} == set(sheet.fields)


def test_what_is_to_look_at_stands_beside_its_cell_and_in_words(sitting: Sitting, file: Path) -> None:
    page = read(sitting, file)
    page._presenter.look()
    sitting.settle()
    model = page._preview._model
    marked = next(row for row in page._presenter.rows() if row.cells[PERSON].startswith("Șerban Viorica"))
    assert [remark.code for remark in marked.remarks] == ["date_unreadable"]
    number = page._presenter.rows().index(marked)
    assert "not clear" in str(model.data(model.index(number, REMARKS)))
    tip = model.data(model.index(number, marked.remarks[0].place), Qt.ItemDataRole.ToolTipRole)
    assert "not clear" in str(tip)
    page._preview.filtered.emit("to_look_at")
    assert all(row.remarks for row in model.records())
    assert 0 < model.rowCount() < len(page._presenter.rows())


def test_many_rows_come_a_page_at_a_time(sitting: Sitting, tmp_path: Path) -> None:
    path = tmp_path / "multe.csv"
    lines = [f"{number};Popa Ana;;01.01.1980;cap de familie;Spria;;" for number in range(1, PAGE_ROWS + 60)]
    path.write_text("\n".join((HEADER, *lines)), "utf-8")
    page = read(sitting, path)
    page._presenter.look()
    sitting.settle()
    model = page._preview._model
    assert model.rowCount() == PAGE_ROWS
    page._preview.table.scrollToBottom()
    sitting.settle()
    assert model.rowCount() == PAGE_ROWS + 59


def test_a_row_without_a_name_is_reported_and_the_report_can_be_saved(
    sitting: Sitting, file: Path, tmp_path: Path
) -> None:
    file.write_text(file.read_text("utf-8") + "Total;5 persoane;;;;;;\n", "utf-8")
    page = read(sitting, file)
    page._presenter.look()
    page._presenter.bring_in()
    sitting.wait_for(lambda: page._presenter.step == "report")
    report = page._presenter.report
    assert report is not None
    assert [line.why for line in report.set_aside] == [words.aside("total_line")]
    assert report.set_aside[0].where.endswith("7")
    target = tmp_path / "raport.txt"
    page._presenter.save_report(target)
    sitting.settle()
    saved = target.read_text("utf-8")
    assert "5 persoane" in saved
    assert "3 families" in saved
    page._presenter.save_report(tmp_path / "no such folder" / "raport.txt")
    sitting.settle()
    notice = page._report.banner.notice()
    assert notice is not None
    assert notice.tone == "amber"


def test_an_import_is_taken_back_and_families_with_new_work_stay(sitting: Sitting, file: Path) -> None:
    page = read(sitting, file)
    before = families_here(sitting)
    page._presenter.look()
    page._presenter.bring_in()
    sitting.wait_for(lambda: page._presenter.step == "report")
    assert sitting.door.desk is not None
    vault = sitting.door.desk.vault

    def work_on_one() -> None:
        line = families.find_families(vault, "barsan nelu")[0].line
        families.write_note(vault, line.id, "De sunat luni.")

    sitting.tasks.records.call(work_on_one)
    page._report._ask_first()
    assert sitting.focus is page._report._ask.keep, "the safe button has the focus"
    page._report._ask.go.click()
    sitting.settle()
    assert families_here(sitting) == before + 1
    notice = page._report.banner.notice()
    assert notice is not None
    assert notice.bold.startswith("2 families")
    assert "Bârsan Nelu" in notice.plain
    page._presenter.begin_anew()
    sitting.settle()
    imports = sitting.tasks.records.call(lambda: importing.imports_done(vault))
    assert [line.families for line in imports if line.file_name == "lista.csv"] == [1]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("gone.csv", None, "no such file"),
        ("empty.csv", b"  \n", "holds nothing"),
        ("letter.pdf", b"%PDF-1.7 ...", "neither a workbook"),
        ("broken.xlsx", b"PK\x03\x04 not really", "damaged"),
        ("prose.txt", "Dragă Ana, te aștept luni.\n".encode(), "No list of people"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_with_what_to_do(
    sitting: Sitting, tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    page = read(sitting, path)
    assert page._presenter.step == "choose"
    notice = page._choose.refusal.notice()
    assert notice is not None
    assert said in notice.plain
    assert page._choose.browse.isEnabled()


def test_only_one_file_of_this_machine_can_be_dropped(file: Path) -> None:
    def data(*urls: str) -> QMimeData:
        dropped = QMimeData()
        dropped.setUrls([QUrl(url) for url in urls])
        return dropped

    local = QUrl.fromLocalFile(str(file)).toString()
    assert dropped_file(data(local)) == file
    assert dropped_file(data(local, local)) is None
    assert dropped_file(data("https://example.org/list.csv")) is None


def test_every_finding_about_a_number_has_words() -> None:
    codes = {f"identity_{finding}" for finding in Finding if finding is not Finding.OK}
    assert codes <= words.ANY_PROBLEM
    assert all(words.problem(code, "") != code for code in words.ANY_PROBLEM - {"possible_duplicate"})
    assert words.problem("possible_duplicate", "Familii:14").endswith("14")


@pytest.mark.parametrize("language", ["ro", "pl", "hu"])
def test_no_step_cuts_its_texts(
    make_sitting: MakeSitting, file: Path, tmp_path: Path, language: Language
) -> None:
    sitting = make_sitting(language)
    sitting.enter()
    file.write_text(file.read_text("utf-8") + NO_NAME + "\n", "utf-8")
    page = opened(sitting)
    found: list[str] = []

    def look(step: str) -> None:
        for name, size in SIZES.items():
            sitting.resize(size)
            found.extend(f"{step} {name}: {one}" for one in looking.cut_texts(sitting.window))
            assert len(looking.filled_buttons(page)) <= 1, step
            assert not looking.nameless(sitting.window), step

    page._presenter.read(tmp_path / "gone.csv")
    sitting.settle()
    look("refused")
    page._presenter.read(file)
    sitting.settle()
    look("columns")
    page._presenter.look()
    look("preview")
    page._presenter.bring_in()
    sitting.wait_for(lambda: page._presenter.step == "report")
    look("report")
    page._report._ask_first()
    look("question")
    page._presenter.begin_anew()
    sitting.settle()
    look("imports so far")
    assert not found, "\n".join(found)
