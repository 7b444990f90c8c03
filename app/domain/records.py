"""Typed records, as the rest of Vatra reads them: families, people, memberships, visits, notes, workers, looks.

They are read from the shown values of a record (``from_values``) and never written back whole: a save carries only the
groups that changed. Ids are 16 bytes; moments are whole seconds since 1970; days are ISO text or ``PartialDate``.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Self

import msgspec

from app.domain.kinds import (
    ANSWER_PREFIX,
    ASSESSMENT,
    ATTACHMENT,
    AUDIT,
    COMMUNE,
    DECISION,
    DEVICE,
    ELSEWHERE,
    FAMILY,
    FORM,
    FORM_PIECE,
    MEMBERSHIP,
    NOTE,
    PART,
    PERSON,
    SECTION_ANSWERS,
    TASK,
    VISIT,
    WORKER,
    Kind,
)
from app.domain.partial_date import PartialDate, readable_date


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """What every record has: identity, family, and whether two values wait for a decision or for the county."""

    id: bytes
    family: bytes | None = None
    conflicts: int = 0
    pending: bool = False
    void_reason: str | None = None
    voided_at: int | None = None
    import_id: str | None = None
    import_source: str | None = None

    @classmethod
    def from_values(cls, values: Mapping[str, Any]) -> Self:
        """Build from field values; unknown fields (of a newer Vatra) are left aside, not lost: storage keeps them."""
        known = {field: value for field, value in values.items() if field in cls.__struct_fields__}
        return cls(**known)


class Family(Record, frozen=True, kw_only=True):
    """A household under care; ``flags`` is a set of free words such as the reasons of help."""

    name: str = ""
    number: str | None = None
    phone: str | None = None
    status: str | None = None
    case_manager: str | None = None
    last_contact_on: str | None = None
    case_worker: str | None = None
    """The name an office's own list gave, before a case manager is named."""
    declared_members: int | None = None
    income_minor: int | None = None
    """Monthly income of the household in bani or grosze, as the list said."""
    income_currency: str | None = None
    commune: str | None = None
    village: str | None = None
    street: str | None = None
    directions: str | None = None
    flags: tuple[str, ...] = ()


class Person(Record, frozen=True, kw_only=True):
    """One person; ``birth`` is a partial date as text; ``sex`` is ``female``, ``male`` or None."""

    family_name: str = ""
    given_names: str = ""
    also_known_as: str | None = None
    birth: str | None = None
    identity_kind: str | None = None
    identity_number: str | None = None
    sex: str | None = None
    phone: str | None = None
    occupation: str | None = None
    school: str | None = None
    status: str | None = None

    @property
    def full_name(self) -> str:
        """Surname first, as Romanian and Polish lists print it."""
        return f"{self.family_name} {self.given_names}".strip()

    def born(self) -> PartialDate | None:
        return readable_date(self.birth)

    def age_on(self, day: dt.date) -> int | None:
        born = self.born()
        return born.age_on(day) if born else None


class Membership(Record, frozen=True, kw_only=True):
    """A person in a household, with a role such as ``head``, ``spouse``, ``daughter``."""

    person: bytes = b""
    role: str | None = None
    role_text: str | None = None
    since_on: str | None = None
    until_on: str | None = None


class Visit(Record, frozen=True, kw_only=True):
    """A home visit: answers of a form by question, or the cells of an imported row as given."""

    form_id: str | None = None
    form_version: int | None = None
    form_digest: str | None = None
    on: str | None = None
    by_text: str | None = None
    purpose: str | None = None
    findings: str | None = None
    measures: str | None = None
    cells: tuple[tuple[str, str], ...] = ()
    answers: Mapping[str, Any] = {}
    """Question (``v_date``) or ``<person hex>/<question>`` -> plain value."""
    author: bytes | None = None
    """Who recorded it first."""

    @property
    def visited_on(self) -> str | None:
        """The day of the visit as ISO text, from the answers or from the imported row."""
        day = self.answers.get("v_date")
        return str(day) if day else self.on


class Assessment(Record, frozen=True, kw_only=True):
    """A finished questionnaire about a family, as it was sealed; only the confirmed level may change afterwards."""

    form_id: str = ""
    form_version: int = 0
    form_digest: str = ""
    amends: bytes | None = None
    """The sealed one that this corrects."""
    language: str | None = None
    """Code of the language it was filled in ("ro")."""
    on: str | None = None
    """The day it speaks of."""
    sealed_at: int = 0
    zone: str | None = None
    """The laptop's offset from UTC when it was sealed, such as ``+02:00``."""
    roster: tuple[tuple[str, str, str, str], ...] = ()
    """The household then: (id as hex, name, age in years or "", F, M or "")."""
    places: tuple[tuple[str, str], ...] = ()
    """What the form offered as places, if it did: (name, label)."""
    services: tuple[tuple[str, str, str], ...] = ()
    """The same as services: (name, label, phone)."""
    compared: bytes | None = None
    """The sealed one whose answers the form could ask, if it does."""
    suggested_level: str | None = None
    score: str | None = None
    danger: tuple[str, ...] = ()
    """Keys of the answers that were danger signs."""
    calculated: Mapping[str, str] = {}
    """What the form computed without asking, by key."""
    confirmed_level: str | None = None
    level_reason: str | None = None
    """Why the worker decided otherwise than suggested."""
    parts: Mapping[str, str] = {}
    """Of the confidential sections its author was asked: compartment -> hash of what was answered there."""
    answers: Mapping[str, Any] = {}
    """Key of the question (``r1_food``, ``<person hex>/c2_cert``, ``row[2]/sum``) -> text, whole number or list."""
    apart: Mapping[str, Any] = {}
    """The same for confidential sections, answered and computed: kept elsewhere, put in for who reads them."""
    author: bytes | None = None

    @property
    def known(self) -> dict[str, Any]:
        """All that was answered and computed, as far as it is read here."""
        return {**self.answers, **self.calculated, **self.apart}

    @property
    def level(self) -> str | None:
        """The level that counts."""
        return self.confirmed_level or self.suggested_level


class Task(Record, frozen=True, kw_only=True):
    """Something that somebody has to do; a danger sign makes one while the form is still a draft."""

    what: str = ""
    about: bytes | None = None
    """The record it came from, which may be a draft of another laptop still."""
    form_id: str | None = None
    for_whom: str | None = None
    noticed_at: int = 0
    signs: tuple[str, ...] = ()
    withdrawn_at: int | None = None
    """The answer was taken back before the form was finished."""
    done_at: int | None = None
    done_by: str | None = None
    author: bytes | None = None

    @property
    def is_open(self) -> bool:
        return self.done_at is None and self.withdrawn_at is None


class Note(Record, frozen=True, kw_only=True):
    """A free remark about a family or person; never changed once written."""

    text: str = ""
    about: bytes | None = None
    regarding: str | None = None
    """The field group whose conflict this remark decides, if it does."""
    written_at: int | None = None
    author: bytes | None = None


class Worker(Record, frozen=True, kw_only=True):
    """A professional of the commune, as the county knows them; ``name`` is empty until it does.

    ``introduced_...`` is what the laptop said that took them in.
    """

    name: str = ""
    profession: str = ""
    commune: str | None = None
    status: str | None = None
    introduced_name: str | None = None
    introduced_profession: str | None = None
    introduced_at: int | None = None
    sign_key: bytes | None = None
    receive_key: bytes | None = None

    @property
    def called(self) -> str:
        """The name people know, also before the county has confirmed it."""
        return self.name or self.introduced_name or ""


class Elsewhere(Record, frozen=True, kw_only=True):
    """A worker of another commune, whose families came here."""

    worker: bytes = b""
    name: str = ""
    profession: str = ""


class Device(Record, frozen=True, kw_only=True):
    """A laptop of the commune, as the county knows it."""

    name: str = ""
    commune: str | None = None


class AuditEntry(Record, frozen=True, kw_only=True):
    """That somebody looked; when, and who, are those of the txn. Written by ``app.services.audit``."""

    act: str = ""
    """``read``, ``search``, ``print``, ``export``, ``failed_sign_in``, ``recovery``, or one of a newer Vatra."""
    what: str | None = None
    """What went out, such as ``visit``; None where the family says it."""
    concerned: tuple[bytes, ...] = ()
    """Records besides the family: the visit that was printed."""
    sought: str | None = None
    found: int | None = None
    """How many families a search showed."""
    times: int | None = None
    last_at: int | None = None
    """How many sign-ins failed, and when the last of them."""
    author: bytes | None = None


class Part(Record, frozen=True, kw_only=True):
    """That a confidential record exists in another compartment, and which."""

    part: bytes = b""
    part_kind: str = ""
    kept_in: str = ""


class Decision(Record, frozen=True, kw_only=True):
    """The county's word on a save it had kept aside; the id is that save's txn."""

    verdict: str = ""
    sentence: str = ""
    decided_at: int = 0


class SectionAnswers(Record, frozen=True, kw_only=True):
    """What was answered in the confidential sections of a form; ``of`` is the visit or assessment."""

    of: bytes = b""
    salt: bytes = b""
    """Makes the hash that ``of`` has of these answers say nothing to who does not read them."""
    answers: Mapping[str, Any] = {}


class Commune(Record, frozen=True, kw_only=True):
    """A commune that this laptop serves beside its own."""

    code: str = ""
    called: str = ""


class CountyForm(Record, frozen=True, kw_only=True):
    """What the county says of one version of a form; believed for its signatures (``app.forms.package``)."""

    form_id: str = ""
    form_version: int = 0
    form_digest: str = ""
    manifest: bytes | None = None
    signature: bytes | None = None
    pieces: tuple[bytes, ...] = ()
    """Records of kind ``form_piece``, in order."""
    withdrawn_at: int | None = None
    statement: bytes | None = None
    statement_signature: bytes | None = None


class FormPiece(Record, frozen=True, kw_only=True):
    """A part of a published form's content."""

    content: bytes = b""


class Attachment(Record, frozen=True, kw_only=True):
    """A picture or a scan: what it is, at which record, and where its content is found (``app.keys.attachments``)."""

    about: bytes = b""
    about_kind: str = ""
    media: str = ""
    """``image/jpeg`` or ``application/pdf``."""
    size_bytes: int = 0
    width: int | None = None
    height: int | None = None
    key: bytes = b""
    thumbnail: bytes | None = None
    """Name of the thumbnail's chunk; a scan has none."""
    chunks: tuple[bytes, ...] = ()
    description: str = ""
    added_at: int = 0
    author: bytes | None = None


RECORD_TYPES: dict[str, type[Record]] = {
    FAMILY.name: Family,
    PERSON.name: Person,
    MEMBERSHIP.name: Membership,
    VISIT.name: Visit,
    ASSESSMENT.name: Assessment,
    TASK.name: Task,
    NOTE.name: Note,
    WORKER.name: Worker,
    ELSEWHERE.name: Elsewhere,
    DEVICE.name: Device,
    AUDIT.name: AuditEntry,
    PART.name: Part,
    DECISION.name: Decision,
    SECTION_ANSWERS.name: SectionAnswers,
    COMMUNE.name: Commune,
    FORM.name: CountyForm,
    FORM_PIECE.name: FormPiece,
    ATTACHMENT.name: Attachment,
}

_VISIT_ANSWER_GROUPS = ("times", "outcome", "met")


def split_answers(
    kind: Kind, groups: Mapping[str, Mapping[str, Any]]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Shown groups -> (field values, answers by question); answers exist only for kinds that have them."""
    fields: dict[str, Any] = {}
    answers: dict[str, Any] = {}
    for group, values in groups.items():
        if group.startswith(ANSWER_PREFIX):
            scope = group[len(ANSWER_PREFIX) :].rpartition("/")[0]
            answers.update({f"{scope}/{field}" if scope else field: value for field, value in values.items()})
        elif kind.has_answers and group in _VISIT_ANSWER_GROUPS:
            answers.update(values)
        else:
            fields.update(values)
    return fields, answers


def answer_groups(kind: Kind, answers: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Answers by question -> groups, the inverse of ``split_answers``; None means the question is not answered."""
    named = {
        field: group.name
        for group in kind.groups
        if group.name in _VISIT_ANSWER_GROUPS
        for field in group.fields
    }
    groups: dict[str, dict[str, Any]] = {}
    for key, value in answers.items():
        question = key.rpartition("/")[2]
        group = named.get(key, ANSWER_PREFIX + key)
        if value is None:
            groups.setdefault(group, {})
        else:
            groups.setdefault(group, {})[question] = value
    return groups
