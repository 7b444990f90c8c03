"""Questions, levels and the state of saving, as sentences in the language of the window."""

from collections.abc import Iterable

import msgspec
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.domain.access import TEAM
from app.forms.questions import said
from app.forms.signature import Signed
from app.forms.xform.compared import Answered
from ui import formatting, languages, trade
from ui.forms import sentences
from ui.forms.form_state import Listed
from ui.screens.assessment.state import AssessmentState, ChangeLine, Link, PageLine, Question

translate = QCoreApplication.translate
DASH = "—"
MOST_OF_A_TEXT = 160
"""Characters of a text of last time; all of it stands in the assessment itself."""
_DOMAINS: dict[str, object] = {
    "economic": QT_TRANSLATE_NOOP("assessment", "Economic situation"),
    "social": QT_TRANSLATE_NOOP("assessment", "Social situation"),
    "health": QT_TRANSLATE_NOOP("assessment", "Health"),
    "education": QT_TRANSLATE_NOOP("assessment", "Education"),
    "housing": QT_TRANSLATE_NOOP("assessment", "Housing"),
    "behaviour": QT_TRANSLATE_NOOP("assessment", "Behaviour and safety"),
}


def label(question: Question) -> str:
    """The words of a question; one that need not be answered says so."""
    if question.required or not question.editable:
        return question.label
    return sentences.optional(question.label)


def listed(page: PageLine) -> Listed:
    """A page as outline and head name it: the section, and whom or which row it is about."""
    name = translate("assessment", "Row %1").replace("%1", str(page.row)) if page.row else page.person
    readers = "" if page.kept_in == TEAM else trade.readers(page.kept_in)
    return Listed(page.title, page.section, page.answered, page.of, name, readers)


def part_missing() -> tuple[str, str]:
    """A confidential part is not here, or was changed since."""
    return (
        translate("assessment", "A confidential section of this assessment is not here as it was sealed."),
        translate(
            "assessment",
            "If it does not come with the next sync, ask the county office.",
        ),
    )


def shown(question: Question) -> str:
    """An answer that can only be read; a dash for none."""
    if question.type == "note":
        return ""
    if question.type == "date":
        return formatting.exact_day(question.shown) if question.shown else DASH
    if question.type == "sign" and isinstance(question.answer, dict):
        signed = msgspec.convert(question.answer, Signed)
        parts = (
            signed.name,
            trade.profession(signed.role),
            formatting.exact_day(signed.on) if signed.on else "",
        )
        return " · ".join(part for part in parts if part)
    return question.shown or DASH


def beside(question: Question) -> str:
    """What is known of the answer: that the record has it, and what it was last time."""
    known = translate("assessment", "From the family's record") if question.from_record else ""
    return " · ".join(part for part in (known, last_time(question)) if part)


def last_time(question: Question) -> str:
    """``Last time: No``, with a word when today's answer differs."""
    if question.before is None:
        return ""
    return sentences.last_time(said_then(question.before), changed=question.changed)


def said_then(answer: Answered | None) -> str:
    """An answer of a record in few words, a dash for none."""
    if answer is None or not answer.words:
        return DASH
    if answer.kind == "date":
        return formatting.exact_day(answer.words)
    words = " ".join(answer.words.split())
    return words if len(words) <= MOST_OF_A_TEXT else f"{words[:MOST_OF_A_TEXT].rstrip()}…"


def change(one: ChangeLine) -> str:
    """``7 · Has a birth certificate · Alin, 13: No → Yes``"""
    sentence = translate("assessment", "%1: before %2, now %3").replace("%1", link(one.link))
    return sentence.replace("%2", said_then(one.before)).replace("%3", said_then(one.now))


def changes_head(state: AssessmentState) -> str:
    """Since when, and how many answers are other."""
    assert state.previous is not None
    since = translate("assessment", "%n answers are other than on %1", "", len(state.changes))
    day = formatting.exact_day(state.previous.on or "") or DASH
    return since.replace("%1", day)


def proposal(question: Question) -> str:
    """``Proposed: 27.11.2026``; nothing once the question is answered."""
    if not question.suggestion or question.answer is not None:
        return ""
    shown = formatting.exact_day(question.suggestion) if question.type == "date" else question.suggestion
    return sentences.proposed(shown)


def problem(question: Question) -> str:
    """What to correct."""
    return sentences.problem(question.failed or "", question.type, question.message)


def link(one: Link) -> str:
    """``7 · Has a birth certificate · Alin, 13 · 3 points``."""
    points = translate("assessment", "%n points", "", round(one.points)) if one.points else ""
    return " · ".join(part for part in (str(one.number), one.label, one.person, points) if part)


def links(all_of: Iterable[Link]) -> tuple[tuple[str, str], ...]:
    """Keys with what is said of each."""
    return tuple((one.key, link(one)) for one in all_of)


def level(code: str | None) -> str:
    return trade.level(code) if code else translate("assessment", "no level")


def given(state: AssessmentState) -> str:
    """Of a finished one whose level is another than was sealed: who gave it, and when; which others wait for a decision."""
    one = state.given
    if one is None or (one.with_seal and not one.others):
        return ""
    name = level(state.sealed.level if state.sealed is not None else None)
    line = (
        translate("assessment", "%1: given %2").replace("%1", name).replace("%2", formatting.moment(one.at))
    )
    parts = [" · ".join(part for part in (line, one.author) if part)]
    if one.others:
        waits = translate("assessment", "Also given: %1. A supervisor decides.")
        parts.append(waits.replace("%1", ", ".join(level(code) for code in one.others)))
    return "\n".join(parts)


def why_to_write(state: AssessmentState) -> str:
    """Why the reason is asked for."""
    if state.anew is not None:
        return translate(
            "assessment",
            "Choose another level and write why. The answers stay as they were sealed; level and reason go to the county.",
        )
    return translate(
        "assessment", "You decide otherwise than the form suggests. Write why; it is kept with the level."
    )


def two_levels() -> tuple[str, str]:
    """Two people gave a level without knowing of each other."""
    return (
        translate("assessment", "Two people gave this assessment different levels."),
        translate("assessment", "The higher one counts until a supervisor decides under “To clear up”."),
    )


def because(state: AssessmentState) -> str:
    """``High because of 3, 7, 12``: the numbers of the questions behind the suggestion."""
    numbers = list(dict.fromkeys(one.number for one in state.result.reasons if one.number))
    if not numbers:
        return level(state.result.level)
    sentence = translate("assessment", "%1, because of %2").replace("%1", level(state.result.level))
    return sentence.replace("%2", ", ".join(map(str, numbers)))


def domain(name: str) -> str:
    """The name of a scoring domain; one nobody foresaw as its author wrote it."""
    source = _DOMAINS.get(name)
    return translate("assessment", str(source)) if source else name.replace("_", " ")


def saved_line(state: AssessmentState) -> str:
    """The quiet line at the bottom left."""
    return sentences.saved(state) if state.sealed is None else sealed_line(state)


def sealed_line(state: AssessmentState) -> str:
    """``Sealed on 21 Nov by Ana Sandu``."""
    assert state.sealed is not None
    line = translate("assessment", "Sealed %1").replace("%1", formatting.moment(state.sealed.sealed_at))
    return " · ".join(part for part in (line, state.author) if part)


def title(state: AssessmentState) -> str:
    return said(state.title, languages.current())


def subtitle(state: AssessmentState) -> str:
    """Family and house; the version of the form."""
    line = state.file.line
    version = translate("assessment", "version %1").replace("%1", str(state.version))
    if state.corrects or (state.sealed is not None and state.sealed.amends is not None):
        version = translate("assessment", "correction")
    working = "" if state.checked else translate("assessment", "working document")
    parts = (line.name, " ".join(part for part in (line.village, line.street) if part), version, working)
    return " · ".join(part for part in parts if part)
