"""Documents on A4: black on white, Noto Sans, page x of y, checksum, signatures that never stand alone.

A document is first laid out into pages of pieces, each of which knows its height and paints itself; then the pages are
painted with their foot, which needs the number of pages. ``page_texts`` tells what stands where without a PDF reader.
All lengths inside are device units of the PDF; ``Sheet`` turns millimetres and points into them.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF
from PySide6.QtGui import (
    QPageLayout,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPdfWriter,
)

from app.reports.document import (
    Document,
)
from ui.print_pieces import pieces
from ui.print_sheet import (
    BOTTOM_MM,
    FOOT_MM,
    LEFT_MM,
    PAGE_MM,
    RESOLUTION_DPI,
    SMALL_PT,
    TOP_MM,
    Piece,
    Sheet,
)


@dataclass
class _Page:
    pieces: list[Piece] = field(default_factory=list)


def write_pdf(document: Document, target: Path) -> int:
    """Write the document as PDF; returns the number of pages. Needs a QGuiApplication and the registered Noto Sans.

    The file is written whole at the end, so that a full disk leaves no half document; raises OSError.
    """
    paper = QBuffer()
    paper.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(paper)
    writer.setTitle(document.foot[0])
    writer.setCreator("Vatra")
    painter = QPainter(writer)
    pages = print_on(document, painter, writer, writer.newPage)
    painter.end()
    target.write_bytes(bytes(paper.data().data()))
    return pages


def _writer(paper: QIODevice) -> QPdfWriter:
    writer = QPdfWriter(paper)
    writer.setResolution(RESOLUTION_DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    return writer


def print_on(
    document: Document, painter: QPainter, device: QPaintDevice, new_page: Callable[[], object]
) -> int:
    """Paint all pages on a device of 600 dots per inch whose origin is the paper's corner; returns how many."""
    sheet = Sheet(device)
    pages = _paginate(pieces(document, sheet), sheet)
    for number, page in enumerate(pages, start=1):
        if number > 1:
            new_page()
        y = sheet.mm(TOP_MM)
        for piece in page.pieces:
            piece.paint(painter, sheet.mm(LEFT_MM), y)
            y += piece.height
        _Foot(document, sheet, number, len(pages)).paint(painter)
    return len(pages)


def page_texts(document: Document) -> tuple[tuple[str, ...], ...]:
    """What each page says, line by line: for tests and for reading a document aloud. Needs a QGuiApplication."""
    paper = QBuffer()
    paper.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = _writer(paper)
    sheet = Sheet(writer)
    pages = _paginate(pieces(document, sheet), sheet)
    return tuple(
        tuple(text for piece in page.pieces for text in piece.says)
        + _Foot(document, sheet, number, len(pages)).says()
        for number, page in enumerate(pages, start=1)
    )


def checksum_groups(checksum: str) -> str:
    """``abcdef01`` -> ``abcd ef01``."""
    return " ".join(checksum[at : at + 4] for at in range(0, len(checksum), 4))


# pages


def _paginate(pieces: Sequence[Piece], sheet: Sheet) -> list[_Page]:
    """Fill pages; a piece that must stay with its neighbour moves with it, unless together they exceed a page."""
    pages = [_Page()]
    used = 0.0
    for group in _groups(pieces):
        height = sum(piece.height for piece in group)
        if used and used + height > sheet.height:
            pages.append(_Page())
            used = 0.0
        for piece in group:
            if used and used + piece.height > sheet.height:
                pages.append(_Page())
                used = 0.0
            pages[-1].pieces.append(piece)
            used += piece.height
    return pages


def _groups(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    group: list[Piece] = []
    for piece in pieces:
        if group and not (group[-1].with_next or piece.with_previous):
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


class _Foot:
    """Document, family number, page x of y; checksum in groups of four; never a name."""

    def __init__(self, document: Document, sheet: Sheet, number: int, of: int) -> None:
        self._sheet = sheet
        self._left = " · ".join(document.foot)
        self._page = document.page_words.format(page=number, pages=of)
        self._checksum = f"{document.checksum_label}: {checksum_groups(document.checksum)}"

    def says(self) -> tuple[str, ...]:
        return (self._left, self._page, self._checksum)

    def paint(self, painter: QPainter) -> None:
        sheet = self._sheet
        x, top = sheet.mm(LEFT_MM), sheet.mm(PAGE_MM.height() - BOTTOM_MM - FOOT_MM + 4)
        painter.setPen(sheet.pen())
        painter.drawLine(QPointF(x, top), QPointF(x + sheet.width, top))
        left = sheet.text(self._left, sheet.width * 0.78, SMALL_PT)
        page = sheet.text(self._page, sheet.width * 0.22, SMALL_PT)
        left.paint(painter, x, top + sheet.pt(3))
        page.paint(painter, x + sheet.width - page.natural_width(), top + sheet.pt(3))
        sheet.text(self._checksum, sheet.width, SMALL_PT).paint(painter, x, top + sheet.pt(3) + left.height)
