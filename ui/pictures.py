"""Pictures on their way in and out: turned upright, made smaller, and rid of everything that is no picture.

What a camera writes beside the picture - where, when, with what - does not survive: the pixels are drawn onto a new sheet, and only
that is written. Whoever made the file may have made it to break the program that opens it: only kinds that photographs and
scans come in are read, no larger than a telephone makes them, and reading takes no more memory than it may.
"""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QImageWriter, QPainter

from app.errors import AttachmentTooLarge, AttachmentUnreadable
from app.services.attachments import JPEG, Content, scan

LONGEST_SIDE = 1600
THUMBNAIL_SIDE = 240
MOST_FILE_BYTES = 40 * 1024 * 1024
MOST_MEGAPIXELS = 60
MOST_MEMORY_MB = 256
"""For one picture while it is read: sixty megapixels as a telephone stores them."""
KINDS = (b"jpeg", b"png")
ENDINGS = ("*.jpg", "*.jpeg", "*.png", "*.pdf")
_QUALITY, _THUMBNAIL_QUALITY = 80, 60


def read_file(path: Path) -> bytes:
    """The bytes of a file to attach. AttachmentUnreadable when it cannot be read, AttachmentTooLarge before it is."""
    try:
        size = path.stat().st_size
        if size > MOST_FILE_BYTES:
            raise AttachmentTooLarge(size_bytes=size, limit_bytes=MOST_FILE_BYTES)
        return path.read_bytes()
    except OSError as problem:
        raise AttachmentUnreadable(why="damaged") from problem


def prepared(body: bytes) -> Content:
    """A picture or a PDF as it can be attached; any thread. AttachmentUnreadable, AttachmentTooLarge."""
    if body.startswith(b"%PDF"):
        return scan(body)
    picture = _read(body)
    small = _drawn(picture, LONGEST_SIDE)
    thumbnail = _drawn(small, THUMBNAIL_SIDE)
    return Content(
        JPEG, _jpeg(small, _QUALITY), _jpeg(thumbnail, _THUMBNAIL_QUALITY), small.width(), small.height()
    )


def pasted(picture: QImage) -> bytes:
    """A picture from the clipboard, as the bytes of a file."""
    return _written(picture, b"png", -1)


def _read(body: bytes) -> QImage:
    QImageReader.setAllocationLimit(MOST_MEMORY_MB)
    buffer = QBuffer()
    buffer.setData(QByteArray(body))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    if reader.format().data() not in KINDS:
        raise AttachmentUnreadable(why="kind")
    size = reader.size()
    megapixels = size.width() * size.height() // 1_000_000
    if megapixels > MOST_MEGAPIXELS:
        raise AttachmentTooLarge(megapixels=megapixels, limit_megapixels=MOST_MEGAPIXELS)
    if reader.format().data() == b"jpeg" and max(size.width(), size.height()) > 2 * LONGEST_SIDE:
        # A JPEG can be read smaller than it is; twice the size keeps its edges sharp.
        reader.setScaledSize(_within(size, 2 * LONGEST_SIDE))
    picture = reader.read()
    if picture.isNull():
        raise AttachmentUnreadable(why="damaged")
    return picture


def _within(size: QSize, side: int) -> QSize:
    if max(size.width(), size.height()) <= side:
        return size
    return size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))


def _drawn(picture: QImage, side: int) -> QImage:
    """The picture on a new white sheet, at most ``side`` pixels long: nothing else of it comes along."""
    if picture.colorSpace().isValid():
        picture = picture.convertedToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    size = _within(picture.size(), side)
    smaller = picture.scaled(
        size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    sheet = QImage(size, QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.white)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, smaller)
    painter.end()
    return sheet


def _jpeg(picture: QImage, quality: int) -> bytes:
    return _written(picture, b"jpeg", quality)


def _written(picture: QImage, kind: bytes, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind))
    writer.setQuality(quality)
    if not writer.write(picture):
        raise AttachmentUnreadable(why="damaged")
    return bytes(buffer.data().data())
