"""The hill drawing behind unlock and set-up: three planes, tone on tone, and one lit window."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from ui import theme

# Each ridge: points as (share of the width, height above the bottom in px), and how deep its tone is.
_FAR = (
    (0, 150),
    (0.088, 204),
    (0.154, 172),
    (0.241, 247),
    (0.34, 200),
    (0.505, 162),
    (0.6, 205),
    (0.683, 168),
    (0.775, 240),
    (0.871, 178),
    (0.944, 212),
    (1, 180),
)
_NEAR = (
    (0, 94),
    (0.066, 128),
    (0.146, 100),
    (0.241, 150),
    (0.344, 94),
    (0.44, 136),
    (0.541, 92),
    (0.659, 142),
    (0.76, 96),
    (0.856, 140),
    (0.93, 102),
    (1, 122),
)
_TREES = ((0.183, 38, 30), (0.198, 34, 24), (0.607, 48, 32))


class Hills(QWidget):
    """Fills itself with the canvas and the hills at its foot; children lie on top."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(self.rect(), theme.colour("canvas"))
        if theme.current().name == "high_contrast":
            return
        width, height = self.width(), self.height()
        # Small windows get lower hills, so that words and drawing keep apart.
        lift = min(1.0, height / 696)
        ground = _mix("canvas", "line_mid", 0.55)
        for ridge, tone in (
            (_FAR, _mix("canvas", "line_mid", 0.17)),
            (_NEAR, _mix("canvas", "line_mid", 0.34)),
        ):
            painter.setBrush(tone)
            points = [QPointF(x * width, height - y * lift) for x, y in ridge]
            painter.drawPolygon(QPolygonF([QPointF(0, height), *points, QPointF(width, height)]))
        painter.setBrush(ground)
        painter.drawPath(_meadow(width, height, lift))
        _trees_and_house(painter, width, height, lift)


def _meadow(width: float, height: float, lift: float) -> QPainterPath:
    path = QPainterPath(QPointF(0, height - 44 * lift))
    path.cubicTo(
        QPointF(width * 0.15, height - 74 * lift),
        QPointF(width * 0.3, height - 52 * lift),
        QPointF(width * 0.46, height - 56 * lift),
    )
    path.cubicTo(
        QPointF(width * 0.62, height - 72 * lift),
        QPointF(width * 0.75, height - 40 * lift),
        QPointF(width, height - 76 * lift),
    )
    path.lineTo(width, height)
    path.lineTo(0, height)
    return path


def _trees_and_house(painter: QPainter, width: float, height: float, lift: float) -> None:
    painter.setBrush(_mix("canvas", "line_mid", 0.95))
    for x, foot, tall in _TREES:
        left, base = x * width, height - foot * lift
        painter.drawPolygon(
            QPolygonF([QPointF(left - 10, base), QPointF(left, base - tall * lift), QPointF(left + 10, base)])
        )
    x, base = width * 0.773, height - 54 * lift
    painter.setBrush(_mix("canvas", "line_mid", 0.9))
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(x - 22, base),
                QPointF(x - 22, base - 26 * lift),
                QPointF(x, base - 44 * lift),
                QPointF(x + 22, base - 26 * lift),
                QPointF(x + 22, base),
            ]
        )
    )
    roof = QPainterPath(QPointF(x - 28, base - 24 * lift))
    for point in (
        (x, base - 49 * lift),
        (x + 28, base - 24 * lift),
        (x + 28, base - 21 * lift),
        (x, base - 45 * lift),
        (x - 28, base - 21 * lift),
    ):
        roof.lineTo(QPointF(*point))
    painter.fillPath(roof, _mix("line_mid", "line_strong", 0.35))
    for dx in (-6.0, 1.0):
        for dy in (20.0, 13.0):
            painter.fillRect(QRectF(x + dx, base - dy * lift, 5, 5 * lift), theme.colour("ember"))


def _mix(first: str, second: str, share: float) -> QColor:
    a, b = theme.colour(first), theme.colour(second)
    blend = [
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
    ]
    return QColor.fromRgbF(*blend)
