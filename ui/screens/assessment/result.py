"""The last page of an assessment: what is missing, the suggested level and why, what the worker decides, what sealing means."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.forms.xform.scoring import LEVELS
from ui.forms.links import Links
from ui.screens.assessment import words
from ui.screens.assessment.facts import LevelWords
from ui.screens.assessment.record_edits import RecordEdits
from ui.screens.assessment.state import AssessmentState
from ui.widgets.answer_keys import AnswerKeys, Option
from ui.widgets.fields import LongField
from ui.widgets.text import Text

translate = QCoreApplication.translate
TWO_COLUMNS = 620


class ResultPage(QWidget):
    """``asked_for(key)`` a link; ``decided(level, reason)``; ``left_out(keys)`` of edits of the record; ``moved(-1)`` for Up."""

    asked_for = Signal(str)
    decided = Signal(object, str)
    left_out = Signal(object)
    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: AssessmentState | None = None
        self.missing = Text("", "strong", wrap=True)
        self.links = Links()
        self.links.asked_for.connect(self.asked_for)
        self.level_head = Text(translate("assessment", "Suggested level"), "strong")
        self.level = LevelWords(narrow=False)
        self.level.asked_for.connect(self.asked_for)
        self._question = Text(translate("assessment", "Which level do you give?"), "strong", wrap=True)
        self.keys = AnswerKeys(
            translate("assessment", "Which level do you give?"),
            [Option(code, words.level(code)) for code in LEVELS],
            columns=2,
        )
        self.keys.changed.connect(self._tell)
        self.given = Text("", "small", "text_2", wrap=True)
        self._why = Text("", "small", "text_2", wrap=True)
        self.reason = LongField(translate("assessment", "Why this level"), lines=3)
        self.reason.textChanged.connect(self._tell)
        self._sealing = Text(
            translate(
                "assessment",
                "After sealing nothing can be changed; the answers go to the county with the next sync.",
            ),
            "small",
            "text_2",
            wrap=True,
        )
        self.edits = RecordEdits()
        self.edits.left_out.connect(self.left_out)
        self.changes_head = Text("", "strong", wrap=True)
        self.changes = Links(pressable=False, most=0)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 20)
        column.setSpacing(10)
        for widget in (
            self.missing, self.links, self.level_head, self.level, self._question, self.keys, self.given, self._why, self.reason,
            self.edits, self._sealing, self.changes_head, self.changes,
        ):  # fmt: skip
            column.addWidget(widget)
        column.addStretch(1)

    def show_state(self, state: AssessmentState) -> None:
        self._state = state
        result, filling, anew = state.result, state.act == "fill", state.anew is not None
        count = len(state.to_answer)
        self.missing.setText(
            translate("assessment", "%n questions are still to answer:", "", count)
            if count
            else translate("assessment", "Nothing is missing.")
        )
        self.missing.set_tone("text" if count else "low")
        self.missing.setVisible(filling)
        self.links.setVisible(bool(count))
        self.links.show_lines(words.links(state.missing))
        self.level.show_state(state)
        levels = result.level is not None
        self.level_head.setVisible(levels)
        self.level.setVisible(levels)
        self._question.setVisible(levels)
        self.keys.setVisible(levels)
        if self.keys.value() != result.counts:
            self.keys.set_value(result.counts)
        self.keys.setEnabled(filling or anew)
        self.given.setText(words.given(state))
        self.given.setVisible(bool(levels and self.given.text()))
        other = levels and result.counts != result.level
        self._why.setText(words.why_to_write(state))
        self._why.setVisible(anew or (other and filling))
        self.reason.setVisible(anew or other or (levels and not filling and bool(result.reason)))
        self.reason.setReadOnly(not (filling or anew))
        if self.reason.toPlainText().strip() != result.reason.strip():
            self.reason.blockSignals(True)
            self.reason.setPlainText(result.reason)
            self.reason.blockSignals(False)
        self._sealing.setVisible(filling)
        self.edits.show_state(state)
        self._show_changes(state)

    def _show_changes(self, state: AssessmentState) -> None:
        known = state.previous is not None
        self.changes_head.setVisible(known)
        self.changes.setVisible(known)
        if known:
            self.changes_head.setText(words.changes_head(state))
            self.changes.show_lines([(one.link.key, words.change(one)) for one in state.changes])

    def take_focus(self) -> None:
        """Where to begin: the first link while something is missing, else the decision."""
        if self.links.buttons and not self.links.isHidden():
            self.links.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
        elif not self.keys.isHidden() and self.keys.isEnabled():
            self.keys.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up and not event.modifiers():
            self.moved.emit(-1)
            return
        super().keyPressEvent(event)

    def _tell(self) -> None:
        if self._state is not None and (self._state.act == "fill" or self._state.anew is not None):
            self.decided.emit(self.keys.value(), self.reason.toPlainText())
