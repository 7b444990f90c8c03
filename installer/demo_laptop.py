"""A laptop of the demo: the program started over a folder as a person does, and in the end closed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import deeds
from county_process import CountyProcess
from hands import Hands, Key

from app.bootstrap import Vatra, make_application
from ui import preferences
from ui.preferences import Preferences


@dataclass(frozen=True)
class Worker:
    """Who works on a laptop, as the county is told."""

    name: str
    profession: str
    commune: str


@dataclass
class Laptop:
    """One worker's laptop; ``passphrase`` is what the set-up screen showed, pictures go to ``pictures`` if it is given."""

    name: str
    worker: Worker
    folder: Path
    pictures: Path | None
    prefix: str
    passphrase: str = ""

    def copied(self, folder: Path) -> Laptop:
        """The same laptop with a copy of its disk, which takes no pictures. Its window must be closed."""
        shutil.copytree(self.folder, folder)
        return replace(self, folder=folder, pictures=None)

    @contextmanager
    def set_up(self, county: CountyProcess) -> Iterator[Hands]:
        """The window on its first start, up to Today: card, code, passphrase."""
        code = county.code(self.worker.commune, self.worker.name, self.worker.profession)
        with self._window() as hands:
            self.passphrase = deeds.set_up(hands, county.card, code, self.name)
            yield hands

    @contextmanager
    def unlocked(self) -> Iterator[Hands]:
        """The window with the passphrase typed."""
        with self._window() as hands:
            hands.wait_until(hands.secret_fields, "the field for the passphrase")
            hands.picture("unlock")
            hands.type(self.passphrase, hands.secret_fields()[0])
            hands.press(Key.Key_Return)
            hands.wait_until(lambda: hands.screen() == "today", "Today after the passphrase")
            yield hands

    @contextmanager
    def _window(self) -> Iterator[Hands]:
        app = make_application()
        app.setQuitOnLastWindowClosed(False)
        settings = self.folder.with_suffix(".json")
        preferences.save(settings, Preferences(language="ro", colours="light", lock_after_minutes=15))
        vatra = Vatra(app, self.folder, settings)
        try:
            vatra.begin()
            yield Hands(vatra, self.pictures, self.prefix)
        finally:
            vatra.close()
