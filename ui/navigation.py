"""The screens of Vatra, one line each. To add a screen: its folder under ``ui/screens`` and a line here.

``key`` is what ``Navigator.go`` is given; a screen with ``rail`` stands in the rail, in this order, and gets Alt+1, Alt+2 ...
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui.page import Desk, Page
from ui.screens.assessment import view as assessment
from ui.screens.clear_up import view as clear_up
from ui.screens.families import register_view as new_family
from ui.screens.families import view as families
from ui.screens.family import view as family
from ui.screens.health import view as health
from ui.screens.help import view as help_pages
from ui.screens.importing import view as importing
from ui.screens.settings import view as settings
from ui.screens.statement import view as statement
from ui.screens.sync import view as sync
from ui.screens.team import colleague_view as colleague
from ui.screens.team import passphrase_view as passphrase
from ui.screens.team import view as team
from ui.screens.today import view as today
from ui.screens.visit import view as visit
from ui.widgets.rail import RailEntry


@dataclass(frozen=True)
class Screen:
    """``title`` is a source text of the context ``screens``; ``under`` names the rail item to mark for a screen without its own."""

    key: str
    icon: str
    title: str
    make: Callable[[Desk], Page]
    rail: Literal["top", "apart", "foot"] | None = None
    under: str = ""

    def word(self) -> str:
        """The title in the language of the window."""
        return QCoreApplication.translate("screens", self.title)


SCREENS: tuple[Screen, ...] = (
    Screen("today", "today", str(QT_TRANSLATE_NOOP("screens", "Today")), today.make, rail="top"),
    Screen("families", "families", str(QT_TRANSLATE_NOOP("screens", "Families")), families.make, rail="top"),
    Screen(
        "new_family",
        "families",
        str(QT_TRANSLATE_NOOP("screens", "New family")),
        new_family.make,
        under="families",
    ),
    Screen("family", "families", str(QT_TRANSLATE_NOOP("screens", "Family")), family.make, under="families"),
    Screen("visit", "home", str(QT_TRANSLATE_NOOP("screens", "Visit")), visit.make, under="families"),
    Screen(
        "assessment",
        "list",
        str(QT_TRANSLATE_NOOP("screens", "Assessment")),
        assessment.make,
        under="families",
    ),
    Screen(
        "importing",
        "download",
        str(QT_TRANSLATE_NOOP("screens", "Import a list")),
        importing.make,
        under="families",
    ),
    Screen(
        "statement",
        "list",
        str(QT_TRANSLATE_NOOP("screens", "Check a printed statement")),
        statement.make,
        under="families",
    ),
    Screen("sync", "sync", str(QT_TRANSLATE_NOOP("screens", "Sync")), sync.make, rail="apart"),
    Screen(
        "clear_up",
        "twoversions",
        str(QT_TRANSLATE_NOOP("screens", "To clear up")),
        clear_up.make,
        rail="apart",
    ),
    Screen("help", "help", str(QT_TRANSLATE_NOOP("screens", "Help")), help_pages.make, rail="foot"),
    Screen("settings", "settings", str(QT_TRANSLATE_NOOP("screens", "Settings")), settings.make, rail="foot"),
    Screen(
        "health",
        "disk",
        str(QT_TRANSLATE_NOOP("screens", "How this laptop stands")),
        health.make,
        under="settings",
    ),
    Screen(
        "team",
        "people",
        str(QT_TRANSLATE_NOOP("screens", "People on this laptop")),
        team.make,
        under="settings",
    ),
    Screen(
        "colleague",
        "people",
        str(QT_TRANSLATE_NOOP("screens", "Add a colleague")),
        colleague.make,
        under="settings",
    ),
    Screen(
        "passphrase",
        "key",
        str(QT_TRANSLATE_NOOP("screens", "Change my passphrase")),
        passphrase.make,
        under="settings",
    ),
)


def rail_entries(screens: tuple[Screen, ...]) -> tuple[RailEntry, ...]:
    """The items of the rail with their shortcuts; the first of a part that stands apart gets the line above it."""
    entries: list[RailEntry] = []
    before: str | None = "top"
    for screen in screens:
        if screen.rail is None:
            continue
        keys = f"Alt+{len(entries) + 1}" if len(entries) < 9 else ""
        apart = screen.rail == "apart" and before != "apart"
        entries.append(RailEntry(screen.key, screen.icon, screen.word(), keys, apart, screen.rail == "foot"))
        before = screen.rail
    return tuple(entries)
