"""Assessments that leave the screen: on paper, and as files for other programs.

Nothing here notes who lets them out: whoever prints or saves has that noted first (``app.services.audit``).
"""

import datetime as dt
import uuid

import msgspec

from app.domain.access import TEAM
from app.domain.corrections import corrected
from app.domain.records import Assessment
from app.errors import FormInvalid
from app.forms.instruments import Instrument
from app.forms.xform.compared import answered_in, changes
from app.forms.xform.entry import Entry
from app.forms.xform.paper import Paper
from app.forms.xform.submission import Submitted, submission_xml, tables
from app.reports.anonymous import anonymised, anonymous_checksum, anonymous_document
from app.reports.assessment import Printed, assessment_document, blank_document
from app.reports.changes import changes_document
from app.reports.document import Document
from app.services.assessment_lists import ListsKept, lists_now, sealed_lists, vault_lists
from app.services.assessment_parts import as_read, lies_in
from app.services.assessments import (
    instrument_of,
    newest_instrument,
    open_assessment,
    sealed_paper,
    settings_of,
)
from app.services.county_forms import check_of
from storage import reading
from storage.vault import Vault


class Prints(msgspec.Struct, frozen=True):
    """A finished assessment as it can be printed: in full, what it changes (None for a first one), and naming nobody."""

    whole: Document
    changes: Document | None
    anonymous: Document


def prints_of(vault: Vault, assessment_id: bytes, language: str, *, now: dt.datetime | None = None) -> Prints:
    """Every print of a sealed assessment, with the version of the form it was filled in with."""
    opened = open_assessment(vault, assessment_id, language)
    assessment, instrument, family = opened.assessment, opened.instrument, opened.file.family
    printed = _printed(vault, instrument, language, now, opened.file.line.commune)
    copy = anonymised(assessment, opened.paper, language)
    of_team = instrument.for_readers((TEAM,))
    nobodys = sealed_lists(vault, of_team.form, copy.assessment)
    compared = None
    if opened.previous is not None and opened.before:
        different = changes(opened.before, answered_in(opened.paper))
        compared = changes_document(assessment, opened.previous, different, instrument, family, printed)
    return Prints(
        whole=assessment_document(assessment, opened.paper, instrument, family, opened.author, printed),
        changes=compared,
        anonymous=anonymous_document(
            copy,
            sealed_paper(copy.assessment, of_team, language, nobodys),
            instrument,
            anonymous_checksum(assessment),
            printed,
        ),
    )


def blank_form(vault: Vault, form_id: str, language: str, *, now: dt.datetime | None = None) -> Document:
    """The newest version of a form, empty, to fill in by hand where no laptop goes."""
    instrument = newest_instrument(vault, form_id)
    printed = _printed(vault, instrument, language, now)
    offered = lists_now(vault, instrument.form, language, ListsKept(), None)
    form = instrument.with_lists(vault_lists(vault, instrument.form, (), offered))
    entry = Entry(form, settings_of(instrument, language, printed.printed_at))
    return blank_document(Paper(entry), instrument, printed)


def _printed(
    vault: Vault, instrument: Instrument, language: str, now: dt.datetime | None, commune: str | None = None
) -> Printed:
    check = check_of(vault, instrument)
    return Printed(
        language=language,
        office=commune or vault.keyring.commune_name,
        printed_at=now or dt.datetime.now().astimezone(),
        checked=(check.by, check.on) if check is not None else None,
    )


# for other programs


def exported_from(vault: Vault, form_id: str) -> tuple[str, ...]:
    """The compartments that an export comes from, ``team`` first."""
    return lies_in(vault, _with_form(vault, form_id))


def printed_from(vault: Vault, assessment_id: bytes) -> tuple[str, ...]:
    """The compartments that a full print comes from, ``team`` first."""
    return lies_in(vault, [reading.get(vault.team, assessment_id, Assessment)])


def export_answers(vault: Vault, form_id: str) -> dict[str, str]:
    """All sealed assessments with a form, of every family of this laptop, by file name: a table for each version of the form,
    one for each of its repeats, and every assessment as an XForm submission. The tables count: what was corrected is in them as
    its correction only. Whoever lets them out has it noted first.

    Nothing for a form that nobody used; a version this Vatra does not have is left out.
    """
    files: dict[str, str] = {}
    by_version: dict[int, list[Assessment]] = {}
    of_form = _with_form(vault, form_id)
    gone = corrected(one.amends for one in of_form)
    for one in of_form:
        by_version.setdefault(one.form_version, []).append(as_read(vault, one)[0])
    for version, sealed in sorted(by_version.items()):
        try:
            instrument = instrument_of(vault, form_id, version)
        except FormInvalid:
            continue
        submitted = [_submitted(vault, one, instrument) for one in sealed]
        standing = [each for one, each in zip(sealed, submitted, strict=True) if one.id not in gone]
        for name, table in tables(instrument.form, standing).items():
            files[f"{name}-v{version}.csv"] = table
        for each in submitted:
            files[f"{form_id}-v{version}/{each.key.removeprefix('uuid:')}.xml"] = submission_xml(each)
    return files


def _with_form(vault: Vault, form_id: str) -> list[Assessment]:
    """All sealed ones of this laptop, the earliest first."""
    found = (one for one in reading.of_kind(vault.team, Assessment) if one.form_id == form_id)
    return sorted(found, key=lambda one: one.sealed_at)


def _submitted(vault: Vault, assessment: Assessment, instrument: Instrument) -> Submitted:
    sealed_at = dt.datetime.fromtimestamp(assessment.sealed_at, dt.UTC).isoformat()
    about = {
        "SubmissionDate": sealed_at,
        "FormVersion": str(assessment.form_version),
        "ConfirmedLevel": assessment.level or "",
        "LevelReason": assessment.level_reason or "",
    }
    paper = sealed_paper(assessment, instrument, "en", sealed_lists(vault, instrument.form, assessment))
    corrects = _submission_key(assessment.amends) if assessment.amends is not None else ""
    return Submitted(_submission_key(assessment.id), paper.entry, about, corrects)


def _submission_key(assessment_id: bytes) -> str:
    return f"uuid:{uuid.UUID(bytes=assessment_id)}"
