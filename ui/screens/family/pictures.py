"""Pictures and scans of the whole family, those of its visits and assessments among them."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.services.families import FamilyFile
from ui.attachments.presenter import AttachmentsPresenter, Subject
from ui.attachments.strip import AttachmentStrip
from ui.widgets.card import Card
from ui.widgets.panes import EDGE, Scroll, column

translate = QCoreApplication.translate


class Pictures(QWidget):
    """What is added here is the family's."""

    def __init__(self, presenter: AttachmentsPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 16, EDGE, 0)
        card = Card(padding=20, spacing=10)
        self.strip = AttachmentStrip(
            presenter,
            translate(
                "family",
                "Nothing yet. Drop a photograph or a PDF here, paste one, or choose “Add…”. Where and when a photograph was taken is left out of it.",
            ),
        )
        card.body.addWidget(self.strip)
        self.all = Scroll(column(card), translate("family", "Pictures and scans"))
        row.addWidget(self.all)

    def show_family(self, file: FamilyFile) -> None:
        self._presenter.show(Subject(file.family.id, file.family.id))
