"""Choosing a passphrase: the four words Vatra offers, and two fields in which they - or a sentence of one's own - are typed."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import messages
from ui.screens.passphrase_offer import Fault
from ui.widgets.banner import announce
from ui.widgets.buttons import Button
from ui.widgets.fields import Field
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.text import Text

translate = QCoreApplication.translate


class NewPassphrase(QWidget):
    """``another_asked`` for other words, ``edited`` while somebody types, ``entered`` when Enter is pressed in the last field."""

    another_asked = Signal()
    edited = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        eye = translate("unlock", "Show the passphrase while held (Ctrl+H)")
        self.first = PassphraseField(translate("team", "New passphrase"), eye)
        self.again = PassphraseField(translate("team", "Once more"), eye)
        self._offered = Text("", "heading", "accent", wrap=True)
        self._another = Button(translate("team", "Other words"), "text", icon="sync")
        self._another.clicked.connect(self.another_asked)
        offer = QHBoxLayout()
        offer.setSpacing(12)
        offer.addWidget(self._offered, 1)
        offer.addWidget(self._another, 0, Qt.AlignmentFlag.AlignTop)
        self._first_field = Field(
            translate("team", "New passphrase"),
            self.first,
            hint=translate(
                "team", "These four words, or a sentence of your own of at least 15 letters without names."
            ),
        )
        self._again_field = Field(translate("team", "Once more"), self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(
            Text(
                translate("team", "Vatra offers these words. Write them on paper and keep it at home."),
                "body",
                wrap=True,
            )
        )
        column.addLayout(offer)
        column.addWidget(self._first_field)
        column.addWidget(self._again_field)
        for field in (self.first, self.again):
            field.textEdited.connect(lambda _text: self._typed())
        self.first.returnPressed.connect(lambda: self.again.setFocus(Qt.FocusReason.TabFocusReason))
        self.again.returnPressed.connect(self.entered)

    def offer(self, words: str) -> None:
        """Show these words; what was typed for others stays: it may be somebody's own."""
        if self._offered.text() != words:
            self._offered.setText(words)
            self._offered.setAccessibleName(words)

    def typed(self) -> tuple[str, str]:
        """What stands in the two fields."""
        return self.first.text(), self.again.text()

    def is_filled(self) -> bool:
        return all(text.strip() for text in self.typed())

    def forget(self) -> None:
        """Empty both fields."""
        for field in (self.first, self.again):
            field.clear()
        self.show_fault(None)

    def show_fault(self, fault: Fault | None) -> None:
        """Say under which field what stands against it, and put the cursor there."""
        differs = translate("team", "The two are not the same. Type it once more.")
        weak = messages.sentence(fault) if fault is not None and fault != "differs" else ""
        self._first_field.set_problem(weak)
        self._again_field.set_problem(differs if fault == "differs" else "")
        if fault is not None:
            wrong = self.again if fault == "differs" else self.first
            wrong.setFocus(Qt.FocusReason.OtherFocusReason)
            wrong.selectAll()
            announce(self, weak or differs, assertive=True)

    def set_at_rest(self, rest: bool) -> None:
        """Nothing can be typed while the keys are made."""
        for widget in (self.first, self.again, self._another):
            widget.setEnabled(not rest)

    def _typed(self) -> None:
        self.show_fault(None)
        self.edited.emit()
