"""Reading effects page by page: one index range per stream, in csn order, nothing to filter and nothing to leak."""

from collections.abc import Collection, Mapping

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
    """Pages of the asked streams that are in ``streams``; together about ``max_bytes``, but always one effect."""
    budget = min(max_bytes, LARGEST_PULL_BYTES)
    read: list[Page] = []
    used = 0
    for stream, cursor in sorted(cursors.items()):
        if stream not in streams:
            continue
        page, size = _page(connection, stream, cursor, budget - used, head, forced=used == 0)
        used += size
        read.append(page)
    return tuple(read)


def _page(
    connection: Connection, stream: str, cursor: int, budget: int, head: int, *, forced: bool
) -> tuple[Page, int]:
    effects: list[bytes] = []
    size = 0
    after = cursor
    columns = (tables.effect.c.csn, tables.effect.c.body)
    while True:
        later = (tables.effect.c.stream == stream) & (tables.effect.c.csn > after)
        rows = connection.execute(
            select(*columns).where(later).order_by(tables.effect.c.csn).limit(_ROWS_AT_ONCE)
        ).all()
        for row in rows:
            if size + len(row.body) > budget and not (forced and not effects):
                return Page(stream, tuple(effects), after, True), size
            effects.append(row.body)
            size += len(row.body)
            after = row.csn
        if len(rows) < _ROWS_AT_ONCE:
            return Page(stream, tuple(effects), head, False), size
