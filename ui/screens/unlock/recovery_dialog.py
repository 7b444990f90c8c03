"""The two pages of "I forgot my passphrase": save a request for the county office; bring their answer.

Nothing that was typed outlives the dialog, and the lock closes it like any other.
"""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.errors import TooManyTries, WrongPassphrase
from ui import formatting, messages
from ui.screens.new_passphrase import NewPassphrase
from ui.screens.unlock.recovery_presenter import RecoveryPage, RecoveryPresenter
from ui.screens.unlock.waiting import wait_words
from ui.widgets.banner import announce
from ui.widgets.buttons import Button
from ui.widgets.fields import Field, LineField
from ui.widgets.focus_ring import FocusRing
from ui.widgets.panes import Scroll
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.progress import WaitLine
from ui.widgets.text import Text

translate = QCoreApplication.translate
WIDTH, HEIGHT, EDGE = 680, 560, 24
SUFFIX = ".vatra"
STEPS = ("ask", "bring")


class RecoveryDialog(QDialog):
    """Enter goes from field to field; the filled button is the next act of the page in view."""

    def __init__(self, presenter: RecoveryPresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._presenter = presenter
        presenter.setParent(self)
        self.setWindowTitle(translate("recovery", "I forgot my passphrase"))
        side = QVBoxLayout(self)
        side.setContentsMargins(0, EDGE, 0, 16)
        side.setSpacing(10)
        title = Text(
            translate("recovery", "A new passphrase for %1").replace("%1", presenter.worker.name),
            "heading",
            wrap=True,
        )
        title.setContentsMargins(EDGE, 0, EDGE, 0)
        side.addWidget(title)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._asking_page())
        self._pages.addWidget(self._bringing_page())
        side.addWidget(self._pages, 1)
        self.told = Text("", "small", "urgent", wrap=True)
        self.told.setContentsMargins(EDGE, 0, EDGE, 0)
        self.told.hide()
        side.addWidget(self.told)
        self._wait = WaitLine(translate("frame", "Please wait"))
        side.addWidget(self._wait)
        side.addLayout(self._buttons())
        self.resize(WIDTH, min(HEIGHT, parent.window().height() - 2 * EDGE))
        self._ring = FocusRing(self)
        presenter.changed.connect(self.show_page)
        presenter.recovered.connect(self.accept)
        self.show_page(presenter.page)
        self.new.first.setFocus(Qt.FocusReason.OtherFocusReason)
        presenter.begin()

    def _asking_page(self) -> QWidget:
        page, lines = _lines()
        lines.addWidget(
            Text(
                translate(
                    "recovery",
                    "The county office can let you in again; nothing is lost. Choose a new passphrase, save the request on a stick and bring it to them: two people there open it together. Until their answer is here, nothing changes.",
                ),
                "body",
                wrap=True,
            )
        )
        self.new = NewPassphrase()
        self.reason = LineField(translate("recovery", "What happened"))
        self.new.edited.connect(self._typed)
        self.new.entered.connect(lambda: self.reason.setFocus(Qt.FocusReason.TabFocusReason))
        self.new.another_asked.connect(self._presenter.another)
        lines.addWidget(self.new)
        self.reason.setMaxLength(200)
        self.reason.returnPressed.connect(self._ask)
        lines.addWidget(
            Field(
                translate("recovery", "What happened"),
                self.reason,
                hint=translate("recovery", "The people at the county office read it."),
            )
        )
        lines.addStretch(1)
        return Scroll(page, translate("recovery", "Ask the county office"))

    def _bringing_page(self) -> QWidget:
        page, lines = _lines()
        self._saved = Text("", "body", wrap=True)
        self._fingerprint = Text("", "code", wrap=True)
        self._fingerprint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._compare = Text(
            translate(
                "recovery",
                "Call the county office and read these signs to them, letter by letter. They answer only if theirs are the same.",
            ),
            "small",
            "text_2",
            wrap=True,
        )
        self._then = Text(
            translate(
                "recovery",
                "When their answer is here, type your new passphrase and choose the file of the answer.",
            ),
            "body",
            wrap=True,
        )
        self.typed = PassphraseField(
            translate("recovery", "New passphrase"),
            translate("unlock", "Show the passphrase while held (Ctrl+H)"),
        )
        self.typed.textEdited.connect(lambda _text: self._typed())
        self.typed.returnPressed.connect(self._take)
        for widget in (self._saved, self._fingerprint, self._compare, self._then):
            lines.addWidget(widget)
        lines.addWidget(Field(translate("recovery", "New passphrase"), self.typed))
        lines.addStretch(1)
        return Scroll(page, translate("recovery", "Bring the answer"))

    def _buttons(self) -> QHBoxLayout:
        self._again = Button(translate("recovery", "Make a new request"), "text")
        self._again.clicked.connect(self._presenter.ask_again)
        close = Button(translate("recovery", "Close"), "text")
        close.clicked.connect(self.reject)
        self.ask_button = Button(translate("recovery", "Save the request…"), "filled", icon="download")
        self.ask_button.clicked.connect(self._ask)
        self.take_button = Button(translate("recovery", "Choose the answer…"), "filled", icon="doc")
        self.take_button.clicked.connect(self._take)
        row = QHBoxLayout()
        row.setContentsMargins(EDGE, 0, EDGE, 0)
        row.setSpacing(12)
        row.addWidget(self._again)
        row.addStretch(1)
        for button in (close, self.ask_button, self.take_button):
            row.addWidget(button)
        return row

    # what the presenter tells

    def show_page(self, page: RecoveryPage) -> None:
        """The step that is due, what stands against it, how far it is."""
        moved = self._pages.currentIndex() != STEPS.index(page.step)
        asking = page.step == "ask"
        self._pages.setCurrentIndex(STEPS.index(page.step))
        self.ask_button.setVisible(asking)
        self.take_button.setVisible(not asking)
        self._again.setVisible(not asking)
        self.new.offer(page.offered)
        self.new.set_at_rest(page.working)
        for widget in (self.reason, self.typed, self._again):
            widget.setEnabled(not page.working)
        if page.fault is not None:
            self.new.show_fault(page.fault)
        if page.asked is not None:
            self._saved.setText(_where(page))
            self._fingerprint.setText(page.asked.fingerprint)
        self._tell(page)
        self._show_acts(page)
        if moved:
            self.new.forget()
            (self.new.first if asking else self.typed).setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self, page: RecoveryPage) -> None:
        words = _sentence(page)
        self._wait.setVisible(page.working)
        if words != self.told.text():
            self.told.setText(words)
            self.told.set_tone("text_2" if page.working else "urgent")
            self.told.setVisible(bool(words))
            if words:
                announce(self, words, assertive=not page.working)

    def _show_acts(self, page: RecoveryPage) -> None:
        self.ask_button.setEnabled(self.new.is_filled() and not page.working)
        self.take_button.setEnabled(bool(self.typed.text().strip()) and not page.working)

    # what the worker does

    def _typed(self) -> None:
        self._presenter.forget_problem()
        self._show_acts(self._presenter.page)

    def _ask(self) -> None:
        if self.ask_button.isEnabled() and self._presenter.check(*self.new.typed()):
            name = translate("recovery", "request") + SUFFIX
            path, _kind = QFileDialog.getSaveFileName(self, translate("recovery", "Save the request"), name)
            if path:
                self.ask_into(Path(path))

    def ask_into(self, path: Path) -> None:
        """Save the request there."""
        self._presenter.ask(self.new.typed()[0], self.reason.text(), path)

    def _take(self) -> None:
        if self.take_button.isEnabled():
            path, _kind = QFileDialog.getOpenFileName(self, translate("recovery", "Choose the answer"))
            if path:
                self.take_from(Path(path))

    def take_from(self, path: Path) -> None:
        """Take the answer in this file."""
        self._presenter.take(self.typed.text(), path)

    def done(self, result: int) -> None:
        self.new.forget()
        self.typed.clear()
        super().done(result)


def _lines() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    lines = QVBoxLayout(page)
    lines.setContentsMargins(EDGE, 0, EDGE, 0)
    lines.setSpacing(12)
    return page, lines


def _where(page: RecoveryPage) -> str:
    assert page.asked is not None
    made = formatting.moment(page.asked.made_at)
    if page.saved_as:
        return translate("recovery", "The request is saved as %1. Take it to the county office.").replace(
            "%1", page.saved_as
        )
    return translate("recovery", "Your request of %1 waits for the answer of the county office.").replace(
        "%1", made
    )


def _sentence(page: RecoveryPage) -> str:
    if page.working:
        return (
            translate("recovery", "Making the keys…")
            if page.step == "ask"
            else translate("recovery", "Opening the answer…")
        )
    if isinstance(page.problem, TooManyTries):
        return wait_words(int(page.problem.facts["wait_s"]))
    if isinstance(page.problem, WrongPassphrase):
        return translate(
            "recovery",
            "This is not the new passphrase that you chose with this request. Check Caps Lock and the keyboard language.",
        )
    return messages.sentence(page.problem) if page.problem else ""
