"""Visits find their families by number, by identity number or by name; what does not fit is set aside with its reason."""

import datetime as dt
from typing import Any

from app.countries.pack import load_country
from app.imports.caseload import build_caseload
from app.imports.mapping import propose_mapping
from app.imports.reading import read_workbook
from app.imports.records import Caseload

PEOPLE = [
    ["Nr. fam.", "Nume și prenume", "CNP", "Sat", "Calitatea"],
    [1, "Vrabie Onufrie", "1850701223343", "Șesuri", "cap de familie"],
    [None, "Vrabie Ana", "6000229040011", None, "fiică"],
    [2, "Lup Ion", None, "Șesuri", "cap de familie"],
    [3, "Lup Dan", None, "Fundoaia", "cap de familie"],
    [4, "Crap Ion", None, "Fundoaia", "cap de familie"],
    [5, "Crap Ion", None, "Șesuri", "cap de familie"],
]


def read(office: Any, visits: list[Any], title: str = "Vizite 2026", people: list[Any] = PEOPLE) -> Caseload:
    workbook = read_workbook(office.xlsx({title: visits, "Familii": people}))
    mapping = propose_mapping(workbook)
    return build_caseload(workbook, mapping, load_country(mapping.country), today=dt.date(2026, 11, 21))


def days(caseload: Caseload) -> dict[str | None, list[str]]:
    return {
        family.number: [str(visit.on) for visit in family.visits]
        for family in caseload.families
        if family.visits
    }


def test_by_number_by_identity_and_by_name(office: Any) -> None:
    caseload = read(
        office,
        [
            ["Data vizitei", "Nr. dosar", "CNP", "Familia", "Sat", "Constatări", "Km"],
            ["3.4.2026", 1, None, None, None, "a", 12],
            [dt.date(2026, 4, 4), None, "6000229040011", None, None, "b", None],
            ["5 apr. 2026", None, None, "VRABIE ONUFRIE", None, "c", None],
            ["6.4.2026", None, None, "Fam. Ana Vrabie", None, "d", None],
            ["7.4.2026", None, None, "Crap Ion", "Fundoaia", "e", None],
            ["8.4.2026", 2, None, "Lup Ion", None, "f", None],
        ],
    )
    assert days(caseload) == {
        "1": ["2026-04-03", "2026-04-04", "2026-04-05", "2026-04-06"],
        "4": ["2026-04-07"],
        "2": ["2026-04-08"],
    }
    assert caseload.counts.visits == 6
    assert caseload.families[0].visits[0].cells == (
        ("Data vizitei", "3.4.2026"),
        ("Nr. dosar", "1"),
        ("Constatări", "a"),
        ("Km", "12"),
    )
    assert caseload.set_aside == ()


def test_what_fits_nowhere_or_in_several_places_is_set_aside(office: Any) -> None:
    caseload = read(
        office,
        [
            ["Data", "Familia", "Constatări"],
            ["3.4.2026", "Necunoscut Gică", "a"],
            ["3.4.2026", "Crap Ion", "b"],
            ["3.4.2026", "Lup", "c"],
            ["TOTAL", 3, None],
        ],
    )
    assert [(row.row, row.reason) for row in caseload.set_aside] == [
        (2, "visit_family_unknown"), (3, "visit_family_ambiguous"), (4, "visit_family_ambiguous"), (5, "total_line"),
    ]  # fmt: skip
    assert caseload.counts.visits == 0


def test_a_visit_without_a_readable_day_is_a_note_and_no_invented_visit(office: Any) -> None:
    caseload = read(
        office, [["Data", "Nr. fam.", "Constatări"], ["prin mai", 1, "doarme prost"], ["mai 2026", 1, "x"]]
    )
    family = caseload.families[0]
    assert family.visits == ()
    assert family.notes == (
        "Data: prin mai; Nr. fam.: 1; Constatări: doarme prost",
        "Data: mai 2026; Nr. fam.: 1; Constatări: x",
    )
    assert [row.reason for row in caseload.set_aside] == ["visit_without_date"] * 2
    assert [(found.code, found.value) for found in caseload.problems] == [
        ("date_unreadable", "prin mai"),
        ("date_unreadable", "mai 2026"),
    ]


def test_a_number_written_once_holds_for_the_visits_below(office: Any) -> None:
    caseload = read(
        office,
        [
            ["Nr. fam.", "Data", "Constatări"],
            [3, "1.2.2026", "a"],
            [None, "2.2.2026", "b"],
            [1, "3.2.2026", "c"],
        ],
    )
    assert days(caseload) == {"1": ["2026-02-03"], "3": ["2026-02-01", "2026-02-02"]}


def test_a_name_that_fits_nobody_behind_the_number_is_reported(office: Any) -> None:
    caseload = read(
        office, [["Data", "Nr. fam.", "Familia", "Constatări"], ["1.2.2026", 3, "Somn Gigi", "a"]]
    )
    assert days(caseload) == {"3": ["2026-02-01"]}
    assert [found.code for found in caseload.problems] == ["visit_name_differs"]


def test_the_last_visit_of_the_list_makes_no_visit(office: Any) -> None:
    people = [["Nr. fam.", "Nume și prenume", "CNP", "Ultima vizită"], [1, "Vrabie Ana", "6000229040011", "3.4.2026"], [2, "Lup Ion", None, "prin mai"]]  # fmt: skip
    workbook = read_workbook(office.xlsx({"L": people}))
    caseload = build_caseload(workbook, propose_mapping(workbook), load_country("ro"))
    assert caseload.counts.visits == 0
    assert [family.last_visit_on for family in caseload.families] == [dt.date(2026, 4, 3), None]
    assert caseload.families[1].notes == ("Ultima vizită: prin mai",)
    assert [(found.row, found.column, found.code, found.value) for found in caseload.problems] == [
        (3, "Ultima vizită", "date_unreadable", "prin mai")
    ]


def test_visits_in_other_languages(office: Any) -> None:
    for header in (
        ["Data wizyty", "Nr rodziny", "Kto był", "Cel wizyty", "Ustalenia", "Zalecenia"],
        [
            "Látogatás dátuma",
            "Család sorszáma",
            "Szociális munkás",
            "Látogatás célja",
            "Megállapítások",
            "Intézkedések",
        ],
        ["Visit date", "Household no.", "Visited by", "Purpose", "Findings", "Follow-up"],
    ):
        caseload = read(office, [header, ["1.2.2026", 2, "A. B.", "cel1", "fnd1", "msr1"]], title="Sheet2")
        (visit,) = next(family for family in caseload.families if family.number == "2").visits
        assert (visit.by_text, visit.purpose, visit.findings, visit.measures) == (
            "A. B.",
            "cel1",
            "fnd1",
            "msr1",
        )
