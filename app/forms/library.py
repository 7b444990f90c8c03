"""The forms shipped with Vatra: found by id and version, read once, known by their digest.

A form that differs between countries lies in ``resources/countries/<cc>/forms/``; one that is the same everywhere lies once
in ``resources/forms/``, so that both countries have one digest and one text to keep right. The file name is
``<id>-<version>.md``: a new version is a new file, because a released one never changes.
"""

import hashlib
import unicodedata
from functools import lru_cache

from app.errors import FormInvalid
from app.forms.compiling import compile_form
from app.forms.form import Form
from resources import resource_names, resource_text


def canonical_text(source: str) -> str:
    """What the digest is made of: NFC, line ends as ``\\n``, no blanks at line ends, one line end at the end.

    So a checkout, an editor or an operating system that touches line ends does not make another form of it.
    """
    lines = unicodedata.normalize("NFC", source).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip() for line in lines).rstrip("\n") + "\n"


def digest_of(source: str) -> str:
    """SHA-256 of the canonical text in UTF-8, as hex."""
    return hashlib.sha256(canonical_text(source).encode()).hexdigest()


def read_form(source: str) -> Form:
    """A form from its text; FormInvalid names sheet, row and column of what is wrong."""
    return compile_form(source, digest=digest_of(source))


@lru_cache
def load_form(form_id: str, country: str, version: int | None = None) -> Form:
    """The shipped form for a country ("ro"), the newest version unless one is named.

    Raises FormInvalid (``reason="not_here"``) when this Vatra has no such form or version.
    """
    for folder in (f"countries/{country}/forms", "forms"):
        versions = _versions(folder, form_id)
        chosen = max(versions, default=None) if version is None else version
        if chosen in versions:
            return read_form(resource_text(f"{folder}/{versions[chosen]}"))
    raise FormInvalid(reason="not_here", form=form_id, version=version or 0)


def _versions(folder: str, form_id: str) -> dict[int, str]:
    try:
        names = resource_names(folder)
    except (FileNotFoundError, NotADirectoryError):
        return {}
    found: dict[int, str] = {}
    for name in names:
        stem, _, number = name.removesuffix(".md").rpartition("-")
        if stem == form_id and number.isdigit() and name.endswith(".md"):
            found[int(number)] = name
    return found
