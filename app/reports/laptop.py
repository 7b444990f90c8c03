"""How a laptop stands, on one page for whoever looks after it. Nobody is named on it."""

import datetime as dt
import hashlib
from collections.abc import Sequence

import msgspec

from app.reports.document import Document, Fact, Line
from app.reports.wording import printed_day, word

CHECKSUM_DIGITS = 32


class Told(msgspec.Struct, frozen=True):
    """One thing that was looked at: its name, how it stands in a word, what is known, and what to do (or nothing)."""

    label: str
    standing: str
    value: str
    advice: str


def laptop_document(
    told: Sequence[Told],
    facts: Sequence[tuple[str, str]],
    *,
    language: str,
    office: str,
    laptop: str,
    printed_at: dt.datetime,
) -> Document:
    """All words but the title are given, in the language of the paper; ``office`` and ``laptop`` as the set-up named them."""
    day = printed_day(printed_at.date().isoformat(), language)
    said = repr([laptop, day, *((one.label, one.standing, one.value) for one in told), *facts])
    return Document(
        language=language,
        office=office,
        reference=f"{laptop} · {day}",
        title=word("laptop_title", language),
        facts=tuple(Fact(label, text) for label, text in facts),
        blocks=tuple(
            Line(
                number=str(number),
                question=f"{one.label}: {one.value}",
                text=" — ".join(part for part in (one.standing, one.advice) if part),
            )
            for number, one in enumerate(told, start=1)
        ),
        foot=(word("laptop_title", language), laptop, f"{word('printed_on', language)} {day}"),
        working_line=word("laptop_line", language),
        checksum=hashlib.sha256(said.encode()).hexdigest()[:CHECKSUM_DIGITS],
        checksum_label=word("checksum", language),
        page_words=word("page", language),
    )
