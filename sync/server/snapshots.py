"""Snapshots of streams: made when a laptop needs one and at night, served byte by byte, dropped when they are overtaken.

A snapshot is made beside the others' work, from one moment of the database, and only kept if no family moved or was erased
meanwhile. It holds nothing that its stream does not tell at that moment: whoever makes a stream forget a family drops it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, delete, func, insert, select

from app.domain.access import compartments
from sync.core.merge import RecordState
from sync.core.snapshot import (
    Squash,
    chunk_of,
    chunks_in,
    digest_of,
    effects_in,
    fold,
    manifest_claim,
    packed,
    size_of,
)
from sync.protocol import (
    Effect,
    Exchange,
    Manifest,
    ProtocolError,
    SnapshotPart,
    decode,
    encode,
    stream_name,
)
from sync.server import tables
from sync.server.log import state_of
from sync.server.store import Store, chunks, county_of

WORTH_BYTES = 256 * 1024
"""A laptop that has less to read, before packing, reads the log."""
FAR_BEHIND = 0.75
"""So much of its stream's log a laptop lacks that it takes a snapshot."""
OVERTAKEN = 0.5
"""A snapshot after which so much of its own size was written is made anew."""
SMALLEST_PART_BYTES, LARGEST_PART_BYTES = 1024, 4 * 1024 * 1024
_ROWS_AT_ONCE = 200
Sign = Callable[[bytes], bytes]
"""Ed25519 signature of the county over a claim."""


class _Made(msgspec.Struct, frozen=True):
    manifest: Manifest
    bodies: tuple[bytes, ...]
    plain_bytes: int


def make_where_needed(store: Store, streams: frozenset[str], asked: Exchange, sign: Sign, now_s: int) -> None:
    """Before a laptop is answered, and outside of the county's lock: what it will need and nobody has made."""
    with store.reading() as connection:
        needed = [
            stream
            for one in (asked, *asked.beside)
            for stream, cursor in one.cursors.items()
            if one.snapshots is not None
            and stream in streams
            and stream not in one.snapshots
            and is_far_behind(connection, stream, cursor)
            and _is_overtaken(connection, stream)
        ]
    for stream in needed:
        make(store, stream, sign, now_s)


def refresh(store: Store, sign: Sign, now_s: int) -> int:
    """Make what is missing or overtaken, as at night; how many."""
    with store.reading() as connection:
        communes = connection.execute(select(tables.commune.c.code).order_by(tables.commune.c.code)).scalars()
        streams = [stream_name(code, name) for code in communes for name in compartments()]
        due = [stream for stream in streams if _is_overtaken(connection, stream)]
    return sum(make(store, stream, sign, now_s) for stream in due)


def make(store: Store, stream: str, sign: Sign, now_s: int) -> bool:
    """Make a stream's snapshot and keep it in place of an older one; False when a family left meanwhile."""
    with store.reading() as connection:
        made = _make(connection, stream, sign)
    with store.writing() as (connection, county):
        if county.epoch != made.manifest.epoch or _family_left(connection, made.manifest.csn):
            return False
        drop(connection, stream)
        of = made.manifest
        row = {
            "stream": stream,
            "csn": of.csn,
            "plain_bytes": made.plain_bytes,
            "digest": digest_of(of),
            "manifest": encode(of),
            "made_at": now_s,
        }
        connection.execute(insert(tables.snapshot).values(row))
        bodies = [{"stream": stream, "place": place, "body": body} for place, body in enumerate(made.bodies)]
        if bodies:
            connection.execute(insert(tables.snapshot_chunk), bodies)
    return True


def drop(connection: Connection, stream: str | None = None) -> None:
    """The snapshot of a stream, or all of them, is no longer what laptops may be told."""
    for table in (tables.snapshot, tables.snapshot_chunk):
        gone = delete(table)
        connection.execute(gone if stream is None else gone.where(table.c.stream == stream))


def part(connection: Connection, asked: Exchange, cursors: Mapping[str, int]) -> SnapshotPart | None:
    """The next bytes of the snapshot that a laptop reads, or the first of one it should; None: it reads the log.

    A laptop of several communes reads the log: it must hear at once that a family left one of them for another. ``cursors``
    are those of today's epoch, of streams that the laptop may read.
    """
    if asked.snapshots is None or len(cursors) != 1:
        return None
    ((stream, cursor),) = cursors.items()
    row = _row(connection, stream)
    if row is None:
        return None
    begun = asked.snapshots.get(stream)
    manifest = decode(row.manifest, Manifest)
    if begun is not None and begun.digest == row.digest and 0 <= begun.at <= size_of(manifest):
        return SnapshotPart(
            stream, row.digest, begun.at, _bytes(connection, manifest, begun.at, asked.max_bytes)
        )
    if row.csn <= cursor or not is_far_behind(connection, stream, cursor):
        return None
    return SnapshotPart(stream, row.digest, 0, _bytes(connection, manifest, 0, asked.max_bytes), manifest)


def doubts(connection: Connection, log_hashes: Mapping[int, bytes]) -> Iterator[tuple[str, str]]:
    """(stream, what is wrong) of every snapshot that is not what its stream's log adds up to."""
    county = county_of(connection)
    for row in connection.execute(select(tables.snapshot).order_by(tables.snapshot.c.stream)).all():
        try:
            manifest = decode(row.manifest, Manifest)
            told = list(_effects_of(connection, manifest))
        except ProtocolError:
            yield row.stream, "cannot be read"
            continue
        of = (row.stream, row.csn, row.digest, county.epoch, log_hashes.get(row.csn))
        if of != (manifest.stream, manifest.csn, digest_of(manifest), manifest.epoch, manifest.log_hash):
            yield row.stream, "is another's"
            continue
        in_log = [one for one in _log_of(connection, row.stream) if one.csn <= row.csn]
        if [(one.csn, one.txn_id, one.left) for one in told] != [
            (one.csn, one.txn_id, one.left) for one in in_log
        ] or _folded(told) != _folded(in_log):
            yield row.stream, "is not what its effects add up to"


def _effects_of(connection: Connection, manifest: Manifest) -> Iterator[Effect]:
    held = tables.snapshot_chunk.c
    bodies = connection.execute(
        select(held.body).where(held.stream == manifest.stream).order_by(held.place)
    ).scalars()
    for chunk in chunks_in(manifest, bodies):
        yield from (decode(body, Effect) for body in effects_in(chunk))


def _folded(effects: Iterable[Effect]) -> dict[bytes, RecordState]:
    states: dict[bytes, RecordState] = {}
    for effect in effects:
        fold(states, effect)
    return states


def is_far_behind(connection: Connection, stream: str, cursor: int) -> bool:
    """Whether a laptop lacks so much of a stream that reading its log is not the way."""
    lacks = _log_bytes(connection, stream, cursor)
    if lacks < WORTH_BYTES:  # every laptop but a new one; the whole log is not counted for it
        return False
    return lacks >= int(FAR_BEHIND * _log_bytes(connection, stream, 0))


def _is_overtaken(connection: Connection, stream: str) -> bool:
    """Whether a stream that is worth one has no snapshot, or an old one."""
    row = _row(connection, stream)
    if row is None:
        return _log_bytes(connection, stream, 0) >= WORTH_BYTES
    return _log_bytes(connection, stream, row.csn) > int(OVERTAKEN * row.plain_bytes)


def _log_bytes(connection: Connection, stream: str, after: int) -> int:
    effect = tables.effect.c
    later = select(func.coalesce(func.sum(func.length(effect.body)), 0)).where(
        effect.stream == stream, effect.csn > after
    )
    return int(connection.execute(later).scalar_one())


def _row(connection: Connection, stream: str) -> Row[Any] | None:
    return connection.execute(select(tables.snapshot).where(tables.snapshot.c.stream == stream)).one_or_none()


def _bytes(connection: Connection, manifest: Manifest, at: int, max_bytes: int) -> bytes:
    """As many bytes from ``at`` on as the laptop wants, or what is left of them."""
    held, begin = tables.snapshot_chunk.c, 0
    found = b""
    until = at + min(max(SMALLEST_PART_BYTES, max_bytes), LARGEST_PART_BYTES)
    for place, chunk in enumerate(manifest.chunks):
        end = begin + chunk.size
        if begin < until and at < end:
            is_it = (held.stream == manifest.stream, held.place == place)
            body: bytes = connection.execute(select(held.body).where(*is_it)).scalar_one()
            found += body[max(0, at - begin) : until - begin]
        begin = end
    return found


def _family_left(connection: Connection, csn: int) -> bool:
    """Whether the office moved or erased a family after ``csn``."""
    return any(
        connection.execute(select(table.c.csn).where(table.c.csn > csn).limit(1)).one_or_none() is not None
        for table in (tables.family_departure, tables.erased_family)
    )


def _make(connection: Connection, stream: str, sign: Sign) -> _Made:
    county = county_of(connection)
    made = list(packed(_squashed(connection, stream)))
    named = tuple(chunk_of(body) for body, _ in made)
    claim = manifest_claim(county.id, stream, county.epoch, county.csn, county.log_hash, named)
    manifest = Manifest(stream, county.epoch, county.csn, county.log_hash, named, sign(claim))
    return _Made(manifest, tuple(body for body, _ in made), sum(size for _, size in made))


def _squashed(connection: Connection, stream: str) -> Iterator[Effect]:
    squash = Squash()
    log = _log_of(connection, stream)
    while told := list(islice(log, _ROWS_AT_ONCE)):
        states = _states(connection, stream, told)
        yield from (squash.effect(one, states) for one in told)


def _log_of(connection: Connection, stream: str) -> Iterator[Effect]:
    """The effects of a stream, in their order."""
    effect, after = tables.effect.c, 0
    while True:
        rows = connection.execute(
            select(effect.csn, effect.body)
            .where(effect.stream == stream, effect.csn > after)
            .order_by(effect.csn)
            .limit(_ROWS_AT_ONCE)
        ).all()
        yield from (decode(row.body, Effect) for row in rows)
        if len(rows) < _ROWS_AT_ONCE:
            return
        after = rows[-1].csn


def _states(connection: Connection, stream: str, told: Sequence[Effect]) -> Mapping[bytes, RecordState]:
    table, found = tables.record, {}
    records = list(dict.fromkeys(one.record for effect in told for one in effect.records))
    for ids in chunks(records):
        rows = connection.execute(select(table).where(table.c.id.in_(ids), table.c.stream == stream))
        found.update({row.id: state_of(row) for row in rows})
    return found
