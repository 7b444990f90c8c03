"""What holds for every instrument: it is sound, it speaks three languages, its questions are its own, its text stays."""

import csv
import datetime as dt
import io
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from app.forms.library import digest_of
from app.forms.sheets import Row, read_sheets
from app.forms.xform.commands import answered
from tests.app.forms.instruments.answering import (
    COUNTRY,
    INSTRUMENTS,
    RESOURCES,
    Answering,
    household,
    instrument,
    path_of,
    shipped_amounts,
)

LANGUAGES = ("English (en)", "Română (ro)", "Polski (pl)")
NEW = [form_id for form_id in INSTRUMENTS if form_id != "vatra_home_visit"]
NOT_ASKED = re.compile(r"(begin|end)_(group|repeat)|calculate|csv-external")
RELEASED = {
    "ro_observation-1": "25bc124af76fbf61cd9c12b7747582b413a9d965f3eb866ea96de6964415be0a",
    "ro_risk_sheet-1": "fd88b8e45afef6a18530e1b361e7087b3e1bbefe91dc0c24f7cf54e353ef538a",
    "ro_risk_sheet-2": "74b54dacd96241cd29cb0fff8d664fad1cdbe14a6e6fcf6a74a9f4e141bc1616",
    "vatra_mps_screen-1": "cb8fad51e34978d622cf577b4983657919b3fb9f36dbb51d8d2837005e2980b4",
    "pl_wywiad_i-1": "dd085bb99637c2a3a1a60193b61f28d3a4c5854df45cc17b4bd5237bbf5309a1",
    "pl_wywiad_i-2": "8f69f3a3835037cad206c86c22852a4be3d2d382aa065107ee24a7af9731451d",
    "pl_cus_ipus-1": "dfc48c2c4564976495b92e475bcc3bcfe61205d023058ce245da2541697087a4",
}


def sheets(form_id: str) -> dict[str, tuple[Row, ...]]:
    return dict(read_sheets(path_of(form_id).read_text(encoding="utf-8")))


def asked(form_id: str) -> list[Row]:
    return [row for row in sheets(form_id)["survey"] if not NOT_ASKED.match(row.cell("type"))]


@pytest.mark.parametrize("name", RELEASED)
def test_a_released_instrument_never_changes(name: str) -> None:
    (path,) = RESOURCES.glob(f"**/forms/{name}.md")
    assert digest_of(path.read_text(encoding="utf-8")) == RELEASED[name]


@pytest.mark.parametrize("form_id", INSTRUMENTS)
def test_an_instrument_is_sound(form_id: str, tmp_path: Path) -> None:
    members, amounts = tmp_path / "members.csv", tmp_path / "amounts.csv"
    members.write_text(household(()), encoding="utf-8")
    amounts.write_text(shipped_amounts(form_id), encoding="utf-8")
    external = {"members.csv": str(members), "amounts.csv": str(amounts)}
    found = answered({"check": str(path_of(form_id)), "external": external})
    assert found["ok"], found
    # What is left is that Hungarian has no hints and messages yet.
    assert [problem["code"] for problem in found["problems"]] == ["xlsform"]


@pytest.mark.parametrize("form_id", INSTRUMENTS)
def test_an_instrument_opened_without_its_lists_says_which_is_missing(form_id: str, tmp_path: Path) -> None:
    alone = tmp_path / path_of(form_id).name
    alone.write_bytes(path_of(form_id).read_bytes())
    found = answered({"check": str(alone)})
    missing = {one["message"] for one in found["problems"] if one["code"] == "missing_file"}
    has_amounts = any(row.cell("type") == "csv-external" for row in sheets(form_id)["survey"])
    assert missing == ({"the file amounts.csv is missing"} if has_amounts else set())
    stood_in = [one["message"] for one in found["problems"] if one["code"] == "vault_list"]
    assert len(stood_in) == ("members.csv" in path_of(form_id).read_text())


def test_every_question_has_a_name_of_its_own_over_all_instruments() -> None:
    names = Counter(row.cell("name") for form_id in INSTRUMENTS for row in asked(form_id))
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize("form_id", INSTRUMENTS)
def test_every_text_is_there_in_the_languages_of_both_countries(form_id: str) -> None:
    for sheet in sheets(form_id).values():
        for row in sheet:
            for kind in ("label", "hint", "constraint_message"):
                texts = [row.cell(f"{kind}::{language}") for language in LANGUAGES]
                assert all(texts) or not any(texts), row.cells
                assert "-" not in texts
                assert not set("şţŞŢ") & set("".join(texts))
    for row in [*asked(form_id), *sheets(form_id)["choices"]]:
        assert row.cell("label::Română (ro)"), row.cells
    for row in sheets(form_id)["survey"]:
        assert bool(row.cell("constraint")) == bool(row.cell("constraint_message::English (en)")), row.cells


@pytest.mark.parametrize("form_id", NEW)
def test_it_says_that_it_is_a_working_document(form_id: str) -> None:
    filling = Answering(form_id)
    note = asked(form_id)[0].cell("name")
    said = []
    for language in LANGUAGES:
        filling.entry.speak(language)
        said.append(filling.shown(filling.ref(note))["label"])
    assert said == [
        "Working document - not the statutory form",
        "Document de lucru - nu este formularul oficial",
        "Dokument roboczy - nie jest formularzem urzędowym",
    ]


def test_what_hungarian_lacks_shows_in_english() -> None:
    filling = Answering("ro_risk_sheet", language="Magyar (hu)")
    assert filling.shown(filling.ref("k_sign"))["label"] == "Aláírás"
    assert filling.shown(filling.ref("rs_date"))["label"] == "Date of the visit"


@pytest.mark.parametrize("form_id", INSTRUMENTS)
def test_danger_signs_and_exclusive_answers_are_options_of_their_question(form_id: str) -> None:
    lists: dict[str, set[str]] = {}
    for row in sheets(form_id)["choices"]:
        lists.setdefault(row.cell("list_name"), set()).add(row.cell("name"))
    for row in asked(form_id):
        marked = {*row.cell("bind::vatra:red").split(), *row.cell("bind::vatra:exclusive").split()}
        options = lists.get(row.cell("type").partition(" ")[2], set())
        assert marked <= options, row.cells
        excludes = row.cell("type").startswith("select_multiple") and "none" in options
        assert excludes == (row.cell("bind::vatra:exclusive") == "none") or row.cell("name") == "k_support"


def test_the_questions_that_warn_and_do_not_refuse() -> None:
    soft = {row.cell("name") for form_id in NEW for row in asked(form_id) if row.cell("bind::vatra:soft")}
    assert soft == {"ob_end", "w_109", "u_out"}


def test_the_official_questions_are_those_that_were_read() -> None:
    official = {row.cell("name") for row in asked("ro_observation") if row.cell("bind::vatra:official")}
    blocks = {name for name in official if re.fullmatch(r"ob_\d\w", name)}
    assert blocks == {"ob_1a", "ob_1b", "ob_1c", "ob_2a", "ob_2b", "ob_2c", "ob_2d"}
    assert {"ob_no", "ob_head", "ob_unit", "ob_sign"} <= official


# amounts


@pytest.mark.parametrize("country", ["ro", "pl"])
def test_every_amount_has_a_source_and_a_day_of_verification_or_says_that_it_has_none(country: str) -> None:
    form_id = "pl_wywiad_i" if country == "pl" else "ro_risk_sheet"
    assert COUNTRY.get(form_id, "ro") == country
    rows = list(csv.DictReader(io.StringIO(shipped_amounts(form_id))))
    for row in rows:
        assert row["source"]
        assert row["unit"]
        assert (row["certainty"], bool(row["value"]), bool(row["verified_on"])) in {
            ("sure", True, True),
            ("default", True, False),
            ("unsure", False, False),
        }
        for column in ("valid_from", "valid_until", "verified_on"):
            if row[column]:
                dt.date.fromisoformat(row[column])
    for earlier, later in pairwise(sorted(rows, key=lambda row: (row["name"], row["valid_from"]))):
        if earlier["name"] == later["name"]:
            assert "" < earlier["valid_until"] < later["valid_from"]


def test_every_amount_a_form_asks_for_is_in_the_table_of_its_country() -> None:
    for form_id in NEW:
        wanted = {f.name.removeprefix("p_") for f in instrument(form_id).fields if f.name.startswith("p_")}
        known = {row["name"] for row in csv.DictReader(io.StringIO(shipped_amounts(form_id)))}
        assert wanted <= known
