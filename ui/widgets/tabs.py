"""Tabs: 40 px, a 2 px accent underline, the count beside the word; and the stack of pages under them."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui import theme
from ui.widgets import paint


class _Tab(QAbstractButton):
    def __init__(self, word: str) -> None:
        super().__init__()
        self._word = word
        self._count: int | None = None
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_count(None)

    def set_count(self, count: int | None) -> None:
        self._count = count
        self.setAccessibleName(self._word if count is None else f"{self._word}, {count}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = paint.width_of(self._word, "strong") + 20
        if self._count is not None:
            width += paint.width_of(str(self._count), "body") + 6
        return QSize(round(width), theme.scaled(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        chosen = self.isChecked()
        whole = QRectF(self.rect())
        if self.underMouse():
            paint.box(painter, whole.adjusted(0, 4, 0, -4), "hover")
        parts = [(self._word, "strong" if chosen else "body", "text" if chosen else "text_2")]
        if self._count is not None:
            parts.append((f"  {self._count}", "body", "text_3"))
        paint.highlighted(painter, whole.adjusted(10, 0, 0, 0), parts)
        if chosen:
            painter.fillRect(QRectF(0, whole.height() - 2, whole.width(), 2), theme.colour("accent"))


class Tabs(QFrame):
    """``chosen(key)`` when another tab is taken; Ctrl+Tab and Ctrl+PgDn go on, with Shift or PgUp back."""

    chosen = Signal(str)

    def __init__(self, name: str, tabs: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("plane", "top")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(2)
        self._tabs: dict[str, _Tab] = {}
        self._group = QButtonGroup(self)
        for key, word in tabs:
            tab = _Tab(word)
            self._tabs[key] = tab
            self._group.addButton(tab)
            tab.clicked.connect(lambda _on=False, key=key: self.chosen.emit(key))
            row.addWidget(tab)
        row.addStretch(1)
        next(iter(self._tabs.values())).setChecked(True)
        for keys, step in (("Ctrl+Tab", 1), ("Ctrl+PgDown", 1), ("Ctrl+Shift+Tab", -1), ("Ctrl+PgUp", -1)):
            QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WindowShortcut).activated.connect(
                lambda step=step: self.step(step)
            )

    def current(self) -> str:
        return next(key for key, tab in self._tabs.items() if tab.isChecked())

    def choose(self, key: str) -> None:
        """Take a tab, and say so if it is another one."""
        if self.current() != key:
            self._tabs[key].setChecked(True)
            self.chosen.emit(key)

    def step(self, by: int) -> None:
        keys = list(self._tabs)
        self.choose(keys[(keys.index(self.current()) + by) % len(keys)])

    def set_count(self, key: str, count: int | None) -> None:
        self._tabs[key].set_count(count)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.step(1 if event.key() == Qt.Key.Key_Right else -1)
            return
        super().keyPressEvent(event)
