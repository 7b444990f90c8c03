"""People on this laptop: everybody who can sign in here at the left, who reads what at the right."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.services.workers import WorkerHere
from ui import formatting
from ui.navigator import Navigator
from ui.page import Desk, Heading, Page
from ui.screens import team_words
from ui.screens.team.confirm import Confirm
from ui.screens.team.presenter import TeamPage, TeamPresenter
from ui.screens.team.worker_row import WorkerRow
from ui.widgets.action_bar import ActionBar
from ui.widgets.buttons import Button
from ui.widgets.card import Card, Rule
from ui.widgets.facts import clear
from ui.widgets.panes import TwoPanes, column
from ui.widgets.text import Text

translate = QCoreApplication.translate


def make(desk: Desk) -> Page:
    """The screen for this desk."""
    presenter = TeamPresenter(desk.vault, desk.tasks)
    view = TeamView(presenter, desk.navigator, desk.who.laptop_name)
    presenter.setParent(view)
    return view


class TeamView(Page):
    """The filled button is "Add a colleague". Opened for a worker's id, the focus begins at what can be done for them."""

    def __init__(
        self, presenter: TeamPresenter, navigator: Navigator, laptop: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter, self._navigator, self._laptop = presenter, navigator, laptop
        self._shown: TeamPage | None = None
        self._wanted: object = None
        self.rows: dict[bytes, WorkerRow] = {}
        self._card = Card(padding=0, spacing=0)
        self._panes = TwoPanes(
            column(self._card),
            column(self._readers_card(), self._promises_card()),
            translate("team", "People on this laptop"),
            translate("team", "Who reads what"),
        )
        self._panes.facts_hidden_changed.connect(self.facts_hidden_changed)
        add = Button(translate("team", "Add a colleague"), "filled", icon="plus", keys="Ctrl Enter")
        add.clicked.connect(lambda: navigator.go("colleague"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._panes, 1)
        whole.addWidget(ActionBar(add))
        presenter.changed.connect(self.show_page)

    def _readers_card(self) -> Card:
        card = Card(translate("team", "Who reads what"), spacing=12)
        everybody = (team_words.compartment("team"), translate("team", "everybody on this laptop"))
        for what, professions in (everybody, *team_words.readers()):
            lines = QWidget()
            inside = QVBoxLayout(lines)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(0)
            inside.addWidget(Text(formatting.sentence_case(what), "strong", wrap=True))
            inside.addWidget(Text(professions, "small", "text_2", wrap=True))
            card.body.addWidget(lines)
        return card

    def _promises_card(self) -> Card:
        card = Card(translate("team", "One laptop, several people"), spacing=8)
        for line in (
            translate("team", "Everybody has a passphrase of their own. Nobody can look up another's."),
            translate("team", "What a colleague wrote stays when they leave."),
        ):
            card.body.addWidget(Text(line, "body", wrap=True))
        return card

    # what the frame asks

    def heading(self) -> Heading:
        title = translate("screens", "People on this laptop")
        return Heading(title, self._laptop, back=True, window=title)

    def arrive(self, what: object) -> None:
        self._wanted = what
        self._presenter.read()

    def panes(self) -> tuple[QWidget, ...]:
        return (self._panes.work, self._panes.facts)

    def toggle_facts(self) -> None:
        self._panes.toggle_facts()

    def facts_hidden(self) -> bool:
        return self._panes.facts_hidden

    # what the presenter tells

    def show_page(self, page: TeamPage) -> None:
        """The rows anew when somebody came, left or was given something; the focus stays with its worker."""
        before, self._shown = self._shown, page
        if page.workers is None:
            return
        if before is None or (before.workers, before.may_let_go) != (page.workers, page.may_let_go):
            focus = QApplication.focusWidget()
            focused = next((one for one, row in self.rows.items() if focus and row.isAncestorOf(focus)), None)
            self._build_rows(page.workers, may_let_go=page.may_let_go)
            self._focus(focused)
        if self._wanted is not None:
            self._focus(self._wanted)
            self._wanted = None

    def _build_rows(self, workers: tuple[WorkerHere, ...], *, may_let_go: bool) -> None:
        clear(self._card.body)
        self.rows = {}
        for number, worker in enumerate(workers):
            if number:
                self._card.body.addWidget(Rule())
            row = WorkerRow(worker, may_let_go=may_let_go)
            row.asked.connect(lambda act, worker=worker: self._asked(act, worker))
            self._card.body.addWidget(row)
            self.rows[worker.id] = row

    def _focus(self, worker_id: object) -> None:
        row = self.rows.get(worker_id) if isinstance(worker_id, bytes) else None
        if row is not None and row.buttons:
            next(iter(row.buttons.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    # what the worker does

    def _asked(self, act: str, worker: WorkerHere) -> None:
        if act == "passphrase":
            self._navigator.go("passphrase")
            return
        dialog = self._ask_hand_over(worker) if act == "hand_over" else self._ask_let_go(worker)
        dialog.finished.connect(self._presenter.forget_problem)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _ask_hand_over(self, worker: WorkerHere) -> Confirm:
        done = translate("team", "%1 reads it from the next sign-in.").replace("%1", worker.name)
        dialog = Confirm(
            self._presenter,
            translate("team", "Hand over to %1?").replace("%1", worker.name),
            (
                translate("team", "Will be able to read: %1.").replace(
                    "%1", team_words.compartments(worker.i_can_hand_over)
                ),
                translate("team", "Do this only for a colleague you know."),
            ),
            (translate("team", "Hand over"), "filled", lambda: self._presenter.hand_over(worker.id)),
            translate("team", "Handing over…"),
            self,
        )
        dialog.accepted.connect(lambda: self.done.emit(done, None))
        return dialog

    def _ask_let_go(self, worker: WorkerHere) -> Confirm:
        done = translate("team", "%1 opens nothing any more on this laptop.").replace("%1", worker.name)
        dialog = Confirm(
            self._presenter,
            translate("team", "Let %1 go?").replace("%1", worker.name),
            (
                done,
                *self._new_keys(worker),
                translate("team", "Nothing that was written is lost."),
            ),
            (translate("team", "Let go"), "danger", lambda: self._presenter.let_go(worker.id)),
            translate("team", "Making new keys…"),
            self,
        )
        dialog.accepted.connect(lambda: self.done.emit(done, None))
        return dialog

    def _new_keys(self, leaver: WorkerHere) -> tuple[str, ...]:
        """What gets new keys now, and what only when somebody comes who reads it."""
        mine = {
            name for worker in self._presenter.page.workers or () if worker.is_me for name in worker.reads
        }
        now = [name for name in leaver.reads if name in mine]
        later = [name for name in leaver.reads if name not in mine]
        lines = [
            translate("team", "New keys are made for: %1. This can take a few minutes.").replace(
                "%1", team_words.compartments(now)
            )
        ]
        if later:
            said = translate("team", "When a colleague who reads it signs in, new keys are made for: %1.")
            lines.append(said.replace("%1", team_words.compartments(later)))
        return tuple(lines)
