"""Every group of every kind is merged, shown and decided as the table of kinds says: laptop, county and simulator ask it."""

import itertools
from typing import Any

import msgspec
import pytest

from app.domain.ids import random_id
from app.domain.kinds import ASSESSMENT, KINDS, LEVELS, Group, Rule, Settler
from sync.core.chain import Link, genesis, next_hash
from sync.core.county import Writer, reason_to_park
from sync.core.homes import Held
from sync.core.merge import RecordState, apply_op, open_conflicts, own_chain, shown
from sync.protocol import Op, Sibling, Txn, TxnHeader, encode, raw

TABLE = [
    pytest.param(kind.name, group, id=f"{kind.name}-{group.name}")
    for kind in KINDS.values()
    for group in (*kind.groups, *([kind.group("q/asked")] if kind.has_answers else []))
]
ANA, MARIA, IRINA = b"a" * 16, b"m" * 16, b"i" * 16
STREAM = "ro-1/team"
ASKS = [rule for rule in Rule if rule.asks_a_person]


def written(state: RecordState | None, kind: str, group: str, csn: int, base: int, value: Any) -> RecordState:
    """One write of an own laptop, the ``csn``-th of the log."""
    replica = bytes([csn]) * 16
    op = Op(kind, b"r" * 16, b"f" * 16, 1, (1, base), {group: raw(value)})
    writer = Sibling(csn, replica, 1, base, (ANA, MARIA, IRINA)[csn - 1], b"d" * 16, csn, raw(None))
    return apply_op(state, op, writer, own_chain(replica, 1, {}))


def two_values(kind: str, group: Group) -> RecordState:
    """Two people wrote it without seeing each other."""
    sets = group.rule is Rule.UNION
    field = group.fields[0]
    values = [{field: [text] if sets else text} for text in ("a", "b")]
    state = written(None, kind, group.name, 1, 0, values[0])
    return written(state, kind, group.name, 2, 0, values[1])


@pytest.mark.parametrize(("kind", "group"), TABLE)
def test_two_values_stand_and_wait_as_the_rule_says(kind: str, group: Group) -> None:
    state = two_values(kind, group)
    assert len(state.groups[group.name]) == 2
    assert (group.name in open_conflicts(state)) == group.rule.asks_a_person
    after = written(state, kind, group.name, 3, 2, {group.fields[0]: ["c"]})
    assert len(after.groups[group.name]) == (3 if group.rule is Rule.APPEND else 1)
    assert open_conflicts(after) == ()
    if group.rule is Rule.APPEND:
        assert shown(kind, group.name, after.groups[group.name]) == {group.fields[0]: "a"}
    if group.rule is Rule.UNION:
        assert shown(kind, group.name, state.groups[group.name]) == {group.fields[0]: ["a", "b"]}


@pytest.mark.parametrize(
    ("kind", "group", "leads", "waits"),
    [
        ("family", "phone", {"phone": "1"}, None),
        ("assessment", "level", {"confirmed_level": "urgent"}, {"confirmed_level": "low"}),
        ("assessment", "level", {"confirmed_level": "low"}, {"level_reason": "no level at all"}),
        ("assessment", "level", {"confirmed_level": "none"}, {"confirmed_level": "of a newer Vatra"}),
        ("task", "done", {"done_at": 1}, {}),
        ("membership", "membership", {"person": b"p"}, {"person": b"p", "until_on": "2026-11-01"}),
    ],
)
def test_what_is_shown_meanwhile_does_not_hang_on_the_order_of_arrival(
    kind: str, group: str, leads: dict[str, Any], waits: dict[str, Any] | None
) -> None:
    values = (leads, waits) if waits is not None else (leads, {"phone": "2"})
    for order in itertools.permutations(values):
        state = written(None, kind, group, 1, 0, order[0])
        state = written(state, kind, group, 2, 0, order[1])
        assert group in open_conflicts(state), "shown, but not decided"
        expected = order[0] if waits is None else leads
        assert shown(kind, group, state.groups[group]) == expected


def test_a_higher_level_leads_among_all_of_them() -> None:
    for low, high in itertools.combinations(LEVELS, 2):
        state = written(None, "assessment", "level", 1, 0, {"confirmed_level": low})
        state = written(state, "assessment", "level", 2, 0, {"confirmed_level": high})
        assert shown("assessment", "level", state.groups["level"]) == {"confirmed_level": high}


@pytest.mark.parametrize(("kind", "group"), TABLE)
@pytest.mark.parametrize("base", [0, 1, 2], ids=["unaware", "saw-one", "saw-both"])
def test_only_a_supervisor_decides_what_is_a_supervisors(kind: str, group: Group, base: int) -> None:
    state = two_values(kind, group)
    op = Op(kind, b"r" * 16, b"f" * 16, 1, (1, base), {group.name: raw({})})
    header = TxnHeader(random_id(), 1, IRINA, 3, None)
    txn = Txn(encode(header), (encode(op),))
    link = Link(header, txn, next_hash(genesis(IRINA), txn, lambda _: bytes(32)))
    irina = Writer(b"d" * 16, STREAM, True, frozenset((IRINA,)))

    def parked(writer: Writer, told: RecordState | None) -> str | None:
        held = Held(kind, STREAM, b"f" * 16)
        return reason_to_park(
            link, [op], writer, lambda _: held, STREAM, lambda _: told, lambda base: base[1]
        )

    if group.rule is Rule.COUNTY:
        assert parked(irina, state) == "county_decides"
        return
    if kind == ASSESSMENT.name and group.rule is Rule.APPEND:
        assert parked(irina, state) == "sealed"
        return
    decides = group.settler is Settler.SUPERVISOR and base > 0
    assert parked(irina, state) == ("supervisor_decides" if decides else None)
    assert parked(msgspec.structs.replace(irina, supervisors=frozenset((IRINA,))), state) is None
    one_value = {group.name: state.groups[group.name][:1]}
    assert parked(irina, msgspec.structs.replace(state, groups=one_value)) is None, "nothing waits"
