"""A county in a process of its own, for tortures: one commune, a laptop that is enrolled there, and a colleague's.

The county is the command ``vatra-county`` as an office runs it. The colleague speaks the protocol by hand; what he writes
arrives on the laptop with its next sync.
"""

from collections import Counter
from pathlib import Path

from app.domain.ids import random_id
from app.keys.card import CountyCard, read_card
from app.keys.slots import FLOOR
from app.services import setup
from installer.county_process import CountyProcess
from storage.vault import Vault
from tests.fixtures.county import COMMUNE, COMMUNE_NAME, PlainLaptop, enrol_laptop

PASSPHRASE = "h7km-x2ab-9wqe-rt4d-mm3z"


class Office:
    """A running county; ``close`` ends its process."""

    def __init__(self, folder: Path) -> None:
        self._process = CountyProcess(folder)
        self._process.found("Bacău", "ro", {COMMUNE: COMMUNE_NAME})
        self._process.start()
        self.card: CountyCard = read_card(self._process.card.read_bytes())

    @property
    def url(self) -> str:
        return self.card.urls[0]

    def enrolment_code(
        self, commune: str = COMMUNE, worker: str = "Ana Pop", profession: str = "social_worker"
    ) -> str:
        return self._process.code(commune, worker, profession)

    def enrol(self, folder: Path) -> Vault:
        """A new vault, enrolled and open."""
        code = self.enrolment_code(worker="Ana Sandu")
        return setup.enrol(folder, self._process.card, code, "PC-1", PASSPHRASE, costs=FLOOR)

    def close(self) -> None:
        self._process.stop()


class Colleague:
    """Another laptop of the commune; ``written`` maps a place in the county's log to the note that stands there."""

    def __init__(self, office: Office) -> None:
        self._laptop: PlainLaptop = enrol_laptop(office, worker="Ion Rusu")
        self.stream = self._laptop.stream
        self.written: dict[int, bytes] = {}

    def writes(self, notes: int) -> None:
        """Save some notes and push them."""
        first = self._laptop.n + 1
        records = [random_id() for _ in range(notes)]
        for record in records:
            text = {"text": {"text": "Vizită la școală. "}}
            self._laptop.save(self._laptop.op("note", record, text))
        for answer in self._laptop.push(first).answers:
            assert answer.csn is not None
            self.written[answer.csn] = records[answer.n - first]

    def close(self) -> None:
        self._laptop.line.close()


def whole_log(office: Office) -> Counter[bytes]:
    """How often each txn stands in what a new laptop of the commune is sent from the beginning."""
    reader = enrol_laptop(office, worker="Elena Dobre")
    try:
        return Counter(effect.txn_id for effect in reader.pull())
    finally:
        reader.line.close()
