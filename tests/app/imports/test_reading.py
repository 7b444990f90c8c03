"""Bad files get a plain answer before they can hurt; odd but good files are read."""

import datetime as dt
import io
import struct
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from app.errors import (
    ImportEmpty,
    ImportMissing,
    ImportNoTable,
    ImportPassword,
    ImportProblem,
    ImportTooBig,
    ImportUnreadable,
    ImportWrongType,
)
from app.imports.caseload import check
from app.imports.gate import MAX_FILE_BYTES, MAX_UNPACKED_BYTES
from app.imports.reading import read_workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("empty.xlsx", b"", ImportEmpty),
        ("blank.csv", b"\xef\xbb\xbf\r\n\r\n ", ImportEmpty),
        ("lista.xlsx", b"%PDF-1.7\n%\xe2\xe3", ImportWrongType),
        ("lista.csv", b"\x89PNG\r\n\x1a\n" + bytes(50), ImportWrongType),
        ("lista.xlsx", b"MZ\x90\x00" + bytes(200), ImportWrongType),
        ("lista.doc", OLE + bytes(600) + "WordDocument".encode("utf-16-le"), ImportWrongType),
        ("lista.xls", b"<html><table><tr><td>x</td></tr></table></html>", ImportWrongType),
        ("lista.csv", bytes(range(1, 256)) * 20, ImportWrongType),
        ("lista.xlsx", OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"), ImportPassword),
        ("lista.xls", OLE + bytes(2000) + "Workbook".encode("utf-16-le") + bytes(500), ImportUnreadable),
        ("lista.xlsx", b"PK\x03\x04" + bytes(300), ImportUnreadable),
        ("proza.csv", "Stimată doamnă,\nvă rog să veniți luni.\nCu bine\n".encode(), ImportNoTable),
    ],
)
def test_bad_files(tmp_path: Path, name: str, content: bytes, problem: type[ImportProblem]) -> None:
    with pytest.raises(problem) as raised:
        check(written(tmp_path, name, content))
    assert raised.value.facts["file"] == name


def test_a_file_that_is_not_there_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ImportMissing):
        read_workbook(tmp_path / "nowhere.xlsx")
    with pytest.raises(ImportWrongType):
        read_workbook(tmp_path)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.csv"
    with path.open("wb") as file:
        file.truncate(300 * 1024 * 1024)
    with pytest.raises(ImportTooBig) as raised:
        read_workbook(path)
    assert raised.value.facts == {
        "file": "huge.csv",
        "size_bytes": 300 * 1024 * 1024,
        "limit_bytes": MAX_FILE_BYTES,
    }


def test_a_zip_bomb_is_refused_by_its_directory(office: Any) -> None:
    path = office.xlsx({"A": [["Nume", "CNP"], ["Popa", 1]]})
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/media/big.bin", "w") as entry,
    ):
        for _ in range(MAX_UNPACKED_BYTES // (1 << 24) + 1):
            entry.write(bytes(1 << 24))
    assert path.stat().st_size < MAX_FILE_BYTES
    with pytest.raises(ImportTooBig):
        read_workbook(path)


def test_a_directory_that_lies_about_sizes_is_found(office: Any) -> None:
    path = office.xlsx({"A": [["Nume", "CNP"], ["Popa Ion", "1850701223343"]]})
    with zipfile.ZipFile(path) as archive:
        true_size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    content = bytearray(path.read_bytes())
    directory = content.rfind(b"xl/worksheets/sheet1.xml") - 46
    assert struct.unpack_from("<I", content, directory + 24)[0] == true_size
    struct.pack_into("<I", content, directory + 24, 10)
    path.write_bytes(content)
    with pytest.raises(ImportUnreadable):
        read_workbook(path)


def test_one_stray_cell_at_the_far_corner_does_not_eat_the_memory(office: Any) -> None:
    path = office.folder / "corner.xlsx"
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = "Nume"
    workbook.active["XFD1048576"] = "x"
    workbook.save(path)
    with pytest.raises(ImportTooBig):
        read_workbook(path)


def test_colour_at_the_far_corner_is_no_content(office: Any) -> None:
    path = office.folder / "colour.xlsx"
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = "Nume"
    workbook.active["XFD1048576"].fill = openpyxl.styles.PatternFill("solid", fgColor="ff0000")
    workbook.save(path)
    assert read_workbook(path).sheets[0].rows == (("Nume",),)


def test_a_truncated_workbook(office: Any) -> None:
    path = office.xlsx({"A": [["Nume", "CNP"], ["Popa Ion", "1850701223343"]]})
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(ImportUnreadable):
        read_workbook(path)


def test_damaged_xml_inside_a_sound_zip(office: Any, tmp_path: Path) -> None:
    good = office.xlsx({"A": [["Nume", "CNP"], ["Popa Ion", "1850701223343"]]})
    bad = tmp_path / "bad.xlsx"
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(bad, "w") as target:
        for entry in source.infolist():
            content = source.read(entry)
            target.writestr(
                entry, content[: len(content) // 2] if entry.filename.endswith("sheet1.xml") else content
            )
    with pytest.raises(ImportUnreadable):
        read_workbook(bad)


def test_an_encrypted_open_document(office: Any, tmp_path: Path) -> None:
    good = office.ods({"A": [["Nume"]]})
    bad = tmp_path / "locked.ods"
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(bad, "w") as target:
        for entry in source.infolist():
            content = source.read(entry).replace(
                b"</manifest:manifest>", b"<manifest:encryption-data/></manifest:manifest>"
            )
            target.writestr(entry, content)
    with pytest.raises(ImportPassword):
        read_workbook(bad)


def test_an_open_document_that_repeats_a_filled_row_a_million_times(tmp_path: Path, office: Any) -> None:
    good = office.ods({"A": [["Nume", "CNP"]]})
    bad = tmp_path / "rows.ods"
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(bad, "w") as target:
        for entry in source.infolist():
            content = source.read(entry).replace(
                b"<table:table-row>", b'<table:table-row table:number-rows-repeated="90000000">'
            )
            target.writestr(entry, content)
    with pytest.raises(ImportTooBig):
        read_workbook(bad)


def test_a_workbook_of_another_name_is_read_by_its_content(office: Any) -> None:
    path = office.xlsx({"A": [["Nume și prenume", "CNP"], ["Popa Ion", "1850701223343"]]}, "lista.csv")
    assert check(path)["imported"]["lista.csv"]["families"] == 1


def test_numbers_dates_and_formulas_come_as_values(office: Any) -> None:
    path = office.xlsx(
        {
            "A": [
                ["a", 5.0, 2.5, dt.date(2015, 9, 3), dt.datetime.fromisoformat("2015-09-03 10:30"), True, " "]
            ]
        }
    )
    assert read_workbook(path).sheets[0].rows[0] == (
        "a", 5, 2.5, dt.date(2015, 9, 3), dt.datetime.fromisoformat("2015-09-03 10:30"), True,
    )  # fmt: skip


def test_the_cached_value_of_a_formula_is_read(office: Any, tmp_path: Path) -> None:
    good = office.xlsx({"A": [["Nume", "Total"], ["Popa", 4]]})
    path = tmp_path / "formula.xlsx"
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(path, "w") as target:
        for entry in source.infolist():
            content = source.read(entry).replace(b"<v>4</v>", b"<f>2+2</f><v>4</v>")
            target.writestr(entry, content)
    assert read_workbook(path).sheets[0].rows[1] == ("Popa", 4)


def test_reading_leaves_the_file_closed(office: Any) -> None:
    path = office.xlsx({"A": [["Nume"]]})
    read_workbook(path)
    path.rename(path.with_name("moved.xlsx"))
    assert io.BytesIO(path.with_name("moved.xlsx").read_bytes()).read(2) == b"PK"
