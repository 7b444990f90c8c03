"""What is other than last time: the answers of two records of a form, question by question.

The two may be of different versions of the form; each is read with its own. A question is the same if its key is, an answer is
the same if its text or its words are. Signatures and notes are not compared.
"""

from collections.abc import Iterator, Mapping
from typing import Final

import msgspec

from app.forms.xform.document import Node
from app.forms.xform.paper import AskedType, Paper

NOT_COMPARED: Final[tuple[AskedType, ...]] = ("note", "sign")


class Answered(msgspec.Struct, frozen=True):
    """An answer of one record: as it is stored, and in the words of the form. ``text`` is "" where nothing was answered."""

    kind: AskedType
    number: int
    label: str
    text: str
    words: str

    def differs_from(self, other: "Answered") -> bool:
        if self.kind == "many":
            return set(self.text.split()) != set(other.text.split())
        return self.text != other.text and self.words != other.words


class Change(msgspec.Struct, frozen=True):
    """A question that was answered otherwise; on one side there may be no answer, or no such question (None)."""

    key: str
    before: Answered | None
    now: Answered | None

    @property
    def question(self) -> Answered:
        """Number and words of the question, as the newer record has them."""
        found = self.now or self.before
        assert found is not None
        return found


def answered(paper: Paper, node: Node) -> Answered:
    """One question with what was answered."""
    label, words = paper.label(node), paper.in_words(node)
    return Answered(paper.type_of(node), paper.number(node.field), label, node.text, words)


def answered_in(paper: Paper) -> dict[str, Answered]:
    """The questions asked in a record, with what was answered, by key, in the order of the paper."""
    return {
        paper.key(node): answered(paper, node)
        for page in paper.pages()
        for node in page.questions
        if paper.type_of(node) not in NOT_COMPARED
    }


def changes(before: Mapping[str, Answered], now: Mapping[str, Answered]) -> tuple[Change, ...]:
    """What is other, in the order of the newer record; what is not asked any more comes last."""
    return tuple(_changes(before, now))


def _changes(before: Mapping[str, Answered], now: Mapping[str, Answered]) -> Iterator[Change]:
    for key, answer in now.items():
        last = before.get(key)
        if (last is None and answer.text) or (last is not None and answer.differs_from(last)):
            yield Change(key, last, answer)
    for key, last in before.items():
        if key not in now and last.text:
            yield Change(key, last, None)
