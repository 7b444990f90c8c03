"""Where an assessment lives while it is filled in: in the vault of this laptop, or, for an author's preview, nowhere."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from app.forms.xform.paper import Paper
from app.services import assessment_papers, assessments, audit, saving
from app.services.assessment_levels import confirm_level
from app.services.assessment_papers import Prints
from app.services.assessments import AssessmentDraft, Open, OpenDraft
from app.services.audit import GoingOut
from app.services.saving import Changed
from ui.screens.assessment_places import Amend, Sealed, Where

if TYPE_CHECKING:
    from storage.vault import Vault


class Keeping(Protocol):
    """All of it is called on the records lane, and may raise VatraError."""

    def open(self, what: Where, language: str, now: dt.datetime) -> Open:
        """A new one, one left half done, or a finished one."""

    def reopen(self, draft: AssessmentDraft, language: str, now: dt.datetime) -> OpenDraft:
        """The draft again, for the household as it is now."""

    def keep(self, draft: AssessmentDraft) -> tuple[AssessmentDraft, Changed]:
        """What is answered so far."""

    def knows(self, draft: AssessmentDraft) -> bool:
        """Whether the draft is still kept."""

    def discard(self, draft: AssessmentDraft) -> Changed:
        """Throw it away."""

    def seal(self, draft: AssessmentDraft, paper: Paper, language: str, now: dt.datetime) -> Changed:
        """Keep it for ever."""

    def confirm_level(self, assessment_id: bytes, level: str, reason: str) -> Changed:
        """Another level for a finished one."""

    def undo(self) -> Changed:
        """Take the last act back."""

    def note_read(self, family_id: bytes, parts: Sequence[str]) -> None:
        """Somebody has the family before him."""

    def prints(self, assessment_id: bytes, language: str) -> Prints:
        """A finished one on paper, in every way."""

    def note_going_out(self, act: GoingOut, family_id: bytes, assessment_id: bytes) -> None:
        """It is about to be printed or saved."""


class InVault:
    """The laptop's own."""

    def __init__(self, vault: "Vault") -> None:
        self._vault = vault

    def open(self, what: Where, language: str, now: dt.datetime) -> Open:
        if isinstance(what, Sealed):
            return assessments.open_assessment(self._vault, what.assessment_id, language)
        draft = (
            assessments.begin_amendment(self._vault, what.assessment_id)
            if isinstance(what, Amend)
            else assessments.begin_assessment(self._vault, what.family_id, what.form_id)
        )
        return self.reopen(draft, language, now)

    def reopen(self, draft: AssessmentDraft, language: str, now: dt.datetime) -> OpenDraft:
        return assessments.open_draft(self._vault, draft, language, now)

    def keep(self, draft: AssessmentDraft) -> tuple[AssessmentDraft, Changed]:
        return assessments.keep_draft(self._vault, draft)

    def knows(self, draft: AssessmentDraft) -> bool:
        return any(
            one.draft_id == draft.draft_id for one in assessments.unfinished(self._vault, draft.family_id)
        )

    def discard(self, draft: AssessmentDraft) -> Changed:
        return assessments.discard_draft(self._vault, draft)

    def seal(self, draft: AssessmentDraft, paper: Paper, language: str, now: dt.datetime) -> Changed:
        return assessments.seal_assessment(self._vault, draft, paper, language, now)[1]

    def confirm_level(self, assessment_id: bytes, level: str, reason: str) -> Changed:
        return confirm_level(self._vault, assessment_id, level, reason)

    def undo(self) -> Changed:
        return saving.undo(self._vault) or Changed()

    def note_read(self, family_id: bytes, parts: Sequence[str]) -> None:
        audit.note_read(self._vault, family_id, frozenset(parts))

    def prints(self, assessment_id: bytes, language: str) -> Prints:
        return assessment_papers.prints_of(self._vault, assessment_id, language)

    def note_going_out(self, act: GoingOut, family_id: bytes, assessment_id: bytes) -> None:
        for compartment in assessment_papers.printed_from(self._vault, assessment_id):
            audit.note_going_out(
                self._vault,
                act,
                "assessment",
                family=family_id,
                concerned=[assessment_id],
                compartment=compartment,
            )
