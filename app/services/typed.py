"""What is half typed in a form that is not saved yet: kept encrypted on this laptop, for the worker who typed it.

It lies in the compartment in which the record will be kept, so that nobody reads it who may not read the record. It is
never a save: not sent, not found by the search, not counted as waiting. The save that replaces it takes ``Place`` and
lets it go in the same transaction; where the two lie in different files, right after.
"""

from collections.abc import Mapping
from hashlib import blake2b
from typing import Any, Literal

import msgspec

from app.domain.ids import ID_BYTES
from storage.compartment import Compartment
from storage.drafts import Draft, draft_of, drafts_of, drop_draft, keep_draft
from storage.vault import TEAM, Vault
from sync.protocol import encode

Form = Literal["note", "house", "person", "member", "new_family", "matter"]
FORMS: frozenset[str] = frozenset(("note", "house", "person", "member", "new_family", "matter"))


class Place(msgspec.Struct, frozen=True):
    """A form, of which family and about which record (and group of it, on the conflict desk). It holds one text at a time."""

    form: Form
    family: bytes | None = None
    record: bytes | None = None
    group: str = ""


class Kept(msgspec.Struct, frozen=True):
    """``fields`` is plain data of the form at ``place``; ``saved_at`` in seconds since 1970."""

    place: Place
    fields: Mapping[str, Any]
    kept_in: str
    saved_at: int


def keep(vault: Vault, place: Place, fields: Mapping[str, Any], kept_in: str = TEAM) -> int:
    """Keep durably what is typed so far, instead of what was kept there before; returns the moment.

    KeyError when the worker does not read ``kept_in``; DiskFull and the like as every write.
    """
    store = vault.compartments[kept_in]
    body = {"record": place.record, "group": place.group, "fields": dict(fields)}
    draft = Draft(_id(vault, place), place.form, place.family, vault.worker.id, body, 0)
    saved_at = keep_draft(store, draft)
    # First there, then not here any more: a cut between the two leaves one text too many, never one too few.
    _drop(vault, place, *(one for one in vault.compartments.values() if one is not store))
    return saved_at


def read(vault: Vault, place: Place) -> Kept | None:
    """What the worker left half typed at a place."""
    found = [
        _kept(store, draft)
        for store in vault.compartments.values()
        if (draft := draft_of(store, _id(vault, place))) is not None
    ]
    return _newest(found)[0] if found else None


def left_by(vault: Vault, family: bytes | None = None) -> tuple[Kept, ...]:
    """Everything the worker who is signed in left half typed, newest first; of one family when given."""
    found = [
        _kept(store, draft)
        for store in vault.compartments.values()
        for draft in drafts_of(store, vault.worker.id, family)
        if draft.kind in FORMS
    ]
    return tuple({one.place: one for one in reversed(_newest(found))}.values())[::-1]


def drop(vault: Vault, place: Place) -> None:
    """Throw away what is half typed at a place."""
    _drop(vault, place, *vault.compartments.values())


def drop_within(vault: Vault, store: Compartment, place: Place) -> None:
    """Let it go together with the save that replaces it; inside ``writing`` of this compartment only."""
    drop_draft(store, _id(vault, place))


def _drop(vault: Vault, place: Place, *stores: Compartment) -> None:
    draft = _id(vault, place)
    for store in stores:
        if draft_of(store, draft) is not None:
            with store.writing():
                drop_draft(store, draft)


def _newest(found: list[Kept]) -> list[Kept]:
    """Newest first; of two of the same second the confidential one, which was written because the readers changed."""
    return sorted(found, key=lambda one: (-one.saved_at, one.kept_in == TEAM))


def _kept(store: Compartment, draft: Draft) -> Kept:
    body = draft.body
    place = Place(draft.kind, draft.family, body["record"], str(body["group"]))  # type: ignore[arg-type]
    return Kept(place, dict(body["fields"]), store.name, draft.saved_at)


def _id(vault: Vault, place: Place) -> bytes:
    """One row per worker and place, found without looking into any."""
    of_place = encode([vault.worker.id, place.form, place.family, place.record, place.group])
    return blake2b(of_place, digest_size=ID_BYTES).digest()
