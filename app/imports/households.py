"""Which lines of a list belong to one household.

Lists say it in many ways, and one way is chosen for a whole sheet, the surest first: the family's number (on every row,
or on its first row only), a count that starts again, the household's name, the relation "head of family", a number
of members, an address on first rows only, the same address on rows that follow each other. A list that says nothing has
one household per row. A surname never decides.
"""

import itertools
import re
from collections.abc import Sequence

import msgspec

from app.domain.folding import words
from app.imports.lines import NAME_FIELDS, Line
from app.imports.mapping import SheetMapping
from app.imports.values import cell_text, is_nothing
from app.imports.vocabulary import folded

_LEAST_PARTS = 3
_USUAL_HOUSEHOLD = 8
_LARGEST_HOUSEHOLD = 16
_DOTTED = re.compile(r"(\d+)\s*[./\-]\s*(\d+)\.?")


class Household(msgspec.Struct, frozen=True):
    """`number` as written; `numbered_rows` says that the row number was the household's number."""

    number: str | None
    lines: tuple[Line, ...]
    numbered_rows: bool = False


class _Way(msgspec.Struct, frozen=True):
    """A label per line; None means "as above". `apart`: equal labels on rows apart are one household too."""

    labels: tuple[str | None, ...]
    apart: bool = False
    numbers: bool = False
    numbered_rows: bool = False
    heads_part: bool = False


def households(lines: Sequence[Line], mapping: SheetMapping) -> tuple[Household, ...]:
    """Group the lines of one people sheet, in the order of their first rows."""
    if not lines:
        return ()
    fields = {column.field for column in mapping.columns}
    people = [line for line in lines if line.is_person]
    ways = (
        _by_heading,
        _by_number,
        _by_row_number,
        _by_household_name,
        _by_head,
        _by_blank_role,
        _by_member_count,
        _by_gap,
        _by_first_address,
        _by_same_address,
    )
    for way in ways:
        found = way(lines, people, fields)
        if found is not None:
            return _gather(lines, found)
    return _gather(lines, _one_each(lines, fields))


def number_text(value: object) -> str:
    """A family number as text without the full stop some lists print: 1, "1." and "1.0" are one number."""
    text = cell_text(value).strip()
    text = re.sub(r"(?<=\d)(\.0+|\.)$", "", text)
    return text.lstrip("0") or text if text.isdigit() else text


def _gather(lines: Sequence[Line], way: _Way) -> tuple[Household, ...]:
    groups: list[list[Line]] = []
    numbers: list[str | None] = []
    by_label: dict[tuple[str, str], int] = {}
    current = -1
    current_label: str | None = None
    for line, label in zip(lines, way.labels, strict=True):
        place = folded(line.under_village or "")
        starts = current < 0 or (label is not None and label != current_label)
        if not starts and way.heads_part and (label is None or not way.numbers):
            starts = _is_head(line) and any(_is_head(member) for member in groups[current])
        if not starts and label is None and line.under_village != groups[current][-1].under_village:
            starts = line.is_person
        if starts:
            known = by_label.get((label or "", place)) if way.apart and label is not None else None
            if known is not None and not _moved(groups[known], line):
                current = known
            else:
                current = len(groups)
                groups.append([])
                numbers.append(label if way.numbers else None)
            current_label = label
            if label is not None:
                by_label[label, place] = current
        groups[current].append(line)
    return tuple(
        Household(number, tuple(group), way.numbered_rows)
        for number, group in zip(numbers, groups, strict=True)
    )


def _moved(group: Sequence[Line], line: Line) -> bool:
    """A number used again under another village is another household: numbering started anew there."""
    first, other = group[0].text("village"), line.text("village")
    return bool(first and other and words(first) != words(other))


def _by_heading(lines: Sequence[Line], people: Sequence[Line], fields: set[str | None]) -> _Way | None:
    """Headings like "Familia Popescu Ion" above the rows of each household."""
    if not any(line.under_family for line in lines):
        return None
    return _Way(tuple(f"{line.under_family.row}" if line.under_family else None for line in lines))


def _by_number(lines: Sequence[Line], people: Sequence[Line], fields: set[str | None]) -> _Way | None:
    labels = tuple(_label(line, "family_number") for line in lines)
    given = [label for label in labels if label is not None]
    if not given:
        return None
    every_row_its_own = len(given) == len(lines) and len(set(given)) == len(given)
    if every_row_its_own and _has_members(people):
        return None
    return _Way(labels, apart=True, numbers=True, heads_part=True)


def _by_row_number(lines: Sequence[Line], people: Sequence[Line], fields: set[str | None]) -> _Way | None:
    if "row_number" not in fields or "family_number" in fields:
        return None
    labels = tuple(_label(line, "row_number") for line in lines)
    given = [label for label in labels if label is not None]
    blank_people = sum(_label(line, "row_number") is None for line in people)
    if not given:
        return None
    dotted = [_DOTTED.fullmatch(label) for label in given]
    if len(given) > 2 and all(dotted) and len({match[1] for match in dotted if match}) < len(given):
        majors = tuple(
            match[1] if label and (match := _DOTTED.fullmatch(label)) else None for label in labels
        )
        return _Way(majors, numbers=True)
    if blank_people >= 0.15 * len(people) and "household_name" not in fields:
        return _Way(labels, numbers=True, numbered_rows=True, heads_part=True)
    firsts = given.count("1")
    if firsts > 1 and len(given) == len(lines):
        return _Way(tuple(f"{place}" if label == "1" else None for place, label in enumerate(labels)))
    return None


def _by_household_name(lines: Sequence[Line], people: Sequence[Line], fields: set[str | None]) -> _Way | None:
    if "household_name" not in fields:
        return None
    labels = tuple(folded(line.text("household_name")) or None for line in lines)
    if not any(labels):
        return None
    return _Way(labels, heads_part=True)


def _by_head(lines: Sequence[Line], people: Sequence[Line], fields: set[str | None]) -> _Way | None:
    heads = sum(map(_is_head, people))
    if not heads or (heads == len(people) and len(people) > 1 and "member_count" in fields):
        return None
    if heads < 2 and len(people) > 15:
        return None
    return _Way(tuple(f"{place}" if _is_head(line) else None for place, line in enumerate(lines)))


def _by_blank_role(lines: Sequence[Line], people: Sequence[Line], fields: set[str | None]) -> _Way | None:
    """Relations are written for everybody but the head: whoever has none starts a household."""
    blank = [line for line in people if line.value("role") is None]
    if "role" not in fields or not lines or lines[0] not in blank or len(blank) > 0.6 * len(people):
        return None
    if any(line.role is None and line.value("role") is not None for line in people):
        return None
    return _Way(
        tuple(f"{line.row}" if line.is_person and line.value("role") is None else None for line in lines)
    )


def _by_gap(lines: Sequence[Line], people: Sequence[Line], fields: set[str | None]) -> _Way | None:
    """Empty rows between households, where they are so many that each part can be one, and no part has two addresses."""
    groups: list[list[Line]] = []
    for line in lines:
        if not groups or line.after_gap:
            groups.append([])
        groups[-1].append(line)
    if len(groups) < _LEAST_PARTS or not 1 < len(lines) / len(groups) <= _USUAL_HOUSEHOLD:
        return None
    if max(map(len, groups)) > _LARGEST_HOUSEHOLD:
        return None
    if not _share_names(groups):
        return None
    for group in groups:
        for field in ("village", "street", "house_number"):
            if len({folded(line.text(field)) for line in group} - {""}) > 1:
                return None
    return _Way(tuple(f"{place}" for place, group in enumerate(groups) for _ in group))


def _share_names(groups: Sequence[Sequence[Line]]) -> bool:
    """Whether most parts with several people have a name in common; else the empty rows are there for the eye."""
    several = [group for group in groups if len(group) > 1]
    related = 0
    for group in several:
        names = [
            word
            for line in group
            for word in {part for field in NAME_FIELDS for part in words(line.text(field))}
        ]
        related += len(set(names)) < len(names)
    return related >= 0.5 * len(several)


def _by_member_count(lines: Sequence[Line], people: Sequence[Line], fields: set[str | None]) -> _Way | None:
    if "member_count" not in fields:
        return None
    given = sum(line.value("member_count") is not None for line in people)
    if given >= 0.6 * len(people):
        return _one_each(lines, fields)
    return _on_filled(lines, people, "member_count")


def _by_first_address(lines: Sequence[Line], people: Sequence[Line], fields: set[str | None]) -> _Way | None:
    for field in ("street", "village"):
        filled = [line for line in people if line.value(field) is not None]
        texts = [words(line.text(field)) for line in filled]
        repeats = sum(one == other for one, other in itertools.pairwise(texts))
        sparse = 0 < len(filled) <= 0.6 * len(people)
        if sparse and (field == "street" or repeats):
            return _on_filled(lines, people, field)
    return None


def _by_same_address(lines: Sequence[Line], people: Sequence[Line], fields: set[str | None]) -> _Way | None:
    """Only where following rows share an address too often for neighbours to explain it."""
    addresses = [
        folded(" ".join((line.text("village"), line.text("street"), line.text("house_number"))))
        for line in lines
    ]
    exact = [address if any(letter.isdigit() for letter in address) else "" for address in addresses]
    shared = sum(bool(one) and one == other for one, other in itertools.pairwise(exact))
    if shared < 0.3 * len(lines):
        return None
    return _Way(tuple(address or f"row {line.row}" for line, address in zip(lines, exact, strict=True)))


def _one_each(lines: Sequence[Line], fields: set[str | None]) -> _Way:
    field = "family_number" if "family_number" in fields else "row_number"
    labels = [_label(line, field) for line in lines]
    numbered = all(label is not None for label, line in zip(labels, lines, strict=True) if line.is_person)
    if numbered and len(set(labels)) == len(labels):
        return _Way(tuple(labels), numbers=True, numbered_rows=field == "row_number")
    return _Way(tuple(f"row {line.row}" if line.is_person else None for line in lines))


def _on_filled(lines: Sequence[Line], people: Sequence[Line], field: str) -> _Way | None:
    return _Way(tuple(f"row {line.row}" if line.value(field) is not None else None for line in lines))


def _label(line: Line, field: str) -> str | None:
    text = number_text(line.value(field))
    return None if not text or is_nothing(text) else text


def _has_members(people: Sequence[Line]) -> bool:
    roles = [line.role for line in people]
    heads = roles.count("head")
    return 0 < heads <= 0.8 * len(people) and len([role for role in roles if role]) >= 0.5 * len(people)


def _is_head(line: Line) -> bool:
    return line.role == "head"
