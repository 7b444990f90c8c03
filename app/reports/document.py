"""What stands on a printed document: facts, questions with their boxes, texts, signatures - no fonts, no millimetres.

All texts are ready to print, in one language. Symbols (boxes, risk shapes) are named here and painted by whoever prints,
because fonts differ in what they can draw.
"""

from typing import Literal

import msgspec

from app.forms.signature import Stroke

Level = Literal["none", "low", "medium", "high", "urgent"]


class Fact(msgspec.Struct, frozen=True):
    """A line of the head: ``Village``, ``Colonești``."""

    label: str
    text: str


class Box(msgspec.Struct, frozen=True):
    """One option with its box; ``danger`` marks a chosen danger sign."""

    label: str
    ticked: bool
    danger: bool = False


class Heading(msgspec.Struct, frozen=True):
    """A section title, or with ``minor`` the name of a child inside one; stays with what follows."""

    text: str
    minor: bool = False


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A question and its answer: boxes, or a text in full. ``blank`` is an empty line to fill in by hand."""

    number: str
    question: str
    boxes: tuple[Box, ...] = ()
    text: str = ""
    blank: bool = False
    note: str = ""
    """Why there is no answer, such as "does not apply"."""


class Paragraph(msgspec.Struct, frozen=True):
    """Running text, in full."""

    text: str
    small: bool = False


class RiskLevel(msgspec.Struct, frozen=True):
    """A level as shape and word; ``remark`` says how far it is to be trusted."""

    label: str
    level: Level
    word: str
    remark: str


class Signature(msgspec.Struct, frozen=True):
    """A line to sign on; never alone on a page."""

    label: str
    name: str
    role: str
    on: str
    caption: str
    """What stands at the left: name, role, date."""
    hand: str
    """What the line at the right is for."""
    strokes: tuple[Stroke, ...] = ()
    """What was drawn by hand, in units of ``app.forms.signature.BOX``."""


Block = Heading | Line | Paragraph | RiskLevel | Signature


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A document of one family. ``foot`` carries the family's number, never a name."""

    language: str
    office: str
    reference: str
    """Top right: number and date."""
    title: str
    mark: str = ""
    """A word in the header line such as DRAFT."""
    facts: tuple[Fact, ...] = ()
    blocks: tuple[Block, ...]
    foot: tuple[str, ...]
    working_line: str
    checksum: str
    """Hex digits, without gaps."""
    checksum_label: str
    page_words: str
    """Pattern with ``{page}`` and ``{pages}``."""
