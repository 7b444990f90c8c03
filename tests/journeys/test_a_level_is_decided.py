"""Two workers give a sealed assessment different levels: the higher one is shown, and only a supervisor decides between them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.domain.ids import random_id
from app.errors import NoRight
from app.services import conflicts, held_back, saving
from app.services.assessment_levels import confirm_level, given_level
from app.services.assessments import assessments_of
from storage.compartment import Write
from sync.server import overview, parked
from tests.fixtures.county import RunningCounty
from tests.fixtures.laptops import Laptop, MakeLaptop


def _saves_unasked(laptop: Laptop, family: bytes, record: bytes, level: str) -> None:
    """What a laptop saves that does not ask who may confirm a level."""
    groups = {"level": {"confirmed_level": level}}
    with laptop.team.writing():
        laptop.team.save(laptop.vault.worker.id, [Write("assessment", record, family, groups)])


def _shown(laptop: Laptop, family: bytes) -> str | None:
    return assessments_of(laptop.vault, family)[0].level


def _meet(*laptops: Laptop) -> None:
    for laptop in (*laptops, *laptops):
        laptop.goes_online()


def test_the_higher_level_is_shown_and_a_supervisor_decides(
    small_county: RunningCounty, laptops: Callable[[RunningCounty], MakeLaptop]
) -> None:
    enrol = laptops(small_county)
    ana, maria = enrol("Ana Sandu", "social_worker"), enrol("Maria Bejan", "case_manager")
    dana = enrol("Dana Cozma", "community_nurse")
    family, record = ana.registers(family_name="Dobre"), random_id()
    form = {"form": {"form_id": "ro_risk_sheet", "form_version": 1}, "sealed": {"on": "2026-11-20"}}
    sealed = {**form, "level": {"confirmed_level": "none"}}
    with ana.team.writing():
        ana.team.save(ana.vault.worker.id, [Write("assessment", record, family, sealed)])
    _meet(ana, maria, dana)

    # Neither its author nor one who decides about cases: the window does not offer it, and the save is refused.
    assert not given_level(dana.vault, assessments_of(dana.vault, family)[0]).may_change
    with pytest.raises(NoRight):
        confirm_level(dana.vault, record, "urgent", "Am văzut copilul.")

    confirm_level(ana.vault, record, "low", "Mama a găsit de lucru.")
    confirm_level(maria.vault, record, "high", "Tatăl a plecat de acasă.")
    _meet(ana, maria)
    assert (_shown(ana, family), _shown(maria, family)) == ("high", "high"), (
        "although the lower one came first"
    )
    (at_county,) = overview.family_view(small_county.store, family).of_kind("assessment")
    assert at_county.shown["level"] == {
        "confirmed_level": "high",
        "level_reason": "Tatăl a plecat de acasă.",
    }
    given = given_level(ana.vault, assessments_of(ana.vault, family)[0])
    assert (given.author, given.with_seal, given.others, given.may_change) == (
        "Maria Bejan", False, ("low",), False,
    )  # fmt: skip

    # The window lets neither of them decide; a laptop that did not ask is not believed.
    with pytest.raises(NoRight):
        conflicts.settle_conflict(ana.vault, record, "level", {"confirmed_level": "low"}, "?")
    with pytest.raises(NoRight):
        confirm_level(maria.vault, record, "high", "?")
    _saves_unasked(ana, family, record, "low")
    _meet(ana, maria)
    assert _shown(maria, family) == "high"
    (held,) = held_back.held(ana.vault)
    assert held.reason == "supervisor_decides"
    with small_county.store.reading() as connection:
        (waits,) = parked.lines(connection)
    assert (waits.worker, waits.reason) == ("Ana Sandu", "supervisor_decides")

    irina = enrol("Irina Marin", "supervisor")
    irina.goes_online()
    (line,) = conflicts.conflict_lines(irina.vault)
    assert (line.may_settle, line.settlers) == (True, ("Irina Marin",))
    conflicts.settle_conflict(
        irina.vault, record, "level", {"confirmed_level": "medium"}, "Am văzut locuința împreună."
    )
    _meet(irina, ana, maria)
    assert (_shown(irina, family), _shown(maria, family)) == ("medium", "medium")
    assert conflicts.conflict_lines(maria.vault) == ()

    # Decided: who decides about cases may give another one again, and takes it back.
    assert given_level(maria.vault, assessments_of(maria.vault, family)[0]).others == ()
    confirm_level(maria.vault, record, "urgent", "Am fost iar acolo.")
    assert _shown(maria, family) == "urgent"
    saving.undo(maria.vault)
    _meet(maria, ana)

    # What Ana had decided without the right is returned, and put away.
    with small_county.store.writing() as (connection, county):
        parked.send_back(connection, county, waits.number, "A hotărât coordonatoarea.", "Vera", 1_795_000_000)
    ana.goes_online()
    held_back.put_away(ana.vault, held.txn_id)
    assert (_shown(ana, family), held_back.held(ana.vault)) == ("medium", ())
    assert overview.counts(small_county.store).open_conflicts == 0
