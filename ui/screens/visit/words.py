"""Answers, problems and the state of saving, as sentences in the language of the window."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.domain.access import TEAM
from app.domain.records import Person, Visit
from app.forms.filling import chosen_options
from app.forms.questions import Asked, Member, Problem, Question, said
from ui import formatting, languages, trade
from ui.forms import sentences
from ui.forms.form_state import Listed
from ui.screens.visit.state import FormPart, VisitState
from ui.widgets.answer_keys import Option

translate = QCoreApplication.translate


def label(question: Question) -> str:
    """The words of a question; one that need not be answered says so."""
    words = said(question.label, languages.current())
    return words if question.required else sentences.optional(words)


def options_of(question: Question, members: Sequence[Member], state: VisitState) -> list[Option]:
    """The answers to choose from: those of the form, or the members of the household."""
    if question.type in ("people", "person"):
        return [Option(member.person.id.hex(), person_with_age(member.person, state)) for member in members]
    language = languages.current()
    return [Option(one.value, said(one.label, language), one.red, one.exclusive) for one in question.options]


def person_with_age(person: Person, state: VisitState) -> str:
    """``Dobre Alin, 13 years``."""
    age = person.age_on(state.now.date())
    return person.full_name if age is None else f"{person.full_name}, {formatting.age(age)}"


def child_name(person_id: bytes | None, state: VisitState) -> str:
    """Given name and age, as the switch of the children shows it."""
    person = next((member.person for member in state.file.members if member.person.id == person_id), None)
    if person is None:
        return translate("visit", "no longer in the household")
    age = person.age_on(state.now.date())
    name = person.given_names or person.full_name
    return name if age is None else f"{name}, {age}"


def part_title(part: FormPart, state: VisitState) -> str:
    """``2. What was seen``: numbered as on paper, also when another section is not asked."""
    sections = [section.id for section in state.form.sections]
    return f"{sections.index(part.section.id) + 1}. {said(part.section.title, languages.current())}"


def listed(state: VisitState) -> list[Listed]:
    """The pages as outline and head name them."""
    return [
        Listed(
            part_title(part, state),
            part.section.id,
            state.answered_in(part),
            len(part.asked),
            child_name(part.person, state) if part.person else "",
            "" if part.section.compartment == TEAM else trade.readers(part.section.compartment),
        )
        for part in state.parts
    ]


def answer(question: Question, value: Any, state: VisitState) -> str:
    """An answer in words."""
    language = languages.current()
    if question.type in ("people", "person"):
        wanted = value if isinstance(value, list | tuple) else [value]
        names = [member.person.full_name for member in state.file.members if member.person.id.hex() in wanted]
        return ", ".join(names)
    if question.options:
        return ", ".join(said(option.label, language) for option in chosen_options(question, value))
    if question.type == "date":
        return formatting.exact_day(str(value))
    return str(value)


def last_time(asked: Asked, state: VisitState) -> str:
    """``Last time: No``, with a word when today's answer differs; only for choices about the family."""
    about_this_visit = asked.section.id == state.form.sections[0].id or (
        asked.question.type == "yn" and asked.question.red
    )
    before = state.last_visit
    if before is None or not asked.question.options or about_this_visit:
        return ""
    value = before.answers.get(asked.key)
    words = answer(asked.question, value, state) if value else ""
    if not words:
        return ""
    now = state.answers.get(asked.key)
    changed = now is not None and not _same(now, value)
    return sentences.last_time(words, changed=changed)


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return set(one) == set(other)
    return bool(one == other)


def proposal(asked: Asked, state: VisitState) -> str:
    """``Proposed: 27.11.2026``; nothing once the question is answered."""
    if asked.question.rules.suggest is None or state.answers.get(asked.key) is not None:
        return ""
    value = state.filled.suggestion(asked)
    return "" if value is None else sentences.proposed(answer(asked.question, value, state))


def problem(found: Problem) -> str:
    """What to correct."""
    question = found.asked.question
    authors = said(question.constraint_message, languages.current())
    return sentences.problem(found.code, question.type, authors)


def subtitle(state: VisitState) -> str:
    """Family, house, and when the visit began."""
    line = state.file.line
    begun = str(state.answers.get("v_from") or "")
    parts = [line.name, " ".join(part for part in (line.village, line.street) if part)]
    if begun:
        parts.append(translate("visit", "begun at %1").replace("%1", begun))
    return " · ".join(part for part in parts if part)


def past_visit(visit: Visit) -> str:
    """``16 Nov · Visit made``."""
    day = formatting.sentence_case(formatting.day(visit.visited_on)) if visit.visited_on else ""
    result = trade.visit_result(visit.answers.get("v_result") if visit.answers else visit.purpose)
    return " · ".join(part for part in (day, result) if part)
