"""The quiet line over a form in which something stands that was typed earlier and never saved."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import formatting
from ui.widgets.buttons import Button
from ui.widgets.text import Text

if TYPE_CHECKING:
    from app.services.typed import Kept

translate = QCoreApplication.translate


class HalfTypedLine(QWidget):
    """When it was typed; ``thrown_away`` by its button. Hidden while there is nothing to tell."""

    thrown_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Text("", "small", "text_2", wrap=True)
        throw_away = Button(translate("half_typed", "Throw it away"), "text", icon="x")
        throw_away.setAccessibleName(translate("half_typed", "Throw away what is half typed"))
        throw_away.clicked.connect(self.thrown_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(throw_away)
        self.hide()

    def tell(self, kept: "Kept | None") -> None:
        """Of when this is; None takes the line away."""
        self.setVisible(kept is not None)
        if kept is not None:
            when = formatting.moment(kept.saved_at)
            said = translate("half_typed", "Half typed %1, not saved yet").replace("%1", when)
            self._words.setText(said)
            self.setAccessibleName(said)
