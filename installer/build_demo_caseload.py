"""Makes resources/caseloads/colonesti.xlsx, the caseload that `demo` imports when no other is given. Run it from the root of the project:

    python installer/build_demo_caseload.py

All people are invented; villages are those of the commune of Colonești (Bacău). The list has the habits of a real one:
family numbers and villages on first rows only, dates in many forms, capital letters, old cedilla letters, numbers as
numbers, a person listed in two families, a few wrong check digits, remarks in odd columns, a total line. Nothing is
drawn by chance and no clock is written, so the same script always gives the same bytes of content.
"""

import datetime as dt
import zipfile
from itertools import cycle
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.styles import Font
from stdnum.ro import cnp

TARGET = Path(__file__).parents[1] / "resources" / "caseloads" / "colonesti.xlsx"
COUNTY_PART = "04"
WRITTEN_AT = dt.datetime(2026, 10, 1, tzinfo=dt.UTC).replace(tzinfo=None)

HEADER = [
    "Nr. fam.", "Nume și prenume", "CNP", "Data nașterii", "Calitatea", "Sat", "Strada, nr.", "Telefon", "Ocupația",
    "Școala / clasa", "Venit lunar (lei)", "Observații", "Ultima vizită", "Medic de familie",
]  # fmt: skip
VISITS_HEADER = ["Data", "Nr. fam.", "Familia", "Cine a fost", "Scopul", "Constatări", "Măsuri / termen"]

# (surname, village, street, phone, income, remark, members); a member is (given name, relation, birth, occupation or class)
FAMILIES: list[tuple[str, str, str, object, object, str, list[tuple[str, str, str, str]]]] = [
    ("Zăvoianu", "Colonești", "Principală, nr. 14", "0740 100 201", 1450, "acoperiș spart", [("Sofica", "cap de familie", "1986-03-14", "zilier"), ("Darius", "fiu", "2012-09-02", "cls. VII"), ("Iasmina", "fiică", "2018-01-27", "cls. II")]),
    ("Crâmpoșie", "Colonești", "Bisericii, nr. 3", 740100202, "1.200", "", [("Nicodim", "cap de familie", "1979-11-30", "tractorist"), ("Fevronia", "soție", "1983-05-08", "casnică"), ("Teofil", "fiu", "2009-06-19", "cls. X"), ("Agripina", "fiică", "2014-12-05", "cls. VI")]),
    ("Hlihor", "Călini", "Izvorului, nr. 9", "", "719 lei", "bunica îngrijește copiii", [("Ecaterina", "cap de familie", "1955-02-11", "pensionară"), ("Ionela", "nepoată", "2013-04-23", "cls. VII"), ("Răducu", "nepot", "2016-08-16", "cls. IV")]),
    ("Bălțătescu", "Călini", "Morii, nr. 21", "+40 740100204", 2300, "", [("Mugurel", "cap de familie", "1981-07-21", "lucrător forestier"), ("Lenuța", "soție", "1984-10-01", "vânzătoare"), ("Sebi", "fiu", "2008-03-03", "cls. XI"), ("Miruna", "fiică", "2011-11-11", "cls. VIII"), ("Toma", "fiu", "2020-05-29", "grădiniță")]),
    ("Șalgău", "Zăpodia", "", "0740100205", 0, "fără curent electric", [("Petrică", "cap de familie", "1992-01-19", "fără ocupație"), ("Georgiana", "concubină", "1997-06-06", "casnică"), ("Rebeca", "fiică", "2017-02-14", "cls. III"), ("Emanuel", "fiu", "2019-07-07", "cls. I"), ("Estera", "fiică", "2025-09-15", "")]),
    ("Ungurașu", "Zăpodia", "Dealului, nr. 5", "", "1 100,50 RON", "tatăl lucrează în Italia", [("Valerica", "cap de familie", "1988-12-24", "casnică"), ("Ștefan", "fiu", "2010-10-10", "cls. IX"), ("Ilinca", "fiică", "2015-03-30", "cls. V")]),
    ("Mâțaru", "Spria", "Fântânii, nr. 33", "0740100207", 600, "", [("Vasile", "cap de familie", "1948-04-04", "pensionar"), ("Maranda", "soție", "1951-09-09", "pensionară")]),
    ("Dochioiu", "Spria", "Stadionului, nr. 8", "0740-100-208", 1850, "copil cu certificat de handicap", [("Claudiu", "cap de familie", "1985-08-18", "șofer"), ("Nicoleta", "soție", "1987-02-02", "asistent personal"), ("Alexia", "fiică", "2013-01-13", "cls. VII")]),
    ("Fărtăiș", "Poiana", "Păcii, nr. 2", "", 350, "", [("Ruxandra", "cap de familie", "1994-05-25", "zilieră"), ("Kevin", "fiu", "2014-06-14", "cls. VI"), ("Larisa", "fiică", "2016-10-20", "cls. IV"), ("Denis", "fiu", "2022-03-08", "")]),
    ("Nastasache", "Poiana", "Gării, nr. 40", "0740100210", "2.100 lei", "", [("Gicu", "cap de familie", "1976-06-30", "zidar"), ("Tasica", "soție", "1978-01-17", "casnică"), ("Beniamin", "fiu", "2007-12-01", "cls. XII"), ("Lidia", "fiică", "2010-04-12", "cls. X")]),
    ("Pruteanu", "Valea Mare", "Livezilor, nr. 17", "", 1450, "nu au lemne de foc", [("Costel", "cap de familie", "1969-03-21", "cioban"), ("Maria", "soție", "1972-08-15", "casnică"), ("Gheorghiță", "fiu", "2009-09-29", "cls. X")]),
    ("Tărnăuceanu", "Valea Mare", "Școlii, nr. 6", "0740100212", 980, "", [("Anișoara", "cap de familie", "1990-11-03", "femeie de serviciu"), ("Cosmina", "fiică", "2012-02-28", "cls. VIII"), ("Marian", "fiu", "2015-05-05", "cls. V"), ("Aglaia", "bunică", "1950-05-19", "pensionară")]),
    ("Văcăreanu", "Colonești", "Salcâmilor, nr. 11", "", "", "", [("Ilie", "cap de familie", "1939-07-20", "pensionar")]),
    ("Bostănaru", "Colonești", "Unirii, nr. 27", "0740100214", 1700, "", [("Sandu", "cap de familie", "1983-04-16", "mecanic"), ("Irina", "soție", "1986-09-23", "croitoreasă"), ("Matei", "fiu", "2011-07-31", "cls. IX"), ("Ana", "fiică", "2017-12-12", "cls. III")]),
    ("Chirilă-Pop", "Călini", "Câmpului, nr. 52", "", 719, "abandon școlar?", [("Marinela", "cap de familie", "1989-10-28", "zilieră"), ("Ionuț", "fiu", "2010-01-09", "nu merge la școală"), ("Sorina", "fiică", "2013-08-24", "cls. VII")]),
    ("Gâdioi", "Zăpodia", "Iazului, nr. 4", "0740100216", 450, "", [("Neculai", "cap de familie", "1958-12-06", "agricultor"), ("Saveta", "soție", "1961-03-27", "agricultoare"), ("Andrei", "nepot", "2014-11-19", "cls. VI")]),
    ("Lăptucă", "Spria", "Tineretului, nr. 19", "", 2650, "", [("Bogdan", "cap de familie", "1991-06-12", "electrician"), ("Alina", "soție", "1993-02-20", "vânzătoare"), ("Ingrid", "fiică", "2021-08-08", "")]),
    ("Ochișor", "Poiana", "Pădurii, nr. 70", "0740100218", "1.050", "gravidă, luna a șaptea", [("Cătălina", "cap de familie", "2003-05-03", "fără ocupație"), ("Rareș", "concubin", "1999-09-17", "zilier"), ("Amira", "fiică", "2023-10-26", "")]),
    ("Pătlăgea", "Valea Mare", "Primăverii, nr. 1", "", 350, "", [("Domnica", "cap de familie", "1963-01-31", "asistată medical"), ("Costinel", "fiu", "1995-04-07", "cu handicap grav")]),
    ("Roibu", "Colonești", "Măgurii, nr. 38", "0740100220", 1320, "", [("Liviu", "cap de familie", "1984-02-29", "paznic"), ("Oana", "soție", "1988-08-08", "casnică"), ("Vlad", "fiu", "2008-05-21", "cls. XI"), ("Teodora", "fiică", "2012-12-18", "cls. VII"), ("Luca", "fiu", "2019-03-12", "cls. I")]),
    ("Sterpu", "Călini", "Eroilor, nr. 44", "", 900, "conflicte cu vecinii", [("Dumitru", "cap de familie", "1974-09-05", "lăcătuș"), ("Zina", "concubină", "1980-07-13", "casnică"), ("Roxana", "fiică", "2009-02-17", "cls. X")]),
    ("Talpeș", "Zăpodia", "Podului, nr. 12", "0740100222", 1600, "", [("Adrian", "cap de familie", "1987-03-09", "tâmplar"), ("Simona", "soție", "1990-12-15", "îngrijitor bătrâni"), ("Eduard", "fiu", "2013-06-27", "cls. VI"), ("Daria", "fiică", "2018-09-01", "cls. II")]),
    ("Ursoiu", "Spria", "Cimitirului, nr. 7", "", 540, "locuință de o cameră", [("Floarea", "cap de familie", "1968-10-14", "zilieră"), ("Mirela", "fiică", "2000-11-22", "fără ocupație"), ("Anisia", "nepoată", "2019-04-18", "cls. I"), ("Nectarie", "nepot", "2022-06-02", "")]),
    ("Vrânceanu", "Poiana", "Cooperativei, nr. 15", "0740100224", 1980, "", [("Relu", "cap de familie", "1982-01-25", "brutar"), ("Gabriela", "soție", "1985-05-17", "poștaș"), ("Iustin", "fiu", "2011-03-06", "cls. VIII"), ("Sara", "fiică", "2016-07-23", "cls. IV")]),
    ("Zbârciog", "Valea Mare", "Râpei, nr. 60", "", 719, "stă la bunici", [("Paraschiva", "cap de familie", "1953-08-28", "pensionară"), ("Sebastian", "nepot", "2012-05-31", "cls. VIII")]),
]  # fmt: skip

WRONG_CHECK_DIGITS = {("Șalgău", "Petrică"), ("Gâdioi", "Saveta"), ("Talpeș", "Daria")}
WITHOUT_NUMBER = {("Șalgău", "Estera"), ("Ochișor", "Amira"), ("Ursoiu", "Nectarie")}
ONLY_THE_YEAR = {("Mâțaru", "Maranda")}
CAPITALS = {"Hlihor", "Nastasache", "Roibu"}
CEDILLAS = {"Bălțătescu", "Șalgău"}
OF_THE_OTHER_FAMILY = ("Hlihor", "Ionela")
DOCTORS = {1: "dr. Apostol", 8: "dr. Apostol", 18: "dr. Munteanu"}

VISITS: list[tuple[int, str, str, str, str]] = [
    (
        1,
        "M. Bejan (AMC)",
        "monitorizare",
        "Acoperișul lasă apa în camera copiilor.",
        "cerere la primărie, 30 zile",
    ),
    (3, "A. Sandu", "anchetă socială", "Bunica obosește; nepoții merg la școală.", "sprijin la lecții"),
    (3, "A. Sandu", "reevaluare", "Ionela stă uneori la mătușa din Poiana.", ""),
    (
        5,
        "A. Sandu + poliția",
        "sesizare",
        "Casa nu are curent; copilul mic doarme lângă sobă.",
        "sesizat DGASPC",
    ),
    (5, "M. Bejan (AMC)", "monitorizare", "Copilul cel mic nu este înscris la medic.", "programare medic"),
    (6, "A. Sandu", "monitorizare", "Tatăl trimite bani la două luni.", ""),
    (8, "M. Bejan (AMC)", "VMI", "Certificatul expiră în noiembrie.", "dosar pentru comisie"),
    (11, "A. Sandu", "anchetă socială", "Nu au lemne pentru iarnă.", "ajutor de încălzire"),
    (
        15,
        "A. Sandu",
        "sesizare",
        "Ionuț lucrează cu ziua și lipsește de la ore.",
        "discuție cu școala, 14 zile",
    ),
    (15, "A. Sandu", "reevaluare", "A revenit la școală de două săptămâni.", ""),
    (18, "M. Bejan (AMC)", "monitorizare", "Sarcina merge bine; lipsește ecografia.", "programare medic"),
    (19, "A. Sandu", "monitorizare", "Indemnizația a venit cu întârziere.", ""),
    (21, "A. Sandu + poliția", "sesizare", "Ceartă la gard, fără răniți.", "revenire peste 30 zile"),
    (23, "M. Bejan (AMC)", "VMI", "Șase paturi lipsă; nepoții dorm cu bunica.", "paturi de la centru"),
    (25, "A. Sandu", "anchetă socială", "Nepotul învață bine.", "bursă socială"),
]


def number_for(born: dt.date, female: bool, serial: int) -> str:
    """A CNP that is right: sex and century, birth date, county, serial number, check digit."""
    body = f"{(1 if born.year < 2000 else 5) + female}{born:%y%m%d}{COUNTY_PART}{serial:03d}"
    return body + cnp.calc_check_digit(body)


def people_rows() -> list[list[object]]:
    date_forms: Any = cycle([lambda day: day, lambda day: f"{day:%d.%m.%Y}", lambda day: f"{day:%d/%m/%Y}", lambda day: day.isoformat(), lambda day: f"{day.day}.{day.month}.{day.year}"])  # fmt: skip
    numbers: dict[tuple[str, str], object] = {}
    rows: list[list[object]] = []
    serial = 100
    for family_number, (surname, village, street, phone, income, remark, members) in enumerate(
        FAMILIES, start=1
    ):
        for place, (given, relation, birth, doing) in enumerate(members):
            serial += 7
            key = (surname, given)
            born = dt.date.fromisoformat(birth)
            number = number_for(born, _is_woman(given, relation), serial)
            if key in WRONG_CHECK_DIGITS:
                number = number[:-1] + str((int(number[-1]) + 3) % 10)
            numbers[key] = number
            school = doing if doing.startswith(("cls", "gr", "nu merge")) else ""
            row: list[object] = [
                "", _as_written(surname, given), "" if key in WITHOUT_NUMBER else int(number) if serial % 3 == 0 else number,
                born.year if key in ONLY_THE_YEAR else next(date_forms)(born), relation, "", "", "", "" if school else doing, school,
                "", "", "", "",
            ]  # fmt: skip
            if place == 0:
                last = dt.date(2026, 1 + family_number % 9, 1 + family_number)
                row[0], row[5:8], row[10:12] = family_number, [village, street, phone], [income, remark]
                row[12] = "" if family_number % 4 == 0 else next(date_forms)(last)
                row[13] = DOCTORS.get(family_number, "")
            rows.append(row)
    surname, given = OF_THE_OTHER_FAMILY
    rows.append(
        [
            "",
            f"{surname} {given}",
            numbers[OF_THE_OTHER_FAMILY],
            "",
            "nepoată",
            *[""] * 6,
            "stă din vară la mătușă",
            "",
            "",
        ]
    )
    return rows


def visit_rows() -> list[list[object]]:
    rows: list[list[object]] = []
    for place, (family_number, who, purpose, findings, measures) in enumerate(VISITS):
        day = dt.date(2026, 2 + place // 2, 3 + place)
        head = f"{FAMILIES[family_number - 1][0]} {FAMILIES[family_number - 1][6][0][0]}"
        rows.append(
            [day if place % 2 else f"{day:%d.%m.%Y}", family_number, head, who, purpose, findings, measures]
        )
    return rows


def _is_woman(given: str, relation: str) -> bool:
    return relation in ("soție", "fiică", "nepoată", "bunică", "concubină") or (
        relation == "cap de familie" and given.endswith("a") and given not in ("Toma", "Luca")
    )


def _as_written(surname: str, given: str) -> str:
    name = f"{surname} {given}"
    if surname in CEDILLAS:
        name = name.translate(str.maketrans("șțȘȚ", "şţŞŢ"))
    return name.upper() if surname in CAPITALS else name


def build(target: Path = TARGET) -> None:
    workbook: Any = openpyxl.Workbook()
    people = workbook.active
    people.title = "Evidență 2026"
    people.append(["COMUNA COLONEȘTI – Compartiment de asistență socială"])
    people.append(["Familii în evidență la 01.10.2026 (persoane inventate)"])
    people.append([])
    people.append(HEADER)
    last_lines: list[list[object]] = [[], ["TOTAL", f"{len(FAMILIES)} familii"]]
    for row in people_rows() + last_lines:
        people.append([None if cell == "" else cell for cell in row])
    visits = workbook.create_sheet("Vizite 2026")
    visits.append(VISITS_HEADER)
    for row in visit_rows():
        visits.append([None if cell == "" else cell for cell in row])
    for cell in (people["A1"], *people[4], *visits[1]):
        cell.font = Font(bold=True)
    workbook.properties.created = workbook.properties.modified = WRITTEN_AT
    workbook.save(target)
    _without_clock(target)


def _without_clock(path: Path) -> None:
    """Write the archive again with one fixed time, so that the same content is the same file."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    stamp = f"{WRITTEN_AT:%Y-%m-%dT%H:%M:%S}Z".encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            if name == "docProps/core.xml":
                start = content.index(b">", content.index(b"<dcterms:modified")) + 1
                content = content[:start] + stamp + content[content.index(b"</dcterms:modified") :]
            entry = zipfile.ZipInfo(name, date_time=WRITTEN_AT.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)


if __name__ == "__main__":
    build()
