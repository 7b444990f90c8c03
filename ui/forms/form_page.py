"""A page of a form: the rows of one section (of one child), kept while answers make questions come and go.

Rows are added and removed in place, so that focus, scroll and what is half typed stay where they are.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.forms.editors import Editor
from ui.forms.question_row import QuestionRow


@dataclass(frozen=True)
class RowLook:
    """How a question stands on the page now."""

    key: str
    words: str
    answer: object
    hint: str = ""
    extra_hint: str = ""
    proposal: str = ""
    message: str = ""
    soft: bool = False
    number: int | None = None
    """As on paper; None: its place on the page. 0: none."""


class FormPage(QWidget):
    """``answered(key, value)``, ``current_changed(key)``, ``confirmed(key)``, ``proposal_taken(key)``; ``moved(step)`` for
    Enter and Down (1), Shift+Enter and Up (-1)."""

    answered = Signal(str, object)
    current_changed = Signal(str)
    confirmed = Signal(str)
    proposal_taken = Signal(str)
    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, QuestionRow] = {}
        self._page: object = None
        self._drawing = False
        self._dense = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._below = QVBoxLayout()
        self._column.addLayout(self._below)
        self._column.addStretch(1)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def put_below(self, widget: QWidget) -> None:
        """Something under the questions: what is set aside, what is missing."""
        self._below.addWidget(widget)

    def show_rows(self, page: object, looks: Sequence[RowLook], make: Callable[[str], Editor]) -> None:
        """Show these questions; ``page`` names the page, so that a change of page starts with fresh rows."""
        # A row that goes gives its focus to a neighbour; that is not the worker moving.
        self._drawing = True
        if page != self._page:
            for key in list(self._rows):
                self._drop(key)
            self._page = page
        wanted = [look.key for look in looks]
        for key in [key for key in self._rows if key not in wanted]:
            self._drop(key)
        for place, look in enumerate(looks):
            row = self._rows.get(look.key) or self._add(look, place, make)
            row.set_number(place + 1 if look.number is None else look.number)
            row.editor.show_answer(look.answer)
            row.show_hint(look.extra_hint, look.proposal)
            row.show_message(look.message, soft=look.soft)
        self._rows = {key: self._rows[key] for key in wanted}
        self._drawing = False

    def set_dense(self, dense: bool) -> None:
        """Less air between the questions, for a low window."""
        self._dense = dense
        for row in self._rows.values():
            row.set_dense(dense)

    def row(self, key: str) -> QuestionRow | None:
        return self._rows.get(key)

    def rows(self) -> tuple[QuestionRow, ...]:
        return tuple(self._rows.values())

    def set_current(self, key: str | None) -> None:
        for row in self._rows.values():
            row.set_current(row.key == key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shifted = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.moved.emit(-1 if shifted else 1)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not shifted:
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _add(self, look: RowLook, place: int, make: Callable[[str], Editor]) -> QuestionRow:
        row = QuestionRow(look.key, place + 1, look.words, look.hint, make(look.key))
        row.editor.changed.connect(lambda value, key=look.key: self.answered.emit(key, value))
        row.confirmed.connect(lambda key=look.key: self.confirmed.emit(key))
        row.proposal_taken.connect(lambda key=look.key: self.proposal_taken.emit(key))
        row.set_dense(self._dense)
        self._rows[look.key] = row
        self._column.insertWidget(place, row)
        row.show()  # now, not with the next event: what is not visible cannot take focus
        return row

    def _drop(self, key: str) -> None:
        row = self._rows.pop(key)
        row.hide()
        self._column.removeWidget(row)
        row.deleteLater()

    def put_in_tab_order(self, before: QWidget, *after: QWidget) -> None:
        """Tab goes ``before`` - the editors from top to bottom - ``after``."""
        chain = [before, *(widget for row in self._rows.values() for widget in _stops(row)), *after]
        for one, following in pairwise(chain):
            QWidget.setTabOrder(one, following)

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        while new is not None and new is not self and not self._drawing:
            if isinstance(new, QuestionRow) and self._rows.get(new.key) is new:
                self.current_changed.emit(new.key)
                return
            new = new.parentWidget()


def _stops(row: QuestionRow) -> list[QWidget]:
    """What of a row can have focus, in the order it was made."""
    return [
        widget
        for widget in row.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
    ]
