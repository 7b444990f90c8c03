"""A family moves to the next commune while its worker is offline."""

from __future__ import annotations

import time
from collections.abc import Callable

from app.services import families
from storage import reading
from sync.protocol import Parting
from sync.server import handing_over, overview
from tests.fixtures.county import RunningCounty
from tests.fixtures.laptops import Laptop, MakeLaptop

THERE, THERE_NAME = "ro-22999", "Corbasca"


def _hands_over(county: RunningCounty, family: bytes, to: str = THERE) -> None:
    with county.store.writing() as (connection, row):
        handing_over.hand_over_family(connection, row, family, to, "office", int(time.time()))


def _names(laptop: Laptop) -> list[str]:
    return [line.name for line in families.list_families(laptop.vault).lines]


def test_the_last_visit_is_saved_offline_and_follows_the_family(
    small_county: RunningCounty, laptops: Callable[[RunningCounty], MakeLaptop]
) -> None:
    county = small_county
    county.add_commune(THERE, THERE_NAME)
    enrol = laptops(county)
    ana, ion = enrol("Ana Sandu", "social_worker"), enrol("Ion Rusu", "social_worker", THERE)
    lupu, rusu = ana.registers(family_name="Lupu"), ana.registers(family_name="Rusu")
    ana.goes_online()
    visit = ana.records_visit(lupu, v_result="done", v_summary="Moves on Monday")
    _hands_over(county, lupu)
    ion.goes_online()
    assert _names(ion) == ["Lupu"]

    done = ana.goes_online()
    assert [(one.name, one.parting, one.to_name) for one in done.parted] == [
        ("Lupu", Parting.HANDED_OVER, THERE_NAME)
    ]
    assert _names(ana) == ["Rusu"]
    assert families.find_families(ana.vault, "lupu") == ()
    assert ana.waits() == 0

    ion.goes_online()
    assert [one.id for one in ion.sees(lupu).visits] == [visit]
    assert {event.author for event in ion.sees(lupu).timeline} == {"Ana Sandu"}, (
        "named, though of another commune"
    )
    assert "Ana Sandu" not in {one.called for one in reading.workers(ion.team).values()}
    held = overview.family_view(county.store, lupu)
    assert {record.stream for record in held.records} == {f"{THERE}/team"}
    ion.changes(lupu, phone="0745 111 222")
    ion.goes_online()
    assert overview.counts(county.store).open_conflicts == 0
    assert ana.sees(rusu).line.name == "Rusu"
    assert ana.goes_online().parted == ()
