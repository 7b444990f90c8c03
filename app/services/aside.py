"""Unfinished work of families that were handed over: no record may come of it here any more, but its writer still reads it.

Nobody else does. It goes when its writer throws it away; what the new commune needs of it, the writer tells them.
"""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import msgspec

from app.errors import FormInvalid
from app.forms.library import load_form
from app.forms.questions import said
from app.forms.xform.document import Node
from app.forms.xform.entry import Entry
from app.forms.xform.errors import FormProblem
from app.forms.xform.paper import ROSTER, Paper, extra
from app.forms.xform.places import leaves
from app.services import assessments
from app.services.assessment_lists import vault_lists
from app.services.typed import Form
from storage import parting
from storage.compartment import Compartment
from storage.vault import Vault
from sync.protocol import plain

_NO_WORDS = frozenset({"readers"})
"""Fields of a half-typed form that are no words of the worker."""


class Aside(msgspec.Struct, frozen=True):
    """``lines`` are (field or question, what was typed); a field of a form of the window is named by its code."""

    id: bytes
    what: Form | str
    """``visit``, ``assessment``, ``note`` and the other forms of ``typed``, or ``sections`` for the confidential part of one."""
    saved_at: int
    to_name: str | None
    """The commune that the family was handed over to, None where it is not known."""
    lines: tuple[tuple[str, str], ...]


def left_aside(vault: Vault, language: str) -> tuple[Aside, ...]:
    """All of the worker who is signed in, the oldest first; questions in ``language`` (a code such as "ro")."""
    found = [
        Aside(one.id, one.kind, one.saved_at, one.to_name, tuple(_lines(vault, one, language)))
        for store in vault.compartments.values()
        for one in parting.aside(store.connection, vault.worker.id)
    ]
    return tuple(sorted(found, key=lambda one: one.saved_at))


def throw_away(vault: Vault, draft_id: bytes) -> None:
    """The worker has read it and needs it no longer; nothing of it is left on this laptop."""
    for store in vault.compartments.values():
        if _has(store, vault.worker.id, draft_id):
            with store.writing():
                parting.drop_aside(store.connection, draft_id)


def _has(store: Compartment, worker: bytes, draft_id: bytes) -> bool:
    return any(one.id == draft_id for one in parting.aside(store.connection, worker))


def _lines(vault: Vault, one: parting.Aside, language: str) -> list[tuple[str, str]]:
    body: Mapping[str, Any] = plain(one.body)
    try:
        if "answers" in body and "form_id" in body:  # a visit, or the confidential part of one
            return _of_visit(vault, body, language)
        if "record" in body and "form_id" in body:  # an assessment, or the confidential part of one
            return _of_assessment(vault, one, body, language)
    except (FormInvalid, FormProblem):
        pass  # a form that is here no more: what was typed is shown all the same
    fields: Mapping[str, Any] = body.get("fields") or body.get("answers") or {}
    return [(name, _words(value)) for name, value in fields.items() if value and name not in _NO_WORDS]


def _of_visit(vault: Vault, body: Mapping[str, Any], language: str) -> list[tuple[str, str]]:
    form = load_form(body["form_id"], vault.keyring.country, body["form_version"])
    questions = {one.id: one for part in form.sections for one in part.questions}
    found: list[tuple[str, str]] = []
    for key, value in body["answers"].items():
        question = questions.get(key.rpartition("/")[2])
        if question is None:
            found.append((key, _words(value)))
        elif question.type not in ("people", "person"):  # whose names went with the family
            options = {one.value: said(one.label, language) for one in question.options}
            found.append((said(question.label, language), _words(value, options)))
    return found


def _of_assessment(
    vault: Vault, one: parting.Aside, body: Mapping[str, Any], language: str
) -> list[tuple[str, str]]:
    known = {**body, "draft_id": one.id, "family_id": b"", "saved_at": one.saved_at}
    draft = msgspec.convert(known, assessments.AssessmentDraft)
    instrument = assessments.instrument_of(vault, draft.form_id, draft.form_version, digest=draft.form_digest)
    settings = assessments.settings_of(instrument, language, dt.datetime.now().astimezone())
    form = instrument.with_lists(vault_lists(vault, instrument.form, draft.people, draft.lists))
    paper = Paper(Entry(form, settings, draft.record, frozen=True))
    return [
        (
            paper.label(node),
            _words(_typed(paper, node), {one.value: one.label for one in paper.options(node)}),
        )
        for node in leaves(paper.entry.root)
        if node.field.control is not None
        and node.state.raw
        and paper.can_answer(node)
        and not extra(node.field, ROSTER)
    ]


def _typed(paper: Paper, node: Node) -> Any:
    """Also where the answer that opens the question is not among these."""
    written = str(node.state.raw)
    return written.split() if paper.type_of(node) == "many" else written


def _words(value: Any, options: Mapping[str, str] = MappingProxyType({})) -> str:
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        return ", ".join(_words(one, options) for one in value)
    return options.get(str(value), str(value))
