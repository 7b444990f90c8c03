"""The header line of every screen: back, title, subtitle and chips; search and sync chip at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from ui import theme
from ui.widgets.badges import SyncChip
from ui.widgets.buttons import Button, IconButton
from ui.widgets.search_box import SearchBox
from ui.widgets.text import ElidedText

HEIGHT = 56


class TopBar(QFrame):
    """``back_pressed``, ``facts_pressed``; the search box and the sync chip are given."""

    back_pressed = Signal()
    facts_pressed = Signal()

    def __init__(
        self,
        search: SearchBox,
        sync: SyncChip,
        back_name: str,
        facts_word: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("plane", "top")
        self.setFixedHeight(theme.scaled(HEIGHT))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 1)
        row.setSpacing(12)
        self._back = IconButton("chevl", back_name, size=28)
        self._back.clicked.connect(self.back_pressed)
        row.addWidget(self._back)
        self._title = ElidedText("", "title")
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row.addWidget(self._title)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(8)
        row.addLayout(self._chips)
        self._subtitle = ElidedText("", "body", "text_2")
        row.addWidget(self._subtitle, 1)
        self._facts = Button(facts_word, "plain", small=True, keys="F7")
        self._facts.clicked.connect(self.facts_pressed)
        row.addWidget(self._facts)
        row.addWidget(search, 1)
        row.addWidget(sync)
        self.search, self.sync = search, sync
        self._subtitle_text, self._narrow = "", False

    def set_heading(self, title: str, subtitle: str, *, back: bool) -> None:
        self._title.setText(title)
        self._subtitle_text = subtitle
        self._show_subtitle()
        self._back.setVisible(back)

    def set_chips(self, chips: Sequence[QWidget]) -> None:
        """Badge and deadline beside the title; the former ones go."""
        while (item := self._chips.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.setParent(None)
        for chip in chips:
            self._chips.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
            chip.show()

    def offer_facts(self, offered: bool) -> None:
        """The button that opens the fact column where it has no room of its own."""
        self._facts.setVisible(offered)

    def set_narrow(self, narrow: bool) -> None:
        """No subtitle, a short search box."""
        self._narrow = narrow
        self._show_subtitle()
        self.search.setMaximumWidth(theme.scaled(200 if narrow else 340))

    def _show_subtitle(self) -> None:
        self._subtitle.setText("" if self._narrow else self._subtitle_text)
