"""Text as people search for it: lower case, no diacritics, the letters of all our languages.

SQLite's own folding leaves ł, đ and ø alone and knows nothing of cedilla against comma below, so Vatra indexes what this
module folded and folds what is typed the same way.
"""

import re
import unicodedata

_NO_DECOMPOSITION = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)
_CEDILLA = str.maketrans("şţŞŢ", "șțȘȚ")
_NOT_WORD = re.compile(r"[^0-9a-z]+")


def comma_below(text: str) -> str:
    """Romanian text with ş ţ (cedilla, old keyboards) turned into ș ț (comma below, U+0219 and U+021B)."""
    return text.translate(_CEDILLA)


def fold(text: str) -> str:
    """``"Ștefan Łapiński"`` -> ``"stefan lapinski"``; punctuation stays."""
    lowered = text.casefold().translate(_NO_DECOMPOSITION)
    decomposed = unicodedata.normalize("NFKD", lowered)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def words(text: str) -> list[str]:
    """Folded words of letters and digits, in order: ``"Valea Mare, nr. 3"`` -> ``["valea", "mare", "nr", "3"]``."""
    return [word for word in _NOT_WORD.split(fold(text)) if word]


def digits(text: str) -> str:
    """Only the digits, for phone and identity numbers."""
    return "".join(letter for letter in text if letter.isdigit())
