"""Functions that make or examine text."""

import base64
import binascii
import hashlib
import math
import uuid
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

import regex

from app.forms.xform.errors import XPathProblem
from app.forms.xform.xpath.function import Function, every, here_or, number_of, text_of
from app.forms.xform.xpath.scene import Place, Run
from app.forms.xform.xpath.values import Value, text

SEARCH_TIMEOUT_S: Final = 0.25
LONGEST_PATTERN: Final = 2_000
LONGEST_TOKEN: Final = 10_000
_BLANKS: Final = " \t\r\n"
_HASHES: Final = {
    "md5": "md5",
    "sha-1": "sha1",
    "sha-256": "sha256",
    "sha-384": "sha384",
    "sha-512": "sha512",
}


@lru_cache(maxsize=512)
def compiled_pattern(pattern: str) -> "regex.Pattern[str]":
    """Raises XPathProblem for a pattern that is none or is too long."""
    if len(pattern) > LONGEST_PATTERN:
        raise XPathProblem("xpath", f"a pattern longer than {LONGEST_PATTERN} characters")
    try:
        return regex.compile(pattern)
    except (regex.error, RecursionError, OverflowError) as error:
        raise XPathProblem("xpath", f"not a regular expression: {error}") from None


def _regex(place: Place, arguments: Sequence[Run]) -> Value:
    value, pattern = text_of(place, arguments[0]), text_of(place, arguments[1])
    try:
        return compiled_pattern(pattern).search(value, timeout=SEARCH_TIMEOUT_S) is not None
    except TimeoutError:
        raise XPathProblem("too_long", "a pattern took too long to search") from None


def _concat(place: Place, arguments: Sequence[Run]) -> Value:
    return "".join(text(value) for value in every(place, arguments))


def _join(place: Place, arguments: Sequence[Run]) -> Value:
    return text_of(place, arguments[0]).join(text(value) for value in every(place, arguments[1:]))


def _index(value: float, length: int) -> int:
    """0-based; counted from the end if negative; within the text."""
    if math.isnan(value):
        return 0
    index = math.trunc(max(min(value, 1e9), -1e9))
    return min(max(index + length if index < 0 else index, 0), length)


def _substr(place: Place, arguments: Sequence[Run]) -> Value:
    value = text_of(place, arguments[0])
    start = _index(number_of(place, arguments[1]), len(value))
    end = _index(number_of(place, arguments[2]), len(value)) if len(arguments) > 2 else len(value)
    return value[start:end]


def _substring(place: Place, arguments: Sequence[Run]) -> Value:
    """XPath 1.0: from 1, both numbers rounded, nothing for nan."""
    value = text_of(place, arguments[0])
    first = rounded(number_of(place, arguments[1]))
    last = first + rounded(number_of(place, arguments[2])) if len(arguments) > 2 else math.inf
    return "".join(letter for at, letter in enumerate(value, start=1) if first <= at < last)


def rounded(value: float) -> float:
    return value if not math.isfinite(value) else math.floor(value + 0.5)


def _before(place: Place, arguments: Sequence[Run]) -> Value:
    before, found, _ = _partition(place, arguments)
    return before if found else ""


def _after(place: Place, arguments: Sequence[Run]) -> Value:
    return _partition(place, arguments)[2]


def _partition(place: Place, arguments: Sequence[Run]) -> tuple[str, bool, str]:
    value, sought = text_of(place, arguments[0]), text_of(place, arguments[1])
    at = value.find(sought)
    return ("", False, "") if at < 0 else (value[:at], True, value[at + len(sought) :])


def _translate(place: Place, arguments: Sequence[Run]) -> Value:
    value, letters, others = (text_of(place, argument) for argument in arguments)
    table: dict[int, str | None] = {}
    for at, letter in enumerate(letters):
        table.setdefault(ord(letter), others[at] if at < len(others) else None)
    return value.translate(table)


def _normalized(place: Place, arguments: Sequence[Run]) -> Value:
    value = text(here_or(place, arguments)).translate({9: " ", 10: " ", 13: " "})
    return " ".join(word for word in value.split(" ") if word)


def _uuid(place: Place, arguments: Sequence[Run]) -> Value:
    chance = place.scene.chance
    if not arguments:
        return str(uuid.UUID(int=chance.getrandbits(128), version=4))
    length = number_of(place, arguments[0])
    if not 0 <= length <= LONGEST_TOKEN:
        return ""
    letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    return "".join(chance.choice(letters) for _ in range(int(length)))


def _digest(place: Place, arguments: Sequence[Run]) -> Value:
    source, algorithm = text_of(place, arguments[0]), text_of(place, arguments[1]).strip()
    encoding = text_of(place, arguments[2]).strip().lower() if len(arguments) > 2 else "base64"
    known = _HASHES.get(algorithm.lower())
    if known is None or encoding not in ("base64", "hex"):
        raise XPathProblem("xpath", f"digest() knows no {algorithm if known is None else encoding}")
    # What the form's author asked for; nothing of Vatra's own rests on it.
    digest = hashlib.new(known, source.encode("utf-8", "surrogatepass"), usedforsecurity=False).digest()
    return digest.hex() if encoding == "hex" else base64.b64encode(digest).decode()


def _decoded(place: Place, arguments: Sequence[Run]) -> Value:
    source = text_of(place, arguments[0]).strip(_BLANKS)
    try:
        return base64.b64decode(source, validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""


def _coalesce(place: Place, arguments: Sequence[Run]) -> Value:
    for argument in arguments:
        value = argument(place)
        written = "" if isinstance(value, float) and math.isnan(value) else text(value)
        if written:
            return written
    return ""


def _once(place: Place, arguments: Sequence[Run]) -> Value:
    """What the field holds; what is no number is not kept for ever."""
    if held := place.current.value():
        return held
    value = arguments[0](place)
    return "" if isinstance(value, float) and math.isnan(value) else text(value)


STRING_FUNCTIONS: Final[Mapping[str, Function]] = {
    "string": lambda place, a: text(here_or(place, a)),
    "concat": _concat,
    "join": _join,
    "substr": _substr,
    "substring": _substring,
    "substring-before": _before,
    "substring-after": _after,
    "translate": _translate,
    "string-length": lambda place, a: float(len(text(here_or(place, a)))),
    "normalize-space": _normalized,
    "contains": lambda place, a: text_of(place, a[1]) in text_of(place, a[0]),
    "starts-with": lambda place, a: text_of(place, a[0]).startswith(text_of(place, a[1])),
    "ends-with": lambda place, a: text_of(place, a[0]).endswith(text_of(place, a[1])),
    "uuid": _uuid,
    "digest": _digest,
    "base64-decode": _decoded,
    "regex": _regex,
    "coalesce": _coalesce,
    "once": _once,
    "version": lambda place, a: place.scene.version,
    "property": lambda place, a: place.scene.properties.get(text_of(place, a[0]), ""),
}
