"""An assessment whose form has confidential sections: taken apart for keeping, put together for who reads them.

Half done, each part lies in a draft of its compartment: its answers, what is half typed in it, warnings that may stand. Sealed,
the team's record names form, day, household, level and the hashes of the parts; their answers are in records of their own.
A part is sealed for every section its author was asked, also an empty one, so that its being there tells nothing. A danger
sign in it acts at once like any other, but the team is not told which question it was.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

import msgspec

from app.domain.records import Assessment
from app.forms.xform.confidential import apart, sections_of, together
from app.forms.xform.entry import Entry
from app.forms.xform.kept import answers_of, by_compartment, calculated_of
from app.forms.xform.model import Form
from app.services import form_parts
from storage.drafts import Draft
from storage.vault import TEAM, Vault

_ABOUT: Final = ("assessment_id", "form_id", "form_version", "form_digest", "people", "lists")
"""What a confidential part of a draft says besides its answers, to be read alone."""
SIGN_APART: Final = "(apart)"
"""Stands for danger signs of confidential sections; no question is called so."""


# drafts


def keep_apart(vault: Vault, form: Form, whole: Draft) -> Draft:
    """Keep what of a draft is confidential, each part where it belongs; returns the rest, which is the team's.

    ``form`` is the form as its author has it.
    """
    if not sections_of(form):
        return whole
    body = whole.body
    records = apart(form, body["record"])
    half = by_compartment(form, body["half"])
    confirmed = by_compartment(form, dict.fromkeys(body["confirmed"]))
    parts = {
        name: {"record": record, "half": half.get(name, {}), "confirmed": list(confirmed.get(name, {}))}
        for name, record in records.items()
    }
    of_team = msgspec.structs.replace(whole, body={**body, **parts.pop(TEAM)})
    about = {name: body[name] for name in _ABOUT}
    form_parts.keep_drafts(vault, of_team, {name: {**about, **part} for name, part in parts.items()})
    return of_team


def joined(vault: Vault, of_team: Draft) -> Draft:
    """A draft with its confidential parts."""
    body = of_team.body
    for part in form_parts.draft_parts(vault, of_team.id).values():
        body = {
            **body,
            "record": together(body["record"], [part["record"]]),
            "half": {**body["half"], **part["half"]},
            "confirmed": [*body["confirmed"], *part["confirmed"]],
        }
    return msgspec.structs.replace(of_team, body=body)


def told_signs(form: Form, signs: Iterable[str]) -> tuple[str, ...]:
    """Danger signs (keys) as the team is told of them."""
    parts = by_compartment(form, dict.fromkeys(signs))
    return (*parts.pop(TEAM), *((SIGN_APART,) if parts else ()))


# sealed ones


class ToSeal(msgspec.Struct, frozen=True):
    """What was answered and computed: the team's, and of every confidential section that was asked, by compartment."""

    answers: Mapping[str, Any]
    calculated: Mapping[str, str]
    parts: Mapping[str, Mapping[str, Any]]


def to_seal(entry: Entry) -> ToSeal:
    """The answers of a finished form, sorted."""
    answers = by_compartment(entry.form, answers_of(entry))
    calculated = by_compartment(entry.form, calculated_of(entry))
    asked = dict.fromkeys(sections_of(entry.form).values())
    parts = {name: {**answers.get(name, {}), **calculated.get(name, {})} for name in asked}
    return ToSeal(answers[TEAM], calculated[TEAM], parts)


def as_read(vault: Vault, assessment: Assessment) -> tuple[Assessment, tuple[str, ...]]:
    """The assessment with the confidential answers that this worker reads, and the compartments it then comes from.

    A part that is not here yet, or is not what was sealed, is left out.
    """
    hashes = form_parts.hashes_of(vault, assessment.id) if assessment.parts else {}
    proven = tuple(name for name, digest in hashes.items() if assessment.parts.get(name) == digest)
    if not proven:
        return assessment, (TEAM,)
    answers = form_parts.confidential_answers(vault, assessment.id)
    known = {key: value for name in proven for key, value in answers[name].items()}
    return msgspec.structs.replace(assessment, apart=known), (TEAM, *proven)


def lies_in(vault: Vault, assessments: Iterable[Assessment]) -> tuple[str, ...]:
    """The compartments that what this worker sees of some assessments comes from, ``team`` first."""
    named = {name for assessment in assessments for name in assessment.parts}
    return (TEAM, *(name for name in vault.compartments if name in named))
