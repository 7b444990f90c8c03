"""An editor per type of answer: keys for choices, lines for texts, days, hours and numbers, a signature.

Every editor is given its answer with ``show_answer`` and tells a new one with ``changed``; None is "not answered". What
cannot be read as a day or an hour is told as it was typed, so that nothing is lost and the form can say what to correct.
"""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QMenu, QSizePolicy, QWidget, QWidgetAction

from app.forms.questions import Question
from ui import formatting, languages, theme
from ui.forms.typed import read_day, read_time
from ui.widgets import paint
from ui.widgets.answer_keys import AnswerKeys, Option
from ui.widgets.buttons import Button, IconButton
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


class DayEditor(LineEditor):
    """A day, typed freely, with the weekday after it and a calendar for those who point."""

    def __init__(self, name: str, clock: Callable[[], dt.datetime], parent: QWidget | None = None) -> None:
        self._clock = clock
        super().__init__(
            name,
            read=self._day,
            written=_day_written,
            placeholder=translate("forms", "dd.mm.yyyy"),
            width=132,
            parent=parent,
        )
        self._weekday = Text("", "small", "text_2")
        button = IconButton("calendar", translate("forms", "Calendar"), framed=True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self._open_calendar(button))
        self._row.insertWidget(0, self._weekday)
        self._row.addWidget(button)

    def _day(self, typed: str) -> str | None:
        day = read_day(typed, self._clock().date())
        return day.isoformat() if day else typed.strip() or None

    def show_answer(self, answer: Any) -> None:
        super().show_answer(answer)
        self._show_weekday(answer)

    def _typed(self, text: str) -> None:
        super()._typed(text)
        self._show_weekday(self._day(text))

    def _show_weekday(self, answer: Any) -> None:
        try:
            day = dt.date.fromisoformat(str(answer))
        except ValueError:
            self._weekday.setText("")
        else:
            self._weekday.setText(QLocale(languages.current()).dayName(day.isoweekday()))

    def _open_calendar(self, button: IconButton) -> None:
        calendar = QCalendarWidget()
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        menu = QMenu(self)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)

        def choose() -> None:
            picked = calendar.selectedDate()
            day = dt.date(picked.year(), picked.month(), picked.day()).isoformat()
            self.field.setText(_day_written(day))
            self._show_weekday(day)
            self.changed.emit(day)
            menu.close()

        calendar.clicked.connect(choose)
        calendar.activated.connect(choose)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))


def _day_written(answer: Any) -> str:
    try:
        dt.date.fromisoformat(str(answer))
    except ValueError:
        return str(answer)
    return formatting.exact_day(str(answer))


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


class SignatureEditor(Editor):
    """Name, role and day of whoever works now, put down with one press; Del takes it back."""

    wide = True

    def __init__(
        self,
        name: str,
        signer: tuple[str, str],
        role_word: Callable[[str], str],
        clock: Callable[[], dt.datetime],
        parent: QWidget | None = None,
    ) -> None:
        """``signer`` is (name, role code)."""
        super().__init__(parent)
        self._signer, self._role_word, self._clock = signer, role_word, clock
        self._signed: dict[str, str] | None = None
        self._words = Text("", "strong")
        self._button = Button(self._offer(), "plain", icon="sign")
        self._button.setAccessibleDescription(name)
        self._button.clicked.connect(self._press)
        self._button.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._words)
        row.addWidget(self._button)
        row.addStretch(1)
        self.setFocusProxy(self._button)
        self.show_answer(None)

    def show_answer(self, answer: Any) -> None:
        self._signed = dict(answer) if isinstance(answer, dict) and answer.get("name") else None
        self._words.setVisible(self._signed is not None)
        if self._signed is not None:
            parts = [
                self._signed["name"],
                self._role_word(self._signed.get("role", "")),
                _day_written(self._signed.get("on", "")),
            ]
            self._words.setText(" · ".join(part for part in parts if part))
        self._button.setText(
            self._offer() if self._signed is None else translate("forms", "Take the signature back")
        )
        self._button.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self._signed is not None:
            self._put(None)
        elif event.key() == Qt.Key.Key_1 and self._signed is None:
            self._press()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter signs once; on a signature it moves on like everywhere, it never takes it back."""
        enters = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        pressed = (
            isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in enters
        )
        if pressed and self._signed is not None:
            QCoreApplication.sendEvent(self, event)
            return True
        return super().eventFilter(watched, event)

    def _offer(self) -> str:
        name, role = self._signer
        who = ", ".join(part for part in (name, self._role_word(role)) if part)
        return translate("forms", "Sign as: %1").replace("%1", who)

    def _press(self) -> None:
        if self._signed is not None:
            self._put(None)
            return
        name, role = self._signer
        self._put({"name": name, "role": role, "on": self._clock().date().isoformat()})

    def _put(self, signed: dict[str, str] | None) -> None:
        self.show_answer(signed)
        self.changed.emit(signed)


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


def is_keys(question: Question) -> bool:
    """Whether the question is answered with keys that carry digits."""
    return question.type in ("yn", "ynu", "one", "many", "people", "person")
