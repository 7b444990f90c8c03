"""Unfinished work of families that were handed over: read it, copy it, throw it away."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.aside import Aside
from ui import formatting
from ui.field_words import field_name
from ui.widgets.buttons import Button
from ui.widgets.card import Card, Rule
from ui.widgets.facts import clear
from ui.widgets.fields import LongField
from ui.widgets.flow import Flow
from ui.widgets.text import Text

translate = QCoreApplication.translate
_WHATS: dict[str, object] = {
    "visit": QT_TRANSLATE_NOOP("sync", "Visit, not finished"),
    "assessment": QT_TRANSLATE_NOOP("sync", "Assessment, not finished"),
    "note": QT_TRANSLATE_NOOP("sync", "Note, half typed"),
}
_OTHER = QT_TRANSLATE_NOOP("sync", "Half typed")


class AsideCard(Card):
    """Hidden while there is none. ``thrown_away`` carries the ``Aside``, after a second press."""

    thrown_away = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        title = translate("sync", "Begun here, before the family moved")
        super().__init__(title, padding=0, spacing=0, parent=parent)
        self._aside: tuple[Aside, ...] = ()
        self.hide()

    def show_aside(self, aside: tuple[Aside, ...]) -> None:
        """Built anew only when it is another list, so that what is open stays open."""
        self.setVisible(bool(aside))
        if aside == self._aside:
            return
        self._aside = aside
        clear(self.body)
        for number, one in enumerate(aside):
            if number:
                self.body.addWidget(Rule())
            row = AsideRow(one)
            row.thrown_away.connect(lambda one=one: self.thrown_away.emit(one))
            self.body.addWidget(row)


class AsideRow(QWidget):
    """One piece of work: closed at first; open it can be read and marked, not changed."""

    thrown_away = Signal()

    def __init__(self, aside: Aside, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        what = translate("sync", str(_WHATS.get(aside.what, _OTHER)))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(4)
        column.addWidget(Text(what, "strong", wrap=True))
        told = translate("sync", "Typed %1; the family is in %2 now.")
        told = told.replace("%1", formatting.moment(aside.saved_at))
        where = aside.to_name or translate("sync", "another commune")
        column.addWidget(Text(told.replace("%2", where), "small", "text_2", wrap=True))
        self.text = LongField(what, lines=6)
        self.text.setReadOnly(True)
        self.text.setPlainText("\n".join(f"{field_name(name)}: {words}" for name, words in aside.lines))
        self.text.hide()
        column.addWidget(self.text)
        self.read = Button(translate("sync", "Read"), "plain", small=True)
        self.read.clicked.connect(self._toggle)
        self.copy = Button(translate("sync", "Copy the text"), "plain", small=True)
        self.copy.clicked.connect(self._copy)
        self.throw = Button(translate("sync", "Throw away"), "text", small=True)
        self.throw.clicked.connect(self._throw)
        self._sure = False
        acts = Flow(gap=8)
        for button in (self.read, self.copy, self.throw):
            button.setAccessibleName(f"{button.text()}: {what}")
            acts.addWidget(button)
        column.addLayout(acts)

    def _toggle(self) -> None:
        shown = not self.text.isVisibleTo(self)
        self.text.setVisible(shown)
        self.read.setText(translate("sync", "Close") if shown else translate("sync", "Read"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy.setText(translate("sync", "Copied"))

    def _throw(self) -> None:
        """Nothing brings it back, so it is asked once more in the same place."""
        if self._sure:
            self.thrown_away.emit()
        self._sure = True
        self.throw.setText(translate("sync", "Throw away for good"))
