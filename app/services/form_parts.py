"""The parts of one filled-in form that lie in different compartments: put together for reading, taken apart for keeping.

A form section names its compartment (``Section.compartment``). What is answered there is kept only there, from the first
key on: in a draft of that compartment, later in a record of its own (``section_answers``) to which ``team`` has a pointer.
Whoever does not read the compartment is not asked, and sees neither the section nor that anything was answered.
"""

from collections.abc import Mapping
from hashlib import blake2b
from typing import Any

from app.domain.ids import ID_BYTES
from app.domain.kinds import SECTION_ANSWERS, groups_of
from app.domain.records import SectionAnswers, answer_groups
from app.errors import RecordMissing
from app.forms.form import Form
from app.services.saving import keep_apart, undone
from storage import reading
from storage.compartment import Compartment, Write
from storage.drafts import Draft, draft_of, drafts_of, drop_draft, keep_draft
from storage.vault import TEAM, Vault

_DRAFT = "sections"


def part_id(record: bytes, compartment: str) -> bytes:
    """The record with what was answered about ``record`` in a compartment: found without a list, and the same again when an
    interrupted recording is done once more.
    """
    return blake2b(record + compartment.encode(), digest_size=ID_BYTES).digest()


def keep_drafts(vault: Vault, form: Form, draft: Draft, answers: Mapping[str, Any]) -> int:
    """Keep what is typed so far, each answer where it belongs; returns the moment. ``draft`` is the team's without answers."""
    parts = form.by_compartment(answers)
    for name, store in _own(vault):
        own = parts.get(name, {})
        if own or draft_of(store, draft.id) is not None:
            keep_draft(store, Draft(draft.id, _DRAFT, draft.family, draft.author, {"answers": own}, 0))
    body = {**draft.body, "answers": parts[TEAM]}
    return keep_draft(vault.team, Draft(draft.id, draft.kind, draft.family, draft.author, body, 0))


def draft_answers(vault: Vault, draft: Draft) -> dict[str, Any]:
    """Everything typed so far in a form whose team's draft this is."""
    answers = dict(draft.body["answers"])
    for _name, store in _own(vault):
        own = draft_of(store, draft.id)
        answers |= dict(own.body["answers"]) if own is not None else {}
    return answers


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


def keep_confidential(
    vault: Vault, form: Form, record: bytes, family: bytes, answers: Mapping[str, Any]
) -> tuple[dict[str, Any], tuple[Write, ...]]:
    """Keep the confidential answers about a record that is about to be saved, durably.

    Returns the answers that the team's record holds, and the pointers that its txn must carry.
    """
    parts = form.by_compartment(answers)
    pointers: tuple[Write, ...] = ()
    for name, store in _own(vault):
        part = part_id(record, name)
        before = _answers_in(store, part)
        own = parts.get(name, {})
        if not own and before is None:
            continue
        # After a cut this may be the second time: answers that were taken back since are cleared.
        groups = answer_groups(SECTION_ANSWERS, {**dict.fromkeys(before or {}), **own})
        if before is None:
            groups |= groups_of(SECTION_ANSWERS, {"of": record})
        write = Write(SECTION_ANSWERS.name, part, family, groups, form_version=form.version)
        pointers += keep_apart(vault, name, write)
    return parts[TEAM], pointers


def take_back(vault: Vault, record: bytes, family: bytes) -> None:
    """Void the confidential answers about a record that never came to be: a cut, and then it was thrown away."""
    for name, store in _own(vault):
        part = part_id(record, name)
        if _answers_in(store, part) is not None:
            keep_apart(vault, name, undone(SECTION_ANSWERS.name, part, family))


def confidential_answers(vault: Vault, record: bytes) -> dict[str, dict[str, Any]]:
    """What was answered about a record in the confidential compartments that this worker reads, by compartment."""
    found = ((name, _answers_in(store, part_id(record, name))) for name, store in _own(vault))
    return {name: dict(answers) for name, answers in found if answers is not None}


def _answers_in(store: Compartment, part: bytes) -> Mapping[str, Any] | None:
    try:
        return reading.get(store, part, SectionAnswers).answers
    except RecordMissing:
        return None


def _own(vault: Vault) -> tuple[tuple[str, Compartment], ...]:
    return tuple((name, store) for name, store in vault.compartments.items() if name != TEAM)
