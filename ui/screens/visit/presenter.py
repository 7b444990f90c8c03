"""A visit being written: what is asked, where one is, what is kept. Every answer is on disk within a second.

The state is a frozen value; ``changed`` carries a new one after every answer, move and save. Nothing typed is ever refused:
what does not fit is told, what other answers hide stays in the draft and is left out when the visit is recorded.
"""

import datetime as dt
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import msgspec
from PySide6.QtCore import QObject

from app.errors import VatraError
from app.forms.questions import Asked, is_answered
from app.services import audit, families, visits
from app.services.families import FamilyFile
from app.services.saving import Changed
from app.services.visits import VisitDraft
from ui.forms.form_presenter import FormPresenter, laptop_now, next_of
from ui.screens.visit.state import VisitState
from ui.tasks import Tasks

if TYPE_CHECKING:
    from storage.vault import Vault


class VisitPresenter(FormPresenter):
    """The state is a ``VisitState``."""

    def __init__(
        self,
        vault: "Vault",
        tasks: Tasks,
        clock: Callable[[], dt.datetime] = laptop_now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tasks, clock, parent)
        self._vault = vault
        self.state: VisitState | None = None

    # opening and leaving

    def open(self, family_id: bytes) -> None:
        """Begin a visit of this family, or go on with the one that was left."""
        self.leave()
        self.state = None
        self._in_view = True

        def read() -> VisitState:
            draft = visits.begin_visit(self._vault, family_id, self.clock())
            form = visits.home_visit_form(self._vault, draft.form_version)
            file = families.open_family(self._vault, family_id)
            return VisitState(file, form, draft, dict(draft.answers), self.clock(), saved_at=draft.saved_at)

        self._tasks.records.run(read, self._opened, self.failed.emit)

    def _opened(self, state: VisitState) -> None:
        # What has a proposal, such as the hour of leaving, is asked again when the visit ends.
        missing = [asked for asked in state.filled.missing if asked.question.rules.suggest is None]
        first = (missing or list(state.filled.visible))[0]
        self._show(replace(state, part_name=(first.section.id, first.person), current=first.key))
        if not self._in_view:
            return
        file = state.file
        parts = frozenset(file.kept_apart.values())
        self._tasks.records.run(lambda: audit.note_read(self._vault, file.family.id, parts))

    def others_changed(self, change: Changed) -> None:
        if self.state is None or self.state.file.family.id not in change.families:
            return
        family_id = self.state.file.family.id
        self._tasks.records.run(lambda: families.open_family(self._vault, family_id), self._file_came)

    def _file_came(self, file: FamilyFile) -> None:
        if self.state is not None and self.state.file.family.id == file.family.id:
            self._show(replace(self.state, file=file))

    # answering

    def answer(self, key: str, value: Any) -> None:
        """Keep an answer; None takes it back."""
        if self.state is None or self.state.answers.get(key) == value:
            return
        answers = {**self.state.answers, key: value}
        if value is None:
            del answers[key]
        self._show(replace(self.state, answers=answers, confirmed=self.state.confirmed - {key}, unsaved=True))
        self.save_soon()

    def confirm(self, key: str) -> None:
        """ "It is so": a soft problem may stand."""
        if self.state is not None:
            self._show(replace(self.state, confirmed=self.state.confirmed | {key}))

    def take_proposal(self, key: str) -> None:
        """Answer with what the form proposes."""
        if self.state is not None and (asked := self._asked(key)) is not None:
            proposed = self.state.filled.suggestion(asked)
            if proposed is not None:
                self.answer(key, proposed)

    # moving

    def go_to(self, key: str) -> None:
        """Make this question the current one, on its page."""
        if self.state is not None and (asked := self._asked(key)) is not None:
            self._show(replace(self.state, part_name=(asked.section.id, asked.person), current=key))

    def go_to_page(self, index: int) -> None:
        """Open a page at its first unanswered question."""
        if self.state is not None and 0 <= index < len(self.state.parts):
            asked = self.state.parts[index].asked
            open_ones = [one for one in asked if not is_answered(self.state.answers.get(one.key))]
            self.go_to((open_ones or list(asked))[0].key)

    def step_page(self, step: int) -> None:
        if self.state is not None:
            self.go_to_page(self.state.index + step)

    def step(self, step: int) -> None:
        """The next or previous question, over the edge of the page too."""
        if self.state is None:
            return
        keys = [asked.key for asked in self.state.filled.visible]
        here = keys.index(self.state.current) if self.state.current in keys else 0
        if 0 <= here + step < len(keys):
            self.go_to(keys[here + step])

    def step_unanswered(self, step: int) -> None:
        """The next or previous required question without an answer, from here round the form."""
        if self.state is not None:
            keys = [asked.key for asked in self.state.filled.visible]
            wanted = [asked.key for asked in self.state.to_answer]
            found = next_of(wanted, keys, self.state.current, step)
            if found is not None:
                self.go_to(found)

    def step_child(self) -> None:
        """The same section of the next child."""
        if self.state is None or self.state.part.person is None:
            return
        same = [
            at for at, part in enumerate(self.state.parts) if part.section.id == self.state.part.section.id
        ]
        self.go_to_page(same[(same.index(self.state.index) + 1) % len(same)])

    def ask_danger(self) -> None:
        """F9: the phones at once, and the question whether somebody is in danger."""
        if self.state is None:
            return
        self._show(replace(self.state, danger_asked=True))
        question = next(
            (one for one in self.state.filled.visible if one.question.type == "yn" and one.question.red), None
        )
        if question is not None:
            self.go_to(question.key)

    # keeping

    def save(self) -> None:
        """Keep the draft now."""
        if self.state is None:
            return
        kept = dict(self.state.answers)
        draft = msgspec.structs.replace(self.state.draft, answers=kept)
        self._tasks.records.run(
            lambda: self._keep(draft),
            lambda saved_at: self._saved(draft.draft_id, kept, saved_at),
            lambda error: self._not_saved(draft.draft_id, error),
        )

    def _keep(self, draft: VisitDraft) -> int:
        """On the lane: a visit that was recorded meanwhile is no draft any more."""
        if draft.draft_id in self._done:
            return int(time.time())
        return visits.keep_draft(self._vault, draft)

    def _record(self, draft: VisitDraft) -> Changed:
        """On the lane."""
        _visit, changed = visits.record_visit(self._vault, draft)
        self._done.add(draft.draft_id)
        return changed

    def _saved(self, draft_id: bytes, kept: Mapping[str, Any], saved_at: int) -> None:
        if self.state is not None and self.state.draft.draft_id == draft_id:
            unsaved = dict(self.state.answers) != kept
            self._show(replace(self.state, saved_at=saved_at, trouble=None, unsaved=unsaved))

    def _not_saved(self, draft_id: bytes, error: VatraError) -> None:
        if self.state is not None and self.state.draft.draft_id == draft_id:
            self._show(replace(self.state, trouble=error))

    def finish(self) -> None:
        """Record the visit; while something is missing, show what and go to the first of it."""
        state = self.state
        if state is None:
            return
        if state.to_answer:
            self._show(replace(state, finishing=True))
            self.go_to(state.to_answer[0].key)
            return
        self._saving.stop()
        draft = msgspec.structs.replace(state.draft, answers=state.filled.kept)
        self._tasks.records.run(
            lambda: self._record(draft),
            lambda changed: self._recorded(state.file.family.id, changed),
            lambda error: self._not_saved(draft.draft_id, error),
        )

    def _recorded(self, family_id: bytes, change: Changed) -> None:
        self.state = None
        self._tasks.data_changed.emit(change)
        self.finished.emit(family_id)

    # inside

    def _asked(self, key: str) -> Asked | None:
        return (
            next((asked for asked in self.state.filled.visible if asked.key == key), None)
            if self.state
            else None
        )

    def _show(self, state: VisitState) -> None:
        state = replace(state, now=self.clock())
        if state.current not in {asked.key for asked in state.part.asked}:
            state = replace(state, current=state.part.asked[0].key)
        self.state = replace(state, part_name=state.part.name)
        self.changed.emit(self.state)
