"""Registering a family: as little as a name, and "is it one of these?" while typing."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, QTimer, Signal

from app.countries.identity import DIGITS, Finding, check_identity
from app.errors import VatraError
from app.services import families, registering
from app.services.registering import NewFamily, Similar
from app.services.saving import Changed
from ui.formatting import today_on
from ui.tasks import Tasks
from ui.typed_dates import read_date

if TYPE_CHECKING:
    from storage.vault import Vault

PAUSE_MS = 200
Papers = Literal["has", "none", "unknown"]
BirthProblem = Literal["unreadable", "future"]
IDENTITY_KIND = {"ro": "cnp", "pl": "pesel"}


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
        self._said_no: frozenset[bytes] = frozenset()
        self._asked = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look_for_similar)

    def begin(self, typed: str = "") -> None:
        """An empty form; ``typed`` is what somebody had searched for."""
        named = "" if any(letter.isdigit() for letter in typed) else typed.strip().title()
        surname, _, given = named.partition(" ")
        self._said_no = frozenset()
        self.state = RegisterState(Draft(family_name=surname, given_names=given))
        self.changed.emit(self.state)
        self._tasks.records.run(lambda: families.villages(self._vault), self._villages)
        if surname:
            self._pause.start()

    def edit(self, draft: Draft) -> None:
        """Something was typed."""
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

    def register(self) -> None:
        """Keep the family; saves with one name."""
        self.check()
        if not self.state.may_register:
            return
        new = self._new_family()
        self._show(saving=True)
        self._tasks.records.run(
            lambda: registering.register_family(self._vault, new), self._registered, self._failed
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
        if answer[0] == self._asked:
            self._show(similar=tuple(one for one in answer[1] if one.line.id not in self._said_no))

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


def birth_problem(typed: str, today: dt.date) -> BirthProblem | None:
    """Whether a typed birth date can be one; nothing typed is no problem."""
    if not typed.strip():
        return None
    born = read_date(typed, today)
    if born is None:
        return "unreadable"
    first_day = dt.date(born.year, born.month or 1, born.day or 1)
    return "future" if first_day > today else None
