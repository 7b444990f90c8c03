"""Registering a family: as little as a name, and "is it one of these?" while typing.

There is one form that was not finished, also when somebody searched for another name meanwhile: it comes first.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from app.countries.identity import DIGITS, Finding, check_identity
from app.errors import VatraError
from app.services import families, registering
from app.services.registering import NewFamily, Similar
from app.services.saving import Changed
from app.services.typed import Place
from ui.formatting import today_on
from ui.half_typed import HalfTyped
from ui.resting_search import RestingSearch
from ui.tasks import Tasks
from ui.typed_dates import read_date

if TYPE_CHECKING:
    from storage.vault import Vault

PAUSE_MS = 200
Papers = Literal["has", "none", "unknown"]
BirthProblem = Literal["unreadable", "future"]
IDENTITY_KIND = {"ro": "cnp", "pl": "pesel"}
HERE = Place("new_family")


@dataclass(frozen=True)
class Draft:
    """What stands in the form, as typed."""

    family_name: str = ""
    given_names: str = ""
    sex: str | None = None
    birth: str = ""
    papers: Papers | None = None
    identity_number: str = ""
    village: str = ""
    street: str = ""
    directions: str = ""
    phone: str = ""


@dataclass(frozen=True)
class RegisterState:
    """``similar`` without those the worker said no to; ``birth_problem`` and ``identity_finding`` never block."""

    draft: Draft = Draft()
    similar: tuple[Similar, ...] = ()
    villages: tuple[str, ...] = ()
    birth_problem: BirthProblem | None = None
    identity_finding: Finding | None = None
    saving: bool = False
    problem: VatraError | None = None

    @property
    def may_register(self) -> bool:
        """A name is enough; a birth date that cannot be read would be lost, so it has to be put right."""
        named = bool(self.draft.family_name.strip() or self.draft.given_names.strip())
        return named and self.birth_problem is None and not self.saving


class RegisterPresenter(QObject):
    """``registered(family_id)`` at the end."""

    changed = Signal(object)
    registered = Signal(object)

    def __init__(self, vault: "Vault", tasks: Tasks, country: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vault, self._tasks = vault, tasks
        self.identity_kind = IDENTITY_KIND.get(country, "cnp")
        self.state = RegisterState()
        self.half_typed = HalfTyped(vault, tasks, self)
        self._first = Draft()
        """The form before anything was typed into it."""
        self._said_no: frozenset[bytes] = frozenset()
        self._asked = 0
        self._resting = RestingSearch(vault, tasks, self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look_for_similar)

    def begin(self, typed: str = "") -> None:
        """An empty form; ``typed`` is what somebody had searched for."""
        named = "" if any(letter.isdigit() for letter in typed) else typed.strip().title()
        surname, _, given = named.partition(" ")
        self._said_no = frozenset()
        self._first = Draft(family_name=surname, given_names=given)
        self.state = RegisterState(self._first)
        self.changed.emit(self.state)
        self.half_typed.open_unread(HERE, self._go_on)
        self._tasks.records.run(lambda: families.villages(self._vault), self._villages)
        if surname:
            self._pause.start()

    def _go_on(self, typed: Mapping[str, Any]) -> None:
        if typed:
            # Into an empty form: the name that was searched for now belongs to another family.
            names = {one.name for one in fields(Draft)}
            self._show(draft=Draft(**{name: value for name, value in typed.items() if name in names}))
            self._pause.start()

    def leave(self) -> None:
        """Another screen comes, or the vault closes: keep what is half typed, note what was looked for."""
        self._pause.stop()
        self.half_typed.leave()
        self._resting.rest()

    def give_up(self) -> None:
        """This family is not registered: throw away what is typed."""
        self.half_typed.throw_away()
        self._pause.stop()
        self._show(draft=self._first, similar=(), birth_problem=None, identity_finding=None, problem=None)

    def edit(self, draft: Draft) -> None:
        """Something was typed."""
        stands = {name: value for name, value in asdict(draft).items() if value}
        self.half_typed.edit(stands if draft != self._first else {})
        self._show(draft=draft, birth_problem=None, identity_finding=None, problem=None)
        self._pause.start()

    def check(self) -> None:
        """A field was left: see whether the date and the number can be right."""
        draft = self.state.draft
        self._show(
            birth_problem=birth_problem(draft.birth, today_on()), identity_finding=self._finding(draft)
        )

    def say_no(self, family_id: bytes) -> None:
        """It is another family: not asked again in this form."""
        self._said_no |= {family_id}
        self._show(similar=tuple(one for one in self.state.similar if one.line.id not in self._said_no))

    def took(self, family_id: bytes) -> None:
        """It is one of the families that were shown."""
        self._resting.took(family_id)

    def register(self) -> None:
        """Keep the family; saves with one name."""
        self.check()
        if not self.state.may_register:
            return
        new = self._new_family()
        self._show(saving=True)
        self.half_typed.save(
            HERE,
            lambda place: registering.register_family(self._vault, new, replaces=place),
            self._registered,
            self._failed,
        )

    def _new_family(self) -> NewFamily:
        draft = self.state.draft
        born = read_date(draft.birth, today_on()) if draft.birth.strip() else None
        number = draft.identity_number.strip() if draft.papers == "has" else ""
        return NewFamily(
            family_name=draft.family_name.strip(),
            given_names=draft.given_names.strip(),
            sex=draft.sex,
            birth=str(born) if born else None,
            identity_kind=self.identity_kind if number else "none" if draft.papers == "none" else None,
            identity_number=number or None,
            village=draft.village.strip() or None,
            street=draft.street.strip() or None,
            directions=draft.directions.strip() or None,
            phone=draft.phone.strip() or None,
        )

    def _finding(self, draft: Draft) -> Finding | None:
        if draft.papers != "has" or not draft.identity_number.strip() or self.identity_kind not in DIGITS:
            return None
        found = check_identity(self.identity_kind, draft.identity_number).finding
        return None if found is Finding.OK else found

    def _look_for_similar(self) -> None:
        self._asked += 1
        asked, new = self._asked, self._new_family()
        if not new.family_name and not new.phone and not new.identity_number:
            self._show(similar=())
            return
        self._tasks.records.run(
            lambda: (asked, registering.similar_families(self._vault, new)), self._similar
        )

    def _similar(self, answer: tuple[int, tuple[Similar, ...]]) -> None:
        asked, found = answer
        if asked == self._asked:
            self._show(similar=tuple(one for one in found if one.line.id not in self._said_no))
            if found:
                # Whoever types a name here sees what a search would show.
                self._resting.see(looked_for(self.state.draft), len(found))

    def _villages(self, villages: tuple[tuple[str, int], ...]) -> None:
        self._show(villages=tuple(name for name, _ in villages if name))

    def _registered(self, answer: tuple[bytes, Changed]) -> None:
        family_id, changed = answer
        self._show(saving=False)
        self._tasks.data_changed.emit(changed)
        self.registered.emit(family_id)

    def _failed(self, error: VatraError) -> None:
        self._show(saving=False, problem=error)

    def _show(self, **changes: object) -> None:
        self.state = replace(self.state, **changes)  # type: ignore[arg-type]
        self.changed.emit(self.state)


def looked_for(draft: Draft) -> str:
    """What of a form brings families that may be the same."""
    number = draft.identity_number if draft.papers == "has" else ""
    return " ".join(filter(None, (draft.family_name, draft.given_names, draft.phone, number)))


def birth_problem(typed: str, today: dt.date) -> BirthProblem | None:
    """Whether a typed birth date can be one; nothing typed is no problem."""
    if not typed.strip():
        return None
    born = read_date(typed, today)
    if born is None:
        return "unreadable"
    first_day = dt.date(born.year, born.month or 1, born.day or 1)
    return "future" if first_day > today else None
