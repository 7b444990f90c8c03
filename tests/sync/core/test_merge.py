"""The merge: whoever comes first, the same values stand, and only what was seen is replaced."""

from __future__ import annotations

import itertools

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.kinds import Rule
from sync.core.county import clamp
from sync.core.merge import (
    Lineage,
    Place,
    RecordState,
    TakenOver,
    apply_op,
    is_contested,
    is_voided,
    merge,
    open_conflicts,
    own_chain,
    shown,
)
from sync.protocol import Op, Sibling, raw

NOBODY = own_chain(b"-", 1, {})


def _value(csn: int, base: int, text: str, replica: bytes = b"r", n: int = 1) -> Sibling:
    return Sibling(csn, replica, n, base, b"author", b"device", csn, raw({"phone": text}))


@given(st.permutations(["1", "2", "3"]))
def test_the_order_of_arrival_changes_no_set_of_values(order: list[str]) -> None:
    siblings: tuple[Sibling, ...] = (_value(1, 0, "0"),)
    for csn, text in enumerate(order, start=2):
        siblings = merge(siblings, _value(csn, 1, text, replica=text.encode()), Rule.SIBLINGS, NOBODY)
    assert sorted(bytes(one.value) for one in siblings) == [bytes(raw({"phone": text})) for text in "123"]


@given(st.lists(st.tuples(st.integers(0, 12), st.sampled_from("ABC")), max_size=12))
def test_a_value_leaves_only_through_who_had_seen_it(writes: list[tuple[int, str]]) -> None:
    siblings: tuple[Sibling, ...] = ()
    for csn, (base, text) in enumerate(writes, start=1):
        seen = min(base, csn - 1)
        after = merge(siblings, _value(csn, seen, text, replica=bytes([csn])), Rule.SIBLINGS, NOBODY)
        assert all(old.csn <= seen for old in siblings if old not in after)
        assert any(bytes(one.value) == bytes(raw({"phone": text})) for one in after)
        assert len({bytes(one.value) for one in after}) == len(after)
        siblings = after


def test_the_own_chain_counts_as_seen_and_a_foreign_one_does_not() -> None:
    first = _value(1, 0, "1", replica=b"old", n=3)
    own = own_chain(b"new", 1, {b"new": (b"old", 3)})
    assert merge((first,), _value(2, 0, "2", b"new"), Rule.SIBLINGS, own) == (_value(2, 0, "2", b"new"),)
    short = own_chain(b"new", 1, {b"new": (b"old", 2)})
    assert len(merge((first,), _value(2, 0, "2", b"new"), Rule.SIBLINGS, short)) == 2


def test_a_lineage_that_bites_its_tail_ends() -> None:
    own = own_chain(b"a", 5, {b"a": (b"b", 2), b"b": (b"a", 9)})
    assert [own(b"a", 4), own(b"a", 5), own(b"b", 2), own(b"b", 3)] == [True, False, True, False]


def test_a_txn_that_was_chained_again_still_is_the_authors_own() -> None:
    again = [TakenOver(Place(b"new", 1), Place(b"old", 3))]
    later, same = own_chain(b"new", 2, {}, again), own_chain(b"new", 1, {}, again)
    assert [later(b"old", 3), later(b"old", 2), same(b"old", 3)] == [True, False, False]


def test_a_save_that_writes_a_group_twice_has_one_value() -> None:
    first, second = _value(4, 0, "1", b"r", 2), _value(4, 0, "2", b"r", 2)
    before = _value(3, 0, "0", b"other", 2)
    assert merge((before, first), second, Rule.SIBLINGS, own_chain(b"r", 2, {})) == (before, second)
    assert merge((first,), second, Rule.APPEND, own_chain(b"r", 2, {})) == (first, second)


def _written(state: RecordState | None, group: str, writer: Sibling, own: Lineage) -> RecordState:
    op = Op("family", b"f", None, 1, (1, writer.base), {group: raw({group: "x"})})
    return apply_op(state, op, writer, own)


@pytest.mark.parametrize("former", [{b"new": (b"old", 1)}, {}])
def test_what_was_made_and_taken_back_before_its_first_sync_stays_away_after_a_fork(
    former: dict[bytes, tuple[bytes, int]],
) -> None:
    """Made as (old, 1); its answer was lost, the chain parted, and taking it back arrives under a new replica."""
    again = [] if former else [TakenOver(Place(b"new", 1), Place(b"old", 1))]
    state = _written(None, "name", _value(1, 0, "", b"old", 1), own_chain(b"old", 1, {}))
    state = _written(state, "void", _value(2, 0, "", b"new", 2), own_chain(b"new", 2, former, again))
    assert (is_voided(state), open_conflicts(state)) == (True, ())


def test_what_a_colleague_wrote_meanwhile_still_contests_it() -> None:
    state = _written(None, "name", _value(1, 0, "", b"old", 1), own_chain(b"old", 1, {}))
    state = _written(state, "phone", _value(2, 1, "", b"colleague", 1), own_chain(b"colleague", 1, {}))
    state = _written(state, "void", _value(3, 0, "", b"new", 1), own_chain(b"new", 1, {b"new": (b"old", 1)}))
    assert (is_voided(state), open_conflicts(state)) == (False, ("void",))


def test_what_is_shown_is_the_earliest_and_sets_are_joined() -> None:
    early, late = _value(2, 0, "2"), _value(3, 0, "3")
    assert shown("family", "phone", (late, early)) == {"phone": "2"}
    sets = tuple(
        msgspec.structs.replace(_value(csn, 0, ""), value=raw({"flags": flags}))
        for csn, flags in ((5, ["b"]), (4, ["a", "c"]))
    )
    for order in itertools.permutations(sets):
        assert shown("family", "flags", order) == {"flags": ["a", "b", "c"]}


@pytest.mark.parametrize(
    ("writes", "contested"),
    [
        ([("name", 0), ("phone", 1), ("void", 1)], True),
        ([("name", 0), ("phone", 1), ("void", 2)], False),
        ([("name", 0), ("void", 1), ("phone", 1)], True),
    ],
)
def test_a_record_taken_back_stays_when_somebody_did_not_know(
    writes: list[tuple[str, int]], contested: bool
) -> None:
    state: RecordState | None = None
    for csn, (group, base) in enumerate(writes, start=1):
        op = Op("family", b"f", None, 1, (1, base), {group: raw({group: "x"})})
        state = apply_op(state, op, _value(csn, base, "", replica=bytes([csn])), NOBODY)
    assert state is not None
    assert (is_contested(state), is_voided(state)) == (contested, not contested)
    assert open_conflicts(state) == (("void",) if contested else ())


@pytest.mark.parametrize(
    ("base", "expected"),
    [((3, 50), 50), ((2, 50), 40), ((2, 30), 30), ((1, 50), 20), ((4, 50), 0)],
)
def test_a_base_of_a_cut_epoch_never_reaches_behind_the_cut(base: tuple[int, int], expected: int) -> None:
    assert clamp(base, 3, {1: 20, 2: 40}) == expected


def test_an_epoch_that_was_itself_undone_counts_for_nothing() -> None:
    """Back to csn 0 as epoch 3, and from there back to a backup of epoch 2: what stood in epoch 3 is another log."""
    assert clamp((3, 5), 4, {1: 22, 2: 40}) == 0
