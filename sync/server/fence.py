"""The second fence around what laptops receive: PostgreSQL itself shows a laptop's part of a transaction its own rows only.

The first fence is the application's: it asks for the streams a device has. This one does not believe it. While effects or receipts are
read for a laptop, the transaction bears a role that owns nothing, and row-level security lets that role see effects of the
device's streams and saves of its own chains, as long as it is not revoked. The role and the device are set for the
transaction alone, so that a pooled connection takes neither along. SQLite has no such thing; a small county has one fence.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text

ROLE = "vatra_laptop"
_TAKE = text("SELECT set_config('role', :role, true), set_config('vatra.device', :device, true)")
_LAY_DOWN = text("SELECT set_config('role', 'none', true), set_config('vatra.device', '', true)")
_POLICIES = text(
    "SELECT format('DROP POLICY %I ON %I', policyname, tablename) FROM pg_policies WHERE schemaname = current_schema()"
)


@contextmanager
def only_for(connection: Connection, device: bytes) -> Iterator[None]:
    """What is read inside is what this laptop may see; an exception must end the transaction."""
    if connection.dialect.name != "postgresql":
        yield
        return
    connection.execute(_TAKE, {"role": ROLE, "device": device.hex()})
    yield
    connection.execute(_LAY_DOWN)


def take_down(connection: Connection) -> None:
    """For tables that are about to be dropped: a policy holds on to the tables it reads. Migrations put it up again."""
    if connection.dialect.name == "postgresql":
        for statement in connection.execute(_POLICIES).scalars().all():
            connection.exec_driver_sql(statement)
