"""Questions as links: a press goes to the question, on whatever page it stands."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.buttons import Button
from ui.widgets.facts import clear
from ui.widgets.text import Text

translate = QCoreApplication.translate
MOST_SHOWN = 12
Line = tuple[str, str]
"""Key of a question, and what is said of it."""


class Links(QWidget):
    """``asked_for(key)``: a link was pressed. Without ``pressable`` they are lines of text; ``most`` are shown, 0 for all."""

    asked_for = Signal(str)

    def __init__(
        self, *, pressable: bool = True, most: int = MOST_SHOWN, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pressable, self._most = pressable, most
        self._shown: tuple[Line, ...] = ()
        self.buttons: list[Button] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)

    def show_lines(self, lines: Sequence[Line]) -> None:
        if tuple(lines) == self._shown:
            return
        self._shown = tuple(lines)
        clear(self._column)
        self.buttons = []
        shown = lines[: self._most or None]
        for key, said in shown:
            if not self._pressable:
                self._column.addWidget(Text(said, "small", wrap=True))
                continue
            button = Button(said.replace("&", "&&"), "text", small=True)
            button.clicked.connect(lambda _checked=False, key=key: self.asked_for.emit(key))
            self._column.addWidget(button)
            self.buttons.append(button)
        if len(lines) > len(shown):
            more = translate("forms", "and %n more", "", len(lines) - len(shown))
            self._column.addWidget(Text(more, "small", "text_2"))
