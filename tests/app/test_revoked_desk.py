"""The real processes when the county lets the worker go who is at the keyboard: the desk ends, and the gate says why."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from sync.server import colleagues
from tests.fixtures.county import RunningCounty
from tests.fixtures.driven import DrivenVatra, Window, wait_for
from tests.fixtures.laptops import PASSPHRASE, MakeLaptop

LOCKED = "The county office has ended the work of the person who was signed in."
REFUSED = "The county office has ended your work on this laptop."


class SetUpLaptop(NamedTuple):
    folder: Path
    passphrase: str


def types_passphrase(asking: Window) -> None:
    asking.wait_to_see("UnlockView")
    wait_for(lambda: asking.look()["focus"] == "PassphraseField", "the passphrase field")
    asking.do("type", text=PASSPHRASE)
    asking.do("press", key="Return")


def test_the_desk_of_a_revoked_worker_ends_and_does_not_open_again(
    start_vatra: Callable[..., DrivenVatra],
    small_county: RunningCounty,
    laptops: Callable[[RunningCounty], MakeLaptop],
) -> None:
    laptop = laptops(small_county)("Ana Sandu", "social_worker")
    folder, worker = laptop.vault.folder, laptop.vault.worker.id
    laptop.vault.close()
    vatra = start_vatra(SetUpLaptop(folder, PASSPHRASE))
    asking, working = vatra.meet("unlock"), vatra.meet("work")
    with small_county.store.writing() as (connection, county):
        colleagues.revoke_worker(connection, county, worker, int(time.time()))

    # The laptop does not know yet: the passphrase opens, and the first trip to the county ends it.
    types_passphrase(asking)
    again = vatra.meet("unlock")
    again.wait_to_read(LOCKED)
    wait_for(working.gone, "the end of the process that worked")

    # From now on nothing opens, and no desk is shown on the way.
    types_passphrase(again)
    again.wait_to_read(REFUSED)
    assert vatra.meet("work").look()["shows"] != "Frame"
    again.do("close")
    assert vatra.ended() == 0
