"""First start in three steps on one card: county card, this laptop, passphrase."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ui import languages, messages, theme
from ui.preferences import LANGUAGES
from ui.screens.new_passphrase import NewPassphrase
from ui.screens.setup.presenter import STEPS, SetupPresenter, SetupState
from ui.screens.unlock.view import LanguageLink, centred
from ui.widgets import paint
from ui.widgets.buttons import Button
from ui.widgets.card import Card, Rule
from ui.widgets.empty_state import IconPicture
from ui.widgets.fields import CheckField, Field, LineField
from ui.widgets.hills import Hills
from ui.widgets.panes import Scroll
from ui.widgets.text import Text

translate = QCoreApplication.translate
CARD_WIDTH = 680
LOW_WINDOW = 560


class Steps(QWidget):
    """Where one is: three words with numbers, the current one filled."""

    def __init__(self, words: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._now = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_now(0)

    def set_now(self, number: int) -> None:
        self._now = number
        pattern = translate("setup", "Step %1 of %2: %3")
        said = pattern.replace("%1", str(number + 1)).replace("%2", str(len(self._words)))
        self.setAccessibleName(said.replace("%3", self._words[number]))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(
            round(sum(paint.width_of(word, "small_strong") + 64 for word in self._words)), theme.scaled(28)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        x, middle = 0.0, self.height() / 2
        for number, word in enumerate(self._words):
            now, past = number == self._now, number < self._now
            mark = self.rect().toRectF()
            mark.setRect(x, middle - 11, 22, 22)
            paint.box(
                painter,
                mark,
                "accent" if now else "accent_tint" if past else "surface",
                None if now else "accent_line" if past else "line_mid",
                radius=11,
            )
            if past:
                paint.tick(painter, mark.adjusted(3, 3, -3, -3), theme.colour("accent"), 1.6)
            else:
                paint.words(
                    painter, mark, str(number + 1), "caption", "on_accent" if now else "text_2", paint.CENTRE
                )
            words = mark.adjusted(30, 0, 400, 0)
            x += (
                30
                + paint.words(
                    painter, words, word, "small_strong" if now else "small", "text" if now else "text_2"
                )
                + 30
            )


class SetupView(Hills):
    """Full window, before there is a vault."""

    language_chosen = Signal(str)

    def __init__(self, presenter: SetupPresenter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.setAccessibleName(translate("setup", "Set up this laptop"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        middle = QVBoxLayout(inside)
        middle.setContentsMargins(16, 12, 16, 4)
        middle.setSpacing(20)
        middle.addStretch(2)
        self._brand = QWidget()
        brand = QHBoxLayout(self._brand)
        brand.setContentsMargins(0, 0, 0, 0)
        brand.setSpacing(14)
        brand.addStretch(1)
        brand.addWidget(IconPicture("flame", 36, "ember"))
        brand.addWidget(Text(translate("setup", "Set up this laptop"), "display"))
        brand.addStretch(1)
        middle.addWidget(self._brand)
        middle.addLayout(centred(self._card()))
        middle.addStretch(4)
        column.addWidget(Scroll(inside, self.accessibleName()), 1)
        column.addWidget(self._foot())
        presenter.changed.connect(self.show_state)
        self.show_state(presenter.state)

    def _card(self) -> Card:
        card = Card(padding=20, spacing=12)
        card.setFixedWidth(CARD_WIDTH)
        self._steps = Steps(
            (
                translate("setup", "County card"),
                translate("setup", "This laptop"),
                translate("setup", "Passphrase"),
            )
        )
        card.body.addWidget(self._steps)
        card.body.addWidget(Rule())
        self._pages = QStackedWidget()
        for page in (self._card_page(), self._laptop_page(), self._passphrase_page()):
            self._pages.addWidget(page)
        card.body.addWidget(self._pages)
        self._problem = Text("", "small", "urgent", wrap=True)
        card.body.addWidget(self._problem)
        acts = QHBoxLayout()
        acts.setSpacing(12)
        self._back = Button(translate("setup", "Back"), "text")
        self._back.clicked.connect(self._presenter.go_back)
        acts.addWidget(self._back)
        acts.addStretch(1)
        self._next = Button(translate("setup", "Go on"), "filled", keys="Enter")
        self._next.clicked.connect(self._go_on)
        acts.addWidget(self._next)
        card.body.addLayout(acts)
        return card

    def _card_page(self) -> QWidget:
        page, lines = _page()
        lines.addWidget(
            Text(
                translate("setup", "The county gave your office a file, the county card. Choose it here."),
                "body",
                wrap=True,
            )
        )
        self._choose = Button(translate("setup", "Choose the county card"), "plain", icon="doc")
        self._choose.clicked.connect(self._pick_card)
        lines.addWidget(self._choose, 0, Qt.AlignmentFlag.AlignLeft)
        self._or = Text(
            translate("setup", "Or type the county's address and the signs from its paper:"),
            "body",
            wrap=True,
        )
        lines.addWidget(self._or)
        self._address = LineField(translate("setup", "Address of the county"), width=280)
        self._address.setPlaceholderText("https://")
        self._signs = LineField(translate("setup", "Signs on the paper"), width=340)
        self._fetch = Button(translate("setup", "Fetch the card"), "plain")
        for field in (self._address, self._signs):
            field.textEdited.connect(lambda _text: self._show_fetch())
            field.returnPressed.connect(self._fetch_card)
        self._fetch.clicked.connect(self._fetch_card)
        typed = QHBoxLayout()
        typed.setSpacing(12)
        typed.addWidget(Field(translate("setup", "Address of the county"), self._address))
        typed.addWidget(Field(translate("setup", "Signs on the paper"), self._signs))
        typed.addStretch(1)
        lines.addLayout(typed)
        lines.addWidget(self._fetch, 0, Qt.AlignmentFlag.AlignLeft)
        self._county = Text("", "heading")
        self._fingerprint = Text("", "code", wrap=True)
        self._compare = Text("", "small", "text_2", wrap=True)
        for text in (self._county, self._fingerprint, self._compare):
            lines.addWidget(text)
        lines.addStretch(1)
        return page

    def _laptop_page(self) -> QWidget:
        page, lines = _page()
        self._code = LineField(translate("setup", "Code from the county"), width=280)
        self._laptop = LineField(
            translate("setup", "Name of this laptop"), self._presenter.state.laptop, width=280
        )
        for field in (self._code, self._laptop):
            field.textEdited.connect(
                lambda _text: self._presenter.set_laptop(self._code.text(), self._laptop.text())
            )
            field.returnPressed.connect(self._go_on)
        lines.addWidget(
            Field(
                translate("setup", "Code from the county"),
                self._code,
                hint=translate(
                    "setup", "It works once and says which commune and which worker this laptop is for."
                ),
                strong=True,
            )
        )
        lines.addWidget(
            Field(
                translate("setup", "Name of this laptop"),
                self._laptop,
                hint=translate(
                    "setup", "Such as PC-2: colleagues and the county see it beside your records."
                ),
            )
        )
        lines.addStretch(1)
        return page

    def _passphrase_page(self) -> QWidget:
        page, lines = _page()
        self._new = NewPassphrase()
        self._new.edited.connect(self._typed)
        self._new.entered.connect(self._go_on)
        self._new.another_asked.connect(self._presenter.another_passphrase)
        lines.addWidget(self._new)
        self._written = CheckField(translate("setup", "I have written it on paper"))
        self._written.toggled.connect(lambda _on: self._show_next())
        lines.addWidget(self._written)
        lines.addStretch(1)
        return page

    def _foot(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 6, 24, 12)
        row.addStretch(1)
        for language in LANGUAGES:
            link = LanguageLink(languages.NAMES[language], chosen=language == languages.current())
            link.clicked.connect(lambda _on=False, language=language: self.language_chosen.emit(language))
            row.addWidget(link)
        return foot

    def show_state(self, state: SetupState) -> None:
        """Show the step and what is known."""
        number = STEPS.index(state.step)
        moved = self._pages.currentIndex() != number
        self._steps.set_now(number)
        self._pages.setCurrentIndex(number)
        self._back.setVisible(number > 0)
        self._show_fetch()
        fetched = isinstance(state.source, bytes)
        self._compare.setText(
            translate("setup", "These are the signs you typed: the card is the county's.")
            if fetched
            else translate("setup", "Compare these signs with the paper from the county, letter by letter.")
        )
        self._county.setText(state.card.county_name if state.card else "")
        self._fingerprint.setText(state.card.fingerprint if state.card else "")
        for widget in (self._county, self._fingerprint, self._compare):
            widget.setVisible(state.card is not None)
        self._new.offer(state.offered)
        self._new.set_at_rest(state.asking)
        if state.fault is not None:
            self._new.show_fault(state.fault)
        words = messages.sentence(state.problem) if state.problem else ""
        waiting = state.asking or state.fetching
        self._problem.setText(translate("setup", "Asking the county…") if waiting else words)
        self._problem.set_tone("text_2" if waiting else "urgent")
        self._problem.setVisible(waiting or bool(words))
        self._next.setText(
            translate("setup", "Set up this laptop")
            if state.step == "passphrase"
            else translate("setup", "Go on")
        )
        self._next.updateGeometry()
        self._show_next()
        if moved or not self.isVisible():
            (self._choose, self._code, self._new.first)[number].setFocus(Qt.FocusReason.OtherFocusReason)

    def filled_button(self) -> Button:
        return self._next

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._brand.setVisible(self.height() >= LOW_WINDOW)

    def _show_next(self) -> None:
        state = self._presenter.state
        ready = state.may_go_on
        if state.step == "passphrase":
            ready = ready and self._written.isChecked() and self._new.is_filled()
        self._next.setEnabled(ready)

    def _go_on(self) -> None:
        if not self._next.isEnabled():
            return
        if self._presenter.state.step == "passphrase":
            self._presenter.enrol(*self._new.typed())
        else:
            self._presenter.go_on()

    def _show_fetch(self) -> None:
        typed = bool(self._address.text().strip() and self._signs.text().strip())
        self._fetch.setEnabled(typed and not self._presenter.state.fetching)

    def _fetch_card(self) -> None:
        if self._fetch.isEnabled():
            self._presenter.fetch_card(self._address.text(), self._signs.text())

    def _typed(self) -> None:
        self._presenter.forget_problem()
        self._show_next()

    def _pick_card(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, translate("setup", "Choose the county card"))
        if path:
            self._presenter.take_card(Path(path))


def _page() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    lines = QVBoxLayout(page)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(12)
    return page, lines
