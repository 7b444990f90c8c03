"""A form that can be filled in: what is asked now, what is missing, what does not fit, whether somebody is in danger.

Every question about a set of answers goes through ``filled``; the other methods are short ways to it for callers that
need one thing. Members of the household decide which children are asked about; the clock is the caller's.
"""

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Any

import msgspec

from app.domain.access import TEAM
from app.forms.filling import Filled
from app.forms.questions import (
    Answers,
    Asked,
    Calculation,
    Member,
    Problem,
    Question,
    Section,
    Text,
    question_of,
)


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """One version of a form; ``digest`` is the SHA-256 (hex) of its canonical text."""

    id: str
    version: int
    digest: str
    title: Text
    sections: tuple[Section, ...]
    calculations: tuple[Calculation, ...] = ()
    order: tuple[str, ...] = ()
    """All questions and calculations, each after those it reads."""
    date_question: str | None = None
    """The day the form speaks of: ages count on that day, on today while it is not answered."""

    def read_by(self, compartments: Collection[str]) -> "Form":
        """The form as somebody sees it who reads these compartments: no trace of the other sections."""
        sections = tuple(section for section in self.sections if section.compartment in compartments)
        if sections == self.sections:
            return self
        here = {section.id for section in sections}
        calculations = tuple(one for one in self.calculations if one.section is None or one.section in here)
        named = {question.id for section in sections for question in section.questions}
        named |= {one.id for one in calculations}
        return msgspec.structs.replace(
            self,
            sections=sections,
            calculations=calculations,
            order=tuple(name for name in self.order if name in named),
        )

    def by_compartment(self, answers: Answers) -> dict[str, dict[str, Any]]:
        """The answers, sorted by the compartment they must be kept in; ``team`` is always there, perhaps empty.

        An answer to no question of this form stays with the team's.
        """
        kept_in = {q.id: section.compartment for section in self.sections for q in section.questions}
        parts: dict[str, dict[str, Any]] = {TEAM: {}}
        for key, value in answers.items():
            compartment = kept_in.get(question_of(key), TEAM)
            parts.setdefault(compartment, {})[key] = value
        return parts

    def filled(
        self, answers: Answers, members: Sequence[Member] = (), now: dt.datetime | None = None
    ) -> Filled:
        """The form with these answers at this moment (default: this computer's clock and zone)."""
        moment = now or dt.datetime.now().astimezone()
        return Filled(
            self.sections, self.calculations, self.order, self.date_question, answers, members, moment
        )

    def visible(
        self, answers: Answers, members: Sequence[Member] = (), now: dt.datetime | None = None
    ) -> tuple[Asked, ...]:
        """The questions asked now, in the order of the paper."""
        return self.filled(answers, members, now).visible

    def missing(
        self, answers: Answers, members: Sequence[Member] = (), now: dt.datetime | None = None
    ) -> tuple[Asked, ...]:
        """Required questions that are asked and not answered."""
        return self.filled(answers, members, now).missing

    def problems(
        self, answers: Answers, members: Sequence[Member] = (), now: dt.datetime | None = None
    ) -> tuple[Problem, ...]:
        """Answers that do not fit; a soft one may stand if the worker says so."""
        return self.filled(answers, members, now).problems

    def danger(
        self, answers: Answers, members: Sequence[Member] = (), now: dt.datetime | None = None
    ) -> bool:
        """Whether a danger sign is among the answers that count; acts at once, also in a draft."""
        return bool(self.filled(answers, members, now).danger_signs)

    def question(self, question_id: str) -> Question | None:
        return next((q for section in self.sections for q in section.questions if q.id == question_id), None)
