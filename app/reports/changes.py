"""The change page: what an assessment says otherwise than the one before it, answer by answer."""

from collections.abc import Iterator, Mapping, Sequence

from app.domain.records import Assessment, Family
from app.forms.instruments import Instrument
from app.forms.questions import said
from app.forms.xform.compared import Answered, Change
from app.reports.assessment import DASH, Printed, assessment_checksum, known_level
from app.reports.document import Block, Document, Fact, Line, Paragraph
from app.reports.wording import printed_day, word


def changes_document(
    now: Assessment,
    before: Assessment,
    changes: Sequence[Change],
    instrument: Instrument,
    family: Family,
    printed: Printed,
) -> Document:
    """``changes`` lead from ``before`` to ``now``; ``instrument`` is the form of ``now``."""
    language = printed.language
    title, number = said(instrument.title, language), family.number or DASH
    days = [printed_day(one.on or "", language) or DASH for one in (before, now)]
    return Document(
        language=language,
        office=printed.office,
        reference=f"{word('number', language)} {number} · {days[1]}",
        title=word("changes_title", language),
        facts=(
            Fact(word("family", language), family.name or DASH),
            *_facts(now, before, title, days, language),
        ),
        blocks=tuple(_lines(changes, _names(before) | _names(now), language)),
        foot=(
            f"{title} v{instrument.version}",
            f"{word('family_number', language)} {number}",
            f"{word('printed_on', language)} {printed_day(printed.printed_at.date().isoformat(), language)}",
        ),
        working_line=word("changes_line", language),
        checksum=assessment_checksum(now),
        checksum_label=word("checksum", language),
        page_words=word("page", language),
    )


def _facts(
    now: Assessment, before: Assessment, title: str, days: Sequence[str], language: str
) -> Iterator[Fact]:
    yield Fact(word("changes_form", language), title)
    yield Fact(word("changes_before", language), _with_level(days[0], before, language))
    yield Fact(word("changes_now", language), _with_level(days[1], now, language))
    then, today = _names(before), _names(now)
    for key, people in (
        ("changes_came", [name for one, name in today.items() if one not in then]),
        ("changes_left", [name for one, name in then.items() if one not in today]),
    ):
        if people:
            yield Fact(word(key, language), " · ".join(people))


def _with_level(day: str, one: Assessment, language: str) -> str:
    level = known_level(one.level)
    return " · ".join((day, word(f"level_{level}", language)) if level is not None else (day,))


def _names(one: Assessment) -> dict[str, str]:
    return {row[0]: row[1] for row in one.roster}


def _lines(changes: Sequence[Change], names: Mapping[str, str], language: str) -> Iterator[Block]:
    if not changes:
        yield Paragraph(word("changes_none", language))
    for change in changes:
        about = names.get(change.key.rpartition("/")[0], "")
        question = " · ".join(part for part in (about, change.question.label) if part)
        sides = (("changes_before", change.before), ("changes_now", change.now))
        text = "\n".join(f"{word(key, language)}: {_words(side, language)}" for key, side in sides)
        yield Line(number=str(change.question.number), question=question, text=text)


def _words(answer: Answered | None, language: str) -> str:
    if answer is None:
        return word("changes_not_asked", language)
    return (printed_day(answer.words, language) if answer.kind == "date" else answer.words) or DASH
