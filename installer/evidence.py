"""What the day left behind, read from the vaults and the county's own database, and what must hold of it.

``lost`` counts what a worker saved and the county does not show: txns without a place in its log, and last values of a
field group that are neither shown nor kept beside another value.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select

from app.domain.kinds import AUDIT
from app.reports.document import Document
from app.services import audit, families, syncing, visits
from storage import reading
from storage.vault import Vault
from sync.protocol import Op as WireOp
from sync.protocol import Outcome, Txn, TxnHeader, decode
from sync.server import overview, tables
from sync.server.folder import CountyFolder
from sync.server.log import state_of
from sync.server.store import Store
from ui.printing import write_pdf
from ui.tasks import Tasks

COUNTED = ("family", "person", "membership", "visit", "note")
Saves = list[tuple[bytes, list[WireOp]]]


@dataclass(frozen=True)
class Kept:
    """What a laptop holds when its day is over."""

    name: str
    pending: int
    synced_csn: int
    records: int
    saves: Saves


def kept_by(vault: Vault, name: str) -> Kept:
    """Read from an open vault, on the lane that owns it."""
    state = syncing.sync_state(vault)
    records = sum(reading.count_of(vault.team.connection, kind) for kind in COUNTED)
    return Kept(name, state.pending, state.synced_csn, records, _saves(vault))


def print_latest_visit(tasks: Tasks, vault: Vault, family: bytes, path: Path) -> None:
    """The newest visit as the paper that the family page saves, noted as there."""

    def document() -> Document:
        newest = families.open_family(vault, family).visits[0]
        audit.note_going_out(vault, "export", "visit", family=family, concerned=[newest.id])
        return visits.visit_document(vault, newest.id, "ro")

    if write_pdf(tasks.records.call(document), path) < 1:
        raise AssertionError("the printed visit has no page")


def gather(county: Path, laptops: Sequence[Kept], family: bytes) -> dict[str, Any]:
    """What the county's folder and the laptops say of a day; ``family`` is the one both worked on."""
    store = CountyFolder(county).open_store()
    try:
        counts = overview.counts(store)
        return {
            "laptops": [
                {
                    "name": one.name,
                    "pending": one.pending,
                    "synced_csn": one.synced_csn,
                    "records": one.records,
                }
                for one in laptops
            ],
            "county": {
                "families": counts.families,
                "person_records": counts.person_records,
                "visits": counts.visits,
                "open_conflicts": counts.open_conflicts,
                "csn": counts.csn,
            },
            "lost": sum(_lost(store, one.saves) for one in laptops),
            "conflict": _conflict(store, family),
        }
    finally:
        store.close()


def _saves(vault: Vault) -> Saves:
    rows = vault.team.connection.execute("SELECT txn FROM outbox ORDER BY saved_at, n").fetchall()
    txns = [decode(bytes(row[0]), Txn) for row in rows]
    return [(decode(txn.header, TxnHeader).txn_id, [decode(op, WireOp) for op in txn.ops]) for txn in txns]


def _lost(store: Store, saves: Saves) -> int:
    """Saves without a place in the log, and last values that are gone although nobody who replaced them had seen them."""
    with store.reading() as connection:
        applied = tables.log.c.outcome == Outcome.APPLIED.value
        rows = connection.execute(select(tables.log.c.txn_id, tables.log.c.csn).where(applied))
        place = {bytes(row.txn_id): int(row.csn) for row in rows}
        held = {bytes(row.id): state_of(row) for row in connection.execute(select(tables.record))}
    last = {
        (op.record, group): (bytes(value), place[txn_id])
        for txn_id, ops in saves
        if txn_id in place
        for op in ops
        for group, value in op.groups.items()
    }
    gone = 0
    for (record, group), (value, csn) in last.items():
        siblings = held[record].groups.get(group, ()) if record in held else ()
        gone += not any(bytes(one.value) == value or one.base >= csn for one in siblings)
    return gone + sum(txn_id not in place for txn_id, _ in saves)


def _conflict(store: Store, family: bytes) -> dict[str, Any]:
    """The one family both wrote on, as the county has it."""
    view = overview.family_view(store, family)
    (household,) = view.of_kind("family")
    authors = {
        value.author_name
        for record in view.records
        if record.kind != AUDIT.name
        for values in record.siblings.values()
        for value in values
    }
    return {
        "open": list(household.open_conflicts),
        "values": {
            group: {str(value.author_name): value.fields.get(group) for value in household.siblings[group]}
            for group in household.open_conflicts
        },
        "authors": sorted(str(author) for author in authors),
        "directions": household.shown.get("address", {}).get("directions"),
        "looked": sorted(
            {str(value.author_name) for look in view.of_kind(AUDIT.name) for value in look.siblings["entry"]}
        ),
        "recorded_visits": sum("form" in record.shown for record in view.of_kind("visit")),
    }


def clear_words(folder: Path, words: Sequence[str]) -> list[str]:
    """Which words stand in clear in any file below ``folder``: as UTF-8, UTF-16, hexadecimal or base64."""
    found: set[str] = set()
    for path in folder.rglob("*"):
        if path.is_file():
            body = path.read_bytes()
            lowered = body.lower()
            found |= {
                word
                for word in words
                if any(form in body for form in _forms(word)) or word.encode().hex().encode() in lowered
            }
    return sorted(found)


def _forms(word: str) -> list[bytes]:
    """A word as it could stand in a file; base64 at each of the three places it may begin."""
    forms = [word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be")]
    for body in (word.encode(), word.encode("utf-16-le")):
        for shift in range(3):
            coded = base64.b64encode(bytes(shift) + body)
            # The first and last signs depend on what stands beside the word.
            forms.append(coded[-(-shift * 4 // 3) or 0 : len(coded) - 4])
    return forms


def problems(found: dict[str, Any], lists: int) -> list[str]:
    """What should hold and does not, as sentences."""
    imported = found["imported"].values()
    expected = {
        "families": sum(one["families"] for one in imported) + 1,
        "person_records": sum(one["person_rows"] for one in imported) + 1,
        "visits": sum(one["visits"] for one in imported) + 1,
        "open_conflicts": 1,
    }
    county, conflict = found["county"], found["conflict"]
    wrong = [
        f"county {what} is {county[what]}, not {number}"
        for what, number in expected.items()
        if county[what] != number
    ]
    if len(found["imported"]) != lists:
        wrong.append(f"{len(found['imported'])} of {lists} lists were imported")
    if found["lost"]:
        wrong.append(f"{found['lost']} saved values are not at the county")
    wrong += [
        f"{one['name']} still has {one['pending']} to send" for one in found["laptops"] if one["pending"]
    ]
    wrong += [
        f"{one['name']} stands at {one['synced_csn']}, the county at {county['csn']}"
        for one in found["laptops"]
        if one["synced_csn"] != county["csn"]
    ]
    if found["in_clear"]:
        wrong.append(f"{len(found['in_clear'])} words stand in clear in a laptop's files")
    if len({one["records"] for one in found["laptops"]}) != 1:
        wrong.append("the laptops hold different numbers of records")
    if conflict.get("open") != ["phone"] or len(conflict.get("values", {}).get("phone", {})) != 2:
        wrong.append(f"the one conflict is {conflict.get('values')}, not two phones")
    if len(conflict.get("authors", ())) != 2:
        wrong.append(f"the family shows the authors {conflict.get('authors')}, not both")
    if conflict.get("looked") != conflict.get("authors"):
        wrong.append(f"who looked at the family is {conflict.get('looked')}, not everybody who wrote")
    if not conflict.get("directions") or conflict.get("recorded_visits") != 1:
        wrong.append("how to find the house, or the visit, did not arrive")
    return wrong
