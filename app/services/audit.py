"""Who looked: reads, prints, exports, searches and failed sign-ins are noted in the vault and go to the county.

An entry is a save like any other: chained, signed with the rest, sent, and kept by the county. It is never changed and
never taken back, by its author least of all; it is no work, so it is not counted among what waits.

What is noted, and why no more (GDPR 5(1)(c), 32; ASVS 16.3):

- A *read* says that a worker had a family's file before him, once in fifteen minutes: not which tab, not for how long.
  Lists and the first screen are not noted; they tell a name and a place, and everybody would be noted with everything.
- A *search* says what was looked for and how many families it showed. Whoever looks up a neighbour without a reason is
  found out by the words alone, most of all when nothing was found; so they are kept, folded, in the encrypted vault, and
  the county as the controller can ask. Of a phone or identity number the last four digits are enough to compare. When a
  family was opened from the search, the entry is that family's: it is seen there, and erased with it.
- *Print* and *export* are noted before anything goes out; if that cannot be kept, nothing goes out. Reading is not
  refused for the same reason: a full disk must not stand between a worker and a family in need.

``compartment`` is the one of what was read: who may not read a family's health notes does not learn who did, nor that there
are any. That a colleague had the family open, everybody learns who may open it.
"""

import time
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, Literal

import msgspec

from app.domain.access import TEAM
from app.domain.folding import digits, words
from app.domain.ids import time_ordered_id
from app.domain.kinds import AUDIT, groups_of
from storage import looks, reading
from storage.compartment import Write
from storage.vault import Vault

ONCE_IN_S = 15 * 60
LONGEST_SOUGHT = 80
SHOWN_DIGITS = 4
GoingOut = Literal["print", "export"]


class Look(msgspec.Struct, frozen=True):
    """One line of "Who looked"; ``worker`` is "" when neither the county nor this laptop knows who that is.

    ``act`` and ``what`` as in ``AuditEntry``; ``at`` in seconds since 1970; ``concerned`` are ids such as that of the
    visit that was printed. ``kept_in`` is the compartment of what was read.
    """

    worker: str
    profession: str
    act: str
    what: str | None
    sought: str | None
    concerned: tuple[bytes, ...]
    at: int
    kept_in: str = TEAM


class Looks(msgspec.Struct, frozen=True):
    """The newest lines about a family, and how many there are in all."""

    lines: tuple[Look, ...]
    total: int


def note(
    vault: Vault, act: str, *, family: bytes | None = None, compartment: str = TEAM, **facts: Any
) -> None:
    """Write an entry, durably; ``facts`` are further fields of ``AuditEntry``. Disk errors.

    It is no act of the worker: Undo goes on taking back what it would have taken back.
    """
    groups = groups_of(AUDIT, {"act": act, **facts})
    kept_in = vault.compartments[compartment]
    with kept_in.writing():
        if family is not None and compartment != TEAM:
            kept_in.learn_family(family, vault.team.family_key(family))
        kept_in.save(vault.worker.id, [Write(AUDIT.name, time_ordered_id(), family, groups)])


def note_read(vault: Vault, family: bytes, kept_apart: Iterable[str] = ()) -> bool:
    """Note that the worker has a family's file open; ``kept_apart`` are the confidential compartments that something of it
    came from, which get an entry of their own. False when all that was noted within fifteen minutes, and on a disk that takes
    no writes: reading there must go on.
    """
    if vault.read_only:
        return False
    to_note = [
        compartment
        for compartment in dict.fromkeys((TEAM, *kept_apart))
        if not any(told.get("act") == "read" for told in _just_noted(vault, family, compartment))
    ]
    for compartment in to_note:
        note(vault, "read", family=family, compartment=compartment)
    return bool(to_note)


def note_search(vault: Vault, typed: str, found: int, opened: bytes | None = None) -> bool:
    """Note a search and how many families it showed; ``opened`` is the one that was taken from them.

    False when there is nothing in it to look for, or the same was noted within fifteen minutes, or as ``note_read``.
    """
    sought = as_noted(typed)
    if not sought or vault.read_only:
        return False
    if any(
        (told.get("act"), told.get("sought")) == ("search", sought)
        for told in _just_noted(vault, opened, TEAM)
    ):
        return False
    note(vault, "search", family=opened, sought=sought, found=found)
    return True


def note_going_out(
    vault: Vault,
    act: GoingOut,
    what: str,
    *,
    family: bytes | None = None,
    concerned: Sequence[bytes] = (),
    compartment: str = TEAM,
) -> None:
    """Note that something is about to leave the protection of Vatra, each time. Who calls this prints or writes only
    after it returned.
    """
    note(vault, act, family=family, compartment=compartment, what=what, concerned=list(concerned) or None)


def note_failed_sign_ins(vault: Vault, times: int, last_at: int) -> None:
    """Note how many sign-ins of this worker failed since the last good one, and when the last did (seconds since 1970)."""
    if times > 0:
        note(vault, "failed_sign_in", times=times, last_at=last_at)


def as_noted(typed: str) -> str:
    """What was looked for as it is kept: folded words; of a longer number its last digits (``…3456``)."""
    kept: list[str] = []
    for all_digits, run in groupby(words(typed), str.isdigit):
        # A number is often typed in pieces.
        pieces = list(run)
        kept += ["".join(pieces)] if all_digits else pieces
    return " ".join(map(_shortened, kept))[:LONGEST_SOUGHT]


def _shortened(word: str) -> str:
    number = digits(word)
    return f"…{number[-SHOWN_DIGITS:]}" if len(number) > SHOWN_DIGITS else word


def _just_noted(vault: Vault, family: bytes | None, compartment: str) -> list[dict[str, Any]]:
    # Up to now, not from then on: a clock that was once ahead must not silence the log for a year.
    now = int(time.time())
    return looks.noted_by(vault.compartments[compartment], vault.worker.id, family, now - ONCE_IN_S, now)


def who_looked(vault: Vault, family: bytes, limit: int = 200) -> Looks:
    """Who looked at a family, newest first, from every compartment that this worker may read."""
    workers = _workers(vault)
    lines: list[Look] = []
    total = 0
    for compartment, store in vault.compartments.items():
        entries, number = looks.of_family(store, family, limit)
        total += number
        for entry in entries:
            name, profession = workers.get(entry.author or b"", ("", ""))
            lines.append(
                Look(
                    worker=name,
                    profession=profession,
                    act=entry.act,
                    what=entry.what,
                    sought=entry.sought,
                    concerned=entry.concerned,
                    at=entry.at,
                    kept_in=compartment,
                )
            )
    lines.sort(key=lambda line: line.at, reverse=True)
    return Looks(tuple(lines[:limit]), total)


def _workers(vault: Vault) -> dict[bytes, tuple[str, str]]:
    """Names and professions by id: those of this laptop, and over them what the county told."""
    known = {one.id: (one.name, one.profession) for one in vault.keyring.workers}
    told = reading.workers(vault.team).values()
    return known | {one.id: (one.called, one.profession) for one in told if one.called}
