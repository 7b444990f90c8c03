"""A laptop that hears nothing of its county warns, then takes no new work, and goes on as soon as it met it."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from app.errors import LeaseEnded
from app.services import audit, lease, saving, syncing
from app.services.audit import note_read
from app.services.families import open_family, write_note
from sync.core.lease import Lease, standing
from sync.server.accounts import AccountProblem
from sync.server.lease import set_lease
from tests.fixtures.county import RunningCounty
from tests.fixtures.laptops import Laptop, MakeLaptop

DAY_S = 86_400
Laptops = Callable[[RunningCounty], MakeLaptop]


@pytest.mark.parametrize(
    ("days", "warns", "ended"),
    [(0, False, False), (29, False, False), (30, True, False), (89, True, False), (90, True, True)],
)
def test_thirty_days_and_ninety(days: int, warns: bool, ended: bool) -> None:
    now = standing(Lease(), 1_000_000, 1_000_000 + days * DAY_S)
    assert (now.silent_days, now.days_left, now.warns, now.ended) == (days, 90 - days, warns, ended)


def test_a_clock_that_went_back_ends_nothing() -> None:
    assert not standing(Lease(), 1_000_000, 5).warns
    assert not standing(Lease(), None, 1 << 40).ended


def _silent_for(laptop: Laptop, days: int) -> None:
    moment = str(int(time.time()) - days * DAY_S).encode()
    with laptop.team.writing():
        laptop.team.set_facts(last_contact_at=moment)


def test_it_takes_no_new_work_and_goes_on_after_a_sync(small_county: RunningCounty, laptops: Laptops) -> None:
    ana = laptops(small_county)("Ana Sandu", "social_worker")
    family = ana.registers(family_name="Lupu")
    ana.goes_online()
    _silent_for(ana, 89)
    write_note(ana.vault, family, "Lemne")
    assert syncing.sync_state(ana.vault).lease.warns
    _silent_for(ana, 90)
    saves = ana.saved_txns()
    for act in (
        lambda: write_note(ana.vault, family, "Mai târziu"),
        lambda: ana.registers(family_name="Albu"),
        lambda: ana.records_visit(family, v_result="done"),
        lambda: saving.undo(ana.vault),
    ):
        with pytest.raises(LeaseEnded):
            act()
    assert ana.saved_txns() == saves
    assert open_family(ana.vault, family).line.name == "Lupu", "what it holds stays readable"
    assert ana.goes_online().sent == 1, "what waits still goes"
    write_note(ana.vault, family, "Mai târziu")


def test_that_somebody_looked_is_noted_all_the_same(small_county: RunningCounty, laptops: Laptops) -> None:
    ana = laptops(small_county)("Ana Sandu", "social_worker")
    family = ana.registers(family_name="Lupu")
    ana.goes_online()
    _silent_for(ana, 400)
    assert note_read(ana.vault, family)
    assert audit.who_looked(ana.vault, family).lines


def test_the_county_sets_other_times(small_county: RunningCounty, laptops: Laptops) -> None:
    ana = laptops(small_county)("Ana Sandu", "social_worker")
    with small_county.store.writing() as (connection, _county):
        set_lease(connection, Lease(10, 20), "Vera", 1_795_000_000)
    ana.goes_online()
    _silent_for(ana, 20)
    assert lease.standing_of(ana.vault).ended
    with pytest.raises(AccountProblem, match="warn before they stop"), small_county.store.writing() as opened:
        set_lease(opened[0], Lease(20, 20), "Vera", 1_795_000_000)


def test_nonsense_from_outside_is_the_usual_lease(small_county: RunningCounty, laptops: Laptops) -> None:
    ana = laptops(small_county)("Ana Sandu", "social_worker")
    for nonsense in (b"0 0", b"5", b"99999 999999", b"x y", b""):
        with ana.team.writing():
            ana.team.set_facts(lease=nonsense)
        _silent_for(ana, 30)
        assert lease.standing_of(ana.vault).days_left == 60
