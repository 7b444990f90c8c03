"""A worker whose disk fails: opens the vault, saves and imports, and when told that it failed, does the same again.

Each failure is told with its code and how long it took to be told. What does not leave the storage as an error for people
ends the process, and with it the torture. The control takes a failure for a success.
"""

import sys
import time
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import TypeVar

import msgspec

from app.errors import VatraError
from app.services.families import list_families
from storage.vault import Vault, unlock_keys
from tests.torture.promises import Told, import_list, save_note, tell

T = TypeVar("T")
TRIES = 8
"""More than a fault lasts, when each try meets it once."""


class Orders(msgspec.Struct, frozen=True):
    folder: str
    worker: bytes
    passphrase: str
    swallows: bool = False


def until_it_works(act: Callable[[], T]) -> T:
    """Tell every failure, try again at once, in the same process."""
    for left in reversed(range(TRIES)):
        began = time.monotonic()
        try:
            return act()
        except VatraError as problem:
            tell(Told("failed", code=problem.code, after_s=time.monotonic() - began))
            if not left:
                raise
    raise AssertionError("unreachable")


def work(orders: Orders) -> None:
    folder = Path(orders.folder)
    # Argon2id writes nothing and takes its time.
    unlocked = unlock_keys(folder, orders.worker, orders.passphrase)
    vault = until_it_works(lambda: Vault.open_unlocked(folder, deepcopy(unlocked)))
    tell(Told("opened"))
    if orders.swallows:
        swallow_and_save(vault)
    for text in ("Lemne pentru iarnă.", "Copiii merg la școală. " * 300):
        until_it_works(lambda text=text: save_note(vault, text))  # type: ignore[misc]
        list_families(vault)  # reading goes on
    until_it_works(lambda: import_list(vault))
    until_it_works(lambda: save_note(vault))
    vault.close()


def swallow_and_save(vault: Vault) -> None:
    """The control: says "saved" whatever happened."""
    for _ in range(3):
        try:
            save_note(vault, too_early=True)
        except VatraError as problem:
            tell(Told("failed", code=problem.code))


if __name__ == "__main__":
    work(msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Orders))
