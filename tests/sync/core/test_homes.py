"""Into which stream a save goes, and what is left of an op about an erased family."""

from __future__ import annotations

import pytest

from sync.core.chain import blotted, genesis, is_blotted, links_of, next_hash, says_the_same
from sync.core.homes import Held, Home, is_about, stream_of_save
from sync.protocol import Op, ProtocolError, Segment, Txn, TxnHeader, encode, raw

HERE, THERE, FAR = "ro-21891/team", "ro-22999/team", "ro-23000/team"
LUPU, RUSU, KEY = b"lupu".ljust(16), b"rusu".ljust(16), b"k" * 32
MOVED = Home("ro-22999", {"ro-21891": 10})


def _op(family: bytes | None = LUPU, seen: int = 5, record: bytes = b"visit".ljust(16)) -> Op:
    return Op("visit", record, family, 1, (1, seen), {"outcome": raw({"v_result": "done"})})


def _place(
    *ops: Op, writes_to: tuple[str, ...] = (HERE,), home: Home | None = None, held: Held | None = None
) -> str | None:
    homes = {LUPU: home} if home else {}
    return stream_of_save(ops, writes_to, lambda _record: held, homes.get, lambda base: base[1])


@pytest.mark.parametrize(
    ("home", "seen", "writes_to", "place"),
    [
        (None, 0, (HERE,), HERE),
        (Home("ro-21891"), 5, (HERE,), HERE),
        (MOVED, 5, (HERE,), THERE),
        (MOVED, 10, (HERE,), None),
        (MOVED, 12, (THERE,), THERE),
        (Home("ro-22999"), 5, (HERE,), None),
        (Home("ro-22999"), 5, (HERE, THERE), THERE),
        (MOVED, 5, (FAR,), None),
    ],
    ids=["new", "own", "late", "had heard", "arrived", "never theirs", "serves both", "a third commune"],
)
def test_where_a_save_goes(
    home: Home | None, seen: int, writes_to: tuple[str, ...], place: str | None
) -> None:
    assert _place(_op(seen=seen), writes_to=writes_to, home=home) == place


def test_a_save_of_two_communes_is_nobodys() -> None:
    assert _place(_op(), held=Held("visit", HERE, LUPU), home=Home("ro-22999")) is None


def test_nobody_reaches_another_compartment() -> None:
    assert _place(_op(), held=Held("visit", "ro-22999/health", LUPU), home=MOVED) is None


def test_the_family_of_a_held_record_counts_where_the_op_names_none() -> None:
    assert _place(_op(None), held=Held("visit", THERE, LUPU), home=MOVED) == THERE


def test_a_blotted_op_keeps_its_place_in_the_chain_and_nothing_else() -> None:
    header = encode(TxnHeader(b"t" * 16, 1, b"a" * 16, 0, None))
    txn = Txn(header, (encode(_op(LUPU)), encode(_op(RUSU))))
    without = blotted(txn, lambda op: is_about(op, LUPU), lambda _family: KEY)
    assert [is_blotted(op) for op in without.ops] == [True, False]
    assert b"done" not in without.ops[0]
    h = next_hash(genesis(LUPU), txn, lambda _family: KEY)

    def after_erasure(family: bytes | None) -> bytes:
        assert family == RUSU, "the key of the other one is gone"
        return KEY

    assert next_hash(genesis(LUPU), without, after_erasure) == h
    assert says_the_same(without, txn, lambda _family: KEY)
    other = Txn(header, (encode(_op(LUPU, seen=6)), encode(_op(RUSU))))
    assert not says_the_same(without, other, lambda _family: KEY)


def test_no_laptop_can_send_a_blotted_op() -> None:
    header = encode(TxnHeader(b"t" * 16, 1, b"a" * 16, 0, None))
    txn = blotted(Txn(header, (encode(_op()),)), lambda _op: True, lambda _family: KEY)
    with pytest.raises(ProtocolError):
        links_of(Segment(1, LUPU, None, 1, genesis(LUPU), (txn,), b""), lambda _family: KEY)
