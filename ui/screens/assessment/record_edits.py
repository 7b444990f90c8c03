"""What the form says otherwise than the records of the members, before the seal: each can be left out."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.assessment_members import Edit
from ui import formatting
from ui.screens.assessment import words
from ui.screens.assessment.state import AssessmentState
from ui.widgets.answer_keys import AnswerKeys, Option
from ui.widgets.facts import clear
from ui.widgets.text import Text

translate = QCoreApplication.translate


class RecordEdits(QWidget):
    """``left_out(keys)``: which of them shall not be taken into the record. Hidden while there is nothing to take over."""

    left_out = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edits: tuple[Edit, ...] = ()
        self.keys: AnswerKeys | None = None
        self._column = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Text(translate("assessment", "Into the family's record with the seal"), "strong"))
        explained = translate("assessment", "Untick what shall stay in the record as it is.")
        column.addWidget(Text(explained, "small", "text_2", wrap=True))
        column.addLayout(self._column)
        self.hide()

    def show_state(self, state: AssessmentState) -> None:
        self.setVisible(bool(state.edits))
        if state.edits != self._edits or self.keys is None:
            self._edits = state.edits
            clear(self._column)
            options = [Option(one.key, edit_words(one)) for one in state.edits]
            name = translate("assessment", "Into the family's record with the seal")
            self.keys = AnswerKeys(name, options, many=True, columns=1)
            self.keys.changed.connect(self._tell)
            self._column.addWidget(self.keys)
        taken = tuple(one.key for one in state.edits if one.key not in state.left_out)
        if self.keys.values() != taken:
            self.keys.set_values(taken)

    def _tell(self) -> None:
        assert self.keys is not None
        taken = self.keys.values()
        self.left_out.emit(tuple(one.key for one in self._edits if one.key not in taken))


def edit_words(one: Edit) -> str:
    """``Lăcătuș Alin · School and class: before V B, now VI B``"""
    about = " · ".join((one.person, one.label))
    sentence = translate("assessment", "%1: before %2, now %3").replace("%1", about)
    return sentence.replace("%2", _value(one, one.before)).replace("%3", _value(one, one.now))


def _value(one: Edit, value: str) -> str:
    if one.fact == "birth" and value:
        return formatting.exact_day(value)
    if one.fact == "sex" and value:
        return translate("register", "Female") if value == "F" else translate("register", "Male")
    return value or words.DASH
