"""The process that is killed: it opens a laptop's vault and saves, imports and syncs, telling each promise after it holds.

Besides promises it tells where a sync stands (``begins``, ``asks``, ``answered``, ``synced``), so that whoever kills it knows
what he cut. Saves also come in the middle of a sync, as they do when a worker types while the county answers.
"""

import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec

from app.keys.card import read_card
from app.services import syncing
from app.services.families import list_families
from app.services.registering import NewFamily, register_family
from storage.vault import Vault
from sync.client.transport import CountyLine
from sync.protocol import Exchange, Reply
from tests.torture.promises import Told, import_list, save_note, tell

T = TypeVar("T")
ACTS = {"save": 6, "import": 2, "sync": 1}
"""What is done how often. A sync takes much longer than a save: like this a kill meets each of them."""
SAVES_DURING_SYNC = 0.3


class Orders(msgspec.Struct, frozen=True):
    """What the victim gets on standard input."""

    folder: str
    worker: bytes
    passphrase: str
    control: bool


class TellingLine(CountyLine):
    """Tells before and after each request, so that a kill in between is known to have cut it."""

    def exchange(self, request: Exchange) -> Reply:
        tell(Told("asks"))
        reply = super().exchange(request)
        tell(Told("answered"))
        return reply


class Victim:
    """One open vault and its line to the county. ``control`` tells a save before it is made."""

    def __init__(self, orders: Orders) -> None:
        self._control = orders.control
        self._chance = random.Random()
        self._vault = Vault.open(Path(orders.folder), orders.worker, orders.passphrase)
        team = self._vault.team
        card = read_card(team.fact(syncing.CARD_FACT) or b"")
        self._line = TellingLine(card, team.fact("device") or b"", self._vault.sign_as_device)
        known = list_families(self._vault, limit=20).lines
        self._families = [line.id for line in known] or [self._registers()]

    def work(self) -> None:
        """Until killed."""
        while True:
            (act,) = self._chance.choices(tuple(ACTS), tuple(ACTS.values()))
            if act == "save" or (act == "import" and self._control):
                self._saves()
            elif act == "import":
                import_list(self._vault)
            else:
                self._syncs()

    def _registers(self) -> bytes:
        return register_family(self._vault, NewFamily(family_name="Popa"))[0]

    def _saves(self) -> None:
        text = "Lemne pentru iarnă. " * self._chance.choice((1, 5, 100))
        save_note(self._vault, text, family=self._chance.choice(self._families), too_early=self._control)

    def _syncs(self) -> None:
        tell(Told("begins"))
        syncing.sync_now(self._between_saves, self._vault, lambda *_: None, line=self._line)
        tell(Told("synced", cursor=self._vault.team.cursor(syncing.stream_of(self._vault))))

    def _between_saves(self, work: Callable[[], T]) -> T:
        """The records lane during a sync: somebody types on."""
        if self._chance.random() < SAVES_DURING_SYNC:
            self._saves()
        return work()


if __name__ == "__main__":
    Victim(msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Orders)).work()
