"""The lease of this laptop: whether it has heard of its county lately enough to take new work.

Only what begins something new in the records asks ``check`` first. Reading, drafts, the trace of who looked and the sync itself
never do: whoever met the county again goes on at once, with what was half typed.
"""

import time

from app.errors import LeaseEnded
from storage.vault import Vault
from sync.core.lease import Lease, Standing, standing


def standing_of(vault: Vault, now_s: int | None = None) -> Standing:
    """How long this laptop has heard nothing, and what follows from it."""
    kept = (vault.team.fact("lease") or b"").decode().split()
    lease = Lease(*map(int, kept)) if len(kept) == 2 and all(days.isdecimal() for days in kept) else Lease()
    moment_s = int(time.time()) if now_s is None else now_s
    return standing(lease if lease.makes_sense() else Lease(), vault.team.number("last_contact_at"), moment_s)


def check(vault: Vault) -> None:
    """LeaseEnded when this laptop takes no new work until it met its county."""
    now = standing_of(vault)
    if now.ended:
        raise LeaseEnded(silent_days=now.silent_days)
