"""An assessment on paper, in the order and numbering of its form: a sealed one, or an empty one to fill in by hand.

Every question is printed: answered ones with their boxes, unanswered ones as an empty line for the pen, hidden ones as "does
not apply"; on an empty form every question stands open. Levels are printed as suggested and as decided, with the reason. The
checksum is that of the record, so the same assessment gives the same one on any day and in any language.
"""

import datetime as dt
import hashlib
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final, get_args

import msgspec

from app.domain.access import TEAM
from app.domain.records import Assessment, Family
from app.forms.instruments import Instrument
from app.forms.questions import said
from app.forms.signature import read_signature, strokes_of
from app.forms.xform.confidential import kept_in
from app.forms.xform.document import Node
from app.forms.xform.model import Field
from app.forms.xform.paper import Paper, roster_question
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

CHECKSUM_DIGITS: Final = 32
DASH: Final = "—"


class Printed(msgspec.Struct, frozen=True, kw_only=True):
    """What the document needs besides the form: where it comes from, when, in which language.

    ``checked`` is who compared the form with the law, and the day (ISO); until then it is a working document.
    """

    language: str
    office: str
    printed_at: dt.datetime
    checked: tuple[str, str] | None = None


def assessment_checksum(assessment: Assessment) -> str:
    """128 bits of SHA-256, as hex, over what was sealed: identity, form, household, answers, results."""
    sealed: dict[str, Any] = {
        "assessment": assessment.id.hex(),
        "form": [assessment.form_id, assessment.form_version, assessment.form_digest],
        "on": assessment.on,
        "roster": [list(row) for row in assessment.roster],
        "answers": dict(assessment.answers),
        "calculated": dict(assessment.calculated),
        "levels": [assessment.suggested_level, assessment.confirmed_level, assessment.level_reason],
    }
    if assessment.amends is not None:
        sealed["amends"] = assessment.amends.hex()
    if assessment.parts:  # by their hashes, so that who does not read them prints the same checksum
        sealed["parts"] = dict(assessment.parts)
    lists = (assessment.places, assessment.services, assessment.compared)
    if any(lists):  # what a choice was called, and what the form was told
        sealed["lists"] = [*lists[:2], (assessment.compared or b"").hex()]
    return hashlib.sha256(msgspec.json.encode(sealed, order="deterministic")).hexdigest()[:CHECKSUM_DIGITS]


def assessment_document(
    assessment: Assessment,
    paper: Paper,
    instrument: Instrument,
    family: Family,
    author: str,
    printed: Printed,
) -> Document:
    """A sealed assessment; ``paper`` is its form as it was then."""
    language = printed.language
    number = family.number or DASH
    place = ", ".join(part for part in (family.village, family.street) if part)
    day = printed_day(assessment.on or "", language) or DASH
    facts = [
        Fact(word("family", language), family.name or DASH),
        Fact(word("address", language), place or DASH),
        Fact(word("members", language), " · ".join(row[1] for row in assessment.roster) or DASH),
        Fact(word("assessed_on", language), day),
    ]
    if author:
        facts.append(Fact(word("recorded_by", language), author))
    return document_of(
        instrument, printed, f"{word('number', language)} {number} · {day}",
        blocks_of(assessment, paper, printed), facts,
        f"{word('family_number', language)} {number}", assessment_checksum(assessment),
    )  # fmt: skip


def blocks_of(
    assessment: Assessment, paper: Paper, printed: Printed, *, left_out: Collection[str] = ()
) -> list[Block]:
    """Questions, levels and signatures. ``left_out`` are keys of answers that are not told here; then nobody signs."""
    names = {row[0]: row[1] for row in assessment.roster}
    printer = _Printer(paper, names, printed, blank=False, left_out=left_out)
    blocks = [*printer.blocks(), *_levels(assessment, printed.language)]
    return blocks if left_out else [*blocks, *printer.signatures]


def blank_document(paper: Paper, instrument: Instrument, printed: Printed) -> Document:
    """The empty form, to fill in by hand: each section about a child once."""
    language = printed.language
    facts = [Fact(word(key, language), "." * 40) for key in ("family", "address", "assessed_on")]
    printer = _Printer(paper, {}, printed, blank=True)
    blocks = [*printer.blocks(), *printer.signatures]
    return document_of(
        instrument,
        printed,
        word("blank_form", language),
        blocks,
        facts,
        word("blank_form", language),
        instrument.digest[:CHECKSUM_DIGITS],
    )


def document_of(
    instrument: Instrument,
    printed: Printed,
    reference: str,
    blocks: list[Block],
    facts: list[Fact],
    foot: str,
    checksum: str,
) -> Document:
    """What is the same on every print of a form: ``reference`` stands at the top right, ``foot`` on every page."""
    language = printed.language
    title = said(instrument.title, language)
    return Document(
        language=language,
        office=printed.office,
        reference=reference,
        title=title,
        facts=tuple(facts),
        blocks=tuple(blocks),
        foot=(
            f"{title} v{instrument.version}",
            foot,
            f"{word('printed_on', language)} {printed_day(printed.printed_at.date().isoformat(), language)}",
        ),
        working_line=_standing(printed),
        checksum=checksum,
        checksum_label=word("checksum", language),
        page_words=word("page", language),
    )


def _standing(printed: Printed) -> str:
    """Whether it is the statutory form, as far as anybody has recorded it."""
    if printed.checked is None:
        return word("working_document", printed.language)
    by, on = printed.checked
    return f"{word('checked_with_law', printed.language)}: {by}, {printed_day(on, printed.language)}"


def _levels(assessment: Assessment, language: str) -> Iterator[Block]:
    if assessment.suggested_level is None:
        return
    for key, code in (("suggested_level", assessment.suggested_level), ("decided_level", assessment.level)):
        level = known_level(code)
        if level is None:
            continue
        remark = word("level_remark", language) if key == "suggested_level" else assessment.level_reason or ""
        yield RiskLevel(word(key, language), level, word(f"level_{level}", language), remark)


def known_level(code: str | None) -> Level | None:
    """The level, if it is one that has a shape on paper."""
    return next((level for level in get_args(Level) if level == code), None)


class _Printer:
    """Blocks of one form. Questions keep their number when others are hidden."""

    def __init__(
        self,
        paper: Paper,
        names: Mapping[str, str],
        printed: Printed,
        *,
        blank: bool,
        left_out: Collection[str] = (),
    ) -> None:
        self._paper, self._names, self._blank = paper, names, blank
        self._language, self._checked = printed.language, printed.checked is not None
        self._left_out = left_out
        self.signatures: list[Signature] = []
        """Of what was gone through so far: they stand behind the levels."""

    def blocks(self) -> Iterator[Block]:
        root = self._paper.entry.root
        loose = [
            node for node in root.elements() if node.field.control is not None and not node.field.children
        ]
        for node in loose:
            yield from self._question(node)
        done: set[Field] = set()
        for node in root.elements():
            field: Field = node.field
            if field not in done and (field.is_repeat or _has_questions(field)):
                done.add(field)
                yield from self._section(root, field)

    def _section(self, parent: Node, field: Field) -> Iterator[Block]:
        nodes = parent.named(field.name)
        yield Heading(self._title(field, nodes[0]))
        if kept_in(field) != TEAM:
            yield Paragraph(readers_word(kept_in(field), self._language), small=True)
        asked = [node for node in nodes if node.relevant or self._blank]
        if not asked:
            yield Paragraph(word("does_not_apply", self._language))
        for number, node in enumerate(asked, 1):
            if field.is_repeat:
                yield Heading(self._name(node, number), minor=True)
            yield from self._inside(node)

    def _title(self, field: Field, node: Node) -> str:
        group = field.group
        return (self._paper.entry.text_shown(group.label, node) if group is not None else None) or field.name

    def _name(self, repetition: Node, number: int) -> str:
        question = roster_question(repetition.field)
        if question is None:
            return str(number)
        person = next((one.text for one in repetition.elements() if one.field is question), "")
        return self._names.get(person) or ("." * 40 if self._blank else word("person_gone", self._language))

    def _inside(self, around: Node) -> Iterator[Block]:
        question = roster_question(around.field) if around.field.is_repeat else None
        for node in around.elements():
            field: Field = node.field
            if field is question:
                continue
            if field.is_repeat:
                if around.named(field.name)[0] is node:
                    yield from self._section(around, field)
            elif field.control is not None:
                yield from self._question(node)
            elif _has_questions(field):
                yield Heading(self._title(field, node), minor=True)
                yield from self._inside(node)

    def _question(self, node: Node) -> Iterator[Block]:
        paper, language = self._paper, self._language
        kind = paper.type_of(node)
        if kind == "note":
            if node.relevant and not (self._checked and paper.says_working(node)):
                yield Paragraph(paper.label(node), small=True)
            return
        number, label = str(paper.number(node.field)), paper.label(node)
        if kind == "sign":
            self.signatures.append(self._signature(node, label))
        elif not node.relevant and not self._blank:
            yield Line(number=number, question=label, note=word("does_not_apply", language))
        elif self._left_out and paper.key(node) in self._left_out:
            yield Line(number=number, question=label, note=word("left_out", language))
        elif kind in ("one", "many") and len(paper.options(node)) and not _from_household(node.field):
            chosen = node.text.split() if kind == "many" else [node.text]
            boxes = tuple(
                Box(option.label, option.value in chosen, option.red and option.value in chosen)
                for option in paper.options(node)
            )
            yield Line(number=number, question=label, boxes=boxes)
        else:
            text = printed_day(node.text, language) if kind == "date" else paper.in_words(node)
            unit = f" ({paper.unit(node)})" if paper.unit(node) and not text else ""
            yield Line(number=number, question=f"{label}{unit}", text=text, blank=not text)

    def _signature(self, node: Node, label: str) -> Signature:
        signed = read_signature(node.text)
        return Signature(
            label=label,
            name=signed.name,
            role=profession_word(signed.role, self._language) if signed.role else "",
            on=printed_day(signed.on, self._language) if signed.on else "",
            strokes=strokes_of(signed.strokes),
            caption=word("signature_caption", self._language),
            hand=word("signature", self._language),
        )


def _has_questions(field: Field) -> bool:
    return any(below.control is not None for below in field.below())


def _from_household(field: Field) -> bool:
    """Members as choices are printed by name, not as boxes of a household that is elsewhere on the paper."""
    return field.extras.get("vatra:kind") in ("person", "people")
