"""One family: its file, what is being edited, and the acts on it; reads again when a save or a sync touched it."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QObject, Signal

from app.domain.kinds import FORM
from app.domain.records import Visit
from app.errors import VatraError
from app.reports.document import Document
from app.services import alike, audit, families, meanwhile, saving, typed, visits
from app.services.audit import GoingOut, Looks
from app.services.families import FamilyFile, Member
from app.services.meanwhile import Meanwhile
from app.services.saving import Changed
from app.services.typed import Form, Kept, Place
from ui import languages
from ui.formatting import today_on
from ui.half_typed import HalfTyped
from ui.screens.family.alike import AlikePeople
from ui.tasks import Tasks

if TYPE_CHECKING:
    from storage.vault import Vault

Tab = Literal["brief", "members", "visits", "pictures", "assessments", "notes", "looks"]
Act = Literal["family", "person", "member_added", "member_left", "note", "undone"]
TAB_OF: dict[Form, Tab] = {"note": "notes", "house": "brief", "person": "members", "member": "members"}
"""Where a form of this screen is."""
FAMILY_FIELDS = ("name", "phone", "village", "street", "directions")
PERSON_FIELDS = (
    "family_name",
    "given_names",
    "sex",
    "birth",
    "identity_number",
    "phone",
    "occupation",
    "school",
)


@dataclass(frozen=True)
class FamilyState:
    """``file`` is None until the family was read, ``looks`` until somebody asks for them; ``adding`` is the form for a new
    member."""

    family_id: bytes | None = None
    file: FamilyFile | None = None
    today: dt.date = dt.date.min
    tab: Tab = "brief"
    editing_family: bool = False
    member: bytes | None = None
    adding: bool = False
    visit: bytes | None = None
    looks: Looks | None = None
    problem: VatraError | None = None
    meanwhile: tuple[Meanwhile, ...] = ()
    """What colleagues changed while the worker changed another part of the same record."""

    @property
    def chosen_member(self) -> Member | None:
        """The member whose details are shown; the first one if none was chosen."""
        if self.file is None or self.adding:
            return None
        return next(
            (one for one in self.file.members if one.person.id == self.member),
            next(iter(self.file.members), None),
        )

    @property
    def chosen_visit(self) -> Visit | None:
        """The visit whose details are shown; the latest if none was chosen."""
        if self.file is None:
            return None
        return next(
            (one for one in self.file.visits if one.id == self.visit), next(iter(self.file.visits), None)
        )

    @property
    def days_late(self) -> int:
        """How late the agreed visit is; negative while there is time."""
        due = self.file.line.next_visit_on if self.file else None
        return (self.today - dt.date.fromisoformat(due)).days if due else 0


@dataclass(frozen=True)
class Printout:
    """A visit as a document; it leaves only through ``FamilyPresenter.let_out``."""

    document: Document
    family_id: bytes
    visit_id: bytes
    lies_in: tuple[str, ...]
    """The compartments that what stands in it comes from."""


class FamilyPresenter(QObject):
    """``done(act)`` after something was saved that Undo can take back."""

    changed = Signal(object)
    done = Signal(str)
    document_ready = Signal(object)
    """A Printout for the printer."""

    def __init__(
        self,
        vault: "Vault",
        tasks: Tasks,
        clock: Callable[[], dt.date] = today_on,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._vault, self._tasks, self._clock = vault, tasks, clock
        self.state = FamilyState(today=clock())
        self._in_view = self._to_note = False
        self.note = HalfTyped(vault, tasks, self)
        self.house = HalfTyped(vault, tasks, self)
        self.alike = AlikePeople(vault, tasks, self)
        self.person = HalfTyped(vault, tasks, self)
        """The details of a member, or the form for a new one."""
        self._forms = (self.note, self.house, self.person)
        tasks.data_changed.connect(self._maybe_read)

    def open(self, family_id: bytes, form: Form | None = None) -> None:
        """Show a family; another one than before begins at "In brief", or where ``form`` is."""
        if family_id != self.state.family_id:
            for one in self._forms:
                one.open(None)
            self.state = FamilyState(family_id=family_id, today=self._clock())
            self.changed.emit(self.state)
            self._tasks.records.run(
                lambda: (family_id, typed.left_by(self._vault, family_id)), self._half_typed_came
            )
        self._in_view = self._to_note = True
        self.read()
        if form in TAB_OF:
            self.choose_tab(TAB_OF[form])

    def leave(self) -> None:
        """Another screen comes, or the vault closes: keep what is half typed; what comes now nobody has before him."""
        for one in self._forms:
            one.leave()
        self._in_view = self._to_note = False

    def read(self) -> None:
        """The file, anew."""
        family_id = self.state.family_id
        if family_id is not None:
            self._tasks.records.run(
                lambda: (
                    families.open_family(self._vault, family_id),
                    meanwhile.changed_meanwhile(self._vault, family_id),
                ),
                self._tell,
                self._failed,
            )
            if self.state.tab == "looks":
                self._read_looks()

    def _half_typed_came(self, answer: tuple[bytes, tuple[Kept, ...]]) -> None:
        """Before the file, so that every form is filled with it from the beginning."""
        family_id, left = answer
        if family_id != self.state.family_id:
            return
        for one in self._forms:
            one.know(left)
        places = {one.place.form: one.place for one in reversed(left)}
        self.note.open(Place("note", family_id))
        self.house.open(Place("house", family_id))
        self._show(
            editing_family="house" in places,
            adding="member" in places,
            member=places["person"].record if "person" in places else None,
        )

    # what is in view

    def choose_tab(self, tab: Tab) -> None:
        self._show(tab=tab, problem=None)
        if tab == "looks":
            self._read_looks()

    def choose_member(self, person_id: bytes) -> None:
        self._show(member=person_id, adding=False, problem=None)

    def choose_visit(self, visit_id: bytes) -> None:
        self._show(visit=visit_id)

    def edit_family(self, editing: bool) -> None:
        """Open the form of house and contact, or close it without a save."""
        if not editing:
            self.house.throw_away()
        self._show(editing_family=editing, problem=None)

    def add(self, adding: bool) -> None:
        """Open the form for a new member, or close it without a save."""
        if not adding:
            self.person.throw_away()
        self._show(adding=adding, problem=None)

    def open_details(self) -> Mapping[str, Any]:
        """The details of a person are about to be shown: what is half typed in them."""
        state, member = self.state, self.state.chosen_member
        if state.adding:
            return self.person.open(Place("member", state.family_id))
        return self.person.open(Place("person", state.family_id, member.person.id) if member else None)

    # acts

    def save_family(self, **fields: str | None) -> None:
        """Keep changed fields of the family; cleared ones as None."""
        family_id, changed = self._family(), _cleaned(fields)
        self._replace(
            self.house,
            Place("house", family_id),
            lambda place: families.change_family(self._vault, family_id, replaces=place, **changed),
            "family",
        )
        self._show(editing_family=False)

    def save_person(self, person_id: bytes, **fields: str | None) -> None:
        """Keep changed fields of a person."""
        changed = _cleaned(fields)
        self._replace(
            self.person,
            Place("person", self._family(), person_id),
            lambda place: families.change_person(self._vault, person_id, replaces=place, **changed),
            "person",
        )

    def add_member(self, role: str | None, **fields: str | None) -> None:
        """A new person in this household."""
        family_id = self._family()
        known: dict[str, Any] = {name: value for name, value in _cleaned(fields).items() if value is not None}
        self._replace(
            self.person,
            Place("member", family_id),
            lambda place: families.add_member(self._vault, family_id, role, replaces=place, **known)[1],
            "member_added",
        )
        self._show(adding=False)

    def take_in(self, role: str | None, person_id: bytes) -> None:
        """Somebody who has a record lives in this household, too, or again."""
        family_id = self._family()
        self._replace(
            self.person,
            Place("member", family_id),
            lambda place: alike.take_in(self._vault, family_id, person_id, role, replaces=place),
            "member_added",
        )
        self._show(adding=False)

    def member_left(self, member: Member) -> None:
        """The person does not live here any more, from today on; the record stays, and what is half typed about it goes."""
        day = self._clock().isoformat()
        self._replace(
            self.person,
            Place("person", self._family(), member.person.id),
            lambda _place: families.end_membership(self._vault, member.membership.id, day),
            "member_left",
        )

    def write_note(self, text: str, kept_in: str) -> None:
        """A remark, for the team or one confidential compartment; it is never changed afterwards."""
        family_id = self._family()
        self._replace(
            self.note,
            Place("note", family_id),
            lambda place: families.write_note(self._vault, family_id, text, kept_in, replaces=place),
            "note",
        )

    def noticed(self) -> None:
        """The worker has read what colleagues changed meanwhile."""
        family_id, told = self._family(), self.state.meanwhile
        self._show(meanwhile=())
        self._tasks.records.run(
            lambda: meanwhile.noticed(self._vault, family_id, told), lambda _: None, self._failed
        )

    def prepare_print(self, visit: Visit) -> None:
        """Make the document of a visit in the language of the window; ``document_ready`` brings it."""
        language, family_id = languages.current(), self._family()

        def make() -> Printout:
            document = visits.visit_document(self._vault, visit.id, language)
            return Printout(document, family_id, visit.id, visits.lies_in(self._vault, visit.id))

        self._tasks.records.run(make, self.document_ready.emit, self._failed)

    def let_out(
        self,
        printout: Printout,
        act: GoingOut,
        then: Callable[[None], None],
        refused: Callable[[VatraError], None],
    ) -> None:
        """Note who prints or saves this; ``then`` it may go out. What cannot be noted stays here: ``refused``."""

        def note() -> None:
            for compartment in printout.lies_in:
                audit.note_going_out(
                    self._vault,
                    act,
                    "visit",
                    family=printout.family_id,
                    concerned=[printout.visit_id],
                    compartment=compartment,
                )

        self._tasks.records.run(note, then, refused)

    def undo(self) -> None:
        """Take the last act back."""
        self._save(lambda: saving.undo(self._vault) or Changed(), "undone")

    def _save(self, act: Callable[[], Changed], what: Act) -> None:
        self._tasks.records.run(act, self._then(what), self._failed)

    def _replace(
        self, half_typed: HalfTyped, place: Place, act: Callable[[Place], Changed], what: Act
    ) -> None:
        half_typed.save(place, act, self._then(what), self._failed)

    def _then(self, what: Act) -> Callable[[Changed], None]:
        def saved(changed: Changed) -> None:
            self._tasks.data_changed.emit(changed)
            if changed.kinds:
                self.done.emit(what)

        return saved

    def _family(self) -> bytes:
        assert self.state.family_id is not None
        return self.state.family_id

    def _maybe_read(self, changed: Changed) -> None:
        if self.state.family_id in changed.families or FORM.name in changed.kinds:
            self.read()

    def _tell(self, answer: tuple[FamilyFile, tuple[Meanwhile, ...]]) -> None:
        file, changed = answer
        if file.family.id == self.state.family_id:
            self._show(file=file, today=self._clock(), problem=None, meanwhile=changed)
            self._note_look(file)

    def _note_look(self, file: FamilyFile) -> None:
        """Behind what is shown already, so that it never waits for the disk; a disk that refuses is told, not obeyed."""
        if self._to_note:
            self._to_note = False
            parts = frozenset(file.kept_apart.values())
            self._tasks.records.run(lambda: audit.note_read(self._vault, file.family.id, parts), self._noted)

    def _noted(self, _new: bool) -> None:
        if self._in_view and self.state.tab == "looks":
            self._read_looks()

    def _read_looks(self) -> None:
        family_id = self._family()
        self._tasks.records.run(
            lambda: (family_id, audit.who_looked(self._vault, family_id)), self._looks_came, self._failed
        )

    def _looks_came(self, answer: tuple[bytes, Looks]) -> None:
        family_id, looks = answer
        if family_id == self.state.family_id:
            self._show(looks=looks)

    def _failed(self, error: VatraError) -> None:
        self._show(problem=error)

    def _show(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)
        self.changed.emit(self.state)


def _cleaned(fields: dict[str, str | None]) -> dict[str, Any]:
    return {name: (value or "").strip() or None for name, value in fields.items()}
