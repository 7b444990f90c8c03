"""What stands on a printed page, as pieces: heads and facts, questions with their boxes, risk shapes, signatures.

Which piece comes on which page is decided by ``ui.printing``.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QPainter,
    QPen,
    QPolygonF,
)

from app.forms.signature import BOX
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
from ui.print_sheet import (
    ANSWER_MM,
    BLACK,
    BODY_PT,
    GREY,
    HEADING_PT,
    LINE_PT,
    NUMBER_MM,
    REGULAR,
    ROW_PAD_PT,
    SEMIBOLD,
    SIGNATURE_MM,
    SMALL_PT,
    TITLE_PT,
    Piece,
    Sheet,
    Text,
)


def pieces(document: Document, sheet: Sheet) -> list[Piece]:
    pieces = [*_head(document, sheet)]
    for block in document.blocks:
        pieces.extend(_of_block(block, sheet))
    return pieces


def _of_block(block: Block, sheet: Sheet) -> list[Piece]:
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


def _head(document: Document, sheet: Sheet) -> Iterator[Piece]:
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
    yield Piece(height, paint, says, with_next=True)
    yield _facts(document, sheet)


def _facts(document: Document, sheet: Sheet) -> Piece:
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
    return Piece(height + sheet.pt(6), paint, says)


def _heading(block: Heading, sheet: Sheet) -> Piece:
    text = sheet.text(block.text, sheet.width - sheet.mm(4), BODY_PT if block.minor else HEADING_PT, SEMIBOLD)
    before, pad = sheet.pt(5 if block.minor else 8), sheet.pt(0 if block.minor else 2)

    def paint(painter: QPainter, x: float, y: float) -> None:
        top = y + before
        if not block.minor:
            painter.fillRect(QRectF(x, top, sheet.width, text.height + 2 * pad), GREY)
        text.paint(painter, x + (0 if block.minor else sheet.mm(2)), top + pad)

    return Piece(before + text.height + 2 * pad + sheet.pt(3), paint, (block.text,), with_next=True)


def _question(block: Line, sheet: Sheet) -> list[Piece]:
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

    head = Piece(first_height + 2 * pad, paint, (f"{block.number} {block.question}: {says}",))
    return [head, *_lines_of(sheet, answer, answer_x, first=shown, after_pt=3, ruled=True)]


def _lines_of(
    sheet: Sheet, text: Text, x_offset: float, *, first: int = 0, after_pt: float, ruled: bool = False
) -> list[Piece]:
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
            Piece(text.line_height + after, paint, says, with_previous=number == last and number > first)
        )
    return pieces


def _rule(painter: QPainter, sheet: Sheet, x: float, y: float) -> None:
    painter.setPen(QPen(GREY, sheet.pt(LINE_PT)))
    painter.drawLine(QPointF(x, y), QPointF(x + sheet.width, y))


def _boxes(
    block: Line, sheet: Sheet, number: Text, question: Text, answer_x: float, answer_width: float
) -> Piece:
    """All options with their box, flowing over as many rows as they need."""
    size, gap, row_gap = sheet.pt(8), sheet.mm(1.6), sheet.pt(2)
    placed: list[tuple[Box, Text, float, int]] = []
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
    return Piece(height + 2 * pad, paint, (f"{block.number} {block.question}: {chosen}",))


def _box(painter: QPainter, sheet: Sheet, square: QRectF, box: Box) -> None:
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


def _risk(block: RiskLevel, sheet: Sheet) -> Piece:
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

    return Piece(height + sheet.pt(4), paint, (f"{block.label}: {block.word}", block.remark))


def _shape(painter: QPainter, sheet: Sheet, square: QRectF, level: str) -> None:
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


def _signature(block: Signature, sheet: Sheet) -> Piece:
    """Name, role and date at the left, the line for the hand at the right, what each is for below."""
    line = sheet.mm(SIGNATURE_MM)
    left = sheet.width - line - sheet.mm(10)
    label = sheet.text(block.label, sheet.width, BODY_PT, SEMIBOLD)
    who = sheet.text(" · ".join(part for part in (block.name, block.role, block.on) if part), left)
    captions = [sheet.text(block.caption, left, SMALL_PT), sheet.text(block.hand, line, SMALL_PT)]
    before, room, gap = sheet.pt(12), sheet.mm(12), sheet.pt(2)
    scale = line / BOX[0]
    if block.strokes:
        room = max(room, BOX[1] * scale)
    height = before + label.height + max(room, who.height + gap) + gap + max(text.height for text in captions)

    def paint(painter: QPainter, x: float, y: float) -> None:
        label.paint(painter, x, y + before)
        base = y + before + label.height + max(room, who.height + gap)
        who.paint(painter, x, base - who.height - gap)
        _strokes(painter, sheet, block, QPointF(x + sheet.width - line, base - BOX[1] * scale), scale)
        for caption, start, width in zip(captions, (x, x + sheet.width - line), (left, line), strict=True):
            painter.setPen(sheet.pen())
            painter.drawLine(QPointF(start, base), QPointF(start + width, base))
            caption.paint(painter, start, base + gap)

    says = (block.label, who.words, block.caption, block.hand)
    return Piece(height + sheet.pt(4), paint, says, with_previous=True)


def _strokes(painter: QPainter, sheet: Sheet, block: Signature, origin: QPointF, scale: float) -> None:
    """What was drawn by hand, standing on its line."""
    ink = QPen(BLACK, sheet.pt(1.1))
    ink.setCapStyle(Qt.PenCapStyle.RoundCap)
    ink.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(ink)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stroke in block.strokes:
        painter.drawPolyline(QPolygonF([origin + QPointF(x * scale, y * scale) for x, y in stroke]))
