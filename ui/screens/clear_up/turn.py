"""The card "both are true, one after the other": which of the versions is true now, and since when.

The later one stands in the record; what was before is told in the note of the decision, which stays with the family.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ui import formatting
from ui.typed_dates import read_date
from ui.widgets.fields import Choice, Field, LineField

translate = QCoreApplication.translate


class TurnPane(QWidget):
    """``versions`` are said in words, in the order of the cards; ``changed`` on every choice and keystroke."""

    changed = Signal()

    def __init__(self, versions: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._versions = tuple(versions)
        is_now = translate("clear_up", "What is true now?")
        options = [("", translate("clear_up", "choose")), *((str(n), one) for n, one in enumerate(versions))]
        self._now = Choice(is_now, options)
        self._now.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._now.setMinimumContentsLength(12)  # a whole text would make the desk wider than the window
        self._now.activated.connect(lambda _number: self.changed.emit())
        since = translate("clear_up", "Since when?")
        self._since = LineField(
            since, placeholder=translate("clear_up", "dd.mm.yyyy, or only the year"), width=240
        )
        self._since.textChanged.connect(lambda _text: self._typed())
        self._since_field = Field(since, self._since, above=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Field(is_now, self._now, above=True))
        column.addWidget(self._since_field)

    def first(self) -> QWidget:
        """Where saying it begins."""
        return self._now

    def _typed(self) -> None:
        text = self._since.text().strip()
        wrong = bool(text) and read_date(text, formatting.today_on()) is None
        sentence = translate("clear_up", "This day does not exist. Write it as 21.11.2026, or only the year.")
        self._since_field.set_problem(sentence if wrong else "")
        self.changed.emit()

    def now(self) -> int | None:
        """The version that is true now; None until it is chosen and its beginning can be understood."""
        chosen = self._now.value()
        return int(chosen) if chosen and self._began() is not None else None

    def _began(self) -> str | None:
        read = read_date(self._since.text().strip(), formatting.today_on())
        return formatting.exact_day(str(read)) if read is not None else None

    def told(self) -> str:
        """What was before, as a sentence of the note; empty while ``now`` is None."""
        now, began = self.now(), self._began()
        if now is None or began is None:
            return ""
        before = "; ".join(one for number, one in enumerate(self._versions) if number != now)
        return translate("clear_up", "Since %1. Before: %2").replace("%1", began).replace("%2", before)

    def typed(self) -> dict[str, str]:
        """What was said so far, understood or not."""
        said = {"now": self._now.value(), "since": self._since.text()}
        return said if any(said.values()) else {}

    def go_on(self, typed: Mapping[str, str]) -> None:
        """Put back what ``typed`` gave earlier."""
        self._now.setCurrentIndex(max(0, self._now.findData(typed.get("now", ""))))
        self._since.setText(typed.get("since", ""))
