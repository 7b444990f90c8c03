"""What a process under torture does and tells, and how a store is held to it afterwards.

A promise is told on standard output, one line each, after what it promises is durable - never before, or the torture must
find out.
"""

import os
from collections.abc import Sequence

import msgspec

from app.domain.ids import random_id
from app.domain.kinds import NOTE, groups_of
from app.services import importing, saving
from storage.compartment import Write
from storage.driver import Connection
from storage.vault import Vault
from tests.fixtures.people import invented_caseload

CASELOAD = invented_caseload(3)
IMPORT_RECORDS = sum(
    1 + 2 * len(family.members) + len(family.visits) + bool(family.notes) for family in CASELOAD.families
)
"""Families, people with their memberships, visits and notes of one import."""


class Told(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line; ``what`` names the act. What is named here holds from now on.

    ``records`` (hexadecimal) and ``import_id`` are saved, ``cursor`` and ``generation`` (of the keyring) never go back,
    ``backup`` is the name of a file that opens and holds everything told before, ``worker`` (hexadecimal) can open the vault.
    A failure has the ``code`` of its error and says how long it took to be told.
    """

    what: str
    records: tuple[str, ...] = ()
    import_id: str = ""
    cursor: int = 0
    generation: int = 0
    backup: str = ""
    worker: str = ""
    code: str = ""
    after_s: float = 0.0


def tell(told: Told) -> None:
    os.write(1, msgspec.json.encode(told) + b"\n")


def read_told(lines: Sequence[bytes]) -> list[Told]:
    return [msgspec.json.decode(line, type=Told) for line in lines]


def note(record: bytes, text: str, family: bytes | None = None) -> Write:
    return Write("note", record, family, groups_of(NOTE, {"text": text, "about": family}))


def save_note(
    vault: Vault, text: str = "Lemne pentru iarnă.", *, family: bytes | None = None, too_early: bool = False
) -> None:
    """Save a note and tell it; ``too_early`` tells it before."""
    record = random_id()
    promise = Told("save", (record.hex(),))
    if too_early:
        tell(promise)
    saving.save(vault, note(record, text, family))
    if not too_early:
        tell(promise)


def import_list(vault: Vault) -> None:
    """Import a list and tell it."""
    done = importing.import_caseload(vault, CASELOAD, "list.xlsx")
    tell(Told("import", tuple(sorted(one.hex() for one in done.changed.families)), done.import_id))


def records_in(connection: Connection) -> dict[str, str | None]:
    """Every record that screens show (hexadecimal) -> its import, None when it was typed; the county's own left out."""
    rows = connection.execute("SELECT id, import_id FROM shown WHERE kind NOT IN ('worker', 'device')")
    return {bytes(record).hex(): import_id for record, import_id in rows}


def torn_imports(found: dict[str, str | None]) -> list[str]:
    """Imports of which only a part is there."""
    marks = [import_id for import_id in found.values() if import_id is not None]
    return [
        f"{marks.count(import_id)} of {IMPORT_RECORDS} records of an import"
        for import_id in sorted(set(marks))
        if marks.count(import_id) != IMPORT_RECORDS
    ]
