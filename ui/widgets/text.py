"""Text that knows its type style and tone, and text that may end in an ellipsis."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import theme
from ui.theme import TypeStyle


class Text(QLabel):
    """A line or, with ``wrap``, a paragraph; ``tone`` is a colour token of the sheet (text, text_2, text_3, accent ...)."""

    def __init__(
        self,
        text: str = "",
        style: TypeStyle = "body",
        tone: str = "text",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        theme.set_type(self, style)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def set_tone(self, tone: str) -> None:
        """Change the colour token; cheap for a few labels, not for a list."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)


class LongText(Text):
    """A paragraph that may be long and stand among many: how high it is at a width is found out once.

    A label is asked eighty times while a column with it is laid out; sixty long ones held up the window for ten seconds.
    """

    def __init__(
        self, text: str, style: TypeStyle = "body", tone: str = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, style, tone, wrap=True, parent=parent)
        self._heights: dict[int, int] = {}

    def measured(self, width: int) -> int:
        """Its height at a width, as the label itself finds it."""
        return super().heightForWidth(width)

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self.measured(width)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """One line: its column gives it the height it needs at its width."""
        return QSize(80, self.fontMetrics().height())

    def changeEvent(self, event: QEvent) -> None:
        self._heights = {}
        super().changeEvent(event)


class ElidedText(QWidget):
    """One line that gives way to its neighbours: what does not fit ends in "…" and is whole in the tool tip."""

    def __init__(
        self, text: str = "", style: TypeStyle = "body", tone: str = "text", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme.set_type(self, style)
        self._tone = tone
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def text(self) -> str:
        return self._text

    def setText(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(24, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme.colour(self._tone))
        shown = self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(self._text if shown != self._text else "")
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
