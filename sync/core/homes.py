"""Where a family belongs: into which stream a save of it goes, and what a hand-over or an erasure says to whom.

A family belongs to one commune at a time. The county hands it over in one txn: the streams it leaves hear ``left``, those
it comes to receive everything that stands, open conflicts included. Who had not heard of it goes on writing; such a save
follows the family to where it is now. Sans IO.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

import msgspec

from sync.core.merge import RecordState
from sync.protocol import (
    Effect,
    Left,
    Op,
    Parting,
    RecordEffect,
    commune_of_stream,
    compartment_of_stream,
    decode,
    encode,
    stream_name,
)

HAND_OVER, ERASURE = "hand_over", "erasure"
"""Kinds of the county's own ops in the log; no laptop may write them."""


class Home(msgspec.Struct, frozen=True):
    """The commune a family belongs to, and since which csn it no longer belongs to which others."""

    commune: str
    left_at: Mapping[str, int] = {}


class Held(msgspec.Struct, frozen=True):
    """A record as the county holds it."""

    kind: str
    stream: str
    family: bytes | None = None


def stream_of_save(
    ops: Sequence[Op],
    writes_to: Sequence[str],
    record_of: Callable[[bytes], Held | None],
    home_of: Callable[[bytes], Home | None],
    base_of: Callable[[tuple[int, int]], int],
) -> str | None:
    """The one stream that a save goes into; None when that is none of the writer's.

    ``writes_to`` are streams of one compartment, first the one in which new families are opened. A save of a family that
    left one of them follows it, as long as its author had not heard that it left.
    """
    compartment = compartment_of_stream(writes_to[0])
    found: set[str] = set()
    followed = True
    for op in ops:
        held = record_of(op.record)
        family = op.family if op.family is not None else held.family if held else None
        home = home_of(family) if family is not None else None
        if held is not None:
            found.add(held.stream)
        if home is not None:
            found.add(stream_name(home.commune, compartment))
        followed = followed and home is not None and _had_not_heard(home, writes_to, base_of(op.base))
    if not found:
        return writes_to[0]
    if len(found) > 1:
        return None
    (stream,) = found
    if stream in writes_to:
        return stream
    return stream if followed and compartment_of_stream(stream) == compartment else None


def _had_not_heard(home: Home, writes_to: Iterable[str], seen: int) -> bool:
    communes = {commune_of_stream(stream) for stream in writes_to}
    return any(seen < csn for commune, csn in home.left_at.items() if commune in communes)


def erase(told: Effect, family: bytes, streams: Iterable[str]) -> dict[str, Effect]:
    """Stream -> effect of an erasure, for every stream that ever held the family."""
    left = Left(family, Parting.ERASED)
    return {stream: msgspec.structs.replace(told, left=(left,)) for stream in streams}


def is_about(op: Op, family: bytes, records: Collection[bytes] = ()) -> bool:
    """Whether an op says anything of a family, whose known ``records`` need not name it. What the county itself decided
    about it does not: that holds ids only, and outlasts an erasure.
    """
    return op.kind not in (HAND_OVER, ERASURE) and (family in (op.family, op.record) or op.record in records)


def is_of(family: bytes, record: bytes, of_family: bytes | None) -> bool:
    """Whether a record belongs to the family."""
    return family in (record, of_family)


def whole(states: Mapping[bytes, RecordState], key: bytes) -> tuple[RecordEffect, ...]:
    """Everything that stands of a family's records, for a stream that had none of them."""
    return tuple(
        RecordEffect(record, state.kind, state.family, state.groups, key)
        for record, state in sorted(states.items())
    )


class HandOver(msgspec.Struct, frozen=True):
    """What the log says of a hand-over: where to, and every stream that is told."""

    to: str
    to_name: str
    streams: tuple[str, ...]


class Erasure(msgspec.Struct, frozen=True):
    """What the log says of an erasure: by which order, and every stream that is told."""

    reference: str
    streams: tuple[str, ...]


def streams_of_hand_over(
    from_: str, to: str, states: Mapping[str, Mapping[bytes, RecordState]]
) -> tuple[str, ...]:
    """Which streams a hand-over tells something; ``states`` as for ``hand_over``."""
    arrives = (stream_name(to, compartment) for compartment, records in states.items() if records)
    return tuple(sorted([*arrives, *(stream_name(from_, compartment) for compartment in states)]))


def hand_over(
    told: Effect,
    left: Left,
    from_: str,
    to: str,
    states: Mapping[str, Mapping[bytes, RecordState]],
    key: bytes,
) -> dict[str, Effect]:
    """Stream -> effect of a hand-over from commune ``from_`` to ``to``.

    ``told`` is the effect without content, ``states`` the family's records per compartment; a compartment that holds
    nothing is named too, for laptops may hold what did not arrive yet.
    """
    effects: dict[str, Effect] = {}
    for compartment, records in states.items():
        effects[stream_name(from_, compartment)] = msgspec.structs.replace(told, left=(left,))
        if records:
            effects[stream_name(to, compartment)] = msgspec.structs.replace(told, records=whole(records, key))
    return effects


def without_family(body: bytes, family: bytes) -> bytes | None:
    """An encoded effect without the family's records, for a stream it left; None when there are none in it."""
    effect = decode(body, Effect)
    kept = tuple(one for one in effect.records if not is_of(family, one.record, one.family))
    return None if len(kept) == len(effect.records) else encode(msgspec.structs.replace(effect, records=kept))
