"""Own saves that the county keeps aside: what they are, sending one again, and putting one away.

Held back means durable at the county, and not applied. Sent again, a save is a new one with what its author had seen then, as if it
had been approved: what somebody else wrote since comes to stand beside it. Groups that were written anew here since are left
out. The former save keeps its place at the county; here it is done with.
"""

import msgspec

from storage.compartment import DONE_WITH, Compartment
from sync.core.merge import shown_groups
from sync.protocol import Op, Txn, decode, plain


class HeldBack(msgspec.Struct, frozen=True):
    """Own work that the county keeps aside; ``answer`` is what the office wrote about it, once it did."""

    txn_id: bytes
    author: bytes
    family: bytes | None
    kinds: str
    reason: str
    saved_at: int
    answer: str


def held_back(store: Compartment, background: tuple[str, ...]) -> list[HeldBack]:
    """What the county keeps aside, oldest first, without saves of the kinds ``background`` alone."""
    rows = store.connection.execute(
        "SELECT txn_id, author, family, kinds, coalesce(reason, ''), saved_at FROM outbox "
        "WHERE state = 'held_back' AND coalesce(reason, '') <> ? ORDER BY saved_at",
        (DONE_WITH,),
    ).fetchall()
    return [
        HeldBack(
            bytes(row[0]),
            bytes(row[1]),
            bytes(row[2]) if row[2] is not None else None,
            str(row[3]),
            str(row[4]),
            int(row[5]),
            _answer_to(store, bytes(row[0])),
        )
        for row in rows
        if row[3] not in background
    ]


def text_of(store: Compartment, txn_id: bytes) -> str:
    """The words of a note that is held back; empty for anything else."""
    texts = (plain(op.groups["text"]) for _, _, op in _ops(store, txn_id) if "text" in op.groups)
    return next((str(fields.get("text", "")) for fields in texts if isinstance(fields, dict)), "")


def send_again(store: Compartment, txn_id: bytes, author: bytes) -> bool:
    """Save again what is held back, with what its author had seen then; inside ``writing`` only.

    Whether anything of it was not written anew here since, and so waits now.
    """
    ops = [_without_newer(store, *each) for each in _ops(store, txn_id)]
    put_away(store, txn_id)
    ops = [op for op in ops if op.groups]
    if ops:
        store.append(author, ops)
    return bool(ops)


def put_away(store: Compartment, txn_id: bytes) -> None:
    """Screens show what the county has of its records again; inside ``writing`` only."""
    store.connection.execute(
        "UPDATE outbox SET reason = ? WHERE txn_id = ? AND state = 'held_back'", (DONE_WITH, txn_id)
    )
    store.drop_pending(txn_id)


def _ops(store: Compartment, txn_id: bytes) -> list[tuple[bytes, int, Op]]:
    """(replica, n, op) of a save that is held back."""
    row = store.connection.execute(
        "SELECT replica, n, txn FROM outbox WHERE txn_id = ? AND state = 'held_back' AND NOT blotted",
        (txn_id,),
    ).fetchone()
    if row is None:
        return []
    return [(bytes(row[0]), int(row[1]), decode(op, Op)) for op in decode(bytes(row[2]), Txn).ops]


def _without_newer(store: Compartment, replica: bytes, n: int, op: Op) -> Op:
    state, _pending = store.state_with_pending(op.record)
    lives = store.lives()
    own = {life: place for place, life in enumerate(lives)}
    here = (own.get(replica, -1), n)
    newer = {
        name
        for name, siblings in (state.groups if state else {}).items()
        if any(one.replica in own and (own[one.replica], one.n) > here for one in siblings)
    }
    return msgspec.structs.replace(
        op, groups={name: value for name, value in op.groups.items() if name not in newer}
    )


def _answer_to(store: Compartment, txn_id: bytes) -> str:
    word = store.state(txn_id)
    return str(shown_groups(word).get("decision", {}).get("sentence", "")) if word else ""
