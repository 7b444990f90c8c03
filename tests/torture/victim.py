"""The process that is killed: it opens a laptop's vault and saves, imports and syncs, telling each promise after it holds.

What it tells goes to standard output, one line each: what was saved, and where a sync stands, so that whoever kills it
knows what he cut. Saves also come in the middle of a sync, as they do when a worker types while the county answers.
"""

import os
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import msgspec

from app.domain.ids import random_id
from app.domain.kinds import NOTE, groups_of
from app.keys.card import read_card
from app.services import importing, saving, syncing
from app.services.families import list_families
from app.services.registering import NewFamily, register_family
from storage.compartment import Write
from storage.vault import Vault
from sync.client.transport import CountyLine
from sync.protocol import Exchange, Reply
from tests.fixtures.people import invented_caseload

T = TypeVar("T")
ACTS = {"save": 6, "import": 2, "sync": 1}
"""What is done how often. A sync takes much longer than a save: like this a kill meets each of them."""
SAVES_DURING_SYNC = 0.3
CASELOAD = invented_caseload(3)
IMPORT_RECORDS = sum(
    1 + 2 * len(family.members) + len(family.visits) + bool(family.notes) for family in CASELOAD.families
)
"""Families, people with their memberships, visits and notes of one import."""


class Told(msgspec.Struct, frozen=True, array_like=True):
    """One line: ``what`` is save, import, begins (a sync), asks, answered or synced.

    ``records`` (hexadecimal) and ``import_id`` are durable from now on, and ``cursor`` is never passed backwards.
    """

    what: str
    records: tuple[str, ...] = ()
    import_id: str = ""
    cursor: int = 0


class Orders(msgspec.Struct, frozen=True):
    """What the victim gets on standard input."""

    folder: str
    worker: bytes
    passphrase: str
    control: bool


def tell(told: Told) -> None:
    os.write(1, msgspec.json.encode(told) + b"\n")


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
                self._imports()
            else:
                self._syncs()

    def _registers(self) -> bytes:
        return register_family(self._vault, NewFamily(family_name="Popa"))[0]

    def _saves(self) -> None:
        note, family = random_id(), self._chance.choice(self._families)
        promise = Told("save", (note.hex(),))
        if self._control:
            tell(promise)
        text = "Lemne pentru iarnă. " * self._chance.choice((1, 5, 100))
        saving.save(
            self._vault, Write("note", note, family, groups_of(NOTE, {"text": text, "about": family}))
        )
        if not self._control:
            tell(promise)

    def _imports(self) -> None:
        done = importing.import_caseload(self._vault, CASELOAD, "list.xlsx")
        tell(Told("import", tuple(sorted(one.hex() for one in done.changed.families)), done.import_id))

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
