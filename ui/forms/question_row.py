"""One question on the page: number, words, hint, editor, and the line that says what to correct.

The current question has a tint, a bar and semibold words; nothing moves when it changes.
"""

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.forms.editors import Editor
from ui.widgets import paint
from ui.widgets.buttons import Button
from ui.widgets.text import Text

translate = QCoreApplication.translate
NUMBER_WIDTH, EDGE = 36, 22
BAR = 3
AIR, DENSE_AIR = 12, 6
"""Above and below the words; less on a low screen."""


class QuestionRow(QWidget):
    """``confirmed`` = "It is so" was pressed on a soft message; ``proposal_taken`` = its button or ``=``."""

    confirmed = Signal()
    proposal_taken = Signal()

    def __init__(
        self, key: str, number: int, words: str, hint: str, editor: Editor, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.key = key
        self.editor = editor
        self._current = False
        self._own_hint = hint
        self._build(number, words)
        editor.proposal_asked.connect(self.proposal_taken)

    def _build(self, number: int, words: str) -> None:
        row = QGridLayout(self)
        row.setContentsMargins(EDGE, AIR, EDGE, AIR + 1)
        row.setHorizontalSpacing(0)
        row.setVerticalSpacing(8)
        row.setColumnStretch(1, 1)
        top = Qt.AlignmentFlag.AlignTop
        self._number = Text(str(number), "body", "text_2")
        self._number.setFixedWidth(NUMBER_WIDTH)
        self._words = Text(words, "question", wrap=True)
        self._words.setBuddy(self.editor)
        # Words stand on the line of the keys at their right, with the hint close below.
        lowered = 0 if self.editor.wide else (theme.scaled(theme.CONTROL) - theme.scaled(22)) // 2
        self._number.setContentsMargins(0, lowered + 1, 0, 0)
        texts = QVBoxLayout()
        texts.setContentsMargins(0, lowered, 0, 0)
        texts.setSpacing(3)
        texts.addWidget(self._words)
        texts.addWidget(self._hint_line())
        texts.addWidget(self._proposal_line())
        texts.addStretch(1)
        row.addWidget(self._number, 0, 0, top)
        row.addLayout(texts, 0, 1)
        if self.editor.wide:
            row.addWidget(self.editor, 1, 1, 1, 3)
        else:
            row.setColumnMinimumWidth(2, 16)
            row.addWidget(self.editor, 0, 3, top | Qt.AlignmentFlag.AlignRight)
        row.addWidget(self._message_line(), 2, 1, 1, 3)
        self.show_hint("", "")
        self.show_message("", soft=False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _hint_line(self) -> QWidget:
        self._hint = Text(self._own_hint, "small", "text_2", wrap=True)
        return self._hint

    def _proposal_line(self) -> QWidget:
        self._proposal_box = QWidget()
        self._proposal = Text("", "small", "text_2")
        take = Button(translate("forms", "Take it"), "text", keys="=", small=True)
        take.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        take.clicked.connect(self.proposal_taken)
        line = QHBoxLayout(self._proposal_box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self._proposal)
        line.addWidget(take)
        line.addStretch(1)
        return self._proposal_box

    def _message_line(self) -> QWidget:
        self._message_box = QWidget()
        self._message = Text("", "small", "urgent", wrap=True)
        self._confirm = Button(translate("forms", "It is so"), "plain", small=True)
        self._confirm.clicked.connect(self.confirmed)
        row = QHBoxLayout(self._message_box)
        row.setContentsMargins(22, 2, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._message, 1)
        row.addWidget(self._confirm, 0, Qt.AlignmentFlag.AlignTop)
        return self._message_box

    @property
    def words(self) -> str:
        return self._words.text()

    def set_current(self, current: bool) -> None:
        if current != self._current:
            self._current = current
            theme.set_type(self._words, "question_strong" if current else "question")
            self.update()

    def set_dense(self, dense: bool) -> None:
        """Less air, for a low window."""
        layout, air = self.layout(), DENSE_AIR if dense else AIR
        if layout is not None and layout.contentsMargins().top() != air:
            layout.setContentsMargins(EDGE, air, EDGE, air + 1)

    def set_number(self, number: int) -> None:
        self._number.setText(str(number) if number else "")

    def show_hint(self, extra: str, proposal: str) -> None:
        """What the author wrote and ``extra`` (the last answer); below it a proposal with the key that takes it."""
        hint = " · ".join(part for part in (self._own_hint, extra) if part)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._proposal.setText(proposal)
        self._proposal_box.setVisible(bool(proposal))
        self.editor.setAccessibleDescription(" · ".join(part for part in (hint, proposal) if part))

    def show_message(self, sentence: str, *, soft: bool) -> None:
        """What does not fit; a soft one can be confirmed."""
        self._message.setText(sentence)
        self._confirm.setVisible(soft)
        self._message_box.setVisible(bool(sentence))
        self._message.setAccessibleName(sentence)

    def message(self) -> str:
        return self._message.text()

    def take_focus(self) -> None:
        self.editor.setFocus(Qt.FocusReason.TabFocusReason)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.take_focus()
        super().mousePressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = QRectF(self.rect())
        if self._current:
            painter.fillRect(whole, theme.colour("accent_tint"))
            painter.fillRect(QRectF(0, 0, BAR, whole.height()), theme.colour("accent"))
        paint.line(painter, 0, whole.height() - 1, whole.width())
        if self._message_box.isVisible():
            place, text = self._message_box.geometry(), self._message.geometry()
            line = theme.scaled(18)
            middle = place.y() + (text.center().y() if text.height() < 2 * line else text.y() + line / 2)
            paint.risk_shape(painter, QRectF(place.x(), middle - 7, 14, 14), "medium", theme.colour("urgent"))
