"""What the assessment screen shows: pages, the questions of the page in view, the level with its reasons. Frozen values."""

import datetime as dt
from dataclasses import dataclass
from typing import Any, Literal

from app.domain.access import TEAM
from app.domain.records import Assessment
from app.errors import VatraError
from app.forms.questions import Text
from app.forms.xform.compared import Answered
from app.forms.xform.paper import AskedType, Option
from app.services.assessment_levels import GivenLevel
from app.services.assessment_members import Edit
from app.services.families import FamilyFile

Act = Literal["fill", "read"]


@dataclass(frozen=True)
class Question:
    """A question of the page in view. ``answer`` is as its editor has it, ``shown`` the same in words."""

    key: str
    type: AskedType
    label: str
    hint: str
    number: int
    answer: Any
    shown: str
    required: bool
    editable: bool
    options: tuple[Option, ...] = ()
    failed: str | None = None
    message: str = ""
    soft: bool = False
    unit: str = ""
    """What a number is counted in."""
    from_record: bool = False
    """The answer is what the record of a member said."""
    proposes: bool = False
    """The form may propose an answer; ``suggestion`` is it, "" for none now."""
    suggestion: str = ""
    before: Answered | None = None
    """What was answered last time."""
    changed: bool = False
    """Answered, and otherwise than last time."""


@dataclass(frozen=True)
class PageLine:
    """A page as the outline lists it; ``person`` is the name of whom it is about, ``row`` the number of a row by hand."""

    key: str
    section: str
    title: str
    answered: int
    of: int
    person: str = ""
    row: int = 0
    kept_in: str = TEAM
    """The compartment its answers lie in."""


@dataclass(frozen=True)
class Link:
    """A question elsewhere in the form, to go to: its number, words, and whom it is about."""

    key: str
    number: int
    label: str
    person: str = ""
    points: float = 0


@dataclass(frozen=True)
class ChangeLine:
    """A question that is answered otherwise than last time. A side is None where it is not asked."""

    link: Link
    before: Answered | None
    now: Answered | None


@dataclass(frozen=True)
class Result:
    """The level as the answers stand, why, and what the worker decided."""

    level: str | None
    provisional: bool
    points: float | None
    domains: tuple[tuple[str, float], ...]
    reasons: tuple[Link, ...]
    danger: tuple[Link, ...]
    decided: str | None
    reason: str

    @property
    def counts(self) -> str | None:
        """The level that will be kept."""
        return self.decided or self.level

    @property
    def needs_reason(self) -> bool:
        return self.counts != self.level and not self.reason.strip()


@dataclass(frozen=True)
class Anew:
    """Another level for a sealed one, as far as it is chosen and its reason written."""

    level: str | None
    reason: str = ""


@dataclass(frozen=True)
class AssessmentState:
    """``index`` is the page in view; the one behind the last is the result."""

    act: Act
    file: FamilyFile
    title: Text
    version: int
    checked: bool
    """Somebody compared the form with the law."""
    pages: tuple[PageLine, ...]
    index: int
    questions: tuple[Question, ...]
    current: str | None
    to_answer: tuple[str, ...]
    """Keys of what keeps the form from being finished, in order."""
    missing: tuple[Link, ...]
    """The same as links, on the result page only."""
    result: Result
    set_aside: int
    changes: tuple[ChangeLine, ...]
    """What is other than last time, on the result page only."""
    previous: Assessment | None
    """The one of last time; of a correction the one it corrects."""
    edits: tuple[Edit, ...]
    """What it would change in the records of members, on the result page only."""
    left_out: frozenset[str]
    """Keys of edits that the worker does not want."""
    now: dt.datetime
    row_can_be: frozenset[Literal["added", "removed"]] = frozenset()
    begun: bool = False
    saved_at: int | None = None
    unsaved: bool = False
    trouble: VatraError | None = None
    finishing: bool = False
    danger_asked: bool = False
    sealed: Assessment | None = None
    author: str = ""
    part_missing: bool = False
    corrects: bool = False
    """It is a correction of ``previous``."""
    correction: Assessment | None = None
    """The one that corrects this sealed one."""
    given: GivenLevel | None = None
    """Who gave a sealed one the level that counts."""
    anew: Anew | None = None

    @property
    def on_result(self) -> bool:
        return self.index >= len(self.pages)

    @property
    def page(self) -> PageLine | None:
        return None if self.on_result else self.pages[self.index]

    @property
    def in_danger(self) -> bool:
        return bool(self.result.danger)

    @property
    def may_confirm(self) -> bool:
        """Whether this worker may give this sealed one another level; of a corrected one the correction's level counts."""
        return (
            self.given is not None
            and self.given.may_change
            and self.correction is None
            and bool(self.result.level)
        )

    @property
    def chose_anew(self) -> bool:
        """Another level than the one that counts; where several wait for a decision, any."""
        if self.anew is None or self.anew.level is None or self.sealed is None or self.given is None:
            return False
        return self.anew.level != self.sealed.level or bool(self.given.others)

    @property
    def can_confirm(self) -> bool:
        return self.chose_anew and self.anew is not None and bool(self.anew.reason.strip())

    @property
    def can_seal(self) -> bool:
        return self.act == "fill" and not self.to_answer and not self.result.needs_reason
