"""Add a colleague, in two steps: who comes (typed by whoever works now), then a passphrase (typed by the newcomer)."""

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.access import may
from app.services.workers import Joined
from ui import formatting, messages, trade
from ui.navigator import Navigator
from ui.page import Desk, Heading, Page
from ui.screens import team_words
from ui.screens.new_passphrase import NewPassphrase
from ui.screens.team.colleague_presenter import ColleaguePage, ColleaguePresenter
from ui.widgets.action_bar import ActionBar
from ui.widgets.answer_keys import AnswerKeys, Option
from ui.widgets.banner import announce
from ui.widgets.buttons import Button
from ui.widgets.card import Card
from ui.widgets.fields import Choice, Field, LineField
from ui.widgets.panes import EDGE, Scroll, column
from ui.widgets.text import Text

translate = QCoreApplication.translate
WIDTH = 760


def make(desk: Desk) -> Page:
    """The screen for this desk."""
    places = (desk.who.commune_name, desk.who.laptop_name, desk.who.county_name)
    presenter = ColleaguePresenter(
        desk.vault,
        desk.tasks,
        places,
        may_take_in=may(desk.who.profession, "add_worker"),
        on_records=desk.courier.on_records if desk.courier is not None else desk.tasks.records.call,
    )
    view = ColleagueView(presenter, desk.navigator)
    presenter.setParent(view)
    return view


class ColleagueView(Page):
    """Enter goes on, Ctrl+Enter presses the filled button; leaving the page forgets the passphrase, not the name."""

    def __init__(
        self, presenter: ColleaguePresenter, navigator: Navigator, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter, self._navigator = presenter, navigator
        self._build_fields()
        self._who, self._theirs = self._who_step(), self._passphrase_step()
        self._told = Text("", "small", "urgent", wrap=True)
        self._told.hide()
        card = Card(padding=24, spacing=14)
        for widget in (self._who, self._theirs, self._told):
            card.body.addWidget(widget)
        inside = column(card)
        inside.setMaximumWidth(WIDTH)
        self._scroll = Scroll(inside, translate("screens", "Add a colleague"))
        self._cancel = Button("", "text")
        self._cancel.clicked.connect(self._go_back)
        self._act = Button("", "filled", keys="Ctrl Enter")
        self._act.clicked.connect(self._go_on)
        self._bar = ActionBar(self._cancel, self._act)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        inset = QVBoxLayout()
        inset.setContentsMargins(EDGE, 16, EDGE, 0)
        inset.addWidget(self._scroll)
        whole.addLayout(inset, 1)
        whole.addWidget(self._bar)
        presenter.changed.connect(self.show_page)
        presenter.added.connect(self._added)
        self.show_page(presenter.page)

    def _build_fields(self) -> None:
        self.way = AnswerKeys(
            translate("team", "How they come"),
            [
                Option("code", translate("team", "With a code of the county")),
                Option("here", translate("team", "Without a code")),
            ],
            columns=2,
        )
        self.way.changed.connect(self._way_chosen)
        self.code = LineField(translate("team", "Code of the county"), width=280)
        self.name = LineField(translate("team", "Name"), placeholder=translate("team", "first name, surname"))
        professions = [(code, formatting.sentence_case(trade.profession(code))) for code in trade.PROFESSIONS]
        self.profession = Choice(translate("team", "Profession"), sorted(professions, key=lambda one: one[1]))
        self.profession.setPlaceholderText(translate("team", "Choose"))
        self.profession.setCurrentIndex(-1)
        for field in (self.code, self.name):
            field.textEdited.connect(lambda _text: self._say_who())
        self.code.returnPressed.connect(self._go_on)
        self.name.returnPressed.connect(lambda: self.profession.setFocus(Qt.FocusReason.TabFocusReason))
        self.profession.currentIndexChanged.connect(lambda _number: self._say_who())
        self.new = NewPassphrase()
        self.new.edited.connect(self._typed)
        self.new.entered.connect(self._go_on)
        self.new.another_asked.connect(self._presenter.another)

    def _who_step(self) -> QWidget:
        self._way_field = Field(translate("team", "How they come"), self.way, strong=True)
        self._code_field = Field(
            translate("team", "Code of the county"),
            self.code,
            hint=translate(
                "team",
                "It works once and says who comes and with which profession. A connection is needed for this.",
            ),
        )
        self._name_field = Field(translate("team", "Name"), self.name)
        self._profession_field = Field(translate("team", "Profession"), self.profession)
        self._here_hint = Text(
            translate(
                "team",
                "No connection is needed. The county learns of it with the next sending and must agree; until then your colleague works here as everybody does.",
            ),
            "small",
            "text_2",
            wrap=True,
        )
        return _step(
            self._way_field, self._code_field, self._name_field, self._profession_field, self._here_hint
        )

    def _passphrase_step(self) -> QWidget:
        hand = Text(translate("team", "Hand the laptop to your colleague now."), "heading", wrap=True)
        theirs = Text(
            translate("team", "The passphrase is theirs alone. Look away while it is typed."),
            "body",
            wrap=True,
        )
        self._comes = Text("", "body", "text_2", wrap=True)
        return _step(hand, theirs, self._comes, self.new)

    # what the frame asks

    def heading(self) -> Heading:
        title = translate("screens", "Add a colleague")
        return Heading(title, back=True, window=title)

    def arrive(self, what: object) -> None:
        self._presenter.begin()

    def leave(self) -> None:
        self.new.forget()

    def first_focus(self) -> QWidget | None:
        return self.way if not self._way_field.isHidden() else self.code

    def panes(self) -> tuple[QWidget, ...]:
        return (self._scroll, self._bar)

    # what the presenter tells

    def show_page(self, page: ColleaguePage) -> None:
        """The step, what is known, and what stands in the way; what is typed stays."""
        at_end = page.step == "passphrase"
        moved = self._theirs.isHidden() == at_end
        self._who.setVisible(not at_end)
        self._theirs.setVisible(at_end)
        self._show_who(page)
        self._comes.setText(
            f"{page.name.strip()} · {trade.profession(page.profession)}" if page.way == "here" else ""
        )
        self._comes.setVisible(page.way == "here")
        self.new.offer(page.offered)
        self.new.set_at_rest(page.asking)
        if page.fault is not None:
            self.new.show_fault(page.fault)
        self._tell(page)
        self._cancel.setText(translate("team", "Back") if at_end else translate("team", "Cancel"))
        self._cancel.setEnabled(not page.asking)
        self._act.setText(translate("team", "Add the colleague") if at_end else translate("team", "Go on"))
        for button in (self._cancel, self._act):
            button.updateGeometry()
        self._show_act(page)
        if moved and self.isVisible():
            first = self.new.first if at_end else self.name if page.way == "here" else self.code
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_who(self, page: ColleaguePage) -> None:
        self._way_field.setVisible(page.may_take_in)
        if self.way.value() != page.way:
            self.way.set_value(page.way)
        here = page.way == "here"
        self._code_field.setVisible(not here)
        for widget in (self._name_field, self._profession_field, self._here_hint):
            widget.setVisible(here)
        for field, text in ((self.code, page.code), (self.name, page.name)):
            if field.text() != text:
                field.setText(text)
        if self.profession.value() != page.profession:
            with QSignalBlocker(self.profession):
                self.profession.setCurrentIndex(self.profession.findData(page.profession))

    def _tell(self, page: ColleaguePage) -> None:
        told = messages.sentence(page.problem) if page.problem is not None else ""
        if page.asking:
            told = (
                translate("team", "Asking the county…")
                if page.way == "code"
                else translate("team", "Making the keys…")
            )
        if told != self._told.text():
            self._told.setText(told)
            self._told.set_tone("text_2" if page.asking else "urgent")
            self._told.setVisible(bool(told))
            announce(self, told, assertive=page.problem is not None)

    def _show_act(self, page: ColleaguePage) -> None:
        ready = page.may_go_on if page.step == "who" else self.new.is_filled()
        self._act.setEnabled(ready and not page.asking)

    # what the worker does

    def _way_chosen(self) -> None:
        self._presenter.take_way("here" if self.way.value() == "here" else "code")

    def _say_who(self) -> None:
        self._presenter.say_who(self.code.text(), self.name.text(), self.profession.value())

    def _typed(self) -> None:
        self._presenter.forget_problem()
        self._show_act(self._presenter.page)

    def _go_on(self) -> None:
        if not self._act.isEnabled():
            return
        if self._presenter.page.step == "who":
            self._presenter.go_on()
        else:
            self._presenter.add(*self.new.typed())

    def _go_back(self) -> None:
        if self._presenter.page.step == "passphrase":
            self._presenter.go_back()
        else:
            self._navigator.back()

    def _added(self, joined: Joined) -> None:
        self.new.forget()
        if self.isVisible():
            self._navigator.back()
        said = translate("team", "%1 works on this laptop from now on.").replace("%1", joined.name)
        if joined.waits_for:
            waits = translate("team", "Waits for a colleague of the same profession to hand over: %1")
            said = f"{said} {waits.replace('%1', team_words.compartments(joined.waits_for))}"
        self.done.emit(said, None)


def _step(*widgets: QWidget) -> QWidget:
    page = QWidget()
    lines = QVBoxLayout(page)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(14)
    for widget in widgets:
        lines.addWidget(widget)
    return page
