"""The pages of help: read from ``resources/help/<language>/*.md``, found by words without accents, one per screen for F1.

A page's first heading is its title. File names are the same in every language; they sort the list.
"""

import re
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from app.domain.folding import words
from resources import resource_names, resource_text
from ui import languages

FALLBACK = "en"
FIRST = "01-first-steps"
KEYS = "09-keys"
PAGE_OF_SCREEN = {
    "today": "01-first-steps",
    "families": "02-find-a-family",
    "new_family": "02-find-a-family",
    "family": "02-find-a-family",
    "visit": "03-record-a-visit",
    "assessment": "13-fill-in-an-assessment",
    "statement": "13-fill-in-an-assessment",
    "importing": "04-import-a-list",
    "sync": "05-send-to-the-county",
    "clear_up": "06-two-versions",
    "settings": "07-passphrase-and-lock",
    "passphrase": "07-passphrase-and-lock",
    "team": "10-people-on-this-laptop",
    "colleague": "10-people-on-this-laptop",
    "health": "12-how-this-laptop-stands",
}
_MARKS = re.compile(r"[*`#|>]|^- ", re.MULTILINE)


@dataclass(frozen=True)
class HelpPage:
    """``text`` is Markdown; ``key`` the file name without its ending."""

    key: str
    title: str
    text: str

    @property
    def plain(self) -> str:
        """The text without the marks of Markdown, for searching and for excerpts."""
        return _MARKS.sub("", self.text)


@dataclass(frozen=True)
class HelpList:
    """The pages that hold what was typed, and the one that shows."""

    pages: tuple[HelpPage, ...]
    shown: HelpPage | None
    typed: str = ""


def read_pages(language: str) -> tuple[HelpPage, ...]:
    """All pages in this language; one that is not translated comes in English."""
    translated = set(resource_names(f"help/{language}"))
    pages: list[HelpPage] = []
    for name in resource_names(f"help/{FALLBACK}"):
        if name.endswith(".md"):
            text = resource_text(f"help/{language if name in translated else FALLBACK}/{name}")
            title = next((line[2:].strip() for line in text.splitlines() if line.startswith("# ")), name)
            pages.append(HelpPage(name.removesuffix(".md"), title, text))
    return tuple(pages)


def matches(page: HelpPage, typed: str) -> bool:
    """Whether every typed word begins a word of the page, accents aside."""
    there = words(page.plain)
    return all(any(one.startswith(wanted) for one in there) for wanted in words(typed))


class HelpPresenter(QObject):
    """``changed`` carries a ``HelpList``."""

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = read_pages(languages.current())
        self.state = HelpList(self._pages, self._page(FIRST))

    def look_for(self, typed: str) -> None:
        """Keep the pages with these words; the shown one stays if it has them, else the first that has."""
        found = tuple(page for page in self._pages if matches(page, typed))
        shown = self.state.shown if self.state.shown in found else next(iter(found), None)
        # Nothing found: the page that is being read stays.
        self._show(HelpList(found, shown or self.state.shown, typed.strip()))

    def open(self, key: str) -> None:
        """Show a page; an unknown key changes nothing."""
        page = self._page(key)
        if page is not None:
            self._show(HelpList(self.state.pages, page, self.state.typed))

    def open_for_screen(self, screen: str) -> None:
        """F1 on a screen: its page, with the whole list beside it."""
        if screen == "help":
            return
        self.state = HelpList(self._pages, self.state.shown)
        self.open(PAGE_OF_SCREEN.get(screen, FIRST))

    def _page(self, key: str) -> HelpPage | None:
        return next((page for page in self._pages if page.key == key), None)

    def _show(self, state: HelpList) -> None:
        self.state = state
        self.changed.emit(state)
