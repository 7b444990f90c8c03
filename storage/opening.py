"""The only place that connects to a store file.

The order matters and every step is a trap somebody fell into: a file without key would be created in clear text, an
empty file would open as a new vault, a wrong key shows only at the first read, a cut at a page boundary passes the
cipher's own check, and the checks read the file but not its write-ahead log, so that is folded in first.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.errors import SavedWorkMissing, VaultDamaged, VaultExists, VaultForeign, VaultMissing, VaultTooNew
from app.keys.wiping import wipe
from storage.driver import Connection, DatabaseError, check_versions, over
from storage.faults import told_as_ours
from storage.head import Head, HeadFile
from storage.pages import PAGE_BYTES, every_page_whole
from storage.schema import KNOWN, migrations

CHECKED_TWICE_BYTES = 64 * 1024 * 1024
"""Up to this size SQLite reads a file through as well when it is opened, whose pages are all as they were written."""
_PLAIN_MAGIC = b"SQLite format 3"
_HEX = b"0123456789abcdef"


def store_path(folder: Path, compartment: str) -> Path:
    return folder / f"{compartment}.db"


def derived_key(data_key: bytes | bytearray, purpose: str) -> bytes:
    """A key for one purpose, from which the data key cannot be found again (HKDF-SHA-256)."""
    return HKDF(hashes.SHA256(), 32, None, b"vatra/" + purpose.encode()).derive(bytes(data_key))


def backup_recipient(data_key: bytes | bytearray) -> X25519PrivateKey:
    """The key pair that backups are sealed to: only its public half has to stay in memory while working."""
    return X25519PrivateKey.from_private_bytes(derived_key(data_key, "backup"))


def give_key(connection: Connection, data_key: bytearray) -> None:
    """Hand over the raw key of a file that is being opened."""
    with _literal(data_key) as key:
        connection.set_key(key)  # type: ignore[attr-defined]  # SQLCipher's own


def change_key(connection: Connection, data_key: bytearray) -> None:
    """Write every page of an open file anew under another key, in one transaction: after a cut one of the two opens it."""
    with _literal(data_key) as key:
        connection.reset_key(key)  # type: ignore[attr-defined]  # SQLCipher's own


@contextmanager
def _literal(data_key: bytearray) -> Iterator[bytearray]:
    """The key in hexadecimal, zeroed afterwards; one of another length would be taken as a passphrase."""
    if len(data_key) != 32:
        raise VaultDamaged(check="key_length")
    literal = bytearray(b"x'" + bytes(64) + b"'")
    for place, value in enumerate(data_key):
        literal[2 + 2 * place] = _HEX[value >> 4]
        literal[3 + 2 * place] = _HEX[value & 15]
    try:
        yield literal
    finally:
        wipe(literal)


def _check_header(path: Path, *, log_waits: bool) -> None:
    """``log_waits``: the file may end inside a page, when the power went while the log was folded in; that is done again."""
    if not path.is_file():
        raise VaultMissing(part=path.stem)
    size = path.stat().st_size
    with path.open("rb") as file:
        magic = file.read(len(_PLAIN_MAGIC))
    torn = size % PAGE_BYTES and not log_waits
    if size < PAGE_BYTES or torn or magic == _PLAIN_MAGIC:
        raise VaultDamaged(part=path.stem, check="header", size_bytes=size)


def connect(path: Path, data_key: bytearray, *, mode: str = "rw") -> Connection:
    """Connect, give the key, read at once. ``mode`` is ``rw``, ``ro`` or ``rwc`` (only to create or back up)."""
    uri = f"file:{_quoted(path)}?mode={mode}"
    connection: Connection = sqlcipher.connect(uri, uri=True, isolation_level=None, timeout=5)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute("PRAGMA cipher_memory_security = ON")
        give_key(connection, data_key)
        # Before the first read: SQLite then keeps the index of the log in memory and makes no -shm file.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        status = connection.execute("PRAGMA cipher_status").fetchone()
        if not status or str(status[0]) != "1":
            raise VaultDamaged(part=path.stem, check="not_encrypted")
        check_versions(str(connection.execute("PRAGMA cipher_version").fetchone()[0]))
    except BaseException:
        connection.close()
        raise
    return connection


def native_versions() -> dict[str, str]:
    """SQLCipher and SQLite as this installation brings them; no file is opened."""
    connection: Connection = sqlcipher.connect(":memory:")
    try:
        cipher = connection.execute("PRAGMA cipher_version").fetchone()[0]
        return {"SQLCipher": str(cipher), "SQLite": sqlcipher.sqlite_version}
    finally:
        connection.close()


def _quoted(path: Path) -> str:
    text = path.resolve().as_posix()
    for sign, code in (("%", "%25"), ("?", "%3f"), ("#", "%23")):
        text = text.replace(sign, code)
    return text if text.startswith("/") else "/" + text


_SETTINGS = (
    "journal_mode = WAL",
    "synchronous = FULL",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "temp_store = MEMORY",
    "secure_delete = ON",
    "cache_size = -16000",
    "wal_autocheckpoint = 1000",
)


def _settle(connection: Connection) -> None:
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}")
    if connection.execute("PRAGMA synchronous").fetchone()[0] != 2:
        raise VaultDamaged(check="synchronous")


def create_store(
    folder: Path, compartment: str, vault: bytes, data_key: bytearray, replica: bytes, genesis: bytes
) -> None:
    """Make a new store file with schema and head; VaultExists when any file is in its place."""
    path = store_path(folder, compartment)
    if path.exists():
        raise VaultExists(part=compartment)
    with told_as_ours(compartment):
        connection = connect(path, data_key, mode="rwc")
        try:
            _settle(connection)
            migrations.apply(over(connection))
            connection.execute("BEGIN IMMEDIATE")
            facts = (("vault", vault), ("compartment", compartment.encode()))
            connection.executemany("INSERT INTO fact (name, value) VALUES (?, ?)", facts)
            connection.execute("INSERT INTO head VALUES (1, 1, ?, 0, ?)", (replica, genesis))
            connection.execute("INSERT INTO replica VALUES (?, NULL, NULL, NULL)", (replica,))
            connection.execute("COMMIT")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            connection.close()
    with head_file(folder, compartment, data_key) as head:
        head.write(Head(1, genesis))


def head_file(folder: Path, compartment: str, data_key: bytearray) -> HeadFile:
    return HeadFile(folder / f"{compartment}.head", derived_key(data_key, "head"))


def open_store(
    folder: Path,
    compartment: str,
    vault: bytes,
    data_key: bytearray,
    former_key: bytearray | None = None,
) -> tuple[Connection, HeadFile]:
    """Open a store that exists, with every check. The caller holds the vault's lock file and zeroes the keys.

    ``former_key`` is given while a rotation is not ended: the file may still be under it, and is under ``data_key``
    afterwards.

    VaultMissing, VaultDamaged (``check`` names the failing one), VaultForeign, VaultTooNew, SavedWorkMissing; disk errors
    as DiskFull, DiskReadOnly, DiskFailing. Nothing is overwritten when it fails: a write-ahead log stays as a copy.
    """
    path = store_path(folder, compartment)
    log = path.with_name(path.name + "-wal")
    kept = path.with_name(path.name + "-wal.kept")
    head = head_file(folder, compartment, data_key)
    with told_as_ours(compartment):
        log_waits = log.is_file() and log.stat().st_size > 0
        _check_header(path, log_waits=log_waits)
        if log_waits:
            # SQLite drops a damaged tail of the log for good at the next checkpoint; the copy is the evidence.
            shutil.copyfile(log, kept)
        # Nobody reads a file that SQLite has open: closing it again would let go of SQLite's locks.
        whole = not log_waits and former_key is None and every_page_whole(path, data_key)
        connection, behind = _connect_either(path, data_key, former_key)
        try:
            _settle(connection)
            _check_identity(connection, compartment, vault)
            _check_schema(connection, compartment)
            acknowledged = head.read()
            if acknowledged is None and former_key is not None:
                acknowledged = head_file(folder, compartment, former_key).read()
            _check_head(connection, compartment, acknowledged)
            if not whole:
                fold_and_check(connection, compartment)
            elif path.stat().st_size <= CHECKED_TWICE_BYTES:
                _check_used_pages(connection, compartment)
            if behind:
                change_key(connection, data_key)
                fold_and_check(connection, compartment)
            if former_key is not None:
                head.write(present_head(connection))
            migrations.apply(over(connection))
        except BaseException:
            head.close()
            connection.close()
            raise
        kept.unlink(missing_ok=True)
    return connection, head


def _connect_either(path: Path, data_key: bytearray, former_key: bytearray | None) -> tuple[Connection, bool]:
    """Connect with whichever key fits, and whether it was the former one."""
    if former_key is not None:
        try:
            return connect(path, data_key), False
        except DatabaseError:
            return connect(path, former_key), True
    return connect(path, data_key), False


def present_head(connection: Connection) -> Head:
    """What the database itself says of its newest commit."""
    row = connection.execute("SELECT sequence, h FROM head").fetchone()
    return Head(int(row[0]), bytes(row[1]))


def _check_identity(connection: Connection, compartment: str, vault: bytes) -> None:
    try:
        facts = dict(
            connection.execute(
                "SELECT name, value FROM fact WHERE name IN ('vault', 'compartment')"
            ).fetchall()
        )
    except sqlcipher.OperationalError as problem:
        raise VaultDamaged(part=compartment, check="no_schema") from problem
    if facts.get("vault") != vault or facts.get("compartment") != compartment.encode():
        raise VaultForeign(part=compartment)


def _check_schema(connection: Connection, compartment: str) -> None:
    """Before any other table is read: in a newer store they may look different."""
    if any(migration.name not in KNOWN for migration in migrations.applied(over(connection))):
        raise VaultTooNew(part=compartment)


def _check_head(connection: Connection, compartment: str, acknowledged: Head | None) -> None:
    row = connection.execute("SELECT sequence, h FROM head").fetchone()
    if row is None:
        raise VaultDamaged(part=compartment, check="no_head")
    sequence, h = int(row[0]), bytes(row[1])
    if acknowledged is None:
        raise SavedWorkMissing(part=compartment, check="head_file", sequence=sequence)
    # One commit ahead is a crash between commit and head; the other way round, acknowledged work is gone.
    if sequence < acknowledged.sequence or (sequence == acknowledged.sequence and h != acknowledged.h):
        raise SavedWorkMissing(
            part=compartment, check="head", sequence=sequence, acknowledged=acknowledged.sequence
        )


def fold_and_check(connection: Connection, compartment: str) -> None:
    """Fold the log into the file, then check its pages: the checks do not read the log."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    check_pages(connection, compartment)


def check_pages(connection: Connection, compartment: str) -> None:
    """Every page is whole and was written under this key; VaultDamaged otherwise."""
    _check_used_pages(connection, compartment)
    _check_every_page(connection, compartment)


def _check_used_pages(connection: Connection, compartment: str) -> None:
    """Every page that holds anything is whole, was written under this key and hangs together with the others."""
    quick = connection.execute("PRAGMA quick_check(1)").fetchone()
    if quick is None or quick[0] != "ok":
        raise VaultDamaged(part=compartment, check="quick_check")


def _check_every_page(connection: Connection, compartment: str) -> None:
    if connection.execute("PRAGMA cipher_integrity_check").fetchone() is not None:
        raise VaultDamaged(part=compartment, check="cipher_integrity_check")
