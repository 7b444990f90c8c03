"""Columns are known by their words in four languages, by near words, and by what stands under them."""

import datetime as dt
from typing import Any

import pytest

from app.errors import ImportNoTable
from app.imports.headers import best_fields, examine, field_scores
from app.imports.mapping import change_column, change_kind, propose_mapping
from app.imports.phrases import PEOPLE, VISITS, header_scores
from app.imports.reading import read_workbook

TODAY = dt.date(2026, 11, 21)


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Nr. Gosp.", "family_number"), ("NUMĂR FAMILIE", "family_number"), ("Dosar nr.", "family_number"), ("HH #", "family_number"),
        ("Household No.", "family_number"), ("Nr sprawy", "family_number"), ("Család száma", "family_number"),
        ("Nr. crt", "row_number"), ("L.p.", "row_number"), ("S.sz.", "row_number"), ("No.", "row_number"),
        ("Numele si prenumele", "full_name"), ("NUME PRENUME", "full_name"), ("Imię i nazwisko", "full_name"), ("Nume si prenum", "full_name"),
        ("Nume de familie", "surname"), ("Prenumele", "given_names"), ("Imiona", "given_names"), ("First name(s)", "given_names"),
        ("C.N.P.", "identity_number"), ("Cod numeric personal (CNP)", "identity_number"), ("Nr PESEL", "identity_number"),
        ("Datanașterii", "birth"), ("Data nașterii copilului", "birth"), ("Data ur.", "birth"), ("Anul nașterii", "birth"), ("D.O.B.", "birth"),
        ("Gradul de rudenie", "role"), ("Relația cu capul familiei", "role"), ("Stopień pokr.", "role"), ("Relationship to head", "role"),
        ("Satul", "village"), ("Localitatea de domiciliu", "village"), ("Sołectwo", "village"), ("Helység", "village"),
        ("Strada/nr", "street"), ("Adresa de domiciliu", "street"), ("Ulica, nr domu", "street"), ("Nr. casă", "house_number"), ("Házszám", "house_number"),
        ("Nr. tel.", "phone"), ("Telefonul mobil", "phone"), ("Telefonszám", "phone"),
        ("Venituri lunare (lei)", "monthly_income"), ("Łączny dochód rodziny", "monthly_income"), ("Household income", "monthly_income"),
        ("Nr. membri familie", "member_count"), ("Ilość osób", "member_count"), ("Household size", "member_count"),
        ("Pracownik soc.", "case_worker"), ("Powody (art. 7)", "reasons"), ("Ultima vizită la domiciliu", "last_visit"), ("Data ost. wywiadu", "last_visit"),
        ("Obs.", "notes"), ("Mențiuni", "notes"), ("Uwagi / adnotacje", "notes"), ("Megj.", "notes"),
        ("Prenumele tatălui", "other"), ("Imię ojca", "other"), ("Dochód na osobę w rodzinie", "other"), ("Locul nașterii", "other"), ("Mother's name", "other"),
    ],
)  # fmt: skip
def test_headers_of_people(header: str, field: str) -> None:
    scores = header_scores(header, PEOPLE)
    assert max(scores, key=lambda name: scores[name]) == field


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Data vizitei", "visit_date"), ("Data", "visit_date"), ("Dzień", "visit_date"), ("Látogatás dátuma", "visit_date"),
        ("Constatări pe teren", "findings"), ("Ustalenia", "findings"), ("Megállapítások", "findings"),
        ("Măsuri luate", "measures"), ("Zalecenia", "measures"), ("Next steps", "measures"),
        ("Scopul vizitei", "purpose"), ("Cel", "purpose"), ("Efectuată de", "case_worker"), ("Kto był", "case_worker"),
    ],
)  # fmt: skip
def test_headers_of_visits(header: str, field: str) -> None:
    scores = header_scores(header, VISITS)
    assert max(scores, key=lambda name: scores[name]) == field


def test_content_overrules_a_header_that_cannot_be_right() -> None:
    names = examine(["Popa Ion", "Lup Ana", "Crap Dan"], TODAY)
    assert "birth" not in {
        name for name, score in field_scores("Data nașterii", names, PEOPLE, 3).items() if score >= 0.62
    }


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        (["1850701223343", "6000229040011", "5000101041234"], "identity_number"),
        (["cap de familie", "fiică", "fiu", "cap de familie", "soție", "fiu", "fiu"], "role"),
        (["0740111222", "+40 766238480", "07 45244764"], "phone"),
        (["12.03.1956", "1.2.2010", "2001-05-06"], "birth"),
        (["Popa Ion", "Lup Ana", "Crap Dan"], "full_name"),
    ],
)
def test_content_names_a_column_whose_header_says_nothing(cells: list[str], field: str) -> None:
    assert best_fields([field_scores("Coloana", examine(cells, TODAY), PEOPLE, 1)]) == [field]


def test_a_field_goes_to_one_column_only() -> None:
    scores = [{"birth": 1.0}, {"birth": 0.9}, {"notes": 0.9}, {"notes": 0.8}, {"other": 1.0, "birth": 0.8}]
    assert best_fields(scores) == ["birth", None, "notes", "notes", None]


def test_a_mapping_can_be_changed(office: Any) -> None:
    book = {
        "L": [
            ["Nume și prenume", "CNP", "Tel.", "Alt tel."],
            ["Popa Ion", "1850701223343", "0740111222", "0740111333"],
        ]
    }
    workbook = read_workbook(office.xlsx(book))
    mapping = propose_mapping(workbook)
    assert [column.field for column in mapping.sheets[0].columns][:3] == [
        "full_name",
        "identity_number",
        "phone",
    ]
    changed = change_column(mapping, "L", 3, "phone")
    assert [column.field for column in changed.sheets[0].columns] == [
        "full_name",
        "identity_number",
        None,
        "phone",
    ]
    ignored = change_kind(changed, workbook, "L", "ignored")
    assert ignored.sheets[0].kind == "ignored"
    again = change_kind(ignored, workbook, "L", "people")
    assert again.sheets[0].column("identity_number") is not None


@pytest.mark.parametrize(
    "book",
    [
        {"A": [["just", "words"], ["and", "more"]]},
        {"Prețuri": [["Produs", "Preț"], ["cartofi", 3], ["ceapă", 4]]},
    ],
)
def test_a_workbook_without_a_list(office: Any, book: Any) -> None:
    with pytest.raises(ImportNoTable):
        propose_mapping(read_workbook(office.xlsx(book)))
