"""Change my passphrase: the present one, the words that are offered, the new one twice."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import WrongPassphrase
from ui import messages
from ui.navigator import Navigator
from ui.page import Desk, Heading, Page
from ui.screens.new_passphrase import NewPassphrase
from ui.screens.team.passphrase_presenter import PassphrasePage, PassphrasePresenter
from ui.widgets.action_bar import ActionBar
from ui.widgets.banner import announce
from ui.widgets.buttons import Button
from ui.widgets.card import Card, Rule
from ui.widgets.fields import Field
from ui.widgets.panes import EDGE, Scroll, column
from ui.widgets.passphrase_field import PassphraseField
from ui.widgets.text import Text

translate = QCoreApplication.translate
WIDTH = 760


def make(desk: Desk) -> Page:
    """The screen for this desk."""
    places = (desk.who.commune_name, desk.who.laptop_name, desk.who.county_name)
    presenter = PassphrasePresenter(desk.vault, desk.tasks, places)
    view = PassphraseView(presenter, desk.navigator)
    presenter.setParent(view)
    return view


class PassphraseView(Page):
    """Enter goes from field to field, Ctrl+Enter changes; leaving the page empties the fields."""

    def __init__(
        self, presenter: PassphrasePresenter, navigator: Navigator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter, self._navigator = presenter, navigator
        self.present = PassphraseField(
            translate("team", "Present passphrase"),
            translate("unlock", "Show the passphrase while held (Ctrl+H)"),
        )
        self._present_field = Field(translate("team", "Present passphrase"), self.present)
        self.new = NewPassphrase()
        self._told = Text("", "small", "urgent", wrap=True)
        self._told.hide()
        card = Card(padding=24, spacing=14)
        for widget in (self._present_field, Rule(), self.new, self._told):
            card.body.addWidget(widget)
        inside = column(card)
        inside.setMaximumWidth(WIDTH)
        self._scroll = Scroll(inside, translate("screens", "Change my passphrase"))
        cancel = Button(translate("team", "Cancel"), "text")
        cancel.clicked.connect(navigator.back)
        self._act = Button(translate("team", "Change the passphrase"), "filled", keys="Ctrl Enter")
        self._act.clicked.connect(self._change)
        self._bar = ActionBar(cancel, self._act)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        inset = QVBoxLayout()
        inset.setContentsMargins(EDGE, 16, EDGE, 0)
        inset.addWidget(self._scroll)
        whole.addLayout(inset, 1)
        whole.addWidget(self._bar)
        self.present.textEdited.connect(lambda _text: self._typed())
        self.present.returnPressed.connect(lambda: self.new.first.setFocus(Qt.FocusReason.TabFocusReason))
        self.new.edited.connect(self._typed)
        self.new.entered.connect(self._change)
        self.new.another_asked.connect(presenter.another)
        presenter.changed.connect(self.show_page)
        presenter.done.connect(self._done)
        self.show_page(presenter.page)

    # what the frame asks

    def heading(self) -> Heading:
        title = translate("screens", "Change my passphrase")
        return Heading(title, back=True, window=title)

    def arrive(self, what: object) -> None:
        self._presenter.begin()

    def leave(self) -> None:
        self.present.clear()
        self.new.forget()

    def first_focus(self) -> QWidget | None:
        return self.present

    def panes(self) -> tuple[QWidget, ...]:
        return (self._scroll, self._bar)

    # what the presenter tells

    def show_page(self, page: PassphrasePage) -> None:
        """Words, faults and progress; what is typed stays."""
        self.new.offer(page.offered)
        self.present.setEnabled(not page.changing)
        self.new.set_at_rest(page.changing)
        if page.fault is not None:
            self.new.show_fault(page.fault)
        wrong = isinstance(page.problem, WrongPassphrase)
        sentence = messages.sentence(page.problem) if page.problem is not None else ""
        self._present_field.set_problem(sentence if wrong else "")
        told = translate("team", "Making the keys…") if page.changing else "" if wrong else sentence
        self._told.setText(told)
        self._told.set_tone("text_2" if page.changing else "urgent")
        self._told.setVisible(bool(told))
        if page.problem is not None:
            announce(self, sentence, assertive=True)
            if wrong:
                self.present.setFocus(Qt.FocusReason.OtherFocusReason)
                self.present.selectAll()
        self._show_act(page)

    def _show_act(self, page: PassphrasePage) -> None:
        filled = bool(self.present.text()) and self.new.is_filled()
        self._act.setEnabled(filled and not page.changing)

    # what the worker does

    def _typed(self) -> None:
        self._presenter.forget_problem()
        self._show_act(self._presenter.page)

    def _change(self) -> None:
        if self._act.isEnabled():
            self._presenter.change(self.present.text(), *self.new.typed())

    def _done(self) -> None:
        self._navigator.back()
        self.done.emit(translate("team", "Your new passphrase opens Vatra from now on."), None)
