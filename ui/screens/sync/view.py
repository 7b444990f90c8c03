"""Sync: by internet, by stick and the days at the left, what is held back and what the words mean at the right.

Offline is this screen's normal case: nothing is red, nothing asks, the work goes on.
"""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import CountyUnreachable
from app.services.syncing import SyncDay, SyncState
from ui import messages
from ui.lease_notice import lease_notice
from ui.page import Desk, Heading, Page
from ui.screens.sync import words
from ui.screens.sync.aside_card import AsideCard
from ui.screens.sync.held_card import HeldCard
from ui.screens.sync.presenter import SyncPage, SyncPresenter
from ui.screens.sync.stick_card import StickCard
from ui.widgets.banner import Notice
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState, IconPicture
from ui.widgets.panes import TwoPanes, column
from ui.widgets.progress import ProgressLine
from ui.widgets.records import Column, RecordTableModel
from ui.widgets.rows import Row, RowList
from ui.widgets.text import Text

translate = QCoreApplication.translate
MOST_DAYS = 60


def make(desk: Desk) -> Page:
    """The screen for this desk."""
    presenter = SyncPresenter(desk.vault, desk.tasks, desk.courier)
    view = SyncView(presenter, desk.navigator.go)
    presenter.setParent(view)
    return view


def day_row(day: "SyncDay") -> Row:
    """A day as the list shows it."""
    return Row(
        words.day_name(day),
        f" · {words.records(day.records)}",
        second=words.day_receipt(day),
        note=words.day_note(day),
        chip=words.day_chip(day),
        chevron=False,
    )


class SyncView(Page):
    """The one filled button is "Try now"; while a trip is under way its place is taken by the way to cancel it."""

    def __init__(
        self, presenter: SyncPresenter, go: Callable[..., None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._notice: Notice | None = None
        days_title = Text(translate("sync", "What was done and what has arrived"), "heading", wrap=True)
        self.stick = StickCard(presenter)
        work = column(self._line_card(), self.stick, days_title, self._days_card(), spacing=16)
        self.held = HeldCard()
        self.held.sent_again.connect(presenter.send_again)
        self.held.written_anew.connect(presenter.write_anew)
        self.held.put_away.connect(presenter.put_away)
        self.aside = AsideCard()
        self.aside.thrown_away.connect(presenter.throw_away)
        presenter.opened.connect(lambda place: go("family", place))
        self._panes = TwoPanes(
            work,
            column(self.held, self.aside, self._words_card()),
            translate("sync", "Sending and days"),
            translate("sync", "Held back"),
        )
        self._panes.facts_hidden_changed.connect(self.facts_hidden_changed)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._panes)
        presenter.changed.connect(self.show_page)
        self.show_page(presenter.page)

    def _line_card(self) -> Card:
        card = Card(padding=16, spacing=10)
        head = QHBoxLayout()
        head.setSpacing(12)
        self._icon = IconPicture("net", 20)
        head.addWidget(self._icon)
        head.addWidget(Text(translate("sync", "By internet"), "strong"))
        head.addStretch(1)
        self._contact = Text("", "small", "text_2")
        head.addWidget(self._contact)
        self._standing = Text("", "body", wrap=True)
        self._ending = Text("", "body", "text_2", wrap=True)
        self._clock = Text("", "body", wrap=True)
        self._line = ProgressLine(translate("sync", "Sending and receiving"))
        self._try = Button(translate("sync", "Try now"), "filled", icon="sync", keys="Ctrl Enter")
        self._try.clicked.connect(self._presenter.try_now)
        self._cancel = Button(translate("sync", "Cancel"), "plain", icon="x")
        self._cancel.clicked.connect(self._presenter.cancel)
        self._again = Text(
            translate("sync", "Vatra tries by itself every 15 minutes."), "small", "text_2", wrap=True
        )
        acts = QHBoxLayout()
        acts.setSpacing(12)
        acts.addWidget(self._try)
        acts.addWidget(self._cancel)
        acts.addWidget(self._again, 1)
        acts.addStretch()
        card.body.addLayout(head)
        card.body.addWidget(self._standing)
        card.body.addWidget(self._ending)
        card.body.addWidget(self._clock)
        card.body.addWidget(self._line)
        card.body.addLayout(acts)
        return card

    def _days_card(self) -> Card:
        self._days: RecordTableModel[SyncDay] = RecordTableModel(
            [Column[SyncDay]("", words.day_name)], lambda day: day_row(day).sentence()
        )
        self._list = RowList(translate("sync", "Days"), self._days, day_row, tall=True, opens_on_click=False)
        card = Card(padding=0)
        card.body.addWidget(self._list)
        self._empty = EmptyState(
            "receipt",
            translate("sync", "Nothing to send"),
            translate(
                "sync",
                "What you save appears here day by day, with the word of the county that it has arrived.",
            ),
        )
        card.body.addWidget(self._empty)
        return card

    def _words_card(self) -> Card:
        card = Card(translate("sync", "Three different words"), spacing=12)
        for icon, word, meaning in (
            (
                "disk",
                translate("sync", "Saved"),
                translate("sync", "It is on this laptop, also after a power cut."),
            ),
            (
                "upload",
                translate("sync", "Sent"),
                translate("sync", "It has left; the receipt is still to come."),
            ),
            (
                "receipt",
                translate("sync", "At the county"),
                translate("sync", "The county has confirmed that it holds it."),
            ),
        ):
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(IconPicture(icon, 20), 0, Qt.AlignmentFlag.AlignTop)
            texts = QVBoxLayout()
            texts.setSpacing(0)
            texts.addWidget(Text(word, "strong"))
            texts.addWidget(Text(meaning, "small", "text_2", wrap=True))
            row.addLayout(texts, 1)
            card.body.addLayout(row)
        return card

    # what the frame asks

    def heading(self) -> Heading:
        title = translate("sync", "Sync")
        return Heading(title, window=title)

    def arrive(self, what: object) -> None:
        self._presenter.read()

    def panes(self) -> tuple[QWidget, ...]:
        return (self._panes.work, self._panes.facts)

    def toggle_facts(self) -> None:
        self._panes.toggle_facts()

    def facts_hidden(self) -> bool:
        return self._panes.facts_hidden

    def notice(self) -> Notice | None:
        return self._notice

    # what the presenter tells

    def show_page(self, page: SyncPage) -> None:
        """Everything at once; only what changed moves."""
        self._show_trip(page)
        self.stick.show_trip(page.stick)
        if page.state is not None:
            self._show_state(page.state, page)

    def _show_trip(self, page: SyncPage) -> None:
        under_way = page.progress is not None
        had_focus = self._try.hasFocus() or self._cancel.hasFocus()
        self._try.setVisible(not under_way)
        self._cancel.setVisible(under_way)
        self._cancel.setEnabled(not page.cancelling)
        self._line.setVisible(page.progress is not None and page.progress.of > 0)
        self._again.setVisible(not under_way)
        if had_focus:
            (self._cancel if under_way else self._try).setFocus(Qt.FocusReason.OtherFocusReason)
        if page.progress is not None:
            self._line.set_share(page.progress.done, page.progress.of)
            stopping = translate("sync", "Stopping…")
            self._ending.setText(stopping if page.cancelling else words.progress(page.progress))
            self._ending.show()
        elif page.result is not None:
            self._ending.setText(words.ending(page.result))
            self._ending.show()
        else:
            self._ending.setVisible(False)

    def _show_state(self, state: "SyncState", page: SyncPage) -> None:
        offline = (state.last_problem or "").partition(".")[0] == CountyUnreachable.code
        self._icon.set_icon("nonet" if offline else "net")
        self._contact.setText(words.contact(state))
        self._standing.setText(words.standing(state))
        wrong = words.clock(state.clock_offset_s)
        advice = translate(
            "sync",
            "Times are put right when they are sent; set the clock all the same, so that days are right here.",
        )
        self._clock.setText(f"{wrong} {advice}" if wrong else "")
        self._clock.setVisible(bool(wrong))
        if page.progress is None and page.result is None and state.last_problem:
            self._ending.setText(messages.sentence_for(state.last_problem))
            self._ending.show()
        days = state.days[:MOST_DAYS]
        if self._days.records() != days:
            chosen = self._list.currentIndex().row()
            self._days.set_records(days)
            if 0 <= chosen < len(days):
                self._list.choose(chosen)
        self._list.setVisible(bool(days))
        self._empty.setVisible(not days)
        self.held.show_held(state.held)
        self.aside.show_aside(page.aside)
        self._tell_notice(state, page)

    def _tell_notice(self, state: "SyncState", page: SyncPage) -> None:
        notice = None
        if state.held:
            bold = translate("sync", "%n records are held back at the county.", "", state.held_back)
            notice = Notice("amber", bold, words.reason(state.held[0].reason))
        notice = lease_notice(state.lease) or notice
        if page.problem is not None:
            notice = Notice("amber", messages.sentence(page.problem))
        if notice != self._notice:
            self._notice = notice
            self.notice_changed.emit(notice)
