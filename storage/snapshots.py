"""Snapshots on their way into a compartment: kept part by part, over any number of broken lines, and read when all is there.

Until then nothing of one is shown. What was begun is thrown away when the county has another one by then, or none: a family may
have moved, or been erased. Everything happens inside ``writing`` of the compartment.
"""

from collections.abc import Iterator

from storage.driver import Connection
from sync.core.snapshot import chunks_in, digest_of, effects_in, is_signed, size_of
from sync.protocol import Manifest, Page, PartAsked, ProtocolError, SnapshotPart, decode, encode


def begun(connection: Connection) -> dict[str, PartAsked]:
    """Stream -> which snapshot of it is on its way, and how much of it is here."""
    rows = connection.execute(
        "SELECT stream, digest, coalesce((SELECT sum(length(body)) FROM snapshot_part WHERE stream = snapshot.stream), 0) "
        "FROM snapshot"
    )
    return {str(stream): PartAsked(bytes(digest), int(size)) for stream, digest, size in rows}


def drop(connection: Connection, stream: str) -> None:
    """What was begun of a stream's snapshot is of no use."""
    connection.execute("DELETE FROM snapshot WHERE stream = ?", (stream,))
    connection.execute("DELETE FROM snapshot_part WHERE stream = ?", (stream,))


def keep(connection: Connection, part: SnapshotPart, county: bytes, sign_key: bytes) -> bool:
    """Keep a part; whether the snapshot is complete. A part that came before, or that another answer overtook, is passed over.

    ProtocolError for one that the county of ``sign_key`` did not sign, or that is of another stream than it says.
    """
    here = begun(connection).get(part.stream)
    if part.manifest is not None and (here is None or here.digest != part.digest):
        _begin(connection, part, part.manifest, county, sign_key)
        here = PartAsked(part.digest, 0)
    if here is None or (here.digest, here.at) != (part.digest, part.at):
        return False
    manifest = _manifest(connection, part.stream)
    size = here.at + len(part.body)
    if size > size_of(manifest) or (not part.body and size < size_of(manifest)):
        raise ProtocolError("snapshot")
    if part.body:
        connection.execute(
            "INSERT INTO snapshot_part (stream, at, body) VALUES (?, ?, ?)", (part.stream, part.at, part.body)
        )
    return size == size_of(manifest)


def pages(connection: Connection, stream: str, cursor: int) -> Iterator[Page]:
    """A complete snapshot as the pages of the log that it stands for, after a laptop's ``cursor``; the last one brings the new
    cursor, and then nothing of the snapshot is left here. ProtocolError when it is not what the county signed.
    """
    manifest = _manifest(connection, stream)
    rows = connection.execute("SELECT body FROM snapshot_part WHERE stream = ? ORDER BY at", (stream,))
    for chunk in chunks_in(manifest, (bytes(row[0]) for row in rows)):
        yield Page(stream, effects_in(chunk), cursor, True)
    yield Page(stream, (), manifest.csn, False)
    drop(connection, stream)


def _begin(
    connection: Connection, part: SnapshotPart, manifest: Manifest, county: bytes, sign_key: bytes
) -> None:
    named = (manifest.stream, digest_of(manifest)) == (part.stream, part.digest)
    if not named or part.at != 0 or not is_signed(manifest, county, sign_key):
        raise ProtocolError("snapshot")
    drop(connection, part.stream)
    connection.execute(
        "INSERT INTO snapshot (stream, digest, manifest) VALUES (?, ?, ?)",
        (part.stream, part.digest, encode(manifest)),
    )


def _manifest(connection: Connection, stream: str) -> Manifest:
    row = connection.execute("SELECT manifest FROM snapshot WHERE stream = ?", (stream,)).fetchone()
    return decode(bytes(row[0]), Manifest)
