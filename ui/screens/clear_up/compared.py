"""A text beside another version of it: words that differ are underlined and semibold on a tint, and a sign in brackets stands
where only the other version has words. The signs carry the meaning without colour, on paper and for a screen reader.
"""

import re
from difflib import SequenceMatcher

from PySide6.QtCore import QCoreApplication, QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme

translate = QCoreApplication.translate
MOST_WORDS = 3000
"""Longer texts are shown without marks: comparing them would hold up the window."""
_PIECES = re.compile(r"\S+\s*")
GAP = "[…]"
"""Stands where the other version has words and this one none."""


def changed_words(text: str, other: str) -> tuple[tuple[str, bool], ...]:
    """``text`` in pieces that together are the text; True marks those that ``other`` does not have there.

    An empty piece that is marked is a gap: only ``other`` has words there.
    """
    pieces, others = _PIECES.findall(text), _PIECES.findall(other)
    lead = text[: len(text) - len(text.lstrip())]
    if max(len(pieces), len(others)) > MOST_WORDS:
        return ((text, False),)
    matcher = SequenceMatcher(
        None, [piece.strip() for piece in pieces], [piece.strip() for piece in others], False
    )
    found: list[tuple[str, bool]] = [(lead, False)] if lead else []
    for what, begin, end, _, _ in matcher.get_opcodes():
        if begin < end or what == "insert":
            found.append(("".join(pieces[begin:end]), what != "equal"))
    return tuple(found)


class ComparedText(QWidget):
    """Wraps like a paragraph; screen readers get the whole text, and what differs apart."""

    def __init__(self, text: str, other: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces = changed_words(text, other)
        self.setAccessibleName(text)
        self.setAccessibleDescription(
            translate("clear_up", "Only here: %1").replace("%1", "; ".join(self.marked()) or GAP)
        )
        theme.set_type(self, "body")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def marked(self) -> tuple[str, ...]:
        """The pieces that only this text has."""
        return tuple(piece.strip() for piece, differs in self._pieces if differs and piece.strip())

    def shown(self) -> str:
        """The text with its gaps."""
        return "".join(piece for piece, _ in self._shown_pieces())

    def _shown_pieces(self) -> list[tuple[str, bool]]:
        """With the gaps written out."""
        return [(f"{GAP} " if not piece and differs else piece, differs) for piece, differs in self._pieces]

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._laid_out(width).boundingRect().height()) + 2

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, theme.scaled(20))

    def _laid_out(self, width: float) -> QTextLayout:
        pieces = self._shown_pieces()
        layout = QTextLayout(self.shown().replace("\n", "\u2028"), theme.font("body"))
        layout.setTextOption(QTextOption())
        formats: list[QTextLayout.FormatRange] = []
        at = 0
        for piece, differs in pieces:
            if differs:
                one = QTextLayout.FormatRange()
                look = QTextCharFormat()
                look.setBackground(theme.colour("accent_tint_2"))
                look.setFont(theme.font("strong"))
                look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
                one.start, one.length, one.format = at, len(piece.rstrip()), look
                formats.append(one)
            at += len(piece)
        layout.setFormats(formats)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(40.0, width))
            line.setPosition(QPointF(0, y))
            y += theme.scaled(20)
        layout.endLayout()
        return layout

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme.colour("text"))
        self._laid_out(self.width()).draw(painter, QPointF(0, 0))
