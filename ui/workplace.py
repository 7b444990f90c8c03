"""The desk of whoever signed in, from an open vault to a closed one.

The vault is used and closed on the records lane. Locking covers the window in the same event, keeps what is half typed,
makes a copy when that surely fits, and closes the vault. What was asked for before and is not done when the time for it
is over, is stopped: it was not acknowledged, and nothing of it is kept.
"""

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from app.errors import VatraError
from app.services import session
from app.services.session import SignedIn
from ui import messages, trade
from ui.appearance import Appearance
from ui.backup_clock import BackupClock
from ui.courier import Courier
from ui.departures import Departures
from ui.frame import Frame
from ui.idle import IdleWatch
from ui.main_window import MainWindow
from ui.navigation import SCREENS, Screen
from ui.navigator import Navigator, Place
from ui.page import Desk
from ui.search import SearchPresenter
from ui.sign_in_news import SignInNews
from ui.sync_status import SyncStatusPresenter
from ui.tasks import Tasks
from ui.widgets.banner import Notice

if TYPE_CHECKING:
    from storage.vault import Vault

translate = QCoreApplication.translate
FIRST = Place("today")
LOCKED_WITHIN_S = 2.0
"""From the key to a closed vault and an ended process."""
WORK_STOPS_AFTER_MS = 500
STOP_AGAIN_MS = 50


class Workplace(QObject):
    """``enter`` with an open vault; ``opened`` carries the Desk. Then once ``leaving``, and ``locked`` or ``closed``."""

    opened = Signal(object)
    leaving = Signal(object)
    """Seconds within which the vault must be closed, or None when there is no hurry. No desk from now on."""
    locked = Signal()
    closed = Signal()

    def __init__(
        self,
        window: MainWindow,
        tasks: Tasks,
        appearance: Appearance,
        screens: tuple[Screen, ...] = SCREENS,
    ) -> None:
        super().__init__(window)
        self._window, self._tasks, self._appearance, self._screens = window, tasks, appearance, screens
        self.desk: Desk | None = None
        self.frame: Frame | None = None
        self.ended_by: VatraError | None = None
        """Why the desk locked, when nobody asked it to."""
        self._courier: Courier | None = None
        self._backups: BackupClock | None = None
        self.idle = IdleWatch(appearance.preferences.lock_after_minutes, self)
        self.idle.warned.connect(self._warn)
        self.idle.back.connect(self._stop_warning)
        self.idle.expired.connect(self.lock)
        appearance.changed.connect(lambda chosen: self.idle.set_minutes(chosen.lock_after_minutes))
        window.closing.connect(lambda: self._leave(None, self.closed.emit))
        tasks.trouble.connect(self._tell_trouble)

    def enter(self, vault: "Vault") -> None:
        """Somebody signed in: make the desk."""
        self._tasks.records.run(lambda: (vault, session.who(vault)), self._open_desk)

    def lock(self, within_s: float = LOCKED_WITHIN_S) -> None:
        """Cover the window and close the vault; nothing to do without a desk."""
        if self.desk is not None:
            self._window.cover()
            self._leave(within_s, self.locked.emit)

    def rebuild(self) -> None:
        """The same place with other words."""
        if self.desk is not None:
            self._keep_half_typed()
            self._build_desk(self.desk.vault, self.desk.who, self.desk.navigator.here)

    # inside

    def _open_desk(self, answer: "tuple[Vault, SignedIn]") -> None:
        vault, who = answer
        self.ended_by = None
        self._courier = Courier(vault, self._tasks, self)
        self._build_desk(vault, who, FIRST)
        departures = Departures(vault, self._tasks, self._courier)
        departures.told.connect(self._tell_quietly)
        departures.revoked.connect(self._end)
        departures.settle()
        self._backups = BackupClock(vault, self._tasks, self.idle, self)
        news = SignInNews(vault, who, self._tasks, self._courier)
        news.told.connect(self._tell_quietly)
        if self.frame is not None:
            self.frame.notice_closed.connect(news.closed)
        news.read()
        self._courier.start()
        self._backups.start()
        self.idle.start()
        self.opened.emit(self.desk)

    def _build_desk(self, vault: "Vault", who: SignedIn, place: Place) -> None:
        navigator = Navigator(place)
        desk = Desk(
            vault,
            self._tasks,
            who,
            navigator,
            self._appearance.preferences,
            self._appearance.prefer,
            country=who.country,
            screens=frozenset(screen.key for screen in self._screens),
            courier=self._courier,
        )
        frame = Frame(
            self._screens,
            lambda screen: screen.make(desk),
            navigator,
            (who.name, trade.profession(who.profession)),
            who.commune_name,
        )
        navigator.setParent(frame)
        search, status = (
            SearchPresenter(vault, self._tasks, frame),
            SyncStatusPresenter(vault, self._tasks, frame),
        )
        frame.search_asked.connect(search.look_for)
        search.found.connect(frame.search.show_results)
        frame.search.taken.connect(search.took)
        frame.search.taken_to_start.connect(search.took)
        self.leaving.connect(search.rest)
        status.changed.connect(frame.show_status)
        if self._courier is not None:
            self._courier.progressed.connect(status.show_progress)
            self._courier.ended.connect(status.read)
        frame.lock_pressed.connect(self._window.lock)
        frame.title_changed.connect(self._window.setWindowTitle)
        self._tasks.slow.connect(frame.wait.setVisible)
        self.desk, self.frame = desk, frame
        self._window.show_desk(frame)
        frame.begin()
        status.read()

    def _leave(self, within_s: float | None, then: Callable[[], None]) -> None:
        desk, self.desk = self.desk, None
        if desk is None:
            return
        self.idle.stop()
        # What is stopped below fails, and nobody is left to be told.
        self._tasks.records.forget()
        earlier_work = _EarlierWork(desk.vault)
        self._tasks.records.run(earlier_work.ended)
        if self.frame is not None:
            # Before the vault closes, behind whatever the lane still does; no screen asks a closed vault for anything.
            self._keep_half_typed()
            self.frame.deleteLater()
            self.frame = None
        if self._courier is not None:
            self._courier.stop()
            self._courier.deleteLater()
            self._courier = None
        if self._backups is not None:
            self._backups.stop()
            self._backups.deleteLater()
            self._backups = None
        self.leaving.emit(within_s)
        self._tasks.records.run(
            lambda: session.leave(desk.vault, within_s), lambda _none: then(), lambda _error: then()
        )
        if within_s is not None:
            QTimer.singleShot(WORK_STOPS_AFTER_MS, earlier_work.stop)

    def _keep_half_typed(self) -> None:
        if self.frame is not None and self.frame.stack.count():
            self.frame.page().leave()

    def _warn(self, seconds_left: int) -> None:
        if self.frame is not None:
            bold = translate("lock", "Vatra locks in %n seconds.", "", seconds_left)
            plain = translate("lock", "Press a key or move the mouse to go on.")
            self.frame.show_passing_notice(Notice("blue", bold, plain))

    def _stop_warning(self) -> None:
        if self.frame is not None:
            self.frame.show_passing_notice(None)

    def _end(self, problem: VatraError) -> None:
        self.ended_by = problem
        self.lock()

    def _tell_quietly(self, notice: Notice) -> None:
        if self.frame is not None:
            self.frame.show_lasting_notice(notice)

    def _tell_trouble(self, error: VatraError) -> None:
        if self.frame is not None:
            self.frame.show_lasting_notice(Notice("amber", messages.sentence(error), closable=True))


class _EarlierWork:
    """What the records lane was asked for before the lock. Stopping it never touches what comes behind: keeping what is
    half typed, and closing.
    """

    def __init__(self, vault: "Vault") -> None:
        self._vault, self._is_over = vault, False
        self._one_at_a_time = Lock()

    def ended(self) -> None:
        """On the lane, behind it."""
        with self._one_at_a_time:
            self._is_over = True

    def stop(self) -> None:
        """Interrupt it until the lane is through with it."""
        with self._one_at_a_time:
            if self._is_over:
                return
            session.interrupt(self._vault)
        QTimer.singleShot(STOP_AGAIN_MS, self.stop)
