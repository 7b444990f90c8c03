"""The state of "Change my passphrase": the words that are offered, and how far the change is."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import VatraError
from app.services import workers
from ui import languages
from ui.screens.passphrase_offer import Fault, Offer
from ui.tasks import Tasks

if TYPE_CHECKING:
    from storage.vault import Vault


@dataclass(frozen=True)
class PassphrasePage:
    """``fault`` is what stands against the new passphrase, ``problem`` why the change was refused."""

    offered: str = ""
    changing: bool = False
    fault: Fault | None = None
    problem: VatraError | None = None


class PassphrasePresenter(QObject):
    """``changed`` carries a ``PassphrasePage``; ``done`` when the new passphrase opens the vault from now on."""

    changed = Signal(object)
    done = Signal()

    def __init__(
        self, vault: "Vault", tasks: Tasks, places: tuple[str, ...], parent: QObject | None = None
    ) -> None:
        """``places`` are names nobody should build a passphrase on, beside those of the workers."""
        super().__init__(parent)
        self._vault, self._tasks, self._places = vault, tasks, places
        self._offer = Offer("")
        self.page = PassphrasePage()

    def begin(self) -> None:
        """Fresh words, each time the page comes into view."""
        self._tasks.records.run(
            lambda: tuple(one.name for one in workers.workers_here(self._vault)), self._offer_words
        )

    def another(self) -> None:
        """Other words."""
        self._offer = Offer.new(languages.current(), self._offer.names)
        self._show(offered=self._offer.words, fault=None)

    def change(self, present: str, first: str, again: str) -> None:
        """Take the new passphrase when nothing stands against it; takes two or three seconds."""
        if self.page.changing:
            return
        fault = self._offer.fault(first, again)
        if fault is not None:
            self._show(fault=fault, problem=None)
            return
        self._show(changing=True, fault=None, problem=None)
        self._tasks.records.run(
            lambda: workers.change_passphrase(self._vault, present, first),
            self._changed,
            lambda problem: self._show(changing=False, problem=problem),
        )

    def forget_problem(self) -> None:
        """Somebody types again."""
        if self.page.problem is not None or self.page.fault is not None:
            self._show(problem=None, fault=None)

    def _offer_words(self, names: tuple[str, ...]) -> None:
        self._offer = Offer.new(languages.current(), (*names, *self._places))
        self._show(offered=self._offer.words, fault=None, problem=None)

    def _changed(self, _nothing: None) -> None:
        self._show(changing=False)
        self.done.emit()

    def _show(self, **changes: object) -> None:
        self.page = replace(self.page, **changes)  # type: ignore[arg-type]
        self.changed.emit(self.page)
