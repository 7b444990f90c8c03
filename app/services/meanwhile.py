"""Who changed another part of a record while you were changing yours: nothing to decide, but good to know.

Read from the values as they stand: two writes of one record of which neither had seen the other. What stands in one group wait
at the conflict desk and are not told here. A worker who was told hears of it once.
"""

import time
from collections.abc import Iterable

import msgspec

from app.domain.kinds import FAMILY, MEMBERSHIP, PERSON, VISIT
from app.domain.records import Person
from app.services.session import names_of_workers
from storage import reading
from storage.vault import Vault
from sync.protocol import Sibling

TOLD_FOR_DAYS = 30
_KINDS = (FAMILY.name, PERSON.name, MEMBERSHIP.name, VISIT.name)


class Meanwhile(msgspec.Struct, frozen=True):
    """``author`` changed ``groups`` of a record while the worker changed ``own_groups`` of it."""

    record: bytes
    kind: str
    person_name: str | None
    author: str
    at: int
    groups: tuple[str, ...]
    own_groups: tuple[str, ...]
    csn: int


def changed_meanwhile(vault: Vault, family: bytes, now_s: int | None = None) -> tuple[Meanwhile, ...]:
    """What colleagues changed beside the worker in the last ``TOLD_FOR_DAYS`` days, the latest first.

    One entry per record and colleague; moments in seconds since 1970.
    """
    since = (int(time.time()) if now_s is None else now_s) - TOLD_FOR_DAYS * 86_400
    told = vault.team.number(_fact(vault, family)) or 0
    names = names_of_workers(vault)
    found: list[Meanwhile] = []
    for record, kind in reading.records_after(vault.team, family, _KINDS, told):
        own, beside = _own_and_beside(vault, record)
        for author, theirs in beside.items():
            news = {name: one for name, one in theirs.items() if one.csn > told and one.at_s >= since}
            if not news:
                continue
            found.append(
                Meanwhile(
                    record=record,
                    kind=kind,
                    person_name=_person_name(vault, record) if kind == PERSON.name else None,
                    author=names.get(author, ""),
                    at=max(one.at_s for one in news.values()),
                    groups=tuple(sorted(news)),
                    own_groups=tuple(
                        sorted(name for name, mine in own.items() if _beside(mine, news.values()))
                    ),
                    csn=max(one.csn for one in news.values()),
                )
            )
    return tuple(sorted(found, key=lambda one: -one.at))


def _own_and_beside(
    vault: Vault, record: bytes
) -> tuple[dict[str, Sibling], dict[bytes, dict[str, Sibling]]]:
    """The worker's values of a record, and by author what others wrote without having seen one of them, or it them."""
    state, _pending = vault.team.state_with_pending(record)
    alone = {name: one[0] for name, one in (state.groups if state else {}).items() if len(one) == 1}
    own = {name: one for name, one in alone.items() if one.author == vault.worker.id}
    beside: dict[bytes, dict[str, Sibling]] = {}
    for name, one in alone.items():
        if one.author != vault.worker.id and _beside(one, own.values()):
            beside.setdefault(one.author, {})[name] = one
    return own, beside


def noticed(vault: Vault, family: bytes, told: tuple[Meanwhile, ...]) -> None:
    """The worker has read these: they are not told again."""
    if told:
        csn = max(one.csn for one in told)
        with vault.team.writing():
            vault.team.set_facts(**{_fact(vault, family): str(csn).encode()})


def _beside(one: Sibling, others: Iterable[Sibling]) -> bool:
    """Whether there is one among the others of which the author of ``one`` knew nothing, nor its author of his."""
    return any(one.csn > other.base and other.csn > one.base for other in others)


def _person_name(vault: Vault, record: bytes) -> str | None:
    person = reading.people_by_id(vault.team, [record]).get(record)
    return person.full_name if isinstance(person, Person) else None


def _fact(vault: Vault, family: bytes) -> str:
    return f"noticed/{vault.worker.id.hex()}/{family.hex()}"
