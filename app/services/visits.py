"""Home visits: begin one, keep what is half typed, record it.

A visit stores the form's id, version and digest and the answers by question, so that it can be shown with its own form for
ever. A draft stays on the laptop until it is recorded; recording saves the visit and drops the draft together.
"""

import datetime as dt
from typing import Any

import msgspec

from app.domain.ids import time_ordered_id
from app.domain.kinds import VISIT, groups_of
from app.domain.records import Visit, answer_groups
from app.forms.form import Form
from app.forms.library import load_form
from app.reports.document import Document
from app.reports.visit import Paper
from app.reports.visit import visit_document as document_of_visit
from app.services import attachments, form_parts, lease
from app.services.families import open_family
from app.services.saving import Changed, changed_by
from storage import drafts as stored
from storage import reading
from storage.compartment import Write
from storage.drafts import Draft, drafts_of, drop_draft
from storage.vault import TEAM, Vault

HOME_VISIT = "vatra_home_visit"
DRAFT_KIND = "visit"


class VisitDraft(msgspec.Struct, kw_only=True):
    """A visit being written; ``answers`` by question, or ``<person hex>/<question>``."""

    draft_id: bytes
    visit_id: bytes
    family_id: bytes
    form_id: str
    form_version: int
    form_digest: str
    answers: dict[str, Any]
    saved_at: int | None = None


def home_visit_form(vault: Vault, version: int | None = None) -> Form:
    """The home visit form as this worker fills it in; a draft stays on the version it began with."""
    return load_form(HOME_VISIT, vault.keyring.country, version).read_by(vault.compartments)


def begin_visit(vault: Vault, family_id: bytes, now: dt.datetime | None = None) -> VisitDraft:
    """The worker's unfinished visit of this family, or a new one, begun now (default: this laptop's clock and zone)."""
    left = unfinished(vault, family_id)
    if left:
        return left[0]
    form = home_visit_form(vault)
    begun_at = now or dt.datetime.now().astimezone()
    seen_before = reading.line(vault.team, family_id).last_visit_on is not None
    answers = {
        "v_type": "follow" if seen_before else "first",
        "v_date": begun_at.date().isoformat(),
        "v_from": f"{begun_at:%H:%M}",
    }
    return VisitDraft(
        draft_id=time_ordered_id(),
        visit_id=time_ordered_id(),
        family_id=family_id,
        form_id=form.id,
        form_version=form.version,
        form_digest=form.digest,
        answers=answers,
    )


def unfinished(vault: Vault, family_id: bytes | None = None) -> tuple[VisitDraft, ...]:
    """The worker's unfinished visits, newest first; of one family when given."""
    drafts = drafts_of(vault.team, vault.worker.id, family_id)
    return tuple(_opened(vault, draft) for draft in drafts if draft.kind == DRAFT_KIND)


def open_draft(vault: Vault, draft_id: bytes) -> VisitDraft | None:
    """An unfinished visit by its id; None when it was finished or thrown away."""
    return next((draft for draft in unfinished(vault) if draft.draft_id == draft_id), None)


def _opened(vault: Vault, draft: Draft) -> VisitDraft:
    body = draft.body
    answers = dict(body["answers"])
    for part in form_parts.draft_parts(vault, draft.id).values():
        answers |= part.get("answers", {})
    return VisitDraft(
        draft_id=draft.id,
        visit_id=bytes(body["visit_id"]),
        family_id=draft.family or b"",
        form_id=str(body["form_id"]),
        form_version=int(body["form_version"]),
        form_digest=str(body["form_digest"]),
        answers=answers,
        saved_at=draft.saved_at,
    )


def keep_draft(vault: Vault, draft: VisitDraft) -> int:
    """Keep what is typed so far, durably; returns the moment."""
    parts = _whole_form(vault, draft).by_compartment(draft.answers)
    about = {
        "visit_id": draft.visit_id,
        "form_id": draft.form_id,
        "form_version": draft.form_version,
        "form_digest": draft.form_digest,
    }
    of_team = Draft(
        draft.draft_id, DRAFT_KIND, draft.family_id, vault.worker.id, {**about, "answers": parts.pop(TEAM)}, 0
    )
    form_parts.keep_drafts(vault, of_team, {name: {**about, "answers": own} for name, own in parts.items()})
    return stored.keep_draft(vault.team, of_team)


def discard_draft(vault: Vault, draft_id: bytes) -> None:
    """Throw an unfinished visit away, and the pictures that were added to it."""
    unfinished = open_draft(vault, draft_id)
    if unfinished is not None:
        form_parts.take_back(vault, unfinished.visit_id, unfinished.family_id)
        for picture in attachments.attachments_at(vault, unfinished.visit_id):
            attachments.take_back(vault, picture.id, "undo")
    with vault.team.writing():
        drop_draft(vault.team, draft_id)
    form_parts.drop_drafts(vault, draft_id)


def record_visit(vault: Vault, draft: VisitDraft) -> tuple[bytes, Changed]:
    """Keep a finished visit; its draft goes in the same moment. What is missing the form said before."""
    lease.check(vault)
    answers = {key: value for key, value in draft.answers.items() if value is not None}
    form = {"form_id": draft.form_id, "form_version": draft.form_version, "form_digest": draft.form_digest}
    parts = _whole_form(vault, draft).by_compartment(answers)
    groups = {**groups_of(VISIT, form), **answer_groups(VISIT, parts.pop(TEAM))}
    pointers = form_parts.keep_confidential(vault, draft.visit_id, draft.family_id, parts, draft.form_version)
    write = Write("visit", draft.visit_id, draft.family_id, groups, form_version=draft.form_version)
    with vault.team.writing():
        vault.team.save(vault.worker.id, [write, *pointers])
        drop_draft(vault.team, draft.draft_id)
    form_parts.drop_drafts(vault, draft.draft_id)
    vault.last_act = {}
    return draft.visit_id, changed_by((write,))


def _whole_form(vault: Vault, draft: VisitDraft) -> Form:
    return load_form(draft.form_id, vault.keyring.country, draft.form_version)


def open_visit(vault: Vault, visit_id: bytes) -> Visit:
    """A recorded visit, with all answers that this worker reads; RecordMissing when it is not here."""
    visit = reading.get(vault.team, visit_id, Visit)
    answers = dict(visit.answers)
    for own in form_parts.confidential_answers(vault, visit_id).values():
        answers |= own
    return msgspec.structs.replace(visit, answers=answers)


def lies_in(vault: Vault, visit_id: bytes) -> tuple[str, ...]:
    """The compartments that what this worker sees of a visit comes from, ``team`` first."""
    return (TEAM, *form_parts.confidential_answers(vault, visit_id))


def visit_document(
    vault: Vault, visit_id: bytes, language: str, *, now: dt.datetime | None = None
) -> Document:
    """A recorded visit as a printed document, with the version of the form it was recorded with."""
    visit = open_visit(vault, visit_id)
    file = open_family(vault, visit.family or b"")
    author = reading.workers(vault.team).get(visit.author or b"")
    form = None
    if visit.form_id:
        whole = load_form(visit.form_id, vault.keyring.country, visit.form_version)
        form = whole.read_by(vault.compartments)
    paper = Paper(
        language=language,
        office=file.line.commune or vault.keyring.commune_name,
        printed_at=now or dt.datetime.now().astimezone(),
    )
    return document_of_visit(visit, file.family, file.members, author, form, paper)
