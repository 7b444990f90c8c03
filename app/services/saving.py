"""One act of the worker is one txn; the last act can be taken back.

Undo before a seal is a new write: changed groups get the value they had, new records are voided with the reason
``undo``. What somebody else wrote meanwhile is not touched: the county merges the two like any other writes.

A confidential record lies in the compartment of the writer's profession, and ``team`` only points at it. No transaction
spans two files, so the record comes first and the pointer second; ``mend_pointers`` writes those that a power cut left out.
"""

import time

import msgspec

from app.domain.ids import ID_BYTES, random_id
from app.domain.kinds import PART, groups_of
from app.services import lease, typed
from app.services.typed import Place
from storage import reading
from storage.compartment import Compartment, Write
from storage.vault import TEAM, Vault
from sync.core.merge import shown_groups


class Changed(msgspec.Struct, frozen=True):
    """Kinds of records and families that an act or a sync touched; open screens read again what concerns them."""

    kinds: frozenset[str] = frozenset()
    families: frozenset[bytes] = frozenset()

    def __or__(self, other: "Changed") -> "Changed":
        return Changed(self.kinds | other.kinds, self.families | other.families)


def changed_by(writes: tuple[Write, ...]) -> Changed:
    """What these writes touch."""
    families = frozenset(
        write.family for write in writes if write.family is not None and len(write.family) == ID_BYTES
    )
    return Changed(frozenset(write.kind for write in writes), families)


def save(vault: Vault, *writes: Write, kept_in: str = TEAM, replaces: Place | None = None) -> Changed:
    """Keep one act as one txn; durable when it returns, and the act that ``undo`` would take back.

    ``kept_in`` another compartment makes it readable only there; KeyError when the worker does not read that one.
    ``replaces`` is where this was half typed until now.
    """
    lease.check(vault)
    act = {kept_in: _write(vault, kept_in, writes, replaces)}
    if kept_in != TEAM:
        act[TEAM] = _write(vault, TEAM, _pointers(writes, kept_in))
    vault.last_act = act
    if replaces is not None:
        # Its readers may have been chosen only now, so that it still lies in another file.
        typed.drop(vault, replaces)
    return changed_by(writes)


def keep_apart(vault: Vault, kept_in: str, *writes: Write) -> tuple[Write, ...]:
    """Keep the confidential part of an act, durably; returns what the team's txn of that act must carry to point at it.

    KeyError when the worker does not read that compartment.
    """
    lease.check(vault)
    _write(vault, kept_in, writes)
    return _pointers(writes, kept_in)


def undo(vault: Vault) -> Changed | None:
    """Take back the last act of this session; None when there is none."""
    act = vault.last_act
    if not act:
        return None
    lease.check(vault)
    vault.last_act = {name: _write(vault, name, writes) for name, writes in act.items()}
    return changed_by(tuple(write for writes in act.values() for write in writes))


def undone(kind: str, record: bytes, family: bytes | None) -> Write:
    """What takes a record back that shall not have been."""
    void = {"void": {"void_reason": "undo", "voided_at": int(time.time())}}
    return Write(kind, record, family, void)


def mend_pointers(vault: Vault) -> int:
    """Point at confidential records whose pointer a cut left out; how many there were."""
    pointers = tuple(
        _pointer(record, kind, family, name)
        for name, store in vault.compartments.items()
        if name != TEAM
        for record, kind, family in reading.parts_without_pointer(vault.team, store)
    )
    if pointers:
        _write(vault, TEAM, pointers)
    return len(pointers)


def _write(
    vault: Vault, name: str, writes: tuple[Write, ...], replaces: Place | None = None
) -> tuple[Write, ...]:
    """One txn in one compartment; returns what would take it back."""
    store = vault.compartments[name]
    inverse = tuple(_inverse(store, write) for write in writes)
    with store.writing():
        if name != TEAM:
            for family in {write.family for write in writes if write.family is not None}:
                store.learn_family(family, vault.team.family_key(family))
        store.save(vault.worker.id, writes)
        if replaces is not None:
            typed.drop_within(vault, store, replaces)
    return inverse


def _pointers(writes: tuple[Write, ...], kept_in: str) -> tuple[Write, ...]:
    return tuple(_pointer(one.record, one.kind, one.family, kept_in) for one in writes)


def _pointer(record: bytes, kind: str, family: bytes | None, kept_in: str) -> Write:
    told = {"part": record, "part_kind": kind, "kept_in": kept_in}
    return Write(PART.name, random_id(), family, groups_of(PART, told))


def _inverse(store: Compartment, write: Write) -> Write:
    state, _pending = store.state_with_pending(write.record)
    if state is None:
        return undone(write.kind, write.record, write.family)
    before = shown_groups(state)
    return Write(
        write.kind, write.record, write.family, {name: before.get(name, {}) for name in write.groups}
    )
