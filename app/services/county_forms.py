"""Forms of the county: verified before they are kept, offered while they stand, found by digest for ever.

Two sources are one shelf here: the forms shipped with Vatra, and those the county published. What the county says of either -
withdrawn, checked against the law - holds for both. A form that began a draft or sealed an assessment is found by its digest, so
that neither a newer version, nor a withdrawal, nor a county that was put back changes what somebody filled in.
"""

from collections.abc import Iterator

import msgspec

from app.domain.records import CountyForm
from app.errors import FormInvalid, PublishedFormUnusable
from app.forms import instruments
from app.forms.instruments import Instrument, Named, load_instrument
from app.forms.package import Check, Manifest, Package, open_package, read_check
from app.forms.questions import Text
from app.keys.card import read_card
from storage import reading
from storage.forms import KeptForm, content_that_came, keep_form, kept_forms, package_of
from storage.vault import Vault


class Offered(Named, frozen=True, kw_only=True):
    """A form that can be begun today, in its newest version."""

    checked: Check | None = None
    """Until somebody recorded the check against the law it is a working document and not the statutory form."""


class Unusable(msgspec.Struct, frozen=True):
    """A form that the county published and this laptop did not keep; ``told_as`` says why (``ui/messages.py``)."""

    form_id: str
    version: int
    told_as: str


# arriving


def take_in_forms(vault: Vault) -> tuple[Text, ...]:
    """Keep what the county published since and what proves to be its own; the titles of what was kept.

    To be called after every sync and stick. What is not whole yet waits for the next; what does not prove itself stays out
    (``unusable_forms``), and nothing else is touched.
    """
    kept = {one.digest for one in kept_forms(vault.team)}
    titles: list[Text] = []
    for said in reading.of_kind(vault.team, CountyForm):
        if said.form_digest in kept:
            continue
        try:
            package = _package(vault, said)
            instrument = _verified(vault, said, package) if package is not None else None
        except PublishedFormUnusable:
            continue
        if package is not None and instrument is not None:
            one = KeptForm(instrument.digest, instrument.id, instrument.version, package.manifest)
            with vault.team.writing():
                keep_form(vault.team, one, package)
            titles.append(instrument.title)
    return tuple(titles)


def unusable_forms(vault: Vault) -> tuple[Unusable, ...]:
    """What the county published and this laptop cannot use."""
    kept = {one.digest for one in kept_forms(vault.team)}
    found: list[Unusable] = []
    for said in reading.of_kind(vault.team, CountyForm):
        if said.form_digest in kept or said.withdrawn_at is not None:
            continue
        try:
            package = _package(vault, said)
            if package is not None:
                _verified(vault, said, package)
        except PublishedFormUnusable as problem:
            found.append(Unusable(said.form_id, said.form_version, problem.told_as))
    return tuple(found)


def _package(vault: Vault, said: CountyForm) -> Package | None:
    """What arrived of a published form; None when it was not published, or is not whole yet."""
    if said.manifest is None or said.signature is None:
        return None
    content = content_that_came(vault.team, said)
    return Package(said.manifest, said.signature, content) if content is not None else None


def _verified(vault: Vault, said: CountyForm, package: Package) -> Instrument:
    """PublishedFormUnusable when the package is not the county's, or not the one it speaks of."""
    instrument = _opened(vault, package)
    if (instrument.id, instrument.version, instrument.digest) != (
        said.form_id,
        said.form_version,
        said.form_digest,
    ):
        raise PublishedFormUnusable(why="signature", form=said.form_id, version=said.form_version)
    return instrument


def _opened(vault: Vault, package: Package) -> Instrument:
    county, sign_key = _county(vault)
    return open_package(package, county, sign_key)


def _county(vault: Vault) -> tuple[bytes, bytes]:
    """Who may publish here, and the key that proves it: from the card, which no sync changes."""
    card = vault.team.fact("county_card")
    if card is None:
        raise PublishedFormUnusable(why="signature")
    read = read_card(card)
    return read.county, read.sign_key


# choosing and finding


def offered(vault: Vault) -> tuple[Offered, ...]:
    """The newest version of every form that stands and is meant for the worker: those shipped with Vatra, then the county's."""
    said = _said(vault)
    newest: dict[str, Named] = {}
    for one in (*instruments.instruments_of(vault.keyring.country), *_published(vault)):
        word = said.get((one.id, one.version))
        withdrawn = word is not None and word.withdrawn_at is not None
        if not withdrawn and (one.id not in newest or one.version >= newest[one.id].version):
            newest[one.id] = one
    return tuple(
        Offered(**msgspec.structs.asdict(one), checked=_check(vault, said, one)) for one in newest.values()
    )


def find_form(vault: Vault, form_id: str, version: int, digest: str = "") -> Instrument:
    """One version of a form, withdrawn or not; of two that bear one name the one with this ``digest``.

    Raises FormInvalid (``reason="not_here"``) when this laptop has no such form.
    """
    for kept in kept_forms(vault.team):
        if (kept.form_id, kept.version) == (form_id, version) and digest in ("", kept.digest):
            package = package_of(vault.team, kept.digest)
            assert package is not None
            return _opened(vault, package)
    shipped = load_instrument(form_id, vault.keyring.country, version)
    if digest not in ("", shipped.digest):
        raise FormInvalid(reason="not_here", form=form_id, version=version)
    return shipped


def check_of(vault: Vault, form: Named | Instrument) -> Check | None:
    """The recorded check of a form against the law; None: it is a working document, not the statutory form."""
    return _check(vault, _said(vault), form)


def _published(vault: Vault) -> Iterator[Named]:
    """Every version that was kept of the county's forms for this worker's profession."""
    for kept in kept_forms(vault.team):
        manifest = msgspec.msgpack.decode(kept.manifest, type=Manifest)
        if not manifest.professions or vault.worker.profession in manifest.professions:
            yield Named(id=kept.form_id, version=kept.version, digest=kept.digest, title=manifest.title)


def _said(vault: Vault) -> dict[tuple[str, int], CountyForm]:
    """What the county says of forms. Of a laptop with several communes, each says the same."""
    return {(one.form_id, one.form_version): one for one in reading.of_kind(vault.team, CountyForm)}


def _check(vault: Vault, said: dict[tuple[str, int], CountyForm], form: Named | Instrument) -> Check | None:
    word = said.get((form.id, form.version))
    if word is None or word.statement is None or word.statement_signature is None:
        return None
    check = read_check(word.statement, word.statement_signature, *_county(vault))
    same = check is not None and (check.form_id, check.version, check.digest) == (
        form.id,
        form.version,
        form.digest,
    )
    return check if same else None
