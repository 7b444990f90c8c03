"""The toast with Undo: after an act that changed something and is not visible otherwise. Never for "saved", never for errors."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.widgets.banner import announce
from ui.widgets.buttons import Button
from ui.widgets.text import Text

STAYS_MS = 8000
EDGE = 16


class Toast(QFrame):
    """Lies over the bottom left of its parent for 8 seconds or until the next act; stays while hovered or focused."""

    def __init__(self, undo_words: str, undo_keys: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("plane", "overlay")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(12)
        self._words = Text("", "body")
        row.addWidget(self._words)
        self._undo = Button(undo_words, "text", keys=undo_keys)
        row.addWidget(self._undo)
        self._act: Callable[[], None] | None = None
        self._undo.clicked.connect(self.undo)
        self._timer = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._timer.timeout.connect(self._fade)
        parent.installEventFilter(self)
        self.setFixedHeight(44)
        self.hide()

    def tell(self, words: str, undo: Callable[[], None] | None) -> None:
        """Say what was done; ``undo`` is what Undo (or Ctrl+Z) does."""
        self._act = undo
        self._words.setText(words)
        self._undo.setVisible(undo is not None)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, words)

    def undo(self) -> None:
        """Take the last act back, once."""
        act, self._act = self._act, None
        self.hide()
        if act is not None:
            act()

    def forget(self) -> None:
        """Another act followed: this one cannot be taken back from here any more."""
        self._act = None
        self.hide()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _fade(self) -> None:
        if self._undo.hasFocus():
            self._timer.start()
        else:
            self.hide()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            self.setMaximumWidth(max(200, parent.width() - 2 * EDGE))
            self.move(EDGE, parent.height() - self.height() - EDGE)
