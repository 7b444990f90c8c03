"""The strip: tiles of what is attached, and three ways to add: a button, a file that is dropped here, a picture that is pasted."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import VatraError
from app.services.attachments import Shown
from ui import messages, pictures
from ui.attachments.dialog import AttachmentDialog
from ui.attachments.presenter import AttachmentsPresenter
from ui.attachments.tile import Tile
from ui.widgets.buttons import Button
from ui.widgets.facts import clear
from ui.widgets.flow import Flow
from ui.widgets.text import Text

translate = QCoreApplication.translate


class AttachmentStrip(QWidget):
    """Shows what its presenter shows. Ctrl+V in it pastes a picture or files."""

    def __init__(self, presenter: AttachmentsPresenter, hint: str, parent: QWidget | None = None) -> None:
        """``hint`` stands where nothing is attached yet."""
        super().__init__(parent)
        self._presenter = presenter
        self._hint_text = hint
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(Text(translate("attachments", "Pictures and scans"), "strong"), 1)
        self.add_button = Button(translate("attachments", "Add…"), "plain", icon="plus", small=True)
        self.add_button.setAccessibleName(translate("attachments", "Add pictures or scans"))
        self.add_button.clicked.connect(self._choose_files)
        head.addWidget(self.add_button)
        column.addLayout(head)
        self._told = Text("", "small", "urgent", wrap=True)
        self._told.hide()
        column.addWidget(self._told)
        self._hint = Text(hint, "small", "text_2", wrap=True)
        column.addWidget(self._hint)
        self._tiles_room = QWidget()
        self._tiles = Flow(gap=12, line_gap=12)
        self._tiles_room.setLayout(self._tiles)
        column.addWidget(self._tiles_room)
        presenter.changed.connect(self.show_all)
        presenter.content_came.connect(self._open_dialog)
        presenter.failed.connect(self._failed)
        self.show_all(presenter.shown)

    def tiles(self) -> list[Tile]:
        """In the order in which they stand."""
        items = (self._tiles.itemAt(place) for place in range(self._tiles.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [one for one in widgets if isinstance(one, Tile)]

    def show_all(self, shown: tuple[Shown, ...]) -> None:
        """Draw the tiles; the one that had the focus keeps it."""
        had_focus = next((tile.one.id for tile in self.tiles() if tile.hasFocus()), None)
        clear(self._tiles)
        for one in shown:
            tile = Tile(one)
            tile.clicked.connect(lambda _checked=False, one=one: self._presenter.open(one))
            self._tiles.addWidget(tile)
            if one.id == had_focus:
                tile.setFocus()
        self._hint.setVisible(not shown)
        self._tiles_room.setVisible(bool(shown))
        self._tiles_room.updateGeometry()

    # adding

    def _choose_files(self) -> None:
        kinds = f"{translate('attachments', 'Pictures and scans')} ({' '.join(pictures.ENDINGS)})"
        chosen, _kind = QFileDialog.getOpenFileNames(
            self, translate("attachments", "Add pictures or scans"), "", kinds
        )
        self.add_paths([Path(one) for one in chosen])

    def add_paths(self, paths: list[Path]) -> None:
        self._told.hide()
        self._presenter.add_files(paths)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add_paths([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])
        event.acceptProposedAction()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
            return
        super().keyPressEvent(event)

    def _paste(self) -> None:
        clipboard = QGuiApplication.clipboard()
        held = clipboard.mimeData()
        if held.hasUrls():
            self.add_paths([Path(url.toLocalFile()) for url in held.urls() if url.isLocalFile()])
        elif held.hasImage():
            self._told.hide()
            self._presenter.add_picture(pictures.pasted(clipboard.image()))

    # telling

    def _open_dialog(self, one: Shown, content: bytes | None) -> None:
        if self.isVisible():
            AttachmentDialog(self._presenter, one, content, self).open()

    def _failed(self, error: VatraError) -> None:
        self._told.setText(messages.sentence(error))
        self._told.show()
