"""A form as a county publishes it: compiled, with the files it names, packed, and signed by the county.

The office ``prepare``s a package from a spreadsheet, and the laptop opens it once it is ``verified``. What is signed are the exact bytes of
the manifest, which names the content by its digest; so a package proves itself wherever it was kept and however it came. Its
digest is the form's, as sealed answers name it: the same spreadsheet gives the same one.
"""

import hashlib
import re
import zlib
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from app.domain.access import is_profession
from app.errors import Fact, FormInvalid, PublishedFormUnusable
from app.forms.instruments import VISIT_FORM, Instrument, fillable, named_by
from app.forms.questions import FALLBACK_LANGUAGE
from app.forms.xform.errors import Problem
from app.forms.xform.opening import Examined, examine
from app.forms.xform.vault_lists import STAND_INS

NEEDS: Final = 1
"""What a Vatra must be able to read a package of today; raised when a package says what an older one would misread."""
LARGEST_PACKED_BYTES: Final = 256 * 1024
LARGEST_UNPACKED_BYTES: Final = 8 * 1024 * 1024
HIGHEST_VERSION: Final = 2**31 - 1
PROFESSIONS: Final = "vatra:professions"
_FORM_ID = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,63}")
_FORM_CLAIM, _CHECK_CLAIM = b"vatra/form/1\0", b"vatra/form-check/1\0"


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a county signs of a form. ``digest`` is the SHA-256 (hex) of the unpacked content."""

    needs: int
    county: bytes
    form_id: str
    version: int
    digest: str
    title: dict[str, str]
    """By language code."""
    date_question: str | None = None
    professions: tuple[str, ...] = ()
    """Who is offered the form; nobody named: everybody."""


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """That an administrator compared a form with the law: who, on which day (ISO), and with which text."""

    county: bytes
    form_id: str
    version: int
    digest: str
    by: str
    on: str
    source: str


class Package(msgspec.Struct, frozen=True):
    """A signed form: the manifest as signed, and the packed content it names."""

    manifest: bytes
    signature: bytes
    content: bytes


class _Content(msgspec.Struct, frozen=True):
    form: bytes
    files: dict[str, bytes]


class Prepared(msgspec.Struct, frozen=True):
    """What can be published; ``instrument`` is how laptops will see it. ``content`` is packed."""

    instrument: Instrument
    professions: tuple[str, ...]
    content: bytes

    def signed_by(self, county: bytes, key: Ed25519PrivateKey) -> Package:
        """The package of a county."""
        one = self.instrument
        manifest = msgspec.msgpack.encode(
            Manifest(
                needs=NEEDS,
                county=county,
                form_id=one.id,
                version=one.version,
                digest=one.digest,
                title=dict(one.title),
                date_question=one.date_question,
                professions=self.professions,
            )
        )
        return Package(manifest, key.sign(_FORM_CLAIM + manifest), self.content)


def prepare(
    path: str, external: Mapping[str, str] | None = None
) -> tuple[Prepared | None, tuple[Problem, ...]]:
    """A form file made ready, None when it has an error, and everything that is wrong with it: what ``vatra-forms check`` says, and
    what only matters when a form is published. ``Unreadable`` for a file that cannot be read.
    """
    examined = examine(path, external, STAND_INS)
    if not examined.is_sound:
        return None, examined.problems
    wrong = _unpublishable(examined)
    problems = (*examined.problems, *wrong)
    if wrong:
        return None, problems
    assert examined.form is not None
    files = {name: data for name, data in sorted(examined.files.items()) if name not in STAND_INS}
    unpacked = msgspec.msgpack.encode(_Content(examined.source, files))
    content = zlib.compress(unpacked, 9)
    if len(content) > LARGEST_PACKED_BYTES or len(unpacked) > LARGEST_UNPACKED_BYTES:
        too_large = f"packed the form has {len(content)} bytes, and a laptop takes {LARGEST_PACKED_BYTES}"
        return None, (*problems, Problem("error", "too_large", too_large))
    title, date_question = named_by({"form_title": examined.form.title, **examined.settings})
    digest, form_id, version = _digest(unpacked), examined.form.id, int(examined.form.version)
    try:
        form = fillable(form_id, examined.source, files.get)
    except FormInvalid as refused:
        return None, (*problems, Problem("error", str(refused.facts["reason"]), str(refused)))
    instrument = Instrument(
        id=form_id, version=version, digest=digest, title=title, form=form, date_question=date_question
    )
    return Prepared(instrument, _professions(examined), content), problems


def _unpublishable(examined: Examined) -> tuple[Problem, ...]:
    """What a form must say of itself before it goes to laptops."""
    form = examined.form
    assert form is not None

    def wrong(code: str, message: str, column: str) -> Problem:
        place = {"sheet": "settings", "row": 2, "column": column} if examined.settings else {}
        return Problem("error", code, message, **place)  # type: ignore[arg-type]

    problems: list[Problem] = []
    if _FORM_ID.fullmatch(form.id) is None or form.id == VISIT_FORM:
        problems.append(wrong("form_id", f"a published form cannot be called {form.id!r}", "form_id"))
    if not (form.version.isascii() and form.version.isdigit() and 0 < int(form.version) <= HIGHEST_VERSION):
        message = f"the version {form.version!r} is no whole number from 1; each release needs a higher one"
        problems.append(wrong("version", message, "version"))
    date_question = examined.settings.get("vatra:date")
    if date_question and date_question not in {field.name for field in form.fields}:
        problems.append(wrong("unknown_reference", f"there is no question {date_question}", "vatra:date"))
    for name in _professions(examined):
        if not is_profession(name):
            problems.append(
                wrong("profession", f"{name!r} is no profession, such as social_worker", PROFESSIONS)
            )
    return tuple(problems)


def _professions(examined: Examined) -> tuple[str, ...]:
    return tuple(examined.settings.get(PROFESSIONS, "").split())


def _digest(unpacked: bytes) -> str:
    return hashlib.sha256(unpacked).hexdigest()


def _check_manifest(package: Package, county: bytes, sign_key: bytes) -> None:
    """PublishedFormUnusable unless its county has signed it and this Vatra can read it."""
    _verify(_FORM_CLAIM, package.manifest, package.signature, sign_key)
    manifest = _manifest(package)
    if manifest.county != county:
        raise PublishedFormUnusable(why="signature")
    if manifest.needs > NEEDS:
        raise PublishedFormUnusable(why="too_new", form=manifest.form_id, version=manifest.version)


def _manifest(package: Package) -> Manifest:
    try:
        return msgspec.msgpack.decode(package.manifest, type=Manifest)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        raise PublishedFormUnusable(why="too_new") from None


def verified(package: Package, county: bytes, sign_key: bytes) -> Instrument:
    """The form of a package that has just arrived. PublishedFormUnusable: ``why`` is ``signature`` (not this county's, or changed),
    ``damaged`` (not the content that was signed), or ``too_new`` (this Vatra cannot fill it in).
    """
    _check_manifest(package, county, sign_key)
    return opened(package)


@lru_cache(maxsize=32)
def opened(package: Package) -> Instrument:
    """The form of a package that was verified, ready to be filled in. PublishedFormUnusable as ``verified``, but for the signature."""
    manifest = _manifest(package)
    facts: dict[str, Fact] = {"form": manifest.form_id, "version": manifest.version}
    try:
        opener = zlib.decompressobj()
        unpacked = opener.decompress(package.content, LARGEST_UNPACKED_BYTES)
        whole = opener.eof and _digest(unpacked) == manifest.digest
    except zlib.error:
        whole, unpacked = False, b""
    if not whole:
        raise PublishedFormUnusable(why="damaged", **facts)
    try:
        content = msgspec.msgpack.decode(unpacked, type=_Content)
        form = fillable(manifest.form_id, content.form, content.files.get)
    except (msgspec.MsgspecError, FormInvalid):
        raise PublishedFormUnusable(why="too_new", **facts) from None
    return Instrument(
        id=manifest.form_id,
        version=manifest.version,
        digest=manifest.digest,
        title=manifest.title or {FALLBACK_LANGUAGE: manifest.form_id},
        form=form,
        date_question=manifest.date_question,
        source=content.form,
        files=content.files.get,
    )


def sign_check(check: Check, key: Ed25519PrivateKey) -> tuple[bytes, bytes]:
    """What a county keeps and tells of a check: the statement, and its signature."""
    statement = msgspec.msgpack.encode(check)
    return statement, key.sign(_CHECK_CLAIM + statement)


def read_check(statement: bytes, signature: bytes, county: bytes, sign_key: bytes) -> Check | None:
    """The check, None for what this county did not sign."""
    try:
        _verify(_CHECK_CLAIM, statement, signature, sign_key)
        check = msgspec.msgpack.decode(statement, type=Check)
    except (PublishedFormUnusable, msgspec.MsgspecError):
        return None
    return check if check.county == county else None


def _verify(claim: bytes, exact: bytes, signature: bytes, sign_key: bytes) -> None:
    try:
        Ed25519PublicKey.from_public_bytes(sign_key).verify(signature, claim + exact)
    except (InvalidSignature, ValueError):
        raise PublishedFormUnusable(why="signature") from None
