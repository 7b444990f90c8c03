"""The ways a word can stand in a file without being seen at once, and a search for all of them.

Each spelling can also be planted, so that a search is known to find it: a search that finds nothing may be blind.
"""

import base64
import contextlib
import gzip
import io
import json
import urllib.parse
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from app.domain.folding import fold

MOST_BYTES = 64 * 1024 * 1024
"""Of what is unpacked from one file."""


def _zip(body: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("inside.xml", body)
    return packed.getvalue()


PLANTS: dict[str, Callable[[str], bytes]] = {
    "utf-8": lambda word: word.encode(),
    "utf-16-le": lambda word: word.encode("utf-16-le"),
    "utf-16-be": lambda word: word.encode("utf-16-be"),
    "hex": lambda word: word.encode().hex().encode(),
    "base64, from 0": lambda word: base64.b64encode(word.encode()),
    "base64, from 1": lambda word: base64.b64encode(b"." + word.encode()),
    "base64, from 2": lambda word: base64.b64encode(b".." + word.encode()),
    "url": lambda word: urllib.parse.quote(word).encode(),
    "json": lambda word: json.dumps(word).encode(),
    "folded": lambda word: fold(word).encode(),
    "upper case": lambda word: word.upper().encode(),
    "zlib": lambda word: zlib.compress(word.encode() * 3),
    "gzip": lambda word: gzip.compress(word.encode() * 3),
    "zip": lambda word: _zip(word.encode() * 3),
}
"""Name of a spelling -> how to write a word in it."""


def _plain_forms(word: str) -> Iterator[bytes]:
    for text in {word, word.upper(), word.lower(), fold(word)}:
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            body = text.encode(encoding)
            yield body
            yield body.hex().encode()
            yield body.hex().upper().encode()
            for shift in range(3):
                coded = base64.b64encode(bytes(shift) + body)
                # The first and last signs depend on what stands beside the word.
                yield coded[-(-shift * 4 // 3) : len(coded) - 4]
        yield urllib.parse.quote(text).encode()
        yield json.dumps(text)[1:-1].encode()


def forms_of(words: dict[str, str]) -> dict[bytes, str]:
    """Every form to look for -> the name of its word. Words with fewer than six letters are too common for that."""
    return {form: name for name, word in words.items() for form in _plain_forms(word) if len(form) >= 6}


def forms_of_keys(keys: dict[str, bytes]) -> dict[bytes, str]:
    """The same for keys: raw, in hexadecimal digits, in base64."""
    return {
        form: name
        for name, key in keys.items()
        for form in (key, key.hex().encode(), key.hex().upper().encode(), base64.b64encode(key)[:-4])
    }


def _bodies(body: bytes) -> Iterator[bytes]:
    """The content, and what is packed in it as zip, gzip or a bare deflate stream."""
    yield body
    if body.startswith(b"PK"):
        try:
            with zipfile.ZipFile(io.BytesIO(body)) as archive:
                for entry in archive.infolist():
                    yield archive.read(entry)[:MOST_BYTES]
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError, zlib.error):
            pass
    for magic, window in ((b"\x1f\x8b\x08", 31), (b"\x78\x9c", 15), (b"\x78\x01", 15), (b"\x78\xda", 15)):
        at = body.find(magic)
        while at >= 0:
            with contextlib.suppress(zlib.error):
                yield zlib.decompressobj(window).decompress(body[at:], MOST_BYTES)
            at = body.find(magic, at + 1)


def search_file(path: Path, forms: dict[bytes, str]) -> set[str]:
    """Names of the words that stand in a file, or in its name."""
    found = {name for form, name in forms.items() if form in path.name.encode("utf-8", "surrogateescape")}
    try:
        body = path.read_bytes()
    except OSError:  # gone meanwhile
        return found
    for piece in _bodies(body):
        found |= {name for form, name in forms.items() if name not in found and form in piece}
    return found


def search(folder: Path, forms: dict[bytes, str]) -> tuple[dict[str, set[str]], int]:
    """(file below the folder -> words in it, how many files were looked at)."""
    found: dict[str, set[str]] = {}
    looked = 0
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            looked += 1
            words = search_file(path, forms)
            if words:
                found[str(path.relative_to(folder))] = words
    return found, looked
