"""Whether a printed assessment is what was sealed: from the checksum at its foot, without a line and without a scanner.

The checksum follows from the sealed record alone, so whoever types it finds the record it was printed from, or learns that no
record here has it. It does not see the paper: whether each line says what the record says, a person compares. A checksum that
is right but for a few digits was typed wrongly; nothing else can come that near.
"""

from typing import Final, Literal

import msgspec

from app.domain.records import Assessment, Family
from app.forms.questions import Text
from app.reports.anonymous import anonymous_checksum
from app.reports.assessment import CHECKSUM_DIGITS, assessment_checksum
from app.services import audit
from app.services.county_forms import titles
from storage import reading
from storage.vault import Vault

FEWEST_DIGITS: Final = 12
"""Three groups: enough to tell records of a county apart, and to make a guess hopeless."""
GROUP: Final = 4
FEWEST_RIGHT_GROUPS: Final = 5
_FILLING: Final = " -.:\t\n"
_MISREAD: Final = str.maketrans("ol", "01")

Outcome = Literal["unreadable", "short", "unknown", "mistyped", "found"]


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """The record that a checksum belongs to; of ``anonymous`` copies, too. ``corrected``: another one takes its place."""

    assessment: Assessment
    family: Family
    title: Text
    author: str
    anonymous: bool
    corrected: bool


class Verdict(msgspec.Struct, frozen=True):
    """``wrong`` are the places of mistyped groups, from 1; ``found`` stays empty for them, until they are right."""

    outcome: Outcome
    found: Found | None = None
    wrong: tuple[int, ...] = ()


def digits_of(typed: str) -> str:
    """The digits of a checksum as somebody typed it, "" if it is none."""
    clean = "".join(letter for letter in typed.lower() if letter not in _FILLING).translate(_MISREAD)
    return clean if all(letter in "0123456789abcdef" for letter in clean) else ""


def looks_like_checksum(typed: str) -> bool:
    return len(digits_of(typed)) >= FEWEST_DIGITS


def check_statement(vault: Vault, typed: str) -> Verdict:
    """What the checksum of a printed assessment says. Whoever finds a family that way has looked at it, and that is noted."""
    digits = digits_of(typed)
    if not digits or len(digits) > CHECKSUM_DIGITS:
        return Verdict("unreadable")
    if len(digits) < FEWEST_DIGITS:
        return Verdict("short")
    sealed = reading.of_kind(vault.team, Assessment)
    near: tuple[int, ...] = ()
    for one in sealed:
        for checksum, anonymous in ((assessment_checksum(one), False), (anonymous_checksum(one), True)):
            if checksum.startswith(digits):
                return Verdict("found", _found(vault, one, anonymous=anonymous))
            near = near or _wrong_groups(digits, checksum)
    return Verdict("mistyped", wrong=near) if near else Verdict("unknown")


def _wrong_groups(typed: str, checksum: str) -> tuple[int, ...]:
    """The groups that are others, where so many are right that it must be this one; else none."""
    if len(typed) != CHECKSUM_DIGITS:
        return ()
    groups = [slice(at, at + GROUP) for at in range(0, CHECKSUM_DIGITS, GROUP)]
    wrong = tuple(place for place, one in enumerate(groups, 1) if typed[one] != checksum[one])
    return wrong if len(groups) - len(wrong) >= FEWEST_RIGHT_GROUPS else ()


def _found(vault: Vault, one: Assessment, *, anonymous: bool) -> Found:
    family = reading.get(vault.team, one.family or b"", Family)
    audit.note_read(vault, family.id)
    author = reading.workers(vault.team).get(one.author or b"")
    others = reading.of_family(vault.team, family.id)
    return Found(
        assessment=one,
        family=family,
        title=titles(vault).get(one.form_id, {"en": one.form_id}),
        author=author.called if author is not None else "",
        anonymous=anonymous,
        corrected=any(isinstance(other, Assessment) and other.amends == one.id for other in others),
    )
