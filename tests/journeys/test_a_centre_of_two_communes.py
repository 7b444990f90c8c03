"""A centre serves two communes with one laptop: each family stays its commune's, whoever writes, and moves between them."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from app.services import families, visits
from sync.server import accounts, admission, catchment, overview
from sync.server.handing_over import hand_over_family
from sync.server.verifying import verify
from tests.fixtures.county import COMMUNE, RunningCounty
from tests.fixtures.laptops import Laptop, MakeLaptop

Laptops = Callable[[RunningCounty], MakeLaptop]
NEIGHBOUR = "ro-22000"


@pytest.fixture
def area(county: RunningCounty, laptops: Laptops) -> tuple[Laptop, Laptop, bytes, bytes]:
    """The centre's laptop in Colonești, one in Corbasca, and a family of each."""
    county.add_commune(NEIGHBOUR, "Corbasca")
    enrol = laptops(county)
    centre, there = enrol("Ana Sandu", "social_worker"), enrol("Ion Dobre", "social_worker", NEIGHBOUR)
    mine = centre.registers(family_name="Rusu", village="Spria")
    theirs = there.registers(family_name="Dobre", village="Călini")
    for laptop in (centre, there):
        laptop.goes_online()
    serves(county, centre)
    centre.goes_online()
    return centre, there, mine, theirs


def serves(county: RunningCounty, laptop: Laptop) -> None:
    with county.store.writing() as (connection, row):
        device = laptop.team.fact("device") or b""
        named = catchment.serve(connection, row, device, "22000", "Vera", int(time.time()))
    assert named == ("PC-1", "Corbasca")


def communes_at_the_county(county: RunningCounty, *found: bytes) -> list[str]:
    return [
        record.stream.partition("/")[0]
        for one in found
        for record in overview.family_view(county.store, one).of_kind("family")
    ]


def test_each_family_stays_its_communes_and_says_so(
    area: tuple[Laptop, Laptop, bytes, bytes], county: RunningCounty
) -> None:
    centre, there, mine, theirs = area
    assert {line.id: (line.village, line.commune) for line in families.list_families(centre.vault).lines} == {
        mine: ("Spria", None),
        theirs: ("Călini, Corbasca", "Corbasca"),
    }
    (hit,) = families.find_families(centre.vault, "dobre")
    assert hit.line.commune == "Corbasca"
    visit = centre.records_visit(theirs, v_result="done", v_date="2026-11-20")
    assert visits.visit_document(centre.vault, visit, "ro").office == "Corbasca"
    centre.goes_online()
    there.goes_online()
    assert [one.id for one in there.sees(theirs).visits] == [visit]
    assert [line.id for line in families.list_families(there.vault).lines] == [theirs]
    assert communes_at_the_county(county, mine, theirs) == [COMMUNE, NEIGHBOUR]
    assert verify(county.store).findings == ()
    with county.store.writing() as (connection, row), pytest.raises(accounts.AccountProblem, match="already"):
        catchment.serve(connection, row, centre.team.fact("device") or b"", NEIGHBOUR, "Vera", 1)


def test_a_colleague_at_the_centre_reads_the_profession_s_part_of_both(
    area: tuple[Laptop, Laptop, bytes, bytes], county: RunningCounty
) -> None:
    centre, there, _mine, _theirs = area
    device, elsewhere = (laptop.team.fact("device") or b"" for laptop in (centre, there))
    with county.store.writing() as (connection, _row):
        accounts.let_use(connection, device, centre.vault.worker.id, (f"{COMMUNE}/health",))
        both = admission.streams_of(connection, device)
        assert admission.streams_of(connection, elsewhere) == {f"{NEIGHBOUR}/team", f"{NEIGHBOUR}/social"}
    assert both == {
        f"{code}/{part}" for code in (COMMUNE, NEIGHBOUR) for part in ("team", "social", "health")
    }


def test_a_family_moves_within_the_area_and_out_of_it(
    area: tuple[Laptop, Laptop, bytes, bytes], county: RunningCounty
) -> None:
    centre, there, mine, theirs = area
    county.add_commune("ro-23000", "Pârjol")

    def hands_over(family: bytes, to: str) -> None:
        with county.store.writing() as (connection, row):
            hand_over_family(connection, row, family, to, "Vera", int(time.time()))
        for laptop in (centre, there):
            laptop.goes_online()

    hands_over(mine, NEIGHBOUR)
    assert centre.sees(mine).line.commune == "Corbasca"
    assert there.sees(mine).line.commune is None
    hands_over(theirs, COMMUNE)
    assert centre.sees(theirs).line.commune is None
    assert [line.id for line in families.list_families(there.vault).lines] == [mine]
    hands_over(mine, "ro-23000")
    assert [line.id for line in families.list_families(centre.vault).lines] == [theirs]
    assert communes_at_the_county(county, mine, theirs) == ["ro-23000", COMMUNE]
    assert verify(county.store).findings == ()
