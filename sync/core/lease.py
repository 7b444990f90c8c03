"""The lease: how long a laptop that hears nothing of its county may go on.

A laptop that was let go or stolen may never meet its county again; nor does one whose line is broken for good, and then its work is
on one disk only. So after some weeks it warns, and after some months it takes no new work until it met the county, by
network or by stick. What it holds stays readable. The county sets both numbers.
"""

import msgspec

WARN_DAYS, READ_ONLY_DAYS = 30, 90
LONGEST_DAYS = 3650
_DAY_S = 86_400


class Lease(msgspec.Struct, frozen=True, array_like=True):
    """After how many days without contact a laptop warns, and takes no more work."""

    warn_days: int = WARN_DAYS
    read_only_days: int = READ_ONLY_DAYS

    def makes_sense(self) -> bool:
        return 1 <= self.warn_days < self.read_only_days <= LONGEST_DAYS


class Standing(msgspec.Struct, frozen=True):
    """Where a laptop stands: days since it last heard of its county, and days until it takes no more work."""

    silent_days: int
    days_left: int
    warns: bool

    @property
    def ended(self) -> bool:
        return self.days_left <= 0


def standing(lease: Lease, last_contact_at: int | None, now_s: int) -> Standing:
    """A laptop that never had contact is at the beginning of its lease, and so is one whose clock went back."""
    silent = max(0, now_s - last_contact_at) // _DAY_S if last_contact_at is not None else 0
    return Standing(silent, lease.read_only_days - silent, silent >= lease.warn_days)
