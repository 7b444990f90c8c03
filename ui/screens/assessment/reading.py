"""From the engine's paper to the frozen values the screen shows."""

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from app.forms.signature import Signed, read_signature, written_signature
from app.forms.xform.compared import Answered, answered, answered_in, changes
from app.forms.xform.confidential import kept_in
from app.forms.xform.document import Node
from app.forms.xform.entry import Entry
from app.forms.xform.paper import Page, Paper, extra
from app.forms.xform.scoring import Score, score_of
from app.forms.xform.vault_lists import Person
from app.services.families import FamilyFile
from ui.screens.assessment.state import ChangeLine, Link, PageLine, Question, Result


class Reader:
    """Reads one paper; ``half`` are answers typed so far that do not fit their question yet, by key."""

    def __init__(
        self,
        paper: Paper,
        names: Mapping[str, str],
        half: Mapping[str, Any],
        before: Mapping[str, Answered],
        put_in: Mapping[str, str],
        *,
        checked: bool,
    ) -> None:
        """``names`` are those of the people by id as hex, short and with their age; ``before`` the answers of last time, ``put_in`` those that
        came from a member's record; ``checked``
        says that the form was compared with the law."""
        self.paper = paper
        self._names, self._half, self._before, self._checked = names, half, before, checked
        self._put_in = put_in
        self.pages = paper.pages()
        self.nodes: dict[str, Node] = {}
        self._page_of: dict[str, int] = {}
        self._asked: list[str] = []
        self._can_answer: set[int] = set()
        for index, page in enumerate(self.pages):
            for node in page.questions:
                key = paper.key(node)
                self.nodes[key] = node
                self._page_of[key] = index
                if self._is_asked(node):
                    self._asked.append(key)
                    self._can_answer.add(id(node))

    @property
    def entry(self) -> Entry:
        return self.paper.entry

    def page_of(self, key: str) -> int | None:
        return self._page_of.get(key)

    def asked_keys(self) -> list[str]:
        """Of the questions that can be answered, in order."""
        return self._asked

    def _is_asked(self, node: Node) -> bool:
        return self.paper.can_answer(node) and self.paper.type_of(node) != "note"

    # pages

    def lines(self) -> tuple[PageLine, ...]:
        return tuple(self._line(page) for page in self.pages)

    def _line(self, page: Page) -> PageLine:
        asked = [node for node in page.questions if id(node) in self._can_answer]
        return PageLine(
            key=page.key,
            section=page.field.path,
            title=self.paper.title(page),
            answered=sum(bool(node.text) for node in asked),
            of=len(asked),
            person=self.person(page.person),
            row=page.number if page.repeat else 0,
            kept_in=kept_in(page.field),
        )

    def person(self, name: str | None) -> str:
        """Name and age of a member; "" for a page about nobody."""
        return self._names.get(name or "", name or "")

    def questions(self, page: Page) -> tuple[Question, ...]:
        return tuple(
            self._question(node)
            for node in page.questions
            if not (self._checked and self.paper.says_working(node))
        )

    def _question(self, node: Node) -> Question:
        paper, key = self.paper, self.paper.key(node)
        kind = paper.type_of(node)
        options = paper.options(node) if kind in ("one", "many") else ()
        answer = self._half.get(key, typed(kind, node.text))
        before = self._before.get(key)
        return Question(
            key=key,
            type=kind,
            label=paper.label(node),
            hint=paper.hint(node),
            number=paper.number(node.field),
            answer=answer,
            shown=paper.in_words(node),
            required=bool(node.state.required),
            editable=id(node) in self._can_answer and not self.entry.finalized,
            options=options,
            failed=self.entry.failed(node),
            message=self.entry.message(node) or "",
            soft=self.entry.is_soft(node),
            unit=paper.unit(node),
            from_record=bool(node.text) and node.text == self._put_in.get(key),
            proposes=bool(extra(node.field, "vatra:suggest")),
            suggestion=paper.suggestion(node),
            before=before if before is not None and before.text else None,
            changed=before is not None and bool(node.text) and answered(paper, node).differs_from(before),
        )

    def changes(self) -> tuple[ChangeLine, ...]:
        """What is other than last time; nothing while there was no last time."""
        different = changes(self._before, answered_in(self.paper)) if self._before else ()
        return tuple(
            ChangeLine(
                Link(
                    one.key,
                    one.question.number,
                    one.question.label,
                    self._names.get(one.key.rpartition("/")[0], ""),
                ),
                one.before,
                one.now,
            )
            for one in different
        )

    # links

    def link(self, node: Node, points: float = 0) -> Link:
        scope = self.paper.key(node).rpartition("/")[0]
        return Link(
            self.paper.key(node),
            self.paper.number(node.field),
            self.paper.label(node),
            self._names.get(scope, ""),
            points,
        )

    def result(self, decided: str | None, reason: str) -> Result:
        missing = any(self.entry.failed(self.nodes[key]) == "required" for key in self._asked)
        score: Score = score_of(self.paper, missing=missing)
        return Result(
            level=score.level,
            provisional=score.provisional,
            points=score.points,
            domains=tuple((name, points) for name, points in score.domains if points),
            reasons=tuple(self.link(one.node, one.points) for one in score.reasons),
            danger=tuple(self.link(node) for node in score.danger),
            decided=decided,
            reason=reason,
        )


def typed(kind: str, text: str) -> Any:
    """A stored text as its editor has it."""
    if not text:
        return None
    if kind == "many":
        return text.split()
    if kind == "int" and text.lstrip("-").isdigit():
        return int(text)
    if kind == "sign":
        return {part: said for part, said in msgspec.structs.asdict(read_signature(text)).items() if said}
    return text


def stored(kind: str, answer: Any) -> Any:
    """An editor's answer as the engine takes it."""
    if kind == "sign" and isinstance(answer, Mapping):
        return written_signature(msgspec.convert(answer, Signed))
    return answer


def short_names(people: Iterable[Person], file: FamilyFile) -> dict[str, str]:
    """Given name and age by id as hex; of who is no member any more the name as the form has it."""
    given = {one.person.id.hex(): one.person.given_names or one.person.full_name for one in file.members}
    return {
        one.name: ", ".join(part for part in (given.get(one.name, one.label), one.age_y) if part)
        for one in people
    }
