"""Who looked: everybody who opened, looked for, printed or saved something of this family, newest first."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.access import TEAM
from app.services.audit import Look
from ui import formatting, trade
from ui.screens import team_words
from ui.screens.family.presenter import FamilyState
from ui.widgets.card import Card, Rule, stretch_card
from ui.widgets.empty_state import EmptyState
from ui.widgets.panes import EDGE
from ui.widgets.records import Column, RecordTableModel
from ui.widgets.rows import Row, RowList
from ui.widgets.text import Text

translate = QCoreApplication.translate
LINE_WIDTH = 880
ICON_OF = {"read": "eye", "search": "search", "print": "print", "export": "download"}


class WhoLooked(QWidget):
    """A list that scrolls by itself; nothing in it can be opened or changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: dict[bytes, str] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 16, EDGE, 16)
        card = stretch_card(Card(padding=0, spacing=0))
        card.setMaximumWidth(LINE_WIDTH)
        words = QVBoxLayout()
        words.setContentsMargins(20, 14, 20, 12)
        words.setSpacing(2)
        words.addWidget(
            Text(
                translate(
                    "family",
                    "Whoever opens, looks for, prints or saves something of this family is noted here, you too. It goes to the county; nobody can change or delete it.",
                ),
                "small",
                "text_2",
                wrap=True,
            )
        )
        self._more = Text("", "small", "text_2", wrap=True)
        words.addWidget(self._more)
        card.body.addLayout(words)
        card.body.addWidget(Rule())
        self._model: RecordTableModel[Look] = RecordTableModel(
            [Column[Look]("", lambda look: self._row(look).sentence())],
            lambda look: self._row(look).sentence(),
        )
        self._list = RowList(translate("family", "Who looked"), self._model, self._row, opens_on_click=False)
        card.body.addWidget(self._list, 1)
        self._empty = EmptyState(
            "eye",
            translate("family", "Nobody yet"),
            translate("family", "The next time somebody opens this family, it is noted here."),
        )
        card.body.addWidget(self._empty, 1)
        self.all = card
        # To the left, where the other parts begin; the rest of a wide window stays empty.
        row.addWidget(card, 1000)
        row.addStretch(1)

    def show_state(self, state: FamilyState) -> None:
        """The lines, as soon as they were read."""
        if state.looks is None or state.file is None:
            return
        days = {visit.id: visit.visited_on or "" for visit in state.file.visits}
        if (self._model.records(), self._days) != (state.looks.lines, days):
            self._days = days
            self._model.set_records(state.looks.lines)
        self._list.setVisible(bool(state.looks.lines))
        self._empty.setVisible(not state.looks.lines)
        self._more.setVisible(state.looks.total > len(state.looks.lines))
        self._more.setText(
            translate("family", "The newest %1 of %2 are shown.")
            .replace("%1", formatting.number(len(state.looks.lines)))
            .replace("%2", formatting.number(state.looks.total))
        )

    def _row(self, look: Look) -> Row:
        return look_row(look, self._days)


def look_row(look: Look, days: Mapping[bytes, str]) -> Row:
    """Who, as what; when, and what was done. ``days`` are the days of the family's visits by id."""
    profession = trade.profession(look.profession) if look.profession else ""
    return Row(
        look.worker or translate("family", "Somebody this laptop does not know"),
        f"· {profession}" if profession else "",
        second=f"{formatting.sentence_case(formatting.moment(look.at))} · {look_words(look, days)}",
        icon=ICON_OF.get(look.act, "info"),
        chevron=False,
    )


def look_words(look: Look, days: Mapping[bytes, str]) -> str:
    """``opened the file``, ``looked for “dobre”``; an act of a newer Vatra is named as it is written."""
    if look.act == "read":
        if look.kept_in != TEAM:
            return translate("family", "read: %1").replace("%1", team_words.compartment(look.kept_in))
        return translate("family", "opened the file")
    if look.act == "search":
        return translate("family", "found it by looking for “%1”").replace("%1", look.sought or "")
    on = next((days[one] for one in look.concerned if days.get(one)), "")
    if look.act == "print":
        if not on:
            return translate("family", "printed something of the file")
        return translate("family", "printed the visit: %1").replace("%1", formatting.exact_day(on))
    if look.act == "export":
        if not on:
            return translate("family", "saved something of the file outside Vatra")
        return translate("family", "saved the visit as PDF: %1").replace("%1", formatting.exact_day(on))
    return look.act or translate("family", "did something this version does not know")
