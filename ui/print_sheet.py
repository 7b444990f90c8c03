"""The paper: A4 with its margins, lengths in millimetres and points as device units, fonts, and text that wraps.

``Piece`` is what everything on a page becomes: a height, a painting at (x, y), and what it says.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPaintDevice,
    QPainter,
    QPen,
    QTextLayout,
    QTextLine,
    QTextOption,
)

RESOLUTION_DPI = 600
PAGE_MM = QSizeF(210, 297)
LEFT_MM, RIGHT_MM, TOP_MM, BOTTOM_MM = 20.0, 15.0, 15.0, 15.0
FOOT_MM = 12.0
BODY_PT, HEADING_PT, TITLE_PT, SMALL_PT = 10.0, 12.0, 16.0, 8.0
LINE_PT = 0.5
SIGNATURE_MM = 60.0
ROW_PAD_PT = 2.2
NUMBER_MM, ANSWER_MM = 8.0, 66.0
"""Where the question and where the answer begins."""
REGULAR, SEMIBOLD = 400, 600
BLACK = QColor(Qt.GlobalColor.black)
GREY = QColor.fromRgbF(0.9, 0.9, 0.9)


class Sheet:
    """Lengths, fonts and text of the device that is printed on."""

    def __init__(self, device: QPaintDevice) -> None:
        self.device = device
        self.width = self.mm(PAGE_MM.width() - LEFT_MM - RIGHT_MM)
        self.height = self.mm(PAGE_MM.height() - TOP_MM - BOTTOM_MM - FOOT_MM)

    def mm(self, length_mm: float) -> float:
        return length_mm / 25.4 * RESOLUTION_DPI

    def pt(self, length_pt: float) -> float:
        return length_pt / 72 * RESOLUTION_DPI

    def font(self, size_pt: float, weight: int = REGULAR) -> QFont:
        font = QFont(["Noto Sans"])
        font.setPixelSize(round(self.pt(size_pt)))
        font.setWeight(QFont.Weight.DemiBold if weight == SEMIBOLD else QFont.Weight.Normal)
        # One variable font: FreeType needs the axis, the weight alone is not enough.
        font.setVariableAxis(QFont.Tag("wght"), float(weight))
        return font

    def pen(self) -> QPen:
        return QPen(BLACK, self.pt(LINE_PT))

    def text(self, words: str, width: float, size_pt: float = BODY_PT, weight: int = REGULAR) -> "Text":
        return Text(self, words, width, self.font(size_pt, weight))


class Text:
    """Wrapped text with its height; can be cut between lines."""

    def __init__(self, sheet: Sheet, words: str, width: float, font: QFont) -> None:
        self.words = words
        self._font = font
        metrics = QFontMetricsF(font, sheet.device)
        self.line_height = metrics.height() * 1.05
        self.ascent = metrics.ascent()
        self._layouts: list[QTextLayout] = []
        self.lines: list[QTextLine] = []
        for paragraph in words.splitlines() or [""]:
            layout = QTextLayout(paragraph, font, sheet.device)
            option = QTextOption()
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            layout.setTextOption(option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(width)
                self.lines.append(line)
            layout.endLayout()
            self._layouts.append(layout)

    @property
    def height(self) -> float:
        return self.line_height * len(self.lines)

    def natural_width(self) -> float:
        return max((line.naturalTextWidth() for line in self.lines), default=0.0)

    def paint(self, painter: QPainter, x: float, y: float, first: int = 0, last: int | None = None) -> None:
        painter.setFont(self._font)
        painter.setPen(BLACK)
        for number, line in enumerate(self.lines[first:last]):
            line.draw(painter, QPointF(x, y + number * self.line_height - line.y()))


@dataclass
class Piece:
    """Something that is not cut: its height, its painting at (x, y), and what it says.

    ``with_next`` keeps a heading with what follows, ``with_previous`` a signature with what it signs.
    """

    height: float
    paint: Callable[[QPainter, float, float], None]
    says: tuple[str, ...]
    with_next: bool = False
    with_previous: bool = False
