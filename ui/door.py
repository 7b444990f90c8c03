"""From start to unlock to the desk and back: which of the three the window shows, and who closes the vault.

The door owns the open vault. It is opened, used and closed on the records lane; locking covers the window in the same
event, then closes the vault and offers the tiles again.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from app.countries.phones import emergency_phones
from app.errors import KeyringDamaged, VatraError, VaultMissing
from app.services import session
from app.services.session import SignedIn
from ui import languages, messages, preferences, theme, trade
from ui.courier import Courier
from ui.frame import Frame
from ui.main_window import MainWindow
from ui.navigation import SCREENS, Screen
from ui.navigator import Navigator, Place
from ui.page import Desk
from ui.preferences import Language, Preferences
from ui.screens.setup.presenter import SetupPresenter
from ui.screens.setup.view import SetupView
from ui.screens.unlock.presenter import UnlockPresenter
from ui.screens.unlock.view import UnlockView
from ui.search import SearchPresenter
from ui.sync_status import SyncStatusPresenter
from ui.tasks import Tasks
from ui.widgets.banner import Notice

if TYPE_CHECKING:
    from storage.vault import Vault

translate = QCoreApplication.translate
FIRST = Place("today")


class Door(QObject):
    """``begin`` shows the window. ``desk_open`` carries the Desk each time somebody signed in (for a sync schedule)."""

    desk_open = Signal(object)
    desk_closed = Signal()

    def __init__(
        self,
        app: QApplication,
        folder: Path,
        tasks: Tasks,
        preferences_path: Path,
        screens: tuple[Screen, ...] = SCREENS,
    ) -> None:
        super().__init__(app)
        self._app, self._folder, self._tasks, self._screens = app, folder, tasks, screens
        self._preferences_path = preferences_path
        self.preferences = preferences.load(preferences_path)
        self.window = MainWindow()
        self.desk: Desk | None = None
        self.frame: Frame | None = None
        self._courier: Courier | None = None
        self.window.lock_asked.connect(self.lock)
        self.window.text_size_asked.connect(self._change_text_size)
        self.window.closing.connect(self._close_vault)
        tasks.trouble.connect(self._tell_trouble)
        app.styleHints().colorSchemeChanged.connect(
            lambda _scheme: self._wear() if self.preferences.colours == "system" else None
        )
        languages.use(app, self._language())
        self._wear()

    def begin(self) -> None:
        """Set-up on a new laptop, the tiles on one that has a vault."""
        self.show_gate()
        self.window.show()

    def show_gate(self) -> None:
        """Unlock or set-up, with fresh words."""
        if session.is_set_up(self._folder):
            unlock = UnlockPresenter(self._folder, self._tasks)
            unlock.opened.connect(self.enter)
            gate: UnlockView | SetupView = UnlockView(unlock, _phones(self._folder))
            unlock.setParent(gate)
            unlock.read()
        else:
            setup = SetupPresenter(self._folder, self._tasks)
            setup.enrolled.connect(self.enter)
            gate = SetupView(setup)
            setup.setParent(gate)
        gate.language_chosen.connect(self._choose_language)
        self.window.show_gate(gate)

    def enter(self, vault: "Vault") -> None:
        """Somebody signed in: make the desk."""
        self._tasks.records.run(lambda: (vault, session.who(vault)), self._open_desk)

    def lock(self) -> None:
        """Cover, close the vault, show the tiles."""
        if self.desk is None:
            self.show_gate()
            return
        self.window.cover()
        self._close_vault(self.show_gate)

    def prefer(self, wanted: Preferences) -> None:
        """Keep other preferences and show them: colours and size in place, a language by building the desk anew."""
        before, self.preferences = self.preferences, wanted
        preferences.save(self._preferences_path, wanted)
        if before.language != wanted.language:
            languages.use(self._app, self._language())
        self._wear()
        if before.language != wanted.language:
            # Later, not now: the widget that chose the language is still in its own signal.
            QTimer.singleShot(0, self._rebuild)

    # inside

    def _open_desk(self, answer: "tuple[Vault, SignedIn]") -> None:
        vault, who = answer
        self._courier = Courier(vault, self._tasks, self)
        self._build_desk(vault, who, FIRST)
        self._courier.start()
        self.desk_open.emit(self.desk)

    def _build_desk(self, vault: "Vault", who: SignedIn, place: Place) -> None:
        navigator = Navigator(place)
        desk = Desk(
            vault,
            self._tasks,
            who,
            navigator,
            self.preferences,
            self.prefer,
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
        status.changed.connect(frame.show_status)
        if self._courier is not None:
            self._courier.progressed.connect(status.show_progress)
            self._courier.ended.connect(status.read)
        frame.lock_pressed.connect(self.window.lock)
        frame.title_changed.connect(self.window.setWindowTitle)
        self._tasks.slow.connect(frame.wait.setVisible)
        self.desk, self.frame = desk, frame
        self.window.show_desk(frame)
        frame.begin()
        status.read()

    def _rebuild(self) -> None:
        if self.desk is None:
            self.show_gate()
            return
        desk = self.desk
        self._build_desk(desk.vault, desk.who, desk.navigator.here)

    def _close_vault(self, then: Callable[[], None] | None = None) -> None:
        desk, self.desk = self.desk, None
        if desk is None:
            return
        if self.frame is not None:
            # What is half typed is kept before the vault closes; no screen asks a closed vault for anything.
            if self.frame.stack.count():
                self.frame.page().leave()
            self.frame.deleteLater()
            self.frame = None
        if self._courier is not None:
            self._courier.stop()
            self._courier.deleteLater()
            self._courier = None
        self.desk_closed.emit()
        self._tasks.records.run(lambda: session.leave(desk.vault), lambda _none: then() if then else None)

    def _choose_language(self, language: Language) -> None:
        self.prefer(replace_preferences(self.preferences, language=language))

    def _change_text_size(self, step: int) -> None:
        sizes = theme.TEXT_SIZES
        now = sizes.index(self.preferences.text_scale) if self.preferences.text_scale in sizes else 0
        wanted = sizes[0] if step == 0 else sizes[max(0, min(len(sizes) - 1, now + step))]
        if wanted != self.preferences.text_scale:
            self.prefer(replace_preferences(self.preferences, text_scale=wanted))

    def _language(self) -> Language:
        return self.preferences.language or languages.language_of_system()

    def _wear(self) -> None:
        colours = self.preferences.colours
        theme.apply(
            self._app,
            theme.load(
                theme.theme_of_system() if colours == "system" else colours, self.preferences.text_scale
            ),
        )

    def _tell_trouble(self, error: VatraError) -> None:
        if self.frame is not None:
            self.frame.show_lasting_notice(Notice("amber", messages.sentence(error), closable=True))


def _phones(folder: Path) -> tuple[tuple[str, str], ...]:
    """Emergency phones of this vault's country, in the window's language, for the foot of the locked screen."""
    try:
        country = session.vault_heading(folder).country
    except (VaultMissing, KeyringDamaged):
        return ()
    language = languages.current()
    return tuple(
        (phone.what.get(language, phone.what["en"]), phone.number) for phone in emergency_phones(country)
    )


def replace_preferences(before: Preferences, **changes: object) -> Preferences:
    """The same preferences with some changed."""
    fields = {name: getattr(before, name) for name in before.__struct_fields__}
    return Preferences(**{**fields, **changes})
