"""An assessment being filled in, or read: what is asked, where one is, what is kept. Every answer is on disk within a second.

The engine's record lives on the GUI thread: an answer reaches the screen in milliseconds, and only what is written goes over
the lane. Nothing typed is ever refused: what does not fit its question is kept as it was typed and told. A danger sign is
saved at once, and its task with it.
"""

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal

from app.domain.records import Assessment
from app.errors import VatraError
from app.forms.xform.errors import StepProblem
from app.forms.xform.vault_lists import Person
from app.forms.xform.xpath.axes import reference
from app.services.assessment_members import Edit, edits_of
from app.services.assessments import AssessmentDraft, Open, OpenDraft, OpenSealed
from app.services.audit import GoingOut
from app.services.saving import Changed
from ui import languages
from ui.forms.form_presenter import FormPresenter, laptop_now, next_of
from ui.screens.assessment.keeping import Keeping
from ui.screens.assessment.reading import Reader, short_names, stored
from ui.screens.assessment.state import Anew, AssessmentState
from ui.screens.assessment_places import Sealed, Where
from ui.tasks import Tasks


class AssessmentPresenter(FormPresenter):
    """The state is an ``AssessmentState``; ``prints_ready`` brings the Prints for the printer, ``level_given`` tells that another
    level is kept, ``taken_back`` that it is not any more."""

    prints_ready = Signal(object)
    level_given = Signal()
    taken_back = Signal()

    def __init__(
        self,
        keeping: Keeping,
        tasks: Tasks,
        clock: Callable[[], dt.datetime] = laptop_now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tasks, clock, parent)
        self._keeping = keeping
        self.state: AssessmentState | None = None
        self._open: Open | None = None
        self._draft: AssessmentDraft | None = None
        self._reader: Reader | None = None
        self.wanted: Where | None = None

    # opening and leaving

    def open(self, what: Where) -> None:
        """Begin an assessment, go on with the one that was left, or show a finished one."""
        self.leave()
        self.state, self._in_view, self.wanted = None, True, what
        language, now = languages.current(), self.clock()

        self._tasks.records.run(
            lambda: self._keeping.open(what, language, now),
            lambda opened: self._opened(what, opened),
            self.failed.emit,
        )

    def _opened(self, what: Where, opened: Open) -> None:
        if what != self.wanted:
            return
        self._take(opened)
        reader = self._read()
        draft = self._draft
        missing = {reader.paper.key(node) for node in reader.paper.missing()}
        keys = reader.asked_keys()
        first = next((key for key in keys if key in missing), keys[0] if keys else None)
        if isinstance(opened, OpenSealed):
            first = None
        self.state = AssessmentState(
            act="read" if isinstance(opened, OpenSealed) else "fill",
            file=opened.file,
            title=opened.instrument.title,
            version=opened.instrument.version,
            checked=opened.checked,
            pages=(),
            index=(reader.page_of(first) or 0) if first else 0,
            questions=(),
            current=first,
            to_answer=(),
            missing=(),
            result=reader.result(None, ""),
            set_aside=0,
            changes=(),
            previous=opened.previous if opened.before else None,
            edits=(),
            left_out=frozenset(),
            now=self.clock(),
            begun=draft is not None and draft.saved_at is not None,
            saved_at=draft.saved_at if draft is not None else None,
            sealed=opened.assessment if isinstance(opened, OpenSealed) else None,
            author=opened.author if isinstance(opened, OpenSealed) else "",
            corrects=draft is not None and draft.amends is not None,
            correction=opened.correction if isinstance(opened, OpenSealed) else None,
            part_missing=isinstance(opened, OpenSealed) and opened.part_missing,
            given=opened.given if isinstance(opened, OpenSealed) else None,
        )
        self._show()
        if self._in_view:
            parts = tuple(opened.file.kept_apart.values())
            family_id = opened.file.family.id
            self._tasks.records.run(lambda: self._keeping.note_read(family_id, parts))

    def come_back(self) -> None:
        """The screen is in view again: the draft may have been thrown away on the family's page meanwhile."""
        self._in_view = True
        draft, what = self._draft, self.wanted
        if draft is None or what is None or self.state is None or not self.state.begun:
            return

        def looked(known: bool) -> None:
            if not known and self._draft is not None and self._draft.draft_id == draft.draft_id:
                self._saving.stop()
                self.open(what)

        self._tasks.records.run(lambda: self._keeping.knows(draft), looked)

    def _take(self, opened: Open) -> None:
        self._open = opened
        self._draft = opened.draft if isinstance(opened, OpenDraft) else None
        self._reader = None

    def others_changed(self, change: Changed) -> None:
        """Somebody of the household changed, came or went: the sections about members follow. A finished one may have another
        level now, or a correction."""
        state = self.state
        if state is None or state.file.family.id not in change.families:
            return
        if state.sealed is not None and "assessment" in change.kinds:
            self._read_sealed_again(state.sealed.id)
        elif change.kinds & {"person", "membership", "family"}:
            self._follow_household()

    def _follow_household(self) -> None:
        draft = self._draft
        if draft is None:
            return
        kept, language, now = self._as_typed(draft), languages.current(), self.clock()
        self._tasks.records.run(
            lambda: self._keeping.reopen(kept, language, now),
            lambda opened: self._household_came(kept, opened),
        )

    def _household_came(self, kept: AssessmentDraft, opened: OpenDraft) -> None:
        draft, state = self._draft, self.state
        if draft is None or state is None or draft.draft_id != kept.draft_id:
            return
        if self._as_typed(draft) != kept:
            self._follow_household()  # something was answered meanwhile
            return
        self._take(opened)
        self.state = replace(state, file=opened.file)
        self._show()

    # answering

    def answer(self, key: str, value: Any) -> None:
        """Keep an answer; None takes it back."""
        reader, draft = self._read(), self._draft
        node = reader.nodes.get(key)
        question = self._question(key)
        if draft is None or node is None or (question is not None and question.answer == value):
            return
        kind = reader.paper.type_of(node)
        before = self.state.result.danger if self.state is not None else ()
        try:
            reader.entry.answer(reference(node), stored(kind, value))
        except StepProblem:
            return  # the question went with another answer while this one was under way
        half = {one: text for one, text in draft.half.items() if one != key}
        if node.state.unfit:
            half[key] = str(value)
        confirmed = tuple(one for one in draft.confirmed if one != key)
        self._draft = msgspec.structs.replace(draft, half=half, confirmed=confirmed)
        self._reader = None
        self._changed()
        if self.state is not None and self.state.result.danger != before:
            self.save()

    def confirm(self, key: str) -> None:
        """ "It is so": a warning may stand."""
        if self._draft is not None:
            confirmed = (*(one for one in self._draft.confirmed if one != key), key)
            self._draft = msgspec.structs.replace(self._draft, confirmed=confirmed)
            self._changed()

    def take_proposal(self, key: str) -> None:
        """Answer with what the form proposes."""
        node = self._read().nodes.get(key)
        proposed = self._read().paper.suggestion(node) if node is not None else ""
        if proposed:
            self.answer(key, proposed)

    def add_row(self) -> None:
        """One more row of the repeat in view; its page comes into view."""
        self._change_rows(lambda reader, ref, number: reader.entry.add_repeat(ref))

    def remove_row(self) -> None:
        """Take the row in view out, with its answers."""
        self._change_rows(lambda reader, ref, number: reader.entry.remove_repeat(f"{ref}[{number}]"))

    def _change_rows(self, act: Callable[[Reader, str, int], object]) -> None:
        reader, state = self._read(), self.state
        if state is None or self._draft is None or state.on_result:
            return
        page = reader.pages[state.index]
        if page.repeat is None:
            return
        act(reader, page.repeat, page.number)
        reader.paper.rows_changed()
        self._reader = None
        rows = [at for at, one in enumerate(self._read().pages) if one.repeat == page.repeat]
        self._changed()
        self.go_to_page(rows[-1] if rows else state.index)

    def decide(self, level: str | None, reason: str) -> None:
        """The level the worker gives; None or the suggested one confirms the suggestion."""
        state, draft = self.state, self._draft
        if state is not None and state.anew is not None:
            self.state = replace(state, anew=Anew(level, reason), trouble=None)
            self._show()
        elif state is not None and draft is not None:
            other = level if level != state.result.level else None
            self._draft = msgspec.structs.replace(draft, confirmed_level=other, level_reason=reason)
            self._changed()

    # another level for a finished one

    def reconsider(self) -> None:
        """Choose the level anew, on the result page, or leave it as it is."""
        state = self.state
        if state is None or state.sealed is None or not state.may_confirm:
            return
        self.state = replace(state, anew=None if state.anew else Anew(state.sealed.level), trouble=None)
        self.go_to_page(len(state.pages))

    def confirm_level(self) -> None:
        """Keep the level chosen anew, with its reason."""
        state = self.state
        if state is None or state.sealed is None or state.anew is None or not state.can_confirm:
            return
        assessment_id, level, reason = state.sealed.id, state.anew.level or "", state.anew.reason

        def given(change: Changed) -> None:
            now = self._reading(assessment_id)
            if now is not None:
                self.state = replace(now, anew=None, trouble=None)
            self._tasks.data_changed.emit(change)
            self.level_given.emit()

        self._tasks.records.run(
            lambda: self._keeping.confirm_level(assessment_id, level, reason),
            given,
            lambda error: self._not_given(assessment_id, error),
        )

    def undo(self) -> None:
        """Take the last act back: the level is again what it was."""

        def taken_back(change: Changed) -> None:
            if change.kinds:
                self._tasks.data_changed.emit(change)
                self.taken_back.emit()

        self._tasks.records.run(self._keeping.undo, taken_back, self.failed.emit)

    def _not_given(self, assessment_id: bytes, error: VatraError) -> None:
        now = self._reading(assessment_id)
        if now is not None:
            self.state = replace(now, trouble=error)
            self._show()

    def _reading(self, assessment_id: bytes) -> AssessmentState | None:
        """The state, when this finished one is still what is read."""
        state = self.state
        return (
            state
            if state is not None and state.sealed is not None and state.sealed.id == assessment_id
            else None
        )

    def _read_sealed_again(self, assessment_id: bytes) -> None:
        what, language, now = Sealed(assessment_id), languages.current(), self.clock()

        def came(opened: Open) -> None:
            state = self._reading(assessment_id)
            if state is not None and isinstance(opened, OpenSealed):
                self._take(opened)
                self.state = replace(
                    state,
                    file=opened.file,
                    sealed=opened.assessment,
                    given=opened.given,
                    correction=opened.correction,
                    anew=state.anew if opened.given.may_change else None,
                    part_missing=opened.part_missing,
                )
                self._show()

        self._tasks.records.run(lambda: self._keeping.open(what, language, now), came, self.failed.emit)

    def leave_out(self, keys: tuple[str, ...]) -> None:
        """What shall not be taken into the records of members."""
        if self._draft is not None:
            self._draft = msgspec.structs.replace(self._draft, left_out=keys)
            self._changed()

    def _changed(self) -> None:
        if self.state is not None:
            self.state = replace(self.state, unsaved=True)
        self._show()
        self.save_soon()

    # moving

    def go_to(self, key: str) -> None:
        """Make this question the current one, on its page."""
        index = self._read().page_of(key)
        if self.state is not None and index is not None:
            self.state = replace(self.state, index=index, current=key)
            self._show()

    def go_to_page(self, index: int) -> None:
        """Open a page at its first unanswered question; the one behind the last is the result."""
        state, reader = self.state, self._read()
        if state is None or not 0 <= index <= len(reader.pages):
            return
        current = None
        if index < len(reader.pages):
            asked = [key for key in reader.asked_keys() if reader.page_of(key) == index]
            unanswered = [key for key in asked if not reader.nodes[key].text]
            current = next(iter(unanswered or asked), None)
        self.state = replace(state, index=index, current=current)
        self._show()

    def step_page(self, step: int) -> None:
        if self.state is not None:
            self.go_to_page(self.state.index + step)

    def step(self, step: int) -> None:
        """The next or previous question, over the edge of the page too; behind the last comes the result."""
        state, keys = self.state, self._read().asked_keys()
        if state is None or not keys:
            return
        if state.current not in keys:
            self.step_page(step)
            return
        place = keys.index(state.current) + step
        if place >= len(keys):
            self.go_to_page(len(state.pages))
        elif place >= 0:
            self.go_to(keys[place])

    def step_unanswered(self, step: int) -> None:
        """The next or previous question that keeps the form from being finished, from here round it."""
        if self.state is not None:
            found = next_of(self.state.to_answer, self._read().asked_keys(), self.state.current, step)
            if found is not None:
                self.go_to(found)

    def step_child(self) -> None:
        """The same section of the next child, or the next row."""
        state = self.state
        if state is None or state.page is None:
            return
        same = [at for at, line in enumerate(state.pages) if line.section == state.page.section]
        if len(same) > 1:
            self.go_to_page(same[(same.index(state.index) + 1) % len(same)])

    def ask_danger(self) -> None:
        """F9: the phones at once."""
        if self.state is not None:
            self.state = replace(self.state, danger_asked=True)
            self._show()

    # keeping

    def save(self) -> None:
        """Keep the draft now; a level that could not be kept is tried again."""
        if self.state is not None and self.state.anew is not None and self.state.trouble is not None:
            self.confirm_level()
            return
        draft = self._draft
        if draft is None or self.state is None or self._open is None:
            return
        kept = self._draft = self._as_typed(draft)
        self._tasks.records.run(
            lambda: self._keep(kept),
            lambda answer: self._saved(kept, *answer),
            lambda error: self._not_saved(kept.draft_id, error),
        )

    def _as_typed(self, draft: AssessmentDraft) -> AssessmentDraft:
        reader = self._read()
        return msgspec.structs.replace(
            draft,
            record=reader.entry.draft(),
            signs=tuple(reader.paper.key(node) for node in reader.paper.danger_signs()),
            answered=sum(line.answered for line in reader.lines()),
        )

    def _keep(self, draft: AssessmentDraft) -> tuple[int | None, Changed]:
        """On the lane: what was sealed meanwhile is no draft any more."""
        if draft.draft_id in self._done:
            return int(time.time()), Changed()
        kept, changed = self._keeping.keep(draft)
        return kept.saved_at, changed

    def _saved(self, kept: AssessmentDraft, saved_at: int | None, change: Changed) -> None:
        if change.kinds:
            self._tasks.data_changed.emit(change)
        draft = self._draft
        if draft is None or self.state is None or draft.draft_id != kept.draft_id:
            return
        unsaved = self._saving.isActive()
        self.state = replace(self.state, saved_at=saved_at, trouble=None, unsaved=unsaved, begun=True)
        self._show()

    def _not_saved(self, draft_id: bytes, error: VatraError) -> None:
        if self.state is not None and self._draft is not None and self._draft.draft_id == draft_id:
            self.state = replace(self.state, trouble=error)
            self._show()

    def discard(self) -> None:
        """Throw the draft away."""
        draft = self._draft
        if draft is None or self.state is None:
            return
        self._saving.stop()
        family_id = self.state.file.family.id

        def drop() -> Changed:
            self._done.add(draft.draft_id)
            return self._keeping.discard(draft)

        self._tasks.records.run(
            drop, lambda change: self._ended(family_id, change), lambda e: self._not_saved(draft.draft_id, e)
        )

    def seal(self) -> None:
        """Finish for ever; while something is missing, show what and go to the first of it."""
        state, draft = self.state, self._draft
        if state is None or draft is None:
            return
        if not state.can_seal:
            self.state = replace(state, finishing=True)
            if state.to_answer:
                self.go_to(state.to_answer[0])
            else:
                self._show()
            return
        self._saving.stop()
        kept, paper, language, now = (
            self._as_typed(draft),
            self._read().paper,
            languages.current(),
            self.clock(),
        )
        family_id = state.file.family.id

        def close() -> Changed:
            changed = self._keeping.seal(kept, paper, language, now)
            self._done.add(kept.draft_id)
            return changed

        self._tasks.records.run(
            close, lambda change: self._ended(family_id, change), lambda e: self._not_saved(kept.draft_id, e)
        )

    def _ended(self, family_id: bytes, change: Changed) -> None:
        self.state = self._draft = self._open = self._reader = self.wanted = None
        self._tasks.data_changed.emit(change)
        self.finished.emit(family_id)

    # printing

    def prepare_print(self) -> None:
        """The finished assessment in the language of the window, in every way to print it; ``prints_ready`` brings it."""
        state, language = self.state, languages.current()
        if state is None or state.sealed is None:
            return
        assessment_id = state.sealed.id
        self._tasks.records.run(
            lambda: self._keeping.prints(assessment_id, language),
            self.prints_ready.emit,
            self.failed.emit,
        )

    def let_out(
        self,
        act: GoingOut,
        then: Callable[[None], None],
        refused: Callable[[VatraError], None],
    ) -> None:
        """Note who prints or saves this; ``then`` it may go out."""
        state = self.state
        assert state is not None
        assert state.sealed is not None
        family_id, assessment_id = state.file.family.id, state.sealed.id

        self._tasks.records.run(
            lambda: self._keeping.note_going_out(act, family_id, assessment_id), then, refused
        )

    # inside

    def _read(self) -> Reader:
        assert self._open is not None
        if self._reader is None:
            opened, draft = self._open, self._draft
            people = draft.people if draft is not None else ()
            if isinstance(opened, OpenSealed):
                people = tuple(Person(*row) for row in opened.assessment.roster)
            self._reader = Reader(
                opened.paper,
                short_names(people, opened.file),
                draft.half if draft is not None else {},
                opened.before,
                draft.put_in if draft is not None else {},
                checked=opened.checked,
            )
        return self._reader

    def _question(self, key: str) -> Any:
        questions = self.state.questions if self.state is not None else ()
        return next((one for one in questions if one.key == key), None)

    def _edits(self, reader: Reader) -> tuple[Edit, ...]:
        state, draft = self.state, self._draft
        if state is None or draft is None or state.corrects:
            return ()
        return edits_of(reader.paper, state.file.members, draft.put_in)

    def _to_answer(self, reader: Reader) -> tuple[str, ...]:
        """What keeps the form from being finished, in order; warnings that were confirmed do not."""
        confirmed = self._draft.confirmed if self._draft is not None else ()
        entry = reader.entry
        return tuple(
            key
            for key in reader.asked_keys()
            if (rule := entry.failed(reader.nodes[key])) is not None
            and not (rule == "constraint" and key in confirmed and entry.is_soft(reader.nodes[key]))
        )

    def _show(self) -> None:
        state, reader = self.state, self._read()
        assert state is not None
        pages = reader.lines()
        index = min(state.index, len(pages))
        on_page = reader.pages[index] if index < len(pages) else None
        asked = [key for key in reader.asked_keys() if reader.page_of(key) == index]
        current = state.current if state.current in asked else next(iter(asked), None)
        draft, sealed = self._draft, state.sealed
        decided, reason = _decided(draft, sealed, state.anew)
        rows = frozenset[Any]()
        if on_page is not None and on_page.repeat is not None and draft is not None:
            rows = frozenset({"added", "removed"} if on_page.number else {"added"})
        confirmed = draft.confirmed if draft is not None else ()
        questions = reader.questions(on_page) if on_page is not None else ()
        questions = tuple(
            replace(one, failed=None)
            if one.soft and one.failed == "constraint" and one.key in confirmed
            else one
            for one in questions
        )
        to_answer = self._to_answer(reader) if draft is not None else ()
        self.state = replace(
            state,
            pages=pages,
            index=index,
            questions=questions,
            current=current,
            to_answer=to_answer,
            missing=tuple(reader.link(reader.nodes[key]) for key in to_answer) if on_page is None else (),
            changes=reader.changes() if on_page is None else (),
            edits=self._edits(reader) if on_page is None else (),
            left_out=frozenset(draft.left_out) if draft is not None else frozenset(),
            result=reader.result(decided, reason),
            set_aside=reader.paper.set_aside(),
            row_can_be=rows,
            now=self.clock(),
        )
        self.changed.emit(self.state)


def _decided(
    draft: AssessmentDraft | None, sealed: Assessment | None, anew: Anew | None
) -> tuple[str | None, str]:
    """The level as it is decided, None for the suggested one, and why."""
    if draft is not None:
        return draft.confirmed_level, draft.level_reason
    if anew is not None:
        return anew.level, anew.reason
    return (sealed.confirmed_level, sealed.level_reason or "") if sealed is not None else (None, "")
