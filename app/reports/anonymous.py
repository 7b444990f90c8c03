"""A copy of an assessment from which nobody can be told: for teaching, for supervision, for whoever studies such sheets.

Left out are names, address, family number, office and who recorded it; every text that was typed, because it may name anyone;
every number long enough to be that of a person or a telephone; signatures; what a form's author marked with
``vatra:identifies``, places, confidential sections, and what was answered the time before. People are ``Child 1`` or ``Adult 2`` with their age, of days the year stays. What is left are choices and
small numbers. The copy has a checksum of its own: with it the office finds the record, and nobody can lay the copy beside a
full one by comparing checksums.
"""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from app.domain.records import Assessment
from app.forms.instruments import Instrument
from app.forms.xform.document import Node
from app.forms.xform.paper import AskedType, Paper, extra
from app.forms.xform.places import leaves
from app.reports.assessment import CHECKSUM_DIGITS, Printed, assessment_checksum, blocks_of, document_of
from app.reports.document import Block, Document, Fact, Paragraph
from app.reports.wording import word

Row = tuple[str, str, str, str]
IDENTIFIES: Final = "vatra:identifies"
ADULT_AGE_YEARS: Final = 18
_SMALL_NUMBER: Final = re.compile(r"-?\d{1,6}(\.\d*)?")
"""An amount of money, not the number of a person or a telephone."""
_KEPT: Final[frozenset[AskedType]] = frozenset(("one", "many", "int", "decimal", "date", "time", "tick"))


def anonymous_checksum(assessment: Assessment) -> str:
    """Follows from the record as the checksum of the full print does, and does not tell that one."""
    told = f"anonymous {assessment_checksum(assessment)} {assessment.id.hex()}"
    return hashlib.sha256(told.encode()).hexdigest()[:CHECKSUM_DIGITS]


class Anonymous(msgspec.Struct, frozen=True):
    """The record without whatever could name somebody, and the keys of the answers that were left out."""

    assessment: Assessment
    left_out: frozenset[str]


def anonymised(assessment: Assessment, paper: Paper, language: str) -> Anonymous:
    """``paper`` is the full one."""
    nodes = {paper.key(node): node for node in leaves(paper.entry.root) if node.field.control is not None}
    places = {row[0] for row in assessment.places}
    kept = {
        key: _year(answer) if nodes[key].field.type == "date" else answer
        for key, answer in assessment.answers.items()
        if key in nodes
        and _tells_nobody(nodes[key], answer, paper)
        and places.isdisjoint(answer if isinstance(answer, list | tuple) else (answer,))
    }
    without = msgspec.structs.replace(
        assessment,
        on=_year(assessment.on or ""),
        roster=tuple(_nobody(row, place, language) for place, row in _places(assessment)),
        answers=kept,
        calculated={key: value for key, value in assessment.calculated.items() if _is_small_number(value)},
        places=(),
        compared=None,
        apart={},
        level_reason=None,
    )
    return Anonymous(without, frozenset(assessment.answers.keys() - kept.keys()))


def anonymous_document(
    copy: Anonymous, paper: Paper, instrument: Instrument, checksum: str, printed: Printed
) -> Document:
    """``paper`` is made of the copy; ``checksum`` is that of ``anonymous_checksum``."""
    language, year = printed.language, copy.assessment.on or ""
    name = word("anonymous_copy", language)
    facts = [
        Fact(word("members", language), " · ".join(row[1] for row in copy.assessment.roster)),
        Fact(word("assessed_on", language), year),
    ]
    blocks: list[Block] = [Paragraph(word("anonymous_line", language), small=True)]
    blocks += blocks_of(copy.assessment, paper, printed, left_out=copy.left_out)
    nobody = msgspec.structs.replace(printed, office=name)
    return document_of(instrument, nobody, f"{name} · {year}", blocks, facts, name, checksum)


def _tells_nobody(node: Node, answer: Any, paper: Paper) -> bool:
    if extra(node.field, IDENTIFIES) or paper.type_of(node) not in _KEPT:
        return False
    return paper.type_of(node) not in ("int", "decimal") or _is_small_number(str(answer))


def _is_small_number(text: str) -> bool:
    return _SMALL_NUMBER.fullmatch(text) is not None


def _year(day: str) -> str:
    return day[:4]


def _places(assessment: Assessment) -> Iterator[tuple[int, Row]]:
    """Everybody with his place among those of his kind, as the household stands."""
    places: Counter[str] = Counter()
    for row in assessment.roster:
        kind = _kind(row)
        places[kind] += 1
        yield places[kind], row


def _kind(row: Row) -> str:
    age = row[2]
    if not age.isdigit():
        return "anonymous_person"
    return "anonymous_child" if int(age) < ADULT_AGE_YEARS else "anonymous_adult"


def _nobody(row: Row, place: int, language: str) -> Row:
    label = f"{word(_kind(row), language)} {place}"
    return (row[0], f"{label} ({row[2]})" if row[2] else label, row[2], row[3])
