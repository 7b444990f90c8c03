"""Documents on A4: black on white, Noto Sans, page x of y, checksum, signatures that never stand alone.

A document is first laid out into pages of pieces, each of which knows its height and paints itself; then the pages are
painted with their foot, which needs the number of pages. ``page_texts`` tells what stands where without a PDF reader.
All lengths inside are device units of the PDF; ``_Sheet`` turns millimetres and points into them.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetricsF,
    QPageLayout,
    QPageSize,
    QPaintDevice,
    QPainter,
    QPdfWriter,
    QPen,
    QPolygonF,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from app.reports.document import (
    Block,
    Box,
    Document,
    Heading,
    Line,
    Paragraph,
    RiskLevel,
    Signature,
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


class _Sheet:
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

    def text(self, words: str, width: float, size_pt: float = BODY_PT, weight: int = REGULAR) -> "_Text":
        return _Text(self, words, width, self.font(size_pt, weight))


class _Text:
    """Wrapped text with its height; can be cut between lines."""

    def __init__(self, sheet: _Sheet, words: str, width: float, font: QFont) -> None:
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
class _Piece:
    """Something that is not cut: its height, its painting at (x, y), and what it says.

    ``with_next`` keeps a heading with what follows, ``with_previous`` a signature with what it signs.
    """

    height: float
    paint: Callable[[QPainter, float, float], None]
    says: tuple[str, ...]
    with_next: bool = False
    with_previous: bool = False


@dataclass
class _Page:
    pieces: list[_Piece] = field(default_factory=list)


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
    sheet = _Sheet(device)
    pages = _paginate(_pieces(document, sheet), sheet)
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
    sheet = _Sheet(writer)
    pages = _paginate(_pieces(document, sheet), sheet)
    return tuple(
        tuple(text for piece in page.pieces for text in piece.says)
        + _Foot(document, sheet, number, len(pages)).says()
        for number, page in enumerate(pages, start=1)
    )


def checksum_groups(checksum: str) -> str:
    """``abcdef01`` -> ``abcd ef01``."""
    return " ".join(checksum[at : at + 4] for at in range(0, len(checksum), 4))


# pages


def _paginate(pieces: Sequence[_Piece], sheet: _Sheet) -> list[_Page]:
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


def _groups(pieces: Sequence[_Piece]) -> Iterator[list[_Piece]]:
    group: list[_Piece] = []
    for piece in pieces:
        if group and not (group[-1].with_next or piece.with_previous):
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


# pieces


def _pieces(document: Document, sheet: _Sheet) -> list[_Piece]:
    pieces = [*_head(document, sheet)]
    for block in document.blocks:
        pieces.extend(_of_block(block, sheet))
    return pieces


def _of_block(block: Block, sheet: _Sheet) -> list[_Piece]:
    if isinstance(block, Heading):
        return [_heading(block, sheet)]
    if isinstance(block, Line):
        return _question(block, sheet)
    if isinstance(block, Paragraph):
        return _lines_of(
            sheet, sheet.text(block.text, sheet.width, SMALL_PT if block.small else BODY_PT), 0, after_pt=4
        )
    if isinstance(block, RiskLevel):
        return [_risk(block, sheet)]
    return [_signature(block, sheet)]


def _head(document: Document, sheet: _Sheet) -> Iterator[_Piece]:
    office = sheet.text(document.office, sheet.width * 0.62, SMALL_PT)
    reference = sheet.text(document.reference, sheet.width * 0.36, SMALL_PT)
    title = sheet.text(document.title, sheet.width, TITLE_PT, SEMIBOLD)
    mark = sheet.text(document.mark, sheet.width, BODY_PT, SEMIBOLD) if document.mark else None
    working = sheet.text(document.working_line, sheet.width, SMALL_PT)
    top = max(office.height, reference.height) + sheet.pt(10)
    height = top + (mark.height if mark else 0) + title.height + working.height + sheet.pt(8)

    def paint(painter: QPainter, x: float, y: float) -> None:
        office.paint(painter, x, y)
        reference.paint(painter, x + sheet.width - reference.natural_width(), y)
        painter.setPen(sheet.pen())
        rule = y + top - sheet.pt(6)
        painter.drawLine(QPointF(x, rule), QPointF(x + sheet.width, rule))
        below = y + top
        if mark is not None:
            mark.paint(painter, x, below)
            below += mark.height
        title.paint(painter, x, below)
        working.paint(painter, x, below + title.height)

    marks = (document.mark,) if document.mark else ()
    says = (document.office, document.reference, *marks, document.title, document.working_line)
    yield _Piece(height, paint, says, with_next=True)
    yield _facts(document, sheet)


def _facts(document: Document, sheet: _Sheet) -> _Piece:
    label_width, gap = sheet.mm(38), sheet.pt(3)
    rows = [
        (
            sheet.text(fact.label, label_width, SMALL_PT),
            sheet.text(
                fact.text, sheet.width - label_width - sheet.mm(5), BODY_PT, SEMIBOLD if first else REGULAR
            ),
        )
        for first, fact in zip([True] + [False] * len(document.facts), document.facts, strict=False)
    ]
    height = sum(value.height + gap for _, value in rows)

    def paint(painter: QPainter, x: float, y: float) -> None:
        painter.fillRect(QRectF(x, y, sheet.mm(0.8), height - gap), BLACK)
        for label, value in rows:
            label.paint(painter, x + sheet.mm(3), y + value.ascent - label.ascent)
            value.paint(painter, x + sheet.mm(5) + label_width, y)
            y += value.height + gap

    says = tuple(f"{fact.label}: {fact.text}" for fact in document.facts)
    return _Piece(height + sheet.pt(6), paint, says)


def _heading(block: Heading, sheet: _Sheet) -> _Piece:
    text = sheet.text(block.text, sheet.width - sheet.mm(4), BODY_PT if block.minor else HEADING_PT, SEMIBOLD)
    before, pad = sheet.pt(5 if block.minor else 8), sheet.pt(0 if block.minor else 2)

    def paint(painter: QPainter, x: float, y: float) -> None:
        top = y + before
        if not block.minor:
            painter.fillRect(QRectF(x, top, sheet.width, text.height + 2 * pad), GREY)
        text.paint(painter, x + (0 if block.minor else sheet.mm(2)), top + pad)

    return _Piece(before + text.height + 2 * pad + sheet.pt(3), paint, (block.text,), with_next=True)


def _question(block: Line, sheet: _Sheet) -> list[_Piece]:
    """Number and question at the left; the answer at the right, or below when it needs the room."""
    number_width = sheet.mm(NUMBER_MM)
    left = sheet.mm(ANSWER_MM)
    number = sheet.text(block.number, number_width)
    question = sheet.text(block.question, left - number_width - sheet.mm(3))
    answer_x, answer_width = left, sheet.width - left
    if block.boxes:
        return [_boxes(block, sheet, number, question, answer_x, answer_width)]
    says = block.text or block.note or ("____" if block.blank else "—")
    answer = sheet.text(block.note or block.text or "—", answer_width, BODY_PT if block.text else SMALL_PT)
    pad = sheet.pt(ROW_PAD_PT)
    first_height = max(question.height, answer.height if len(answer.lines) < 8 else answer.line_height * 6)
    shown = len(answer.lines) if first_height >= answer.height else 6

    def paint(painter: QPainter, x: float, y: float) -> None:
        number.paint(painter, x, y + pad)
        question.paint(painter, x + number_width, y + pad)
        answer.paint(painter, x + answer_x, y + pad + max(0.0, question.ascent - answer.ascent), 0, shown)
        if block.blank:
            base = y + pad + question.ascent + sheet.pt(3)
            painter.setPen(sheet.pen())
            painter.drawLine(QPointF(x + answer_x + sheet.mm(6), base), QPointF(x + sheet.width, base))
        if shown == len(answer.lines):
            _rule(painter, sheet, x, y + first_height + 2 * pad)

    head = _Piece(first_height + 2 * pad, paint, (f"{block.number} {block.question}: {says}",))
    return [head, *_lines_of(sheet, answer, answer_x, first=shown, after_pt=3, ruled=True)]


def _lines_of(
    sheet: _Sheet, text: _Text, x_offset: float, *, first: int = 0, after_pt: float, ruled: bool = False
) -> list[_Piece]:
    """A long text as pieces of one line each, so that it may run over pages; never one line alone at its end."""
    pieces = []
    last = len(text.lines) - 1
    for number in range(first, len(text.lines)):
        after = sheet.pt(after_pt) if number == last else 0.0

        def paint(painter: QPainter, x: float, y: float, number: int = number, after: float = after) -> None:
            text.paint(painter, x + x_offset, y, number, number + 1)
            if ruled and after:
                _rule(painter, sheet, x, y + text.line_height + after)

        says = (text.words,) if number == 0 else ()
        pieces.append(
            _Piece(text.line_height + after, paint, says, with_previous=number == last and number > first)
        )
    return pieces


def _rule(painter: QPainter, sheet: _Sheet, x: float, y: float) -> None:
    painter.setPen(QPen(GREY, sheet.pt(LINE_PT)))
    painter.drawLine(QPointF(x, y), QPointF(x + sheet.width, y))


def _boxes(
    block: Line, sheet: _Sheet, number: _Text, question: _Text, answer_x: float, answer_width: float
) -> _Piece:
    """All options with their box, flowing over as many rows as they need."""
    size, gap, row_gap = sheet.pt(8), sheet.mm(1.6), sheet.pt(2)
    placed: list[tuple[Box, _Text, float, int]] = []
    x, row = 0.0, 0
    for box in block.boxes:
        weight = SEMIBOLD if box.ticked else REGULAR
        label = sheet.text(box.label, answer_width - size - gap, BODY_PT, weight)
        width = size + gap + label.natural_width()
        if x and x + width > answer_width:
            x, row = 0.0, row + 1
        placed.append((box, label, x, row))
        x += width + sheet.mm(5)
    line = placed[0][1].line_height + row_gap
    extra = max((label.height - label.line_height for _, label, _, _ in placed), default=0.0)
    pad = sheet.pt(ROW_PAD_PT)
    height = max(question.height, line * (row + 1) - row_gap + extra)

    def paint(painter: QPainter, x: float, y: float) -> None:
        number.paint(painter, x, y + pad)
        question.paint(painter, x + sheet.mm(NUMBER_MM), y + pad)
        for box, label, offset, in_row in placed:
            top = y + pad + in_row * line
            square = QRectF(x + answer_x + offset, top + label.ascent - size + sheet.pt(0.5), size, size)
            _box(painter, sheet, square, box)
            label.paint(painter, square.right() + gap, top)
        _rule(painter, sheet, x, y + height + 2 * pad)

    chosen = " · ".join(("[x] " if box.ticked else "[ ] ") + box.label for box in block.boxes)
    return _Piece(height + 2 * pad, paint, (f"{block.number} {block.question}: {chosen}",))


def _box(painter: QPainter, sheet: _Sheet, square: QRectF, box: Box) -> None:
    painter.setPen(QPen(BLACK, sheet.pt(0.8)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(square)
    if box.ticked:
        inset = square.width() * 0.2
        inner = square.adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(BLACK, sheet.pt(1.2)))
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.topRight(), inner.bottomLeft())
    if box.danger:
        rim = sheet.pt(2.5)
        painter.setPen(QPen(BLACK, sheet.pt(1.2)))
        painter.drawRect(square.adjusted(-rim, -rim, rim, rim))


def _risk(block: RiskLevel, sheet: _Sheet) -> _Piece:
    label = sheet.text(block.label, sheet.mm(60), BODY_PT)
    word = sheet.text(block.word, sheet.mm(60), HEADING_PT, SEMIBOLD)
    remark = sheet.text(block.remark, sheet.width - sheet.mm(ANSWER_MM), SMALL_PT)
    before, pad = sheet.pt(10), sheet.pt(4)
    height = before + word.height + remark.height + 2 * pad

    def paint(painter: QPainter, x: float, y: float) -> None:
        top = y + before
        label.paint(painter, x, top + pad + word.ascent - label.ascent)
        side = word.ascent * 0.8
        shape = QRectF(x + sheet.mm(ANSWER_MM), top + pad + word.ascent - side, side, side)
        _shape(painter, sheet, shape, block.level)
        word.paint(painter, shape.right() + side * 1.1 + sheet.mm(2), top + pad)
        remark.paint(painter, x + sheet.mm(ANSWER_MM), top + word.height + 2 * pad + sheet.pt(1))
        if block.level == "urgent":
            painter.setPen(QPen(BLACK, sheet.pt(1)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            right = shape.right() + side * 1.1 + sheet.mm(4) + word.natural_width()
            painter.drawRect(
                QRectF(shape.x() - sheet.mm(2), top, right - shape.x() + sheet.mm(2), word.height + 2 * pad)
            )

    return _Piece(height + sheet.pt(4), paint, (f"{block.label}: {block.word}", block.remark))


def _shape(painter: QPainter, sheet: _Sheet, square: QRectF, level: str) -> None:
    """Circle, dash, one or two triangles, square: told apart without colour."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(BLACK))
    if level == "none":
        painter.setPen(QPen(BLACK, sheet.pt(1)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(square)
    elif level == "low":
        painter.drawRect(
            QRectF(square.x(), square.center().y() - sheet.pt(0.8), square.width(), sheet.pt(1.6))
        )
    elif level in ("medium", "high"):
        for number in range(1 if level == "medium" else 2):
            here = square.translated(number * square.width() * 1.05, 0)
            top = QPointF(here.center().x(), here.top())
            painter.drawPolygon(QPolygonF([top, here.bottomRight(), here.bottomLeft()]))
    else:
        painter.drawRect(square)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _signature(block: Signature, sheet: _Sheet) -> _Piece:
    """Name, role and date at the left, the line for the hand at the right, what each is for below."""
    line = sheet.mm(SIGNATURE_MM)
    left = sheet.width - line - sheet.mm(10)
    label = sheet.text(block.label, sheet.width, BODY_PT, SEMIBOLD)
    who = sheet.text(" · ".join(part for part in (block.name, block.role, block.on) if part), left)
    captions = [sheet.text(block.caption, left, SMALL_PT), sheet.text(block.hand, line, SMALL_PT)]
    before, room, gap = sheet.pt(12), sheet.mm(12), sheet.pt(2)
    height = before + label.height + max(room, who.height + gap) + gap + max(text.height for text in captions)

    def paint(painter: QPainter, x: float, y: float) -> None:
        label.paint(painter, x, y + before)
        base = y + before + label.height + max(room, who.height + gap)
        who.paint(painter, x, base - who.height - gap)
        for caption, start, width in zip(captions, (x, x + sheet.width - line), (left, line), strict=True):
            painter.setPen(sheet.pen())
            painter.drawLine(QPointF(start, base), QPointF(start + width, base))
            caption.paint(painter, start, base + gap)

    says = (block.label, who.words, block.caption, block.hand)
    return _Piece(height + sheet.pt(4), paint, says, with_previous=True)


class _Foot:
    """Document, family number, page x of y; checksum in groups of four; never a name."""

    def __init__(self, document: Document, sheet: _Sheet, number: int, of: int) -> None:
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
