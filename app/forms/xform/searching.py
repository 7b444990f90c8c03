"""``search('table', ...)`` in an appearance: choices that are the rows of a CSV table.

The question's own choices then name columns: the value of the first is the column of values, its label the columns of
labels. Choices whose value is a number stay choices as they are, before the rows.
"""

import re
from collections.abc import Sequence
from typing import Final

from app.forms.xform.document import Node
from app.forms.xform.model import Choice, Search
from app.forms.xform.texts import Compile

_CALL = re.compile(r"search\((.*)\)", re.DOTALL)
_LITERAL = re.compile(r"""\s*(?:'([^']*)'|"([^"]*)")\s*""")
CONDITIONS: Final = frozenset({"contains", "startswith", "endswith", "matches"})


def read_search(
    appearance: str | None, choices: Sequence[Choice], compiled: Compile, element: Node
) -> Search | None:
    """None if the appearance has no search(), or one that cannot be understood."""
    found = _CALL.search(appearance or "")
    if found is None:
        return None
    arguments = split_arguments(found[1])
    column = next((choice for choice in choices if not choice.value.isdigit()), None)
    table = _literal(arguments[0]) if arguments else None
    if table is None or column is None:
        return None
    condition = (_literal(arguments[1]) or "") if len(arguments) > 3 else ""
    if condition and condition not in CONDITIONS:
        return None
    return Search(
        table=table.removesuffix(".csv"),
        condition=condition,
        column=(_literal(arguments[2]) or "") if condition else "",
        sought=compiled(arguments[3], element) if condition else None,
        filter_column=(_literal(arguments[4]) or "") if len(arguments) > 5 else "",
        filter_value=compiled(arguments[5], element) if len(arguments) > 5 else None,
        value_column=column.value,
        label_column=column.label,
    )


def split_arguments(written: str) -> list[str]:
    """At commas that are in no bracket and no quotes."""
    parts, depth, quote, start = [], 0, "", 0
    for at, letter in enumerate(written):
        if quote:
            quote = "" if letter == quote else quote
        elif letter in "'\"":
            quote = letter
        elif letter in "([":
            depth += 1
        elif letter in ")]":
            depth -= 1
        elif letter == "," and depth == 0:
            parts.append(written[start:at])
            start = at + 1
    parts.append(written[start:])
    return [part.strip() for part in parts if part.strip()]


def _literal(written: str) -> str | None:
    found = _LITERAL.fullmatch(written)
    return None if found is None else (found[1] if found[1] is not None else found[2])
