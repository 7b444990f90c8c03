"""Whether own saves still are what was saved: none taken out, none changed, the last one where the head says.

The pages of a store cannot be changed without its key. This finds what somebody with the key, or a bug, did to saved work and
to who looked. The county finds it, too, when it is sent (``sync.core.chain``); here it is found before that.
"""

from functools import cache

from app.errors import VaultDamaged
from storage.compartment import Compartment
from sync.core.chain import genesis, next_hash
from sync.protocol import ProtocolError, Txn, decode


def check_chains(compartment: Compartment) -> int:
    """Recompute the chain of the present replica and of former ones; how many saves. VaultDamaged when one does not hold."""
    key_of_family = cache(compartment.family_key)
    tip = compartment.tip()
    # One at a time, so that years of saves need no memory.
    ends = {tip.replica: (0, genesis(tip.replica))}
    rows = compartment.connection.execute(
        "SELECT replica, n, txn, h, blotted FROM outbox ORDER BY replica, n"
    )
    count = 0
    for replica, n, encoded, kept, blotted in rows:
        before, h = ends.get(bytes(replica), (0, genesis(bytes(replica))))
        count += 1
        if blotted and n != before + 1 and bytes(replica) != tip.replica:
            continue  # what stood before it was chained again; a blotted save stays in its former place
        try:
            h = next_hash(h, decode(bytes(encoded), Txn), key_of_family)
        except ProtocolError as problem:
            raise _damaged(compartment) from problem
        if (n, bytes(kept)) != (before + 1, h):
            raise _damaged(compartment)
        ends[bytes(replica)] = (n, h)
    if ends[tip.replica] != (tip.n, tip.h):
        raise _damaged(compartment)
    return count


def _damaged(compartment: Compartment) -> VaultDamaged:
    return VaultDamaged(part=compartment.name, check="chain")
