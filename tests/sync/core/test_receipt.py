"""Receipts: the same saves give the same code everywhere, any other saves another one."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from app.domain.kinds import AUDIT, VISIT
from sync.core.receipt import Receipt, Saved, day_of, is_work, receipts, shown_code, typed_code

COUNTY, DEVICE, WORKER = (letter * 16 for letter in (b"c", b"d", b"w"))
saves = st.lists(
    st.builds(Saved, st.integers(0, 1 << 40), st.binary(min_size=16, max_size=16), st.booleans()),
    min_size=1,
    max_size=8,
    unique_by=lambda one: one.txn_id,
)


def _last(of: list[Saved], *, device: bytes = DEVICE, worker: bytes = WORKER, day: int = 20_000) -> Receipt:
    return list(receipts(COUNTY, device, worker, day, of))[-1]


@given(saves, st.randoms())
def test_the_order_in_which_they_arrive_does_not_matter(of: list[Saved], chance: random.Random) -> None:
    mixed = list(of)
    chance.shuffle(mixed)
    assert _last(mixed) == _last(of)


@given(saves)
def test_one_save_less_is_another_receipt(of: list[Saved]) -> None:
    for number in range(len(of)):
        less = of[:number] + of[number + 1 :]
        assert not less or _last(less).code != _last(of).code


def test_laptop_worker_and_day_are_in_the_code() -> None:
    of = [Saved(1, b"t" * 16)]
    codes = {
        _last(of).code,
        _last(of, device=b"e" * 16).code,
        _last(of, worker=b"v" * 16).code,
        _last(of, day=20_001).code,
    }
    assert len(codes) == 4


def test_a_golden_code() -> None:
    of = [Saved(20, b"u" * 16, held_back=True), Saved(10, b"t" * 16)]
    assert list(receipts(COUNTY, DEVICE, WORKER, 20_000, of)) == [
        Receipt(20_000, 1, 0, "92F5FB83"),
        Receipt(20_000, 2, 1, "1B0AA8FF"),
    ]


def test_days_begin_at_the_countrys_midnight() -> None:
    midnight = 20_000 * 86_400
    assert [day_of(midnight + at, "ro") for at in (-7201, -7200, 0)] == [19_999, 20_000, 20_000]
    assert [day_of(midnight + at, "pl") for at in (-3601, -3600)] == [19_999, 20_000]


def test_that_somebody_looked_is_no_work() -> None:
    assert not is_work({AUDIT.name})
    assert is_work({VISIT.name})
    assert is_work({VISIT.name, AUDIT.name})


def test_a_code_is_read_and_typed_in_two_halves() -> None:
    assert shown_code("7F3A91C2") == "7F3A 91C2"
    assert typed_code(" 7f3a-91c2 ") == "7F3A91C2"
