"""Cards: a surface with an edge, perhaps with a header line; and the line between two things."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.text import ElidedText, Text

HEADER_HEIGHT = 44


class Rule(QFrame):
    """A 1 px line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("plane", "rule")
        self.setFixedHeight(1)


class Card(QFrame):
    """A box with ``body`` (a vertical layout); ``title`` gives it a header line whose right end is ``head``."""

    def __init__(
        self, title: str = "", *, padding: int = 16, spacing: int = 8, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("plane", "card")
        # Not Maximum: that is the height at the width the card would like, too low for words that wrap in less.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        self.head = QHBoxLayout()
        self.title = ElidedText(title, "strong")
        if title:
            header = QWidget()
            header.setMinimumHeight(theme.scaled(HEADER_HEIGHT))
            header.setLayout(self.head)
            self.head.setContentsMargins(16, 0, 8, 0)
            self.head.addWidget(self.title, 1)
            outer.addWidget(header)
            outer.addWidget(Rule())
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(padding, padding, padding, padding)
        self.body.setSpacing(spacing)
        outer.addWidget(inside, 1)

    def add_to_head(self, widget: QWidget) -> None:
        """Put a chip, a word or a text button at the right end of the header."""
        self.head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def head_note(self, text: str) -> Text:
        """A quiet word at the right end of the header."""
        note = Text(text, "caption", "text_2")
        self.head.addWidget(note)
        self.head.addSpacing(8)
        return note


def stretch_card(card: Card) -> Card:
    """Let a card grow with the room it is given."""
    card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    return card
