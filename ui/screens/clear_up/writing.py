"""The card "something else, I write it": one editor per field, prefilled with the fullest version."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ui import formatting
from ui.screens.clear_up.faces import LONG_TEXT, Face
from ui.typed_dates import read_date
from ui.widgets.fields import Choice, Field, LineField, LongField

translate = QCoreApplication.translate


class WritingPane(QWidget):
    """``changed`` on every keystroke; ``values`` is None while something in it cannot be understood."""

    changed = Signal()

    def __init__(
        self, faces: Sequence[Face], values: Mapping[str, Any], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._start = dict(values)
        self._editors: dict[str, QWidget] = {}
        self._faces = {face.field: face for face in faces}
        self._fields: dict[str, Field] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._texts: dict[str, str] = {}
        """What stood in each editor at the beginning."""
        for face in faces:
            editor = self._editor(face, values.get(face.field))
            self._editors[face.field] = editor
            self._fields[face.field] = Field(face.name, editor, above=True)
            column.addWidget(self._fields[face.field])
        self._texts = {name: _text(editor) for name, editor in self._editors.items()}

    def first(self) -> QWidget | None:
        """Where writing begins."""
        return next(iter(self._editors.values()), None)

    def _editor(self, face: Face, value: Any) -> QWidget:
        if face.editor == "choice":
            options = [("", translate("clear_up", "not known")), *face.options]
            choice = Choice(face.name, options)
            choice.setCurrentIndex(max(0, choice.findData(str(value or ""))))
            choice.activated.connect(lambda _number: self.changed.emit())
            return choice
        text = "" if value is None else face.say(value) if face.editor == "date" else str(value)
        if face.editor == "long" or (face.editor == "line" and len(text) > LONG_TEXT):
            long = LongField(face.name)
            long.setPlainText(text)
            long.textChanged.connect(self.changed)
            return long
        line = LineField(face.name, text, placeholder=self._placeholder(face))
        line.textChanged.connect(lambda _text: self._typed(face))
        return line

    def _placeholder(self, face: Face) -> str:
        return translate("clear_up", "dd.mm.yyyy, or only the year") if face.editor == "date" else ""

    def _typed(self, face: Face) -> None:
        known, _value = self._read(face)
        sentences = {
            "date": translate(
                "clear_up", "This day does not exist. Write it as 21.11.2026, or only the year."
            ),
            "number": translate("clear_up", "Write a whole number."),
        }
        self._fields[face.field].set_problem("" if known else sentences.get(face.editor or "", ""))
        self.changed.emit()

    def _read(self, face: Face) -> tuple[bool, Any]:
        """(whether it can be understood, the value as records keep it; None for an empty field)."""
        editor = self._editors[face.field]
        if isinstance(editor, QComboBox):
            return True, editor.currentData() or None
        text = _text(editor).strip()
        if not text:
            return True, None
        if face.editor == "number":
            return text.isdigit() and len(text) < 9, int(text) if text.isdigit() and len(text) < 9 else None
        if face.editor == "date":
            read = read_date(text, _today())
            return read is not None, str(read) if read is not None else None
        return True, text

    def typed(self) -> dict[str, str]:
        """What was typed so far, understood or not: only editors that were changed."""
        stands = {name: _text(editor) for name, editor in self._editors.items()}
        return {name: text for name, text in stands.items() if text != self._texts[name]}

    def go_on(self, typed: Mapping[str, str]) -> None:
        """Put back what ``typed`` gave earlier; of fields that are here no more, nothing."""
        for name in self._editors.keys() & typed.keys():
            editor, text = self._editors[name], typed[name]
            if isinstance(editor, QComboBox):
                editor.setCurrentIndex(max(0, editor.findData(text)))
            elif isinstance(editor, QPlainTextEdit):
                editor.setPlainText(text)
            elif isinstance(editor, QLineEdit):
                editor.setText(text)

    def values(self) -> dict[str, Any] | None:
        """What was written, over the fields that have no editor; an emptied field is left out."""
        written = dict(self._start)
        for name, face in self._faces.items():
            known, value = self._read(face)
            if not known:
                return None
            if value is None:
                written.pop(name, None)
            else:
                written[name] = value
        return written


def _text(editor: QWidget) -> str:
    if isinstance(editor, QComboBox):
        return str(editor.currentData() or "")
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    return editor.text() if isinstance(editor, QLineEdit) else ""


def _today() -> dt.date:
    return formatting.today_on()
