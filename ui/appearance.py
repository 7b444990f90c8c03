"""How the window looks to this person: their preferences, kept in a file and worn by the application."""

import base64
import contextlib
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui import languages, preferences, theme
from ui.preferences import Language, Preferences


class Appearance(QObject):
    """Language, colours and text size of the application; ``language_changed`` when screens need to be built anew."""

    changed = Signal(object)
    """Preferences, after each ``prefer``."""
    language_changed = Signal()

    def __init__(self, app: QApplication, path: Path) -> None:
        super().__init__(app)
        self._app, self._path = app, path
        self.preferences = preferences.load(path)
        app.styleHints().colorSchemeChanged.connect(
            lambda _scheme: self._wear() if self.preferences.colours == "system" else None
        )
        self._show()

    def read(self) -> None:
        """Take what another process of Vatra kept meanwhile."""
        kept = preferences.load(self._path)
        if kept != self.preferences:
            self.preferences = kept
            self._show()

    def prefer(self, wanted: Preferences) -> None:
        """Keep other preferences and show them: colours and size in place, a language by ``language_changed``."""
        before, self.preferences = self.preferences, wanted
        preferences.save(self._path, wanted)
        if before.language != wanted.language:
            languages.use(self._app, self._language())
        if (before.colours, before.text_scale) != (wanted.colours, wanted.text_scale):
            self._wear()
        self.changed.emit(wanted)
        if before.language != wanted.language:
            # Later, not now: the widget that chose the language is still in its own signal.
            QTimer.singleShot(0, self.language_changed.emit)

    def choose_language(self, language: Language) -> None:
        self.prefer(replace_preferences(self.preferences, language=language))

    def change_text_size(self, step: int) -> None:
        """One step larger or smaller; 0 is back to normal."""
        sizes = theme.TEXT_SIZES
        now = sizes.index(self.preferences.text_scale) if self.preferences.text_scale in sizes else 0
        wanted = sizes[0] if step == 0 else sizes[max(0, min(len(sizes) - 1, now + step))]
        if wanted != self.preferences.text_scale:
            self.prefer(replace_preferences(self.preferences, text_scale=wanted))

    def place(self, window: QWidget) -> None:
        """Put a window where the last one stood."""
        with contextlib.suppress(ValueError):
            window.restoreGeometry(base64.b64decode(self.preferences.window, validate=True))

    def keep_place(self, window: QWidget) -> None:
        """Keep where a window stands, for the next one."""
        stands = base64.b64encode(bytes(window.saveGeometry().data())).decode()
        if stands != self.preferences.window:
            self.prefer(replace_preferences(self.preferences, window=stands))

    def _language(self) -> Language:
        return self.preferences.language or languages.language_of_system()

    def _show(self) -> None:
        languages.use(self._app, self._language())
        self._wear()

    def _wear(self) -> None:
        colours = self.preferences.colours
        theme.apply(
            self._app,
            theme.load(
                theme.theme_of_system() if colours == "system" else colours, self.preferences.text_scale
            ),
        )


def replace_preferences(before: Preferences, **changes: object) -> Preferences:
    """The same preferences with some changed."""
    fields = {name: getattr(before, name) for name in before.__struct_fields__}
    return Preferences(**{**fields, **changes})
