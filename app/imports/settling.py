"""One field per column for a whole sheet: the best scores first, then what only the neighbours of a column tell."""

import re

from app.domain.folding import words
from app.imports.headers import ENOUGH, ColumnContent, best_fields, field_scores
from app.imports.phrases import PEOPLE
from app.imports.vocabulary import folded, vocabulary

_RELATIVES = frozenset(
    {"spouse", "partner", "son", "daughter", "child", "grandchild", "parent", "grandparent", "sibling"}
)
_OF_ONE_PERSON = ("full_name", "surname", "given_names", "identity_number", "birth", "phone", "sex")
_FURTHER = re.compile(r"\b[2-9]\s*$")
_WHOSE_VISIT = frozenset({"family_number", "full_name", "identity_number"})
_MOSTLY = 0.5


def settled_fields(headers: list[str], contents: list[ColumnContent], kind: str) -> list[str | None]:
    """The field of each column (None: it becomes notes) of a sheet read as `kind`."""
    scores = [
        field_scores(header, content, kind, place)
        for place, (header, content) in enumerate(zip(headers, contents, strict=True))
    ]
    if kind == PEOPLE:
        _leave_relatives_out(headers, scores)
    fields = best_fields(scores)
    if kind == PEOPLE:
        _settle_numbers(headers, contents, fields)
        _settle_names(scores, contents, fields)
    elif not _WHOSE_VISIT & set(fields):
        _name_first(contents, fields)
    return fields


def _settle_numbers(headers: list[str], contents: list[ColumnContent], fields: list[str | None]) -> None:
    """ "Nr." right after the street or the village is a house number; two columns called "Nr." are not both row numbers."""
    if "house_number" in fields:
        return
    for place in range(1, len(fields)):
        bare = folded(headers[place]) in {"nr", "no", "numar", "numer", "number", "szam", "sz"}
        if bare and fields[place - 1] in ("street", "village") and fields[place] in (None, "row_number"):
            fields[place] = "house_number"
            for other in range(place):
                if (
                    fields[other] is None
                    and folded(headers[other]) in {"nr", "no", "nr crt", "lp"}
                    and contents[other].coded > 0.8
                ):
                    fields[other] = "row_number"
                    break


def _leave_relatives_out(headers: list[str], scores: list[dict[str, float]]) -> None:
    """Beside "CNP", the column "CNP soție" is about somebody else, as is "CNP 2"; alone, a relative's column may be what
    the list is about."""
    further = [_FURTHER.search(header) is not None for header in headers]
    others = [
        again or any(vocabulary().roles.get(word) in _RELATIVES for word in words(header))
        for again, header in zip(further, headers, strict=True)
    ]
    if any(
        again and column.get("last_visit", 0.0) >= ENOUGH
        for again, column in zip(further, scores, strict=True)
    ):
        # "Data vizitei 1", "Data vizitei 2": nobody says which is the last one.
        for header, column in zip(headers, scores, strict=True):
            if header.rstrip()[-1:].isdigit():
                column.pop("last_visit", None)
    for field in _OF_ONE_PERSON:
        own = any(
            column.get(field, 0.0) >= ENOUGH and not other
            for column, other in zip(scores, others, strict=True)
        )
        for column, other, again in zip(scores, others, further, strict=True):
            if other and (own or again) and max(column, key=column.__getitem__, default="") in _OF_ONE_PERSON:
                column.pop(field, None)


def _settle_names(
    scores: list[dict[str, float]], contents: list[ColumnContent], fields: list[str | None]
) -> None:
    """A list needs somebody's name: without one, a lone surname column, the household's name, or what reads like names
    is the full name."""
    if "full_name" in fields:
        if "given_names" not in fields and "surname" in fields:
            lone = fields.index("surname")
            fields[lone] = None if contents[lone].name >= _MOSTLY else "surname"
        return
    if "surname" in fields and "given_names" not in fields:
        fields[fields.index("surname")] = "full_name"
    elif "surname" not in fields and "given_names" not in fields and "household_name" in fields:
        fields[fields.index("household_name")] = "full_name"
    elif "given_names" in fields and "surname" not in fields:
        family_like = [
            place
            for place, column in enumerate(scores)
            if column.get("surname", 0) >= 0.6 and fields[place] == "household_name"
        ]
        fields[family_like[0] if family_like else fields.index("given_names")] = (
            "surname" if family_like else "full_name"
        )
    elif "surname" not in fields:
        _name_first(contents, fields)


def _name_first(contents: list[ColumnContent], fields: list[str | None]) -> None:
    """The first column without a field whose cells read like names is the full name."""
    for place, content in enumerate(contents):
        if fields[place] is None and content.name >= _MOSTLY:
            fields[place] = "full_name"
            return
