"""The database of a county: keyed, durable, migrated, and a dense log however many write at once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlcipher3 import dbapi2 as sqlcipher

from sync.server import accounts, store, tables
from sync.server.exchange import CountyOffice
from sync.server.store import Store, StoreTooNew, StoreUnreadable, county_of
from tests.fixtures.county import (
    COMMUNE,
    DirectLine,
    MakeLaptop,
    PlainLaptop,
    RunningCounty,
    ServerThread,
    enrol_laptop,
    enrol_request,
    rows_of,
)

MOMENT_S = 1_795_000_000
WRITERS = 8
SAVES = 12


def test_the_migrations_arrive_at_the_tables(county: RunningCounty) -> None:
    with county.store.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []
    assert county.store.is_current()


def test_a_database_of_a_newer_vatra_is_left_alone(county: RunningCounty) -> None:
    with county.store.writing() as (connection, _row):
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    assert not county.store.is_current()
    with pytest.raises(StoreTooNew):
        county.store.migrate()


def test_migrating_again_changes_nothing(county: RunningCounty) -> None:
    before = rows_of(county.store, "county")
    county.store.migrate()
    assert rows_of(county.store, "county") == before


def test_sqlite_is_keyed_durable_and_private(tmp_path: Path) -> None:
    file = tmp_path / "county.db"
    opened = Store.sqlite(file, create=True)
    opened.migrate()
    with opened.reading() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    opened.close()
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    key_file = tmp_path / "county.db.key"
    assert [oct(one.stat().st_mode & 0o777) for one in (file, key_file)] == ["0o600", "0o600"]
    assert not file.read_bytes().startswith(b"SQLite format 3")
    assert len(bytes.fromhex(key_file.read_text())) == 32


def test_a_database_is_never_made_by_opening_it(tmp_path: Path) -> None:
    with pytest.raises(StoreUnreadable):
        Store.sqlite(tmp_path / "county.db")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("key", ["00" * 32, "ab" * 31, "", "not hex" * 9])
def test_a_wrong_key_opens_nothing(tmp_path: Path, key: str) -> None:
    file = tmp_path / "county.db"
    made = Store.sqlite(file, create=True)
    made.migrate()
    made.close()
    (tmp_path / "county.db.key").write_text(key)
    reopened = Store.sqlite(file)
    with pytest.raises(StoreUnreadable), reopened.reading():
        pass
    reopened.close()


def test_a_broken_promise_rolls_everything_back(county: RunningCounty) -> None:
    def half_done() -> None:
        with county.store.writing() as (connection, row):
            accounts.add_commune(connection, row, "22999", "Răcăciuni")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half_done()
    assert [row[0] for row in rows_of(county.store, "commune")] == [COMMUNE]


def _write_at_once(laptops: list[PlainLaptop], reader: PlainLaptop) -> list[list[int]]:
    """Every laptop saves and pushes by itself, while one keeps pulling; what the reader saw, pull by pull."""
    done = threading.Event()
    seen: list[list[int]] = []

    def write(laptop: PlainLaptop) -> None:
        for number in range(SAVES):
            laptop.family(name=f"Family {number}")
            laptop.push(laptop.n)

    def read() -> None:
        while not done.is_set():
            seen.append([effect.csn for effect in reader.pull()])
        seen.append([effect.csn for effect in reader.pull()])

    with ThreadPoolExecutor(len(laptops) + 1) as threads:
        reading = threads.submit(read)
        try:
            for written in [threads.submit(write, laptop) for laptop in laptops]:
                written.result()
        finally:
            done.set()
        reading.result()
    return seen


@pytest.fixture
def offices(county: RunningCounty) -> Iterator[list[str]]:
    """Addresses of two servers of one county; on PostgreSQL the second has connections of its own."""
    second = county.folder.open_store()
    server = ServerThread(county.folder, second)
    yield [county.url, server.url]
    server.stop()
    second.close()


def test_the_log_is_dense_however_many_write(
    county: RunningCounty, offices: list[str], plain_laptop: MakeLaptop
) -> None:
    laptops = [plain_laptop(county, worker=f"Ana {number}") for number in range(WRITERS)]
    reader = plain_laptop(county, worker="Ion")
    for number, laptop in enumerate(laptops):
        laptop.line._urls = [offices[number % 2]]
    seen = _write_at_once(laptops, reader)
    head = WRITERS + 1 + WRITERS * SAVES
    assert [row[0] for row in rows_of(county.store, "log", without=_ALL_BUT_CSN)] == list(range(1, head + 1))
    assert [csn for pulled in seen for csn in pulled] == list(range(1, head + 1)), (
        "the reader skipped nothing"
    )
    assert sum(bool(pulled) for pulled in seen) > 2, "the reader did read while they wrote"


_ALL_BUT_CSN = ("log_hash", "txn_id", "replica", "n", "outcome", "reason", "txn", "received_at")


def test_without_the_lock_the_log_would_break(
    large_county: RunningCounty, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control of the test above: the same writers, the county's row only read."""
    office = CountyOffice(large_county.store, now=lambda: MOMENT_S)
    laptops = [_direct_laptop(large_county, office, f"Ana {number}") for number in range(WRITERS)]
    reader = _direct_laptop(large_county, office, "Ion")
    monkeypatch.setattr(store, "lock_county", county_of)
    with pytest.raises((IntegrityError, psycopg.IntegrityError)):
        _write_at_once(laptops, reader)


def _direct_laptop(county: RunningCounty, office: CountyOffice, worker: str) -> PlainLaptop:
    key, device = Ed25519PrivateKey.generate(), worker.encode().ljust(16, b".")
    line = DirectLine(office, county.card.county, device, key.sign)
    reply = line.enrol(enrol_request(county.enrolment_code(worker=worker), device, key))
    return PlainLaptop(county, line, device, key, reply)


def test_the_driver_is_the_keyed_one(tmp_path: Path) -> None:
    opened = Store.sqlite(tmp_path / "county.db", create=True)
    with opened.reading() as connection:
        assert connection.execute(select(1)).scalar() == 1
        assert isinstance(connection.connection.driver_connection, sqlcipher.Connection)
        assert connection.exec_driver_sql("PRAGMA cipher_version").scalar()
    opened.close()


def test_a_laptop_over_the_direct_line_is_the_same_laptop(small_county: RunningCounty) -> None:
    office = CountyOffice(small_county.store, now=lambda: MOMENT_S)
    direct, real = _direct_laptop(small_county, office, "Ana"), enrol_laptop(small_county, worker="Ion")
    family = direct.family(name="Lupu")
    direct.push()
    real.pull()
    assert real.values(family, "name") == [{"name": "Lupu"}]
    real.line.close()
