"""The shipped instruments, ready to be filled in: XForms that pyxform made of their Markdown tables when Vatra was built.

``<id>-<version>.xml`` lies beside ``<id>-<version>.md``; a test says so when it is not current. A laptop needs no pyxform. The
digest is that of the Markdown text, as everywhere; the titles are from its settings.
"""

from collections.abc import Collection, Mapping
from functools import lru_cache

import msgspec

from app.errors import FormInvalid
from app.forms.library import digest_of
from app.forms.questions import FALLBACK_LANGUAGE, Text
from app.forms.sheets import read_sheets
from app.forms.xform.confidential import sections_of
from app.forms.xform.draft import Files, no_files
from app.forms.xform.errors import FormRefused
from app.forms.xform.model import Form
from app.forms.xform.paper import numbers_of
from app.forms.xform.reading import read_form
from app.forms.xform.vault_lists import STAND_INS, VaultLists
from resources import resource_bytes, resource_names, resource_text

VISIT_FORM = "vatra_home_visit"
"""The visit has a screen of its own."""
_TITLE = "vatra:title"


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """One version of an instrument by name: ``title`` by language code."""

    id: str
    version: int
    digest: str
    title: Text


class Instrument(msgspec.Struct, frozen=True, kw_only=True):
    """One version of an instrument. ``date_question`` names the day it speaks of: ages count on that day."""

    id: str
    version: int
    digest: str
    title: Text
    form: Form
    date_question: str | None
    source: bytes = b""
    """The XForm, and the files it names: read again for those who do not read all of its sections."""
    files: Files = no_files

    def for_readers(self, compartments: Collection[str]) -> "Instrument":
        """The instrument as somebody has it who reads these compartments: numbered the same, without the other sections."""
        others = frozenset(sections_of(self.form).values()) - frozenset(compartments)
        if not others:
            return self
        form = _left_out(self.id, self.source, self.files, frozenset(compartments))
        return msgspec.structs.replace(
            self, form=msgspec.structs.replace(form, numbers=numbers_of(self.form))
        )

    def language(self, code: str) -> str | None:
        """What the form calls a language (``ro`` -> ``Română (ro)``); the default one where it has none of that code."""
        found = (name for name in self.form.languages if name.rstrip().endswith(f"({code})"))
        return next(found, self.form.default_language)

    def with_lists(self, lists: VaultLists) -> Form:
        """The form with what the vault tells it. A list of that name which came with the form, as a file, stays."""
        named = self.form.instances.keys() & set(VaultLists.__struct_fields__)
        return lists.put_into(self.form, {name for name in named if self.files(f"{name}.csv")})


def instruments_of(country: str) -> tuple[Named, ...]:
    """The newest versions of what can be filled in about a family in this country ("ro"), those of the country first."""
    newest: dict[str, tuple[int, str]] = {}
    for folder in _folders(country):
        for form_id, version in _compiled(folder):
            if form_id != VISIT_FORM and version > newest.get(form_id, (0, ""))[0]:
                newest[form_id] = version, folder
    return tuple(_named(folder, form_id, version) for form_id, (version, folder) in newest.items())


@lru_cache
def _named(folder: str, form_id: str, version: int) -> Named:
    path = f"{folder}/{form_id}-{version}.md"
    digest = digest_of(resource_text(path))
    return Named(id=form_id, version=version, digest=digest, title=_titles(path)[0])


@lru_cache
def load_instrument(form_id: str, country: str, version: int) -> Instrument:
    """Raises FormInvalid (``reason="not_here"``) when this Vatra has no such form or version."""
    for folder in _folders(country):
        if (form_id, version) in _compiled(folder):
            path = f"{folder}/{form_id}-{version}"
            title, date_question = _titles(f"{path}.md")
            source = resource_bytes(f"{path}.xml")

            def beside(name: str) -> bytes | None:
                at_hand = name in resource_names(f"countries/{country}/forms")
                return resource_bytes(f"countries/{country}/forms/{name}") if at_hand else None

            return Instrument(
                id=form_id,
                version=version,
                digest=digest_of(resource_text(f"{path}.md")),
                title=title,
                form=fillable(form_id, source, beside),
                date_question=date_question,
                source=source,
                files=beside,
            )
    raise FormInvalid(reason="not_here", form=form_id, version=version)


def fillable(form_id: str, source: bytes, files: Files, readable: Collection[str] | None = None) -> Form:
    """An XForm about families, with the files it names; the vault's own lists stand in until it is filled in. FormInvalid when it is none.

    Of its confidential sections it has those in ``readable`` compartments; all of them without that.
    """

    def beside(name: str) -> bytes | None:
        return files(name) or STAND_INS.get(name)

    try:
        return read_form(source, beside, readable)[0]
    except FormRefused as refused:
        raise FormInvalid(reason=refused.errors[0].code, form=form_id) from refused


@lru_cache(maxsize=16)
def _left_out(form_id: str, source: bytes, files: Files, readable: frozenset[str]) -> Form:
    return fillable(form_id, source, files, readable)


def _folders(country: str) -> tuple[str, str]:
    return f"countries/{country}/forms", "forms"


def _compiled(folder: str) -> tuple[tuple[str, int], ...]:
    found = []
    for name in resource_names(folder):
        form_id, _, version = name.removesuffix(".xml").rpartition("-")
        if name.endswith(".xml") and version.isdigit():
            found.append((form_id, int(version)))
    return tuple(found)


@lru_cache
def _titles(path: str) -> tuple[Text, str | None]:
    """The titles by language code, and the question with the day of the form."""
    return named_by(read_sheets(resource_text(path))["settings"][0].cells)


def named_by(settings: Mapping[str, str]) -> tuple[Text, str | None]:
    """What the settings of an XLSForm call it by language code, and the question with the day it speaks of."""
    titles = {
        header.rpartition("(")[2].rstrip(")"): text
        for header, text in settings.items()
        if header.startswith(_TITLE) and text
    }
    return titles or {FALLBACK_LANGUAGE: settings.get("form_title", "")}, settings.get("vatra:date") or None
