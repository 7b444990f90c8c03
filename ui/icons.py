"""The line icons of ``resources/icons/icons.json``: 20 x 20 outlines, coloured by a token, sharp at any scale.

An icon is drawn once per (name, token, size, device ratio) and kept until the theme changes.
"""

import json
from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from resources import resource_text
from ui import theme

_GRID = 20
_RATIOS = (1.0, 1.5, 2.0)


@lru_cache(maxsize=1)
def _outlines() -> dict[str, str]:
    outlines: dict[str, str] = json.loads(resource_text("icons/icons.json"))
    return outlines


def names() -> frozenset[str]:
    """All icons there are."""
    return frozenset(_outlines())


@lru_cache(maxsize=1024)
def pixmap(
    name: str, ink: str = "text_2", size: int = 20, ratio: float = 1.0, stroke: float = 1.5
) -> QPixmap:
    """The icon ``size`` logical px wide for a screen of this device ratio; KeyError for an unknown name."""
    svg = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {_GRID} {_GRID}' fill='none' "
        f"stroke='{theme.colour(ink).name()}' stroke-width='{stroke}' stroke-linecap='round' stroke-linejoin='round'>"
        f"{_outlines()[name]}</svg>"
    )
    side = round(size * ratio)
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def paint(
    painter: QPainter,
    x: float,
    y: float,
    name: str,
    ink: str = "text_2",
    size: int = 20,
    stroke: float = 1.5,
) -> None:
    """Draw an icon with its top left corner at (x, y) of the painter's widget."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(
        QPointF(round(x * ratio) / ratio, round(y * ratio) / ratio), pixmap(name, ink, size, ratio, stroke)
    )


def icon(name: str, ink: str = "text_2", size: int = 20) -> QIcon:
    """The same as a QIcon, for menus and line edits, in the usual device ratios."""
    made = QIcon()
    for ratio in _RATIOS:
        made.addPixmap(pixmap(name, ink, size, ratio))
    return made


def forget_all() -> None:
    """Drop every drawn icon: the theme changed."""
    pixmap.cache_clear()
