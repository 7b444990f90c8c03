"""Files as offices make them: the same invented families, written in many layouts, words, formats and encodings."""

import csv
import datetime as dt
import io
import random
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import openpyxl
import pytest
from stdnum.pl import pesel
from stdnum.ro import cnp

Row = Sequence[Any]
Book = dict[str, list[Row]]

SURNAMES = [
    "Țuțurman",
    "Grămadă",
    "Știrbu",
    "Bârsan",
    "Chelaru",
    "Zoitoc",
    "Hanganu",
    "Vrânceanu",
    "Pleșcan",
    "Oprișan",
]
GIVEN_M = ["Gheorghiță", "Costel", "Ștefănel", "Vasilică", "Iulică", "Dorin", "Mitruț", "Nelu"]
GIVEN_F = ["Aurica", "Lămâița", "Țuca", "Viorica", "Săndica", "Ilinca", "Marghioala", "Anuța"]
PL_SURNAMES = ["Źrebięcki", "Żółkoś", "Ćwikło", "Łękawa", "Gęgała", "Śnieżko", "Ździebło", "Kózka"]
PL_GIVEN = ["Świętosława", "Zdziemił", "Łucjan", "Żaneta", "Gościsław", "Mieczysław", "Bogumiła"]
HU_SURNAMES = ["Szőcs", "Kőrösi", "Bögözi", "Gyergyai", "Hűvös", "Ötvös"]
HU_GIVEN = ["Zsófia", "Győző", "Ödön", "Örs", "Tünde", "Ágnes"]


@dataclass
class Someone:
    surname: str
    given: str
    number: str
    born: dt.date
    female: bool
    role: str


@dataclass
class House:
    number: int
    village: str
    street: str
    phone: str
    income: str
    remark: str
    last: dt.date
    members: list[Someone] = field(default_factory=list)


def make_cnp(born: dt.date, female: bool, serial: int) -> str:
    century = (1 if born.year < 2000 else 5) + female
    body = f"{century}{born:%y%m%d}04{serial:03d}"
    return body + cnp.calc_check_digit(body)


def make_pesel(born: dt.date, female: bool, serial: int) -> str:
    month = born.month + (20 if born.year >= 2000 else 0)
    body = f"{born:%y}{month:02d}{born:%d}{serial % 1000:03d}{(serial % 5) * 2 + (not female)}"
    return body + pesel.calc_check_digit(body)


def make_houses(count: int, country: str = "ro", seed: int = 5) -> list[House]:
    """Invented households; every member has a number that is right."""
    chance = random.Random(seed)
    surnames, given_f, given_m, villages = {
        "ro": (SURNAMES, GIVEN_F, GIVEN_M, ["Fundoaia", "Râpa Mică", "Șesuri"]),
        "pl": (PL_SURNAMES, PL_GIVEN, PL_GIVEN, ["Wólka Źrebia", "Żabiniec", "Łąki"]),
        "hu": (HU_SURNAMES, HU_GIVEN, HU_GIVEN, ["Felsőrét", "Kőszád", "Ürmös"]),
    }[country]
    roles = {
        "ro": ("cap de familie", "soție", "fiică", "fiu"),
        "pl": ("głowa rodziny", "żona", "córka", "syn"),
        "hu": ("háztartásfő", "feleség", "lánya", "fia"),
    }[country]
    number_of = make_pesel if country == "pl" else make_cnp
    houses = []
    serial = 0
    for place in range(1, count + 1):
        house = House(
            place,
            villages[place % 3],
            f"Lungă, nr. {place * 3}",
            f"07{chance.randrange(10**7, 10**8)}"
            if country != "pl"
            else f"60{chance.randrange(10**6, 10**7)}",
            f"{chance.randrange(1, 9) * 250}",
            "acoperiș spart" if place % 3 == 0 else "",
            dt.date(2026, chance.randrange(1, 11), chance.randrange(1, 28)),
        )
        surname = surnames[place % len(surnames)]
        for position in range(chance.randrange(1, 6)):
            serial += 1
            adult = position < 2
            born = dt.date(
                chance.randrange(1955, 1999) if adult else chance.randrange(2005, 2026),
                chance.randrange(1, 13),
                chance.randrange(1, 28),
            )
            female = position % 2 == 1 if adult else chance.random() < 0.5
            role = (
                roles[0] if position == 0 else roles[1] if position == 1 else roles[2] if female else roles[3]
            )
            given = chance.choice(given_f if female else given_m) + (
                "" if position < 2 else f"-{chance.choice(given_f if female else given_m)}"
            )
            house.members.append(Someone(surname, given, number_of(born, female, serial), born, female, role))
        houses.append(house)
    return houses  # fmt: skip


@dataclass
class Office:
    """Writes files into a folder of the test."""

    folder: Path

    def xlsx(self, book: Book, name: str = "lista.xlsx", merge: dict[str, list[str]] | None = None) -> Path:
        workbook = openpyxl.Workbook()
        workbook.remove(workbook.active)
        for title, rows in book.items():
            sheet = workbook.create_sheet(title)
            for row in rows:
                sheet.append(list(row))
            for area in (merge or {}).get(title, []):
                sheet.merge_cells(area)
        path = self.folder / name
        workbook.save(path)
        return path

    def ods(self, book: Book, name: str = "lista.ods") -> Path:
        tables = "".join(
            f'<table:table table:name="{escape(title)}">{"".join(map(_ods_row, rows))}</table:table>'
            for title, rows in book.items()
        )
        content = (
            '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
            ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
            ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
            ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
            f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
        )
        kind = "application/vnd.oasis.opendocument.spreadsheet"
        manifest = (
            '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest'
            ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
            '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
        )
        path = self.folder / name
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("mimetype", kind)
            archive.writestr("content.xml", content)
            archive.writestr("META-INF/manifest.xml", manifest)
        return path  # fmt: skip

    def text(
        self, rows: Sequence[Row], name: str = "lista.csv", delimiter: str = ";", encoding: str = "utf-8"
    ) -> Path:
        lines = io.StringIO()
        csv.writer(lines, delimiter=delimiter).writerows([[as_text(cell) for cell in row] for row in rows])
        path = self.folder / name
        content = lines.getvalue()
        if encoding in ("cp1250", "iso8859_2"):
            # These pages have no comma-below letters: offices wrote the cedilla instead.
            content = content.translate(str.maketrans("șțȘȚ", "şţŞŢ"))
        path.write_bytes(content.encode(encoding))
        return path


def as_text(cell: Any) -> str:
    if cell is None:
        return ""
    if isinstance(cell, dt.date):
        return f"{cell.day:02d}.{cell.month:02d}.{cell.year}"
    return str(cell)


def _ods_row(row: Row) -> str:
    return f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>"


def _ods_cell(cell: Any) -> str:
    if cell is None or cell == "":
        return "<table:table-cell/>"
    if isinstance(cell, dt.date):
        return f'<table:table-cell office:value-type="date" office:date-value="{cell.isoformat()}"><text:p>{as_text(cell)}</text:p></table:table-cell>'
    if isinstance(cell, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{cell}"><text:p>{cell}</text:p></table:table-cell>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(str(cell))}</text:p></table:table-cell>'


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


@pytest.fixture
def houses() -> Callable[..., list[House]]:
    return make_houses
