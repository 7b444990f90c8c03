"""What a camera knows beside the picture does not survive; what is no picture, or too much of one, is refused in a sentence."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from app.errors import AttachmentTooLarge, AttachmentUnreadable
from app.services.attachments import JPEG, MOST_SCAN_BYTES, PDF
from ui.pictures import LONGEST_SIDE, MOST_FILE_BYTES, THUMBNAIL_SIDE, pasted, prepared, read_file

WHERE = b"46.5670N 27.0890E Colonesti"


def _picture(width: int, height: int, kind: str, *, text: str = "") -> bytes:
    """The left half is red, the right half is blue."""
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(QColor("blue"))
    for x in range(width // 2):
        for y in range(height):
            picture.setPixelColor(x, y, QColor("red"))
    if text:
        picture.setText("Comment", text)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert picture.save(buffer, kind)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _from_a_telephone(jpeg: bytes, orientation: int = 1) -> bytes:
    """The same with where it was taken, as a telephone writes it: an Exif segment, and a comment."""
    place = WHERE + b"\0"
    entries = (
        struct.pack("<HHI2H", 0x0112, 3, 1, orientation, 0),
        struct.pack("<HHII", 0x010E, 2, len(place), 8 + 2 + 24 + 4),
    )
    tiff = b"II*\0" + struct.pack("<IH", 8, 2) + b"".join(entries) + bytes(4) + place
    exif = b"Exif\0\0" + tiff
    segments = b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif
    segments += b"\xff\xfe" + struct.pack(">H", len(WHERE) + 2) + WHERE
    return jpeg[:2] + segments + jpeg[2:]


def _seen(body: bytes | None) -> QImage:
    picture = QImage.fromData(body or b"")
    assert not picture.isNull()
    return picture


@pytest.mark.parametrize(
    "body",
    [
        _from_a_telephone(_picture(400, 300, "JPEG")),
        _picture(400, 300, "PNG", text=WHERE.decode()),
    ],
    ids=["telephone", "png"],
)
def test_nothing_but_the_picture_survives(body: bytes) -> None:
    assert WHERE in body, "or this could not fail"
    content = prepared(body)
    assert (content.media, content.width, content.height) == (JPEG, 400, 300)
    assert content.thumbnail is not None
    for made in (content.body, content.thumbnail):
        assert b"Exif" not in made
        assert not any(WHERE[start : start + 6] in made for start in range(len(WHERE) - 6))
        assert _seen(made).text() == ""
    assert max(_seen(content.thumbnail).width(), _seen(content.thumbnail).height()) == THUMBNAIL_SIDE


def test_it_stands_upright_before_it_forgets_how_it_was_held() -> None:
    picture = _seen(prepared(_from_a_telephone(_picture(400, 300, "JPEG"), orientation=6)).body)
    assert (picture.width(), picture.height()) == (300, 400)
    assert picture.pixelColor(150, 20).red() > 200, "what was left is on top"
    assert picture.pixelColor(150, 380).blue() > 200


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_it_is_made_smaller_and_never_larger(kind: str) -> None:
    large = prepared(_picture(3600, 40, kind))
    assert (large.width, large.height) == (LONGEST_SIDE, 17)
    small = prepared(_picture(60, 40, kind))
    assert (small.width, small.height) == (60, 40)


def test_what_is_transparent_is_paper() -> None:
    picture = QImage(20, 20, QImage.Format.Format_ARGB32)
    picture.fill(QColor(0, 0, 0, 0))
    assert _seen(prepared(pasted(picture)).body).pixelColor(5, 5).lightness() > 250


def _huge_png(side: int) -> bytes:
    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = chunk(b"IHDR", struct.pack(">2I5B", side, side, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


def test_a_scan_is_kept_as_it_is_up_to_a_size() -> None:
    scan = b"%PDF-1.7 " + bytes(1000)
    assert (prepared(scan).media, prepared(scan).body) == (PDF, scan)
    with pytest.raises(AttachmentTooLarge) as told:
        prepared(b"%PDF-1.7 " + bytes(MOST_SCAN_BYTES))
    assert told.value.facts["limit_bytes"] == MOST_SCAN_BYTES


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"", "kind"),
        (b"PK\x03\x04 a workbook", "kind"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>", "kind"),
        (b"GIF89a" + bytes(40), "kind"),
        (_picture(40, 30, "PNG")[:60], "damaged"),
        (_huge_png(30_000), "megapixels"),
        (_huge_png(7_000), "damaged"),
    ],
)
@pytest.mark.qt_log_ignore("libpng|qt.gui.imageio|QImageIOHandler")
def test_what_is_no_picture_is_refused(body: bytes, problem: str) -> None:
    with pytest.raises((AttachmentUnreadable, AttachmentTooLarge)) as told:
        prepared(body)
    assert problem in (told.value.facts.get("why"), *told.value.facts)


def test_a_file_is_looked_at_before_it_is_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.jpg"
    with huge.open("wb") as out:
        out.truncate(MOST_FILE_BYTES + 1)
    with pytest.raises(AttachmentTooLarge):
        read_file(huge)
    with pytest.raises(AttachmentUnreadable):
        read_file(tmp_path / "not there.jpg")
