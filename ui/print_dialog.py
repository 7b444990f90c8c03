"""Printing a document: which one (where it can be printed in several ways), how many pages, then "Print" or "Save as PDF".

Nothing leaves before it is noted who lets it out: the dialog asks for the printer or the file, has the note written, and
only then prints or saves. A note that cannot be kept keeps the paper here, and the dialog says why.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import VatraError
from app.reports.document import Document
from app.services.audit import GoingOut
from ui import messages
from ui.printing import page_texts, print_on, write_pdf
from ui.widgets.answer_keys import AnswerKeys, Option
from ui.widgets.buttons import Button
from ui.widgets.focus_ring import FocusRing
from ui.widgets.text import Text

translate = QCoreApplication.translate
DOTS_PER_INCH = 600
LetOut = Callable[[GoingOut, Callable[[None], None], Callable[[VatraError], None]], None]
"""Notes the act and goes on with the first function, or with the second when it could not be noted."""


def without_note(
    _act: GoingOut, then: Callable[[None], None], _refused: Callable[[VatraError], None]
) -> None:
    """For a document that concerns nobody."""
    then(None)


Way = tuple[str, Document]
"""A way to print it: what it is called, and the document."""


class PrintDialog(QDialog):
    """Default focus on "Print"; Esc leaves everything as it was. ``ways`` are offered when there are several, the first chosen."""

    def __init__(
        self, document: Document, let_out: LetOut, parent: QWidget, ways: Sequence[Way] = ()
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._document, self._let_out, self._ways = document, let_out, ways
        self.setWindowTitle(translate("print", "Print"))
        side = QVBoxLayout(self)
        side.setContentsMargins(24, 24, 24, 20)
        side.setSpacing(10)
        self._title = Text("", "heading", wrap=True)
        self._reference = Text("", "small", "text_2", wrap=True)
        self._pages = Text("", "body")
        side.addWidget(self._title)
        side.addWidget(self._reference)
        if len(ways) > 1:
            side.addWidget(self._which())
        side.addWidget(self._pages)
        self._show_document()
        if let_out is not without_note:
            side.addWidget(
                Text(
                    translate(
                        "print", "A PDF leaves the protection of Vatra: keep it where only you can open it."
                    ),
                    "small",
                    "medium",
                    wrap=True,
                )
            )
        self._told = Text("", "small", "urgent", wrap=True)
        side.addWidget(self._told)
        side.addStretch(1)
        cancel = Button(translate("print", "Cancel"), "text")
        cancel.clicked.connect(self.reject)
        self.save_button = Button(translate("print", "Save as PDF"), "plain", icon="download")
        self.save_button.clicked.connect(self._save)
        self.print_button = Button(translate("print", "Print"), "filled", icon="print")
        self.print_button.clicked.connect(self._print)
        acts = QHBoxLayout()
        acts.setSpacing(12)
        acts.addStretch(1)
        for button in (cancel, self.save_button, self.print_button):
            acts.addWidget(button)
        side.addLayout(acts)
        self.setMinimumWidth(480)
        self._ring = FocusRing(self)
        self.print_button.setFocus()

    def _which(self) -> QWidget:
        options = [Option(str(place), name) for place, (name, _) in enumerate(self._ways)]
        self.which = AnswerKeys(translate("print", "What to print"), options, columns=1)
        self.which.set_value("0")
        self.which.changed.connect(self._choose)
        return self.which

    def _choose(self) -> None:
        # Del leaves nothing chosen: what was chosen last stays.
        if (chosen := self.which.value()) is not None:
            self._document = self._ways[int(chosen)][1]
            self._show_document()

    def _show_document(self) -> None:
        self._title.setText(self._document.title)
        self._reference.setText(self._document.reference)
        pages = len(page_texts(self._document))
        self._pages.setText(translate("print", "%n pages, A4", "", pages))

    def _print(self) -> None:
        printer = QPrinter()
        printer.setResolution(DOTS_PER_INCH)
        printer.setFullPage(True)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        self._ask_out("print", lambda _noted: self._print_on(printer))

    def _print_on(self, printer: QPrinter) -> None:
        self._busy(False)
        painter = QPainter()
        if not painter.begin(printer):
            self._told.setText(
                translate("print", "The printer did not answer. Look whether it is on and try again.")
            )
            return
        print_on(self._document, painter, printer, printer.newPage)
        painter.end()
        self.accept()

    def _save(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(self, translate("print", "Save as PDF"), "", "PDF (*.pdf)")
        if path:
            self.save_as(Path(path))

    def save_as(self, path: Path) -> None:
        """Note it and write the PDF there."""
        self._ask_out("export", lambda _noted: self._write(path))

    def _write(self, path: Path) -> None:
        self._busy(False)
        try:
            write_pdf(self._document, path)
        except OSError:
            self._told.setText(
                translate("print", "The file could not be written there. Choose another folder.")
            )
            return
        self.accept()

    def _ask_out(self, act: GoingOut, then: Callable[[None], None]) -> None:
        self._busy(True)
        self._told.setText("")
        self._let_out(act, then, self._refused)

    def _refused(self, error: VatraError) -> None:
        self._busy(False)
        why = translate("print", "It could not be noted who prints or saves this, so nothing went out.")
        self._told.setText(f"{why} {messages.sentence(error)}")

    def _busy(self, busy: bool) -> None:
        for button in (self.save_button, self.print_button):
            button.setEnabled(not busy)
