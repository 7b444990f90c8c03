"""Assessments: begin one for a family, keep what is half answered, seal it, open it again as it was.

A draft is the record of the forms engine as XML, hidden answers included; it stays on this laptop and on the version of the
form it began with. Sealing keeps the answers by question with form, version and digest, the household as it was, and what
the form computed, so that the record says the same whatever family, amounts and clock are later. A danger sign makes a task
for the supervisor with the very save of the draft that has it, and withdraws it when the answer is taken back.
"""

import datetime as dt
import uuid
import zoneinfo
from collections.abc import Mapping
from typing import Any

import msgspec

from app.domain.ids import time_ordered_id
from app.domain.kinds import ASSESSMENT, TASK, groups_of
from app.domain.records import Assessment, Task, answer_groups
from app.errors import FormInvalid
from app.forms import instruments
from app.forms.filling import ADULT_AGE_YEARS, CHILD_ROLES
from app.forms.instruments import Instrument, Named, Person, load_instrument
from app.forms.questions import Text
from app.forms.stand_in import stand_in
from app.forms.xform.beginning import Settings
from app.forms.xform.entry import Entry
from app.forms.xform.errors import FormProblem
from app.forms.xform.kept import answers_of, calculated_of, record_of
from app.forms.xform.paper import Paper, fill_rosters
from app.forms.xform.scoring import score_of
from app.forms.xform.submission import Submitted, submission_xml, tables
from app.reports.assessment import Printed, blank_document
from app.reports.assessment import assessment_document as document_of_assessment
from app.reports.document import Document
from app.services import lease
from app.services.families import FamilyFile, Member, open_family
from app.services.saving import Changed, changed_by, save
from storage import reading
from storage.compartment import Write
from storage.drafts import Draft, draft_of, drafts_of, drop_draft, keep_draft_within
from storage.vault import Vault
from sync.protocol import MAX_TXN_BYTES, encode

DRAFT_KIND = "assessment"
DANGER_SIGN, SUPERVISOR = "danger_sign", "supervisor"
ROOM_FOR_ANSWERS_BYTES = MAX_TXN_BYTES * 3 // 4
"""Answers of one txn; a longer form is sealed by several, kept together or not at all."""
_SEX = {"female": "F", "male": "M"}


class AssessmentDraft(msgspec.Struct, kw_only=True):
    """An assessment being written. ``record`` is the engine's XML; ``confirmed`` are keys of warnings that may stand."""

    draft_id: bytes
    assessment_id: bytes
    family_id: bytes
    form_id: str
    form_version: int
    form_digest: str
    record: str | None = None
    people: tuple[Person, ...] = ()
    """Whom the record speaks of, also after somebody left the household."""
    confirmed: tuple[str, ...] = ()
    half: dict[str, str] = {}
    """What was typed and does not fit its question yet, such as half a date, by key."""
    confirmed_level: str | None = None
    level_reason: str = ""
    task_id: bytes | None = None
    """The task that a danger sign in this draft made."""
    signs: tuple[str, ...] = ()
    """The danger signs the task knows of, by key."""
    answered: int = 0
    saved_at: int | None = None


class Open(msgspec.Struct, frozen=True, kw_only=True):
    """A form with its record, in a language, about a family; ``paper.entry`` belongs to whoever opened it."""

    file: FamilyFile
    instrument: Instrument
    paper: Paper
    previous: Assessment | None = None
    """The last sealed one of the same form, to set its answers beside today's."""


class OpenDraft(Open, frozen=True, kw_only=True):
    """To go on with."""

    draft: AssessmentDraft


class OpenSealed(Open, frozen=True, kw_only=True):
    """To read."""

    assessment: Assessment
    author: str


def instruments_here(vault: Vault) -> tuple[Named, ...]:
    """What can be filled in about a family of this laptop's country."""
    return instruments.instruments_of(vault.keyring.country)


# drafts


def begin_assessment(vault: Vault, family_id: bytes, form_id: str) -> AssessmentDraft:
    """The worker's unfinished assessment of this family with this form, or a new one on its newest version."""
    for draft in drafts_of(vault.team, vault.worker.id, family_id):
        if draft.kind == DRAFT_KIND and draft.body["form_id"] == form_id:
            return _opened(draft)
    newest = next((one for one in instruments_here(vault) if one.id == form_id), None)
    if newest is None:
        raise FormInvalid(reason="not_here", form=form_id, version=0)
    instrument = load_instrument(form_id, vault.keyring.country, newest.version)
    return AssessmentDraft(
        draft_id=time_ordered_id(),
        assessment_id=time_ordered_id(),
        family_id=family_id,
        form_id=form_id,
        form_version=instrument.version,
        form_digest=instrument.digest,
    )


def unfinished(vault: Vault, family_id: bytes | None = None) -> tuple[AssessmentDraft, ...]:
    """The worker's unfinished assessments, newest first; of one family when given."""
    drafts = drafts_of(vault.team, vault.worker.id, family_id)
    return tuple(_opened(draft) for draft in drafts if draft.kind == DRAFT_KIND)


def open_draft(
    vault: Vault, draft: AssessmentDraft, language: str, now: dt.datetime | None = None
) -> OpenDraft:
    """The draft as a form to go on with: the household as it is now, in every section about its members.

    ``language`` is a code ("ro"), ``now`` the laptop's clock with its zone. FormInvalid when this Vatra has no such form, or
    the draft is none of its records.
    """
    instrument = load_instrument(draft.form_id, vault.keyring.country, draft.form_version)
    file = open_family(vault, draft.family_id)
    begun = now or dt.datetime.now().astimezone()
    day = _day_of(instrument, draft) or begun.date()
    present = tuple(_person(member, day) for member in file.members)
    gone = tuple(one for one in draft.people if one.name not in {person.name for person in present})
    people = (*present, *gone)
    children = [
        person.name for person, member in zip(present, file.members, strict=True) if _child(member, day)
    ]
    settings = _settings(instrument, language, begun)
    try:
        entry = Entry(instrument.for_household(people), settings, draft.record)
    except FormProblem as problem:
        raise FormInvalid(reason=problem.code, form=draft.form_id) from problem
    fill_rosters(entry, children, [person.name for person in present])
    return OpenDraft(
        file=file,
        instrument=instrument,
        paper=Paper(entry),
        previous=_previous(vault, file, draft.form_id),
        draft=msgspec.structs.replace(draft, people=people, record=entry.draft()),
    )


def keep_draft(vault: Vault, draft: AssessmentDraft) -> tuple[AssessmentDraft, Changed]:
    """Keep what is answered so far, durably, and with it the task of its danger signs; returns the draft as it is kept."""
    writes = _task_writes(vault, draft)
    task_id = writes[0].record if writes else draft.task_id or _task_of(vault, draft)
    known = msgspec.structs.replace(draft, task_id=task_id)
    with vault.team.writing():
        if writes:
            vault.team.save(vault.worker.id, writes)
        saved_at = keep_draft_within(vault.team, _stored(vault, known))
    return msgspec.structs.replace(known, saved_at=saved_at), changed_by(writes)


def discard_draft(vault: Vault, draft: AssessmentDraft) -> Changed:
    """Throw an unfinished assessment away, and withdraw its task."""
    writes = _task_writes(vault, msgspec.structs.replace(draft, signs=()))
    with vault.team.writing():
        if writes:
            vault.team.save(vault.worker.id, writes)
        drop_draft(vault.team, draft.draft_id)
    return changed_by(writes)


def _stored(vault: Vault, draft: AssessmentDraft) -> Draft:
    body = msgspec.to_builtins(draft, builtin_types=(bytes,))
    for name in ("draft_id", "family_id", "saved_at"):
        del body[name]
    return Draft(draft.draft_id, DRAFT_KIND, draft.family_id, vault.worker.id, body, 0)


def _opened(draft: Draft) -> AssessmentDraft:
    own = {"draft_id": draft.id, "family_id": draft.family or b"", "saved_at": draft.saved_at}
    return msgspec.convert({**draft.body, **own}, AssessmentDraft)


def _task_of(vault: Vault, draft: AssessmentDraft) -> bytes | None:
    stored = draft_of(vault.team, draft.draft_id)
    return _opened(stored).task_id if stored is not None else None


def _task_writes(vault: Vault, draft: AssessmentDraft) -> tuple[Write, ...]:
    """What the task has to be told: that it exists, that its signs are others now, that it is withdrawn or stands again."""
    stored = draft_of(vault.team, draft.draft_id)
    before = _opened(stored) if stored is not None else None
    if draft.signs == (before.signs if before is not None else ()):
        return ()
    now_s = int(dt.datetime.now(dt.UTC).timestamp())
    values: dict[str, Any] = {"signs": list(draft.signs)} if draft.signs else {}
    groups = groups_of(TASK, values)
    groups["withdrawn"] = {} if draft.signs else {"withdrawn_at": now_s}
    # The caller may not have heard of the task yet that an earlier save of this draft made.
    task_id = draft.task_id or (before.task_id if before is not None else None)
    if task_id is None:
        task_id = time_ordered_id()
        about = {"what": DANGER_SIGN, "about": draft.assessment_id, "form_id": draft.form_id}
        groups |= groups_of(TASK, {**about, "for_whom": SUPERVISOR, "noticed_at": now_s})
        del groups["withdrawn"]
    return (Write(TASK.name, task_id, draft.family_id, groups),)


# the household


def _person(member: Member, day: dt.date) -> Person:
    person = member.person
    age = person.age_on(day)
    return Person(
        person.id.hex(), person.full_name, "" if age is None else str(age), _SEX.get(person.sex or "", "")
    )


def _child(member: Member, day: dt.date) -> bool:
    age = member.person.age_on(day)
    return age < ADULT_AGE_YEARS if age is not None else member.membership.role in CHILD_ROLES


def _day_of(instrument: Instrument, draft: AssessmentDraft) -> dt.date | None:
    """The day the form speaks of, if it is answered: ages count on it."""
    if draft.record is None or instrument.date_question is None:
        return None
    settings = Settings(lambda: dt.datetime.now(dt.UTC), dt.UTC)
    try:
        entry = Entry(instrument.for_household(draft.people), settings, draft.record, frozen=True)
        return dt.date.fromisoformat(str(answers_of(entry).get(instrument.date_question)))
    except (FormProblem, ValueError):
        return None


def _settings(instrument: Instrument, language: str, now: dt.datetime) -> Settings:
    """The engine's clock goes on from ``now`` as the laptop's does."""
    started = dt.datetime.now(dt.UTC)
    zone = now.tzinfo or dt.UTC
    return Settings(
        lambda: now + (dt.datetime.now(dt.UTC) - started), zone, language=instrument.language(language)
    )


def _previous(vault: Vault, file: FamilyFile, form_id: str) -> Assessment | None:
    sealed = [one for one in assessments_of(vault, file.family.id) if one.form_id == form_id]
    return sealed[0] if sealed else None


# sealed ones


def seal_assessment(
    vault: Vault, draft: AssessmentDraft, paper: Paper, language: str, now: dt.datetime | None = None
) -> tuple[bytes, Changed]:
    """Keep a finished assessment for ever; its draft goes in the same moment. What is missing the form said before.

    ValueError for one that is not finished: the window offers no way to that.
    """
    if paper.missing():
        raise ValueError("required answers are missing")
    lease.check(vault)
    moment = now or dt.datetime.now().astimezone()
    score = score_of(paper)
    answers = answers_of(paper.entry)
    instrument = load_instrument(draft.form_id, vault.keyring.country, draft.form_version)
    values = {
        "form_id": draft.form_id,
        "form_version": draft.form_version,
        "form_digest": draft.form_digest,
        "language": language,
        "on": str(answers.get(instrument.date_question or "") or moment.date().isoformat()),
        "sealed_at": int(moment.timestamp()),
        "zone": f"{moment:%z}",
        "roster": [list(msgspec.structs.astuple(person)) for person in draft.people],
        "suggested_level": score.level,
        "score": paper.computed("score") or None,
        "danger": [paper.key(node) for node in score.danger],
        "calculated": calculated_of(paper.entry),
        "confirmed_level": draft.confirmed_level or score.level,
        "level_reason": draft.level_reason.strip() or None,
    }
    head = Write(
        ASSESSMENT.name, draft.assessment_id, draft.family_id, groups_of(ASSESSMENT, values),
        form_version=draft.form_version,
    )  # fmt: skip
    parts = _parts(answer_groups(ASSESSMENT, answers))
    with vault.team.writing():
        for groups in ({**head.groups, **parts[0]}, *parts[1:]):
            vault.team.save(vault.worker.id, [msgspec.structs.replace(head, groups=groups)])
        drop_draft(vault.team, draft.draft_id)
    vault.last_act = {}
    return draft.assessment_id, changed_by((head,))


def _parts(groups: Mapping[str, Mapping[str, Any]]) -> list[dict[str, Mapping[str, Any]]]:
    """The answers in portions that fit a txn each; at least one portion."""
    parts: list[dict[str, Mapping[str, Any]]] = [{}]
    size = 0
    for name, fields in groups.items():
        length = len(name.encode()) + len(encode(dict(fields))) + 8
        if parts[-1] and size + length > ROOM_FOR_ANSWERS_BYTES:
            parts.append({})
            size = 0
        parts[-1][name] = fields
        size += length
    return parts


def assessments_of(vault: Vault, family_id: bytes) -> tuple[Assessment, ...]:
    """The sealed assessments of a family, the latest first."""
    found = [one for one in reading.of_family(vault.team, family_id) if isinstance(one, Assessment)]
    return tuple(sorted(found, key=lambda one: (one.on or "", one.sealed_at), reverse=True))


class OfFamily(msgspec.Struct, frozen=True):
    """What the family's page shows: sealed ones and the worker's drafts, the latest first, and tasks that wait."""

    sealed: tuple[Assessment, ...]
    drafts: tuple[AssessmentDraft, ...]
    tasks: tuple[Task, ...]
    titles: Mapping[str, Text]
    """By form id, in all languages."""


def of_family(vault: Vault, family_id: bytes) -> OfFamily:
    """All about the assessments of a family."""
    titles = {one.id: one.title for one in instruments_here(vault)}
    return OfFamily(
        assessments_of(vault, family_id), unfinished(vault, family_id), open_tasks(vault, family_id), titles
    )


def open_tasks(vault: Vault, family_id: bytes) -> tuple[Task, ...]:
    """Tasks of a family that nobody has done, the oldest first."""
    found = [one for one in reading.of_family(vault.team, family_id) if isinstance(one, Task) and one.is_open]
    return tuple(sorted(found, key=lambda one: one.noticed_at))


def finish_task(vault: Vault, task_id: bytes) -> Changed:
    """Note that the worker has done a task."""
    task = reading.get(vault.team, task_id, Task)
    done = {"done_at": int(dt.datetime.now(dt.UTC).timestamp()), "done_by": vault.worker.name}
    return save(vault, Write(TASK.name, task.id, task.family, groups_of(TASK, done)))


def open_assessment(vault: Vault, assessment_id: bytes, language: str) -> OpenSealed:
    """A sealed assessment with its own version of the form, as it was; where this Vatra has not got that, its answers by their
    keys. RecordMissing when it is not here.
    """
    assessment = reading.get(vault.team, assessment_id, Assessment)
    instrument, paper = _as_sealed(vault, assessment, language)
    file = open_family(vault, assessment.family or b"")
    author = reading.workers(vault.team).get(assessment.author or b"")
    return OpenSealed(
        file=file,
        instrument=instrument,
        paper=paper,
        assessment=assessment,
        author=author.called if author is not None else "",
    )


def _as_sealed(vault: Vault, assessment: Assessment, language: str) -> tuple[Instrument, Paper]:
    try:
        instrument = load_instrument(assessment.form_id, vault.keyring.country, assessment.form_version)
    except FormInvalid:
        names = {row[0]: row[1] for row in assessment.roster}
        kept = {**assessment.answers, **assessment.calculated}
        labels = {key: " · ".join(names.get(part, part) for part in reversed(key.split("/"))) for key in kept}
        instrument, own_keys = stand_in(assessment.form_id, assessment.form_version, labels)
        plain = {own_keys[key]: value for key, value in kept.items()}
        assessment = msgspec.structs.replace(assessment, answers=plain, calculated={})
    return instrument, sealed_paper(assessment, instrument, language)


def sealed_paper(assessment: Assessment, instrument: Instrument, language: str) -> Paper:
    """The form with the answers of a sealed assessment; nothing is computed anew."""
    people = [Person(*row) for row in assessment.roster]
    form = instrument.for_household(people)
    sealed = dt.datetime.fromtimestamp(assessment.sealed_at, dt.UTC)
    settings = Settings(lambda: sealed, zoneinfo.ZoneInfo("UTC"), language=instrument.language(language))
    kept = {**assessment.answers, **assessment.calculated}
    record = record_of(form, kept, [person.name for person in people])
    return Paper(Entry(form, settings, record, frozen=True))


# on paper


def assessment_document(
    vault: Vault, assessment_id: bytes, language: str, *, now: dt.datetime | None = None
) -> Document:
    """A sealed assessment as a printed document, with the version of the form it was filled in with."""
    opened = open_assessment(vault, assessment_id, language)
    return document_of_assessment(
        opened.assessment,
        opened.paper,
        opened.instrument,
        opened.file.family,
        opened.author,
        _printed(vault, language, now),
    )


def blank_form(vault: Vault, form_id: str, language: str, *, now: dt.datetime | None = None) -> Document:
    """The newest version of a form, empty, to fill in by hand where no laptop goes."""
    newest = next((one for one in instruments_here(vault) if one.id == form_id), None)
    if newest is None:
        raise FormInvalid(reason="not_here", form=form_id, version=0)
    instrument = load_instrument(form_id, vault.keyring.country, newest.version)
    printed = _printed(vault, language, now)
    entry = Entry(instrument.for_household(()), _settings(instrument, language, printed.printed_at))
    return blank_document(Paper(entry), instrument, printed)


def _printed(vault: Vault, language: str, now: dt.datetime | None) -> Printed:
    return Printed(
        language=language, office=vault.keyring.commune_name, printed_at=now or dt.datetime.now().astimezone()
    )


# for other programs


def export_answers(vault: Vault, form_id: str) -> dict[str, str]:
    """All sealed assessments with a form, of every family of this laptop, by file name: a table for each version of the form,
    one for each of its repeats, and every assessment as an XForm submission. Whoever lets them out has it noted first.

    Nothing for a form that nobody used; a version this Vatra does not have is left out.
    """
    files: dict[str, str] = {}
    by_version: dict[int, list[Assessment]] = {}
    for one in reading.of_kind(vault.team, Assessment):
        if one.form_id == form_id:
            by_version.setdefault(one.form_version, []).append(one)
    for version, sealed in sorted(by_version.items()):
        try:
            instrument = load_instrument(form_id, vault.keyring.country, version)
        except FormInvalid:
            continue
        submitted = [_submitted(one, instrument) for one in sorted(sealed, key=lambda one: one.sealed_at)]
        for name, table in tables(instrument.form, submitted).items():
            files[f"{name}-v{version}.csv"] = table
        for each in submitted:
            files[f"{form_id}-v{version}/{each.key.removeprefix('uuid:')}.xml"] = submission_xml(each)
    return files


def _submitted(assessment: Assessment, instrument: Instrument) -> Submitted:
    sealed_at = dt.datetime.fromtimestamp(assessment.sealed_at, dt.UTC).isoformat()
    about = {
        "SubmissionDate": sealed_at,
        "FormVersion": str(assessment.form_version),
        "ConfirmedLevel": assessment.level or "",
        "LevelReason": assessment.level_reason or "",
    }
    paper = sealed_paper(assessment, instrument, "en")
    return Submitted(f"uuid:{uuid.UUID(bytes=assessment.id)}", paper.entry, about)
