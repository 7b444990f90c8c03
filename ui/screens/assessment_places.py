"""What the assessment screen is opened for, as the navigator carries it: shared by the screens that lead there."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Begin:
    """Where to: a new assessment of this family with this form, or the one that was left half done."""

    family_id: bytes
    form_id: str


@dataclass(frozen=True)
class Amend:
    """Where to: a correction of a finished assessment, or the one that was left half done."""

    assessment_id: bytes


@dataclass(frozen=True)
class Sealed:
    """Where to: a finished assessment, to be read."""

    assessment_id: bytes


Where = Begin | Amend | Sealed
