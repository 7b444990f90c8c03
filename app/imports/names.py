"""Names as lists print them: upper case, surname first or last, old letters."""

import itertools
import re
from collections.abc import Iterable

from app.domain.folding import comma_below, fold

_PART = re.compile(r"[^\s\-–'’().]+")
_PARTICLES = frozenset({"de", "da", "von", "van", "zu", "z", "din", "della", "di", "la"})
_LABEL = re.compile(r"^(?:familia|fam\.?|rodzina|d-na|d-l|dl\.?|dna\.?|pan|pani)\s+", re.IGNORECASE)

SURNAME_FIRST = "surname_first"
GIVEN_FIRST = "given_first"


def tidy_name(text: str) -> str:
    """Single spaces, comma-below letters, and capitals only at the start of each part where all was upper or lower case."""
    spaced = " ".join(comma_below(text).split()).strip(" ,;")
    return " ".join(_cased(word) for word in spaced.split(" "))


def split_name(text: str, order: str) -> tuple[str, str]:
    """(family name, given names) of a full name written in `order`; a single word is a family name.

    Where only some words are in capitals, they are the surname, whatever the order. A comma after the first words
    parts as well ("Popescu, Ion").
    """
    raw = " ".join(comma_below(text).split()).strip(" ;")
    before, comma, after = raw.partition(",")
    if comma and before.strip() and after.strip():
        return tidy_name(before), tidy_name(after)
    parts = raw.replace(",", " ").split(" ")
    if len(parts) < 2:
        return tidy_name(raw), ""
    shouted = [_is_shouted(part) for part in parts]
    if any(shouted) and not all(shouted):
        first, last = shouted.index(True), len(shouted) - 1 - shouted[::-1].index(True)
        run = parts[first : last + 1]
        if (
            all(shouted[first : last + 1])
            and len(run) < len(parts)
            and (first == 0 or last == len(parts) - 1)
        ):
            rest = parts[:first] + parts[last + 1 :]
            return tidy_name(" ".join(run)), tidy_name(" ".join(rest))
    cut = _surname_length(parts) if order == SURNAME_FIRST else len(parts) - 1
    left, right = tidy_name(" ".join(parts[:cut])), tidy_name(" ".join(parts[cut:]))
    return (left, right) if order == SURNAME_FIRST else (right, left)


def without_label(text: str) -> str:
    """The name in "Familia Popescu Ion"."""
    return _LABEL.sub("", " ".join(text.split()))


def same_name_key(family_name: str, given_names: str) -> str:
    """A key that is equal for two writings of one name: folded, â as î, words sorted."""
    text = f"{family_name} {given_names}".replace("Â", "Î").replace("â", "î")
    return " ".join(sorted(part for part in re.split(r"[^0-9a-z]+", fold(text)) if part))


def likely_order(families: Iterable[list[str]]) -> str:
    """The order of names in a list whose header does not say: what people of one household share is the surname."""
    shared_first = shared_last = 0
    for names in families:
        split = [fold(name).split() for name in names if len(name.split()) >= 2]
        for one, other in itertools.pairwise(split):
            shared_first += one[0] == other[0]
            shared_last += one[-1] == other[-1]
    return GIVEN_FIRST if shared_last > shared_first else SURNAME_FIRST


def name_like(text: str) -> bool:
    """Two to five words of letters, as people's names are, the first of them with a capital."""
    parts = text.split()
    return (
        2 <= len(parts) <= 5
        and all(re.fullmatch(r"[^\W\d_]+(?:[-–'’.][^\W\d_]*)*|\(.*\)", part) for part in parts)
        and parts[0][:1].isupper()
        and parts[-1].lstrip("(")[:1].isupper()
    )


def _surname_length(parts: list[str]) -> int:
    """How many words the surname takes at the start: particles and a bracketed former name belong to it."""
    cut = 1
    while cut < len(parts) - 1 and (fold(parts[cut - 1]) in _PARTICLES or parts[cut].startswith("(")):
        cut += 1
    return cut


def _is_shouted(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)


def _cased(word: str) -> str:
    letters = [letter for letter in word if letter.isalpha()]
    if not letters or not (all(map(str.isupper, letters)) or all(map(str.islower, letters))):
        return word
    if fold(word) in _PARTICLES and all(map(str.islower, letters)):
        return word
    return _PART.sub(lambda part: part[0][:1].upper() + part[0][1:].lower(), word)
