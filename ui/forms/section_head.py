"""The line over the questions: the title of the page, or a button with all pages where they have no column of their own, and
a switch between the pages of one section (the children, or the rows of a table)."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from ui import theme
from ui.widgets.answer_keys import AnswerKeys, Option
from ui.widgets.buttons import Button
from ui.widgets.text import Text

translate = QCoreApplication.translate
AIR, LOW_AIR = 8, 4
TITLE_ROOM = 260
"""What the title or the button of the pages needs beside the switch."""


@dataclass(frozen=True)
class HeadPage:
    """A page as head and menu name it; ``section`` is the same for pages that the switch is between."""

    title: str
    count: str
    section: str
    name: str = ""
    """Of the child or row; "" for a page that stands alone."""
    readers: str = ""
    """Who reads what is answered here, where not the whole team does."""


class SectionHead(QWidget):
    """``page_chosen(index)`` by the switch or the menu; ``pages_pressed`` = the button with all pages."""

    page_chosen = Signal(int)
    pages_pressed = Signal()

    def __init__(self, switch_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._switch_name = switch_name
        self._pages: tuple[HeadPage, ...] = ()
        self._index = 0
        self._row = QHBoxLayout(self)
        self._row.setSpacing(12)
        self._title = Text("", "heading", wrap=True)
        self.pages = Button("", "plain", icon="list", keys="Ctrl J")
        self.pages.clicked.connect(self.pages_pressed)
        self._row.addWidget(self._title, 1)
        self._row.addWidget(self.pages)
        self.readers = Text("", "caption", "text_2")
        self._row.addWidget(self.readers)
        self._row.addStretch(0)
        self._place = QHBoxLayout()
        self._row.addLayout(self._place)
        self.one = Button("", "plain", icon="person", keys="Ctrl ⇥")
        self.one.clicked.connect(self.open_siblings)
        self._row.addWidget(self.one)
        self._switch: AnswerKeys | None = None
        self._named: tuple[tuple[int, str], ...] = ()
        self.fit(wide=True, low=False)

    def fit(self, *, wide: bool, low: bool) -> None:
        """Title where the pages have their own column, the button otherwise; less air in a low window."""
        air = LOW_AIR if low else AIR
        self._row.setContentsMargins(24, air, 22, air + 1)
        self.setMinimumHeight(theme.scaled(theme.CONTROL) + 2 * air + (6 if wide else 2))
        self._title.setVisible(wide)
        self.pages.setVisible(not wide)

    def show_pages(self, pages: Sequence[HeadPage], index: int) -> None:
        if (self._pages, self._index) == (tuple(pages), index):
            return
        self._pages, self._index = tuple(pages), index
        page = self._pages[index]
        self._title.setText(page.title)
        self.readers.setText(page.readers)
        self.readers.setVisible(bool(page.readers))
        self.pages.setText(" · ".join(part for part in (page.title, page.count) if part))
        self.pages.updateGeometry()
        named = tuple((at, pages[at].name) for at in self._siblings())
        if named != self._named:
            self._named = named
            self._make_switch()
        if self._switch is not None:
            self._switch.set_value(str(index))
        places = [at for at, _ in named]
        of = f"{places.index(index) + 1}/{len(places)}" if index in places else ""
        self.one.setText(f"{page.name} · {of}" if page.name else "")
        self.one.updateGeometry()
        self._show_switch()

    def _siblings(self) -> list[int]:
        page = self._pages[self._index]
        return [at for at, one in enumerate(self._pages) if page.name and one.section == page.section]

    def _show_switch(self) -> None:
        """The switch while all names have room, else a button with this name and a menu of all."""
        room = self.width() - theme.scaled(TITLE_ROOM)
        fits = self._switch is not None and self._switch.sizeHint().width() <= room
        if self._switch is not None:
            self._switch.setVisible(fits)
        self.one.setVisible(bool(self._named) and not fits)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_switch()

    def open_menu(self) -> None:
        """All pages with how far each is."""
        self._menu_of(range(len(self._pages)), self.pages)

    def open_siblings(self) -> None:
        """The pages of this section."""
        self._menu_of(self._siblings(), self.one)

    def _menu_of(self, indices: Sequence[int], below: Button) -> None:
        menu = QMenu(self)
        for index in indices:
            page = self._pages[index]
            words = " · ".join(part for part in (page.title, page.name) if part)
            action = menu.addAction(f"{words}   {page.count}".replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, index=index: self.page_chosen.emit(index))
        menu.popup(below.mapToGlobal(QPoint(0, below.height())))

    def _make_switch(self) -> None:
        if self._switch is not None:
            self._switch.hide()
            self._place.removeWidget(self._switch)
            self._switch.deleteLater()
            self._switch = None
        if self._named:
            options = [Option(str(at), name) for at, name in self._named]
            self._switch = AnswerKeys(self._switch_name, options)
            self._switch.changed.connect(self._chosen)
            self._place.addWidget(self._switch)

    def _chosen(self) -> None:
        if self._switch is not None and self._switch.value() is not None:
            self.page_chosen.emit(int(self._switch.value() or 0))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
