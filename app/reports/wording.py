"""The fixed words of printed documents, in the languages of the papers.

They lie in ``resources/reports/words.toml`` and not among the window's translations, because a document is printed in the
language chosen for it while the window keeps its own.
"""

import datetime as dt
from functools import lru_cache

import msgspec

from resources import resource_text

LANGUAGES = ("en", "ro", "pl", "hu")


@lru_cache
def all_words() -> dict[str, dict[str, str]]:
    """Key -> language -> text."""
    return msgspec.toml.decode(resource_text("reports/words.toml").encode(), type=dict[str, dict[str, str]])


def word(key: str, language: str) -> str:
    """The text of a key; KeyError for a key that nobody wrote."""
    texts = all_words()[key]
    return texts.get(language) or texts["en"]


def printed_day(day: str, language: str) -> str:
    """``2026-11-21`` as the country writes it; a partial or unreadable date stays as it is."""
    try:
        known = dt.date.fromisoformat(day)
    except ValueError:
        return day
    if language == "hu":
        return f"{known.year}. {known.month:02d}. {known.day:02d}."
    return f"{known.day:02d}.{known.month:02d}.{known.year}"


def readers_word(compartment: str, language: str) -> str:
    """Who reads what lies in a confidential compartment; one that a county added is named as it is called there."""
    key = f"readers_{compartment}"
    return word(key, language) if key in all_words() else compartment


def profession_word(profession: str, language: str) -> str:
    """The word for a worker's profession code; a profession without a code is printed as it was written."""
    key = f"profession_{profession}"
    return word(key, language) if key in all_words() else profession
