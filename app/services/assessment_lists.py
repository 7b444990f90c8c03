"""What the vault tells a form besides its household: places, services, and the answers of the assessment before.

A draft is offered what is here now, and what it was offered before; sealed, it keeps the places and services of its day, and
names the assessment it was compared with, which never changes. So what was chosen is shown for ever, wherever families live
later. Nothing answered in confidence is told: ``previous`` has what the team reads, in every section.
"""

from collections.abc import Iterable
from typing import Any, Final, TypeVar

import msgspec

from app.countries.phones import emergency_phones
from app.domain.folding import digits, words
from app.domain.records import Assessment
from app.errors import RecordMissing
from app.forms.xform.kept import stored_text
from app.forms.xform.model import Form
from app.forms.xform.paper import is_signature, own_name
from app.forms.xform.vault_lists import Earlier, Person, Place, Service, VaultLists
from storage import reading
from storage.vault import Vault

MOST_PLACES: Final = 200
"""Those with most families: office lists have whole addresses for villages, and a sealed record has to fit a txn."""
LONGEST_PLACE: Final = 80
_Row = TypeVar("_Row", bound=Place | Service)


class ListsKept(msgspec.Struct, frozen=True, kw_only=True):
    """Of the lists of a form, as far as it has them, what a record keeps to be shown as it was."""

    places: tuple[Place, ...] = ()
    services: tuple[Service, ...] = ()
    compared: bytes | None = None
    """The assessment whose answers are ``previous``."""

    def sealed(self) -> dict[str, Any]:
        """As fields of an assessment, the empty ones None."""
        return {
            "places": [list(msgspec.structs.astuple(one)) for one in self.places] or None,
            "services": [list(msgspec.structs.astuple(one)) for one in self.services] or None,
            "compared": self.compared,
        }


def lists_now(
    vault: Vault, form: Form, language: str, kept: ListsKept, previous: Assessment | None
) -> ListsKept:
    """What a draft has today: ``kept`` is what it had when it was last opened."""
    asked = form.instances
    places = places_of(vault) if "places" in asked else ()
    services = services_of(vault.keyring.country, language) if "services" in asked else ()
    return ListsKept(
        places=_with_gone(places, kept.places),
        services=_with_gone(services, kept.services),
        compared=previous.id if previous is not None and "previous" in asked else None,
    )


def lists_sealed(assessment: Assessment) -> ListsKept:
    """What a sealed assessment has kept."""
    return ListsKept(
        places=tuple(Place(*row) for row in assessment.places),
        services=tuple(Service(*row) for row in assessment.services),
        compared=assessment.compared,
    )


def vault_lists(vault: Vault, form: Form, people: Iterable[Person], kept: ListsKept) -> VaultLists:
    """The lists of a record about these people."""
    return VaultLists(
        members=tuple(people),
        places=kept.places,
        services=kept.services,
        previous=_earlier(vault, form, kept.compared) if kept.compared is not None else (),
    )


def sealed_lists(vault: Vault, form: Form, assessment: Assessment) -> VaultLists:
    """The lists of a sealed assessment, as they were."""
    people = [Person(*row) for row in assessment.roster]
    return vault_lists(vault, form, people, lists_sealed(assessment))


def places_of(vault: Vault) -> tuple[Place, ...]:
    """Where families of this laptop live, and the commune itself, by name."""
    counted = sorted(reading.villages(vault.team), key=lambda one: -one[1])
    labels = (vault.keyring.commune_name, *(label for label, _ in counted[:MOST_PLACES]))
    by_name = {"_".join(words(label)): label for label in reversed(labels) if len(label) <= LONGEST_PLACE}
    return tuple(Place(name, label) for name, label in sorted(by_name.items()) if name)


def services_of(country: str, language: str) -> tuple[Service, ...]:
    """Whom to call in this country, the most urgent first; ``language`` is a code ("ro")."""
    return tuple(
        Service(digits(one.number), one.what.get(language, one.what["en"]), one.number)
        for one in emergency_phones(country)
    )


def _with_gone(now: tuple[_Row, ...], before: tuple[_Row, ...]) -> tuple[_Row, ...]:
    names = {one.name for one in now}
    return (*now, *(one for one in before if one.name not in names))


def _earlier(vault: Vault, form: Form, compared: bytes) -> tuple[Earlier, ...]:
    """What the team reads of a sealed assessment, signatures left out; nothing of one that is not here yet."""
    try:
        sealed = reading.get(vault.team, compared, Assessment)
    except RecordMissing:
        return ()
    signed = {own_name(form, field) for field in form.fields if is_signature(field)}
    return tuple(
        Earlier(key, stored_text(value))
        for key, value in {**sealed.answers, **sealed.calculated}.items()
        if key.rpartition("/")[2] not in signed
    )
