"""Questions as links: a press goes to the question, on whatever page it stands."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.screens.assessment import words
from ui.screens.assessment.state import Link
from ui.widgets.buttons import Button
from ui.widgets.facts import clear
from ui.widgets.text import Text

translate = QCoreApplication.translate
MOST_SHOWN = 12


class Links(QWidget):
    """``asked_for(key)``: a link was pressed. Without ``pressable`` they are lines of text."""

    asked_for = Signal(str)

    def __init__(self, *, pressable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pressable = pressable
        self._shown: tuple[Link, ...] = ()
        self.buttons: list[Button] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_links(self, links: Sequence[Link]) -> None:
        if tuple(links) == self._shown:
            return
        self._shown = tuple(links)
        clear(self._column)
        self.buttons = []
        for one in links[:MOST_SHOWN]:
            if not self._pressable:
                self._column.addWidget(Text(words.link(one), "small", wrap=True))
                continue
            button = Button(words.link(one).replace("&", "&&"), "text", small=True)
            button.clicked.connect(lambda _checked=False, key=one.key: self.asked_for.emit(key))
            self._column.addWidget(button)
            self.buttons.append(button)
        if len(links) > MOST_SHOWN:
            more = translate("assessment", "and %n more", "", len(links) - MOST_SHOWN)
            self._column.addWidget(Text(more, "small", "text_2"))
