"""The frame of a form's screen: its pages at the left, the work in the middle, facts at the right, acts at the bottom.

At 1366 px all three columns; narrower, the pages fold into a button over the questions and the facts lie over the work (F7).
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.forms.outline import Outline
from ui.page import Page
from ui.widgets.panes import Scroll

WIDE, MIDDLE, LOW = 1184, 944, 500
"""Page widths from which the outline, and from which the facts, have a column of their own; the height below which rows
stand closer. All grow with the text size."""
OUTLINE_WIDTH, FACTS_WIDTH, FACTS_NARROW, DRAWER_WIDTH = 250, 300, 280, 320


class WorkPane(QWidget):
    """The plane of the questions, with a line at both sides."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        for x in (0, self.width() - 1):
            painter.fillRect(x, 0, 1, self.height(), theme.colour("line"))


class FormDesk(Page):
    """Base of a form's screen: call ``lay_out`` once; ``fitted`` says what there is room for now."""

    compact_rail = True
    has_search = False

    def lay_out(self, outline: Outline, work: QWidget, facts: QWidget, names: tuple[str, str]) -> None:
        """Put the three columns in place; ``names`` of outline and facts are for screen readers."""
        self.outline = outline
        self._outline_pane = Scroll(outline, names[0])
        self._outline_pane.setFixedWidth(theme.scaled(OUTLINE_WIDTH))
        self._facts_pane = Scroll(facts, names[1])
        self._facts_folded = False
        self._work = work
        self._drawer = QFrame(self)
        self._drawer.setProperty("plane", "overlay")
        drawer = QVBoxLayout(self._drawer)
        drawer.setContentsMargins(12, 12, 8, 0)
        self._drawer.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._outline_pane)
        row.addWidget(work, 1)
        self._facts_holder = QWidget()
        holder = QVBoxLayout(self._facts_holder)
        holder.setContentsMargins(15, 12, 12, 0)
        holder.addWidget(self._facts_pane)
        row.addWidget(self._facts_holder)

    def on(self, keys: str, act: Callable[[], object]) -> None:
        """A key of this screen."""
        shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)

    def fitted(self, *, wide: bool, low: bool) -> None:
        """The outline has a column of its own; the window is low."""

    def keep_now(self) -> None:
        """The vault may close in a moment: what is typed is to be kept."""

    def close_drawer(self) -> bool:
        """Esc: whether there was one to close."""
        was_open = self._drawer.isVisible()
        self._drawer.hide()
        return was_open

    def outline_in_view(self) -> bool:
        return self._outline_pane.isVisible()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Locked in the middle of a word: kept before the vault closes."""
        self.keep_now()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window is about to close: the vault closes with it, so what is typed is kept now."""
        if event.type() == QEvent.Type.Close:
            self.keep_now()
        return super().eventFilter(watched, event)

    def panes(self) -> tuple[QWidget, ...]:
        return (self._outline_pane, self._work, self._facts_pane)

    def facts_hidden(self) -> bool:
        return self.width() < theme.scaled(MIDDLE)

    def toggle_facts(self) -> None:
        if self.facts_hidden():
            self._drawer.setVisible(not self._drawer.isVisible())
            self._place_drawer()
            self._drawer.raise_()
        else:
            self._facts_folded = not self._facts_folded
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if not self.close_drawer():
                self.go_back()
            return
        super().keyPressEvent(event)

    def go_back(self) -> None:
        """Esc, when nothing lies over the work."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.width()
        wide, narrow = width >= theme.scaled(WIDE), self.facts_hidden()
        self.fitted(wide=wide, low=self.height() < LOW)
        self._outline_pane.setVisible(wide)
        home = self._drawer.layout() if narrow else self._facts_holder.layout()
        if home is not None and self._facts_pane.parentWidget() is not home.parentWidget():
            home.addWidget(self._facts_pane)
            self._facts_pane.show()
            self.facts_hidden_changed.emit(narrow)
        self._facts_holder.setVisible(not narrow and not self._facts_folded)
        self._facts_holder.setFixedWidth(theme.scaled(FACTS_WIDTH if wide else FACTS_NARROW))
        if not narrow:
            self._drawer.hide()
        self._place_drawer()

    def _place_drawer(self) -> None:
        width = min(theme.scaled(DRAWER_WIDTH), self.width())
        self._drawer.setGeometry(self.width() - width, 0, width, self.height())
