"""To clear up: the list of what waits at the left, two versions side by side, the reason, one act."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import formatting, theme
from ui.field_words import group_name
from ui.page import Desk, Heading, Page
from ui.screens.clear_up.matter_pane import MatterPane
from ui.screens.clear_up.presenter import ClearUp, ClearUpPresenter, Matter
from ui.widgets.action_bar import ActionBar
from ui.widgets.banner import Notice
from ui.widgets.buttons import Button
from ui.widgets.card import Rule
from ui.widgets.empty_state import EmptyState
from ui.widgets.panes import EDGE, Scroll
from ui.widgets.records import Column, RecordTableModel
from ui.widgets.rows import Row, RowList
from ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.conflicts import ConflictLine
    from app.services.typed import Kept

translate = QCoreApplication.translate
LIST_WIDE, LIST_NARROW = 286, 220
NARROW = 1000


def make(desk: Desk) -> Page:
    """The screen for this desk."""
    presenter = ClearUpPresenter(desk.vault, desk.tasks)
    view = ClearUpView(presenter, desk.navigator.go)
    presenter.setParent(view)
    return view


def line_row(line: "ConflictLine") -> Row:
    """A conflict as the list shows it: whose, about what, since when."""
    family = line.family_line.name if line.family_line else ""
    about = group_name(line.kind, line.group)
    if line.group.startswith("q/") or about == line.group:
        about = translate("clear_up", "An answer of the visit") if line.kind == "visit" else about
    when = formatting.day(formatting.local(line.at).date())
    return Row(
        line.person_name or family or about,
        second=f"{about} · {when}",
        chevron=False,
        said=", ".join(part for part in (line.person_name or family, about, when, *line.authors) if part),
    )


class ClearUpView(Page):
    """1 2 3 ... choose, Ctrl+Enter decides, Alt+Down and Alt+Up go through the list."""

    def __init__(
        self, presenter: ClearUpPresenter, go: "Callable[..., None]", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._presenter, self._go = presenter, go
        self._pane: MatterPane | None = None
        self._stack = QStackedWidget()
        self._nothing = EmptyState(
            "check",
            translate("clear_up", "Nothing to clear up"),
            translate(
                "clear_up",
                "When two people write the same thing differently, both versions wait here for a decision.",
            ),
        )
        self._blank = QWidget()
        self._stack.addWidget(self._blank)
        self._stack.addWidget(self._nothing)
        self._desk = self._build_desk()
        self._stack.addWidget(self._desk)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        for keys, step in (("Alt+Down", 1), ("Alt+Up", -1)):
            shortcut = QShortcut(
                QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
            )
            shortcut.activated.connect(lambda step=step: presenter.step(step))
        presenter.changed.connect(self.show_state)
        presenter.half_typed.changed.connect(self._tell_half_typed)
        presenter.settled.connect(
            lambda: self.done.emit(
                translate("clear_up", "Decided. The other version stays in the history."), None
            )
        )
        presenter.told.connect(
            lambda: self.done.emit(translate("clear_up", "Kept for whoever decides."), None)
        )
        self.show_state(presenter.state)

    def _build_desk(self) -> QWidget:
        desk = QWidget()
        row = QHBoxLayout(desk)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._build_list())
        edge = QFrame()
        edge.setProperty("plane", "rule")
        edge.setFixedWidth(1)
        row.addWidget(edge)
        self._later = Button(translate("clear_up", "Later"), "text", keys="Alt ↓")
        self._later.clicked.connect(lambda: self._presenter.step(1))
        self._decide = Button(translate("clear_up", "Decide"), "filled", keys="Ctrl Enter")
        self._decide.clicked.connect(self._settle)
        self._bar = ActionBar(self._later, self._decide)
        self._place = QVBoxLayout()
        self._place.setContentsMargins(EDGE, 16, EDGE - 4, 0)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(self._place, 1)
        right.addWidget(self._bar)
        row.addLayout(right, 1)
        return desk

    def _build_list(self) -> QWidget:
        self._side = QWidget()
        self._side.setProperty("plane", "surface")
        self._side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 10)
        self._count = Text("", "strong")
        head.addWidget(self._count)
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(Rule())
        self._lines: RecordTableModel[ConflictLine] = RecordTableModel(
            [Column["ConflictLine"]("", lambda line: line_row(line).title)],
            lambda line: line_row(line).sentence(),
        )
        self._list = RowList(translate("clear_up", "What waits"), self._lines, line_row)
        self._list.opened.connect(self._presenter.open)
        self._list.current_changed.connect(self._moved)
        self._list.installEventFilter(self)
        column.addWidget(self._list, 1)
        note = Text(
            translate(
                "clear_up",
                "Nothing is deleted. The version that is kept stands in the history with name and date.",
            ),
            "small",
            "text_2",
            wrap=True,
        )
        note.setContentsMargins(16, 8, 16, 12)
        column.addWidget(note)
        return self._side

    # what the frame asks

    def heading(self) -> Heading:
        title = translate("clear_up", "To clear up")
        return Heading(title, translate("clear_up", "two versions of the same thing"), window=title)

    def arrive(self, what: object) -> None:
        self._presenter.read()

    def leave(self) -> None:
        self._presenter.half_typed.leave()

    def first_focus(self) -> QWidget | None:
        return self._list if self._presenter.state.lines else None

    def panes(self) -> tuple[QWidget, ...]:
        return (self._side, *((self._pane,) if self._pane is not None else ()), self._bar)

    # what the presenter tells

    def show_state(self, state: ClearUp) -> None:
        """The list and the conflict on the desk; what is half typed stays while its conflict is the same."""
        if self.isVisible():
            self._presenter.seen()
        lines = state.lines or ()
        nothing = self._blank if state.lines is None else self._nothing
        self._stack.setCurrentWidget(self._desk if state.matter is not None else nothing)
        self._count.setText(translate("clear_up", "%n waiting", "", len(lines)))
        if self._lines.records() != lines:
            self._lines.set_records(lines)
        self._show_matter(state.matter)
        self.notice_changed.emit(self._notice_of(state))

    def notice(self) -> Notice | None:
        return self._notice_of(self._presenter.state)

    def _notice_of(self, state: ClearUp) -> Notice | None:
        return Notice("amber", state.problem) if state.problem else None

    def _show_matter(self, matter: Matter | None) -> None:
        if self._pane is not None and matter is not None and self._pane.matter == matter:
            return
        focused = QApplication.focusWidget()
        had_focus = self._pane is not None and focused is not None and self._pane.isAncestorOf(focused)
        self._drop_pane()
        if matter is None:
            return
        self._pane = MatterPane(matter)
        self._pane.go_on(self._presenter.half_typed.open(matter.place))
        self._pane.half_typed.tell(self._presenter.half_typed.going_on_with)
        self._pane.half_typed.thrown_away.connect(self._throw_away)
        self._pane.changed.connect(self._show_act)
        self._pane.changed.connect(self._typed)
        self._pane.look_at.connect(self._bring_into_view)
        self._pane.open_family.connect(lambda family: self._go("family", family))
        self._scroll = Scroll(self._pane, translate("clear_up", "The versions"))
        self._place.addWidget(self._scroll)
        self._mark(matter)
        self._show_act()
        if had_focus:
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> None:
        if self._pane is not None:
            self._presenter.half_typed.edit(self._pane.typed())

    def _tell_half_typed(self, kept: "Kept | None") -> None:
        if self._pane is not None:
            self._pane.half_typed.tell(kept)

    def _throw_away(self) -> None:
        self._presenter.half_typed.throw_away()
        self._drop_pane()
        self._show_matter(self._presenter.state.matter)

    def _bring_into_view(self, part: QWidget) -> None:
        # What was just shown has no place before the layout is done.
        layout = self._pane.layout() if self._pane is not None else None
        if layout is not None:
            layout.activate()
        QTimer.singleShot(0, part, lambda: self._scroll.ensureWidgetVisible(part))

    def _drop_pane(self) -> None:
        if self._pane is not None:
            self._pane = None
            self._place.removeWidget(self._scroll)
            self._scroll.hide()
            self._scroll.deleteLater()

    def _mark(self, matter: Matter) -> None:
        for row, line in enumerate(self._lines.records()):
            if (line.record, line.group) == matter.key and self._list.currentIndex().row() != row:
                self._list.blockSignals(True)
                self._list.choose(row)
                self._list.blockSignals(False)

    def _show_act(self) -> None:
        if self._pane is None:
            return
        self._decide.setText(self._pane.act_words())
        self._decide.updateGeometry()
        self._decide.setEnabled(self._pane.can_act())
        self._decide.setToolTip("" if self._decide.isEnabled() else self._pane.missing_words())
        self._later.setVisible(len(self._lines.records()) > 1)
        self._bar.say(self._pane.missing_words())

    # what the worker does

    def _moved(self, line: "ConflictLine | None") -> None:
        if line is not None:
            self._presenter.open(line)

    def _settle(self) -> None:
        if self._pane is None or not self._pane.can_act():
            return
        self._decide.setEnabled(False)
        decision = self._pane.decision()
        if decision is not None:
            self._presenter.settle(*decision)
        else:
            self._presenter.tell(self._pane.reason.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take_digit(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The list would look for a name that begins with the digit.
        if watched is self._list and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_digit(event)
        return super().eventFilter(watched, event)

    def _take_digit(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        number = event.key() - Qt.Key.Key_0
        return plain and 1 <= number <= 9 and self._pane is not None and self._pane.choose_number(number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setFixedWidth(theme.scaled(LIST_WIDE if self.width() >= NARROW else LIST_NARROW))
