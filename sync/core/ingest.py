"""How the county takes in a segment that continues its chain, sans IO.

One answer for ever: a ``txn_id`` that stands in the log already, in whatever chain, keeps its place; the new place in the
chain points to it. What cannot be used is parked with its content and hinders nothing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

import msgspec

from sync.core.chain import Link, genesis
from sync.core.county import clamp
from sync.core.merge import Lineage, Place, TakenOver, own_chain
from sync.protocol import Answer, Mark, Op, Parent


class Known(msgspec.Struct, frozen=True):
    """A txn that stands in the log: the answer it got, and the chain it came in first."""

    answer: Answer
    replica: bytes


class Ledger(Protocol):
    """Where the county writes what it takes in."""

    def append(self, link: Link, ops: Sequence[Op], own: Lineage) -> Answer:
        """Give a txn the next place in the log and the next of its chain."""
        ...

    def chain(self, mark: Mark, csn: int) -> None:
        """The next place of the chain is a txn that stands in the log already."""
        ...


def take(
    links: Sequence[Link],
    ops_of: Mapping[int, Sequence[Op]],
    *,
    replica: bytes,
    held_n: int,
    known: Mapping[bytes, Known],
    lineage: Mapping[bytes, tuple[bytes, int]],
    taken_over: Iterable[TakenOver],
    ledger: Ledger,
) -> tuple[Answer, ...]:
    """Take in the links of one chain, of which the county holds ``held_n``; the answers, in their order.

    ``lineage`` holds verified parents, ``taken_over`` the txns that chains of the lineage took over from other chains.
    """
    adopted = list(taken_over)
    answers: list[Answer] = []
    for link in links:
        n = link.header.n
        found = known.get(link.header.txn_id)
        if found is None:
            answer = ledger.append(link, ops_of[n], own_chain(replica, n, lineage, adopted))
        else:
            answer = found.answer
            if n > held_n:
                ledger.chain(Mark(n, link.h), answer.csn)
                adopted.append(TakenOver(Place(replica, n), Place(found.replica, answer.n)))
        answers.append(msgspec.structs.replace(answer, n=n))
    return tuple(answers)


def verified_lineage(
    replica: bytes,
    parent: Parent | None,
    parent_of: Callable[[bytes], Parent | None],
    hash_at: Callable[[bytes, int], bytes | None],
) -> dict[bytes, tuple[bytes, int]]:
    """The former replicas a chain continues, as far as their hashes are the ones held here.

    ``hash_at`` is the hash held at a place of a chain, None when there is none or the chain is not this laptop's.
    """
    parents: dict[bytes, tuple[bytes, int]] = {}
    current, link = replica, parent
    while link is not None and current not in parents:
        held = hash_at(link.replica, link.n) if link.n > 0 else genesis(link.replica)
        if held != link.h:
            break
        parents[current] = (link.replica, link.n)
        current, link = link.replica, parent_of(link.replica)
    return parents


def seen_by(base: tuple[int, int], epoch: int, cuts: Mapping[int, int], csn: int) -> int:
    """What the author of a txn that gets ``csn`` had seen: nobody has seen what was not yet in the log."""
    return min(clamp(base, epoch, cuts), csn - 1)


def start_of_pull(cursor: tuple[int, int], epoch: int, cuts: Mapping[int, int], head: int) -> int:
    """Where a laptop's view, which stands at (epoch, csn), parts from the log of today."""
    return max(0, min(clamp(cursor, epoch, cuts), head))
