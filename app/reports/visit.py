"""A recorded home visit on paper, in the order and numbering of its form.

A visit made with a form prints every question: answered ones with their boxes, unanswered ones as an empty line for the
pen, hidden ones as "does not apply". A visit that came from an office's list prints its cells as given. The checksum is
that of the record, so the same visit gives the same checksum on any day and in any language.
"""

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from app.domain.access import TEAM
from app.domain.records import Family, Visit, Worker
from app.forms.filling import Filled, chosen_options
from app.forms.form import Form
from app.forms.questions import Asked, Member, Question, Section, is_answered, said
from app.reports.document import (
    Block,
    Box,
    Document,
    Fact,
    Heading,
    Level,
    Line,
    Paragraph,
    RiskLevel,
    Signature,
)
from app.reports.wording import printed_day, profession_word, readers_word, word

CHECKSUM_DIGITS = 32
DASH = "—"
_BOXED = frozenset({"yn", "ynu", "one", "many"})


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """What the document needs to know besides the visit: where it comes from, when and in which language."""

    language: str
    office: str
    printed_at: dt.datetime


def visit_checksum(visit: Visit) -> str:
    """128 bits of SHA-256, as hex, over what was recorded: identity, form and answers, or the imported cells.

    Answers of confidential sections count only where they are printed: for those who read them.
    """
    recorded = {
        "visit": visit.id.hex(),
        "form": [visit.form_id, visit.form_version, visit.form_digest],
        "answers": dict(visit.answers),
        "on": visit.on,
        "cells": [list(cell) for cell in visit.cells],
    }
    return hashlib.sha256(msgspec.json.encode(recorded, order="deterministic")).hexdigest()[:CHECKSUM_DIGITS]


def visit_document(
    visit: Visit,
    family: Family,
    members: Sequence[Member],
    author: Worker | None,
    form: Form | None,
    paper: Paper,
    *,
    draft: bool = False,
) -> Document:
    """The visit as a document; ``form`` is the version it was recorded with, None for a visit without a form."""
    language = paper.language
    blocks = (
        _imported(visit, language)
        if form is None
        else _filled_in(form, visit.answers, members, author, paper)
    )
    number = family.number or DASH
    return Document(
        language=language,
        office=paper.office,
        reference=f"{word('number', language)} {number} · {printed_day(visit.visited_on or '', language) or DASH}",
        title=word("imported_visit", language) if form is None else said(form.title, language),
        mark=word("draft", language) if draft else "",
        facts=tuple(_facts(visit, family, members, author, language)),
        blocks=tuple(blocks),
        foot=(
            word("imported_visit", language)
            if form is None
            else f"{said(form.title, language)} v{form.version}",
            f"{word('family_number', language)} {number}",
            f"{word('printed_on', language)} {printed_day(paper.printed_at.date().isoformat(), language)}",
        ),
        working_line=word("working_document", language),
        checksum=visit_checksum(visit),
        checksum_label=word("checksum", language),
        page_words=word("page", language),
    )


def _facts(
    visit: Visit, family: Family, members: Sequence[Member], author: Worker | None, language: str
) -> Iterable[Fact]:
    yield Fact(word("family", language), family.name or DASH)
    place = ", ".join(part for part in (family.village, family.street) if part)
    yield Fact(word("address", language), place or DASH)
    if family.phone:
        yield Fact(word("phone", language), family.phone)
    if members:
        yield Fact(word("members", language), " · ".join(member.person.full_name for member in members))
    yield Fact(word("visited_on", language), printed_day(visit.visited_on or "", language) or DASH)
    recorder = visit.by_text
    if author is not None:
        recorder = ", ".join(
            part for part in (author.name, profession_word(author.profession, language)) if part
        )
    if recorder:
        yield Fact(word("recorded_by", language), recorder)


# a visit from a list


def _imported(visit: Visit, language: str) -> Iterable[Block]:
    for number, (header, cell) in enumerate(visit.cells, start=1):
        yield Line(number=str(number), question=header, text=cell, blank=not cell)
    yield Paragraph(word("imported_remark", language), small=True)
    if visit.import_source:
        yield Paragraph(f"{word('source', language)}: {visit.import_source}", small=True)


# a visit with a form


def _filled_in(
    form: Form, answers: Mapping[str, Any], members: Sequence[Member], author: Worker | None, paper: Paper
) -> Iterable[Block]:
    filled = form.filled(answers, members, paper.printed_at)
    printer = _FormPrinter(form, filled, answers, members, paper.language)
    signatures: list[Signature] = []
    for section in form.sections:
        yield from printer.section(section)
        signatures.extend(printer.signatures(section, author))
    yield from printer.level()
    yield from signatures


class _FormPrinter:
    """Blocks of one filled-in form. Questions keep their number when others are hidden."""

    def __init__(
        self, form: Form, filled: Filled, answers: Mapping[str, Any], members: Sequence[Member], language: str
    ) -> None:
        self._form = form
        self._filled = filled
        self._answers = answers
        self._people = {member.person.id: member.person for member in members}
        self._language = language
        self._visible = {asked.key: asked for asked in filled.visible}
        printed = [
            question for section in form.sections for question in section.questions if question.type != "sign"
        ]
        self._numbers = {question.id: str(number) for number, question in enumerate(printed, start=1)}

    def section(self, section: Section) -> Iterable[Block]:
        asked = [one for one in self._visible.values() if one.section.id == section.id]
        yield Heading(said(section.title, self._language))
        if section.compartment != TEAM:
            yield Paragraph(readers_word(section.compartment, self._language), small=True)
        if not asked:
            yield Paragraph(word("does_not_apply", self._language))
            return
        for person in dict.fromkeys(one.person for one in asked):
            if person is not None:
                yield Heading(self._name_of(person), minor=True)
            here = {one.question.id: one for one in asked if one.person == person}
            for question in section.questions:
                if question.type != "sign":
                    yield self._line(question, here.get(question.id))

    def level(self) -> Iterable[Block]:
        try:
            level = msgspec.convert(self._filled.computed("level"), Level)
        except (KeyError, msgspec.ValidationError):
            return
        remark = "level_provisional" if self._filled.missing else "level_remark"
        yield RiskLevel(
            word("suggested_level", self._language),
            level,
            word(f"level_{level}", self._language),
            word(remark, self._language),
        )

    def signatures(self, section: Section, author: Worker | None) -> Iterable[Signature]:
        for question in section.questions:
            if question.type == "sign":
                signed = self._answers.get(question.id) or {}
                yield Signature(
                    label=said(question.label, self._language),
                    name=signed.get("name") or (author.name if author else ""),
                    role=profession_word(
                        signed.get("role") or (author.profession if author else ""), self._language
                    ),
                    on=printed_day(signed.get("on") or "", self._language),
                    caption=word("signature_caption", self._language),
                    hand=word("signature", self._language),
                )

    def _line(self, question: Question, asked: Asked | None) -> Line:
        number, label = self._numbers[question.id], said(question.label, self._language)
        if asked is None:
            return Line(number=number, question=label, note=word("does_not_apply", self._language))
        answer = self._answers.get(asked.key)
        if question.type in _BOXED:
            return Line(number=number, question=label, boxes=self._boxes(question, answer))
        text = self._text(question, answer) if is_answered(answer) else ""
        return Line(number=number, question=label, text=text, blank=not text)

    def _boxes(self, question: Question, answer: object) -> tuple[Box, ...]:
        chosen = chosen_options(question, answer)
        return tuple(
            Box(said(option.label, self._language), option in chosen, option in chosen and option.red)
            for option in question.options
        )

    def _text(self, question: Question, answer: Any) -> str:
        if question.type == "date":
            return printed_day(str(answer), self._language)
        if question.type in ("people", "person"):
            people = answer if isinstance(answer, list | tuple) else [answer]
            return " · ".join(self._name_of(bytes.fromhex(person), with_birth=False) for person in people)
        return str(answer)

    def _name_of(self, person_id: bytes, *, with_birth: bool = True) -> str:
        person = self._people.get(person_id)
        if person is None:
            return word("person_gone", self._language)
        if not person.birth or not with_birth:
            return person.full_name
        born = printed_day(person.birth, self._language)
        return f"{person.full_name} ({word('born_in', self._language)} {born})"
