"""The parts of one filled-in form that lie in different compartments: put together for reading, taken apart for keeping.

A form section names its compartment. What is answered there is kept only there, from the first key on: in a draft of that
compartment, later in a record of its own (``section_answers``) to which ``team`` has a pointer. Whoever does not read the
compartment is not asked, and sees neither the section nor that anything was answered. What is sorted already comes as
``parts``: by compartment, of which the team's is the caller's own.
"""

import hashlib
from collections.abc import Mapping
from typing import Any, Final

import msgspec

from app.domain.ids import ID_BYTES, random_id
from app.domain.kinds import SECTION_ANSWERS, groups_of
from app.domain.records import SectionAnswers, answer_groups
from app.errors import RecordMissing
from app.services.saving import keep_apart, undone
from storage import reading
from storage.compartment import Compartment, Write
from storage.drafts import Draft, draft_of, drafts_of, drop_draft, keep_draft
from storage.vault import TEAM, Vault

_DRAFT = "sections"
HASH_DIGITS: Final = 32


def part_id(record: bytes, compartment: str) -> bytes:
    """The record with what was answered about ``record`` in a compartment: found without a list, and the same again when an
    interrupted recording is done once more.
    """
    return hashlib.blake2b(record + compartment.encode(), digest_size=ID_BYTES).digest()


# drafts


def keep_drafts(vault: Vault, draft: Draft, parts: Mapping[str, Mapping[str, Any]]) -> None:
    """Keep the confidential parts of what is typed so far, each where it belongs, before the caller keeps the team's ``draft``.

    A part that is empty (or not there) takes the place of one that was kept before.
    """
    for name, store in _own(vault):
        body = dict(parts.get(name, {}))
        if any(body.values()) or draft_of(store, draft.id) is not None:
            keep_draft(store, Draft(draft.id, _DRAFT, draft.family, draft.author, body, 0))


def draft_parts(vault: Vault, draft_id: bytes) -> dict[str, dict[str, Any]]:
    """The confidential parts of a draft of the team's, by compartment."""
    found = ((name, draft_of(store, draft_id)) for name, store in _own(vault))
    return {name: draft.body for name, draft in found if draft is not None}


def drop_drafts(vault: Vault, draft_id: bytes) -> None:
    """Forget the confidential drafts of a form whose draft in ``team`` is gone."""
    for _name, store in _own(vault):
        if draft_of(store, draft_id) is not None:
            with store.writing():
                drop_draft(store, draft_id)


def drop_left_over_drafts(vault: Vault) -> None:
    """What a power cut left between dropping the team's draft and those beside it."""
    known = {draft.id for draft in drafts_of(vault.team, vault.worker.id)}
    for _name, store in _own(vault):
        for draft in drafts_of(store, vault.worker.id):
            if draft.kind == _DRAFT and draft.id not in known:
                drop_drafts(vault, draft.id)


# records


def keep_confidential(
    vault: Vault, record: bytes, family: bytes, parts: Mapping[str, Mapping[str, Any]], form_version: int
) -> tuple[Write, ...]:
    """Keep the confidential answers about a record that is about to be saved, durably: every part that is there, also an
    empty one. Returns the pointers that the txn of the record must carry.
    """
    pointers: tuple[Write, ...] = ()
    for name, store in _own(vault):
        part = part_id(record, name)
        before = _part(store, part)
        if name not in parts and before is None:
            continue
        # After a cut this may be the second time: answers that were taken back since are cleared.
        cleared = dict.fromkeys(before.answers) if before is not None else {}
        groups = answer_groups(SECTION_ANSWERS, {**cleared, **parts.get(name, {})})
        if before is None:
            groups |= groups_of(SECTION_ANSWERS, {"of": record, "salt": random_id()})
        write = Write(SECTION_ANSWERS.name, part, family, groups, form_version=form_version)
        pointers += keep_apart(vault, name, write)
    return pointers


def take_back(vault: Vault, record: bytes, family: bytes) -> None:
    """Void the confidential answers about a record that never came to be: a cut, and then it was thrown away."""
    for name, store in _own(vault):
        part = part_id(record, name)
        if _part(store, part) is not None:
            keep_apart(vault, name, undone(SECTION_ANSWERS.name, part, family))


def confidential_answers(vault: Vault, record: bytes) -> dict[str, dict[str, Any]]:
    """What was answered about a record in the confidential compartments that this worker reads, by compartment."""
    return {name: dict(part.answers) for name, part in _parts(vault, record).items()}


def hashes_of(vault: Vault, record: bytes) -> dict[str, str]:
    """What a sealed record says of its parts, by compartment: enough to prove them, too little to guess them."""
    return {name: _hash_of(part) for name, part in _parts(vault, record).items()}


def _hash_of(part: SectionAnswers) -> str:
    answers = msgspec.json.encode(dict(part.answers), order="deterministic")
    return hashlib.sha256(part.salt + answers).hexdigest()[:HASH_DIGITS]


def _parts(vault: Vault, record: bytes) -> dict[str, SectionAnswers]:
    found = ((name, _part(store, part_id(record, name))) for name, store in _own(vault))
    return {name: part for name, part in found if part is not None}


def _part(store: Compartment, part: bytes) -> SectionAnswers | None:
    try:
        return reading.get(store, part, SectionAnswers)
    except RecordMissing:
        return None


def _own(vault: Vault) -> tuple[tuple[str, Compartment], ...]:
    return tuple((name, store) for name, store in vault.compartments.items() if name != TEAM)
