"""SQLCipher as the only database driver, also for sqlite-utils.

sqlite-utils picks its driver when it is first imported and catches that driver's errors; with the wrong one a failing
helper leaves a transaction open and later "saved" rows are invisible. So the alias comes first, and it is asserted.
"""

import sys
from typing import TYPE_CHECKING

import sqlcipher3
import sqlcipher3.dbapi2

sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", sqlcipher3.dbapi2)

import sqlite_utils  # noqa: E402
import sqlite_utils.utils  # noqa: E402
from sqlite_utils.migrations import Migrations as Migrations  # noqa: E402

from app.errors import NativePartsTooOld  # noqa: E402

if sqlite_utils.utils.OperationalError is not sqlcipher3.dbapi2.OperationalError:
    raise ImportError("sqlite_utils was imported before storage.driver and talks to another driver")

if TYPE_CHECKING:
    # sqlcipher3 has no type stubs; its DB-API is that of the standard library.
    from sqlite3 import Connection as Connection
    from sqlite3 import DatabaseError as DatabaseError
else:
    Connection = sqlcipher3.dbapi2.Connection
    DatabaseError = sqlcipher3.dbapi2.DatabaseError
Database = sqlite_utils.Database

OLDEST_SQLITE = (3, 51, 3)
OLDEST_CIPHER = (4, 19)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split()[0].split(".") if part.isdigit())


def check_versions(cipher_version: str) -> None:
    """Refuse native parts older than what Vatra was tested with."""
    if _numbers(sqlcipher3.sqlite_version) < OLDEST_SQLITE or _numbers(cipher_version) < OLDEST_CIPHER:
        raise NativePartsTooOld(sqlite=sqlcipher3.sqlite_version, cipher=cipher_version)


def over(connection: Connection) -> "sqlite_utils.Database":
    """sqlite-utils over an open connection; never over a path, which would open it without a key."""
    return Database(connection, execute_plugins=False)
