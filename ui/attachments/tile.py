"""One picture or scan as a tile: the thumbnail, what it is, and where its content is. Enter or a click opens it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.services.attachments import PDF, Shown
from ui import icons, theme
from ui.attachments import words
from ui.widgets import paint

_WIDTH, _PICTURE_HEIGHT, _EDGE = 172, 118, 8
_LINE = 24


class Tile(QPushButton):
    """A tile of fixed width; its accessible name says everything that is drawn."""

    def __init__(self, one: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.one = one
        self._picture = QPixmap.fromImage(QImage.fromData(one.thumbnail)) if one.thumbnail else QPixmap()
        self.setAccessibleName(words.sentence(one))
        self.setToolTip(words.what(one))
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        lines = 2 * theme.scaled(_LINE) + paint.chip_height()
        chip = round(paint.chip_width(words.place_chip(self.one.place))) + 2 * _EDGE + 4
        return QSize(max(_WIDTH, chip), _PICTURE_HEIGHT + lines + 3 * _EDGE)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        over = self.underMouse() or self.isDown()
        paint.box(painter, QRectF(self.rect()), "hover" if over else "surface", "line_mid", theme.RADIUS)
        room = QRectF(_EDGE, _EDGE, self.width() - 2 * _EDGE, _PICTURE_HEIGHT)
        self._paint_picture(painter, room)
        line = theme.scaled(_LINE)
        text = QRectF(room.left(), room.bottom() + _EDGE / 2, room.width(), line)
        paint.words(painter, text, words.what(self.one), "small_strong", "text")
        paint.words(painter, text.translated(0, line - 4), words.added(self.one), "small", "text_2")
        middle = self.height() - _EDGE - paint.chip_height() / 2
        paint.chip(painter, room.left(), middle, words.place_chip(self.one.place), room.width())

    def _paint_picture(self, painter: QPainter, room: QRectF) -> None:
        paint.box(painter, room, "sunken", None, 2)
        if self._picture.isNull():
            icon = "doc" if self.one.media == PDF else "eye"
            centre = room.center()
            icons.paint(painter, centre.x() - 16, centre.y() - 16, icon, "text_2", 32)
            return
        size = self._picture.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRectF(0, 0, size.width(), size.height())
        target.moveCenter(room.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(target, self._picture, QRectF(self._picture.rect()))
