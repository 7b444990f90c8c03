"""Help: the list and its search at the left, the page at the right. Links go to other pages, never out of the window."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSignalBlocker, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QPalette,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFragment,
    QTextTableFormat,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from app.domain.folding import fold
from ui import theme
from ui.page import Desk, Heading, Page
from ui.screens.help.presenter import HelpList, HelpPage, HelpPresenter
from ui.widgets.card import Rule
from ui.widgets.empty_state import EmptyState
from ui.widgets.fields import LineField
from ui.widgets.records import Column, RecordTableModel
from ui.widgets.rows import Row, RowList

translate = QCoreApplication.translate
LIST_WIDE, LIST_NARROW = 286, 220
NARROW = 1000
READING_WIDTH = 680
"""About 75 letters of running text."""


def make(desk: Desk) -> Page:
    """The screen for this desk."""
    presenter = HelpPresenter()
    view = HelpView(presenter)
    presenter.setParent(view)
    return view


def page_row(page: HelpPage) -> Row:
    """A page in the list."""
    return Row(page.title, chevron=False)


class Reader(QTextBrowser):
    """A Markdown page in the type and colours of the window; the words that were searched for stand on a tint."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("help", "Page of help"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        theme.set_type(self, "body")
        self._page: HelpPage | None = None
        self._typed = ""

    def show_page(self, page: HelpPage, typed: str) -> None:
        """Show a page from its top; the same page keeps its place."""
        fresh = self._page is None or page.key != self._page.key
        place = self.verticalScrollBar().value()
        self._page, self._typed = page, typed
        self._dress()
        self.verticalScrollBar().setValue(0 if fresh else place)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and getattr(
            self, "_page", None
        ):
            self._dress()

    def _dress(self) -> None:
        assert self._page is not None
        document = self.document()
        document.setDocumentMargin(0)
        document.setDefaultFont(theme.font("body"))
        document.setMarkdown(self._page.text)
        block = document.begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            cursor = QTextCursor(block)
            air = QTextBlockFormat()
            air.setTopMargin(20 if level == 2 else 0)
            air.setBottomMargin(8 if level or not block.blockFormat().indent() else 4)
            air.setLineHeight(
                100 if level else 118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
            )
            cursor.mergeBlockFormat(air)
            if level:
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                look = cursor.charFormat()
                look.clearProperty(QTextCharFormat.Property.FontSizeAdjustment)
                look.setFont(theme.font("title" if level == 1 else "heading"))
                cursor.setCharFormat(look)
            else:
                self._dress_pieces(block)
            block = block.next()
        self._dress_tables()
        self._mark_found()

    def _dress_pieces(self, block: QTextBlock) -> None:
        """Keys come as code (``Ctrl+K``): the small size on the tint of a key cap; bold text in our semibold."""
        pieces: list[QTextFragment] = []
        iterator = block.begin()
        while not iterator.atEnd():
            pieces.append(iterator.fragment())
            iterator += 1
        # Gathered first: a changed format splits the pieces.
        for piece in pieces:
            look = QTextCharFormat()
            if piece.charFormat().fontFixedPitch():
                look.setFont(theme.font("small_strong"))
                look.setBackground(theme.colour("sunken"))
            elif piece.charFormat().fontWeight() > QFont.Weight.Normal:
                look.setFont(theme.font("strong"))
            else:
                continue
            cursor = QTextCursor(self.document())
            cursor.setPosition(piece.position())
            cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(look)

    def _dress_tables(self) -> None:
        for frame in self.document().rootFrame().childFrames():
            look = QTextTableFormat(frame.frameFormat().toTableFormat())
            look.setBorder(0)
            look.setCellPadding(4)
            look.setCellSpacing(0)
            frame.setFrameFormat(look)

    def _mark_found(self) -> None:
        wanted = [word for word in fold(self._typed).split() if len(word) > 1]
        if not wanted:
            return
        look = QTextCharFormat()
        look.setBackground(theme.colour("accent_tint_2"))
        look.setFontWeight(QFont.Weight.DemiBold)
        block = self.document().begin()
        while block.isValid():
            folded = fold(block.text())
            # Folding keeps the length of every letter of our languages; where it does not, nothing is marked.
            if len(folded) == len(block.text()):
                for word in wanted:
                    at = folded.find(word)
                    while at >= 0:
                        cursor = QTextCursor(block)
                        cursor.setPosition(block.position() + at)
                        cursor.setPosition(block.position() + at + len(word), QTextCursor.MoveMode.KeepAnchor)
                        cursor.mergeCharFormat(look)
                        at = folded.find(word, at + len(word))
            block = block.next()


class HelpView(Page):
    """Typing searches at once; Down goes from the search into the list; a page is read with the arrow keys."""

    def __init__(self, presenter: HelpPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._build_list())
        edge = QFrame()
        edge.setProperty("plane", "rule")
        edge.setFixedWidth(1)
        row.addWidget(edge)
        self._reader = Reader()
        self._reader.setMaximumWidth(theme.scaled(READING_WIDTH))
        self._reader.anchorClicked.connect(self._follow)
        page = QHBoxLayout()
        page.setContentsMargins(32, 20, 24, 16)
        page.addWidget(self._reader, 1)
        page.addStretch()
        row.addLayout(page, 1)
        presenter.changed.connect(self.show_state)
        self.show_state(presenter.state)

    def _build_list(self) -> QWidget:
        self._side = QWidget()
        self._side.setProperty("plane", "surface")
        self._side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.search = LineField(
            translate("help", "Search in help"), placeholder=translate("help", "Search in help")
        )
        self.search.textChanged.connect(self._presenter.look_for)
        self.search.installEventFilter(self)
        inset = QVBoxLayout()
        inset.setContentsMargins(12, 12, 12, 12)
        inset.addWidget(self.search)
        column.addLayout(inset)
        column.addWidget(Rule())
        self._pages: RecordTableModel[HelpPage] = RecordTableModel(
            [Column[HelpPage]("", lambda page: page.title)]
        )
        self._list = RowList(translate("help", "Pages of help"), self._pages, page_row)
        self._list.current_changed.connect(self._chosen)
        self._list.opened.connect(lambda _page: self._reader.setFocus(Qt.FocusReason.OtherFocusReason))
        column.addWidget(self._list, 1)
        self._nothing = EmptyState(
            "search", translate("help", "No page has these words"), translate("help", "Try one shorter word.")
        )
        column.addWidget(self._nothing)
        column.addStretch(0)
        return self._side

    # what the frame asks

    def heading(self) -> Heading:
        title = translate("help", "Help")
        return Heading(title, back=True, window=title)

    def arrive(self, what: object) -> None:
        if isinstance(what, str):
            with QSignalBlocker(self.search):
                self.search.clear()
            self._presenter.open_for_screen(what)

    def first_focus(self) -> QWidget | None:
        return self.search

    def panes(self) -> tuple[QWidget, ...]:
        return (self._side, self._reader)

    # what the presenter tells

    def show_state(self, state: HelpList) -> None:
        """The list under the search, the page, and its row marked."""
        if self._pages.records() != state.pages:
            with QSignalBlocker(self._list):
                self._pages.set_records(state.pages)
        self._list.setVisible(bool(state.pages))
        self._nothing.setVisible(not state.pages)
        if state.shown in state.pages and self._list.current_record() != state.shown:
            with QSignalBlocker(self._list):
                self._list.choose(state.pages.index(state.shown))
        if state.shown is not None:
            self._reader.show_page(state.shown, state.typed)

    # what the worker does

    def _chosen(self, page: HelpPage | None) -> None:
        if page is not None and page != self._presenter.state.shown:
            self._presenter.open(page.key)

    def _follow(self, link: QUrl) -> None:
        self._presenter.open(link.fileName().removesuffix(".md"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.search
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Down
        ):
            self._list.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setFixedWidth(theme.scaled(LIST_WIDE if self.width() >= NARROW else LIST_NARROW))
