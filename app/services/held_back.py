"""Saves of this laptop that the county keeps aside: why, what the office wrote, and what their author can do about it.

The office decides first. What it returned with a sentence, its author sends again as it stands, writes anew, or puts away.
"""

import msgspec

from app.domain.kinds import BACKGROUND, NOTE
from app.errors import NoRight, RecordMissing
from app.services import lease, typed
from app.services.families import FamilyLine, line_as_shown
from app.services.saving import Changed
from app.services.session import names_of_workers
from app.services.typed import Place
from storage import held_back, reading
from storage.compartment import Compartment
from storage.vault import TEAM, Vault


class Held(msgspec.Struct, frozen=True):
    """A save that the county keeps aside, and why."""

    kinds: tuple[str, ...]
    family_line: FamilyLine | None
    reason: str
    at: int
    answer: str = ""
    """What the office wrote about it, once it did."""
    txn_id: bytes = b""
    author: str = ""
    own: bool = False
    """Written by whoever is signed in."""
    kept_in: str = TEAM

    @property
    def returned(self) -> bool:
        """Whether its author, who is signed in, may decide what becomes of it."""
        return self.own and bool(self.answer)

    @property
    def is_note(self) -> bool:
        """Whether it can be written anew as a note."""
        return self.kinds == (NOTE.name,) and self.family_line is not None


def held(vault: Vault) -> tuple[Held, ...]:
    """Everything that is kept aside and not done with, oldest first."""
    names = names_of_workers(vault)
    found: list[Held] = []
    for store in vault.compartments.values():
        for one in held_back.held_back(store, BACKGROUND):
            lines = reading.lines(vault.team, [one.family] if one.family else [])
            found.append(
                Held(
                    kinds=tuple(one.kinds.split()),
                    family_line=line_as_shown(lines[0]) if lines else None,
                    reason=one.reason,
                    at=one.saved_at,
                    answer=one.answer,
                    txn_id=one.txn_id,
                    author=names.get(one.author, ""),
                    own=one.author == vault.worker.id,
                    kept_in=store.name,
                )
            )
    return tuple(sorted(found, key=lambda held: held.at))


def send_again(vault: Vault, txn_id: bytes) -> Changed:
    """Save again, as a save of today, what the office returned; what its author had seen is as it was.

    NoRight for anybody but the author, RecordMissing when it is not held back any more.
    """
    store, one = _returned(vault, txn_id)
    lease.check(vault)
    with store.writing():
        held_back.send_again(store, txn_id, vault.worker.id)
    return _changed(one)


def put_away(vault: Vault, txn_id: bytes) -> Changed:
    """Be done with what the office returned: the county keeps it, screens show what it has applied. Raises as ``send_again``."""
    store, one = _returned(vault, txn_id)
    with store.writing():
        held_back.put_away(store, txn_id)
    return _changed(one)


def write_anew(vault: Vault, txn_id: bytes) -> Place:
    """Half type the words of a returned note once more, and be done with the note; where they stand now.

    What is half typed there already stays before them. Raises as ``send_again``.
    """
    store, one = _returned(vault, txn_id)
    place = Place("note", one.family)
    before = typed.read(vault, place)
    texts = [str(before.fields.get("text", "")) if before else "", held_back.text_of(store, txn_id)]
    typed.keep(vault, place, {"text": "\n".join(filter(None, texts)), "readers": store.name}, store.name)
    put_away(vault, txn_id)
    return place


def _returned(vault: Vault, txn_id: bytes) -> tuple[Compartment, held_back.HeldBack]:
    for store in vault.compartments.values():
        for one in held_back.held_back(store, BACKGROUND):
            if one.txn_id == txn_id:
                if one.author != vault.worker.id or not one.answer:
                    raise NoRight(right="send_again")
                return store, one
    raise RecordMissing(record=txn_id.hex())


def _changed(one: held_back.HeldBack) -> Changed:
    return Changed(frozenset(one.kinds.split()), frozenset((one.family,) if one.family else ()))
