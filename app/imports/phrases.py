"""How well the words of a header name a field: exact phrase, abbreviation, other ending, near spelling, longer header.

The vocabulary has about a thousand phrases and a sheet has many cells that might be headers, so words are compared
once each and remembered, and a phrase is only looked at when one of its words is near one of the header's.
"""

from collections import defaultdict
from collections.abc import Mapping
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TypeVar

import msgspec

from app.imports.vocabulary import header_words, vocabulary

PEOPLE, HOUSEHOLDS, VISITS, IGNORED = "people", "households", "visits", "ignored"

Phrase = tuple[str, ...]
Key = TypeVar("Key")
Value = TypeVar("Value")

_NEAR = 0.75
_LONGEST_HEADER_WORDS = 14


class _Index(msgspec.Struct, frozen=True):
    """The phrases of one kind of sheet by their words and by their letters written together."""

    fields: dict[Phrase, tuple[str, ...]]
    by_word: dict[str, tuple[Phrase, ...]]
    joined: dict[str, tuple[Phrase, ...]]
    joined_by_start: dict[tuple[str, int], tuple[str, ...]]
    words_by_letter: dict[str, tuple[str, ...]]


@lru_cache(maxsize=8192)
def header_scores(header: str, kind: str) -> Mapping[str, float]:
    """Field -> how well the header's words name it (0..1), for a sheet of `kind`; only scores above a half."""
    said = header_words(header)
    scores: dict[str, float] = {}
    if not said or len(said) > _LONGEST_HEADER_WORDS:
        return scores
    index = _index(VISITS if kind == VISITS else PEOPLE)
    for phrase in _candidates(said, index):
        score = _phrase_score(phrase, said)
        if score <= 0.5:
            continue
        for field in index.fields[phrase]:
            # A row number is called "No." and nothing else: that word stands in the headers of many other numbers.
            if field != "row_number" or len(phrase) > 1 or phrase == said:
                scores[field] = max(scores.get(field, 0.0), score)
    return scores


def header_language_votes(headers: list[str]) -> dict[str, int]:
    """How many headers are exactly a phrase of each language; a phrase of several languages votes for none."""
    votes: dict[str, int] = {}
    for header in headers:
        languages = vocabulary().header_languages.get(header_words(header), frozenset())
        if len(languages) == 1:
            language = next(iter(languages))
            votes[language] = votes.get(language, 0) + 1
    return votes


@lru_cache
def _index(kind: str) -> _Index:
    fields: dict[Phrase, list[str]] = defaultdict(list)
    for field, phrases in (vocabulary().visits if kind == VISITS else vocabulary().people).items():
        for phrase in phrases:
            fields[phrase].append(field)
    by_word: dict[str, list[Phrase]] = defaultdict(list)
    joined: dict[str, list[Phrase]] = defaultdict(list)
    starts: dict[tuple[str, int], list[str]] = defaultdict(list)
    letters: dict[str, list[str]] = defaultdict(list)
    for phrase in fields:
        for word in set(phrase):
            by_word[word].append(phrase)
        together = "".join(phrase)
        joined[together].append(phrase)
        starts[together[0], len(together)].append(together)
    for word in by_word:
        letters[word[0]].append(word)
    return _Index(_frozen(fields), _frozen(by_word), _frozen(joined), _frozen(starts), _frozen(letters))


def _frozen(lists: Mapping[Key, list[Value]]) -> dict[Key, tuple[Value, ...]]:
    return {key: tuple(values) for key, values in lists.items()}


def _candidates(said: Phrase, index: _Index) -> set[Phrase]:
    """Phrases with a word near a word of the header, or written together like it."""
    found: set[Phrase] = set()
    for word in said:
        for near in index.words_by_letter.get(word[0], ()):
            if _word_score(near, word) >= _NEAR:
                found.update(index.by_word[near])
    together = "".join(said)
    for length in range(len(together) - 2, len(together) + 3):
        for other in index.joined_by_start.get((together[0], length), ()):
            found.update(index.joined[other])
    return found


def _phrase_score(phrase: Phrase, said: Phrase) -> float:
    if phrase == said:
        return 1.0
    matched: set[int] = set()
    quality = 0.0
    for word in phrase:
        score, place = _best_place(word, said, matched)
        if score < _NEAR:
            return _spelling_score("".join(phrase), "".join(said))
        matched.add(place)
        quality += score
    if len(phrase) == 1 and len(phrase[0]) < 3 and len(said) > 1:
        return 0.0  # "nr" or "ul" says nothing inside a longer header
    covered = sum(len(said[place]) for place in matched) / sum(map(len, said))
    if phrase == said[: len(phrase)]:
        covered = min(1.0, covered + 0.15)
    return quality / len(phrase) * (0.55 + 0.42 * covered)


def _best_place(word: str, said: Phrase, matched: set[int]) -> tuple[float, int]:
    """The best score of a word among the header's words not yet used, and its place; the leftmost when equal."""
    best = (0.0, -1)
    for place, other in enumerate(said):
        if place not in matched and (score := _word_score(word, other)) > best[0]:
            best = (score, place)
    return best


@lru_cache(maxsize=1 << 17)
def _word_score(word: str, other: str) -> float:
    """How near a word of the vocabulary is to a word of a header."""
    if word == other:
        return 1.0
    if word[0] != other[0] or word.isdigit() or other.isdigit():
        return 0.0
    shorter, longer = sorted((word, other), key=len)
    if len(shorter) >= 4 and longer.startswith(shorter) and len(longer) - len(shorter) <= 4:
        return 0.95  # nume / numele, rodzina / rodziny
    if len(other) >= 2 and len(word) > 3 and word.startswith(other):
        return 0.85  # an abbreviation: tel, loc, pers
    if (
        len(shorter) >= 5
        and len(longer) - len(shorter) <= 3
        and SequenceMatcher(None, word, other).ratio() >= 0.84
    ):
        return 0.85
    return 0.0


@lru_cache(maxsize=1 << 15)
def _spelling_score(one: str, other: str) -> float:
    """A header written together, or with a slip: "Datanasterii", "Nazwisko i imei"."""
    if min(len(one), len(other)) < 5:
        return 0.0
    if one == other:
        return 0.97
    if one[0] != other[0] or abs(len(one) - len(other)) > 2:
        return 0.0
    ratio = SequenceMatcher(None, one, other).ratio()
    return 0.9 * ratio if ratio > 0.86 else 0.0
