"""Drawing shared by painted widgets and delegates: boxes, chips, risk shapes, initials.

Edges are filled shapes, not stroked pens: a 1 px pen can vanish at 125 % on Windows.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from ui import icons, theme

LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
CENTRE = int(Qt.AlignmentFlag.AlignCenter)
LEVELS = ("none", "low", "medium", "high", "urgent")


def box(
    painter: QPainter,
    rect: QRectF,
    fill: str | None,
    line: str | None = None,
    radius: float = 4,
    width: float = 1,
) -> None:
    """A rounded box: ``line`` is the token of its edge, ``fill`` of its inside; None leaves that out."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    inner = rect
    if line is not None:
        inner = rect.adjusted(width, width, -width, -width)
        edge = QPainterPath()
        edge.addRoundedRect(rect, radius, radius)
        hole = QPainterPath()
        hole.addRoundedRect(inner, max(0.0, radius - width), max(0.0, radius - width))
        painter.fillPath(edge.subtracted(hole), theme.colour(line))
    if fill is not None:
        inside = radius - width if line is not None else radius
        painter.setBrush(theme.colour(fill))
        painter.drawRoundedRect(inner, max(0.0, inside), max(0.0, inside))
    painter.restore()


def line(painter: QPainter, x: float, y: float, length: float, ink: str = "line") -> None:
    """A horizontal line, 1 px high, as a filled box."""
    painter.fillRect(QRectF(x, y, length, 1), theme.colour(ink))


def words(painter: QPainter, rect: QRectF, text: str, style: str, token: str, align: int = LEFT) -> float:
    """One line of text, cut with "…" where the box ends; returns the width it took."""
    font = theme.font(style)
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 0.5)
    painter.setFont(font)
    painter.setPen(theme.colour(token))
    painter.drawText(rect, align, shown)
    return metrics.horizontalAdvance(shown)


def width_of(text: str, style: str) -> float:
    """How wide a text is in a type style, in logical px."""
    return QFontMetricsF(theme.font(style)).horizontalAdvance(text)


@dataclass(frozen=True)
class ChipLook:
    """A chip: words, perhaps an icon, and a tone: quiet, blue, amber, red or green."""

    text: str
    icon: str | None = None
    tone: str = "quiet"


_CHIP_TONES: dict[str, tuple[str | None, str, str, str]] = {
    # tone: fill, edge, text, weight
    "quiet": (None, "line_mid", "text_2", "small"),
    "blue": ("accent_tint", "accent_line", "accent", "small"),
    "amber": ("medium_tint", "medium", "medium", "small_strong"),
    "red": ("urgent_tint", "urgent", "urgent", "small_strong"),
    "green": ("low_tint", "low", "low", "small"),
}
CHIP_TONES = tuple(_CHIP_TONES)


def chip_height() -> int:
    return theme.scaled(24)


def chip_width(look: ChipLook) -> float:
    style = _CHIP_TONES[look.tone][3]
    return width_of(look.text, style) + (42 if look.icon else 22)


def chip(painter: QPainter, x: float, middle: float, look: ChipLook, room: float = 10_000) -> float:
    """Draw a chip with its left edge at x, centred on ``middle``; at most ``room`` wide. Returns its width."""
    fill, edge, token, style = _CHIP_TONES[look.tone]
    height = chip_height()
    width = min(chip_width(look), room)
    rect = QRectF(x, middle - height / 2, width, height)
    box(painter, rect, fill, edge, radius=height / 2)
    left = 10.0
    if look.icon:
        icons.paint(painter, x + left, middle - 8, look.icon, token, 16)
        left += 20
    words(painter, rect.adjusted(left, 0, -10, 0), look.text, style, token)
    return width


_BADGE_LOOK: dict[str, tuple[str | None, str | None, str]] = {
    # level: fill, edge, text
    "none": (None, "line_mid", "none"),
    "low": ("low_tint", None, "low"),
    "medium": ("medium_tint", None, "medium"),
    "high": ("high_tint", "high", "high"),
    "urgent": ("urgent", None, "surface"),
}


def badge_width(word: str) -> float:
    return width_of(word, "small_strong") + 38


def badge(painter: QPainter, x: float, middle: float, level: str, word: str) -> float:
    """A risk badge: shape, word, and a fill whose weight carries the level. Returns its width."""
    fill, edge, token = _BADGE_LOOK[level]
    if theme.current().name == "high_contrast" and edge is None and level != "urgent":
        edge = token
    height = chip_height()
    rect = QRectF(x, middle - height / 2, badge_width(word), height)
    box(painter, rect, fill, edge, radius=4)
    risk_shape(painter, QRectF(x + 8, middle - 7, 14, 14), level, theme.colour(token))
    words(painter, rect.adjusted(28, 0, 0, 0), word, "small" if level == "none" else "small_strong", token)
    return rect.width()


def risk_shape(painter: QPainter, rect: QRectF, level: str, ink: QColor) -> None:
    """Circle, dash, triangle, two triangles, octagon with "!": readable without colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    x, y, side = rect.x(), rect.y(), rect.width()

    def triangle(top: float, height: float) -> None:
        painter.drawPolygon(
            QPolygonF(
                [
                    QPointF(x + side / 2, top),
                    QPointF(x + side - 1, top + height),
                    QPointF(x + 1, top + height),
                ]
            )
        )

    if level == "none":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 1.5))
        painter.drawEllipse(rect.adjusted(1.5, 1.5, -1.5, -1.5))
    elif level == "low":
        painter.drawRoundedRect(QRectF(x + 1, y + side / 2 - 1.5, side - 2, 3), 1.5, 1.5)
    elif level == "medium":
        triangle(y + 1.5, side - 3)
    elif level == "high":
        triangle(y, side / 2 - 0.5)
        triangle(y + side / 2 + 0.5, side / 2 - 0.5)
    else:
        cut = side * 0.29
        corners = [
            (cut, 0),
            (side - cut, 0),
            (side, cut),
            (side, side - cut),
            (side - cut, side),
            (cut, side),
            (0, side - cut),
            (0, cut),
        ]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 1.5))
        painter.drawPolygon(QPolygonF([QPointF(x + a, y + b) for a, b in corners]))
        painter.drawLine(QPointF(x + side / 2, y + 3.5), QPointF(x + side / 2, y + 8))
        painter.drawPoint(QPointF(x + side / 2, y + 10.5))
    painter.restore()


def tick(painter: QPainter, rect: QRectF, ink: QColor, width: float = 2) -> None:
    """The check mark of a box, painted, because fonts differ."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(
        QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    x, y, side = rect.x(), rect.y(), rect.width()
    painter.drawPolyline(
        QPolygonF(
            [
                QPointF(x + side * 0.22, y + side * 0.52),
                QPointF(x + side * 0.43, y + side * 0.72),
                QPointF(x + side * 0.78, y + side * 0.3),
            ]
        )
    )
    painter.restore()


def initials_of(name: str) -> str:
    """``Elena Marcu`` -> ``EM``; one word gives its first letter."""
    parts = [part for part in name.replace(".", " ").split() if part]
    return "".join(part[0] for part in (parts[0], parts[-1])[: len(parts)]).upper() if parts else "?"


def initials(
    painter: QPainter, rect: QRectF, name: str, *, filled: bool = True, style: str = "small_strong"
) -> None:
    """A round mark with the initials of a name."""
    box(
        painter,
        rect,
        "accent" if filled else "surface",
        None if filled else "line_mid",
        radius=rect.width() / 2,
    )
    words(painter, rect, initials_of(name), style, "on_accent" if filled else "text_2", CENTRE)


def key_cap_width(keys: str) -> float:
    return max(18.0, width_of(keys, "caption") + 12)


def key_cap(
    painter: QPainter,
    right: float,
    middle: float,
    keys: str,
    ink: str = "text_2",
    fill: str | None = "sunken",
    edge: str = "line_mid",
) -> float:
    """A key cap whose right edge is at ``right``; returns its width."""
    width = key_cap_width(keys)
    height = theme.scaled(18)
    rect = QRectF(right - width, middle - height / 2, width, height)
    box(painter, rect, fill, edge, radius=3)
    words(painter, rect, keys, "caption", ink, CENTRE)
    return width


def highlighted(painter: QPainter, rect: QRectF, parts: Sequence[tuple[str, str, str]]) -> None:
    """Several (text, style, token) one after the other in one line, the last one cut where the box ends."""
    x = rect.x()
    for text, style, token in parts:
        room = rect.right() - x
        if room <= 8:
            return
        x += words(painter, QRectF(x, rect.y(), room, rect.height()), text, style, token)
