"""People whom a new member may be already: looked up while the name is typed, told below it, taken in instead of added anew."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services import alike
from app.services.alike import Alike, Described
from ui import formatting
from ui.tasks import Tasks
from ui.widgets.buttons import Button
from ui.widgets.facts import clear
from ui.widgets.text import Text

if TYPE_CHECKING:
    from storage.vault import Vault

translate = QCoreApplication.translate


class AlikePeople(QObject):
    """``found`` carries ``Alike`` people; only the answer to what was asked last is told."""

    found = Signal(object)

    def __init__(self, vault: "Vault", tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._vault, self._tasks = vault, tasks
        self._asked: Described | None = None

    def look_for(self, family_id: bytes, described: Described) -> None:
        """Whom this household, or another family, already has."""
        if described == self._asked:
            return
        self._asked = described

        def look() -> tuple[Alike, ...]:
            # A faster typist has already asked something else: leave the lane to that.
            return alike.people_like(self._vault, family_id, described) if self._asked == described else ()

        self._tasks.records.run(look, lambda people: self._tell(described, people))

    def forget(self) -> None:
        """Nobody is being added any more."""
        self._asked = None
        self.found.emit(())

    def _tell(self, described: Described, people: tuple[Alike, ...]) -> None:
        if described == self._asked:
            self.found.emit(people)


class AlikeLines(QWidget):
    """``taken(person id)``: it is this one. Hidden while nobody is alike."""

    taken = Signal(bytes)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[Button] = []
        self._column = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Text(translate("family", "Known already?"), "strong"))
        column.addLayout(self._column)
        self.hide()

    def show_people(self, people: tuple[Alike, ...]) -> None:
        clear(self._column)
        self.buttons = []
        for one in people:
            self._column.addWidget(Text(words(one), "body", wrap=True))
            if one.where != "here":
                button = Button(translate("family", "It is this person"), "plain", small=True)
                button.setAccessibleDescription(words(one))
                button.clicked.connect(lambda _on=False, person=one.person.id: self.taken.emit(person))
                self.buttons.append(button)
                self._column.addWidget(button)
        self.setVisible(bool(people))


def words(one: Alike) -> str:
    """``Rusu Alin · 02.04.2013 · lives here already``"""
    born = formatting.exact_day(one.person.birth) if one.person.birth else ""
    where = {
        "here": translate("family", "lives here already"),
        "left": translate("family", "lived here until %1").replace("%1", _day(one.until_on)),
        "elsewhere": translate("family", "in the family: %1").replace("%1", one.family),
    }[one.where]
    return " · ".join(part for part in (one.person.full_name, born, where) if part)


def _day(until_on: str | None) -> str:
    return formatting.exact_day(until_on) if until_on else "—"
