"""A page of two columns: work and facts. Where the window is narrow, facts lie over the work, opened with F7."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui import theme

EDGE, GAP = 24, 20
FACTS_WIDE, FACTS_MIDDLE, FACTS_OVERLAY, FACTS_MOST = 352, 280, 320, 480
WIDE_PAGE, MIDDLE_PAGE = 1020, 900
"""Page widths (window without rail): from 1020 the facts have 352 px, from 900 they have 280 px."""
WORK_MOST = 1040


class Scroll(QScrollArea):
    """A column that scrolls up and down, never sideways; what has focus is brought into view above an action bar."""

    def __init__(self, inside: QWidget, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside.setProperty("plane", "clear")
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def ensureWidgetVisible(self, childWidget: QWidget, xmargin: int = 0, ymargin: int = 72) -> None:
        super().ensureWidgetVisible(childWidget, 0, max(ymargin, 72))


class TwoPanes(QWidget):
    """``work`` grows, ``facts`` keeps its width. ``facts_hidden_changed`` tells the top bar to offer the Facts button."""

    facts_hidden_changed = Signal(bool)

    def __init__(
        self, work: QWidget, facts: QWidget, work_name: str, facts_name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.work = Scroll(work, work_name) if not isinstance(work, QScrollArea) else work
        self.facts = Scroll(facts, facts_name)
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 16, EDGE, 0)
        row.setSpacing(GAP)
        row.addWidget(self.work, 1)
        row.addWidget(self.facts)
        self._row = row
        self._drawer: QFrame | None = None
        self._hidden = False

    @property
    def facts_hidden(self) -> bool:
        """Whether the facts have no column of their own now."""
        return self._hidden

    def toggle_facts(self) -> None:
        """Open or close the drawer (narrow windows), or fold the column."""
        if not self._hidden:
            self.facts.setVisible(not self.facts.isVisible())
            return
        drawer = self._facts_drawer()
        drawer.setVisible(not drawer.isVisible())
        self._place_drawer()
        drawer.raise_()
        if drawer.isVisible():
            self.facts.show()
            self.facts.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._drawer is not None and self._drawer.isVisible():
            self._drawer.hide()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.width()
        hidden = width < MIDDLE_PAGE
        if hidden != self._hidden:
            self._hidden = hidden
            self._move_facts()
            self.facts_hidden_changed.emit(hidden)
        if hidden:
            self._place_drawer()
            return
        spare = max(0, width - 2 * EDGE - GAP - FACTS_WIDE - WORK_MOST)
        wide = FACTS_WIDE if width >= WIDE_PAGE else FACTS_MIDDLE
        self.facts.setFixedWidth(min(FACTS_MOST, wide + spare))

    def _move_facts(self) -> None:
        if self._hidden:
            drawer = self._facts_drawer()
            layout = drawer.layout()
            assert layout is not None
            layout.addWidget(self.facts)
            self.facts.setMinimumWidth(0)
            self.facts.setMaximumWidth(16_777_215)
            drawer.hide()
        else:
            self._row.addWidget(self.facts)
            self.facts.show()
            if self._drawer is not None:
                self._drawer.hide()

    def _facts_drawer(self) -> QFrame:
        if self._drawer is None:
            self._drawer = QFrame(self)
            self._drawer.setProperty("plane", "overlay")
            self._drawer.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            layout = QVBoxLayout(self._drawer)
            layout.setContentsMargins(12, 12, 12, 12)
            self._drawer.hide()
        return self._drawer

    def _place_drawer(self) -> None:
        if self._drawer is not None:
            width = min(theme.scaled(FACTS_OVERLAY) + 24, self.width())
            self._drawer.setGeometry(self.width() - width, 0, width, self.height())


def column(*widgets: QWidget, spacing: int = 12, bottom: int = 24, stretch: bool = True) -> QWidget:
    """Widgets one under the other, as the inside of a pane."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 4, bottom)
    layout.setSpacing(spacing)
    for widget in widgets:
        layout.addWidget(widget)
    if stretch:
        layout.addStretch(1)
    return holder
