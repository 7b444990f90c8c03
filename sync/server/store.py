"""The county's database: SQLite (keyed by SQLCipher) for a small county, PostgreSQL for a large one.

``writing()`` is one transaction under the county's lock: all writers stand in line, so that the log is dense and every
reader who sees csn sees everything below it. ``reading()`` is one transaction with one view of everything. Leaving
either by an exception rolls all of it back.
"""

import os
import secrets
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, cast

from sqlalchemy import (
    BigInteger,
    Connection,
    Engine,
    LargeBinary,
    Row,
    String,
    Table,
    create_engine,
    event,
    insert,
    inspect,
    make_url,
    select,
    text,
    update,
)
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2 as sqlcipher

from sync.server import tables

if TYPE_CHECKING:
    import psycopg

MIGRATIONS = Path(__file__).parent / "migrations"
KEY_BYTES = 32
LOCK_PATIENCE_S = 60
CONNECTIONS = 16
CHUNK = 500
"""How many values one IN (...) holds."""
_STREAMED_AS = {BigInteger: "int8", LargeBinary: "bytea", String: "text"}
"""PostgreSQL's names of the types that the tables use."""


class StoreTooNew(Exception):
    """A newer Vatra has changed this database."""


class StoreUnreadable(Exception):
    """The database cannot be opened: no such file, wrong key, no such server."""


class Store:
    """An open database of one county."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @classmethod
    def sqlite(cls, file: Path, *, create: bool = False) -> Self:
        """Open ``file`` with the key beside it (``file`` + ``.key``, mode 0600); ``create`` makes both."""
        key_file = file.with_name(file.name + ".key")
        if create:
            _write_new_key(key_file)
            file.touch(mode=0o600, exist_ok=False)
        elif not file.is_file():
            raise StoreUnreadable(str(file))
        engine = create_engine(
            "sqlite://",
            module=sqlcipher,
            creator=lambda: _connect(file, key_file),
            poolclass=QueuePool,
            pool_size=CONNECTIONS,
            hide_parameters=True,
        )

        @event.listens_for(engine, "begin")
        def _begin(connection: Connection) -> None:
            mode = "IMMEDIATE" if connection.get_execution_options().get("vatra_writes") else "DEFERRED"
            connection.exec_driver_sql(f"BEGIN {mode}")

        return cls(engine)

    @classmethod
    def postgresql(cls, url: str, connections: int = CONNECTIONS) -> Self:
        """Open a PostgreSQL database by URL; ``postgresql://`` is taken for the driver Vatra ships with."""
        address = make_url(url).set(drivername="postgresql+psycopg")
        return cls(create_engine(address, pool_size=connections, pool_pre_ping=True, hide_parameters=True))

    def close(self) -> None:
        self.engine.dispose()

    @contextmanager
    def writing(self) -> Iterator[tuple[Connection, Row[Any]]]:
        """One transaction under the county's lock; gives the connection and the county's row as it is now."""
        with (
            self.engine.connect().execution_options(vatra_writes=True) as connection,
            connection.begin(),
        ):
            yield connection, lock_county(connection)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One transaction that sees one moment and never waits for writers."""
        with self.engine.connect() as connection:
            if connection.dialect.name == "postgresql":
                connection = connection.execution_options(isolation_level="REPEATABLE READ")
            with connection.begin():
                yield connection

    def migrate(self) -> None:
        """Bring the tables up to this version of Vatra; StoreTooNew when they are ahead of it."""
        if self.is_current():
            return
        from sync.server.migrating import build  # noqa: PLC0415 - Alembic, for older tables only

        with self.rebuilding() as connection:
            build(connection)

    @contextmanager
    def rebuilding(self) -> Iterator[Connection]:
        """One transaction that may change the tables themselves; there need be no county yet."""
        with self.engine.connect().execution_options(vatra_writes=True) as connection, connection.begin():
            yield connection

    def is_current(self) -> bool:
        """Whether the tables are those of this version."""
        with self.reading() as connection:
            return revision_of(connection) == newest_revision()


def newest_revision() -> str:
    """The version of the tables that this Vatra makes: each migration's file begins with its revision."""
    return max(file.name for file in MIGRATIONS.glob("versions/[0-9]*.py")).partition("_")[0]


def revision_of(connection: Connection) -> str | None:
    """Which version the tables have, None for an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def lock_county(connection: Connection) -> Row[Any]:
    """Take the county's lock by updating its row, and return the row; always the first statement of a writer."""
    locked = update(tables.county).values(csn=tables.county.c.csn).returning(*tables.county.c)
    return connection.execute(locked).one()


def county_of(connection: Connection) -> Row[Any]:
    """The county's row, without its lock."""
    return connection.execute(select(tables.county)).one()


def put_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that all have the same columns; into PostgreSQL as one stream, which holds the county's lock for less long."""
    if connection.dialect.name != "postgresql":
        connection.execute(insert(table), rows)
        return
    columns = [table.c[name] for name in rows[0]]
    quoted = connection.dialect.identifier_preparer
    names = ", ".join(quoted.format_column(column) for column in columns)
    into = f"COPY {quoted.format_table(table)} ({names}) FROM STDIN (FORMAT BINARY)"
    driver = cast("psycopg.Connection[Any]", connection.connection.driver_connection)
    with driver.cursor() as cursor, cursor.copy(into.encode()) as stream:
        stream.set_types([_STREAMED_AS[type(column.type)] for column in columns])
        for row in rows:
            stream.write_row([row[column.name] for column in columns])


def chunks(values: list[bytes]) -> Iterator[list[bytes]]:
    """Pieces small enough for one IN (...)."""
    for start in range(0, len(values), CHUNK):
        yield values[start : start + CHUNK]


def _write_new_key(key_file: Path) -> None:
    handle = os.open(key_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as out:
        out.write(secrets.token_hex(KEY_BYTES))
        out.flush()
        os.fsync(out.fileno())


def _connect(file: Path, key_file: Path) -> Any:
    try:
        key = bytearray(f"x'{key_file.read_text().strip()}'", "ascii")
    except OSError as problem:
        raise StoreUnreadable(str(key_file)) from problem
    if len(key) != 2 * KEY_BYTES + 3:  # SQLCipher would take any other length for a passphrase
        raise StoreUnreadable(str(key_file))
    connection = sqlcipher.connect(
        f"{file.resolve().as_uri()}?mode=rw",
        uri=True,
        timeout=LOCK_PATIENCE_S,
        check_same_thread=False,
        isolation_level=None,
    )
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.set_key(key)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        for pragma in (
            "journal_mode = WAL",
            "synchronous = FULL",
            "foreign_keys = ON",
            "temp_store = MEMORY",
            "secure_delete = ON",
        ):
            connection.execute(f"PRAGMA {pragma}").fetchall()
    except sqlcipher.DatabaseError as problem:
        connection.close()
        raise StoreUnreadable(str(file)) from problem
    return connection
