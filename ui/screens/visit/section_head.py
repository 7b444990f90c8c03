"""The line over the questions: title of the section, or a button with all sections where they have no column, and the
switch of the children."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from ui import theme
from ui.screens.visit import words
from ui.screens.visit.state import FormPart, VisitState
from ui.widgets.answer_keys import AnswerKeys, Option
from ui.widgets.buttons import Button
from ui.widgets.text import Text

translate = QCoreApplication.translate
AIR, LOW_AIR = 8, 4
TITLE_ROOM = 260
"""What the title or the button of the sections needs beside the children."""


class SectionHead(QWidget):
    """``part_chosen(index)`` by the switch or the menu; ``sections_pressed`` = the button with all sections."""

    part_chosen = Signal(int)
    sections_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: VisitState | None = None
        self._row = QHBoxLayout(self)
        self._row.setSpacing(12)
        self._title = Text("", "heading", wrap=True)
        self._readers = Text("", "caption", "text_2")
        self.sections = Button("", "plain", icon="list", keys="Ctrl J")
        self.sections.clicked.connect(self.sections_pressed)
        self._row.addWidget(self._title, 1)
        self._row.addWidget(self.sections)
        self._row.addWidget(self._readers)
        self._row.addStretch(0)
        self._place = QHBoxLayout()
        self._row.addLayout(self._place)
        self.child = Button("", "plain", icon="person", keys="Ctrl ⇥")
        self.child.clicked.connect(self.open_children)
        self._row.addWidget(self.child)
        self._switch: AnswerKeys | None = None
        self._people: tuple[bytes | None, ...] = ()
        self.fit(wide=True, low=False)

    def fit(self, *, wide: bool, low: bool) -> None:
        """Title where the sections have their own column, the button otherwise; less air in a low window."""
        air = LOW_AIR if low else AIR
        self._row.setContentsMargins(24, air, 22, air + 1)
        self.setMinimumHeight(theme.scaled(theme.CONTROL) + 2 * air + (6 if wide else 2))
        self._title.setVisible(wide)
        self.sections.setVisible(not wide)

    def show_state(self, state: VisitState) -> None:
        self._state = state
        title = words.part_title(state.part, state)
        self._title.setText(title)
        self._readers.setText(words.readers(state.part.section))
        self._readers.setVisible(bool(self._readers.text()))
        self.sections.setText(f"{title} · {state.answered_in(state.part)}/{len(state.part.asked)}")
        self.sections.updateGeometry()
        siblings = [part for part in state.parts if part.section.id == state.part.section.id and part.person]
        if tuple(part.person for part in siblings) != self._people:
            self._people = tuple(part.person for part in siblings)
            self._make_switch(siblings, state)
        if self._switch is not None and state.part.person is not None:
            self._switch.set_value(state.part.person.hex())
        name = words.child_name(state.part.person, state) if state.part.person else ""
        self.child.setText(
            f"{name} · {self._people.index(state.part.person) + 1}/{len(self._people)}" if name else ""
        )
        self.child.updateGeometry()
        self._show_switch()

    def _show_switch(self) -> None:
        """The switch while all names have room, else a button with the name of this child and a menu of all."""
        room = self.width() - theme.scaled(TITLE_ROOM)
        fits = self._switch is not None and self._switch.sizeHint().width() <= room
        if self._switch is not None:
            self._switch.setVisible(fits)
        self.child.setVisible(bool(self._people) and not fits)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_switch()

    def open_menu(self) -> None:
        """All sections with how far each is."""
        if self._state is not None:
            self._menu_of(range(len(self._state.parts)), self.sections)

    def open_children(self) -> None:
        """The children of this section."""
        state = self._state
        if state is not None:
            same = (at for at, part in enumerate(state.parts) if part.section.id == state.part.section.id)
            self._menu_of(same, self.child)

    def _menu_of(self, indices: Iterable[int], below: Button) -> None:
        state = self._state
        assert state is not None
        menu = QMenu(self)
        for index in indices:
            part = state.parts[index]
            name = words.part_title(part, state)
            if part.person is not None:
                name = f"{name} · {words.child_name(part.person, state)}"
            action = menu.addAction(
                f"{name}   {state.answered_in(part)}/{len(part.asked)}".replace("&", "&&")
            )
            action.triggered.connect(lambda _checked=False, index=index: self.part_chosen.emit(index))
        menu.popup(below.mapToGlobal(QPoint(0, below.height())))

    def _make_switch(self, siblings: Sequence[FormPart], state: VisitState) -> None:
        if self._switch is not None:
            self._switch.hide()
            self._place.removeWidget(self._switch)
            self._switch.deleteLater()
            self._switch = None
        if siblings:
            options = [
                Option((part.person or b"").hex(), words.child_name(part.person, state)) for part in siblings
            ]
            self._switch = AnswerKeys(translate("visit", "Which child"), options)
            self._switch.changed.connect(self._child_chosen)
            self._place.addWidget(self._switch)

    def _child_chosen(self) -> None:
        state, switch = self._state, self._switch
        if state is not None and switch is not None and switch.value() is not None:
            wanted = (state.part.section.id, bytes.fromhex(switch.value() or ""))
            self.part_chosen.emit(next(at for at, part in enumerate(state.parts) if part.name == wanted))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
