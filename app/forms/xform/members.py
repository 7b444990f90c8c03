"""Between a form and the household: repetitions for its members, what is known of them, and what the form says otherwise.

``bind::vatra:member`` in a repeat about members says of which fact about the person a question asks. What the record knows is
its answer from the start, so that nothing is asked twice; what is answered otherwise is told, for whoever keeps the record. A
date question takes a whole date only: of a year alone it stays open.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import msgspec

from app.domain.access import TEAM
from app.forms.xform.computing import below
from app.forms.xform.confidential import kept_in
from app.forms.xform.document import Node
from app.forms.xform.entry import Entry
from app.forms.xform.model import Field
from app.forms.xform.paper import ROSTER, Paper, extra, rosters

MEMBER: Final = "vatra:member"
CHILDREN: Final = "child"
FACTS: Final = (
    "family_name", "given_names", "birth", "sex", "identity_number", "phone", "occupation", "school",
)  # fmt: skip
"""What a question may ask of a member. ``sex`` is F or M."""

Facts = Mapping[str, Mapping[str, str]]
"""By person (id as hex) and fact."""


class Told(msgspec.Struct, frozen=True):
    """What a form says of a member: the question, the person (id as hex), the fact, and the answer."""

    node: Node
    person: str
    fact: str
    answer: str


def fill_rosters(
    entry: Entry, children: Sequence[str], everybody: Sequence[str], facts: Facts | None = None
) -> list[Node]:
    """A repetition for each member (ids as hex) in every section about members that has none yet.

    Questions about ``facts`` have their answer in a new one; these are returned.
    """
    answered: list[Node] = []
    for repeat, question in rosters(entry.form):
        people = children if extra(repeat, ROSTER) == CHILDREN else everybody
        asked = list(_asked(repeat))
        known = {
            person: {field: text for field, fact in asked if (text := _fitting(field, of.get(fact, "")))}
            for person, of in (facts or {}).items()
        }
        answered += entry.bring(repeat, question, people, known)
    return answered


def told_of_members(paper: Paper) -> Iterator[Told]:
    """The answers about facts of members that are asked now, in the order of the form; none of a confidential section, whose
    answers stay there.
    """
    for repeat, question in rosters(paper.form):
        if kept_in(repeat) != TEAM:
            continue
        for field, fact in _asked(repeat):
            for node in below(paper.entry.root, field):
                if node.relevant and node.text:
                    yield Told(node, _person(node, repeat, question), fact, node.text)


def _asked(repeat: Field) -> Iterator[tuple[Field, str]]:
    """The questions of a repeat about facts of its member; not those of a repeat inside it."""
    for field in repeat.below():
        if (fact := extra(field, MEMBER)) in FACTS and field.repeats()[-1] is repeat:
            yield field, fact


def _person(node: Node, repeat: Field, question: Field) -> str:
    around = node
    while around.field is not repeat and around.parent is not None:
        around = around.parent
    found: str = next(below(around, question)).state.raw
    return found


def _fitting(field: Field, known: str) -> str:
    if field.type != "date":
        return known
    try:
        return dt.date.fromisoformat(known).isoformat()
    except ValueError:
        return ""
