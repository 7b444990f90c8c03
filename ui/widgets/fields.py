"""Labelled form fields: label at the left (or above, when narrow), the editor, a hint, and a line that says what to correct."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from ui import icons, theme
from ui.widgets import paint
from ui.widgets.text import Text

LABEL_WIDTH = 168


class LineField(QLineEdit):
    """A text field 34 px high; ``name`` is its accessible name."""

    def __init__(
        self,
        name: str,
        text: str = "",
        *,
        placeholder: str = "",
        width: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        theme.set_type(self, "body")
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setFixedHeight(theme.scaled(theme.CONTROL))
        if width:
            self.setFixedWidth(width)

    def set_wrong(self, wrong: bool) -> None:
        """Red edge while there is something to correct."""
        mark_wrong(self, wrong)


class LongField(QPlainTextEdit):
    """Several lines; Tab leaves it, Enter makes a line."""

    def __init__(self, name: str, *, lines: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_type(self, "body")
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 20)


class Choice(QComboBox):
    """A list to choose one from; ``editable`` lets another word be typed (a village nobody wrote yet)."""

    def __init__(
        self,
        name: str,
        options: Sequence[tuple[str, str]] = (),
        *,
        editable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme.set_type(self, "body")
        self.setAccessibleName(name)
        self.setEditable(editable)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFixedHeight(theme.scaled(theme.CONTROL))
        edit = self.lineEdit()
        if editable and edit is not None:
            edit.setProperty("bare", "true")
            edit.setAccessibleName(name)
        for value, label in options:
            self.addItem(label, value)

    def value(self) -> str:
        """The typed word, or the value of the chosen one."""
        if self.isEditable():
            return self.currentText().strip()
        return str(self.currentData() or "")

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        icons.paint(QPainter(self), self.width() - 28, (self.height() - 18) / 2, "chevd", "text_2", 18)


class CheckField(QCheckBox):
    """A painted 18 px box with its words."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        theme.set_type(self, "body")
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(round(paint.width_of(self.text(), "body")) + 30, max(28, theme.scaled(28)))

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        square = QRectF(0, (self.height() - 18) / 2, 18, 18)
        on = self.isChecked()
        paint.box(painter, square, "accent" if on else "surface", "accent" if on else "line_strong", radius=3)
        if on:
            paint.tick(painter, square, theme.colour("on_accent"))
        ink = "text" if self.isEnabled() else "text_off"
        paint.words(painter, QRectF(26, 0, self.width() - 26, self.height()), self.text(), "body", ink)


class Field(QWidget):
    """Label, editor(s), hint below, message below that. ``set_problem`` shows or clears the message."""

    problem_shown = Signal(bool)

    def __init__(
        self,
        label: str,
        *editors: QWidget,
        hint: str = "",
        strong: bool = False,
        above: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._editors = editors
        self._above = above
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        self._name = Text(label, "strong" if strong else "body", "text" if strong else "text_2", wrap=True)
        self._name.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._hint = Text(hint, "small", "text_2", wrap=True)
        self._problem = Text("", "small", "urgent", wrap=True)
        self._place(above=above)
        self._hint.setVisible(bool(hint))
        self._problem.hide()
        if editors:
            self._name.setBuddy(editors[0])

    def _place(self, *, above: bool) -> None:
        """Label above or at the left; hint and message always under the editors."""
        grid, editors = self._grid, self._editors
        for widget in (self._name, *editors, self._hint, self._problem):
            grid.removeWidget(widget)
        for old in range(grid.columnCount()):
            grid.setColumnStretch(old, 0)
        first, column = (1, 0) if above else (0, 1)
        self._name.setMinimumWidth(0 if above else LABEL_WIDTH)
        self._name.setMaximumWidth(16_777_215 if above else LABEL_WIDTH)
        self._name.setMinimumHeight(0 if above else theme.scaled(theme.CONTROL))
        grid.addWidget(self._name, 0, 0, 1, len(editors) + 1 if above else 1, Qt.AlignmentFlag.AlignTop)
        for number, editor in enumerate(editors):
            grid.addWidget(editor, first, column + number, Qt.AlignmentFlag.AlignTop)
            policy = editor.sizePolicy().horizontalPolicy()
            fixed = policy == QSizePolicy.Policy.Fixed or editor.maximumWidth() < 10_000
            grid.setColumnStretch(column + number, 0 if fixed else 1)
        span = len(editors) + 1
        if not any(grid.columnStretch(column + number) for number in range(len(editors))):
            grid.setColumnStretch(column + len(editors), 1)
        grid.addWidget(self._hint, first + 1, column, 1, span)
        grid.addWidget(self._problem, first + 2, column, 1, span)
        self._is_above = above

    def _editors_width(self) -> int:
        gaps = self._grid.horizontalSpacing() * max(0, len(self._editors) - 1)
        return (
            sum(max(editor.minimumSizeHint().width(), editor.minimumWidth()) for editor in self._editors)
            + gaps
        )

    def minimumSizeHint(self) -> QSize:
        """As narrow as the editors are: the label goes above them when there is no room beside."""
        return QSize(max(120, self._editors_width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = LABEL_WIDTH + self._grid.horizontalSpacing() + self._editors_width()
        above = self._above or self.width() < beside
        if above != self._is_above:
            self._place(above=above)
            self.updateGeometry()

    def set_problem(self, sentence: str) -> None:
        """The sentence stands under the field until it is cleared with ""."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        for editor in self._editors:
            if isinstance(editor, (QLineEdit, QComboBox, QPlainTextEdit)):
                mark_wrong(editor, bool(sentence))
            editor.setAccessibleDescription(sentence)
        self.problem_shown.emit(bool(sentence))

    def set_hint(self, hint: str) -> None:
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))


def mark_wrong(editor: QWidget, wrong: bool) -> None:
    """Red edge on a field of the style sheet."""
    if bool(editor.property("wrong")) != wrong:
        editor.setProperty("wrong", "true" if wrong else "")
        editor.style().unpolish(editor)
        editor.style().polish(editor)
