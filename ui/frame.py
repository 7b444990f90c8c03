"""The desk: rail, top bar, banner, the screen in view and the toast. It owns no data and knows no screen by name."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.navigation import Screen, rail_entries
from ui.navigator import Navigator, Place
from ui.page import Page
from ui.search import Printed
from ui.sync_status import SyncStatus
from ui.widgets.badges import SyncChip
from ui.widgets.banner import Banner, Notice
from ui.widgets.panes import EDGE
from ui.widgets.progress import WaitLine
from ui.widgets.rail import NavRail
from ui.widgets.search_box import SearchBox
from ui.widgets.toast import Toast
from ui.widgets.top_bar import TopBar

translate = QCoreApplication.translate
RAIL_WITH_WORDS = 1240
NARROW_TOP = 1000


class Frame(QWidget):
    """Shows the screen the navigator names, made on first use by ``make(screen)``."""

    lock_pressed = Signal()
    notice_closed = Signal(object)
    """The lasting notice that somebody closed."""
    search_asked = Signal(str)
    title_changed = Signal(str)

    def __init__(
        self,
        screens: tuple[Screen, ...],
        make: Callable[[Screen], Page],
        navigator: Navigator,
        worker: tuple[str, str],
        place: str,
        parent: QWidget | None = None,
    ) -> None:
        """``worker`` is (name, profession in words), ``place`` the commune or office."""
        super().__init__(parent)
        self.setProperty("plane", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._screens = {screen.key: screen for screen in screens}
        self._make, self._navigator = make, navigator
        self._pages: dict[str, Page] = {}
        self._page_notice: Notice | None = None
        self._lasting_notice: Notice | None = None
        self._passing_notice: Notice | None = None
        self._build(screens, worker, place)
        self._keys(screens)
        navigator.moved.connect(self._show)

    def _build(self, screens: tuple[Screen, ...], worker: tuple[str, str], place: str) -> None:
        self.rail = NavRail(
            translate("frame", "Screens"),
            ("Vatra", place),
            rail_entries(screens),
            (*worker, translate("screens", "People on this laptop")),
            translate("frame", "Lock (F12)"),
            translate("frame", "{word}, {number} of {all}"),
        )
        self.rail.chosen.connect(self._navigator.go)
        self.rail.lock_pressed.connect(self.lock_pressed)
        self.rail.worker_pressed.connect(lambda: self._go_if_there("team"))
        self.search = SearchBox(
            translate("frame", "Search families and persons"),
            translate("frame", "Family, person, village, phone"),
            translate("frame", "Search"),
            "Ctrl K",
        )
        self.search.asked.connect(self.search_asked)
        self.search.taken.connect(self._open_found)
        self.search.taken_to_start.connect(self._start_found)
        self.sync_chip = SyncChip()
        self.sync_chip.opened.connect(lambda: self._go_if_there("sync"))
        self.top = TopBar(
            self.search, self.sync_chip, translate("frame", "Back (Alt+Left)"), translate("frame", "Facts")
        )
        self.top.back_pressed.connect(self._navigator.back)
        self.top.facts_pressed.connect(lambda: self.page().toggle_facts())
        self.wait = WaitLine(translate("frame", "Please wait"))
        self.banner = Banner(translate("frame", "Close this message"))
        self.banner.closed.connect(self._close_notice)
        self._banner_place = QWidget()
        inset = QVBoxLayout(self._banner_place)
        inset.setContentsMargins(EDGE, 12, EDGE, 0)
        inset.addWidget(self.banner)
        self._banner_place.hide()
        self.stack = QStackedWidget()
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        for widget in (self.top, self.wait, self._banner_place):
            right.addWidget(widget)
        right.addWidget(self.stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.toast = Toast(translate("frame", "Undo"), "Ctrl Z", self.stack)

    def _keys(self, screens: tuple[Screen, ...]) -> None:
        def on(keys: str, act: Callable[[], object]) -> None:
            QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WindowShortcut).activated.connect(
                act
            )

        for number, screen in enumerate([screen for screen in screens if screen.rail][:9]):
            on(f"Alt+{number + 1}", partial(self._navigator.go, screen.key))
        on("Alt+Left", self._navigator.back)
        on("Ctrl+K", self.focus_search)
        on("F1", lambda: self._go_if_there("help", self._navigator.here.screen))
        on("F6", lambda: self.next_pane(1))
        on("Shift+F6", lambda: self.next_pane(-1))
        on("F7", lambda: self.page().toggle_facts())
        on("Ctrl+N", self._new_visit)
        on("Ctrl+Z", self._undo)
        on("Ctrl+Return", self.press_filled)
        on("Ctrl+Enter", self.press_filled)

    # what is in view

    def page(self) -> Page:
        """The screen in view."""
        page = self.stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def begin(self) -> None:
        """Show where the navigator is now."""
        self._show(self._navigator.here)

    def _show(self, place: Place) -> None:
        screen = self._screens[place.screen]
        if self.stack.count():
            self.page().leave()
        if place.screen not in self._pages:
            page = self._make(screen)
            page.heading_changed.connect(self._show_heading)
            page.notice_changed.connect(partial(self._told_by, page))
            page.facts_hidden_changed.connect(self.top.offer_facts)
            page.done.connect(self.toast.tell)
            page.search_wanted.connect(self.focus_search)
            self._pages[place.screen] = page
            self.stack.addWidget(page)
        page = self._pages[place.screen]
        self.stack.setCurrentWidget(page)
        self.search.close_results()
        self.search.clear()
        self.toast.forget()
        page.arrive(place.what)
        self.rail.activate(screen.under or place.screen)
        self._fit_rail()
        self.top.offer_facts(page.facts_hidden())
        self.search.setVisible(page.has_search)
        self._page_has_notice(page.notice())
        self._show_heading()
        focus = page.first_focus()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_heading(self) -> None:
        page = self.page()
        heading = page.heading()
        self.top.set_heading(
            heading.title, heading.subtitle, back=heading.back and self._navigator.can_go_back()
        )
        self.top.set_chips(heading.chips)
        self.title_changed.emit(" — ".join(part for part in ("Vatra", heading.window) if part))

    # banner, toast, sync chip

    def show_status(self, status: SyncStatus) -> None:
        """The sync chip and the counts of the rail."""
        self.sync_chip.set_look(status.chip, status.said)
        self.rail.set_count(
            "sync",
            status.pending,
            said=translate("frame", "%n waiting", "", status.pending) if status.pending else "",
        )
        said = translate("frame", "%n to decide", "", status.to_clear_up) if status.to_clear_up else ""
        self.rail.set_count("clear_up", status.to_clear_up, needs_you=True, said=said)

    def show_lasting_notice(self, notice: Notice | None) -> None:
        """A state of the whole window (practice village, clock jumped); a page's own red or amber notice wins over blue."""
        self._lasting_notice = notice
        self._settle_banner()

    def _close_notice(self) -> None:
        closed = self._lasting_notice
        self.show_lasting_notice(None)
        self.notice_closed.emit(closed)

    def show_passing_notice(self, notice: Notice | None) -> None:
        """Something of the next seconds (the window is about to lock): before everything else, until None."""
        self._passing_notice = notice
        self._settle_banner()

    def _told_by(self, page: Page, notice: Notice | None) -> None:
        """A page that is not in view reads on, and its notice comes with it: now the banner is another page's."""
        if page is self.page():
            self._page_has_notice(notice)

    def _page_has_notice(self, notice: Notice | None) -> None:
        self._page_notice = notice
        self._settle_banner()

    def _settle_banner(self) -> None:
        severity = {"blue": 0, "amber": 1, "red": 2}
        notices = [notice for notice in (self._page_notice, self._lasting_notice) if notice]
        worst = self._passing_notice or max(notices, key=lambda notice: severity[notice.tone], default=None)
        self.banner.show_notice(worst)
        self._banner_place.setVisible(worst is not None)

    # keys

    def focus_search(self) -> None:
        """Ctrl+K: type at once; Esc goes back to where one was."""
        self.search.remember_focus(QApplication.focusWidget())
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def press_filled(self) -> None:
        """Ctrl+Enter: the one filled button, if it can be pressed."""
        button = self.page().filled_button()
        if button is not None and button.isEnabled():
            button.click()

    def next_pane(self, step: int) -> None:
        """F6: rail, then the panes of the page, then the banner's button; focus goes to the first thing that takes it."""
        panes: list[QWidget] = [self.rail, *[pane for pane in self.page().panes() if pane.isVisibleTo(self)]]
        focused = QApplication.focusWidget()
        here = next(
            (
                number
                for number, pane in enumerate(panes)
                if focused and (pane is focused or pane.isAncestorOf(focused))
            ),
            0,
        )
        for hop in range(1, len(panes) + 1):
            target = first_focusable(panes[(here + step * hop) % len(panes)])
            if target is not None:
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _new_visit(self) -> None:
        family = self.page().family_on_screen()
        if family is None:
            self.focus_search()
        else:
            self._go_if_there("visit", family)

    def _undo(self) -> None:
        focused = QApplication.focusWidget()
        if isinstance(focused, (QLineEdit, QPlainTextEdit)):
            focused.undo()
        elif self.toast.isVisible():
            self.toast.undo()
        else:
            self.page().undo()

    def _open_found(self, value: object) -> None:
        if isinstance(value, bytes):
            self._navigator.go("family", value)
        else:
            self._no_family_taken(value)

    def _start_found(self, value: object) -> None:
        if isinstance(value, bytes):
            self._go_if_there("visit", value)
        else:
            self._no_family_taken(value)

    def _no_family_taken(self, value: object) -> None:
        if isinstance(value, Printed):
            self._go_if_there("statement", value.checksum)
        else:
            self._navigator.go("new_family", value)

    def _go_if_there(self, key: str, what: object = None) -> None:
        if key in self._screens:
            self._navigator.go(key, what)

    # size

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rail()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_rail()

    def _fit_rail(self) -> None:
        form = self.stack.count() > 0 and self.page().compact_rail
        self.rail.set_compact(form or self.width() < RAIL_WITH_WORDS)
        self.top.set_narrow(self.width() < NARROW_TOP)


def first_focusable(pane: QWidget) -> QWidget | None:
    """The first widget of a pane that the Tab key would reach."""
    candidates = [pane, *pane.findChildren(QWidget)]
    for widget in candidates:
        if (
            widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isVisible()
            and widget.isEnabled()
            and widget.focusProxy() is None
        ):
            return widget
    return None
