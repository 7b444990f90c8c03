"""Reading effects page by page: one index range per stream, in csn order, nothing to filter and nothing to leak.

A laptop that serves several communes reads their streams side by side, so that what one txn did arrives in one reply.
"""

import heapq
from collections.abc import Collection, Iterator, Mapping

from sqlalchemy import Connection, select

from sync.protocol import Page
from sync.server import tables

LARGEST_PULL_BYTES = 4 * 1024 * 1024
"""Whatever a laptop asks for, a reply stays well below the largest message."""
_ROWS_AT_ONCE = 200


def pages(
    connection: Connection,
    streams: Collection[str],
    cursors: Mapping[str, int],
    max_bytes: int,
    head: int,
) -> tuple[Page, ...]:
    """A page of each asked stream that is in ``streams``; together about ``max_bytes``, but always one csn."""
    budget = min(max_bytes, LARGEST_PULL_BYTES)
    asked = {stream: cursor for stream, cursor in sorted(cursors.items()) if stream in streams}
    read: dict[str, list[bytes]] = {stream: [] for stream in asked}
    size = at = 0
    more = False
    for csn, stream, body in heapq.merge(*(_effects(connection, *one) for one in asked.items())):
        if csn != at and size and size + len(body) > budget:
            more = True
            break
        read[stream].append(body)
        size, at = size + len(body), csn
    return tuple(
        Page(stream, tuple(read[stream]), max(cursor, at) if more else head, more)
        for stream, cursor in asked.items()
    )


def _effects(connection: Connection, stream: str, after: int) -> Iterator[tuple[int, str, bytes]]:
    """(csn, stream, effect) of one stream, in csn order."""
    columns = (tables.effect.c.csn, tables.effect.c.body)
    while True:
        later = (tables.effect.c.stream == stream) & (tables.effect.c.csn > after)
        rows = connection.execute(
            select(*columns).where(later).order_by(tables.effect.c.csn).limit(_ROWS_AT_ONCE)
        ).all()
        for row in rows:
            yield row.csn, stream, row.body
        if len(rows) < _ROWS_AT_ONCE:
            return
        after = rows[-1].csn
