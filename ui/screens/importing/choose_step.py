"""Step 1: choose the list (button, drop, or its path typed), and the imports that can still be taken back."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui import formatting
from ui.widgets.banner import Banner, Notice
from ui.widgets.buttons import Button
from ui.widgets.card import Card, Rule
from ui.widgets.empty_state import IconPicture
from ui.widgets.fields import Field, LineField
from ui.widgets.panes import TwoPanes, column
from ui.widgets.text import ElidedText, Text

if TYPE_CHECKING:
    from app.services.importing import ImportLine

translate = QCoreApplication.translate
PATTERNS = "*.xlsx *.xls *.ods *.csv *.txt *.tsv"
MOST_IMPORTS = 12


def dropped_file(data: QMimeData) -> Path | None:
    """The one file on this machine that is being dropped, if it is one."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths[0] if len(paths) == 1 else None


class TakeBackCard(Card):
    """Asks before an import is taken back, in the page: what goes, what stays. The safe button has the focus."""

    agreed = Signal(str)
    declined = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(translate("importing", "Take this import back?"), parent=parent)
        self._import_id = ""
        self._words = Text("", "body", wrap=True)
        self.body.addWidget(self._words)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        self.keep = Button(translate("importing", "Leave it in"), "plain")
        self.keep.clicked.connect(self.declined)
        row.addWidget(self.keep)
        self.go = Button(translate("importing", "Take the import back"), "danger", icon="undo")
        self.go.clicked.connect(lambda: self.agreed.emit(self._import_id))
        row.addWidget(self.go)
        self.body.addLayout(row)
        self.hide()

    def ask(self, import_id: str, file_name: str, families: int) -> None:
        """Show the question for one import."""
        self._import_id = import_id
        effect = translate(
            "importing",
            "%n families of this file leave your lists, with their people and visits. Families that somebody has worked on since stay.",
            "",
            families,
        )
        self._words.setText(f"{file_name}. {effect}")
        self.show()
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)


class ChooseStep(QWidget):
    """``chosen(Path)`` when a file is to be read, ``take_back(import_id)`` when one is to go again."""

    chosen = Signal(object)
    take_back = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.refusal = Banner(translate("importing", "Close this message"))
        self.refusal.closed.connect(lambda: self.refuse(""))
        self.answer = Banner(translate("importing", "Close this message"))
        self.answer.closed.connect(lambda: self.answer.show_notice(None))
        self._ask = TakeBackCard()
        self._ask.declined.connect(self._ask.hide)
        self._ask.agreed.connect(self._agreed)
        self._imports = Card(translate("importing", "Imports so far"), padding=0, spacing=0)
        work = column(self.refusal, self.answer, self._file_card(), self._ask, self._imports)
        self.panes = TwoPanes(
            work,
            column(self._promises()),
            translate("importing", "Choose a list"),
            translate("importing", "Facts"),
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.panes)
        self.list_imports(())

    def _file_card(self) -> Card:
        card = Card(padding=24, spacing=12)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(IconPicture("download", 40, "text_3"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(
            Text(translate("importing", "Which list do you want to bring in?"), "heading", wrap=True)
        )
        words.addWidget(
            Text(
                translate(
                    "importing",
                    "A workbook (.xlsx, .xls, .ods) or a text list (.csv, .txt) as your office keeps it. Drop it here or choose it.",
                ),
                "body",
                "text_2",
                wrap=True,
            )
        )
        head.addLayout(words, 1)
        card.body.addLayout(head)
        self.browse = Button(translate("importing", "Choose a file"), "filled", icon="doc")
        self.browse.clicked.connect(self._browse)
        row = QHBoxLayout()
        row.addWidget(self.browse)
        self._busy = Text(translate("importing", "Reading the file…"), "body", "text_2")
        self._busy.hide()
        row.addWidget(self._busy)
        row.addStretch(1)
        card.body.addLayout(row)
        self.path = LineField(translate("importing", "Path of the file"))
        self.path.returnPressed.connect(self._typed)
        self._read = Button(translate("importing", "Read it"), "plain", keys="Enter")
        self._read.clicked.connect(self._typed)
        self._read.setEnabled(False)
        self.path.textChanged.connect(lambda text: self._read.setEnabled(bool(text.strip())))
        card.body.addWidget(
            Field(translate("importing", "Or type where the file is"), self.path, self._read, above=True)
        )
        return card

    def _promises(self) -> Card:
        card = Card(translate("importing", "What happens to your list"), spacing=12)
        for icon, words in (
            ("eye", translate("importing", "You see everything before anything is kept.")),
            ("note", translate("importing", "Nothing is lost: a column without a place becomes notes.")),
            ("checkdoc", translate("importing", "It is brought in whole or not at all.")),
            ("undo", translate("importing", "It can be taken back afterwards.")),
            ("doc", translate("importing", "Your file stays as it is.")),
        ):
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(IconPicture(icon, 20), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Text(words, "body", wrap=True), 1)
            card.body.addLayout(row)
        return card

    # what is shown

    def refuse(self, sentence: str) -> None:
        """What is wrong with the file and what to do; "" takes it away."""
        self.refusal.show_notice(
            Notice("amber", translate("importing", "Nothing was brought in."), sentence, closable=True)
            if sentence
            else None
        )

    def tell(self, bold: str, plain: str = "") -> None:
        """What came of taking an import back."""
        self.answer.show_notice(Notice("blue", bold, plain, closable=True))

    def set_busy(self, busy: bool) -> None:
        """A file is being read: the sentence says so, nothing else is blocked."""
        self._busy.setVisible(busy)
        self.browse.setEnabled(not busy)

    def list_imports(self, lines: "tuple[ImportLine, ...]") -> None:
        """The imports that still stand, newest first."""
        while (item := self._imports.body.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._ask.hide()
        self._imports.setVisible(bool(lines))
        for number, line in enumerate(lines[:MOST_IMPORTS]):
            if number:
                self._imports.body.addWidget(Rule())
            self._imports.body.addWidget(self._import_row(line))

    def _import_row(self, line: "ImportLine") -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(ElidedText(line.file_name, "strong"))
        families = translate("importing", "%n families", "", line.families)
        names.addWidget(
            ElidedText(
                f"{formatting.sentence_case(formatting.moment(line.at))} · {families}", "small", "text_2"
            )
        )
        row.addLayout(names, 1)
        back = Button(translate("importing", "Take back"), "plain", icon="undo", small=True)
        back.setAccessibleName(translate("importing", "Take back: %1").replace("%1", line.file_name))
        back.clicked.connect(lambda: self._ask.ask(line.import_id, line.file_name, line.families))
        row.addWidget(back)
        return holder

    # what the worker does

    def _browse(self) -> None:
        dialog = QFileDialog(self, translate("importing", "Choose a list"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        lists, all_files = translate("importing", "Lists"), translate("importing", "All files")
        dialog.setNameFilters([f"{lists} ({PATTERNS})", f"{all_files} (*)"])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.chosen.emit(Path(name)))
        # Not exec(): the lanes and the lock go on while the dialog is open.
        dialog.open()

    def _typed(self) -> None:
        typed = self.path.text().strip().strip('"')
        if typed:
            self.chosen.emit(Path(typed).expanduser())

    def _agreed(self, import_id: str) -> None:
        self._ask.hide()
        self.take_back.emit(import_id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.chosen.emit(path)
