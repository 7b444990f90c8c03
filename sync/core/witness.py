"""Laptops are the county's witnesses: each says what the log held when it last looked.

A database that was put back without a new epoch gives out numbers that laptops have seen for other saves; their views and the
log would part for ever, and nobody would know. So a laptop names the end of the log as it was told, and a county that cannot
find it there answers nothing until somebody begins the epoch that the restore should have begun.
"""

from collections.abc import Callable

from sync.protocol import Exchange, Mark

HASH_BYTES = 16
"""As much of the log's hash as a laptop repeats; nobody finds another history with the same."""


def witness_of(head: int, head_hash: bytes) -> Mark:
    """What a laptop keeps of an answer."""
    return Mark(head, head_hash[:HASH_BYTES])


def is_contradicted(asked: Exchange, epoch: int, csn: int, hash_at: Callable[[int], bytes | None]) -> bool:
    """Whether a laptop has seen of this county what its log does not hold.

    ``hash_at(n)`` is the log's hash at ``n``. What a laptop saw in an epoch that was cut says nothing about this one.
    """
    if asked.epoch > epoch:
        return True
    seen = asked.witness
    if seen is None or seen.n < 1 or asked.epoch < epoch:
        return False
    return seen.n > csn or (hash_at(seen.n) or b"")[:HASH_BYTES] != seen.h
