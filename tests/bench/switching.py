"""From the lock key to the Today of a colleague, with the real processes and the real cost of a passphrase."""

import statistics
import time
from pathlib import Path

from app.keys.slots import PROFILE_2026_1
from app.services import workers
from app.services.machine_memory import machine_memory
from app.supervisor import ROOMY_BYTES
from tests.bench.measuring import Figure
from tests.fixtures.driven import DrivenVatra, Window, wait_for
from tests.fixtures.vault import make_invented_vault

TRIES = 3
TARGET_MS = 3000
COLLEAGUE, WORDS = "Ion Popa", "patru cuvinte pentru masurat"


def switching(folder: Path) -> list[Figure]:
    """Two workers, who lock and sign in by turns; measured are the turns of the one with the real costs."""
    vault = make_invented_vault(folder / "two-workers")
    with vault.open() as opened:
        workers.take_in(opened, COLLEAGUE, "community_nurse", WORDS, costs=PROFILE_2026_1)
    took_ms, locked_ms = [], []
    roomy = machine_memory().total_bytes >= ROOMY_BYTES
    vatra = DrivenVatra(vault, folder)
    try:
        asking, working = vatra.meet("unlock"), vatra.meet("work")
        _sign_in(asking, working, "Ana S.", vault.passphrase)
        for _ in range(TRIES):
            asking = vatra.meet("unlock")
            # Somebody has worked for a while: what waits beside an open desk on this machine is there.
            waits = vatra.meet("work") if roomy else None
            began = time.monotonic()
            working.do("press", key="F12")
            wait_for(working.gone, "the end of the process that worked")
            locked_ms.append((time.monotonic() - began) * 1000)
            working = waits or vatra.meet("work")
            _sign_in(asking, working, "Ion P.", WORDS)
            took_ms.append((time.monotonic() - began) * 1000)
            asking = vatra.meet("unlock")
            working.do("press", key="F12")
            working = vatra.meet("work")
            _sign_in(asking, working, "Ana S.", vault.passphrase)
    finally:
        vatra.stop()
    return [
        Figure(
            "lock key to the end of the process",
            statistics.median(locked_ms),
            "ms",
            f"median of {TRIES}, {min(locked_ms):.0f} to {max(locked_ms):.0f}",
            2000,
        ),
        Figure(
            "lock key to a colleague's Today, real Argon2id",
            statistics.median(took_ms),
            "ms",
            f"median of {TRIES}, {min(took_ms):.0f} to {max(took_ms):.0f}; typing takes no time",
            TARGET_MS,
        ),
    ]


def _sign_in(asking: Window, working: Window, tile: str, words: str) -> None:
    asking.wait_to_see("UnlockView")
    wait_for(lambda: asking.look()["focus"] == "PassphraseField", "the passphrase field")
    asking.do("choose", tile=tile)
    asking.wait_to_read(f"· {tile}")
    wait_for(lambda: asking.look()["focus"] == "PassphraseField", "the passphrase field")
    asking.do("type", text=words)
    asking.do("press", key="Return")
    working.wait_to_see("Frame")
