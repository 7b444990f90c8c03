"""How this person likes the window: language, text size, colours. A small JSON file, outside the vault, with no names.

A missing, unreadable or partly foreign file gives the defaults: preferences never stop Vatra from starting.
"""

import contextlib
import os
from pathlib import Path
from typing import Literal

import msgspec
import platformdirs

Language = Literal["en", "ro", "pl", "hu"]
Colours = Literal["system", "light", "dark", "high_contrast"]
LANGUAGES: tuple[Language, ...] = ("ro", "pl", "hu", "en")


class Preferences(msgspec.Struct, frozen=True, forbid_unknown_fields=False):
    """``language`` None means: as the system, else English; ``text_scale`` is 1, 1.15 or 1.3."""

    language: Language | None = None
    colours: Colours = "system"
    text_scale: float = 1.0
    move_on_after_choosing: bool = False
    single_key_shortcuts: bool = True
    lock_after_minutes: int = 5
    """Without a key or the mouse; 1 to 15."""
    window: str = ""
    """Where the window stood last, for the next process to stand there."""


def default_path() -> Path:
    """Where the operating system keeps settings of this person."""
    return platformdirs.user_config_path("vatra", appauthor=False) / "preferences.json"


def load(path: Path) -> Preferences:
    """Read the file, or give the defaults."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Preferences)
    except (OSError, msgspec.DecodeError):
        return Preferences()


def save(path: Path, preferences: Preferences) -> None:
    """Write the file whole; a disk that cannot be written is no reason to stop."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(".new")
        draft.write_bytes(msgspec.json.format(msgspec.json.encode(preferences), indent=1))
        os.replace(draft, path)  # noqa: PTH105 - atomic on both systems
