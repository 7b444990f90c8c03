"""What the county counts and exports: what stands, per commune, and never a name."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest

from app.domain.ids import random_id
from sync.server import overview
from sync.server.export import COLUMNS, INTERNAL, table, write_table
from tests.fixtures.county import MakeLaptop, PlainLaptop, RunningCounty

DAY = dt.date(2026, 11, 21)


def _person(laptop: PlainLaptop, family: bytes, birth: str | None) -> bytes:
    person = random_id()
    groups = {"name": {"family_name": "Zzyzx", "given_names": "Q"}}
    if birth is not None:
        groups["birth"] = {"birth": birth}
    laptop.save(laptop.op("person", person, groups, family=family))
    return person


def _visit(laptop: PlainLaptop, family: bytes, on: str, result: str | None = None) -> None:
    groups = {"times": {"v_date": on}, "outcome": {"v_result": result}} if result else {"given": {"on": on}}
    laptop.save(laptop.op("visit", random_id(), groups, family=family))


@pytest.fixture
def filled(county: RunningCounty, plain_laptop: MakeLaptop) -> RunningCounty:
    county.add_commune("ro-22999", "Răcăciuni")
    ana = plain_laptop(county)
    first, second, gone = (ana.family(name=name) for name in ("Zzyzx", "Qwrk", "Vxvx"))
    for birth in ("2025-03-01", "2022", "2008-11-21", "2008-11-22", "1980", None, "soon"):
        _person(ana, first, birth)
    undone = _person(ana, second, "2020")
    _visit(ana, first, "2026-11-02", "done")
    _visit(ana, first, "2026-08-23", "absent")
    _visit(ana, second, "2026-08-22")
    ana.change(undone, "person", {"void": {"void_reason": "twice", "voided_at": 1}}, second)
    ana.change(gone, "family", {"void": {"void_reason": "twice", "voided_at": 1}}, gone)
    ana.save(ana.op("note", random_id(), {"text": {"text": "?"}}), author=random_id())
    ana.push()
    return county


def test_counts_leave_out_what_was_taken_back(filled: RunningCounty) -> None:
    assert overview.counts(filled.store) == overview.Counts(
        families=2, person_records=7, visits=3, open_conflicts=0, csn=18
    )


def test_status_per_commune(filled: RunningCounty) -> None:
    status = overview.status(filled.store)
    here, there = status.communes
    assert (here.code, here.name, here.families, here.person_records, here.visits, here.parked) == (
        "ro-21891",
        "Colonești",
        2,
        7,
        3,
        1,
    )
    assert here.last_contact_at is not None
    assert (there.families, there.parked, there.last_contact_at) == (0, 0, None)


def test_the_table_counts_children_visits_and_who_waits(filled: RunningCounty) -> None:
    cells = {
        (indicator, group): (value, use)
        for commune, _name, indicator, group, value, use in table(filled.store, DAY)
        if commune == "ro-21891"
    }
    assert cells["families", ""] == (2, INTERNAL)
    assert cells["persons", ""] == (7, "")
    ages = {
        group: value
        for (indicator, group), (value, _use) in cells.items()
        if indicator == "children_under_18"
    }
    assert ages == {"0-2": 1, "3-5": 1, "6-10": 0, "11-14": 0, "15-17": 1}, "who turns 18 today is grown up"
    assert cells["persons_without_birth_date", ""] == (2, INTERNAL)
    visits = {group: value for (indicator, group), (value, _use) in cells.items() if indicator == "visits"}
    assert visits == {"2026-08 absent": 1, "2026-08 not stated": 1, "2026-11 done": 1}
    assert cells["families_without_visit_in_90_days", ""] == (1, INTERNAL)


def test_ninety_days_are_ninety_days(filled: RunningCounty) -> None:
    def unseen(day: dt.date) -> list[int]:
        return [row[4] for row in table(filled.store, day) if row[2].startswith("families_without")][:1]

    assert unseen(dt.date(2026, 8, 22) + dt.timedelta(days=90)) == [0]
    assert unseen(dt.date(2026, 8, 22) + dt.timedelta(days=91)) == [1]


def test_the_file_opens_in_a_spreadsheet_and_names_nobody(filled: RunningCounty, tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    rows = write_table(filled.store, file, DAY)
    content = file.read_text("utf-8-sig")
    read = list(csv.reader(content.splitlines()))
    assert tuple(read[0]) == COLUMNS
    assert len(read) == rows + 1
    assert {row[1] for row in read[1:]} == {"Colonești", "Răcăciuni"}
    for secret in ("Zzyzx", "Qwrk", "Vxvx", "Ana Pop"):
        assert secret not in content


def test_a_family_is_shown_with_all_its_authors(county: RunningCounty, plain_laptop: MakeLaptop) -> None:
    ana, ion = plain_laptop(county, worker="Ana"), plain_laptop(county, worker="Ion")
    family = ana.family(name="Lupu", phone="0")
    person = _person(ana, family, "2020-05-01")
    ana.push()
    ana.pull()
    ion.pull()
    for laptop, phone, from_n in ((ana, "1", 3), (ion, "2", 1)):
        laptop.change(family, "family", {"phone": {"phone": phone}}, family)
        laptop.push(from_n)
    view = overview.family_view(county.store, family)
    assert [record.kind for record in view.records] == ["family", "person"]
    (record,) = view.of_kind("family")
    assert record.open_conflicts == ("phone",)
    assert [(value.author_name, value.device, value.fields) for value in record.siblings["phone"]] == [
        ("Ana", ana.device, {"phone": "1"}),
        ("Ion", ion.device, {"phone": "2"}),
    ]
    assert view.of_kind("person")[0].id == person
    assert overview.family_view(county.store, random_id()).records == ()


def test_an_edit_that_did_not_know_of_the_void_keeps_the_record(
    county: RunningCounty, plain_laptop: MakeLaptop
) -> None:
    ana, ion = plain_laptop(county, worker="Ana"), plain_laptop(county, worker="Ion")
    family = ana.family(name="Lupu", phone="0")
    ana.push()
    ana.pull()
    ion.pull()
    ana.change(family, "family", {"void": {"void_reason": "moved", "voided_at": 1}}, family)
    ion.change(family, "family", {"phone": {"phone": "1"}}, family)
    ana.push(2)
    assert overview.counts(county.store).families == 0
    ion.push()
    counts = overview.counts(county.store)
    assert (counts.families, counts.open_conflicts) == (1, 1)
