"""The receipt on a laptop's Sync page and the county's own: one code, as soon as everything has arrived and not before."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.ids import random_id
from app.services.syncing import sync_state
from storage.compartment import Write
from sync.server import parked, receipts
from tests.fixtures.county import RunningCounty
from tests.fixtures.laptops import Laptop, MakeLaptop

NOON_S = 1_795_000_000
Laptops = Callable[[RunningCounty], MakeLaptop]


def _code(laptop: Laptop) -> str | None:
    (day,) = sync_state(laptop.vault).days
    return day.receipt


def _notes(laptop: Laptop, at_s: int) -> None:
    note = Write("note", random_id(), None, {"text": {"text": "?"}})
    with laptop.team.writing():
        laptop.team.save(laptop.vault.worker.id, [note], now_s=at_s)


def _at_county(county: RunningCounty, code: str) -> receipts.Found | None:
    with county.store.reading() as connection:
        return receipts.found(connection, code)


def test_a_days_receipt_is_checked_at_the_county(small_county: RunningCounty, laptops: Laptops) -> None:
    ana = laptops(small_county)("Ana Sandu", "social_worker")
    _notes(ana, NOON_S)
    assert _code(ana) is None, "nothing has arrived"
    ana.goes_online()
    noon = _code(ana)
    assert noon is not None
    _notes(ana, NOON_S + 60)
    assert _code(ana) is None, "one save waits"
    ana.goes_online()
    evening = _code(ana)
    assert evening not in (None, noon)
    for code, saves in ((noon, 1), (str(evening), 2)):
        found = _at_county(small_county, code)
        assert found is not None
        assert (found.receipt.saves, found.saves_of_day) == (saves, 2)
        assert found.worker == ana.vault.worker.id


def test_each_worker_has_a_receipt_of_their_own(small_county: RunningCounty, laptops: Laptops) -> None:
    enrol = laptops(small_county)
    ana, ion = enrol("Ana Sandu", "social_worker"), enrol("Ion Albu", "nurse")
    for one in (ana, ion):
        one.registers(family_name="Lupu")
        one.goes_online()
    codes = {_code(ana), _code(ion)}
    assert len(codes) == 2
    assert None not in codes


def test_confidential_work_is_in_the_receipt(small_county: RunningCounty, laptops: Laptops) -> None:
    ana = laptops(small_county)("Ana Sandu", "social_worker")
    social = ana.vault.compartments["social"]
    ana.registers(family_name="Lupu")
    ana.goes_online()
    before = _code(ana)

    with social.writing():
        social.save(ana.vault.worker.id, [Write("note", b"n" * 16, None, {"text": {"text": "?"}})])
    assert _code(ana) is None
    ana.goes_online()
    after = _code(ana)
    assert after not in (None, before)
    found = _at_county(small_county, str(after))
    assert found is not None
    assert found.receipt.saves == 2


def test_what_the_office_wrote_about_a_save_is_read_on_the_laptop(
    small_county: RunningCounty, laptops: Laptops
) -> None:
    ana = laptops(small_county)("Ana Sandu", "social_worker")
    with ana.team.writing():
        ana.team.save(b"stranger".ljust(16), [Write("note", b"n" * 16, None, {"text": {"text": "?"}})])
        ana.team.save(b"stranger".ljust(16), [Write("note", b"m" * 16, None, {"text": {"text": "?"}})])
    ana.goes_online()
    assert [held.answer for held in sync_state(ana.vault).held] == ["", ""]
    with small_county.store.writing() as (connection, county):
        first, second = parked.lines(connection)
        parked.send_back(connection, county, first.number, "Cine a scris aceasta?", "Vera", 1_795_000_000)
    with small_county.store.writing() as (connection, county):
        parked.approve(connection, county, second.number, "Vera", 1_795_000_000)
    ana.goes_online()
    state = sync_state(ana.vault)
    assert [held.answer for held in state.held] == ["Cine a scris aceasta?"], "the other one is applied"
    assert (state.held_back, state.pending) == (1, 0)
