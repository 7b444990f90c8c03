"""The state of "Add a colleague": the way they come, who they are, the words they are offered, and how far it is."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal

from app.errors import VatraError
from app.services import workers
from app.services.workers import Joined
from ui import languages
from ui.screens.passphrase_offer import Fault, Offer
from ui.tasks import Tasks

if TYPE_CHECKING:
    from storage.vault import Vault
    from sync.client.exchange import Records

Way = Literal["code", "here"]
"""With a code of the county (needs a line), or taken in here by a worker with the right (needs none)."""
Step = Literal["who", "passphrase"]


@dataclass(frozen=True)
class ColleaguePage:
    """``may_take_in`` says whether ``here`` is open to the worker; ``asking`` while county or keys are waited for."""

    step: Step = "who"
    way: Way = "code"
    code: str = ""
    name: str = ""
    profession: str = ""
    may_take_in: bool = False
    offered: str = ""
    asking: bool = False
    fault: Fault | None = None
    problem: VatraError | None = None

    @property
    def may_go_on(self) -> bool:
        """Whether it is known who comes."""
        if self.way == "code":
            return bool(self.code.strip())
        return bool(self.name.strip() and self.profession)


class ColleaguePresenter(QObject):
    """``changed`` carries a ``ColleaguePage``; ``added`` the ``Joined`` worker."""

    changed = Signal(object)
    added = Signal(object)

    def __init__(
        self,
        vault: "Vault",
        tasks: Tasks,
        places: tuple[str, ...],
        *,
        may_take_in: bool,
        on_records: "Records",
        parent: QObject | None = None,
    ) -> None:
        """``places`` are names nobody should build a passphrase on, beside those of the workers; ``on_records`` does
        something with the vault for whoever talks to the county, as long as the vault is open."""
        super().__init__(parent)
        self._vault, self._tasks, self._places = vault, tasks, places
        self._on_records = on_records
        self._names: tuple[str, ...] = ()
        self.page = ColleaguePage(may_take_in=may_take_in)

    def begin(self) -> None:
        """The page comes into view: from its first step, with what was typed there before."""
        self._show(step="who", fault=None, problem=None)
        self._tasks.records.run(
            lambda: tuple(one.name for one in workers.workers_here(self._vault)), self._told
        )

    def take_way(self, way: Way) -> None:
        self._show(way=way, problem=None)

    def say_who(self, code: str, name: str, profession: str) -> None:
        """What is known of the newcomer; of ``code`` or the other two, the way needs one."""
        self._show(code=code, name=name, profession=profession, problem=None)

    def go_on(self) -> None:
        """The newcomer's turn: their passphrase."""
        if self.page.step == "who" and self.page.may_go_on:
            self._show(step="passphrase", offered=self.page.offered or self._offer().words, problem=None)

    def go_back(self) -> None:
        """Who it is; nothing typed is lost."""
        if self.page.step == "passphrase" and not self.page.asking:
            self._show(step="who", fault=None, problem=None)

    def another(self) -> None:
        """Other words."""
        self._show(offered=self._offer().words, fault=None)

    def add(self, first: str, again: str) -> None:
        """Take the newcomer in, when nothing stands against the passphrase."""
        page = self.page
        if page.asking or page.step != "passphrase":
            return
        fault = Offer(page.offered, self._guessable()).fault(first, again)
        if fault is not None:
            self._show(fault=fault, problem=None)
            return
        self._show(asking=True, fault=None, problem=None)
        vault, on_records = self._vault, self._on_records
        if page.way == "code":
            self._tasks.network.run(
                lambda: workers.join(on_records, vault, page.code, first), self._added, self._refused
            )
        else:
            self._tasks.records.run(
                lambda: workers.take_in(vault, page.name, page.profession, first), self._added, self._refused
            )

    def forget_problem(self) -> None:
        """Somebody types again."""
        if self.page.problem is not None or self.page.fault is not None:
            self._show(problem=None, fault=None)

    def _offer(self) -> Offer:
        return Offer.new(languages.current(), self._guessable())

    def _guessable(self) -> tuple[str, ...]:
        return (*self._names, *self._places, self.page.name)

    def _told(self, names: tuple[str, ...]) -> None:
        self._names = names

    def _added(self, joined: Joined) -> None:
        self._show(
            step="who", code="", name="", profession="", offered="", asking=False, fault=None, problem=None
        )
        self._tasks.data_changed.emit(joined.changed)
        self.added.emit(joined)

    def _refused(self, problem: VatraError) -> None:
        self._show(asking=False, problem=problem)

    def _show(self, **changes: object) -> None:
        self.page = replace(self.page, **changes)  # type: ignore[arg-type]
        self.changed.emit(self.page)
