"""A passphrase being chosen: the four words that are offered, and what stands against what was typed twice."""

from dataclasses import dataclass
from typing import Literal

from app.errors import PassphraseTooWeak
from app.keys.passphrases import check_own_passphrase, new_passphrase

Fault = Literal["differs"] | PassphraseTooWeak


@dataclass(frozen=True)
class Offer:
    """``names`` are those everybody here would try first: of the workers, the commune, the laptop."""

    words: str
    names: tuple[str, ...] = ()

    @classmethod
    def new(cls, language: str, names: tuple[str, ...] = ()) -> "Offer":
        """Four words of the language of the window."""
        return cls(new_passphrase(language), names)

    def fault(self, first: str, again: str) -> Fault | None:
        """What stands against taking this; spaces between words do not matter, as at signing in."""
        if first.split() != again.split():
            return "differs"
        if first.split() == self.words.split():
            return None
        try:
            check_own_passphrase(first, self.names)
        except PassphraseTooWeak as weak:
            return weak
        return None
