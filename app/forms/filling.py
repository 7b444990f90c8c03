"""One form, one set of answers, one household, one moment: everything the rules say about them.

The answers are laid out as the record the expressions are written for. Fields are worked out in the order of what they
read, so each once. A question that is not asked is empty for all rules, whatever was typed before. A repeat runs over the
children of the household and, so that nothing written disappears, over anybody who already has answers in it.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from app.domain.partial_date import PartialDate
from app.forms.answering import fits, record_text, typed
from app.forms.questions import (
    Answers,
    Asked,
    Calculation,
    Member,
    Option,
    Problem,
    Question,
    Section,
    answer_key,
    is_answered,
)
from app.forms.values import Node, Scene

_PERSON_ID = re.compile(r"[0-9a-f]{32}")
ADULT_AGE_YEARS = 18
CHILD_ROLES = frozenset({"child", "son", "daughter", "grandchild", "foster_child"})
"""Roles that make a child of a member whose birth date nobody knows."""


class Filled:
    """What a form makes of its answers. Cheap to build (a few milliseconds), never changed: build a new one."""

    def __init__(
        self,
        sections: Sequence[Section],
        calculations: Sequence[Calculation],
        order: Sequence[str],
        date_question: str | None,
        answers: Answers,
        members: Sequence[Member],
        now: dt.datetime,
    ) -> None:
        self._sections = sections
        self._answers = answers
        self._members = members
        self._now = now.replace(tzinfo=dt.timezone(now.utcoffset() or dt.timedelta()))
        self._day = self._day_of_form(date_question)
        document = Node("")
        self._data = Node("data", parent=document)
        self._scene = Scene(document, {"members": self._household()}, self._now)
        self._asked: list[tuple[Asked, Node]] = []
        self._relevant: set[str] = set()
        self._questions: dict[str, list[tuple[Asked, Node]]] = {}
        self._calculated: dict[str, list[Node]] = {}
        self._section_nodes: dict[str, list[Node]] = {}
        self._lay_out(calculations)
        self._work_out(calculations, order)

    # what others ask

    @cached_property
    def visible(self) -> tuple[Asked, ...]:
        """The questions asked now, in the order of the paper."""
        return tuple(asked for asked, _ in self._asked if asked.key in self._relevant)

    @cached_property
    def missing(self) -> tuple[Asked, ...]:
        """Required, asked, not answered."""
        return tuple(
            asked
            for asked, node in self._asked
            if asked.key in self._relevant
            and (required := asked.question.rules.required) is not None
            and required.holds(node, self._scene)
            and not is_answered(self._answers.get(asked.key))
        )

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Answers that do not fit their question, name an unknown option or break a constraint."""
        return tuple(self._problems())

    @cached_property
    def danger_signs(self) -> tuple[Asked, ...]:
        """Questions asked now whose answer is a danger sign."""
        return tuple(asked for asked in self.visible if self._chosen_red(asked))

    @cached_property
    def set_aside(self) -> tuple[Asked, ...]:
        """Answered questions that other answers hide; they come back when those are changed back."""
        return tuple(
            asked
            for asked, _ in self._asked
            if asked.key not in self._relevant and is_answered(self._answers.get(asked.key))
        )

    @property
    def kept(self) -> dict[str, Any]:
        """The answers as the record keeps them: only of questions that are asked, only given ones."""
        return {
            asked.key: self._answers[asked.key]
            for asked in self.visible
            if is_answered(self._answers.get(asked.key))
        }

    def computed(self, name: str) -> str:
        """The value of a calculation of the whole form; "" when it has none. KeyError for an unknown name."""
        return self._calculated[name][0].text

    def suggestion(self, asked: Asked) -> Any:
        """An answer to propose for a question, or None; it counts only once the worker takes it."""
        rule = asked.question.rules.suggest
        node = next((node for known, node in self._asked if known.key == asked.key), None)
        if rule is None or node is None:
            return None
        proposed = typed(asked.question, rule.text(node, self._scene))
        return proposed if is_answered(proposed) and fits(asked.question, proposed) else None

    def children(self) -> tuple[bytes, ...]:
        """People whom the sections for each child are asked of, in the order of the household."""
        return tuple(dict.fromkeys(asked.person for asked, _ in self._asked if asked.person is not None))

    # the household

    def _day_of_form(self, date_question: str | None) -> dt.date:
        try:
            return dt.date.fromisoformat(str(self._answers.get(date_question or "")))
        except ValueError:
            return self._now.date()

    def _age(self, member: Member) -> int | None:
        try:
            return PartialDate.parse(member.person.birth).age_on(self._day) if member.person.birth else None
        except ValueError:
            return None

    def _is_child(self, member: Member) -> bool:
        age = self._age(member)
        return age < ADULT_AGE_YEARS if age is not None else member.membership.role in CHILD_ROLES

    def _household(self) -> Node:
        holder = Node("")
        root = Node("root", parent=holder)
        for member in self._members:
            age = self._age(member)
            item = Node("item", parent=root)
            Node("name", member.person.id.hex(), item)
            Node("label", member.person.full_name, item)
            Node("age_y", "" if age is None else str(age), item)
            Node("sex", member.person.sex or "", item)
        return holder

    def _repetitions(self, section: Section) -> Iterable[bytes]:
        now_children = [member.person.id for member in self._members if self._is_child(member)]
        ids = {question.id for question in section.questions}
        written = [
            bytes.fromhex(scope)
            for scope, _, question in (key.rpartition("/") for key in self._answers)
            if question in ids and _PERSON_ID.fullmatch(scope)
        ]
        return dict.fromkeys([*now_children, *written])

    # the record

    def _lay_out(self, calculations: Sequence[Calculation]) -> None:
        inside: dict[str | None, list[Calculation]] = {}
        for calculation in calculations:
            inside.setdefault(calculation.section, []).append(calculation)
            self._calculated[calculation.id] = []
        for section in self._sections:
            self._section_nodes[section.id] = []
            people: Iterable[bytes | None] = self._repetitions(section) if section.repeat else (None,)
            for person in people:
                self._lay_out_section(section, person, inside.get(section.id, []))
        for calculation in inside.get(None, []):
            self._calculated[calculation.id].append(Node(calculation.id, parent=self._data))

    def _lay_out_section(
        self, section: Section, person: bytes | None, calculations: Sequence[Calculation]
    ) -> None:
        group = Node(section.id, parent=self._data)
        self._section_nodes[section.id].append(group)
        if person is not None and section.person_question is not None:
            Node(section.person_question, person.hex(), group)
        for question in section.questions:
            asked = Asked(section, question, answer_key(question.id, person), person)
            pair = (asked, Node(question.id, parent=group))
            self._asked.append(pair)
            self._questions.setdefault(question.id, []).append(pair)
        for calculation in calculations:
            self._calculated[calculation.id].append(Node(calculation.id, parent=group))

    def _work_out(self, calculations: Sequence[Calculation], order: Sequence[str]) -> None:
        by_name = {calculation.id: calculation for calculation in calculations}
        for name in order:
            for asked, node in self._questions.get(name, ()):
                rule = asked.question.rules.relevant
                if self._open(asked.section, node) and (rule is None or rule.holds(node, self._scene)):
                    self._relevant.add(asked.key)
                    node.text = record_text(asked.question, self._answers.get(asked.key))
            for node in self._calculated.get(name, ()):
                calculation = by_name[name]
                section = next((one for one in self._sections if one.id == calculation.section), None)
                if section is None or self._open(section, node):
                    node.text = calculation.expression.text(node, self._scene)

    def _open(self, section: Section, node: Node) -> bool:
        return section.relevant is None or section.relevant.holds(node.parent or node, self._scene)

    # checking

    def _problems(self) -> Iterable[Problem]:
        for asked, node in self._asked:
            value = self._answers.get(asked.key)
            if asked.key not in self._relevant or not is_answered(value):
                continue
            question = asked.question
            if not fits(question, value):
                yield Problem(asked, "type", False)
            elif question.options and any(question.option(one) is None for one in _chosen(value)):
                yield Problem(asked, "option", False)
            elif (rule := question.rules.constraint) is not None and not rule.holds(node, self._scene):
                yield Problem(asked, "constraint", question.soft)

    def _chosen_red(self, asked: Asked) -> bool:
        chosen = (asked.question.option(value) for value in _chosen(self._answers.get(asked.key)))
        return any(option.red for option in chosen if option is not None)


def _chosen(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else (value,)


def chosen_options(question: Question, value: object) -> tuple[Option, ...]:
    """The options of the question that the answer names, in the order of the form."""
    return tuple(option for option in question.options if option.value in _chosen(value))
