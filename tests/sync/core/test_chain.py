"""Where two copies of a chain meet: continued, gap or fork, whatever places a laptop names."""

from __future__ import annotations

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from sync.core.chain import Fork, Gap, common_mark, genesis, join, links_of
from sync.protocol import Mark, Op, Segment, Txn, TxnHeader, encode, raw

REPLICA, KEY = b"r" * 16, b"k" * 32
LENGTH = 24


def _txn(n: int, branch: int) -> Txn:
    op = Op("note", n.to_bytes(16, "big"), None, 1, (1, 0), {"text": raw({"text": str(branch)})})
    return Txn(encode(TxnHeader(bytes([branch]) * 16, n, b"a" * 16, 0, None)), (encode(op),))


class Branch:
    """One life of a replica: the first ``shared`` txns are those of every other life."""

    def __init__(self, shared: int, length: int, branch: int) -> None:
        self.txns = [_txn(n, 0 if n <= shared else branch) for n in range(1, length + 1)]
        segment = self.segment(1, length, [genesis(REPLICA)])
        self.hashes = [genesis(REPLICA), *(link.h for link in links_of(segment, lambda _family: KEY))]

    def segment(self, first: int, last: int, hashes: list[bytes] | None = None) -> Segment:
        known = hashes or self.hashes
        return Segment(1, REPLICA, None, first, known[first - 1], tuple(self.txns[first - 1 : last]), b"")

    def mark(self, n: int) -> Mark:
        return Mark(n, self.hashes[n])

    def hash_at(self, n: int) -> bytes | None:
        return self.hashes[n] if n < len(self.hashes) else None


places = st.integers(0, LENGTH)


@given(shared=places, held=places, own=places, data=st.data())
def test_a_segment_is_taken_exactly_when_it_continues_what_is_held(
    shared: int, held: int, own: int, data: st.DataObject
) -> None:
    county, laptop = Branch(shared, held, 1), Branch(shared, own, 2)
    first = data.draw(st.integers(1, own + 1))
    last = data.draw(st.integers(first - 1, own))
    segment = laptop.segment(first, last)
    links = links_of(segment, lambda _family: KEY)
    met = join(segment, links, county.mark(held), county.hash_at)
    if first - 1 > held:
        assert met == Gap(held)
    elif min(last, held) > shared or first - 1 > shared:
        assert isinstance(met, Fork)
        assert shared < met.n <= max(first - 1, shared + 1)
    else:
        assert met == links


@given(shared=places, held=places, own=places, named=st.sets(places))
def test_a_hello_calls_a_fork_only_what_is_proven_and_agrees_only_on_what_is_shared(
    shared: int, held: int, own: int, named: set[int]
) -> None:
    county, laptop = Branch(shared, held, 1), Branch(shared, own, 2)
    marks = [laptop.mark(n) for n in sorted({n for n in named if n <= own} | {own, 0}, reverse=True)]
    have, forked_at = common_mark(marks, county.mark(held), county.hash_at)
    parted = shared < min(held, own)
    rolled_back = own < held
    if forked_at is None:
        assert have == county.mark(held)
        assert not rolled_back
        assert all(mark.n > held or mark.n <= shared for mark in marks)
    else:
        assert parted or rolled_back
        assert have.n <= min(shared, own, held)
        assert have == laptop.mark(have.n)
        assert forked_at == have.n + 1


def test_without_the_hash_a_copy_would_pass_for_the_original() -> None:
    """Control: by number alone the second life continues the first."""
    county, copy = Branch(5, 8, 1), Branch(5, 10, 2)
    segment = copy.segment(9, 10)
    blind = msgspec.structs.replace(segment, prev_h=county.hashes[8])
    assert isinstance(
        join(segment, links_of(segment, lambda _family: KEY), county.mark(8), county.hash_at), Fork
    )
    assert isinstance(join(blind, links_of(blind, lambda _family: KEY), county.mark(8), county.hash_at), list)
