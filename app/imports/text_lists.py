"""Lists saved as text: which encoding, which delimiter, which cells.

The encoding is decided by the letters: of the readings that are possible, the one in which most letters outside ASCII
are letters that Romanian, Polish or Hungarian text has, in places where such text has them. UTF-8 that decodes is
believed, because other encodings hardly ever do so by chance; so is UTF-8 with a damaged byte here and there.
"""

import csv
import io
import re

from app.errors import ImportUnreadable

_ROMANIAN = frozenset("ăâîșțĂÂÎȘȚşţŞŢ")
_POLISH = frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ")
_HUNGARIAN = frozenset("áéíóöőúüűÁÉÍÓÖŐÚÜŰ")
_MARKS = frozenset("„”“’–—…«»§°€\u00a0")
_LANGUAGES = (_ROMANIAN, _POLISH, _HUNGARIAN)

# In order of preference when two readings are equally good: Windows pages are what office programs write.
_ONE_BYTE = ("cp1250", "iso8859_16", "iso8859_2", "cp1252", "cp852")
_UPPER_INSIDE_WORD = re.compile(r"(?<=[a-zăâîșțąćęłńóśźżáéíöőúüű])[^\W\d_a-z]", re.UNICODE)
_DELIMITERS = ";\t|,"
_MOST_LINES_IN_A_CELL = 40
_FEW_DAMAGED = 10


def decode(content: bytes, file: str = "") -> tuple[str, str]:
    """The text and the name of its encoding. ImportUnreadable when no encoding fits."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return _decoded(content, encoding, file), encoding
    if b"\x00" in content[:4096]:
        encoding = "utf-16-le" if content[1:4096:2].count(0) >= content[0:4096:2].count(0) else "utf-16-be"
        return _decoded(content, encoding, file), encoding
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        repaired = content.decode("utf-8", "replace")
        if sum(letter > "\x7f" for letter in repaired) > _FEW_DAMAGED * repaired.count("\ufffd"):
            return repaired, "utf-8"
        readings = [
            (encoding, text) for encoding in _ONE_BYTE if (text := _try(content, encoding)) is not None
        ]
        if not readings:
            return content.decode("utf-8", "replace"), "utf-8"
        encoding, text = max(readings, key=lambda reading: plausibility(reading[1]))
        return text, encoding


def _decoded(content: bytes, encoding: str, file: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise ImportUnreadable(file=file) from None


def _try(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def plausibility(text: str) -> float:
    """How much a reading looks like one of our languages: each odd letter counts against it."""
    beyond_ascii = [letter for letter in text if letter > "\x7f"]
    if not beyond_ascii:
        return 0.0
    best: int = max(sum(letter in language for letter in beyond_ascii) for language in _LANGUAGES)
    familiar = sum(any(letter in language for language in _LANGUAGES) for letter in beyond_ascii)
    marks = sum(letter in _MARKS for letter in beyond_ascii)
    strange = len(beyond_ascii) - familiar - marks
    inside: int = sum(letter > "\x7f" for letter in _UPPER_INSIDE_WORD.findall(text) if letter.isupper())
    return 2.0 * best + familiar + 0.5 * marks - 4.0 * strange - 1.5 * inside


def parse_text_list(content: bytes, file: str) -> list[tuple[str | None, ...]]:
    """Rows of cells, None for an empty cell. Quoted cells may hold delimiters and line ends."""
    text = decode(content, file)[0].replace("\x00", "").lstrip("\ufeff")
    named = re.match(r"sep=(.)\r?\n", text)
    if named:
        text = text[named.end() :]
    delimiter = named[1] if named else _delimiter(text)
    csv.field_size_limit(1 << 20)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        rows = []
    if not rows or any(cell.count("\n") > _MOST_LINES_IN_A_CELL for row in rows for cell in row):
        # A stray quote swallowed the rest of the file into one cell: then quotes are plain characters.
        rows = [line.split(delimiter) for line in text.splitlines()]
    return [tuple(cell.strip() or None for cell in row) for row in rows]


def _delimiter(text: str) -> str:
    """The delimiter that cuts most lines into the same number of cells, and into more than one."""
    return max(_DELIMITERS, key=lambda delimiter: _regularity(text, delimiter))


def _regularity(text: str, delimiter: str) -> float:
    try:
        rows = [
            row
            for row in csv.reader(io.StringIO(text[:200_000], newline=""), delimiter=delimiter)
            if any(row)
        ]
    except csv.Error:
        return 0.0
    widths = [len(row) for row in rows[:400]]
    if not widths:
        return 0.0
    common = max(set(widths), key=lambda width: (widths.count(width) if width > 1 else 0, width))
    if common == 1:
        return 0.0
    return widths.count(common) / len(widths) + min(common, 20) / 100
