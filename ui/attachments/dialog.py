"""One picture in full, in the window itself: nothing of it is written anywhere. Below it what somebody says of it, and the acts.

A scan is not drawn here; its copy is, by the program that the laptop has for it. That a copy leaves the protection of Vatra is
said before, and noted.
"""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import VatraError
from app.services.attachments import PDF, Place, Shown
from ui import messages, theme
from ui.attachments import words
from ui.attachments.presenter import AttachmentsPresenter
from ui.widgets.buttons import Button
from ui.widgets.fields import Choice, Field, LineField
from ui.widgets.focus_ring import FocusRing
from ui.widgets.text import Text

translate = QCoreApplication.translate
_PICTURE_SIZE = QSize(880, 480)


class AttachmentDialog(QDialog):
    """Esc closes; a description is kept when the dialog closes."""

    def __init__(
        self, presenter: AttachmentsPresenter, one: Shown, content: bytes | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._presenter, self._one = presenter, one
        self.setWindowTitle(words.what(one))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(10)
        column.addWidget(self._picture(content), 1)
        facts = (words.added(one), words.size(one.size_bytes), words.place_chip(one.place).text)
        column.addWidget(Text(" · ".join(facts), "small", "text_2", wrap=True))
        self.description = LineField(translate("attachments", "What is to be seen"), one.description)
        column.addWidget(Field(translate("attachments", "What is to be seen"), self.description))
        column.addWidget(self._taking_back())
        self._told = Text("", "small", "urgent", wrap=True)
        self._told.hide()
        column.addWidget(self._told)
        column.addLayout(self._acts(content is not None))
        presenter.failed.connect(self._failed)
        presenter.done.connect(self._done)
        self._ring = FocusRing(self)
        self.description.setFocus()

    def _picture(self, content: bytes | None) -> QWidget:
        if self._one.media == PDF:
            return self._sentence(
                translate("attachments", "A scan is opened from a copy: “Save a copy”, then open that.")
            )
        if content is None and self._one.thumbnail is None:
            return self._sentence(translate("attachments", "The picture is not on this laptop yet."))
        return _Picture(content or self._one.thumbnail or b"", words.what(self._one))

    def _sentence(self, text: str) -> QWidget:
        return Text(text, "body", "text_2", wrap=True)

    def _taking_back(self) -> QWidget:
        options = [(one, one) for one in words.reasons()]
        self.reason = Choice(translate("attachments", "Why it is taken back"), options)
        self.really = Button(translate("attachments", "Take it back"), "danger")
        self.really.clicked.connect(self._take_back)
        self._reasons = QWidget()
        row = QHBoxLayout(self._reasons)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Text(translate("attachments", "Why it is taken back"), "body", "text_2"))
        row.addWidget(self.reason, 1)
        row.addWidget(self.really)
        self._reasons.hide()
        return self._reasons

    def _acts(self, is_here: bool) -> QHBoxLayout:
        back = Button(translate("attachments", "Take back…"), "text")
        back.clicked.connect(self._ask_why)
        self.copy_button = Button(translate("attachments", "Save a copy"), "plain", icon="download")
        self.copy_button.setToolTip(
            translate(
                "attachments", "A copy leaves the protection of Vatra: keep it where only you can open it."
            )
        )
        self.copy_button.clicked.connect(self._save_copy)
        self.copy_button.setVisible(is_here)
        self.fetch_button = Button(translate("attachments", "Fetch it"), "plain", icon="download")
        self.fetch_button.clicked.connect(lambda: self._presenter.fetch(self._one))
        self.fetch_button.setVisible(not is_here)
        self.fetch_button.setEnabled(self._one.place is not Place.ASKED_FOR)
        close = Button(translate("attachments", "Close"), "filled")
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(back)
        row.addStretch(1)
        for button in (self.fetch_button, self.copy_button, close):
            row.addWidget(button)
        return row

    def done(self, result: int) -> None:
        """However it closes, what was typed is kept."""
        if self.description.isModified():
            self._presenter.describe(self._one, self.description.text())
        super().done(result)

    def _ask_why(self) -> None:
        self._reasons.show()
        self.reason.setFocus()

    def _take_back(self) -> None:
        self.description.setModified(False)
        self._presenter.take_back(self._one, self.reason.value())
        self.accept()

    def _save_copy(self) -> None:
        ending = "pdf" if self._one.media == PDF else "jpg"
        path, _kind = QFileDialog.getSaveFileName(
            self, translate("attachments", "Save a copy"), "", f"*.{ending}"
        )
        if path:
            self._presenter.save_copy(self._one, Path(path))

    def _done(self, what: str) -> None:
        self._told.hide()
        if what in ("asked_for", "copied"):
            self.accept()

    def _failed(self, error: VatraError) -> None:
        self._told.setText(messages.sentence(error))
        self._told.show()


class _Picture(QWidget):
    """A picture as large as there is room, never larger than it is."""

    def __init__(self, body: bytes, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixmap = QPixmap.fromImage(QImage.fromData(body))
        self.setAccessibleName(name)
        self.setMinimumSize(320, 200)

    def sizeHint(self) -> QSize:
        return _PICTURE_SIZE

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("sunken"))
        size = self._pixmap.size()
        if size.width() > self.width() or size.height() > self.height():
            size = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        target = QRectF(0, 0, size.width(), size.height())
        target.moveCenter(QRectF(self.rect()).center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(target, self._pixmap, QRectF(self._pixmap.rect()))
