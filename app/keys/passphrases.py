"""Passphrases: four words to be typed every day, drawn at random, and the floor under one of a worker's own choice.

A list has 8,192 words of the worker's language, without diacritics and with no two that one slip of a finger confuses
(resources/words/NOTICE.md): four words are 52 bits. A passphrase of one's own must be worth about as much; what it is worth
is estimated by whoever guesses it in the cheapest way we know, piece by piece: as a word, a name of this place, a year, a row
of the keyboard, a repetition, digits, letters. A long sentence passes, a long name with a year does not.
"""

import math
import re
import secrets
from collections.abc import Iterable
from functools import cache

from app.domain.folding import fold
from app.errors import PassphraseTooWeak
from resources import resource_text

LANGUAGES = ("en", "ro", "pl", "hu")
WORDS = 4
MIN_LETTERS = 15
"""NIST SP 800-63B-4, 3.1.1.2: the least for a password that stands alone (verified on 2026-11-21)."""
MIN_BITS = 48.0

_KEYBOARD = (
    "1234567890",
    "qwertyuiop",
    "qwertzuiop",
    "asdfghjkl",
    "zxcvbnm",
    "yxcvbnm",
    "abcdefghijklmnopqrstuvwxyz",
)
USUAL = frozenset(
    [
        "password",
        "passphrase",
        "parola",
        "parolele",
        "haslo",
        "jelszo",
        "secret",
        "admin",
        "administrator",
        "vatra",
        "laptop",
        "primarie",
        "primaria",
        "gmina",
        "urzad",
        "polgarmester",
        "asistent",
        "social",
        "letmein",
        "welcome",
        "iloveyou",
        "dragon",
        "monkey",
        "master",
        "login",
        "office",
        "computer",
        "calculator",
        "komputer",
    ]
)
"""What everybody tries first."""
_NAME_BITS, _USUAL_BITS, _ROW_BITS, _YEAR_BITS, _REPEAT_BITS = 3.0, 4.0, 6.0, 6.5, 4.0
_DIGIT_BITS, _SIGN_BITS = math.log2(10), 5.0
_LETTER_BITS, _FIRST_LETTER_BITS = 2.3, math.log2(26)
"""Of a letter of a word that is in no list: the first two are anybody's guess, the others follow from them."""
_LONGEST_PIECE = 24


def new_passphrase(language: str) -> str:
    """Four words of a language, e.g. ``harbor tulip anvil seventy``; another language than ours gives English words."""
    words = word_list(language if language in LANGUAGES else "en")
    return " ".join(secrets.choice(words) for _ in range(WORDS))


@cache
def word_list(language: str) -> tuple[str, ...]:
    """The words of one of ``LANGUAGES``, sorted."""
    return tuple(resource_text(f"words/{language}.txt").split())


def check_own_passphrase(text: str, names: Iterable[str] = ()) -> None:
    """PassphraseTooWeak when ``text`` is no passphrase to keep a commune's data with; ``reason`` says why.

    ``names`` are those that everybody on the spot would try first: of the workers, the commune, the laptop.
    """
    if len("".join(text.split())) < MIN_LETTERS:
        raise PassphraseTooWeak(reason="short", needed=MIN_LETTERS)
    if bits(text, names) < MIN_BITS:
        raise PassphraseTooWeak(reason="guessable")


def bits(text: str, names: Iterable[str] = ()) -> float:
    """About how many yes-or-no questions away a passphrase is from somebody who knows ``names`` and how people choose."""
    # Said three times or more is as good as said twice.
    plain = re.sub(r"(.{1,40}?)\1{2,}", r"\1\1", " ".join(fold(text).split()))
    near = {part for name in names for part in _letters(name)}
    best = [0.0]
    for end in range(1, len(plain) + 1):
        best.append(
            min(
                best[start] + _piece_bits(plain, start, end, near)
                for start in range(max(0, end - _LONGEST_PIECE), end)
            )
        )
    capitals = sum(letter.isupper() for letter in text)
    # A capital at the front is everybody's habit; further ones count a little.
    return best[-1] + min(6.0, max(0, capitals - 1) * 1.0)


def _letters(name: str) -> Iterable[str]:
    return (part for part in re.split(r"[^0-9a-z]+", fold(name)) if len(part) >= 3)


def _piece_bits(text: str, start: int, end: int, near: set[str]) -> float:
    """What it costs to guess one piece in the cheapest way; infinite when it is no piece."""
    piece = text[start:end]
    if len(piece) == 1:
        return _sign_bits(text, start)
    ways = [math.inf]
    if piece in near:
        ways.append(_NAME_BITS)
    if piece in USUAL:
        ways.append(_USUAL_BITS)
    if len(piece) >= 4 and piece in _every_word():
        ways.append(math.log2(len(_every_word())))
    if re.fullmatch(r"(19|20)\d\d", piece):
        ways.append(_YEAR_BITS)
    if len(piece) >= 3 and any(piece in row or piece in row[::-1] for row in _KEYBOARD):
        ways.append(_ROW_BITS)
    if start >= len(piece) and piece in text[:start]:
        ways.append(_REPEAT_BITS)
    return min(ways)


def _sign_bits(text: str, at: int) -> float:
    sign = text[at]
    if sign == " ":
        return 0.0
    if sign.isdigit():
        return _DIGIT_BITS
    if not sign.isalpha():
        return _SIGN_BITS
    if sign == text[at - 1 : at]:
        return 1.0
    return _LETTER_BITS if at >= 2 and text[at - 2 : at].isalpha() else _FIRST_LETTER_BITS


@cache
def _every_word() -> frozenset[str]:
    return frozenset(word for language in LANGUAGES for word in word_list(language))
