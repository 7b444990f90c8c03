"""Printing a document: which one, how many pages, then "Print" or "Save as PDF"."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.reports.document import Document
from ui.printing import page_texts, print_on, write_pdf
from ui.widgets.buttons import Button
from ui.widgets.focus_ring import FocusRing
from ui.widgets.text import Text

translate = QCoreApplication.translate
DOTS_PER_INCH = 600


class PrintDialog(QDialog):
    """Default focus on "Print"; Esc leaves everything as it was."""

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._document = document
        self.setWindowTitle(translate("print", "Print"))
        side = QVBoxLayout(self)
        side.setContentsMargins(24, 24, 24, 20)
        side.setSpacing(10)
        side.addWidget(Text(document.title, "heading", wrap=True))
        side.addWidget(Text(document.reference, "small", "text_2", wrap=True))
        pages = len(page_texts(document))
        side.addWidget(Text(translate("print", "%n pages, A4", "", pages), "body"))
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
        save = Button(translate("print", "Save as PDF"), "plain", icon="download")
        save.clicked.connect(self._save)
        self.print_button = Button(translate("print", "Print"), "filled", icon="print")
        self.print_button.clicked.connect(self._print)
        acts = QHBoxLayout()
        acts.setSpacing(12)
        acts.addStretch(1)
        for button in (cancel, save, self.print_button):
            acts.addWidget(button)
        side.addLayout(acts)
        self.setMinimumWidth(480)
        self._ring = FocusRing(self)
        self.print_button.setFocus()

    def _print(self) -> None:
        printer = QPrinter()
        printer.setResolution(DOTS_PER_INCH)
        printer.setFullPage(True)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
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
        if not path:
            return
        try:
            write_pdf(self._document, Path(path))
        except OSError:
            self._told.setText(
                translate("print", "The file could not be written there. Choose another folder.")
            )
            return
        self.accept()
