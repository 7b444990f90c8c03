"""Finding families by what people remember: parts of names, a village, a phone, the tail of an identity number."""

import msgspec

from app.domain.folding import digits, words
from storage.compartment import Compartment
from storage.projection import BACKWARDS, FEWEST_DIGITS, Entry

FEWEST_LETTERS = 2
MOST_WORDS = 6
_LOOKED_AT = 4
"""Candidates to look at for each family wanted, so that the better ones can come first."""
_entries = msgspec.msgpack.Decoder(tuple[Entry, ...])


class Found(msgspec.Struct, frozen=True):
    """A family and the records in it (itself, people) that have something of what was typed."""

    family: bytes
    records: tuple[bytes, ...]
    by_one: bool
    """Whether one record has all the words, not several of them together."""


def find(compartment: Compartment, typed: str, limit: int) -> list[Found]:
    """Families that match every typed word: whole words before begun ones, one person with all of them before several.

    Words match from their beginning, without diacritics, in any order, across the people of a family and its village;
    four or more digits also match the beginning or the end of a phone or identity number; ``@village`` narrows to
    villages. Fewer than two letters, or more than six words, find nothing.
    """
    terms = typed.split()
    at_places = [f"places : {word}*" for term in terms if term.startswith("@") for word in words(term)]
    typed_words = [word for term in terms if not term.startswith("@") for word in words(term)]
    number = digits(typed)
    if len(number) >= FEWEST_DIGITS and len(number) >= len("".join(typed_words)):
        query = f"numbers : ({number}* OR {BACKWARDS}{number[::-1]}*) OR words : {number}*"
        if by_number := _candidates(compartment, query, (number,), limit):
            return by_number[:limit]
        # Not a phone and not an identity number: perhaps a case number such as 17/2026.
    whole = [f"{{words places}} : {word}" for word in typed_words]
    begun = [f"{match}*" for match in whole] + at_places
    if sum(map(len, words(typed))) < FEWEST_LETTERS or len(begun) > MOST_WORDS:
        return []
    found: dict[bytes, Found] = {}
    # Reading stops at enough candidates: two letters match half a county.
    for query in (" AND ".join(whole + at_places), " AND ".join(begun)):
        for one in _candidates(compartment, query, tuple(typed_words), limit):
            found.setdefault(one.family, one)
        if len(found) >= limit:
            break
    return list(found.values())[:limit]


def _candidates(compartment: Compartment, query: str, typed: tuple[str, ...], limit: int) -> list[Found]:
    rows = compartment.connection.execute(
        "SELECT family, who FROM search WHERE search MATCH ? LIMIT ?", (query, limit * _LOOKED_AT)
    ).fetchall()
    found = [_found(bytes(family), _entries.decode(bytes(who)), typed) for family, who in rows]
    return sorted(found, key=lambda one: not one.by_one)


def _found(family: bytes, entries: tuple[Entry, ...], typed: tuple[str, ...]) -> Found:
    hits = {entry.record: sum(_has(entry, word) for word in typed) for entry in entries}
    most = max(hits.values(), default=0)
    # "dobre iulia" is about Iulia Dobre, not about everybody called Dobre.
    records = tuple(record for record, count in hits.items() if count == most and count)
    return Found(family, records, most == len(typed))


def _has(entry: Entry, word: str) -> bool:
    return any(one.startswith(word) for one in entry.words) or any(
        number.startswith(word) or number.endswith(word) for number in entry.numbers
    )
