"""Bringing in an office's own list: one txn per family (more for a very long file) under one import id, in one local transaction.

Killed in the middle, nothing is there; finished, everything is. An import can be taken back: families that nobody
touched since are voided whole, the rest are listed with the reason.
"""

import secrets
import time
from collections.abc import Callable, Iterator, Sequence

import msgspec

from app.domain.ids import random_id, time_ordered_id
from app.domain.kinds import FAMILY, MEMBERSHIP, NOTE, PERSON, VISIT, groups_of
from app.domain.records import Family, Record
from app.imports.records import Caseload, ImportedFamily, ImportedPerson, ImportedVisit
from app.services import lease
from app.services.saving import Changed
from storage import reading
from storage.compartment import Write
from storage.vault import Vault
from sync.protocol import MAX_TXN_BYTES, encode

Progress = Callable[[int, int], None]
IMPORT_ID_BYTES = 8
BYTES_AROUND_A_WRITE = 256
"""More than ids, kind, base and framing take in an op or a header."""


class ImportDone(msgspec.Struct, frozen=True):
    """What was brought in."""

    import_id: str
    families: int
    people: int
    visits: int
    notes: int
    changed: Changed


class KeptFamily(msgspec.Struct, frozen=True):
    """A family that undoing left in place: ``why`` is ``changed_since`` or ``has_new_records``."""

    family: bytes
    name: str
    why: str


class ImportUndone(msgspec.Struct, frozen=True):
    """What taking an import back did."""

    voided: int
    kept: tuple[KeptFamily, ...]
    changed: Changed


class ImportLine(msgspec.Struct, frozen=True):
    """An import that still stands, at least in part."""

    import_id: str
    file_name: str
    at: int
    families: int


def import_caseload(
    vault: Vault, caseload: Caseload, file_name: str, progress: Progress = lambda *_: None
) -> ImportDone:
    """Keep a caseload, all or nothing; ``progress(done, total)`` counts families."""
    lease.check(vault)
    import_id = secrets.token_hex(IMPORT_ID_BYTES)
    commune = (vault.team.fact("commune") or b"").decode() or None
    families: set[bytes] = set()
    kinds: list[str] = []
    with vault.team.writing():
        for done, family in enumerate(caseload.families, start=1):
            writes = tuple(_writes(family, import_id, file_name, commune))
            for part in _parts(writes):
                vault.team.save(vault.worker.id, part)
            families.add(writes[0].record)
            kinds += [write.kind for write in writes]
            progress(done, len(caseload.families))
    vault.last_act = {}
    return ImportDone(
        import_id,
        kinds.count("family"),
        kinds.count("person"),
        kinds.count("visit"),
        kinds.count("note"),
        Changed(frozenset(kinds), frozenset(families)),
    )


def _parts(writes: Sequence[Write]) -> Iterator[tuple[Write, ...]]:
    """A family's writes in as few saves as their size allows: years of visits are more than one save may hold."""
    part: list[Write] = []
    size = 0
    for write in writes:
        weight = len(encode(write.groups)) + BYTES_AROUND_A_WRITE
        if part and size + weight > MAX_TXN_BYTES - BYTES_AROUND_A_WRITE:
            yield tuple(part)
            part, size = [], 0
        part.append(write)
        size += weight
    if part:
        yield tuple(part)


def _writes(family: ImportedFamily, import_id: str, file_name: str, commune: str | None) -> Iterator[Write]:
    """The family first, then its people, visits and notes."""
    family_id = random_id()
    # One short mark in every record, so that an import can be found and taken back.
    mark = {"import_id": import_id}
    income = family.monthly_income
    yield Write(
        "family",
        family_id,
        family_id,
        groups_of(
            FAMILY,
            {
                "name": family.name,
                "number": family.number,
                "phone": family.phone,
                "status": "open",
                "commune": commune,
                "village": family.village,
                "street": family.street,
                "flags": list(family.reasons) or None,
                "case_worker": family.case_worker,
                "declared_members": family.declared_member_count,
                "income_minor": income.amount_minor if income else None,
                "income_currency": income.currency if income else None,
                "last_contact_on": family.last_visit_on.isoformat() if family.last_visit_on else None,
                "import_source": file_name,
                **mark,
            },
        ),
        family_key=secrets.token_bytes(32),
    )
    yield from _notes(family.notes, family_id, family_id, mark)
    for person in family.members:
        yield from _person(person, family_id, mark)
    for visit in family.visits:
        yield _visit(visit, family_id, mark)


def _person(person: ImportedPerson, family_id: bytes, mark: dict[str, str]) -> Iterator[Write]:
    person_id = random_id()
    yield Write(
        "person",
        person_id,
        family_id,
        groups_of(
            PERSON,
            {
                "family_name": person.family_name or None,
                "given_names": person.given_names or None,
                "birth": str(person.birth) if person.birth else None,
                "identity_kind": person.identity_kind,
                "identity_number": person.identity_number,
                "sex": person.sex,
                "phone": person.phone,
                "occupation": person.occupation,
                "school": person.school,
                **mark,
            },
        ),
    )
    role = {"person": person_id, "role": person.role, "role_text": person.role_text}
    yield Write("membership", random_id(), family_id, groups_of(MEMBERSHIP, {**role, **mark}))
    yield from _notes(person.notes, person_id, family_id, mark)


def _visit(visit: ImportedVisit, family_id: bytes, mark: dict[str, str]) -> Write:
    given = {
        "on": visit.on.isoformat(),
        "by_text": visit.by_text,
        "purpose": visit.purpose,
        "findings": visit.findings,
        "measures": visit.measures,
        "cells": [list(cell) for cell in visit.cells],
    }
    return Write("visit", time_ordered_id(), family_id, groups_of(VISIT, {**given, **mark}))


def _notes(texts: Sequence[str], about: bytes, family_id: bytes, mark: dict[str, str]) -> Iterator[Write]:
    if texts:
        note = {"text": "\n".join(texts), "about": about, "written_at": int(time.time())}
        yield Write("note", random_id(), family_id, groups_of(NOTE, {**note, **mark}))


def imports_done(vault: Vault) -> tuple[ImportLine, ...]:
    """Imports whose families still stand, newest first."""
    return tuple(ImportLine(*row) for row in reading.imports(vault.team))


def undo_import(vault: Vault, import_id: str, progress: Progress = lambda *_: None) -> ImportUndone:
    """Void every family of an import that nobody touched since, with all that came with it; list the others."""
    by_family: dict[bytes, list[tuple[str, Record]]] = {}
    for kind, record in reading.of_import(vault.team, import_id):
        by_family.setdefault(record.family or record.id, []).append((kind, record))
    kept: list[KeptFamily] = []
    voided = 0
    now_s = int(time.time())
    with vault.team.writing():
        for done, (family, records) in enumerate(by_family.items(), start=1):
            why = _reason_to_keep(vault, family, records, import_id)
            if why:
                name = next((one.name for _, one in records if isinstance(one, Family)), "")
                kept.append(KeptFamily(family, name, why))
            else:
                void = {"void": {"void_reason": "import_undone", "voided_at": now_s}}
                for part in _parts([Write(kind, one.id, family, void) for kind, one in records]):
                    vault.team.save(vault.worker.id, part)
                voided += 1
            progress(done, len(by_family))
    vault.last_act = {}
    kinds = frozenset(kind for records in by_family.values() for kind, _ in records)
    return ImportUndone(voided, tuple(kept), Changed(kinds, frozenset(by_family)))


def _reason_to_keep(
    vault: Vault, family: bytes, records: Sequence[tuple[str, Record]], import_id: str
) -> str | None:
    if any(record.import_id != import_id for record in reading.of_family(vault.team, family)):
        return "has_new_records"
    for _, record in records:
        state, _pending = vault.team.state_with_pending(record.id)
        writes = (
            {(one.replica, one.n) for group in state.groups.values() for one in group} if state else set()
        )
        if len(writes) > 1:
            return "changed_since"
    return None
