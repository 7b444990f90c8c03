"""The county's lease: how long its laptops may go on without contact; the usual time unless the office set another."""

from typing import Any

from sqlalchemy import Connection, Row, update

from sync.core.lease import LONGEST_DAYS, Lease
from sync.server import journal, tables
from sync.server.accounts import AccountProblem


def lease_of(county: Row[Any]) -> Lease:
    """The lease that holds."""
    days = lease_days_of(county)
    return Lease(*days) if days else Lease()


def lease_days_of(county: Row[Any]) -> tuple[int, int] | None:
    """What laptops are told: (warn, read only), None for the usual."""
    if county.lease_warn_days is None or county.lease_read_only_days is None:
        return None
    return county.lease_warn_days, county.lease_read_only_days


def set_lease(connection: Connection, lease: Lease, by: str, now_s: int) -> None:
    """Laptops hear of it with their next contact; AccountProblem for numbers that make no sense."""
    if not lease.makes_sense():
        raise AccountProblem(
            f"Laptops must warn before they stop: 1 <= warn < read-only <= {LONGEST_DAYS} days."
        )
    days = {"lease_warn_days": lease.warn_days, "lease_read_only_days": lease.read_only_days}
    connection.execute(update(tables.county).values(days))
    journal.note(connection, by, "lease", days, now_s)
