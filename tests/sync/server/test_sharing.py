"""The county reads numbers; about persons only under an agreement that holds that day, and it is in the journal."""

from __future__ import annotations

import csv
import datetime as dt
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from app.domain.kinds import ASSESSMENT, TASK, groups_of
from app.services import assessments, families
from storage.compartment import Write
from sync.server import agreements, cli, export, journal, open_tasks, persons
from sync.server.agreements import Agreement
from sync.server.open_tasks import DAY_S, OpenTask, by_waiting
from tests.fixtures.county import COMMUNE, RunningCounty
from tests.fixtures.laptops import MakeLaptop

Laptops = Callable[[RunningCounty], MakeLaptop]
NEIGHBOUR = "ro-22000"
TODAY = dt.datetime.now(dt.UTC).date()
DAY = dt.timedelta(days=1)


@pytest.fixture
def office(
    small_county: RunningCounty, laptops: Laptops, capsys: pytest.CaptureFixture[str]
) -> Callable[..., str]:
    """Two communes with a family each; in both a danger sign waits. Runs a command and gives what it said."""
    small_county.add_commune(NEIGHBOUR, "Corbasca")
    enrol = laptops(small_county)
    for commune, name in ((COMMUNE, "Rusu"), (NEIGHBOUR, "Dobre")):
        laptop = enrol(f"Ana {name}", "social_worker", commune)
        family = laptop.registers(family_name=name, given_names="Ilie", village="Spria")
        families.change_family(laptop.vault, family, number="17/2026")
        draft = assessments.begin_assessment(laptop.vault, family, "ro_observation")
        assessments.keep_draft(laptop.vault, msgspec.structs.replace(draft, signs=("ob_6e",)))
        laptop.goes_online()

    def run(*arguments: str, fails: bool = False) -> str:
        code = cli.main(["--data", str(small_county.folder.path), *arguments])
        said = capsys.readouterr()
        assert (code != 0) is fails, said.err
        return said.err if fails else said.out

    return run


def test_names_leave_only_under_an_agreement_and_are_noted(
    office: Callable[..., str], small_county: RunningCounty, tmp_path: Path
) -> None:
    file = tmp_path / "persons.csv"
    asked = ("export", "--out", str(file), "--agreement", "12/2026", "--by", "Vera")
    assert "There is no agreement 12/2026" in office(*asked, fails=True)
    said = ("--number", "12/2026", "--basis", "Legea 292/2011")
    office("agreement", "add", "--commune", COMMUNE, *said, "--from", f"{TODAY + DAY}")
    assert "does not hold" in office(*asked, fails=True)
    assert not file.exists()
    office("agreement", "add", "--commune", NEIGHBOUR, *said, "--from", f"{TODAY - DAY}", "--by", "Vera")
    assert "1 persons" in office(*asked)
    with file.open(encoding="utf-8-sig", newline="") as table:
        (row,) = csv.DictReader(table)
    assert (row["commune"], row["family_number"], row["family"]) == (NEIGHBOUR, "17/2026", "Dobre Ilie")
    assert row["danger_signs_open"] == "1"

    told = json.loads(office("tasks", "--json", "--agreement", "12/2026", "--by", "Vera"))
    assert [(one["commune"], one["name"]) for one in told] == [(NEIGHBOUR, "Dobre Ilie")]
    office("agreement", "end", "--commune", "22000", "--number", "12/2026", "--on", f"{TODAY - DAY}")
    assert "does not hold" in office(*asked, fails=True)
    assert "Legea 292/2011" in office("agreement", "list")

    with small_county.store.reading() as connection:
        acts = [(one.by, one.act, one.facts) for one in journal.entries(connection)]
        assert journal.first_broken(connection) is None
    reads = [(by, act, facts["communes"]) for by, act, facts in acts if act.startswith("read")]
    assert reads == [("Vera", "read persons", [NEIGHBOUR]), ("Vera", "read tasks", [NEIGHBOUR])]
    assert "Dobre" not in str(acts)


def test_numbers_need_no_agreement_and_name_nobody(
    office: Callable[..., str], small_county: RunningCounty
) -> None:
    said = office("tasks")
    assert "Colonești (ro-21891): 1 open: 1 up to 1 day; the oldest 0 days" in said
    assert "Corbasca (ro-22000): 1 open" in said
    assert "Rusu" not in said
    later = int(time.time()) + 40 * DAY_S
    with small_county.store.reading() as connection:
        (first, _) = open_tasks.waiting_lines(connection, later)
    assert (first.oldest_days, first.waiting["over 30 days"]) == (40, 1)
    cells = {row[2:4]: row[4] for row in export.table(small_county.store, TODAY) if row[0] == COMMUNE}
    assert cells["open_danger_signs", "up to 1 day"] == 1


def test_a_correction_counts_in_the_place_of_what_it_corrects(
    small_county: RunningCounty, laptops: Laptops
) -> None:
    ana = laptops(small_county)("Ana Rusu", "social_worker")
    family = ana.registers(family_name="Rusu", given_names="Ilie")
    first, second = b"a" * 16, b"b" * 16
    sealed: dict[str, Any] = {
        "form_id": "ro_risk_sheet",
        "form_version": 2,
        "on": "2026-11-20",
        "danger": ["r2_alone"],
    }
    writes = [
        Write("assessment", first, family, groups_of(ASSESSMENT, {**sealed, "confirmed_level": "urgent"})),
        Write(
            "assessment",
            second,
            family,
            groups_of(ASSESSMENT, {**sealed, "confirmed_level": "low", "amends": first}),
        ),
    ]
    for about in (first, second):
        task = {"what": "danger_sign", "about": about, "for_whom": "supervisor"}
        writes.append(Write("task", bytes(reversed(about[:15] + b"t")), family, groups_of(TASK, task)))
    with ana.team.writing():
        ana.team.save(ana.vault.worker.id, writes)
    ana.goes_online()
    cells = {row[2:4]: row[4] for row in export.table(small_county.store, TODAY)}
    assert {group: number for (name, group), number in cells.items() if name == "assessments"} == {
        "ro_risk_sheet 2 low": 1
    }
    assert cells["assessments_with_danger_sign", ""] == 1
    with small_county.store.writing() as (connection, county):
        assert len(open_tasks.open_tasks(connection)) == 1
        agreements.add(connection, county, Agreement(COMMUNE, "1", "Legea 292/2011", TODAY, None), "Vera", 1)
        (row,) = persons.rows_under(connection, "1", TODAY, "Vera", 1)
    assert row[-2:] == ("low", "1")


def test_how_long_a_task_waits() -> None:
    tasks = [OpenTask("ro-1", b"", "", "", -days * DAY_S) for days in (0, 1, 2, 3, 4, 7, 8, 30, 31, 400, -3)]
    assert list(by_waiting(tasks, 0).values()) == [3, 2, 2, 2, 2]


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"commune": "99"}, "no commune ro-99"),
        ({"basis": " "}, "basis"),
        ({"until_on": TODAY - DAY}, "end before it begins"),
        ({}, "has an agreement 1/2026 already"),
    ],
)
def test_an_agreement_that_says_nothing_is_not_recorded(
    small_county: RunningCounty, changes: dict[str, object], told: str
) -> None:
    wanted = Agreement(COMMUNE, "1/2026", "Legea 292/2011", TODAY, None)
    with small_county.store.writing() as (connection, county):
        agreements.add(connection, county, wanted, "Vera", 1)
        with pytest.raises(agreements.AccountProblem, match=told):
            agreements.add(connection, county, msgspec.structs.replace(wanted, **changes), "Vera", 2)
