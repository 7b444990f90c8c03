"""Editors of answers: keys for choices, lines for texts, hours and numbers, several lines for what was said.

Every editor is given its answer with ``show_answer`` and tells a new one with ``changed``; None is "not answered". What
cannot be read as a day or an hour is told as it was typed, so that nothing is lost and the form can say what to correct.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.forms.questions import Question
from ui import languages, theme
from ui.forms.typed import read_time
from ui.widgets import paint
from ui.widgets.answer_keys import AnswerKeys, Option
from ui.widgets.fields import LineField, LongField
from ui.widgets.text import Text

translate = QCoreApplication.translate
SEGMENTS_MOST, SEGMENTS_WIDTH = 3, 340
BOX_WIDTH = 300
LONG_LINES, LONG_LINES_MOST = 3, 12


class Editor(QWidget):
    """Base: ``wide`` editors stand below their question, the others at its right."""

    changed = Signal(object)
    proposal_asked = Signal()
    """``=`` was pressed: take what is proposed."""
    wide = False

    def show_answer(self, answer: Any) -> None:
        """Show an answer (None: none), telling nobody. What is being typed is left alone."""
        raise NotImplementedError


class KeysEditor(Editor):
    """Answer keys for one or many of some options: segments while they are few and short, boxes otherwise."""

    def __init__(
        self, name: str, options: Sequence[Option], *, many: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._many = many
        columns = 0 if not many and segments_fit(options) else box_columns(options)
        self.wide = columns > 0
        self._keys = AnswerKeys(name, options, many=many, columns=columns)
        self._keys.changed.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._keys, 1 if self.wide else 0)
        self.setFocusProxy(self._keys)

    def show_answer(self, answer: Any) -> None:
        chosen = tuple(answer) if isinstance(answer, list | tuple) else (answer,)
        if chosen != (self._keys.values() or (None,)):
            self._keys.set_values([value for value in chosen if isinstance(value, str)])

    def _tell(self) -> None:
        values = list(self._keys.values())
        self.changed.emit((values or None) if self._many else self._keys.value())


def segments_fit(options: Sequence[Option]) -> bool:
    """Whether the options may stand as segments at the right of their question."""
    width = sum(paint.width_of(option.label, "strong") + 45 + (22 if option.red else 0) for option in options)
    return len(options) <= SEGMENTS_MOST and width <= SEGMENTS_WIDTH * theme.current().text_scale


def box_columns(options: Sequence[Option]) -> int:
    """Two columns of boxes, one when a label needs the whole width."""
    widest = max((paint.width_of(option.label, "strong") for option in options), default=0)
    return 1 if widest > BOX_WIDTH * theme.current().text_scale else 2


class _ProposalKey(QObject):
    """``=`` in an empty field takes what is proposed instead of being typed."""

    pressed = Signal()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.text() == "=":
            self.pressed.emit()
            return True
        return False


class LineEditor(Editor):
    """One line; ``read`` turns what is typed into the answer, ``written`` an answer into what is shown."""

    def __init__(
        self,
        name: str,
        *,
        read: Callable[[str], Any] = lambda typed: typed.strip() or None,
        written: Callable[[Any], str] = str,
        placeholder: str = "",
        width: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._read, self._written = read, written
        self.wide = width == 0
        self.field = LineField(name, placeholder=placeholder, width=theme.scaled(width) if width else 0)
        self.field.textEdited.connect(self._typed)
        self.field.editingFinished.connect(self._settle)
        self._proposal_key = _ProposalKey(self)
        self._proposal_key.pressed.connect(self.proposal_asked)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addWidget(self.field, 1 if self.wide else 0)
        if not self.wide:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.field)

    def show_unit(self, unit: str) -> None:
        """What the number is counted in, behind the field and in its name for screen readers."""
        self._row.addWidget(Text(unit, "body", "text_2"))
        self.field.setAccessibleName(f"{self.field.accessibleName()}, {unit}")

    def takes_proposals(self) -> None:
        self.field.installEventFilter(self._proposal_key)

    def show_answer(self, answer: Any) -> None:
        shown = "" if answer is None else self._written(answer)
        if not self.field.hasFocus() or self._read(self.field.text()) != answer:
            self.field.setText(shown)

    def _typed(self, text: str) -> None:
        self.changed.emit(self._read(text))

    def _settle(self) -> None:
        """On leaving: the answer as it is always written (``940`` -> ``09:40``)."""
        answer = self._read(self.field.text())
        if answer is not None:
            self.field.setText(self._written(answer))


class LongEditor(Editor):
    """Several lines, growing with the text; Enter makes a line, Tab leaves."""

    wide = True

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = LongField(name, lines=LONG_LINES)
        self.field.textChanged.connect(self._typed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field)
        self.setFocusProxy(self.field)

    def show_answer(self, answer: Any) -> None:
        text = "" if answer is None else str(answer)
        if self.field.toPlainText().strip() != text.strip():
            self.field.blockSignals(True)
            self.field.setPlainText(text)
            self.field.blockSignals(False)
            self._grow()

    def _typed(self) -> None:
        self._grow()
        self.changed.emit(self.field.toPlainText().strip() or None)

    def _grow(self) -> None:
        lines = min(LONG_LINES_MOST, max(LONG_LINES, self.field.document().size().toSize().height()))
        self.field.setFixedHeight(self.field.fontMetrics().lineSpacing() * lines + 20)


def text_editor(name: str) -> LineEditor:
    return LineEditor(name)


def time_editor(name: str) -> LineEditor:
    return LineEditor(
        name,
        read=lambda typed: read_time(typed) or typed.strip() or None,
        placeholder=translate("forms", "hh:mm"),
        width=84,
    )


def number_editor(name: str) -> LineEditor:
    def read(typed: str) -> Any:
        clean = typed.strip()
        return int(clean) if clean.lstrip("-").isdecimal() else clean or None

    editor = LineEditor(name, read=read, width=96)
    editor.field.setAlignment(Qt.AlignmentFlag.AlignRight)
    return editor


def decimal_editor(name: str) -> LineEditor:
    """A number with a comma or a point; it is kept with a point."""

    def read(typed: str) -> Any:
        return typed.strip().replace(",", ".").replace(" ", "") or None

    def written(answer: Any) -> str:
        text = str(answer)
        return text.replace(".", QLocale(languages.current()).decimalPoint()) if _is_number(text) else text

    editor = LineEditor(name, read=read, written=written, width=140)
    editor.field.setAlignment(Qt.AlignmentFlag.AlignRight)
    return editor


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


class SilentEditor(Editor):
    """For what is only read: a note, or an answer that cannot be changed any more."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self._words = Text("", "strong", wrap=True)
        self.wide = True
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._words, 1)
        self.hide()

    def show_answer(self, answer: Any) -> None:
        self._words.setText("" if answer is None else str(answer))
        self.setVisible(bool(answer))


def is_keys(question: Question) -> bool:
    """Whether the question is answered with keys that carry digits."""
    return question.type in ("yn", "ynu", "one", "many", "people", "person")
