"""The county's own chain: what the office decides stands in the log like any save, hashed and in its place.

There is one chain per stream and epoch: a restored county begins another, so that it never writes two txns into one place.
Its ops belong to no family and are bound with the commune's key, so that they outlast an erasure.
"""

import hashlib
from collections.abc import Sequence

from app.domain.ids import ID_BYTES
from sync.core.chain import Link, next_hash
from sync.protocol import Mark, Op, Txn, TxnHeader, encode


def replica_of_acts(county: bytes, stream: str, epoch: int) -> bytes:
    """The replica under which the county itself writes."""
    claim = b"vatra/county-replica" + county + stream.encode() + epoch.to_bytes(8, "big")
    return hashlib.sha256(claim).digest()[:ID_BYTES]


def link_of_act(
    county: bytes, replica: bytes, before: Mark, ops: Sequence[Op], commune_key: bytes, now_s: int
) -> Link:
    """A txn of the county after the place ``before`` of its chain."""
    n = before.n + 1
    txn_id = hashlib.sha256(b"vatra/county-txn" + replica + n.to_bytes(8, "big")).digest()[:ID_BYTES]
    header = TxnHeader(txn_id, n, county, now_s, 0)
    txn = Txn(encode(header), tuple(encode(op) for op in ops))
    return Link(header, txn, next_hash(before.h, txn, lambda _family: commune_key))
