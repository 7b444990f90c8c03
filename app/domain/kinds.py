"""Every kind of record: its compartment, its field groups, and what happens when two people write.

A *group* is what must never be mixed from two authors (a name, an address); by default each field is its own group. The
*rule* of a group decides how the county merges concurrent writes. The table is the one source: storage, the county,
the conflict desk and a test that every field has exactly one group read it. Answers of a form are groups too, one per
question (``q/<question>`` or ``q/<person>/<question>``), except where the form names a group for several questions.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import msgspec

Groups = Mapping[str, Mapping[str, Any]]
"""What an op carries and a record holds: group -> field -> plain value."""


class Rule(StrEnum):
    """What happens to a group that two people wrote without seeing each other."""

    SIBLINGS = "siblings"
    """Both values are kept until a person decides; the one with the lowest csn is shown, marked."""
    HIGHEST = "highest"
    """As siblings, but the highest level is shown meanwhile."""
    DONE = "done"
    """As siblings, but what is done is shown as done meanwhile."""
    STAYS = "stays"
    """As siblings, but who was added is shown as being there meanwhile, whatever end another wrote."""
    UNION = "union"
    """Sets grow; nothing is lost."""
    APPEND = "append"
    """Written once, never changed."""
    COUNTY = "county"
    """Only the county writes it."""

    @property
    def asks_a_person(self) -> bool:
        """Whether two values wait for a decision."""
        return self in (Rule.SIBLINGS, Rule.HIGHEST, Rule.DONE, Rule.STAYS)


class Settler(StrEnum):
    """Who may decide between two values."""

    AUTHOR_OR_CASE_MANAGER = "author_or_case_manager"
    AUTHOR = "author"
    WHO_IT_IS_FOR = "who_it_is_for"
    SUPERVISOR = "supervisor"
    COUNTY = "county"
    NOBODY = "nobody"


class Both(StrEnum):
    """How two values of a group can be true at once."""

    TOGETHER = "together"
    """Two telephone numbers, two remarks: both stand in the field."""
    IN_TURN = "in_turn"
    """First one, then the other: the later one stands, the earlier one is told in the note of the decision."""
    NEITHER = "neither"
    """A date of birth: only one can be."""


class Group(msgspec.Struct, frozen=True):
    """Fields that belong together, their rule, who settles a conflict, and whether both values can be kept."""

    name: str
    fields: tuple[str, ...]
    rule: Rule = Rule.SIBLINGS
    settler: Settler = Settler.AUTHOR_OR_CASE_MANAGER
    both: Both = Both.NEITHER

    def place_meanwhile(self, value: Mapping[str, Any]) -> int:
        """Which of several values is shown until a person decides: the one with the smallest number.

        Among equals the log decides. Only the first field speaks; of a level that nobody knows the county's order is kept.
        """
        decisive = value.get(self.fields[0]) if self.fields else None
        if self.rule is Rule.HIGHEST:
            return -LEVELS.index(decisive) if decisive in LEVELS else 1
        if self.rule is Rule.DONE:
            return 0 if decisive is not None else 1
        if self.rule is Rule.STAYS:
            return 1 if value.get(ENDED) is not None else 0
        return 0


class Kind(msgspec.Struct, frozen=True):
    """One kind of record; ``has_answers`` allows question groups besides the named ones, each under ``answers``."""

    name: str
    compartment: str
    groups: tuple[Group, ...]
    has_answers: bool = False
    answers: Rule = Rule.SIBLINGS

    def group(self, name: str) -> Group:
        """The group of that name; question groups are made as they come. KeyError for any other name."""
        for group in (*self.groups, *EVERYWHERE):
            if group.name == name:
                return group
        if self.has_answers and name.startswith(ANSWER_PREFIX):
            settler = Settler.AUTHOR if self.answers.asks_a_person else Settler.NOBODY
            return Group(name, (name.rsplit("/", 1)[-1],), self.answers, settler, Both.TOGETHER)
        raise KeyError(name)


ANSWER_PREFIX = "q/"
ENDED = "until_on"
LEVELS = ("none", "low", "medium", "high", "urgent")
"""Levels of risk, the lowest first."""


def _each(*fields: str, both: Both = Both.NEITHER) -> tuple[Group, ...]:
    return tuple(Group(field, (field,), both=both) for field in fields)


EVERYWHERE = (
    Group("void", ("void_reason", "voided_at")),
    Group("import", ("import_id", "import_source"), Rule.APPEND, Settler.NOBODY),
)
"""Groups that any record may have: taken back with a reason; came by an import."""

FAMILY = Kind(
    "family",
    "team",
    (
        *_each("number", "last_contact_on", "declared_members"),
        *_each("name", "status", "case_manager", "case_worker", both=Both.IN_TURN),
        *_each("phone", both=Both.TOGETHER),
        Group("income", ("income_minor", "income_currency"), both=Both.IN_TURN),
        Group("address", ("commune", "village", "street", "directions"), both=Both.IN_TURN),
        Group("flags", ("flags",), Rule.UNION, Settler.NOBODY),
    ),
)
PERSON = Kind(
    "person",
    "team",
    (
        Group("name", ("family_name", "given_names", "also_known_as"), both=Both.IN_TURN),
        Group("birth", ("birth",)),
        Group("identity", ("identity_kind", "identity_number")),
        *_each("sex"),
        *_each("phone", both=Both.TOGETHER),
        *_each("occupation", "school", "status", both=Both.IN_TURN),
    ),
)
MEMBERSHIP = Kind(
    "membership",
    "team",
    (Group("membership", ("person", "role", "role_text", "since_on", ENDED), Rule.STAYS),),
)
VISIT = Kind(
    "visit",
    "team",
    (
        Group("form", ("form_id", "form_version", "form_digest"), Rule.APPEND, Settler.NOBODY),
        Group("times", ("v_date", "v_from", "v_to"), settler=Settler.AUTHOR),
        Group("outcome", ("v_result",), settler=Settler.AUTHOR),
        Group("met", ("v_present", "v_team"), settler=Settler.AUTHOR),
        Group(
            "given",
            ("on", "by_text", "purpose", "findings", "measures", "cells"),
            Rule.APPEND,
            Settler.NOBODY,
        ),
    ),
    has_answers=True,
)
ASSESSMENT = Kind(
    "assessment",
    "team",
    (
        Group(
            "form",
            ("form_id", "form_version", "form_digest", "language", "amends"),
            Rule.APPEND,
            Settler.NOBODY,
        ),
        Group("sealed", ("on", "sealed_at", "zone", "roster"), Rule.APPEND, Settler.NOBODY),
        Group("result", ("suggested_level", "score", "danger", "calculated"), Rule.APPEND, Settler.NOBODY),
        Group("parts", ("parts",), Rule.APPEND, Settler.NOBODY),
        Group("lists", ("places", "services", "compared"), Rule.APPEND, Settler.NOBODY),
        Group("level", ("confirmed_level", "level_reason"), Rule.HIGHEST, Settler.SUPERVISOR),
    ),
    has_answers=True,
    answers=Rule.APPEND,
)
"""A questionnaire about a family, sealed: it exists once it is finished, until then it is a draft of one laptop."""
TASK = Kind(
    "task",
    "team",
    (
        Group("task", ("what", "about", "form_id", "for_whom", "noticed_at"), Rule.APPEND, Settler.NOBODY),
        Group("signs", ("signs",), Rule.UNION, Settler.NOBODY),
        Group("withdrawn", ("withdrawn_at",), settler=Settler.WHO_IT_IS_FOR),
        Group("done", ("done_at", "done_by"), Rule.DONE, Settler.WHO_IT_IS_FOR),
    ),
)
"""Something that somebody has to do: ``what`` is ``danger_sign``, ``for_whom`` ``supervisor``."""
NOTE = Kind(
    "note",
    "team",
    (Group("text", ("text", "about", "regarding", "written_at"), Rule.APPEND, Settler.NOBODY),),
)
WORKER = Kind(
    "worker",
    "team",
    (
        Group("worker", ("name", "profession", "commune", "status"), Rule.COUNTY, Settler.COUNTY),
        # What a laptop says of a colleague it took in without the county.
        Group(
            "introduced",
            ("introduced_name", "introduced_profession", "introduced_at", "sign_key", "receive_key"),
            Rule.APPEND,
            Settler.NOBODY,
        ),
    ),
)
ELSEWHERE = Kind(
    "elsewhere",
    "team",
    (Group("elsewhere", ("worker", "name", "profession"), Rule.COUNTY, Settler.COUNTY),),
)
"""A worker of another commune, told to the one that took over a family of theirs: what they wrote bears a name there, too."""
DEVICE = Kind(
    "device",
    "team",
    (Group("device", ("name", "commune"), Rule.COUNTY, Settler.COUNTY),),
)
AUDIT = Kind(
    "audit",
    "team",
    (
        Group(
            "entry",
            ("act", "what", "concerned", "sought", "found", "times", "last_at"),
            Rule.APPEND,
            Settler.NOBODY,
        ),
    ),
)
"""Who looked at what (``app.services.audit``); an entry lies in the compartment of what was read. It never changes and is
never taken back, and it is not work: nothing that counts what waits, or shows a family's records, sees it."""

PART = Kind(
    "part",
    "team",
    (Group("part", ("part", "part_kind", "kept_in"), Rule.APPEND, Settler.NOBODY),),
)
"""That a confidential record (``part``) of a family exists in another compartment: for those who keep the stores whole, never
shown, counted or searched."""
SECTION_ANSWERS = Kind(
    "section_answers",
    "team",
    (Group("of", ("of", "salt"), Rule.APPEND, Settler.NOBODY),),
    has_answers=True,
)
"""The answers of a form's confidential sections, in the compartment of those sections; ``of`` is the record (a visit or an
assessment) that the form belongs to, which lies in ``team``."""
DECISION = Kind(
    "decision",
    "team",
    (Group("decision", ("verdict", "sentence", "decided_at"), Rule.COUNTY, Settler.COUNTY),),
)
"""What the county decided about a save it had kept aside; the record bears the id of that save's txn."""
COMMUNE = Kind(
    "commune",
    "team",
    (Group("commune", ("code", "called"), Rule.COUNTY, Settler.COUNTY),),
)
"""What a commune is called, for laptops of a centre that serves it beside its own."""
FORM = Kind(
    "form",
    "team",
    (
        Group("form", ("form_id", "form_version", "form_digest"), Rule.COUNTY, Settler.COUNTY),
        Group("published", ("manifest", "signature", "pieces"), Rule.COUNTY, Settler.COUNTY),
        Group("withdrawn", ("withdrawn_at",), Rule.COUNTY, Settler.COUNTY),
        Group("check", ("statement", "statement_signature"), Rule.COUNTY, Settler.COUNTY),
    ),
)
"""What the county says of one version of a form: that it published it, withdrew it, or checked it against the law."""
FORM_PIECE = Kind(
    "form_piece",
    "team",
    (Group("piece", ("content",), Rule.COUNTY, Settler.COUNTY),),
)
"""A part of a published form's content, in the order of ``pieces``; bytes for those who put it together, never shown."""
ATTACHMENT = Kind(
    "attachment",
    "team",
    (
        Group(
            "blob",
            (
                *("about", "about_kind", "added_at"),
                *("media", "size_bytes", "width", "height", "key", "thumbnail", "chunks"),
            ),
            Rule.APPEND,
            Settler.NOBODY,
        ),
        *_each("description", both=Both.TOGETHER),
    ),
)
"""A picture or a scan at a record (``about``), in the compartment of that record. Its content lies beside the records in chunks
that ``thumbnail`` and ``chunks`` name, sealed under ``key`` (``app.keys.attachments``)."""
BACKGROUND = (AUDIT.name, PART.name)
"""Kinds that come with other acts: no work of their own, nothing that waits, no part of a family's file."""

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        FAMILY,
        PERSON,
        MEMBERSHIP,
        VISIT,
        ASSESSMENT,
        TASK,
        NOTE,
        WORKER,
        ELSEWHERE,
        DEVICE,
        AUDIT,
        PART,
        DECISION,
        SECTION_ANSWERS,
        COMMUNE,
        FORM,
        FORM_PIECE,
        ATTACHMENT,
    )
}


def groups_of(kind: Kind, values: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Sort field values into their groups, leaving out fields that are None; ValueError for an unknown field."""
    owner = {field: group.name for group in (*kind.groups, *EVERYWHERE) for field in group.fields}
    sorted_in: dict[str, dict[str, Any]] = {}
    for field, value in values.items():
        if field not in owner:
            raise ValueError(f"{kind.name} has no field {field}")
        if value is not None:
            sorted_in.setdefault(owner[field], {})[field] = value
    return sorted_in


def changed_groups(
    kind: Kind, before: Mapping[str, Any], after: Mapping[str, Any]
) -> dict[str, dict[str, Any]]:
    """The groups in which ``after`` differs from ``before``, whole, so that a cleared field is written as absent."""
    old, new = groups_of(kind, before), groups_of(kind, after)
    return {name: new.get(name, {}) for name in {*old, *new} if old.get(name, {}) != new.get(name, {})}
