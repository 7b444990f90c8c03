"""The same families in the layouts of many offices give the same people in the same households."""

import random
from collections.abc import Callable
from typing import Any

import pytest

from app.countries.pack import load_country
from app.imports.caseload import build_caseload, check
from app.imports.mapping import propose_mapping
from app.imports.reading import read_workbook
from app.imports.records import Caseload

WORDS = {
    "ro short": ("ro", {"num": "Nr. gosp.", "name": "Numele și prenumele", "idn": "Cod numeric personal", "birth": "Născut(ă) la", "role": "Grad de rudenie", "village": "Localitatea", "street": "Adresa", "phone": "Tel.", "income": "Venituri lunare", "notes": "Obs.", "last": "Ultima vizită la domiciliu"}),
    "ro long": ("ro", {"num": "Familia nr.", "name": "NUME PRENUME", "idn": "C.N.P.", "birth": "Data nast.", "role": "Relația cu capul familiei", "village": "Satul", "street": "Str.", "phone": "Nr. telefon", "income": "Venit total / familie", "notes": "Mențiuni", "last": "Data ultimei vizite"}),
    "ro other": ("ro", {"num": "Dosar", "name": "Persoana", "idn": "cnp", "birth": "Anul nașterii", "role": "Statut în familie", "village": "sat/cătun", "street": "Domiciliul (strada, nr.)", "phone": "Contact", "income": "Venit net lunar", "notes": "Alte informații", "last": "Data ultimei anchete sociale"}),
    "ro typed badly": ("ro", {"num": "Nr.famil.", "name": "Nume si prenum", "idn": "CNP-ul", "birth": "Datanasterii", "role": "Calitate in fam.", "village": "Sat ", "street": "Strada/nr", "phone": "telefonul", "income": "venitul lunar", "notes": "observatie", "last": "ultima viz."}),
    "pl": ("pl", {"num": "Nr rodziny", "name": "Imię i nazwisko", "idn": "Nr PESEL", "birth": "Data ur.", "role": "Stopień pokr.", "village": "Wieś", "street": "Ulica, nr domu", "phone": "Nr tel.", "income": "Dochód (zł)", "notes": "Adnotacje", "last": "Ostatnia wizyta"}),
    "pl other": ("pl", {"num": "Numer teczki", "name": "Nazwisko, imię", "idn": "PESEL", "birth": "Urodzony/a", "role": "Relacja do głowy rodziny", "village": "Sołectwo", "street": "Adres zamieszkania", "phone": "Telefon kontaktowy", "income": "Łączny dochód rodziny", "notes": "UWAGI", "last": "Data ostatniego wywiadu środowiskowego"}),
    "hu": ("hu", {"num": "Család sorszáma", "name": "Név", "idn": "Személyi szám (CNP)", "birth": "Születési dátum", "role": "Rokonsági fok", "village": "Falu", "street": "Utca, házszám", "phone": "Telefonszám", "income": "Havi jövedelem", "notes": "Megjegyzés", "last": "Utolsó látogatás"}),
    "en": ("ro", {"num": "HH No.", "name": "Full name", "idn": "National ID", "birth": "DOB", "role": "Relationship to head", "village": "Village", "street": "Address", "phone": "Mobile", "income": "Household income", "notes": "Remarks", "last": "Last visited on"}),
    "en other": ("pl", {"num": "Case #", "name": "Surname and name", "idn": "Personal ID no.", "birth": "Date of birth", "role": "Kinship", "village": "Place", "street": "Street and house no.", "phone": "Phone no.", "income": "Income (PLN)", "notes": "Comments", "last": "Date of last home visit"}),
}  # fmt: skip
GIVEN_NAME_FIRST = ("pl", "en")
ONCE = ("num", "village", "street", "phone", "income", "notes", "last")
ENCODINGS = {"ro": ("cp1250", "iso8859_16", "utf-16"), "pl": ("cp1250", "iso8859_2", "utf-8-sig"), "hu": ("cp1250", "iso8859_2", "utf-8")}  # fmt: skip


def table(
    houses: Any, words: dict[str, str], order: list[str], *, every_row: bool, given_first: bool, upper: bool
) -> list[Any]:
    rows: list[Any] = [[words[key] for key in order]]
    for house in houses:
        for position, person in enumerate(house.members):
            name = f"{person.given} {person.surname}" if given_first else f"{person.surname} {person.given}"
            cells = {
                "num": house.number, "name": name.upper() if upper else name, "idn": person.number, "birth": person.born, "role": person.role,
                "village": house.village, "street": house.street, "phone": house.phone, "income": house.income, "notes": house.remark, "last": house.last,
            }  # fmt: skip
            for key in ONCE:
                if position and not (every_row and key in ("num", "village", "street")):
                    cells[key] = None
            rows.append([cells[key] for key in order])
    return rows


def read(path: Any) -> Caseload:
    workbook = read_workbook(path)
    mapping = propose_mapping(workbook)
    return build_caseload(workbook, mapping, load_country(mapping.country))


def told(caseload: Caseload) -> list[Any]:
    """Families as a reader of the list would tell them."""
    return sorted(
        (
            family.village, family.street, family.phone, str(family.last_visit_on), family.monthly_income and family.monthly_income.amount_minor, family.notes,
            tuple((person.family_name, person.given_names, person.identity_number, str(person.birth), person.role) for person in family.members),
        )
        for family in caseload.families
    )  # fmt: skip


def expected(houses: Any) -> list[Any]:
    roles = {"cap de familie": "head", "soție": "spouse", "fiică": "daughter", "fiu": "son", "głowa rodziny": "head", "żona": "spouse", "córka": "daughter", "syn": "son", "háztartásfő": "head", "feleség": "spouse", "lánya": "daughter", "fia": "son"}  # fmt: skip
    return sorted(
        (
            house.village, house.street, house.phone, str(house.last), int(house.income) * 100, (house.remark,) if house.remark else (),
            tuple((person.surname, person.given, person.number, str(person.born), roles[person.role]) for person in house.members),
        )
        for house in houses
    )  # fmt: skip


@pytest.mark.parametrize("trial", range(6))
@pytest.mark.parametrize("wording", WORDS)
def test_any_order_wording_and_format(
    office: Any, houses: Callable[..., Any], wording: str, trial: int
) -> None:
    country, words = WORDS[wording]
    many = houses(9, country, seed=trial + len(wording))
    chance = random.Random(trial)
    order = chance.sample(list(words), len(words))
    if trial == 3:
        order.remove("num")
    rows = table(
        many,
        words,
        order,
        every_row=trial % 3 == 1,
        given_first=wording in GIVEN_NAME_FIRST,
        upper=trial == 2,
    )
    titles: list[Any] = [["Situația la 01.10.2026"], []] if trial % 2 else []
    if trial % 3 == 0:
        path = office.xlsx({"Foaie1": titles + rows})
    elif trial % 3 == 1:
        path = office.ods({"Foaie1": titles + rows})
    else:
        path = office.text(rows, delimiter=";,\t|"[trial % 4], encoding=ENCODINGS[country][trial % 3])
    caseload = read(path)
    assert told(caseload) == expected(many)
    assert caseload.problems == ()
    assert caseload.set_aside == ()
    assert caseload.notes_columns == ()


def people_rows(house: Any, *start: Any) -> list[list[Any]]:
    return [
        [
            *(start if position == 0 else (None,) * len(start)),
            f"{person.surname} {person.given}",
            person.role,
            person.number,
        ]
        for position, person in enumerate(house.members)
    ]


PEOPLE_HEADER = ["Nume și prenume", "Calitatea", "CNP"]


def sizes(caseload: Caseload) -> list[int]:
    return [len(family.members) for family in caseload.families]


def test_a_header_over_two_merged_rows(office: Any, houses: Any) -> None:
    many = houses(6)
    rows: list[Any] = [
        ["Primăria comunei Fundoaia"],
        ["Nr. crt.", "Date personale", None, None, "Adresa", None, "Observații"],
        [None, "Nume", "Prenume", "CNP", "Sat", "Strada și nr.", None],
    ]
    for house in many:
        for position, person in enumerate(house.members):
            first = position == 0
            rows.append([house.number if first else None, person.surname, person.given, person.number, house.village if first else None, house.street if first else None, house.remark if first else None])  # fmt: skip
    caseload = read(office.xlsx({"L": rows}, merge={"L": ["A1:G1", "B2:D2", "E2:F2", "A2:A3", "G2:G3"]}))
    assert sizes(caseload) == [len(house.members) for house in many]
    assert [family.village for family in caseload.families] == [house.village for house in many]
    assert [family.number for family in caseload.families] == [str(house.number) for house in many]
    assert {person.family_name for family in caseload.families for person in family.members} <= {house.members[0].surname for house in many}  # fmt: skip


def test_one_sheet_per_village(office: Any, houses: Any) -> None:
    book: dict[str, list[Any]] = {}
    many = houses(9)
    for house in many:
        book.setdefault(house.village, [["Nr. fam.", *PEOPLE_HEADER]]).extend(
            people_rows(house, house.number)
        )
    caseload = read(office.xlsx(book))
    assert {(family.number, family.village) for family in caseload.families} == {(str(house.number), house.village) for house in many}  # fmt: skip


def test_numbers_that_start_again_in_every_village(office: Any, houses: Any) -> None:
    rows: list[Any] = [["Nr. fam.", "Sat", *PEOPLE_HEADER]]
    many = houses(6)
    for village in ("Șesuri", "Fundoaia"):
        for number, house in enumerate(many[:3] if village == "Șesuri" else many[3:], start=1):
            rows += people_rows(house, number, village)
    assert sizes(read(office.xlsx({"L": rows}))) == [len(house.members) for house in many]


def test_village_headings_page_breaks_totals_and_signatures(office: Any, houses: Any) -> None:
    many = houses(6)
    rows: list[Any] = [["Nr. fam.", *PEOPLE_HEADER], [0, 1, 2, 3]]
    for village in ("Fundoaia", "Râpa Mică", "Șesuri"):
        rows.append([f"Satul {village}"])
        for house in many:
            if house.village == village:
                rows += people_rows(house, house.number)
        rows += [["Total sat", None, None, 3], ["Pagina 2"], ["Nr. fam.", *PEOPLE_HEADER]]
    rows += [["TOTAL GENERAL", "6 familii"], [], [None, "Întocmit,"], [None, "Asistent social A. Bularda"]]
    caseload = read(office.xlsx({"Evidență": rows}))
    assert caseload.counts.families == 6
    assert caseload.counts.person_rows == sum(len(house.members) for house in many)
    assert {(family.number, family.village) for family in caseload.families} == {(str(house.number), house.village) for house in many}  # fmt: skip
    assert [row.reason for row in caseload.set_aside] == ["total_line"] * 4 + ["footer", "after_the_end"]


def test_a_village_written_only_where_it_changes(office: Any) -> None:
    rows = [["Sat", "Nr. fam.", *PEOPLE_HEADER]]
    for number in range(1, 9):
        rows.append(
            [
                {1: "Șesuri", 5: "Fundoaia"}.get(number),
                number,
                f"Om{'abcdefgh'[number - 1]} Ion",
                "cap de familie",
                None,
            ]
        )
    caseload = read(office.xlsx({"L": rows}))
    assert [family.village for family in caseload.families] == ["Șesuri"] * 4 + ["Fundoaia"] * 4


def test_a_family_without_a_village_does_not_get_its_neighbours(office: Any) -> None:
    rows = [["Sat", "Nr. fam.", *PEOPLE_HEADER]]
    villages = ["Șesuri", "Șesuri", None, "Fundoaia", "Fundoaia"]
    rows += [
        [village, number, f"Om{'abcde'[number]} Ion", "cap de familie", None]
        for number, village in enumerate(villages)
    ]
    assert [family.village for family in read(office.xlsx({"L": rows})).families] == villages


def test_row_numbers_are_not_family_numbers(office: Any, houses: Any) -> None:
    many = houses(6)
    rows: list[Any] = [["Nr. crt.", *PEOPLE_HEADER]]
    for house in many:
        rows += [[None, *row] for row in people_rows(house)]
    for number, row in enumerate(rows[1:], start=1):
        row[0] = number
    caseload = read(office.xlsx({"L": rows}))
    assert sizes(caseload) == [len(house.members) for house in many]
    assert [person.list_number for family in caseload.families for person in family.members] == [str(number) for number in range(1, len(rows))]  # fmt: skip
    assert {family.number for family in caseload.families} == {None}


def test_row_numbers_that_start_again_with_each_family(office: Any, houses: Any) -> None:
    many = houses(6)
    rows: list[Any] = [["Nr.", "Nume și prenume", "Data nașterii"]]
    for house in many:
        rows += [
            [number, f"{person.surname} {person.given}", person.born]
            for number, person in enumerate(house.members, start=1)
        ]
    assert sizes(read(office.xlsx({"L": rows}))) == [len(house.members) for house in many]


def test_a_column_with_the_households_name(office: Any, houses: Any) -> None:
    many = houses(6)
    rows: list[Any] = [["Familia", "Membrii familiei", "Data nașterii"]]
    for house in many:
        rows += [[house.members[0].surname if position == 0 else None, f"{person.surname} {person.given}", person.born] for position, person in enumerate(house.members)]  # fmt: skip
    assert sizes(read(office.xlsx({"L": rows}))) == [len(house.members) for house in many]


def test_one_row_per_household(office: Any) -> None:
    rows = [
        ["Lp.", "Nazwisko i imię", "Liczba osób", "Dochód na osobę", "Powody", "Kod"],
        [1, "ŹREBIĘCKI ŁUCJAN", 4, "623,50", "9,13", "AB1"],
        [2, "Gęgała Żaneta", "2 osoby", "0", "ubóstwo", "AB2"],
        ["Razem", None, 6],
    ]
    caseload = read(office.text(rows, encoding="iso8859_2"))
    first, second = caseload.families
    assert (first.number, first.name, first.declared_member_count, first.reasons) == (
        "1",
        "Źrebięcki Łucjan",
        4,
        ("9", "13"),
    )
    assert first.notes == ("Dochód na osobę: 623,50", "Kod: AB1")
    assert second.declared_member_count == 2
    assert [person.role for family in caseload.families for person in family.members] == ["head", "head"]
    assert caseload.counts.columns_kept_as_notes == 2
    assert [row.reason for row in caseload.set_aside] == ["total_line"]


def test_a_list_without_any_header(office: Any, houses: Any) -> None:
    many = houses(6)
    rows: list[Any] = []
    for house in many:
        rows += people_rows(house, house.number)
    assert sizes(read(office.text(rows))) == [len(house.members) for house in many]


def test_a_new_family_added_by_hand_without_a_number(office: Any, houses: Any) -> None:
    many = houses(3)
    rows: list[Any] = [["Nr. fam.", *PEOPLE_HEADER]]
    for house in many:
        rows += people_rows(house, house.number if house.number < 3 else None)
    assert sizes(read(office.xlsx({"L": rows}))) == [len(house.members) for house in many]


def test_households_and_their_members_on_two_sheets(office: Any, houses: Any) -> None:
    many = houses(6)
    roster: list[Any] = [["Nr. gosp.", "Capul gospodăriei", "Sat", "Strada", "Nr.", "Telefon", "Nr. membri"]]
    members: list[Any] = [["Nr. gosp.", "Nume", "Prenume", "Data nașterii", "CNP", "Calitatea"]]
    for house in many:
        head = house.members[0]
        roster.append([house.number, f"{head.surname} {head.given}", house.village, "Lungă", house.number * 3, house.phone, len(house.members)])  # fmt: skip
        members += [[house.number, person.surname, person.given, person.born, person.number, person.role] for person in house.members]  # fmt: skip
    caseload = read(office.xlsx({"Gospodării": roster, "Membri": members}))
    assert sizes(caseload) == [len(house.members) for house in many]
    assert [(family.village, family.street, family.declared_member_count) for family in caseload.families] == [(house.village, f"Lungă {house.number * 3}", len(house.members)) for house in many]  # fmt: skip


def test_a_remark_below_a_person_belongs_to_the_family(office: Any) -> None:
    rows = [["Nr. fam.", "Nume și prenume", "CNP", "Observații"], [1, "Popa Ion", None, "are nevoie"], [None, None, None, "de lemne"], [2, "Lup Ana", None, None]]  # fmt: skip
    caseload = read(office.xlsx({"L": rows}))
    assert [family.notes for family in caseload.families] == [("are nevoie", "de lemne"), ()]


def test_numbered_rows_that_were_never_filled_are_set_aside(office: Any) -> None:
    rows = [
        ["Nr. fam.", "Nume și prenume", "CNP"],
        [1, "Popa Ion", "1850701223343"],
        [2, None, None],
        [3, None, None],
    ]
    caseload = read(office.xlsx({"L": rows}))
    assert caseload.counts.families == 1
    assert [row.reason for row in caseload.set_aside] == ["no_name", "no_name"]


def test_what_the_identity_number_says_against_the_list(office: Any) -> None:
    rows = [
        ["Nr. fam.", "Nume și prenume", "CNP", "Data nașterii", "Sex"],
        [1, "Popa Ion", "1850701223343", "1.7.1985", "M"],
        [2, "Lup Ana", "1850701223343"[:-1] + "4", "1.7.1985", "F"],
        [3, "Crap Dan", "5000101041234", "2.1.2000", "F"],
        [4, "Rac Ina", "6000229040011", "2000", None],
        [5, "Som Eva", "12345", None, None],
    ]
    result = check(office.xlsx({"L": rows}, "v.xlsx"))
    assert [(found["row"], found["code"]) for found in result["problems"]] == [
        (3, "identity_check_digit"), (4, "birth_differs"), (4, "sex_differs"), (6, "identity_length"),
    ]  # fmt: skip
    assert result["imported"]["v.xlsx"]["id_warnings"] == 1
    caseload = read(office.xlsx({"L": rows}))
    assert [str(family.members[0].birth) for family in caseload.families] == ["1985-07-01", "1985-07-01", "2000-01-02", "2000-02-29", "None"]  # fmt: skip


def test_the_check_prints_exactly_the_agreed_figures(office: Any) -> None:
    result = check(
        office.xlsx({"L": [["Nume și prenume", "CNP"], ["Popa Ion", "1850701223343"]]}, "mic.xlsx")
    )
    assert result == {
        "imported": {
            "mic.xlsx": {
                "families": 1, "person_rows": 1, "people": 1, "possible_duplicates": 0, "id_warnings": 0, "visits": 0,
                "rows_set_aside": 0, "columns_kept_as_notes": 0,
            }
        },
        "problems": [],
    }  # fmt: skip


def test_progress_goes_up_to_the_end(office: Any, houses: Any) -> None:
    rows: list[Any] = [["Nr. fam.", *PEOPLE_HEADER]]
    for house in houses(60):
        rows += people_rows(house, house.number)
    workbook = read_workbook(office.xlsx({"L": rows}))
    seen: list[tuple[int, int]] = []
    build_caseload(
        workbook,
        propose_mapping(workbook),
        load_country("ro"),
        lambda done, total: seen.append((done, total)),
    )
    assert seen == sorted(seen)
    assert seen[-1] == (len(rows), len(rows))
    assert len(seen) > 2
