"""The whole path as stories: real vaults, the real server over TLS, SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from app.errors import CountyUnreachable
from app.services import conflicts, importing, syncing
from resources import resource_bytes
from sync.server import overview, tables
from tests.fixtures.county import RunningCounty
from tests.fixtures.laptops import Laptop, MakeLaptop

CASELOAD = "caseloads/colonesti.xlsx"
Laptops = Callable[[RunningCounty], MakeLaptop]


@pytest.fixture
def caseload(tmp_path: Path) -> Path:
    path = tmp_path / "colonesti.xlsx"
    path.write_bytes(resource_bytes(CASELOAD))
    return path


def logged(county: RunningCounty) -> set[bytes]:
    """Every txn the county holds, applied or parked."""
    with county.store.reading() as connection:
        return {bytes(row) for row in connection.execute(select(tables.log.c.txn_id)).scalars()}


def nothing_is_lost(county: RunningCounty, *laptops: Laptop) -> None:
    held = logged(county)
    for laptop in laptops:
        assert laptop.saved_txns() <= held
        assert laptop.waits() == 0


@pytest.mark.parametrize("social_worker_first", [True, False], ids=["social worker first", "nurse first"])
def test_two_workers_write_on_one_family_offline(
    county: RunningCounty, laptops: Laptops, caseload: Path, social_worker_first: bool
) -> None:
    enrol = laptops(county)
    ana = enrol("Ana Sandu", "social_worker")
    brought_in = ana.imports(caseload)
    ana.goes_online()
    maria = enrol("Maria Bejan", "community_nurse")
    maria.goes_online()
    county.stop()

    family = ana.finds(ana_types := first_letters(ana))
    assert maria.finds(ana_types) == family
    visit = ana.records_visit(family, v_result="done", v_agreed="lemne până la Crăciun")
    ana.changes(family, phone="0700 000 101")
    new = ana.registers(family_name="Zăvoianu", given_names="Paraschiva", village="Călini")
    maria.changes(family, phone="0700 000 202")
    maria.changes(family, directions="lângă dispensar")
    with pytest.raises(CountyUnreachable):
        ana.goes_online()
    assert ana.waits() == 3

    county.start()
    order = (ana, maria) if social_worker_first else (maria, ana)
    for laptop in (*order, *order):
        laptop.goes_online()

    nothing_is_lost(county, ana, maria)
    seen = overview.family_view(county.store, family)
    assert seen is not None
    (household,) = seen.of_kind("family")
    assert household.open_conflicts == ("phone",)
    phones = {value.author_name: value.fields["phone"] for value in household.siblings["phone"]}
    assert phones == {"Ana Sandu": "0700 000 101", "Maria Bejan": "0700 000 202"}
    assert household.shown["address"]["directions"] == "lângă dispensar"
    assert visit in {record.id for record in seen.of_kind("visit")}
    counts = overview.counts(county.store)
    assert (counts.families, counts.open_conflicts) == (brought_in.families + 1, 1)
    assert counts.visits == brought_in.visits + 1
    # Both laptops show the same: the conflict, the visit and the new household.
    assert len(ana.sees(family).conflicts) == len(maria.sees(family).conflicts) == 1
    assert maria.sees(family).line == ana.sees(family).line
    assert maria.sees(new).family.name == "Zăvoianu Paraschiva"


def first_letters(laptop: Laptop) -> str:
    """Three letters by which one family is found."""
    rows = laptop.team.connection.execute("SELECT sort FROM family_line ORDER BY sort").fetchall()
    starts = [str(row[0])[:3] for row in rows]
    return next(start for start in starts if starts.count(start) == 1)


def test_a_conflict_is_decided_once_and_seen_everywhere(county: RunningCounty, laptops: Laptops) -> None:
    enrol = laptops(county)
    ana, maria = enrol("Ana Sandu", "social_worker"), enrol("Maria Bejan", "community_nurse")
    family = ana.registers(family_name="Rusu", given_names="Ilie", village="Valea Mare")
    for laptop in (ana, maria):
        laptop.goes_online()
    ana.changes(family, phone="0700 1")
    maria.changes(family, phone="0700 2")
    for laptop in (ana, maria, ana):
        laptop.goes_online()
    ((record, group),) = ana.sees(family).conflicts
    view = conflicts.conflict_view(ana.vault, record, group)
    assert [version.author for version in view.versions] == ["Ana Sandu", "Maria Bejan"]
    conflicts.settle_conflict(ana.vault, record, group, {"phone": "0700 2"}, "am sunat-o azi")
    for laptop in (ana, maria):
        laptop.goes_online()
    for laptop in (ana, maria):
        assert laptop.sees(family).conflicts == ()
        assert laptop.sees(family).family.phone == "0700 2"
    assert overview.counts(county.store).open_conflicts == 0


def test_a_value_that_arrives_while_deciding_stays_open(county: RunningCounty, laptops: Laptops) -> None:
    enrol = laptops(county)
    ana, maria, radu = (
        enrol("Ana Sandu", "social_worker"),
        enrol("Maria Bejan", "community_nurse"),
        enrol("Radu Petru", "school_counsellor"),
    )
    family = ana.registers(family_name="Rusu", given_names="Ilie")
    for laptop in (ana, maria, radu):
        laptop.goes_online()
    for laptop, phone in ((ana, "1"), (maria, "2"), (radu, "3")):
        laptop.changes(family, phone=phone)
    for laptop in (ana, maria, ana):
        laptop.goes_online()
    conflicts.settle_conflict(ana.vault, family, "phone", {"phone": "2"}, "întrebat acasă")
    radu.goes_online()
    ana.goes_online()
    open_values = {
        version.values["phone"] for version in conflicts.conflict_view(ana.vault, family, "phone").versions
    }
    assert open_values == {"2", "3"}


def test_an_import_taken_back_leaves_what_others_worked_on(
    small_county: RunningCounty, laptops: Laptops, caseload: Path
) -> None:
    enrol = laptops(small_county)
    ana, maria = enrol("Ana Sandu", "social_worker"), enrol("Maria Bejan", "community_nurse")
    brought_in = ana.imports(caseload)
    for laptop in (ana, maria):
        laptop.goes_online()
    family = maria.finds(first_letters(maria))
    maria.records_visit(family, v_result="done")
    for laptop in (maria, ana):
        laptop.goes_online()
    undone = importing.undo_import(ana.vault, brought_in.import_id)
    assert [kept.family for kept in undone.kept] == [family]
    assert undone.voided == brought_in.families - 1
    ana.goes_online()
    assert overview.counts(small_county.store).families == 1


def test_a_laptop_restored_from_yesterday_loses_nothing(
    small_county: RunningCounty, laptops: Laptops, tmp_path: Path
) -> None:
    """The image of an older vault is put back with its head file: the county notices, both lives are kept."""
    ana = laptops(small_county)("Ana Sandu", "social_worker")
    family = ana.registers(family_name="Rusu", given_names="Ilie")
    ana.goes_online()
    replica = ana.team.tip().replica
    ana.changes(family, phone="0700 1")
    ana.goes_online()
    # The same laptop as it was before the last change: chain cut back, county's answers forgotten.
    with ana.team.writing():
        connection = ana.team.connection
        connection.execute("DELETE FROM outbox WHERE n = 2")
        row = connection.execute("SELECT n, h FROM outbox WHERE n = 1").fetchone()
        connection.execute("UPDATE head SET n = ?, h = ?", row)
        ana.team.set_facts(county_has_n=b"1")
    ana.changes(family, directions="după pod")
    ana.goes_online()
    assert ana.team.tip().replica != replica
    assert ana.waits() == 0
    assert ana.saved_txns() <= logged(small_county)
    assert ana.sees(family).family.phone == "0700 1"
    assert ana.sees(family).family.directions == "după pod"
    assert syncing.sync_state(ana.vault).held_back == 0
