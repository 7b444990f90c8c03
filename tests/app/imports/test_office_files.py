"""Whole files as different clerks keep them: the counts a reader of the file would give, and no cell guessed into a wrong field."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.countries.pack import load_country
from app.imports.caseload import build_caseload
from app.imports.mapping import propose_mapping
from app.imports.reading import read_workbook
from app.imports.records import Caseload


def read(path: Path) -> Caseload:
    workbook = read_workbook(path)
    mapping = propose_mapping(workbook)
    return build_caseload(workbook, mapping, load_country(mapping.country))


def listed(houses: Any) -> list[Any]:
    """(house, position in it, person) in the order of a list."""
    return [(house, place, person) for house in houses for place, person in enumerate(house.members)]


def who(person: Any) -> str:
    return f"{person.surname} {person.given}"


def plain_list(houses: Any) -> list[list[Any]]:
    rows: list[list[Any]] = [["Nr. fam.", "Nume și prenume", "CNP", "Calitatea"]]
    for house, place, person in listed(houses):
        rows.append([None if place else house.number, who(person), person.number, person.role])
    return rows


def households_as_in(caseload: Caseload) -> list[list[str | None]]:
    return [[member.identity_number for member in family.members] for family in caseload.families]


def numbers_of(houses: Any) -> list[list[str]]:
    return [[person.number for person in house.members] for house in houses]


@pytest.mark.parametrize(
    ("header", "yes", "no"),
    [("Cap de familie", "X", None), ("Cap familie (DA/NU)", "DA", "NU"), ("Głowa rodziny (T/N)", "T", "N"), ("Cap gosp.", 1, 0)],
)  # fmt: skip
def test_a_mark_beside_the_head_of_each_household(
    office: Any, houses: Callable[..., Any], header: str, yes: Any, no: Any
) -> None:
    many = houses(8)
    rows: list[Any] = [["Nume", "Prenume", header, "CNP", "Localitatea"]]
    rows += [[p.surname, p.given, no if place else yes, p.number, h.village] for h, place, p in listed(many)]
    caseload = read(office.xlsx({"Foaie1": rows}))
    assert households_as_in(caseload) == numbers_of(many)
    assert all(family.members[0].role == "head" for family in caseload.families)


def test_empty_rows_part_households(office: Any, houses: Any) -> None:
    many = houses(8)
    rows: list[Any] = [["Nume și prenume", "CNP", "Ocupația"]]
    for house in many:
        rows += [[who(person), person.number, "-"] for person in house.members] + [[]]
    assert households_as_in(read(office.xlsx({"Foaie1": rows}))) == numbers_of(many)


def test_empty_rows_between_strangers_are_there_for_the_eye(office: Any, houses: Any) -> None:
    heads = [house.members[0] for house in houses(9)]
    rows: list[Any] = [["Nume și prenume", "CNP", "Tip ajutor"]]
    for place, person in enumerate(heads, start=1):
        rows += [[who(person), person.number, "lemne"]] + [[]] * (place % 3 == 0)
    assert read(office.xlsx({"Foaie1": rows})).counts.families == 9


def test_a_relation_written_for_everybody_but_the_head(office: Any, houses: Any) -> None:
    many = houses(8)
    rows: list[Any] = [["Nume și prenume", "CNP", "Rudenia"]]
    rows += [
        [who(person), person.number, person.role if place else None] for _, place, person in listed(many)
    ]
    assert households_as_in(read(office.text(rows))) == numbers_of(many)


def test_a_line_with_the_family_above_its_members(office: Any, houses: Any) -> None:
    many = houses(6)
    rows: list[Any] = [["Nr.", "Nume și prenume", "CNP", "Calitatea"]]
    for house in many:
        rows.append([f"Familia {who(house.members[0])}, sat {house.village}, tel. {house.phone}"])
        rows += [[place, who(p), p.number, p.role] for place, p in enumerate(house.members, start=1)]
    caseload = read(office.xlsx({"Foaie1": rows}))
    assert households_as_in(caseload) == numbers_of(many)
    assert [family.village for family in caseload.families] == [house.village for house in many]
    assert all(house.phone in family.notes[0] for house, family in zip(many, caseload.families, strict=True))
    assert caseload.counts.rows_set_aside == 0


def test_a_numbered_line_above_the_members_is_what_visits_call_the_family(office: Any, houses: Any) -> None:
    many = houses(6, "pl")
    rows: list[Any] = [["Lp.", "Imię i nazwisko", "PESEL", "Stopień pokrewieństwa"]]
    for house in many:
        rows.append([f"Rodzina nr {house.number} – {house.members[0].surname}"])
        rows += [
            [place, f"{p.given} {p.surname}", p.number, p.role] for place, p in enumerate(house.members, 1)
        ]
    visits = [["Data", "Nr rodziny", "Ustalenia"]]
    visits += [[f"{house.number} września 2026 r.", f"{house.number:03d}", "dobrze"] for house in many]
    caseload = read(office.ods({"Ewidencja": rows, "Wizyty": visits}))
    assert households_as_in(caseload) == numbers_of(many)
    assert [len(family.visits) for family in caseload.families] == [1] * 6


def test_a_household_that_is_only_a_line_is_not_taken_for_a_heading(office: Any) -> None:
    rows = [["Familia", "Sat", "Telefon"], ["Familia Vrabie Ion"], ["Familia Lup Ana"], ["Familia Ursu Dan", "Poiana", "0740111222"]]  # fmt: skip
    assert read(office.xlsx({"Lista familii": rows})).counts.families == 3


def test_members_in_one_cell_stay_a_note_of_the_household(office: Any, houses: Any) -> None:
    many = houses(8)
    rows: list[Any] = [["Nr.", "Titular", "CNP", "Sat", "Membri familie"]]
    for house in many:
        members = ", ".join(f"{p.given} ({p.role}, {p.born.year})" for p in house.members[1:])
        rows.append(
            [house.number, who(house.members[0]), house.members[0].number, house.village, members or "-"]
        )
    caseload = read(office.xlsx({"Foaie1": rows}))
    assert (caseload.counts.families, caseload.counts.person_rows) == (8, 8)
    assert caseload.families[0].notes == (f"Membri familie: {rows[1][4]}",)


def test_columns_about_the_spouse_do_not_mix_with_the_head(office: Any, houses: Any) -> None:
    couples = [house for house in houses(12) if len(house.members) > 1]
    rows: list[Any] = [["Dosar", "Nume și prenume titular", "CNP titular", "Nume și prenume soț/soție", "CNP soț/soție", "Membru 3", "CNP 3"]]  # fmt: skip
    for house in couples:
        head, spouse = house.members[:2]
        rows.append(
            [house.number, who(head), head.number, who(spouse), spouse.number, "Vrabie Zoe", "1850701223343"]
        )
    caseload = read(office.xlsx({"Foaie1": rows}))
    assert [family.members[0].full_name for family in caseload.families] == [
        who(house.members[0]) for house in couples
    ]
    assert caseload.counts.id_warnings == 0
    assert caseload.families[0].notes == tuple(
        f"{rows[0][place]}: {rows[1][place]}" for place in (3, 4, 5, 6)
    )


@pytest.mark.parametrize(
    "header", ["Data deciziei", "Data vizitei 2", "Data angajării", "Data wpływu wniosku"]
)
def test_a_date_of_something_else_is_no_birth_date(office: Any, houses: Any, header: str) -> None:
    rows: list[Any] = [["Nr. fam.", "Nume și prenume", "CNP", "Calitatea", header]]
    for house, place, p in listed(houses(8)):
        rows.append([house.number, who(p), p.number, p.role, dt.date(1994 + 4 * place, 5, 6)])
    caseload = read(office.xlsx({"Foaie1": rows}))
    assert caseload.problems == ()
    assert [column.header for column in caseload.notes_columns] == [header]


def test_several_visit_dates_in_a_list_are_all_kept_and_none_is_called_the_last(office: Any) -> None:
    rows = [
        ["Nr. fam.", "Nume și prenume", "Calitatea", "Data vizitei 1", "Data vizitei 2"],
        [1, "Vrabie Ion", "cap", dt.date(2026, 1, 3), dt.date(2026, 7, 9)],
        [None, "Vrabie Ana", "soție"],
        [2, "Lup Dan", "cap", dt.date(2026, 1, 4), dt.date(2026, 7, 8)],
    ]
    family = read(office.xlsx({"Foaie1": rows})).families[0]
    assert family.notes == ("Data vizitei 1: 2026-01-03", "Data vizitei 2: 2026-07-09")
    assert family.last_visit_on is None


def test_a_cell_with_date_and_place_of_birth_gives_both(office: Any) -> None:
    rows = [["Nr. fam.", "Nume și prenume", "Data și locul nașterii", "Calitatea"], [1, "Vrabie Ion", "12.03.1990, Zăpodeni", "cap"], [None, "Vrabie Ana", "4.5.'92", "soție"]]  # fmt: skip
    caseload = read(office.xlsx({"Foaie1": rows}))
    assert [str(member.birth) for member in caseload.families[0].members] == ["1990-03-12", "1992-05-04"]
    assert "Data și locul nașterii: 12.03.1990, Zăpodeni" in caseload.families[0].members[0].notes
    assert caseload.problems == ()


@pytest.mark.parametrize(
    "block",
    [
        [["Primar,", None, None, "Întocmit,"], ["Ion Popescu", None, None, "Maria Ionescu"], [None, None, None, "Data: 12.10.2026"]],
        [["Contabil șef,", None, None, "Lucrător social,"], ["Popescu Ion", None, None, "Ionescu Maria"]],
        [["Total familii: 8"], [None, "Întocmit,"], [None, "Asistent social"], [None, "Popa Maria"]],
    ],
)  # fmt: skip
def test_signatures_are_nobody(office: Any, houses: Any, block: list[list[Any]]) -> None:
    many = houses(8)
    caseload = read(office.xlsx({"Foaie1": [*plain_list(many), [], *block]}))
    assert households_as_in(caseload) == numbers_of(many)
    assert caseload.counts.rows_set_aside == len(block)


def test_a_mayor_may_be_a_member(office: Any) -> None:
    rows = [["Nr. fam.", "Nume și prenume", "Ocupația"], [1, "Vrabie Ana", "casnică"], [None, "Vrabie Ion", "primar"], [2, "Lup Dan", "director"]]  # fmt: skip
    assert read(office.xlsx({"Foaie1": rows})).counts.person_rows == 3


def test_a_total_in_the_middle_ends_nothing(office: Any) -> None:
    rows = [["Nr.", "Numele", "Obs."], [1, "Vrabie Ion", "x1"], [None, "Vrabie Ana"], [None, "Total sat Poiana: 1"], [2, "Lup Dan", "x2"], [None, "Lup Ana"], ["Total: 2"]]  # fmt: skip
    caseload = read(office.xlsx({"Foaie1": rows}))
    assert [len(family.members) for family in caseload.families] == [2, 2]
    assert [row.reason for row in caseload.set_aside] == ["total_line", "total_line"]


def test_two_tables_below_each_other(office: Any, houses: Any) -> None:
    many = houses(8)
    rows = plain_list(many)
    second = [["Întocmit, Popa Maria"], [], ["Tabel 2. Cazuri noi"], rows[0]]
    cut = 1 + sum(len(house.members) for house in many[:4])
    caseload = read(office.xlsx({"Foaie1": [["Tabel 1"], *rows[:cut], *second, *rows[cut:]]}))
    assert households_as_in(caseload) == numbers_of(many)
    assert [row.reason for row in caseload.set_aside] == ["footer"]


def test_a_list_of_numbers_and_names_only(office: Any) -> None:
    rows = [["Nr.", "Numele"], ["1", "Vrabie Ion"], ["", "Vrabie Ana"], ["2", "Lup Dan"]]
    assert [len(family.members) for family in read(office.text(rows)).families] == [2, 1]


def test_a_column_called_after_number_and_document(office: Any, houses: Any) -> None:
    rows = plain_list(houses(6))
    rows[0][2] = "CNP/Nr. act identitate"
    rows[2][2] = rows[2][2][:-1] + str((int(rows[2][2][-1]) + 1) % 10)
    assert read(office.xlsx({"Foaie1": rows})).counts.id_warnings == 1


def test_short_english_headers(office: Any) -> None:
    people = [["HH", "Member", "Relation to head of household", "DoB"], ["HH-001", "Ion Vrabie", "Head", "1980-02-03"], ["HH-001", "Ana Vrabie", "Spouse", "1982-02-03"], ["HH-002", "Dan Lup", "Head", "1970-02-03"]]  # fmt: skip
    visits = [["Visit #", "HH", "Date", "Staff", "Outcome"], [1, "HH-1", "2026-02-03", "A. P.", "ok"], [2, "hh 002", "2026-02-04", "A. P.", "ok"]]  # fmt: skip
    counts = read(office.xlsx({"Roster": people, "Visit log": visits})).counts
    assert (counts.families, counts.person_rows, counts.visits, counts.rows_set_aside) == (2, 3, 2, 0)


@pytest.mark.parametrize("written", ["{number}", "Fam. {number}", "{number:03d}", "nr. {number}"])
def test_a_visit_may_write_the_number_of_the_family_its_own_way(
    office: Any, houses: Any, written: str
) -> None:
    many = houses(5)
    visits: list[Any] = [["Data", "Familia (nr.)", "Ce am găsit"]]
    visits += [[dt.date(2026, 2, h.number), written.format(number=h.number), "rând 1\nrând 2"] for h in many]
    caseload = read(office.xlsx({"Evidență": plain_list(many), "Vizite": visits}))
    assert [len(family.visits) for family in caseload.families] == [1] * 5


def test_a_sheet_of_visits_for_each_month_without_numbers(office: Any, houses: Any) -> None:
    many = houses(5)
    book: dict[str, Any] = {"Familii": plain_list(many)}
    for month, name in ((4, "aprilie"), (5, "mai")):
        book[name] = [["Ziua", "Cine", "La cine", "Ce am găsit"]]
        book[name] += [[f"{h.number}.{month}.2026 ora 10", "Ana", who(h.members[0]), "bine"] for h in many]
    assert read(office.xlsx(book)).counts.visits == 10
