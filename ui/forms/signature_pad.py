"""A box to sign in with mouse, finger or pen; the same strokes are shown where a signature is only read."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.forms.signature import BOX, MOST_POINTS, strokes_of, written_strokes
from ui import theme

translate = QCoreApplication.translate
WIDTH, HEIGHT = 320, 96
NEAREST = 3
"""Units of the box between two points: a steady hand needs no more, and the record stays small."""


class SignaturePad(QWidget):
    """``drawn(text)``: a stroke was finished; the text of all of them. Only to read it takes no mouse."""

    drawn = Signal(str)

    def __init__(self, *, read_only: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read_only = read_only
        self._strokes: list[list[tuple[int, int]]] = []
        self._hint = translate("forms", "Room for the hand: draw here")
        self.setAccessibleName(translate("forms", "Drawn signature"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if not read_only:
            self.setCursor(Qt.CursorShape.CrossCursor)

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(WIDTH), theme.scaled(HEIGHT))

    def show_strokes(self, text: str) -> None:
        """Show these, telling nobody."""
        self._strokes = [list(stroke) for stroke in strokes_of(text)]
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._read_only or event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self._strokes.append([])
        self._add(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._read_only or not self._strokes:
            event.ignore()
        else:
            self._add(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._read_only or not self._strokes:
            event.ignore()
        else:
            stroke = self._strokes[-1]
            if len(stroke) == 1:  # a dot, as over an i: a very short line
                stroke.append((stroke[0][0] + 1, stroke[0][1]))
            self.drawn.emit(written_strokes([tuple(stroke) for stroke in self._strokes]))

    def _add(self, at: QPointF) -> None:
        point = (round(at.x() / self.width() * BOX[0]), round(at.y() / self.height() * BOX[1]))
        stroke = self._strokes[-1]
        near = bool(stroke) and max(abs(point[0] - stroke[-1][0]), abs(point[1] - stroke[-1][1])) < NEAREST
        if not near and sum(map(len, self._strokes)) < MOST_POINTS:
            stroke.append(point)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawRoundedRect(whole, 4, 4)
        if not self._strokes:
            painter.setPen(theme.colour("text_2"))
            painter.drawText(whole, Qt.AlignmentFlag.AlignCenter, "" if self._read_only else self._hint)
        ink = QPen(theme.colour("text"), 2)
        ink.setCapStyle(Qt.PenCapStyle.RoundCap)
        ink.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(ink)
        scale = (self.width() / BOX[0], self.height() / BOX[1])
        for stroke in self._strokes:
            painter.drawPolyline(QPolygonF([QPointF(x * scale[0], y * scale[1]) for x, y in stroke]))
