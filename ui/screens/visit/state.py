"""A visit as it stands: draft, answers, page and question, and everything the form makes of them. Frozen values, no widgets."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from app.domain.records import Visit
from app.errors import VatraError
from app.forms.filling import Filled
from app.forms.form import Form
from app.forms.questions import Asked, Problem, Section, is_answered
from app.services.families import FamilyFile
from app.services.visits import VisitDraft


@dataclass(frozen=True)
class FormPart:
    """What stands on one page: a section, or a section about one child."""

    section: Section
    person: bytes | None
    asked: tuple[Asked, ...]

    @property
    def name(self) -> tuple[str, bytes | None]:
        return self.section.id, self.person


@dataclass(frozen=True)
class VisitState:
    """Everything the view shows; ``part`` is the page, ``current`` the question in it."""

    file: FamilyFile
    form: Form
    draft: VisitDraft
    answers: Mapping[str, Any]
    now: dt.datetime
    part_name: tuple[str, bytes | None] | None = None
    current: str | None = None
    saved_at: int | None = None
    unsaved: bool = False
    trouble: VatraError | None = None
    confirmed: frozenset[str] = field(default_factory=frozenset)
    danger_asked: bool = False
    finishing: bool = False

    @cached_property
    def filled(self) -> Filled:
        return self.form.filled(self.answers, self.file.members, self.now)

    @cached_property
    def parts(self) -> tuple[FormPart, ...]:
        parts: dict[tuple[str, bytes | None], list[Asked]] = {}
        for asked in self.filled.visible:
            parts.setdefault((asked.section.id, asked.person), []).append(asked)
        return tuple(FormPart(asked[0].section, person, tuple(asked)) for (_, person), asked in parts.items())

    @cached_property
    def index(self) -> int:
        """Where the page stands; the first one when it is no longer asked."""
        return next((at for at, part in enumerate(self.parts) if part.name == self.part_name), 0)

    @property
    def part(self) -> FormPart:
        return self.parts[self.index]

    @property
    def on_last_part(self) -> bool:
        return self.index == len(self.parts) - 1

    @cached_property
    def problems(self) -> Mapping[str, Problem]:
        """By key, without those the worker said are so."""
        return {
            one.asked.key: one
            for one in self.filled.problems
            if not (one.soft and one.asked.key in self.confirmed)
        }

    @cached_property
    def to_answer(self) -> tuple[Asked, ...]:
        """What keeps the visit from being finished: missing answers and answers that do not fit, in order."""
        missing = {asked.key for asked in self.filled.missing}
        return tuple(
            asked for asked in self.filled.visible if asked.key in missing or asked.key in self.problems
        )

    @property
    def in_danger(self) -> bool:
        return bool(self.filled.danger_signs)

    @cached_property
    def last_visit(self) -> Visit | None:
        """The newest visit made with a form, to set its answers beside today's."""
        return next((visit for visit in self.file.visits if visit.form_id == self.form.id), None)

    def answered_in(self, part: FormPart) -> int:
        return sum(is_answered(self.answers.get(asked.key)) for asked in part.asked)
