"""Assessments: begin one for a family, keep what is half answered, seal it, open it again as it was.

A draft is the record of the forms engine as XML, hidden answers included; it stays on this laptop and on the version of the
form it began with. Sealing keeps the answers by question with form, version and digest, the household as it was, and what
the form computed, so that the record says the same whatever family, amounts and clock are later. A danger sign makes a task
for the supervisor with the very save of the draft that has it, and withdraws it when the answer is taken back.

A sealed one is never changed: it is corrected by another one that names it, about the household as it was then.
"""

import datetime as dt
import zoneinfo
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

import msgspec

from app.domain.corrections import corrected, told_anew
from app.domain.ids import time_ordered_id
from app.domain.kinds import ASSESSMENT, TASK, groups_of
from app.domain.records import Assessment, Task, answer_groups
from app.errors import FormInvalid
from app.forms.filling import ADULT_AGE_YEARS, CHILD_ROLES
from app.forms.instruments import Instrument
from app.forms.questions import Text
from app.forms.stand_in import stand_in
from app.forms.xform.beginning import Settings
from app.forms.xform.compared import Answered, answered_in
from app.forms.xform.entry import Entry
from app.forms.xform.errors import FormProblem
from app.forms.xform.kept import answers_of, record_of
from app.forms.xform.members import fill_rosters
from app.forms.xform.paper import Paper, is_signature, own_name
from app.forms.xform.scoring import score_of
from app.forms.xform.vault_lists import Person, VaultLists
from app.services import assessment_parts, form_parts, lease
from app.services.assessment_levels import GivenLevel, given_level
from app.services.assessment_lists import ListsKept, lists_now, lists_sealed, sealed_lists, vault_lists
from app.services.assessment_members import SEX, edits_of, facts_of, writes_of
from app.services.county_forms import Offered, check_of, find_form, offered, titles
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
    lists: ListsKept = ListsKept()
    """What else of the vault it was offered."""
    confirmed: tuple[str, ...] = ()
    half: dict[str, str] = {}
    """What was typed and does not fit its question yet, such as half a date, by key."""
    put_in: dict[str, str] = {}
    """What the record of a member answered when the question came, by key."""
    left_out: tuple[str, ...] = ()
    """Keys of answers about members that shall not be taken into their record."""
    confirmed_level: str | None = None
    level_reason: str = ""
    amends: bytes | None = None
    """The sealed one that this corrects."""
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
    checked: bool = False
    """Somebody compared the form with the law; until then it is a working document."""
    previous: Assessment | None = None
    """The last sealed one of the same form; for a correction, what it corrects."""
    before: Mapping[str, Answered] = {}
    """Its answers by key, to set beside today's; none where this Vatra has not got its version of the form."""


class OpenDraft(Open, frozen=True, kw_only=True):
    """To go on with."""

    draft: AssessmentDraft


class OpenSealed(Open, frozen=True, kw_only=True):
    """To read."""

    assessment: Assessment
    author: str
    correction: Assessment | None = None
    """The one that corrects it."""
    given: GivenLevel
    """Who gave the level that counts, and whether this worker may give another one."""
    part_missing: bool = False
    """A confidential part that this worker reads is not here, or not as it was sealed."""


def instruments_here(vault: Vault) -> tuple[Offered, ...]:
    """What can be filled in about a family here: the forms of Vatra and of the county that stand, for this worker."""
    return offered(vault)


# drafts


def begin_assessment(vault: Vault, family_id: bytes, form_id: str) -> AssessmentDraft:
    """The worker's unfinished assessment of this family with this form, or a new one on its newest version."""
    for draft in unfinished(vault, family_id):
        if draft.form_id == form_id and draft.amends is None:
            return draft
    instrument = newest_instrument(vault, form_id)
    return AssessmentDraft(
        draft_id=time_ordered_id(),
        assessment_id=time_ordered_id(),
        family_id=family_id,
        form_id=form_id,
        form_version=instrument.version,
        form_digest=instrument.digest,
    )


def begin_amendment(vault: Vault, assessment_id: bytes) -> AssessmentDraft:
    """The worker's unfinished correction of a sealed assessment, or a new one with everything that was answered; who corrects
    signs anew.

    FormInvalid when its version of the form is not here, RecordMissing when it is not here itself.
    """
    sealed, _ = read_assessment(vault, assessment_id)
    for draft in unfinished(vault, sealed.family):
        if draft.amends == assessment_id:
            return draft
    instrument = instrument_of(vault, sealed.form_id, sealed.form_version, digest=sealed.form_digest)
    people = tuple(Person(*row) for row in sealed.roster)
    signed = {own_name(instrument.form, field) for field in instrument.form.fields if is_signature(field)}
    kept = {key: value for key, value in sealed.known.items() if key.rpartition("/")[2] not in signed}
    return AssessmentDraft(
        draft_id=time_ordered_id(),
        assessment_id=time_ordered_id(),
        family_id=sealed.family or b"",
        form_id=sealed.form_id,
        form_version=sealed.form_version,
        form_digest=sealed.form_digest,
        record=record_of(
            instrument.with_lists(sealed_lists(vault, instrument.form, sealed)),
            kept,
            [person.name for person in people],
        ),
        people=people,
        lists=lists_sealed(sealed),
        confirmed_level=None if sealed.confirmed_level == sealed.suggested_level else sealed.confirmed_level,
        level_reason=sealed.level_reason or "",
        amends=assessment_id,
    )


def newest_instrument(vault: Vault, form_id: str) -> Instrument:
    """The version of a form to begin with. FormInvalid when there is none here."""
    newest = next((one for one in instruments_here(vault) if one.id == form_id), None)
    if newest is None:
        raise FormInvalid(reason="not_here", form=form_id, version=0)
    return instrument_of(vault, form_id, newest.version, digest=newest.digest)


def instrument_of(
    vault: Vault,
    form_id: str,
    version: int,
    compartments: Collection[str] | None = None,
    *,
    digest: str = "",
) -> Instrument:
    """A version of a form as somebody has it who reads these compartments (default: this worker). FormInvalid when it is not
    here.
    """
    whole = find_form(vault, form_id, version, digest)
    return whole.for_readers(vault.compartments if compartments is None else compartments)


def unfinished(vault: Vault, family_id: bytes | None = None) -> tuple[AssessmentDraft, ...]:
    """The worker's unfinished assessments, newest first; of one family when given."""
    drafts = drafts_of(vault.team, vault.worker.id, family_id)
    return tuple(_opened(vault, draft) for draft in drafts if draft.kind == DRAFT_KIND)


def open_draft(
    vault: Vault, draft: AssessmentDraft, language: str, now: dt.datetime | None = None
) -> OpenDraft:
    """The draft as a form to go on with: the household as it is now, in every section about its members; of a correction as it
    was then.

    ``language`` is a code ("ro"), ``now`` the laptop's clock with its zone. FormInvalid when this Vatra has no such form, or
    the draft is none of its records.
    """
    instrument = instrument_of(vault, draft.form_id, draft.form_version, digest=draft.form_digest)
    file = open_family(vault, draft.family_id)
    begun = now or dt.datetime.now().astimezone()
    day = _day_of(vault, instrument, draft) or begun.date()
    members = file.members if draft.amends is None else ()
    present = tuple(_person(member, day) for member in members)
    gone = tuple(one for one in draft.people if one.name not in {person.name for person in present})
    people = (*present, *gone)
    children = [person.name for person, member in zip(present, members, strict=True) if _child(member, day)]
    previous = _previous(vault, file, draft.form_id, draft.amends)
    lists = draft.lists
    if draft.amends is None:
        lists = lists_now(vault, instrument.form, language, lists, previous)
    settings = settings_of(instrument, language, begun)
    try:
        form = instrument.with_lists(vault_lists(vault, instrument.form, people, lists))
        entry = Entry(form, settings, draft.record)
    except FormProblem as problem:
        raise FormInvalid(reason=problem.code, form=draft.form_id) from problem
    answered = fill_rosters(entry, children, [person.name for person in present], facts_of(members))
    paper = Paper(entry)
    put_in = {**draft.put_in, **{paper.key(node): node.state.raw for node in answered}}
    return OpenDraft(
        file=file,
        instrument=instrument,
        checked=check_of(vault, instrument) is not None,
        paper=paper,
        previous=previous,
        before=_answered(vault, previous, language),
        draft=msgspec.structs.replace(draft, people=people, lists=lists, record=entry.draft(), put_in=put_in),
    )


def keep_draft(vault: Vault, draft: AssessmentDraft) -> tuple[AssessmentDraft, Changed]:
    """Keep what is answered so far, durably, and with it the task of its danger signs; returns the draft as it is kept."""
    form = instrument_of(vault, draft.form_id, draft.form_version, digest=draft.form_digest).form
    told = msgspec.structs.replace(draft, signs=assessment_parts.told_signs(form, draft.signs))
    writes = _task_writes(vault, told)
    task_id = writes[0].record if writes else draft.task_id or _task_of(vault, draft)
    known = msgspec.structs.replace(told, task_id=task_id)
    of_team = assessment_parts.keep_apart(vault, form, _stored(vault, known))
    with vault.team.writing():
        if writes:
            vault.team.save(vault.worker.id, writes)
        saved_at = keep_draft_within(vault.team, of_team)
    return msgspec.structs.replace(known, saved_at=saved_at), changed_by(writes)


def discard_draft(vault: Vault, draft: AssessmentDraft) -> Changed:
    """Throw an unfinished assessment away, and withdraw its task."""
    writes = _task_writes(vault, msgspec.structs.replace(draft, signs=()))
    form_parts.take_back(vault, draft.assessment_id, draft.family_id)
    with vault.team.writing():
        if writes:
            vault.team.save(vault.worker.id, writes)
        drop_draft(vault.team, draft.draft_id)
    form_parts.drop_drafts(vault, draft.draft_id)
    return changed_by(writes)


def _stored(vault: Vault, draft: AssessmentDraft) -> Draft:
    body = msgspec.to_builtins(draft, builtin_types=(bytes,))
    for name in ("draft_id", "family_id", "saved_at"):
        del body[name]
    return Draft(draft.draft_id, DRAFT_KIND, draft.family_id, vault.worker.id, body, 0)


def _opened(vault: Vault, draft: Draft) -> AssessmentDraft:
    own = {"draft_id": draft.id, "family_id": draft.family or b"", "saved_at": draft.saved_at}
    return msgspec.convert({**assessment_parts.joined(vault, draft).body, **own}, AssessmentDraft)


def _task_of(vault: Vault, draft: AssessmentDraft) -> bytes | None:
    stored = draft_of(vault.team, draft.draft_id)
    return stored.body["task_id"] if stored is not None else None


def _task_writes(vault: Vault, draft: AssessmentDraft) -> tuple[Write, ...]:
    """What the task has to be told: that it exists, that its signs are others now, that it is withdrawn or stands again."""
    stored = draft_of(vault.team, draft.draft_id)
    before = _opened(vault, stored) if stored is not None else None
    # The caller may not have heard of the task yet that an earlier save of this draft made.
    task_id = draft.task_id or (before.task_id if before is not None else None)
    if task_id is None:
        return _new_task(vault, draft)
    if before is not None and draft.signs == before.signs:
        return ()
    groups = groups_of(TASK, {"signs": list(draft.signs)}) if draft.signs else {}
    groups["withdrawn"] = {} if draft.signs else {"withdrawn_at": int(dt.datetime.now(dt.UTC).timestamp())}
    return (Write(TASK.name, task_id, draft.family_id, groups),)


def _new_task(vault: Vault, draft: AssessmentDraft) -> tuple[Write, ...]:
    """The task of the first danger sign; none while a correction has only those that are known."""
    if frozenset(draft.signs) <= frozenset(_known_signs(vault, draft)):
        return ()
    about = {"what": DANGER_SIGN, "about": draft.assessment_id, "form_id": draft.form_id}
    noticed = {"noticed_at": int(dt.datetime.now(dt.UTC).timestamp()), "signs": list(draft.signs)}
    groups = groups_of(TASK, {**about, "for_whom": SUPERVISOR, **noticed})
    return (Write(TASK.name, time_ordered_id(), draft.family_id, groups),)


def _known_signs(vault: Vault, draft: AssessmentDraft) -> tuple[str, ...]:
    """The danger signs that are no news: those of what is corrected."""
    if draft.amends is None:
        return ()
    return reading.get(vault.team, draft.amends, Assessment).danger


# the household


def _person(member: Member, day: dt.date) -> Person:
    person = member.person
    age = person.age_on(day)
    return Person(
        person.id.hex(), person.full_name, "" if age is None else str(age), SEX.get(person.sex or "", "")
    )


def _child(member: Member, day: dt.date) -> bool:
    age = member.person.age_on(day)
    return age < ADULT_AGE_YEARS if age is not None else member.membership.role in CHILD_ROLES


def _day_of(vault: Vault, instrument: Instrument, draft: AssessmentDraft) -> dt.date | None:
    """The day the form speaks of, if it is answered: ages count on it."""
    if draft.record is None or instrument.date_question is None:
        return None
    settings = Settings(lambda: dt.datetime.now(dt.UTC), dt.UTC)
    try:
        form = instrument.with_lists(vault_lists(vault, instrument.form, draft.people, draft.lists))
        entry = Entry(form, settings, draft.record, frozen=True)
        return dt.date.fromisoformat(str(answers_of(entry).get(instrument.date_question)))
    except (FormProblem, ValueError):
        return None


def settings_of(instrument: Instrument, language: str, now: dt.datetime) -> Settings:
    """The engine's clock goes on from ``now`` as the laptop's does."""
    started = dt.datetime.now(dt.UTC)
    zone = now.tzinfo or dt.UTC
    return Settings(
        lambda: now + (dt.datetime.now(dt.UTC) - started), zone, language=instrument.language(language)
    )


def _previous(
    vault: Vault, file: FamilyFile, form_id: str, amends: bytes | None, until: int | None = None
) -> Assessment | None:
    """What an assessment is compared with: what it corrects, or the last one ``until`` a moment that was not corrected by then."""
    of_form = [one for one in assessments_of(vault, file.family.id) if one.form_id == form_id]
    if amends is not None:
        return next((one for one in of_form if one.id == amends), None)
    sealed = [one for one in of_form if until is None or one.sealed_at < until]
    gone = corrected(one.amends for one in sealed)
    return next((one for one in sealed if one.id not in gone), None)


def _answered(vault: Vault, assessment: Assessment | None, language: str) -> Mapping[str, Answered]:
    if assessment is None:
        return {}
    read, compartments = assessment_parts.as_read(vault, assessment)
    try:
        instrument = instrument_of(
            vault, assessment.form_id, assessment.form_version, compartments, digest=assessment.form_digest
        )
    except FormInvalid:
        return {}
    return answered_in(sealed_paper(read, instrument, language, sealed_lists(vault, instrument.form, read)))


# sealed ones


def seal_assessment(
    vault: Vault, draft: AssessmentDraft, paper: Paper, language: str, now: dt.datetime | None = None
) -> tuple[bytes, Changed]:
    """Keep a finished assessment for ever, and with it what it says otherwise of members; its draft goes in the same moment. What
    is missing the form said before.

    ValueError for one that is not finished: the window offers no way to that.
    """
    if paper.missing():
        raise ValueError("required answers are missing")
    lease.check(vault)
    moment = now or dt.datetime.now().astimezone()
    score = score_of(paper)
    known = assessment_parts.to_seal(paper.entry)
    instrument = instrument_of(vault, draft.form_id, draft.form_version, digest=draft.form_digest)
    pointers = form_parts.keep_confidential(
        vault, draft.assessment_id, draft.family_id, known.parts, draft.form_version
    )
    values = {
        "form_id": draft.form_id,
        "form_version": draft.form_version,
        "form_digest": draft.form_digest,
        "amends": draft.amends,
        "language": language,
        "on": str(known.answers.get(instrument.date_question or "") or moment.date().isoformat()),
        "sealed_at": int(moment.timestamp()),
        "zone": f"{moment:%z}",
        "roster": [list(msgspec.structs.astuple(person)) for person in draft.people],
        "suggested_level": score.level,
        "score": paper.computed("score") or None,
        "danger": list(assessment_parts.told_signs(paper.form, map(paper.key, score.danger))),
        "calculated": dict(known.calculated),
        "parts": form_parts.hashes_of(vault, draft.assessment_id) or None,
        "confirmed_level": draft.confirmed_level or score.level,
        "level_reason": draft.level_reason.strip() or None,
    }
    head = Write(
        ASSESSMENT.name, draft.assessment_id, draft.family_id, groups_of(ASSESSMENT, values),
        form_version=draft.form_version,
    )  # fmt: skip
    lists = groups_of(ASSESSMENT, draft.lists.sealed())
    portions = _portions({**lists, **answer_groups(ASSESSMENT, known.answers)})
    members = open_family(vault, draft.family_id).members if draft.amends is None else ()
    edits = writes_of(edits_of(paper, members, draft.put_in), members, draft.left_out)
    with vault.team.writing():
        vault.team.save(
            vault.worker.id,
            [msgspec.structs.replace(head, groups={**head.groups, **portions[0]}), *pointers, *edits],
        )
        for groups in portions[1:]:
            vault.team.save(vault.worker.id, [msgspec.structs.replace(head, groups=groups)])
        drop_draft(vault.team, draft.draft_id)
    form_parts.drop_drafts(vault, draft.draft_id)
    vault.last_act = {}
    return draft.assessment_id, changed_by((head, *edits))


def _portions(groups: Mapping[str, Mapping[str, Any]]) -> list[dict[str, Mapping[str, Any]]]:
    """The answers in portions that fit a txn each; at least one portion."""
    portions: list[dict[str, Mapping[str, Any]]] = [{}]
    size = 0
    for name, fields in groups.items():
        length = len(name.encode()) + len(encode(dict(fields))) + 8
        if portions[-1] and size + length > ROOM_FOR_ANSWERS_BYTES:
            portions.append({})
            size = 0
        portions[-1][name] = fields
        size += length
    return portions


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
    forms: tuple[Offered, ...]
    """What can be begun or gone on with."""

    @property
    def corrected(self) -> frozenset[bytes]:
        """Ids of sealed ones that a correction counts in place of."""
        return corrected(one.amends for one in self.sealed)


def of_family(vault: Vault, family_id: bytes) -> OfFamily:
    """All about the assessments of a family."""
    drafts = unfinished(vault, family_id)
    return OfFamily(
        assessments_of(vault, family_id),
        drafts,
        open_tasks(vault, family_id),
        titles(vault),
        forms_with(vault, drafts),
    )


def forms_with(vault: Vault, drafts: Iterable[AssessmentDraft]) -> tuple[Offered, ...]:
    """What can be begun, and besides what these drafts are on although the county has withdrawn it: what was begun is finished."""
    standing = instruments_here(vault)
    offered_ids = {one.id for one in standing}
    begun = {draft.form_id: draft for draft in drafts if draft.form_id not in offered_ids}
    return (*standing, *(one for draft in begun.values() for one in _still_open(vault, draft)))


def _still_open(vault: Vault, draft: AssessmentDraft) -> Iterator[Offered]:
    try:
        one = instrument_of(vault, draft.form_id, draft.form_version, digest=draft.form_digest)
    except FormInvalid:
        return
    yield Offered(id=one.id, version=one.version, digest=one.digest, title=one.title)


def open_tasks(vault: Vault, family_id: bytes) -> tuple[Task, ...]:
    """Tasks of a family that nobody has done, the oldest first; of danger that a correction tells again, only its task."""
    records = reading.of_family(vault.team, family_id)
    tasks = [one for one in records if isinstance(one, Task)]
    told = [one.about for one in tasks if one.about is not None and one.withdrawn_at is None]
    again = told_anew(told, {one.id: one.amends for one in records if isinstance(one, Assessment)})
    waiting = (one for one in tasks if one.is_open and one.about not in again)
    return tuple(sorted(waiting, key=lambda one: one.noticed_at))


def finish_task(vault: Vault, task_id: bytes) -> Changed:
    """Note that the worker has done a task."""
    task = reading.get(vault.team, task_id, Task)
    done = {"done_at": int(dt.datetime.now(dt.UTC).timestamp()), "done_by": vault.worker.name}
    return save(vault, Write(TASK.name, task.id, task.family, groups_of(TASK, done)))


def open_assessment(vault: Vault, assessment_id: bytes, language: str) -> OpenSealed:
    """A sealed assessment with its own version of the form, as it was; where this Vatra has not got that, its answers by their
    keys. RecordMissing when it is not here.
    """
    assessment, compartments = read_assessment(vault, assessment_id)
    instrument, paper = _as_sealed(vault, assessment, compartments, language)
    file = open_family(vault, assessment.family or b"")
    author = reading.workers(vault.team).get(assessment.author or b"")
    previous = _previous(vault, file, assessment.form_id, assessment.amends, assessment.sealed_at)
    corrections = (one for one in assessments_of(vault, file.family.id) if one.amends == assessment_id)
    return OpenSealed(
        file=file,
        instrument=instrument,
        checked=check_of(vault, instrument) is not None,
        paper=paper,
        assessment=assessment,
        author=author.called if author is not None else "",
        correction=next(corrections, None),
        given=given_level(vault, assessment),
        part_missing=assessment_parts.lies_in(vault, [assessment]) != compartments,
        previous=previous,
        before=_answered(vault, previous, language),
    )


def read_assessment(vault: Vault, assessment_id: bytes) -> tuple[Assessment, tuple[str, ...]]:
    """A sealed assessment with all that this worker reads of it, and the compartments that comes from, ``team`` first."""
    return assessment_parts.as_read(vault, reading.get(vault.team, assessment_id, Assessment))


def _as_sealed(
    vault: Vault, assessment: Assessment, compartments: Collection[str], language: str
) -> tuple[Instrument, Paper]:
    try:
        instrument = instrument_of(
            vault, assessment.form_id, assessment.form_version, compartments, digest=assessment.form_digest
        )
    except FormInvalid:
        names = {row[0]: row[1] for row in assessment.roster}
        kept = assessment.known
        labels = {key: " · ".join(names.get(part, part) for part in reversed(key.split("/"))) for key in kept}
        instrument, own_keys = stand_in(assessment.form_id, assessment.form_version, labels)
        plain = {own_keys[key]: value for key, value in kept.items()}
        assessment = msgspec.structs.replace(assessment, answers=plain, calculated={}, apart={})
    lists = sealed_lists(vault, instrument.form, assessment)
    return instrument, sealed_paper(assessment, instrument, language, lists)


def sealed_paper(assessment: Assessment, instrument: Instrument, language: str, lists: VaultLists) -> Paper:
    """The form with the answers of a sealed assessment, and its ``sealed_lists``; nothing is computed anew."""
    form = instrument.with_lists(lists)
    sealed = dt.datetime.fromtimestamp(assessment.sealed_at, dt.UTC)
    settings = Settings(lambda: sealed, zoneinfo.ZoneInfo("UTC"), language=instrument.language(language))
    record = record_of(form, assessment.known, [person.name for person in lists.members])
    return Paper(Entry(form, settings, record, frozen=True))
