"""The level that counts after an assessment was sealed: who gave it, and another one in its place, with the reason.

The answers stay as they were sealed; only the confirmed level may change, by its author or whoever decides about cases. Two
people who change it without knowing of each other both did: the higher level counts until a supervisor decides.
"""

import msgspec

from app.domain.access import MANAGE_CASES, SUPERVISE, may
from app.domain.kinds import ASSESSMENT, Settler
from app.domain.records import Assessment
from app.errors import NoRight, NothingChosen
from app.forms.xform.scoring import LEVELS
from app.services.conflicts import settle_conflict
from app.services.saving import Changed, save
from app.services.session import names_of_workers
from storage import reading
from storage.compartment import Write
from storage.vault import Vault
from sync.core.merge import fields_of, meanwhile, open_conflicts

LEVEL = "level"
"""The group in the table of kinds."""


class GivenLevel(msgspec.Struct, frozen=True):
    """The level of a sealed assessment as it stands; ``author`` and ``at`` are of the one that counts."""

    author: str
    at: int
    with_seal: bool
    """It is the one that was sealed."""
    others: tuple[str, ...] = ()
    """Further levels that wait for a supervisor to decide."""
    may_change: bool = False
    """This worker may give another one."""


def given_level(vault: Vault, assessment: Assessment) -> GivenLevel:
    """Who gave the level that counts, when, and whether this worker may give another one."""
    state, _pending = vault.team.state_with_pending(assessment.id)
    groups = state.groups if state is not None else {}
    values = meanwhile(ASSESSMENT.name, LEVEL, groups.get(LEVEL, ()))
    disputed = state is not None and LEVEL in open_conflicts(state)
    profession = vault.worker.profession
    own = assessment.author == vault.worker.id and not disputed
    may_change = own or may(profession, SUPERVISE if disputed else MANAGE_CASES)
    if not values:
        return GivenLevel("", assessment.sealed_at, with_seal=True, may_change=may_change)
    first, *others = values
    return GivenLevel(
        author=names_of_workers(vault).get(first.author, ""),
        at=first.at_s,
        with_seal=any((one.replica, one.n) == (first.replica, first.n) for one in groups.get("sealed", ())),
        others=tuple(str(fields_of(one).get("confirmed_level", "")) for one in others) if disputed else (),
        may_change=may_change,
    )


def confirm_level(vault: Vault, assessment_id: bytes, level: str, reason: str) -> Changed:
    """Give a sealed assessment another level; where two wait for a decision, this is the decision.

    NothingChosen for no level of ours or without a reason; NoRight for who is neither its author nor decides about cases, and
    for all but a supervisor where two wait. RecordMissing when it is not here.
    """
    if level not in LEVELS:
        raise NothingChosen(what="level")
    if not reason.strip():
        raise NothingChosen(what="reason")
    assessment = reading.get(vault.team, assessment_id, Assessment)
    given = given_level(vault, assessment)
    if not given.may_change:
        raise NoRight(right=Settler.SUPERVISOR.value if given.others else MANAGE_CASES)
    values = {"confirmed_level": level, "level_reason": reason.strip()}
    if given.others:
        return settle_conflict(vault, assessment_id, LEVEL, values, reason)
    return save(vault, Write(ASSESSMENT.name, assessment_id, assessment.family, {LEVEL: values}))
