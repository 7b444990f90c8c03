"""Finding families by what people remember: parts of names, a village, a phone, the tail of an identity number."""

from typing import Any

from app.domain.folding import digits, words
from storage.compartment import Compartment
from storage.projection import BACKWARDS

FEWEST_LETTERS = 2
FEWEST_DIGITS = 4
MOST_WORDS = 6
_PEOPLE_OF_A_FAMILY = 12
"""Rows to look at for each family wanted: several people of one family match the same surname."""


def find(compartment: Compartment, typed: str, limit: int) -> list[tuple[bytes, list[bytes]]]:
    """Families that match every typed word, best first, with the records (family or people) that matched.

    Words match from their beginning, without diacritics and in any order; four or more digits also match the beginning
    or the end of a phone or identity number; ``@village`` narrows to villages. Fewer than two letters find nothing.
    Families in which one record matches all the words come first, then those that match only together.
    """
    terms = typed.split()
    at_places = [f"places : {word}*" for term in terms if term.startswith("@") for word in words(term)]
    typed_words = [word for term in terms if not term.startswith("@") for word in words(term)]
    number = digits(typed)
    if len(number) >= FEWEST_DIGITS and len(number) >= len("".join(typed_words)):
        rows = _rows(
            compartment,
            f"numbers : ({number}* OR {BACKWARDS}{number[::-1]}*) OR words : {number}*",
            limit,
        )
        return _by_family(rows, limit)
    matches = [f"{{words places}} : {word}*" for word in typed_words] + at_places
    if sum(map(len, words(typed))) < FEWEST_LETTERS or len(matches) > MOST_WORDS:
        return []
    rows = _rows(compartment, " AND ".join(matches), limit)
    found = _by_family(rows, limit)
    if len(found) < limit and len(matches) > 1:
        found = _by_family([*rows, *_across_records(compartment, matches, limit)], limit)
    return found


def _rows(compartment: Compartment, query: str, limit: int) -> list[tuple[Any, ...]]:
    return compartment.connection.execute(
        "SELECT record, family FROM search WHERE search MATCH ? ORDER BY rank LIMIT ?",
        (query, limit * _PEOPLE_OF_A_FAMILY),
    ).fetchall()


def _across_records(compartment: Compartment, matches: list[str], limit: int) -> list[tuple[Any, ...]]:
    """Records of families that hold all the words together: ``dobre iulia``, or a member's name and a village."""
    per_word = "SELECT family FROM search WHERE search MATCH ?"
    families = " INTERSECT ".join([per_word] * len(matches))
    return compartment.connection.execute(
        f"SELECT record, family FROM search WHERE search MATCH ? AND family IN ({families}) LIMIT ?",
        (" OR ".join(matches), *matches, limit * _PEOPLE_OF_A_FAMILY),
    ).fetchall()


def _by_family(rows: list[tuple[Any, ...]], limit: int) -> list[tuple[bytes, list[bytes]]]:
    found: dict[bytes, list[bytes]] = {}
    for record, family in rows:
        if family is not None:
            matched = found.setdefault(bytes(family), [])
            if bytes(record) not in matched:
                matched.append(bytes(record))
    return list(found.items())[:limit]
