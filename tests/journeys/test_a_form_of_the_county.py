"""A monitoring officer writes a form in a spreadsheet: checked, published, filled in on laptops with and without a line, printed,
and counted at the county - with the commands an office types and the window a worker sees.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import openpyxl

from app.services import assessment_papers, assessments, carrying, county_forms
from app.services.assessments import AssessmentDraft
from storage.vault import Vault
from tests.fixtures.county import RunningCounty
from tests.fixtures.laptops import PASSPHRASE, Laptop, MakeLaptop
from tests.fixtures.window import ROOT, SitAt
from ui.printing import write_pdf
from ui.screens.family.view import FamilyView

Laptops = Callable[[RunningCounty], MakeLaptop]
NOW = dt.datetime(2026, 11, 21, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))
SETTINGS = {
    "form_title": "Winter",
    "form_id": "bacau_winter",
    "version": 1,
    "default_language": "Română (ro)",
    "vatra:date": "seen_on",
    "vatra:title::Română (ro)": "Pregătiri de iarnă",
    "vatra:title::English (en)": "Ready for winter",
}
SURVEY = (
    {"type": "begin_group", "name": "house", "label::Română (ro)": "Casa"},
    {"type": "date", "name": "seen_on", "label::Română (ro)": "Ziua", "required": "yes"},
    {"type": "integer", "name": "wood", "label::Română (ro)": "Steri de lemne", "required": "yes"},
    {"type": "select_one_from_file villages.csv", "name": "village", "label::Română (ro)": "Satul"},
    {"type": "end_group"},
    {"type": "calculate", "name": "cold", "calculation": "if(${wood} < 3, 1, 0)"},
)


class SetUpLaptop(NamedTuple):
    folder: Path
    passphrase: str


def spreadsheet(path: Path, version: int, calculation: str) -> None:
    """As a spreadsheet program saves it, with the list beside it."""
    book = openpyxl.Workbook()
    settings = book.active
    settings.title = "settings"
    settings.append(list(SETTINGS))
    settings.append(list({**SETTINGS, "version": version}.values()))
    survey = book.create_sheet("survey")
    headers = ["type", "name", "label::Română (ro)", "required", "calculation"]
    survey.append(headers)
    for row in (*SURVEY[:-1], {**SURVEY[-1], "calculation": calculation}):
        survey.append([row.get(header) for header in headers])
    book.save(path)
    path.with_name("villages.csv").write_text("name,label\nspria,Spria\n", encoding="utf-8")


def ran(module: str, *arguments: str, fails: bool = False) -> str:
    """What a real command says; where it fails, on standard error."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode != 0) is fails, done.stderr
    return done.stderr if fails and not done.stdout else done.stdout


def begins(vault: Vault, family: bytes) -> AssessmentDraft:
    draft = assessments.begin_assessment(vault, family, "bacau_winter")
    opened = assessments.open_draft(vault, draft, "ro", NOW)
    opened.paper.entry.answer("/data/house/wood", "2")
    return assessments.keep_draft(
        vault, msgspec.structs.replace(opened.draft, record=opened.paper.entry.draft())
    )[0]


def finishes(vault: Vault, draft: AssessmentDraft) -> bytes:
    opened = assessments.open_draft(vault, draft, "ro", NOW)
    opened.paper.entry.answer("/data/house/seen_on", "2026-11-21")
    done = msgspec.structs.replace(opened.draft, record=opened.paper.entry.draft())
    return assessments.seal_assessment(vault, done, opened.paper, "ro", NOW)[0]


def by_stick(laptop: Laptop, county: RunningCounty, stick: Path) -> carrying.Brought:
    carrying.carry_to_county(laptop.vault, stick)
    ran("sync.server.cli", "--data", str(county.folder.path), "import-stick", str(stick))
    return carrying.bring_from_county(laptop.vault, stick)


def test_from_a_spreadsheet_to_the_county_table(
    small_county: RunningCounty, laptops: Laptops, sit_at: SitAt, tmp_path: Path
) -> None:
    def office(*arguments: str, fails: bool = False) -> str:
        return ran("sync.server.cli", "--data", str(small_county.folder.path), *arguments, fails=fails)

    enrol = laptops(small_county)
    ana, maria = enrol("Ana Sandu", "social_worker"), enrol("Maria Bejan", "community_nurse")
    family = ana.registers(family_name="Rusu", given_names="Ilie", village="Spria")
    form = tmp_path / "winter.xlsx"

    # A slip of the author is told with its cell by both commands, and nothing is published.
    spreadsheet(form, 1, "if(${wod} < 3, 1, 0)")
    checked: dict[str, Any] = json.loads(ran("app.forms.cli", "check", str(form), fails=True))
    (slip,) = (one for one in checked["problems"] if one["severity"] == "error")
    assert (slip["sheet"], slip["row"]) == ("survey", 7)
    refused = office("form", "publish", str(form), fails=True)
    assert slip["message"] in refused
    assert "survey, row 7" in refused

    spreadsheet(form, 1, SURVEY[-1]["calculation"])
    assert json.loads(ran("app.forms.cli", "check", str(form)))["ok"]
    assert "bacau_winter version 1 is published" in office("form", "publish", str(form), "--by", "Vera")

    # One laptop hears of it on the line, the other by stick; both have the very same form.
    ana.goes_online()
    stick = tmp_path / "stick"
    stick.mkdir()
    assert by_stick(maria, small_county, stick).forms.titles[0]["ro"] == "Pregătiri de iarnă"
    digests = {county_forms.find_form(laptop.vault, "bacau_winter", 1).digest for laptop in (ana, maria)}
    assert len(digests) == 1

    # The worker sees it in the window, begins it, and goes on with it after a new version came.
    folder = ana.vault.folder
    draft = begins(ana.vault, family)
    ana.vault.close()
    sitting = sit_at(SetUpLaptop(folder, PASSPHRASE))
    sitting.unlock()
    page = sitting.go("family", family)
    assert isinstance(page, FamilyView)
    offers = page._assessments._offers.records()
    assert {offer.form.id: offer.draft is not None for offer in offers}["bacau_winter"]

    spreadsheet(form, 2, SURVEY[-1]["calculation"])
    office("form", "publish", str(form))
    assert sitting.door.desk is not None
    courier, vault = sitting.door.desk.courier, sitting.door.desk.vault
    assert courier is not None
    courier.go()
    sitting.wait_for(lambda: not courier.under_way)
    sitting.settle()
    assert {offer.form.id: offer.form.version for offer in page._assessments._offers.records()}[
        "bacau_winter"
    ] == 2
    sealed = sitting.tasks.records.call(lambda: finishes(vault, draft))
    opened = sitting.tasks.records.call(lambda: assessments.open_assessment(vault, sealed, "ro"))
    assert opened.instrument.version == 1
    assert opened.assessment.calculated == {"cold": "1"}

    said = ("--by", "Vera Munteanu", "--on", "2026-11-20", "--source", "HG 691/2015")
    office("form", "record-check", "bacau_winter", "1", *said)
    courier.go()
    sitting.wait_for(lambda: not courier.under_way)
    printed = sitting.tasks.records.call(lambda: assessment_papers.prints_of(vault, sealed, "ro", now=NOW))
    assert printed.whole.foot[0] == "Pregătiri de iarnă v1"
    assert "Vera Munteanu" in printed.whole.working_line
    pdf = tmp_path / "winter.pdf"
    write_pdf(printed.whole, pdf)
    assert pdf.read_bytes().startswith(b"%PDF")

    # The county counts it, without a name.
    table = tmp_path / "county.csv"
    office("export", "--out", str(table))
    with table.open(encoding="utf-8-sig", newline="") as file:
        counted = {(row["indicator"], row["group"]): row["value"] for row in csv.DictReader(file)}
    assert counted["assessments", "bacau_winter 1 not stated"] == "1"
    assert "Rusu" not in table.read_text(encoding="utf-8-sig")
