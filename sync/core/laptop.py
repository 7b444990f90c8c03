"""What a laptop decides in an exchange: what it names, what an answer means, how a chain goes on after it parted.

Sans IO: the caller keeps the outbox and the records - a store file for the laptop, dictionaries for the simulator - and
carries out what these functions say.
"""

from collections.abc import Callable, Mapping, Sequence

import msgspec

from sync.core.chain import KeyOfFamily, genesis, next_hash
from sync.core.county import clamp
from sync.protocol import Exchange, Mark, Reply, Txn, TxnHeader, decode, encode

_EVERYTHING = 1 << 62


def places_to_name(tip_n: int) -> tuple[int, ...]:
    """Which places of its chain a laptop names in a hello, newest first: the tip, then ever longer steps, the beginning."""
    steps = (tip_n - (1 << power) for power in range(tip_n.bit_length()))
    return tuple(sorted({0, tip_n, *steps}, reverse=True))


def is_settled(asked: Exchange, reply: Reply) -> bool:
    """Whether neither side has more: everything sent, everything received, own saves among it."""
    if reply.forked_at is not None or reply.epoch != asked.epoch or reply.have.n < asked.hello.marks[0].n:
        return False
    newest = max((answer.csn for answer in reply.answers), default=0)
    return all(not page.more and page.cursor >= newest for page in reply.pages)


def is_late(epoch: int, reply: Reply) -> bool:
    """Whether an answer was given before a restore of the county that the laptop knows of: it says nothing any more."""
    return reply.epoch < epoch


def lost_after(epoch: int, reply: Reply) -> int | None:
    """After which csn the county lost what the laptop, standing in ``epoch``, had seen of the log; None: nothing.

    What the laptop holds of later csn is no longer what the county says. It forgets those records, reads the log again
    and sends again what the county had already answered.
    """
    if reply.epoch <= epoch:
        return None
    return clamp((epoch, _EVERYTHING), reply.epoch, reply.epoch_cuts)


def agreed_place(replica: bytes, agreed: Mark, hash_at: Callable[[int], bytes | None]) -> Mark:
    """Where a chain that parted from the county's is continued: the last common place, or the beginning where that
    cannot be verified here - what the county has already, it knows by its ``txn_id``.
    """
    start = genesis(replica)
    held = start if agreed.n == 0 else hash_at(agreed.n)
    return agreed if held == agreed.h else Mark(0, start)


def pages_continue(asked: Exchange, reply: Reply) -> bool:
    """Whether the pages begin where the laptop stands: not when the county turned out to be another than was asked."""
    return asked.epoch == reply.epoch


class Sent(msgspec.Struct, frozen=True):
    """An own txn, as far as it matters whether a restored county still has it; ``csn`` None: never heard of it.

    Of a blotted one, whose family left, only place and hash are here: it cannot be sent again.
    """

    replica: bytes
    n: int
    h: bytes
    csn: int | None
    blotted: bool = False


class Former(msgspec.Struct, frozen=True):
    """Where a laptop goes on after its former replicas lost something; ``first`` is the first txn to chain again."""

    replica: bytes
    after: Mark
    first: int


def lost_of_former_replicas(own: Sequence[Sent], present: bytes, cut: int) -> Former | None:
    """The oldest own txn under a former replica that a restored county may lack; ``own`` is in the order of saving.

    The county is only ever asked about the present replica, and sends for what that lacks; what was saved under a former
    one has to come along, in its order, under a new one. None when all of it is safe.
    """
    for place, sent in enumerate(own):
        if sent.replica == present:
            return None
        if (sent.csn is None or sent.csn > cut) and not sent.blotted:
            return _former(own, place)
    return None


def is_unanswered(sent: Sent, present: bytes) -> bool:
    """Whether the county has not told what became of an own txn; a laptop keeps the family as long.

    What stands under a former replica and was not chained again, the county holds: the two agreed on it.
    """
    return sent.csn is None and sent.replica == present and not sent.blotted


def is_durable(sent: Sent, present: bytes, head: int, durable_csn: int) -> bool:
    """Whether an own txn of a family that went is in a verified backup of the county, so that nobody needs it here.

    ``head``: how far the log had come when the family went, or later, when the laptop took its present replica or the county
    began an epoch. Of a txn whose answer was lost with a former replica nothing else is known.
    """
    if sent.csn is not None:
        return sent.csn <= durable_csn
    return sent.replica != present and head <= durable_csn


def stuck_at_blotted(own: Sequence[Sent], present: bytes, has_n: int) -> Former | None:
    """Where the present chain cannot be told any further: the county holds ``has_n`` of it, and what follows is blotted in
    part. The rest goes on under a new replica. None when it can be told.
    """
    untold = [place for place, sent in enumerate(own) if sent.replica == present and sent.n > has_n]
    return _former(own, untold[0]) if any(own[place].blotted for place in untold) else None


def unheard_of_former(own: Sequence[Sent], present: bytes) -> Former | None:
    """The oldest own txn under a former replica whose answer was lost; it is asked for under a new one."""
    for place, sent in enumerate(own):
        if sent.replica != present and sent.csn is None and not sent.blotted:
            return _former(own, place)
    return None


def _former(own: Sequence[Sent], first: int) -> Former:
    sent, before = own[first], own[first - 1] if first else None
    follows = before is not None and (before.replica, before.n) == (sent.replica, sent.n - 1)
    known = Mark(before.n, before.h) if before is not None and follows else None
    return Former(sent.replica, known or Mark(0, genesis(sent.replica)), first)


class Chained(msgspec.Struct, frozen=True):
    """A txn at its place in a chain."""

    header: TxnHeader
    txn: Txn
    h: bytes


def chained_again(txns: Sequence[Txn], start: bytes, key_of_family: KeyOfFamily) -> list[Chained]:
    """Own txns from the ``start`` (genesis) of a new replica's chain: other places, the same ``txn_id`` and ops."""
    h = start
    chained: list[Chained] = []
    for place, old in enumerate(txns, start=1):
        header = msgspec.structs.replace(decode(old.header, TxnHeader), n=place)
        txn = Txn(encode(header), old.ops)
        h = next_hash(h, txn, key_of_family)
        chained.append(Chained(header, txn, h))
    return chained


def in_order_of_saving(present: bytes, parents: Mapping[bytes, tuple[bytes, int]]) -> tuple[bytes, ...]:
    """The replicas a laptop has been, oldest first. ``parents`` maps a replica to (former replica, last n kept)."""
    lives = [present]
    while lives[-1] in parents and parents[lives[-1]][0] not in lives:
        lives.append(parents[lives[-1]][0])
    return tuple(reversed(lives))
