"""Finding families by what people remember: parts of names, a village, a phone, the tail of an identity number."""

from typing import Any

from app.domain.folding import digits, words
from storage.compartment import Compartment

FEWEST_LETTERS = 2


def find(compartment: Compartment, typed: str, limit: int) -> list[tuple[bytes, list[bytes]]]:
    """Families that match every typed word, best first, with the records (family or people) that matched.

    Words match from their beginning, without diacritics and in any order; four or more digits also match the beginning
    or the end of a phone or identity number; ``@village`` narrows to villages. Fewer than two letters find nothing.
    """
    terms = typed.split()
    places = [word for term in terms if term.startswith("@") for word in words(term)]
    typed_words = [word for term in terms if not term.startswith("@") for word in words(term)]
    if sum(map(len, typed_words + places)) < FEWEST_LETTERS:
        return []
    number = digits(typed)
    if len(number) >= 4 and len(number) >= len("".join(typed_words)):
        query = f"numbers : ({number}* OR {number[::-1]}*) OR words : {number}*"
    else:
        query = " AND ".join(f"words : {word}*" for word in typed_words + places)
    rows = compartment.connection.execute(
        "SELECT record, family, rank FROM search WHERE search MATCH ? ORDER BY rank LIMIT ?",
        (query, limit * 12),
    ).fetchall()
    return _by_family(rows or _across_records(compartment, typed_words + places, limit), limit)


def _across_records(compartment: Compartment, typed: list[str], limit: int) -> list[tuple[Any, ...]]:
    """Words that no single record holds together, but one family does: ``dobre iulia`` or ``popa valea``."""
    if len(typed) < 2 or len(typed) > 6:
        return []
    per_word = "SELECT family FROM search WHERE search MATCH ?"
    families = " INTERSECT ".join([per_word] * len(typed))
    return compartment.connection.execute(
        f"SELECT record, family, 0 FROM search WHERE search MATCH ? AND family IN ({families}) LIMIT ?",
        (
            " OR ".join(f"words : {word}*" for word in typed),
            *(f"words : {word}*" for word in typed),
            limit * 12,
        ),
    ).fetchall()


def _by_family(rows: list[tuple[Any, ...]], limit: int) -> list[tuple[bytes, list[bytes]]]:
    found: dict[bytes, list[bytes]] = {}
    for record, family, _rank in rows:
        if family is not None:
            found.setdefault(bytes(family), []).append(bytes(record))
    return list(found.items())[:limit]
