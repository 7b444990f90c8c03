"""Who may bring what into an assessment: its author's own sealing, part by part, and nothing after it."""

from typing import Any

import pytest

from app.domain.ids import random_id
from sync.core.chain import Link, genesis, next_hash
from sync.core.county import Writer, reason_to_park
from sync.core.homes import Held
from sync.core.merge import RecordState, apply_op, own_chain
from sync.protocol import Op, Sibling, Txn, TxnHeader, encode, raw

ANA, MARIA = b"a" * 16, b"m" * 16
RECORD, FAMILY, STREAM = b"r" * 16, b"f" * 16, "ro-1/team"
SEALING: dict[str, Any] = {"sealed": {"on": "2026-11-20"}, "q/roof": {"roof": "leaks"}}
LEVEL: dict[str, Any] = {"level": {"confirmed_level": "high"}}
ANSWER: dict[str, Any] = {"q/roof": {"roof": "is whole"}}
FURTHER: dict[str, Any] = {"q/stove": {"stove": "smokes"}}


def held(*writes: dict[str, Any], author: bytes = ANA) -> RecordState | None:
    """What the county holds after these writes."""
    state = None
    for csn, groups in enumerate(writes, 1):
        op = Op(
            "assessment", RECORD, FAMILY, 1, (1, csn - 1), {name: raw(one) for name, one in groups.items()}
        )
        writer = Sibling(csn, author, csn, csn - 1, author, b"d" * 16, csn, raw(None))
        state = apply_op(state, op, writer, own_chain(author, csn, {}))
    return state


@pytest.mark.parametrize(
    ("state", "author", "groups", "reason"),
    [
        pytest.param(held(), ANA, SEALING, None, id="sealing"),
        pytest.param(held(), ANA, ANSWER, "sealed", id="answers-before-the-seal"),
        pytest.param(held(LEVEL), ANA, ANSWER, "sealed", id="answers-beside-a-level"),
        pytest.param(held(LEVEL), ANA, SEALING, None, id="sealing-after-a-level"),
        pytest.param(held(SEALING), ANA, FURTHER, None, id="a-further-part"),
        pytest.param(held(SEALING), MARIA, FURTHER, "sealed", id="a-part-of-somebody-else"),
        pytest.param(held(SEALING), ANA, ANSWER, "sealed", id="another-answer-of-the-author"),
        pytest.param(held(SEALING), MARIA, ANSWER, "sealed", id="another-answer"),
        pytest.param(held(SEALING), MARIA, SEALING, "sealed", id="another-seal"),
        pytest.param(held(SEALING), MARIA, LEVEL, None, id="a-level"),
        pytest.param(held(SEALING), MARIA, {"void": {"void_reason": "twice"}}, None, id="taken-back"),
    ],
)
def test_only_the_sealing_of_its_author_comes_in(
    state: RecordState | None, author: bytes, groups: dict[str, Any], reason: str | None
) -> None:
    op = Op("assessment", RECORD, FAMILY, 1, (1, 9), {name: raw(one) for name, one in groups.items()})
    header = TxnHeader(random_id(), 1, author, 3, None)
    txn = Txn(encode(header), (encode(op),))
    link = Link(header, txn, next_hash(genesis(author), txn, lambda _: bytes(32)))
    writer = Writer(b"d" * 16, STREAM, True, frozenset((ANA, MARIA)))
    there = Held("assessment", STREAM, FAMILY) if state is not None else None
    parked = reason_to_park(
        link, [op], writer, lambda _: there, STREAM, lambda _: state, lambda base: base[1]
    )
    assert parked == reason
