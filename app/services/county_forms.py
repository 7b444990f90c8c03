"""Forms of the county: verified before they are kept, offered while they stand, found by digest for ever.

Two sources are one shelf here: the forms shipped with Vatra, and those the county published. What the county says of either -
withdrawn, checked against the law - holds for both. A form that began a draft or sealed an assessment is found by its digest, so
that neither a newer version, nor a withdrawal, nor a county that was put back changes what somebody filled in.
"""

from collections.abc import Iterator

import msgspec

from app.domain.kinds import FORM
from app.domain.records import CountyForm
from app.errors import FormInvalid, PublishedFormUnusable
from app.forms import instruments
from app.forms.instruments import Instrument, Named, load_instrument
from app.forms.package import Check, Manifest, Package, opened, read_check, verified
from app.forms.questions import Text
from app.keys.card import read_card
from storage import reading
from storage.forms import KeptForm, content_that_came, keep_form, kept_forms, package_of
from storage.vault import Vault


class Offered(Named, frozen=True, kw_only=True):
    """A form that can be begun today, in its newest version."""

    checked: Check | None = None
    """Until somebody recorded the check against the law it is a working document and not the statutory form."""


class FormNews(msgspec.Struct, frozen=True):
    """What became of the forms that the county published: titles of those kept just now, and of those that stay out why
    (``VatraError.told_as``, each once).
    """

    titles: tuple[Text, ...] = ()
    problems: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.titles)

    @property
    def kinds(self) -> frozenset[str]:
        """What screens read again."""
        return frozenset({FORM.name}) if self.titles else frozenset()


# arriving


def take_in_forms(vault: Vault) -> FormNews:
    """Keep what the county published since and what proves to be its own. To be called after every sync and stick.

    What is not whole yet waits for the next; what does not prove itself, or needs a newer Vatra, stays out and is tried again then.
    """
    kept = {one.digest for one in kept_forms(vault.team)}
    titles: list[Text] = []
    problems: dict[str, None] = {}
    for said in reading.of_kind(vault.team, CountyForm):
        if said.form_digest in kept:
            continue
        try:
            package = _package(vault, said)
            if package is not None:
                titles.append(_keep(vault, said, package))
        except PublishedFormUnusable as problem:
            if said.withdrawn_at is None:
                problems[problem.told_as] = None
    return FormNews(tuple(titles), tuple(problems))


def _package(vault: Vault, said: CountyForm) -> Package | None:
    """What arrived of a published form; None when it was not published, or is not whole yet."""
    if said.manifest is None or said.signature is None:
        return None
    content = content_that_came(vault.team, said)
    return Package(said.manifest, said.signature, content) if content is not None else None


def _keep(vault: Vault, said: CountyForm, package: Package) -> Text:
    """Keep a package; its title. PublishedFormUnusable when it is not the county's, or not the one it speaks of."""
    one = verified(package, *_county(vault))
    if (one.id, one.version, one.digest) != (said.form_id, said.form_version, said.form_digest):
        raise PublishedFormUnusable(why="signature", form=said.form_id, version=said.form_version)
    with vault.team.writing():
        keep_form(vault.team, KeptForm(one.digest, one.id, one.version, package.manifest), package)
    return one.title


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
            return _opened(vault, kept)
    shipped = load_instrument(form_id, vault.keyring.country, version)
    if digest not in ("", shipped.digest):
        raise FormInvalid(reason="not_here", form=form_id, version=version)
    return shipped


def _opened(vault: Vault, kept: KeptForm) -> Instrument:
    """Verified when it was kept: neither another county card nor a log that was cut takes it away."""
    package = package_of(vault.team, kept.digest)
    assert package is not None
    try:
        return opened(package)
    except PublishedFormUnusable as problem:
        raise FormInvalid(reason="not_here", form=kept.form_id, version=kept.version) from problem


def titles(vault: Vault) -> dict[str, Text]:
    """What forms are called, by id: the newest name of everything that is or was offered here."""
    named = (*instruments.instruments_of(vault.keyring.country), *_published(vault, everybody=True))
    return {one.id: one.title for one in named}


def check_of(vault: Vault, form: Named | Instrument) -> Check | None:
    """The recorded check of a form against the law; None: it is a working document, not the statutory form."""
    return _check(vault, _said(vault), form)


def _published(vault: Vault, *, everybody: bool = False) -> Iterator[Named]:
    """Every version that was kept of the county's forms for this worker's profession, or for ``everybody``'s."""
    for kept in kept_forms(vault.team):
        manifest = msgspec.msgpack.decode(kept.manifest, type=Manifest)
        if everybody or not manifest.professions or vault.worker.profession in manifest.professions:
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
