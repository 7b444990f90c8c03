"""One act of the worker is one txn; the last act can be taken back.

Undo before a seal is a new write: changed groups get the value they had, new records are voided with the reason
``undo``. What somebody else wrote meanwhile is not touched: the county merges the two like any other writes.
"""

import time

import msgspec

from app.domain.ids import ID_BYTES
from storage.compartment import Write
from storage.vault import Vault
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


def save(vault: Vault, *writes: Write) -> Changed:
    """Keep one act as one txn; durable when it returns, and the act that ``undo`` would take back."""
    inverse = tuple(_inverse(vault, write) for write in writes)
    with vault.team.writing():
        vault.team.save(vault.worker.id, writes)
    vault.last_act = inverse
    return changed_by(writes)


def undo(vault: Vault) -> Changed | None:
    """Take back the last act of this session; None when there is none."""
    inverse = vault.last_act
    if not inverse:
        return None
    return save(vault, *inverse)


def _inverse(vault: Vault, write: Write) -> Write:
    state, _pending = vault.team.state_with_pending(write.record)
    if state is None:
        void = {"void": {"void_reason": "undo", "voided_at": int(time.time())}}
        return Write(write.kind, write.record, write.family, void)
    before = shown_groups(state)
    return Write(
        write.kind, write.record, write.family, {name: before.get(name, {}) for name in write.groups}
    )
