"""Two people wrote differently without seeing each other: show both, let the right person decide.

A decision is an ordinary save whose base covers the values that were seen. A value that arrives meanwhile stays open.
"""

import time
from typing import Any

import msgspec

from app.domain.ids import random_id
from app.domain.kinds import NOTE, Settler, groups_of
from app.domain.records import Person, Record
from app.errors import NothingChosen, RecordMissing
from app.services.families import FamilyLine, line_as_shown
from app.services.saving import Changed, save
from app.services.typed import Place
from storage import reading
from storage.compartment import Write
from storage.vault import Vault
from sync.core.merge import PENDING_CSN, open_conflicts, settle_group
from sync.protocol import Sibling, plain


class ConflictLine(msgspec.Struct, frozen=True):
    """One group of one record with more than one value."""

    record: bytes
    group: str
    kind: str
    family_line: FamilyLine | None
    person_name: str | None
    fields: tuple[str, ...]
    authors: tuple[str, ...]
    at: int
    may_settle: bool


class Version(msgspec.Struct, frozen=True):
    """One of the values, who wrote it, when, on which laptop; ``shown`` is the one that screens show meanwhile."""

    values: dict[str, Any]
    author: str
    author_profession: str
    at: int
    device: str
    csn: int | None
    own: bool
    shown: bool


class ConflictView(msgspec.Struct, frozen=True):
    """A conflict with all its values, oldest place in the county's log first."""

    line: ConflictLine
    versions: tuple[Version, ...]


def conflict_lines(vault: Vault) -> tuple[ConflictLine, ...]:
    """Everything that waits for a decision, longest waiting first."""
    lines: list[ConflictLine] = []
    for record in reading.records_in_conflict(vault.team):
        for group in reading.conflicts_of(vault.team, record.id):
            lines.append(conflict_view(vault, record.id, group, record).line)
    return tuple(sorted(lines, key=lambda line: line.at))


def conflict_view(vault: Vault, record: bytes, group: str, known: Record | None = None) -> ConflictView:
    """One conflict; RecordMissing when it was settled meanwhile or is not here."""
    state, _pending = vault.team.state_with_pending(record)
    if state is None or group not in state.groups:
        raise RecordMissing(record=record.hex())
    siblings = sorted(state.groups[group], key=lambda one: (one.csn, one.n))
    workers, laptops = reading.workers(vault.team), reading.devices(vault.team)
    own_device = vault.team.fact("device") or b""

    def version(place: int, sibling: Sibling) -> Version:
        worker = workers.get(sibling.author)
        value = plain(sibling.value)
        return Version(
            values=value if isinstance(value, dict) else {},
            author=worker.called if worker else "",
            author_profession=worker.profession if worker else "",
            at=sibling.at_s,
            # A value that was not sent yet carries no laptop: it is this one.
            device=laptops.get(sibling.device or own_device, ""),
            csn=sibling.csn if sibling.csn < PENDING_CSN else None,
            own=sibling.author == vault.worker.id,
            shown=place == 0,
        )

    versions = tuple(version(place, sibling) for place, sibling in enumerate(siblings))
    record_shown = known or reading.get(vault.team, record, Record)
    family_lines = reading.lines(vault.team, [state.family] if state.family else [])
    line = ConflictLine(
        record=record,
        group=group,
        kind=state.kind,
        family_line=line_as_shown(family_lines[0]) if family_lines else None,
        person_name=record_shown.full_name if isinstance(record_shown, Person) else None,
        fields=tuple(dict.fromkeys(field for one in versions for field in one.values)),
        authors=tuple(dict.fromkeys(one.author for one in versions)),
        at=max(one.at for one in versions),
        may_settle=_may_settle(vault, state.kind, group, siblings),
    )
    return ConflictView(line, versions)


def _may_settle(vault: Vault, kind: str, group: str, siblings: list[Sibling]) -> bool:
    settler = settle_group(kind, group).settler
    if settler in (Settler.COUNTY, Settler.NOBODY):
        return False
    # A social worker of the commune manages its families until a case manager is named.
    return vault.worker.profession == "social_worker" or any(
        one.author == vault.worker.id for one in siblings
    )


def settle_conflict(
    vault: Vault,
    record: bytes,
    group: str,
    values: dict[str, Any],
    reason: str,
    *,
    replaces: Place | None = None,
) -> Changed:
    """Decide a conflict: write ``values`` over all values seen, with a note that says why.

    NothingChosen without a reason; RecordMissing when somebody settled it meanwhile.
    """
    if not reason.strip():
        raise NothingChosen(what="reason")
    state, _pending = vault.team.state_with_pending(record)
    if state is None or group not in open_conflicts(state):
        raise RecordMissing(record=record.hex())
    why = {"text": reason.strip(), "about": record, "regarding": group, "written_at": int(time.time())}
    return save(
        vault,
        Write(state.kind, record, state.family, {group: values}),
        Write("note", random_id(), state.family, groups_of(NOTE, why)),
        replaces=replaces,
    )
