"""The state of the conflict desk: what waits, the one being looked at, and what may be decided about it.

``settle`` is an ordinary save; a version that arrives meanwhile stays open and comes back to the list.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QObject, Signal

from app.domain.kinds import ANSWER_PREFIX, Both
from app.errors import FormInvalid, RecordMissing, VatraError
from app.forms.library import load_form
from app.forms.questions import Question, said
from app.services import audit, conflicts, families, typed, visits
from app.services.typed import Kept, Place
from ui import languages, messages
from ui.field_words import group_name
from ui.half_typed import HalfTyped
from ui.screens.clear_up.faces import LONG_TEXT, Face
from ui.tasks import Tasks

if TYPE_CHECKING:
    from app.services.conflicts import ConflictLine, ConflictView, Version
    from app.services.saving import Changed
    from storage.vault import Vault

VOID = "void"


@dataclass(frozen=True)
class Choice:
    """One thing that can be decided: keep a version, keep all of them together or one after the other, let the record stand,
    or write something else. ``values`` is None where the worker has to say more.
    """

    what: Literal["version", "together", "in_turn", "take_back", "stand", "write"]
    values: Mapping[str, Any] | None = None
    version: "Version | None" = None


@dataclass(frozen=True)
class Matter:
    """The conflict on the desk, with everything needed to say it in words."""

    view: "ConflictView"
    questions: Mapping[str, Question] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    country: str = "ro"

    @property
    def key(self) -> tuple[bytes, str]:
        return self.view.line.record, self.view.line.group

    @property
    def place(self) -> Place:
        """Where a third text and the reason are half typed."""
        family = self.view.line.family_line
        return Place("matter", family.id if family else None, *self.key)

    @property
    def is_void(self) -> bool:
        return self.view.line.group == VOID

    @property
    def question(self) -> Question | None:
        """The question this is about, when it is one answer of a form."""
        group = self.view.line.group
        return self.questions.get(group.rpartition("/")[2]) if group.startswith(ANSWER_PREFIX) else None

    def about(self) -> str:
        """What it is about, as a heading: ``Phone``, ``Address``, the text of a question."""
        line, question = self.view.line, self.question
        return said(question.label, languages.current()) if question else group_name(line.kind, line.group)

    def fields(self) -> tuple[str, ...]:
        return self.view.line.fields

    def longest(self) -> "Version":
        """The version with the most text: where somebody who writes a third one begins."""
        return max(self.view.versions, key=lambda one: sum(len(str(value)) for value in one.values.values()))


@dataclass(frozen=True)
class ClearUp:
    """``lines`` is None until the vault answered; ``matter`` is None when nothing waits."""

    lines: "tuple[ConflictLine, ...] | None" = None
    matter: Matter | None = None
    problem: str = ""


def choices_of(matter: Matter, faces: Sequence[Face]) -> tuple[Choice, ...]:
    """What 1, 2, 3 ... choose."""
    versions = matter.view.versions
    if matter.is_void:
        taken_back = next((one for one in versions if one.values), None)
        take_back = [Choice("take_back", taken_back.values, taken_back)] if taken_back else []
        return (*take_back, Choice("stand", {}))
    keep = tuple(Choice("version", one.values, one) for one in versions)
    if not matter.view.line.may_settle:
        return keep
    write = [Choice("write")] if can_write(faces) else []
    return (*keep, *_both(matter, faces), *write)


def can_write(faces: Sequence[Face]) -> bool:
    """Whether every field has something to write in."""
    return bool(faces) and all(face.editor is not None for face in faces)


def _both(matter: Matter, faces: Sequence[Face]) -> tuple[Choice, ...]:
    versions = [one.values for one in matter.view.versions]
    both = matter.view.line.entry.both
    if both is Both.IN_TURN:
        return (Choice("in_turn"),)
    if both is Both.NEITHER:
        return ()
    texts = frozenset(face.field for face in faces if face.editor in ("line", "long"))
    is_long = any(len(str(one.get(field, ""))) > LONG_TEXT for one in versions for field in texts)
    together = conflicts.kept_together(versions, texts, "\n" if is_long else ", ")
    return (Choice("together", together),) if together is not None and together not in versions else ()


class ClearUpPresenter(QObject):
    """``changed`` carries a ``ClearUp``, ``settled`` the name of what was decided."""

    changed = Signal(object)
    settled = Signal()
    told = Signal()

    def __init__(self, vault: "Vault", tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vault, self._tasks = vault, tasks
        self.state = ClearUp()
        self.half_typed = HalfTyped(vault, tasks, self)
        self._wanted: tuple[bytes, str] | None = None
        tasks.data_changed.connect(self.read)

    def read(self, _changed: object = None) -> None:
        """Read the list again; what is on the desk stays there as long as it is open."""
        self.half_typed.leave()
        self._tasks.records.run(self._look, self._show)

    def open(self, line: "ConflictLine") -> None:
        """Put another conflict on the desk."""
        key = (line.record, line.group)
        if key != self._wanted:
            self._wanted = key
            self.read()

    def step(self, by: int) -> None:
        """The next or the previous one of the list, round and round."""
        lines = self.state.lines or ()
        if lines:
            keys = [(line.record, line.group) for line in lines]
            here = keys.index(self._wanted) if self._wanted in keys else 0
            self.open(lines[(here + by) % len(lines)])

    def seen(self) -> None:
        """Somebody has the desk before him, not only open behind another screen: note whose family it shows."""
        family = self.state.matter.view.line.family_line if self.state.matter else None
        if family is not None:
            self._tasks.records.run(lambda: audit.note_read(self._vault, family.id))

    def settle(self, values: Mapping[str, Any], reason: str) -> None:
        """Decide the conflict on the desk, with the reason."""
        matter = self.state.matter
        if matter is None:
            return
        record, group = matter.key
        self.half_typed.save(
            matter.place,
            lambda place: conflicts.settle_conflict(
                self._vault, record, group, dict(values), reason, replaces=place
            ),
            self._was_settled,
            self._was_not_settled,
        )

    def tell(self, text: str) -> None:
        """Say what one knows about the conflict on the desk, for whoever decides."""
        matter = self.state.matter
        if matter is not None:
            record, group = matter.key
            self.half_typed.save(
                matter.place,
                lambda place: conflicts.tell_what_is_known(self._vault, record, group, text, replaces=place),
                self._was_told,
                self._was_not_settled,
            )

    def _was_told(self, changed: "Changed") -> None:
        self.told.emit()
        self._tasks.data_changed.emit(changed)

    def _look(self) -> tuple[ClearUp, tuple[Kept, ...]]:
        """On the records lane."""
        return self._what_waits(), typed.left_by(self._vault)

    def _what_waits(self) -> ClearUp:
        lines = conflicts.conflict_lines(self._vault)
        keys = [(line.record, line.group) for line in lines]
        if not keys:
            return ClearUp(())
        wanted = self._wanted if self._wanted in keys else keys[0]
        view = conflicts.conflict_view(self._vault, *wanted)
        return ClearUp(lines, self._matter(view))

    def _matter(self, view: "ConflictView") -> Matter:
        country = self._vault.keyring.country
        questions: dict[str, Question] = {}
        visit_id = conflicts.visit_of(self._vault, view.line)
        if visit_id is not None:
            visit = visits.open_visit(self._vault, visit_id)
            try:
                form = load_form(visit.form_id or visits.HOME_VISIT, country, visit.form_version)
            except FormInvalid:
                # A form of a newer Vatra: the answers are shown as they are.
                form = None
            if form is not None:
                questions = {one.id: one for section in form.sections for one in section.questions}
        people: dict[str, str] = {}
        if view.line.family_line is not None and questions:
            file = families.open_family(self._vault, view.line.family_line.id)
            people = {member.person.id.hex(): member.person.full_name for member in file.members}
        return Matter(view, questions, people, country)

    def _show(self, answer: tuple[ClearUp, tuple[Kept, ...]]) -> None:
        state, left = answer
        self._wanted = state.matter.key if state.matter else None
        self.half_typed.know(left)
        self.state = state
        self.changed.emit(state)

    def _was_settled(self, changed: "Changed") -> None:
        self._wanted = None
        self.settled.emit()
        self._tasks.data_changed.emit(changed)

    def _was_not_settled(self, error: VatraError) -> None:
        if isinstance(error, RecordMissing):
            # Somebody else decided it meanwhile: the list says what is left.
            self._wanted = None
        self.state = ClearUp(self.state.lines, self.state.matter, messages.sentence(error))
        self.changed.emit(self.state)
        if isinstance(error, RecordMissing):
            self.read()
