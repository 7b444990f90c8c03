"""Unlock: tiles, one passphrase, and a foot with emergency phones and languages, on a quiet hill drawing."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.errors import VatraError
from app.services.safety import WayOn
from ui import formatting, languages, messages
from ui.preferences import LANGUAGES, Language
from ui.screens.unlock.presenter import UnlockPresenter, UnlockState
from ui.screens.unlock.recovery_dialog import RecoveryDialog
from ui.screens.unlock.tiles import WITH_DIGIT, Tiles
from ui.screens.unlock.waiting import wait_words
from ui.widgets.banner import announce
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState, IconPicture
from ui.widgets.flow import Flow
from ui.widgets.hills import Hills
from ui.widgets.panes import Scroll
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.text import Text

translate = QCoreApplication.translate
SIDE = 16
MANY_ROWS = 3
LOW_WINDOW = 620
CARD_WIDTH = 620


class UnlockView(Hills):
    """Full window. ``language_chosen(code)`` from the foot; everything else goes to the presenter."""

    language_chosen = Signal(str)

    def __init__(
        self,
        presenter: UnlockPresenter,
        phones: Sequence[tuple[str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        """``phones`` are (what for, number) of the country, for the foot."""
        super().__init__(parent)
        self._presenter = presenter
        self._shown: UnlockState | None = None
        self.setAccessibleName(translate("unlock", "Who is working now?"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        middle = QVBoxLayout(inside)
        middle.setContentsMargins(SIDE, 8, SIDE, 4)
        middle.setSpacing(0)
        middle.addStretch(3)
        self._brand_words = self._brand()
        middle.addWidget(self._brand_words)
        self._question = Text(translate("unlock", "Who is working now?"), "title")
        self._question.setAlignment(Qt.AlignmentFlag.AlignCenter)
        middle.addWidget(self._question)
        middle.addSpacing(12)
        self._tiles = Tiles()
        self._tiles.taken.connect(self._take)
        self._tiles.looked_at.connect(self._presenter.choose)
        middle.addWidget(self._tiles)
        middle.addSpacing(14)
        self._card = self._passphrase_card()
        middle.addLayout(centred(self._card))
        self._trouble = self._damaged_card()
        middle.addLayout(centred(self._trouble))
        middle.addStretch(5)
        self._middle = middle
        column.addWidget(Scroll(inside, self.accessibleName()), 1)
        column.addWidget(self._foot(phones))
        for number in range(1, WITH_DIGIT + 1):
            QShortcut(QKeySequence(f"Alt+{number}"), self).activated.connect(
                lambda number=number: self._tiles.take_number(number)
            )
        presenter.changed.connect(self.show_state)
        self.show_state(presenter.state)

    def _brand(self) -> QWidget:
        brand = QWidget()
        box = QVBoxLayout(brand)
        box.setContentsMargins(0, 0, 0, 16)
        box.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addStretch(1)
        row.addWidget(IconPicture("flame", 36, "ember"))
        row.addWidget(Text("Vatra", "display"))
        row.addStretch(1)
        box.addLayout(row)
        self._place = Text("", "body", "text_2")
        self._place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.addWidget(self._place)
        return brand

    def _passphrase_card(self) -> Card:
        card = Card(padding=24, spacing=10)
        card.setFixedWidth(CARD_WIDTH)
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(Text(translate("unlock", "Passphrase"), "strong"))
        self._for = Text("", "body", "text_2")
        top.addWidget(self._for)
        top.addStretch(1)
        card.body.addLayout(top)
        row = QHBoxLayout()
        row.setSpacing(12)
        self._field = PassphraseField(
            translate("unlock", "Passphrase"),
            translate("unlock", "Show the passphrase while held (Ctrl+H)"),
        )
        self._field.installEventFilter(self)
        self._field.returnPressed.connect(self._open)
        row.addWidget(self._field, 1)
        self._button = Button(translate("unlock", "Open"), "filled", keys="Enter", large=True)
        self._button.clicked.connect(self._open)
        row.addWidget(self._button)
        self._not_copy = Button(translate("unlock", "Without the copy"), "text", large=True)
        self._not_copy.clicked.connect(self._presenter.try_again)
        row.addWidget(self._not_copy)
        card.body.addLayout(row)
        below = QHBoxLayout()
        below.setSpacing(10)
        self._mark = IconPicture("shieldcheck", 16)
        below.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._line = Text("", "small", "text_2", wrap=True)
        below.addWidget(self._line, 1)
        self._forgot = Button(translate("unlock", "I forgot my passphrase"), "text", small=True)
        self._forgot.clicked.connect(self._recover)
        below.addWidget(self._forgot, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(below)
        return card

    def _damaged_card(self) -> Card:
        card = Card(padding=8)
        card.setFixedWidth(CARD_WIDTH)
        self._trouble_words = EmptyState("disk", "")
        card.body.addWidget(self._trouble_words)
        self._use_copy = Button(translate("unlock", "Use the copy"), "filled")
        self._use_copy.clicked.connect(self._presenter.use_copy)
        self._look_again = Button(translate("unlock", "Look again"), "plain")
        self._look_again.clicked.connect(self._presenter.try_again)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(24, 0, 24, 24)
        buttons.setSpacing(12)
        buttons.addStretch(1)
        buttons.addWidget(self._use_copy)
        buttons.addWidget(self._look_again)
        buttons.addStretch(1)
        card.body.addLayout(buttons)
        card.hide()
        return card

    def _foot(self, phones: Sequence[tuple[str, str]]) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 6, 24, 12)
        row.setSpacing(16)
        numbers = QWidget()
        flow = Flow(gap=18, line_gap=0, parent=numbers)
        for what_for, number in phones:
            flow.addWidget(phone_line(what_for, number))
        row.addWidget(numbers, 1)
        now = languages.current()
        links = QHBoxLayout()
        links.setSpacing(0)
        for language in LANGUAGES:
            button = LanguageLink(languages.NAMES[language], chosen=language == now)
            button.clicked.connect(lambda _on=False, language=language: self._take_language(language))
            links.addWidget(button)
        row.addLayout(links)
        return foot

    # state -> widgets

    def show_state(self, state: UnlockState) -> None:
        """Show tiles, field and sentence for this state."""
        before, self._shown = self._shown, state
        if before is None or before.workers != state.workers:
            self._tiles.show_workers(state.workers)
            self._fit()
        if state.heading:
            place = (
                translate("unlock", "%1 · laptop %2")
                .replace("%1", state.heading.commune_name)
                .replace("%2", state.heading.laptop_name)
            )
            self._place.setText(place)
        damaged = state.mode == "damaged"
        self._tiles.mark(state.chosen)
        self._tiles.setVisible(not damaged)
        chosen = next((worker.name for worker in state.workers if worker.id == state.chosen), "")
        self._for.setText(f"· {chosen}" if chosen else "")
        self._card.setVisible(not damaged)
        self._question.setVisible(not damaged)
        self._trouble.setVisible(damaged)
        self._field.setEnabled(state.mode == "ready")
        self._button.setEnabled(state.mode == "ready")
        self._forgot.setEnabled(state.mode in ("ready", "waiting"))
        self._say(state)
        self._button.setText(
            translate("unlock", "Use the copy") if state.using_copy else translate("unlock", "Open")
        )
        self._not_copy.setVisible(state.using_copy)
        self._not_copy.setEnabled(state.mode == "ready")
        if damaged and state.problem:
            self._say_trouble(state.problem, state.way_on)
        elif state.mode == "ready" and (
            before is None or before.mode != "ready" or before.chosen != state.chosen
        ):
            if before is not None and before.chosen != state.chosen:
                self._field.clear()  # what was typed is for another's tile
            if self._tiles.have_focus():
                return
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
            self._field.selectAll()

    def _say_trouble(self, problem: VatraError, way_on: WayOn | None) -> None:
        words = messages.sentence(problem)
        if way_on is not None and way_on.copy_made_at is not None:
            copy = translate("unlock", "Last copy: %1.").replace("%1", formatting.moment(way_on.copy_made_at))
            words = f"{words}\n{copy}"
        self._trouble_words.say(translate("unlock", "The store of this laptop needs help"), words)
        self._use_copy.setVisible(way_on is not None and (way_on.keyring or way_on.copy_made_at is not None))
        self._use_copy.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, state: UnlockState) -> None:
        caps = self._caps_lock_seems_on()
        if state.mode == "opening":
            words, tone, icon = translate("unlock", "Opening…"), "text_2", "unlock"
        elif state.mode == "waiting":
            words = wait_words(state.seconds_left)
            tone, icon = "urgent", "clock"
        elif state.problem is not None and state.mode == "ready":
            words, tone, icon = messages.sentence(state.problem), "urgent", "info"
        elif state.back is not None and not caps:
            words = translate(
                "unlock",
                "The county office let you in again (%1). Your new passphrase opens Vatra from now on.",
            ).replace("%1", ", ".join(state.back.holders))
            tone, icon = "text_2", "shieldcheck"
        elif caps:
            words, tone, icon = translate("unlock", "Caps Lock is on."), "medium", "info"
        elif state.using_copy and state.way_on is not None and state.way_on.copy_made_at is not None:
            words = translate(
                "unlock",
                "Your passphrase brings back the copy (%1). What the county already has comes back by itself; the former files stay on this laptop.",
            ).replace("%1", formatting.moment(state.way_on.copy_made_at))
            tone, icon = "text_2", "disk"
        else:
            words = translate(
                "unlock",
                "It works the same without internet. What colleagues wrote stays theirs and is not lost when somebody else works here.",
            )
            tone, icon = "text_2", "shieldcheck"
        if words != self._line.text():
            self._line.setText(words)
            if tone == "urgent":
                announce(self, words, assertive=True)
        self._line.set_tone(tone)
        self._mark.set_icon(icon, tone)

    def _caps_lock_seems_on(self) -> bool:
        """Qt does not tell the lamp; capitals without Shift do."""
        return bool(self.property("capitals"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if self._shown is not None and self._steps(event):
                step = 1 if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Right) else -1
                worker_id = self._tiles.step(self._shown.chosen, step)
                if worker_id is not None:
                    self._presenter.choose(worker_id)
                return True
            if event.text().isalpha():
                shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.setProperty("capitals", event.text().isupper() != shifted)
                if self._shown:
                    self._say(self._shown)
        return super().eventFilter(watched, event)

    def _steps(self, event: QKeyEvent) -> bool:
        """Whether a key in the passphrase goes to the next tile: up and down always, left and right while nothing is typed."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        aside = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        return event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) or (aside and not self._field.text())

    # acts

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A digit that a field did not take chooses a worker.
        if event.text() in "123456789" and event.text() and not self._field.hasFocus():
            self._tiles.take_number(int(event.text()))
            return
        super().keyPressEvent(event)

    def _take(self, worker_id: bytes) -> None:
        self._presenter.choose(worker_id)
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        passphrase = self._field.text()
        if passphrase:
            self._field.clear()
            self._presenter.open(passphrase)

    def _recover(self) -> None:
        presenter = self._presenter.recovery()
        if presenter is not None:
            self._field.clear()
            dialog = RecoveryDialog(presenter, self)
            dialog.finished.connect(lambda _result: self._field.setFocus(Qt.FocusReason.OtherFocusReason))
            dialog.open()

    def _take_language(self, language: Language) -> None:
        self.language_chosen.emit(language)

    def filled_button(self) -> Button:
        """The button that Enter presses."""
        if self._card.isVisibleTo(self):
            return self._button
        return self._use_copy if self._use_copy.isVisibleTo(self) else self._look_again

    # size

    def _low(self) -> bool:
        return self.height() < LOW_WINDOW

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._tiles.fit(self.width() - 2 * SIDE, low_window=self._low())
        self._middle.setStretch(0, 0 if self._low() else 3)
        # On a low screen with many people, their tiles and the passphrase come before our name.
        self._brand_words.setVisible(not self._low() or self._tiles.rows < MANY_ROWS)


def phone_line(what_for: str, number: str) -> QWidget:
    """Whom to call, and the number semibold."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 3, 0, 3)
    row.setSpacing(6)
    row.addWidget(IconPicture("phone", 16, "text"))
    row.addWidget(Text(f"{formatting.sentence_case(what_for)}:", "small"))
    row.addWidget(Text(number, "small_strong"))
    return line


def centred(widget: QWidget) -> QHBoxLayout:
    """A widget in the middle of its row. Not by alignment: that would forget how high wrapped text is."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget)
    row.addStretch(1)
    return row


class LanguageLink(Button):
    """A language by its own name; the one in use is semibold."""

    def __init__(self, name: str, *, chosen: bool) -> None:
        super().__init__(name, "text", small=True)
        self.setProperty("type_style", "small_strong" if chosen else "small")
        self.setAccessibleDescription(translate("unlock", "in use") if chosen else "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
