"""No cell is lost: every word of every filled cell is found again in a record, a note, a title line or a row set aside."""

import datetime as dt
import random
import re
import string
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.countries.pack import load_country
from app.domain.folding import digits, words
from app.errors import ImportProblem
from app.imports.caseload import build_caseload
from app.imports.mapping import Mapping, propose_mapping
from app.imports.reading import Sheet, Workbook, read_workbook
from app.imports.records import Caseload, Money
from app.imports.values import cell_text

TODAY = dt.date(2026, 11, 21)


_WORDED_DATES = {"sept. 2015": "2015-09"}


class Landed:
    """All that a caseload holds, in the forms in which a cell may have been understood."""

    def __init__(self, caseload: Caseload, mapping: Mapping) -> None:
        self.texts: list[str] = [sheet.village or "" for sheet in mapping.sheets]
        self.amounts: set[Decimal] = set()
        self._walk(msgspec.structs.astuple(caseload))
        self.words = {word for text in self.texts for word in words(text)}
        self.digits = {digits(text) for text in self.texts}
        self.digits |= {found.lstrip("0") for found in self.digits}
        self.days = set(re.findall(r"\d{4}-\d{2}-\d{2}", " ".join(self.texts)))

    def _walk(self, value: Any) -> None:
        if isinstance(value, Money):
            self.amounts.add(Decimal(value.amount_minor) / 100)
        elif isinstance(value, msgspec.Struct):
            if type(value).__name__ == "PartialDate":
                self.texts.append(str(value))
            else:
                self._walk(msgspec.structs.astuple(value))
        elif isinstance(value, tuple):
            for inner in value:
                self._walk(inner)
        elif value is not None:
            self.texts.append(str(value))

    def holds(self, cell: object) -> bool:
        text = cell_text(cell)
        wanted = set(words(text))
        if wanted <= self.words:
            return True
        compact = digits(text).lstrip("0")
        if compact and compact in self.digits:
            return True
        if isinstance(cell, int | float) and Decimal(repr(cell)) in self.amounts:
            return True
        if _amounts_in(text) & self.amounts or _days_in(cell, text) & self.days:
            return True
        return _WORDED_DATES.get(text, "never written") in self.texts


def _amounts_in(text: str) -> set[Decimal]:
    number = re.sub(r"[^\d.,]", "", text).strip(".,")
    if not number:
        return set()
    as_thousands = re.sub(r"[.,]", "", number)
    as_fraction = re.sub(r"[.,](?=.*[.,])", "", number).replace(",", ".")
    return {Decimal(as_thousands), Decimal(as_fraction)}


def _days_in(cell: object, text: str) -> set[str]:
    if isinstance(cell, dt.date):
        return {text[:10]}
    if isinstance(cell, int | float) and 4000 <= cell < 80000:
        return {(dt.date(1899, 12, 30) + dt.timedelta(days=int(cell))).isoformat()}
    numbers = re.findall(r"\d+", text)
    if len(numbers) != 3:
        return set()
    found = set()
    for year, month, day in ((2, 1, 0), (2, 0, 1), (0, 1, 2)):
        for century in (0, 1900, 2000):
            try:
                found.add(
                    dt.date(int(numbers[year]) + century, int(numbers[month]), int(numbers[day])).isoformat()
                )
            except ValueError:
                continue
    return found


def lost_cells(workbook: Workbook) -> list[tuple[str, int, int, object]]:
    mapping = propose_mapping(workbook, TODAY)
    caseload = build_caseload(workbook, mapping, load_country(mapping.country), today=TODAY)
    landed = Landed(caseload, mapping)
    return [
        (sheet.name, row, column, cell)
        for sheet in workbook.sheets
        for row, cells in enumerate(sheet.rows, start=1)
        for column, cell in enumerate(cells)
        if cell is not None and words(cell_text(cell)) and not landed.holds(cell)
    ]


def marked_books() -> list[Any]:
    """Lists in which every free cell carries a word that stands nowhere else."""
    return [
        pytest.param({"Familii": [
            ["Primăria comunei Zzplop", None, "Anexa qqwert"],
            ["Nr. fam.", "Nume și prenume", "CNP", "Data nașterii", "Calitatea", "Sat", "Strada", "Telefon", "Ocupația",
             "Școala", "Venit lunar", "Observații", "Ultima vizită", "Medicul kkjuy", "", "Asistent social", "Motive"],
            [1, "Vrabie Onufrie", "1850701223343", "1.7.1985", "cap de familie", "Xsat", "Ystrada 7", "0740111222", "zidarul", "-", "1.250 lei", "obs1", "prin mai", "dr1", "fara1", "lucr1", "mot1, mot2"],
            [None, "Vrabie Zenobia", "12", "prin 1990 toamna", "verișoară îndepărtată", "Altsat", "Altstrada", "nu are fon", "oc2", "sc2", "mult", "obs2", "2025", "dr2", "fara2", "lucr2", "mot3"],
            [None, None, None, None, None, None, None, None, None, None, None, "continuare obs3", None, "dr3"],
            ["Total", "1 familie xq"],
            [None, "Întocmit de bbhh"],
        ]}, id="people"),
        pytest.param({"A": [
            ["Nr. fam.", "Nume și prenume", "Rol", "CNP", "Nr. crt."],
            [1, "Vrabie Onufrie", "cap", None, 71], [None, "Vrabie Ana", "fiica", None, 72], [2, "Lup Ion", "cap", None, 73],
        ], "Vizite": [
            ["Data", "Nr. fam.", "Constatări", "Scopul", "Km parcurși"],
            ["3.4.2026", 1, "fnd1", "scp1", "kmq1"], ["cândva x1", 1, "fnd2", "scp2", "kmq2"],
            ["3.5.2026", 99, "fnd3", "scp3", "kmq3"], ["3.6.2026", None, "fnd4", None, None], ["TOTAL", 4],
        ], "Legendă": [["cod", "înseamnă zzk"], ["A1", "bbk"]]}, id="visits and a legend"),
        pytest.param({"Gospodării": [
            ["Nr. gosp.", "Capul gospodăriei", "Sat", "Telefon", "Nr. membri", "Drum"],
            [1, "Vrabie Onufrie", "Xsat", "0740111333", 2, "drm1"], [2, "Lup Altcineva", "Ysat", "0740111444", 1, "drm2"], [3, "Singur Om", "Zsat", "0740111555", 1, "drm3"],
        ], "Membri": [
            ["Nr. gosp.", "Nume", "Prenume", "Data nașterii", "Sat", "Calitatea"],
            [1, "Vrabie", "Onufrie", dt.date(1970, 2, 3), "Altsat", "cap"], [1, "Vrabie", "Ana", dt.date(2012, 2, 3), None, "fiică"], [2, "Lup", "Ion", dt.date(1990, 5, 6), None, "cap"],
        ]}, id="a roster and members"),
    ]  # fmt: skip


@pytest.mark.parametrize("book", marked_books())
def test_every_marked_cell_is_found(office: Any, book: Any) -> None:
    assert lost_cells(read_workbook(office.xlsx(book))) == []


def test_the_check_would_see_a_lost_cell(office: Any) -> None:
    book = {"F": [["Nr. fam.", "Nume și prenume", "CNP", "Observații"], [1, "Vrabie Onufrie", None, "xyzzy"]]}
    workbook = read_workbook(office.xlsx(book))
    mapping = propose_mapping(workbook, TODAY)
    caseload = build_caseload(workbook, mapping, load_country("ro"), today=TODAY)
    robbed = msgspec.structs.replace(
        caseload, families=tuple(msgspec.structs.replace(family, notes=()) for family in caseload.families)
    )
    assert Landed(caseload, mapping).holds("xyzzy")
    assert not Landed(robbed, mapping).holds("xyzzy")


_HEADERS = [
    "Nr. crt.", "Nr. fam.", "Nume și prenume", "Nume", "Prenume", "CNP", "PESEL", "Data nașterii", "Sex", "Calitatea", "Sat",
    "Strada", "Nr. casă", "Telefon", "Ocupația", "Școala", "Venit lunar", "Nr. membri", "Asistent social", "Motive",
    "Ultima vizită", "Observații", "Familia", "Dochód na osobę", "Ceva", "", "Data", "Constatări", "Scopul", "Măsuri",
]  # fmt: skip
_LETTERS = st.text(string.ascii_letters + "ăâîșțłżźąęőűáé", min_size=3, max_size=9)
_CELLS = st.one_of(
    st.none(),
    _LETTERS,
    st.tuples(_LETTERS, _LETTERS).map(" ".join),
    st.integers(0, 99_999),
    st.integers(1_000_000_000_000, 8_999_999_999_999),
    st.dates(dt.date(1930, 1, 1), dt.date(2026, 10, 1)),
    st.integers(0, 4999).map(lambda amount: amount + 0.25),
    st.sampled_from(
        [
            "cap de familie",
            "fiică",
            "1.450 lei",
            "07 45244764",
            "prin mai",
            "sept. 2015",
            "2009",
            "12/05/1999",
            "-",
            "TOTAL",
        ]
    ),
)


@st.composite
def odd_workbooks(draw: st.DrawFn) -> Workbook:
    """A header of any known words in any order, and below it anything at all."""
    sheets = []
    for number in range(draw(st.integers(1, 3))):
        headers = draw(st.lists(st.sampled_from(_HEADERS), min_size=2, max_size=10, unique=True))
        rows = draw(st.lists(st.lists(_CELLS, min_size=len(headers), max_size=len(headers) + 1), max_size=9))
        table = [tuple(headers), *(tuple(row) for row in rows)]
        title = draw(st.sampled_from([(), ("Lista", None, "anexa")]))
        sheets.append(
            Sheet(f"foaia {number}", tuple(_trim(row) for row in ([title] if title else []) + table))
        )
    return Workbook("odd.xlsx", tuple(sheets))


def _trim(row: tuple[Any, ...]) -> tuple[Any, ...]:
    cells = [cell if cell != "" else None for cell in row]
    while cells and cells[-1] is None:
        cells.pop()
    return tuple(cells)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(odd_workbooks())
def test_no_cell_of_an_odd_workbook_is_lost(workbook: Workbook) -> None:
    try:
        lost = lost_cells(workbook)
    except ImportProblem:
        return
    assert lost == []


def test_shuffled_columns_lose_nothing(office: Any, houses: Any) -> None:
    chance = random.Random(11)
    for trial in range(6):
        header = ["Nr. fam.", "Nume și prenume", "CNP", "Data nașterii", "Calitatea", "Sat", "Strada, nr.", "Telefon", "Venit", "Obs.", "Ultima vizită", "Ceva"]  # fmt: skip
        order = chance.sample(range(len(header)), len(header))
        rows = [[header[place] for place in order]]
        for house in houses(8, seed=trial):
            for position, member in enumerate(house.members):
                first = position == 0
                row = [house.number, f"{member.surname} {member.given}", member.number, member.born, member.role, house.village, house.street, house.phone, house.income, house.remark, house.last, f"c{trial}x{house.number}"]  # fmt: skip
                rows.append([row[place] if first or place in (1, 2, 3, 4, 11) else None for place in order])
        path: Path = office.xlsx({"Lista": rows}, f"lista{trial}.xlsx")
        assert lost_cells(read_workbook(path)) == []
